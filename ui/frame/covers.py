"""The dialogs that are open over the page, one on the other."""

from collections.abc import Callable
from dataclasses import dataclass

import shiboken6
from PySide6.QtWidgets import QWidget

from ui.kit.dialog import Cover, Dialog
from ui.kit.fields import announce

Make = Callable[[], Dialog | None]
OnClose = Callable[[], object]
Lifted = tuple[Make, OnClose | None]


@dataclass(frozen=True)
class _Open:
    cover: Cover
    on_close: OnClose | None
    again: Make | None


def _alike(one: Dialog, other: Dialog) -> bool:
    """Whether two dialogs ask the same of the same thing."""
    return type(one) is type(other) and _asked(one) == _asked(other)


def _asked(dialog: Dialog) -> tuple[str, str, str]:
    return dialog.windowTitle(), dialog.accessibleDescription(), dialog.of


class Covers:
    """What is open now, the last on top."""

    def __init__(self) -> None:
        self._open: list[_Open] = []

    @property
    def top(self) -> Cover | None:
        """The one that has the keyboard."""
        self._open = [one for one in self._open if shiboken6.isValid(one.cover) and not one.cover.isHidden()]
        return self._open[-1].cover if self._open else None

    def open(self, over: QWidget, dialog: Dialog, on_close: OnClose | None, again: Make | None) -> None:
        """Put a dialog on top; a second press of what opened the top one brings no other."""
        if self.top is not None and _alike(self.top.dialog, dialog):
            dialog.deleteLater()
            return
        self._open.append(_Open(Cover(over, dialog, on_close), on_close, again))
        announce(dialog, dialog.windowTitle())

    def close(self) -> None:
        """Close them all, the top one first."""
        while (top := self.top) is not None:
            top.dialog.reject()

    def lift(self) -> list[Lifted]:
        """Before the window is drawn anew: what has to be opened again after it. Those that cannot be are gone."""
        lifted = [(one.again, one.on_close) for one in self._open if self.top is not None and one.again is not None]
        self._open.clear()
        return lifted
