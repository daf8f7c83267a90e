"""The cheapest plan and the fastest side by side: prices, weeks, hours, when each is ready, and what is proven."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QButtonGroup, QWidget

from app.journey.plan.view import Bar, Column, LeftOver, PlanView
from app.wording.plans import when_words
from ui.guide import Guide
from ui.kit.card import Rule
from ui.kit.choices import Radio
from ui.kit.layouts import Item, column, holding, row
from ui.kit.text import Icon, Paragraph, Pictured, Text, Tone
from ui.pages.planning.week_chart import AXIS, BETWEEN, widths
from ui.pages.planning.weeks import Weeks
from ui.theme.look import Look, Role

NAMED = ("cheapest", "fastest")
ROOM = 300
"""Pixels at 100 % text of both plans' columns, to share out between their figures."""
TWO_FROM = 700
"""Pixels of width at 100 % text from which two plans stand beside each other in words."""


def compared(guide: Guide, view: PlanView, kind: str, look_at: Callable[[str], object]) -> QWidget:
    """The two plans with the radios that choose between them; `look_at` hears which."""
    two = [one for one in view.columns if one.kind in NAMED]
    radios = [_radio(guide, one, kind, look_at) for one in two]
    parts = _stacked(guide, two, radios) if guide.look.compact else _beside(guide, view, two, radios)
    pad = guide.look.px(12)
    made = holding(column(*parts, *_told(guide, view, two), gap=guide.look.px(10), margins=(pad, pad, pad, pad)))
    group = QButtonGroup(made)
    for radio in radios:
        group.addButton(radio)
    return made


def _radio(guide: Guide, one: Column, kind: str, look_at: Callable[[str], object]) -> Radio:
    facts = [part for part in (one.title, one.price, one.weeks, one.hours, one.taught, one.ready) if part]
    radio = Radio(
        guide.look, one.title, name=f"plan-{one.kind}", says=guide.words.list_of(facts), checked=one.kind == kind
    )
    radio.setFont(guide.look.font("group", "semibold"))
    radio.setEnabled(bool(one.bars))
    radio.setAccessibleDescription(one.empty)
    radio.clicked.connect(lambda *_: look_at(one.kind))
    return radio


def _figures(guide: Guide, one: Column, *, tells_taught: bool) -> list[Item]:
    """A plan's figures, and under each what comes on top of it; `tells_taught` where the other teaches more or less."""
    look = guide.look
    price: Tone = "blue" if one.kind == "fastest" else "primary"
    lines: list[tuple[str, Role, Tone]] = [
        (one.price, "price", price),
        (one.price_note, "label", "quiet"),
        (one.weeks, "row", "ink"),
        (one.weeks_note, "label", "quiet"),
        (one.hours, "row", "quiet"),
        (one.hours_note, "label", "quiet"),
        (one.empty, "row", "quiet"),
    ]
    made: list[Item] = [Text(look, text, role, tone) for text, role, tone in lines if text]
    if tells_taught and one.taught:
        made.append(Text(look, one.taught, "label", "quiet"))
    if one.chosen:
        made.append(Pictured(look, "check", guide.words.text("Your plan"), "caption", weight="semibold", size=16))
    return made


def _beside(guide: Guide, view: PlanView, two: Sequence[Column], radios: Sequence[Radio]) -> list[Item]:
    look = guide.look
    across = row(look.px(AXIS), gap=0)
    shares, differ = widths(look, two, look.px(ROOM)), not _taught_alike(two)
    for place, (one, radio) in enumerate(zip(two, radios, strict=True)):
        if place:
            across.addSpacing(look.px(BETWEEN))
        across.addLayout(
            column(radio, *_figures(guide, one, tells_taught=differ), None, gap=look.px(1)), round(shares[place])
        )
    parts: list[Item] = [across]
    drawn = [one for one in two if one.bars]
    if drawn:
        start = guide.words.text("Week 1: {start}", start=drawn[0].start)
        parts.append(Weeks(look, two, view.axis, start, _in_words(guide, drawn)))
    return parts


