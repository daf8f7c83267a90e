"""Step 4, the Plan page: what is to learn, the ways to learn it, and the page as a whole."""

from dataclasses import replace

import pytest
from plan_states import UNRATED, aim_for
from plan_steps import opened, shown_page
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton
from window_driver import Driver

from app.wording import Words
from ui.pages.planning.gaps import NeedButton


@pytest.fixture
def page(driver: Driver) -> Driver:
    return opened(driver, "Maya Torres")


@pytest.mark.parametrize("name", ["Maya Torres", "Renee Brooks", "Daniel Novak"])
def test_every_practice_learner_sees_both_plans_proven(driver: Driver, name: str) -> None:
    said = opened(driver, name).texts()
    assert "You already show" in said
    assert "Proven best. None is cheaper." in said
    for title in ("Cheapest", "Fastest", "Your limits", "20 hours a week, 2 at once", "Ways to your goal"):
        assert title in said
    assert driver.button("next").text() == "Use the cheapest plan"


def test_a_need_leads_to_a_step_that_teaches_it(page: Driver) -> None:
    found = shown_page(page).found
    assert found is not None
    step = found.ways.cheapest.plan.steps[2]
    row = next(one for one in page.shown(NeedButton) if one.row.id in step.covers)
    page.press(row.objectName())
    assert shown_page(page).memory.node == ("cheapest", step.step.id)
    assert row.isChecked()
    assert f"Details of {step.step.name}" in page.button_names()


def test_a_need_that_nothing_on_the_map_teaches_tells_so(page: Driver) -> None:
    page.press("To learn: Medical informatics")
    assert "No course on this list teaches it." in page.texts()


def test_all_needs_of_a_group_stand_behind_its_title_in_parts(page: Driver) -> None:
    page.press("group-missing")
    assert sum(name.startswith("Why: ") for name in page.button_names()) == 20
    page.press("more-needs")
    assert sum(name.startswith("Why: ") for name in page.button_names()) == 40


def test_what_is_shown_says_by_what(page: Driver) -> None:
    page.press("group-shown")
    page.press("Why: Answer patients' questions")
    assert "What shows it" in page.texts()


def test_a_step_is_told_in_full_and_its_address_only_copied(page: Driver) -> None:
    page.press("step-details")
    said = page.texts()
    for label in (
        "Offered by",
        "Price",
        "Length",
        "It teaches, of what you need",
        "https://practice.pathfolio.invalid",
    ):
        assert label in said
    page.press("copy-0")
    assert page.window.furniture.foot is not None


def test_each_plan_says_how_much_it_teaches_where_they_differ(page: Driver) -> None:
    shown = shown_page(page)
    assert page.texts().count("things to learn.") == 1
    found = shown.found
    assert found is not None
    other = tuple(
        replace(one, taught="It teaches 4 of the 17 things to learn.") if one.kind == "fastest" else one
        for one in found.view.columns
    )
    shown._show(replace(found, view=replace(found.view, columns=other)))
    page.settle()
    said = page.texts()
    assert "It teaches 12 of the 17 things to learn." in said
    assert "It teaches 4 of the 17 things to learn." in said


def test_without_a_goal_the_page_leads_to_one(page: Driver) -> None:
    aim_for(None)(page)
    assert "Choose a goal first. Then we can look for ways to get there." in page.texts()
    page.press("Pick a goal")
    assert page.window.step == "goal"


def test_a_job_that_is_not_fully_rated_shows_what_is_unknown(page: Driver) -> None:
    aim_for(UNRATED)(page)
    page.press("group-unknown")
    assert "Nobody has rated this for this job yet." in page.texts()


def test_another_language_midway_keeps_what_is_looked_at(page: Driver) -> None:
    page.press("as-list")
    page.window.findChild(QRadioButton, "plan-fastest").click()
    page.window.redraw(replace(page.window.look, words=Words("es")))
    page.settle()
    said = page.texts()
    assert "¿Cómo puede llegar a su meta?" in said
    assert page.button("next").text() == "Usar el plan más rápido"
    assert page.window.findChild(QRadioButton, "as-list").isChecked()


def test_the_search_can_be_stopped_and_begun_again(page: Driver) -> None:
    shown = shown_page(page)
    shown.memory.found = None
    shown.found = None
    shown.ask()
    page.window.desk.cancel()
    page.settle()
    assert "You stopped the search, so there is no plan yet." in page.texts()
    page.press("find-again")
    assert shown.found is not None
    assert "Proven best." in page.texts()


def test_what_was_asked_before_and_comes_late_is_dropped(page: Driver) -> None:
    shown = shown_page(page)
    drawn: list[object] = []
    answered = shown._answered
    shown._answered = lambda found: (drawn.append(found), answered(found))
    shown.ask()
    shown.ask()
    page.settle()
    assert len(drawn) == 1


def test_locking_while_plans_are_sought_goes_to_the_door(page: Driver) -> None:
    shown_page(page).ask()
    page.press("lock")
    page.until(lambda: not page.window.place.is_open)
    page.settle()
    assert page.window.step == ""


def test_the_page_can_be_used_by_keyboard_alone(page: Driver) -> None:
    seen = set()
    page.window.furniture.root.setFocus()
    for _ in range(90):
        page.key(Qt.Key.Key_Tab)
        seen.add(page.focus_name())
    assert {"Change your limits", "You show: 6 of 24. Show all of them", "Make the map larger"} <= seen
    assert any(name.startswith("Map of the ways") for name in seen)
    assert any(name.startswith("To learn: ") for name in seen)
    assert "Use the cheapest plan" in seen


def test_only_signed_records_count_in_needs_and_plans_where_the_learner_chose_so(page: Driver) -> None:
    rule = "Only signed records count here, as you chose."
    every = shown_page(page).found
    assert every is not None
    assert rule not in page.texts()
    page.window.go("goal")
    page.settle()
    page.press("only-signed")
    page.window.go("plan")
    page.settle()
    signed = shown_page(page).found
    assert signed is not None
    assert rule in page.texts()
    evidence = {one.evidence for item in signed.ways.stand.gap for one in item.by}
    assert evidence
    assert min(evidence) >= 3
    assert min(one.evidence for item in every.ways.stand.gap for one in item.by) < 3
