"""The words on the map of ways, each in its place."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from app.journey.plan.way_map import WayMap
from ui.kit.lettering import MIDDLE, Lettering, wrapped
from ui.pages.planning.chart import names_of, on_one_line
from ui.pages.planning.chart_shapes import Chart, LaneBox, NodeBox
from ui.theme.look import Look


def map_lettering(
    look: Look, ways: WayMap, made: Chart, chosen: tuple[str, str] | None, *, mirrored: bool
) -> tuple[Lettering, ...]:
    """Of lanes, steps and ends; `chosen` is the step looked at."""
    found = [one for lane in made.lanes for one in _on_lane(look, lane, mirrored=mirrored)]
    for lane in made.lanes:
        for node in lane.nodes:
            found += _on_node(look, node, chosen=(lane.lane.kind, node.node.id) == chosen)
    found += _under(look, made, made.today, ways.today, ways.shown)
    found += _under(look, made, made.goal, ways.goal, "")
    return tuple(found)


def _on_lane(look: Look, lane: LaneBox, *, mirrored: bool) -> Iterator[Lettering]:
    room, ink, quiet = lane.words, look.colors.ink, look.colors.quiet
    bold, usual = look.font("label", "bold"), look.font("label")
    title, note = lane.lane.title, lane.lane.note
    if on_one_line(look, lane.lane, room.width()):
        wide = QFontMetricsF(bold).horizontalAdvance(title) + 2
        rest = room.width() - wide - look.px(8)
        first = QRectF(room.right() - wide if mirrored else room.left(), room.top(), wide, room.height())
        left = room.left() if mirrored else first.right() + look.px(8)
        yield Lettering(title, (title,), first, bold, ink)
        yield Lettering(note, (note,) if note else (), QRectF(left, room.top(), rest, room.height()), usual, quiet)
    else:
        name = Lettering(title, wrapped(bold, title, room.width()), room, bold, ink)
        yield name
        yield Lettering(note, wrapped(usual, note, room.width()), room.adjusted(0, name.tall, 0, 0), usual, quiet)
    if lane.names is not None:
        names = names_of(look, lane.lane)
        yield Lettering(names, wrapped(usual, names, lane.names.width()), lane.names, usual, ink)


def _on_node(look: Look, one: NodeBox, *, chosen: bool) -> Iterator[Lettering]:
    bold, usual, wide = look.font("label", "bold"), look.font("label"), one.name.width()
    below = QRectF(one.name.left(), one.name.bottom(), wide, one.box.bottom() - one.name.bottom())
    ink = look.colors.ink if chosen else look.colors.quiet
    yield Lettering(one.node.name, wrapped(bold, one.node.name, wide), one.name, bold, look.colors.ink)
    yield Lettering(one.below, wrapped(usual, one.below, wide), below, usual, ink)


def _under(look: Look, made: Chart, disc: QRectF, bold: str, quiet: str) -> Iterator[Lettering]:
    middle, top = disc.center().x(), disc.bottom() + look.px(6)
    wide = 2 * min(middle, made.width - middle)
    strong, usual = look.font("label", "bold"), look.font("label")
    room = QRectF(middle - wide / 2, top, wide, made.height - top)
    name = Lettering(bold, wrapped(strong, bold, wide), room, strong, look.colors.ink, MIDDLE)
    yield name
    rest = room.adjusted(0, name.tall, 0, 0)
    yield Lettering(quiet, wrapped(usual, quiet, wide), rest, usual, look.colors.quiet, MIDDLE)