def _in_words(guide: Guide, drawn: Sequence[Column]) -> str:
    lines = [" ".join((one.title, *(_bar_words(guide, bar) for bar in one.bars), one.ready)) for one in drawn]
    return " ".join(lines)


def _stacked(guide: Guide, two: Sequence[Column], radios: Sequence[Radio]) -> list[Item]:
    """Where there is little room: weeks as rows in words; the plans below each other where there is still less."""
    look = guide.look
    wide = look.width / look.scale >= TWO_FROM
    differ, pairs = not _taught_alike(two), zip(two, radios, strict=True)
    each = [holding(column(*_alone(guide, *pair, differ=differ), None, gap=look.px(4))) for pair in pairs]
    if not wide:
        return [each[0], Rule(look), each[1]]
    across = row(gap=look.px(24))
    for one in each:
        across.addWidget(one, 1)
    return [across]


def _taught_alike(two: Sequence[Column]) -> bool:
    """Whether both plans teach as much; then one line says it of both."""
    return len({one.taught for one in two}) == 1


def _alone(guide: Guide, one: Column, radio: Radio, *, differ: bool) -> list[Item]:
    """One plan, its weeks in words."""
    look = guide.look
    parts: list[Item] = [radio, *_figures(guide, one, tells_taught=differ)]
    if one.bars:
        parts.append(Text(look, one.start, "caption", "quiet"))
    parts += [Text(look, _bar_words(guide, bar), "caption") for bar in one.bars]
    if one.ready:
        parts.append(Pictured(look, "flag", one.ready, "row", weight="semibold", size=16))
    return parts


def _bar_words(guide: Guide, bar: Bar) -> str:
    words = guide.words
    when = when_words(words, bar.start, bar.weeks)
    return words.text("{when}: {step}, {what}.", when=when, step=bar.name, what=bar.below)


def _told(guide: Guide, view: PlanView, two: Sequence[Column]) -> list[Item]:
    """What is proven, what one step more would give, and what no plan teaches."""
    look = guide.look
    parts: list[Item] = []
    if view.same and two[0].bars:
        parts.append(_line(look, "check", [(view.same, False)]))
    parts += [_line(look, icon, told) for icon, told in _proofs(two)]
    if view.limits_note:
        parts.append(_line(look, "info", [(view.limits_note, False)]))
    if view.one_more:
        parts.append(_line(look, "plus", [(view.one_more, False)]))
    parts += [_line(look, "info", _left(guide, one)) for one in view.left_over]
    if not parts:
        return []
    taught = two[0].taught if _taught_alike(two) else ""
    return [Rule(look), *([Text(look, taught, "row")] if taught else []), *parts]


def _proofs(two: Sequence[Column]) -> list[tuple[str, list[tuple[str, bool]]]]:
    """Proofs under the same word are told together."""
    by_title: dict[tuple[str, bool], list[str]] = {}
    for one in two:
        if one.proof:
            by_title.setdefault((one.proof_title, one.proven), []).append(one.proof)
    return [
        ("shield-check" if proven else "hourglass", [(title, True), *((" " + proof, False) for proof in proofs)])
        for (title, proven), proofs in by_title.items()
    ]


def _left(guide: Guide, one: LeftOver) -> list[tuple[str, bool]]:
    words = guide.words
    return [(words.text("{title}: {names}.", title=one.title, names=list(one.names)), False)]


def _line(look: Look, icon: str, parts: Sequence[tuple[str, bool]]) -> QWidget:
    """An icon beside sentences."""
    made = row(gap=look.px(10))
    mark = Icon(look, icon, "primary" if icon in ("shield-check", "plus", "check") else "quiet", 18)
    made.addLayout(column(look.px(2), mark, None))
    made.addWidget(Paragraph(look, parts, "row"), 1)
    return holding(made)
