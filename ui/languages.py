"""The window's language: Qt's own texts, the side from which pages run, and what the system speaks."""

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from app.wording import Words
from app.wording.languages import usual_language

TRANSLATOR = "qtbase"
DIRECTIONS = {"ltr": Qt.LayoutDirection.LeftToRight, "rtl": Qt.LayoutDirection.RightToLeft}


def install(app: QApplication, words: Words) -> None:
    """Let Qt's own buttons and menus, numbers and layout follow the language; what was installed before is taken out.

    Windows that are open hear of it by `LanguageChange` and `LayoutDirectionChange`. A language that Qt does not have
    gets its English.
    """
    QLocale.setDefault(QLocale(words.region))
    for old in app.findChildren(QTranslator, TRANSLATOR):
        app.removeTranslator(old)
        old.deleteLater()
    app.installTranslator(_translator(app, words.language))
    app.setLayoutDirection(DIRECTIONS[words.direction])


def _translator(app: QApplication, language: str) -> QTranslator:
    made = QTranslator(app)
    made.setObjectName(TRANSLATOR)
    made.load(f"{TRANSLATOR}_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return made


def system_language() -> str:
    """The first language of the desktop's own list that Pathfolio speaks: of Windows, macOS or Linux."""
    return usual_language(QLocale.system().uiLanguages())
