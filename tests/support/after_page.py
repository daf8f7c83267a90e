"""The After page as tests read it."""

from dataclasses import replace

from PySide6.QtWidgets import QPlainTextEdit
from window_driver import Driver


def language(driver: Driver, code: str) -> None:
    driver.window.prefer(replace(driver.window.preferences, language=code))
    driver.settle()


def box(driver: Driver) -> QPlainTextEdit:
    """The field of several lines in the dialog that is open."""
    (found,) = [one for one in driver.front.findChildren(QPlainTextEdit) if one.isVisible()]
    return found
