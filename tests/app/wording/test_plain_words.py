"""What the program says can be read by someone who left school after grade 8, in English and in Spanish."""

import re

import pytest
from reading_grade import english_grade, english_syllables, spanish_ease, spanish_syllables, words

from installer import catalogs

HIGHEST_GRADE = 8.0
LOWEST_EASE = 60.0
SHORTEST = 6  # words; the formulas are made for running text and mean nothing on less

STANDARDS = re.compile(r"W3C Verifiable Credentials|European Digital Credential|\(Verifiable Credentials\)")
NEVER_SHOWN = re.compile(
    r"\b(?:credential\w*|verif\w*|cryptograph\w*|encrypt\w*|(?-i:DIDs?)|did:\w*|hash\w*|digest\w*|json-ld|rdf|iris?|uris?|lers?"
    r"|payload\w*|schema\w*|namespace\w*|nonce\w*|challenge\w*|holders?|assert\w*|canonical\w*|tokens?|serializ\w*"
    r"|(?:in)?valid\w*|ed25519\w*|eddsa\w*|base\d+|metadata|malformed|corrupt\w*|pars(?:e|ed|er|ing)|null|exceptions?"
    r"|errors?|fail(?:s|ed|ure)?|illegal|abort\w*|fatal|timeout)\b",
    re.IGNORECASE,
)
STANDARDS_IN_SPANISH = re.compile(r"credenciales verificables del W3C|credencial digital europea")
NEVER_SHOWN_IN_SPANISH = re.compile(
    r"\b(?:credencial\w*|verific\w*|criptogr\w*|cifrad\w*|(?-i:DIDs?)|hash\w*|json-ld|tokens?|esquema\w*|metadatos|nonce"
    r"|(?:in)?válid\w*|corrupt\w*|aserci\w*|nul[oa]s?|excepci\w*|fall(?:o|a|ó)|aplicar|reporte|remover|chequear|tú|tus?"
    r"|vosotros|vuestr\w*)\b",
    re.IGNORECASE,
)


def english_texts() -> list[str]:
    return [text for texts in catalogs.gathered() for text in catalogs.as_tuple(texts)]


def spanish_texts() -> list[str]:
    catalog = catalogs.merged("es", catalogs.gathered())
    return [text for message in catalog if message.id for text in catalogs.as_tuple(message.string)]


def whole_sentences(texts: list[str]) -> list[str]:
    """What ends like a sentence and is long enough to grade: labels are none, nor are names of jobs and skills."""
    found = [text for text in texts if text.endswith((".", "?", "!")) and len(words(text)) >= SHORTEST]
    assert len(found) > 200
    return found


def test_english_sentences_are_of_grade_8_or_lower():
    hard = {text: grade for text in whole_sentences(english_texts()) if (grade := english_grade(text)) > HIGHEST_GRADE}
    assert hard == {}


def test_spanish_sentences_are_as_easy():
    hard = {text: ease for text in whole_sentences(spanish_texts()) if (ease := spanish_ease(text)) < LOWEST_EASE}
    assert hard == {}


def shown(text: str) -> str:
    """The text without its places, whose names nobody sees, and without the names of standards."""
    return re.sub(r"\{\w+\}", "", STANDARDS.sub("", STANDARDS_IN_SPANISH.sub("", text)))


def test_words_of_the_trade_are_never_shown():
    assert [text for text in english_texts() if NEVER_SHOWN.search(shown(text))] == []


def test_words_of_the_trade_are_never_shown_in_spanish():
    assert [text for text in spanish_texts() if NEVER_SHOWN_IN_SPANISH.search(shown(text))] == []


@pytest.mark.parametrize(
    "text", ["Signature verification failed.", "The credentialSubject has no DID.", "Invalid hash.", "Bad JSON-LD"]
)
def test_the_list_of_words_finds_them(text):
    assert NEVER_SHOWN.search(shown(text))


def test_spanish_questions_and_cries_open_as_they_close():
    assert [
        text for text in spanish_texts() if text.count("¿") != text.count("?") or text.count("¡") != text.count("!")
    ] == []


def test_a_spanish_sentence_ends_as_the_english_does():
    catalog = catalogs.merged("es", catalogs.gathered())
    pairs = [
        (english, spanish)
        for message in catalog
        if message.id
        for english, spanish in zip(catalogs.as_tuple(message.id), catalogs.as_tuple(message.string), strict=True)
    ]
    assert [pair for pair in pairs if pair[0].endswith((".", ":")) != pair[1].endswith((".", ":"))] == []


def test_the_grade_is_kincaids():
    """Both sentences and the grade 11.3 of the second are the examples most often given for the formula."""
    sentence = "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature."
    assert english_grade("The cat sat on the mat.") == pytest.approx(-1.45)
    assert english_grade(sentence) == pytest.approx(11.3, abs=0.05)


@pytest.mark.parametrize(("word", "count"), [("issuer’s", 3), ("website", 2), ("unblorfed", 3), ("e-mail", 2)])
def test_english_syllables(word, count):
    assert english_syllables(word) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [("día", 2), ("leído", 3), ("guerra", 2), ("averiguar", 4), ("muy", 1), ("computadora", 5), ("según", 2), ("y", 1)],
)
def test_spanish_syllables(word, count):
    assert spanish_syllables(word) == count


def test_spanish_ease_is_fernandez_huertas():
    """9 words, 10 syllables, 1 sentence."""
    assert spanish_ease("La firma es la de quien lo dio hoy.") == pytest.approx(206.84 - 60 * 10 / 9 - 1.02 * 9)
