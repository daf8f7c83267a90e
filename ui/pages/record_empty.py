"""Where there are no records yet: how to add the first, and whom to look around with."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.card import Rule
from ui.kit.empty import Empty
from ui.kit.layouts import centered, column, holding
from ui.kit.text import Text
from ui.pages.record_side import Adding


def no_records(guide: Guide, add: Adding, practice: Callable[[], object]) -> Empty:
    """The ways to add some. Those who are made up are on offer where a real learner's vault is open."""
    look, words = guide.look, guide.words
    buttons = [
        Button(look, words.text("Choose files…"), add.files, kind="primary", icon="upload", name="choose-files"),
        Button(look, words.text("Paste a link or text"), add.paste, icon="clipboard-paste", name="paste"),
        Button(look, words.text("Choose a whole folder…"), add.folder, icon="folder-open", name="choose-folder"),
    ]
    why = words.text(
        "A record is what a school, an employer or a club gave you. It can be a badge, a course, a certificate or a "
        "letter. Add the file you were sent. You can also drop it anywhere on this page."
    )
    offered = guide.preferences.show_practice and not guide.practice
    below = holding(_look_around(guide, practice)) if offered else None
    return Empty(look, "upload", words.text("Add your first record"), why, buttons, below=below, ground="dashed")


def _look_around(guide: Guide, practice: Callable[[], object]) -> QVBoxLayout:
    look, words = guide.look, guide.words
    says = Text(
        look,
        words.text("No file at hand? Look around with somebody made up. Your vault is locked first."),
        "row",
        "quiet",
    )
    says.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    text = words.text("Try a practice learner")
    button = Button(look, text, practice, kind="forward", icon="users", name="practice")
    return column(look.px(8), Rule(look), says, centered(button), gap=look.px(10))
