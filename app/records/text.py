"""Text from strangers made fit to be shown; the raw bytes of a record stay as they came."""

import re

NAME_CAP = 300
TEXT_CAP = 20_000
IDENTIFIER_CAP = 8_000
ELLIPSIS = "…"
SLACK = 10

# Bidi marks, embeddings, overrides and isolates; invisible format characters; tags; noncharacters; lone surrogates.
# ZWJ and ZWNJ stay: emoji and several scripts are spelled with them.
_HIDDEN = (
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff"
    "\ud800-\udfff\U000e0000-\U000e007f"
)
_CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
_REMOVED = re.compile(f"[{_CONTROLS}{_HIDDEN}]")
_UNSAFE_IN_PATH = re.compile(f"[\x00-\x1f\x7f-\x9f\u2028\u2029{_HIDDEN}]")
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile(r"[^\S\n]+")
_BLANK_LINES = re.compile(r"\n{3,}")
_STACKED_MARKS = re.compile("([\u0300-\u036f]{4})[\u0300-\u036f]+")


def one_line(text: str, cap: int = NAME_CAP) -> str:
    """`text` on one line, without control and hidden characters, at most `cap` characters."""
    return _cut(" ".join(_visible(text, cap).split()), cap, more=len(text) > cap * SLACK)


def paragraphs(text: str, cap: int = TEXT_CAP) -> str:
    """`text` with its line breaks, at most one blank line in a row, at most `cap` characters."""
    lines = (_SPACES.sub(" ", line).strip() for line in _visible(text, cap).split("\n"))
    return _cut(_BLANK_LINES.sub("\n\n", "\n".join(lines)).strip(), cap, more=len(text) > cap * SLACK)


def path_text(path: str) -> str:
    """A file's name fit to be shown: what could deceive is replaced, the rest stays to the letter."""
    return _cut(shown_text(path), IDENTIFIER_CAP)


def shown_text(line: str) -> str:
    """A line fit for a terminal: what could steer it or hide is replaced, the rest stays to the letter."""
    return _UNSAFE_IN_PATH.sub("\ufffd", line)


def is_identifier(text: str) -> bool:
    """Whether `text` can stand as an identifier as it is; a cleaned identifier could pass for someone else's."""
    return 0 < len(text) <= IDENTIFIER_CAP and not _UNSAFE_IN_PATH.search(text) and text == text.strip()


def _visible(text: str, cap: int) -> str:
    """What can be seen of `text`; megabytes that would be cut away are not gone through."""
    head = text[: cap * SLACK]
    if head.isascii() and head.isprintable():
        return head
    return _STACKED_MARKS.sub(r"\1", _REMOVED.sub("", _BREAKS.sub("\n", head)))


def _cut(text: str, cap: int, *, more: bool = False) -> str:
    return text if len(text) <= cap and not (more and text) else text[: cap - 1].rstrip() + ELLIPSIS
