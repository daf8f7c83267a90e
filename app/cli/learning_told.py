"""What the commands of learning print: a list added, a list kept, what was removed."""

from collections.abc import Iterable

import click

from app.cli.checking import plain
from app.cli.terminal import heading, json_line, tell, words
from app.journey.learning.kept import KeptList, ListSummary
from app.journey.learning.words import summary_lines
from app.records.text import one_line
from app.wording import learning as said
from pathways.frameworks.learning.model import Trouble

SHOWN = 20


def named_values(given: Iterable[str], wrong: str) -> dict[str, str]:
    """NAME=VALUE of an option given again and again; click.UsageError saying `wrong` where one has no "="."""
    found: dict[str, str] = {}
    for one in given:
        name, equals, value = one.partition("=")
        if not equals:
            raise click.UsageError(wrong)
        found[name.strip()] = value.strip()
    return found


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


def show_removed(which: str, *, as_json: bool) -> None:
    """Print that something was removed."""
    if as_json:
        json_line({"removed": which})
    else:
        tell(words().text("Removed: {name}.", name=one_line(which)))
