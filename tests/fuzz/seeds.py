"""The project's own files and texts that fuzzing starts from, by the kind of reader they are for."""

import json
from datetime import UTC, datetime
from functools import cache
from typing import Any

import seals
from old_badges import award, badge_class, chunk, itxt, jws, png, profile, signed_award, svg, web
from other_records import european, learncard, locked_wallet, mail, pdf, qr, resume, secret, wallet, wallet_tar, zipped
from seals import Sealed
from signed_texts import as_json, did_jwk, digest, disclosure, jades, jwk, key_binding, sd_jwt, token
from statement_samples import BY, MANDATORY, SUBJECT, made
from trust_samples import badge, contexts_for, did, did_document, signed, sound, status_list

from app.places import asset
from app.trust.documents import Documents, HeldDocument, load_documents
from bench.signers import base_proof, derived, key, with_proof

NOW = datetime(2026, 3, 10, tzinfo=UTC)
LIST = "https://school.example/status/1"
OLD_LIST = "https://school.example/status/old"
PLAIN_LIST = "https://school.example/revoked-credentials"
SCHOOL = "did:web:school.example"
COLLEGE = "https://college.example/issuers/7"

Seed = bytes | Sealed


def as_bytes(document: Any) -> bytes:
    """A document as JSON, or a text, without what is None."""
    if isinstance(document, str):
        return document.encode()
    if isinstance(document, dict):
        document = {name: value for name, value in document.items() if value is not None}
    return json.dumps(document).encode()


@cache
def pages() -> dict[str, Any]:
    """What websites have: an older school's pages, DID documents, status lists, and keys."""
    method = {"id": f"{COLLEGE}#key-1", "type": "JsonWebKey", "controller": COLLEGE, "publicKeyJwk": jwk()}
    return {
        **web(),
        SCHOOL: did_document(SCHOOL, bytes([1]) * 32),
        COLLEGE: {"id": COLLEGE, "verificationMethod": [method], "assertionMethod": [method["id"]]},
        "https://college.example/.well-known/jwt-vc-issuer/issuers/7": {"issuer": COLLEGE, "jwks": {"keys": [jwk()]}},
        LIST: status_list(LIST, [3]),
        OLD_LIST: status_list(OLD_LIST, [9], kind="StatusList2021"),
        PLAIN_LIST: {"issuer": SCHOOL, "revokedCredential": [{"id": "urn:uuid:1", "revoked": True}, "urn:uuid:2"]},
    }


@cache
def at_hand() -> Documents:
    """The practice documents and those pages: what a check may look up."""
    held = load_documents(asset("practice", "documents"), as_of=NOW).held
    return Documents({**held, **{address: HeldDocument(page, NOW) for address, page in pages().items()}})


@cache
def _practice(learner: str) -> tuple[bytes, ...]:
    return tuple(path.read_bytes() for path in sorted(asset("practice", learner, "records").glob("*.json")))


def _record() -> dict[str, Any]:
    """A record of Maya's without its proof, by an issuer who is made of a key."""
    found = {name: value for name, value in json.loads(_practice("maya")[0]).items() if name != "proof"}
    return {**found, "issuer": seals.did()}


def _with_status() -> dict[str, Any]:
    entry = {"type": "BitstringStatusListEntry", "statusPurpose": "revocation", "statusListCredential": LIST}
    old = {"type": "StatusList2021Entry", "statusPurpose": "revocation", "statusListCredential": OLD_LIST}
    listed = {"id": PLAIN_LIST, "type": "1EdTechRevocationList"}
    entries = [{**entry, "statusListIndex": "7"}, {**old, "statusListIndex": 7}, listed]
    extra = ["https://w3id.org/vc/status-list/2021/v1", "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"]
    contexts = [*contexts_for(""), *extra]
    return {**badge(), "@context": contexts, "credentialStatus": entries}


