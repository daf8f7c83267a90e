"""How hard a text is to read, by textstat: a U.S. school grade in English, Fernández Huerta's ease in Spanish."""

import re
from functools import cache

from textstat.textstat import textstatistics
from typical_values import CHANGED_BY_LANGUAGE, TYPICAL

HIGHEST_GRADE = 8.0
"""Kincaid's U.S. school grade (Navy Research Branch Report 8-75, 1975)."""
LOWEST_EASE = 65.0
"""Fernández Huerta's scale (1959) calls 60–70 normal, school grades 7 and 8. Textstat counts syllables by where a word
may be hyphenated, which misses one in twenty (“a-gua”, “dí-a”) and adds some 5 points; so 65 here is his 60."""
SHORTEST = 6
"""Words. The formulas are made for running text and mean nothing on less."""

STANDARDS = re.compile(r"(?:credenciales verificables del )?W3C Verifiable Credentials|European Digital Credential")
NOT_PROSE = re.compile(
    r"\bpathfolio(?: -{0,2}[a-z]+)+|--[a-z][\w-]*|\b[\w-]+\.(?:json|db|html|pdf|txt)\b|\b[A-Z]{2,}[A-Z_=0-9-]*\b"
)
"""What is typed or named as it stands, and no sentence: options, commands, file names, codes."""
PLACE = re.compile(r"\{(\w+)\}")
SENTENCE_END = re.compile(r"(?<=[.?!])\s+(?=\W*[A-ZÁÉÍÓÚÑ0-9])|\n")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@cache
def counted(language: str) -> textstatistics:
    """Textstat set to a language."""
    found = textstatistics()
    found.set_lang({"en": "en_US", "es": "es"}[language])
    return found


def filled(text: str, language: str) -> str:
    """The text with a typical value in each place, as a learner meets it."""
    values = {**TYPICAL, **CHANGED_BY_LANGUAGE[language]}
    return PLACE.sub(lambda place: values.get(place[1], place[1].replace("_", " ")), text)


def prose(text: str) -> str:
    """The text with a plain word for what is no prose."""
    plain = NOT_PROSE.sub("it", STANDARDS.sub("it", text.replace("EE. UU.", "allí").replace("U.S.", "here")))
    return plain.replace("’", "'")


def sentences(text: str, language: str) -> list[str]:
    """The sentences of a text that are long enough to grade; a label of as many words is read as one."""
    found = [one.strip() for one in SENTENCE_END.split(prose(filled(text, language)))]
    return [one for one in found if len(WORD.findall(one)) >= SHORTEST]


def grade(sentence: str) -> float:
    """U.S. school grade of an English sentence."""
    return float(counted("en").flesch_kincaid_grade(sentence))


def ease(sentence: str) -> float:
    """Ease of a Spanish sentence on a scale to about 100; higher is easier."""
    return float(counted("es").fernandez_huerta(sentence))
