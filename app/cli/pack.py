"""`pack`: the career data and how it is built."""

from pathlib import Path

import click

from app.cli.checking import JSON
from app.cli.terminal import PATH, Commands, heading, json_line, progress, tell, words
from app.places import careers_pack
from app.records.text import one_line, paragraphs
from pathways.pack.store import PackInfo, pack_info


@click.group(cls=Commands)
def pack() -> None:
    """Build the career data, or say what it holds."""


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
    """Say what a pack holds, and from where."""
    show_info(pack_info(file or careers_pack()), as_json=as_json)


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