@cache
def _suites() -> tuple[Seed, ...]:
    """A badge under each embedded suite, with sets and chains."""
    kinds = {
        "eddsa-rdfc-2022": "Ed25519",
        "eddsa-jcs-2022": "Ed25519",
        "ecdsa-rdfc-2019": "P-256",
        "ecdsa-jcs-2019": "P-384",
        "Ed25519Signature2020": "Ed25519",
        "Ed25519Signature2018": "Ed25519",
        "JsonWebSignature2020": "P-256",
    }
    alone = [as_bytes(sound(suite, kind)) for suite, kind in kinds.items()]
    first = sound("eddsa-rdfc-2022", "Ed25519", id="urn:uuid:1")
    chain = with_proof(first, "eddsa-rdfc-2022", key("Ed25519", 8), previousProof="urn:uuid:1")
    web_key = signed({**_with_status(), "issuer": SCHOOL}, verification_method=f"{SCHOOL}#key-1")
    inline = signed(badge(**{"@context": [*contexts_for(""), {"own": "https://school.example/own"}]}, own="x"))
    return (*alone, *map(as_bytes, (chain, web_key, inline, signed(_with_status()))))


@cache
def _statements() -> tuple[Seed, ...]:
    base = as_bytes(base_proof(made(), BY, MANDATORY))
    shown = as_bytes(derived(made(), BY, MANDATORY, SUBJECT))
    return (base, shown, seals.statements(base), seals.statements(shown))


@cache
def _jwts() -> tuple[Seed, ...]:
    """Records of Maya's as JWTs: the payload, the header, and the text itself change."""
    record = as_bytes(_record())
    with_status = as_bytes({**_with_status(), "issuer": seals.did()})
    wrapped = as_bytes({"iss": seals.did(), "nbf": 1_700_000_000, "exp": 1, "vc": _record()})
    header = as_bytes({"alg": "EdDSA", "typ": "vc+jwt", "kid": f"{seals.did()}#0", "jwk": jwk("EdDSA")})
    return (
        seals.jwt(record),
        *(Sealed(inner, seals.jwt) for inner in (record, with_status, wrapped)),
        Sealed(record, seals.typed("vc+jwt")),
        Sealed(header, seals.under_header(record)),
        Sealed(record, seals.enveloped("vc+jwt")),
        Sealed(record, seals.enveloped("vc+sd-jwt")),
    )


@cache
def _sd_jwts() -> tuple[Seed, ...]:
    part = disclosure("given_name", "Maya")
    claims = {"iss": did_jwk(), "vct": "https://x.example/a", "_sd": [digest(part)], "cnf": {"jwk": jwk(number=9)}}
    shown = sd_jwt(claims, [part], typ="dc+sd-jwt")
    bare = as_bytes(
        {"iss": did_jwk(), "vct": "https://x.example/a", "exp": 1_900_000_000, "status": {"status_list": {}}}
    )
    credential = as_bytes({**_record(), "_sd": [digest(part)], "_sd_alg": "sha-256"})
    nested = as_bytes(["salt", "address", {"street": [{"...": digest("x")}, "a"], "_sd": [digest("y")]}])
    stated = as_bytes({"iat": 1_767_225_600, "aud": "x", "nonce": "y", "sd_hash": digest(shown)})
    return (
        as_bytes(shown),
        as_bytes(shown + key_binding(shown)),
        as_bytes(as_json(shown + key_binding(shown))),
        as_bytes(as_json(shown, general=False)),
        Sealed(as_bytes(claims), seals.in_sd_jwt([part])),
        Sealed(credential, seals.in_sd_jwt([part])),
        Sealed(nested, seals.disclosing(bare)),
        Sealed(stated, seals.bound(shown)),
    )


@cache
def _european() -> tuple[Seed, ...]:
    plain = as_bytes(european())
    return (plain, as_bytes(jades(european())), Sealed(plain, seals.in_jades), Sealed(plain, seals.jwt))


