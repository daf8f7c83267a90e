"""Words at 4.5:1 and shapes at 3:1 in every theme and state but disabled: of the colors, and of what controls paint."""

from collections.abc import Callable
from itertools import product

import pytest
from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QMenu, QScrollBar, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from window_contrast import (
    SHAPE_RATIO,
    TEXT_RATIO,
    Pixels,
    catching,
    over,
    pixels,
    poor_contrast,
    ratio,
    stands_out,
)

from ui.kit.bars import EvidenceMarks, FitBar, Range, RangeBar, ShareBar, TallyBar
from ui.kit.buttons import Button, Kind, painted
from ui.kit.choices import Check, Radio, Segments, Switch
from ui.kit.fields import Field, line_edit, text_edit
from ui.kit.radio_card import RadioCard
from ui.kit.ring import _Ring
from ui.theme.colors import THEMES, Colors
from ui.theme.look import Look
from ui.theme.marks import Mark, paint_mark
from ui.theme.sheet import palette, sheet

GROUNDS = ("page", "rail", "card", "selected")
INKS = ("ink", "quiet", "primary", "danger")
TINTED = ("shown", "partly", "to_learn", "unknown", "blue")
KINDS: tuple[Kind, ...] = ("primary", "forward", "plain", "danger", "link", "quiet", "step")
BOXED: tuple[Kind, ...] = ("primary", "forward", "plain", "danger")
"""Kinds that have a ground or a line of their own; the others are known by their words."""
MARKS: tuple[Mark, ...] = (
    *(
        "shown",
        "partly",
        "kept_home",
        "to_learn",
        "unknown",
        "yes",
        "not_checked",
        "in_no_list",
        "out_of_date",
        "broken",
    ),
)
WORDS = [
    *product(INKS, (*GROUNDS, "hover", "pressed")),
    *product(TINTED, ("page", "card")),
    *(("on_primary", fill) for fill in ("primary", "primary_hover", "primary_pressed")),
    *(("ink", fill) for fill in ("track", "band", "blue_fill")),
    *(("blue", "blue_fill"), ("band_ink", "band")),
]
SHAPES = [
    *product(("border", "primary", "danger"), GROUNDS),  # lines of controls, the ring and fields in error
    *product(("shown", "partly", "to_learn", "unknown", "quiet", "danger"), ("page", "card")),  # marks and fit
    *product(("border", "quiet", "primary", "blue"), ("track",)),  # handles and bars on what they run in
    *product(("map_edge", "primary"), ("page", "card")),  # the ways of the map
]

themes = pytest.mark.parametrize("colors", THEMES.values(), ids=THEMES)


@themes
def test_every_pair_of_colors_that_carries_words_or_a_shape_stands_apart(colors: Colors) -> None:
    faults = [
        f"{one} on {ground}: {found:.2f} of {least}"
        for pairs, least in ((WORDS, TEXT_RATIO), (SHAPES, SHAPE_RATIO))
        for one, ground in pairs
        if (found := ratio(QColor(getattr(colors, one)), QColor(getattr(colors, ground)))) < least
    ]
    assert not faults, "\n".join(faults)


@themes
@pytest.mark.parametrize("kind", [*KINDS, "band"])
def test_a_button_can_be_read_in_every_state(colors: Colors, kind: Kind) -> None:
    grounds = ("band",) if kind == "band" else GROUNDS
    for state, ground in product(("rest", "hover", "pressed"), grounds):
        found = painted(colors, kind, state)
        behind = found.fill or getattr(colors, ground)
        assert ratio(QColor(found.ink), QColor(behind)) >= TEXT_RATIO, (state, ground)


def stand_on(ground: str, look: Look, *widgets: QWidget) -> QWidget:
    """Widgets on a ground, in the theme."""
    holder = QWidget()
    holder.setObjectName("holder")
    holder.setPalette(palette(look))
    holder.setStyleSheet(f"{sheet(look)} QWidget#holder {{ background: {ground}; }}")
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(12, 12, 12, 12)
    for widget in widgets:
        layout.addWidget(widget)
    holder.resize(360, holder.sizeHint().height())
    return holder


def rest(_button: QAbstractButton) -> None:
    """As it stands there."""


def hover(button: QAbstractButton) -> None:
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)


def pressed(button: QAbstractButton) -> None:
    button.setDown(True)


def checked(button: QAbstractButton) -> None:
    button.setChecked(True)


def checked_hover(button: QAbstractButton) -> None:
    checked(button)
    hover(button)


CONTROLS: dict[str, Callable[[Look], QWidget]] = {
    **{kind: lambda look, kind=kind: Button(look, "Words", kind=kind, icon="x") for kind in KINDS},
    "icon": lambda look: Button(look, "", kind="plain", icon="x", says="Close"),
    "check": lambda look: Check(look, "Words"),
    "switch": lambda look: Switch(look, "Words"),
    "radio": lambda look: Radio(look, "Words"),
    "boxed": lambda look: Radio(look, "Words", boxed=True),
    "card": lambda look: RadioCard(look, "Ana Ruiz", "a note"),
    "segments": lambda look: Segments(look, (("a", "One"), ("b", "Two")), lambda _place: None),
}


