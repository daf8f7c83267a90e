"""What stands around the pages, built for one look: practice band, rail or step button, bars, and room for pages."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.wording import Words
from app.wording.steps import step_line
from ui.frame.band import Band
from ui.frame.bars import TopActions, top_bar, whose
from ui.frame.foot import FootBar
from ui.frame.progress import Told
from ui.frame.rail import OnlineLine, Rail, RailStep, StepMenu, brand
from ui.kit.buttons import Button
from ui.kit.layouts import column, holding, row
from ui.kit.text import Pictured
from ui.pages.steps import STEPS, step_name

if TYPE_CHECKING:
    from ui.frame.progress import States
    from ui.frame.window import Window


@dataclass(frozen=True)
class Place:
    """Where the learner is: whose vault is open, which step is shown, what the rail says of each.

    `asking` websites may be asked now; they were last asked at `asked_at`. `sent` files were signed to
    be handed on.
    """

    is_open: bool = False
    name: str = ""
    practice: bool = False
    step: str = STEPS[0]
    visited: frozenset[str] = frozenset()
    states: "States" = field(default_factory=dict)
    folder: Path | None = None
    asking: int = 0
    asked_at: datetime | None = None
    sent: int = 0

    def at(self, step: str) -> "Place":
        """The same at another step."""
        return replace(self, step=step, visited=self.visited | {self.step, step})

    def saying(self, now: Told) -> "Place":
        """The same with what the rail says now."""
        visited = self.visited | now.visited
        return replace(self, states=now.states, visited=visited, asked_at=now.asked_at, sent=now.sent)


@dataclass(frozen=True)
class Furniture:
    """The parts that the window goes on to speak to."""

    root: QWidget
    below_band: QWidget
    stack: QStackedWidget
    foot: FootBar | None
    told: FootBar
    steps: Rail | StepMenu | None

    def tell(self, words: str, undo: Callable[[], object] | None, *, wrong: bool = False) -> None:
        """Say what happened; at the door the bar that says it is there only while there is something to say."""
        self.told.tell(words, undo, wrong=wrong)
        self.told.setVisible(self.told is self.foot or bool(words))

    def show_step(self, place: Place) -> None:
        """Say in the rail where the learner is and how far each step is."""
        if self.steps is not None:
            self.steps.show_steps(rail_steps(self.steps.look.words, place))
        if isinstance(self.steps, Rail):
            self.steps.show_line(online_line(self.steps.look.words, place))


def rail_steps(words: Words, place: Place) -> list[RailStep]:
    """The steps as the rail says them."""
    return [
        RailStep(
            id=step,
            number=number,
            name=step_name(words, step),
            state=_state(words, place, step),
            current=step == place.step,
            visited=step in place.visited,
        )
        for number, step in enumerate(STEPS, start=1)
    ]


def _state(words: Words, place: Place, step: str) -> str:
    found = place.states.get(step)
    return "" if found is None else step_line(words, found.code, found.values)


def online_line(words: Words, place: Place) -> OnlineLine:
    """What the rail says of the internet: what is asked now, else when websites were last asked, else what was made.

    A file that was made may have been handed on; that Pathfolio sent none of it is true in any case.
    """
    if place.asking:
        says = words.count("Asking {number} website…", "Asking {number} websites…", place.asking)
        return OnlineLine("globe", says, words.text("Only those that you chose."))
    offline = words.text("Working offline")
    if place.asked_at is not None:
        day = words.value(place.asked_at.astimezone())
        says = words.text("Websites last asked: {day}. They got no records.", day=day)
        return OnlineLine("laptop", offline, says)
    if place.sent:
        says = words.count(
            "You made {number} file to send. Pathfolio itself sent nothing.",
            "You made {number} files to send. Pathfolio itself sent nothing.",
            place.sent,
        )
        return OnlineLine("laptop", offline, says)
    return OnlineLine("laptop", offline, words.text("Nothing of yours has left this computer."))


def furnish(window: "Window", do: TopActions) -> Furniture:
    """Build everything around the pages for what is open now and the window's look."""
    look, place, stack = window.look, window.place, QStackedWidget()
    if not place.is_open:
        return _closed(window, stack, do)
    steps = rail_steps(look.words, place)
    foot = FootBar(look, window.back)
    line = online_line(look.words, place)
    rail = None if look.compact else Rail(look, steps, window.go, line)
    menu = StepMenu(look, steps, window.go) if look.compact else None
    start: list[QWidget | QHBoxLayout] = [menu] if menu is not None else [_whose(window), _lock(window, do)]
    whose_vault = _named(window) if look.compact else ""
    top = top_bar(look, start, window.preferences.text_size, do, locked=False, whose_vault=whose_vault)
    main = column(top, stack, foot)
    main.setStretchFactor(stack, 1)
    below = row(*([rail] if rail is not None else []))
    below.addLayout(main, 1)
    below_band = holding(below)
    band = [_band(window)] if place.practice else []
    return Furniture(holding(column(*band, below_band)), below_band, stack, foot, foot, rail or menu)


def _closed(window: "Window", stack: QStackedWidget, do: TopActions) -> Furniture:
    look = window.look
    locked = Pictured(look, "lock", look.words.text("Locked"), "caption", "quiet", size=16)
    locked.setWordWrap(False)
    top = top_bar(look, [brand(look), locked], window.preferences.text_size, do, locked=True)
    told = FootBar(look, None)
    told.back.hide()
    told.hide()
    inside = column(top, stack, told)
    inside.setStretchFactor(stack, 1)
    root = holding(inside)
    return Furniture(root, root, stack, None, told, None)


def _whose(window: "Window") -> QHBoxLayout:
    words, place = window.words, window.place
    kind = words.text("Practice vault") if place.practice else words.text("Your vault")
    return whose(window.look, place.name, kind)


def _named(window: "Window") -> str:
    return window.words.text("Vault: {name}", name=window.place.name)


def _lock(window: "Window", do: TopActions) -> Button:
    return Button(window.look, window.words.text("Lock"), do.lock, icon="lock", name="lock")


def _band(window: "Window") -> Band:
    words, name = window.words, window.place.name
    says = (
        words.text("{name} is made up. This is not proof.", name=name)
        if window.look.compact
        else words.text("{name} is made up. The records look real, but nobody can use them as proof.", name=name)
    )
    return Band(window.look, says, words.text("Leave practice"), window.leave_practice)
