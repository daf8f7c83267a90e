"""Titles on the readable page: a record's title can itself tell what the page leaves out."""

import re

from app.applying.disclosure import SCHOOLING_TYPES
from app.applying.phrases import DATES, SCHOOL_WORDS, SPANS, tells
from app.records.model import Record

SHORT = 3
"""A name of so few letters stands in other words by chance."""
_LOOSE = " \t,;:.–—-/|·"
_EMPTY_BRACKETS = re.compile(r"[(\[]\s*[)\]]")
# Small words that lead to a date and mean nothing without it.
_LEFT_OVER = re.compile(
    r"(?:\s+(?:from|to|since|until|in|for|of|desde|hasta|en|de|a))+\s*(?=[,;]|$)|^(?:since|from|for|desde)\b",
    re.IGNORECASE,
)


def title_on_page(record: Record, off: frozenset[str]) -> str:
    """The record's title without what is `off` (codes of `disclosure.WEIGHTS`); "" where it is made of nothing else."""
    title = record.name
    if "school_name" in off and SCHOOL_WORDS.search(record.issuer.name or ""):
        title = re.sub(re.escape(record.issuer.name or ""), "", title, flags=re.IGNORECASE)
        if _names_school(title, record.issuer.name or ""):
            return ""
    if "time_gaps" in off:
        title = SPANS.sub("", title)
    if "dates" in off:
        title = DATES.sub("", title)
    title = title if title == record.name else _tidy(title)
    kinds = {achievement.type for achievement in record.achievements}
    schooling = "schooling" in off and bool(kinds & SCHOOLING_TYPES)
    return "" if schooling or tells(title, off) else title


def _names_school(title: str, school: str) -> bool:
    """Whether a title has the school's own name in it, be it without the word that says it is a school."""
    own = " ".join(SCHOOL_WORDS.sub(" ", school).split()).casefold()
    return len(own) > SHORT and own in title.casefold()


def _tidy(title: str) -> str:
    whole = " ".join(_EMPTY_BRACKETS.sub("", title).split()).strip(_LOOSE)
    whole = _LEFT_OVER.sub("", whole).strip(_LOOSE)
    return whole[:1].upper() + whole[1:]
