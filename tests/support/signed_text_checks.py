"""Checks of signed texts as tests ask for them."""

import json

from signed_texts import (
    SECONDS,
    did_jwk,
    digest,
    jwk,
    sd_jwt,
    token,
)
from trust_samples import NOW, at_hand, badge

from app.records.model import Record, Source
from app.records.reading import read_bytes, read_presentation
from app.trust.presentations import check_presentation
from app.trust.seven import check_record

ALGORITHMS = ["EdDSA", "ES256", "ES384", "RS256", "PS256"]
HTTPS = "https://college.example/issuers/7"


def checks(text, **options):
    """Check name -> (answer, reason) of the only record in a text."""
    data = text if isinstance(text, str) else json.dumps(text)
    (record,) = read_bytes(data.encode(), Source("a.jwt"))
    assert isinstance(record, Record), record
    return {one.check: (one.answer, one.reason) for one in check_record(record, now=NOW, **options)}


def of(issuer, **changes):
    return badge(issuer={"id": issuer, "type": ["Profile"], "name": "Test School"}, **changes)


def jwt(issuer=None, algorithm="ES256", number=1, claims=(), **header):
    """A badge as a JWT, by default from an issuer that is made of its key."""
    issuer = issuer or did_jwk(algorithm, number)
    return token({**of(issuer), "iss": issuer, **dict(claims)}, algorithm, number, **header)


def held(issuer, algorithm="ES256", number=1, purpose="assertionMethod", **key):
    method = {
        "id": f"{issuer}#key-1",
        "type": "JsonWebKey",
        "controller": issuer,
        "publicKeyJwk": jwk(algorithm, number, **key),
    }
    return at_hand(**{issuer: {"id": issuer, "verificationMethod": [method], purpose: [method["id"]]}})


YES = ("yes", "sound")
THEIRS = ("yes", "key_is_theirs")
ITSELF = ("yes", "key_names_itself")
"""Of a DID that is a key."""
CLAIMS = {"vct": "https://college.example/welding", "iat": SECONDS, "cnf": {"jwk": jwk(number=9)}}


def bundle(*shown, hidden=(), **changes):
    issuer = changes.pop("iss", did_jwk())
    parts = [*map(digest, (*shown, *hidden))]
    return sd_jwt({**CLAIMS, "iss": issuer, "_sd": parts, **changes}, shown, typ="dc+sd-jwt")


def shown(text, **options):
    """Check name -> (answer, reason) of a presentation."""
    found = read_presentation(text.encode(), Source("a"))
    options = {"challenge": "c0ffee", "domain": "clinic.example", **options}
    made = check_presentation(found, now=NOW, **options)
    return {one.check: (one.answer, one.reason) for one in made}
