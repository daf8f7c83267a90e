"""The window's language: Qt's own texts, the side from which pages run, and what the system speaks."""

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from app.wording import Words
from app.wording.languages import usual_language

TRANSLATOR = "qtbase"
FILE_WINDOW = ("QFileDialog", "QAbstractFileIconProvider")
"""Where Qt keeps the texts of its own window for files, which stands where a desktop has none."""
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
    app.installTranslator(_translator(app, words))
    app.setLayoutDirection(DIRECTIONS[words.direction])


def _translator(app: QApplication, words: Words) -> QTranslator:
    made = _QtWords(app, words)
    made.setObjectName(TRANSLATOR)
    made.load(f"{TRANSLATOR}_{words.language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return made


class _QtWords(QTranslator):
    """Qt's own texts; where its translation has none or another word than ours, as in its window for files, ours."""

    def __init__(self, app: QApplication, words: Words) -> None:
        super().__init__(app)
        self._ours = {
            "&Look in:": words.text("&Look in:"),
            "File &name:": words.text("File &name:"),
            "Files of &type:": words.text("Files of &type:"),
            "Folder": words.text("Folder"),
            "Drive": words.text("Drive"),
            "Show &hidden files": words.text("Show &hidden files"),
            "%1 already exists.\nDo you want to replace it?": words.text(
                "“{file}” is there already. Put the new one in its place?", file="%1"
            ),
        }

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """A text of Qt; None, not an empty text, where there is none: Qt then shows its English."""
        ours = self._ours.get(source) if context in FILE_WINDOW else None
        return ours or super().translate(context, source, disambiguation, n) or None


def system_language() -> str:
    """The first language of the desktop's own list that Pathfolio speaks: of Windows, macOS or Linux."""
    return usual_language(QLocale.system().uiLanguages())
