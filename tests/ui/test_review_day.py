"""The day of a review as people write it: read as a whole, or not at all."""

import re
from datetime import date

import pytest

from app.wording import Words
from ui.pages.planning.employment_form import day_of


@pytest.mark.parametrize(
    ("language", "typed", "day"),
    [
        ("en", "2027-01-31", date(2027, 1, 31)),
        ("en", " 1/31/2027 ", date(2027, 1, 31)),
        ("en", "1/31/27", date(2027, 1, 31)),
        ("en", "5/2/2027", date(2027, 5, 2)),
        ("es", "5/2/2027", date(2027, 2, 5)),
        ("es", "31.1.27", date(2027, 1, 31)),
        ("en", "  ", None),
    ],
)
def test_a_day_is_read_as_it_is_written(language, typed, day):
    assert day_of(Words(language), typed) == day


@pytest.mark.parametrize(
    "typed",
    [
        "1/31/7", "2/3/4", "1-2-3-2027", "see 5/2/2027 room 3", "5/2/2027.", "5/2-2027", "0207-01-31", "1/31/0207",
        "2/30/2027", "2027", "20270131", "2027-W05-1", "2027-01", "\u0661/\u0662/\u0662\u0660\u0662\u0667",
        "13/13/2027", "soon", "1/31/3027",
    ],
)  # fmt: skip
@pytest.mark.parametrize("language", ["en", "es"])
def test_what_is_no_day_as_a_whole_is_refused(language, typed):
    with pytest.raises(ValueError, match=re.escape(typed)):
        day_of(Words(language), typed)
