"""Each danger that must never be let through, by name, against every family of records that it can come in.

"Let through" is: a record is shown as someone's true word (evidence 3 or more), in force and not canceled.
"""

import hashlib
import hmac
import json

import pytest
from danger_families import (
    EMBEDDED,
    JCS,
    MEANING,
    PAST,
    RDF,
    STATEMENTS,
    WRAPPED,
    checked,
    envelope,
    let_through,
    over_meaning,
    presented,
    transcript,
    written,
)
from old_badges import award, jws, pem, served, signed_award, unsigned_jws, web
from other_records import resume
from signed_texts import b64, did_jwk, jwk
from trust_samples import STRANGER, at_hand, badge, contexts_for, did

from app.records.model import Record, Source
from app.records.reading import read_bytes
from bench.signers import detached, key

SITE = "https://school.example/issuers/1"
VALID_UNTIL = "https://www.w3.org/2018/credentials#validUntil"
FAMILIES = {**MEANING, **STATEMENTS, **JCS, **WRAPPED}


every_family = pytest.mark.parametrize("made", FAMILIES.values(), ids=FAMILIES.keys())


@every_family
def test_what_is_sound_is_let_through(made):
    """Else none of what follows would say anything."""
    assert let_through(made())
    (checks,) = checked(made())
    assert {checks[name].answer for name in ("format", "signature", "issuer_binding")} == {"yes"}


BAD_WORDS = {
    "undefined term": {"extra": "2026-02-01T00:00:00Z"},
    "term redefinition": {"@context": [*contexts_for(""), {"validUntil": "https://vendor.example/ends"}]},
    "term redefinition by its other name": {"@context": [*contexts_for(""), {"ends": VALID_UNTIL}], "ends": PAST},
    "@protected override": {
        "@context": [*contexts_for(""), {"issuer": {"@id": "https://vendor.example/i", "@protected": False}}]
    },
    "@protected override by none": {"@context": [*contexts_for(""), None]},
    "inline context with a vocabulary": {"@context": [*contexts_for(""), {"@vocab": "https://vendor.example/"}]},
    "inline context in a part": {
        "credentialSubject": {**badge()["credentialSubject"], "@context": {"own": "https://vendor.example/o"}}
    },
    "inline context with a context in it": {
        "@context": [*contexts_for(""), {"own": {"@id": "https://vendor.example/o", "@context": {}}}]
    },
    "inline context for a keyword": {"@context": [*contexts_for(""), {"kind": "@type"}], "kind": "OpenBadgeCredential"},
    "relative type": {"type": ["VerifiableCredential", "OpenBadgeCredential", "Relative"]},
    "term re-spelled by its IRI": {VALID_UNTIL: PAST},
    "type re-spelled by its IRI": {
        "type": [
            "VerifiableCredential",
            "https://www.w3.org/2018/credentials#VerifiableCredential",
            "OpenBadgeCredential",
        ]
    },
    "keyword beside its term": {"@type": ["OpenBadgeCredential"]},
}


@every_family
@pytest.mark.parametrize("change", BAD_WORDS.values(), ids=BAD_WORDS.keys())
def test_words_that_mean_something_else(made, change):
    contexts = change.get("@context")
    if made in MEANING.values() and contexts:
        own = json.loads(made())["@context"]
        change = {**change, "@context": [*own, *contexts[2:]]}
    assert not let_through(made(change))


def fragment_of(made):
    """The key of a family's signer, as some write it after "#"."""
    (record,) = (one for one in read_bytes(made(), Source("x")) if isinstance(one, Record) and one.name != "Transcript")
    return record.issuer.id


@every_family
def test_a_key_in_a_fragment_taken_as_the_issuers(made):
    by = key("P-256") if made in WRAPPED.values() else None
    issuer = fragment_of(made)
    written_key = issuer.removeprefix("did:key:") if by is None else "z" + multikey_of_texts()
    assert not let_through(made(issuer=SITE, method=f"{SITE}#{written_key}"))
    assert not let_through(made(issuer="did:web:school.example", method=f"did:web:school.example#{written_key}"))


def multikey_of_texts():
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
    from signed_texts import private

    from app.trust.multibase import encode_base58

    point = private().public_key().public_bytes(Encoding.X962, PublicFormat.CompressedPoint)
    return encode_base58(b"\x80\x24" + point)


