"""The languages spoken, the one a computer is set to, and the pseudo-languages that stand for those to come."""

import locale
import re
import unicodedata

import pytest
from terminal import pathfolio

from app.wording import Words
from app.wording.languages import LANGUAGE_NAMES, LANGUAGES, PSEUDO, first_spoken, usual_language
from app.wording.pseudo import FILES
from installer import catalogs

VARIABLES = ("PATHFOLIO_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
ENGLISH = [text for texts in catalogs.gathered() for text in catalogs.as_tuple(texts)]
COUNTED = [texts for texts in catalogs.gathered() if isinstance(texts, tuple)]


@pytest.fixture
def no_language(monkeypatch):
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    before = locale.setlocale(locale.LC_CTYPE)
    locale.setlocale(locale.LC_CTYPE, "C")
    yield monkeypatch
    locale.setlocale(locale.LC_CTYPE, before)


def test_a_menu_lists_each_language_by_its_own_name():
    assert LANGUAGE_NAMES == {"en": "English", "es": "Español"}
    assert set(LANGUAGES) == {"en", *catalogs.LANGUAGES}


@pytest.mark.parametrize(
    ("names", "language"),
    [
        (("es_MX.UTF-8",), "es"),
        (("es-419",), "es"),
        (("es@euro",), "es"),
        (("Spanish_Mexico.1252",), "es"),
        (("English_United States",), "en"),
        (("fr-CA", "es-US", "en-US"), "es"),
        (("", "C", "C.UTF-8", "est_EE", "en_US"), "en"),
        (("fr_FR", "C"), None),
        ((), None),
    ],
)
def test_a_systems_names_for_languages_are_understood(names, language):
    assert first_spoken(names) == language


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({}, "en"),
        ({"LANG": "es_US.UTF-8"}, "es"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "es_US.UTF-8"}, "es"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LANG": "es_US.UTF-8", "PATHFOLIO_LANGUAGE": "en"}, "en"),
        ({"LANG": "es_US.UTF-8", "PATHFOLIO_LANGUAGE": "xx"}, "es"),
        ({"PATHFOLIO_LANGUAGE": "pseudo-rtl"}, "pseudo-rtl"),
    ],
)
def test_the_usual_language_is_the_systems(no_language, variables, language):
    for name, value in variables.items():
        no_language.setenv(name, value)
    assert usual_language() == language


@pytest.mark.parametrize(("said", "language"), [("Spanish_United States", "es"), ("es_US", "es"), (None, "en")])
def test_where_no_variable_is_set_the_system_is_asked(no_language, said, language):
    """As on Windows and macOS, whose answers cannot be had here."""
    no_language.setattr(locale, "getlocale", lambda: (said, "1252"))
    assert usual_language() == language


def test_what_a_desktop_lists_goes_before_variables_and_after_the_developers_wish(no_language):
    no_language.setenv("LANG", "en_US.UTF-8")
    assert usual_language(["fr-FR", "es-MX"]) == "es"
    assert usual_language(["fr-FR"]) == "en"
    no_language.setenv("PATHFOLIO_LANGUAGE", "en")
    assert usual_language(["es-MX"]) == "en"


def test_a_system_that_names_an_encoding_alone_gets_english(no_language):
    def refuse():
        raise ValueError("unknown locale: UTF-8")

    no_language.setattr(locale, "getlocale", refuse)
    assert usual_language() == "en"


def test_the_terminal_speaks_the_language_set(tmp_path):
    done = pathfolio("pack", "info", tmp_path / "none", env={"LC_ALL": "", "LANG": "es_US.UTF-8"})
    assert "Faltan los datos" in done.stderr


def test_no_learner_is_offered_a_pseudo_language():
    assert PSEUDO.keys() & set(LANGUAGES) == set()
    assert "pseudo" not in pathfolio("--help").stdout


@pytest.mark.parametrize("language", PSEUDO)
def test_every_text_is_40_percent_longer_accented_and_in_brackets(language):
    words = Words(language)
    for english in ENGLISH:
        said = words.catalog.gettext(english)
        bare = said.removeprefix("\N{RIGHT-TO-LEFT MARK}")
        files = FILES.search(english)  # which files a dialog shows: that is no text
        kinds = files[0] if files else ""
        assert bare.endswith(kinds)
        text, bare = english.removesuffix(kinds), bare.removesuffix(kinds)
        assert (bare[0], bare[-1]) == ("[", "]")
        assert len(without_places(bare)) >= 1.4 * len(without_places(text))
        assert catalogs.places(said) == catalogs.places(english)
        assert plain(without_places(bare)) == plain(without_places(text))


def without_places(text: str) -> str:
    return re.sub(r"\{\w+\}", "", text)


def plain(text: str) -> str:
    """The text without accents, brackets and doubled letters, to see that it is still the same text."""
    bare = "".join(one for one in unicodedata.normalize("NFD", text) if not unicodedata.combining(one))
    return re.sub(r"(\w)\1+", r"\1", bare.replace("Đ", "D").replace("đ", "d").strip("[~]"), flags=re.IGNORECASE).lower()


def test_places_take_their_values():
    assert " {x}." in Words("pseudo").text("It ended on {until}.", until="{x}")


def test_counts_take_the_plural_form_of_english():
    assert COUNTED
    words = Words("pseudo")
    for one, many in COUNTED:
        values = dict.fromkeys((catalogs.places(one) | catalogs.places(many)) - {"number"}, "x")
        assert words.count(one, many, 1, **values) == words.text(one, number=1, **values)
        assert words.count(one, many, 2, **values) == words.text(many, number=2, **values)


def test_braces_that_are_no_place_stay():
    assert Words("pseudo").text("{{{name}}}", name="x") == "[{x}]"


def test_an_empty_text_stays_empty():
    assert Words("pseudo").text("") == ""


@pytest.mark.parametrize(
    ("language", "direction"), [("en", "ltr"), ("es", "ltr"), ("pseudo", "ltr"), ("pseudo-rtl", "rtl")]
)
def test_the_direction_of_each_language(language, direction):
    assert Words(language).direction == direction


def test_a_pseudo_language_writes_figures_as_english_does():
    assert Words("pseudo-rtl").money(1234.5) == Words("en").money(1234.5)
