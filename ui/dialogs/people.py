"""Whom to try the program with: everybody who is made up."""

from functools import partial

from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.dialog import Dialog
from ui.kit.layouts import column, holding, row
from ui.kit.text import Text
from ui.pages.door.openings import Person, practice_with


def open_dialog(guide: Guide, people: tuple[Person, ...]) -> None:
    """List them."""

    def make() -> Dialog:
        return _make(guide, people)

    guide.open(make(), again=make)


def _make(guide: Guide, people: tuple[Person, ...]) -> Dialog:
    look, words = guide.look, guide.words
    close = Button(look, words.text("Close"), name="close")
    dialog = Dialog(
        look,
        words.text("Who would you like to be?"),
        holding(column(*(_card(guide, one) for one in people), gap=look.px(10))),
        [close],
        close_words=words.text("Close"),
        why=words.text("They are made up. Whatever you do with them is gone when you leave."),
        head_icon="users",
    )
    close.clicked.connect(dialog.reject)
    return dialog


def _card(guide: Guide, person: Person) -> Card:
    look, enter = guide.look, partial(_enter, guide, person)
    start = Button(look, person.name, enter, kind="forward", icon="user", name=f"person-{person.id}")
    inside = row(gap=look.px(14), margins=(look.px(14), look.px(10), look.px(14), look.px(10)))
    inside.addWidget(start)
    inside.addWidget(Text(look, guide.words.text(person.story) if person.story else "", "row", "quiet"), 1)
    return Card(look, inside)


def _enter(guide: Guide, person: Person) -> None:
    guide.enter(practice_with(person), person.name, failed=guide.fail)
