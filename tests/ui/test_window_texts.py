"""What the window says stands in the catalog, and imported text cannot dress itself up as a page."""

from pathlib import Path

import pytest
from window_sources import bypasses, rich_texts

UI = Path(__file__).resolve().parents[2] / "ui"
KIT = UI / "kit"
SOURCES = sorted(UI.rglob("*.py"))
LABELS = "from PySide6.QtWidgets import QLabel\n"


def test_there_is_something_to_look_at():
    assert UI / "main.py" in SOURCES


def test_every_text_of_the_window_comes_from_the_catalog():
    found = {path.relative_to(UI).as_posix(): bypasses(path.read_text(encoding="utf-8")) for path in SOURCES}
    assert {name: texts for name, texts in found.items() if texts} == {}


def test_only_the_kit_makes_what_reads_html_out_of_any_text():
    """Pages take their labels, messages and tips from `ui/kit`, which shows every text as it stands."""
    pages = [path for path in SOURCES if KIT not in path.parents]
    found = {path.relative_to(UI).as_posix(): rich_texts(path.read_text(encoding="utf-8")) for path in pages}
    assert {name: uses for name, uses in found.items() if uses} == {}


@pytest.mark.parametrize(
    "source",
    [
        'QLabel("Save")',
        'QtWidgets.QPushButton("Save", self)',
        'QPushButton(text="Save")',
        'QAction(icon, toolTip="Save")',
        'label(toolTip="Save")',
        'button.setText("Save")',
        'button.setText(f"Save {name}")',
        'button.setText("Save " + name)',
        'button.setText("Save" if new else words.text("Keep"))',
        'button.setToolTip("Save")',
        'button.setAccessibleName("Save")',
        'field.setPlaceholderText("Name")',
        'window.setWindowTitle("Pathfolio: " + name)',
        'spin.setSuffix(" weeks")',
        'menu.addAction("Save")',
        'box.addItem("English", "en")',
        'box.addItems(["One", "Two"])',
        'form.addRow("Name", field)',
        'table.setHorizontalHeaderLabels(("Name", "Price"))',
        'QMessageBox.warning(self, title, "No")',
        'painter.drawText(box, flags, "Today")',
        'heading("What can you do?")',
        'kit.card(title="What can you do?")',
        'show([("a", "Nothing here yet.")])',
        'TITLE = "What can you do?"',
        'def title(self): return "What can you do?"',
        'words.text("It is {what}.", what="a web page")',
        'words.text(f"Save {name}")',
        'words.text("Save %s" % name)',
        'words.text("Save {}".format(name))',
        'words.count("{number} " + unit, "{number} hours", n)',
    ],
)
def test_a_text_past_the_catalog_is_found(source):
    assert bypasses(source)


@pytest.mark.parametrize(
    "source",
    [
        '"""A page that shows records."""',
        'QLabel(words.text("Save"))',
        'button.setText(words.text("Save {name}", name=name))',
        'button.setText(words.text("Save" if new else "Keep"))',
        'button.setText(words.count("{number} hour", "{number} hours", n))',
        'button.setText("")',
        'label.setText("100 %")',
        'label.setText("·".join(facts))',
        'label.setText(LABELS["proven"])',
        'button.setText(f"{money:.1f} ({when})")',
        'button.setObjectName("the primary one")',
        'self.setStyleSheet("QPushButton { color: red; border: none }")',
        'QSettings("Pathfolio", "Pathfolio")',
        'QFont("Atkinson Hyperlegible Next")',
        'bar.setFormat("%p%")',
        'raise ValueError("no such page here")',
        'assert page, "no such page here"',
        'if text == "no such page": stop()',
        'rule = "QPushButton { border: none; }"',
        'NAME = "setting"\n"""What it is for."""',
        'QKeySequence("Ctrl+S")',
        'QShortcut("Ctrl+S", self)',
        'QUrl("https://example.org")',
        'session.find("records")',
        'table = {"a key": 1}',
        "raise TypeError(name)",
    ],
)
def test_what_no_learner_reads_is_left_alone(source):
    assert bypasses(source) == []


@pytest.mark.parametrize(
    "source",
    [
        LABELS,
        LABELS + "QLabel(text)",
        "QtWidgets.QLabel(text)",
        "from PySide6.QtWidgets import QMessageBox as Box",
        "from PySide6.QtWidgets import QTextEdit",
        "QToolTip.showText(place, text)",
        "button.setToolTip(text)",
        "page.setHtml(text)",
    ],
)
def test_what_reads_html_is_found(source):
    assert rich_texts(source)


@pytest.mark.parametrize(
    "source",
    [
        "from PySide6.QtWidgets import QPlainTextEdit, QPushButton",
        "from ui.kit.text import label",
        "label(text)",
        "button.setText(text)",
        "QPushButton(text)",
    ],
)
def test_what_shows_any_text_as_it_stands_is_left_alone(source):
    assert rich_texts(source) == []
