"""The Plan page as plain data in one language: where the learner stands, plans side by side, what is proven."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from app.journey.papers import labels
from app.journey.plan.gap_list import NeedGroup, need_groups
from app.journey.plan.ground import Way
from app.journey.plan.kept import late_steps, week_of
from app.journey.plan.replan_words import not_taught_lines, proven_told
from app.journey.plan.step_details import prices_seen
from app.journey.plan.way_map import WayMap, below, sentences, way_map
from app.journey.plan.way_words import (
    changes_words,
    hours_note,
    hours_of,
    limits_told,
    one_more_words,
    price_note,
    price_of,
    proof_of,
    ready_of,
    start_of,
    taught,
    weeks_note,
    weeks_of,
)
from app.journey.plan.ways import Ways
from app.journey.plan.why_not import not_taught
from app.journey.session import Session
from app.wording import Words
from app.wording.careers import ONLY_SIGNED
from app.wording.papers import PLAN
from app.wording.plans import WAYS, proof_title, week_words
from pathways.gaps import to_learn
from pathways.plans.layout import tracks


@dataclass(frozen=True)
class Bar:
    """A step on the week axis: `start` 0 is the first week, `weeks` None where its length is unknown.

    Bars of one column that run side by side have different `track`s. `sentence` says it all in words.
    """

    step: str
    name: str
    below: str
    sentence: str
    start: int
    weeks: int | None
    track: int
    state: str


@dataclass(frozen=True)
class Column:
    """One plan to choose: its figures in words, each with a note on what comes on top (empty where nothing does).

    `chosen` is the plan kept; `weeks_ahead` and `tracks` the size of its bars; `proof` is empty where there is none.
    `empty` says why there are no steps, where there are none.
    """

    kind: str
    title: str
    price: str
    price_note: str
    weeks: str
    weeks_note: str
    hours: str
    hours_note: str
    taught: str
    start: str
    ready: str
    chosen: bool
    bars: tuple[Bar, ...]
    weeks_ahead: int
    tracks: int
    proven: bool
    proof_title: str
    proof: str
    empty: str


@dataclass(frozen=True)
class LeftOver:
    """Needs that no plan here covers, under why."""

    title: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class ProvenRow:
    """A step, by its id, that a record (its key) shows finished, and the sentence that says so."""

    step: str
    record: str
    sentence: str


@dataclass(frozen=True)
class PlanView:
    """All that the Plan page shows. `columns` are the plan kept, where it is another, the cheapest and the fastest.

    `axis` is the weeks that all columns' bars share. `same` says, where it is so, that one plan is both. `now` names
    the week of the plan kept, `late` the steps that should be over; `changes` what making it again would change. Texts
    that do not apply are empty. `proven` are steps that records show finished; the learner can say no to each.
    `not_taught` says why the cheapest plan leaves needs untaught; `plan_asked.nearest_lines`
    tells which one limit would have to go.
    """

    goal: str
    headline: str
    limits: str
    limits_note: str
    groups: tuple[NeedGroup, ...]
    map: WayMap
    columns: tuple[Column, ...]
    axis: int
    same: str
    one_more: str
    left_over: tuple[LeftOver, ...]
    changes: tuple[str, ...]
    now: str
    late: str
    prices_seen: str
    proven: tuple[ProvenRow, ...] = ()
    not_taught: tuple[str, ...] = ()


def plan_view(session: Session, words: Words, ways: Ways) -> PlanView:
    """The page for ways found before; it asks the solver nothing, so it can be made anew in another language."""
    goal, today = ways.stand.needs.occupation.name, session.clock()
    columns = tuple(_column(words, ways, one, today) for one in _columns(ways))
    return PlanView(
        goal,
        headline(words, ways),
        limits_line(words, ways),
        _limits_note(words, ways),
        need_groups(words, ways),
        way_map(words, ways, today.date()),
        columns,
        max((one.weeks_ahead for one in columns), default=0),
        words.text("The cheapest plan is the fastest, too.") if ways.same else "",
        one_more_words(words, ways.one_more),
        tuple(_left_over(words, ways)),
        changes_words(words, ways.changes),
        _now(words, ways, today),
        _late(words, ways, today),
        prices_seen(words, session.catalog),
        tuple(ProvenRow(one.step.id, one.record, proven_told(words, one)) for one in ways.proven),
        not_taught_lines(words, not_taught(ways.ground, ways.cheapest)),
    )


def headline(words: Words, ways: Ways) -> str:
    """The goal, what is shown of it already, and what counts as shown where that is less than all."""
    told = words.text(
        "Goal: {goal}. You already show {shown} of the {needed} things that set this job apart.",
        goal=ways.stand.needs.occupation.name,
        shown=sum(one.state == "shown" for one in ways.telling),
        needed=len(ways.telling),
    )
    return " ".join((told, words.text(ONLY_SIGNED))) if ways.only_signed else told


def limits_line(words: Words, ways: Ways) -> str:
    """The limits in a line."""
    return limits_told(words, ways.limits)


def _limits_note(words: Words, ways: Ways) -> str:
    if ways.over_budget:
        return words.text("What you began or want costs more than your budget. Only free steps were added.")
    if not ways.limits_said:
        return words.text("We began with these. Change them to fit your life.")
    return ""


def _columns(ways: Ways) -> Iterator[Way]:
    yield from (one for one in ways.ways if one.kept and one.kind not in ("cheapest", "fastest"))
    yield ways.cheapest
    yield ways.fastest


def _column(words: Words, ways: Ways, way: Way, today: datetime) -> Column:
    bars, proof = tuple(_bars(words, way)), proof_of(words, way)
    told = bool(way.in_turn)
    return Column(
        way.kind,
        words.text(WAYS[way.kind]),
        price_of(words, way) if told else "",
        price_note(words, way),
        weeks_of(words, way) if told else "",
        weeks_note(words, way),
        hours_of(words, way),
        hours_note(words, way),
        taught(words, ways, way) if told else "",
        start_of(words, way) if told else "",
        ready_of(words, way, today) if told else "",
        _is_chosen(ways, way),
        bars,
        way.schedule.weeks,
        max((one.track for one in bars), default=-1) + 1,
        bool(proof) and way.plan.proven,
        proof_title(words, proven=way.plan.proven) if proof else "",
        proof,
        _empty(words, ways, way),
    )


def _is_chosen(ways: Ways, way: Way) -> bool:
    """Whether a way is the plan kept; of two that are the same, the one under whose name it was chosen."""
    if not way.kept or ways.kept is None or not ways.same or way.kind not in ("cheapest", "fastest"):
        return way.kept
    return (ways.kept.kind == "fastest") == (way.kind == "fastest")


def _empty(words: Words, ways: Ways, way: Way) -> str:
    """Why a plan has no steps; empty where it has some."""
    if way.in_turn:
        return ""
    if not to_learn(ways.telling):
        return words.text("Nothing is left to learn for this goal.")
    return labels(words, PLAN)["no_steps"]


def _bars(words: Words, way: Way) -> Iterator[Bar]:
    place = tracks([one for one in way.schedule.slots if one.weeks])  # what has no length stands on no axis
    for step in way.in_turn:
        slot = way.schedule.slot(step.id)
        if slot is not None:
            state = way.states.get(step.id, "chosen")
            told = sentences(words, step, slot, after=[], before=[], state=state)
            yield Bar(
                step.id, step.name, below(words, step, slot), told, slot.start, slot.weeks, place.get(step.id, 0), state
            )


def _left_over(words: Words, ways: Ways) -> Iterator[LeftOver]:
    plan, titles = ways.cheapest.plan, labels(words, PLAN)
    names = {one.requirement.concept.id: words.name(one.requirement.concept.name) for one in ways.telling}
    left = {
        "not_covered": plan.uncovered,
        "only_unpriced": plan.only_unpriced,
        "only_untimed": ways.fastest.plan.only_untimed,
        "beyond_budget": plan.beyond_budget,
        "clashing": plan.clashing,
    }
    for title, needs in left.items():
        if needs:
            yield LeftOver(titles[title], tuple(names[one] for one in needs))


def _now(words: Words, ways: Ways, today: datetime) -> str:
    """Where today stands in the plan kept."""
    if ways.kept is None:
        return ""
    week = week_of(ways.kept, today.date())
    if not week.number:
        return words.text("Your plan begins on {day}.", day=words.value(week.start))
    return week_words(words, week.number, week.weeks)


def _late(words: Words, ways: Ways, today: datetime) -> str:
    names = [one.step.name for one in late_steps(ways.kept, today.date())] if ways.kept else []
    return words.text("These should be over by now: {steps}. Are they?", steps=names) if names else ""
