"""What kind of opportunity it is, and the few questions of each kind."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.applying.opportunity import KINDS, Kind
from app.applying.postings.questions import questions_for
from app.wording import postings as said
from ui.guide import Guide
from ui.kit.fields import Field, line_edit
from ui.kit.layouts import clear, column
from ui.kit.options import Options
from ui.kit.text import Text


def kind_options(guide: Guide, kind: Kind, changed: Callable[[int], object]) -> Options:
    """The kinds, one chosen; `changed` hears the place in `KINDS`."""
    words = guide.words
    kinds = [(f"kind-{one}", words.text(said.KINDS[one])) for one in KINDS]
    return Options(guide.look, words.text("What is it?"), kinds, changed, chosen=KINDS.index(kind))


class Questions(QWidget):
    """The questions of one kind. `answers` takes what is typed; what was answered for other kinds stays in it."""

    def __init__(self, guide: Guide, kind: Kind, answers: dict[str, str]) -> None:
        super().__init__()
        self.guide, self.answers = guide, answers
        self.room: QVBoxLayout = column(gap=guide.look.px(8))
        self.setLayout(self.room)
        self.ask(kind)

    def ask(self, kind: Kind) -> None:
        """Ask what this kind asks."""
        look, words = self.guide.look, self.guide.words
        clear(self.room)
        self.room.addWidget(Text(look, words.text("For you to remember. You may leave these empty."), "group"))
        for code in questions_for(kind):
            self.room.addWidget(self._field(code))

    def _field(self, code: str) -> Field:
        edit = line_edit(self.guide.look, self.answers.get(code, ""))
        edit.textEdited.connect(lambda text: self.answers.__setitem__(code, text))
        return Field(self.guide.look, self.guide.words.text(said.QUESTIONS[code]), edit, name=f"answer-{code}")
