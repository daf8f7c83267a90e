"""The edges on the map of ways, with right angles: from today to a lane, between its steps, and on to the goal."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF

from ui.pages.planning.chart_shapes import LaneBox, Link
from ui.theme.look import Look

BETWEEN_COLUMNS = 17
TRUNK, BRANCH = 11, 9
"""How far outside and inside a lane's edge its ways run up and down."""


def linked(look: Look, lane: LaneBox, today: QRectF, goal: QRectF) -> LaneBox:
    """The lane with its edges: from today to what comes first, between steps, and from the last ones to the goal."""
    if lane.names is not None:
        return replace(lane, links=_past(look, lane, today, goal))
    places = {one.node.id: one.box for one in lane.nodes}
    firsts = [places[edge.target] for edge in lane.lane.edges if edge.source is None and edge.target]
    lasts = [places[edge.source] for edge in lane.lane.edges if edge.target is None and edge.source]
    enter, leave = _port(firsts, today), _port(lasts, goal)
    found = []
    for edge in lane.lane.edges:
        source, target = places.get(edge.source or ""), places.get(edge.target or "")
        if source is None and target is not None:
            out, into = lane.box.left() - look.px(TRUNK), lane.box.left() + look.px(BRANCH)
            turns = [(out, today.center().y()), (out, enter), (into, enter), (into, target.center().y())]
            points = [QPointF(today.right(), today.center().y()), *_points(turns), _start(target)]
        elif target is None and source is not None:
            into, out = lane.box.right() - look.px(BRANCH), lane.box.right() + look.px(TRUNK)
            turns = [(into, source.center().y()), (into, leave), (out, leave), (out, goal.center().y())]
            points = [_end(source), *_points(turns), QPointF(goal.left(), goal.center().y())]
        elif source is not None and target is not None:
            middle = target.left() - look.px(BETWEEN_COLUMNS) / 2
            turns = [(middle, source.center().y()), (middle, target.center().y())]
            points = [_end(source), *_points(turns), _start(target)]
        else:
            continue
        found.append(Link(tuple(_straight(points)), edge.dashed))
    return replace(lane, links=tuple(found))


def _past(look: Look, lane: LaneBox, today: QRectF, goal: QRectF) -> tuple[Link, ...]:
    """The edges of a folded lane: to it and from it."""
    dashed, middle = any(one.dashed for one in lane.lane.edges), lane.box.center().y()
    out, away = lane.box.left() - look.px(TRUNK), lane.box.right() + look.px(TRUNK)
    start, end = today.center().y(), goal.center().y()
    to = [(today.right(), start), (out, start), (out, middle), (lane.box.left(), middle)]
    onward = [(lane.box.right(), middle), (away, middle), (away, end), (goal.left(), end)]
    return tuple(Link(tuple(_straight(_points(turns))), dashed) for turns in (to, onward))


def _port(boxes: Sequence[QRectF], disc: QRectF) -> float:
    """The height at which a lane is entered or left: that of the disc, or of the step nearest to it."""
    heights = [one.center().y() for one in boxes]
    return min(max(disc.center().y(), min(heights)), max(heights)) if heights else 0.0


def _points(turns: Sequence[tuple[float, float]]) -> list[QPointF]:
    return [QPointF(x, y) for x, y in turns]


def _start(box: QRectF) -> QPointF:
    return QPointF(box.left(), box.center().y())


def _end(box: QRectF) -> QPointF:
    return QPointF(box.right(), box.center().y())


def _straight(points: Sequence[QPointF]) -> list[QPointF]:
    """Without points that are where the one before is, or in the middle of a straight piece."""
    kept: list[QPointF] = []
    for point in points:
        if kept and (point - kept[-1]).manhattanLength() < 0.5:
            continue
        if len(kept) > 1 and (_level(kept[-2], kept[-1], point)):
            kept[-1] = point
            continue
        kept.append(point)
    return kept


def _level(one: QPointF, middle: QPointF, other: QPointF) -> bool:
    across = abs(one.y() - middle.y()) < 0.5 and abs(middle.y() - other.y()) < 0.5
    return across or (abs(one.x() - middle.x()) < 0.5 and abs(middle.x() - other.x()) < 0.5)
