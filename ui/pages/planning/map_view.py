"""The map of ways in a room that scrolls: closer and farther, moved by mouse and keys, and a step chosen on it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QScrollArea, QSizePolicy

from app.journey.plan.way_map import WayMap
from ui.kit.fields import announce
from ui.pages.planning.canvas import Canvas, Key
from ui.theme.look import Look

CLOSEST, FARTHEST = 2.0, 0.35
STEP = 1.25
"""How much one press of + brings the map closer."""
PAN = 60


class MapView(QScrollArea):
    """The map in a window to look through. Arrow keys go from step to step, or move it where there is none further."""

    def __init__(self, look: Look, ways: WayMap, says: str, choose: Callable[[Key], object]) -> None:
        super().__init__()
        self.look, self.choose = look, choose
        self.canvas = Canvas(look, ways, says)
        self._said = {(lane.kind, node.id): node for lane in ways.lanes for node in lane.nodes}
        self.fitted = True
        self._grabbed: QPoint | None = None
        self._moved = False
        self.setObjectName("map")
        self.setWidget(self.canvas)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self.canvas)  # the picture has the keyboard: a screen reader knows it as one
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(look.px(200), look.px(160))
        self.viewport().setAutoFillBackground(False)
        self.canvas.setAutoFillBackground(False)

    def show_chosen(self, kind: str, key: Key | None) -> None:
        """Draw a way thick and a step as the one looked at, and bring it into view."""
        before = self.canvas.looked_at
        self.canvas.kind, self.canvas.chosen = kind, key
        if self.canvas.folding and self.canvas.looked_at != before:
            self._lay_out()
        self.canvas.update()
        box = self.canvas.box_of(key) if key else None
        if box is not None:
            at = box.center().toPoint()
            self.ensureVisible(at.x(), at.y(), round(box.width() / 2) + 12, round(box.height() / 2) + 12)

    def closer(self, times: float) -> float:
        """Bring the map closer or farther; how close it is then."""
        return self.zoom_to(self.canvas.zoom * times)

    def zoom_to(self, zoom: float) -> float:
        """Show the map at a size; 1 is 100 %."""
        self.fitted = False
        return self._show_at(zoom)

    def fit(self) -> float:
        """Show all of the map, however small."""
        self._lay_out()
        chart = self.canvas.chart
        return self.zoom_to(min(1.0, self.width() / chart.width, self.height() / chart.height))

    def _show_at(self, zoom: float) -> float:
        self.canvas.zoom = min(CLOSEST, max(FARTHEST, zoom))
        self.canvas.sized()
        return self.canvas.zoom

    def _lay_out(self) -> None:
        best = self.canvas.lay_out(self.width(), self.height())
        self._show_at(best if self.fitted else self.canvas.zoom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out in the new room."""
        super().resizeEvent(event)
        self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the next step in their direction, or move the map."""
        ways = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        direction = ways.get(Qt.Key(event.key()))
        if direction is None:
            super().keyPressEvent(event)
            return
        if not self._go(*direction):
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + direction[0] * PAN)
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + direction[1] * PAN)

    def _go(self, across: int, down: int) -> bool:
        chosen = self.canvas.chosen
        found = self.canvas.chart.beside(chosen, across, down) if chosen in self._said and chosen else None
        if found is None:
            return False
        self._choose(found)
        return True

    def _choose(self, key: Key) -> None:
        self.choose(key)
        node = self._said[key]
        announce(self, self.look.words.text("{step}. {what}", step=node.name, what=node.sentence))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Click on a step, or drag the map along."""
        if not isinstance(event, QMouseEvent):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._grabbed, self._moved = event.globalPosition().toPoint(), False
            return True
        if event.type() == QEvent.Type.MouseMove and self._grabbed is not None:
            self._drag(event.globalPosition().toPoint())
            return True
        if event.type() == QEvent.Type.MouseButtonRelease and self._grabbed is not None:
            self._grabbed = None
            key = self.canvas.key_at(event.position())
            if key is not None and not self._moved:
                self.setFocus(Qt.FocusReason.MouseFocusReason)
                self._choose(key)
            return True
        return False

    def _drag(self, now: QPoint) -> None:
        if self._grabbed is None:
            return
        step = self._grabbed - now
        self._moved = self._moved or step.manhattanLength() > 4
        if self._moved:
            self._grabbed = now
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + step.x())
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + step.y())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground, also where the map does not reach."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(self.look.colors.page))
        painter.end()
