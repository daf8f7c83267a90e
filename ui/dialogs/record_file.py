"""The file of a record as it came, to look at."""

from collections.abc import Callable

from app.journey.records.files import file_text
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.dialog import Dialog
from ui.kit.fields import Field, text_edit
from ui.kit.layouts import column, holding

MOST = 100_000
"""Letters that are shown; the rest is in the copy that can be saved."""


def open_dialog(guide: Guide, key: str, name: str, save: Callable[[], object]) -> None:
    """Read it, then show it; `save` asks where to keep a copy."""

    def show(text: str) -> None:
        def make() -> Dialog:
            return _make(guide, name, text, save)

        guide.open(make(), again=make)

    guide.run(lambda session, _progress: file_text(session, key), show, owner=None)


def _make(guide: Guide, name: str, text: str, save: Callable[[], object]) -> Dialog:
    look, words = guide.look, guide.words
    edit = text_edit(look, text[:MOST], lines=18)
    edit.setReadOnly(True)
    says = words.text("Each value has a line of its own here. Nothing else was changed.")
    if len(text) > MOST:
        says = words.text("This is only the start: the file is long. Save a copy to read all of it.")
    field = Field(look, words.text("What the file says"), edit, hint=says, name="file-text")
    copy = Button(look, words.text("Save a copy…"), save, icon="download", name="save-copy-here")
    close = Button(look, words.text("Close"), kind="primary", name="close")
    dialog = Dialog(
        look,
        words.text("The file as it came"),
        holding(column(field)),
        [copy, close],
        why=name,
        head_icon="file",
        wide=860,
    )
    close.clicked.connect(dialog.accept)
    return dialog
