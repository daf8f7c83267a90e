"""Chips: short names beside each other, each in a rounded frame. They are text, not buttons."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen

from ui.kit.text import Text
from ui.theme.look import Look


class Chip(Text):
    """One short name; a long one wraps inside its frame."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__(look, text, "caption")
        across, down = look.px(10), look.px(2)
        self.setContentsMargins(across, down, across, down)
        self.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)

    def sizeHint(self) -> QSize:
        """Room for the name on one line."""
        around = self.contentsMargins()
        wide = self.fontMetrics().horizontalAdvance(self.text()) + around.left() + around.right() + 2
        return QSize(wide, self.heightForWidth(wide))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame, then the name."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.look.colors.rail_line), 1))
        painter.setBrush(QColor(self.look.colors.page))
        radius = min(self.height() / 2, self.look.px(13))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()
        super().paintEvent(event)
