"""Titles on the readable page: a record's title can itself tell what the page leaves out."""

import re

from app.applying.disclosure import SCHOOL_WORDS, SCHOOLING_TYPES, SCHOOLING_WORDS
from app.records.model import Record

_NUMBER = (
    r"(?:\d+(?:[.,]\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty"
    r"|un|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|quince|veinte)"
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?|enero|febrero|marzo|abril|mayo|junio|julio|agosto|sept?iembre|octubre|noviembre"
    r"|diciembre)"
)
_YEAR = r"(?:19|20)\d\d(?!\s*(?:hours?|hrs?|horas?)\b)"
DATES = re.compile(
    rf"\b{_NUMBER}\s*\+?\s*-?\s*(?:years?|yrs?|months?|años?|meses|mes)\b(?:\s+(?:of|de)\s+(?:experience|experiencia)\b)?"
    rf"|\b(?:spring|summer|fall|autumn|winter|primavera|verano|otoño|invierno)(?:\s+(?:of|de)?\s*{_YEAR}|\s+term)\b"
    r"|\b\d{4}-\d\d-\d\d\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\bFY\s?\d\d(?:\d\d)?\b"
    rf"|\b(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:de\s+)?)?(?:{_MONTH}\.?\s+)?['’]\d\d\b|['’]\d\d\b"
    rf"|\b(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:de\s+)?{_MONTH}\.?,?\s+(?:de\s+|del\s+)?{_YEAR})\b"
    rf"|\b(?:{_MONTH}\.?\s+(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s+)?(?:de\s+)?)?{_YEAR}(?:\s*[-–—/]\s*(?:{_YEAR}|\d\d|present|today))?\b",
    re.IGNORECASE,
)
# Words that say how long or from when to when, so that a reader could count what is between.
SPANS = re.compile(
    rf"\b{_NUMBER}\s*\+?\s*-?\s*(?:years?|yrs?|months?|años?|meses|mes)\b(?:\s+(?:of|de)\s+(?:experience|experiencia)\b)?"
    rf"|\b(?:{_MONTH}\.?\s+(?:de\s+)?)?{_YEAR}\s*(?:[-–—/]|to|until|a|hasta)\s*"
    rf"(?:(?:{_MONTH}\.?\s+(?:de\s+)?)?{_YEAR}|\d\d\b(?![-/])|present\b|today\b|now\b)",
    re.IGNORECASE,
)
GRADES = re.compile(
    r"\b(?:gpa|grades?|scores?|cum laude|hono(?:u)?rs|distinction|promedio|calificaci\w*)\b|\d\s?%"
    r"|[:(,–—-]\s*[A-F][+-]?\s*\)?\Z|\s[A-F][+-](?=[\s),]|\Z)",
    re.IGNORECASE,
)
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


def tells(text: str, off: frozenset[str]) -> tuple[str, ...]:
    """Which of the codes `off` a text tells by its words: schooling, a school, dates, spans of time, grades."""
    words = {
        "schooling": SCHOOLING_WORDS,
        "school_name": SCHOOL_WORDS,
        "dates": DATES,
        "time_gaps": SPANS,
        "grades": GRADES,
    }
    return tuple(code for code, pattern in words.items() if code in off and pattern.search(text))


def _tidy(title: str) -> str:
    whole = " ".join(_EMPTY_BRACKETS.sub("", title).split()).strip(_LOOSE)
    whole = _LEFT_OVER.sub("", whole).strip(_LOOSE)
    return whole[:1].upper() + whole[1:]
