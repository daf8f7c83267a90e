"""How each thing that was asked for stands by what came along: what shows it, what may, and why no more than that."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from app.applying.fitting import fits, plain
from app.applying.opportunity import Asked, Opportunity
from app.applying.statement import is_own
from app.journey.received.checked import Got, GotRecord, standing_of, whose
from app.journey.skills.meant import proposed
from app.profile.claims import SkillClaim, claims_of
from app.profile.evidence import own_word_in
from app.profile.skills import Profile, build_profile
from app.records.model import Alignment, Record
from pathways.matching import match_text
from pathways.model import Match
from pathways.pack.store import Pack

How = Literal["record", "own_word", "maybe", "nothing_found", "unknown"]
Doubt = Literal[
    "file_refused",
    "file_unsure",
    "other_key",
    "no_key",
    "record_refused",
    "record_unsure",
    "own_words",
    "issuer_unchecked",
]
"""Why a record may show a thing and no more: of the file, of whom the record was given to, of the record itself."""
GUESSES = 3
# Told apart: whether a list names the issuer, and that a record is out of date.
_NOT_ASKED = frozenset({"known_issuer", "about_me"})
_BY_ANOTHER_KEY = frozenset({"other_key", "own_key"})


@dataclass(frozen=True)
class Met:
    """How one thing asked stands: by which records (their names), how strongly (0–4).

    `lapsed`, `early` and `doubts` are of the first of them, which is the best; the first two as in `Standing`.
    `maybe`: a record says something that may mean it, or `doubts` say why it is no more. `unknown`: nobody can tell
    what the words ask for.
    """

    asked: Asked
    how: How
    by: tuple[str, ...] = ()
    evidence: int = 0
    lapsed: bool = False
    early: bool = False
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True)
class _Held:
    """The records by key with the doubts of each, what the sender says in own words, and the doubts of the file."""

    records: dict[str, Record]
    doubts: dict[str, tuple[Doubt, ...]]
    said: set[str]
    whole: tuple[Doubt, ...]


def requirements_met(pack: Pack, got: Got, wanted: Opportunity) -> tuple[Met, ...]:
    """How each thing asked stands by what came along, in the order asked."""
    held = [one for one in got.records if isinstance(one, GotRecord)]
    others = [one for one in held if not is_own(one.record)]
    profile = build_profile(
        [
            (claim, own_word_in(stand) if claim.own_word else stand)
            for one in others
            for stand in [standing_of(one, got.presentation)]
            for claim in claims_of(one.record)
        ],
        _proposing(pack),
        {},
    )
    records = {one.record.key: one.record for one in others}
    whole = tuple(_doubts_of_file(got))
    doubts = {one.record.key: (*whole, *_doubts_of(one, got)) for one in others}
    own = [one.record for one in held if whose(one.record, got.presentation) == "own_word" and _is_sound(one)]
    said = {plain(item.name) for one in own for item in one.achievements}
    return tuple(_met(pack, one, profile, _Held(records, doubts, said, whole)) for one in wanted.asked)


def _proposing(pack: Pack) -> Callable[[SkillClaim], tuple[Match, ...]]:
    """What claims may mean; those that say the same, as records of one kind do, are looked up once."""
    known: dict[tuple[str, Alignment | None], tuple[Match, ...]] = {}

    def meant(claim: SkillClaim) -> tuple[Match, ...]:
        said = (claim.text, claim.alignment)
        if said not in known:
            known[said] = proposed(pack, claim)
        return known[said]

    return meant


def _doubts_of_file(got: Got) -> Iterator[Doubt]:
    """Why nothing in the file counts as shown: something says no to all of it, or nobody could tell who signed it."""
    if not got.counts:
        yield "file_refused"
    elif any(one.answer != "yes" for one in got.checks if one.check in {"signature", "holder"}):
        yield "file_unsure"


def _doubts_of(one: GotRecord, got: Got) -> Iterator[Doubt]:
    """Why a record does not show what it says of whoever sent it.

    That it is out of date is told apart. That no list names its issuer is nobody's fault, but then nobody has checked
    that the issuer is who it says it is.
    """
    tie = next((tie.code for tie in got.ties if tie.key == one.record.key), "no_key")
    if tie in _BY_ANOTHER_KEY:
        yield "other_key"
    elif tie == "no_key":
        yield "no_key"
    told = [check for check in one.checks if check.check not in _NOT_ASKED]
    if any(check.answer == "no" and check.check != "in_force" for check in told):
        yield "record_refused"
    elif any(check.answer == "not checked" for check in told):
        yield "record_unsure"
    if whose(one.record, got.presentation) != "record":
        yield "own_words"
    elif any(check.answer != "yes" for check in one.checks if check.check == "known_issuer"):
        yield "issuer_unchecked"


def _is_sound(one: GotRecord) -> bool:
    return all(check.answer == "yes" for check in one.checks if check.check in {"format", "signature"})


@dataclass(frozen=True)
class _Found:
    """One record that may show a thing: how strongly, whether it counts today, and what speaks against more."""

    evidence: int
    lapsed: bool
    early: bool
    doubts: tuple[Doubt, ...]


def _met(pack: Pack, asked: Asked, profile: Profile, held: _Held) -> Met:
    """How one thing stands; what says the same but is of another kind than asked, or in doubt, may show it: no more."""
    ids, words, records = set(asked.concepts), plain(asked.name), held.records
    maybe = set() if ids else {one.concept.id for one in match_text(pack, asked.name, top=GUESSES)}
    shown: dict[str, list[_Found]] = {}
    near: dict[str, list[_Found]] = {}
    for skill in profile.skills:
        evidence, key = skill.standing.evidence, skill.claim.record
        if evidence is None or key is None:
            continue
        meant = {one.match.concept.id for one in skill.matches if one.state == "sure"}
        found = _Found(evidence, skill.standing.lapsed, skill.standing.early, _with_own(held.doubts[key], skill.claim))
        alike = bool(meant & ids) or plain(skill.claim.text) == words
        if alike and not found.doubts and fits(asked, records[key], skill.claim):
            shown.setdefault(key, []).append(found)
        elif alike or {one.match.concept.id for one in skill.matches} & (ids | maybe):
            near.setdefault(key, []).append(found)
    if shown:
        return _by(asked, "record", shown, records)
    if words in held.said:
        return Met(asked, "own_word", (), 1, doubts=held.whole)
    if near:
        return _by(asked, "maybe", near, records)
    return Met(asked, "nothing_found" if ids or maybe else "unknown")


def _with_own(doubts: tuple[Doubt, ...], claim: SkillClaim) -> tuple[Doubt, ...]:
    """The doubts of a record, and of what it only repeats of a person's own words."""
    return (*doubts, "own_words") if claim.own_word and "own_words" not in doubts else doubts


def _by(asked: Asked, how: How, found: dict[str, list[_Found]], records: dict[str, Record]) -> Met:
    """By these, the best of them first: with fewest doubts, in force, strongest."""
    best = {key: max(several, key=lambda one: one.evidence) for key, several in found.items()}
    order = sorted(
        best, key=lambda key: (len(best[key].doubts), best[key].lapsed, -best[key].evidence, records[key].name)
    )
    first = best[order[0]]
    names = tuple(records[key].name for key in order)
    return Met(asked, how, names, first.evidence, first.lapsed, first.early, first.doubts)
