"""Writing the open vault to one file."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.guide import Guide
from ui.kit.files import choose_new_file
from ui.work.task import Progress

if TYPE_CHECKING:
    from app.journey.session import Session


def ask(guide: Guide, owner: QWidget, name: str, done: Callable[[], object]) -> None:
    """Ask where to, write it, and say so."""
    words = guide.words
    day = datetime.now().astimezone().date().isoformat()
    start = Path.home() / f"{name.replace('/', '-')} {day}.pathfolio"
    kinds = words.text("Backup (*.pathfolio)")
    choose_new_file(
        owner, words.text("Where to keep the backup?"), kinds, start, lambda file: _write(guide, file, done)
    )


def _write(guide: Guide, file: Path, done: Callable[[], object]) -> None:
    def work(session: "Session", _progress: Progress) -> None:
        from app.journey.vaults import back_up

        back_up(session, file)

    def written(_none: None) -> None:
        guide.tell(guide.words.text("Backup written: {file}", file=str(file)))
        done()

    guide.run(work, written, owner=None, saying=guide.words.text("Writing the backup"))
