"""What the Plan page asks for when someone wants to know more: each answer asks the solver, and can be stopped."""

from collections.abc import Callable
from dataclasses import dataclass

from app.journey.plan.ground import Way
from app.journey.plan.left_out import without
from app.journey.plan.nearest import nearest
from app.journey.plan.replan_words import left_out_told, nearest_told, what_asked, what_if_told
from app.journey.plan.way_words import price_of, ready_of, weeks_of
from app.journey.plan.ways import Ways
from app.journey.plan.what_if import Change, WhatIf, what_if
from app.journey.session import Session
from app.wording import Words
from app.wording.plans import WAYS
from pathways.model import LearningStep

Between = Callable[[], object]
MOST_TO_HAVE = 60
"""Steps beyond those on the map that are offered to ask about: a list that can still be looked through."""


@dataclass(frozen=True)
class Beside:
    """One of two plans that stand beside each other: its name, price, time and last day in words."""

    title: str
    price: str
    weeks: str
    ready: str


@dataclass(frozen=True)
class WhatIfView:
    """What would be, beside the plan of now: `asked` in a line, both plans, and what changes, a sentence each."""

    asked: str
    before: Beside
    after: Beside
    told: tuple[str, ...]
    found: WhatIf


def could_have(ways: Ways) -> tuple[LearningStep, ...]:
    """Steps to ask “if I had this” about, by name: those on the map, and what else teaches most of what is missing.

    What costs nobody knows how much is among them: whoever has it need not pay for it.
    """
    on_map = {step.id: step for way in ways.ways for step in way.steps}
    wanted = {one.requirement.concept.id for one in ways.telling if one.state in ("partly", "missing")}
    over = ways.ground.wishes.done | on_map.keys()
    more = [one for one in ways.ground.every if one.id not in over and wanted & set(one.teaches)]
    more.sort(key=lambda one: (-len(wanted & set(one.teaches)), one.name))
    return tuple(sorted((*on_map.values(), *more[:MOST_TO_HAVE]), key=lambda one: one.name.casefold()))


def leaving_out(words: Words, ways: Ways, way: Way, step_id: str, between: Between = lambda: None) -> tuple[str, ...]:
    """What leaving one step of a way out would cost, a sentence each."""
    return left_out_told(words, ways.telling, without(ways.ground, way, step_id, between=between))


def nearest_lines(words: Words, ways: Ways, between: Between = lambda: None) -> tuple[str, ...]:
    """Where the cheapest plan leaves something untaught: the one limit to let go of, and that plan; empty if none."""
    return nearest_told(words, ways.telling, nearest(ways.ground, ways.cheapest, between))


def what_if_view(
    session: Session, words: Words, ways: Ways, change: Change, between: Between = lambda: None
) -> WhatIfView:
    """What would be if something were otherwise. Errors as `what_if`."""
    found = what_if(session, ways.stand, change, between=between)
    told = what_if_told(words, ways.telling, found)
    kept = WAYS["kept"]
    before = words.text(kept) if found.before.kept else words.text("Now")
    return WhatIfView(
        what_asked(words, found),
        _beside(session, words, before, found.before),
        _beside(session, words, words.text("What if"), found.after),
        told,
        found,
    )


def _beside(session: Session, words: Words, title: str, way: Way) -> Beside:
    return Beside(title, price_of(words, way), weeks_of(words, way), ready_of(words, way, session.clock()))
