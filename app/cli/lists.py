"""`vault lists`: the lists of known issuers of a vault."""

from pathlib import Path

import click

from app.cli.checking import JSON, plain
from app.cli.opened import PASSPHRASE_FILE, opened
from app.cli.terminal import PATH, heading, json_line, tell, words
from app.errors import PersonError
from app.journey.issuers.at_hand import AtHand, add_address, add_list, at_hand, take_out
from app.journey.session import Session
from app.wording import lists as said
from app.wording.online import failure


@click.command("lists")
@click.argument("folder", type=PATH)
@click.argument("action", type=click.Choice(["add", "remove"]), required=False)
@click.argument("which", metavar="[FILE|ADDRESS]", required=False)
@PASSPHRASE_FILE
@JSON
def lists(folder: Path, action: str | None, which: str | None, passphrase_file: Path | None, *, as_json: bool) -> None:
    """Show the lists of known issuers of the vault in FOLDER, add one or remove one. Nobody is asked by that."""
    if action and not which:
        raise click.UsageError(words().text("Say which list: a file, or an address that starts with https://"))
    with opened(folder, passphrase_file) as session:
        if action and which:
            _change(session, action, which, as_json=as_json)
        if as_json or not action:
            _show(session, as_json=as_json)


def _change(session: Session, action: str, which: str, *, as_json: bool) -> None:
    say = words()
    if action == "remove":
        one = _found(session, which)
        take_out(session, one.key)
        told = say.text("Taken out: {name}.", name=one.name)
    elif "://" in which:
        add_address(session, which)
        told = say.text("Kept. It is asked for when you check online.")
    else:
        add_list(session, Path(which))
        told = say.text("Kept. It counts from now on.")
    if not as_json:
        tell(told)


def _found(session: Session, which: str) -> AtHand:
    for one in _lists(session):
        if one.key and which in (one.source, one.name):
            return one
    raise PersonError("list_not_yours", name=which[:200])


def _lists(session: Session) -> tuple[AtHand, ...]:
    return tuple(one for one in at_hand(session) if one.kind == "list")


def _show(session: Session, *, as_json: bool) -> None:
    say, found = words(), _lists(session)
    if not found and not as_json:
        tell(say.text("No lists yet. Add one with: pathfolio vault lists FOLDER add FILE"))
    for one in found:
        if as_json:
            json_line(_json(one))
            continue
        heading(one.name)
        if one.source != one.name:
            tell(f"  {one.source}")
        for line in said.told(say, one.sort, one.number if one.counted else None, one.as_of, one.why, one.name):
            tell(f"  {line}")
        for named in one.names:
            number = named.number if named.counted else None
            for line in said.told(say, named.sort, number, named.as_of, named.why, named.name):
                tell("    " + (line if named.why else say.text("{name}: {text}", name=named.name, text=line)))
        if one.failure and one.failed_at:
            when = say.value(one.failed_at)
            tell("  " + say.text("Asked on {day}: {what}", day=when, what=failure(say, one.failure)))


def _json(one: AtHand) -> dict[str, object]:
    return {
        "list": one.name,
        "kind": one.sort,
        "from": one.source or None,
        "number": one.number if one.counted else None,
        "as_of": plain(one.as_of),
        "not_looked_in": one.why or None,
        "names": [_json(named) for named in one.names],
        "last_failure": one.failure or None,
        "last_failure_at": plain(one.failed_at),
    }
