"""Dropping files and text onto the window; it is never the only way."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True)
class Dropped:
    """What was dropped: files and folders of this computer, else text (also the addresses of what is elsewhere)."""

    files: tuple[Path, ...] = ()
    text: str = ""


def dropped(data: QMimeData) -> Dropped | None:
    """What is held over the window; None where nothing of it can be used."""
    files = tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    if files:
        return Dropped(files)
    text = "\n".join(url.toString() for url in data.urls()) or data.text()
    return Dropped(text=text) if text.strip() else None


class DropOn(QObject):
    """Lets things be dropped anywhere on a widget: `held` hears how many are over it, `done` what was let go."""

    def __init__(self, on: QWidget, held: Callable[[int], object], done: Callable[[Dropped], object]) -> None:
        super().__init__(on)
        self._held, self._done = held, done
        on.setAcceptDrops(True)
        on.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take what can be used."""
        if isinstance(event, QDragEnterEvent):
            if dropped(event.mimeData()) is None:
                return False
            event.acceptProposedAction()
            self._held(1)
            return True
        if event.type() == QEvent.Type.DragLeave:
            self._held(0)
        elif isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            found = dropped(event.mimeData())
            self._held(0)
            if found is not None:
                event.acceptProposedAction()
                self._done(found)
                return True
        return False
