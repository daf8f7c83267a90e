"""What a posting tells besides what it asks for, and what the learner noted of it."""

from collections.abc import Iterator

from app.applying.opportunity import Opportunity
from app.journey.apply.asked_words import to_remember
from ui.guide import Guide
from ui.kit.card import Card
from ui.kit.layouts import column
from ui.kit.text import Paragraph, Text


def told(guide: Guide, wanted: Opportunity) -> Iterator[Card]:
    """A card for each of the two that has something in it."""
    look, words = guide.look, guide.words
    if wanted.conditions:
        lines = [Paragraph(look, one, "row") for one in wanted.conditions]
        yield _card(guide, words.text("They also say this. No record has to show it."), lines)
    answers = to_remember(words, wanted)
    if answers:
        said = [Paragraph(look, words.text("{title} {what}", title=asked, what=text), "row") for asked, text in answers]
        yield _card(guide, words.text("For you to remember"), said)


def _card(guide: Guide, title: str, lines: list[Paragraph]) -> Card:
    look = guide.look
    across, down = look.px(16), look.px(12)
    return Card(look, column(Text(look, title, "group"), *lines, gap=look.px(6), margins=(across, down, across, down)))
