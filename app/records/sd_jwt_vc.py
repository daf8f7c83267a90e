"""SD-JWT VC: a credential of plain claims with a type of its own (`vct`), no W3C credential.

Its claims have no common vocabulary, so only what JWT, OpenID Connect and SD-JWT VC fix is read.
"""

import hashlib
import re
from collections.abc import Mapping
from urllib.parse import unquote

from app.records.dates import numeric_moment, written
from app.records.envelope import type_name
from app.records.fields import Faults, Json, line, named_id, prose, web_link
from app.records.jose import unpack
from app.records.model import Achievement, Fault, Issuer, Record, Subject
from app.records.parts import Part

_TITLES = ("credential_name", "title", "achievement", "degree", "qualification", "course", "certificate")


def read(part: Part) -> tuple[Record, ...]:
    """The record of an SD-JWT whose claims are no W3C credential; nothing for any other value."""
    if part.carrier is None or part.carrier.form != "sd-jwt" or not isinstance(part.value, dict):
        return ()
    claims: Json = part.value
    if not {"iss", "vct"} & claims.keys():
        return ()
    faults = Faults()
    issuer, subject = named_id(claims, "iss", "iss", faults), named_id(claims, "sub", "sub", faults)
    if issuer is None and "iss" not in claims and "x5c" not in _header(part.carrier.text):
        faults.append(Fault("missing_issuer"))
    kind = line(claims.get("vct"))
    name = _name(claims, kind)
    return (
        Record(
            key=hashlib.sha256(part.raw).hexdigest(),
            raw=part.raw,
            document=claims,
            kind="sd-jwt-vc",
            data_model=None,
            source=part.source,
            id=named_id(claims, "jti", "jti", faults),
            types=(kind,) if kind else (),
            name=name,
            issuer=Issuer(issuer, None, web_link(issuer)),
            subjects=(Subject(subject, _person(claims)),),
            valid_from=_date(claims, "nbf") or _date(claims, "iat"),
            valid_until=_date(claims, "exp"),
            description=prose(claims.get("description")),
            achievements=(Achievement(name, description=prose(claims.get("description"))),),
            faults=tuple(faults),
            form="sd-jwt",
        ),
    )


def _header(text: str) -> Mapping[str, object]:
    """What the issuer signed beside the claims; a certificate there says who it is (SD-JWT VC, section 2.2.2.3)."""
    return unpack(text.partition("~")[0]).header


def _name(claims: Json, kind: str | None) -> str:
    """What a claim calls it, else the last part of its type's address as words."""
    told = next((text for key in _TITLES if (text := _title(claims.get(key)))), None)
    if told or not kind:
        return told or type_name(())
    path = re.split(r"[?#]", kind, maxsplit=1)[0].rstrip("/")
    last = unquote(re.split(r"[/:]", path)[-1])
    return line(type_name((last,)).replace("_", " ").replace("-", " ")) or kind


def _title(value: object) -> str | None:
    return line(value.get("name")) if isinstance(value, dict) else line(value)


def _person(claims: Json) -> str | None:
    parts = (line(claims.get(key)) for key in ("given_name", "family_name"))
    return " ".join(part for part in parts if part) or line(claims.get("name"))


def _date(claims: Json, name: str) -> str | None:
    when = numeric_moment(claims.get(name))
    return written(when) if when else None
