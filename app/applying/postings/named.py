"""The title and the organisation that pasted text names."""

import re

from app.applying.postings.headings import is_heading
from app.records.text import one_line

_TITLE = re.compile(
    r"^\s*(?:job title|title|position|job|role|course|program|puesto|cargo|vacante|titulo|"
    r"título)\s*:\s*(\S.{0,150})$",
    re.IGNORECASE,
)
_ORGANISATION = re.compile(
    r"^\s*(?:company|employer|organi[sz]ation|school|college|agency|hospital|empresa|empleador|"
    r"organización)\s*:\s*(\S.{0,150})$",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"^\s*#*\s*(?:about|sobre|acerca de)\s+([A-Z][^.:,]{2,60}?)\s*:?\s*$")
_NOT_NAMES = re.compile(r"(?i)^(?:us|the|you|this|nosotros|el|la|our)\b")
_NOW = re.compile(r"(?i)^(?:now hiring|hiring|wanted|job opening|se busca|buscamos|vacante)\s*:?\s*(?=\S)")
# What only a name of an organisation ends in; beside a title nothing else tells a line to be one.
_LEGAL = re.compile(
    r"(?i)\b(?:l\.?l\.?c|inc|incorporated|ltd|limited|corp|corporation|co|company|l\.?l\.?p|p\.?l\.?c|gmbh|"
    r"s\.? ?a\.?(?: de c\.?v)?|s\.? ?l|s\.? de r\.? ?l|hospital|clinic|university|college|universidad|"
    r"clínica|school district|medical center|health system)\.?$"
)
_MOST_WORDS = 12
_MOST_OF_A_NAME = 8
LINES_READ = 60


def title_in(text: str) -> str:
    """The title a text gives, or its first line where that is short; empty where it tells none."""
    lines = _lines(text)
    for line in lines:
        if found := _TITLE.match(line):
            return one_line(found[1], 200)
    first = _NOW.sub("", lines[0]) if lines else ""
    short = len(first.split()) <= _MOST_WORDS and not first.rstrip().endswith((".", ":", ";"))
    return first if short and not is_heading(first) else ""


def organisation_in(text: str) -> str:
    """The organisation a text names as such; empty where it does not."""
    lines = _lines(text)
    for line in lines:
        if found := _ORGANISATION.match(line):
            return one_line(found[1], 200)
    if len(lines) > 1 and len(lines[1].split()) <= _MOST_OF_A_NAME and _LEGAL.search(lines[1]):
        return one_line(lines[1], 200)
    about = (found[1] for line in lines if (found := _ABOUT.match(line)))
    return next((one_line(one, 200) for one in about if not _NOT_NAMES.match(one)), "")


def _lines(text: str) -> list[str]:
    """The first lines that say something."""
    head = text[: LINES_READ * 200].splitlines()
    return [line for line in (one_line(one, 300) for one in head) if line][:LINES_READ]
