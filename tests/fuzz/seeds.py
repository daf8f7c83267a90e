"""The project's own files and texts that fuzzing starts from, by the kind of reader they are for."""

import json
from datetime import UTC, datetime
from functools import cache
from typing import Any

from old_badges import award, badge_class, chunk, itxt, jws, png, profile, signed_award, svg, web
from signed_texts import did_jwk, digest, disclosure, jades, jwk, key_binding, sd_jwt, token

from app.places import asset
from app.trust.documents import Documents, HeldDocument, load_documents

NOW = datetime(2026, 3, 10, tzinfo=UTC)


def at_hand() -> Documents:
    """The practice documents: what a check may look up."""
    held = load_documents(asset("practice", "documents"), as_of=NOW).held
    return Documents({**held, **{address: HeldDocument(page, NOW) for address, page in web().items()}})


@cache
def _practice(learner: str) -> tuple[bytes, ...]:
    return tuple(path.read_bytes() for path in sorted(asset("practice", learner, "records").glob("*.json")))


_WHOLE = award(badge=badge_class(issuer=profile()))
_OLD = {
    **_WHOLE,
    "@context": None,
    "uid": "7",
    "issuedOn": 1359217910,
    "verify": {"type": "hosted", "url": _WHOLE["id"]},
}


def _text(document: dict[str, Any]) -> str:
    return json.dumps({key: value for key, value in document.items() if value is not None})


@cache
def _signed_texts() -> tuple[bytes, ...]:
    """A record of Maya's in each signed form, and a presentation of them."""
    record = {key: value for key, value in json.loads(_practice("maya")[0]).items() if key != "proof"}
    record["issuer"] = did_jwk()
    part = disclosure("given_name", "Maya")
    claims = {"iss": did_jwk(), "vct": "https://x.example/a", "_sd": [digest(part)], "cnf": {"jwk": jwk(number=9)}}
    bound = sd_jwt(claims, [part], typ="dc+sd-jwt")
    texts = [token(record, typ="vc+jwt"), token({"iss": did_jwk(), "vc": record}), bound + key_binding(bound)]
    envelope = {"type": "EnvelopedVerifiableCredential", "id": f"data:application/vc+jwt,{texts[0]}"}
    held = {"type": "VerifiablePresentation", "verifiableCredential": [envelope, *texts]}
    whole = [*texts, token({**held, "holder": did_jwk()}, typ="vp+jwt"), json.dumps(jades(record)), json.dumps(held)]
    return tuple(text.encode() for text in whole)


SEEDS: dict[str, tuple[bytes, ...]] = {
    "badges and transcripts of Maya": _practice("maya"),
    "badges and transcripts of Renee": _practice("renee"),
    "badges and transcripts of Daniel": _practice("daniel"),
    "older badges": (_text(_WHOLE).encode(), _text(award()).encode(), _text(_OLD).encode(), jws(signed_award())),
    "baked badges": (
        png(itxt(_text(_WHOLE))),
        png(itxt(_text(_WHOLE), packed=True), chunk(b"tEXt", b"openbadges\0" + jws(signed_award()))),
        svg(f'<o:assertion xmlns:o="http://openbadges.org"><![CDATA[{_text(_WHOLE)}]]></o:assertion>'),
    ),
    "signed texts": _signed_texts(),
}
