"""The five checks of a presentation: who signed it, for which request, for whom, and when (DESIGN: Checks)."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from app.records.model import Check, Fault
from app.records.presentations import Presentation
from app.trust.contexts import FrozenResolver, UnknownContextError
from app.trust.dated import COUNTS_FOR, dated
from app.trust.documents import NO_DOCUMENTS, Documents
from app.trust.force import in_force
from app.trust.inline import MeaningError
from app.trust.issuers import bindings, named
from app.trust.key_binding import holder_proof
from app.trust.keys import Finding
from app.trust.proofs import ProofFinding, may_be_cut, proofs_of, verdict, verify_proofs
from app.trust.sets import texts
from app.trust.seven import as_check

CHECKS = ("signature", "holder", "challenge", "domain", "in_force")


def check_presentation(
    presentation: Presentation,
    *,
    now: datetime,
    challenge: str | None = None,
    domain: str | None = None,
    documents: Documents | None = None,
    counts_for: timedelta | None = COUNTS_FOR,
    resolver: FrozenResolver | None = None,
) -> tuple[Check, ...]:
    """Five facts about a presentation as of `now` (aware): signature, holder, challenge, domain, in_force.

    Holder, challenge and domain must hold for every sound proof, so that nobody can lend an old presentation a new
    challenge by adding a proof of their own. A signature under a form that no presentation has is not sound (`faults`).
    The records in it have checks of their own. One whose `form` is not "json" is checked from its exact bytes.
    """
    documents, document = documents or NO_DOCUMENTS, presentation.document
    if presentation.form == "json":
        signature, proofs = _signature(document, presentation.faults, documents, resolver)
        limits = [proof for proof in proofs_of(document) if isinstance(proof, dict)]
    else:
        signature, proofs = _signed(presentation, documents)
        limits = [dict(one.proof) for one in proofs]
    sound = [one for one in proofs if one.finding.answer == "yes"] if signature.answer == "yes" else []
    findings = (
        signature,
        _holder(document, sound, documents, now),
        _same("challenge", challenge, sound),
        _same("domain", domain, sound),
        in_force(document, limits, now, whole=not may_be_cut(document)),
    )
    return tuple(
        as_check(name, dated(finding, documents, now, counts_for), now)
        for name, finding in zip(CHECKS, findings, strict=True)
    )


def _signature(
    document: Mapping[str, Any], faults: Sequence[Fault], documents: Documents, resolver: FrozenResolver | None
) -> tuple[Finding, tuple[ProofFinding, ...]]:
    if faults:
        return Finding("no", faults[0].code, faults[0].values), ()
    try:
        proofs = verify_proofs(document, purpose="authentication", documents=documents, resolver=resolver)
    except MeaningError as refused:
        return Finding("no", refused.code, refused.values), ()
    except UnknownContextError as unknown:
        return Finding("not checked", "unknown_context", {"url": unknown.url}), ()
    return verdict(proofs), proofs


def _signed(presentation: Presentation, documents: Documents) -> tuple[Finding, tuple[ProofFinding, ...]]:
    """As `_signature`, of letters: what the words mean changes nothing about who signed them."""
    for fault in presentation.faults:
        return Finding("no", fault.code, fault.values), ()
    holder = named(presentation.document.get("holder")) or ""
    proof = holder_proof(presentation.raw, presentation.form, holder, documents)
    return proof.finding, (proof,)


def _holder(document: Mapping[str, Any], sound: Sequence[ProofFinding], documents: Documents, now: datetime) -> Finding:
    bound = next((one.origin for one in sound if one.origin and one.origin.reason == "holder_is_signer"), None)
    if bound is not None:
        return bound
    holder = named(document.get("holder"))
    if holder is None:
        return Finding("not checked", "no_holder")
    if not sound:
        return Finding("not checked", "no_sound_proof")
    findings = bindings(holder, sound, purpose="authentication", documents=documents, now=now)
    for answer in ("no", "not checked"):
        worst = next((finding for finding in findings if finding.answer == answer), None)
        if worst is not None:
            return worst
    return findings[0]


def _same(field: str, expected: str | None, sound: Sequence[ProofFinding]) -> Finding:
    """Whether every sound proof carries the challenge or domain that was asked for."""
    if expected is None:
        return Finding("not checked", f"no_{field}_given")
    if not sound:
        return Finding("not checked", "no_sound_proof")
    carried = [one.proof.get(field) for one in sound]
    if any(value is None for value in carried):
        return Finding("no", f"{field}_missing", {"expected": expected})
    # A JWT may be for several readers, never for several requests.
    if all(value == expected or (field == "domain" and expected in texts(value)) for value in carried):
        return Finding("yes", f"{field}_same", {"expected": expected})
    return Finding("no", f"{field}_differs", {"expected": expected, "found": str(carried[0])[:200]})
