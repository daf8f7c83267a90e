"""Where there are no records yet: how to add the first, and whom to look around with."""

from collections.abc import Callable

from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.empty import Empty, look_around
from ui.pages.record_side import Adding


def no_records(guide: Guide, add: Adding, practice: Callable[[], object]) -> Empty:
    """The ways to add some. Those who are made up are on offer where a real learner's vault is open."""
    look, words = guide.look, guide.words
    buttons = [
        Button(look, words.text("Choose files…"), add.files, kind="primary", icon="upload", name="choose-files"),
        Button(look, words.text("Paste a link or text"), add.paste, icon="clipboard-paste", name="paste"),
        Button(look, words.text("Choose a whole folder…"), add.folder, icon="folder-open", name="choose-folder"),
        Button(look, words.text("Check a file without keeping it"), add.check, icon="search", name="check-file"),
    ]
    why = words.text(
        "A record is what a school, an employer or a club gave you. It can be a badge, a course, a certificate or a "
        "letter. Add the file you were sent. You can also drop it anywhere on this page."
    )
    says = words.text("No file at hand? Look around with somebody made up. Your vault is locked first.")
    below = look_around(guide, practice, says)
    return Empty(look, "upload", words.text("Add your first record"), why, buttons, below=below, ground="dashed")
