"""The six steps at the side: number, name, and in words how far each is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy

from ui.frame.band import RAIL_WIDTH
from ui.kit.buttons import Button
from ui.kit.card import RING, Plain, Rule, Scroll
from ui.kit.layouts import column, holding, row
from ui.kit.text import Icon, Pictured, Text
from ui.theme.look import Look


@dataclass(frozen=True)
class RailStep:
    """One step as the rail says it."""

    id: str
    number: int
    name: str
    state: str
    current: bool
    visited: bool


@dataclass(frozen=True)
class OnlineLine:
    """What the foot of the rail says of the internet: an icon, in a word or two, and more of it."""

    icon: str
    says: str
    more: str


class StepButton(QPushButton):
    """A step in the rail: disc with its number, its name, its state."""

    def __init__(self, look: Look, step: RailStep, clicked: Callable[[str], object], *, last: bool) -> None:
        super().__init__()
        self.look, self.step, self.last = look, step, last
        self.setObjectName(f"step-{step.id}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda *_: clicked(self.step.id))
        self.show_step(step)

    def show_step(self, step: RailStep) -> None:
        """Say how far the step is."""
        self.step = step
        words = self.look.words
        name = (
            words.text("Step {number}: {name}, you are here", number=step.number, name=step.name)
            if step.current
            else words.text("Step {number}: {name}", number=step.number, name=step.name)
        )
        self.setAccessibleName(name)
        self.setAccessibleDescription(step.state)
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its words."""
        lines = self._state_lines()
        return QSize(self.look.px(RAIL_WIDTH - 24), max(self.look.px(66), self.look.px(46) + lines * self.look.px(18)))

    def minimumSizeHint(self) -> QSize:
        """The rail's width is fixed; its words wrap."""
        return QSize(self.look.px(120), self.sizeHint().height())

    def _state_lines(self) -> int:
        wide = min(self.look.px(RAIL_WIDTH - 24), self.width()) - self.look.px(62)
        room = QRectF(0, 0, max(1, wide), 999).toRect()
        metrics = QFontMetrics(self.look.font("caption"), self)
        box = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), self.step.state)
        return max(1, round(box.height() / metrics.height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, disc, line to the next, words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter)
        self._disc(painter)
        self._words(painter)
        painter.end()

    @property
    def _mirror(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _ground(self, painter: QPainter) -> None:
        colors, radius = self.look.colors, self.look.px(10)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.step.current:
            painter.setPen(QPen(QColor(colors.selected_border), 1))
            painter.setBrush(QColor(colors.selected))
            painter.drawRoundedRect(box, radius, radius)
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.pressed if self.isDown() else colors.hover))
            painter.drawRoundedRect(box, radius, radius)

    def _disc(self, painter: QPainter) -> None:
        colors, look = self.look.colors, self.look
        side = look.px(32)
        left = self.width() - look.px(8) - side if self._mirror else look.px(8)
        top = (self.height() - side) / 2
        self._way(painter, left + side / 2 - 1, top, top + side)
        ring = colors.primary if self.step.current or self.step.visited else colors.border
        painter.setPen(QPen(QColor(ring), 2))
        painter.setBrush(QColor(colors.primary if self.step.current else colors.card))
        painter.drawEllipse(QRectF(left + 1, top + 1, side - 2, side - 2))
        ink = colors.on_primary if self.step.current else colors.primary if self.step.visited else colors.ink
        painter.setPen(QColor(ink))
        painter.setFont(look.font("row", "bold"))
        painter.drawText(QRectF(left, top, side, side), Qt.AlignmentFlag.AlignCenter, str(self.step.number))

    def _way(self, painter: QPainter, middle: float, top: float, bottom: float) -> None:
        """The line from the step before and to the step after."""
        color, room = QColor(self.look.colors.rail_line), self.look.px(4)
        if self.step.number > 1:
            painter.fillRect(QRectF(middle, 0, 2, top - room), color)
        if not self.last:
            painter.fillRect(QRectF(middle, bottom + room, 2, self.height() - bottom - room), color)

    def _words(self, painter: QPainter) -> None:
        colors, look = self.look.colors, self.look
        before = look.px(52)
        start = QRectF(0 if self._mirror else before, 0, self.width() - before - look.px(8), self.height())
        side = Qt.AlignmentFlag.AlignLeft  # the painter turns it where reading goes from right to left
        font = look.font("body", "bold" if self.step.current else "semibold")
        line = QFontMetrics(font, self).height()
        small = QFontMetrics(look.font("caption"), self).height() * self._state_lines()
        top = (self.height() - line - small) / 2
        painter.setPen(QColor(colors.ink))
        painter.setFont(font)
        painter.drawText(QRectF(start.left(), top, start.width(), line), int(side), self.step.name)
        painter.setPen(QColor(colors.quiet))
        painter.setFont(look.font("caption"))
        below = QRectF(start.left(), top + line, start.width(), small + 2)
        painter.drawText(below, int(side | Qt.TextFlag.TextWordWrap), self.step.state)


