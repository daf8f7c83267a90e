"""The signed presentation: the records chosen and the learner's own statements, for one opportunity alone.

The forms of proof are in `app.applying.proof_forms`.
"""

import json
import secrets
from base64 import b64encode
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

from app.applying.holder import Holder, holder_of
from app.applying.making import ProofForm
from app.applying.proof_forms import (
    CONTEXT,
    Terms,
    file_of,
    proven,
    refuse_unfit,
    signed_text,
    unsigned_presentation,
)
from app.applying.statement import Statement, statement_credential
from app.applying.ties import bound_elsewhere, named_dids
from app.errors import PersonError
from app.records.jose import unpack
from app.records.json_text import decode, load
from app.records.jwt_claims import media_type
from app.records.model import Record
from app.records.sd_jwt import compact
from app.trust.contexts import UnknownContextError
from app.trust.inline import MeaningError
from app.trust.meaning import read_meaning

CHALLENGE_BYTES = 16


@dataclass(frozen=True)
class Request:
    """For whom and what a presentation is made. Where nobody gave a challenge or domain, `request_for` makes them."""

    title: str
    organisation: str
    challenge: str
    domain: str


@dataclass(frozen=True)
class Presentation:
    """A signed presentation: its JSON as data, its file's bytes (UTF-8), and what the ledger keeps of it."""

    document: Mapping[str, Any]
    content: bytes
    id: str
    holder: str
    challenge: str
    domain: str
    created: datetime
    form: ProofForm = "eddsa-rdfc-2022"
    ends: datetime | None = None

    @property
    def file_name(self) -> str:
        """The name of its file."""
        return file_of(self.form)[0]

    @property
    def media_type(self) -> str:
        """The media type of its file."""
        return file_of(self.form)[1]


def request_for(title: str, organisation: str, challenge: str | None = None, domain: str | None = None) -> Request:
    """A request with a random 128-bit challenge, and the organisation's name as domain, where none was given."""
    return Request(title, organisation, challenge or secrets.token_hex(CHALLENGE_BYTES), domain or organisation)


def sign_presentation(
    records: Sequence[Record],
    statements: Sequence[Statement],
    request: Request,
    *,
    seed: bytes,
    created: datetime,
    labels: Mapping[str, str],
    practice: bool = False,
    told: Collection[str] = (),
    form: ProofForm = "eddsa-rdfc-2022",
    ends: datetime | None = None,
) -> Presentation:
    """Sign records, as they came, and own statements with the learner's key for this opportunity (32-byte seed).

    `told` are keys of records bound to another key about which the learner was told; without it such a record raises
    `PersonError("subject_key_differs")`. One whose meaning cannot be read here cannot be signed for:
    `record_cannot_be_signed_for`; one that the form cannot hold: `record_needs_newer_form`. Nothing at all to send:
    `nothing_to_send`; an end that is not after `created`: `end_is_past`. Moments are aware. Labels: `application` and
    those of `statement_credential`.
    """
    if not records and not statements:
        raise PersonError("nothing_to_send")
    if ends is not None and ends <= created:
        raise PersonError("end_is_past", day=ends)
    holder = holder_of(seed)
    refuse_unfit(records, form)
    _ask_of_bound(records, holder, told)
    terms = Terms(f"{labels['application']}: {request.title}", request.challenge, request.domain, created, ends)
    older = form == "Ed25519Signature2020"
    said = [
        statement_credential(
            one, holder, labels, id_=f"urn:uuid:{uuid4()}", created=created, practice=practice, older=older
        )
        for one in statements
    ]
    held = [*map(shown_as, records), *said]
    unsigned = unsigned_presentation(form, terms, holder, str(uuid4()), held, practice=practice)
    document = unsigned if form == "vp+jwt" else _signed(unsigned, records, form, terms, holder)
    text = _presentation_text(document, [*map(_record_text, records), *map(_text, said)])
    content = (signed_text(text, terms, holder) if form == "vp+jwt" else text).encode("utf-8")
    asked = (request.challenge, request.domain)
    return Presentation(document, content, str(document["id"]), holder.did, *asked, created, form, ends)


def _ask_of_bound(records: Sequence[Record], holder: Holder, told: Collection[str]) -> None:
    for record in bound_elsewhere(records, holder.did):
        if record.key not in told:
            raise PersonError("subject_key_differs", title=record.name, subject=named_dids(record)[0])


def shown_as(record: Record) -> dict[str, Any]:
    """A record as it stands in a presentation: itself, or its signed text to the letter in an envelope around it.

    VC Data Model 2.0, section 4.12 (EnvelopedVerifiableCredential). What an SD-JWT's holder was given is sent whole.
    """
    if record.form == "json":
        return dict(record.document)
    if record.form == "jades":
        data = f"data:application/jose+json;base64,{b64encode(record.raw).decode()}"
    else:
        text = record.raw.decode("utf-8")
        data = f"data:{_media_type(record)},{compact(text) if record.form == 'sd-jwt' else text}"
    return {"@context": CONTEXT, "id": data, "type": "EnvelopedVerifiableCredential"}


def _media_type(record: Record) -> str:
    if record.form == "sd-jwt":
        return "application/dc+sd-jwt" if record.kind == "sd-jwt-vc" else "application/vc+sd-jwt"
    # One of the first data model, or of Open Badges, is a JWT like any other.
    secured = media_type(unpack(record.raw.decode("ascii"))).startswith("vc+")
    return "application/vc+jwt" if secured else "application/jwt"


def _signed(
    unsigned: Mapping[str, Any], records: Sequence[Record], form: ProofForm, terms: Terms, holder: Holder
) -> dict[str, Any]:
    try:
        return proven(unsigned, form, terms, holder)
    except (MeaningError, UnknownContextError) as error:
        raise _cannot_sign(records, error) from error


def _cannot_sign(records: Sequence[Record], error: Exception) -> PersonError:
    """Name the record that stands in the way; more than one may."""
    for record in records:
        if record.form != "json":
            continue  # its words are its own signature's, and stand in one address
        try:
            read_meaning(record.document)
        except UnknownContextError as unknown:
            return PersonError("record_cannot_be_signed_for", title=record.name, why="unknown_context", url=unknown.url)
        except MeaningError as part:
            return PersonError("record_cannot_be_signed_for", title=record.name, why=part.code)
    raise error


def _record_text(record: Record) -> str:
    """A record's own JSON to the letter, so that no number or date is written another way than its issuer wrote it."""
    if record.form != "json":
        return _text(shown_as(record))
    if load(record.raw) == record.document:
        return decode(record.raw).strip()
    return _text(record.document)


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


def _presentation_text(document: Mapping[str, Any], credentials: Sequence[str]) -> str:
    """The JSON text of a presentation around the texts of its credentials."""
    listed = "[\n" + ",\n".join(credentials) + "\n]"
    parts = [
        f'  "{key}": {listed if key == "verifiableCredential" else _text(value)}' for key, value in document.items()
    ]
    return "{\n" + ",\n".join(parts) + "\n}\n"
