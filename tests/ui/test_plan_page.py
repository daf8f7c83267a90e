"""Step 4, the Plan page: what is to learn, the ways to learn it, limits, a plan chosen and lived with."""

from dataclasses import replace
from pathlib import Path

import pytest
from plan_states import UNRATED, aim_for, set_limits_of
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton
from window_driver import Driver
from window_faults import cut

from app.journey.kept_plan import KeptPlan, kept_plan
from app.journey.limits import Limits, limits, limits_said
from app.journey.session import Session
from app.preferences import Preferences
from app.vault import store_plan
from app.wording import Words
from ui.pages.plan import PlanPage
from ui.pages.planning.gaps import NeedButton
from ui.pages.planning.map_view import MapView
from ui.pages.planning.weeks import Weeks
from ui.work.task import Progress


@pytest.fixture
def page(driver: Driver) -> Driver:
    return opened(driver, "Maya Torres")


def opened(driver: Driver, name: str) -> Driver:
    driver.practice(name)
    driver.window.go("plan")
    driver.settle()
    return driver


def asked(driver: Driver, work: object) -> object:
    """What the vault has."""
    found: list[object] = []
    driver.window.run(work, found.append, owner=driver.window)  # type: ignore[arg-type]
    driver.settle()
    return found[0]


def kept(driver: Driver) -> KeptPlan | None:
    def look(session: Session, _progress: Progress) -> KeptPlan | None:
        return kept_plan(session, store_plan.goal(session.vault) or "")

    return asked(driver, look)  # type: ignore[return-value]


def shown_page(driver: Driver) -> PlanPage:
    found = driver.window.pages["plan"]
    assert isinstance(found, PlanPage)
    return found


def the_map(driver: Driver) -> MapView:
    found = driver.window.findChild(MapView, "map")
    assert found is not None
    return found


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


def test_the_list_says_all_that_the_map_shows(page: Driver) -> None:
    lanes = the_map(page).canvas.ways.lanes
    page.press("as-list")
    said = page.texts()
    for lane in lanes:
        assert lane.title in said
        assert lane.sentence in said
        for node in lane.nodes:
            assert node.name in said
            assert node.sentence in said
    assert "The list of ways says the same in words." in the_map_name(page)


def the_map_name(page: Driver) -> str:
    page.press("as-map")
    return str(QAccessible.queryAccessibleInterface(the_map(page).canvas).text(QAccessible.Text.Name))


def test_the_map_is_walked_with_arrow_keys_and_moves_where_there_is_no_step(page: Driver) -> None:
    view, memory = the_map(page), shown_page(page).memory
    view.setFocus()
    first = memory.node
    page.key(Qt.Key.Key_Right)
    assert memory.node is not None
    assert memory.node != first
    page.key(Qt.Key.Key_Left)
    assert memory.node == first
    for _ in range(30):
        page.key(Qt.Key.Key_Down)
    assert memory.node is not None
    assert memory.node[0] == "program"
    page.press("zoom-in")
    page.press("zoom-in")
    view.setFocus()
    view.verticalScrollBar().setValue(0)
    page.key(Qt.Key.Key_Down)
    assert view.verticalScrollBar().value() > 0


def test_the_map_is_dragged_clicked_and_zoomed(page: Driver) -> None:
    view = the_map(page)
    for _ in range(2):
        page.press("zoom-in")
    QTest.mousePress(view.canvas, Qt.MouseButton.LeftButton, pos=QPoint(200, 300))
    QTest.mouseMove(view.canvas, QPoint(200, 200))
    QTest.mouseRelease(view.canvas, Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    assert view.verticalScrollBar().value() == 100
    key, box = list(view.canvas.chart.boxes())[2]
    QTest.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=(box.center() * view.canvas.zoom).toPoint())
    assert shown_page(page).memory.node == key
    before = view.canvas.zoom
    page.press("zoom-in")
    assert view.canvas.zoom == before * 1.25
    page.press("zoom-fit")
    assert view.canvas.height() <= view.height()
    assert view.canvas.width() <= view.width()


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


