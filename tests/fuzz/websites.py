"""What websites give when they are asked online, as bytes to start from; each with a record whose checks ask for it."""

import base64
import gzip
import json
import zlib
from dataclasses import dataclass
from functools import cache

import jwt as pyjwt
import seals
from issuer_lists import (
    COLLECTION,
    FEDERATION,
    FETCH,
    LISTING,
    about,
    anchor,
    at,
    collection,
    member,
    plain_list,
)
from issuer_lists import LIST as REGISTRY
from openvc.cbor import encode
from seals import Sealed
from seeds import Seed, as_bytes
from signed_texts import SECONDS, b64, jwk, private, sd_jwt
from trust_samples import ISSUER, badge, did_document, signed, status_list

from app.errors import PersonError
from app.online.addresses import site_of
from app.trust.inline import MeaningError
from app.trust.keys import did_web_address
from app.trust.registries import KnownList
from bench.signers import key, with_proof

SCHOOL = "did:web:school.example"
KEY = f"{SCHOOL}#key-1"
KEYS = did_web_address(SCHOOL)
LIST = "https://school.example/status/1"
FORM = "https://school.example/forms/badge.json"
EXTENSIONS = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"
OLD_LISTS = "https://w3id.org/vc/status-list/2021/v1"
OF_ISSUERS = (at(REGISTRY), at(COLLECTION), at(FEDERATION))


@dataclass(frozen=True)
class Site:
    """An address, a record whose checks ask for what is there, the pages to change, and lists of known issuers."""

    address: str
    record: bytes
    pages: tuple[Seed, ...]
    lists: tuple[KnownList, ...] = ()


def by_school(**more: object) -> bytes:
    """A badge by a school whose key is on its website."""
    contexts = [*badge()["@context"], EXTENSIONS, OLD_LISTS]
    issuer = {"id": SCHOOL, "type": ["Profile"], "name": "Test School"}
    return as_bytes(signed(badge(**{"@context": contexts}, issuer=issuer, **more), verification_method=KEY))


def _with_entry(kind: str, **more: object) -> bytes:
    listed = {"type": kind, "statusPurpose": "revocation", "statusListIndex": "3", "statusListCredential": LIST, **more}
    return by_school(credentialStatus=[listed])


def _proved(data: bytes) -> bytes:
    """JSON with a sound proof by the school, where it can be given one."""
    try:
        made = json.loads(data)
        plain = {name: value for name, value in made.items() if name != "proof"}
        return as_bytes(with_proof(plain, "eddsa-jcs-2022", key("Ed25519", 1), verificationMethod=KEY))
    except (ValueError, TypeError, AttributeError, ArithmeticError, RecursionError, PersonError, MeaningError):
        return data


def _by_school(kind: str) -> bytes:
    return as_bytes({"alg": "EdDSA", "typ": kind, "kid": KEY})


def _in_jwt(kind: str) -> seals.Seal:
    return lambda payload: seals.jwt(payload, _by_school(kind))


def _bit_list(**more: object) -> dict[str, object]:
    made = status_list(LIST, [3, 9], issuer=SCHOOL, **more)
    return {name: value for name, value in made.items() if name != "proof"}


def _bit_lists(purpose: str = "revocation") -> tuple[Seed, ...]:
    """Lists of bits: as JSON with a proof, as a JWT, and what is packed in them."""
    plain = _bit_list(purpose=purpose)
    subject = plain["credentialSubject"]
    made = as_bytes({**plain, "validUntil": "2027-01-01T00:00:00Z"})
    with_ttl = as_bytes({**plain, "credentialSubject": {**subject, "ttl": 3_600_000}})
    wrapped = as_bytes({"iss": SCHOOL, "nbf": SECONDS, "exp": SECONDS * 2, "vc": plain})

    def with_bits(packed: bytes) -> bytes:
        inside = {**subject, "encodedList": "u" + seals.b64(packed)}
        return as_bytes(signed({**plain, "credentialSubject": inside}, verification_method=KEY))

    return (
        as_bytes(signed(plain, verification_method=KEY)),
        Sealed(made, _proved),
        Sealed(with_ttl, _in_jwt("vc+jwt")),
        Sealed(wrapped, _in_jwt("JWT")),
        Sealed(_by_school("vc+jwt"), seals.under_header(made)),
        Sealed(gzip.compress(bytes(500), mtime=0), with_bits),
    )


