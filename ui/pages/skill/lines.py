"""One skill as a line: the tick, its name, how strongly it is shown, what says so, and Change."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.journey.skill_rows import SkillRow
from app.wording import Words
from app.wording.skills import added_words, evidence_words, marks_words, source_words
from ui.kit.bars import EvidenceMarks
from ui.kit.buttons import Button
from ui.kit.card import Rule
from ui.kit.layouts import column, holding, row
from ui.kit.text import Icon, Text, Tone
from ui.pages.skill.doing import brief
from ui.theme.look import Look

TICK, NAME, SAYS, SOURCE = 26, 228, 206, 168
"""Widths in pixels at 100 % text; the last three share what there is."""
MARK = 12
WIDE = 640
"""Pixels at 100 % text under which a skill takes two lines."""


@dataclass(frozen=True)
class LineWords:
    """What a line shows: two that are the same look the same."""

    key: str
    name: str
    marks: int
    strength: str
    says: str
    tone: Tone
    source: str
    two: bool


def line_words(words: Words, skill: SkillRow, today: datetime, *, two: bool) -> LineWords:
    """What a skill's line shows today; `two` where it takes two lines."""
    best = skill.best
    if best.own is not None and best.added is not None:
        source = added_words(words, best.added, today)
    else:
        source = source_words(words, brief(best.name), skill.more)
    tone: Tone = "quiet" if best.evidence is None else "partly" if best.lapsed else "ink"
    return LineWords(
        key=skill.key,
        name=words.name(brief(skill.name)),
        marks=best.evidence or 0,
        strength=marks_words(words, best.evidence),
        says=evidence_words(words, best.code, best.when, today),
        tone=tone,
        source=source,
        two=two,
    )


class SkillLine(QWidget):
    """A line of a group; `change` hears the key of its skill."""

    def __init__(self, look: Look, shows: LineWords, change: Callable[[str], object]) -> None:
        super().__init__()
        self.look, self.shows = look, shows
        words = look.words
        self.name = Text(look, shows.name, "row", weight="semibold")
        self.change = Button(
            look,
            words.text("Change"),
            lambda: change(shows.key),
            kind="plain" if shows.two else "link",
            size="normal" if shows.two else "small",
            icon="pencil" if shows.two else "",
            says=words.text("Change: {name}", name=shows.name),
            name=f"change-{shows.key}",
        )
        line = self._two_lines() if shows.two else self._one_line()
        self.setLayout(column(Rule(look), line))

    def _tick(self) -> QWidget:
        """A check means that the learner agreed; what shows nothing has none."""
        look = self.look
        room = holding(row(gap=0))
        room.setFixedWidth(look.px(TICK))
        inside = room.layout()
        if self.shows.marks and inside is not None:
            inside.addWidget(Icon(look, "check", size=18, says=look.words.text("Agreed")))
            inside.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        return room

    def _marks(self) -> EvidenceMarks:
        return EvidenceMarks(self.look, self.shows.marks, self.shows.strength, side=MARK)

    def _says(self) -> Text:
        lapsed = self.shows.tone == "partly"
        return Text(self.look, self.shows.says, "row", self.shows.tone, weight="semibold" if lapsed else "regular")

    def _one_line(self) -> QHBoxLayout:
        look = self.look
        line = row(margins=(look.px(17), 0, look.px(10), 0))
        line.addWidget(self._tick())
        line.addWidget(_shares(self.name, look), NAME)
        line.addWidget(self._marks())
        line.addSpacing(look.px(10))
        line.addWidget(_shares(self._says(), look), SAYS)
        line.addWidget(_shares(Text(look, self.shows.source, "caption", "quiet"), look), SOURCE)
        line.addWidget(self.change)
        return line

    def _two_lines(self) -> QHBoxLayout:
        look = self.look
        below = row(self._marks(), gap=look.px(8))
        below.addWidget(self._says(), 1)
        words = column(self.name, below, gap=look.px(3))
        line = row(gap=0, margins=(look.px(12), look.px(6), look.px(12), look.px(6)))
        line.addWidget(self._tick())
        line.addLayout(words, 1)
        line.addSpacing(look.px(10))
        line.addWidget(self.change)
        return line


def _shares(text: Text, look: Look) -> Text:
    """Let a column have its share of the line whatever it says, so that columns stand below each other."""
    text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    text.setContentsMargins(0, look.px(4), look.px(6), look.px(4))
    return text
