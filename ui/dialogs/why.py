"""Why a job is suggested: the facts behind it, one by one."""

from collections.abc import Iterable, Iterator

from PySide6.QtWidgets import QVBoxLayout

from app.journey.goal import words as said
from app.journey.goal.comparing import START_FACTS
from app.journey.goal.why import Shared, Why
from app.journey.skills.behind import Guess
from app.wording.careers import fact_sentence
from ui.guide import Guide
from ui.kit.bars import EvidenceMarks, FitBar
from ui.kit.buttons import Button
from ui.kit.dialog import Dialog
from ui.kit.layouts import Item, column, holding
from ui.kit.text import Marked, Paragraph, Text
from ui.pages.goal_card import MARKS, bold_parts

MOST = 12


def why_dialog(guide: Guide, found: Why) -> Dialog:
    """The dialog for one job."""
    look, words = guide.look, guide.words
    close = Button(look, words.text("Close"), kind="primary", name="close")
    title = words.text("Why {name}?", name=words.name(found.name))
    parts = (*_fit(guide, found), *_needs(guide, found), *_besides(guide, found))
    dialog = Dialog(look, title, holding(column(*parts, gap=look.px(8))), [close], wide=760)
    close.clicked.connect(dialog.accept)
    return dialog


def _fit(guide: Guide, found: Why) -> Iterator[Item]:
    """How much of the job is shown, and what the job is."""
    look, words = guide.look, guide.words
    yield Paragraph(look, bold_parts(lambda strong: said.fit_line(words, found.fit, strong)), "body")
    yield FitBar(look, [MARKS[state] for state in found.fit.blocks], said.fit_described(words, found.fit))
    yield from _told(guide, words.text("What this job is"), found.described)


def _needs(guide: Guide, found: Why) -> Iterator[Item]:
    """What counts, what would count and what is to learn."""
    look, words = guide.look, guide.words
    telling = [one for one in found.shared if one.telling][:MOST]
    if telling:
        yield Text(look, words.text("What counts for it"), "group")
    for one in telling:
        yield from _shared(guide, one)
    if found.guesses:
        yield Text(look, words.text("Would count if you said yes to a guess"), "group")
    for guess in found.guesses[:MOST]:
        yield from _guess(guide, guess)
    if found.to_learn:
        yield Text(look, words.text("To learn"), "group")
    yield from (Marked(look, "to_learn", words.name(one.name), "row", size=16) for one in found.to_learn[:MOST])


def _besides(guide: Guide, found: Why) -> Iterator[Item]:
    """What else is known of the job, what sets the order, and how sure that is."""
    words = guide.words
    alike = (said.alike_line(words, found.like), said.leads_line(words, found.leads))
    start = [fact_sentence(words, fact.code, fact.values) for fact in found.facts if fact.code in START_FACTS]
    yield from _told(guide, words.text("Jobs like it"), alike)
    yield from _told(guide, words.text("How people start. This does not count"), start)
    yield from _told(guide, words.text("Outlook. This does not count"), said.published_lines(words, found.published))
    yield from _told(guide, words.text("What sets the order"), said.order_lines(words, found))
    yield from _told(guide, words.text("How sure is this?"), said.accuracy_lines(words))


def _told(guide: Guide, title: str, lines: Iterable[str]) -> list[Item]:
    """Sentences under a title; nothing where there are none."""
    known = [Text(guide.look, line, "row", "quiet") for line in lines if line]
    return [Text(guide.look, title, "group"), *known] if known else []


def _guess(guide: Guide, one: Guess) -> list[Item]:
    """A guess, and below it the words it was made from."""
    look, words = guide.look, guide.words
    told = _inset(guide)
    for line in said.guess_lines(words, one):
        told.addWidget(Text(look, line, "caption", "quiet"))
    return [Marked(look, "unknown", words.name(one.concept.name), "row", weight="semibold", size=16), told]


def _inset(guide: Guide) -> QVBoxLayout:
    look = guide.look
    return column(gap=look.px(2), margins=(look.px(26), 0, 0, look.px(4)))


def _shared(guide: Guide, one: Shared) -> list[Item]:
    look, words = guide.look, guide.words
    told = _inset(guide)
    reason = said.reason_line(words, one)
    if reason:
        told.addWidget(Text(look, reason, "caption", "quiet"))
    told.addWidget(EvidenceMarks(look, one.evidence, words.state(f"evidence_{one.evidence}")))
    for behind in one.behind:
        told.addWidget(Text(look, said.behind_line(words, behind), "caption", "quiet"))
    return [Marked(look, MARKS[one.state], words.name(one.need.name), "row", weight="semibold", size=16), told]
