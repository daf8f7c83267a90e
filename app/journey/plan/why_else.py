"""Why a skill is suggested, and why a learning step: the same chain of facts as behind a job, for what leads to one."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.journey.plan.ground import TELLING, Standpoint, WayKind, standpoint, steps_for
from app.journey.plan.step_details import StepDetail, step_detail
from app.journey.plan.ways import find_ways
from app.journey.records.holding import Card
from app.journey.session import Session
from app.journey.skills.behind import Behind, Guess, behind_of, guess_of, meant_by, names_of
from app.profile.skills import Profile
from app.wording import Words
from pathways.errors import PathwaysError
from pathways.matching import concept_of, has_concept
from pathways.model import Concept, GapItem, LearningStep


@dataclass(frozen=True)
class WhySkill:
    """What is behind a skill: the claims that `show` it, and the `guess` from words that wait for an answer.

    `goal` and `need` say how it stands for the job aimed for; None where none is, or it does not need this.
    """

    concept: Concept
    shows: tuple[Behind, ...]
    guess: Guess
    goal: Concept | None = None
    need: GapItem | None = None


@dataclass(frozen=True)
class WhyStep:
    """What is behind a learning step: the `needs` of the goal left to learn that it teaches, and the ways with it."""

    goal: Concept
    detail: StepDetail
    needs: tuple[GapItem, ...]
    ways: tuple[WayKind, ...]


def step_named(session: Session, goal: str, named: str) -> LearningStep | None:
    """The learning step for the goal that has this id; None where none has."""
    return next((one for one in steps_for(session, goal) if one.id == named), None)


def why_skill(session: Session, held: Profile, cards: Iterable[Card], named: str, goal: str | None) -> WhySkill:
    """Why a skill is suggested or shown, by its id or name; `goal` is the code of the job aimed for.

    PathwaysError `concept_unknown` where neither the pack, the learner's words nor the goal has it.
    """
    stand = None if goal is None else standpoint(session, held, goal)
    concept, names = _named(session, held, stand, named), names_of(cards)
    shows = (
        behind_of(skill, names) for skill, match in meant_by(held, concept.id) if match.state in ("sure", "agreed")
    )
    need = next((one for one in (stand.gap if stand else ()) if one.requirement.concept.id == concept.id), None)
    aim = stand.needs.occupation if stand and need else None
    return WhySkill(concept, tuple(dict.fromkeys(shows)), guess_of(held, names, concept), aim, need)


def why_step(session: Session, words: Words, held: Profile, step: LearningStep, goal: str) -> WhyStep:
    """Why a plan takes a step on the way to a goal. Errors as `find_ways`."""
    ways = find_ways(session, held, goal)
    detail = step_detail(session, words, ways, step.id)
    needs = tuple(
        one
        for one in ways.stand.gap[:TELLING]
        if one.state in ("partly", "missing") and one.requirement.concept.id in step.teaches
    )
    found = dict.fromkeys(one.kind for one in (*ways.ways, ways.cheapest, ways.fastest) if step.id in one.ids)
    return WhyStep(ways.stand.needs.occupation, detail, needs, tuple(found))


def _named(session: Session, held: Profile, stand: Standpoint | None, named: str) -> Concept:
    if has_concept(session.pack, named):
        return concept_of(session.pack, named)
    meant = [match.match.concept for skill in held.skills for match in skill.matches]
    asked = [item.requirement.concept for item in (stand.gap if stand else ())]
    found = next((one for one in (*meant, *asked) if one.name.casefold() == named.casefold()), None)
    if found is None:
        raise PathwaysError("concept_unknown", concept=named)
    return found
