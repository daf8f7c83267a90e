"""The words of records, and the learner's own, that stand behind a skill or behind a guess about one."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.journey.records.holding import Card
from app.journey.skills.questions import Why as Asked
from app.journey.skills.questions import why as asked
from app.profile.skills import Profile, Skill, SkillMatch
from pathways.model import Concept


@dataclass(frozen=True)
class Behind:
    """One claim behind a shared thing, in the words of its record or the learner's own.

    `record` is the record's key and `record_name` its name; both None for own words. `evidence` is 1–4, and
    `standing` says why (the reasons of `profile.evidence`).
    """

    text: str
    record: str | None
    record_name: str | None
    evidence: int
    standing: str
    lapsed: bool


@dataclass(frozen=True)
class Guess:
    """A thing that would be shown if the learner said yes: the words it was guessed from, each with why we ask."""

    concept: Concept
    behind: tuple[tuple[Behind, Asked], ...]


def names_of(cards: Iterable[Card]) -> dict[str, str]:
    """The names of records by their keys."""
    return {card.record.key: card.record.name for card in cards}


def behind_of(skill: Skill, names: Mapping[str, str]) -> Behind:
    """One claim, with the name of its record."""
    claim, standing = skill.claim, skill.standing
    record_name = None if claim.record is None else names.get(claim.record, claim.record[:12])
    return Behind(claim.text, claim.record, record_name, standing.evidence or 1, standing.reason, standing.lapsed)


def guess_of(held: Profile, names: Mapping[str, str], concept: Concept) -> Guess:
    """The guesses that words mean a concept; the same words of one record once."""
    found: dict[Behind, Asked] = {}
    for skill, match in meant_by(held, concept.id):
        if match.state == "guess":
            found.setdefault(behind_of(skill, names), asked(skill.claim.text, match.match))
    return Guess(concept, tuple(found.items()))


def meant_by(held: Profile, concept: str) -> Iterator[tuple[Skill, SkillMatch]]:
    """Claims that mean a concept or may do, and how they stand, as far as what says them shows anything."""
    for skill in held.skills:
        for match in skill.matches:
            if match.match.concept.id == concept and skill.standing.evidence is not None:
                yield skill, match
