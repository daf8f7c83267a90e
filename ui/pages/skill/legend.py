"""What the marks mean."""

from PySide6.QtWidgets import QWidget

from app.wording.skills import MARKS, marks_words
from ui.kit.bars import EvidenceMarks
from ui.kit.layouts import Flow, holding, row
from ui.kit.text import Text
from ui.pages.skill.lines import MARK
from ui.theme.look import Look


def legend(look: Look) -> QWidget:
    """All four, the strongest first."""
    title = Text(look, look.words.text("Marks"), "caption", weight="bold")
    title.setWordWrap(False)
    made = holding(Flow(title, *(_mark(look, marks) for marks in MARKS), gap=look.px(10), middle=True))
    made.setAccessibleName(look.words.text("What the marks mean"))
    return made


def _mark(look: Look, marks: int) -> QWidget:
    says = Text(look, look.words.text(MARKS[marks]), "label")
    says.setWordWrap(False)
    return holding(row(EvidenceMarks(look, marks, marks_words(look.words, marks), side=MARK), says, gap=look.px(6)))
