"""Qt's own texts, dates and layout follow the language, and follow it again when it is changed."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QWidget
from terminal import environment

from app.wording import Words
from ui import languages

SAVE = QDialogButtonBox.StandardButton.Save


@pytest.fixture
def app(qapp):
    yield qapp
    languages.install(qapp, Words())


def save_button(qtbot) -> str:
    box = QDialogButtonBox(SAVE)
    qtbot.addWidget(box)
    return box.button(SAVE).text()


def speak(app: QApplication, language: str) -> None:
    languages.install(app, Words(language))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_qts_own_buttons_follow_each_change(app, qtbot):
    said = []
    for language in ("es", "en", "pseudo", "es"):
        speak(app, language)
        said.append(save_button(qtbot))
    assert said == ["Guardar", "Save", "Save", "Guardar"]


def test_one_translator_stays_however_often_the_language_changes(app):
    for language in ("es", "en", "es", "pseudo-rtl", "es"):
        speak(app, language)
    assert len(app.findChildren(QTranslator)) == 1


@pytest.mark.parametrize("language", ["en", "es"])
def test_qts_texts_are_found_where_pyside_keeps_them(app, language):
    speak(app, language)
    (installed,) = app.findChildren(QTranslator)
    assert installed.filePath().endswith(f"qtbase_{language}.qm")


def test_pages_run_from_the_right_in_a_language_that_does(app, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    for language, direction in (
        ("pseudo-rtl", Qt.LayoutDirection.RightToLeft),
        ("es", Qt.LayoutDirection.LeftToRight),
    ):
        speak(app, language)
        assert window.layoutDirection() == direction


def test_open_windows_hear_of_the_change(app, qtbot):
    heard = []

    class Window(QWidget):
        def changeEvent(self, event):  # noqa: N802
            heard.append(event.type())
            super().changeEvent(event)

    window = Window()
    qtbot.addWidget(window)
    speak(app, "es")
    QCoreApplication.processEvents()
    assert QEvent.Type.LanguageChange in heard


def test_qt_writes_numbers_and_dates_as_the_words_do(app):
    speak(app, "es")
    assert QLocale().name() == "es_US"
    assert QLocale().toString(1200) == Words("es").number(1200)


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LC_ALL": "es_MX.UTF-8"}, "es"),
        ({"LC_ALL": "", "LANG": "en_US.UTF-8", "LANGUAGE": "fr:es"}, "es"),
        ({"LC_ALL": "fr_FR.UTF-8"}, "en"),
        ({"LC_ALL": "es_MX.UTF-8", "PATHFOLIO_LANGUAGE": "pseudo"}, "pseudo"),
    ],
)
@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there Qt asks the system, not variables")
def test_the_systems_language_is_found(variables, language):
    done = subprocess.run(
        [sys.executable, "-c", "from ui.languages import system_language; print(system_language())"],
        env=environment(**variables),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == language
