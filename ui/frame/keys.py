"""The keys that work on every page; the help lists them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QRadioButton

from app.wording import Words
from app.wording.marking import marked
from ui.frame.bars import neighbours
from ui.pages.steps import STEPS

if TYPE_CHECKING:
    from ui.frame.window import Window

Act = Callable[["Window"], object]


@dataclass(frozen=True)
class Keys:
    """Keys that do one thing, the first of them listed; `in_dialogs`: they work while a dialog is open too."""

    keys: tuple[str, ...]
    does: str
    act: Act
    in_dialogs: bool = False


def _go(place: int, window: "Window") -> None:
    if window.place.is_open:
        window.go(STEPS[place])


def _back(window: "Window") -> None:
    if window.place.is_open:
        window.back()


def _size(place: int, window: "Window") -> None:
    window.choose_text_size(neighbours(window.preferences.text_size)[place])


KEYS = (
    Keys(("F1",), marked("Help for this page"), lambda window: window.help()),
    Keys(("Ctrl+L",), marked("Lock the vault"), lambda window: window.lock(), in_dialogs=True),
    *(Keys((f"Ctrl+{place + 1}",), "", partial(_go, place)) for place in range(len(STEPS))),
    Keys(("Alt+Left",), marked("One step back"), _back),
    Keys(("Ctrl++", "Ctrl+="), marked("Larger text"), partial(_size, 1), in_dialogs=True),
    Keys(("Ctrl+-",), marked("Smaller text"), partial(_size, 0), in_dialogs=True),
    Keys(("Ctrl+Z",), marked("Undo what you just did"), lambda window: window.take_back()),
)
"""What has no words of its own is listed as one line."""

PLAIN_KEYS = (
    ("Tab", marked("To the next button or field. With Shift: to the one before")),
    ("Space", marked("Press the button, or check the box, that you are on")),
    ("Enter", marked("Press the filled button of a dialog")),
    ("PgDown", marked("Scroll down a page, also in a dialog. PgUp, Home and End work, too")),
    ("Esc", marked("Close a dialog and change nothing")),
)
"""Keys that are Qt's own."""


def bind_keys(window: "Window") -> None:
    """Let the keys work in a window."""
    for one in KEYS:
        for key in one.keys:
            QShortcut(QKeySequence(key), window, partial(_press, one, window))


def pressed_by(event: QKeyEvent) -> QAbstractButton | None:
    """The button that Enter presses: the one that has the keyboard; a box that is checked has Space for it."""
    focus = QApplication.focusWidget()
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat()
    choice = isinstance(focus, QCheckBox | QRadioButton)
    return focus if enter and isinstance(focus, QAbstractButton) and not choice else None


def _press(one: Keys, window: "Window") -> None:
    if one.in_dialogs or window.cover is None:
        one.act(window)


def listed(words: Words) -> list[tuple[str, str]]:
    """Every key as this computer writes it, and what it does."""
    own = [(_written(one.keys[0]), words.text(one.does)) for one in KEYS if one.does]
    steps = words.text("{first} to {last}", first=_written("Ctrl+1"), last=_written(f"Ctrl+{len(STEPS)}"))
    return [
        *((_written(key), words.text(does)) for key, does in PLAIN_KEYS),
        *own[:2],
        (steps, words.text("To a step, by its number")),
        *own[2:],
    ]


def _written(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
