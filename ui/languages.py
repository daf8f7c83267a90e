"""The window's language: Qt's own texts, the side from which pages run, and what the system speaks."""

import re

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from app.wording import Words
from app.wording.languages import PSEUDO, usual_language
from app.wording.marking import marked

TRANSLATOR = "qtbase"
DIRECTIONS = {"ltr": Qt.LayoutDirection.LeftToRight, "rtl": Qt.LayoutDirection.RightToLeft}
ABSENT = {
    marked("&Look in:"),
    marked("Files of &type:"),
    marked("Create Folder"),
    marked("Don't Save"),
    marked("Open"),
    marked("Close"),
    marked("Show Menu"),
    marked("Set Focus"),
}
"""Texts of Qt's file dialogs and of its actions for screen readers that qtbase has in English alone."""
IBERIAN = re.compile(r"\b([Ff])ic(&?)hero")
"""qtbase's Spanish is Spain's; in the Americas a file is an archivo."""


class QtTexts(QTranslator):
    """Qt's own texts: from qtbase, as spoken in the Americas; from the catalog where qtbase lacks them."""

    def __init__(self, words: Words, app: QApplication) -> None:
        super().__init__(app)
        self.words = words
        self.setObjectName(TRANSLATOR)
        self.load(f"qtbase_{words.language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))

    def isEmpty(self) -> bool:  # noqa: N802  Qt's name; Qt passes an empty translator by
        """Never, as the catalog is there."""
        return False

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:  # None lets Qt show its English; an empty text would show nothing
        """One of Qt's texts, or None where there is none but the English."""
        if text in ABSENT or self.words.language in PSEUDO:
            return self.words.catalog.gettext(text)
        found = super().translate(context, text, disambiguation, n)
        return IBERIAN.sub(american, found) if found else None


def american(file: re.Match[str]) -> str:
    """`archivo` for `fichero`, its capital and its marked key kept."""
    return ("A" if file[1] == "F" else "a") + file[2] + "rchivo"


def install(app: QApplication, words: Words) -> None:
    """Let Qt's dialogs, dates and layout follow the language; the one installed before is taken out.

    Windows that are open hear of it by `LanguageChange` and `LayoutDirectionChange`.
    """
    for old in app.findChildren(QtTexts, TRANSLATOR):
        if old.words == words:
            return
        app.removeTranslator(old)
        old.setObjectName("")  # it is there until Qt next rests, and must not be met again
        old.deleteLater()
    QLocale.setDefault(QLocale(str(words.locale)))
    app.installTranslator(QtTexts(words, app))
    app.setLayoutDirection(DIRECTIONS[words.direction])


def system_language() -> str:
    """The first language of the desktop's own list that Pathfolio speaks: of Windows, macOS or Linux."""
    return usual_language(QLocale.system().uiLanguages())
