"""The place that pay is shown for, chosen in a vault of one's own, in every state."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import brought_pay as oews
import brought_releases as made
from window_driver import Driver

from app.journey import career_data
from app.journey.goal import aim as goals
from ui.dialogs import career_data as dialog

CLERK = "43-6013.00"
"""A job that the pay made up here does not list."""
LONG = "Virginia Beach-Chesapeake-Norfolk-Newport News-Hampton-Portsmouth, VA-NC"
PLACES = {
    **oews.STATES,
    **{f"{n}": (f"New State {n}", 2, "") for n in range(60, 80)},
    "47260": (LONG, 4, "VA"),
    **oews.METROS,
}


def bring_pay(driver: Driver) -> None:
    """Pay by state and city stands beside what ships, and three jobs side by side: told, hidden and not listed."""
    with tempfile.TemporaryDirectory() as name:
        given = career_data.look([oews.oews_book(Path(name) / "state_M2024_dl.xlsx", PLACES)])
        driver.window.run(
            lambda session, _progress: career_data.add(given, lambda _share: None, session),
            lambda _summary: None,
            owner=driver.window,
        )
        driver.settle()
    compare(driver)


def compare(driver: Driver) -> None:
    """Three jobs side by side on the Goal page."""
    codes = (made.NURSE, made.AIDE, CLERK)
    driver.window.run(
        lambda session, _progress: goals.set_compared(session, codes), lambda _: None, owner=driver.window
    )
    driver.settle()
    driver.window.go("goal")
    driver.settle()


def no_places(driver: Driver) -> None:
    """No pay but the nation's is there."""
    driver.window.covers.close()
    compare(driver)
    driver.press("pay-place")


def places(driver: Driver) -> None:
    """The places to choose from."""
    bring_pay(driver)
    driver.press("pay-place")


def no_such_place(driver: Driver) -> None:
    """No place is called so."""
    driver.press("pay-place")
    driver.write("find-place", "Atlantis")
    driver.press("take-place")


def pay_of_a_city(driver: Driver) -> None:
    """Pay of a city with a long name, which tells it for one job of three."""
    driver.press("pay-place")
    driver.write("find-place", "virginia beach")
    driver.settle()
    driver.press("place-47260")
    driver.press("take-place")


def why_with_pay(driver: Driver) -> None:
    """Why a job is suggested, with its outlook."""
    driver.press(f"like-{made.NURSE}")
    driver.press(next(name for name in driver.object_names() if name.startswith("why-")))


def from_career_data(driver: Driver) -> None:
    """The list of what was brought, with the way to the place."""
    dialog.open_dialog(driver.window)
    driver.settle()


def pay_taken_out(driver: Driver) -> None:
    """What was brought is gone, and pay is the nation's again."""
    driver.window.run(
        lambda session, _progress: career_data.remove_all(session), lambda _none: None, owner=driver.window
    )
    driver.settle()
    driver.window.renew()
    driver.settle()


PAY: dict[str, Callable[[Driver], None]] = {
    "pay_no_places": no_places,
    "pay_places": places,
    "pay_no_such_place": no_such_place,
    "pay_of_a_city": pay_of_a_city,
    "pay_why": why_with_pay,
    "pay_career_data": from_career_data,
    "pay_taken_out": pay_taken_out,
}
