"""`learning`: lists of courses and programs that a learner or a center brings, and single steps typed in."""

from datetime import date
from pathlib import Path
from types import MappingProxyType

import click

from app.cli.checking import JSON
from app.cli.learning_told import kept_json, named_values, show_removed, show_summary
from app.cli.opened import PASSPHRASE_FILE, VAULT, opened
from app.cli.terminal import PATH, Commands, clear_progress, heading, json_line, progress, tell, words
from app.files import write_file
from app.journey.learning import lists as journey
from app.journey.learning.file import read_file
from app.journey.learning.handed import list_as_csv, list_as_json
from app.journey.learning.in_use import Tell
from app.journey.learning.told import lists
from app.journey.learning.typed import typed_steps
from app.journey.learning.words import kept_lines
from app.records.text import one_line

STEPS = 100
MAP = click.option(
    "--map",
    "mapped",
    multiple=True,
    metavar="FIELD=COLUMN",
    help="Take a field from that column; FIELD= takes it from none. It is kept for lists with the same columns.",
)
AS_OF = click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), metavar="DAY", help="Day of the data: 2026-01-31.")


class LearningCommands(Commands):
    """The commands of lists; those of single steps stand apart."""

    modules = MappingProxyType({"step": "app.cli.learning_steps"})


@click.group(cls=LearningCommands)
def learning() -> None:
    """Bring lists of courses and programs near you, or type in single ones."""


@learning.command()
@click.argument("file", type=PATH)
@VAULT
@MAP
@AS_OF
@click.option("--name", default="", help="What to call the list; one of the same name makes way.")
@PASSPHRASE_FILE
@JSON
def add(
    file: Path,
    folder: Path,
    mapped: tuple[str, ...],
    as_of: click.DateTime | None,
    name: str,
    passphrase_file: Path | None,
    *,
    as_json: bool,
) -> None:
    """Add the list in FILE: a table (CSV, Excel), a list in CTDL, a school's saved web page, or one from Pathfolio."""
    mapping = named_values(mapped, words().text("Write --map as FIELD=COLUMN, such as: --map cost=Tuition"))
    day = date.fromisoformat(str(as_of)[:10]) if as_of else None
    content = read_file(file)
    with opened(folder, passphrase_file) as session:
        try:
            summary = journey.add_list(
                session, content, file.name, name=name, mapping=mapping, as_of=day, tell=_telling()
            )
        finally:
            clear_progress()
    show_summary(summary, as_json=as_json)


def _telling() -> Tell:
    stage = words().text("Looking what they teach…")
    return lambda share: progress(stage, int(STEPS * min(1.0, share)), None)


@learning.command("list")
@VAULT
@PASSPHRASE_FILE
@JSON
def show(folder: Path, passphrase_file: Path | None, *, as_json: bool) -> None:
    """Show the lists that you brought, and the steps that you typed in."""
    with opened(folder, passphrase_file) as session:
        found, typed = lists(session), typed_steps(session)
    if as_json:
        for one in found:
            json_line(kept_json(one))
        for _, step in typed:
            json_line({"step": step.id, "name": step.name})
        return
    say = words()
    if not found and not typed:
        tell(say.text("Nothing yet. Add a list with: pathfolio learning add FILE"))
    for one in found:
        heading(one_line(f"{one.name} ({one.list_id})"))
        for line in kept_lines(say, one):
            tell("  " + one_line(line))
    for _, step in typed:
        tell(one_line(f"{step.id}  {step.name}"))


@learning.command()
@click.argument("which", metavar="ID")
@VAULT
@PASSPHRASE_FILE
@JSON
def remove(which: str, folder: Path, passphrase_file: Path | None, *, as_json: bool) -> None:
    """Take out the list with that ID (see: learning list); its steps no longer count."""
    with opened(folder, passphrase_file) as session:
        journey.remove_list(session, which)
    show_removed(which, as_json=as_json)


@learning.command()
@click.argument("which", metavar="ID")
@click.argument("file", type=PATH)
@VAULT
@PASSPHRASE_FILE
@JSON
def export(which: str, file: Path, folder: Path, passphrase_file: Path | None, *, as_json: bool) -> None:
    """Write the list with that ID to FILE, to hand on: as a table where FILE ends in .csv, else for Pathfolio alone."""
    with opened(folder, passphrase_file) as session:
        table = file.suffix.lower() == ".csv"
        write_file(file, (list_as_csv if table else list_as_json)(session, which))
    _written(file, as_json=as_json)


@learning.command()
@click.argument("file", type=PATH)
@JSON
def template(file: Path, *, as_json: bool) -> None:
    """Write an empty table with an example to FILE, to fill in and add."""
    from pathways.frameworks.learning.own import template_csv

    write_file(file, template_csv())
    _written(file, as_json=as_json)


def _written(file: Path, *, as_json: bool) -> None:
    if as_json:
        json_line({"file": str(file)})
    else:
        tell(words().text("Written: {file}", file=str(file)))
