"""`gap` and `plan`: what a goal needs, what is still to learn, and the cheapest way to learn it."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from app.cli.checking import JSON
from app.cli.figures import fact_lines, facts_json, outlook_json, outlook_lines
from app.cli.opened import VAULT, opened, opening
from app.cli.terminal import PATH, heading, json_line, tell, words
from app.files import write_file
from app.journey.papers import gap_reason, labels, plan_page, step_note
from app.journey.plan import TELLING, Standpoint, entries_of, goal_code, standpoint
from app.journey.plan import plan as plan_for
from app.journey.session import Session
from app.journey.skills import profile
from app.wording.papers import PLAN
from pathways.frameworks.catalog import CatalogEntry
from pathways.model import Figure, GapItem, Plan, PlannedStep
from pathways.pack.store import attributions

GOAL = click.option("--goal", metavar="CODE", help="O*NET-SOC code; without it, the goal kept in the vault.")
ALL = click.option("--all", "everything", is_flag=True, help="Show every need, not only those that set the job apart.")
STATES = ("shown", "partly", "missing", "unknown")
SHAPES = {"shown": "●", "partly": "◐", "missing": "○", "unknown": "?"}


@click.command()
@VAULT
@GOAL
@ALL
@opening
@JSON
def gap(folder: Path, goal: str | None, passphrase_file: Path | None, *, everything: bool, as_json: bool) -> None:
    """Show what you show, partly show and still have to learn for a goal."""
    with opened(folder, passphrase_file) as session:
        stand = standpoint(session, profile(session), goal_code(session, goal))
        outlook = outlook_json(session.pack, stand.needs.occupation.id)
        told = (*outlook_lines(session.pack, stand.needs.occupation.id), *fact_lines(stand.needs.facts))
    shown = stand.gap if everything else stand.gap[:TELLING]
    if as_json:
        json_line({**gap_json(stand, shown), "outlook": outlook, "facts": facts_json(stand.needs.facts)})
        return
    heading(stand.needs.occupation.name)
    for line in (*gap_lines(shown), *unrated_lines(stand)):
        tell(line)
    for line in told:
        tell(f"  {line}")
    if len(stand.gap) > len(shown):
        tell(words().text("{more} more needs: add --all to see them.", more=len(stand.gap) - len(shown)))


@click.command()
@VAULT
@GOAL
@click.option("--budget", type=click.FloatRange(min=0), help="The most you can spend, in dollars.")
@click.option("--with", "chosen", multiple=True, metavar="STEP", help="A step to take in any case, by its id.")
@click.option("--html", type=PATH, help="Also write the plan as a page.")
@opening
@JSON
def plan(
    folder: Path,
    goal: str | None,
    budget: float | None,
    chosen: tuple[str, ...],
    html: Path | None,
    passphrase_file: Path | None,
    *,
    as_json: bool,
) -> None:
    """Find the cheapest steps that teach what is missing for a goal."""
    with opened(folder, passphrase_file) as session:
        stand = standpoint(session, profile(session), goal_code(session, goal))
        found = plan_for(session, stand, chosen=frozenset(chosen), budget=budget)
        if html is not None:
            write_file(html, page_bytes(session, stand, found, name=words().text("you")))
    if as_json:
        json_line(plan_json(stand, found, entries_of(session, found)))
        return
    heading(stand.needs.occupation.name)
    for line in plan_lines(stand, found, entries_of(session, found)):
        tell(line)


def page_bytes(session: Session, stand: Standpoint, found: Plan, *, name: str) -> bytes:
    """The plan as an HTML page."""
    from app.applying.plan_document import plan_html

    say = words()
    credits_owed = attributions(session.pack)
    page = plan_page(
        say, stand.first(TELLING), found, name=name, on=session.clock(), entries=entries_of(session, found),
        credits_owed=credits_owed, practice=session.practice,
    )  # fmt: skip
    return plan_html(page, labels(say, PLAN))


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


def plan_lines(stand: Standpoint, found: Plan, entries: Mapping[str, CatalogEntry]) -> Iterator[str]:
    """The steps in order, each with its price, time and reason; the total; what no step teaches.

    `entries` are the catalog's, by step id.
    """
    say, label = words(), labels(words(), PLAN)
    names = {item.requirement.concept.id: item.requirement.concept.name for item in stand.gap}
    for number, one in enumerate(found.steps, start=1):
        yield f"  {number}. {one.step.name}: {price(one.step.cost)}, {time_of(one)}"
        yield "     " + say.text("for: {needs}", needs=[names.get(c, c) for c in one.covers])
        notes = (step_note(say, entries.get(one.step.id)), label["inferred"] if one.step.inferred else "")
        yield from (f"     {note}" for note in notes if note)
    if found.steps:
        yield "  " + say.text("Together: {cost}", cost=say.money(found.cost)) + unpriced_words(found)
        yield "  " + label["proven" if found.proven else "not_proven"]
    elif found.beyond_budget:
        yield "  " + say.text("Your budget pays for no step that teaches what is missing.")
    else:
        yield "  " + label["no_steps"]
    left_over = {"beyond_budget": found.beyond_budget, "not_covered": found.uncovered}
    for name, left in {**left_over, "only_unpriced": found.only_unpriced}.items():
        if left:
            yield f"  {label[name]}: {say.list_of([names.get(c, c) for c in left])}"


def price(figure: Figure) -> str:
    """A price in words; unknown is never free."""
    say = words()
    if figure.value is None:
        return say.text("price not known")
    if figure.value == 0:
        return say.text("free")
    seen = f" ({figure.year})" if figure.year else ""
    return say.money(figure.value) + seen


def time_of(one: PlannedStep) -> str:
    """Hours of work, or weeks on the calendar, as far as known."""
    say = words()
    if one.step.hours.value is not None:
        return say.count("{number} hour", "{number} hours", round(one.step.hours.value))
    if one.step.weeks.value is not None:
        return say.count("{number} week", "{number} weeks", round(one.step.weeks.value))
    return say.text("time not known")


def unpriced_words(found: Plan) -> str:
    """What must be added to the total where a chosen step has no known price."""
    if not found.unpriced:
        return ""
    names = [step.name for step in found.unpriced]
    return ", " + words().text("plus what this costs: {steps}", steps=names)


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


def plan_json(stand: Standpoint, found: Plan, entries: Mapping[str, CatalogEntry]) -> dict[str, object]:
    """The plan as JSON; costs in U.S. dollars, null where not known; `pays_for` is null where nobody told."""
    return {
        "goal": {"code": stand.needs.occupation.id, "name": stand.needs.occupation.name},
        "steps": [step_json(one, entries.get(one.step.id)) for one in found.steps],
        "cost": found.cost,
        "hours": found.hours,
        "weeks": found.weeks,
        "proven": found.proven,
        "bound": found.bound,
        "unpriced": [step.id for step in found.unpriced],
        "uncovered": list(found.uncovered),
        "only_unpriced": list(found.only_unpriced),
        "beyond_budget": list(found.beyond_budget),
    }


def step_json(one: PlannedStep, entry: CatalogEntry | None) -> dict[str, object]:
    """A planned step as JSON, each figure with where and when it was seen."""
    step = one.step
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
        **{name: {"value": f.value, "seen_at": f.seen_at, "year": f.year} for name, f in figures.items()},
    }
