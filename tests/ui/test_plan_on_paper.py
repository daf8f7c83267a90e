"""The plan outside of the vault: paper, page, calendar and file; what a counselor fills in; a plan file opened."""

from datetime import date
from pathlib import Path

import icalendar
import pytest
from plan_steps import kept, opened
from pypdf import PdfReader
from window_driver import Driver

from app.journey.plan.employment_plan import EmploymentPlan, employment_plan
from app.vault import store_plan


@pytest.fixture
def page(driver: Driver) -> Driver:
    return opened(driver, "Maya Torres")


def save(page: Driver, shape: int, file: Path) -> Path:
    page.press("Save the plan")
    page.settle()
    page.press(f"save-as-{shape}")
    page.press("save-where")
    page.choose(file)
    page.until(file.exists)
    page.settle()
    return file


def filled_in(page: Driver) -> EmploymentPlan:
    found: list[EmploymentPlan] = []
    page.window.run(
        lambda session, _progress: employment_plan(session, store_plan.goal(session.vault) or ""),
        found.append,
        owner=None,
    )
    page.settle()
    return found[0]


def test_the_plan_is_saved_as_a_page_that_says_practice(page: Driver, tmp_path: Path) -> None:
    said = save(page, 1, tmp_path / "plan.html").read_text(encoding="utf-8")
    assert "Maya Torres" in said
    assert "PRACTICE" in said
    assert "Vital signs" in said


def test_the_plan_is_a_paper_to_sign_with_what_was_filled_in(page: Driver, tmp_path: Path) -> None:
    page.press("Save the plan")
    page.press("fill-in-paper")
    page.settle()
    page.write("counselor", "Rosa Lind")
    page.write("review-on", "2027-01-31")
    page.press("support-child_care")
    page.write("own-supports", "A quiet room; Boots")
    page.write("Who pays: Vital signs", "The job center")
    page.press("keep-paper")
    page.settle()
    found = filled_in(page)
    assert (found.counselor, found.review_on) == ("Rosa Lind", date(2027, 1, 31))
    assert (found.supports, found.own_supports) == (("child_care",), ("A quiet room", "Boots"))
    assert [one.paid_by for one in found.steps] == ["The job center"]
    text = " ".join(leaf.extract_text() for leaf in PdfReader(save(page, 0, tmp_path / "plan.pdf")).pages)
    for told in ("Individual Employment Plan", "Rosa Lind", "Child care", "The job center"):
        assert told in text
    page.press("Save the plan")
    page.press("fill-in-paper")
    page.settle()
    assert page.field("review-on").text() == "2027-01-31"


def test_a_day_that_is_none_is_said_beside_it_and_nothing_is_lost(page: Driver, heard: list[str]) -> None:
    page.press("Save the plan")
    page.press("fill-in-paper")
    page.settle()
    page.write("counselor", "Rosa Lind")
    page.write("review-on", "soon")
    page.press("keep-paper")
    page.settle()
    assert "Write a day such as 2027-01-31." in page.texts()
    assert "Write a day such as 2027-01-31." in heard
    assert page.field("counselor").text() == "Rosa Lind"
    assert filled_in(page) == EmploymentPlan()


def test_what_was_filled_in_can_be_undone(page: Driver) -> None:
    page.press("Save the plan")
    page.press("fill-in-paper")
    page.settle()
    page.write("counselor", "Rosa Lind")
    page.press("keep-paper")
    page.settle()
    page.press("undo")
    page.settle()
    assert filled_in(page) == EmploymentPlan()


def test_the_steps_go_into_a_calendar(page: Driver, tmp_path: Path) -> None:
    calendar = icalendar.Calendar.from_ical(save(page, 2, tmp_path / "plan.ics").read_bytes())
    assert any("Vital signs" in str(event["SUMMARY"]) for event in calendar.walk("VEVENT"))


def test_a_plan_file_is_opened_as_the_plan_and_undone(page: Driver, tmp_path: Path) -> None:
    file = save(page, 3, tmp_path / "mine.plan.json")
    assert kept(page) is None
    page.press("Save the plan")
    page.press("open-plan-file")
    page.choose(file)
    page.settle()
    plan = kept(page)
    assert plan is not None
    assert plan.kind == "cheapest"
    assert "Start Vital signs" in page.button_names()
    assert "The plan from mine.plan.json is yours now" in page.texts()
    page.press("undo")
    page.settle()
    assert kept(page) is None


def test_a_file_that_is_no_plan_is_refused_in_a_sentence(page: Driver, tmp_path: Path) -> None:
    file = tmp_path / "other.plan.json"
    file.write_text('{"format": "shopping"}')
    page.press("Save the plan")
    page.press("open-plan-file")
    page.choose(file)
    page.settle()
    assert "This is no plan file of Pathfolio. Nothing was changed." in page.texts()
    assert kept(page) is None
