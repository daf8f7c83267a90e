"""Where everything on the map of ways lies: lanes below each other, steps in their columns, edges with right angles."""

from collections.abc import Container

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from app.journey.plan.way_map import Lane, Node, WayMap
from app.wording.plans import STEP_STATES
from ui.kit.lettering import longest_word, wrapped
from ui.pages.planning.chart_edges import BETWEEN_COLUMNS, TRUNK, linked
from ui.pages.planning.chart_shapes import Chart, LaneBox, NodeBox, mirror
from ui.theme.look import Look

SIDE = 68
"""Room for an end disc, on either side of the lanes; long words under it take more."""
LANE, BETWEEN_LANES = 300, 10
PAD_ACROSS, PAD_TOP, PAD_BELOW = 15, 8, 10
NODE, NODE_WIDE, NODE_PAD = 46, 80, 8
BETWEEN_ROWS = 6
DISC, MARGIN = 48, 10
NAMED = 2
"""Steps that a folded way tells by name."""
END_WORDS = 84
"""Room below an end disc for the words under it."""


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
    lanes = tuple(linked(look, one, today, goal) for one in drafts)
    made = Chart(width, height, today, goal, lanes)
    return mirror(made) if mirrored else made


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
