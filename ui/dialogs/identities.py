"""Names and addresses that the learner says are theirs: by them records are known to be about them."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.wording.marking import marked
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.fields import Field, line_edit
from ui.kit.layouts import Flow, column, holding, row
from ui.kit.text import Text
from ui.work.task import Progress

if TYPE_CHECKING:
    from app.journey.session import Session

WHY = marked("We compare them with your records to tell which ones are about you. They stay in the vault.")


class IdentityList(QWidget):
    """What was said so far, each with a way to take it back, and a field for more; `changed` hears of a change."""

    def __init__(self, guide: Guide, identities: tuple[str, ...], changed: Callable[[], object]) -> None:
        super().__init__()
        look, words = guide.look, guide.words
        self.guide, self.changed = guide, changed
        self.edit = line_edit(look)
        self.edit.returnPressed.connect(self._add)
        add = Button(look, words.text("Add"), self._add, icon="plus", says=words.text("Add the name or address"))
        add.setObjectName("add-identity")
        title = words.text("Names and e-mail addresses that are yours")
        self.field = Field(look, title, self.edit, hint=words.text(WHY), name="identity", beside=holding(Flow(add)))
        self.setLayout(column(self.field, *(self._line(one) for one in identities), gap=look.px(6)))

    def _line(self, identity: str) -> QWidget:
        look, words = self.guide.look, self.guide.words
        says = words.text("Remove {text}", text=identity)
        remove = Button(look, words.text("Remove"), partial(self._remove, identity), size="small", icon="x", says=says)
        line = row(gap=look.px(10), margins=(look.px(4), 0, look.px(4), 0))
        line.addWidget(Text(look, identity, "row"), 1)
        line.addWidget(remove)
        return holding(line)

    def _add(self) -> None:
        text = self.edit.text().strip()
        if not text:
            self.field.fault(self.guide.words.text("Type a name or an address first."))
            return

        def work(session: "Session", _progress: Progress) -> None:
            from app.journey.records.holding import say_identity

            say_identity(session, text)

        self.guide.run(work, lambda _none: self.changed(), owner=self)

    def _remove(self, identity: str) -> None:
        def work(session: "Session", _progress: Progress) -> None:
            from app.journey.records.holding import forget_identity

            forget_identity(session, identity)

        self.guide.run(work, lambda _none: self.changed(), owner=self)