@themes
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("state", [rest, hover, pressed, checked, checked_hover], ids=lambda one: one.__name__)
def test_what_a_control_paints_stands_out_in_every_state(
    qtbot: QtBot, colors: Colors, ground: str, state: Callable[[QAbstractButton], None]
) -> None:
    look, behind = Look(colors), getattr(colors, ground)
    faults = []
    for name, make in CONTROLS.items():
        control = make(look)
        holder = stand_on(behind, look, control)
        qtbot.addWidget(holder)
        holder.show()
        for button in [control, *control.findChildren(QAbstractButton)]:
            if isinstance(button, QAbstractButton) and not (name in KINDS and state in (checked, checked_hover)):
                state(button)
        faults += [f"{name}: {fault}" for fault in poor_contrast(holder)]
        found = stands_out(without_words(holder), behind)
        if found < SHAPE_RATIO and name not in set(KINDS) - set(BOXED):
            faults.append(f"{name}: its shape has {found:.2f}")
        holder.close()
    assert not faults, "\n".join(faults)


def without_words(widget: QWidget) -> Pixels:
    with catching():
        return pixels(widget)


@themes
def test_marks_and_bars_stand_out(qtbot: QtBot, colors: Colors) -> None:
    look, faults = Look(colors), []
    for ground, mark in product(("page", "card", "selected"), MARKS):
        behind = getattr(colors, ground)
        image = over(
            behind, QSize(18, 18), lambda painter, mark=mark, behind=behind: paint_mark(
                painter, mark, QRectF(0, 0, 18, 18), colors, behind)
        )  # fmt: skip
        if (found := stands_out(image, behind, least=6)) < SHAPE_RATIO:
            faults.append(f"{mark} on {ground}: {found:.2f}")
    pay = Range(0.1, 0.3, 0.5, 0.7, 0.9)
    tallies = [(mark, 2) for mark in MARKS[4:]]
    bars = (
        *(FitBar(look, [mark] * 4, "") for mark in MARKS[:4]),
        *(TallyBar(look, [one], "") for one in tallies),
        *(ShareBar(look, share, "") for share in (0.1, 1.0)),
        RangeBar(look, pay, ""),
        *(EvidenceMarks(look, marks) for marks in range(5)),
    )
    for bar, ground in product(bars, ("page", "card")):
        holder = stand_on(getattr(colors, ground), look, bar)
        qtbot.addWidget(holder)
        if (found := stands_out(pixels(holder), getattr(colors, ground))) < SHAPE_RATIO:
            faults.append(f"{type(bar).__name__} on {ground}: {found:.2f}")
        bar.setParent(None)
    assert not faults, "\n".join(faults)


@themes
@pytest.mark.parametrize("ground", [*GROUNDS, "band"])
def test_the_ring_around_what_has_the_keyboard_stands_out(qtbot: QtBot, colors: Colors, ground: str) -> None:
    look, behind = Look(colors), getattr(colors, ground)
    button = Button(look, "Words", kind="link")
    holder = stand_on(behind, look, button)
    qtbot.addWidget(holder)
    holder.show()
    before = without_words(holder)
    _Ring(look, button)
    changed = without_words(holder)[before != without_words(holder)]
    assert stands_out(changed, behind, least=100) >= SHAPE_RATIO


@themes
@pytest.mark.parametrize("ground", GROUNDS)
def test_fields_can_be_read_and_seen_empty_filled_with_the_keyboard_and_wrong(
    qtbot: QtBot, colors: Colors, ground: str
) -> None:
    look, behind = Look(colors), getattr(colors, ground)
    empty, filled, many = line_edit(look, placeholder="What to type"), line_edit(look, "Typed"), text_edit(look, "Many")
    wrong = Field(look, "Label", line_edit(look, "Wrong"), hint="A hint")
    holder = stand_on(behind, look, empty, filled, many, wrong)
    qtbot.addWidget(holder)
    holder.show()
    wrong.fault("This is wrong.")
    holder.activateWindow()
    for one in (empty, filled, many, wrong.edit):
        one.setFocus()
        assert poor_contrast(holder) == []
        for field in (empty, filled, wrong.edit):
            left, middle = field.mapTo(holder, QPoint(0, field.height() // 2)).toTuple()
            assert stands_out(pixels(holder)[middle, left : left + 3], behind, least=1) >= SHAPE_RATIO, field.text()
    filled.setFocus()
    filled.selectAll()
    assert poor_contrast(holder) == []


@themes
def test_menus_tips_and_scroll_bars_stand_out(qtbot: QtBot, colors: Colors) -> None:
    look = Look(colors)
    menu = QMenu()
    menu.setPalette(palette(look))
    menu.setStyleSheet(sheet(look))
    qtbot.addWidget(menu)
    menu.addAction("One")
    menu.setActiveAction(menu.addAction("Two"))
    image = pixels(menu)
    for action, ground in zip(menu.actions(), (colors.card, colors.selected), strict=True):
        box = menu.actionGeometry(action).adjusted(8, 4, -8, -4)
        assert stands_out(image[box.top() : box.bottom(), box.left() : box.right()], ground, least=3) >= TEXT_RATIO
    assert ratio(palette(look).toolTipText().color(), palette(look).toolTipBase().color()) >= TEXT_RATIO
    assert QToolTip.text() == ""
    bar = QScrollBar(Qt.Orientation.Vertical)
    bar.setRange(0, 100)
    holder = stand_on(colors.page, look, bar)
    qtbot.addWidget(holder)
    holder.resize(60, 300)
    assert stands_out(pixels(holder), colors.track) >= SHAPE_RATIO


def test_a_text_too_pale_is_found(qtbot: QtBot) -> None:
    look = Look()
    field = QLineEdit("pale")
    holder = stand_on("#FFFFFF", look, field)
    qtbot.addWidget(holder)
    field.setStyleSheet("color: #B0B0B0")
    assert len(poor_contrast(holder)) == 0  # not shown
    holder.show()
    (found,) = poor_contrast(holder)
    assert found.endswith("QLineEdit 'pale'")
