"""Nothing in the window moves by itself, so a wish for less motion is always met; and what goes wrong is heard."""

import ast
from pathlib import Path

from PySide6.QtCore import QAbstractAnimation, QTimeLine
from PySide6.QtGui import QAccessible, QMovie
from PySide6.QtWidgets import QApplication, QProgressBar
from window_driver import Driver

import ui
from ui.application import MOVING

MOVES = ("Animation", "QTimeLine", "QMovie", "QGraphicsEffect", "QEasingCurve", "QSplashScreen")
SCROLLS = ("QScroller", "setSmoothScrolling", "scrollContentsBy")


def moving_names(source: str) -> set[str]:
    """Names in a source that stand for something that moves by itself."""
    tree = ast.parse(source)
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    names |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    names |= {one.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for one in node.names}
    return {name for name in names if any(move in name for move in MOVES) or name in SCROLLS}


def test_no_source_of_the_window_uses_what_moves() -> None:
    sources = list(Path(ui.__file__).parent.rglob("*.py"))
    assert len(sources) > 50
    assert {path.name: found for path in sources if (found := moving_names(path.read_text(encoding="utf-8")))} == {}


def test_what_moves_is_found() -> None:
    assert moving_names("from PySide6.QtCore import QPropertyAnimation\nQPropertyAnimation(x, b'pos')")
    assert moving_names("from PySide6 import QtCore\nQtCore.QVariantAnimation()")


def test_nothing_runs_while_pages_and_dialogs_come_and_go(driver: Driver) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    driver.practice()
    for step in ("skills", "goal", "plan", "apply", "after", "records"):
        driver.window.go(step)
        driver.settle()
        driver.window.help()
        assert driver.window.findChildren(QTimeLine) == []
        assert driver.window.findChildren(QMovie) == []
        for one in driver.window.findChildren(QAbstractAnimation):  # Qt's main window has one for docks, of no length
            assert (one.duration(), one.state()) == (0, QAbstractAnimation.State.Stopped)
        for bar in driver.window.findChildren(QProgressBar):  # one without an end moves to and fro
            assert not bar.isVisible() or bar.maximum() > bar.minimum()
        driver.window.covers.close()
    assert not any(app.isEffectEnabled(effect) for effect in MOVING)


def test_an_error_is_heard_and_takes_the_keyboard(driver: Driver, heard: list[str]) -> None:
    driver.practice()
    driver.window.go("apply")
    driver.settle()
    driver.press("next")
    focus = QApplication.focusWidget()
    assert focus is not None
    told = QAccessible.queryAccessibleInterface(focus)
    assert told.text(QAccessible.Text.Description) == "Say what you apply for."
    assert "Say what you apply for." in heard
