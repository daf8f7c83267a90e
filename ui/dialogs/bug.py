"""The one dialog for faults of the program: what to do, and what to copy for whoever mends it."""

import platform
import traceback

import PySide6
from PySide6.QtWidgets import QApplication

from app.wording.marking import marked
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.dialog import Dialog
from ui.kit.fields import Field, text_edit
from ui.kit.layouts import column, holding
from ui.kit.text import Paragraph

SAYS = marked(
    "This is our fault, not yours. What you did before is saved, and you can go on. If it happens again, send us the "
    "text below. Look through it first: it may hold words from your records."
)


def report(error: Exception) -> str:
    """Versions and the trace, without anything of the learner's beside what the trace itself says."""
    from importlib.metadata import version

    lines = [
        f"Pathfolio {version('pathfolio')}, Python {platform.python_version()}, Qt {PySide6.__version__}",
        f"{platform.system()} {platform.release()} {platform.machine()}",
        "",
        *traceback.format_exception(error),
    ]
    return "\n".join(line.rstrip("\n") for line in lines)


def open_dialog(guide: Guide, error: Exception) -> None:
    """Show what went wrong."""
    guide.open(_make(guide, error), again=lambda: _make(guide, error))


def _make(guide: Guide, error: Exception) -> Dialog:
    look, words, text = guide.look, guide.words, report(error)
    trace = text_edit(look, text, lines=10)
    trace.setReadOnly(True)
    told = Field(look, words.text("For the people who mend Pathfolio"), trace, name="trace")
    body = holding(column(Paragraph(look, words.text(SAYS)), told, gap=look.px(12)))
    copy = Button(
        look, words.text("Copy this text"), lambda: _copy(guide, report(error)), icon="copy", name="copy-trace"
    )
    close = Button(look, words.text("Close"), kind="primary", name="close")
    dialog = Dialog(look, words.text("Something in Pathfolio went wrong"), body, [copy, close])
    close.clicked.connect(dialog.accept)
    return dialog


def _copy(guide: Guide, text: str) -> None:
    QApplication.clipboard().setText(text)
    guide.tell(guide.words.text("Copied."))
