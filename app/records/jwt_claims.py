"""What a JWT's payload is as a record, and whether the claims beside it agree with what it says.

Three profiles occur. VC Data Model 1.1 (section 6.3.1) puts a credential under `vc` or a presentation under `vp` and
lets claims stand for parts of it; Open Badges 3.0 (section 8.2) makes the payload the credential and repeats parts as
claims; VC-JOSE-COSE makes the payload the credential, forbids `vc` and `vp`, and its dates are about the signature.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from app.records.dates import moment, numeric_moment, written
from app.records.envelope import VC_2, is_credential, types
from app.records.fields import Json, identifier, wrong_type
from app.records.jose import Jws
from app.records.json_text import parse, spans
from app.records.model import Fault, Source
from app.records.parts import Part, entries, field
from app.records.sd_jwt import OPEN_WHOLE, SdJwt, is_cut
from app.records.text import one_line

# Claims that may stand beside a credential and are no part of it (RFC 7519, RFC 7800, SD-JWT VC, OpenID4VP).
BESIDE = frozenset({"iss", "sub", "aud", "exp", "nbf", "iat", "jti", "cnf", "nonce", "vct", "status"})
DATES = ("exp", "nbf")

_WRAPPERS = ("vc", "vp")
_PLAIN = frozenset({"", "jwt"})
# Names of VC-JOSE-COSE and of its drafts.
_SECURED = {
    "credential": frozenset({"vc+jwt", "vc+ld+jwt", "vc+ld+json+jwt"}),
    "presentation": frozenset({"vp+jwt", "vp+ld+jwt", "vp+ld+json+jwt"}),
}
_SECURED_SD = {
    "credential": frozenset({"vc+sd-jwt", "vc+ld+sd-jwt", "vc+ld+json+sd-jwt", "dc+sd-jwt"}),
    "presentation": frozenset({"vp+sd-jwt", "vp+ld+sd-jwt", "vp+ld+json+sd-jwt"}),
}
_CONTENT = {
    "credential": frozenset({"vc", "vc+ld", "vc+ld+json", "json", "ld+json"}),
    "presentation": frozenset({"vp", "vp+ld", "vp+ld+json", "json", "ld+json"}),
}
# What claims may stand for, by its names in both data models.
_MOVED = {
    "id": ("jti",), "issuer": ("iss",), "holder": ("iss",), "validFrom": ("nbf", "iat"), "issuanceDate": ("nbf", "iat"),
    "validUntil": ("exp",), "expirationDate": ("exp",),
}  # fmt: skip
# Claims are whole seconds; what they repeat may have fractions.
_ROUNDING = timedelta(seconds=1)


def document(jws: Jws, source: Source, disclosed: SdJwt | None = None) -> tuple[Part, tuple[Fault, ...]]:
    """The document that a payload is or wraps, and what is wrong between it and what stands beside it."""
    part = Part(jws.payload, jws.text, source)
    if not isinstance(jws.payload, dict):
        return part, ()
    kind = _kind(jws.payload)
    if kind is None:
        wrapper = next((key for key in _WRAPPERS if isinstance(jws.payload.get(key), dict)), None)
        if wrapper is None or disclosed:
            return part, tuple(_other_faults(jws, disclosed))
        part = _filled(field(part, wrapper), jws.payload, wrapper)
        kind = "presentation" if wrapper == "vp" else "credential"
        faults = [*_wrapped_faults(jws, wrapper), *_disagreements(part.value, jws.payload, kind, dated=True)]
        return part, tuple(faults)
    value = {key: entry for key, entry in jws.payload.items() if key not in BESIDE}
    also_credential = kind == "presentation" and is_credential(jws.payload)
    faults = [
        *(_disagreements(value, jws.payload, "credential", dated=False) if also_credential else ()),
        *_form_faults(jws, kind, disclosed),
        *_disagreements(value, jws.payload, kind, dated=False),
        *(_start_differs(value, jws.payload) if kind == "credential" and not media_type(jws) else ()),
    ]
    if kind == "presentation" and "holder" not in value and "iss" in jws.payload:
        value["holder"] = jws.payload["iss"]
    return replace(part, value=value), tuple(faults)


def faults_beside(jws: Jws) -> tuple[Fault, ...]:
    """What is wrong between a payload that was not written as a JWT and claims that it states all the same."""
    kind = _kind(jws.payload) if isinstance(jws.payload, dict) else None
    if kind is None:
        return ()
    return (*_disagreements(jws.payload, jws.payload, kind, dated=False), *_unreadable_dates(jws.payload))


def media_type(jws: Jws) -> str:
    """The media type a header states, without what may be left out; empty for none and for a plain JWT."""
    stated = str(jws.header.get("typ") or "").lower().removeprefix("application/")
    return "" if stated in _PLAIN else stated


def _kind(payload: Json) -> str | None:
    if "VerifiablePresentation" in types(payload):
        return "presentation"
    return "credential" if is_credential(payload) else None


def _wrapped_faults(jws: Jws, wrapper: str) -> Iterator[Fault]:
    if media_type(jws):
        code = "wrapped_in_claim" if media_type(jws) in _SECURED["credential"] | _SECURED["presentation"] else ""
        yield Fault(code, {"field": wrapper}) if code else _wrong_type(jws)
    if all(key in jws.payload for key in _WRAPPERS):
        yield Fault("wrapped_in_claim", {"field": "vp"})
    yield from _unreadable_dates(jws.payload)


def _form_faults(jws: Jws, kind: str, disclosed: SdJwt | None) -> Iterator[Fault]:
    allowed = (_SECURED_SD if disclosed else _SECURED)[kind]
    stated = media_type(jws)
    content = str(jws.header.get("cty") or "").lower().removeprefix("application/")
    # An SD-JWT without its disclosures is no JWT: what it leaves out could not be told from what it never said.
    cut = not disclosed and is_cut(jws.payload)
    if cut or (stated and stated not in allowed) or (stated and content and content not in _CONTENT[kind]):
        yield _wrong_type(jws)
    for key in _WRAPPERS:
        if key in jws.payload:
            yield Fault("wrapped_in_claim", {"field": key})
    if disclosed:
        yield from (Fault("must_stand_open", {"field": name}) for name in disclosed.hidden)
    yield from _unreadable_dates(jws.payload)


def _other_faults(jws: Jws, disclosed: SdJwt | None) -> Iterator[Fault]:
    """Of a payload that is no W3C credential: only an SD-JWT has rules of its own here."""
    yield from _unreadable_dates(jws.payload)
    if disclosed is None:
        return
    # A token for signing in is a JWT as well, and a tilde after it makes no record of it: it must say what it is.
    stated = media_type(jws).endswith("+sd-jwt") if media_type(jws) else "vct" in jws.payload
    if not stated:
        yield _wrong_type(jws)
    yield from (Fault("must_stand_open", {"field": name}) for name in disclosed.hidden if name in OPEN_WHOLE)


def _wrong_type(jws: Jws) -> Fault:
    return Fault("wrong_media_type", {"found": one_line(str(jws.header.get("typ"))[:600], 60)})


def _unreadable_dates(payload: Json) -> Iterator[Fault]:
    for name in DATES:
        if name in payload and numeric_moment(payload[name]) is None:
            yield Fault("unreadable_date", {"field": name, "text": one_line(str(payload[name])[:600], 60)})


def _disagreements(value: Json, payload: Json, kind: str, *, dated: bool) -> Iterator[Fault]:
    """Claims that name another than the document does: two readers could each believe the other one."""
    subjects = value.get("credentialSubject")
    listed = subjects if isinstance(subjects, list) else [subjects]
    pairs: tuple[tuple[str, str, list[Any]], ...] = (
        ("iss", "issuer", [value.get("issuer")]) if kind == "credential" else ("iss", "holder", [value.get("holder")]),
        ("jti", "id", [value.get("id")]),
        ("sub", "credentialSubject", listed if kind == "credential" else []),
    )
    for claim, name, stated in pairs:
        if claim not in payload:
            continue
        named = [identifier(entry) for entry in stated if entry is not None]
        if not isinstance(payload[claim], str):
            yield wrong_type(claim, payload[claim])
        elif any(found not in {None, payload[claim]} for found in named):
            yield Fault("claims_disagree", {"claim": claim, "field": name})
    if dated:
        yield from _start_differs(value, payload)
        yield from _differs(value, payload, "exp", ("validUntil", "expirationDate"))


def _start_differs(value: Json, payload: Json) -> Iterator[Fault]:
    """`nbf` stands for the start that the data model names; the other one may well say when a badge was earned."""
    names = ("validFrom", "issuanceDate") if _is_new(value) else ("issuanceDate", "validFrom")
    return _differs(value, payload, "nbf", [name for name in names if name in value][:1])


def _differs(value: Json, payload: Json, claim: str, names: Sequence[str]) -> Iterator[Fault]:
    when = numeric_moment(payload.get(claim))
    for name in names if when else ():
        text = value.get(name)
        other = moment(text) if isinstance(text, str) else None
        if when and other and abs(other - when) > _ROUNDING:
            yield Fault("claims_disagree", {"claim": claim, "field": name})


def _filled(part: Part, payload: Json, wrapper: str) -> Part:
    """A wrapped document with what only claims say, put into its text so that the rest stays to the letter."""
    part = _told(part, payload)
    value = part.value
    missing = _missing(value, payload) if wrapper == "vc" else {"id": payload.get("jti"), "holder": payload.get("iss")}
    added = {key: text for key, text in missing.items() if isinstance(text, str) and key not in value}
    text = _with(part.text, added)
    subject, named = value.get("credentialSubject"), payload.get("sub")
    if wrapper == "vc" and isinstance(named, str):
        if "credentialSubject" not in value:
            text = _with(text, {"credentialSubject": {"id": named}})
        elif isinstance(subject, dict) and "id" not in subject:
            start, end = next(span[1:] for span in spans(text) if span[0] == "credentialSubject")
            text = text[:start] + _with(text[start:end], {"id": named}) + text[end:]
    return part if text == part.text else replace(part, value=parse(text), text=text)


def _told(part: Part, payload: Json) -> Part:
    """A wrapped document without what it leaves empty for a claim to say: some issuers keep the bare words."""
    empty = {
        key for key, claims in _MOVED.items() if part.value.get(key) == "" and not payload.keys().isdisjoint(claims)
    }
    if not empty:
        return part
    kept = [f"{json.dumps(key)}: {inner.text}" for key, inner in entries(part) if key not in empty]
    text = "{" + ", ".join(kept) + "}"
    return replace(part, value=parse(text), text=text)


def _missing(value: Json, payload: Json) -> Mapping[str, Any]:
    new = _is_new(value)
    start, end = numeric_moment(payload.get("nbf", payload.get("iat"))), numeric_moment(payload.get("exp"))
    return {
        "id": payload.get("jti"),
        "issuer": payload.get("iss"),
        "validFrom" if new else "issuanceDate": written(start) if start else None,
        "validUntil" if new else "expirationDate": written(end) if end else None,
    }


def _is_new(value: Json) -> bool:
    """Whether a document is of the second data model."""
    contexts = value.get("@context")
    return VC_2 in (contexts if isinstance(contexts, list) else [contexts])


def _with(text: str, added: Mapping[str, Any]) -> str:
    """The JSON text of an object with members more, put first."""
    if not added:
        return text
    members = json.dumps(added, ensure_ascii=False)[1:-1]
    rest = text[1:].lstrip(" \t\r\n")
    return "{" + members + ("" if rest.startswith("}") else ", ") + rest
