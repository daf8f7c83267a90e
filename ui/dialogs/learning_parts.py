"""What the dialog of learning near the learner is made of: a list brought, a step typed in, what came of adding one."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.journey.learning import words as told_of
from app.wording import learning as said
from app.wording.plans import price_words
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.card import Card, Rule
from ui.kit.layouts import column, holding, row
from ui.kit.text import Marked, Pictured, Text
from ui.theme.look import Look

if TYPE_CHECKING:
    from app.journey.learning.kept import KeptList, ListSummary
    from pathways.model import LearningStep

NAMED = 20


def list_card(guide: Guide, place: int, one: "KeptList", remove: Callable[["KeptList"], object]) -> QWidget:
    """One list that was brought, with a way to take it out."""
    look, words = guide.look, guide.words
    told = [Text(look, line, "caption", "quiet") for line in told_of.kept_lines(words, one)]
    out = Button(
        look, words.text("Remove"), partial(remove, one), size="small",
        says=words.text("Remove {name}", name=one.name), name=f"remove-{place}",
    )  # fmt: skip
    return _card(look, column(Text(look, one.name, "row", weight="semibold"), *told, gap=look.px(2)), out)


def step_card(guide: Guide, one: "LearningStep", change: Callable[[], object], remove: Callable[[], object]) -> QWidget:
    """One step that was typed in, with ways to change it and to take it out."""
    look, words = guide.look, guide.words
    lines = filter(None, (one.provider, one.offering.place, words.name(price_words(words, one.cost))))
    told = [Text(look, line, "caption", "quiet") for line in lines]
    again = Button(
        look, words.text("Change"), change, size="small", says=words.text("Change {name}", name=one.name),
        name=f"change-{one.id}",
    )  # fmt: skip
    out = Button(
        look, words.text("Remove"), remove, size="small", says=words.text("Remove {name}", name=one.name),
        name=f"remove-{one.id}",
    )  # fmt: skip
    return _card(look, column(Text(look, one.name, "row", weight="semibold"), *told, gap=look.px(2)), again, out)


def _card(look: Look, told: QVBoxLayout, *buttons: Button) -> QWidget:
    line = row(gap=look.px(12), margins=(look.px(14), look.px(8), look.px(12), look.px(8)))
    line.addLayout(told, 1)
    for button in buttons:
        line.addWidget(button)
    return Card(look, line)


def summary_parts(guide: Guide, summary: "ListSummary") -> list[QWidget]:
    """What was taken, and what was wrong row by row."""
    look, words = guide.look, guide.words
    _, *told = told_of.summary_lines(words, summary)  # the first names the list for a terminal
    lines: list[QWidget] = [Text(look, summary.kept.name, "row", weight="semibold")]
    lines += [Text(look, line, "row") for line in told]
    troubles = summary.kept.troubles
    if summary.unknown_skills:
        lines.append(Text(look, said.unknown_skills_line(words, summary.unknown_skills), "caption", "quiet"))
    lines.append(Rule(look))
    heading = words.text("These rows need a look") if troubles else words.text("No row was damaged.")
    lines.append(Pictured(look, "info", heading, "row") if troubles else Marked(look, "yes", heading, "row"))
    rows = [Text(look, line, "caption") for line in said.trouble_lines(words, troubles, NAMED)]
    return [*lines, *([holding(column(*rows, gap=look.px(2)))] if rows else [])]
