"""One thing sent: when, to whom, what went, and what came of it."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.journey.ledger import OUTCOMES, Entry
from app.wording.after import outcome_note, outcome_word, sent_line
from ui.kit.buttons import Button
from ui.kit.card import Rule
from ui.kit.chips import MOST, Chip, ChipLine
from ui.kit.layouts import Flow, column, holding, row
from ui.kit.menu_button import MenuButton
from ui.kit.text import Pictured, Text
from ui.pages.sent.date_tile import DateTile
from ui.pages.sent.looks import ICONS, tone_of
from ui.theme.look import Look

END = 206


@dataclass(frozen=True)
class RowActions:
    """What can be done with an entry: say what came of it, see what they saw."""

    say: Callable[[Entry, str], object]
    see: Callable[[Entry], object]


class EntryRow(QWidget):
    """An entry with its chooser. Its controls are called by the organization, or by `called`."""

    def __init__(self, look: Look, entry: Entry, today: datetime, do: RowActions, called: str = "") -> None:
        super().__init__()
        self.called = called or named(look, entry)
        self.look, self.entry, self.today, self.do = look, entry, today, do
        self.rule = Rule(look)
        self.setAccessibleName(named(look, entry))
        tile = DateTile(look, entry.made_at.astimezone().date(), today.date())
        said = self._said()
        inside: QBoxLayout = column(gap=look.px(12)) if look.compact else row(gap=look.px(16))
        inside.addWidget(self._went(), 1)
        inside.addWidget(said)
        if not look.compact:
            said.setFixedWidth(look.px(END))
        across = row(gap=look.px(14), margins=(look.px(16), look.px(6), look.px(16), look.px(6)))
        across.addWidget(tile, 0, Qt.AlignmentFlag.AlignTop if look.compact else Qt.AlignmentFlag.AlignVCenter)
        across.addLayout(inside, 1)
        self.setLayout(column(self.rule, across))

    def _went(self) -> QWidget:
        look, words, entry = self.look, self.look.words, self.entry
        own = (words.text("{name} (own word)", name=name) for name in entry.own_words)
        names = [*entry.records, *own]
        saved = sent_line(words, entry.usable_until and entry.usable_until.astimezone(), self.today)
        parts: list[QWidget] = [Text(look, named(look, entry), "title")]
        if entry.title:
            parts.append(Text(look, entry.title, "row", "quiet"))
        if names:
            parts.append(holding(column(self._chips(names), margins=(0, look.px(2), 0, look.px(2)))))
        parts.append(Pictured(look, "download", saved, "caption", "quiet", size=16))
        return holding(column(*parts, None, gap=look.px(1)))

    def _chips(self, names: list[str]) -> QWidget:
        """All names where the page is narrow, else as many as stand in one line."""
        look = self.look
        if not look.compact:
            return ChipLine(look, names)
        chips = [Chip(look, name) for name in names[:MOST]]
        rest = len(names) - len(chips)
        if rest > 0:
            chips.append(Chip(look, look.words.count("and {number} more", "and {number} more", rest)))
        return holding(Flow(*chips, gap=look.px(8)))

    def _said(self) -> QWidget:
        look, words, entry = self.look, self.look.words, self.entry
        called = self.called
        chooser = MenuButton(
            look,
            [(ICONS[code], outcome_word(words, code)) for code in OUTCOMES],
            OUTCOMES.index(entry.code),
            lambda place: self.do.say(entry, OUTCOMES[place]),
            label=words.text("What came of it, {organisation}", organisation=called),
            name=f"outcome-{entry.id}",
            icon_color=str(getattr(look.colors, tone_of(entry.code))),
            about=self._about(),
        )
        see = Button(
            look,
            words.text("See what they saw"),
            partial(self.do.see, entry),
            kind="forward",
            size="small",
            icon="eye",
            says=words.text("See what they saw: {organisation}", organisation=called),
            name=f"see-{entry.id}",
        )
        see.setAccessibleDescription(self._about())
        note = Text(look, self._note(), "caption", "quiet")
        if not note.text():  # shown before it stands anywhere, it would come up as a window of its own
            note.hide()
        return holding(column(chooser, note, see, None, gap=look.px(5)))

    def _about(self) -> str:
        """What tells it from another thing sent to the same place."""
        sent = self.look.words.text("Sent on {when}", when=self.entry.made_at.astimezone().date())
        return "\n".join(filter(None, (self.entry.title, sent)))

    def _note(self) -> str:
        entry, told = self.entry, self.entry.outcome
        note, on, at = (told.note, told.on, told.at) if told else ("", None, None)
        return outcome_note(self.look.words, note, on, at, entry.days_without_answer, self.today)


def call(look: Look, entries: Sequence[Entry]) -> list[str]:
    """What to call each: whom it was for, with its title and day, and its number among those that are still alike."""
    words, found = look.words, list[str]()
    who = Counter(named(look, one) for one in entries)
    for one in entries:
        name = named(look, one)
        if who[name] > 1:
            when = words.value(one.made_at.astimezone())
            name = words.list_of([part for part in (name, one.title, when) if part])
        found.append(name)
    alike, seen = Counter(found), Counter[str]()
    for place, name in enumerate(found):
        seen[name] += 1
        if alike[name] > 1:
            found[place] = words.text("{name}, number {number}", name=name, number=seen[name])
    return found


def named(look: Look, entry: Entry) -> str:
    """Whom it was for; where nobody was named, it says so."""
    return entry.organisation or look.words.text("Nobody was named")
