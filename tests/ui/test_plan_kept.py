"""Step 4, the Plan page: limits, a plan chosen and lived with; what is done can be undone."""

import pytest
from plan_states import set_limits_of
from plan_steps import asked, kept, opened
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton
from window_driver import Driver

from app.journey.plan.limits import Limits, limits, limits_said
from app.journey.session import Session
from app.vault import store_plan
from ui.work.task import Progress


@pytest.fixture
def page(driver: Driver) -> Driver:
    return opened(driver, "Maya Torres")


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
        ("limit-budget", "12,50", "Write a number from 0 to 1,000,000, such as 2000."),
        ("limit-hours_a_week", "7,5", "Write a number from 1 to 100, such as 20."),
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
