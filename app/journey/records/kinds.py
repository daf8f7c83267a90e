"""What kind of record a record is, as its issuer says it; the kind that fits none is just `record`."""

from datetime import date

from app.journey.records.holding import Card
from app.records.dates import moment
from app.records.model import Record

# Endings of the names that issuers give, letters alone: Open Badges 3.0's AchievementType (its 31 values and those
# that others add), CTDL's kinds, and types of plain credentials. The first that fits counts.
_KINDS = (
    ("ownstatement", "own"),
    ("badge", "badge"),
    ("microcredential", "badge"),
    ("achievement", "badge"),
    ("coursetranscript", "transcript"),
    ("transcript", "transcript"),
    ("clr", "transcript"),
    ("learnerrecord", "transcript"),
    ("course", "course"),
    ("program", "course"),
    ("assignment", "course"),
    ("cocurricular", "course"),
    ("certificate", "certificate"),
    ("certification", "certificate"),
    ("qualification", "certificate"),
    ("learningactivity", "course"),
    ("certificateofcompletion", "certificate"),
    ("license", "license"),
    ("licence", "license"),
    ("degree", "degree"),
    ("doctorate", "degree"),
    ("diploma", "diploma"),
    ("generaleducationdevelopment", "diploma"),
    ("assessment", "test"),
    ("employerstatement", "employer"),
    ("employment", "employer"),
    ("workhistory", "employer"),
    ("workexperience", "employer"),
    ("communityservice", "service"),
    ("volunteering", "service"),
    ("fieldwork", "field"),
    ("award", "award"),
    ("membership", "membership"),
    ("competency", "skill"),
    ("skill", "skill"),
    ("endorsement", "endorsement"),
)
_ICONS = {
    "badge": "award",
    "course": "file-text",
    "transcript": "file-text",
    "certificate": "shield-check",
    "license": "shield-check",
    "degree": "graduation-cap",
    "diploma": "graduation-cap",
    "test": "clipboard-list",
    "employer": "briefcase",
    "service": "life-buoy",
    "field": "wrench",
    "award": "star",
    "membership": "users",
    "skill": "award",
    "endorsement": "message-square",
    "own": "user",
    "resume": "file-text",
    "record": "file",
}


def kind_of(card: Card) -> str:
    """The kind of a record: a code of `app.wording.record_words.KINDS`."""
    record = card.record
    if record.kind == "ler-rs" and not record.achievements:
        return "resume"
    if card.standing.reason == "self_issued":
        return "own"
    stated = [achieved.type for achieved in record.achievements[:1] if achieved.type] or list(record.types)
    found = next((kind for name in stated if (kind := _kind(name))), None)
    return found or ("badge" if record.kind in ("ob1", "ob2", "ob3") else "record")


def icon_of(kind: str) -> str:
    """The icon of a kind's tile, by its file's name in `assets/icons`."""
    return _ICONS[kind]


def given_on(record: Record) -> date | None:
    """The day a record was given, as its issuer wrote it; None where it says none that can be read."""
    stated = next((text for text in (record.awarded, record.valid_from) if text and moment(text)), None)
    return date.fromisoformat(stated[:10]) if stated else None


def _kind(name: str) -> str | None:
    letters = "".join(filter(str.isalpha, name.rpartition(":")[2].casefold()))
    forms = (letters, letters.removesuffix("credential"))
    return next((kind for ending, kind in _KINDS if any(form.endswith(ending) for form in forms)), None)
