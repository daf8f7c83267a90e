"""Ten kinds of record to check, made of the same badges by made-up issuers, and who else can check each."""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256

from app.trust.documents import NO_DOCUMENTS, Documents, HeldDocument
from bench import records
from bench.records import COUNT, HOST, OB_3, VC_1, VC_2, badge, made
from bench.signers import Key, derived, key, pem, unpadded, with_proof

NODE, OPENVC = "@digitalbazaar/vc", "openvc-core"
CLR = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json"
SHOWN = ["/issuer", "/validFrom", "/validUntil"]
SITE = f"{HOST}/school"


@dataclass(frozen=True)
class Kind:
    """What it is called, its files, what stands for the network, and the peers that can check it."""

    what: str
    files: Sequence[bytes]
    peers: frozenset[str] = frozenset()
    documents: Documents = NO_DOCUMENTS

    @property
    def spoiled(self) -> bytes:
        """One of its files with its end or its signature changed."""
        file = self.files[0]
        if file.startswith(b"{"):
            return file.replace(b"2030-12-12", b"2031-12-12", 1)
        start = file.split(b"~", maxsplit=1)[0]
        place = start.rindex(b".") + 20
        return file[:place] + (b"A" if file[place:][:1] != b"A" else b"B") + file[place + 1 :]


def kinds() -> list[Kind]:
    """All ten, and what costs least of the first suite. openvc-core refuses every credential that holds another."""
    both, rsa = frozenset({NODE, OPENVC}), key("RSA")
    return [
        Kind("Open Badges 3.0, VC 2.0, eddsa-rdfc-2022", records.badges(), both),
        Kind("Open Badges 3.0, VC 1.1, Ed25519Signature2020", records.older(), frozenset({NODE})),
        Kind("Open Badges 3.0, eddsa-jcs-2022 (terms: here alone)", _proved("eddsa-jcs-2022", "Ed25519"), both),
        Kind("Open Badges 3.0, ecdsa-rdfc-2019, P-256", _proved("ecdsa-rdfc-2019", "P-256"), both),
        Kind("Open Badges 3.0, ecdsa-jcs-2019, P-256 (terms: here alone)", _proved("ecdsa-jcs-2019", "P-256"), both),
        Kind("Open Badges 3.0, ecdsa-sd-2023, shown in part", _each(_derived), both),
        Kind("Open Badges 3.0, VC-JWT of VC 1.1, ES256 (terms: here alone)", _each(_token), frozenset({OPENVC})),
        Kind("SD-JWT VC with three disclosures, ES256", _each(_sd_jwt), frozenset({OPENVC})),
        Kind("Open Badges 2.0, signed, RS256, keys at hand", _each(lambda n: _assertion(n, rsa)), documents=_site(rsa)),
        Kind("CLR 2.0 with one to four badges inside, each checked", _each(_transcript), frozenset({NODE})),
        Kind("small credentials, VC 2.0, eddsa-rdfc-2022", records.plain(), both),
    ]


def _each(make: Callable[[int], bytes]) -> list[bytes]:
    return [make(number) for number in range(COUNT)]


def _issued(number: int, by: Key) -> dict[str, Any]:
    unsigned = badge(number)
    return {**unsigned, "issuer": {**unsigned["issuer"], "id": by.did}}


def _issuer(number: int, kind: str) -> Key:
    return key(kind, 1 + number % 4)


def _proved(suite: str, kind: str) -> list[bytes]:
    return _each(lambda number: _bytes(_signed(_issued(number, by := _issuer(number, kind)), suite, by)))


def _signed(document: dict[str, Any], suite: str, by: Key) -> dict[str, Any]:
    return with_proof(document, suite, by, created=document["validFrom"])


def _derived(number: int) -> bytes:
    by = _issuer(number, "P-256")
    return _bytes(derived(_issued(number, by), by, SHOWN, ["/name", "/credentialSubject"]))


def _token(number: int) -> bytes:
    by = _issuer(number, "P-256")
    found = records.in_vc_1(_issued(number, by))
    start, end = (_seconds(found[name]) for name in ("issuanceDate", "expirationDate"))
    claims = {"iss": by.did, "sub": found["credentialSubject"]["id"], "jti": found["id"], "nbf": start, "exp": end}
    return _jws({**claims, "vc": {**found, "@context": [VC_1, OB_3]}}, by, "ES256", typ="JWT", kid=by.method)


