"""Choosing another record for one thing asked, where very many could show it."""

from pathlib import Path

import pytest
from apply_window import enter, posting, take
from applying_world import TERMS, showing
from PySide6.QtWidgets import QRadioButton
from window_driver import Driver

from app.journey.apply.standing import AT_ONCE

MANY = AT_ONCE + 3


@pytest.fixture
def page(driver: Driver, tmp_path: Path) -> Driver:
    """A vault where many records show the same thing, and a posting."""
    enter(driver, tmp_path / "world", *(showing(f"Terms {number:02}", TERMS) for number in range(MANY)))
    take(driver, posting(tmp_path))
    return driver


def change(page: Driver) -> None:
    """Ask what else could show the thing asked."""
    name = next(one for one in page.object_names() if one.startswith("change-"))
    page.press(name)
    page.until(lambda: bool(radios(page)))


def radios(page: Driver) -> dict[str, QRadioButton]:
    return {one.objectName(): one for one in page.front.findChildren(QRadioButton)}


def test_more_records_are_looked_at_when_asked_for_and_the_choice_stays(page: Driver) -> None:
    change(page)
    assert len(radios(page)) == AT_ONCE + 1  # and the way without any
    assert radios(page)[f"way-{AT_ONCE}"].accessibleName().startswith("None: keep it home")
    page.press("way-3")
    page.press("more-ways")
    page.until(lambda: len(radios(page)) == MANY + 1)
    assert radios(page)["way-3"].isChecked()
    assert "more-ways" not in page.object_names()
    page.press(f"way-{MANY - 1}")
    page.press("use-this")
    page.settle()
    assert "shows it now." in page.texts()


def test_what_goes_now_is_the_first_and_is_chosen(page: Driver) -> None:
    change(page)
    page.press("way-5")
    page.press("use-this")
    page.settle()
    change(page)
    assert radios(page)["way-0"].isChecked()
    page.press("more-ways")
    page.until(lambda: len(radios(page)) == MANY + 1)
    assert [name for name, one in radios(page).items() if one.isChecked()] == ["way-0"]
    page.press(f"way-{MANY}")
    page.press("use-this")
    page.settle()
    assert "No record goes for" in page.texts()
