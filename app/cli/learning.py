"""`learning`: lists of courses and programs that a learner or a center brings, and single steps typed in."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from types import MappingProxyType

import click

from app.cli.checking import JSON, plain
from app.cli.opened import PASSPHRASE_FILE, VAULT, opened
from app.cli.terminal import PATH, Commands, clear_progress, heading, json_line, progress, tell, words
from app.files import write_file
from app.journey import learning as journey
from app.journey.learning_file import read_file
from app.journey.learning_kept import KeptList, ListSummary
from app.journey.learning_typed import typed_steps
from app.journey.learning_words import kept_lines, summary_lines
from app.records.text import one_line
from app.wording import learning as said
from pathways.frameworks.learning.model import Trouble

SHOWN = 20
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
    mapping = _mapping(mapped)
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


def _mapping(mapped: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in mapped:
        field, equals, column = one.partition("=")
        if not equals:
            raise click.UsageError(words().text("Write --map as FIELD=COLUMN, such as: --map cost=Tuition"))
        found[field.strip()] = column.strip()
    return found


def _telling() -> journey.Tell:
    stage = words().text("Looking what they teach…")
    return lambda share: progress(stage, int(STEPS * min(1.0, share)), None)


def show_summary(summary: ListSummary, *, as_json: bool) -> None:
    """Print what was taken and what was wrong."""
    if as_json:
        json_line(summary_json(summary))
        return
    say = words()
    if summary.kept.columns:
        heading(say.text("Columns"))
        for line in said.column_lines(say, summary.kept.headings, summary.kept.columns):
            tell("  " + one_line(line))
        tell()
    for line in summary_lines(say, summary):
        tell(one_line(line))
    for line in said.trouble_lines(say, summary.kept.troubles, SHOWN):
        tell("  " + one_line(line))
    if summary.unknown_skills:
        tell(one_line(said.unknown_skills_line(say, summary.unknown_skills)))


def summary_json(summary: ListSummary) -> dict[str, object]:
    """A summary as JSON."""
    return {
        **kept_json(summary.kept),
        "replaced": summary.replaced,
        "new": summary.new,
        "gone": summary.gone,
        "priced": summary.priced,
        "taught": dict(summary.taught),
        "counted": dict(summary.counted),
        "unknown_skills": list(summary.unknown_skills),
        "not_looked_up": summary.not_looked_up,
    }


def kept_json(kept: KeptList) -> dict[str, object]:
    """A list as JSON."""
    return {
        "list": kept.list_id,
        "name": kept.name,
        "file": kept.file,
        "kind": kept.kind,
        "as_of": plain(kept.as_of),
        "added": plain(kept.added),
        "rows": kept.rows,
        "steps": kept.steps,
        "left_out": kept.left_out,
        "unclear": kept.unclear,
        "troubles": [trouble_json(one) for one in kept.troubles],
        "problem": kept.problem or None,
        "old": kept.old,
        "columns": dict(kept.columns),
    }


def trouble_json(one: Trouble) -> dict[str, object]:
    """What was wrong in a row, as JSON."""
    return {"row": one.row, "field": one.field or None, "code": one.code, "cell": one.cell, "left_out": one.left_out}


@learning.command("list")
@VAULT
@PASSPHRASE_FILE
@JSON
def show(folder: Path, passphrase_file: Path | None, *, as_json: bool) -> None:
    """Show the lists that you brought, and the steps that you typed in."""
    with opened(folder, passphrase_file) as session:
        found, typed = journey.lists(session), typed_steps(session)
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
    if as_json:
        json_line({"removed": which})
    else:
        tell(words().text("Removed: {name}.", name=one_line(which)))


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
        write_file(file, (journey.list_as_csv if table else journey.list_as_json)(session, which))
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
