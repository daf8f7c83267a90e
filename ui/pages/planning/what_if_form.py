"""What would be if: a certificate more, other hours, another place, more money. Nothing is kept unasked."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.journey.plan.asked import Beside, WhatIfView, what_if_view
from app.journey.plan.limits import Limits
from app.journey.plan.what_if import Change
from app.wording.marking import marked
from pathways.model import LearningStep
from ui.dialogs.form import Form, asks
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.dialog import Dialog
from ui.kit.fields import Field, announce, line_edit
from ui.kit.layouts import column, holding, row
from ui.kit.menu_button import MenuButton
from ui.kit.text import Pictured, Text
from ui.pages.planning.limits_form import RANGES, WRONG, NotANumber, number_of
from ui.work.task import Progress

if TYPE_CHECKING:
    from app.journey.plan.ways import Ways
    from app.journey.session import Session

LABELS = {
    "hours_a_week": marked("Hours in a week"),
    "at_once": marked("Courses at once"),
    "budget": marked("Dollars to spend"),
}
WIDE = 720


class WhatIfForm(Form):
    """First what is asked, then both plans beside each other. `keep` hears of limits to keep."""

    def __init__(
        self, guide: Guide, ways: "Ways", steps: Sequence[LearningStep], keep: Callable[[Limits], object]
    ) -> None:
        super().__init__(guide)
        self.ways, self.steps, self._keep_limits = ways, tuple(steps), keep
        self.typed: dict[str, str] = {}
        self.had = 0
        self.found: WhatIfView | None = None
        self._fields: dict[str, Field] = {}

    def draw(self) -> Dialog:
        """What is asked, or what came of it."""
        return self._ask() if self.found is None else self._answer(self.found)

    def _ask(self) -> Dialog:
        look, words = self.guide.look, self.guide.words
        parts = [("minus", words.text("No other certificate")), *(("check", one.name) for one in self.steps)]
        had = MenuButton(look, parts, self.had, self._pick, label=words.text("If I had this"), name="what-if-had")
        self._had = had
        self._fields = {name: self._field(words.text(label), name) for name, label in LABELS.items()}
        place = self._field(words.text("If I moved: a city or state"), "place")
        hint = Text(look, words.text("Leave empty what stays as it is."), "caption", "quiet")
        title = Text(look, words.text("If I had this certificate"), "row", weight="semibold")
        self._fields["place"] = place
        show = Button(look, words.text("Show me"), self._find, kind="primary", name="what-if-show")
        asks(show, had, *(one.edit for one in self._fields.values()))
        numbers = row(gap=look.px(12))
        for name in LABELS:
            numbers.addLayout(column(self._fields[name], None), 1)
        across = holding(numbers) if not look.compact else holding(column(*(self._fields[one] for one in LABELS)))
        body = holding(column(title, had, across, place, hint, gap=look.px(10)))
        why = words.text("Your plan stays as it is.")
        return self.lay_out(words.text("What if…?"), body, show, why=why, icon="route", wide=WIDE)

    def _field(self, label: str, name: str) -> Field:
        edit = line_edit(self.guide.look, self.typed.get(name, ""))
        edit.textEdited.connect(lambda text: self._type(name, text))
        edit.returnPressed.connect(self._find)
        return Field(self.guide.look, label, edit, name=f"what-if-{name}")

    def _type(self, name: str, text: str) -> None:
        self.typed[name] = text
        self._fields[name].fault("")

    def _pick(self, place: int) -> None:
        self.had = place
        self._had.show_choice(place)

    def _change(self) -> Change | None:
        """What is asked; None where something cannot be used, which is said beside it."""
        words = self.guide.words
        numbers = {name: number_of(words, self.typed.get(name, ""), name) for name in LABELS}
        wrong = [name for name, number in numbers.items() if isinstance(number, NotANumber)]
        for name in reversed(wrong):
            self._fields[name].fault(words.text(WRONG[name], most=RANGES[name][1]))
        if wrong:
            return None
        at_once, hours, budget = (numbers[name] for name in ("at_once", "hours_a_week", "budget"))
        place = self.typed.get("place", "").strip()
        return Change(
            frozenset({self.steps[self.had - 1].id} if self.had else ()),
            budget=budget if isinstance(budget, float) else None,
            hours_a_week=hours if isinstance(hours, float) else None,
            at_once=int(at_once) if isinstance(at_once, float) else None,
            places=(place,) if place else None,
        )

    def _find(self) -> None:
        words, ways, change = self.guide.words, self.ways, self._change()
        if change is None:
            return
        if change == Change():
            self._fields["hours_a_week"].fault(words.text("Say what would be different first."))
            return

        def work(session: "Session", progress: Progress) -> WhatIfView:
            return what_if_view(session, words, ways, change, lambda: progress(0, None))

        self.wait(words.text("Looking for the other plan"))
        self.guide.run(work, self._show, owner=None, failed=self._failed)

    def _show(self, found: WhatIfView) -> None:
        self.wait("")
        self._turn(found)
        if self.dialog is not None:
            announce(self.dialog, found.told[0])

    def _answer(self, found: WhatIfView) -> Dialog:
        look, words = self.guide.look, self.guide.words
        two = [self._beside(one) for one in (found.before, found.after)]
        across = row(*two, gap=look.px(14)) if not look.compact else column(*two, gap=look.px(10))
        told = [Text(look, line, "row") for line in found.told]
        body = holding(column(holding(across), *told, gap=look.px(10)))
        close = Button(look, words.text("Close"), self.close, kind="primary", name="close")
        limits_asked = not found.found.change.had
        if limits_asked:
            close = Button(
                look, words.text("Plan with this from now on"), self._keep_them, kind="primary", name="what-if-keep"
            )
        return self.lay_out(
            words.text("What if {asked}?", asked=found.asked),
            body,
            close,
            back=lambda: self._turn(None),
            icon="route",
            wide=WIDE,
        )

    def _beside(self, one: Beside) -> QWidget:
        look = self.guide.look
        lines = [
            Text(look, one.title, "group"),
            Text(look, one.price, "price", "primary"),
            Text(look, one.weeks, "row"),
        ]
        ready = [Pictured(look, "flag", one.ready, "row", size=16)] if one.ready else []
        pad = look.px(14)
        return Card(look, column(*lines, *ready, None, gap=look.px(4), margins=(pad, pad, pad, pad)))

    def _keep_them(self) -> None:
        found = self.found
        self.close()
        if found is not None:
            self._keep_limits(found.found.limits)

    def _turn(self, found: WhatIfView | None) -> None:
        self.found = found
        if self.dialog is not None:
            self.dialog.accept()
        self.open()

    def _failed(self, error: Exception) -> None:
        self.wait("")
        if (said := self.said(error)) and self.found is None:
            self._fields["place"].fault(said)
