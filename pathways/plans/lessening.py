"""A question made smaller before the solver is asked, without a loss: a best plan can still be made of what is left."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from math import inf

from pathways.frameworks.reach import in_reach
from pathways.model import AnyOf, LearningStep
from pathways.plans.narrowing import narrowed
from pathways.plans.needless import Offer, cheaper_apart, worthwhile
from pathways.plans.question import Question, weights_of
from pathways.plans.steps import before


def lessened(
    asked: Question, measures: Callable[[LearningStep], tuple[float, ...]], *, cheap: bool, end: float = inf
) -> Question:
    """The question without the steps that no best plan needs; see `narrowing` and `needless`.

    `measures` says what is better small in a step; `cheap` that nothing but cost, hours and number of steps counts.
    What is not looked at by `end` (as `monotonic` tells it) stays.
    """
    asked = narrowed(asked, end) if cheap else asked
    wanted = {concept: place for place, concept in enumerate(asked.wanted)}
    looked_for = {first for every in asked.waits.values() for some in every for first in some.steps} | asked.forced
    offers = [
        Offer(
            one.id,
            measures(one),
            {wanted[concept]: asked.much(one, concept) for concept in one.teaches if concept in wanted},
            frozenset((*map(_named, asked.waits[one.id]), *_days(one))),
            one.id in looked_for,
        )
        for one in asked.steps
    ]
    kept = {one.id for one in worthwhile(offers, [asked.least.get(concept, 1.0) for concept in asked.wanted], end)}
    asked = replace(asked, steps=tuple(one for one in asked.steps if one.id in kept))
    if cheap and asked.single and not any(one.needs_any for one in asked.steps):
        asked = _worth_it(asked, [one for one in offers if one.id in kept], end)
    return asked


def _named(some: AnyOf) -> str:
    """A single step by its id; a choice by what it says, so that only the same choice is equal."""
    return some.steps[0] if len(some.steps) == 1 else repr(some)


def _days(one: LearningStep) -> tuple[str, ...]:
    """The start days as one condition: only a step of the same days, or of none, is as good."""
    return (repr(sorted(one.offering.starts)),) if one.offering.starts else ()


def _worth_it(asked: Question, offers: Sequence[Offer], end: float) -> Question:
    """Without what costs more than it is worth, nor what waits for that."""
    weights = weights_of(asked)
    waits = {one.id: [some.steps[0] for some in asked.waits[one.id]] for one in asked.steps}
    worth = cheaper_apart(offers, weights, waits, end) | before(asked.usable, asked.forced, asked.done)
    left = frozenset(in_reach({one.id: asked.waits[one.id] for one in asked.steps if one.id in worth}))
    return replace(asked, steps=tuple(one for one in asked.steps if one.id in left))
