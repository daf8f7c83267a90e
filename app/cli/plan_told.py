"""A plan in lines: its steps in order, its total, what no step teaches."""

from collections.abc import Iterator, Mapping
from datetime import date

from app.cli.terminal import words
from app.journey.learning.told import is_old
from app.journey.papers import labels, step_note
from app.journey.plan.ground import TELLING, Standpoint, Way
from app.journey.plan.way_words import figures, proof_of, ready_of, start_of, taught_of
from app.journey.session import Session
from app.wording.learning import old_words
from app.wording.papers import PLAN
from app.wording.plans import WAYS, length_words, plus_words, price_words, proof_title, when_words
from pathways.frameworks.catalog import CatalogEntry
from pathways.model import Plan, PlannedStep


def plan_lines(
    stand: Standpoint,
    found: Plan,
    entries: Mapping[str, CatalogEntry],
    way: Way | None = None,
    *,
    today: date | None = None,
) -> Iterator[str]:
    """The steps in order, each with its price, time and reason; the total; what no step teaches.

    `entries` are the catalog's, by step id. With a `way`, each step is told with its weeks, and the proof elsewhere;
    with `today`, steps whose figures are older than a year are marked.
    """
    say, label = words(), labels(words(), PLAN)
    names = {item.requirement.concept.id: item.requirement.concept.name for item in stand.gap}
    for number, one in enumerate(found.steps, start=1):
        yield f"  {number}. {one.step.name}: {price_words(say, one.step.cost, seen=True)}, {time_of(one)}"
        yield from when_lines(one, way)
        yield "     " + say.text("for: {needs}", needs=[names.get(c, c) for c in one.covers])
        old = old_words(say) if today is not None and is_old(one.step, today) else ""
        notes = (step_note(say, entries.get(one.step.id)), label["inferred"] if one.step.inferred else "", old)
        yield from (f"     {note}" for note in notes if note)
    yield from _sum_lines(found, told_elsewhere=way is not None)
    yield from _left_lines(found, names)


def _sum_lines(found: Plan, *, told_elsewhere: bool) -> Iterator[str]:
    """What a plan costs together and whether that is proven; or why it has no step."""
    say, label = words(), labels(words(), PLAN)
    if found.steps:
        unpriced = plus_words(say, "cost", (step.name for step in found.unpriced))
        yield "  " + say.text("Together: {cost}", cost=say.money(found.cost)) + (f", {unpriced}" if unpriced else "")
        if not told_elsewhere:
            yield "  " + label["proven" if found.proven else "not_proven"]
    elif found.beyond_budget:
        yield "  " + say.text("Your budget pays for no step that teaches what is missing.")
    else:
        yield "  " + label["no_steps"]


def _left_lines(found: Plan, names: Mapping[str, str]) -> Iterator[str]:
    """The needs that no step here teaches, under why."""
    say, label = words(), labels(words(), PLAN)
    left_over = {"beyond_budget": found.beyond_budget, "clashing": found.clashing, "not_covered": found.uncovered}
    more = {"only_unpriced": found.only_unpriced, "only_untimed": found.only_untimed}
    for name, left in {**left_over, **more}.items():
        if left:
            yield f"  {label[name]}: {say.list_of([names.get(c, c) for c in left])}"


def time_of(one: PlannedStep) -> str:
    """Hours of work, or weeks on the calendar, as far as known."""
    hours, weeks = one.step.hours.value, one.step.weeks.value
    return length_words(words(), weeks if hours is None else None, hours)


def when_lines(one: PlannedStep, way: Way | None) -> Iterator[str]:
    """The weeks in which a step of a way runs."""
    slot = way.schedule.slot(one.step.id) if way else None
    if slot is not None:
        yield "     " + when_words(words(), slot.start, slot.weeks)


def total_lines(session: Session, stand: Standpoint, way: Way) -> Iterator[str]:
    """A plan's name, and under it its price, time and hours, what it teaches, its first and last day, its proof."""
    say = words()
    yield f"  {say.text(WAYS[way.kind])}"
    if not way.plan.steps:
        yield "    " + labels(say, PLAN)["no_steps"]
        return
    yield f"    {figures(say, way)} {taught_of(say, stand.gap[:TELLING], way)}"
    yield f"    {start_of(say, way)}"
    yield f"    {ready_of(say, way, session.clock())}"
    if proof := proof_of(say, way):
        yield f"    {proof_title(say, proven=way.plan.proven)} {proof}"
