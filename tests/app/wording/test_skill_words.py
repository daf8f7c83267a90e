"""Every code of the Skills page has words, in both languages, as people say them."""

from datetime import UTC, datetime

import pytest
from test_codes import codes

from app.journey.skills.groups import GROUPS, ICONS
from app.journey.skills.levels import LEVELS
from app.journey.skills.questions import WHY
from app.places import asset
from app.wording import Words
from app.wording import skills as wording
from app.wording.days import day

TODAY = datetime(2026, 3, 10, tzinfo=UTC)


def test_every_group_and_level_has_a_name():
    assert set(wording.GROUPS) == set(GROUPS) == set(ICONS)
    assert all(asset("icons", f"{name}.svg").is_file() for name in ICONS.values())
    assert set(wording.LEVELS) == set(LEVELS)
    assert set(wording.MARKS) == {1, 2, 3, 4}


def test_every_way_that_evidence_stands_has_words():
    how = ("expired", "not_yet", "out_of_date")
    late = {f"{kind}_{one}" for kind in ("signed", "record") for one in how}
    nothing = {"not_readable", "broken_signature", "canceled"}
    assert set(wording.EVIDENCE) == set(codes({"Standing": 1})) | nothing | {"signer_unclear"} | late


def test_every_reason_to_ask_and_to_leave_has_a_sentence():
    assert set(wording.WHY_ASKED) == {*WHY.values(), "same_words", "near_other_name"}
    assert set(wording.UNPLACED) == {"in_no_list", "said_no", "shows_nothing"}


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "en",
            [
                "Signed, expired Jan 31",
                "Shift, 2 more",
                "From Shift and 1 more record",
                "Added Mar 9",
                "Why we ask: both say “give and medicine”. We are less sure of this one.",
                "“Till” sounds like the job “Cashiers”. Is that right?",
            ],
        ),
        (
            "es",
            [
                "Firmado, venció el 31 ene",
                "Shift, 2 más",
                "De Shift y 1 registro más",
                "Añadido el 9 mar",
                "Por qué preguntamos: las dos dicen “give y medicine”. De esta estamos menos seguros.",
                "“Till” suena como el trabajo “Cashiers”. ¿Es así?",
            ],
        ),
    ],
)
def test_rows_and_guesses_as_they_are_read(language, told):
    words = Words(language)
    assert told == [
        wording.evidence_words(words, "signed_expired", datetime(2026, 1, 31, tzinfo=UTC), TODAY),
        wording.source_words(words, "Shift", 2),
        wording.from_words(words, "Shift", 1, own=False),
        wording.added_words(words, datetime(2026, 3, 9, tzinfo=UTC), TODAY),
        wording.why_words(words, "same_words", {"words": ("give", "medicine")}, less_sure=True),
        wording.guess_words(words, "Till", "Cashiers", is_job=True),
    ]


def test_a_day_of_another_year_names_it():
    assert day(Words(), datetime(2027, 11, 14, tzinfo=UTC), TODAY) == "Nov 14, 2027"


def test_braces_in_a_strangers_words_stay_as_they_are():
    asked = wording.guess_words(Words(), "{said} {x}", "{name}", is_job=False)
    assert asked == "“{said} {x}” sounds like “{name}”. Is that right?"
