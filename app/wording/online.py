"""Whom an online check would ask, what each could infer, and what came of it."""

from collections.abc import Iterable

from app.wording.marking import marked
from app.wording.words import Words

INFERS = {
    "keys": marked("It can tell that somebody checks a record it signed, but not which one."),
    "list": marked("It can tell that somebody checks a record in one of its lists, but not which one."),
    "schema": marked("It can tell that somebody checks a record of a certain form, but not which one."),
    "record": marked("It can tell which record you get, and so whose it is."),
    "newer": marked("It can tell which record you have, and so whose it is."),
    "badge": marked("It can tell which badge is checked, and so whose it is."),
    "registry": marked("It can tell that somebody uses its list of known issuers."),
    "federation": marked("It can tell which issuer is looked for, so that somebody holds a record of it."),
}
FAILURES = {
    "not_found": marked("It has no such page."),
    "gone": marked("It took this page away for good."),
    "unreadable": marked("What it gave cannot be read."),
    "too_big": marked("It sent more than is safe to read."),
    "packed": marked("It sent something packed in a way that is not safe to open."),
    "no_such_host": marked("There is no website of that name, or this computer is not online."),
    "no_answer": marked("It did not answer."),
    "too_slow": marked("It took too long."),
    "cut_short": marked("It stopped in the middle."),
    "bad_answer": marked("It did not answer as a website does."),
    "http_status": marked("It is out of order at the moment."),
    "not_secure": marked("It could not show that it is the website it says."),
    "private_address": marked("It leads into a private network, so it was not asked."),
    "not_https": marked("It leads to a page that is not protected, so it was not asked."),
    "bad_address": marked("Its address is not written as one."),
    "host_not_asked": marked("It sends on to another website, which was not asked."),
    "too_many_redirects": marked("It sends on from page to page without end."),
    "redirect_nowhere": marked("It sends on to nowhere."),
    "stopped": marked("You stopped before it answered."),
}

NOT_NEWER = {
    "newer_unreadable": marked("The website did not give one record, so nothing was taken."),
    "newer_not_later": marked("The website gave nothing newer."),
    "newer_other_record": marked("The website gave another record, so it was not taken."),
    "newer_other_issuer": marked("The website gave a record from someone else, so it was not taken."),
    "newer_other_person": marked("The website gave a record about someone else, so it was not taken."),
    "newer_not_sound": marked("The website gave a record that its issuer did not sign, so it was not taken."),
}


def asked_heading(words: Words, hosts: int) -> str:
    """How many websites would be asked."""
    return words.count("1 website would be asked:", "{number} websites would be asked:", hosts)


def asked_about(words: Words, hosts: int, records: int) -> str:
    """How many websites would be asked about how many records."""
    return words.text(
        "{websites} would be asked about {records}.",
        websites=words.count("{number} website", "{number} websites", hosts),
        records=words.count("{number} record", "{number} records", records),
    )


def more_heading(words: Words, hosts: int) -> str:
    """That answers lead on to websites nobody has asked yet."""
    return words.count(
        "This website would have to be asked too:", "These {number} websites would have to be asked too:", hosts
    )


def infers(words: Words, whats: Iterable[str]) -> tuple[str, ...]:
    """What one that is asked for these things could infer: the most telling first, and what that includes left out."""
    asked = set(whats)
    telling = next((what for what in ("record", "newer", "badge") if what in asked), None)
    told: list[str] = (
        [telling] if telling else [what for what in ("federation", "list", "keys", "schema") if what in asked]
    )
    told += ["registry"] if "registry" in asked and not telling and "federation" not in asked else []
    return tuple(words.text(INFERS[what]) for what in told)


def all_see(words: Words) -> str:
    """What every website sees of who asks."""
    return words.text("Each of them also sees the internet address of this computer.")


def failure(words: Words, code: str) -> str:
    """Why an address gave nothing, as a sentence about its website."""
    return words.text(FAILURES[code])


def outcome(words: Words, had: int, not_had: int) -> tuple[str, ...]:
    """What came of asking, in one or two sentences."""
    came = words.count("1 answer came.", "{number} answers came.", had)
    if not not_had:
        return (came,)
    return came, words.count("1 answer did not come.", "{number} answers did not come.", not_had)


def not_newer(words: Words, code: str) -> str:
    """Why what was given as a newer version is not taken."""
    return words.text(NOT_NEWER[code])


def by_wallet(words: Words, names: int) -> str:
    """What is said of records whose newer versions only a wallet app can get."""
    return words.count(
        "1 record can be renewed only by a wallet app on a phone.",
        "{number} records can be renewed only by a wallet app on a phone.",
        names,
    )
