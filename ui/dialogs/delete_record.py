"""A plain warning before the one thing that cannot be undone: a record is deleted for good."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.journey.records import holding as records
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.dialog import Dialog
from ui.kit.layouts import column, holding
from ui.kit.text import Paragraph
from ui.work.task import Progress

if TYPE_CHECKING:
    from app.journey.session import Session


def open_dialog(guide: Guide, key: str, name: str, done: Callable[[], object]) -> None:
    """Ask; `done` hears that the record is gone."""

    def make() -> Dialog:
        return _make(guide, name, lambda: _delete(guide, key, name, done))

    guide.open(make(), again=make)


def _make(guide: Guide, name: str, delete: Callable[[], object]) -> Dialog:
    look, words = guide.look, guide.words
    says = words.text(
        "Nobody can bring it back from this vault, not even we. If you still have the file, you can add it again. "
        "What you sent with it stays sent."
    )
    away = Button(look, words.text("Delete for good"), kind="danger", icon="trash-2", name="delete-for-good")
    keep = Button(look, words.text("Keep it"), kind="primary", name="keep")
    dialog = Dialog(
        look,
        words.text("Delete this record for good?"),
        holding(column(Paragraph(look, [(name, True)]), Paragraph(look, says), gap=look.px(8))),
        [away, keep],
        head_icon="triangle-alert",
        first=keep,
    )
    keep.clicked.connect(dialog.reject)
    away.clicked.connect(dialog.accept)
    away.clicked.connect(lambda *_: delete())
    return dialog


def _delete(guide: Guide, key: str, name: str, done: Callable[[], object]) -> None:
    def work(session: "Session", _progress: Progress) -> bool:
        return records.purge(session, key)

    def gone(_was_there: object) -> None:
        guide.tell(guide.words.text("Deleted for good: {name}.", name=name))
        guide.renew()
        done()

    guide.run(work, gone, owner=None)
