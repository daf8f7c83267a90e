"""What an employer's side hands over to be checked: what it was sent, what it asked for, whom it knows."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Literal

from app.applying.opportunity import Opportunity
from app.applying.postings.correcting import opportunity_of
from app.applying.postings.model import Posting
from app.applying.postings.reading import posting_from, read_posting
from app.errors import PersonError
from app.journey.career_data import pack_in_use
from app.journey.received.checked import Got, check_received
from app.journey.received.meeting import Met, requirements_met
from app.records.model import Source, Unreadable
from app.records.received import received, received_path
from app.trust.documents import Documents, load_documents
from app.trust.registries import Registry, load_registry
from pathways.pack.store import open_pack

Side = Literal["sent", "asked", "known"]
_PRINT = re.compile(r"\bsha-256\s+([0-9a-f]{64})\s*\Z", re.IGNORECASE)
UNNAMED = "–"


@dataclass(frozen=True)
class Given:
    """What was sent, as a file or as text, and what was asked: a posting's file or its words, a code, a reader.

    Beside a file, `text` may be what a square code says of it: its fingerprint. `lists` are files of known issuers,
    `documents` a folder of saved pages of websites.
    """

    file: Path | None = None
    text: str = ""
    posting: Path | None = None
    asked: str = ""
    challenge: str = ""
    domain: str = ""
    lists: tuple[Path, ...] = ()
    documents: Path | None = None


@dataclass(frozen=True)
class Wrong:
    """Why nothing could be checked, and which of the three has to be mended."""

    side: Side
    code: str
    values: Mapping[str, object]


@dataclass(frozen=True)
class Looked:
    """What was found."""

    got: Got
    met: tuple[Met, ...] = ()


def look_at(given: Given, now: datetime) -> Looked | Wrong:
    """Check what was sent as of `now` (aware), without a vault or a website."""
    side: Side = "asked"
    try:
        wanted = _wanted(given)
        side = "known"
        lists = tuple(load_registry(one) for one in given.lists)
        documents = load_documents(given.documents, now=now) if given.documents else None
        side = "sent"
        return _looked(given, wanted, lists, documents, now)
    except PersonError as error:
        return Wrong(side, error.code, error.values)


def wanted_of(posting: Posting) -> Opportunity:
    """What a posting asks for; here nobody has to have said who looks for whom. PersonError as `opportunity_of`."""
    title, organisation = posting.title or UNNAMED, posting.organisation or UNNAMED
    return opportunity_of(replace(posting, title=title, organisation=organisation))


def _wanted(given: Given) -> Opportunity | None:
    typed = given.asked.strip()
    if given.posting is not None and typed:
        raise PersonError("two_postings_given")
    if given.posting is not None:
        return wanted_of(read_posting(given.posting))
    return _typed(typed) if typed else None


def _typed(text: str) -> Opportunity:
    """Words of a posting, or no more than the list of what is asked, one thing on a line."""
    found = posting_from(_bytes(text))
    if found.shape == "text" and not any(one.kind != "condition" for one in found.found):
        found = posting_from(_bytes(f"Requirements:\n{text}"))
    return wanted_of(found)


def _looked(
    given: Given,
    wanted: Opportunity | None,
    lists: tuple[Registry, ...],
    documents: Documents | None,
    now: datetime,
) -> Looked:
    text = given.text.strip()
    told = _PRINT.search(text)
    if told and given.file is None:
        raise PersonError("only_a_fingerprint")
    if given.file is not None and text and not told:
        raise PersonError("two_things_given")
    if given.file is None and not text:
        raise PersonError("nothing_given")
    sent = received(_bytes(given.text), Source("")) if given.file is None else received_path(given.file)
    if isinstance(sent, Unreadable):
        code = "nothing_signed" if sent.code == "not_a_presentation" else sent.code
        raise PersonError(code, **sent.values)
    got = check_received(
        sent,
        now=now,
        challenge=given.challenge.strip() or (wanted.challenge if wanted else None),
        domain=given.domain.strip() or (wanted.domain if wanted else None),
        documents=documents,
        registries=lists,
        told_print=told[1] if told else None,
    )
    return Looked(got, _met(got, wanted) if wanted else ())


def _met(got: Got, wanted: Opportunity) -> tuple[Met, ...]:
    with open_pack(pack_in_use()) as pack:
        return requirements_met(pack, got, wanted)


def _bytes(text: str) -> bytes:
    """Pasted text as the bytes of a file; half a letter stays one, for the reader of it to refuse."""
    return text.encode("utf-8", "surrogatepass")
