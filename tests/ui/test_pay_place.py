"""Pay in the window for a state or area that the learner brought it for."""

from pathlib import Path

import brought_releases as made
import pytest
from pay_states import LONG, bring_pay, compare
from PySide6.QtWidgets import QLineEdit
from window_driver import Driver

from app.journey.goal.pay_place import pay_place
from app.preferences import Preferences
from ui.dialogs import settings


@pytest.fixture
def brought(own: Driver) -> Driver:
    """A vault of one's own with pay by state and city, and three jobs side by side."""
    bring_pay(own)
    return own


def choose(driver: Driver, typed: str, code: str) -> None:
    driver.press("pay-place")
    driver.write("find-place", typed)
    driver.settle()
    driver.press(f"place-{code}")
    driver.press("take-place")


def chosen(driver: Driver) -> str | None:
    """The place that the vault keeps."""
    found: list[str | None] = []
    driver.window.run(
        lambda session, _progress: place.title if (place := pay_place(session)) else None, found.append, owner=None
    )
    driver.settle()
    return found[0]


def test_pay_is_told_with_place_and_month_where_the_place_has_it(brought: Driver) -> None:
    assert "Pay: U.S., May 2024." in brought.texts()
    choose(brought, "oreg", "41")
    said = brought.texts()
    assert "$83,200 a year, or $40 an hour" in said
    assert "In Oregon, May 2024" in said
    assert "Pay: Oregon, May 2024. Openings: U.S., 2024 to 2034." in said


def test_pay_that_the_place_does_not_tell_is_the_nations_and_says_why(brought: Driver) -> None:
    choose(brought, "OR", "41")
    said = brought.texts()
    assert "$44,200 a year, or $21.25 an hour" in said
    assert "Not published in Oregon (May 2024). This is pay in the U.S. (May 2024)." in said
    assert "Oregon has no figure for this job (May 2024). This is pay in the U.S. (May 2024)." in said


def test_the_place_is_kept_in_the_vault_and_can_be_taken_back(brought: Driver) -> None:
    choose(brought, "virginia beach", "47260")
    assert f"Pay is shown for this place now: {LONG}." in brought.texts()
    assert chosen(brought) == LONG
    brought.press("Undo")
    assert chosen(brought) is None
    assert "Pay: U.S., May 2024." in brought.texts()
    choose(brought, "calif", "06")
    brought.press("pay-place")
    assert brought.button("place-06").isChecked()
    brought.press("place-99")
    brought.press("take-place")
    assert chosen(brought) is None


def test_what_is_typed_is_looked_for_and_heard(brought: Driver, heard: list[str]) -> None:
    brought.press("pay-place")
    assert "The U.S. as a whole" in brought.button_names()
    brought.write("find-place", "portland")
    brought.settle()
    assert "Portland, OR-WA" in brought.button_names()
    assert "Oregon" not in brought.button_names()
    assert "1 place found" in heard
    brought.write("find-place", "Atlantis")
    brought.settle()
    assert "No place on the list has a name like this." in brought.texts()
    brought.press("take-place")
    assert "Choose a place from the list first." in brought.said_in_front()
    brought.write("find-place", "oreg")
    brought.settle()
    assert "Choose a place from the list first." not in brought.said_in_front()
    brought.press("place-41")
    brought.press("take-place")
    assert chosen(brought) == "Oregon"


def test_what_is_typed_and_chosen_stays_when_the_look_changes(brought: Driver) -> None:
    brought.press("pay-place")
    brought.write("find-place", "portland")
    brought.settle()
    brought.press("place-38900")
    brought.window.prefer(Preferences("es", 200, "dark"))
    brought.settle()
    field = brought.front.findChild(QLineEdit, "find-place")
    assert field is not None
    assert field.text() == "portland"
    assert brought.button("place-38900").isChecked()
    brought.press("Mostrar este pago")
    assert "En Portland, OR-WA, mayo de 2024" in brought.texts()


def test_why_tells_the_outlook_with_the_place_and_that_it_does_not_count(brought: Driver) -> None:
    choose(brought, "oreg", "41")
    brought.press(f"like-{made.NURSE}")
    brought.press(next(name for name in brought.object_names() if name.startswith("why-")))
    said = brought.said_in_front()
    place = said.index("Outlook. This does not count")
    assert "Pay: Oregon, May 2024. Openings: U.S., 2024 to 2034." in said[place:]
    assert any(line.endswith("openings a year") for line in said[place:])


def test_the_settings_lead_to_the_place_by_the_career_data(brought: Driver) -> None:
    settings.open_dialog(brought.window)
    brought.settle()
    brought.press("Career data")
    brought.press("Choose the place for pay…")
    assert "Pay for which place?" in brought.said_in_front()
    brought.press("place-06")
    brought.press("take-place")
    assert chosen(brought) == "California"


def test_pay_of_a_place_that_is_taken_out_is_the_nations_until_it_is_back(brought: Driver, tmp_path: Path) -> None:
    choose(brought, "oreg", "41")
    brought.press("Settings")
    brought.press("Career data")
    brought.press("remove-0")
    brought.press("remove-now")
    assert chosen(brought) is None
    brought.press("close")
    brought.press("close")
    assert "Pay: U.S., May 2024." in brought.texts()
    bring_pay(brought)
    assert chosen(brought) == "Oregon"


def test_without_pay_of_places_it_says_how_to_get_it(own: Driver) -> None:
    compare(own)
    own.press("Pay for your state or city")
    assert any("bls.gov/oes" in line for line in own.said_in_front())
    own.press("to-career-data")
    assert "Nothing yet." in own.texts()


def test_a_practice_learner_is_not_asked_for_a_place(maya: Driver) -> None:
    maya.window.go("goal")
    maya.settle()
    assert "pay-place" not in maya.object_names()
