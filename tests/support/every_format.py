"""One file of every format that is read, made here with keys of the tests' own: what a learner may bring along."""

import json
from typing import Any

from old_badges import award, badge_class, itxt, jws, png, profile, signed_award, svg
from other_records import PASSWORD, european, learncard, pdf, qr, resume, secret, wallet, wallet_tar, zipped
from signed_records import signed_badge
from signed_texts import as_json, did_jwk, digest, disclosure, sd_jwt, token

VC_2 = "https://www.w3.org/ns/credentials/v2"
OB_3 = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"


def small(name: str) -> dict[str, Any]:
    """A record that fits into a QR code."""
    return {
        "@context": [VC_2],
        "type": ["VerifiableCredential"],
        "name": name,
        "issuer": "https://yard.example",
        "credentialSubject": {"name": "Ana Rivera"},
    }


def unsigned_badge(name: str) -> dict[str, Any]:
    """A badge that is to be signed as a text."""
    found = {key: value for key, value in signed_badge(name).items() if key != "proof"}
    return {**found, "issuer": {**found["issuer"], "id": did_jwk()}}


def badge_token(name: str) -> str:
    """An Open Badge 3.0 as one signed text."""
    return token(unsigned_badge(name), typ="vc+jwt")


def claims_token(name: str = "Welding-Diploma") -> str:
    """A diploma of plain claims, one of them disclosed."""
    part = disclosure("given_name", "Ana")
    claims = {"iss": did_jwk(), "vct": f"https://college.example/types/{name}", "_sd": [digest(part)]}
    return sd_jwt(claims, [part], typ="dc+sd-jwt")


def assertion(name: str, **changes: Any) -> dict[str, Any]:
    """An Open Badge 2.0 with all it links inside."""
    return award(badge=badge_class(issuer=profile(), name=name), id=f"https://school.example/{len(name)}", **changes)


def signed_assertion(name: str) -> bytes:
    """An Open Badge 2.0 as its issuer signed it."""
    return jws(signed_award(badge=badge_class(issuer=profile(), name=name)))


def transcript() -> dict[str, Any]:
    """A CLR with two badges, one of them a part of the other."""
    inside = [signed_badge("Weld School"), signed_badge("Weld Course One")]
    ends = [one["credentialSubject"]["achievement"]["id"] for one in inside]
    return {
        "@context": ["https://www.w3.org/2018/credentials/v1", "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json"],
        "id": "urn:uuid:transcript",
        "type": ["VerifiableCredential", "ClrCredential"],
        "name": "Harbor Transcript",
        "issuer": {"id": "https://college.example", "type": ["Profile"], "name": "Harbor College"},
        "issuanceDate": "2025-06-01T00:00:00Z",
        "credentialSubject": {
            "type": ["ClrSubject"],
            "verifiableCredential": inside,
            "association": [
                {"type": "Association", "associationType": "isChildOf", "sourceId": ends[1], "targetId": ends[0]}
            ],
        },
    }  # fmt: skip


def presented(*records: Any) -> dict[str, Any]:
    """What a wallet hands on."""
    return {"@context": [VC_2], "type": ["VerifiablePresentation"], "verifiableCredential": list(records)}


def _bytes(document: object) -> bytes:
    return json.dumps(document).encode()


def files() -> dict[str, tuple[bytes, tuple[str, ...]]]:
    """What each file is called -> its bytes, and the names of the records that are to come of it."""
    return {
        "badge-3.json": (_bytes(signed_badge("Forklift Three")), ("Forklift Three",)),
        "badge-3.jwt": (badge_token("Crane Token").encode(), ("Crane Token",)),
        "diploma.sd-jwt": (claims_token().encode(), ("Welding Diploma",)),
        "badge-2.json": (_bytes(assertion("Ropes")), ("Ropes",)),
        "badge-2.jws": (signed_assertion("Signed Ropes"), ("Signed Ropes",)),
        "baked.png": (png(itxt(json.dumps(assertion("Baked Ropes")))), ("Baked Ropes",)),
        "baked.svg": (
            svg(
                '<o:credential xmlns:o="https://purl.imsglobal.org/ob/v3p0">'
                f"<![CDATA[{json.dumps(signed_badge('Drawn Badge'))}]]></o:credential>"
            ),
            ("Drawn Badge",),
        ),
        "transcript.json": (_bytes(transcript()), ("Harbor Transcript", "Weld School", "Weld Course One")),
        "handed-on.json": (_bytes(presented(signed_badge("Handed On"))), ("Handed On",)),
        "share.json": (_bytes({"verifiablePresentation": presented(signed_badge("Shared"))}), ("Shared",)),
        "wallet.json": (_bytes(wallet(signed_badge("In the Wallet"), secret())), ("In the Wallet",)),
        "wallet.tar": (wallet_tar(signed_badge("Out of the Tar")), ("Out of the Tar",)),
        "diploma.json": (_bytes(as_json(claims_token("Safety-Diploma"))), ("Safety Diploma",)),
        "answer.json": (_bytes({"format": "jwt_vc_json", "credential": badge_token("Answered")}), ("Answered",)),
        "resume.json": (_bytes(resume()), ("Ana Rivera", "Welding, A.S.", "Welded for ten years")),
        "europe.json": (_bytes(european()), ("Welding course",)),
        "letter.pdf": (pdf(**{"badge.json": _bytes(signed_badge("In the PDF"))}), ("In the PDF",)),
        "photo.png": (qr(json.dumps(small("Seen in a Photo"))), ("Seen in a Photo",)),
        "packed.zip": (
            zipped(**{"a/one.json": json.dumps(signed_badge("Zipped")), "a/two.jwt": badge_token("Zipped Token")}),
            ("Zipped", "Zipped Token"),
        ),
    }


def locked_export() -> bytes:
    """What another wallet locked with `PASSWORD`: one record and one secret key."""
    return learncard(signed_badge("Out of the Export"), keys={"key": secret()})


UNKNOWN = {"notes.txt": b"buy milk", "letter.rtf": b"{\\rtf1 Dear Ana}", "offer.txt": b"openid-credential-offer://?a=b"}
"""What is no record: each is told for what it looks like."""

__all__ = ["PASSWORD", "UNKNOWN", "badge_token", "files", "locked_export"]
