"""The cards of all records: those that came last first, with a way to find one where there are many."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.journey.records.cards import RecordCard
from ui.kit.fields import Field, announce, line_edit
from ui.kit.layouts import column
from ui.kit.parts import PART, Parts
from ui.kit.text import Text
from ui.pages.record_card import Open, record_card
from ui.pages.record_changes import RecordsMemory
from ui.theme.look import Look

TYPING = 200
"""Milliseconds without a key after which what is typed is looked for."""


class RecordList(QWidget):
    """Shows cards; what stands there already and is the same stays. `order` are the keys of those that fit."""

    def __init__(self, look: Look, memory: RecordsMemory, open_details: Open) -> None:
        super().__init__()
        self.look, self.memory = look, memory
        self.order: tuple[str, ...] = ()
        self._cards: tuple[RecordCard, ...] = ()
        self._open = open_details
        self.edit = line_edit(look, memory.wanted, search=True)
        self.edit.textChanged.connect(self._typed)
        self.field = Field(look, look.words.text("Find a record"), self.edit, name="find-record")
        self.fits = Text(look, "", "row", "quiet")
        self.parts = Parts[RecordCard](look, self._card, name="more-records", asked=self._asked)
        self._typing = QTimer(self, singleShot=True, interval=TYPING)
        self._typing.timeout.connect(self._find)
        for hidden in (self.field, self.fits):
            hidden.hide()
        self.setLayout(column(self.field, self.fits, self.parts, gap=look.px(10)))

    def show_cards(self, cards: Sequence[RecordCard], after: Callable[[], object]) -> None:
        """Show these, so many as were asked for before; `after` hears when they stand there."""
        memory = self.memory
        keys = [card.key for card in cards]
        if memory.focus in keys[memory.many :]:
            memory.fresh = (memory.focus, *memory.fresh)
        fresh = frozenset(memory.fresh)  # a thousand cards among a thousand names would hold up the window
        self._cards = tuple(sorted(cards, key=lambda card: card.key not in fresh))
        self.field.setVisible(len(cards) > PART)
        if self.edit.text() != memory.wanted:
            self.edit.setText(memory.wanted)
        self._fill(after)

    def _fill(self, after: Callable[[], object] = lambda: None) -> None:
        wanted = self.memory.wanted if len(self._cards) > PART else ""
        fitting = [card for card in self._cards if fits(card, wanted)]
        self.order = tuple(card.key for card in fitting)
        self.fits.setText(self._said(wanted, len(fitting)))
        self.fits.setVisible(bool(wanted))
        self.parts.show_items(fitting, self.memory.many, after)

    def _said(self, wanted: str, number: int) -> str:
        words = self.look.words
        if not number:
            return words.text("No record fits “{text}”.", text=wanted)
        return words.count("{number} record fits.", "{number} records fit.", number)

    def _card(self, card: RecordCard) -> QWidget:
        return record_card(self.look, card, self._open)

    def _asked(self, many: int) -> None:
        self.memory.many = many

    def _typed(self, text: str) -> None:
        if text.strip() != self.memory.wanted:
            self.memory.wanted, self.memory.many = text.strip(), PART
            self._typing.start()

    def _find(self) -> None:
        self._fill()
        if self.memory.wanted:
            announce(self.edit, self.fits.text())


def fits(card: RecordCard, wanted: str) -> bool:
    """Whether each word wanted stands somewhere in what a card says of its record."""
    said = f"{card.name} {card.issuer} {card.line} {card.part_of}".casefold()
    return all(word in said for word in wanted.casefold().split())
