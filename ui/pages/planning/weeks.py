"""Plans side by side on one axis of weeks, as a picture; the list of ways has the same steps in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen

from app.journey.plan_view import Bar, Column
from app.wording.plans import STEP_STATES
from ui.kit.text import Drawn
from ui.theme.icons import picture
from ui.theme.look import Look

WEEK, USUAL_WEEKS = 20.4, 27
"""Height of a week in pixels, and how many fit before weeks become lower."""
READY = 110
"""How long words beside a flag may be on one line, in pixels."""
AXIS, BETWEEN, TRACK_GAP = 26, 12, 4
WRAP = int(Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True)
class Ink:
    """The colors of one plan's bars."""

    fill: str
    line: str
    words: str


class Weeks(Drawn):
    """A column of bars for each plan; `says` tells all of it in words."""

    def __init__(self, look: Look, columns: Sequence[Column], axis: int, start: str, says: str) -> None:
        super().__init__(look, says)
        self.columns, self.axis, self.start = columns, axis, start
        self.line = QFontMetricsF(look.font("label")).height()
        self.week = look.px(100 * min(WEEK, WEEK * USUAL_WEEKS / max(1, axis))) / 100
        bold = QFontMetricsF(look.font("label", "bold"))
        lines = 2 if any(bold.horizontalAdvance(one.ready) > look.px(READY) for one in columns) else 1
        self.setFixedHeight(round(self._top() + axis * self.week + lines * self.line + look.px(12)))
        self.setMinimumWidth(look.px(220))

    def _top(self) -> float:
        return self.line + self.look.px(8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The axis, the bars, and a flag where each plan ends."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._axis(painter)
        wide = (self.width() - self.look.px(AXIS) - self.look.px(BETWEEN) * (len(self.columns) - 1)) / len(self.columns)
        for place, one in enumerate(self.columns):
            left = self.look.px(AXIS) + place * (wide + self.look.px(BETWEEN))
            self._column(painter, one, left, wide)
        painter.end()

    def _axis(self, painter: QPainter) -> None:
        look = self.look
        painter.setFont(look.font("label"))
        painter.setPen(QColor(look.colors.quiet))
        painter.drawText(self._placed(0, 0, self.width(), self.line), self._flags(), self.start)
        every = 4 if self.axis <= 2 * USUAL_WEEKS else 13
        for week in range(0, self.axis, every):
            top = self._top() + week * self.week
            painter.setPen(QColor(look.colors.line))
            rule = self._placed(look.px(AXIS), top, self.width() - look.px(AXIS), 1)
            painter.fillRect(rule, QColor(look.colors.line))
            painter.setPen(QColor(look.colors.quiet))
            number = look.words.value(week + 1)
            painter.drawText(self._placed(0, top, look.px(AXIS - 8), self.line), self._flags(end=True), number)

    def _column(self, painter: QPainter, one: Column, left: float, wide: float) -> None:
        colors, look = self.look.colors, self.look
        blue = one.kind == "fastest"
        ink = Ink(
            colors.blue_fill if blue else colors.selected,
            colors.blue if blue else colors.selected_border,
            colors.blue if blue else colors.primary,
        )
        each = wide / max(1, one.tracks)
        for bar in one.bars:
            if bar.weeks is not None:
                span = 1 if one.tracks > 1 and self._shared(one, bar) else max(1, one.tracks)
                across = each * span - (look.px(TRACK_GAP) if span < one.tracks else 0)
                top = self._top() + bar.start * self.week
                box = self._placed(left + bar.track * each, top, across, bar.weeks * self.week - 2)
                self._bar(painter, bar, box, ink)
        if not one.ready:
            return
        top = self._top() + one.weeks_ahead * self.week + look.px(4)
        side = look.px(14)
        flag = self._placed(left, top + (self.line - side) / 2, side, side)
        painter.drawPixmap(flag.topLeft(), picture("flag", ink.words, side))
        painter.setPen(QColor(ink.words))
        painter.setFont(look.font("label", "bold"))
        words = self._placed(left + side + look.px(6), top, wide - side - look.px(6), self.line * 2)
        painter.drawText(words, self._flags() | WRAP, one.ready)

    def _shared(self, one: Column, bar: Bar) -> bool:
        """Whether another step runs beside it in some week."""
        end = bar.start + (bar.weeks or 0)
        others = (other for other in one.bars if other is not bar and other.weeks)
        return any(other.start < end and bar.start < other.start + (other.weeks or 0) for other in others)

    def _bar(self, painter: QPainter, bar: Bar, box: QRectF, ink: Ink) -> None:
        look = self.look
        painter.setPen(QPen(QColor(ink.line), 1))
        painter.setBrush(QColor(ink.fill))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), look.px(5), look.px(5))
        room = box.adjusted(look.px(6), 1, -look.px(4), -1)
        painter.setPen(QColor(look.colors.ink))
        top = room.top()
        below = "\n".join((bar.below, look.words.text(STEP_STATES[bar.state]))) if bar.state != "chosen" else bar.below
        for font, text in ((look.font("label", "bold"), bar.name), (look.font("label"), below)):
            metrics = QFontMetricsF(font)
            painter.setFont(font)
            for line in _lines(metrics, text, room.width(), int((room.bottom() - top + 2) // self.line)):
                painter.drawText(QRectF(room.left(), top, room.width(), self.line), self._flags(), line)
                top += self.line

    def _placed(self, left: float, top: float, wide: float, tall: float) -> QRectF:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = self.width() - left - wide
        return QRectF(left, top, wide, tall)

    def _flags(self, *, end: bool = False) -> int:
        side = Qt.AlignmentFlag.AlignRight if end else Qt.AlignmentFlag.AlignLeft
        return int(side | Qt.AlignmentFlag.AlignTop)


def _lines(metrics: QFontMetricsF, text: str, width: float, most: int) -> list[str]:
    """A text in lines of a width; where there is no room for all of them, the last one says that more follows."""
    lines: list[str] = []
    for part in text.split("\n"):
        line = ""
        for word in part.split():
            longer = f"{line} {word}" if line else word
            if line and metrics.horizontalAdvance(longer) > width:
                lines.append(line)
                longer = word
            line = longer
        lines.append(line)
    if len(lines) > most > 0:
        lines[most - 1] = " ".join(lines[most - 1 :])
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines[: max(0, most)]]
