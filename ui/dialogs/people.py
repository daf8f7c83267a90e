"""Whom to try the program with: everybody who is made up."""

from functools import partial

from PySide6.QtWidgets import QWidget

from ui.dialogs.form import Form, asks
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.dialog import Dialog
from ui.kit.layouts import column, holding, row
from ui.kit.text import Pictured, Text
from ui.pages.door.openings import Person, practice_people, practice_with


def meet(guide: Guide, owner: QWidget | None = None) -> None:
    """Ask whom to be."""
    guide.apart(practice_people, lambda found: PeopleForm(guide, found).open(), owner=owner)


class PeopleForm(Form):
    """A card for each; one press opens their vault."""

    def __init__(self, guide: Guide, people: tuple[Person, ...]) -> None:
        super().__init__(guide)
        self.people = people

    def draw(self) -> Dialog:
        """The cards."""
        look, words = self.guide.look, self.guide.words
        self.wrong = Pictured(look, "triangle-alert", "", "row", icon_tone="danger")
        self.wrong.hide()
        close = Button(look, words.text("Close"), self.close, name="close")
        starts = [self._start(one) for one in self.people]
        widest = max(one.sizeHint().width() for one in starts)
        cards = [self._card(start, person, widest) for start, person in zip(starts, self.people, strict=True)]
        return self.lay_out(
            words.text("Who would you like to be?"),
            holding(column(*cards, self.wrong, gap=look.px(10))),
            close,
            kind="tell",
            icon="users",
            why=words.text("They are made up. Whatever you do with them is gone when you leave."),
        )

    def _start(self, person: Person) -> Button:
        enter, name = partial(self._enter, person), f"person-{person.id}"
        made = Button(self.guide.look, person.name, enter, kind="forward", icon="user", name=name)
        asks(made)
        return made

    def _card(self, start: Button, person: Person, wide: int) -> Card:
        look = self.guide.look
        start.setMinimumWidth(wide)
        inside = row(gap=look.px(14), margins=(look.px(14), look.px(10), look.px(14), look.px(10)))
        inside.addWidget(start)
        inside.addWidget(Text(look, self.guide.words.text(person.story), "row", "quiet"), 1)
        return Card(look, inside)

    def _enter(self, person: Person) -> None:
        self.wait(self.guide.words.text("Opening the vault"))
        self.guide.enter(practice_with(person), person.name, failed=self._refused)

    def _refused(self, error: Exception) -> None:
        self.wait("")
        sentence = self.said(error)
        if sentence and self.dialog is not None:
            self.wrong.setText(sentence)
            self.wrong.show()
