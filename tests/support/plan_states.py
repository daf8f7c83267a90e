"""The Plan page and its dialogs in every state that looks different."""

from collections.abc import Callable

from window_driver import Driver

from app.journey.goal import aim as goals
from app.journey.plan.limits import Limits, set_limits
from app.journey.skills.counting import count_only_signed

State = Callable[[Driver], None]
UNRATED = "11-1031.00"
"""Legislators: nobody has rated what they need to know."""


def at_plan(driver: Driver) -> None:
    """The Plan page, found anew."""
    driver.window.go("plan")
    driver.settle()


def pressing(*names: str) -> State:
    """The page after these were pressed."""

    def pressed(driver: Driver) -> None:
        at_plan(driver)
        for name in names:
            driver.press(name)

    return pressed


def plan_limits_wrong(driver: Driver) -> None:
    """The limits, with numbers that cannot be used."""
    at_plan(driver)
    driver.press("change-limits")
    driver.write("limit-budget", "a lot")
    driver.write("limit-at_once", "2.5")
    driver.press("keep-limits")


def plan_need(driver: Driver) -> None:
    """One need in full."""
    at_plan(driver)
    driver.press("group-missing")
    driver.press(next(name for name in driver.object_names() if name.startswith("why-")))


def plan_step(driver: Driver) -> None:
    """One step in full."""
    at_plan(driver)
    driver.press("as-list")
    driver.press(next(name for name in driver.object_names() if name.startswith("details-cheapest")))


def plan_chosen(driver: Driver) -> None:
    """A plan chosen, one step begun, one dropped."""
    at_plan(driver)
    driver.press("next")
    marks = [name for name in driver.object_names() if name.startswith("mark-")]
    driver.press(marks[0])
    driver.press("kept-" + marks[1].removeprefix("mark-"))
    driver.press("state-dropped")


def plan_little_money(driver: Driver) -> None:
    """A budget that pays for nothing but what is free."""
    set_limits_of(driver, Limits(budget=0, hours_a_week=5, at_once=1))
    at_plan(driver)


def set_limits_of(driver: Driver, limits: Limits | None) -> None:
    """Keep these limits without a dialog."""
    window = driver.window
    window.run(lambda session, _progress: set_limits(session, limits), lambda _before: None, owner=window)
    driver.settle()


def plan_only_signed(driver: Driver) -> None:
    """Nothing but signed records counts."""
    window = driver.window
    window.run(lambda session, _progress: count_only_signed(session, only=True), lambda _before: None, owner=window)
    driver.settle()
    at_plan(driver)


def aim_for(code: str | None) -> State:
    """The page for another goal, or none."""

    def aimed(driver: Driver) -> None:
        window = driver.window
        window.run(lambda session, _progress: goals.set_goal(session, code), lambda _before: None, owner=window)
        driver.settle()
        at_plan(driver)

    return aimed


def plan_paper(driver: Driver) -> None:
    """What a counselor fills in; a day is wrong."""
    at_plan(driver)
    driver.press("extra-0")
    driver.press("fill-in-paper")
    driver.settle()
    driver.write("review-on", "soon")
    driver.press("keep-paper")
    driver.settle()


def plan_if(driver: Driver) -> None:
    """Another plan beside the one there is."""
    driver.press("what-if")
    driver.settle()
    driver.write("what-if-hours_a_week", "40")
    driver.press("what-if-show")
    driver.settle()


def plan_without(driver: Driver) -> None:
    """What leaving a step out would cost."""
    plan_step(driver)
    driver.press("leave-out")
    driver.settle()


def plan_why_not(driver: Driver) -> None:
    """Why the plans leave something untaught."""
    at_plan(driver)
    driver.press("why-not")
    driver.settle()


PLAN_STATES: dict[str, State] = {
    "plan": at_plan,
    "plan_list": pressing("as-list"),
    "plan_map": pressing("as-map"),
    "plan_limits": pressing("change-limits"),
    "plan_limits_wrong": plan_limits_wrong,
    "plan_needs": pressing("group-missing"),
    "plan_need": plan_need,
    "plan_step": plan_step,
    "plan_save": pressing("extra-0"),
    "plan_paper": plan_paper,
    "plan_what_if": pressing("what-if"),
    "plan_if": plan_if,
    "plan_without": plan_without,
    "plan_chosen": plan_chosen,
    "plan_little_money": plan_little_money,
    "plan_why_not": plan_why_not,
    "plan_only_signed": plan_only_signed,
    "plan_unrated": aim_for(UNRATED),
    "plan_no_goal": aim_for(None),
}
