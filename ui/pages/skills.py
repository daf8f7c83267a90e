"""Step 2: what the learner can do."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.journey.skills.rows import SkillGroup
from ui.dialogs import skill_change, skill_left, skill_own, skill_search
from ui.dialogs.people import meet
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.empty import Empty, look_around
from ui.kit.layouts import column, holding
from ui.kit.page import Action, Footer, Page, Side
from ui.kit.turns import Turns
from ui.pages.skill.groups import FIRST, GroupCard
from ui.pages.skill.kept import Known, kept_of, read
from ui.pages.skill.legend import legend
from ui.pages.skill.lines import WIDE, line_words, of_one_name
from ui.pages.skill.side import Leads, LeftOver, SidePanel, waiting_words

SIDE = 352


class SkillsPage(Page):
    """Skills in plain groups, each with how strongly it is shown, and beside them the guesses to answer."""

    def __init__(self, guide: Guide) -> None:
        words = guide.words
        adding = Button(guide.look, words.text("Add a skill in my own words"), self._add, icon="plus", kind="forward")
        adding.setObjectName("add-own")
        super().__init__(
            guide,
            words.text("What can you do?"),
            words.text("We found these in your records and your words. A check means you agreed."),
            None if guide.look.compact else adding,
        )
        self.kept = kept_of(guide)
        self.adding = adding
        self.groups: dict[str, GroupCard] = {}
        self.turns = Turns(self)
        self.two = guide.look.compact
        self.leads = Leads(
            something_else=lambda question: skill_search.ask_guess(guide, question),
            also=lambda: skill_left.open_also(guide),
            unplaced=lambda: skill_left.open_unplaced(guide),
            denied=lambda: skill_left.open_denied(guide),
        )
        self._lay_out()
        self.kept.changed.connect(self._draw)
        self._draw()

    def _lay_out(self) -> None:
        look, words = self.look, self.words
        self.cards = column(gap=look.px(12))
        self.stead = column()  # what stands here where there are no skills to show
        marks = legend(look)
        inside = column(self.stead, self.cards, gap=look.px(12))
        if look.compact:
            inside.insertWidget(0, self.adding, 0, Qt.AlignmentFlag.AlignLeading)
            inside.addWidget(LeftOver(self.guide, self.kept, self.leads))
        inside.addStretch(1)
        self.found = [marks, self.adding]
        side = Side(
            lambda: SidePanel(self.guide, self.kept, self.leads),
            SIDE,
            "message-square",
            waiting_words(words, self.kept),
            words.text("Answer them"),
            words.text("Guesses to answer"),
        )
        self.lay_out(holding(inside), side, marks)

    def arrive(self) -> None:
        """Read what is in the vault now."""
        self.guide.run(
            read,
            self._read,
            owner=self,
            failed=self._not_read,
            stopped=self._stopped,
            saying=self.words.text("Looking for your skills"),
        )

    def _read(self, known: Known) -> None:
        self.kept.take(known)
        self.guide.refresh()

    def _not_read(self, error: Exception) -> None:
        self._stopped()
        self.guide.fail(error)

    def _stopped(self) -> None:
        """Nothing was read: say so where the skills would stand, and how to go on."""
        if self.kept.known is None:
            look, words = self.look, self.words
            again = Button(look, words.text("Look again"), self.arrive, kind="forward", name="look-again")
            self._in_stead(
                Empty(
                    look,
                    "search",
                    words.text("We have not looked yet"),
                    words.text("Your records are safe. We can look for your skills again."),
                    [again],
                )
            )

    def _draw(self) -> None:
        """Draw what is known."""
        known = self.kept.known
        self.side_says(waiting_words(self.words, self.kept))
        self.show_side(
            shown=known is not None
            and not known.is_empty
            and (not self.look.compact or bool(self.kept.guesses(also=False)))
        )
        for part in self.found:
            part.setVisible(known is not None and bool(known.page.groups))
        self._in_stead(self._for_nothing(known) if known is not None else None)
        self._draw_foot()
        if known is not None:
            self.turns.start(self._drawn(known))

    def _drawn(self, known: Known) -> Iterator[None]:
        """Draw the groups, line by line."""
        wanted = {group.code: group for group in known.page.groups}
        same = of_one_name(self.words, known.page.rows)
        for code in [one for one in self.groups if one not in wanted]:
            card = self.groups.pop(code)
            self.cards.removeWidget(card)
            card.hide()
            card.deleteLater()
        for place, group in enumerate(known.page.groups):
            card = self._card(place, group)
            full = group.code in self.kept.full
            rows = group.rows if full else group.rows[:FIRST]
            lines = [
                line_words(self.words, one, known.today, two=self.two, same=same.get(one.key, (1, 1))) for one in rows
            ]
            yield from card.show_lines(lines, of=len(group.rows), full=full)
        self._focus_again()

    def _focus_again(self) -> None:
        """The keyboard goes back to the control that had it before the page was drawn anew."""
        name, self.awaited = self.awaited, ""
        again = self.findChild(QWidget, name) if name and self.heading.hasFocus() else None
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _card(self, place: int, group: SkillGroup) -> GroupCard:
        card = self.groups.get(group.code)
        if card is None:
            card = self.groups[group.code] = GroupCard(self.look, group.code, group.icon, self._change, self._full)
        if self.cards.indexOf(card) != place:
            self.cards.insertWidget(place, card)
        return card

    def _draw_foot(self) -> None:
        words, number = self.words, len(self.kept.guesses(also=False))
        note = words.count(
            "You can answer the guess later", "You can answer the {number} guesses later", number
        )  # where there is little room, the bar above says how many wait
        goal = Action(words.text("Next: pick a goal"), lambda: self.guide.go("goal"))
        footer = Footer(goal, note if number and not self.look.compact else "")
        if self.kept.known is not None and self.kept.known.is_empty:
            footer = Footer(extra=(goal,))  # the one filled button stands in the page
        if _drawn_of(footer) != _drawn_of(self.footer):
            self.foot(footer)

    def _for_nothing(self, known: Known) -> QWidget | None:
        """What stands where there is no skill to show."""
        if known.is_empty:
            return self._nothing_yet()
        return None if known.page.groups else self._none_agreed()

    def _nothing_yet(self) -> QWidget:
        look, words = self.look, self.words
        records = Button(
            look, words.text("Go to my records"), lambda: self.guide.go("records"), kind="primary", name="to-records"
        )
        own = Button(
            look, words.text("Add a skill in my own words"), self._add, kind="forward", icon="plus", name="add-first"
        )
        return Empty(
            look,
            "star",
            words.text("No skills yet"),
            words.text("Add a record, and we look for the skills in it. Or tell us in your own words what you can do."),
            [records, own],
            below=look_around(self.guide, lambda: meet(self.guide, self)),
        )

    def _none_agreed(self) -> QWidget:
        """Records are there, and no skill of theirs is agreed yet: say what to do, beside the guesses."""
        look, words = self.look, self.words
        text = words.text("Add a skill in my own words")
        own = Button(look, text, self._add, kind="forward", icon="plus", name="add-first")
        if self.kept.guesses(also=False):
            why = words.text("Answer the guesses first. Each yes puts a skill in this place.")
        else:
            why = words.text("We found no skill in your records. Tell us in your own words what you can do.")
        return Empty(look, "star", words.text("No skill is agreed yet"), why, [own])

    def _in_stead(self, widget: QWidget | None) -> None:
        item = self.stead.takeAt(0)
        old = item.widget() if item is not None else None
        if old is not None:
            old.hide()
            old.deleteLater()
        if widget is not None:
            self.stead.addWidget(widget)

    def _full(self, code: str, full: bool) -> None:  # noqa: FBT001  what a signal says
        (self.kept.full.add if full else self.kept.full.discard)(code)
        self._draw()

    def _change(self, key: str) -> None:
        skill_change.open_change(self.guide, key)

    def _add(self) -> None:
        skill_own.open_add(self.guide)

    def _open(self, side: Side) -> None:
        skill_left.open_guesses(self.guide, side.title)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Skills take two lines where the room is narrow."""
        super().resizeEvent(event)
        room = event.size().width() - 2 * self.look.margin - self.look.px(SIDE)
        two = self.look.compact or room < self.look.px(WIDE)
        if two != self.two:
            self.two = two
            self._draw()


def _drawn_of(footer: Footer) -> tuple[str, bool, int]:
    """What of a footer can be seen to differ."""
    return footer.note, bool(footer.primary), len(footer.extra)


def make_page(guide: Guide) -> Page:
    """The page."""
    return SkillsPage(guide)