def _old_bit_lists() -> tuple[Seed, ...]:
    made = _bit_list(kind="StatusList2021")
    text = base64.b64encode(gzip.compress(bytes(500), mtime=0)).decode()
    plain = {**made, "credentialSubject": {**made["credentialSubject"], "encodedList": text}}
    return (Sealed(as_bytes(made), _proved), Sealed(as_bytes(plain), _proved), Sealed(as_bytes(made), _in_jwt("JWT")))


def _named_lists() -> tuple[Seed, ...]:
    made = {"id": LIST, "issuer": SCHOOL, "revokedCredential": [{"id": "urn:uuid:1", "revoked": True}, "urn:uuid:2"]}
    return (as_bytes(made), as_bytes({"issuer": {"id": SCHOOL}, "revokedCredentials": ["urn:uuid:1"]}))


def _token_claims(packed: bytes, **more: object) -> bytes:
    status = {"bits": 2, "lst": b64(packed)}
    stated = {"iss": SCHOOL, "sub": LIST, "iat": SECONDS, "exp": SECONDS * 2, "ttl": 600, "status_list": status}
    return as_bytes({**stated, **more})


def _token_lists() -> tuple[Seed, ...]:
    """Token Status Lists as JWTs; one as a CWT, which is no page that is read."""
    packed, seal = zlib.compress(bytes(range(100))), _in_jwt("statuslist+jwt")
    cwt = encode([b"\xa1\x01\x26", {16: "application/statuslist+cwt"}, encode({2: LIST, 6: SECONDS}), bytes(64)])
    return (
        seal(_token_claims(packed)),
        Sealed(_token_claims(packed), seal),
        Sealed(_by_school("statuslist+jwt"), seals.under_header(_token_claims(packed))),
        Sealed(packed, lambda data: seal(_token_claims(data))),
        cwt,
    )


def _in_token() -> bytes:
    claims = {"iss": SCHOOL, "vct": "https://school.example/badge", "status": {"status_list": {"idx": 3, "uri": LIST}}}
    return as_bytes(sd_jwt(claims, algorithm="EdDSA", kid=KEY, typ="dc+sd-jwt"))


def _forms() -> tuple[Seed, ...]:
    """A form with what forms have: parts that refer to parts, patterns, choices, sets."""
    profile = {"type": "object", "required": ["id"], "properties": {"id": {"$ref": "#/$defs/uri"}}}
    made = {
        "$schema": "https://json-schema.org/draft/2019-09/schema",
        "$id": FORM,
        "type": "object",
        "required": ["name", "issuer"],
        "properties": {
            "name": {"type": "string", "pattern": "^[A-Z][a-z ]{1,40}(a|b)*", "maxLength": 80},
            "type": {"type": "array", "uniqueItems": True, "contains": {"enum": ["OpenBadgeCredential"]}},
            "issuer": {"oneOf": [{"$ref": "#/$defs/uri"}, {"$ref": "#/$defs/Profile"}]},
            "credentialSubject": {"anyOf": [{"type": "array"}, *[{"$ref": "#/$defs/Subject"}] * 4]},
        },
        "patternProperties": {"^@": {"items": {"not": {"const": 5}}}},
        "additionalProperties": True,
        "$defs": {
            "uri": {"type": "string", "format": "uri"},
            "Profile": profile,
            "Subject": {"allOf": [{"type": "object"}, {"$recursiveRef": "#"}], "if": {"required": ["id"]}, "then": {}},
        },
    }
    later = {**made, "$schema": "https://json-schema.org/draft/2020-12/schema", "prefixItems": [{"type": "number"}]}
    return (as_bytes(made), as_bytes({name: value for name, value in later.items() if name != "$id"}))


