"""One skill as a line: the tick, its name, how strongly it is shown, what says so, and Change."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.journey.skills.rows import SkillRow
from app.wording import Words
from app.wording.skills import added_words, evidence_words, marks_words, source_words
from ui.kit.bars import EvidenceMarks
from ui.kit.buttons import Button
from ui.kit.card import Rule
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
    """What a line shows: two that are the same look the same.

    `same` is its place among the skills of this name, and how many there are.
    """

    key: str
    name: str
    marks: int
    strength: str
    says: str
    tone: Tone
    source: str
    two: bool
    same: tuple[int, int] = (1, 1)


def of_one_name(words: Words, skills: Iterable[SkillRow]) -> Mapping[str, tuple[int, int]]:
    """By key of the skills that share a name: the place among them, and how many they are."""
    names = {one.key: _name(words, one) for one in skills}
    often, met = Counter(names.values()), Counter[str]()
    found = {}
    for key, name in names.items():
        if often[name] > 1:
            met[name] += 1
            found[key] = (met[name], often[name])
    return found


def line_words(
    words: Words, skill: SkillRow, today: datetime, *, two: bool, same: tuple[int, int] = (1, 1)
) -> LineWords:
    """What a skill's line shows today; `two` where it takes two lines."""
    best = skill.best
    if best.own is not None and best.added is not None:
        source = added_words(words, best.added, today)
    else:
        source = source_words(words, brief(best.name), skill.more)
    tone: Tone = "quiet" if best.evidence is None else "partly" if best.lapsed else "ink"
    return LineWords(
        key=skill.key,
        name=_name(words, skill),
        marks=best.evidence or 0,
        strength=marks_words(words, best.evidence),
        says=evidence_words(words, best.code, best.when, today),
        tone=tone,
        source=source,
        two=two,
        same=same,
    )


def change_name(words: Words, shows: LineWords) -> str:
    """What the control of a line is called, so that it makes sense alone."""
    place, of = shows.same
    if of == 1:
        return words.text("Change: {name}", name=shows.name)
    return words.text("Change: {name}, {place} of {number}", name=shows.name, place=place, number=of)


def _name(words: Words, skill: SkillRow) -> str:
    return words.name(brief(skill.name))


class SkillLine(QWidget):
    """A line of a group; `change` hears the key of its skill.

    It places its parts by itself and has one height at a width: layouts of wrapping texts in each of hundreds of lines
    would be asked over and over, and the window would stand still.
    """

    def __init__(self, look: Look, shows: LineWords, change: Callable[[str], object], width: int) -> None:
        super().__init__()
        self.look, self.shows = look, shows
        words = look.words
        self.name = Text(look, shows.name, "row", weight="semibold")
        self.marks = EvidenceMarks(look, shows.marks, shows.strength, side=MARK)
        lapsed = shows.tone == "partly"
        self.says = Text(look, shows.says, "row", shows.tone, weight="semibold" if lapsed else "regular")
        self.source = None if shows.two else Text(look, shows.source, "caption", "quiet")
        self.change = Button(
            look,
            words.text("Change"),
            lambda: change(shows.key),
            kind="plain" if shows.two else "link",
            size="normal" if shows.two else "small",
            icon="pencil" if shows.two else "",
            says=change_name(words, shows),
            name=f"change-{shows.key}",
        )
        self.tick = Icon(look, "check", size=18, says=words.text("Agreed")) if shows.marks else None
        self.rule = Rule(look)
        parts = (self.rule, self.tick, self.name, self.marks, self.says, self.source, self.change)
        for part in parts:
            if part is not None:
                part.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._place(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need another height."""
        if event.size().width() != event.oldSize().width():
            self._place(event.size().width())

    def _place(self, width: int) -> None:
        boxes = self._two_lines(width) if self.shows.two else self._one_line(width)
        pad = self.look.px(6 if self.shows.two else 4)
        bottom = max(box.bottom() + 1 for part, box in boxes if part is not self.change)
        height = max(bottom + pad, self.change.sizeHint().height() + (2 * pad if self.shows.two else 0)) + 1
        self.rule.setGeometry(0, 0, width, 1)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        shift = 1 if self.shows.two else (height - bottom - pad + 1) // 2
        for part, box in boxes:
            centered = part in (self.change, self.tick)
            top = 1 + (height - 1 - box.height()) // 2 if centered else box.top() + shift
            left = width - box.left() - box.width() if mirrored else box.left()
            part.setGeometry(left, top, box.width(), box.height())
        self.setFixedHeight(height)

    def _one_line(self, width: int) -> list[tuple[QWidget, QRect]]:
        """Name, words and source share what the fixed parts leave; all stand in the middle of the line."""
        px, last = self.look.px, self.change.sizeHint()
        start, end = px(17) + px(TICK), width - px(10) - last.width()
        room = max(1, end - start - self.marks.width() - px(10))
        texts: list[tuple[Text, int]] = [(self.name, NAME), (self.says, SAYS)]
        texts += [(self.source, SOURCE)] if self.source is not None else []
        wide = {text: room * share // (NAME + SAYS + SOURCE) for text, share in texts}
        tall = {text: text.heightForWidth(max(1, wide[text] - px(6))) for text in wide}
        middle = px(4) + max(tall.values()) / 2
        lefts = {self.name: start, self.says: start + wide[self.name] + self.marks.width() + px(10)}
        if self.source is not None:
            lefts[self.source] = lefts[self.says] + wide[self.says]
        boxes: list[tuple[QWidget, QRect]] = [
            (text, QRect(lefts[text], round(middle - tall[text] / 2), max(1, wide[text] - px(6)), tall[text]))
            for text in wide
        ]
        marks = self.marks.size()
        at = QPoint(start + wide[self.name], round(middle - marks.height() / 2))
        return [*boxes, (self.marks, QRect(at, marks)), *self._ends(px(17), end)]

    def _two_lines(self, width: int) -> list[tuple[QWidget, QRect]]:
        """The name over marks and words."""
        px, last = self.look.px, self.change.sizeHint()
        start, end = px(12) + px(TICK), width - px(12) - last.width()
        room = max(1, end - start - px(10))
        name = QRect(start, px(6), room, self.name.heightForWidth(room))
        side = self.marks.width() + px(8)
        says = QRect(start + side, name.bottom() + 1 + px(3), max(1, room - side), 0)
        says.setHeight(self.says.heightForWidth(says.width()))
        line = self.says.fontMetrics().height()
        marks = QRect(QPoint(start, says.top() + (line - self.marks.height()) // 2), self.marks.size())
        return [(self.name, name), (self.marks, marks), (self.says, says), *self._ends(px(12), end)]

    def _ends(self, start: int, end: int) -> list[tuple[QWidget, QRect]]:
        """The tick at the start of the line and Change at its end."""
        change: tuple[QWidget, QRect] = (self.change, QRect(QPoint(end, 0), self.change.sizeHint()))
        return [change] if self.tick is None else [(self.tick, QRect(QPoint(start, 0), self.tick.size())), change]
