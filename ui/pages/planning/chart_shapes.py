"""What the map of ways is made of: lanes, steps and edges in their places, and the same from right to left."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from app.journey.plan.way_map import Lane, Node


@dataclass(frozen=True)
class NodeBox:
    """A step in its place; `below` is all that stands under its name."""

    node: Node
    box: QRectF
    name: QRectF
    below: str


@dataclass(frozen=True)
class Link:
    """An edge as corners."""

    points: tuple[QPointF, ...]
    dashed: bool


@dataclass(frozen=True)
class LaneBox:
    """A way in its place, with the room for its words; a folded one has no `nodes`, but room for their `names`."""

    lane: Lane
    box: QRectF
    words: QRectF
    nodes: tuple[NodeBox, ...]
    links: tuple[Link, ...]
    names: QRectF | None = None


@dataclass(frozen=True)
class Chart:
    """The whole map, in pixels at 100 % zoom; `today` and `goal` are the end discs."""

    width: float
    height: float
    today: QRectF
    goal: QRectF
    lanes: tuple[LaneBox, ...]

    def at(self, point: QPointF) -> tuple[str, str] | None:
        """The step at a point, as its lane's kind and its id."""
        return next((key for key, box in self.boxes() if box.contains(point)), None)

    def boxes(self) -> Iterator[tuple[tuple[str, str], QRectF]]:
        """Every step with its place; a folded way stands for its first step."""
        for lane in self.lanes:
            if lane.names is not None and lane.lane.nodes:
                yield (lane.lane.kind, lane.lane.nodes[0].id), lane.box
            yield from (((lane.lane.kind, one.node.id), one.box) for one in lane.nodes)

    def beside(self, key: tuple[str, str], across: int, down: int) -> tuple[str, str] | None:
        """The nearest step in a direction; None where there is none."""
        boxes = dict(self.boxes())
        here = boxes[key].center()
        found = [(_far(box.center() - here, across, down), other) for other, box in boxes.items() if other != key]
        return min(((far, other) for far, other in found if far is not None), default=(0.0, None))[1]


def _far(step: QPointF, across: int, down: int) -> float | None:
    """How far away something is in a direction; what lies aside counts three times. None where it is not there."""
    ahead = step.x() * across + step.y() * down
    aside = abs(step.x() * down) + abs(step.y() * across)
    return ahead + 3 * aside if ahead > 1 else None


def mirror(made: Chart) -> Chart:
    """The same for reading from right to left."""

    def turned(box: QRectF) -> QRectF:
        return QRectF(made.width - box.right(), box.top(), box.width(), box.height())

    lanes = tuple(_turned_lane(one, turned, made.width) for one in made.lanes)
    return Chart(made.width, made.height, turned(made.today), turned(made.goal), lanes)


def _turned_lane(one: LaneBox, turned: Callable[[QRectF], QRectF], width: float) -> LaneBox:
    return LaneBox(
        one.lane,
        turned(one.box),
        turned(one.words),
        tuple(NodeBox(node.node, turned(node.box), turned(node.name), node.below) for node in one.nodes),
        tuple(Link(tuple(QPointF(width - p.x(), p.y()) for p in link.points), link.dashed) for link in one.links),
        None if one.names is None else turned(one.names),
    )
