"""`gap` and `plan`: what a goal needs, what is still to learn, and the cheapest and the fastest way to learn it."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import click

from app.cli.checking import JSON
from app.cli.figures import fact_lines, facts_json, outlook_json, outlook_lines
from app.cli.opened import AREA, ONLY_SIGNED, VAULT, opened, opening, pay_area
from app.cli.terminal import PATH, heading, json_line, tell, words
from app.files import write_file
from app.journey.counting import counted
from app.journey.kept_plan import kept_plan, ready_on
from app.journey.limits import MOST_AT_ONCE, MOST_HOURS, Limits, limits
from app.journey.papers import gap_reason, labels, step_note
from app.journey.plan import TELLING, Standpoint, Way, both, entries_of, goal_code, ground_of, standpoint
from app.journey.plan_page import plan_bytes
from app.journey.session import Session
from app.journey.way_words import figures, proof_of, ready_of, start_of, taught_of
from app.wording.papers import PLAN
from app.wording.plans import WAYS, length_words, limits_words, plus_words, price_words, proof_title, when_words
from pathways.frameworks.catalog import CatalogEntry
from pathways.model import GapItem, Plan, PlannedStep

GOAL = click.option("--goal", metavar="CODE", help="O*NET-SOC code; without it, the goal kept in the vault.")
ALL = click.option("--all", "everything", is_flag=True, help="Show every need, not only those that set the job apart.")
STATES = ("shown", "partly", "missing", "unknown")
SHAPES = {"shown": "●", "partly": "◐", "missing": "○", "unknown": "?"}


@click.command()
@VAULT
@GOAL
@ALL
@AREA
@ONLY_SIGNED
@opening
@JSON
def gap(
    folder: Path,
    goal: str | None,
    area: str | None,
    passphrase_file: Path | None,
    *,
    everything: bool,
    only_signed: bool,
    as_json: bool,
) -> None:
    """Show what you show, partly show and still have to learn for a goal."""
    with opened(folder, passphrase_file) as session:
        stand = standpoint(session, counted(session, only=only_signed), goal_code(session, goal))
        job = (session.pack, stand.needs.occupation.id, pay_area(session, area))
        outlook, told = outlook_json(*job), tuple(outlook_lines(*job))
    shown = stand.gap if everything else stand.gap[:TELLING]
    if as_json:
        json_line({**gap_json(stand, shown), "outlook": outlook, "facts": facts_json(stand.needs.facts)})
    else:
        show_gap(stand, shown, told)


def show_gap(stand: Standpoint, shown: tuple[GapItem, ...], outlook: Iterable[str]) -> None:
    """Print the needs shown, the outlook of the job, what is told of preparing for it and how many needs are left."""
    heading(stand.needs.occupation.name)
    for line in (*gap_lines(shown), *unrated_lines(stand)):
        tell(line)
    for line in (*outlook, *fact_lines(stand.needs.facts)):
        tell(f"  {line}")
    if len(stand.gap) > len(shown):
        tell(words().text("{more} more needs: add --all to see them.", more=len(stand.gap) - len(shown)))


@click.command()
@VAULT
@GOAL
@click.option("--fastest", is_flag=True, help="Show the fastest plan in place of the cheapest.")
@click.option("--budget", type=click.FloatRange(min=0), help="The most you can spend, in dollars.")
@click.option("--hours-a-week", type=click.FloatRange(1, MOST_HOURS), help="Hours you can give in a week.")
@click.option("--at-once", type=click.IntRange(1, MOST_AT_ONCE), help="How many courses you can take at once.")
@click.option("--online", is_flag=True, help="Only courses you can do from home.")
@click.option("--with", "chosen", multiple=True, metavar="STEP", help="A step to take in any case, by its id.")
@click.option("--html", type=PATH, help="Also write the plan as a page.")
@ONLY_SIGNED
@opening
@JSON
def plan(
    folder: Path,
    goal: str | None,
    budget: float | None,
    hours_a_week: float | None,
    at_once: int | None,
    chosen: tuple[str, ...],
    html: Path | None,
    passphrase_file: Path | None,
    *,
    fastest: bool,
    online: bool,
    only_signed: bool,
    as_json: bool,
) -> None:
    """Find the cheapest and the fastest steps that teach what is missing for a goal."""
    with opened(folder, passphrase_file) as session:
        stand = standpoint(session, counted(session, only=only_signed), goal_code(session, goal))
        limit = _limits(session, Limits(budget, hours_a_week, at_once, online))
        ways = _both(session, stand, limit, chosen)
        shown, other = reversed(ways) if fastest else ways
        if html is not None:
            page = plan_bytes(session, words(), stand, shown.plan, words().text("you"), only_signed=only_signed)
            write_file(html, page)
        entries = entries_of(session, shown.plan)
        totals = [line for one in ways for line in total_lines(session, stand, one)]
    if as_json:
        json_line({**plan_json(stand, shown, entries), "limits": limits_json(limit), "other": total_json(other)})
    else:
        show_plan(stand, limit, (*plan_lines(stand, shown.plan, entries, shown), *totals))


def show_plan(stand: Standpoint, limit: Limits, told: Iterable[str]) -> None:
    """Print a plan's lines under its goal and limits."""
    heading(stand.needs.occupation.name)
    tell("  " + words().text("Your limits: {limits}", limits=limits_line(limit)))
    for line in told:
        tell(line)


def _both(session: Session, stand: Standpoint, limit: Limits, chosen: Iterable[str]) -> tuple[Way, Way]:
    kept = kept_plan(session, stand.needs.occupation.id)
    return both(ground_of(session, stand, kept=kept, limit=limit, chosen=frozenset(chosen)))


