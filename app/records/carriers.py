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

_DATA_URL = re.compile(r"data:(application/[\w.+-]{1,60})((?:;[\w=-]{1,40}){0,4}),(.*)", re.ASCII | re.DOTALL)
_ENVELOPED = frozenset({"EnvelopedVerifiableCredential", "EnvelopedVerifiablePresentation"})


def opened(part: Part) -> Part | Unreadable:
    """What a signed value carries, with its carrier; any other value as it is.

    Unreadable where it has the form of a signed text but cannot be one: the codes of `jose.unpack` and
    `sd_jwt.take_apart`.
    """
    if part.carrier:
        return part
    try:
        inner = _out_of_envelope(part)
        if isinstance(inner.value, str):
            text = inner.value.strip()
            signed = inner is not part or jose.is_compact(text) or sd_jwt.is_sd_jwt(text)
            if not signed:
                return part
            return _open_sd_jwt(text, part) if "~" in text else _open_jwt(text, part)
        return _open_json(inner) if jose.is_json(inner.value) else part
    except PersonError as error:
        return Unreadable(part.source, error.code, error.values)


def stated(part: Part, found: Record | Unreadable) -> Record | Unreadable:
    """A record with what its carrier adds: its form, and what is wrong between the two."""
    if part.carrier is None or isinstance(found, Unreadable):
        return found
    return replace(found, form=part.carrier.form, faults=distinct([*part.carrier.faults, *found.faults]))


def _out_of_envelope(part: Part) -> Part:
    """What a data: URL of a signed text holds, bare or in an object that envelops it; any other value as it is."""
    value = part.value
    if isinstance(value, Mapping) and not _ENVELOPED.isdisjoint(types(value)):
        value = value.get("id")
    match = _DATA_URL.fullmatch(value.strip()) if isinstance(value, str) and "data:" in value[:100] else None
    if match is None or not match[1].endswith(("jwt", "jose+json")):
        return part
    text = _of_data_url(match)
    return Part(text if match[1].endswith("jwt") else parse(text), text, part.source)


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
    return _carried((Part(jws.payload, jws.text, part.source), jwt_claims.faults_beside(jws)), "jades", part.text)


def _carried(inner: tuple[Part, tuple[Fault, ...]], form: Form, text: str) -> Part:
    carried, faults = inner
    return replace(carried, carrier=Carrier(form, text, faults))
