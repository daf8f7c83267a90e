"""Formats that are known by sight and not read yet: a person is told what the file looks like."""

import re

from app.records.envelope import types
from app.records.fields import web_link
from app.records.links import is_ours, is_talk
from app.records.model import Source, Unreadable
from app.records.parts import Part
from app.records.wallets import keys_in

# First bytes of files that people bring along with, or in place of, their records.
_MAGIC = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office"),
    (b"{\\rtf", "office"),
    (b"\x1f\x8b", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!\x1a\x07", "archive"),
    (b"\xfd7zXZ\0", "archive"),
    (b"BZh", "archive"),
    (b"SQLite format 3\0", "database"),
    # COSE_Sign1 as bytes: its tag, then an array of four.
    (b"\xd2\x84", "cose"),
    (b"ID3", "media"),
    (b"OggS", "media"),
    (b"\x1aE\xdf\xa3", "media"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
)
# The box that starts films, and pictures of some phones (ISO/IEC 14496-12, 4.3): its name stands after its size.
_BOX, _PICTURES = b"ftyp", (b"hei", b"hev", b"mif", b"msf", b"avi")
# How the first file of an office document is called in a zip's header (ECMA-376 part 2; OpenDocument 1.3 part 2, 3.3).
_OFFICE = (b"[Content_Types].xml", b"mimetype", b"_rels/.rels")
_NAME_IN_ZIP = 30
_TAR_AT = 257
_LINKS_CAP = 20_000
_MARKUP = re.compile(r"<([?!]|[A-Za-z][\w-]*(:[\w-]+)?[\s/>])", re.ASCII)
# The same in base64 and in hex.
_COSE = re.compile(r"0oR[\w+/=\s-]+|[dD]284[0-9a-fA-F\s]+", re.ASCII)
# What a wallet on a phone takes from a web page or a picture: an offer of a record to fetch, or a request to show some.
_WALLET_LINK = re.compile(
    r"(?:(openid-credential-offer|openid-initiate-issuance|haip-vci|dccrequest|dcc|vcapi|credentialoffer)"
    r"|(openid4vp|openid-vc|openid|haip-vp|mdoc-openid4vp|eudi-openid4vp|swiyu-verify))(?::|%3A)\S*",
    re.IGNORECASE | re.ASCII,
)
_OFFER_FIELDS = frozenset({"credential_issuer", "credential_offer_uri", "protocols", "verifiablePresentationRequest"})
_ELM_XML = re.compile(r"data\.europa\.eu/(?:snb|europass)|europass/model/credentials")
_ENVELOPED = re.compile(r"data:application/(?:vc|vp)(?:-ld)?\+cose\b")
# Texts that people have beside their records; a list needs three lines with commas to be taken for one.
_LETTERS = (
    (re.compile(r"-----BEGIN [A-Z0-9 ]*CERTIFICATE"), "certificate"),
    (re.compile(r"-----BEGIN [A-Z0-9 ]*KEY"), "key"),
    (re.compile(r"(?:[^,;\t\n]{1,80}[,;\t][^\n]{0,400}(?:\n|$)){3}"), "table"),
)
_DID_CONTEXT = re.compile(r"https://(www\.)?w3\.org/ns/did/|https://w3id\.org/did/")
_CLR_1 = re.compile(r"https?://purl\.imsglobal\.org/spec/clr/v1p0/")
_KEY_FIELDS = frozenset({"kty", "privateKeyMultibase", "publicKeyMultibase", "privateKeyJwk", "publicKeyJwk"})


def of_bytes(data: bytes) -> str | None:
    """What a file's first bytes say it is."""
    if data[4:8] == _BOX:
        return "image" if data[8:11] in _PICTURES else "media"
    if data.startswith(b"ustar", _TAR_AT):
        return "archive"
    return next((name for start, name in _MAGIC if data.startswith(start)), None)


def is_office(data: bytes) -> bool:
    """Whether a zip is an office document or a book, which no one takes apart to look for records."""
    return data[_NAME_IN_ZIP:].startswith(_OFFICE)


def read(part: Part) -> tuple[Unreadable, ...]:
    """A value of a format that is known by sight and not read yet."""
    name = _of_text(part.value) if isinstance(part.value, str) else _of_json(part.value)
    return (Unreadable(part.source, "format_not_read", {"looks_like": name}),) if name else ()


def links(value: object) -> tuple[str, ...]:
    """The links of a text that holds nothing else, as people paste or save them in place of a record."""
    found = tuple(map(_address, value.split())) if isinstance(value, str) and len(value) <= _LINKS_CAP else ()
    return tuple(link for link in found if link) if all(found) else ()


def _address(word: str) -> str | None:
    return web_link(word) or (word if is_ours(word) else None)


def _of_text(text: str) -> str | None:
    text = text.strip()
    if is_ours(text):
        return None
    if is_talk(text):
        return "offer"
    if _MARKUP.match(text):
        return _of_markup(text[:2_000].lower())
    if match := _WALLET_LINK.fullmatch(text[:_LINKS_CAP]):
        return "offer" if match[1] else "request"
    if _ENVELOPED.match(text) or _COSE.fullmatch(text):
        return "cose"
    return next((name for form, name in _LETTERS if form.match(text)), None)


def _of_markup(start: str) -> str:
    if "<html" in start or "<!doctype html" in start:
        return "html"
    return "edc_xml" if _ELM_XML.search(start) else "xml"


def _of_json(value: object) -> str | None:
    if not isinstance(value, dict):
        return None
    stated, contexts = frozenset(types(value)), _contexts(value)
    if any(name.startswith("EnvelopedVerifiable") for name in stated) and isinstance(value.get("id"), str):
        return _of_text(value["id"])
    signs = (
        ("did_document", any(map(_DID_CONTEXT.match, contexts)) and not _has_secrets(value)),
        ("clr1", any(map(_CLR_1.match, contexts))),
        ("offer", not _OFFER_FIELDS.isdisjoint(value)),
        ("request", {"query", "challenge"} <= value.keys() or "dcql_query" in value),
        ("key", not _KEY_FIELDS.isdisjoint(value) or any(map(_DID_CONTEXT.match, contexts))),
    )
    return next((name for name, seen in signs if seen), None)


def _has_secrets(value: dict[str, object]) -> bool:
    return any(True for _ in keys_in(value, Source("")))


def _contexts(value: dict[str, object]) -> list[str]:
    stated = value.get("@context")
    return [entry for entry in (stated if isinstance(stated, list) else [stated]) if isinstance(entry, str)]
