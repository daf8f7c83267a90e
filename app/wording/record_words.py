"""Words for kinds of records, for what stands in one, and for sums over many."""

from collections.abc import Callable, Mapping

from app.wording.marking import marked
from app.wording.words import Words

KINDS = {
    "badge": marked("Badge"),
    "course": marked("Course record"),
    "transcript": marked("Transcript"),
    "certificate": marked("Certificate"),
    "license": marked("License"),
    "degree": marked("Degree"),
    "diploma": marked("Diploma"),
    "test": marked("Test result"),
    "employer": marked("Employer statement"),
    "service": marked("Volunteer work"),
    "field": marked("Field work"),
    "award": marked("Award"),
    "membership": marked("Membership"),
    "skill": marked("Skill"),
    "endorsement": marked("Letter of support"),
    "own": marked("Own statement"),
    "resume": marked("Résumé"),
    "record": marked("Record"),
}

LABELS = {
    "issuer": marked("Given by"),
    "issuer_address": marked("Issuer’s own address"),
    "issuer_number": marked("Issuer’s public number"),
    "about": marked("About"),
    "given": marked("Given on"),
    "from": marked("Counts from"),
    "until": marked("Counts until"),
    "name": marked("Its whole name"),
    "description": marked("What it says"),
    "how": marked("How it was earned"),
    "result": marked("Result"),
    "sample": marked("Work to show"),
    "item_about": marked("How to reach them"),
    "item_narrative": marked("In their words"),
    "item_skill": marked("Skill"),
    "item_learning": marked("Learning"),
    "item_work": marked("Work"),
    "item_certificate": marked("Certificate"),
    "item_license": marked("License"),
    "item_goal": marked("Job they want"),
    "item_other": marked("More"),
    "attachment": marked("File inside"),
    "association": marked("How its parts fit"),
    "number": marked("Its own number"),
    "part_of": marked("Part of"),
    "came_from": marked("Came from"),
    "added": marked("In this vault since"),
    "older": marked("Older version"),
    "other_words": marked("Words of its own"),
}

RESULTS = {
    "Completed": marked("finished"),
    "Enrolled": marked("signed up"),
    "Failed": marked("not passed"),
    "InProgress": marked("under way"),
    "OnHold": marked("on hold"),
    "Provisional": marked("not final yet"),
    "Withdrew": marked("left early"),
}
"""Open Badges 3.0, ResultStatusType."""

USES = {
    "usable": marked("You can use this record now. Its reader sees these same facts."),
    "lapsed": marked("You can still use this record. Its reader sees that it is out of date."),
    "own_word": marked("This record counts as your own word. You cannot send it."),
    "shows_nothing": marked("You cannot send this record. You can keep it."),
}


_TALLIES: Mapping[str, Callable[[Words, int], str]] = {
    "fine": lambda words, number: words.count("is fine", "are fine", number),
    "not_checked": lambda words, number: words.count("is not checked yet", "are not checked yet", number),
    "in_no_list": lambda words, number: words.count(
        "issuer is in no list we know", "come from issuers in no list we know", number
    ),
    "unsigned": lambda words, number: words.count("is signed by nobody", "are signed by nobody", number),
    "key_not_listed": lambda words, number: words.count(
        "key is not listed by its issuer", "keys are not listed by their issuers", number
    ),
    "not_known_yours": lambda words, number: words.count(
        "is not known to be about you", "are not known to be about you", number
    ),
    "out_of_date": lambda words, number: words.count("record is out of date", "records are out of date", number),
    "not_yet": lambda words, number: words.count("has a date still to come", "have a date still to come", number),
    "key_taken_back": lambda words, number: words.count("key was taken back", "keys were taken back", number),
    "wrong_key": lambda words, number: words.count("key is not the issuer’s", "keys are not the issuer’s", number),
    "broken": lambda words, number: words.count("signature is broken", "signatures are broken", number),
    "website": lambda words, number: words.count("website does not say so", "websites do not say so", number),
    "unreadable": lambda words, number: words.count(
        "record cannot be read in full", "records cannot be read in full", number
    ),
    "canceled": lambda words, number: words.count("record was canceled", "records were canceled", number),
    "on_hold": lambda words, number: words.count("record is on hold", "records are on hold", number),
}

ABOUT_YOU = {
    "name": marked("Is “{text}” you?"),
    "address": marked("Is “{text}” you?"),
    "secret_email": marked("It names someone by an e-mail address that cannot be read here. What is yours?"),
    "secret_name": marked("It names someone by a name that cannot be read here. How may yours stand there?"),
    "secret": marked("It names someone by a number or name that cannot be read here. What is yours?"),
    "key": marked("It names someone by a key of another program. Is that key yours?"),
}


def tally_text(words: Words, code: str, number: int) -> str:
    """What stands behind a number in the sum of all facts; the number itself is not part of it."""
    return _TALLIES[code](words, number)


def sum_title(words: Words, records: int, facts: int) -> str:
    """How many records and facts there are: "5 records, 30 facts"."""
    return words.text(
        "{records}, {facts}",
        records=words.count("{number} record", "{number} records", records),
        facts=words.count("{number} fact", "{number} facts", facts),
    )


def sum_note(words: Words, unchecked: int, askable: int) -> str:
    """What "not checked" means, and who could answer; empty where all was checked."""
    if not unchecked:
        return ""
    said = words.text("“Not checked” does not mean “no”.")
    if not askable:
        return said
    ask = words.count(
        "To check {number} of them, we must ask the issuer.",
        "To check {number} of them, we must ask the issuers.",
        askable,
    )
    return f"{said} {ask}"
