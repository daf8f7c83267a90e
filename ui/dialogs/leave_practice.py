"""A plain question before a practice learner goes: nothing that was done as them is kept."""

from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.dialog import Dialog
from ui.kit.layouts import column, holding
from ui.kit.text import Paragraph


def open_dialog(guide: Guide) -> None:
    """Ask."""
    guide.open(_make(guide), again=lambda: _make(guide))


def _make(guide: Guide) -> Dialog:
    look, words = guide.look, guide.words
    leave = Button(look, words.text("Leave practice"), guide.lock, kind="danger", name="leave")
    stay = Button(look, words.text("Stay"), kind="primary", name="stay")
    dialog = Dialog(
        look,
        words.text("Leave practice?"),
        holding(column(Paragraph(look, words.text("What you did here is not kept.")))),
        [leave, stay],
        head_icon="triangle-alert",
        first=stay,
        wide=480,
    )
    dialog.setObjectName("leave-practice-dialog")
    stay.clicked.connect(dialog.reject)
    return dialog
