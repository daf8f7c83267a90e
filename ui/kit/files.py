"""Choosing files and folders in the system's own window, without stopping the program's."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

Chosen = Callable[[Path], object]
Several = Callable[[tuple[Path, ...]], object]


def choose_folder(owner: QWidget, title: str, done: Chosen, start: Path | None = None) -> None:
    """Ask for a folder that is there."""
    asking = _asking(owner, title, start, done)
    asking.setFileMode(QFileDialog.FileMode.Directory)
    asking.setOption(QFileDialog.Option.ShowDirsOnly)
    asking.open()


def choose_file(owner: QWidget, title: str, kinds: str, done: Chosen, start: Path | None = None) -> None:
    """Ask for a file that is there; `kinds` as "Backup (*.pathfolio)"."""
    asking = _asking(owner, title, start, done)
    asking.setFileMode(QFileDialog.FileMode.ExistingFile)
    asking.setNameFilter(kinds)
    asking.open()


def choose_files(owner: QWidget, title: str, kinds: Sequence[str], done: Several, start: Path | None = None) -> None:
    """Ask for one file or several that are there; `kinds` as "Records (*.json *.zip)", the usual one first."""
    asking = _asking(owner, title, start)
    asking.setFileMode(QFileDialog.FileMode.ExistingFiles)
    asking.setNameFilters(kinds)
    asking.filesSelected.connect(lambda names: done(tuple(map(Path, names))) if names else None)
    asking.open()


def choose_new_file(owner: QWidget, title: str, kinds: str, suggested: Path, done: Chosen) -> None:
    """Ask where to write a file; the system asks before one that is there is written over."""
    asking = _asking(owner, title, suggested.parent, done)
    asking.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    asking.setNameFilter(kinds)
    asking.setDefaultSuffix(suggested.suffix.removeprefix("."))
    asking.selectFile(suggested.name)
    asking.open()


def _asking(owner: QWidget, title: str, start: Path | None, done: Chosen | None = None) -> QFileDialog:
    asking = QFileDialog(owner.window(), title, str(start or ""))
    asking.setObjectName("file-window")
    asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if done is not None:
        asking.fileSelected.connect(lambda name: done(Path(name)) if name else None)
    return asking
