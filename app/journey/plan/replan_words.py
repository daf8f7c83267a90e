"""Plans beside each other in words: without a step, if something were otherwise, made again, and why not everything."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from app.journey.plan.by_week import Running, Weeks, WhyIn
from app.journey.plan.difference import Difference
from app.journey.plan.left_out import LeftOut
from app.journey.plan.made_again import PlanChanges
from app.journey.plan.nearest import Nearest
from app.journey.plan.proven_done import ProvenDone
from app.journey.plan.what_if import WhatIf
from app.journey.plan.why_not import Block, NotTaught
from app.wording import Words
from app.wording.plans import STEP_STATES, hours_a_week_words, when_words
from app.wording.replanning import (
    beside_words,
    difference_words,
    let_go_words,
    needed_before_words,
    not_taught_words,
    proven_words,
    what_if_words,
)
from pathways.model import GapItem, LearningStep


def left_out_told(words: Words, gap: Iterable[GapItem], found: LeftOut) -> tuple[str, ...]:
    """What leaving a step out would cost, a sentence each."""
    others = tuple(one for one in found.difference.removed if one.id != found.step.id)
    short = _in_short(words, replace(found.difference, removed=others))
    return (words.text("Without it: {difference}.", difference=short), *_beside(words, gap, found.difference))


def what_if_told(words: Words, gap: Iterable[GapItem], found: WhatIf) -> tuple[str, ...]:
    """What would be if something were otherwise, beside the plan of now."""
    asked, change = what_asked(words, found), _in_short(words, found.difference)
    drifted = words.text("Some of this comes from making your plan again, which changes it now in any case.")
    return (
        words.text("What if: {asked}. Then: {difference}.", asked=asked, difference=change),
        *_beside(words, gap, found.difference),
        *((drifted,) if found.drifted else ()),
    )


def what_asked(words: Words, found: WhatIf) -> str:
    """What is asked, in a line."""
    change = found.change
    return what_if_words(
        words,
        had=(one.name for one in found.had),
        budget=change.budget,
        hours_a_week=change.hours_a_week,
        at_once=change.at_once,
        online_only=change.online_only,
        places=change.places or (),
        languages=change.languages or (),
    )


def nearest_told(words: Words, gap: Iterable[GapItem], found: tuple[Nearest, ...]) -> tuple[str, ...]:
    """What to let go of, one thing at a time: the plan that teaches the most more in full, the others in short."""
    lines = [_let_go(words, one) for one in found]
    return (*lines[:1], *(_beside(words, gap, found[0].difference) if found else ()), *lines[1:])


def _let_go(words: Words, one: Nearest) -> str:
    unknown = _names(one.difference.unpriced)
    return let_go_words(words, one.dropped, _in_short(words, one.difference), unknown)


def not_taught_lines(words: Words, found: Iterable[NotTaught]) -> tuple[str, ...]:
    """Why needs are left untaught, a sentence for those of the same step and reason."""
    groups: dict[tuple[str, tuple[Block, ...]], list[NotTaught]] = {}
    for one in found:
        groups.setdefault((one.step.id if one.step else "", one.blocks), []).append(one)
    return tuple(_not_taught(words, group) for group in groups.values())


def _not_taught(words: Words, group: list[NotTaught]) -> str:
    first, needs = group[0], (words.name(one.need.name) for one in group)
    return not_taught_words(words, needs, first.step.name if first.step else None, first.blocks)


def proven_told(words: Words, one: ProvenDone) -> str:
    """What a record proves."""
    return proven_words(words, one.step.name, one.name)


def changes_told(words: Words, found: PlanChanges) -> tuple[str, ...]:
    """What making a plan again changes, a sentence each."""
    (cost, cost_now), (ready, ready_now) = found.cost, found.ready
    said = [
        _of(words.text("Stays in any case: {steps}.", steps=_names(found.fixed)), found.fixed),
        _of(words.text("Done: {steps}.", steps=_names(found.done)), found.done),
        _of(words.text("New: {steps}.", steps=_names(found.added)), found.added),
        _of(words.text("No longer needed: {steps}.", steps=_names(found.removed)), found.removed),
        *(
            words.text(
                "{step} begins on {after} in place of {before}.", step=one.step.name, before=one.before, after=one.after
            )
            for one in found.moved
        ),
    ]
    if cost != cost_now:
        said.append(
            words.text("Price: {cost} in place of {before}.", cost=words.money(cost_now), before=words.money(cost))
        )
    if ready != ready_now:
        said.append(
            words.text("Ready: {after} in place of {before}.", after=_day(words, ready_now), before=_day(words, ready))
        )
    if found.nothing:
        said.append(words.text("Nothing changes."))
    return tuple(one for one in said if one)


def why_told(words: Words, one: WhyIn) -> tuple[str, ...]:
    """Why a step is in a plan, a sentence each."""
    names = [need.name for need in one.covers]
    said = (
        words.text("It is in the plan for: {needs}.", needs=names) if names else "",
        needed_before_words(words, _names(one.before)),
        words.text("It is in the plan because you want it or began it.") if one.wanted else "",
    )
    return tuple(part for part in said if part)


def weeks_told(words: Words, one: Weeks) -> Iterator[str]:
    """Some weeks of a plan: which they are, then each step that runs in them."""
    when = when_words(words, one.first - 1, one.last - one.first + 1)
    yield words.text("{when} ({first} to {last})", when=when, first=one.starts, last=one.ends)
    if not one.running:
        yield "  " + words.text("Nothing is planned.")
    for running in one.running:
        yield "  " + _running(words, running)


def _running(words: Words, one: Running) -> str:
    state = "" if one.state == "chosen" else words.text(STEP_STATES[one.state])
    parts = [
        hours_a_week_words(words, one.hours_a_week) if one.hours_a_week is not None else "",
        words.text("begins") if one.begins and not one.ends else "",
        words.text("ends") if one.ends and not one.begins else "",
        state,
    ]
    told = ", ".join(part for part in parts if part)
    return words.text("{step}: {what}", step=one.step.name, what=told) if told else one.step.name


def _in_short(words: Words, found: Difference) -> str:
    return difference_words(
        words,
        found.cost,
        found.weeks,
        added=len(found.added),
        removed=len(found.removed),
        open_price=bool(found.unpriced),
        open_time=bool(found.untimed),
        price_gone=bool(found.unpriced_gone),
        time_gone=bool(found.untimed_gone),
    )


def _beside(words: Words, gap: Iterable[GapItem], found: Difference) -> tuple[str, ...]:
    names = {one.requirement.concept.id: words.name(one.requirement.concept.name) for one in gap}
    return beside_words(
        words,
        gained=(names[one] for one in found.gained),
        lost=(names[one] for one in found.lost),
        unpriced=(one.name for one in found.unpriced),
        untimed=(one.name for one in found.untimed),
        unpriced_gone=(one.name for one in found.unpriced_gone),
        untimed_gone=(one.name for one in found.untimed_gone),
        sure=found.sure,
    )


def _names(steps: Iterable[LearningStep]) -> list[str]:
    return [one.name for one in steps]


def _of(sentence: str, things: tuple[object, ...]) -> str:
    """A sentence, where there is something to tell."""
    return sentence if things else ""


def _day(words: Words, day: date | None) -> str:
    return words.text("nobody knows when") if day is None else words.value(day)
