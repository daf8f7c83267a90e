"""Days and times as people type them."""

from datetime import date, time

import pytest

from app.wording import Words
from app.wording.typed_days import day_example, time_example, typed_day, typed_time

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("language", "text", "meant"),
    [
        ("en", "12/1/2026", date(2026, 12, 1)),
        ("es", "1/12/2026", date(2026, 12, 1)),
        ("en", "12/1", date(2026, 12, 1)),
        ("en", "1/12", date(2027, 1, 12)),
        ("es", "1.12.26", date(2026, 12, 1)),
        ("en", " Dec 1 ", date(2026, 12, 1)),
        ("en", "1 December 2026", date(2026, 12, 1)),
        ("es", "1 de diciembre de 2026", date(2026, 12, 1)),
        ("es", "3 sep", date(2026, 9, 3)),
        ("en", "2026-12-01", date(2026, 12, 1)),
        ("en", "2/29", None),
        ("en", "13/1/2026", None),
        ("en", "soon", None),
        ("en", "12", None),
        ("en", "1/2/3/4", None),
        ("en", "99999999999999999999/1", None),
        ("en", "١٢/١", date(2026, 12, 1)),
        ("en", "<b>12</b>", None),
    ],
)
def test_a_day_is_read_as_its_language_writes_it(language, text, meant):
    assert typed_day(Words(language), text, TODAY) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("10:30", time(10, 30)),
        ("10:30 AM", time(10, 30)),
        ("10:30 a. m.", time(10, 30)),
        ("2 pm", time(14)),
        ("2:15", time(14, 15)),
        ("02:15", time(2, 15)),
        ("12 am", time(0)),
        ("12 pm", time(12)),
        ("14:30", time(14, 30)),
        ("14h30", time(14, 30)),
        ("9", time(9)),
        ("25:00", None),
        ("10:75", None),
        ("13 pm", None),
        ("noon", None),
    ],
)
def test_a_time_of_day_is_read(text, meant):
    assert typed_time(text) == meant


@pytest.mark.parametrize("language", ["en", "es"])
def test_what_is_given_as_an_example_is_understood(language):
    words = Words(language)
    assert typed_day(words, day_example(words, TODAY), TODAY) == TODAY
    assert typed_time(time_example(words, time(10, 30))) == time(10, 30)
