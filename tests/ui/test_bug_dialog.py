"""The one dialog for faults of ours: plain words, versions, and a trace to copy."""

import platform
from dataclasses import replace
from importlib import metadata

from PySide6 import __version__ as qt_version
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from window_driver import Driver

HOSTILE = '<b>bold</b><img src="file:///etc/passwd"> \x1b[31m %s {name} \u202egnp.exe'


def fail(driver: Driver, words: str = HOSTILE) -> str:
    """A fault deep in the work of a page; the text that the dialog offers."""

    def work(_session: object, _progress: object) -> None:
        raise ZeroDivisionError(words)

    driver.meant = True
    driver.practice()
    driver.window.run(work, lambda _none: None, owner=None)
    driver.settle()
    trace = driver.front.findChild(QPlainTextEdit)
    assert trace is not None
    assert trace.isReadOnly()
    return trace.toPlainText()


def test_a_fault_opens_the_dialog_and_the_program_goes_on(driver: Driver) -> None:
    fail(driver)
    assert "This is our fault, not yours." in driver.texts()
    driver.press("close")
    driver.window.go("skills")
    driver.settle()
    assert driver.window.step == "skills"


def test_versions_and_trace_stand_there_and_are_copied(driver: Driver) -> None:
    text = fail(driver)
    for part in (metadata.version("pathfolio"), platform.python_version(), qt_version, platform.system()):
        assert part in text
    assert "ZeroDivisionError" in text
    assert "test_bug_dialog.py" in text
    driver.press("Copy this text")
    assert QApplication.clipboard().text() == text
    assert "Copied." in driver.texts()


def test_words_of_a_file_in_a_fault_are_plain_text(driver: Driver) -> None:
    assert "<b>bold</b><img" in fail(driver)


def test_a_fault_in_a_fault_is_told_with_its_cause(driver: Driver) -> None:
    driver.meant = True
    try:
        try:
            raise KeyError("first")
        except KeyError as error:
            raise RuntimeError("second") from error
    except RuntimeError as error:
        driver.window.fail(error)
    driver.settle()
    trace = driver.front.findChild(QPlainTextEdit)
    assert trace is not None
    assert "KeyError: 'first'" in trace.toPlainText()


def test_the_dialog_outlives_another_language(driver: Driver) -> None:
    text = fail(driver)
    driver.window.prefer(replace(driver.window.preferences, language="es"))
    driver.settle()
    trace = driver.front.findChild(QPlainTextEdit)
    assert trace is not None
    assert trace.toPlainText() == text
    assert "Copiar este texto" in driver.button_names()
