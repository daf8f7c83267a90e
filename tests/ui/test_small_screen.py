"""The window on a screen that has less room than it wants, as an old laptop's."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel
from window_driver import Driver

from ui.application import show


def test_the_window_opens_no_larger_than_the_screen(driver: Driver) -> None:
    room = driver.window.screen().availableSize()
    driver.window.resize(room + QSize(74, 132))
    show(driver.window)
    driver.settle()
    assert driver.window.size().boundedTo(room) == driver.window.size()
    assert driver.window.isMaximized()


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_date_at_the_foot_stands_in_one_line(driver: Driver, language: str) -> None:
    driver.practice()
    driver.window.resize(1024, 640)
    driver.window.prefer(replace(driver.window.preferences, language=language))
    driver.window.go("after")
    driver.settle()
    note, foot = driver.window.pages["after"].footer.note, driver.window.furniture.foot
    assert foot is not None
    (date,) = [one for one in foot.findChildren(QLabel) if one.text() == note and one.isVisible()]
    assert date.heightForWidth(date.width()) < 2 * date.fontMetrics().height()
