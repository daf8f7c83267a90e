"""The Qt application around the window: fonts, language, theme, and what to do about bugs."""

import os
import sys
import traceback
from types import TracebackType
from typing import cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from app.places import asset, data_folder
from app.preferences import Preferences, load_preferences, save_preferences
from app.wording import Words
from ui.ending import end_when_asked
from ui.frame.window import Window
from ui.languages import install, system_language
from ui.theme.colors import THEMES
from ui.theme.fonts import load_fonts
from ui.theme.look import Look

SIZE = (1440, 900)
STYLE = ("-style", "Fusion")
MOVING = [effect for effect in Qt.UIEffect if effect is not Qt.UIEffect.UI_General]
"""Menus, lists and tips that would slide or fade in."""


def look_of(preferences: Preferences, width: int) -> Look:
    """How to draw for these preferences on this computer."""
    hints = QApplication.styleHints()
    wants_contrast = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
    dark = hints.colorScheme() == Qt.ColorScheme.Dark
    system = "contrast" if wants_contrast else "dark" if dark else "light"
    theme = system if preferences.theme == "system" else preferences.theme
    return Look(
        colors=THEMES[theme],
        words=Words(preferences.language or system_language()),
        scale=preferences.text_size / 100,
        width=width,
    )


def application(arguments: list[str]) -> QApplication:
    """Qt's application, prepared. Its style is an argument: to hand over a style PySide would load all of QStyle."""
    app = QApplication([*arguments, *STYLE])
    prepare(app)
    return app


def prepare(app: QApplication) -> None:
    """Give the application the program's name, icon and typeface."""
    app.setApplicationName("Pathfolio")
    app.setWindowIcon(QIcon(str(asset("icons", "pathfolio.svg"))))
    load_fonts()
    for effect in MOVING:  # nothing moves by itself, whatever this system does elsewhere
        app.setEffectEnabled(effect, False)  # noqa: FBT003  Qt's own


def open_window(preferences: Preferences, width: int = SIZE[0], height: int = SIZE[1]) -> Window:
    """The window, following the learner's preferences and the system's theme from here on."""
    app = cast(QApplication, QApplication.instance())
    look = look_of(preferences, width)
    install(app, look.words)
    window = Window(preferences, look)
    window.resize(width, height)

    def follow(*_: object) -> None:
        look = look_of(window.preferences, window.width())
        install(app, look.words)
        window.redraw(look)

    def prefer(chosen: Preferences) -> None:
        """The choice holds until the window closes, also where it cannot be kept; that is told."""
        follow()
        folder = data_folder()
        window.apart(lambda _progress: save_preferences(folder, chosen), lambda _none: None, owner=None)

    window.preferred.connect(prefer)
    hints = QApplication.styleHints()
    hints.colorSchemeChanged.connect(follow)
    hints.accessibility().contrastPreferenceChanged.connect(follow)
    return window


def show(window: Window) -> None:
    """Show the window; a screen with less room than it wants is filled, so that its foot is on it."""
    room = window.screen().availableSize()
    if window.size().boundedTo(room) == window.size():
        window.show()
    else:
        window.resize(window.size().boundedTo(room))
        window.showMaximized()


def tell_bugs(window: Window) -> None:
    """Show a bug in its dialog instead of losing it on a terminal that nobody sees."""

    def told(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        traceback.print_exception(kind, error, trace)
        if isinstance(error, Exception):
            window.fail(error)

    sys.excepthook = told


def start(arguments: list[str]) -> tuple[QApplication, Window]:
    """Open the window as the learner likes it."""
    app = application(arguments)
    window = open_window(load_preferences(data_folder()))
    tell_bugs(window)
    show(window)
    return app, window


def run(arguments: list[str]) -> int:
    """Open the window and stay until it is closed."""
    app, window = start(arguments)
    end_when_asked(window)
    trial = os.environ.get("PATHFOLIO_CLOSE_AFTER", "")
    if trial.isdecimal():  # whoever tries a build wants to see that it opens and closes, in milliseconds
        QTimer.singleShot(int(trial), window.close)
    return app.exec()
