"""The picture at the door: a road with six steps up a hill to a flag. Decoration; the words beside it say it all."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.look import Look

WIDTH, HEIGHT = 578.0, 388.0
"""The size in which the places below are given; the picture is as wide as its room and stands on its ground."""

Curve = Sequence[tuple[float, float]]
"""A start, then for each bend two handles and an end."""

HILLS: tuple[tuple[str, Curve], ...] = (
    ("hill_far", ((0, 156), (60, 96), (150, 80), (250, 130), (330, 172), (470, 160), (578, 80))),
    ("hill_mid", ((0, 232), (60, 178), (160, 176), (260, 208), (350, 240), (480, 236), (578, 162))),
    ("hill_near", ((0, 311), (90, 266), (210, 278), (300, 302), (400, 330), (500, 304), (578, 263))),
)
ROAD: Curve = (
    *((68, 392), (76, 356), (140, 340), (266, 299)),
    *((330, 274), (150, 270), (172, 240)),
    *((200, 200), (300, 203), (340, 201), (420, 198), (415, 160), (380, 118)),
)
UPPER_ROAD: Curve = ((362, 116), (420, 96), (444, 100), (446, 64))
STEPS = ((102, 351), (266, 299), (162, 240), (310, 210), (399, 172), (362, 116))
SUN, SUN_RADIUS = QPointF(453, 67), 45.0
FLAG = ((446, 14), (489, 14), (477, 27), (489, 40), (446, 40))
POLE = ((446, 12), (446, 63))


class Hill(QWidget):
    """Hills, sun, road, steps and flag."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(look.px(160))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """From far to near."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = self.look.colors
        self._sun(painter)
        for color, line in HILLS:
            shape = self._path(line)
            shape.lineTo(self._at(WIDTH, HEIGHT + 4))
            shape.lineTo(self._at(0, HEIGHT + 4))
            painter.fillPath(shape, QColor(str(getattr(colors, color))))
        self._flag(painter)
        self._road(painter, UPPER_ROAD, 10)
        self._road(painter, ROAD, 15)
        for number, place in enumerate(STEPS, start=1):
            self._step(painter, number, self._at(*place))
        painter.end()

    def _sun(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.look.colors.sun))
        radius = SUN_RADIUS * self._across()
        painter.drawEllipse(self._at(SUN.x(), SUN.y()), radius, radius)

    def _road(self, painter: QPainter, line: Curve, width: float) -> None:
        pen = QPen(QColor(self.look.colors.road), width * self._across())
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(self._path(line), pen)

    def _flag(self, painter: QPainter) -> None:
        color = QColor(self.look.colors.primary)
        pen = QPen(color, 4 * self._across())
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(*(self._at(*place) for place in POLE))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawPolygon(QPolygonF([self._at(*place) for place in FLAG]))

    def _step(self, painter: QPainter, number: int, middle: QPointF) -> None:
        colors, radius, first = self.look.colors, 18.5 * self._across(), number == 1
        painter.setPen(QPen(QColor(colors.primary), 3 * self._across()))
        painter.setBrush(QColor(colors.primary if first else colors.card))
        painter.drawEllipse(middle, radius, radius)
        font = self.look.font("body", "bold")
        font.setPixelSize(max(1, round(17 * self._across())))
        painter.setFont(font)
        painter.setPen(QColor(colors.on_primary if first else colors.primary))
        box = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))

    def _path(self, line: Curve) -> QPainterPath:
        path = QPainterPath(self._at(*line[0]))
        for start in range(1, len(line) - 2, 3):
            path.cubicTo(*(self._at(*place) for place in line[start : start + 3]))
        return path

    def _across(self) -> float:
        return self.width() / WIDTH

    def _at(self, across: float, down: float) -> QPointF:
        """A place of the picture in this widget; low rooms flatten the hills rather than cut them."""
        tall = min(self._across(), self.height() / HEIGHT)
        return QPointF(across * self._across(), self.height() - (HEIGHT - down) * tall)
