"""The Plan page asked further: what if, what leaving a step out costs, why not everything, learning near."""

import pytest
from plan_states import set_limits_of
from plan_steps import asked, opened, shown_page
from window_driver import Driver

from app.journey.plan.limits import Limits, limits
from app.journey.session import Session
from ui.kit.menu_button import MenuButton
from ui.work.task import Progress


@pytest.fixture
def page(driver: Driver) -> Driver:
    return opened(driver, "Maya Torres")


def limits_now(page: Driver) -> Limits:
    def work(session: Session, _progress: Progress) -> Limits:
        return limits(session)

    return asked(page, work)


def test_other_hours_are_shown_beside_the_plan_and_kept_only_when_asked(page: Driver, heard: list[str]) -> None:
    before = limits_now(page)
    page.press("what-if")
    page.settle()
    page.write("what-if-hours_a_week", "40")
    page.press("what-if-show")
    page.settle()
    said = page.texts()
    assert "What if with up to 40 hours a week?" in said or "What if with 40 hours a week?" in said
    assert "Now" in said
    assert any("Then:" in one for one in heard)
    assert limits_now(page) == before
    page.press("what-if-keep")
    page.settle()
    assert limits_now(page).hours_a_week == 40
    page.press("undo")
    page.settle()
    assert limits_now(page).hours_a_week == before.hours_a_week


def test_a_certificate_that_is_there_takes_its_step_away(page: Driver) -> None:
    page.press("what-if")
    page.settle()
    page.pick("If I had this: No other certificate", "Vital signs")
    page.press("what-if-show")
    page.settle()
    said = page.texts()
    assert "if you had this: Vital signs" in said
    assert "1 step falls away" in said
    assert "Plan with this from now on" not in page.button_names()
    page.press("form-back")
    page.settle()
    assert "If I had this: Vital signs" in page.button_names()


def test_a_certificate_that_is_on_no_way_can_be_had_too(page: Driver) -> None:
    shown = shown_page(page).found
    assert shown is not None
    on_map = {step.name for way in shown.ways.ways for step in way.steps}
    page.press("what-if")
    page.settle()
    page.press("If I had this: No other certificate")
    (button,) = [one for one in page.shown(MenuButton) if one.objectName() == "what-if-had"]
    assert button.menu_open is not None
    offered = [one.text() for one in button.menu_open.actions()]
    button.menu_open.close()
    assert set(offered) > on_map
    name = next(one for one in offered[1:] if one not in on_map)
    page.pick("If I had this: No other certificate", name)
    page.press("what-if-show")
    page.settle()
    assert f"if you had this: {name}" in page.texts()


def test_what_cannot_be_used_is_said_beside_it(page: Driver, heard: list[str]) -> None:
    page.press("what-if")
    page.settle()
    page.press("what-if-show")
    assert "Say what would be different first." in page.texts()
    page.write("what-if-hours_a_week", "many")
    page.press("what-if-show")
    assert "Write a number from 1 to 100, such as 20." in page.texts()
    assert "Write a number from 1 to 100, such as 20." in heard


def test_a_step_says_what_leaving_it_out_would_cost(page: Driver) -> None:
    page.press("as-list")
    page.settle()
    name = next(one for one in page.button_names() if one.startswith("Details of Vital signs"))
    page.press(name)
    page.settle()
    page.press("leave-out")
    page.settle()
    assert "Without Vital signs?" in page.texts()
    assert "Without it:" in page.texts()


def test_why_not_everything_names_the_limit_that_would_have_to_go(page: Driver) -> None:
    set_limits_of(page, Limits(budget=0, hours_a_week=20, at_once=2))
    page.window.renew()
    page.settle()
    page.press("why-not")
    page.settle()
    assert "Why do the plans not teach everything?" in page.texts()
    assert "With no limit on money:" in page.texts()


def test_learning_near_opens_from_the_page(page: Driver) -> None:
    page.press("learning-near")
    page.settle()
    assert "Lists you added" in page.texts()