def _in_form() -> bytes:
    kinds = ("1EdTechJsonSchemaValidator2019", "JsonSchema")
    return by_school(credentialSchema=[{"id": FORM, "type": kind} for kind in kinds])


def _own_pages() -> tuple[Seed, ...]:
    """A did:web document with keys of several kinds."""
    made = did_document(SCHOOL, ISSUER)
    more = [
        {"id": f"{SCHOOL}#jwk", "type": "JsonWebKey", "controller": SCHOOL, "publicKeyJwk": jwk()},
        {"id": "#old", "type": "Ed25519VerificationKey2018", "controller": SCHOOL, "publicKeyBase58": "x" * 40},
    ]
    ended = {**made["verificationMethod"][0], "expires": "2027-01-01T00:00:00Z"}
    several = {**made, "verificationMethod": [*more, ended], "assertionMethod": [KEY, more[0], "#old"]}
    return (as_bytes(made), as_bytes(several))


def _of_federation(made: bytes) -> tuple[Seed, ...]:
    """A statement, also with its claims changed under a sound signature."""
    header, payload, _ = made.decode().split(".")
    stated = json.loads(seals.unb64(header))

    def seal(claims: bytes) -> bytes:
        return pyjwt.api_jws.encode(claims, private(), algorithm="ES256", headers=stated).encode()

    return (made, Sealed(seals.unb64(payload), seal))


@cache
def around() -> dict[str, bytes]:
    """What the other addresses give."""
    return {
        KEYS: as_bytes(did_document(SCHOOL, ISSUER)),
        REGISTRY: as_bytes(plain_list("did:web:other.example")),
        COLLECTION: as_bytes(collection(("A list", "dcc-legacy", REGISTRY), ("A federation", "oidf", FEDERATION))),
        FEDERATION: anchor(listing=LISTING),
        LISTING: as_bytes([SCHOOL, "https://other.example"]),
        about(): member(),
    }


@cache
def sites() -> dict[str, Site]:
    """Every kind of page, by what it is."""
    badge_of = by_school()
    return {
        "lists of bits": Site(LIST, _with_entry("BitstringStatusListEntry"), _bit_lists()),
        "lists of bits, two of each record": Site(
            LIST,
            _with_entry("BitstringStatusListEntry", statusPurpose="suspension", statusSize=2, statusListIndex="1"),
            _bit_lists("suspension"),
        ),
        "older lists of bits": Site(LIST, _with_entry("StatusList2021Entry"), _old_bit_lists()),
        "lists of names": Site(
            LIST, by_school(credentialStatus=[{"id": LIST, "type": "1EdTechRevocationList"}]), _named_lists()
        ),
        "lists of tokens": Site(LIST, _in_token(), _token_lists()),
        "forms": Site(FORM, _in_form(), _forms()),
        "keys on websites": Site(KEYS, badge_of, _own_pages()),
        "lists of issuers": Site(
            REGISTRY, badge_of, (as_bytes(plain_list(SCHOOL, "did:web:b.example", title="A list")),), OF_ISSUERS
        ),
        "lists of lists": Site(COLLECTION, badge_of, (around()[COLLECTION],), OF_ISSUERS),
        "federations": Site(FEDERATION, badge_of, _of_federation(anchor(listing=LISTING)), OF_ISSUERS),
        "whom a federation lists": Site(LISTING, badge_of, (around()[LISTING],), OF_ISSUERS),
        "what a federation says": Site(about(), badge_of, _of_federation(member()), OF_ISSUERS),
    }


ALLOWED = frozenset(map(str, map(site_of, (LIST, REGISTRY, FEDERATION, FETCH))))
