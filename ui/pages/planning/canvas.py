"""The map of ways as a picture to look at, click on and move about in; the list beside it says the same in words."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)

from app.journey.plan.way_map import WayMap
from ui.kit.lettering import Lettering
from ui.kit.ring import OWN_RING
from ui.kit.text import Drawn
from ui.pages.planning.chart import chart
from ui.pages.planning.chart_shapes import Chart, LaneBox, Link, NodeBox
from ui.pages.planning.map_words import map_lettering
from ui.theme.icons import picture
from ui.theme.look import Look

SMALLER = (1.0, 0.9, 0.8, 0.72)
"""Sizes at which the map may be shown before ways are folded or it scrolls, as long as its words stay legible."""
LEGIBLE = 13
"""Pixels: no word is shown smaller unless the learner makes the map smaller."""
SCROLL_BAR = 14
CORNER = 8
Key = tuple[str, str]
"""A step on the map: its lane's kind and its id."""


class Canvas(Drawn):
    """Paints the map: `kind` is the way drawn thick, `chosen` the step looked at."""

    def __init__(self, look: Look, ways: WayMap, says: str) -> None:
        super().__init__(look, says)
        self.ways, self.kind, self.zoom = ways, "", 1.0
        self.chosen: Key | None = None
        self.ringed = False
        self.folding = False
        self.chart = Chart(1, 1, QRectF(), QRectF(), ())
        self.setObjectName("map-picture")
        self.setProperty(OWN_RING, True)  # noqa: FBT003  Qt's own
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def lay_out(self, room: float, tall: float) -> float:
        """Take the room there is; the size at which the map shows best in it.

        Where not all of it can be seen, ways that are not looked at are folded, and larger text is drawn smaller.
        """
        shown, smallest = self.looked_at, LEGIBLE / self.look.px(LEGIBLE)
        for lanes in (None, shown):
            for zoom in (one for one in SMALLER if one >= smallest):
                self._lay(room, tall, zoom, lanes)
                if self.chart.width * zoom <= room + 1 and self.chart.height * zoom <= tall + 1:
                    return zoom
        bar = self.look.px(SCROLL_BAR)
        least = max(smallest, SMALLER[-1])
        self._lay(room - bar, tall, least, shown)
        return max(smallest, min(least, (room - bar) / self.chart.width))

    @property
    def looked_at(self) -> frozenset[str]:
        """The ways that are never folded."""
        return frozenset(filter(None, (self.kind, self.chosen[0] if self.chosen else "")))

    def _lay(self, room: float, tall: float, zoom: float, lanes: frozenset[str] | None) -> None:
        self.folding = lanes is not None
        self.chart = chart(
            self.look, self.ways, room / zoom, tall / zoom, mirrored=self._is_mirrored(), open_lanes=lanes
        )

    def sized(self) -> None:
        """Be as large as the map is now."""
        self.setFixedSize(round(self.chart.width * self.zoom), round(self.chart.height * self.zoom))
        self.update()

    def key_at(self, place: QPointF) -> Key | None:
        """The step at a place of this widget."""
        return self.chart.at(place / self.zoom)

    def box_of(self, key: Key) -> QRectF | None:
        """Where a step is painted."""
        box = dict(self.chart.boxes()).get(key)
        return None if box is None else QRectF(box.topLeft() * self.zoom, box.size() * self.zoom)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Lanes, then edges, the way looked at last, then steps and ends."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.zoom, self.zoom)
        lanes = sorted(self.chart.lanes, key=lambda one: one.lane.kind == self.kind)
        for lane in lanes:
            self._lane(painter, lane)
        for lane in lanes:
            for link in sorted(lane.links, key=lambda one: not one.dashed):
                self._link(painter, link, main=lane.lane.kind == self.kind)
        for lane in lanes:
            for node in lane.nodes:
                self._node(painter, lane, node)
        self._ends(painter)
        for words in self.lettering:
            words.paint(painter)
        painter.end()

    @property
    def lettering(self) -> tuple[Lettering, ...]:
        """All words on the map, in its own pixels at 100 %."""
        return map_lettering(self.look, self.ways, self.chart, self.chosen, mirrored=self._is_mirrored())

    @property
    def paper(self) -> QRectF:
        """All of the map."""
        return QRectF(0, 0, self.chart.width, self.chart.height)

    def _lane(self, painter: QPainter, lane: LaneBox) -> None:
        colors, look = self.look.colors, self.look
        chosen = lane.lane.kind == self.kind
        painter.setPen(QPen(QColor(colors.selected_border if chosen else colors.line), 1))
        painter.setBrush(QColor(colors.card))
        painter.drawRoundedRect(lane.box, look.px(10), look.px(10))

    def _link(self, painter: QPainter, link: Link, *, main: bool) -> None:
        pen = QPen(QColor(self.look.colors.primary if main else self.look.colors.map_edge), 2.5 if main else 1.75)
        if link.dashed:
            pen.setDashPattern([3, 2.4])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(rounded(link.points, self.look.px(CORNER)))

    def _node(self, painter: QPainter, lane: LaneBox, one: NodeBox) -> None:
        colors, look = self.look.colors, self.look
        main, chosen = lane.lane.kind == self.kind, (lane.lane.kind, one.node.id) == self.chosen
        pen = QPen(QColor(colors.primary if main or chosen else colors.border), 2 if main or chosen else 1)
        if one.node.dashed:
            pen.setDashPattern([3, 2.4])
        painter.setPen(pen)
        painter.setBrush(QColor(colors.selected if chosen else colors.card))
        painter.drawRoundedRect(one.box, look.px(8), look.px(8))
        if chosen and self.ringed:
            painter.setPen(QPen(QColor(colors.primary), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(one.box.adjusted(-4, -4, 4, 4), look.px(10), look.px(10))

    def _ends(self, painter: QPainter) -> None:
        colors, made = self.look.colors, self.chart
        self._disc(painter, made.today, "user", colors.card, colors.primary)
        self._disc(painter, made.goal, "flag", colors.primary, colors.on_primary)

    def _disc(self, painter: QPainter, disc: QRectF, icon: str, fill: str, ink: str) -> None:
        painter.setPen(QPen(QColor(self.look.colors.primary), 2))
        painter.setBrush(QColor(fill))
        painter.drawEllipse(disc)
        side = self.look.px(22)
        painter.drawPixmap(disc.center() - QPointF(side / 2, side / 2), picture(icon, ink, side))

    def _is_mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which step has the keyboard."""
        self.ringed = True
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard is elsewhere."""
        self.ringed = False
        super().focusOutEvent(event)
        self.update()


def rounded(points: Sequence[QPointF], radius: float) -> QPainterPath:
    """A line through corners, each of them rounded as far as there is room."""
    path = QPainterPath(points[0])
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        room = min(radius, _far(before, corner) / 2, _far(corner, after) / 2)
        path.lineTo(_toward(corner, before, room))
        path.quadTo(corner, _toward(corner, after, room))
    path.lineTo(points[-1])
    return path


def _far(one: QPointF, other: QPointF) -> float:
    return (one - other).manhattanLength()


def _toward(start: QPointF, end: QPointF, length: float) -> QPointF:
    far = _far(start, end)
    return start if far == 0 else start + (end - start) * (length / far)