def _sd_jwt(number: int) -> bytes:
    """Three claims shown of five that can be."""
    by, achieved = _issuer(number, "P-256"), badge(number)["credentialSubject"]["achievement"]
    told = {"given_name": "Ana", "family_name": "Ruiz", "course": achieved["name"], "grade": "A", "hours": 40}
    hidden = [unpadded(json.dumps([f"salt{number}{name}", name, value]).encode()) for name, value in told.items()]
    claims = {
        "iss": by.did,
        "vct": f"{HOST}/types/course",
        "iat": _seconds(made(number)),
        "nbf": _seconds(made(number)),
        "exp": _seconds(records.ENDS),
        "_sd_alg": "sha-256",
        "_sd": sorted(unpadded(hashlib.sha256(one.encode()).digest()) for one in hidden),
    }
    signed = _jws(claims, by, "ES256", typ="dc+sd-jwt", kid=by.method)
    return b"~".join([signed, *(one.encode() for one in hidden[:3]), b""])


def _assertion(number: int, by: Key) -> bytes:
    claims = {
        "@context": "https://w3id.org/openbadges/v2",
        "type": "Assertion",
        "id": f"urn:uuid:00000000-0000-4000-8000-{number:012}",
        "recipient": {"type": "email", "hashed": False, "identity": "ana@bench.pathfolio.invalid"},
        "issuedOn": made(number),
        "expires": records.ENDS,
        "badge": f"{SITE}/badges/{number % 4}",
        "verification": {"type": "SignedBadge", "creator": f"{SITE}/key"},
    }
    return _jws(claims, by, "RS256")


def _site(by: Key) -> Documents:
    """What the school that signs badges of 2.0 has on its website."""
    profile = {"type": "Issuer", "id": SITE, "name": "Bench School", "url": f"{SITE}/", "publicKey": f"{SITE}/key"}
    pages = {SITE: profile, f"{SITE}/key": {"type": "CryptographicKey", "owner": SITE, "publicKeyPem": pem(by)}}
    for number in range(4):
        achieved = badge(number)["credentialSubject"]["achievement"]
        told = {"name": achieved["name"], "description": achieved["description"], "criteria": f"{SITE}/criteria"}
        pages[f"{SITE}/badges/{number}"] = {"type": "BadgeClass", **told, "issuer": SITE}
    dated = datetime(2026, 11, 20, tzinfo=UTC)
    named = {url: {"@context": "https://w3id.org/openbadges/v2", "id": url, **page} for url, page in pages.items()}
    return Documents({url: HeldDocument(page, dated) for url, page in named.items()})


def _transcript(number: int) -> bytes:
    by = _issuer(number, "Ed25519")
    inside = [_signed(_issued(one, by), "eddsa-rdfc-2022", by) for one in range(number, number + 1 + number % 4)]
    whole = _issued(number, by)
    subject = {"id": whole["credentialSubject"]["id"], "type": ["ClrSubject"], "verifiableCredential": inside}
    kept = {name: whole[name] for name in ("name", "issuer", "validFrom", "validUntil")}
    described = {"@context": [VC_2, CLR, OB_3], "id": f"{HOST}/transcripts/{number}", **kept}
    types = {"type": ["VerifiableCredential", "ClrCredential"]}
    return _bytes(_signed({**described, **types, "credentialSubject": subject}, "eddsa-rdfc-2022", by))


def _jws(claims: dict[str, Any], by: Key, algorithm: str, **header: str) -> bytes:
    parts = ({"alg": algorithm, **header}, claims)
    start = ".".join(unpadded(json.dumps(part).encode()) for part in parts)
    private, data = by.private, start.encode()
    signature = private.sign(data, PKCS1v15(), SHA256()) if algorithm == "RS256" else by.sign(data)
    return f"{start}.{unpadded(signature)}".encode()


def _seconds(moment: str) -> int:
    return int(datetime.fromisoformat(moment).timestamp())


def _bytes(document: dict[str, Any]) -> bytes:
    return json.dumps(document, indent=2, ensure_ascii=False).encode()
