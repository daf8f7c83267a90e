"""All that can be read out of a paper, however it is packed: zips, PDFs, links with data, signed texts, QR codes."""

import io
import json
import re
import zipfile
from base64 import b64decode, urlsafe_b64decode
from collections.abc import Iterator
from html import unescape
from typing import Any

import pypdf

BASE64 = re.compile(rb"[A-Za-z0-9+/]{200,}={0,2}")
JWT = re.compile(rb"ey[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}")
DISCLOSED = re.compile(rb"~([\w-]{10,})(?=~)")
"""Parts beside an SD-JWT."""
TAGS = re.compile(r"<style>.*?</style>|<[^>]+>", re.DOTALL)


def layers(name: str, data: bytes) -> Iterator[tuple[str, str]]:
    """Every text in a file with where it stands, the raw bytes first."""
    yield name, data.decode("utf-8", "replace")
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield f"{name}/names", " ".join(f"{one.filename} {one.comment!r}" for one in archive.infolist())
            for member in archive.namelist():
                yield from layers(f"{name}/{member}", archive.read(member))
    elif data.startswith(b"%PDF"):
        yield from _pdf(name, data)
    else:
        for number, match in enumerate(BASE64.finditer(data)):
            inside = b64decode(match[0] + b"=" * (-len(match[0]) % 4))
            if not inside.startswith(b"wOF2"):
                yield from layers(f"{name}/base64 {number}", inside)
        for number, match in enumerate(JWT.finditer(data)):
            for place, part in enumerate(match[0].split(b".")[:2]):
                yield from layers(f"{name}/jwt {number}.{place}", urlsafe_b64decode(part + b"=="))
        for number, match in enumerate(DISCLOSED.finditer(data)):
            yield f"{name}/disclosure {number}", urlsafe_b64decode(match[1] + b"==").decode("utf-8", "replace")
    if data.lstrip()[:1] in (b"{", b"["):
        yield f"{name}/values", " ".join(_strings(json.loads(data)))


def words_of_page(html: bytes) -> str:
    """What a person reads on a saved page, its title too."""
    return unescape(TAGS.sub(" ", html.decode("utf-8")))


def words_of_pdf(data: bytes) -> str:
    """What a person reads in a PDF, its metadata too."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    text = " ".join(page.extract_text() for page in reader.pages)
    return f"{text} {reader.metadata} {reader.trailer['/Root']['/Metadata'].get_data().decode('utf-8')}"


def _pdf(name: str, data: bytes) -> Iterator[tuple[str, str]]:
    reader = pypdf.PdfReader(io.BytesIO(data))
    yield f"{name}/words", words_of_pdf(data)
    for file, contents in reader.attachments.items():
        for content in contents:
            yield from layers(f"{name}/{file}", content)
    for number in range(1, len(reader.xref.get(0, {})) + len(reader.xref_objStm) + 1):
        found: Any = reader.get_object(number)
        if found is None:
            continue
        yield f"{name}/object {number}", str(found)
        if hasattr(found, "get_data") and found.get("/Subtype") != "/Image" and "/Length1" not in found:
            yield f"{name}/stream {number}", found.get_data().decode("utf-8", "replace")


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)
    else:
        yield str(value)
