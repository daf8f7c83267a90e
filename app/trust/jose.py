"""Signatures over letters: compact JWS (JWT), SD-JWT and JAdES, verified from a record's exact bytes.

Unlike a proof over RDF, such a signature covers each letter, so no stranger can spell a signed record in another way,
add a word to it or rename one. What its words mean is still asked: an issuer could put an end date under a name that
only a context explains. Where that cannot be told, its dates and its status are "not checked" rather than good.
"""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from app.records.dates import numeric_moment, written
from app.records.jose import Jws, unpack, unpack_all
from app.records.json_text import load
from app.records.jwt_claims import media_type
from app.records.model import Record
from app.records.sd_jwt import take_apart
from app.trust.contexts import FrozenResolver, UnknownContextError
from app.trust.documents import Documents
from app.trust.inline import MeaningError
from app.trust.jose_keys import signers
from app.trust.keys import Finding
from app.trust.meaning import read_meaning
from app.trust.proofs import ProofFinding, proofs_of, unsecured, verify_proofs
from app.trust.public_keys import PublicKey
from app.trust.readings import Reading
from app.trust.signatures import KEY_KINDS, Algorithm, is_signed

# Refused under a proof over RDF, which leaves such parts out; a signature over letters covers them.
_HARMLESS = frozenset(
    {"undefined_term", "undefined_type", "relative_id", "bad_id", "blank_id", "bad_language", "bad_number"}
)
# Terms that the base contexts fix and protect, and those of Open Badges and CLR beside them: a credential with no
# others at its top, and no context of its own, has no place to hide a date or a status in.
_TOP = frozenset(
    {
        "@context", "id", "type", "issuer", "credentialSubject", "validFrom", "validUntil", "issuanceDate",
        "expirationDate", "issued", "credentialStatus", "credentialSchema", "evidence", "termsOfUse", "refreshService",
        "name", "description", "relatedResource", "proof", "awardedDate", "image", "endorsement", "endorsementJwt",
        "partial", "confidenceMethod", "renderMethod",
    }
)  # fmt: skip


def verify_jws(jws: Jws, key: PublicKey) -> Finding:
    """Whether a JWS was signed with that key, by the algorithm its header states and the key is for."""
    problem = cannot_verify(jws)
    if problem is not None:
        return problem
    algorithm = cast(Algorithm, jws.header["alg"])
    if KEY_KINDS[algorithm] != key.kind:
        return Finding("no", "key_not_for_suite", {"suite": algorithm})
    sound = is_signed(key, algorithm, jws.signing_input, jws.signature)
    return Finding("yes", "sound") if sound else Finding("no", "broken")


def proof_of(jws: Jws, claims: Mapping[str, Any], issuer: str, documents: Documents) -> ProofFinding:
    """What came of a JWS said to be from `issuer`, with the dates, request and reader that its claims state."""
    stated = stated_by(jws, claims)
    problem = cannot_verify(jws)
    if problem is not None:
        return ProofFinding(stated, problem)
    found = signers(jws, issuer, documents)
    if isinstance(found, Finding):
        return ProofFinding(stated, found)
    tried = [ProofFinding(stated, verify_jws(jws, one.key), one.method, one.key, one.origin) for one in found]
    return next((one for one in tried if one.finding.answer == "yes"), tried[0])


def stated_by(jws: Jws, claims: Mapping[str, Any]) -> dict[str, Any]:
    """What claims state, in the words of a proof; `exp` is the end of the signature alone where the form says so."""
    of_signature = media_type(jws).startswith(("vc+", "vp+")) and "vct" not in claims
    ends = "expires" if of_signature else "validUntil"
    dates = {"validFrom": claims.get("nbf"), ends: claims.get("exp"), "created": claims.get("iat")}
    read = {name: numeric_moment(value) for name, value in dates.items()}
    stated: dict[str, Any] = {name: written(when) for name, when in read.items() if when}
    if isinstance(jws.header.get("sigT"), str):
        stated["created"] = jws.header["sigT"]
    return {**stated, "challenge": claims.get("nonce"), "domain": claims.get("aud")}


def read_signed(record: Record, documents: Documents, resolver: FrozenResolver | None) -> Reading:
    """The reading of a record whose form is not "json", from its exact bytes."""
    jwses, left_out, whole = _signed(record)
    claims = {**jwses[0].payload, **(record.document if record.form == "sd-jwt" else {})}
    issuer = record.issuer.id or ""
    proofs = tuple(proof_of(jws, claims, issuer, documents) for jws in jwses)
    form, plain = _form(record, left_out, resolver)
    if form.answer == "yes" and record.data_model and proofs_of(record.document):
        try:
            proofs += verify_proofs(record.document, purpose="assertionMethod", documents=documents, resolver=resolver)
        except MeaningError as refused:
            return Reading(Finding("no", refused.code, refused.values))
    limits = tuple(one.proof for one in proofs)
    return Reading(form, proofs, limits, plain, claims.get("status"), whole)


def _signed(record: Record) -> tuple[tuple[Jws, ...], int, bool]:
    """The signatures of a record, how many parts of it were left out, and whether no date or status can be among them.

    An SD-JWT VC must leave what decides in the open; of a W3C credential any part at the top may be missing.
    """
    if record.form == "jades":
        return unpack_all(load(record.raw)), 0, True
    text = record.raw.decode("utf-8")
    if record.form == "sd-jwt":
        apart = take_apart(text)
        jwses = unpack_all(load(record.raw)) if text.startswith("{") else (apart.jws,)
        return jwses, apart.left_out, record.kind == "sd-jwt-vc" or not apart.may_be_cut
    return (unpack(text),), 0, True


def cannot_verify(jws: Jws) -> Finding | None:
    """Why no key could make the signature of a JWS count; None where one could."""
    algorithm = jws.header.get("alg")
    if algorithm is None or str(algorithm).lower() == "none":
        return Finding("no", "no_proof")
    if str(algorithm).startswith("HS"):
        # Whoever can check such a signature can make it too; with a public key for a secret, so can anyone.
        return Finding("no", "shared_secret")
    if not isinstance(algorithm, str) or algorithm not in KEY_KINDS:
        return Finding("not checked", "unsupported_suite", {"suite": str(algorithm)[:80]})
    return None


def _form(record: Record, left_out: int, resolver: FrozenResolver | None) -> tuple[Finding, bool]:
    """Whether all of a record can be read; and whether its dates and status are certain if not."""
    if record.kind == "sd-jwt-vc":
        return _complete(Finding("yes", "fixed_claims"), left_out), True
    try:
        read_meaning(unsecured(record.document), resolver)
    except UnknownContextError as unknown:
        return Finding("not checked", "unknown_context", {"url": unknown.url}), _is_plain(record.document)
    except MeaningError as refused:
        if refused.code in _HARMLESS:
            return Finding("not checked", "meaning_not_fixed"), _is_plain(record.document)
        return Finding("no", refused.code, refused.values), False
    return _complete(Finding("yes", "all_defined"), left_out), True


def _complete(form: Finding, left_out: int) -> Finding:
    return Finding("yes", "parts_left_out", {"left_out": left_out}) if left_out else form


def _is_plain(document: Mapping[str, Any]) -> bool:
    contexts = document.get("@context")
    listed: Iterable[object] = contexts if isinstance(contexts, list) else [contexts]
    return document.keys() <= _TOP and all(isinstance(context, str) for context in listed)
