"""Guesses that wait for a yes or no, what could not be placed, and what the learner said no to."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from app.journey.skills.rows import MEANT, Backing
from app.profile.skills import Profile, Skill
from pathways.matching import shared_words
from pathways.model import NO_VALUES, Concept, ConceptKind, Match

JOBS: frozenset[ConceptKind] = frozenset({"occupation", "esco_occupation"})
LESS_SURE = 0.7
"""Score under which a guess is called a loose one; the least that is asked at all is 0.6."""
WHY = MappingProxyType(
    {
        "exact_name": "same_name",
        "alternate_name": "other_name",
        "part_name": "part_of_it",
        "misspelled": "misspelled",
        "saying": "people_say",
        "meaning": "alike_words",
        "link": "code_unsure",
        "code": "code_unsure",
        "crosswalk": "tied_lists",
        "chosen": "chosen_before",
    }
)


@dataclass(frozen=True)
class Why:
    """Why a guess is made: a code of `app.wording.skills.WHY_ASKED`, its values, and whether we are less sure."""

    code: str
    values: Mapping[str, object] = field(default_factory=lambda: NO_VALUES)
    less_sure: bool = False


@dataclass(frozen=True)
class Question:
    """A guess to answer: whether the words `said` mean `best`. Claims of the same words are asked once, together.

    `others` are the next guesses. `source` is what says it first, and `more` how many other records say the same.
    """

    claims: tuple[str, ...]
    said: str
    source: Backing
    more: int
    best: Match
    why: Why
    others: tuple[Match, ...] = ()

    @property
    def key(self) -> str:
        """The same while the page is drawn anew."""
        return f"{self.claims[0]}={self.best.concept.id}"

    @property
    def is_job(self) -> bool:
        """Whether the guess is a job, and no skill."""
        return self.best.concept.kind in JOBS


@dataclass(frozen=True)
class Unplaced:
    """Words that mean no skill so far, and why (`app.wording.skills.UNPLACED`): they stay, and nothing is lost."""

    claims: tuple[str, ...]
    said: str
    source: Backing
    more: int
    code: str


@dataclass(frozen=True)
class Denied:
    """A meaning the learner said no to; it can be asked again."""

    claims: tuple[str, ...]
    said: str
    source: Backing
    more: int
    concept: Concept


@dataclass(frozen=True)
class Answered:
    """Claims by how they stand: `open` have no meaning yet, `also` have one and may mean more."""

    open: tuple[Question, ...]
    also: tuple[Question, ...]
    unplaced: tuple[Unplaced, ...]
    denied: tuple[Denied, ...]


def answered(held: Profile, behind: Mapping[str, Backing]) -> Answered:
    """Sort every claim by what is still to be asked of it."""
    alike = _alike(held.skills)
    opened, also, unplaced = list[Question](), list[Question](), list[Unplaced]()
    for skills in alike:
        guesses, meant = _guesses(skills[0], held), _is_meant(skills[0])
        if guesses and skills[0].standing.evidence is not None:
            (also if meant else opened).append(_question(skills, behind, guesses))
        elif not meant and skills[0].claim.own is None:
            unplaced.append(_unplaced(skills, behind))
    opened.sort(key=lambda one: one.best.concept.id in held.held)  # what nothing else shows yet comes first
    return Answered(tuple(opened), tuple(also), tuple(unplaced), tuple(_denied(alike, behind)))


def _alike(skills: Iterable[Skill]) -> list[list[Skill]]:
    """Claims of the same words, guesses and answers, in the order first met."""
    found: dict[tuple[object, ...], list[Skill]] = defaultdict(list)
    for skill in skills:
        means = tuple((match.match.concept.id, match.state) for match in skill.matches)
        own = skill.claim.own  # own words are changed one by one, so they are asked one by one
        found[skill.claim.text.casefold(), means, skill.standing.evidence is None, own].append(skill)
    return list(found.values())


def _is_meant(skill: Skill) -> bool:
    return any(match.state in MEANT for match in skill.matches)


def _guesses(skill: Skill, held: Profile) -> list[Match]:
    """Meanings to ask about, skills before jobs; of a claim that has a meaning, only what nothing else shows yet."""
    guesses = [match.match for match in skill.matches if match.state == "guess"]
    if _is_meant(skill):
        guesses = [match for match in guesses if match.concept.id not in held.held and match.concept.kind not in JOBS]
    return sorted(guesses, key=lambda match: match.concept.kind in JOBS)


def _question(skills: list[Skill], behind: Mapping[str, Backing], guesses: list[Match]) -> Question:
    claims, said, source, more = _told(skills, behind)
    best, *others = guesses
    return Question(claims, said, source, more, best, why(said, best), tuple(others))


def _told(skills: list[Skill], behind: Mapping[str, Backing]) -> tuple[tuple[str, ...], str, Backing, int]:
    """Claims, words, what says it first and how many more records do: as all the lists here tell it."""
    records = {behind[skill.claim.id].record for skill in skills}
    first = behind[skills[0].claim.id]
    return tuple(skill.claim.id for skill in skills), first.said, first, len(records) - 1


def _unplaced(skills: list[Skill], behind: Mapping[str, Backing]) -> Unplaced:
    skill = skills[0]
    denied = any(match.state == "denied" for match in skill.matches)
    code = "shows_nothing" if skill.standing.evidence is None else "said_no" if denied else "in_no_list"
    return Unplaced(*_told(skills, behind), code)


def _denied(alike: list[list[Skill]], behind: Mapping[str, Backing]) -> Iterator[Denied]:
    for skills in alike:
        for match in skills[0].matches:
            if match.state == "denied":
                yield Denied(*_told(skills, behind), match.match.concept)


def why(said: str, match: Match) -> Why:
    """Why words may mean a concept."""
    loose = match.score < LESS_SURE
    if match.rests_on:
        told, meant = (tuple(dict.fromkeys(words)) for words in zip(*match.rests_on, strict=True))
        return Why(WHY[match.reason], {"words": told, "meant": meant}, loose)
    if match.reason != "near_name":
        return Why(WHY[match.reason])
    words = shared_words(said, match.concept.name)
    return Why("same_words", {"words": words}, loose) if words else Why("near_other_name", less_sure=loose)
