"""The practice band: on every page of a made-up learner."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from ui.kit.buttons import Button
from ui.kit.layouts import row
from ui.kit.text import Text
from ui.theme.look import Look

RAIL_WIDTH = 216
END, HEAD = 60, 40
STRIPE, EVERY = 6, 14


class Band(QWidget):
    """PRACTICE, who is made up, and a way out; stripes at both ends."""

    def __init__(self, look: Look, says: str, leave: str, left: Callable[[], object]) -> None:
        super().__init__()
        self.look = look
        self.head = HEAD if look.compact else look.px(RAIL_WIDTH)
        self.end = HEAD if look.compact else look.px(END)
        mark = Text(look, look.words.text("PRACTICE"), "row", "band_ink", weight="bold")
        mark.setWordWrap(False)
        words = Text(look, says, "row", "band_ink")
        out = Button(look, leave, left, kind="band", size="small", name="leave-practice")
        start, end = self.head + look.px(14), self.end + look.px(8)
        if look.words.direction == "rtl":
            start, end = end, start
        inside = row(gap=look.px(14), margins=(start, 0, end, 1))
        inside.addWidget(mark)
        inside.addWidget(words, 1)
        inside.addWidget(out)
        self.setLayout(inside)
        self.setMinimumHeight(look.px(32))
        self.setAccessibleName(says)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, stripes, line below."""
        colors = self.look.colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(colors.band))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        first, last = (self.end, self.head) if mirrored else (self.head, self.end)
        self._stripes(painter, QRectF(0, 0, first, self.height()))
        self._stripes(painter, QRectF(self.width() - last, 0, last, self.height()))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(colors.band_line))
        painter.end()

    def _stripes(self, painter: QPainter, box: QRectF) -> None:
        painter.save()
        painter.setClipRect(box)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.look.colors.band_stripe))
        tall, left = box.height(), box.left() - box.height()
        while left < box.right():
            painter.drawPolygon(
                QPolygonF(
                    [
                        QPointF(left, tall),
                        QPointF(left + STRIPE * 1.4, tall),
                        QPointF(left + STRIPE * 1.4 + tall, 0),
                        QPointF(left + tall, 0),
                    ]
                )
            )
            left += EVERY * 1.4
        painter.restore()