@cache
def _older() -> tuple[Seed, ...]:
    whole = award(badge=badge_class(issuer=profile()))
    old = {
        **whole,
        "@context": None,
        "type": None,
        "verification": None,
        "uid": "7",
        "issuedOn": 1359217910,
        "verify": {"type": "hosted", "url": whole["id"]},
    }
    signed_one = as_bytes(signed_award())
    return (
        *map(as_bytes, (whole, award(), old)),
        jws(signed_award()),
        Sealed(signed_one, seals.jwt),
        Sealed(b'{"alg":"RS256","kid":"x"}', seals.under_header(signed_one)),
    )


@cache
def _baked() -> tuple[Seed, ...]:
    whole, record = as_bytes(award(badge=badge_class(issuer=profile()))), _practice("maya")[0]
    text = whole.decode()
    return (
        png(itxt(text)),
        png(itxt(text, packed=True), chunk(b"tEXt", b"openbadges\0" + jws(signed_award()))),
        svg(f'<o:assertion xmlns:o="http://openbadges.org"><![CDATA[{text}]]></o:assertion>'),
        Sealed(whole, seals.in_png(b"openbadges")),
        Sealed(record, seals.in_png(b"openbadgecredential", packed=True)),
        Sealed(seals.jwt(record), seals.in_text_chunk),
        Sealed(b"openbadges\0\0\0\0\0" + whole, seals.in_chunk),
        Sealed(record, seals.in_svg),
    )


@cache
def _transcripts() -> tuple[Seed, ...]:
    """Transcripts with records inside, one of them a signed text, and what binds them."""
    record, names = _record(), ("urn:uuid:a", "urn:uuid:b")
    subject = {
        "id": "did:example:me",
        "type": ["ClrSubject"],
        "verifiableCredential": [record, seals.jwt(as_bytes(record)).decode(), json.loads(_practice("maya")[1])],
        "achievement": [{"id": name, "type": ["Achievement"], "name": name} for name in names],
        "association": [
            {"type": "Association", "associationType": "isChildOf", "sourceId": names[0], "targetId": names[1]}
        ],
    }
    context = ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json"]
    shape = {"@context": context, "type": ["VerifiableCredential", "ClrCredential"], "name": "Transcript"}
    outer = {**record, **shape, "credentialSubject": subject}
    return (
        as_bytes(outer),
        Sealed(as_bytes(outer), seals.jwt),
        Sealed(as_bytes(outer), seals.in_png(b"clrcredential")),
    )


@cache
def _presentations() -> tuple[Seed, ...]:
    record = as_bytes(_record())
    text = seals.jwt(record).decode()
    context = ["https://www.w3.org/ns/credentials/v2"]
    address = f"data:application/vc+jwt,{text}"
    envelope = {"@context": context, "type": "EnvelopedVerifiableCredential", "id": address}
    held = {
        "@context": context,
        "type": ["VerifiablePresentation"],
        "holder": did_jwk(),
        "verifiableCredential": [envelope, text, json.loads(_practice("maya")[1])],
    }
    inner = as_bytes({**held, "nonce": "a", "aud": ["b"], "exp": 1_900_000_000})
    wrapped = as_bytes({"iss": did_jwk(), "vp": held})
    enveloped = {
        "type": "EnvelopedVerifiablePresentation",
        "id": f"data:application/vp+jwt,{seals.jwt(inner).decode()}",
    }
    embedded = {"holder": did(bytes([1]) * 32), "verifiableCredential": [envelope, json.loads(_practice("maya")[1])]}
    shown = signed(held | embedded, purpose="authentication", challenge="a", domain="b")
    return (
        *map(as_bytes, (held, shown, enveloped, {"verifiablePresentation": held}, [held, held])),
        as_bytes(token({**held, "holder": did_jwk()}, typ="vp+jwt")),
        Sealed(inner, seals.typed("vp+jwt")),
        Sealed(wrapped, seals.jwt),
    )


