"""What someone was sent, checked for them: every fact, why it is refused, and each thing they asked for.

The same engine as the learner's: nothing here needs a vault, and nothing is asked of a website.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from app.applying.fitting import fits
from app.applying.holder import PRACTICE
from app.applying.opportunity import Asked, Opportunity
from app.applying.proof_forms import PRACTICE_ID
from app.applying.qr_code import fingerprint
from app.applying.statement import is_own
from app.applying.ties import Tie, ties
from app.journey.practice import is_practice_did, is_practice_record
from app.journey.skills.meant import proposed
from app.profile.claims import claims_of
from app.profile.evidence import Standing, own_word_in, standing
from app.profile.skills import Profile, build_profile
from app.records.model import Check, Record, Unreadable
from app.records.presentations import Presentation
from app.records.received import Received
from app.records.text import one_line
from app.trust.badge_links import completed
from app.trust.documents import Documents
from app.trust.presentations import check_presentation
from app.trust.registries import KnownList
from app.trust.seven import check_record
from pathways.matching import match_text
from pathways.pack.store import Pack

Whose = Literal["record", "self_signed", "own_word", "words_of_another"]
How = Literal["record", "own_word", "maybe", "nothing_found", "unknown"]
GUESSES = 3
_NO_MATTER = frozenset({"known_issuer", "about_me", "in_force"})


@dataclass(frozen=True)
class GotRecord:
    """A record that came along and what holds of it."""

    record: Record
    checks: tuple[Check, ...]


@dataclass(frozen=True)
class Refusal:
    """Why a presentation does not count, or a record in it (`name`): the check that says no and its reason.

    Practice is `practice` with the reason `practice_presentation`.
    """

    check: str
    reason: str
    name: str = ""


@dataclass(frozen=True)
class Got:
    """A presentation and all that was found.

    `refused` is empty where nothing says no; `unsure` are checks that could not be answered, so that nothing refused
    is not yet everything well. `fingerprint` is that of the signed file.
    """

    presentation: Presentation
    fingerprint: str
    checks: tuple[Check, ...]
    records: tuple[GotRecord | Unreadable, ...]
    ties: tuple[Tie, ...]
    practice: bool
    refused: tuple[Refusal, ...]
    unsure: tuple[Refusal, ...]


@dataclass(frozen=True)
class Met:
    """How one thing asked stands: by which records (their names), how strongly (0–4).

    `lapsed` and `early` of the best of them are as in `Standing`.
    `maybe`: a record says something that may mean it. `unknown`: nobody can tell what the words ask for.
    """

    asked: Asked
    how: How
    by: tuple[str, ...] = ()
    evidence: int = 0
    lapsed: bool = False
    early: bool = False


def check_received(
    sent: Received,
    *,
    now: datetime,
    challenge: str | None = None,
    domain: str | None = None,
    documents: Documents | None = None,
    registries: Iterable[KnownList] = (),
) -> Got:
    """Check a presentation and each record in it as of `now` (aware)."""
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
    whole = [Refusal("practice", "practice_presentation")] if practice else []
    held = [one.record for one in records if isinstance(one, GotRecord)]
    return Got(
        presentation,
        fingerprint(sent.content),
        checks,
        records,
        ties([one for one in held if not is_own(one)], presentation.holder or "", ()),
        practice,
        (*whole, *_saying(checks, records, "no")),
        tuple(_saying(checks, records, "not checked")),
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
        return "own_word" if _is_of(record, presentation) else "words_of_another"
    about = {one.id for one in record.subjects} | {presentation.holder}
    return "self_signed" if record.issuer.id is not None and record.issuer.id in about else "record"


def requirements_met(pack: Pack, got: Got, wanted: Opportunity) -> tuple[Met, ...]:
    """How each thing asked stands by what came along, in the order asked."""
    held = [one for one in got.records if isinstance(one, GotRecord)]
    others = [one for one in held if not is_own(one.record)]
    profile = build_profile(
        [
            (claim, own_word_in(stand) if claim.own_word else stand)
            for one in others
            for stand in [_standing(one, got.presentation)]
            for claim in claims_of(one.record)
        ],
        lambda claim: proposed(pack, claim),
        {},
    )
    records = {one.record.key: one.record for one in others}
    proof = frozenset(one.record.key for one in others if _is_proof(one, got))
    own = [one.record for one in held if is_own(one.record) and _is_sound(one) and _is_of(one.record, got.presentation)]
    said = {_plain(item.name) for one in own for item in one.achievements}
    return tuple(_met(pack, one, profile, _Held(records, proof, said)) for one in wanted.asked)


@dataclass(frozen=True)
class _Held:
    """The records by key, the keys of those that can prove something, and what the learner says in their own words."""

    records: dict[str, Record]
    proof: frozenset[str]
    said: set[str]


def _is_proof(one: GotRecord, got: Got) -> bool:
    """Whether a record proves what it says of whoever shows it.

    The file must be soundly signed by its holder, the record may name no other key, and nothing may say no to it; that
    it is out of date is told apart, and that its issuer is in no list we know is nobody's fault.
    """
    whole = all(check.answer == "yes" for check in got.checks if check.check in {"signature", "holder"})
    bound = all(tie.code != "other_key" for tie in got.ties if tie.key == one.record.key)
    mine = all(check.answer != "no" for check in one.checks if check.check not in _NO_MATTER)
    return whole and bound and mine and whose(one.record, got.presentation) == "record"


def _is_sound(one: GotRecord) -> bool:
    return all(check.answer == "yes" for check in one.checks if check.check in {"format", "signature"})


def _is_of(own: Record, presentation: Presentation) -> bool:
    """Whether a statement is of the one who shows it: anyone's words could be put in."""
    return own.issuer.id is not None and own.issuer.id == presentation.holder


