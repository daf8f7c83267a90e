"""One job beside others: how it fits, and apart from that its outlook and pay; why it could suit; make it the goal."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QWidget

from app.journey.goal import words as said
from app.journey.goal.comparing import Compared, Comparison
from app.journey.goal.outlook import Spread
from pathways.model import GapState
from ui.guide import Guide
from ui.kit.bars import FitBar, Range, RangeBar, ShareBar
from ui.kit.buttons import Button
from ui.kit.card import Card, Rule
from ui.kit.choices import Radio
from ui.kit.layouts import Flow, Item, column, holding, row
from ui.kit.text import Marked, Paragraph, Pictured, Text
from ui.theme.look import Look
from ui.theme.marks import GapMark

MARKS: dict[GapState, GapMark] = {"shown": "shown", "partly": "partly", "missing": "to_learn", "unknown": "unknown"}
ICONS = {"shows": "check", "close": "check", "to_learn": "plus", "start": "calendar", "licence_not_in_data": "info"}
FEW = 2
"""Things named in a line of why; the dialog names them all."""
MANY = 3
"""Cards side by side of which each has room for one."""
Choose = Callable[[str, str], object]


@dataclass(frozen=True)
class OnJob:
    """What can be done with a job, each with its code and name: aim for it, take it away, look for others like it."""

    aim: Choose
    remove: Choose
    like: Choose


class CompareCard(Card):
    """The card of one job."""

    def __init__(self, guide: Guide, beside: Comparison, job: Compared, do: OnJob, *, chosen: bool) -> None:
        super().__init__(guide.look, ground="chosen" if chosen else "card")
        self.guide, self.beside, self.job = guide, beside, job
        self.name = guide.words.name(job.name)
        look, words = self.look, guide.words
        self.goal = Radio(
            look,
            words.text("My goal") if chosen else words.text("Make this my goal"),
            says=words.text("My goal: {name}", name=self.name)
            if chosen
            else words.text("Make {name} my goal", name=self.name),
            name=f"goal-{job.code}",
            boxed=True,
            checked=chosen,
        )
        self.goal.clicked.connect(lambda *_: do.aim(job.code, self.name))
        pad = look.px(18)
        self.setAccessibleName(self.name)
        self.setLayout(
            column(
                self._head(do.remove),
                Rule(look),
                *self._fit(),
                Rule(look),
                *self._outlook(),
                Rule(look),
                *self._why(),
                None,
                self._foot(do.like),
                gap=look.px(4),
                margins=(pad, look.px(9), pad, look.px(9)),
            )
        )

    def _foot(self, like: Choose) -> QWidget:
        look, words, code = self.look, self.guide.words, self.job.code
        says = words.text("Jobs like {name}", name=self.name)
        text = words.text("Jobs like it")
        alike = Button(look, text, lambda: like(code, self.name), size="small", says=says, name=f"like-{code}")
        if look.compact:
            return holding(column(self.goal, holding(Flow(alike)), gap=look.px(8)))
        line = row(gap=look.px(10))
        line.addWidget(self.goal, 1)
        line.addWidget(alike)
        return holding(line)

    def _head(self, remove: Choose) -> QWidget:
        look, words, job = self.look, self.guide.words, self.job
        under = " · ".join(filter(None, (job.code, said.also_called_line(words, job.also_called[:1]))))
        lines = column(Text(look, self.name, "title"), Text(look, under, "caption", "quiet"))
        says = words.text("Take {name} away", name=self.name)
        away = Button(
            look, "", lambda: remove(job.code, self.name), kind="quiet", size="small", icon="x", says=says,
            name=f"away-{job.code}",
        )  # fmt: skip
        made = row(gap=look.px(8))
        made.addLayout(lines, 1)
        made.addWidget(away, 0, Qt.AlignmentFlag.AlignTop)
        return holding(made)

    def _fit(self) -> list[Item]:
        look, words, fit = self.look, self.guide.words, self.job.fit
        marks = [MARKS[state] for state in fit.blocks]
        counts = (
            Marked(look, MARKS[_state(state)], text, "caption", size=13, gap=5)
            for state, text in said.fit_counts(words, fit)
        )
        return [
            self._line(words.text("Fit"), lambda strong: said.fit_line(words, fit, strong)),
            FitBar(look, marks, said.fit_described(words, fit)),
            holding(Flow(*counts, gap=look.px(9))),
        ]

    def _outlook(self) -> list[Item]:
        look, words, job = self.look, self.guide.words, self.job
        parts: list[Item] = [
            self._line(words.text("Outlook"), lambda strong: said.openings_line(words, job.outlook, strong))
        ]
        share = self.beside.bar(job.outlook)
        if share is not None:
            parts.append(ShareBar(look, share, said.openings_line(words, job.outlook)))
        parts += self._small(said.growth_line(words, job.outlook, self.beside.sources))
        parts.append(self._line(words.text("Pay"), lambda strong: said.pay_line(words, job.pay, strong)))
        pay = self._range(job.pay.yearly if job.pay is not None else None)
        if pay is not None:
            parts.append(RangeBar(look, pay, said.pay_range_line(words, job.pay)))
        parts += self._small(said.pay_range_line(words, job.pay))
        parts += self._small(said.pay_place_line(words, job.pay, self.beside.pay_place, job.lacks, self.beside.sources))
        parts += self._small(said.shared_line(words, job.outlook, job.pay))
        return parts

    def _range(self, pay: Spread | None) -> Range | None:
        middle = None if pay is None else self.beside.place(pay.median)
        if pay is None or middle is None:
            return None
        low, quarter, three, high = (self.beside.place(end) for end in (pay.p10, pay.p25, pay.p75, pay.p90))
        return Range(low, quarter, middle, three, high)

    def _why(self) -> list[Item]:
        look, words = self.look, self.guide.words
        named = FEW if len(self.beside.jobs) < MANY else 1
        few = (replace(one, things=one.things[:named]) for one in self.job.why)
        lines = [(ICONS[one.code], said.suits_line(words, one)) for one in few]
        return [
            Text(look, words.text("Why it could suit you"), "group"),
            *(Pictured(look, icon, line, "row", icon_tone="primary", size=16) for icon, line in lines if line),
        ]

    def _line(self, label: str, line: Callable[[said.Strong], str]) -> QWidget:
        look = self.look
        name = Paragraph(look, [(label, True)], "row")  # as the figure beside it, so that both stand on one line
        name.setWordWrap(False)
        figure = Paragraph(look, bold_parts(line), "row")
        figure.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop)
        made = row(gap=look.px(10))
        made.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        made.addWidget(figure, 1, Qt.AlignmentFlag.AlignTop)
        return holding(made)

    def _small(self, line: str) -> list[Item]:
        return [Text(self.look, line, "caption", "quiet")] if line else []


BOLD = "\x02"
"""Sets the figure off inside a sentence; it stands in no text, since texts for people hold no control characters."""


def bold_parts(line: Callable[[said.Strong], str]) -> list[tuple[str, bool]]:
    """A sentence in parts, each with whether it is the figure set off."""
    pieces = line(lambda figure: f"{BOLD}{figure}{BOLD}").split(BOLD)
    return [(piece, bool(place % 2)) for place, piece in enumerate(pieces) if piece]


def _state(state: str) -> GapState:
    return next(one for one in MARKS if one == state)


def cards_across(look: Look, cards: Sequence[CompareCard]) -> QWidget:
    """The cards side by side, where there is little room below each other; one of them is the goal."""
    inside = column(*cards, gap=look.px(12)) if look.compact else row(*cards, gap=look.px(16))
    if not look.compact:
        for place in range(len(cards)):
            inside.setStretch(place, 1)
    made = holding(inside)
    group = QButtonGroup(made)
    for card in cards:
        group.addButton(card.goal)
    return made
