"""Words that tell more of a person than what they are there for: schooling, schools, dates, grades, a birth."""

import re
from collections.abc import Iterator

SCHOOL_WORDS = re.compile(
    r"\b(schools?|colleges?|universit\w*|academ(?:y|ies)|institut\w*|polytechnics?|a\s?&\s?m|escuelas?|colegios?"
    r"|universidad\w*|academias?|liceos?|preparatorias?|facultad\w*|politécnic\w*)\b",
    re.IGNORECASE,
)
SCHOOLING_WORDS = re.compile(
    r"\b(diplomas?|degrees?|bachelor\w*|associate (?:of|in)|associate['’]s|master (?:of|in)|master['’]s|doctor of"
    r"|doctorates?|transcripts?|a\.?a\.?s|b\.?s(?:\.?n|\.?c)?|b\.?a|m\.?b\.?a|ph\.?d|ged|hiset|high school equivalency"
    r"|bachiller\w*|licenciatur\w*|graduad[oa] (?:escolar|en)|grado en|título de|doctorado|maestría)\b",
    re.IGNORECASE,
)
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
_DURATION = (
    rf"\b{_NUMBER}\s*\+?\s*-?\s*(?:years?|yrs?|months?|años?|meses|mes)\b"
    r"(?:\s+(?:of|de)\s+(?:experience|experiencia)\b)?"
)
_FULL_DATE = (
    rf"\b(?:spring|summer|fall|autumn|winter|primavera|verano|otoño|invierno)(?:\s+(?:of|de)?\s*{_YEAR}|\s+term)\b"
    r"|\b\d{4}-\d\d-\d\d\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\bFY\s?\d\d(?:\d\d)?\b"
    rf"|\b(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:de\s+)?{_MONTH}\.?,?\s+(?:de\s+|del\s+)?{_YEAR})\b"
    rf"|\b{_MONTH}\.?\s+(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s+)?(?:de\s+)?{_YEAR}(?:\s*[-–—/]\s*(?:{_YEAR}|\d\d|present|today))?\b"
)
_YEARS = (
    rf"\b(?:{_MONTH}\.?\s+(?:de\s+)?)?{_YEAR}\s*(?:[-–—/]|to|until|a|hasta)\s*"
    rf"(?:(?:{_MONTH}\.?\s+(?:de\s+)?)?{_YEAR}|\d\d\b(?![-/])|present\b|today\b|now\b)"
)
DATES = re.compile(
    rf"{_DURATION}|{_FULL_DATE}"
    rf"|\b(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:de\s+)?)?(?:{_MONTH}\.?\s+)?['’]\d\d\b|['’]\d\d\b"
    rf"|\b(?:{_MONTH}\.?\s+(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s+)?(?:de\s+)?)?{_YEAR}(?:\s*[-–—/]\s*(?:{_YEAR}|\d\d|present|today))?\b",
    re.IGNORECASE,
)
# Words that say how long or from when to when, so that a reader could count what is between.
SPANS = re.compile(rf"{_DURATION}|{_YEARS}", re.IGNORECASE)
GRADES = re.compile(
    r"\b(?:gpa|grades?|scores?|cum laude|hono(?:u)?rs|distinction|promedio|calificaci\w*)\b|\d\s?%"
    r"|[:(,–—-]\s*[A-F][+-]?\s*\)?\Z|\s[A-F][+-](?=[\s),]|\Z)",
    re.IGNORECASE,
)
# In a text, where a school is a name with capital letters and "grade" a word among others.
_NAMED_SCHOOL = re.compile(
    r"\b(?!(?:The|This|That|Our|Your|Each|Any|Every|A|An|At|In|Of)\b)(?:[A-ZÁÉÍÓÚÑ][\w’'.&-]*\s+){1,5}"
    r"(?:School|College|University|Academy|Institute|Polytechnic)\b"
    r"|\b(?:University|College|Institute|Academy) (?:of|for) [A-Z]\w+"
    r"|\b(?:Universidad|Escuela|Colegio|Instituto|Academia|Liceo|Preparatoria)(?: \w{1,3})* [A-ZÁÉÍÓÚÑ]\w+"
)
_GRADE = re.compile(
    r"\b(?:gpa|grades?|scores?d?|promedio|calificaci[oó]n|nota)\b[^.;]{0,12}?(?:\b[A-F](?:[+-]|\b)|\d)"
    r"|\bcum laude\b|\bdistinction\b",
    re.IGNORECASE,
)
_BORN = re.compile(
    r"\b(?:born|birth\s?(?:day|date)|date of birth|d\.?o\.?b|nacid[oa]|nació|fecha de nacimiento)\b", re.IGNORECASE
)
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,63}")
_PHONE = re.compile(r"(?<!\d)(?:\+\d{1,3}[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?!\d)")
_GIVEN_TO = re.compile(
    r"\b(?i:given|awarded|presented|granted|issued|certif\w+ that|otorgad[oa]|concedid[oa]|entregad[oa])"
    r"(?i: to| a)? (?!The\b)[A-ZÁÉÍÓÚÑ][\w’'-]+ (?:[A-ZÁÉÍÓÚÑ]\.? )?[A-ZÁÉÍÓÚÑ][\w’'-]+"
)
# Of an achievement, whoever has it: how long a course takes is no date of a person's, and a standard has a year.
_OF_ALL = (
    ("schooling", SCHOOLING_WORDS), ("school_name", _NAMED_SCHOOL), ("dates", re.compile(_FULL_DATE, re.IGNORECASE)),
    ("time_gaps", re.compile(_YEARS, re.IGNORECASE)), ("grades", _GRADE), ("birth_date", _BORN), ("email", _EMAIL),
    ("phone", _PHONE), ("names", _GIVEN_TO),
)  # fmt: skip
_OF_ONE = (*_OF_ALL, ("dates", DATES), ("time_gaps", SPANS))
LONGEST_TEXT = 20_000
"""Letters of a text that are looked at; a longer one tells more than can be said."""


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


def told_in(text: str, *, of_one: bool) -> Iterator[str]:
    """Codes of what a text tells by its words: `of_one` person, or of an achievement that many may have.

    Of a very long one also that it is there.
    """
    if len(text) > LONGEST_TEXT:
        yield "other_facts"
    patterns = _OF_ONE if of_one else _OF_ALL
    yield from dict.fromkeys(code for code, pattern in patterns if pattern.search(text[:LONGEST_TEXT]))


def is_email(text: str) -> bool:
    """Whether a text is an e-mail address and nothing else."""
    return _EMAIL.fullmatch(text.strip()) is not None
