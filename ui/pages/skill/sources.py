"""All that says a learner can do something, each with its evidence and what it says."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QWidget

from app.journey.skills.rows import Backing
from app.wording import Words
from app.wording.skills import added_words, evidence_words, marks_words
from ui.kit.bars import EvidenceMarks
from ui.kit.buttons import Button
from ui.kit.layouts import Flow, column, holding, row
from ui.kit.text import Text, Tone
from ui.pages.skill.doing import brief
from ui.pages.skill.lines import MARK
from ui.theme.look import Look


@dataclass(frozen=True)
class OwnActions:
    """What can be done with own words."""

    change: Callable[[Backing], object]
    remove: Callable[[Backing], object]


def source(look: Look, one: Backing, today: datetime, do: OwnActions) -> QWidget:
    """One record or own words: the name, the marks in words, what it says."""
    words = look.words
    tone: Tone = "quiet" if one.evidence is None else "partly" if one.lapsed else "ink"
    marks = row(EvidenceMarks(look, one.evidence or 0, marks_words(words, one.evidence), side=MARK), gap=look.px(8))
    marks.addWidget(Text(look, evidence_words(words, one.code, one.when, today), "row", tone), 1)
    name = Text(look, one.name or words.text("Your own words"), "row", weight="semibold")
    facts = [Text(look, fact, "caption", "quiet") for fact in _facts(words, one, today)]
    made = column(name, holding(marks), *facts, gap=look.px(2))
    if one.own is not None:
        made.addWidget(_own_buttons(look, one, do))
    return holding(made)


def _facts(words: Words, one: Backing, today: datetime) -> list[str]:
    facts = [words.text("It says: “{said}”" if one.own is None else "You said: “{said}”", said=one.said)]
    if one.issuer:
        facts.append(words.text("Given by {issuer}", issuer=one.issuer))
    if one.stated_level:
        facts.append(words.text("Level in the record: {level}", level=one.stated_level))
    if one.sample:
        facts.append(words.text("To show for it: {sample}", sample=one.sample))
    if one.added is not None:
        facts.append(added_words(words, one.added, today))
    return facts


def _own_buttons(look: Look, one: Backing, do: OwnActions) -> QWidget:
    words, said = look.words, brief(one.said)
    change = Button(
        look,
        words.text("Change my words"),
        partial(do.change, one),
        size="small",
        icon="pencil",
        says=words.text("Change my words: {said}", said=said),
        name=f"change-own-{one.own}",
    )
    remove = Button(
        look,
        words.text("Remove my words"),
        partial(do.remove, one),
        kind="danger",
        size="small",
        icon="trash-2",
        says=words.text("Remove my words: {said}", said=said),
        name=f"remove-own-{one.own}",
    )
    made = holding(Flow(change, remove, gap=look.px(8)))
    made.setContentsMargins(0, look.px(6), 0, 0)
    return made