class Rail(Plain):
    """The program's name, the six steps, and at the foot whether websites are asked."""

    def __init__(self, look: Look, steps: Sequence[RailStep], go: Callable[[str], object], line: OnlineLine) -> None:
        super().__init__(look, look.colors.rail, line="end")
        self.setFixedWidth(look.px(RAIL_WIDTH))
        self.setAccessibleName(look.words.text("Steps"))
        self.buttons = {step.id: StepButton(look, step, go, last=step.number == len(steps)) for step in steps}
        inside = column(brand(look), look.px(14), *self.buttons.values(), None)
        foot = column(gap=look.px(2), margins=(look.px(8), look.px(12), look.px(8), look.px(12)))
        self.online = Pictured(look, line.icon, line.says, "caption", weight="semibold", icon_tone="primary")
        self.more = Text(look, line.more, "caption", "quiet")
        foot.addWidget(self.online)
        foot.addWidget(self.more)
        inside.addWidget(Rule(look))
        inside.addLayout(foot)
        self.setLayout(column(Scroll(holding(inside)), margins=(look.px(12) - RING, look.px(4), look.px(12) - RING, 0)))

    def show_steps(self, steps: Sequence[RailStep]) -> None:
        """Say how far each step is, and where the learner is."""
        for step in steps:
            self.buttons[step.id].show_step(step)

    def show_line(self, line: OnlineLine) -> None:
        """Say whether websites are asked; what says so already stays."""
        if (line.says, line.more) != (self.online.text(), self.more.text()):
            self.online.icon = line.icon
            self.online.setText(line.says)
            self.online.update()
            self.more.setText(line.more)


NO_BREAK, LAST = "\u00a0", 3
"""A space at which no line ends; the last words of "Goal, step 3 of 6" stay together with it."""


class StepMenu(Button):
    """Where the rail has no room: the current step as a button that opens the list of steps."""

    def __init__(self, look: Look, steps: Sequence[RailStep], go: Callable[[str], object]) -> None:
        super().__init__(look, "", kind="step", icon_after="chevron-down", name="steps")
        self.menu_of_steps = QMenu(self)
        self.menu_of_steps.setFont(look.font("row"))
        self._go = go
        self.clicked.connect(lambda *_: self.menu_of_steps.popup(self.mapToGlobal(self.rect().bottomLeft())))
        self.show_steps(steps)

    def show_steps(self, steps: Sequence[RailStep]) -> None:
        """Name the current step; list all."""
        words = self.look.words
        self.menu_of_steps.clear()
        for step in steps:
            line = words.text("{number}. {name}: {state}", number=step.number, name=step.name, state=step.state)
            self.menu_of_steps.addAction(line, partial(self._go, step.id))
            if step.current:
                here = words.text(
                    "{name}, step {number} of {count}", name=step.name, number=step.number, count=len(steps)
                )
                self.setText(NO_BREAK.join(here.rsplit(" ", LAST)))
                self.setAccessibleName(here)


def brand(look: Look, size: int = 30) -> QHBoxLayout:
    """The program's mark and name."""
    name = Text(look, "Pathfolio", "title", weight="bold")
    name.setWordWrap(False)
    margins = (look.px(8), look.px(10), 0, look.px(10))
    return row(Icon(look, "pathfolio", size=size), name, None, gap=look.px(10), margins=margins)