@every_family
@pytest.mark.parametrize("name", [SITE, "did:web:school.example"])
def test_a_key_not_listed_for_assertion(made, name):
    issuer = fragment_of(made)
    method = {"id": f"{name}#key-1", "controller": name, "type": "Multikey"}
    if made in WRAPPED.values():
        method["publicKeyJwk"] = jwk()
    else:
        method["publicKeyMultibase"] = issuer.removeprefix("did:key:")
    document = {"id": name, "verificationMethod": [method]}
    data = made(issuer=name, method=method["id"])
    assert let_through(data, at_hand(**{name: {**document, "assertionMethod": [method["id"]]}}))
    assert not let_through(data, at_hand(**{name: document}))
    assert not let_through(data, at_hand(**{name: {**document, "authentication": [method["id"]]}}))
    assert not let_through(data, at_hand(**{name: {**document, "assertionMethod": [f"{name}#key-2"]}}))
    theirs = {**document, "id": "did:web:eve.example", "assertionMethod": [method["id"]]}
    assert not let_through(data, at_hand(**{name: theirs, "did:web:eve.example": theirs}))


def weak(header, sign=lambda _start: b""):
    """A JWS that no private key made, in each family of signed texts."""
    start = f"{b64(json.dumps(header))}.{b64(json.dumps(badge(issuer=did_jwk())))}"
    made = f"{start}.{b64(sign(start.encode()))}"
    protected, payload, signature = made.split(".")
    return {
        "VC-JWT": made,
        "enveloped": presented(envelope(made)),
        "transcript": transcript(made),
        "SD-JWT": f"{made}~",
        "JAdES": {"payload": payload, "signatures": [{"protected": protected, "signature": signature}]},
        "résumé": resume(credentialSubject={"skills": [{"verifications": [made]}]}),
    }


TEXTS = sorted(weak({}))


@pytest.mark.parametrize("algorithm", ["none", "None", "NONE", "", None, ["none"]])
@pytest.mark.parametrize("form", TEXTS)
def test_alg_none(form, algorithm):
    assert not let_through(written(weak({"alg": algorithm, "kid": f"{did_jwk()}#0"})[form]))
    assert not let_through(written(weak({"alg": algorithm, "jwk": jwk()})[form]))


@pytest.mark.parametrize("algorithm", ["HS256", "HS384", "HS512"])
@pytest.mark.parametrize("form", TEXTS)
def test_hs256_with_a_public_key(form, algorithm):
    hashing = f"sha{algorithm[2:]}"
    for secret in (json.dumps(jwk()).encode(), bytes.fromhex("00"), did_jwk().encode()):
        made = weak({"alg": algorithm, "kid": f"{did_jwk()}#0"}, lambda start, s=secret: hmac.digest(s, start, hashing))
        assert not let_through(written(made[form]))


@pytest.mark.parametrize("suite", ["Ed25519Signature2018", "JsonWebSignature2020"])
@pytest.mark.parametrize("algorithm", ["none", "HS256", None])
def test_alg_none_and_hs256_in_a_proof(suite, algorithm):
    by = key(RDF[suite])
    made = json.loads(over_meaning(suite))
    assert not let_through(written({**made, "proof": {**made["proof"], "jws": detached(by, b"", alg=algorithm)}}))
    head = b64(json.dumps({"alg": algorithm, "b64": False, "crit": ["b64"]}))
    assert not let_through(written({**made, "proof": {**made["proof"], "jws": f"{head}.."}}))


@pytest.mark.parametrize("algorithm", ["none", "HS256"])
def test_alg_none_and_hs256_in_an_older_badge(algorithm):
    assert let_through(jws(signed_award()), served(web()))
    hashing = hashlib.sha256
    start = unsigned_jws(signed_award(), alg=algorithm).rpartition(b".")[0]
    for tag in (b"", hmac.new(pem("school").encode(), start, hashing).digest()):
        assert not let_through(unsigned_jws(signed_award(), tag, alg=algorithm), served(web()))


@every_family
def test_a_swapped_holder_of_a_record(made):
    """Whoever swaps the subject breaks the signature; a subject of two is not the learner's alone."""
    mine = badge()["credentialSubject"]
    own = {"own_keys": frozenset({did(STRANGER)})}
    swapped = {**mine, "id": did(STRANGER)}
    if made in EMBEDDED.values():
        document = json.loads(made())
        assert not let_through(written({**document, "credentialSubject": swapped}))
    two = [{"id": did(STRANGER), "type": ["AchievementSubject"], "achievement": mine["achievement"]}, mine]
    for data in (made(), made({"credentialSubject": two}), made({"sub": did(STRANGER)})):
        assert all(checks["about_me"].answer != "yes" for checks in checked(data, **own))


def test_a_swapped_holder_of_an_older_badge():
    swapped = award(recipient={"type": "email", "hashed": False, "identity": "eve@example.org"})
    assert let_through(written(award()), served(web()))
    assert not let_through(written(swapped), served(web()))
    head, _, tail = jws(signed_award()).decode().split(".")
    forged = f"{head}.{b64(json.dumps({**signed_award(), 'recipient': swapped['recipient']}))}.{tail}"
    assert not let_through(forged.encode(), served(web()))
