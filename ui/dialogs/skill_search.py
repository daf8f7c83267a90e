"""What words mean instead: a search over all skills, as one types."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from app.journey.session import Session
from app.journey.skills.changes import mean_instead, say_meaning
from app.journey.skills.profile import FOUND, Found, find
from app.journey.skills.questions import Question, Unplaced
from app.journey.skills.rows import SkillRow
from pathways.model import Concept
from ui.dialogs.form import Form
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.choices import Radio
from ui.kit.dialog import Dialog
from ui.kit.fields import Field, announce, line_edit
from ui.kit.heard import quietly
from ui.kit.layouts import Flow, column, holding
from ui.kit.text import Text
from ui.pages.skill import doing
from ui.pages.skill.kept import kept_of
from ui.work.task import Progress

PAUSE = 150
"""Milliseconds after the last key before the search begins."""


class SearchForm(Form):
    """Asks what `said` means; `picked` hears the concept, `none` that it is nothing of all this."""

    def __init__(
        self,
        guide: Guide,
        said: str,
        picked: Callable[[Concept], object],
        *,
        first: tuple[Concept, ...] = (),
        none: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(guide)
        self.about, self.first = doing.brief(said), first
        self._picked, self._none = picked, none
        self.typed = ""
        self.choices: tuple[Found, ...] = ()
        self.chosen: Concept | None = None
        self._searched: str | None = None
        self._under_way = False

    def draw(self) -> Dialog:
        """The field, what it finds, and a way out."""
        look, words = self.guide.look, self.guide.words
        self.edit = line_edit(look, self.typed, search=True)
        self.field = Field(
            look,
            words.text("Look for a skill"),
            self.edit,
            hint=words.text("Type a word or two. The down key goes to the list."),
            name="search-skill",
        )
        self.title = Text(look, "", "row", weight="semibold")
        self.group = QButtonGroup(self.edit)
        self.radios = [Radio(look, "", name=f"found-{place}", boxed=True) for place in range(FOUND)]
        for place, radio in enumerate(self.radios):
            self.group.addButton(radio, place)
        self.group.idToggled.connect(self._choose)
        body = holding(column(self.field, self.title, *self.radios, gap=look.px(8)))
        self._keys = _DownToList(self.edit, self.radios[0])
        self.pause = QTimer(self.edit, singleShot=True, interval=PAUSE)
        self.pause.timeout.connect(self._search)
        self.edit.textChanged.connect(self._type)
        if self._none is not None:
            none = Button(look, words.text("None of these"), self._is_none, kind="plain", name="none-of-these")
            layout = body.layout()
            if layout is not None:
                layout.addWidget(holding(Flow(none)))
        self._show()
        if self.typed.strip() != (self._searched or ""):
            self.pause.start()  # the window was drawn anew before the search began
        take = Button(look, words.text("This is it"), self._take, kind="primary", icon="check", name="this-is-it")
        return self.lay_out(words.text("What does “{said}” mean?", said=self.about), body, take, icon="search")

    def _type(self, typed: str) -> None:
        self.typed = typed
        self.field.fault("")
        self.pause.start()

    def _search(self) -> None:
        """Search for what is typed now; one search at a time."""
        typed, kept = self.typed.strip(), kept_of(self.guide)
        if self._under_way or typed == self._searched or kept.known is None:
            return
        self._searched = typed
        if not typed:
            self._found(typed, ())
            return
        self._under_way = True
        held = kept.known.page.held

        def work(session: Session, _progress: Progress) -> tuple[Found, ...]:
            return find(session, typed, held)

        self.guide.run(work, partial(self._found, typed), owner=None, failed=self._failed)

    def _found(self, typed: str, found: tuple[Found, ...]) -> None:
        self._under_way, self.choices = False, found
        if self.dialog is None:
            return
        if typed == self.typed.strip():
            self._show()
            announce(self.edit, self.title.text())
        else:
            self._search()

    def _failed(self, error: Exception) -> None:
        self._under_way = False
        if self.dialog is not None:
            self.guide.fail(error)

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """What the list shows: what was found, before that the next guesses."""
        return tuple(one.match.concept for one in self.choices) if self.typed.strip() else self.first

    def _show(self) -> None:
        """Show what was found; a choice stays while it is on the list."""
        words, listed = self.guide.words, self.concepts
        held = {one.match.concept.id for one in self.choices if one.held}
        chosen = self.chosen if self.chosen in listed else None
        self.group.setExclusive(False)
        for place, radio in enumerate(self.radios):
            radio.setVisible(place < len(listed))
            if place < len(listed):
                name = words.name(listed[place].name)
                text = words.text("{name} (you show this)", name=name) if listed[place].id in held else name
                radio.setText(text)
                radio.setAccessibleName(text)
            quietly(radio, checked=chosen is not None and place < len(listed) and listed[place] == chosen)
        self.group.setExclusive(True)
        self.chosen = chosen
        self.title.setText(self._count(len(listed)))
        self.title.setVisible(bool(self.title.text()))

    def _count(self, number: int) -> str:
        words = self.guide.words
        if not self.typed.strip():
            return words.text("Maybe one of these?") if number else ""
        if self._searched is None or not (number or self._searched == self.typed.strip()):
            return ""
        if not number:
            return words.text("No skill has a name like this. Try other words, or leave it as it is.")
        return words.count("{number} skill found", "{number} skills found", number)

    def _choose(self, place: int, on: bool) -> None:  # noqa: FBT001  Qt's signal
        if on and place < len(self.concepts):
            self.chosen = self.concepts[place]
            self.field.fault("")

    def _take(self) -> None:
        if self.chosen is None:
            words = self.guide.words
            first = words.text("Choose one from the list first.")
            self.field.fault(first if self.concepts else words.text("Type a word or two first."))
            return
        chosen = self.chosen
        self.close()
        self._picked(chosen)

    def _is_none(self) -> None:
        self.close()
        if self._none is not None:
            self._none()


class _DownToList(QObject):
    """The down key leads from the field into the list."""

    def __init__(self, edit: QWidget, first: Radio) -> None:
        super().__init__(edit)
        self.first = first
        edit.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down:
            if self.first.isVisible():
                self.first.setFocus(Qt.FocusReason.TabFocusReason)
                quietly(self.first, checked=True)
            return True
        return False


def ask_guess(guide: Guide, question: Question) -> None:
    """What the words of a guess mean instead."""
    SearchForm(
        guide,
        question.said,
        lambda concept: doing.other(guide, question, concept),
        first=tuple(one.concept for one in question.others if not _is_job(one.concept)),
        none=lambda: doing.none(guide, question),
    ).open()


def ask_meaning(guide: Guide, words: Unplaced | SkillRow, said: str) -> None:
    """What words mean that mean no skill so far."""

    def picked(concept: Concept) -> None:
        doing.do(guide, lambda session: say_meaning(session, words, concept.id), doing.means(guide, said, concept))

    SearchForm(guide, said, picked).open()


def ask_instead(guide: Guide, row: SkillRow) -> None:
    """What a skill is instead of what the lists call it."""

    def picked(concept: Concept) -> None:
        doing.do(
            guide, lambda session: mean_instead(session, row, concept.id), doing.means(guide, row.best.said, concept)
        )

    SearchForm(guide, row.best.said, picked).open()


def _is_job(concept: Concept) -> bool:
    return concept.kind in ("occupation", "esco_occupation")
