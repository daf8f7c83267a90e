"""`pack`: the career data, how it is built, and what a person brings to it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli.checking import JSON
from app.cli.terminal import PATH, Commands, clear_progress, heading, json_line, progress, tell, words
from app.files import make_folder, write_file
from app.journey import career_data
from app.records.text import one_line, paragraphs
from app.wording import frameworks as said
from pathways.pack.store import PackInfo, open_pack, pack_info

if TYPE_CHECKING:
    from pathways.frameworks.recognize import Given, Release
    from pathways.frameworks.take import Kept
    from pathways.pack.own import Summary

STEPS = 100


@click.group(cls=Commands)
def pack() -> None:
    """Build the career data, bring your own, or say what it holds."""


@pack.command()
@click.option("--from", "source", type=PATH, required=True, help="Folder with the releases.")
@click.option("--out", type=PATH, required=True, help="File to write.")
@JSON
def build(source: Path, out: Path, *, as_json: bool) -> None:
    """Build the pack from published releases; the same releases give the same pack."""
    from pathways.pack.build import build_pack

    show_info(build_pack(source, out, progress), as_json=as_json)


@pack.command()
@click.argument("file", type=PATH, required=False)
@JSON
def info(file: Path | None, *, as_json: bool) -> None:
    """Say what a pack holds, and from where; without FILE, what ships with Pathfolio and what you brought."""
    if file is not None:
        show_info(pack_info(file), as_json=as_json)
        return
    found = career_data.career_data()
    if as_json:
        brought = {"state": found.state, "brought": [kept_json(one) for one in found.brought]}
        json_line({**info_json(found.shipped), "own": brought})
        return
    show_info(found.shipped, as_json=False)
    heading(words().text("Brought by you"))
    _show_state(found)
    for one in found.brought:
        tell(f"  {one.name:<24}  " + one_line(said.release_name(words(), one)))


def _show_state(found: career_data.CareerData) -> None:
    say = words()
    if found.state == "unreadable":
        tell("  " + say.text("What you brought is damaged and not used. Remove it with: pathfolio pack remove --all"))
    elif found.state == "other_program":
        tell("  " + say.text("Another version of Pathfolio made it, so it is not used. Use: pathfolio pack again"))
    elif not found.brought:
        tell("  " + say.text("Nothing yet. You can add O*NET, ESCO or OEWS with: pathfolio pack add FILE"))


@pack.command()
@click.argument("files", type=PATH, nargs=-1, required=True)
@JSON
def add(files: tuple[Path, ...], *, as_json: bool) -> None:
    """Add releases of O*NET, ESCO or OEWS: the FILES, zips or folders as you downloaded them."""
    given = career_data.look(files, _told(words().text("Looking what it is…")))
    clear_progress()
    if not as_json:
        for line in said.given_lines(words(), given):
            tell(one_line(line))
    summary = _ended(lambda: career_data.add(given, _told(words().text("Adding…"))))
    show_summary(summary, given, as_json=as_json)


@pack.command()
@click.argument("name", required=False)
@click.option("--all", "everything", is_flag=True, help="All that you brought, also where it is damaged.")
@JSON
def remove(name: str | None, *, everything: bool, as_json: bool) -> None:
    """Take out the release NAME that you brought (see: pack info); what it took the place of is there again."""
    if everything:
        career_data.remove_all()
        if not as_json:
            tell(words().text("All that you brought was removed."))
        return
    if not name:
        raise click.UsageError(words().text("Say which release, or --all."))
    summary = _ended(lambda: career_data.remove(name, _told(words().text("Removing…"))))
    if as_json:
        json_line(summary_json(summary))
    else:
        tell(words().text("Removed: {name}.", name=one_line(name)))


@pack.command()
@JSON
def again(*, as_json: bool) -> None:
    """Put together anew what you brought, as a new version of Pathfolio needs it."""
    show_summary(_ended(lambda: career_data.build_again(_told(words().text("Adding…")))), None, as_json=as_json)


@pack.command()
@JSON
def areas(*, as_json: bool) -> None:
    """List the states and areas whose pay you brought."""
    from pathways.pack import labour

    with open_pack(career_data.pack_in_use()) as opened:
        for one in labour.areas(opened).values():
            if as_json:
                json_line(vars(one))
            else:
                tell(f"{one.code:<8} {one_line(one.title)} ({one.released})")


def _told(stage: str) -> Callable[[float], None]:
    return lambda share: progress(stage, int(STEPS * min(1.0, share)), None)


def _ended(work: "Callable[[], Summary]") -> "Summary":
    try:
        return work()
    finally:
        clear_progress()


def show_summary(summary: "Summary", given: "Given | None", *, as_json: bool) -> None:
    """Print what was taken and what was left out."""
    if as_json:
        json_line({**summary_json(summary), "unknown": list(given.unknown) if given else []})
        return
    say = words()
    for line in said.summary_lines(say, summary):
        tell(one_line(line))
    if summary.added:
        tell(said.damage_heading(say, summary.damaged))
    for line in said.damage_lines(say, summary.named):
        tell("  " + one_line(line))


def summary_json(summary: "Summary") -> dict[str, object]:
    """A summary as JSON: releases with their rows, parts with versions, rows left out and why."""
    return {
        "added": [kept_json(one) for one in summary.added],
        "removed": list(summary.removed),
        "uses": [vars(use) for use in summary.uses],
        "left_out": dict(summary.left_out),
        "read": summary.read,
        "damaged": summary.damaged,
        "damages": [vars(one) for one in summary.named],
    }


def kept_json(one: "Kept | Release") -> dict[str, object]:
    """A release that was brought as JSON."""
    from pathways.frameworks.take import Kept

    facts: dict[str, object] = {
        "name": one.name,
        "framework": one.framework,
        "version": one.version,
        "date": one.date,
        "part": one.part,
    }
    if isinstance(one, Kept):
        facts["added"] = one.added
        facts["files"] = dict(one.files)
        facts["tables"] = {table: [n.read, dict(n.left_out)] for table, n in one.counted.items()}
    return facts


@pack.command()
@click.option("--out", type=PATH, required=True, help="A .graphml file, or a folder for nodes.csv and edges.csv.")
@click.option("--around", metavar="CODE", help="Only what is near to one job.")
def graph(out: Path, around: str | None) -> None:
    """Write the career data as a graph: as GraphML, or as two tables of CSV."""
    from pathways import graph as graphs
    from pathways.requirements import requirements

    with open_pack(career_data.pack_in_use()) as opened:
        found = graphs.whole(opened) if around is None else graphs.around(opened, requirements(opened, around))
    if out.suffix.lower() == ".graphml":
        make_folder(out.parent)
        write_file(out, graphs.graphml(found))
    else:
        make_folder(out)
        for name, data in graphs.tables(found).items():
            write_file(out / name, data)
    say = words()
    counts = {"nodes": say.number(len(found)), "edges": say.number(found.number_of_edges())}
    tell(say.text("Written: {nodes} things and {edges} links between them, in {place}", place=str(out), **counts))


def show_info(found: PackInfo, *, as_json: bool) -> None:
    """Print a pack's digest, size, counts and sources."""
    if as_json:
        json_line(info_json(found))
        return
    say = words()
    tell(say.text("Fingerprint of the data: {digest}", digest=one_line(found.digest)))
    tell(say.text("Size: {size} MB", size=round(found.size / 1_000_000, 1)))
    heading(say.text("Holds"))
    for name, count in found.counts.items():
        tell(f"  {say.number(count):>9}  {name}")
    heading(say.text("Sources"))
    for source in found.sources:
        tell("  " + one_line(f"{source.title} {source.version} {source.date}") + ". " + one_line(source.licence))
        if source.attribution:
            tell("    " + paragraphs(source.attribution).replace("\n", " "))


def info_json(found: PackInfo) -> dict[str, object]:
    """What a pack holds, as JSON."""
    return {
        "digest": found.digest,
        "schema": found.schema,
        "size": found.size,
        "counts": dict(found.counts),
        "dropped": dict(found.dropped),
        "sources": [vars(source) for source in found.sources],
    }
