"""The painted marks whose shape says what their color says: gaps, facts, evidence."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF

from ui.theme.colors import Colors
from ui.theme.look import FAMILY

GapMark = Literal["shown", "partly", "kept_home", "to_learn", "unknown"]
FactMark = Literal["yes", "not_checked", "in_no_list", "out_of_date", "broken"]
Mark = GapMark | FactMark

DASHES = [2.2, 2.0]


def mark_color(colors: Colors, mark: Mark) -> str:
    """The color a mark is painted in."""
    return {
        "shown": colors.shown,
        "partly": colors.partly,
        "kept_home": colors.quiet,
        "to_learn": colors.to_learn,
        "unknown": colors.unknown,
        "yes": colors.shown,
        "not_checked": colors.quiet,
        "in_no_list": colors.quiet,
        "out_of_date": colors.partly,
        "broken": colors.danger,
    }[mark]


def paint_mark(painter: QPainter, mark: Mark, box: QRectF, colors: Colors, inside: str) -> None:
    """Paint a mark into a square; `inside` is the color of what lies on a filled disc (the ground)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _PAINTERS[mark](painter, box, QColor(mark_color(colors, mark)), QColor(inside))
    painter.restore()


def paint_evidence(painter: QPainter, marks: int, box: QRectF, colors: Colors, gap: float) -> None:
    """Paint four small squares, `marks` of them filled; `box` is the first."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    color = QColor(colors.primary)
    painter.setPen(QPen(color, box.width() / 8))
    radius = box.width() / 4
    for place in range(4):
        square = box.translated(place * (box.width() + gap), 0).adjusted(0.75, 0.75, -0.75, -0.75)
        painter.setBrush(QBrush(color) if place < marks else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(square, radius, radius)
    painter.restore()


def _ring(painter: QPainter, box: QRectF, color: QColor, share: float = 0.11) -> QRectF:
    width = max(1.5, box.width() * share)
    inner = box.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.setPen(QPen(color, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(inner)
    return inner


def _shown(painter: QPainter, box: QRectF, color: QColor, _inside: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(box.adjusted(1, 1, -1, -1))


def _partly(painter: QPainter, box: QRectF, color: QColor, _inside: QColor) -> None:
    inner = _ring(painter, box.adjusted(1, 1, -1, -1), color)
    painter.setBrush(color)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPie(inner, 90 * 16, 180 * 16)


def _to_learn(painter: QPainter, box: QRectF, color: QColor, _inside: QColor) -> None:
    _ring(painter, box.adjusted(1, 1, -1, -1), color)


def _kept_home(painter: QPainter, box: QRectF, color: QColor, _inside: QColor) -> None:
    """A house: it is the learner's and does not go."""
    painter.setPen(_stroke(color, max(1.5, box.width() * 0.11)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    corners = [(0.5, 0.12), (0.88, 0.46), (0.77, 0.46), (0.77, 0.87), (0.23, 0.87), (0.23, 0.46), (0.12, 0.46)]
    painter.drawPolygon(QPolygonF([_at(box, across, down) for across, down in corners]))


def _unknown(painter: QPainter, box: QRectF, color: QColor, _inside: QColor) -> None:
    _letter(painter, box, color, 1.05)


def _letter(painter: QPainter, box: QRectF, color: QColor, share: float) -> None:
    font = QFont(FAMILY)
    font.setPixelSize(max(1, round(box.height() * share)))
    font.setWeight(QFont.Weight.Bold)
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "?")


def _disc(painter: QPainter, box: QRectF, color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(box)


def _tick(painter: QPainter, box: QRectF, color: QColor) -> None:
    painter.setPen(_stroke(color, box.width() * 0.115))
    painter.drawPolyline(QPolygonF([_at(box, 0.29, 0.52), _at(box, 0.44, 0.67), _at(box, 0.72, 0.36)]))


def _stroke(color: QColor, width: float) -> QPen:
    pen = QPen(color, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _at(box: QRectF, across: float, down: float) -> QPointF:
    return QPointF(box.left() + box.width() * across, box.top() + box.height() * down)


def _yes(painter: QPainter, box: QRectF, color: QColor, inside: QColor) -> None:
    _disc(painter, box.adjusted(0.5, 0.5, -0.5, -0.5), color)
    _tick(painter, box, inside)


def _not_checked(painter: QPainter, box: QRectF, color: QColor, _inside: QColor) -> None:
    pen = QPen(color, max(1.3, box.width() * 0.075))
    pen.setDashPattern(DASHES)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box.adjusted(1, 1, -1, -1))
    _letter(painter, box, color, 0.68)


def _in_no_list(painter: QPainter, box: QRectF, color: QColor, _inside: QColor) -> None:
    _ring(painter, box.adjusted(0.5, 0.5, -0.5, -0.5), color, 0.09)
    painter.setPen(_stroke(color, box.width() * 0.1))
    painter.drawLine(_at(box, 0.31, 0.5), _at(box, 0.69, 0.5))


def _out_of_date(painter: QPainter, box: QRectF, color: QColor, _inside: QColor) -> None:
    _ring(painter, box.adjusted(0.5, 0.5, -0.5, -0.5), color, 0.1)
    painter.setPen(_stroke(color, box.width() * 0.1))
    painter.drawPolyline(QPolygonF([_at(box, 0.5, 0.27), _at(box, 0.5, 0.52), _at(box, 0.67, 0.61)]))


def _broken(painter: QPainter, box: QRectF, color: QColor, inside: QColor) -> None:
    cut = 0.3
    corners = [(cut, 0), (1 - cut, 0), (1, cut), (1, 1 - cut), (1 - cut, 1), (cut, 1), (0, 1 - cut), (0, cut)]
    shape = QPainterPath()
    shape.addPolygon(QPolygonF([_at(box, across, down) for across, down in corners]))
    shape.closeSubpath()
    painter.fillPath(shape, color)
    painter.setPen(_stroke(inside, box.width() * 0.11))
    painter.drawLine(_at(box, 0.34, 0.34), _at(box, 0.66, 0.66))
    painter.drawLine(_at(box, 0.66, 0.34), _at(box, 0.34, 0.66))


_PAINTERS: dict[Mark, Callable[[QPainter, QRectF, QColor, QColor], None]] = {
    "shown": _shown,
    "partly": _partly,
    "kept_home": _kept_home,
    "to_learn": _to_learn,
    "unknown": _unknown,
    "yes": _yes,
    "not_checked": _not_checked,
    "in_no_list": _in_no_list,
    "out_of_date": _out_of_date,
    "broken": _broken,
}
