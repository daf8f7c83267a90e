"""Why a job is suggested: the facts behind it, one by one."""

from app.journey import career_words as said
from app.journey.why import Shared, Why
from app.wording.careers import EXPLAINED
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
    name = words.name(found.name)
    parts: list[Item] = [
        Paragraph(look, bold_parts(lambda strong: said.fit_line(words, found.fit, strong)), "body"),
        FitBar(look, [MARKS[state] for state in found.fit.blocks], said.fit_described(words, found.fit)),
    ]
    telling = [one for one in found.shared if one.telling][:MOST]
    if telling:
        parts.append(Text(look, words.text("What counts for it"), "group"))
        for one in telling:
            parts += _shared(guide, one)
    if found.guesses:
        parts.append(Text(look, words.text("Would count if you said yes to a guess"), "group"))
        parts += [Marked(look, "unknown", words.name(one.name), "row", size=16) for one in found.guesses[:MOST]]
    if found.to_learn:
        parts.append(Text(look, words.text("To learn"), "group"))
        parts += [Marked(look, "to_learn", words.name(one.name), "row", size=16) for one in found.to_learn[:MOST]]
    leads = said.leads_line(words, found.leads)
    parts += [Text(look, line, "row", "quiet") for line in (leads, words.text(EXPLAINED["ranking"])) if line]
    close = Button(look, words.text("Close"), kind="primary", name="close")
    dialog = Dialog(
        look,
        words.text("Why {name}?", name=name),
        holding(column(*parts, gap=look.px(8))),
        [close],
        wide=760,
    )
    close.clicked.connect(dialog.accept)
    return dialog


def _shared(guide: Guide, one: Shared) -> list[Item]:
    look, words = guide.look, guide.words
    told = column(gap=look.px(2), margins=(look.px(26), 0, 0, look.px(4)))
    told.addWidget(EvidenceMarks(look, one.evidence, words.state(f"evidence_{one.evidence}")))
    for behind in one.behind:
        told.addWidget(Text(look, said.behind_line(words, behind), "caption", "quiet"))
    return [Marked(look, MARKS[one.state], words.name(one.need.name), "row", weight="semibold", size=16), told]
