"""Posting text, however messy, -> pieces with the part of the posting that each stands in."""

import re
from collections.abc import Iterable, Iterator

from app.applying.postings.headings import is_heading, section_of, split_inline
from app.applying.postings.model import Piece, Section
from app.records.text import one_line
from pathways.web_page import LineKind, PageLine

LONGEST = 600
"""Characters of a sentence that are looked at."""
LONGEST_LINE = 20_000
TITLE_WORDS = 12
WRAPPED = 45
"""A line at least this long may go on in the next."""

_BULLET = re.compile(r"^\s*(?:[-*+•·–—‣▪◦●○■□➢✓✔►▶>]+|\d{1,2}[.)]|[a-z]\)|\uf0b7|o(?=\s{2,}))\s*(?=\S)")
_BOLD = re.compile(r"^\s*(?:\*\*|__)([^*_]{2,60}?):?(?:\*\*|__):?\s*")
_INNER_BULLETS = re.compile(r"\s+[•·▪●■✓✔►]\s*")
_ABBREVIATED = re.compile(r"\b(?:e\.g|i\.e|etc|lbs?|yrs?|approx|inc|st|dr|no|min|vs|incl|p\.ej|ej|aprox|cert|exp|req|dept|u\.s|u\.s\.a)\.$", re.I)
_ENDS = re.compile(r"(?<=[.!?;])[\"”)]?\s+(?=[\"“(¿¡A-ZÁÉÍÓÚÑ0-9a-z$€])")


def pieces_of_text(text: str) -> tuple[Piece, ...]:
    """Pieces of pasted text."""
    return pieces_of_lines(_page_lines(text))


def pieces_of_lines(lines: Iterable[PageLine]) -> tuple[Piece, ...]:
    """Pieces of lines; headings are left out and tell where what follows belongs."""
    return tuple(_pieces(lines))


def in_section(text: str, section: Section) -> tuple[Piece, ...]:
    """Pieces of a text of which it is known where it belongs; headings in it count all the same."""
    return tuple(Piece(one.text, section if one.section == "other" else one.section) for one in pieces_of_text(text))


def _pieces(lines: Iterable[PageLine]) -> Iterator[Piece]:
    section: Section = "other"
    listed = False
    for line in lines:
        if line.kind == "heading" or (line.kind == "text" and is_heading(line.text)):
            section, listed = section_of(line.text) or "other", False
            continue
        if listed and line.kind == "text" and line.text.endswith("."):
            section = "ignored" if section == "ignored" else "other"  # a list is over where whole sentences follow
        listed = listed or line.kind == "item"
        inline = split_inline(line.text) if line.kind == "text" else None
        if inline:
            section = inline[0]
        for sentence in _sentences(inline[1] if inline else line.text):
            yield Piece(sentence, section)


def _page_lines(text: str) -> Iterator[PageLine]:
    """Lines with those that a page's edge broke put together again."""
    held, kind = "", _kind(None)
    title = True
    for part in (part for line in text.splitlines() for part in _INNER_BULLETS.sub("\n• ", line).split("\n")):
        raw = _BOLD.sub(r"\1: ", part)
        bulleted = _BULLET.match(raw)
        line = one_line(raw[bulleted.end() :] if bulleted else raw, LONGEST_LINE)
        if held and line and not bulleted and not title and _goes_on(held, line):
            held = f"{held} {line}"
            continue
        if held:
            yield PageLine(held, kind)
            title = False
        title = title and len(line.split()) <= TITLE_WORDS  # the first line, where it is short, is no part of a sentence
        held, kind = line, _kind(bulleted)
    if held:
        yield PageLine(held, kind)


def _kind(bulleted: object) -> LineKind:
    return "item" if bulleted else "text"


def _goes_on(held: str, line: str) -> bool:
    """Whether a line ends the sentence of the one before: that was long and open, and this begins small."""
    return WRAPPED <= len(held) < LONGEST_LINE and held[-1] not in ".:;!?" and (line[0].islower() or line[0] in "(&/")


def _sentences(text: str) -> Iterator[str]:
    held = ""
    for part in _ENDS.split(text):
        held = f"{held} {part}".strip()
        if not _ABBREVIATED.search(held):
            yield one_line(held, LONGEST)
            held = ""
    if held:
        yield one_line(held, LONGEST)
