"""Where everything on the map of ways lies: lanes below each other, steps in their columns, edges with right angles."""

from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from app.journey.way_map import Lane, Node, WayMap
from app.wording.plans import STEP_STATES
from ui.kit.lettering import longest_word, wrapped
from ui.theme.look import Look

SIDE = 68
"""Room for an end disc, on either side of the lanes; long words under it take more."""
LANE, BETWEEN_LANES = 300, 10
PAD_ACROSS, PAD_TOP, PAD_BELOW = 15, 8, 10
NODE, NODE_WIDE, NODE_PAD = 46, 80, 8
BETWEEN_COLUMNS, BETWEEN_ROWS = 17, 6
DISC, MARGIN = 48, 10
NAMED = 2
"""Steps that a folded way tells by name."""
END_WORDS = 84
"""Room below an end disc for the words under it."""
TRUNK, BRANCH = 11, 9
"""How far outside and inside a lane's edge its ways run up and down."""


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


def chart(
    look: Look,
    ways: WayMap,
    room: float,
    tall: float,
    *,
    mirrored: bool = False,
    open_lanes: Container[str] | None = None,
) -> Chart:
    """Lay the map out in a width; the end discs stand in the middle of what `tall` pixels show of it.

    Ways that are not in `open_lanes` are folded: their steps are told by name.
    """
    top = float(look.px(MARGIN))
    first, last = _side(look, ways.today, ways.shown), _side(look, ways.goal)
    unfolded = [lane for lane in ways.lanes if open_lanes is None or lane.kind in open_lanes]
    wide = max([room - first - last, look.px(LANE), *(_least(look, lane) for lane in unfolded)])
    width = first + wide + last
    drafts = []
    for lane in ways.lanes:
        made_of = _lane if open_lanes is None or lane.kind in open_lanes else _folded
        drafts.append(made_of(look, lane, QPointF(first, top), wide))
        top = drafts[-1].box.bottom() + look.px(BETWEEN_LANES)
    height = top - look.px(BETWEEN_LANES) + look.px(MARGIN)
    disc = look.px(DISC)
    middle = max(look.px(MARGIN), (min(height, tall) - disc) / 2 - look.px(16))
    height = max(height, middle + disc + look.px(END_WORDS))
    aside = look.px(TRUNK) - 1
    today = QRectF((first - aside - disc) / 2, middle, disc, disc)
    goal = QRectF(width - (last - aside + disc) / 2, middle, disc, disc)
    lanes = tuple(_linked(look, one, today, goal) for one in drafts)
    made = Chart(width, height, today, goal, lanes)
    return _mirrored(made) if mirrored else made


def _side(look: Look, *words: str) -> float:
    """Room for an end disc and the longest word under it."""
    return max(float(look.px(SIDE)), longest_word(look.font("label", "bold"), *words) + look.px(TRUNK) + 4)


def _least(look: Look, lane: Lane) -> float:
    """The width at which no word of a lane has to be broken."""
    return sum(_columns_least(look, lane)) + look.px(BETWEEN_COLUMNS) * (lane.columns - 1) + _around(look)


def _columns_least(look: Look, lane: Lane) -> list[float]:
    """The width of each column at which no word in it has to be broken."""
    least = [float(look.px(NODE_WIDE))] * lane.columns
    for node in lane.nodes:
        longest = longest_word(look.font("label", "bold"), node.name)
        least[node.column] = max(least[node.column], longest + 2 * look.px(NODE_PAD) + 2)
    return least


def _columns(look: Look, lane: Lane, inner: float) -> list[float]:
    """The width of each column: all the same, but for those that a long word makes wider."""
    widths = _columns_least(look, lane)
    room = inner - look.px(BETWEEN_COLUMNS) * (lane.columns - 1)
    usual = list(range(lane.columns))
    while usual:
        each = (room - sum(widths[one] for one in range(lane.columns) if one not in usual)) / len(usual)
        narrow = [one for one in usual if widths[one] > each]
        if not narrow:
            return [each if one in usual else widths[one] for one in range(lane.columns)]
        usual = [one for one in usual if one not in narrow]
    return widths


def _around(look: Look) -> float:
    return 2.0 * look.px(PAD_ACROSS)


