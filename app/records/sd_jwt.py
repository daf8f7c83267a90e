"""SD-JWT (RFC 9901): the signed part, the disclosures sent along with it, and what they say together.

What is taken apart here is judged elsewhere. openvc-core's suite does the same only together with a sound signature
by a key already had and on the clock's own day; a record must be read long before either is known.
"""

import base64
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.errors import PersonError
from app.records import jose
from app.records.jose import MAX_SIGNATURES, NOT_JSON, Jws, is_compact, segment, unpack
from app.records.json_text import load, parse
from app.records.limits import LIMITS, Limits

MAX_DISCLOSURES = 10_000
MAX_DEPTH = 100

_DIGESTS, _ELEMENT, _ALGORITHM = "_sd", "...", "_sd_alg"
_BESIDE = frozenset({"disclosures", "kb_jwt"})
_HASHES = {"sha-256": hashlib.sha256, "sha-384": hashlib.sha384, "sha-512": hashlib.sha512}
# A holder may leave out any disclosure, and nobody can tell one left out from none: so what decides whether a record
# holds must stand in the open, whole (SD-JWT VC, section 2.2.2.3; the same of a W3C credential's contexts and status).
OPEN_WHOLE = frozenset({"iss", "nbf", "exp", "cnf", "vct", "vct#integrity", "status", "@context", "credentialStatus"})
# What decides the same in a W3C credential; an issuer's picture may well be left out.
OPEN_IN_CREDENTIALS = frozenset({"issuer", "validFrom", "validUntil", "issuanceDate", "expirationDate"})


@dataclass(frozen=True)
class SdJwt:
    """An SD-JWT taken apart: the issuer's JWS, what it says with the disclosures at hand, and the key binding.

    `left_out` counts digests that no disclosure at hand fits (some may be decoys), `may_be_cut` whether one
    of them could be of what decides whether the record holds; `hidden` names claims disclosed
    that must not be left to disclosures; `presented` is the text that a key binding signs the hash of.
    """

    jws: Jws
    claims: Mapping[str, Any]
    left_out: int
    may_be_cut: bool
    hidden: tuple[str, ...]
    presented: str
    binding: str
    hash_name: str


def is_sd_jwt(text: str) -> bool:
    """Whether a text has the form of an SD-JWT."""
    first, tilde, _ = text.partition("~")
    return bool(tilde) and is_compact(first)


def is_json(value: object) -> bool:
    """Whether a value has the form of an SD-JWT written as JSON (RFC 9901, section 8)."""
    return jose.is_json(value) and any(not _BESIDE.isdisjoint(header) for header in _beside(value))


def is_cut(payload: object) -> bool:
    """Whether what was signed holds only hashes of parts of it, which makes it an SD-JWT with or without them."""
    return isinstance(payload, dict) and not {_DIGESTS, _ALGORITHM}.isdisjoint(payload)


def has_binding(text: str) -> bool:
    """Whether an SD-JWT, as text or JSON, ends with a holder's signature."""
    return not compact(text).endswith("~")


def _beside(value: Any) -> list[Mapping[str, Any]]:  # noqa: ANN401 - any JSON value
    """What stands unsigned beside each signature of a JSON JWS."""
    signed = value.get("signatures", [value])
    headers = [entry.get("header") if isinstance(entry, Mapping) else None for entry in _few(signed)]
    return [header if isinstance(header, Mapping) else {} for header in headers]


def _few(value: object) -> list[Any]:
    return value[:MAX_SIGNATURES] if isinstance(value, list) else []


def compact(text: str, limits: Limits = LIMITS) -> str:
    """An SD-JWT as one text, as its holder's signature covers it: written so, or as JSON.

    PersonError: parts_do_not_fit (with `why`).
    """
    if not text.startswith("{"):
        return text
    value = parse(text, limits)
    first, *others = _beside(value)
    # RFC 9901, section 8.1: disclosures and the binding stand beside the first signature and no other.
    if any(not _BESIDE.isdisjoint(header) for header in others):
        raise PersonError("parts_do_not_fit", why="form")
    signed = value["signatures"][0] if "signatures" in value else value
    parts = [signed.get("protected"), value["payload"], signed.get("signature")]
    disclosures, binding = first.get("disclosures", []), first.get("kb_jwt", "")
    listed: list[Any] = [*disclosures, binding] if isinstance(disclosures, list) else [None]
    if not all(isinstance(entry, str) and "~" not in entry for entry in [*parts, *listed]):
        raise PersonError("parts_do_not_fit", why="form")
    return "~".join([".".join(parts), *listed])


def take_apart(text: str, limits: Limits = LIMITS) -> SdJwt:
    """Take a whole SD-JWT apart, written as text or as JSON.

    PersonError: parts_do_not_fit (with `why`), and as for `jose.unpack`.
    """
    text = compact(text, limits)
    if text.count("~") > MAX_DISCLOSURES + 1:
        raise PersonError("parts_do_not_fit", why="many")
    *front, binding = text.split("~")
    jws = unpack(front[0], limits)
    if not isinstance(jws.payload, dict):
        raise PersonError("jws_broken")
    hash_name = jws.payload.get(_ALGORITHM, "sha-256")
    if not isinstance(hash_name, str) or hash_name not in _HASHES:
        raise PersonError("parts_do_not_fit", why="hash")
    opened = _Opened(_disclosures(front[1:], hash_name, limits))
    claims = opened.in_object({key: value for key, value in jws.payload.items() if key != _ALGORITHM}, (), 0)
    if opened.used != opened.disclosures.keys():
        raise PersonError("parts_do_not_fit", why="unused")
    presented = text[: len(text) - len(binding)]
    left_out, hidden = len(opened.seen) - len(opened.used), tuple(sorted(opened.hidden))
    return SdJwt(jws, claims, left_out, opened.may_be_cut, hidden, presented, binding, hash_name)