def test_choosing_a_plan_is_kept_and_undone(page: Driver) -> None:
    page.press("Use the cheapest plan")
    plan = kept(page)
    assert plan is not None
    assert plan.kind == "cheapest"
    assert "The cheapest plan is yours now." in page.texts()
    assert "Your plan begins on" in page.texts()
    assert page.button("next").text() == "Next: apply"
    page.press("undo")
    assert kept(page) is None
    assert page.button("next").text() == "Use the cheapest plan"


def test_the_fastest_can_be_chosen_with_its_radio(page: Driver) -> None:
    radio = page.window.findChild(QRadioButton, "plan-fastest")
    radio.setFocus()
    page.key(Qt.Key.Key_Space)
    page.settle()
    page.press("Use the fastest plan")
    plan = kept(page)
    assert plan is not None
    assert plan.kind == "fastest"


def test_another_way_can_be_chosen_from_the_list(page: Driver) -> None:
    page.press("as-list")
    page.press("Use this way: Learn at work")
    plan = kept(page)
    assert plan is not None
    assert plan.kind == "work"
    assert "This is your plan." in page.texts()
    assert page.button("next").text() == "Next: apply"


def test_each_mark_on_a_step_is_kept_and_undone(page: Driver) -> None:
    page.press("next")
    before = kept(page)
    assert before is not None
    one = before.steps[0].step
    page.press(f"Start {one.name}")
    assert state_of(page, one.id) == "started"
    page.press("undo")
    assert state_of(page, one.id) == "chosen"
    page.press(f"Start {one.name}")
    page.press(f"Done with {one.name}")
    assert state_of(page, one.id) == "done"
    assert "A finished course shows no skill by itself." in page.texts()
    page.press("undo")
    assert state_of(page, one.id) == "started"
    page.press(f"Details of {one.name}, in your plan")
    page.press("state-dropped")
    assert state_of(page, one.id) == "dropped"
    page.press(f"Take {one.name} back into the plan")
    assert state_of(page, one.id) == "chosen"


def state_of(page: Driver, step: str) -> str:
    plan = kept(page)
    assert plan is not None
    return next(one.state for one in plan.steps if one.step.id == step)


def test_the_keyboard_stays_on_the_row_that_was_marked(page: Driver) -> None:
    page.press("next")
    plan = kept(page)
    assert plan is not None
    name = plan.steps[0].step.name
    button = page.button(f"Start {name}")
    button.setFocus()
    page.key(Qt.Key.Key_Space)
    page.settle()
    assert page.focus_name() == f"Done with {name}"


def test_a_plan_that_is_no_longer_best_says_what_a_new_one_would_change(page: Driver) -> None:
    page.press("next")
    plan = kept(page)
    assert plan is not None
    page.press(f"kept-{plan.steps[2].step.id}")
    page.press("state-dropped")
    assert "What a new plan would change" in page.texts()
    page.press("again")
    assert "What a new plan would change" not in page.texts()


def test_a_step_with_unknown_price_can_be_wanted_and_undone(page: Driver) -> None:
    page.press("as-list")
    name = next(one for one in page.button_names() if one.startswith("Details of Medical/Clinical Assistant"))
    page.press(name)
    page.press("want-step")
    page.press("close")
    assert asked(page, wanted)
    page.press("undo")
    assert not asked(page, wanted)


def wanted(session: Session, _progress: Progress) -> frozenset[str]:
    return store_plan.wanted(session.vault, store_plan.goal(session.vault) or "")


