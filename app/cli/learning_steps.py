"""`learning step`: single steps that are typed in."""

from pathlib import Path

import click

from app.cli.checking import JSON
from app.cli.learning_told import named_values, show_removed
from app.cli.opened import PASSPHRASE_FILE, VAULT, opened
from app.cli.terminal import Commands, json_line, tell, words
from app.journey.learning import steps as journey
from app.journey.learning.step_json import step_as_json
from app.journey.learning.steps import TypedStep
from app.records.text import one_line
from app.wording import learning as said

FIELDS = click.argument("fields", nargs=-1, metavar="FIELD=VALUE...")


@click.group(cls=Commands)
def step() -> None:
    """Type in a single course or program, change it, or take it out."""


@step.command()
@FIELDS
@VAULT
@PASSPHRASE_FILE
@JSON
def add(fields: tuple[str, ...], folder: Path, passphrase_file: Path | None, *, as_json: bool) -> None:
    """Keep a step, with fields as in the template: name="Phlebotomy" provider="City College" cost=900 cip=51.1009."""
    told = named_values(fields, words().text("Write each field as FIELD=VALUE, such as: cost=900"))
    with opened(folder, passphrase_file) as session:
        _show(journey.add_step(session, told), as_json=as_json)


@step.command()
@click.argument("which", metavar="ID")
@FIELDS
@VAULT
@PASSPHRASE_FILE
@JSON
def change(which: str, fields: tuple[str, ...], folder: Path, passphrase_file: Path | None, *, as_json: bool) -> None:
    """Change fields of the step with that ID; an empty value takes one away, and others stay as they are."""
    told = named_values(fields, words().text("Write each field as FIELD=VALUE, such as: cost=900"))
    with opened(folder, passphrase_file) as session:
        whole = {**journey.typed_fields(session, which), **told}
        kept = {field: value for field, value in whole.items() if value}
        _show(journey.change_step(session, which, kept), as_json=as_json)


@step.command()
@click.argument("which", metavar="ID")
@VAULT
@PASSPHRASE_FILE
@JSON
def remove(which: str, folder: Path, passphrase_file: Path | None, *, as_json: bool) -> None:
    """Take out the step with that ID."""
    with opened(folder, passphrase_file) as session:
        journey.remove_step(session, which)
    show_removed(which, as_json=as_json)


def _show(kept: TypedStep, *, as_json: bool) -> None:
    if as_json:
        json_line({**step_as_json(kept.step), "unknown_skills": list(kept.unknown_skills)})
        return
    say = words()
    tell(one_line(say.text("Kept: {name} ({step})", name=kept.step.name, step=kept.step.id)))
    if kept.unknown_skills:
        tell(one_line(said.unknown_skills_line(say, kept.unknown_skills)))
    if not kept.step.teaches:
        tell(say.text("What it teaches is not known, so no plan can use it. Add skills= or cip= to change that."))
