"""To which key a record is bound: by its subject's DID, or by the key that a signed text confirms."""

from base64 import urlsafe_b64encode

import pytest
from nacl.signing import SigningKey
from signed_records import LEARNER, LEARNER_SEED, MARKET_SEED, record_of, signed_badge
from signed_texts import did_jwk, sd_jwt

from app.applying.holder import holder_of
from app.applying.ties import ties

OTHER = holder_of(MARKET_SEED).did
JWK = {
    "kty": "OKP",
    "crv": "Ed25519",
    "x": urlsafe_b64encode(bytes(SigningKey(LEARNER_SEED).verify_key)).rstrip(b"=").decode(),
}


def code(record, signer, own=frozenset()):
    (found,) = ties([record], signer, own)
    return found.code


@pytest.mark.parametrize(
    ("subject", "signer", "own", "found"),
    [
        (LEARNER.did, LEARNER.did, (), "signer"),
        (LEARNER.did, OTHER, (LEARNER.did, OTHER), "own_key"),
        (LEARNER.did, OTHER, (OTHER,), "other_key"),
        (LEARNER.did, "", (), "other_key"),
        (None, LEARNER.did, (LEARNER.did,), "no_key"),
        ("https://school.example/students/7", LEARNER.did, (LEARNER.did,), "no_key"),
    ],
    ids=["signer", "own", "other", "not made yet", "nobody", "no did"],
)
def test_by_the_subject(subject, signer, own, found):
    assert code(record_of(signed_badge("Welding", subject=subject)), signer, own) == found


@pytest.mark.parametrize(
    ("cnf", "found"),
    [
        ({"jwk": JWK}, "signer"),
        ({"kid": LEARNER.method}, "signer"),
        ({"kid": f"{OTHER}#x"}, "other_key"),
        ({"jwk": {"kty": "EC"}}, "other_key"),
        (None, "no_key"),
    ],
    ids=["jwk", "kid", "kid of another", "broken", "none"],
)
def test_by_the_key_that_a_signed_text_confirms(cnf, found):
    claims = {"iss": did_jwk(), "vct": "https://college.example/welding", **({"cnf": cnf} if cnf else {})}
    assert code(record_of({}, sd_jwt(claims, typ="dc+sd-jwt")), LEARNER.did) == found
