"""The window's language: Qt's own texts, the side from which pages run, and what the system speaks."""

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from app.wording import Words
from app.wording.languages import PSEUDO, usual_language

TRANSLATOR = "pathfolio-qtbase"
DIRECTIONS = {"ltr": Qt.LayoutDirection.LeftToRight, "rtl": Qt.LayoutDirection.RightToLeft}


class PseudoTranslator(QTranslator):
    """Gives Qt's own texts in the pseudo-language."""

    def __init__(self, words: Words, app: QApplication) -> None:
        super().__init__(app)
        self.words = words

    def isEmpty(self) -> bool:  # noqa: N802  Qt's name; Qt passes an empty translator by
        """Never."""
        return False

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:  # noqa: ARG002
        """One of Qt's texts, stretched."""
        return self.words.catalog.gettext(text)


def install(app: QApplication, words: Words) -> None:
    """Let Qt's dialogs, dates and layout follow the language; the one installed before is taken out.

    Windows that are open hear of it by `LanguageChange` and `LayoutDirectionChange`.
    """
    QLocale.setDefault(QLocale(str(words.locale)))
    for old in app.findChildren(QTranslator, TRANSLATOR):
        app.removeTranslator(old)
        old.setObjectName("")
        old.deleteLater()
    new = translator(app, words)
    new.setObjectName(TRANSLATOR)
    app.installTranslator(new)
    app.setLayoutDirection(DIRECTIONS[words.direction])


def translator(app: QApplication, words: Words) -> QTranslator:
    """What translates Qt's own texts; for English, and where Qt has no such language, an empty one."""
    if words.language in PSEUDO:
        return PseudoTranslator(words, app)
    made = QTranslator(app)
    made.load(f"qtbase_{words.language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return made


def system_language() -> str:
    """The first language of the desktop's own list that Pathfolio speaks: of Windows, macOS or Linux."""
    return usual_language(QLocale.system().uiLanguages())
