"""Bytes of whatever form a posting comes in -> `Posting`; the form is told by content, never by a file's name."""

import re
from dataclasses import replace
from pathlib import Path

from app.applying.opportunity import Asked, Kind, Opportunity, opportunity_from
from app.applying.postings.asked import things_asked
from app.applying.postings.hr_xml import posting_in_xml
from app.applying.postings.lines import pieces_of_lines, pieces_of_text
from app.applying.postings.linked import is_posting, posting_from_linked
from app.applying.postings.model import Found, Piece, Posting
from app.applying.postings.named import organisation_in, title_in
from app.applying.postings.speech import language_of
from app.errors import PersonError
from app.records.json_text import load_freely
from app.records.limits import Limits
from app.records.page_archive import page_in_archive
from app.records.text import one_line, path_text
from pathways.plain_text import plain_text
from pathways.web_page import WebPage, is_page, read_page

LIMITS = Limits(file_bytes=5_000_000, depth=60, values=100_000)
MAX_LETTERS = 100_000
"""Letters of text in a posting; a long real one has some ten thousand."""
MAX_LINES = 5_000
MAX_DATA = 20
"""Linked data in one page that are looked through."""
_JSON = re.compile(r"\s*(?:\{|\[\s*[\[{\"\]])")
_OTHER_FILES = (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"{\\rtf")
_XML = re.compile(
    r"\s*(?:<\?xml(?![^>]{0,200}>\s*<(?:!doctype )?html)"
    r"|<(?:\w+:)?(?:PositionOpening|JobPosting|JobPositionPosting)\b)",
    re.IGNORECASE,
)
_ARCHIVED_PAGE = re.compile(r"\A(?:From: <Saved by|MIME-Version: )[^\n]{0,200}\n", re.IGNORECASE)


def read_posting(path: Path) -> Posting:
    """Read a posting's file. PersonError: opportunity_unreadable, and those of `posting_from`."""
    try:
        with path.open("rb") as file:
            content = file.read(LIMITS.file_bytes + 1)
    except OSError as error:
        raise PersonError("opportunity_unreadable", file=path_text(path.name), why=type(error).__name__) from error
    return posting_from(content)


def posting_from(content: bytes, kind: Kind | None = None) -> Posting:
    """What a posting asks for, from its bytes. `kind` is what the learner says it is.

    PersonError: file_empty, json_*, opportunity_*, posting_too_big, posting_too_long, posting_not_text, posting_is_xml,
    posting_is_archive.
    """
    read = _read(content)
    return replace(read, kind=kind) if kind else read


def posting_from_text(text: str) -> Posting:
    """What pasted text asks for; PersonError posting_too_long."""
    _bounded(len(text), text.count("\n"))
    pieces = pieces_of_text(text)
    return _made(Posting("text", title_in(text), organisation_in(text)), pieces)


def posting_of(wanted: Opportunity) -> Posting:
    """An opportunity of Pathfolio's own as a posting, to be corrected."""
    told = tuple(Found(one, "condition", sentence=one) for one in wanted.conditions)
    return Posting(
        "pathfolio",
        wanted.title,
        wanted.organisation,
        found=tuple(_found(one) for one in wanted.asked) + told,
        kind=wanted.kind,
        answers=wanted.answers,
        challenge=wanted.challenge,
        domain=wanted.domain,
        ignored=wanted.ignored,
    )


def _read(content: bytes) -> Posting:
    text = _text(content)
    if _ARCHIVED_PAGE.match(text):
        page = page_in_archive(content)
        if not page:
            raise PersonError("posting_is_archive")
        return _from_page(read_page(_text(page)))
    if _JSON.match(text):
        return _from_json(content)
    if _XML.match(text):
        opening = posting_in_xml(text)
        if opening is None:
            raise PersonError("posting_is_xml")
        return _made(*posting_from_linked("hr_open", opening))
    return _from_page(read_page(text)) if is_page(text) else posting_from_text(text)


def _text(content: bytes) -> str:
    """Text in the encodings of saved postings. What is no UTF-8 is taken for the older one of Windows."""
    if len(content) > LIMITS.file_bytes:
        raise PersonError("posting_too_big", limit=LIMITS.file_bytes)
    if content.startswith(_OTHER_FILES):
        raise PersonError("posting_not_text")
    text = plain_text(content, "replace")
    if text is None:
        raise PersonError("posting_not_text")
    if not text.strip():
        raise PersonError("file_empty")
    return text


def _from_json(content: bytes) -> Posting:
    document = load_freely(_text(content).encode(), LIMITS)
    linked = is_posting(document)
    if linked:
        shape, found = linked
        return _made(*posting_from_linked(shape, found))
    return posting_of(opportunity_from(content))


def _from_page(page: WebPage) -> Posting:
    """A page's linked data say it best; where they hold no posting, or say nothing is asked, its own text does."""
    _bounded(sum(len(line.text) for line in page.lines), len(page.lines))
    linked = _linked_in(page)
    if linked and linked.found:
        return replace(linked, shape="page")
    meta = dict(page.meta)
    text = "\n".join(line.text for line in page.lines)
    heading = next((line.text for line in page.lines if line.kind == "heading"), "")
    title = (linked.title if linked else "") or one_line(heading or meta.get("og:title") or page.title, 200)
    organisation = (linked.organisation if linked else "") or organisation_in(text) or meta.get("og:site_name", "")
    return _made(Posting("page", title, one_line(organisation, 200)), pieces_of_lines(page.lines), page.lang)


def _linked_in(page: WebPage) -> Posting | None:
    for body in page.data[:MAX_DATA]:
        try:
            linked = is_posting(load_freely(body.encode(), LIMITS))
        except (PersonError, UnicodeEncodeError):
            continue  # one of several in a page, most of them about other things; its text says the same
        if linked:
            return _made(*posting_from_linked(*linked))
    return None


def _made(posting: Posting, pieces: tuple[Piece, ...], language: str | None = None) -> Posting:
    _bounded(sum(len(one.text) for one in pieces), len(pieces))
    found, more, skipped = things_asked(pieces)
    every = tuple(dict.fromkeys((*posting.found, *found)))
    said = " ".join(one.text for one in pieces)
    language = language_of(said, language)
    return replace(posting, found=every, more=more, skipped=skipped, lines=pieces, language=language)


def _bounded(letters: int, lines: int) -> None:
    if letters > MAX_LETTERS or lines > MAX_LINES:
        raise PersonError("posting_too_long", limit=MAX_LETTERS, lines=MAX_LINES)


def _found(one: Asked) -> Found:
    own = one.concepts[0] if one.concepts else None
    return Found(one.name, one.kind, one.essential, one.sentence, one.years, own)
