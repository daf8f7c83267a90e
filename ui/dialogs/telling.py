"""A dialog that only tells what was found: it stands again in another look, and asks anew in another language."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.wording import Words
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.dialog import Dialog
from ui.kit.layouts import Item, clear, column, holding
from ui.work.task import Work

Found = TypeVar("Found")
WIDE = 720


@dataclass(frozen=True)
class Sheet:
    """What stands in it: title, a line below it, an icon before it, and the parts from above to below."""

    title: str
    parts: Sequence[Item]
    why: str = ""
    icon: str = ""


class Telling(Generic[Found]):
    """Asks the worker in the learner's language, and lays out what came of it."""

    def __init__(self, guide: Guide, ask: Callable[[Words], Work], lay: Callable[[Found], Sheet]) -> None:
        self.guide = guide
        self._ask, self._lay = ask, lay
        self._found: Found
        self._language = ""
        self._dialog: Dialog | None = None
        self._room = column()

    def open(self) -> None:
        """Ask, then show it."""
        self._ask_then(lambda: self.guide.open(self._draw(), again=self._draw))

    def close(self) -> None:
        """Take it away."""
        if self._dialog is not None:
            self._dialog.accept()

    def _ask_then(self, then: Callable[[], object], dialog: Dialog | None = None) -> None:
        words = self.guide.words

        def told(found: Found) -> None:
            self._found, self._language = found, words.language
            then()

        self.guide.run(self._ask(words), told, owner=dialog)

    def _draw(self) -> Dialog:
        look, words = self.guide.look, self.guide.words
        sheet = self._lay(self._found)
        close = Button(look, words.text("Close"), kind="primary", name="close")
        self._room = column(self._parts(sheet))
        self._dialog = made = Dialog(
            look, sheet.title, holding(self._room), [close], why=sheet.why, head_icon=sheet.icon, wide=WIDE
        )
        close.clicked.connect(made.accept)
        if self._language != words.language:
            self._ask_then(self._tell_anew, made)
        return made

    def _parts(self, sheet: Sheet) -> QWidget:
        return holding(column(*sheet.parts, gap=self.guide.look.px(8)))

    def _tell_anew(self) -> None:
        """Once what it tells is known in the other language."""
        if self._dialog is None:
            return
        sheet = self._lay(self._found)
        clear(self._room)
        self._room.addWidget(self._parts(sheet))
        self._dialog.entitle(sheet.title)
        self._dialog.about(sheet.why)
        self._dialog.first.setFocus(Qt.FocusReason.OtherFocusReason)
