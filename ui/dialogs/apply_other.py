"""Choosing what shows one thing asked: another record, none at all, or another meaning."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QWidget

from app.journey.apply.choice_words import change_note
from app.journey.apply.standing import (
    AT_ONCE,
    Alternative,
    Alternatives,
    ApplyStep,
    Open,
    alternatives,
    apply_step,
    ask_again,
    say_meaning,
)
from app.journey.apply.table import Row
from app.journey.apply.words import joined, stands, told
from ui.dialogs.form import Form, asks
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.dialog import Dialog
from ui.kit.layouts import Flow, column, holding, row
from ui.kit.radio_card import RadioCard
from ui.kit.text import Paragraph
from ui.pages.apply.memory import ApplyMemory
from ui.work.task import Progress

if TYPE_CHECKING:
    from app.journey.session import Session
    from pathways.model import Concept
    from ui.pages.skill.kept import Known


class OtherForm(Form):
    """Every record that could show it, with what it gives away and what the choice would change."""

    def __init__(self, guide: Guide, memory: ApplyMemory, now: Open, asked: Row, ways: Alternatives) -> None:
        super().__init__(guide)
        self.memory, self.now, self.row, self.found = memory, now, asked, ways
        self.chosen = self.current = next((place for place, way in enumerate(ways.records) if self._goes(way)), None)

    @property
    def ways(self) -> tuple[Alternative, ...]:
        """What can be chosen: the records looked at, and none at all."""
        return (*self.found.records, *([self.found.without] if self.found.without else []))

    def draw(self) -> Dialog:
        """A card for each."""
        words, look = self.guide.words, self.guide.look
        self.group = QButtonGroup()
        cards: list[QWidget] = [self._card(place) for place in range(len(self.ways))]
        self.group.idClicked.connect(self._choose)
        more = Button(look, words.text("Show more"), self._more, name="more-ways")
        asks(more)
        parts = [*cards, *([holding(Flow(more))] if len(self.found.records) < self.found.of else [])]
        text = words.text("Say what it means")
        mean = Button(look, text, self._mean, kind="forward", size="small", icon="search", name="say-meaning")
        body = holding(column(*parts, *map(self._meaning, self.row.meanings), holding(Flow(mean)), gap=look.px(10)))
        use = Button(look, words.text("Use this"), self._use, kind="primary", name="use-this")
        asks(use)
        return self.lay_out(
            words.text("What should show it?"), body, use, icon="file-text", why=self.row.asked.name, wide=720
        )

    def _goes(self, way: Alternative) -> bool:
        return way.option is not None and self.row.by is not None and way.option.key == self.row.by.key

    def _card(self, place: int) -> RadioCard:
        words, way = self.guide.words, self.ways[place]
        title = words.text("None: keep it home") if way.option is None else way.option.title
        icon = "house" if way.option is None else "file-text"
        note = "\n".join(self._notes(way))
        card = RadioCard(self.guide.look, title, note, icon=icon, name=f"way-{place}", checked=place == self.chosen)
        self.group.addButton(card, place)
        return card

    def _notes(self, way: Alternative) -> list[str]:
        words, option = self.guide.words, way.option
        change = words.text("This goes now.") if self._goes(way) else change_note(words, self.now.ready, way.effect)
        if option is None:
            return [change]
        sure = words.text("How sure: {evidence}.", evidence=words.state(f"evidence_{option.evidence}"))
        given = words.text("It gives away: {what}.", what=told(words, option.tells)) if option.tells else ""
        return [one for one in (option.issuer, joined(sure, stands(words, option.notes)), given, change) if one]

    def _meaning(self, concept: "Concept") -> QWidget:
        look, words = self.guide.look, self.guide.words
        back = partial(self._take_back, concept)
        says = words.text("Take back that it means “{concept}”", concept=concept.name)
        button = Button(look, words.text("Take it back"), back, size="small", icon="undo-2", says=says, name="unmean")
        line = row(gap=look.px(10))
        said = words.text("You said that it means “{concept}”.", concept=concept.name)
        line.addWidget(Paragraph(look, said, "row", "quiet"), 1)
        line.addWidget(button)
        return holding(line)

    def _choose(self, place: int) -> None:
        self.chosen = place

    def _more(self) -> None:
        """Look at some more; what was chosen stays chosen."""
        upto = len(self.found.records) + AT_ONCE
        self.wait(self.guide.words.text("We look at more records…"))

        def work(_session: "Session", _progress: Progress) -> Alternatives:
            return alternatives(self.now.ready, self.row.requirement, upto)

        self.guide.run(work, self._show_more, owner=self.memory.page, stopped=lambda: self.wait(""))

    def _show_more(self, found: Alternatives) -> None:
        before = None if self.chosen is None else self.ways[self.chosen].option
        none = self.chosen is not None and before is None
        self.found = found
        keys = [way.option and way.option.key for way in self.ways]
        self.chosen = keys.index(None) if none else keys.index(before.key) if before else None
        self.wait("")
        if self.dialog is not None:
            self.close()
            self.open()

    def _use(self) -> None:
        self.close()
        if self.chosen is None or self.chosen == self.current or self.memory.page is None:
            return
        words, way = self.guide.words, self.ways[self.chosen]
        said = (
            words.text("No record goes for “{asked}” now.", asked=self.row.asked.name)
            if way.option is None
            else words.text("{title} shows it now.", title=way.option.title)
        )
        self.memory.page.decide(way.wishes, said)

    def _mean(self) -> None:
        self.close()
        say_what_it_means(self.guide, self.memory, self.row)

    def _take_back(self, concept: "Concept") -> None:
        asked, page, words = self.row.asked, self.memory.page, self.guide.words
        self.close()
        if page is None:
            return

        def work(session: "Session", _progress: Progress) -> ApplyStep:
            ask_again(session, asked, concept.id)
            return apply_step(session)

        def agree(session: "Session", _progress: Progress) -> ApplyStep:
            say_meaning(session, asked, concept.id, agreed=True)
            return apply_step(session)

        def done(step: ApplyStep) -> None:
            page.renewed(step, words.text("You took your yes back."), lambda there: there.renew(agree))

        self.guide.run(work, done, owner=page)


def say_what_it_means(guide: Guide, memory: ApplyMemory, asked: Row) -> None:
    """Look for the skill that is asked for in other words; a yes counts as one to a guess does."""
    from ui.dialogs.skill_search import SearchForm
    from ui.pages.skill.kept import kept_of, read

    def picked(concept: "Concept") -> None:
        page, words = memory.page, guide.words
        if page is None:
            return

        def agree(session: "Session", _progress: Progress) -> ApplyStep:
            say_meaning(session, asked.asked, concept.id, agreed=True)
            return apply_step(session)

        def back(session: "Session", _progress: Progress) -> ApplyStep:
            ask_again(session, asked.asked, concept.id)
            return apply_step(session)

        said = words.text("You said that it means “{concept}”.", concept=concept.name)
        guide.run(agree, lambda step: page.renewed(step, said, lambda there: there.renew(back)), owner=page)

    def ready(known: "Known") -> None:
        kept_of(guide).take(known)
        if guide.step:
            SearchForm(guide, asked.asked.name, picked).open()

    guide.run(read, ready, owner=None)
