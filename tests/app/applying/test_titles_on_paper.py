"""A title on the readable page tells nothing that the page leaves out, and as much else as it can."""

import pytest
from signed_records import record_of, signed_badge

from app.applying.disclosure import SKILLS_FIRST_HIDES
from app.applying.phrases import tells
from app.applying.titles import title_on_page

NOTHING: frozenset[str] = frozenset()


def on_page(title: str, off: frozenset[str] = SKILLS_FIRST_HIDES, **made: object) -> str:
    return title_on_page(record_of(signed_badge(title, **made)), off)


@pytest.mark.parametrize(
    ("title", "left"),
    [
        ("Shift Supervisor, 4 years", "Shift Supervisor"),
        ("Fall 2025 courses", "Courses"),
        ("Welder (2018–2021)", "Welder"),
        ("Barista since 2019", "Barista"),
        ("Nurse aide from 2019 to 2021", "Nurse aide"),
        ("First aid, March 3, 2026", "First aid"),
        ("First aid 2024-02-01", "First aid"),
        ("Aprendiz de cocina, 3 años", "Aprendiz de cocina"),
        ("Harbor Practice College: Welding", "Welding"),
        ("Transcript, Fall 2025", ""),
        ("High School Diploma", ""),
        ("Licenciatura en Historia", ""),
        ("Algebra, 3.8 GPA", ""),
        ("2019", ""),
        ("Line Cook, May '19", "Line Cook"),
        ("Baking 15.03.21", "Baking"),
        ("Cook since '08", "Cook"),
        ("Bookkeeping FY19", "Bookkeeping"),
        ("Cook for twelve years", "Cook"),
        ("First aid, May 3rd, 2019", "First aid"),
        ("First aid, 21 May 2019", "First aid"),
        ("Algebra: A-", ""),
        ("Harbor Practice Culinary Program", ""),
    ],
)
def test_what_is_off_is_cut_and_the_rest_stays(title: str, left: str) -> None:
    assert on_page(title) == left


@pytest.mark.parametrize("title", ["Volunteer, 60 hours", "2000 hours at the bench", "iPhone repair", "Team Coach"])
def test_a_title_that_tells_nothing_stays_to_the_letter(title: str) -> None:
    assert on_page(title) == title


def test_what_is_not_off_stays() -> None:
    for title in ("Shift Supervisor, 4 years", "High School Diploma", "Harbor Practice College: Welding"):
        assert on_page(title, NOTHING) == title
    assert on_page("Fall 2025 courses", frozenset({"grades"})) == "Fall 2025 courses"


def test_a_span_of_time_is_cut_where_it_alone_is_off() -> None:
    gaps = frozenset({"time_gaps"})
    assert on_page("Shift Supervisor, 4 years", gaps) == "Shift Supervisor"
    assert on_page("Nurse aide from 2019 to 2021, day shift", gaps) == "Nurse aide, day shift"
    assert on_page("Fall 2025 courses", gaps) == "Fall 2025 courses"


def test_a_degree_by_its_kind_gives_no_title() -> None:
    made = {"achievement": {"achievementType": "BachelorDegree"}}
    assert on_page("BA in History", **made) == ""
    assert on_page("BA in History", frozenset({"dates"}), **made) == "BA in History"


def test_an_employers_name_is_no_schools() -> None:
    assert on_page("Brightway Market: Stock", issuer_name="Brightway Market") == "Brightway Market: Stock"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("I was at Harbor College for two years", ("school_name", "dates", "time_gaps")),
        ("I have a GED", ("schooling",)),
        ("I got good grades", ("grades",)),
        ("I speak Spanish at home", ()),
    ],
)
def test_what_a_text_tells(text: str, codes: tuple[str, ...]) -> None:
    assert tells(text, SKILLS_FIRST_HIDES) == codes
    assert tells(text, NOTHING) == ()
