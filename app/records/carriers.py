"""Values under a signature of their own: JWT, SD-JWT and JAdES opened, so that any reader can read what they carry.

A signed text is opened before it is judged: who signed it is asked later, of the same exact text.
"""

import re
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import unquote_to_bytes

from app.errors import PersonError
from app.records import jose, jwt_claims, sd_jwt
from app.records.envelope import distinct, types
from app.records.json_text import decode, parse
from app.records.model import Fault, Form, Record, Unreadable
from app.records.parts import Carrier, Part
from app.records.text import one_line

_DATA_URL = re.compile(r"data:(application/[\w.+-]{1,60})((?:;[\w=-]{1,40}){0,4}),(.*)", re.ASCII | re.DOTALL)
_ENVELOPED = {"EnvelopedVerifiableCredential": "credential", "EnvelopedVerifiablePresentation": "presentation"}
# What media types begin with that say what is inside, and those that do not say in which form.
_FAMILIES = {"vc+": "credential", "vp+": "presentation"}
_ANY_FORM = frozenset({"jwt"})


def opened(part: Part) -> Part | Unreadable:
    """What a signed value carries, with its carrier; any other value as it is.

    Unreadable where it has the form of a signed text but cannot be one: the codes of `jose.unpack` and
    `sd_jwt.take_apart`.
    """
    if part.carrier:
        return part
    try:
        found = _opened(part)
    except PersonError as error:
        return Unreadable(part.source, error.code, error.values)
    envelope = _envelope(part)
    return _labelled(found, part, envelope[1]) if envelope and found.carrier else found


def _opened(part: Part) -> Part:
    inner = _out_of_envelope(part)
    if isinstance(inner.value, str):
        text = inner.value.strip()
        signed = inner is not part or jose.is_compact(text) or sd_jwt.is_sd_jwt(text)
        if not signed:
            return part
        return _open_sd_jwt(text, part) if "~" in text else _open_jwt(text, part)
    if sd_jwt.is_json(inner.value):
        return _open_sd_jwt(inner.text, part)
    return _open_json(inner) if jose.is_json(inner.value) else part


def stated(part: Part, found: Record | Unreadable) -> Record | Unreadable:
    """A record with what its carrier adds: its form, and what is wrong between the two."""
    if part.carrier is None or isinstance(found, Unreadable):
        return found
    return replace(found, form=part.carrier.form, faults=distinct([*part.carrier.faults, *found.faults]))


def _envelope(part: Part) -> re.Match[str] | None:
    """The data: URL of a signed text that a value is, or that an object envelops."""
    value = part.value
    if isinstance(value, Mapping) and not _ENVELOPED.keys().isdisjoint(types(value)):
        value = value.get("id")
    match = _DATA_URL.fullmatch(value.strip()) if isinstance(value, str) and "data:" in value[:100] else None
    return match if match and match[1].endswith(("jwt", "jose+json")) else None


def _out_of_envelope(part: Part) -> Part:
    """What the envelope around a signed text holds; any other value as it is."""
    match = _envelope(part)
    if match is None:
        return part
    text = _of_data_url(match)
    return Part(text if match[1].endswith("jwt") else parse(text), text, part.source)


def _labelled(found: Part, part: Part, media: str) -> Part:
    """A value out of an envelope, with a fault where the envelope says that something else is in it.

    Two readers, of which one believes the label, must not take a presentation for a credential.
    """
    carrier, kind = found.carrier, media.removeprefix("application/")
    if carrier is None:
        return found
    inside = "presentation" if "VerifiablePresentation" in types(found.value) else "credential"
    said = {_FAMILIES.get(kind[:3], inside), *(_ENVELOPED[name] for name in types(part.value) if name in _ENVELOPED)}
    in_parts = kind.endswith("sd-jwt") == (carrier.form == "sd-jwt") or kind in _ANY_FORM or not kind.endswith("jwt")
    if said == {inside} and in_parts:
        return found
    fault = Fault("wrong_media_type", {"found": one_line(kind, 60)})
    return replace(found, carrier=replace(carrier, faults=(*carrier.faults, fault)))


def _of_data_url(match: re.Match[str]) -> str:
    try:
        data = b64decode(match[3], validate=True) if ";base64" in match[2] else unquote_to_bytes(match[3])
        return decode(data).strip()
    except ValueError:
        raise PersonError("jws_broken") from None


def _open_jwt(text: str, part: Part) -> Part:
    jws = jose.unpack(text)
    return _carried(jwt_claims.document(jws, part.source), "jwt", text)


def _open_sd_jwt(text: str, part: Part) -> Part:
    apart = sd_jwt.take_apart(text)
    # What the disclosures add has no place in one signed text, so what it says together is written anew.
    jws = replace(apart.jws, payload=apart.claims, text=sd_jwt.text_of(apart))
    return _carried(jwt_claims.document(jws, part.source, disclosed=apart), "sd-jwt", text)


def _open_json(part: Part) -> Part:
    jws = jose.unpack(part.value)
    if sd_jwt.is_cut(jws.payload):
        return _open_sd_jwt(part.text, part)
    return _carried((Part(jws.payload, jws.text, part.source), jwt_claims.faults_beside(jws)), "jades", part.text)


def _carried(inner: tuple[Part, tuple[Fault, ...]], form: Form, text: str) -> Part:
    carried, faults = inner
    return replace(carried, carrier=Carrier(form, text, faults))
