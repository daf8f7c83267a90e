"""A card with a head of its own color."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.kit.layouts import column
from ui.theme.look import Look


class Panel(QWidget):
    """`head` stands on the selected color, `body` below it on the card's."""

    def __init__(self, look: Look, head: QWidget, body: QWidget) -> None:
        super().__init__()
        self.look, self.head = look, head
        inside = column(head, body)
        inside.setStretch(1, 1)
        self.setLayout(inside)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Both grounds, the line between them and the line around."""
        colors, box = self.look.colors, QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = self.look.px(10)
        around = QPainterPath()
        around.addRoundedRect(box, radius, radius)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(around, QColor(colors.card))
        painter.save()
        painter.setClipPath(around)
        painter.fillRect(self.head.geometry(), QColor(colors.selected))
        painter.fillRect(0, self.head.geometry().bottom(), self.width(), 1, QColor(colors.selected_border))
        painter.restore()
        painter.setPen(QPen(QColor(colors.selected_border), 1))
        painter.drawPath(around)
        painter.end()
