"""A holder's signature over a JWT presentation, and the key binding of an SD-JWT: whose key, for whom, over what."""

from dataclasses import replace

from app.errors import PersonError
from app.records.jose import unpack
from app.records.json_text import load
from app.records.model import Form, Record
from app.records.sd_jwt import SdJwt, binding_of, hash_of, take_apart
from app.trust.contexts import FrozenResolver
from app.trust.documents import Documents
from app.trust.jose import proof_of, read_signed, stated_by, verify_jws
from app.trust.keys import Finding, find_key
from app.trust.proofs import ProofFinding
from app.trust.public_keys import PublicKey, UnknownKindError, from_jwk
from app.trust.readings import Reading

_TYPE = "kb+jwt"


def read_with_binding(record: Record, documents: Documents, resolver: FrozenResolver | None) -> Reading:
    """The reading of an SD-JWT: a key binding that came along counts as a broken one of several signatures does.

    A sound one adds nothing to what the issuer signed, nor do its dates: those are of the showing.
    """
    reading = read_signed(record, documents, resolver)
    if record.raw.endswith(b"~"):
        return reading
    shown = holder_proof(record.raw, record.form, "", documents)
    return replace(reading, proofs=(*reading.proofs, shown)) if shown.finding.answer == "no" else reading


def holder_proof(raw: bytes, form: Form, holder: str, documents: Documents) -> ProofFinding:
    """What came of the signature of whoever shows a presentation that is no plain JSON, from its exact bytes.

    `holder` is the one it names. The key binding of an SD-JWT needs no name: its issuer wrote down the key.
    """
    try:
        if form != "sd-jwt":
            jws = unpack(load(raw) if form == "jades" else raw.decode("ascii"))
            return proof_of(jws, jws.payload, holder, documents)
        apart = take_apart(raw.decode("utf-8"))
        if apart.binding:
            return _bound(apart, documents)
        return proof_of(apart.jws, {**apart.jws.payload, **apart.claims}, holder, documents)
    except (PersonError, ValueError):
        return ProofFinding({}, Finding("no", "bad_proof"))


def _bound(apart: SdJwt, documents: Documents) -> ProofFinding:
    """RFC 9901, section 7.3: the key named under `cnf` signed the hash of just what is shown."""
    jws = binding_of(apart)
    claims = jws.payload if isinstance(jws.payload, dict) else {}
    stated = stated_by(jws, claims)
    # Read from what the issuer signed itself: a disclosed key would be one that a holder can leave out.
    key = _holder_key(apart.jws.payload.get("cnf"), documents)
    if isinstance(key, Finding):
        return ProofFinding(stated, key)
    if jws.header.get("typ") != _TYPE or not isinstance(claims.get("iat"), int | float):
        return ProofFinding(stated, Finding("no", "bad_proof"))
    if claims.get("sd_hash") != hash_of(apart.presented, apart.hash_name):
        return ProofFinding(stated, Finding("no", "broken"))
    finding = verify_jws(jws, key)
    return ProofFinding(stated, finding, "", key, Finding("yes", "holder_is_signer"))


def _holder_key(confirmed: object, documents: Documents) -> PublicKey | Finding:
    """The key of a `cnf` claim (RFC 7800): a JWK, or a DID's under `kid`."""
    named = confirmed if isinstance(confirmed, dict) else {}
    if isinstance(named.get("kid"), str) and "jwk" not in named:
        return find_key(str(named["kid"]), documents)
    try:
        return from_jwk(named.get("jwk"))
    except UnknownKindError:
        return Finding("not checked", "unsupported_key", {"key": "cnf"})
    except ValueError:
        return Finding("no", "bad_key", {"key": "cnf"})
