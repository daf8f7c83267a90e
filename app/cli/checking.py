"""`check`: what holds of files, one line or card for each record."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from app.cli.online import Consent, ask_for, consenting
from app.cli.opened import lists_of
from app.cli.terminal import PATH, PERSON, complain, heading, json_line, tell, words
from app.journey.received.text import MARKS
from app.journey.records.cards import mark_of
from app.online.pages import documents_of, joined
from app.records.model import Check, Record, Source, Unreadable
from app.records.reading import read_path
from app.trust.badge_links import completed
from app.trust.documents import NO_DOCUMENTS, Documents, load_documents
from app.trust.registries import KnownList
from app.trust.seven import check_record

FILES = click.argument("files", nargs=-1, required=True, type=PATH)
DOCUMENTS = click.option("--documents", type=PATH, help="Folder whose index.json stands for the network.")
REGISTRY = click.option(
    "--registry",
    multiple=True,
    metavar="FILE|ADDRESS",
    help="List of known issuers: a file, or with --online a website.",
)
JSON = click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")


@click.command()
@FILES
@DOCUMENTS
@REGISTRY
@click.option("--online", is_flag=True, help="Ask the websites that can tell more; they are shown first.")
@consenting
@JSON
def check(
    files: tuple[Path, ...],
    documents: Path | None,
    registry: tuple[str, ...],
    leave_out: frozenset[str],
    *,
    online: bool,
    yes: bool,
    as_json: bool,
) -> None:
    """Say what holds of each record in FILES, without the network unless it is asked for."""
    at_hand = load_documents(documents) if documents else None
    known = lists_of(registry, online=online)
    now = datetime.now(UTC)
    gave, gave_not = set[str](), set[str]()
    found: Iterable[Record | Unreadable] = (item for file in files for item in read_path(file))
    if online:
        from app.cli.links import read_linked

        found = read_linked(tuple(found), Consent(yes, leave_out))
        at_hand = _asked(found, at_hand, now, Consent(yes, leave_out), known)
        now = datetime.now(UTC)
    for item in found:
        if isinstance(item, Unreadable):
            gave_not.add(item.source.file)
            show_unreadable(item, as_json=as_json)
        else:
            gave.add(item.source.file)
            checks = check_record(item, now=now, documents=at_hand, registries=known)
            show_record(completed(item, at_hand), checks, as_json=as_json)
    if gave_not - gave:
        click.get_current_context().exit(PERSON)


def _asked(
    found: Iterable[Record | Unreadable],
    at_hand: Documents | None,
    now: datetime,
    consent: Consent,
    lists: tuple[KnownList, ...],
) -> Documents:
    records = [item for item in found if isinstance(item, Record)]
    return joined((at_hand or NO_DOCUMENTS, documents_of(ask_for(records, at_hand, now, consent, lists))))


def check_json(one: Check) -> dict[str, Any]:
    """A check as JSON: `as_of` is ISO 8601 in UTC."""
    values = {name: plain(value) for name, value in one.values.items()}
    found = {"check": one.check, "answer": one.answer, "reason": one.reason, "as_of": plain(one.as_of)}
    return {**found, "values": values} if values else found


def plain(value: object) -> object:
    """A value that JSON can carry."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    if isinstance(value, tuple | list | set | frozenset):
        return [plain(item) for item in value]
    return value if isinstance(value, str | int | float | bool | None) else str(value)


def record_json(record: Record, checks: tuple[Check, ...]) -> dict[str, Any]:
    """A record and its checks as JSON."""
    return {
        **source_json(record.source),
        "key": record.key,
        "id": record.id,
        "kind": record.kind,
        "issuer": {"id": record.issuer.id, "name": record.issuer.name},
        "name": record.name,
        "checks": [check_json(one) for one in checks],
    }


def show_record(record: Record, checks: tuple[Check, ...], *, as_json: bool) -> None:
    """Print one record and what holds of it."""
    if as_json:
        json_line(record_json(record, checks))
        return
    issuer = record.issuer.name or record.issuer.id or words().text("an issuer it does not name")
    heading(words().text("{name}, from {issuer}", name=record.name, issuer=issuer))
    show_checks(checks)


def show_checks(checks: tuple[Check, ...]) -> None:
    """Print each check as a question, its answer and why."""
    for line in check_lines(checks):
        tell(line)


def check_lines(checks: tuple[Check, ...]) -> Iterator[str]:
    """Each check as a line of mark, question, answer and reason."""
    say, today = words(), datetime.now(UTC).date()
    for one in checks:
        reason = say.reason(one.reason, one.values, one.check)
        since = " " + say.text("As of {day}.", day=say.value(one.as_of)) if one.as_of.date() < today else ""
        yield f"  {MARKS[mark_of(one)]} {say.check(one.check)} {say.state(one.answer)}. {reason}{since}"


def show_unreadable(item: Unreadable, *, as_json: bool) -> None:
    """Print why a file, or a part of it, gave no record."""
    if as_json:
        json_line(unreadable_json(item))
    else:
        where = f"{item.source.file}: {item.source.member}" if item.source.member else item.source.file
        complain(f"{where}: {words().problem(item.code, item.values)}")


def unreadable_json(item: Unreadable) -> dict[str, Any]:
    """What gave no record as JSON: the reason as a sentence and as its code."""
    return {**source_json(item.source), "error": words().problem(item.code, item.values), "code": item.code}


def source_json(source: Source) -> dict[str, str]:
    """Where something came from, as JSON."""
    return {"file": source.file, **({"member": source.member} if source.member else {})}
