"""`verify`: what holds of a presentation that someone was sent, and how it meets what they asked for."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from app.applying.postings.correcting import opportunity_of
from app.applying.postings.reading import read_posting
from app.applying.ties import Tie
from app.cli.checking import (
    DOCUMENTS,
    JSON,
    REGISTRY,
    check_json,
    record_json,
    show_checks,
    show_record,
    show_unreadable,
    unreadable_json,
)
from app.cli.opened import lists_of
from app.cli.terminal import PATH, PERSON, heading, json_line, tell, words
from app.journey.received import Got, Met, Refusal, check_received, requirements_met
from app.places import careers_pack
from app.records.model import Unreadable
from app.records.received import received_path
from app.trust.documents import load_documents
from app.wording.received import HOW, NOT_REFUSED, PRACTICE, REFUSED, TIES
from pathways.pack.store import open_pack


@click.command()
@click.argument("file", type=PATH)
@click.option("--challenge", help="The request code that the presentation should carry.")
@click.option("--domain", help="The reader that the presentation should be for.")
@click.option("--for", "posting", type=PATH, help="What you asked for: each thing is told apart.")
@DOCUMENTS
@REGISTRY
@JSON
def verify(
    file: Path,
    challenge: str | None,
    domain: str | None,
    posting: Path | None,
    documents: Path | None,
    registry: tuple[str, ...],
    *,
    as_json: bool,
) -> None:
    """Say what holds of a presentation and of each record in it.

    It may be in a PDF, in a saved page or in a zip. A posting that has a request code or a reader asks for them too.
    """
    at_hand = load_documents(documents) if documents else None
    known = lists_of(registry, online=False)
    wanted = opportunity_of(read_posting(posting)) if posting else None
    sent = received_path(file)
    if isinstance(sent, Unreadable):
        show_unreadable(sent, as_json=as_json)
        click.get_current_context().exit(PERSON)
    got = check_received(
        sent,
        now=datetime.now(UTC),
        challenge=challenge or (wanted.challenge if wanted else None),
        domain=domain or (wanted.domain if wanted else None),
        documents=at_hand,
        registries=known,
    )
    met: tuple[Met, ...] = ()
    if wanted:
        with open_pack(careers_pack()) as pack:
            met = requirements_met(pack, got, wanted)
    if as_json:
        json_line(got_json(file, got, met))
    else:
        _show(got, met)


def got_json(file: Path, got: Got, met: tuple[Met, ...]) -> dict[str, Any]:
    """All that was found of a presentation, as JSON."""
    told = [
        unreadable_json(one) if isinstance(one, Unreadable) else record_json(one.record, one.checks)
        for one in got.records
    ]
    return {
        "file": str(file),
        "holder": got.presentation.holder,
        "fingerprint": got.fingerprint,
        "practice": got.practice,
        "refused": [refusal_json(one) for one in got.refused],
        "not_checked": [refusal_json(one) for one in got.unsure],
        "checks": [check_json(one) for one in got.checks],
        "records": told,
        "bound_to": [{"name": one.name, "key": one.code} for one in got.ties],
        **({"asked": [met_json(one) for one in met]} if met else {}),
    }


def refusal_json(one: Refusal) -> dict[str, str]:
    """What says no, or could not be answered, as JSON."""
    return {"check": one.check, "reason": one.reason, **({"record": one.name} if one.name else {})}


def met_json(one: Met) -> dict[str, Any]:
    """How one thing asked stands, as JSON."""
    return {
        "name": one.asked.name,
        "essential": one.asked.essential,
        "how": one.how,
        "by": list(one.by),
        "evidence": one.evidence,
        "out_of_date": one.lapsed,
    }


def _show(got: Got, met: tuple[Met, ...]) -> None:
    say = words()
    if got.practice:
        tell(say.text(PRACTICE))
    tell(say.text(REFUSED if got.refused else NOT_REFUSED))
    holder = got.presentation.holder
    if holder:
        heading(say.text("Presentation that names {holder} as the one who shows it", holder=holder))
    else:
        heading(say.text("Presentation that does not say who shows it"))
    show_checks(got.checks)
    tell("  " + say.text("Fingerprint (SHA-256): {fingerprint}", fingerprint=got.fingerprint))
    bound = {one.key: one for one in got.ties}
    for one in got.records:
        if isinstance(one, Unreadable):
            show_unreadable(one, as_json=False)
            continue
        show_record(one.record, one.checks, as_json=False)
        for line in _tie(bound.get(one.record.key)):
            tell(line)
    for line in _asked(met):
        tell(line)


def _tie(tie: Tie | None) -> Iterator[str]:
    if tie is not None:
        yield "  " + words().text(TIES[tie.code])


def _asked(met: tuple[Met, ...]) -> Iterator[str]:
    say = words()
    if met:
        yield ""
        yield say.text("What you asked for:")
    for one in met:
        sure = f" ({say.state(f'evidence_{one.evidence}')})" if one.how == "record" else ""
        late = " " + say.text("It is out of date.") if one.lapsed else ""
        said = say.text(HOW[one.how], by=say.list_of(list(one.by)))
        yield f"  {one.asked.name} – {said}{sure}{late}"
