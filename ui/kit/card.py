"""Cards, bars and lines: the grounds that things stand on."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractSlider, QLayout, QScrollArea, QSizePolicy, QWidget

from ui.theme.icons import picture
from ui.theme.look import Look

RING = 4
"""Room in which the ring of a control at the edge can be seen."""
BESIDE_BAR = 8
LEAST = 64

Ground = Literal["card", "selected", "page", "rail", "chosen", "dashed", "dropping", "blue_fill", "band", "control"]


class Card(QWidget):
    """A ground with a line around it: `chosen` has a thick one, `dashed` and `dropping` are for dropping on."""

    def __init__(self, look: Look, layout: QLayout | None = None, *, ground: Ground = "card", radius: int = 10) -> None:
        super().__init__()
        self.look, self.ground, self.radius = look, ground, radius
        if layout is not None:
            self.setLayout(layout)

    def on(self, ground: Ground) -> None:
        """Stand on another ground."""
        self.ground = ground
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill and line."""
        fill, line, width = self._colors()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(line), width)
        if self.ground == "dashed":
            pen.setDashPattern([2.6, 1.8])
        painter.setPen(pen)
        painter.setBrush(QColor(fill))
        half = width / 2
        radius = self.look.px(self.radius)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)
        painter.end()

    def _colors(self) -> tuple[str, str, float]:
        colors = self.look.colors
        grounds: dict[Ground, tuple[str, str, float]] = {
            "card": (colors.card, colors.line, 1),
            "selected": (colors.selected, colors.selected_border, 1),
            "page": (colors.page, colors.line, 1),
            "rail": (colors.rail, colors.line, 1),
            "chosen": (colors.card, colors.primary, 2),
            "dashed": (colors.card, colors.border, 2),
            "dropping": (colors.selected, colors.primary, 2),
            "blue_fill": (colors.blue_fill, colors.blue, 1),
            "band": (colors.band, colors.band_line, 1),
            "control": (colors.card, colors.border, 1),
        }
        return grounds[self.ground]


class Plain(QWidget):
    """A flat ground, with a line on one side where it meets the page."""

    def __init__(
        self, look: Look, color: str, layout: QLayout | None = None, *, line: Literal["", "above", "below", "end"] = ""
    ) -> None:
        super().__init__()
        self.look, self.color, self.line = look, color, line
        if layout is not None:
            self.setLayout(layout)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill and line."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self.color))
        box, line = self.rect(), QColor(self.look.colors.line)
        if self.line == "above":
            painter.fillRect(0, 0, box.width(), 1, line)
        elif self.line == "below":
            painter.fillRect(0, box.height() - 1, box.width(), 1, line)
        elif self.line == "end":
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            painter.fillRect(0 if mirrored else box.width() - 1, 0, 1, box.height(), line)
        painter.end()


class Tile(QWidget):
    """A small square with a line icon; it says what the words beside it say."""

    def __init__(self, look: Look, icon: str, *, side: int = 44) -> None:
        super().__init__()
        self.look = look
        self.icon = picture(icon, look.colors.primary, look.px(side * 0.46))
        self.setFixedSize(look.px(side), look.px(side))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The square, then the icon in its middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.look.colors.selected))
        painter.drawRoundedRect(self.rect(), self.look.px(10), self.look.px(10))
        start = (self.width() - self.icon.deviceIndependentSize().width()) / 2
        painter.drawPixmap(QPointF(start, start), self.icon)
        painter.end()


class Rule(QWidget):
    """A thin line between parts."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.color = QColor(look.colors.line)
        self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.color)
        painter.end()


TURNS: dict[int, QAbstractSlider.SliderAction] = {
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}


class Scroll(QScrollArea):
    """What is taller than its room scrolls; it never scrolls sideways."""

    def __init__(self, inside: QWidget, says: str = "", *, room: int = RING) -> None:
        super().__init__()
        self.room = room
        inside.setObjectName(inside.objectName() or "inside")
        self.setAccessibleName(says)
        self.setViewport(QWidget())  # one of our own: asked for Qt's, PySide loads every kind of widget to name it
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        inside.setAutoFillBackground(False)
        self.setViewportMargins(room, room, room, room)
        self._bar = QTimer(self, singleShot=True, interval=0)
        self._bar.timeout.connect(self._room_for_bar)
        # in a turn of its own: in the middle of a layout what is inside would keep the width that it had before
        self.verticalScrollBar().rangeChanged.connect(lambda *_: self._bar.start())

    def sizeHint(self) -> QSize:
        """It takes the room there is; Qt's own would keep the height of what was inside first."""
        return QSize(LEAST, LEAST)

    def turn(self, key: int) -> bool:
        """Scroll by a key that turns pages, wherever the keyboard is; False for any other key."""
        action = TURNS.get(key)
        if action is not None:
            self.verticalScrollBar().triggerAction(action)
        return action is not None

    def _room_for_bar(self) -> None:
        beside = BESIDE_BAR if self.verticalScrollBar().maximum() and self.room else 0
        self.setViewportMargins(self.room, self.room, self.room + beside, self.room)
