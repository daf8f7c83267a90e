"""A presentation before it is signed and the signature over it, in each form of proof.

Sources: VC Data Model 2.0, section 4.13, with Data Integrity EdDSA Cryptosuites 1.0; VC Data Model 1.1, section 4.10,
with Ed25519 Signature 2020; Securing Verifiable Credentials using JOSE and COSE, section 3.1.2 (`vp+jwt`), with the
claims of RFC 7519 for reader and dates and the `nonce` of OpenID4VP for the request.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.applying.holder import Holder, marked_practice, moment_text
from app.applying.making import ProofForm
from app.errors import PersonError
from app.records.model import Record
from app.trust.jose_signing import sign_jws
from app.trust.proofs import add_proof

CONTEXT = "https://www.w3.org/ns/credentials/v2"
CONTEXTS_1_1 = ("https://www.w3.org/2018/credentials/v1", "https://w3id.org/security/suites/ed25519-2020/v1")
MOST_NAMED = 8
"""Records that one sentence names."""
PRACTICE_ID = "urn:x-pathfolio-practice:"
"""Starts the id of a practice presentation of data model 1.1, which has no name to say it in."""
_FILES: Mapping[ProofForm, tuple[str, str]] = {
    "eddsa-rdfc-2022": ("presentation.json", "application/vp"),
    "Ed25519Signature2020": ("presentation.json", "application/ld+json"),
    "vp+jwt": ("presentation.jwt", "application/vp+jwt"),
}


@dataclass(frozen=True)
class Terms:
    """What a presentation is made for: its title, the request's challenge, the reader's domain, when and until when."""

    title: str
    challenge: str
    domain: str
    created: datetime
    ends: datetime | None


def file_of(form: ProofForm) -> tuple[str, str]:
    """The name of the signed file, and its media type."""
    return _FILES[form]


def refuse_unfit(records: Sequence[Record], form: ProofForm) -> None:
    """PersonError `record_needs_newer_form` (titles): data model 1.1 holds no credential of 2.0 and no signed text.

    The terms of 2.0 clash with those around them there (JSON-LD 1.1, protected terms), so no reader could check it.
    """
    if form != "Ed25519Signature2020":
        return
    unfit = tuple(one.name for one in records if one.form != "json" or one.data_model != "1.1")
    if unfit:
        more = ("…",) if len(unfit) > MOST_NAMED else ()
        raise PersonError("record_needs_newer_form", titles=unfit[:MOST_NAMED] + more)


def unsigned_presentation(
    form: ProofForm, terms: Terms, holder: Holder, id_: str, credentials: Sequence[Mapping[str, Any]], *, practice: bool
) -> dict[str, Any]:
    """The presentation without its proof; `id_` is a UUID."""
    body = {"type": ["VerifiablePresentation"], "holder": holder.did, "verifiableCredential": list(credentials)}
    if form == "Ed25519Signature2020":
        return {"@context": list(CONTEXTS_1_1), "id": f"{PRACTICE_ID if practice else 'urn:uuid:'}{id_}", **body}
    name = marked_practice(terms.title, practice=practice)
    return {"@context": [CONTEXT], "id": f"urn:uuid:{id_}", "name": name, **body}


def proven(unsigned: Mapping[str, Any], form: ProofForm, terms: Terms, holder: Holder) -> dict[str, Any]:
    """The presentation with its proof in it. Raises MeaningError and UnknownContextError, as `add_proof` does."""
    return add_proof(
        unsigned,
        seed=holder.seed,
        verification_method=holder.method,
        purpose="authentication",
        created=moment_text(terms.created),
        expires=moment_text(terms.ends) if terms.ends else None,
        suite="Ed25519Signature2020" if form == "Ed25519Signature2020" else "eddsa-rdfc-2022",
        challenge=terms.challenge,
        domain=terms.domain,
    )


def signed_text(document: str, terms: Terms, holder: Holder) -> str:
    """The JWT around a presentation's text, which stays as it is to the letter."""
    claims: dict[str, object] = {
        "iss": holder.did,
        "aud": terms.domain,
        "nonce": terms.challenge,
        "iat": int(terms.created.timestamp()),
        **({"exp": int(terms.ends.timestamp())} if terms.ends else {}),
    }
    beside = json.dumps(claims, ensure_ascii=False).removeprefix("{")
    payload = f"{document.rstrip().removesuffix('}').rstrip()}, {beside}"
    return sign_jws({"typ": "vp+jwt", "kid": holder.method}, payload, holder.seed)
