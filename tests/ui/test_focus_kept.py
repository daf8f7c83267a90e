"""The keyboard stays where a person works: never on the first control of the window, never on a stray one."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLineEdit, QMenu, QWidget
from sent_things import CLINIC, sent_things
from window_contrast import TEXT_RATIO, ratio
from window_driver import Driver

from app.preferences import Preferences
from ui.kit import page as pages
from ui.pages import goal as goal_page


class Strays(QObject):
    """Every window that comes up besides the one."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self.window, self.found = window, list[str]()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's own
        """Notes it."""
        comes = event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow()
        if comes and watched is not self.window and not isinstance(watched, (QMenu, QFileDialog)):
            self.found.append(type(watched).__name__)
        return False


def press_twice(driver: Driver, name: str) -> str:
    """Press with the keyboard, say what has it then, press again."""
    driver.button(name).setFocus(Qt.FocusReason.TabFocusReason)
    driver.key(Qt.Key.Key_Space)
    driver.settle()
    focus = QApplication.focusWidget()
    after = "" if focus is None else focus.objectName()
    driver.key(Qt.Key.Key_Space)
    driver.settle()
    return after


def test_choosing_a_plan_twice_by_keyboard_does_not_leave_practice(driver: Driver) -> None:
    driver.practice()
    driver.window.go("plan")
    driver.settle()
    assert press_twice(driver, "next") == "next"
    assert driver.window.place.is_open


def test_comparing_a_job_twice_by_keyboard_does_not_leave_practice(driver: Driver) -> None:
    driver.practice()
    driver.window.go("goal")
    driver.settle()
    name = next(one for one in driver.object_names() if one.startswith("compare-") and driver.button(one).isEnabled())
    assert press_twice(driver, name) == name.replace("compare-", "goal-")
    assert driver.window.place.is_open


def test_tab_comes_to_the_choice_that_is_made(driver: Driver) -> None:
    driver.practice()
    driver.window.go("goal")
    driver.settle()
    focus: QWidget | None = None
    for _ in range(3):
        driver.key(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        if isinstance(focus, QAbstractButton):
            break
    assert focus is not None
    assert focus.objectName() == "way-skills"


def test_that_no_job_was_found_is_heard(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr(goal_page, "announce", lambda _widget, words: heard.append(words))
    driver.practice()
    driver.window.go("goal")
    driver.settle()
    driver.write("find-job", "qqxyzzy")
    driver.key(Qt.Key.Key_Return)
    driver.settle()
    assert heard[-1] == "No job goes by that name. Try another word for it."


def test_another_question_is_heard(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr(pages, "announce", lambda _widget, words: heard.append(words))
    driver.practice()
    driver.window.go("apply")
    driver.settle()
    assert heard == ["What are you applying for?"]


def test_the_list_of_what_was_sent_opens_no_window_of_its_own(driver: Driver) -> None:
    driver.practice()
    strays = Strays(driver.window)
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(strays)
    sent_things(driver, CLINIC)
    driver.window.go("after")
    driver.settle()
    app.removeEventFilter(strays)
    assert strays.found == []
    assert driver.window.isActiveWindow()


@pytest.mark.parametrize(
    "driver",
    [(Preferences("en", 100, theme), (1440, 900)) for theme in ("light", "dark", "contrast")],
    indirect=True,
)
def test_what_a_field_suggests_can_be_read(driver: Driver) -> None:
    driver.practice()
    driver.window.go("goal")
    driver.settle()
    field = driver.window.findChild(QLineEdit, "find-job")
    assert field is not None
    ink = field.palette().color(QPalette.ColorRole.PlaceholderText)
    assert ink.alpha() == 255
    ground = QColor(driver.window.look.colors.card)
    assert ratio(ink, ground) >= TEXT_RATIO
