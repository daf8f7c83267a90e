"""The Records page as tests read it."""

import json

from PySide6.QtCore import QPoint
from window_driver import Driver

from ui.kit.card import Card
from ui.kit.text import Marked
from ui.pages import record_changes
from ui.pages.records import RecordsPage

COACH = "Details of Team Coach"


def page_of(driver: Driver) -> RecordsPage:
    page = driver.window.pages["records"]
    assert isinstance(page, RecordsPage)
    return page


def card_of(driver: Driver, name: str) -> Card:
    (found,) = [one for one in driver.shown(Card) if one.accessibleName() == name]
    return found


def facts(driver: Driver, name: str) -> list[tuple[str, str]]:
    """The facts of a card as they are read: mark and words."""
    return [(one.mark, one.text()) for one in card_of(driver, name).findChildren(Marked)]


def names(driver: Driver) -> list[str]:
    """The records on the page, from top to bottom."""
    cards = [one for one in driver.shown(Card) if isinstance(one.parentWidget(), type(page_of(driver).list.parts))]
    return [one.accessibleName() for one in sorted(cards, key=lambda one: one.mapTo(driver.window, QPoint(0, 0)).y())]


def add(driver: Driver, *documents: dict) -> None:
    """Records that come as one text."""
    record_changes.add_text(driver.window, json.dumps(list(documents)))
    driver.settle()
