"""Who a document says made it, and whether the keys of its proofs are theirs."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from app.trust.documents import Documents
from app.trust.keys import Finding, Purpose, whose_key
from app.trust.proofs import ProofFinding


def issuer_of(document: Mapping[str, Any]) -> str | None:
    """The id of a document's issuer, or None."""
    return named(document.get("issuer"))


def named(value: object) -> str | None:
    """The id of an issuer or holder, written as a text or as an object."""
    found = value.get("id") if isinstance(value, dict) else value
    return found if isinstance(found, str) and found else None


def binding(issuer: str, proofs: Iterable[ProofFinding], *, documents: Documents, now: datetime) -> Finding:
    """Whether the key of a sound proof belongs to the issuer; one such proof of several is enough."""
    findings = bindings(issuer, proofs, purpose="assertionMethod", documents=documents, now=now)
    for answer in ("yes", "not checked", "no"):
        best = next((finding for finding in findings if finding.answer == answer), None)
        if best is not None:
            return best
    return Finding("not checked", "no_sound_proof")


def bindings(
    name: str, proofs: Iterable[ProofFinding], *, purpose: Purpose, documents: Documents, now: datetime
) -> list[Finding]:
    """For each sound proof, whether its key belongs to the one named."""
    found = []
    for one in proofs:
        if one.finding.answer == "yes" and one.method is not None and one.key is not None:
            whose = whose_key(name, one.method, one.key, purpose=purpose, documents=documents, now=now)
            found.append(one.origin if one.origin and whose.answer == "not checked" else whose)
    return found
