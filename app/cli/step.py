"""`step`: how far a step of the plan kept is, whether every plan takes it, and what a record does not prove."""

from pathlib import Path
from typing import get_args

import click

from app.cli.checking import JSON
from app.cli.gaps import GOAL
from app.cli.opened import VAULT, opened, opening
from app.cli.terminal import json_line, tell, words
from app.errors import PersonError
from app.journey.plan.ground import goal_code
from app.journey.plan.kept import kept_plan, mark_step, want_step
from app.journey.plan.proven_done import say_not_done
from app.journey.plan.what_if import step_by_name
from app.journey.session import Session
from app.vault.store_plan import StepState
from app.wording.plans import marked_words
from app.wording.replanning import wanted_words
from pathways.model import LearningStep

STATES: dict[str, StepState] = {one: one for one in get_args(StepState)}


@click.command()
@click.argument("named", metavar="STEP")
@VAULT
@GOAL
@click.option("--started", "mark", flag_value="started", help="You have begun it.")
@click.option("--done", "mark", flag_value="done", help="You are done with it.")
@click.option("--dropped", "mark", flag_value="dropped", help="You do not want it: no plan takes it up again.")
@click.option("--failed", "mark", flag_value="failed", help="You did not pass it.")
@click.option("--chosen", "mark", flag_value="chosen", help="Take back what you said: it is still ahead.")
@click.option("--wanted", "mark", flag_value="wanted", help="Take it into every plan.")
@click.option("--not-wanted", "mark", flag_value="not-wanted", help="No longer take it into every plan.")
@click.option("--not-done", "mark", flag_value="not-done", help="A record says you finished it, and that is wrong.")
@opening
@JSON
def step(
    named: str, folder: Path, goal: str | None, mark: str | None, passphrase_file: Path | None, *, as_json: bool
) -> None:
    """Say how far you are with a STEP of your plan, by its id or name."""
    if mark is None:
        raise click.UsageError(words().text("Say how far the step is, such as --started or --done."))
    with opened(folder, passphrase_file) as session:
        aim = goal_code(session, goal)
        found = _found(session, aim, named)
        told = _mark(session, aim, found, mark)
    if as_json:
        json_line({"goal": aim, "step": found.id, "name": found.name, "mark": mark})
    else:
        tell(told)


def _found(session: Session, goal: str, named: str) -> LearningStep:
    """A step of the plan kept, which no list may have any more, else one of the lists."""
    kept = kept_plan(session, goal)
    ours = {one.step.id: one.step for one in (kept.steps if kept else ())}
    return ours[named] if named in ours else step_by_name(session, goal, named)


def _mark(session: Session, goal: str, found: LearningStep, mark: str) -> str:
    """Keep what was said, and say it again. PersonError `step_not_in_plan`."""
    if mark in ("wanted", "not-wanted"):
        want_step(session, goal, found.id, wanted=mark == "wanted")
        return wanted_words(words(), found.name, wanted=mark == "wanted")
    if mark == "not-done":
        say_not_done(session, found.id)
        return words().text("{step} is to do again, whatever your records say.", step=found.name)
    kept = kept_plan(session, goal)
    if kept is None or found.id not in {one.step.id for one in kept.steps}:
        raise PersonError("step_not_in_plan", step=found.name)
    mark_step(session, goal, found.id, STATES[mark])
    if mark in ("done", "chosen"):
        say_not_done(session, found.id, no=mark == "chosen")
    return marked_words(words(), mark, found.name)
