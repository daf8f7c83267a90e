"""`verify`: what holds of a presentation that someone was sent, and how it meets what they asked for."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from app.applying.postings.reading import read_posting
from app.cli.checking import (
    DOCUMENTS,
    JSON,
    REGISTRY,
    check_json,
    record_json,
    show_unreadable,
    unreadable_json,
)
from app.cli.opened import lists_of
from app.cli.terminal import PATH, PERSON, json_line, tell, words
from app.journey.career_data import pack_in_use
from app.journey.received.checked import Got, Refusal, check_received, comes_to
from app.journey.received.given import Looked, wanted_of
from app.journey.received.meeting import Met, requirements_met
from app.journey.received.page import received_page
from app.journey.received.text import received_lines
from app.records.model import Unreadable
from app.records.received import received_path
from app.trust.documents import load_documents
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
    wanted = wanted_of(read_posting(posting)) if posting else None
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
        with open_pack(pack_in_use()) as pack:
            met = requirements_met(pack, got, wanted)
    if as_json:
        json_line(got_json(file, got, met))
    else:
        _show(Looked(got, met))


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
        "comes_to": comes_to(got),
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
        "doubts": list(one.doubts),
    }


def _show(found: Looked) -> None:
    say = words()
    for line in received_lines(say, received_page(say, found)):
        tell(line)