def hash_of(text: str, hash_name: str) -> str:
    """The digest of a text as SD-JWT writes it: base64url without padding."""
    return base64.urlsafe_b64encode(_HASHES[hash_name](text.encode()).digest()).decode().rstrip("=")


def _disclosures(texts: list[str], hash_name: str, limits: Limits) -> dict[str, list[Any]]:
    """Each disclosure by its digest."""
    contents = [segment(text) for text in texts]
    if sum(content.count(b",") for content in contents) > limits.values:
        raise PersonError("json_too_many_values", limit=limits.values)
    found = {
        hash_of(text, hash_name): _disclosure(content, limits) for text, content in zip(texts, contents, strict=True)
    }
    if len(found) != len(texts):
        raise PersonError("parts_do_not_fit", why="twice")
    return found


def _disclosure(content: bytes, limits: Limits) -> list[Any]:
    try:
        value = load(content, limits)
    except PersonError as error:
        raise (PersonError("jws_broken") if error.code in NOT_JSON else error) from None
    if not isinstance(value, list) or len(value) not in {2, 3} or not isinstance(value[0], str):
        raise PersonError("parts_do_not_fit", why="form")
    if len(value) == 3 and not isinstance(value[1], str):
        raise PersonError("parts_do_not_fit", why="form")
    if len(value) == 3 and value[1] in {_DIGESTS, _ELEMENT, _ALGORITHM}:
        raise PersonError("parts_do_not_fit", why="reserved")
    return value


@dataclass
class _Opened:
    """Disclosures put back where their digests stand (RFC 9901, section 7.1)."""

    disclosures: Mapping[str, list[Any]]
    used: set[str] = field(default_factory=set)
    seen: set[str] = field(default_factory=set)
    hidden: set[str] = field(default_factory=set)
    may_be_cut: bool = False

    def in_object(self, value: Mapping[str, Any], path: tuple[str, ...], depth: int) -> dict[str, Any]:
        if depth > MAX_DEPTH:
            raise PersonError("parts_do_not_fit", why="deep")
        if _ELEMENT in value or _ALGORITHM in value:
            raise PersonError("parts_do_not_fit", why="reserved")
        made = {key: self.in_any(entry, path or (key,), depth) for key, entry in value.items() if key != _DIGESTS}
        digests = value.get(_DIGESTS, [])
        if not isinstance(digests, list):
            raise PersonError("parts_do_not_fit", why="form")
        for digest in digests:
            found = self.find(digest, 3)
            if found is None:
                self.miss(path)
                continue
            if found[1] in made:
                raise PersonError("parts_do_not_fit", why="overwrites")
            self.note(path or (found[1],), nested=bool(path))
            made[found[1]] = self.in_any(found[2], path or (found[1],), depth)
        return made

    def in_any(self, value: object, path: tuple[str, ...], depth: int) -> Any:  # noqa: ANN401 - any JSON value
        if isinstance(value, dict):
            return self.in_object(value, path, depth + 1)
        return self.in_list(value, path, depth + 1) if isinstance(value, list) else value

    def in_list(self, value: list[Any], path: tuple[str, ...], depth: int) -> list[Any]:
        made = []
        if depth > MAX_DEPTH:
            raise PersonError("parts_do_not_fit", why="deep")
        for entry in value:
            if not (isinstance(entry, dict) and entry.keys() == {_ELEMENT}):
                made.append(self.in_any(entry, path, depth))
            elif (found := self.find(entry[_ELEMENT], 2)) is not None:
                self.note(path, nested=True)
                made.append(self.in_any(found[1], path, depth))
            else:
                self.miss(path)
        return made

    def find(self, digest: object, length: int) -> list[Any] | None:
        """The disclosure of a digest, met for the first time; None where it was left out."""
        if not isinstance(digest, str) or digest in self.seen:
            raise PersonError("parts_do_not_fit", why="twice")
        self.seen.add(digest)
        found = self.disclosures.get(digest)
        if found is not None and len(found) != length:
            raise PersonError("parts_do_not_fit", why="form")
        if found is not None:
            self.used.add(digest)
        return found

    def miss(self, path: tuple[str, ...]) -> None:
        self.may_be_cut = self.may_be_cut or not path or path[0] in OPEN_WHOLE

    def note(self, path: tuple[str, ...], *, nested: bool) -> None:
        self.hidden |= (OPEN_WHOLE if nested else OPEN_WHOLE | OPEN_IN_CREDENTIALS).intersection(path[:1])


def text_of(sd_jwt: SdJwt) -> str:
    """What an SD-JWT says, as JSON text."""
    return json.dumps(sd_jwt.claims, ensure_ascii=False)


def binding_of(sd_jwt: SdJwt, limits: Limits = LIMITS) -> Jws:
    """The key binding of an SD-JWT that has one. PersonError as for `jose.unpack`."""
    return unpack(sd_jwt.binding, limits)
