"""A day as a leaf of a calendar."""

from datetime import date

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen

from app.wording.days import month
from ui.kit.text import Drawn
from ui.theme.look import Look, Role

SIDE = 60
HEAD = 24


class DateTile(Drawn):
    """The month over the day; the year below where it is not this one. It says the whole day in words."""

    def __init__(self, look: Look, when: date, today: date) -> None:
        words = look.words
        super().__init__(look, words.text("Sent on {when}", when=when))
        self.when, self.month = when, month(words, when)
        self.year = "" if when.year == today.year else str(when.year)
        self.setFixedSize(look.px(SIDE), look.px(SIDE + (16 if self.year else 0)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Leaf, head, words."""
        look, colors, head = self.look, self.look.colors, self.look.px(HEAD)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        leaf = QPainterPath()
        leaf.addRoundedRect(box, look.px(8), look.px(8))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(leaf, QColor(colors.card))
        painter.setClipPath(leaf)
        painter.fillRect(QRectF(0, 0, self.width(), head), QColor(colors.selected))
        painter.setClipping(False)
        painter.setPen(QPen(QColor(colors.line), 1))
        painter.drawPath(leaf)
        self._line(painter, self.month, 0, head, "label", colors.primary)
        day = self.height() - head - (look.px(20) if self.year else 0)
        self._line(painter, str(self.when.day), head, day, "title", colors.ink)
        if self.year:
            self._line(painter, self.year, self.height() - look.px(22), look.px(20), "label", colors.quiet)
        painter.end()

    def _line(self, painter: QPainter, text: str, top: int, height: int, role: Role, color: str) -> None:
        painter.setFont(self.look.font(role, "bold"))
        painter.setPen(QColor(color))
        painter.drawText(QRectF(0, top, self.width(), height), int(Qt.AlignmentFlag.AlignCenter), text)
