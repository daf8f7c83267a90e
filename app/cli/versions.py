"""`versions`: what was chosen for each application, to look at, to name and to let go."""

from pathlib import Path

import click

from app.cli.checking import JSON
from app.cli.opened import PASSPHRASE_FILE, VAULT, opened
from app.cli.terminal import heading, json_line, tell, words
from app.errors import PersonError
from app.journey.apply.draft import wishes_json
from app.journey.apply.versions import Version, let_go, rename_version, version
from app.journey.apply.versions import versions as kept_versions
from app.journey.records.holding import kept
from app.journey.session import Session


@click.command()
@VAULT
@click.option("--rename", metavar="NUMBER=NAME", help="Give a version a name.")
@click.option("--remove", metavar="VERSION", help="Let a version go, by its number or name. What you signed stays.")
@PASSPHRASE_FILE
@JSON
def versions(
    folder: Path, rename: str | None, remove: str | None, passphrase_file: Path | None, *, as_json: bool
) -> None:
    """List what you chose for each application, to start the next one from (present --like)."""
    with opened(folder, passphrase_file) as session:
        if rename is not None:
            number, equals, name = rename.partition("=")
            if not equals:
                raise PersonError("version_form", text=rename)
            rename_version(session, version(session, number).number, name)
        if remove is not None:
            let_go(session, version(session, remove).number)
        _show(session, as_json=as_json)


def _show(session: Session, *, as_json: bool) -> None:
    say, found, names = words(), kept_versions(session), {one.key: one.name for one in kept(session)}
    if not found and not as_json:
        tell(say.text("No version is kept yet. Signing keeps one: pathfolio present"))
    for one in found:
        if as_json:
            json_line(version_json(one))
            continue
        name, gone = one.name or say.text("Version {place}", place=one.place), say.text("a record that is gone")
        heading(f"{one.number}: {name}")
        tell(f"  {one.title}, {one.organisation}")
        for key in one.records:
            tell(f"  - {names.get(key, gone)}")


def version_json(one: Version) -> dict[str, object]:
    """A version as JSON."""
    return {
        "number": one.number,
        "place": one.place,
        "name": one.name,
        "title": one.title,
        "organisation": one.organisation,
        "made_at": one.made_at,
        "records": list(one.records),
        "wishes": wishes_json(one.wishes),
    }
