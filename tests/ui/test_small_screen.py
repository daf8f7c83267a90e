"""The window on a screen that has less room than it wants, as an old laptop's."""

from PySide6.QtCore import QSize
from window_driver import Driver

from ui.application import show


def test_the_window_opens_no_larger_than_the_screen(driver: Driver) -> None:
    room = driver.window.screen().availableSize()
    driver.window.resize(room + QSize(74, 132))
    show(driver.window)
    driver.settle()
    assert driver.window.size().boundedTo(room) == driver.window.size()
    assert driver.window.isMaximized()
