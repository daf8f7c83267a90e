"""Choosing the place that pay is shown for: the U.S. as a whole, or a state or area whose pay the learner brought."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QWidget

from app.journey.goal.pay_place import PayPlaces, pay_places, places_called, set_pay_place
from ui.dialogs.form import FieldForm
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.choices import Radio
from ui.kit.dialog import Dialog
from ui.kit.fields import Field, announce, line_edit
from ui.kit.layouts import column, holding
from ui.kit.parts import PART, Parts
from ui.kit.text import Paragraph, Text
from ui.work.task import Progress

if TYPE_CHECKING:
    from app.journey.session import Session
    from pathways.pack.labour import Area

BLS_SITE = "bls.gov/oes"


def open_dialog(guide: Guide) -> None:
    """Ask where pay should be shown for."""
    guide.run(
        lambda session, _progress: pay_places(session), lambda found: PayPlaceForm(guide, found).open(), owner=None
    )


class PayPlaceForm(FieldForm):
    """A list to choose from; where nothing was brought, what to do."""

    def __init__(self, guide: Guide, found: PayPlaces) -> None:
        super().__init__(guide)
        self.found = found
        self.chosen = found.chosen or found.nation
        self.typed, self.shown = "", PART

    def draw(self) -> Dialog:
        """The list, or how to get one."""
        return self._ask() if self.found.places else self._how()

    def _ask(self) -> Dialog:
        look, words = self.guide.look, self.guide.words
        edit = line_edit(look, self.typed, search=True)
        label = words.text("Look for a state or city")
        hint = words.text("Only places whose pay you added are listed.")
        self.field = Field(look, label, edit, hint=hint, name="find-place")
        self.none = Text(look, words.text("No place on the list has a name like this."), "row", "quiet")
        self.group = QButtonGroup(edit)
        self.list = Parts["Area"](look, self._radio, gap=6, name="more-places", asked=self._more)
        edit.textChanged.connect(self._type)
        take = Button(look, words.text("Show this pay"), self._take, kind="primary", icon="check", name="take-place")
        why = words.text("Openings and growth are for the U.S. in any case.")
        body = holding(column(self.field, self.none, self.list, gap=look.px(8)))
        self._find()  # once all stands in the body: what is shown before would be a window of its own
        return self.lay_out(words.text("Pay for which place?"), body, take, why=why, icon="landmark")

    def _how(self) -> Dialog:
        look, words = self.guide.look, self.guide.words
        first = words.text("So far there is pay for the U.S. as a whole.")
        then = words.text(
            "To see pay where you live, get the OEWS file for states or for cities at {site}. Then add it to the "
            "career data.",
            site=BLS_SITE,
        )
        body = holding(column(Paragraph(look, first), Paragraph(look, then), gap=look.px(10)))
        data = Button(look, words.text("Go to career data"), self._data, kind="primary", name="to-career-data")
        return self.lay_out(words.text("Pay for your state or city"), body, data, icon="landmark")

    def _radio(self, place: "Area") -> QWidget:
        words = self.guide.words
        text = words.text("The U.S. as a whole") if place == self.found.nation else place.title
        made = Radio(self.guide.look, text, name=f"place-{place.code}", boxed=True, checked=place == self.chosen)
        made.toggled.connect(lambda on: self._choose(place) if on else None)
        self.group.addButton(made)
        return made

    def _choose(self, place: "Area") -> None:
        self.chosen = place
        if self.field.wrong.text():
            self.fault("")

    def _type(self, typed: str) -> None:
        self.typed, self.shown = typed, PART
        if self.field.wrong.text():
            self.fault("")
        number = self._find()
        words = self.guide.words
        says = words.count("{number} place found", "{number} places found", number) if number else self.none.text()
        announce(self.list, says)

    def _more(self, shown: int) -> None:
        self.shown = shown

    def _find(self) -> int:
        """Show the places that are called so, the one chosen first; returns how many there are."""
        called = places_called((self.found.nation, *self.found.places), self.typed)
        first = [one for one in called if one == self.chosen]
        self.list.show_items((*first, *(one for one in called if one != self.chosen)), self.shown)
        self.none.setVisible(not called)
        return len(called)

    def _take(self) -> None:
        guide, chosen = self.guide, self.chosen
        if chosen not in places_called((self.found.nation, *self.found.places), self.typed):
            self.fault(guide.words.text("Choose a place from the list first."))
            return
        self.close()
        if chosen == (self.found.chosen or self.found.nation):
            return
        nation = chosen == self.found.nation
        words = guide.words
        says = (
            words.text("Pay is shown for the U.S. as a whole now.")
            if nation
            else words.text("Pay is shown for this place now: {place}.", place=chosen.title)
        )
        keep(guide, None if nation else chosen.code, says)

    def _data(self) -> None:
        from ui.dialogs import career_data

        self.close()
        career_data.open_dialog(self.guide)


def keep(guide: Guide, code: str | None, says: str = "") -> None:
    """Show pay for a place from now on; `says` tells of it, with a way back."""

    def work(session: "Session", _progress: Progress) -> str | None:
        return set_pay_place(session, code)

    def kept(before: str | None) -> None:
        if says:
            guide.tell(says, lambda: keep(guide, before))
        guide.renew()

    guide.run(work, kept, owner=None)