@cache
def _wallets() -> tuple[Seed, ...]:
    backup = as_bytes(wallet(json.loads(_practice("maya")[0]), secret(), {"type": "Credential", "data": _record()}))
    record, keys = _record(), {"keys": [{**jwk("EdDSA"), "d": "AAAA"}]}
    manifest = as_bytes(
        {
            "specVersion": "1.0.0",
            "contents": [{"type": "credential", "path": "credentials/0.json.enc", "encrypted": True}],
        }
    )
    locked = locked_wallet(json.dumps(wallet(record, secret())))
    return (
        backup,
        wallet_tar(record, json.loads(_practice("maya")[0])),
        as_bytes(locked),
        as_bytes({"credentials": [{"credential": record}, seals.jwt(as_bytes(record)).decode()]}),
        learncard(record, keys=keys),
        Sealed(manifest, seals.in_export),
        Sealed(as_bytes(record), seals.locked_in_export),
        Sealed(as_bytes(keys), seals.locked_in_export),
    )


@cache
def _files() -> tuple[Seed, ...]:
    record = _practice("maya")[0]
    return (
        zipped(**{"a.json": record, "b/c.png": png(itxt(record.decode()))}),
        pdf(**{"record.json": record}),
        Sealed(record, seals.in_zip),
        Sealed(record, seals.in_pdf),
        Sealed(png(itxt(record.decode())), seals.in_pdf),
        as_bytes("data:application/json;base64," + seals.b64(record)),
    )


@cache
def _codes() -> tuple[Seed, ...]:
    short = as_bytes(
        {"@context": ["https://www.w3.org/ns/credentials/v2"], "type": "VerifiableCredential", "issuer": "x"}
    )
    return (qr(short.decode()), Sealed(short, seals.in_qr))


@cache
def _letters() -> tuple[Seed, ...]:
    """Records among other words, as people paste them, and in e-mails."""
    record = _practice("maya")[0]
    signed_text = seals.jwt(as_bytes(_record()))
    words = b"Hello Maya,\n\n" + record + b"\n\nand this: " + signed_text + b"\nBest wishes"
    return (
        words,
        mail(record.decode(), badge__json=record, badge__png=png(itxt(record.decode()))),
        Sealed(record, lambda inner: b"Dear Maya: " + inner + b"\n```"),
        Sealed(record, lambda inner: mail(badge__json=inner)),
    )


SEEDS: dict[str, tuple[Seed, ...]] = {
    "badges and transcripts of Maya": _practice("maya"),
    "badges and transcripts of Renee": _practice("renee"),
    "badges and transcripts of Daniel": _practice("daniel"),
    "badges under every suite": _suites(),
    "badges signed by the statement": _statements(),
    "signed texts": _jwts(),
    "signed texts with parts left out": _sd_jwts(),
    "European records": _european(),
    "older badges": _older(),
    "baked badges": _baked(),
    "transcripts of several": _transcripts(),
    "presentations": _presentations(),
    "resumes": (as_bytes(resume()), Sealed(as_bytes(resume()), seals.jwt)),
    "wallets": _wallets(),
    "files in files": _files(),
    "letters": _letters(),
    "codes in pictures": _codes(),
}

# Address -> records whose checks ask for what is there: the page changes, the record stays.
ASKING: dict[str, bytes] = {
    **dict.fromkeys(web(), jws(signed_award())),
    SCHOOL: as_bytes(signed({**_with_status(), "issuer": SCHOOL}, verification_method=f"{SCHOOL}#key-1")),
    COLLEGE: as_bytes(token({**badge(), "issuer": COLLEGE}, kid="key-1")),
    "https://college.example/.well-known/jwt-vc-issuer/issuers/7": as_bytes(token({**badge(), "issuer": COLLEGE})),
    LIST: as_bytes(signed(_with_status())),
    OLD_LIST: as_bytes(signed(_with_status())),
    PLAIN_LIST: as_bytes(signed(_with_status())),
}
HOSTED = as_bytes(award())