@pytest.mark.parametrize(
    ("field", "typed", "fault"),
    [
        ("limit-budget", "a lot", "Write a number from 0 to 1,000,000, such as 2000."),
        ("limit-budget", "-1", "Write a number from 0 to 1,000,000, such as 2000."),
        ("limit-hours_a_week", "0", "Write a number from 1 to 100, such as 20."),
        ("limit-hours_a_week", "200", "Write a number from 1 to 100, such as 20."),
        ("limit-at_once", "2.5", "Write a whole number from 1 to 10, such as 2."),
    ],
)
def test_a_limit_that_cannot_be_used_is_said_beside_its_field(page: Driver, field: str, typed: str, fault: str) -> None:
    page.press("change-limits")
    page.write(field, typed)
    page.press("keep-limits")
    assert fault in page.texts()
    assert page.field(field).accessibleDescription() == fault
    assert page.field(field).text() == typed
    page.press("form-cancel")
    assert not asked(page, lambda session, _progress: limits_said(session))


def test_other_limits_find_other_plans_and_are_undone(page: Driver) -> None:
    page.press("change-limits")
    page.write("limit-budget", "$1,000")
    page.write("limit-hours_a_week", "10")
    page.write("limit-at_once", "")
    page.press("keep-limits")
    assert asked(page, lambda session, _progress: limits(session)) == Limits(1000, 10, None)
    assert "$1,000, 10 hours a week" in page.texts()
    page.press("undo")
    assert "20 hours a week, 2 at once" in page.texts()
    assert not asked(page, lambda session, _progress: limits_said(session))


def test_a_budget_that_pays_for_little_says_what_is_left_out(page: Driver) -> None:
    set_limits_of(page, Limits(budget=0, hours_a_week=20, at_once=2))
    page.window.go("plan")
    page.settle()
    said = page.texts()
    assert "Taught by courses, but for more than your budget" in said
    assert "$0" in said


def test_enter_in_a_field_keeps_the_limits(page: Driver) -> None:
    page.press("change-limits")
    page.write("limit-hours_a_week", "12")
    page.key(Qt.Key.Key_Return)
    page.settle()
    assert "12 hours a week, 2 at once" in page.texts()


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
    shown._answered = lambda found: (drawn.append(found), answered(found))  # type: ignore[method-assign,assignment]
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


def test_the_plan_is_saved_as_a_page_that_says_practice(page: Driver, tmp_path: Path) -> None:
    page.press("Save the plan")
    file = tmp_path / "plan.html"
    page.choose(file)
    page.until(file.exists)
    page.settle()
    said = file.read_text(encoding="utf-8")
    assert "Maya Torres" in said
    assert "PRACTICE" in said
    assert "Vital signs" in said


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


@pytest.mark.parametrize("driver", [(Preferences(language="en", theme="light"), (1024, 640))], indirect=True)
def test_where_there_is_little_room_the_list_comes_and_weeks_are_words(driver: Driver) -> None:
    page = opened(driver, "Maya Torres")
    assert page.window.findChild(MapView, "map") is None
    said = page.texts()
    assert "Weeks 3 to 8: Vital signs, 6 wks, free." in said
    page.press("group-missing")
    assert "13" in said


@pytest.mark.parametrize("name", ["Maya Torres", "Renee Brooks", "Daniel Novak"])
def test_the_map_shows_today_and_the_goal_in_words_that_can_be_read_and_cuts_none(driver: Driver, name: str) -> None:
    driver.practice(name)
    driver.window.go("plan")
    driver.settle()
    view = the_map(driver)
    chart, zoom = view.canvas.chart, view.canvas.zoom
    assert zoom == 1, "words on the map are 13 pixels high and no smaller"
    assert chart.goal.right() <= view.viewport().width()
    assert [lane.names is None for lane in chart.lanes].count(True) == 1, "ways that are not looked at are folded"
    assert len(chart.lanes) > 2
    driver.press("plan-fastest")
    opened = [lane.lane.kind for lane in view.canvas.chart.lanes if lane.names is None]
    assert "fastest" in opened
    assert not [fault for fault in cut(driver.window) if "painted" in fault or "picture" in fault]
    assert driver.window.findChildren(Weeks)[0].lettering
