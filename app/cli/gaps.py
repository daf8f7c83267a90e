"""`gap`: what a goal needs and how each need stands."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from app.cli.checking import JSON
from app.cli.figures import fact_lines, facts_json, outlook_json, outlook_lines
from app.cli.opened import AREA, ONLY_SIGNED, VAULT, opened, opening, pay_area
from app.cli.terminal import heading, json_line, tell, words
from app.journey.papers import gap_reason
from app.journey.plan.ground import TELLING, Standpoint, goal_code, standpoint
from app.journey.skills.counting import counted
from pathways.model import GapItem

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
