"""What came of adding files, file by file, where some gave no record."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app.journey.records.holding import Imported
from app.journey.records.import_report import ReportLine, import_report
from ui.dialogs import links
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.dialog import Dialog
from ui.kit.layouts import column, holding
from ui.kit.parts import Parts
from ui.kit.text import Pictured, Text
from ui.theme.look import Look

_ICONS = {"unreadable": "file", "link": "globe", "known": "check"}


def open_dialog(
    guide: Guide, came: Imported, on_close: Callable[[], object], again: Callable[[Imported], object]
) -> None:
    """Show it; `again` hears what came once the learner had the websites asked that links lead to."""

    def get(dialog: Dialog) -> None:
        dialog.accept()
        links.get_records(guide, replace(came, added=(), newer=(), known=(), unreadable=(), keys=()), again)

    def make() -> Dialog:
        return _make(guide, came, get)

    guide.open(make(), on_close, again=make)


def _make(guide: Guide, came: Imported, get: Callable[[Dialog], object]) -> Dialog:
    look, words = guide.look, guide.words
    report = import_report(words, came)
    parts = Parts[tuple[int, ReportLine]](look, lambda one: _line(look, one[1]), name="more-report")
    parts.show_items(tuple(enumerate(report.lines)))
    asking = links.can_be_asked(came) and not guide.practice
    close = Button(look, words.text("Close"), kind="plain" if asking else "primary", name="close")
    ask = Button(look, words.text("Get the records…"), kind="primary", icon="globe", name="get-records")
    dialog = Dialog(
        look,
        report.heading,
        holding(column(parts, None)),
        [close, ask] if asking else [close],
        why=words.text("Your files stay as they are. Here is what we could not add, and why."),
        head_icon="clipboard-list",
        wide=720,
        first=close,
    )
    close.clicked.connect(dialog.accept)
    ask.clicked.connect(lambda: get(dialog))
    return dialog


def _line(look: Look, line: ReportLine) -> QWidget:
    """The file, what became of it, and the addresses that it only pointed at."""
    title = Pictured(look, _ICONS[line.code], line.place or line.text, "row", weight="semibold", icon_tone="quiet")
    inside = column(title, gap=look.px(4), margins=(look.px(14), look.px(10), look.px(14), look.px(10)))
    if line.place:
        inside.addWidget(Text(look, line.text, "row"))
    for link in line.links:
        inside.addWidget(Text(look, link, "caption", "quiet"))
    return Card(look, inside)
