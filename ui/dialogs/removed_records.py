"""Records that were removed: each can be put back, or deleted for good."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget
from shiboken6 import isValid

from app.journey.records import holding as records
from ui.dialogs.delete_record import open_dialog as warn
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.dialog import Dialog
from ui.kit.layouts import Flow, column, holding, row
from ui.kit.parts import Parts
from ui.kit.text import Text
from ui.pages.record_changes import put_back
from ui.theme.look import Look
from ui.work.task import Progress

if TYPE_CHECKING:
    from app.journey.session import Session


@dataclass(frozen=True)
class Line:
    """A removed record as the list shows it."""

    key: str
    name: str
    issuer: str
    on: datetime


def open_dialog(guide: Guide) -> None:
    """Ask for them, then list them."""
    found = RemovedRecords(guide)
    found.ask(found.open)


def lines(session: "Session", _progress: Progress) -> tuple[Line, ...]:
    """What was removed, the last first."""
    found = [
        Line(one.record.key, one.record.name, one.record.issuer.name or "", one.removed_at.astimezone())
        for one in records.removed(session)
    ]
    return tuple(sorted(found, key=lambda line: line.on, reverse=True))


class RemovedRecords:
    """The list. It asks anew after each change, and closes when nothing is left in it."""

    def __init__(self, guide: Guide) -> None:
        self.guide = guide
        self.found: tuple[Line, ...] = ()
        self.dialog: Dialog | None = None
        self.parts: Parts[Line] | None = None

    def ask(self, then: Callable[[], object]) -> None:
        """Ask what is removed now."""

        def done(found: tuple[Line, ...]) -> None:
            self.found = found
            then()

        self.guide.run(lines, done, owner=None)

    def open(self) -> None:
        """Show it."""
        if self.found:
            self.guide.open(self._draw(), again=self._draw)

    def _draw(self) -> Dialog:
        look, words = self.guide.look, self.guide.words
        self.parts = Parts[Line](look, self._line, name="more-removed")
        self.parts.show_items(self.found)
        close = Button(look, words.text("Close"), kind="primary", name="close")
        self.dialog = Dialog(
            look,
            words.text("Removed records"),
            holding(column(self.parts, None)),
            [close],
            why=words.text("They count for nothing until you put them back."),
            head_icon="trash-2",
            wide=760,
        )
        close.clicked.connect(self.dialog.accept)
        return self.dialog

    def _line(self, line: Line) -> QWidget:
        look, words = self.guide.look, self.guide.words
        when = words.text("Removed {date}", date=line.on)
        note = words.text("{issuer} · {when}", issuer=line.issuer, when=when) if line.issuer else when
        said = column(Text(look, line.name, "row", weight="semibold"), Text(look, note, "caption", "quiet"))
        back = Button(
            look,
            words.text("Put back"),
            partial(self._put_back, line),
            kind="forward",
            size="small",
            icon="undo-2",
            says=words.text("Put back {name}", name=line.name),
            name=f"back-{line.key}",
        )
        purge = Button(
            look,
            words.text("Delete for good…"),
            lambda: warn(self.guide, line.key, line.name, self._changed),
            kind="danger",
            size="small",
            says=words.text("Delete {name} for good", name=line.name),
            name=f"purge-{line.key}",
        )
        choices = holding(Flow(back, purge, gap=look.px(8)))
        inside = column(said, choices, gap=look.px(8)) if look.compact else _across(look, said, choices)
        inside.setContentsMargins(look.px(14), look.px(10), look.px(14), look.px(10))
        return Card(look, inside)

    def _put_back(self, line: Line) -> None:
        put_back(self.guide, [line.key], self._changed)

    def _changed(self) -> None:
        self.ask(self._again)

    def _again(self) -> None:
        if self.dialog is None or self.parts is None or not isValid(self.dialog):
            return
        if not self.found:
            self.dialog.accept()
            return
        self.parts.show_items(self.found, self.parts.shown)
        self.dialog.heading.setFocus(Qt.FocusReason.OtherFocusReason)


def _across(look: Look, said: QLayout, choices: QWidget) -> QHBoxLayout:
    line = row(gap=look.px(12))
    line.addLayout(said, 1)
    line.addWidget(choices)
    return line