def _lane(look: Look, lane: Lane, corner: QPointF, wide: float) -> LaneBox:
    inner = wide - _around(look)
    between, wides = look.px(BETWEEN_COLUMNS), _columns(look, lane, inner)
    left = corner.x() + look.px(PAD_ACROSS)
    words = QRectF(left, corner.y() + look.px(PAD_TOP), inner, _words_tall(look, lane, inner))
    top = words.bottom() + look.px(BETWEEN_ROWS)
    sized = [(node, _size(look, node, wides[node.column])) for node in lane.nodes]
    talls = [max((tall for node, (_, tall) in sized if node.row == row), default=0.0) for row in range(lane.rows)]
    tops = [top + sum(talls[:row]) + row * look.px(BETWEEN_ROWS) for row in range(lane.rows)]
    nodes = []
    for node, (name, tall) in sized:
        aside = (talls[node.row] - tall) / 2
        each, start = wides[node.column], left + sum(wides[: node.column]) + node.column * between
        box = QRectF(start, tops[node.row] + aside, each, tall)
        pad = look.px(NODE_PAD)
        nodes.append(
            NodeBox(node, box, QRectF(box.left() + pad, box.top() + pad - 1, each - 2 * pad, name), _below(look, node))
        )
    bottom = tops[-1] + talls[-1] if tops else top
    box = QRectF(corner.x(), corner.y(), wide, bottom - corner.y() + look.px(PAD_BELOW))
    return LaneBox(lane, box, words, tuple(nodes), ())


def _folded(look: Look, lane: Lane, corner: QPointF, wide: float) -> LaneBox:
    """A way of which its words and the names of its steps are told."""
    inner = wide - _around(look)
    left, top = corner.x() + look.px(PAD_ACROSS), corner.y() + look.px(PAD_TOP)
    words = QRectF(left, top, inner, _words_tall(look, lane, inner))
    tall = _tall(look.font("label"), names_of(look, lane), inner)
    names = QRectF(left, words.bottom(), inner, tall)
    box = QRectF(corner.x(), corner.y(), wide, names.bottom() - corner.y() + look.px(PAD_BELOW))
    return LaneBox(lane, box, words, (), (), names)


def names_of(look: Look, lane: Lane) -> str:
    """The steps of a way by name, the first of them where there are many."""
    names, words = [node.name for node in lane.nodes], look.words
    if len(names) <= NAMED + 1:
        return words.list_of(names)
    more = len(names) - NAMED
    return words.list_of([*names[:NAMED], words.count("{number} more", "{number} more", more)])


def on_one_line(look: Look, lane: Lane, inner: float) -> bool:
    """Whether a lane's name and note have room beside each other."""
    bold, usual = QFontMetricsF(look.font("label", "bold")), QFontMetricsF(look.font("label"))
    return bold.horizontalAdvance(lane.title) + usual.horizontalAdvance(lane.note) + look.px(8) + 3 <= inner


def _words_tall(look: Look, lane: Lane, inner: float) -> float:
    """A lane's name and note on one line, or below each other where they are too long for it."""
    bold, usual = look.font("label", "bold"), look.font("label")
    if on_one_line(look, lane, inner):
        return QFontMetricsF(bold).height()
    return _tall(bold, lane.title, inner) + _tall(usual, lane.note, inner)


def _tall(font: QFont, text: str, width: float) -> float:
    return len(wrapped(font, text, width)) * QFontMetricsF(font).height()


def _below(look: Look, node: Node) -> str:
    if node.state == "planned":
        return node.below
    return "\n".join((node.below, look.words.text(STEP_STATES[node.state])))


def _size(look: Look, node: Node, each: float) -> tuple[float, float]:
    """The height of a step's name, and of all of it."""
    inner = each - 2 * look.px(NODE_PAD)
    name = _tall(look.font("label", "bold"), node.name, inner)
    below = _tall(look.font("label"), _below(look, node), inner)
    return name, max(look.px(NODE), name + below + 2 * look.px(NODE_PAD) - 2)


def _linked(look: Look, lane: LaneBox, today: QRectF, goal: QRectF) -> LaneBox:
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


def _mirrored(made: Chart) -> Chart:
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
