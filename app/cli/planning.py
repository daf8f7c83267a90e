"""`plan`: the cheapest and the fastest way to learn what a goal needs."""

from collections.abc import Iterable
from pathlib import Path

import click

from app.cli.checking import JSON
from app.cli.gaps import GOAL
from app.cli.opened import ONLY_SIGNED, VAULT, opened, opening
from app.cli.plan_asked import asked, asking
from app.cli.plan_beside import Scene, beside, compared, shown_kind, way_shown
from app.cli.plan_instance import answer
from app.cli.plan_json import limits_json, plan_json, total_json
from app.cli.plan_papers import papers, take_plan_in, write_papers
from app.cli.plan_told import plan_lines, total_lines
from app.cli.terminal import PATH, heading, json_line, tell, words
from app.journey.plan.ground import Standpoint, entries_of, goal_code, ground_of, standpoint
from app.journey.plan.limits import MOST_AT_ONCE, MOST_HOURS, Limits, limits
from app.journey.plan.proven_done import kept_now
from app.journey.plan.way_words import limits_told
from app.journey.records.holding import cards
from app.journey.session import Session
from app.journey.skills.counting import counted


@click.command()
@VAULT
@GOAL
@click.option("--fastest", is_flag=True, help="Show the fastest plan in place of the cheapest.")
@click.option("--budget", type=click.FloatRange(min=0), help="The most you can spend, in dollars.")
@click.option("--hours-a-week", type=click.FloatRange(1, MOST_HOURS), help="Hours you can give in a week.")
@click.option("--at-once", type=click.IntRange(1, MOST_AT_ONCE), help="How many courses you can take at once.")
@click.option("--online", is_flag=True, help="Only courses you can do from home.")
@click.option("--with", "chosen", multiple=True, metavar="STEP", help="A step to take in any case, by its id.")
@papers
@asking
@click.option("--from", "instance", type=PATH, help="Answer the question in a file, without a vault.")
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
    instance: Path | None,
    passphrase_file: Path | None,
    *,
    fastest: bool,
    online: bool,
    only_signed: bool,
    as_json: bool,
) -> None:
    """Find the cheapest and the fastest steps that teach what is missing for a goal."""
    if instance is not None:
        answer(instance, as_json=as_json)
        return
    with opened(folder, passphrase_file) as session:
        take_plan_in(session)
        stand = standpoint(session, counted(session, only=only_signed), goal_code(session, goal))
        limit = asked().limits(_limits(session, Limits(budget, hours_a_week, at_once, online)))
        scene = _scene(session, stand, limit, chosen)
        kind = shown_kind(scene, fastest=fastest)
        ways = compared(scene, kind)
        shown = way_shown(scene, kind, ways)
        other = ways[1] if shown.kind == "cheapest" else ways[0]
        write_papers(session, stand, shown, only_signed=only_signed)
        entries, today = entries_of(session, shown.plan), session.clock().date()
        every = ways if shown in ways else (shown, *ways)
        totals = [line for one in every for line in total_lines(session, stand, one)]
        more = beside(scene, shown)
    if as_json:
        said = {"limits": limits_json(limit), "other": total_json(other), **more.fields}
        json_line({**plan_json(stand, shown, entries), **said})
    else:
        show_plan(stand, limit, (*plan_lines(stand, shown.plan, entries, shown, today=today), *totals, *more.lines))


def show_plan(stand: Standpoint, limit: Limits, told: Iterable[str]) -> None:
    """Print a plan's lines under its goal and limits."""
    heading(stand.needs.occupation.name)
    tell("  " + words().text("Your limits: {limits}", limits=limits_line(limit)))
    for line in told:
        tell(line)


def _scene(session: Session, stand: Standpoint, limit: Limits, chosen: Iterable[str]) -> Scene:
    seen = cards(session)
    kept = kept_now(session, stand.needs.occupation.id, seen)
    ground = ground_of(session, stand, kept=kept, limit=limit, chosen=frozenset(chosen), seen=seen)
    return Scene(session, stand, ground, kept, asked())


def _limits(session: Session, said: Limits) -> Limits:
    """The limits kept, and in their place those of this command."""
    kept = limits(session)
    return Limits(
        kept.budget if said.budget is None else said.budget,
        said.hours_a_week or kept.hours_a_week,
        said.at_once or kept.at_once,
        said.online_only or kept.online_only,
        kept.places,
        kept.languages,
    )


def limits_line(limit: Limits) -> str:
    """The limits in a line."""
    return limits_told(words(), limit)
