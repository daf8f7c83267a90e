"""A web page as lines of text and the data beside them, read in one pass whatever the page holds.

Not by html.parser, whose work can grow with the square of a page's length; no tag here is looked at twice.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

LineKind = Literal["text", "item", "heading"]
LONGEST_TAG = 4_000
"""Attributes further into a tag than this are not read."""

BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "br", "dd", "details", "dialog", "div", "dl", "dt",
        "fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html",
        "li", "main", "nav", "ol", "option", "p", "pre", "section", "select", "summary", "table", "tbody", "td", "th",
        "thead", "title", "tr", "ul"
    }
)  # fmt: skip
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "dt", "summary"})
RAW = frozenset({"script", "style", "textarea", "template", "noscript", "iframe", "svg"})
"""Elements whose inside is no text of the page; of `script`, linked data are kept."""
ASIDE = frozenset({"nav", "footer", "button", "select"})
"""Elements around the matter of a page."""

_NAME = re.compile(r"/?([A-Za-z][A-Za-z0-9:-]{0,30})")
_ATTRIBUTE = re.compile(
    r"""(?<![\w:-])([A-Za-z][\w:-]{0,40})[ \t\r\n]*=[ \t\r\n]*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))"""
)
_LONG_NUMBER = re.compile(r"&#[xX]?[0-9a-fA-F]{8,};?")
_PAGE = re.compile(
    r"<(?:!doctype\s+html|html|head|body|script|meta|title|main|article|section|div|p|ul|ol|li|h[1-6]|br|span|table)\b",
    re.IGNORECASE,
)
_LINKED_DATA = "application/ld+json"
LOOKED_AT = 5_000
"""Characters at the start of a text among which a page shows that it is one."""


@dataclass(frozen=True)
class PageLine:
    """One line as a browser would break it; `item` is one of a list."""

    text: str
    kind: LineKind = "text"


@dataclass(frozen=True)
class WebPage:
    """What a page says: its `title`, language tag, lines, JSON-LD bodies as they stand, and named `meta` texts."""

    title: str
    lang: str | None
    lines: tuple[PageLine, ...]
    data: tuple[str, ...]
    meta: tuple[tuple[str, str], ...]


def is_page(text: str) -> bool:
    """Whether a text is a web page or a piece of one."""
    return _PAGE.search(text, 0, LOOKED_AT) is not None


def read_page(text: str) -> WebPage:
    """Read a page in time that grows with its length alone; broken pages give what can be read."""
    reading = _Reading()
    for tag, words in _pieces(text):
        reading.say(words)
        reading.meet(tag)
    return reading.page()


@dataclass(frozen=True)
class _Tag:
    """A tag: its name in small letters, whether it closes, its attributes' text, and what a raw element holds."""

    name: str = ""
    closing: bool = False
    inside: str = ""
    raw: str = ""


_NO_TAG = _Tag()


