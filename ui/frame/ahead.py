"""What will be asked for soon, loaded while the learner looks at the first window."""

from datetime import date
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6 import QtWidgets
from PySide6.QtCore import QObject

from app.wording import Words
from app.wording.languages import LANGUAGES
from ui.kit.turns import Turns
from ui.pages.steps import load_pages

if TYPE_CHECKING:
    from ui.frame.window import Window

AFTER = 150
"""Milliseconds after the window is first shown: by then it is painted."""
DIALOGS = ("about", "bug", "help", "settings")


def look(window: "Window") -> None:
    """Load it all, and tidy up once."""
    make_kinds(window)
    window.desk.apart(lambda _progress: load(), lambda _none: None, window.fail, owner=window)
    window.desk.apart(lambda _progress: tidy(), lambda _none: None, window.fail, owner=window)


def load() -> None:
    """Load pages and dialogs, and how each language writes numbers and days; on the worker."""
    load_pages()
    for name in DIALOGS:
        import_module(f"ui.dialogs.{name}")
    for language in LANGUAGES:
        words = Words(language)
        words.text("Records")
        words.number(1)
        words.value(date.min)


def tidy() -> None:
    """Take away what a run that was killed left behind; on the worker, once."""
    import_module("app.journey.opening").tidy()


def make_kinds(owner: QObject) -> None:
    """Have PySide make every kind of widget, a few in each turn.

    It makes each when it is first named, and all at once when it has to find out what some widget of Qt's own is: that
    would hold up the window where a learner waits for it.
    """
    Turns(owner).take(partial(getattr, QtWidgets, name) for name in dir(QtWidgets))
