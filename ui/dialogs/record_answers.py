"""The facts of one record in full: each as a question, its answer and why, with what can be done about it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

from app.journey.records.details import Question
from app.wording import Words
from ui.kit.buttons import Button
from ui.kit.card import Rule
from ui.kit.layouts import Flow, column, holding, row
from ui.kit.text import MarkAlone, Paragraph, Text, Tone
from ui.theme.look import Look
from ui.theme.marks import FactMark

MARK, QUESTION, ROW = 26, 252, 66
MENDED_BY_LISTS = ("see_lists", "get_list", "ask_issuer")
MENDED_ONLINE = ("get_list", "ask_issuer")
_STRONG: dict[FactMark, Tone] = {
    "yes": "shown",
    "not_checked": "quiet",
    "in_no_list": "quiet",
    "out_of_date": "partly",
    "broken": "danger",
}


def answers(
    look: Look,
    questions: Sequence[Question],
    below: QWidget | None,
    lists: Callable[[], object] | None = None,
    online: Callable[[], object] | None = None,
) -> QWidget:
    """All questions with a line between them; `below` belongs to the last, who it is about.

    `lists` shows the lists, `online` asks whom to ask on the internet; without that the lists stand for it.
    """
    inside = column(margins=(look.px(24), 0, look.px(24), 0))
    for place, question in enumerate(questions):
        if place:
            inside.addWidget(Rule(look))
        inside.addWidget(_row(look, question, _mend(look, question, lists, online)))
    if below is not None:
        inside.addWidget(below)
        inside.addSpacing(look.px(14))
    return holding(inside)


def fact_row(look: Look, question: Question, below: str = "") -> QWidget:
    """One answer in little room, where many stand below each other; `below` says what it is about."""
    words = look.words
    mark = MarkAlone(look, question.fact.mark)
    asks = Text(look, question.question, "row", weight="semibold")
    says = Paragraph(look, _answer(words, question), "row", strong=_STRONG[question.fact.mark])
    under = [Text(look, below, "caption", "quiet")] if below else []
    told: QLayout = column(asks, says, *under) if look.compact else column(says, *under)
    line = row(gap=look.px(10))
    line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    if not look.compact:
        asks.setFixedWidth(look.px(QUESTION - 28))
        line.addWidget(asks, 0, Qt.AlignmentFlag.AlignTop)
    line.addLayout(told, 1)
    line.setAlignment(told, Qt.AlignmentFlag.AlignTop)
    return holding(line)


def _row(look: Look, question: Question, mend: Button | None) -> QWidget:
    mark = MarkAlone(look, question.fact.mark, size=24)
    asks = Text(look, question.question, "row", weight="semibold")
    says = Paragraph(look, _answer(look.words, question), "row", strong=_STRONG[question.fact.mark])
    lay = _two_lines if look.compact else _one_line
    made = holding(lay(look, mark, asks, says, mend))
    made.setMinimumHeight(look.px(ROW))
    return made


def _mend(
    look: Look, question: Question, lists: Callable[[], object] | None, online: Callable[[], object] | None
) -> Button | None:
    """The button that can help with an answer that is not yes."""
    if online is not None and question.mend in MENDED_ONLINE:
        return _mend_online(look, question, online)
    if lists is not None and question.mend in MENDED_BY_LISTS:
        return _mend_by_lists(look, question, lists)
    return None


def _mend_online(look: Look, question: Question, online: Callable[[], object]) -> Button:
    words = look.words
    name = f"ask-online-{question.fact.check}"
    if question.mend == "get_list":
        says = words.text("Get the list: {question}", question=question.question)
        text = words.text("Get the list…")
    else:
        says = words.text("Ask the website: {question}", question=question.question)
        text = words.text("Ask the website…")
    return Button(look, text, online, kind="forward", size="small", icon="globe", says=says, name=name)


def _mend_by_lists(look: Look, question: Question, lists: Callable[[], object]) -> Button:
    words = look.words
    says = words.text("See the lists: {question}", question=question.question)
    name = f"see-lists-{question.fact.check}"
    return Button(look, words.text("See the lists"), lists, size="small", says=says, name=name)


def _one_line(look: Look, mark: QWidget, asks: QWidget, says: QWidget, mend: QWidget | None) -> QLayout:
    asks.setFixedWidth(look.px(QUESTION))
    line = row(gap=look.px(14), margins=(0, look.px(12), 0, look.px(12)))
    line.addWidget(mark)
    line.addWidget(asks)
    line.addWidget(says, 1)
    if mend is not None:
        line.addWidget(mend)
    return line


def _two_lines(look: Look, mark: QWidget, asks: QWidget, says: QWidget, mend: QWidget | None) -> QLayout:
    line = row(gap=look.px(14), margins=(0, look.px(10), 0, look.px(10)))
    line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    under = [] if mend is None else [holding(Flow(mend))]
    line.addLayout(column(asks, says, *under, gap=look.px(4)), 1)
    return line


def _answer(words: Words, question: Question) -> list[tuple[str, bool]]:
    """The answer in bold, why, and since when where it is not of today."""
    parts = [(words.text("{answer}.", answer=question.answer), True)]
    return parts + [(f" {text}", False) for text in (question.reason, question.since) if text]