def _limits(session: Session, said: Limits) -> Limits:
    """The limits kept, and in their place those of this command."""
    kept = limits(session)
    return Limits(
        kept.budget if said.budget is None else said.budget,
        said.hours_a_week or kept.hours_a_week,
        said.at_once or kept.at_once,
        said.online_only or kept.online_only,
    )


def limits_line(limit: Limits) -> str:
    """The limits in a line."""
    return limits_words(words(), limit.budget, limit.hours_a_week, limit.at_once, online_only=limit.online_only)


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
    yield f"    {proof_title(say, proven=way.plan.proven)} {proof_of(say, way)}"


def gap_lines(items: tuple[GapItem, ...]) -> Iterator[str]:
    """Needs grouped by how they stand, each with its shape and why."""
    say = words()
    for state in STATES:
        group = [item for item in items if item.state == state]
        if group:
            yield f"  {say.state(state)} ({len(group)})"
        for item in group:
            reason = gap_reason(say, item)
            yield f"    {SHAPES[state]} {say.name(item.requirement.concept.name)}" + (f". {reason}" if reason else "")


def unrated_lines(stand: Standpoint) -> Iterator[str]:
    """The kinds of need that nobody rated for this occupation: unknown, never missing."""
    if stand.needs.unrated:
        kinds = [words().state(f"kind_{kind}") for kind in stand.needs.unrated]
        yield "  ? " + words().text("Unknown: nobody has rated this for the job yet: {kinds}.", kinds=kinds)


def plan_lines(
    stand: Standpoint, found: Plan, entries: Mapping[str, CatalogEntry], way: Way | None = None
) -> Iterator[str]:
    """The steps in order, each with its price, time and reason; the total; what no step teaches.

    `entries` are the catalog's, by step id. With a `way`, each step is told with its weeks, and the proof elsewhere.
    """
    say, label = words(), labels(words(), PLAN)
    names = {item.requirement.concept.id: item.requirement.concept.name for item in stand.gap}
    for number, one in enumerate(found.steps, start=1):
        yield f"  {number}. {one.step.name}: {price_words(say, one.step.cost, seen=True)}, {time_of(one)}"
        yield from when_lines(one, way)
        yield "     " + say.text("for: {needs}", needs=[names.get(c, c) for c in one.covers])
        notes = (step_note(say, entries.get(one.step.id)), label["inferred"] if one.step.inferred else "")
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
    left_over = {"beyond_budget": found.beyond_budget, "not_covered": found.uncovered}
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


def gap_json(stand: Standpoint, items: tuple[GapItem, ...]) -> dict[str, object]:
    """The gap as JSON; `state` is shown, partly, missing or unknown."""
    return {
        "goal": {"code": stand.needs.occupation.id, "name": stand.needs.occupation.name},
        "needs": [
            {
                "id": item.requirement.concept.id,
                "name": item.requirement.concept.name,
                "kind": item.requirement.concept.kind,
                "source": item.requirement.source,
                "importance": item.requirement.importance,
                "level": item.requirement.level,
                "essential": item.requirement.essential,
                "state": item.state,
                "reason": item.reason,
                "by": [{"id": held.concept.id, "evidence": held.evidence} for held in item.by],
            }
            for item in items
        ],
        "unrated": list(stand.needs.unrated),
    }


def plan_json(stand: Standpoint, way: Way, entries: Mapping[str, CatalogEntry]) -> dict[str, object]:
    """The plan as JSON; costs in U.S. dollars, null where not known; `pays_for` is null where nobody told."""
    found = way.plan
    return {
        "goal": {"code": stand.needs.occupation.id, "name": stand.needs.occupation.name},
        "steps": [step_json(one, way, entries.get(one.step.id)) for one in found.steps],
        **total_json(way),
        "unpriced": [step.id for step in found.unpriced],
        "untimed": list(way.schedule.untimed),
        "uncovered": list(found.uncovered),
        "only_unpriced": list(found.only_unpriced),
        "only_untimed": list(found.only_untimed),
        "beyond_budget": list(found.beyond_budget),
    }


def total_json(way: Way) -> dict[str, object]:
    """A plan's figures as JSON: dollars, hours, calendar weeks, hours in the fullest week, first and last day."""
    found, ready = way.plan, ready_on(way.start, way.schedule.weeks)
    return {
        "aim": found.aim,
        "cost": found.cost,
        "hours": found.hours,
        "weeks": found.weeks,
        "peak_hours": round(way.schedule.peak_hours, 2),
        "starts": way.start.isoformat(),
        "ready": None if way.schedule.untimed else ready.isoformat(),
        "proven": found.proven,
        "bound": found.bound,
        "looked_at": found.looked_at,
    }


def limits_json(limit: Limits) -> dict[str, object]:
    """The limits as JSON; null is no limit."""
    return {
        "budget": limit.budget,
        "hours_a_week": limit.hours_a_week,
        "at_once": limit.at_once,
        "online_only": limit.online_only,
    }


def step_json(one: PlannedStep, way: Way, entry: CatalogEntry | None) -> dict[str, object]:
    """A planned step as JSON, each figure with where and when it was seen."""
    step, slot = one.step, way.schedule.slot(one.step.id)
    figures = {"cost": step.cost, "hours": step.hours, "weeks": step.weeks}
    return {
        "id": step.id,
        "name": step.name,
        "kind": step.kind,
        "provider": step.provider,
        "covers": list(one.covers),
        "inferred": step.inferred,
        "pays_for": entry.covers if entry else None,
        "before": list(entry.before) if entry else [],
        "first_week": slot.start + 1 if slot else None,
        "last_week": slot.start + slot.weeks if slot and slot.weeks else None,
        **{name: {"value": f.value, "seen_at": f.seen_at, "year": f.year} for name, f in figures.items()},
    }
