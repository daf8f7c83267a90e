"""Where all that stands on the axis of weeks lies: weeks are as high as the words of their steps need."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from app.journey.plan.view import Bar, Column
from app.wording.plans import STEP_STATES
from ui.kit.lettering import END, Lettering, longest_word, wrapped
from ui.theme.look import Look

WEEK, USUAL_WEEKS = 20.4, 27
"""Height of a week in pixels, and how many fit before weeks become lower."""
AXIS, BETWEEN, TRACK_GAP = 26, 12, 4
BEFORE, AFTER = 5, 3
"""Room beside a bar's words."""
FLAG = 14
LEAST = 92
"""Width of a plan's column in pixels that its figures above need."""


@dataclass(frozen=True)
class BarBox:
    """A step's bar, with the kind of its plan."""

    kind: str
    box: QRectF


@dataclass(frozen=True)
class Flag:
    """Where a plan ends."""

    kind: str
    box: QRectF


@dataclass(frozen=True)
class WeekChart:
    """The whole picture, in pixels from the side where reading starts."""

    height: float
    rules: tuple[float, ...]
    bars: tuple[BarBox, ...]
    flags: tuple[Flag, ...]
    lettering: tuple[Lettering, ...]


def widths(look: Look, columns: Sequence[Column], room: float) -> list[float]:
    """Widths of the plans' columns: the same, unless one needs more for a word and the others can give it."""
    each = room / len(columns)
    least = [max(float(look.px(LEAST)), _least(look, one)) for one in columns]
    if all(one <= each for one in least) or sum(least) > room:
        total = sum(least)
        return [each] * len(columns) if total <= room else [room * one / total for one in least]
    spare = room - sum(least)
    return [one + spare / len(columns) for one in least]


def _least(look: Look, one: Column) -> float:
    """The width at which no word of its steps must break."""
    bold, usual = look.font("label", "bold"), look.font("label")
    wide = [max(longest_word(bold, bar.name), longest_word(usual, _below(look, bar))) for bar in one.bars]
    return one.tracks * (max(wide, default=0.0) + look.px(BEFORE + AFTER + TRACK_GAP) + 2)


def week_chart(look: Look, columns: Sequence[Column], axis: int, start: str, room: float) -> WeekChart:
    """Lay the plans out in a width."""
    line = QFontMetricsF(look.font("label")).height()
    wides = widths(look, columns, room - look.px(AXIS) - look.px(BETWEEN) * (len(columns) - 1))
    heights = _weeks(look, columns, axis, wides)
    tops = [line + look.px(8)]
    for height in heights:
        tops.append(tops[-1] + height)
    every = 4 if axis <= 2 * USUAL_WEEKS else 13
    ruled = range(0, axis, every)
    quiet = look.colors.quiet
    small = look.font("label")
    letters = [Lettering(start, wrapped(small, start, room), QRectF(0, 0, room, line), small, quiet)]
    for week in ruled:
        number = look.words.value(week + 1)
        place = QRectF(0, tops[week], look.px(AXIS - 8), line)
        letters.append(Lettering(number, (number,), place, small, quiet, END))
    bars, flags, height, left = list[BarBox](), list[Flag](), tops[-1], float(look.px(AXIS))
    for one, wide in zip(columns, wides, strict=True):
        for bar in one.bars:
            if bar.weeks is not None:
                box = _box(look, one, bar, QRectF(left, 0, wide, 0), tops)
                bars.append(BarBox(one.kind, box))
                letters += _on_bar(look, bar, box)
        if one.ready:
            flag, words = _ready(look, one, QRectF(left, tops[min(one.weeks_ahead, axis)], wide, 0))
            flags.append(flag)
            letters.append(words)
            height = max(height, words.room.bottom())
        left += wide + look.px(BETWEEN)
    return WeekChart(
        height + look.px(6), tuple(tops[week] for week in ruled), tuple(bars), tuple(flags), tuple(letters)
    )


def _weeks(look: Look, columns: Sequence[Column], axis: int, wides: Sequence[float]) -> list[float]:
    """The height of each week: the usual one, and more where the words of a step need it."""
    heights = [look.px(100 * min(WEEK, WEEK * USUAL_WEEKS / max(1, axis))) / 100] * axis
    pairs = [(one, bar, wide) for one, wide in zip(columns, wides, strict=True) for bar in one.bars if bar.weeks]
    for one, bar, wide in sorted(pairs, key=lambda pair: pair[1].weeks or 0):
        weeks = bar.weeks or 1
        lines = sum(len(words.lines) for words in _on_bar(look, bar, QRectF(0, 0, _across(look, one, bar, wide), 0)))
        wanted = lines * QFontMetricsF(look.font("label")).height() + 4
        more = (wanted - sum(heights[bar.start : bar.start + weeks])) / weeks
        if more > 0:
            for week in range(bar.start, min(axis, bar.start + weeks)):
                heights[week] += more
    return heights


def _box(look: Look, one: Column, bar: Bar, column: QRectF, tops: Sequence[float]) -> QRectF:
    each = column.width() / max(1, one.tracks)
    end = min(len(tops) - 1, bar.start + (bar.weeks or 0))
    across = _across(look, one, bar, column.width())
    return QRectF(column.left() + bar.track * each, tops[bar.start], across, tops[end] - tops[bar.start] - 2)


def _across(look: Look, one: Column, bar: Bar, wide: float) -> float:
    """The width of a bar: a track's where another step runs beside it, else all tracks'."""
    each = wide / max(1, one.tracks)
    span = 1 if one.tracks > 1 and _shared(one, bar) else max(1, one.tracks)
    return each * span - (look.px(TRACK_GAP) if span < one.tracks else 0)


def _shared(one: Column, bar: Bar) -> bool:
    """Whether another step runs beside it in some week."""
    end = bar.start + (bar.weeks or 0)
    others = (other for other in one.bars if other is not bar and other.weeks)
    return any(other.start < end and bar.start < other.start + (other.weeks or 0) for other in others)


def _below(look: Look, bar: Bar) -> str:
    return bar.below if bar.state == "chosen" else "\n".join((bar.below, look.words.text(STEP_STATES[bar.state])))


def _on_bar(look: Look, bar: Bar, box: QRectF) -> list[Lettering]:
    """A step's name and what is below it, inside its bar."""
    room = box.adjusted(look.px(BEFORE), 1, -look.px(AFTER), -1)
    bold, usual, below = look.font("label", "bold"), look.font("label"), _below(look, bar)
    name = Lettering(bar.name, wrapped(bold, bar.name, room.width()), room, bold, look.colors.ink)
    rest = room.adjusted(0, name.tall, 0, 0)
    return [name, Lettering(below, wrapped(usual, below, room.width()), rest, usual, look.colors.ink)]


def _ready(look: Look, one: Column, place: QRectF) -> tuple[Flag, Lettering]:
    """The flag where a plan ends, and the day beside it."""
    bold, side, top = look.font("label", "bold"), look.px(FLAG), place.top() + look.px(4)
    line = QFontMetricsF(bold).height()
    wide = place.width() - side - look.px(6)
    lines = wrapped(bold, one.ready, wide)
    ink = look.colors.blue if one.kind == "fastest" else look.colors.primary
    room = QRectF(place.left() + side + look.px(6), top, wide, len(lines) * line)
    flag = Flag(one.kind, QRectF(place.left(), top + (line - side) / 2, side, side))
    return flag, Lettering(one.ready, lines, room, bold, ink)
