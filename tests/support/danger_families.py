"""Every family of records, made sound or with a danger in it, and what the checks let through."""

import json
from functools import partial

from signed_texts import did_jwk, digest, disclosure, jades, sd_jwt, token
from statement_samples import BY, MANDATORY
from trust_samples import LEARNER, NOW, VC2, badge, contexts_for, did

from app.profile.evidence import standing
from app.records.model import Record, Source
from app.records.reading import read_bytes
from app.trust.documents import NO_DOCUMENTS
from app.trust.seven import check_record
from bench.signers import base_proof, key, with_proof

PAST = "2026-02-01T00:00:00Z"
CLR = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json"
RDF = {
    "eddsa-rdfc-2022": "Ed25519",
    "ecdsa-rdfc-2019": "P-384",
    "Ed25519Signature2020": "Ed25519",
    "Ed25519Signature2018": "Ed25519",
    "JsonWebSignature2020": "P-256",
}
LETTERS = {"eddsa-jcs-2022": "Ed25519", "ecdsa-jcs-2019": "P-256"}
NO_SEAL = {"x5c": None, "x5t#S256": None}


def written(document):
    return document.encode() if isinstance(document, str) else json.dumps(document).encode()


def over_meaning(suite, change=(), issuer=None, method=None, **proof):
    """A sound badge of a suite over RDF; what changes afterwards is what its signature may not see."""
    by = key(RDF.get(suite, "P-256"))
    stated = {"id": issuer or by.did, "type": ["Profile"]}
    bare = badge(**{"@context": contexts_for(suite)}, issuer=stated)
    options = {**({"verificationMethod": method} if method else {}), **proof}
    if suite == "ecdsa-sd-2023":
        made = base_proof(bare, BY, [*MANDATORY[:2], "/credentialSubject"], **options)
    else:
        made = with_proof(bare, suite, by, **options)
    return written({**made, **dict(change)})


def over_letters(suite, change=(), issuer=None, method=None, **proof):
    """A badge of a suite over letters, whatever it says."""
    by = key(LETTERS[suite])
    made = {**badge(issuer={"id": issuer or by.did, "type": ["Profile"]}), **dict(change)}
    return written(with_proof(made, suite, by, **({"verificationMethod": method} if method else {}), **proof))


def text(change=(), issuer=None, method=None, **header):
    """A badge as a JWT, whatever it says."""
    issuer = issuer or did_jwk()
    made = {**badge(issuer={"id": issuer, "type": ["Profile"]}), **dict(change)}
    return token(made, **({"kid": method} if method else {}), **header)


def parted(change=(), issuer=None, method=None, **header):
    """A badge as an SD-JWT with its name disclosed."""
    made = {**badge(issuer={"id": issuer or did_jwk(), "type": ["Profile"]}), **dict(change)}
    part = disclosure("name", made.pop("name"))
    return sd_jwt(
        {**made, "_sd": [digest(part)]}, [part], typ="vc+sd-jwt", **({"kid": method} if method else {}), **header
    )


def sealed(change=(), issuer=None, method=None, **header):
    """A badge as a JSON JWS."""
    made = {**badge(issuer={"id": issuer or did_jwk(), "type": ["Profile"]}), **dict(change)}
    return jades(made, **NO_SEAL, **({"kid": method} if method else {}), **header)


def envelope(held):
    return {"@context": VC2, "type": "EnvelopedVerifiableCredential", "id": f"data:application/vc+jwt,{held}"}


def presented(*held):
    return {"@context": [VC2], "type": ["VerifiablePresentation"], "verifiableCredential": list(held)}


def transcript(*held):
    """A sound transcript around other records."""
    subject = {"id": did(LEARNER), "type": ["ClrSubject"], "verifiableCredential": list(held)}
    shape = {"@context": [VC2, CLR], "type": ["VerifiableCredential", "ClrCredential"], "name": "Transcript"}
    return token({**badge(issuer=did_jwk(number=2)), **shape, "credentialSubject": subject}, number=2)


WRAPPED = {
    "VC-JWT": lambda *a, **k: written(text(*a, **k)),
    "VC-JWT enveloped in a presentation": lambda *a, **k: written(presented(envelope(text(*a, **k)))),
    "VC-JWT in a JWT presentation": lambda *a, **k: written(token(presented(text(*a, **k)), number=2, typ="vp+jwt")),
    "VC-JWT in a transcript": lambda *a, **k: written(transcript(text(*a, **k))),
    "SD-JWT": lambda *a, **k: written(parted(*a, **k)),
    "JAdES": lambda *a, **k: written(sealed(*a, **k)),
}
MEANING = {suite: partial(over_meaning, suite) for suite in RDF}
STATEMENTS = {"ecdsa-sd-2023": partial(over_meaning, "ecdsa-sd-2023")}
JCS = {suite: partial(over_letters, suite) for suite in LETTERS}
EMBEDDED = {**MEANING, **STATEMENTS, **JCS}


def checked(data, documents=NO_DOCUMENTS, **options):
    """The badges in a file, each with its checks by name; a transcript around them is none."""
    found = [one for one in read_bytes(data, Source("x")) if isinstance(one, Record) and one.name != "Transcript"]
    return [
        {one.check: one for one in check_record(found_one, now=NOW, documents=documents, **options)}
        for found_one in found
    ]


def let_through(data, documents=NO_DOCUMENTS, **options):
    """Whether any badge in a file is shown as someone's true word that holds today."""
    return any(
        (standing(checks.values()).evidence or 0) >= 3
        and checks["in_force"].answer != "no"
        and checks["status"].answer != "no"
        for checks in checked(data, documents, **options)
    )
