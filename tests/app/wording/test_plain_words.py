"""What the program says can be read by someone who left school after grade 8, in English and in Spanish.

Every text of window, terminal and paper is looked at, as the catalog holds them all; and the help of each command.
"""

from collections.abc import Iterator

import click
import pytest
from never_shown import NEEDED, words_found
from reading_ease import HIGHEST_GRADE, LOWEST_EASE, ease, filled, grade, sentences

from app.cli import main
from installer import catalogs


def pairs() -> list[tuple[str, str]]:
    """Each English text with its Spanish."""
    catalog = catalogs.merged("es", catalogs.gathered())
    return [
        pair
        for message in catalog
        if message.id
        for pair in zip(catalogs.as_tuple(message.id), catalogs.as_tuple(message.string), strict=True)
    ]


def help_texts() -> set[str]:
    """What `--help` says of commands and options."""
    return {
        text
        for command in commands(main)
        for text in (command.help, *(getattr(option, "help", None) for option in command.params))
        if text
    }


def commands(command: click.Command) -> Iterator[click.Command]:
    """A command and all below it."""
    yield command
    if isinstance(command, click.Group):
        for name in command.list_commands(click.Context(command)):
            below = command.get_command(click.Context(command), name)
            assert below
            yield from commands(below)


ENGLISH = sorted({english for english, _ in pairs()} | help_texts())
SPANISH = sorted({spanish for _, spanish in pairs()})


def test_there_is_something_to_grade():
    assert sum(len(sentences(text, "en")) for text in ENGLISH) > 300
    assert sum(len(sentences(text, "es")) for text in SPANISH) > 300


def test_english_sentences_are_of_grade_8_or_lower():
    graded = {one: grade(one) for text in ENGLISH for one in sentences(text, "en")}
    assert {one: found for one, found in graded.items() if found > HIGHEST_GRADE} == {}


def test_spanish_sentences_are_as_easy():
    graded = {one: ease(one) for text in SPANISH for one in sentences(text, "es")}
    assert {one: found for one, found in graded.items() if found < LOWEST_EASE} == {}


@pytest.mark.parametrize(
    "text",
    [
        "Verification of the credential could not be completed successfully.",
        "It is done. The organization is responsible for determining applicability.",
        "an examination of previously demonstrated occupational capabilities",
    ],
)
def test_a_hard_sentence_is_found(text):
    assert max(map(grade, sentences(text, "en"))) > HIGHEST_GRADE


@pytest.mark.parametrize(
    "text",
    [
        "No fue posible completar la verificación criptográfica de la credencial.",
        "Listo. La organización es responsable de determinar la aplicabilidad correspondiente.",
    ],
)
def test_a_hard_spanish_sentence_is_found(text):
    assert min(map(ease, sentences(text, "es"))) < LOWEST_EASE


def test_textstat_grades_as_kincaid():
    """Both sentences, and the grade 11.3 of the second, are the examples most often given for the formula."""
    assert grade("The cat sat on the mat.") == pytest.approx(-1.45)
    assert grade("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.") == pytest.approx(
        11.3, abs=0.05
    )


def test_textstat_measures_as_fernandez_huerta():
    """Nine words of ten syllables in one sentence."""
    assert ease("La firma es la de quien lo dio hoy.") == pytest.approx(206.84 - 60 * 10 / 9 - 1.02 * 9)


def test_a_text_is_graded_with_typical_values_and_without_what_is_typed():
    assert sentences("Half of the workers earn more than {median} a year (U.S., {when}).", "en") == [
        "Half of the workers earn more than $42,000 a year (here, May 2024)."
    ]
    assert sentences("Bring back a backup of the vault: pathfolio vault restore.", "en") == [
        "Bring back a backup of the vault: it."
    ]
    assert filled("{no_such_place}", "en") == "no such place"


def test_labels_are_no_sentences_until_they_are_as_long():
    assert sentences("Record of employment verification", "en") == []
    assert sentences("Yes. No. It is not there yet.\nIt was not there at all then.", "en") == [
        "It was not there at all then."
    ]


def test_words_of_the_trade_are_never_shown():
    shown = {text: found for text in ENGLISH if text not in NEEDED and (found := words_found(text, "en"))}
    assert shown == {}


def test_words_of_the_trade_are_never_shown_in_spanish():
    shown = {there: found for here, there in pairs() if here not in NEEDED and (found := words_found(there, "es"))}
    assert shown == {}


def test_each_text_that_needs_such_a_word_is_still_said_and_still_needs_it():
    assert NEEDED.keys() <= set(ENGLISH)
    assert [text for text in NEEDED if not words_found(text, "en")] == []


@pytest.mark.parametrize(
    "text",
    [
        "Signature verification failed.",
        "The credentialSubject has no DID.",
        "It is bound to did:key:z6Mk.",
        "Invalid hash.",
        "Bad JSON-LD",
        "This record was revoked.",
        "We have a suggestion for you.",
        "Click here.",
    ],
)
def test_the_list_of_words_finds_them(text):
    assert words_found(text, "en")


@pytest.mark.parametrize(
    "text", ["Verifique la credencial.", "Su reporte no es válido.", "Haga clic en el link.", "Escribe tu contraseña."]
)
def test_the_spanish_list_of_words_finds_them(text):
    assert words_found(text, "es")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("What did she learn there?", "en"),
        ("I did: yes.", "en"),
        ("Save index.json as {hash}.", "en"),
        ("Estas cifras son de su escuela.", "es"),
        ("Su actitud y su aptitud", "es"),
    ],
)
def test_the_list_of_words_leaves_plain_words_alone(text, language):
    assert words_found(text, language) == []


def test_spanish_questions_and_cries_open_as_they_close():
    assert [text for text in SPANISH if text.count("¿") != text.count("?") or text.count("¡") != text.count("!")] == []


def test_a_spanish_sentence_ends_as_the_english_does():
    assert [pair for pair in pairs() if pair[0].endswith((".", ":")) != pair[1].endswith((".", ":"))] == []
