"""One learning step in full: price and where it was seen, time, what it teaches, what comes first; how far it is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.journey.plan.kept import StepState
from app.journey.plan.step_details import StepDetail
from app.wording.plans import STEP_STATES
from ui.dialogs.telling import Sheet
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.card import Rule
from ui.kit.choices import Check
from ui.kit.layouts import Flow, Item, column, holding, row
from ui.kit.options import Options
from ui.kit.text import Pictured, Text
from ui.theme.look import Look

STATES: tuple[StepState, ...] = ("chosen", "started", "done", "failed", "dropped")
LABEL = 150


@dataclass(frozen=True)
class OnStep:
    """What can be done in the dialog: say how far the step is, that it is wanted in every plan, ask what it is worth.

    `leave_out` is there where the step is part of a plan.
    """

    mark: Callable[[StepState], object]
    want: Callable[[bool], object]
    leave_out: Callable[[], object] | None = None


def step_sheet(guide: Guide, found: StepDetail, do: OnStep) -> Sheet:
    """What is told of one step."""
    look, words = guide.look, guide.words
    parts: list[Item] = [_fact(look, one.label, [one.value]) for one in found.rows]
    lists = (
        (words.text("It teaches, of what you need"), found.covers),
        (words.text("It also teaches"), found.also),
        (words.text("Comes first"), found.first),
        (words.text("Waits for it"), found.then),
    )
    parts += [_fact(look, title, names) for title, names in lists if names]
    parts += [Pictured(look, "info", one, "row", size=18) for one in (found.asks, *found.notes) if one]
    if do.leave_out is not None:
        text = words.text("What would leaving it out cost?")
        parts.append(holding(Flow(Button(look, text, do.leave_out, icon="scale", name="leave-out"))))
    parts += _sources(guide, found)
    parts += _marks(guide, found, do)
    return Sheet(found.title, parts, found.kind, "graduation-cap")


def _fact(look: Look, label: str, values: Sequence[str]) -> QWidget:
    """A label, and beside it what is known, a line each."""
    name = Text(look, label, "row", "quiet")
    lines = column(*(Text(look, one, "row") for one in values), gap=look.px(2))
    if look.compact:
        lines.insertWidget(0, name)
        return holding(lines)
    name.setFixedWidth(look.px(LABEL))
    made = row(gap=look.px(12))
    made.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
    made.addLayout(lines, 1)
    return holding(made)


def _sources(guide: Guide, found: StepDetail) -> list[Item]:
    """The addresses the facts are from: shown and copied, never opened by themselves."""
    words, made = guide.words, list[Item]()
    places = {found.page: words.text("Their page"), found.seen_at: words.text("Price seen at")}
    if found.page and found.page == found.seen_at:
        places = {found.page: words.text("Page with the price")}
    for number, (address, label) in enumerate(places.items()):
        if address:
            made += [Rule(guide.look), _fact(guide.look, label, [address]), _copier(guide, address, number)]
    return made


def _copier(guide: Guide, address: str, number: int) -> QWidget:
    words = guide.words

    def copy() -> None:
        QApplication.clipboard().setText(address)
        guide.tell(words.text("The address is copied."))

    button = Button(
        guide.look, words.text("Copy the address"), copy, size="small", icon="copy",
        says=words.text("Copy the address {address}", address=address), name=f"copy-{number}",
    )  # fmt: skip
    return holding(Flow(button))


def _marks(guide: Guide, found: StepDetail, do: OnStep) -> list[Item]:
    look, words = guide.look, guide.words
    made: list[Item] = []
    if found.state is not None:
        names = [(f"state-{one}", words.text(STEP_STATES[one])) for one in STATES]
        label = words.text("How far are you with it?")
        here = STATES.index(found.state)
        made += [Rule(look), Options(look, label, names, lambda place: do.mark(STATES[place]), chosen=here)]
    if found.want_note or found.wanted:
        check = Check(look, words.text("Put this step into every plan"), name="want-step", checked=found.wanted)
        check.toggled.connect(do.want)
        made += [Rule(look), check, *([Text(look, found.want_note, "caption", "quiet")] if found.want_note else [])]
    return made
