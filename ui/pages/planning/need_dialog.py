"""All needs of one group, those behind "more", too; and one need in full: what shows it, what teaches it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.journey.plan.gap_list import NeedDetail, NeedGroup, NeedRow, TaughtBy
from ui.dialogs.telling import Sheet
from ui.guide import Guide
from ui.kit.bars import EvidenceMarks
from ui.kit.buttons import Button
from ui.kit.dialog import Dialog
from ui.kit.layouts import Item, column, holding, row
from ui.kit.parts import Parts
from ui.kit.text import Marked, Pictured, Text
from ui.pages.planning.gaps import MARKS

MOST = 20
"""How many steps that teach a need are told; more would be a catalog."""


def group_dialog(guide: Guide, group: NeedGroup, why: Callable[[NeedRow], object]) -> Dialog:
    """Every need of a group; `why` hears of the one to tell more about."""
    look, words = guide.look, guide.words
    rows = (*group.rows, *group.more)
    parts = Parts[NeedRow](look, lambda one: _row(guide, one, why), gap=4, name="more-needs")
    parts.show_items(rows)
    close = Button(look, words.text("Close"), kind="primary", name="close")
    number = len(rows)
    told = words.count("{number} thing this job needs", "{number} things this job needs", number)
    dialog = Dialog(look, group.title, holding(column(parts)), [close], why=told, wide=720)
    close.clicked.connect(dialog.accept)
    return dialog


def _row(guide: Guide, one: NeedRow, why: Callable[[NeedRow], object]) -> QWidget:
    look, words = guide.look, guide.words
    lines = column(Marked(look, MARKS[one.state], one.name, "row", size=16, gap=9))
    for text in (one.reason, one.note):
        if text:
            lines.addWidget(Text(look, text, "caption", "quiet"))
    says = words.text("Why: {need}", need=one.name)
    button = Button(look, words.text("Why?"), partial(why, one), size="small", says=says, name=f"why-{one.id}")
    made = row(gap=look.px(10))
    made.addLayout(lines, 1)
    made.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
    return holding(made)


def need_sheet(guide: Guide, found: NeedDetail, details: Callable[[TaughtBy], object]) -> Sheet:
    """One need in full; `details` hears of a step that teaches it."""
    look, words = guide.look, guide.words
    parts: list[Item] = [Marked(look, MARKS[found.row.state], found.state, "group", size=18)]
    parts += [Text(look, one, "row") for one in (found.why, found.row.note, *found.facts) if one]
    if found.rests_on:
        parts.append(Text(look, found.rests_on, "caption", "quiet"))
    if found.shown_by:
        parts.append(Text(look, words.text("What shows it"), "group"))
    for one in found.shown_by:
        marks = row(EvidenceMarks(look, one.evidence), Text(look, one.strength, "caption", "quiet"), gap=look.px(8))
        marks.setStretch(1, 1)
        parts += [Text(look, one.name, "row", weight="semibold"), marks]
    parts += _teachers(guide, found, details)
    return Sheet(found.title, parts)


def _teachers(guide: Guide, found: NeedDetail, details: Callable[[TaughtBy], object]) -> list[Item]:
    look, words = guide.look, guide.words
    if not found.taught_by:
        left = found.row.state in ("partly", "missing")
        return [Pictured(look, "info", words.text("No course on this list teaches it."), "row")] if left else []
    made: list[Item] = [Text(look, words.text("What teaches it"), "group")]
    for one in found.taught_by[:MOST]:
        said = words.text("{what}, in your plan", what=one.below) if one.planned else one.below
        lines = column(Text(look, one.name, "row", weight="semibold"), Text(look, said, "caption", "quiet"))
        says = words.text("Details of {step}", step=one.name)
        button = Button(
            look, words.text("Details"), partial(details, one), size="small", says=says, name=f"taught-{one.id}"
        )
        line = row(gap=look.px(10))
        line.addLayout(lines, 1)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        made.append(holding(line))
    return made