def _standing(one: GotRecord, presentation: Presentation) -> Standing:
    return standing(one.checks, self_issued=whose(one.record, presentation) == "self_signed")


def _met(pack: Pack, asked: Asked, profile: Profile, held: _Held) -> Met:
    """How one thing stands; what says the same but is of another kind than asked, or no proof, may show it: no more."""
    ids, records = set(asked.concepts), held.records
    names = {key: one.name for key, one in records.items()}
    maybe = set() if ids else {one.concept.id for one in match_text(pack, asked.name, top=GUESSES)}
    shown: dict[str, tuple[int, bool, bool]] = {}
    near: dict[str, tuple[int, bool, bool]] = {}
    for skill in profile.skills:
        evidence, key = skill.standing.evidence, skill.claim.record
        if evidence is None or key is None:
            continue
        meant = {one.match.concept.id for one in skill.matches if one.state == "sure"}
        found = (evidence, skill.standing.lapsed, skill.standing.early)
        alike = bool(meant & ids) or _plain(skill.claim.text) == _plain(asked.name)
        if alike and key in held.proof and fits(asked, records[key], skill.claim):
            shown[key] = max(shown.get(key, found), found)
        elif alike or {one.match.concept.id for one in skill.matches} & (ids | maybe):
            near[key] = max(near.get(key, found), found)
    own = _plain(asked.name) in held.said
    if shown:
        return _by(asked, "record", shown, names)
    if own:
        return Met(asked, "own_word", (), 1)
    if near:
        return _by(asked, "maybe", near, names)
    return Met(asked, "nothing_found" if ids or maybe else "unknown")


def _by(asked: Asked, how: How, found: dict[str, tuple[int, bool, bool]], names: dict[str, str]) -> Met:
    order = sorted(found, key=lambda key: (found[key][1], -found[key][0], names[key]))
    evidence, lapsed, early = found[order[0]]
    return Met(asked, how, tuple(names[key] for key in order), evidence, lapsed, early)


def _plain(text: str) -> str:
    return one_line(text).casefold()


def _saying(checks: tuple[Check, ...], records: tuple[GotRecord | Unreadable, ...], answer: str) -> Iterable[Refusal]:
    """What says no, or could not be answered; that an issuer is in no list we know is nobody's fault."""
    yield from (Refusal(one.check, one.reason) for one in checks if one.answer == answer)
    for got in records:
        if isinstance(got, Unreadable):
            if answer == "no":
                yield Refusal("format", got.code)
            continue
        for one in got.checks:
            if one.answer == answer and one.check not in {"known_issuer", "about_me"}:
                yield Refusal(one.check, one.reason, got.record.name)
