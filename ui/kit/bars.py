"""Bars: fit, outlook, pay, counts. Each says in words what it shows."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen

from ui.kit.text import Drawn
from ui.theme.look import Look
from ui.theme.marks import FactMark, GapMark, mark_color, paint_evidence


class FitBar(Drawn):
    """One block for each need: full, half, outlined, with a line through the middle where it is kept home, dashed."""

    def __init__(self, look: Look, marks: Sequence[GapMark], says: str, *, width: int | None = None) -> None:
        super().__init__(look, says)
        self.marks = marks
        self.setFixedHeight(look.px(18))
        if width is not None:
            self.setFixedWidth(width)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The blocks."""
        if not self.marks:
            return
        gap = 3.0 if len(self.marks) <= 24 else 1.0
        each = (self.width() - gap * (len(self.marks) - 1)) / len(self.marks)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, mark in enumerate(self.marks):
            at = place if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else len(self.marks) - 1 - place
            _block(painter, QRectF(at * (each + gap), 1, each, self.height() - 2), mark, self.look)
        painter.end()


def _block(painter: QPainter, box: QRectF, mark: GapMark, look: Look) -> None:
    color = QColor(mark_color(look.colors, mark))
    inner = box.adjusted(0.75, 0.75, -0.75, -0.75)
    pen = QPen(color, 1.5)
    if mark == "unknown":
        pen.setDashPattern([2, 1.6])
    painter.setPen(pen)
    painter.setBrush(color if mark == "shown" else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(inner, 3, 3)
    if mark == "kept_home":
        middle = inner.center().y()
        painter.drawLine(QPointF(inner.left() + 4, middle), QPointF(inner.right() - 4, middle))
    if mark == "partly":
        painter.fillRect(QRectF(inner.left(), inner.top(), inner.width() / 2, inner.height()), color)


class TallyBar(Drawn):
    """How many facts stand alike, side by side: fine is full, not checked dashed, in no list outlined."""

    def __init__(self, look: Look, tallies: Sequence[tuple[FactMark, int]], says: str) -> None:
        super().__init__(look, says)
        self.tallies = tallies
        self.setFixedHeight(look.px(12))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A block for each kind, as long as its share; the smallest can still be seen."""
        gap, least = 3.0, float(self.look.px(8))
        whole = sum(number for _, number in self.tallies) or 1
        room = self.width() - gap * (len(self.tallies) - 1) - least * len(self.tallies)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        left = 0.0
        for mark, number in self.tallies:
            width = least + room * number / whole
            _tally(painter, QRectF(left, 0, width, self.height()), mark, self.look)
            left += width + gap
        painter.end()


def _tally(painter: QPainter, box: QRectF, mark: FactMark, look: Look) -> None:
    hollow = mark in ("not_checked", "in_no_list")
    color = QColor(mark_color(look.colors, mark))
    pen = QPen(color, 1.25)
    if mark == "not_checked":
        pen.setDashPattern([2.4, 1.8])
    painter.setPen(pen if hollow else Qt.PenStyle.NoPen)
    ground = look.colors.page if mark == "not_checked" else look.colors.card
    painter.setBrush(QColor(ground) if hollow else color)
    inset = 0.75 if hollow else 0
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 3, 3)


class ShareBar(Drawn):
    """One filled length of 0–1 on a track."""

    def __init__(self, look: Look, share: float, says: str, color: str = "") -> None:
        super().__init__(look, says)
        self.share = min(1.0, max(0.0, share))
        self.color = color or look.colors.blue
        self.setFixedHeight(look.px(12))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Track and fill."""
        box = QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.look.colors.track))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        width = box.width() * self.share
        left = box.right() - width if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 0
        painter.setBrush(QColor(self.color))
        painter.drawRoundedRect(QRectF(left, 0, width, box.height()), box.height() / 2, box.height() / 2)
        painter.end()


@dataclass(frozen=True)
class Range:
    """Pay on a scale of 0–1: where the low tenth, the quarters, the middle and the high tenth lie; None unknown."""

    low: float | None
    quarter: float | None
    middle: float
    three_quarters: float | None
    high: float | None


class RangeBar(Drawn):
    """A thin line from low to high, a thick one for the middle half, a mark at the middle."""

    def __init__(self, look: Look, pay: Range, says: str) -> None:
        super().__init__(look, says)
        self.pay = pay
        self.setFixedHeight(look.px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Track, lines, middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        colors, pay = self.look.colors, self.pay
        self._bar(painter, 0.0, 1.0, 4, colors.track)
        self._bar(painter, pay.low, pay.high, 4, colors.border)
        self._bar(painter, pay.quarter, pay.three_quarters, 9, colors.blue)
        middle = pay.middle * self.width()
        painter.fillRect(QRectF(middle - 3, 0, 6, self.height()), QColor(colors.card))
        painter.fillRect(QRectF(middle - 1.5, 0, 3, self.height()), QColor(colors.ink))
        painter.end()

    def _bar(self, painter: QPainter, start: float | None, end: float | None, height: int, color: str) -> None:
        if start is None or end is None:
            return
        tall = self.look.px(height)
        box = QRectF(start * self.width(), (self.height() - tall) / 2, (end - start) * self.width(), tall)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(color))
        painter.drawRoundedRect(box, tall / 3, tall / 3)


class EvidenceMarks(Drawn):
    """Four small squares, as many filled as the evidence is strong."""

    def __init__(self, look: Look, marks: int, says: str = "", *, side: int = 13) -> None:
        super().__init__(look, says)
        self.marks, self.side, self.gap = marks, look.px(side), look.px(3)
        self.setFixedSize(4 * self.side + 3 * self.gap, self.side + 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The squares."""
        painter = QPainter(self)
        paint_evidence(painter, self.marks, QRectF(0, 0, self.side, self.side), self.look.colors, self.gap)
        painter.end()
