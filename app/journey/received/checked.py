"""What someone was sent, checked for them: every fact, and what says no to it.

The same engine as the learner's: nothing here needs a vault, and nothing is asked of a website.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from app.applying.holder import PRACTICE
from app.applying.proof_forms import PRACTICE_ID
from app.applying.qr_code import fingerprint
from app.applying.statement import is_own
from app.applying.ties import Tie, ties
from app.journey.practice import is_practice_did, is_practice_record
from app.profile.evidence import IN_A_LIST, Standing, standing
from app.records.model import Check, Record, Unreadable
from app.records.presentations import Presentation
from app.records.received import Received
from app.trust.badge_links import completed
from app.trust.documents import Documents
from app.trust.presentations import check_presentation
from app.trust.registries import KnownList
from app.trust.seven import check_record

Whose = Literal["record", "self_signed", "own_word", "words_of_another"]
Verdict = Literal["practice", "refused", "says_no", "out_of_date", "not_refused", "all_checked"]
_NO_MATTER = frozenset({"known_issuer", "about_me"})


@dataclass(frozen=True)
class GotRecord:
    """A record that came along and what holds of it."""

    record: Record
    checks: tuple[Check, ...]


@dataclass(frozen=True)
class Refusal:
    """Why a presentation does not count, or a record in it (`name`): the check that says no and its reason.

    Practice is `practice` with the reason `practice_presentation`; a square code that is of another file is
    `fingerprint`, `fingerprint_differs`. `whole`: it is the file that does not count, and not just a record in it.
    """

    check: str
    reason: str
    name: str = ""
    whole: bool = False


@dataclass(frozen=True)
class Got:
    """A presentation and all that was found.

    `refused` is empty where nothing says no; `unsure` are checks that could not be answered, so that nothing refused
    is not yet everything well; a part that cannot be read is one of them. `fingerprint` is that of the signed file;
    `same_print`: whether it is the one that was told, None where none was.
    """

    presentation: Presentation
    fingerprint: str
    checks: tuple[Check, ...]
    records: tuple[GotRecord | Unreadable, ...]
    ties: tuple[Tie, ...]
    practice: bool
    refused: tuple[Refusal, ...]
    unsure: tuple[Refusal, ...]
    same_print: bool | None = None

    @property
    def counts(self) -> bool:
        """Whether nothing says no to the file as a whole."""
        return not any(one.whole for one in self.refused)


def check_received(
    sent: Received,
    *,
    now: datetime,
    challenge: str | None = None,
    domain: str | None = None,
    documents: Documents | None = None,
    registries: Iterable[KnownList] = (),
    told_print: str | None = None,
) -> Got:
    """Check a presentation and each record in it as of `now` (aware); `told_print`: the fingerprint it should have."""
    presentation = sent.presentation
    checks = check_presentation(presentation, now=now, challenge=challenge, domain=domain, documents=documents)
    known = tuple(registries)
    records = tuple(
        one
        if isinstance(one, Unreadable)
        else GotRecord(completed(one, documents), check_record(one, now=now, documents=documents, registries=known))
        for one in presentation.records
    )
    practice = is_practice(presentation)
    own_print = fingerprint(sent.content)
    same = None if told_print is None else told_print.lower() == own_print
    whole = [Refusal("practice", "practice_presentation", whole=True)] if practice else []
    if same is False:
        whole.append(Refusal("fingerprint", "fingerprint_differs", whole=True))
    held = [one.record for one in records if isinstance(one, GotRecord)]
    unread = (Refusal("format", one.code) for one in records if isinstance(one, Unreadable))
    return Got(
        presentation,
        own_print,
        checks,
        records,
        ties([one for one in held if not is_own(one)], presentation.holder or "", ()),
        practice,
        (*whole, *_saying(checks, records, "no")),
        (*_saying(checks, records, "not checked"), *unread),
        same,
    )


def is_practice(presentation: Presentation) -> bool:
    """Whether a presentation is a practice one: it says so inside its signed bytes, or a practice key is in it."""
    document = presentation.document
    name, id_ = str(document.get("name", "")), str(document.get("id", ""))
    marked = name.startswith(f"{PRACTICE}:") or id_.startswith(PRACTICE_ID)
    records = [one for one in presentation.records if isinstance(one, Record)]
    return marked or is_practice_did(presentation.holder or "") or any(map(is_practice_record, records))


def whose(record: Record, presentation: Presentation) -> Whose:
    """Whose word a record is: an issuer's, that of the one it is about or who shows it, or words somebody else said."""
    if is_own(record):
        theirs = record.issuer.id is not None and record.issuer.id == presentation.holder
        return "own_word" if theirs else "words_of_another"
    about = {one.id for one in record.subjects} | {presentation.holder}
    return "self_signed" if record.issuer.id is not None and record.issuer.id in about else "record"


def issuer_is_known(one: GotRecord, presentation: Presentation) -> bool:
    """Whether the one who signed a record is the one whom a list names: a name alone anybody can write."""
    return standing_of(one, presentation).evidence == IN_A_LIST


def standing_of(one: GotRecord, presentation: Presentation) -> Standing:
    """How strongly a record stands for whoever reads it here."""
    return standing(one.checks, self_issued=whose(one.record, presentation) == "self_signed")


def comes_to(got: Got) -> Verdict:
    """What all of it comes to, and never that it is true.

    `refused`: the file as a whole does not count. `says_no`: something says no to a record in it. `out_of_date`: no
    more than that a record is not in force today. `not_refused`: nothing says no, and not all could be checked or read.
    """
    if got.practice:
        return "practice"
    if not got.counts:
        return "refused"
    if got.refused:
        return "out_of_date" if all(one.check == "in_force" for one in got.refused) else "says_no"
    held = [one for one in got.records if isinstance(one, GotRecord)]
    given = [one for one in held if whose(one.record, got.presentation) == "record"]
    known = all(issuer_is_known(one, got.presentation) for one in given)
    return "all_checked" if known and not got.unsure else "not_refused"


def _saying(checks: tuple[Check, ...], records: tuple[GotRecord | Unreadable, ...], answer: str) -> Iterable[Refusal]:
    """What says no, or could not be answered; that an issuer is in no list we know is nobody's fault."""
    yield from (Refusal(one.check, one.reason, whole=True) for one in checks if one.answer == answer)
    for got in records:
        if isinstance(got, GotRecord):
            for one in got.checks:
                if one.answer == answer and one.check not in _NO_MATTER:
                    yield Refusal(one.check, one.reason, got.record.name)
