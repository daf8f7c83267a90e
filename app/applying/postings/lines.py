"""Posting text, however messy, -> pieces with the part of the posting that each stands in."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from app.applying.postings.headings import is_heading, section_of, split_inline
from app.applying.postings.model import Piece, Section
from app.records.text import one_line
from pathways.web_page import PageLine

LONGEST = 600
"""Characters of a sentence that are looked at."""
LONGEST_LINE = 20_000
TITLE_WORDS = 12
WRAPPED = 45
"""A line at least this long may go on in the next."""

_BULLET = re.compile(r"^\s*(?:[-*+•·–—‣▪◦●○■□➢✓✔►▶>]+|\d{1,2}[.)]|[a-z]\)|\uf0b7|o(?=\s{2,}))\s*(?=\S)")
_BOLD = re.compile(r"^\s*(?:\*\*|__)([^*_]{2,60}?):?(?:\*\*|__):?\s*")
_LONG_SPACE = re.compile(r"\s{3,}")
_INNER_BULLETS = re.compile(r"\s+[•·▪●■✓✔►]\s*")
_ABBREVIATED = re.compile(
    r"\b(?:e\.g|i\.e|etc|lbs?|yrs?|approx|inc|st|dr|no|min|vs|incl|p\.ej|ej|ee|aprox|cert|exp|req|dept|[a-z])\.$",
    re.IGNORECASE,
)
LONGEST_ABBREVIATION = 10
"""Letters at the end of a sentence among which an abbreviation shows."""
_ENDS = re.compile(r"(?<=[.!?;])[\"”)]?\s+(?!(?:or|o|u)\b)(?=[\"“(¿¡A-ZÁÉÍÓÚÑ0-9a-z$€])")


def pieces_of_text(text: str) -> tuple[Piece, ...]:
    """Pieces of pasted text."""
    return pieces_of_lines(_page_lines(text))


def pieces_of_lines(lines: Iterable[PageLine]) -> tuple[Piece, ...]:
    """Pieces of lines; headings are left out and tell where what follows belongs.

    Where no heading says what is asked and none tells the work, a list is taken for what is asked.
    """
    made = tuple(_pieces(lines))
    if any(one.section in {"must", "nice", "conditions", "duties"} for one in made):
        return made
    return tuple(replace(one, section="must") if one.item and one.section == "other" else one for one in made)


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
            yield Piece(sentence, section, line.kind == "item")


def _page_lines(text: str) -> Iterator[PageLine]:
    """Lines with those that a page's edge broke put together again, and headings known by how they stand."""
    raws = [_raw(part) for line in text.splitlines() for part in _bulleted(line)]
    held: PageLine | None = None
    title, after_heading = True, False
    for place, line in enumerate(raws):
        if held and not title and _goes_on(held, line):
            held = replace(held, text=f"{held.text} {line.text}")
            continue
        if held and held.text:
            yield held
            title, after_heading = False, held.kind == "heading" or is_heading(held.text)
        title = (
            title and len(line.text.split()) <= TITLE_WORDS
        )  # the first line, where it is short, is no sentence's part
        apart = place == 0 or not raws[place - 1].text
        held = replace(line, kind="heading") if _stands_as_heading(raws, place, apart and not after_heading) else line
    if held and held.text:
        yield held


def _bulleted(line: str) -> list[str]:
    """A line, cut where bullets stand in it; long space goes first, since the pattern would walk it over and over."""
    return _INNER_BULLETS.sub("\n• ", _LONG_SPACE.sub("  ", line)).split("\n")


def _raw(line: str) -> PageLine:
    named = _BOLD.sub(r"\1: ", line)
    bulleted = _BULLET.match(named)
    return PageLine(
        one_line(named[bulleted.end() :] if bulleted else named, LONGEST_LINE), "item" if bulleted else "text"
    )


def _stands_as_heading(raws: list[PageLine], place: int, apart: bool) -> bool:  # noqa: FBT001  a fact, not a switch
    """Whether a short line stands over a list, or alone at the head of a block of lines."""
    line = raws[place]
    words = len(line.text.split())
    if (
        line.kind == "item"
        or not 0 < words <= 8
        or line.text[-1] in ".,;"
        or not line.text.strip("¿¡#* ")[:1].isupper()
    ):
        return False
    below = next((one for one in raws[place + 1 : place + 3] if one.text), None)
    if below is None or ":" in line.text[:-1]:
        return False
    over_list = below.kind == "item" and (apart or raws[place - 1].kind == "item")
    return over_list or (apart and place > 0 and words <= 4 and bool(raws[place + 1].text))


def _goes_on(held: PageLine, line: PageLine) -> bool:
    """Whether a line ends the sentence of the one before: that was long and open, and this begins small."""
    long = WRAPPED <= len(held.text) < LONGEST_LINE and held.text[-1] not in ".:;!?"
    return long and line.kind != "item" and (line.text[:1].islower() or line.text[:1] in {"(", "&", "/"})


def _sentences(text: str) -> Iterator[str]:
    """Sentences of a line; one that does not end is cut, so that nothing is gone through over and over."""
    held = ""
    for part in _ENDS.split(text):
        if held and len(held) + len(part) >= LONGEST:
            yield held
            held = ""
        held = f"{held} {part}".strip()
        if not _ABBREVIATED.search(held[-LONGEST_ABBREVIATION:]):
            yield one_line(held, LONGEST)
            held = ""
    if held:
        yield one_line(held, LONGEST)