class _Ahead:
    """Finds the next of a text, and remembers where, so that nothing is looked for twice over the same stretch."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.known: dict[str, tuple[int, int]] = {}

    def find(self, what: str, start: int) -> int:
        """As `str.find`; -1 where there is none."""
        since, found = self.known.get(what, (0, -2))
        if (found == -1 and start >= since) or since <= start <= found:
            return found
        found = self.text.find(what, start)
        self.known[what] = (start, found)
        return found


def _pieces(text: str) -> Iterator[tuple[_Tag, str]]:
    """Each tag with the text before it; what follows the last one comes with no tag."""
    ahead, start, quoted = _Ahead(text), 0, True
    position = ahead.find("<", 0)
    while position >= 0:
        name = _NAME.match(text, position + 1)
        if text.startswith("<!--", position):
            yield _NO_TAG, text[start:position]
            start = _after(ahead, "-->", position + 4)
        elif name or text[position + 1 : position + 2] in {"!", "?"}:
            end = _tag_end(ahead, position + 1) if quoted else -1
            if end < 0:
                quoted, end = False, ahead.find(">", position)
            if end < 0:
                break
            tag = _tag(name, text[position + 1 : min(end, position + LONGEST_TAG)])
            tag, after = _with_inside(text, tag, end + 1)
            yield tag, text[start:position]
            start = after
        position = ahead.find("<", max(start, position + 1))
    yield _NO_TAG, text[start:]


def _tag_end(ahead: _Ahead, position: int) -> int:
    """The place of the bracket that ends a tag, past values in quotes that hold one; -1 where quotes never close."""
    while True:
        end = ahead.find(">", position)
        quotes = [one for one in (ahead.find('"', position), ahead.find("'", position)) if 0 <= one < end]
        if not quotes:
            return end
        quote = min(quotes)
        if not ahead.text[max(0, quote - 8) : quote].rstrip().endswith("="):
            position = quote + 1
            continue
        closing = ahead.find(ahead.text[quote], quote + 1)
        if closing < 0:
            return -1
        position = closing + 1


def _after(ahead: _Ahead, what: str, start: int) -> int:
    found = ahead.find(what, start)
    return len(ahead.text) if found < 0 else found + len(what)


def _tag(name: re.Match[str] | None, inside: str) -> _Tag:
    return _Tag(name[1].lower(), inside.startswith("/"), inside) if name else _NO_TAG


def _with_inside(text: str, tag: _Tag, start: int) -> tuple[_Tag, int]:
    """A tag with what it holds, where that is no text of the page, and the place after it."""
    if tag.closing or tag.name not in RAW or tag.inside.endswith("/"):
        return tag, start
    closed = re.compile(f"</{tag.name}", re.IGNORECASE).search(text, start)
    end = closed.start() if closed else len(text)
    return _Tag(tag.name, inside=tag.inside, raw=text[start:end]), end


class _Reading:
    """The page so far."""

    def __init__(self) -> None:
        self.lines: list[PageLine] = []
        self.line: list[str] = []
        self.kind: LineKind = "text"
        self.title: list[str] = []
        self.in_title = False
        self.lang: str | None = None
        self.data: list[str] = []
        self.meta: list[tuple[str, str]] = []
        self.aside = dict.fromkeys(ASIDE, 0)

    def say(self, words: str) -> None:
        """Take in text between two tags."""
        if self.in_title:
            self.title.append(words)
        elif words and not any(self.aside.values()):
            self.line.append(words)

    def meet(self, tag: _Tag) -> None:
        """Take in a tag."""
        if tag.name in self.aside:
            self.aside[tag.name] = max(0, self.aside[tag.name] + (-1 if tag.closing else 1))
        if tag.name in BLOCKS:
            self._break(tag)
        if tag.name == "title":
            self.in_title = not tag.closing and not self.title
        elif tag.name == "script" and _LINKED_DATA in tag.inside.lower():
            self.data.append(tag.raw)
        elif tag.name == "html" and not tag.closing:
            self.lang = _attributes(tag.inside).get("lang") or self.lang
        elif tag.name == "meta":
            given = _attributes(tag.inside)
            self.meta.append((given.get("property") or given.get("name") or "", given.get("content", "")))

    def page(self) -> WebPage:
        """The page as read."""
        self._end_line()
        title = " ".join(named_letters("".join(self.title)).split())
        return WebPage(title, self.lang, tuple(self.lines), tuple(self.data), tuple(self.meta))

    def _break(self, tag: _Tag) -> None:
        self._end_line()
        if tag.closing:
            self.kind = "text"
        elif tag.name in HEADINGS:
            self.kind = "heading"
        elif tag.name == "li":
            self.kind = "item"

    def _end_line(self) -> None:
        said = named_letters("".join(self.line))
        self.line = []
        words = " ".join(said.split())
        if words:
            self.lines.append(PageLine(words, self.kind))


def named_letters(words: str) -> str:
    """Text with its character names read; numbers that name no character would take long and are let go."""
    return html.unescape(_LONG_NUMBER.sub("\ufffd", words))


def _attributes(inside: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(inside):
        found.setdefault(name.lower(), named_letters(double or single or bare))
    return found
