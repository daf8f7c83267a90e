"""What one is sent: a list that names the college of the tests, and a part in it that nobody here can read."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from signed_records import COLLEGE_SEED, record_of, signed_badge

from app.applying.holder import holder_of
from app.records.model import Record
from app.trust.registries import Registry, read_registry

COLLEGE = "Harbor Practice College"
NAME = "Schools we know"


def college_list(named: str = COLLEGE) -> dict[str, Any]:
    """The list, with the college by this name."""
    return {"meta": {"title": NAME}, "registry": {holder_of(COLLEGE_SEED).did: {"name": named}}}


def known(as_of: datetime = datetime(2026, 3, 1, tzinfo=UTC)) -> Registry:
    """The list as it is read."""
    return read_registry(college_list(), NAME, as_of)


def college_file(folder: Path, named: str = COLLEGE) -> Path:
    """The list in a file."""
    file = folder / "known.json"
    file.write_text(json.dumps(college_list(named)), encoding="utf-8")
    return file


def unreadable() -> Record:
    """A record in an envelope of a kind that Pathfolio cannot read, to be signed for as it is."""
    envelope = {
        "@context": "https://www.w3.org/ns/credentials/v2",
        "id": "data:application/mdoc;base64,oWFh",
        "type": "EnvelopedVerifiableCredential",
    }
    sealed = json.dumps(envelope).encode()
    return replace(record_of(signed_badge("Sealed")), document=envelope, raw=sealed)
