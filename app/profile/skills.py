"""Claims, their matches and the learner's answers, made into a profile."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from app.profile.claims import SkillClaim
from app.profile.evidence import Standing
from pathways.model import Concept, Held, Match

SIGNED = 3
"""Evidence of a record whose signature is sound and its issuer's; 4 where the issuer is known besides."""
Matcher = Callable[[SkillClaim], tuple[Match, ...]]


@dataclass(frozen=True)
class Answer:
    """What the learner said of one match: yes or no, and a level 0–7 if they gave one."""

    agreed: bool
    level: float | None = None


@dataclass(frozen=True)
class SkillMatch:
    """One concept a claim may mean and where it stands: sure by code or link, agreed or denied, or still a guess."""

    match: Match
    state: Literal["sure", "agreed", "denied", "guess"]
    level: float | None = None


@dataclass(frozen=True)
class Skill:
    """One claim beside how it stands and what it may mean; no matches means that no framework knows it."""

    claim: SkillClaim
    standing: Standing
    matches: tuple[SkillMatch, ...]


@dataclass(frozen=True)
class Profile:
    """What the learner can show (`held`), what waits for an answer (`guesses`), and every claim behind both."""

    skills: tuple[Skill, ...]
    held: Mapping[str, Held]
    guesses: Mapping[str, Concept]


Answers = Mapping[tuple[str, str], Answer]


def build_profile(claims: Iterable[tuple[SkillClaim, Standing]], matcher: Matcher, answers: Answers) -> Profile:
    """Match every claim and gather what is held. `answers` is keyed by claim id and concept id."""
    return _gathered(tuple(Skill(claim, stand, _matches(claim, matcher, answers)) for claim, stand in claims))


def only_signed(found: Profile) -> Profile:
    """The same with nothing but what signed records say, checked: own words and unsigned records left out."""
    return _gathered(tuple(one for one in found.skills if (one.standing.evidence or 0) >= SIGNED))


def _gathered(skills: tuple[Skill, ...]) -> Profile:
    held = _held(skills)
    guesses = {
        found.match.concept.id: found.match.concept
        for skill in skills
        if skill.standing.evidence is not None
        for found in skill.matches
        if found.state == "guess" and found.match.concept.id not in held
    }
    return Profile(skills, held, guesses)


def _matches(claim: SkillClaim, matcher: Matcher, answers: Answers) -> tuple[SkillMatch, ...]:
    return tuple(_answered(match, answers.get((claim.id, match.concept.id))) for match in matcher(claim))


def _answered(match: Match, answer: Answer | None) -> SkillMatch:
    if answer is not None:
        return SkillMatch(match, "agreed" if answer.agreed else "denied", answer.level)
    return SkillMatch(match, "sure" if match.sure else "guess")


def _held(skills: Iterable[Skill]) -> dict[str, Held]:
    held: dict[str, Held] = {}
    for skill in skills:
        for found in skill.matches:
            if skill.standing.evidence is not None and found.state in ("sure", "agreed"):
                concept = found.match.concept
                held[concept.id] = _stronger(held.get(concept.id), concept, skill, found.level)
    return held


def _stronger(known: Held | None, concept: Concept, skill: Skill, level: float | None) -> Held:
    """Join a claim to what is held already: in force before lapsed, then the best evidence; the highest level."""
    fresh = Held(concept, skill.standing.evidence or 1, level, (skill.claim.id,), skill.standing.lapsed)
    if known is None:
        return fresh
    best = max(known, fresh, key=lambda one: (not one.lapsed, one.evidence))
    levels = [one.level for one in (known, fresh) if one.level is not None]
    return Held(concept, best.evidence, max(levels, default=None), known.claims + fresh.claims, best.lapsed)
