"""Choosing which records go at all, with what the choice would change told before it counts."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from app.applying.candidate import Wishes
from app.applying.chosen import Effect
from app.journey.apply.choice import hush, just, keep_in, leave_out, let_be_chosen, let_speak, showing, what_if
from app.journey.apply.choice_words import change_note
from app.journey.apply.preparing import asked_claim
from app.journey.apply.standing import Open
from app.journey.apply.table import Going, Staying
from app.journey.apply.words import carries, goes_as, joined, stands, told, why_home
from ui.dialogs.form import Form
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.choices import Check
from ui.kit.dialog import Dialog
from ui.kit.fields import announce
from ui.kit.layouts import Flow, column, holding
from ui.kit.options import Options
from ui.kit.text import Pictured, Text
from ui.pages.apply.memory import ApplyMemory

AT_MOST = 20


class OthersForm(Form):
    """A check for every record: on goes, off stays home. By hand, just those checked go and nothing is chosen."""

    def __init__(self, guide: Guide, memory: ApplyMemory, now: Open) -> None:
        super().__init__(guide)
        self.memory, self.now = memory, now
        self.changed: dict[str, bool] = {}
        self.spoken: dict[int, bool] = {}
        self.by_hand = now.ready.wishes.by_hand
        self.shown = AT_MOST
        self.change = ""

    def draw(self) -> Dialog:
        """The records, what would change, and a way to let the smallest set decide."""
        look, words = self.guide.look, self.guide.words
        self.note = Pictured(look, "info", self.change, "row", icon_tone="primary", weight="semibold")
        if not self.change:
            self.note.hide()
        table = self.now.table
        left = max(0, self.shown - len(table.going))
        parts: list[QWidget] = [*self._going(table.going[: self.shown]), *self._staying(table.staying[:left])]
        if len(table.going) + len(table.staying) > self.shown:
            parts.append(holding(Flow(Button(look, words.text("Show more"), self._more, name="more-records"))))
        parts += self._own_words()
        if self.by_hand:
            every = Button(look, words.text("Check all that show something"), self._every, icon="check", name="every")
            parts.append(holding(Flow(every)))
        elif self.now.ready.wishes.send or self.now.ready.wishes.keep or self.now.ready.wishes.silent:
            let = Button(
                look, words.text("Let the smallest set decide"), self._let, kind="forward", icon="undo-2", name="let-be"
            )
            parts.append(holding(Flow(let)))
        body = holding(column(self._way(), *parts, self.note, gap=look.px(8)))
        use = Button(look, words.text("Use these"), self._use, kind="primary", name="use-these")
        why = words.text("A check means that it goes. All else stays home.")
        return self.lay_out(words.text("Which records should go?"), body, use, icon="file-text", why=why, wide=720)

    def _way(self) -> Options:
        words = self.guide.words
        parts = [
            ("way-tailor", words.text("The fewest, found for me")),
            ("way-by-hand", words.text("Just what I check")),
        ]
        label = words.text("How should they be chosen?")
        return Options(self.guide.look, label, parts, self._turn, chosen=int(self.by_hand))

    def _turn(self, place: int) -> None:
        self.by_hand = bool(place)
        self._again()

    def _every(self) -> None:
        wanted, goes = showing(self.now.ready), self._go_now()
        able = {one.key for one in self.now.ready.candidates if one.usable}
        self.changed = {key: key in wanted for key in able if (key in wanted) != (key in goes)}
        self._again()

    def _again(self) -> None:
        """Drawn anew, with what the choice would change."""
        self.close()
        self.open()
        self._ask(self.wishes)

    def _go_now(self) -> frozenset[str]:
        return frozenset(one.key for one in self.now.table.going)

    def _going(self, shown: Sequence[Going]) -> list[QWidget]:
        words = self.guide.words
        return [
            self._line(
                one.key,
                one.title,
                joined(
                    words.text("It gives away: {what}.", what=told(words, one.tells)) if one.tells else "",
                    goes_as(words, one),
                    carries(words, one.title, one.still) if one.still else "",
                    stands(words, one.notes),
                ),
                goes=True,
            )
            for one in shown
        ]

    def _staying(self, shown: Sequence[Staying]) -> list[QWidget]:
        words = self.guide.words
        notes = {one.key: one.notes for one in self.now.ready.candidates}
        return [
            self._line(
                one.key,
                one.title,
                joined(
                    why_home(words, one), stands(words, (note for note in notes[one.key] if note != one.why.reason))
                ),
                goes=False,
                can=one.why.reason != "cannot_be_sent",
            )
            for one in shown
        ]

    def _line(self, key: str, title: str, note: str, *, goes: bool, can: bool = True) -> QWidget:
        look = self.guide.look
        check = Check(look, title, name=f"goes-{key}", checked=self.changed.get(key, goes))
        check.setAccessibleDescription(note)
        check.setEnabled(can)
        check.toggled.connect(partial(self._toggle, key, goes))
        said = Text(look, note, "caption", "quiet")
        return holding(column(check, column(said, margins=self._indent())))

    def _indent(self) -> tuple[int, int, int, int]:
        look = self.guide.look
        indent = look.px(28)
        return (0, 0, indent, 0) if look.words.direction == "rtl" else (indent, 0, 0, 0)

    def _own_words(self) -> list[QWidget]:
        """A check for own words on each thing asked that they speak to; where a record goes for it, they do not."""
        words, ready = self.guide.words, self.now.ready
        found: list[QWidget] = []
        for place, skill in sorted(ready.own_words.items()):
            if self.by_hand or not ready.tailored.shown[place].by:
                check = Check(
                    self.guide.look,
                    words.text("Your own word on: {asked}", asked=ready.opportunity.asked[place].name),
                    name=f"words-{place}",
                    checked=self.spoken.get(place, place in self._speak_now()),
                )
                check.toggled.connect(partial(self._speak, place))
                said = Text(self.guide.look, words.text("“{words}”", words=skill.claim.text), "caption", "quiet")
                found.append(holding(column(check, column(said, margins=self._indent()))))
        return found

    def _speak_now(self) -> frozenset[int]:
        return frozenset(one.requirement for one in self.now.ready.tailored.shown if one.how == "own_word")

    def _speak(self, place: int, goes: bool) -> None:  # noqa: FBT001  a check's state
        self.spoken[place] = goes
        if goes == (place in self._speak_now()):
            del self.spoken[place]
        self._ask(self.wishes)

    @property
    def wishes(self) -> Wishes:
        """What the checks ask for."""
        wishes, by_hand = self.now.ready.wishes, self.by_hand
        if wishes.by_hand and not by_hand:
            wishes = replace(wishes, send=frozenset(), keep=frozenset(), by_hand=False, silent=frozenset())
        wishes = self._with_words(wishes)
        if by_hand:
            off = {key for key, goes in self.changed.items() if not goes}
            return just(wishes, self._go_now() - off | self.changed.keys() - off)
        for key, goes in self.changed.items():
            wishes = keep_in(wishes, key) if goes else leave_out(wishes, key)
        return wishes

    def _with_words(self, wishes: Wishes) -> Wishes:
        """By hand, own words that are not checked stay home, also where no record goes in their place any more."""
        ready = self.now.ready
        goes = {**dict.fromkeys(self._speak_now(), True), **self.spoken}
        for place in ready.own_words if self.by_hand else self.spoken:
            claim = asked_claim(ready.opportunity.asked[place])
            wishes = let_speak(wishes, claim) if goes.get(place) else hush(wishes, claim)
        return wishes

    def _toggle(self, key: str, was: bool, goes: bool) -> None:  # noqa: FBT001  a check's state before and now
        if goes == was:
            self.changed.pop(key, None)
        else:
            self.changed[key] = goes
        self._ask(self.wishes)

    def _ask(self, wishes: Wishes) -> None:
        """What would change."""
        ready = self.now.ready
        self.guide.run(
            lambda _session, _progress: what_if(ready, wishes), self._would, owner=self.dialog, failed=self._cannot
        )

    def _would(self, effect: Effect) -> None:
        self._say(change_note(self.guide.words, self.now.ready, effect) if self._differs() else "")

    def _differs(self) -> bool:
        return bool(self.changed or self.spoken) or self.by_hand != self.now.ready.wishes.by_hand

    def _cannot(self, error: Exception) -> None:
        self._say(self.said(error))

    def _say(self, change: str) -> None:
        self.change = change
        if self.dialog is not None:
            self.note.setText(change)
            self.note.setVisible(bool(change))
            announce(self.note, change)

    def _more(self) -> None:
        self.shown += AT_MOST
        self.close()
        self.open()

    def _let(self) -> None:
        wishes = self.now.ready.wishes
        for key in wishes.send | wishes.keep:
            wishes = let_be_chosen(wishes, key)
        wishes = replace(wishes, silent=frozenset())
        self.close()
        if self.memory.page is not None:
            self.memory.page.decide(wishes, self.guide.words.text("The smallest set goes again."))

    def _use(self) -> None:
        words = self.guide.words
        self.close()
        if self._differs() and self.memory.page is not None:
            hand = words.text("Just what you checked goes. Nothing is chosen for you.")
            self.memory.page.decide(
                self.wishes, hand if self.by_hand else words.text("Your choice of records is kept.")
            )
