"""What comes before an application, where nothing shows yet what the learner can do."""

from app.journey.steps import First
from app.wording.steps import first_line
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.layouts import Flow, column, holding
from ui.kit.text import Icon, Paragraph, Text


def empty(guide: Guide, first: First) -> Card:
    """Say what comes first, with the button that goes there."""
    look, words = guide.look, guide.words
    labels = {"records": words.text("Add a record"), "skills": words.text("Look at my skills")}
    button = Button(
        look, labels[first.mend], lambda: guide.go(first.mend), kind="forward", icon="arrow-left", name="come-first"
    )
    why = words.text("Then you can choose, thing by thing, what a reader gets to see and what stays home.")
    margins = (look.px(24), look.px(22), look.px(24), look.px(22))
    return Card(
        look,
        column(
            Icon(look, "send", size=36),
            Text(look, first_line(words, first.code, first.mend), "title"),
            Paragraph(look, why, "body", "quiet"),
            holding(Flow(button)),
            gap=look.px(12),
            margins=margins,
        ),
    )
