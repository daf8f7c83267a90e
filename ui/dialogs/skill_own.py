"""Something the learner can do, in their own words: new words, or other ones for words kept before."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer

from app.journey.session import Session
from app.journey.skills.changes import LONGEST, Change, add_own, change_own
from app.journey.skills.meant import GUESSES
from app.journey.skills.profile import Found, suggest
from app.journey.skills.rows import Backing
from ui.dialogs.form import Form, asks
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.choices import Check
from ui.kit.dialog import Dialog
from ui.kit.fields import Field, announce, text_edit
from ui.kit.heard import quietly
from ui.kit.layouts import column, holding
from ui.kit.text import Text
from ui.pages.skill import doing
from ui.pages.skill.kept import Draft, kept_of
from ui.work.task import Progress

PAUSE = 400
"""Milliseconds after the last key before we look what the words may mean."""


class OwnForm(Form):
    """Asks for own words; `before` are those to change, None for new ones."""

    def __init__(self, guide: Guide, before: Backing | None = None) -> None:
        super().__init__(guide)
        self.before = before
        kept = kept_of(guide)
        self.draft = kept.draft if before is None else Draft(before.said, before.sample or "")
        self.suggested: tuple[Found, ...] = ()
        self._looked: str | None = None

    def draw(self) -> Dialog:
        """Two fields, and what the words may mean."""
        look, words, draft = self.guide.look, self.guide.words, self.draft
        text, sample = text_edit(look, draft.text, lines=2), text_edit(look, draft.sample, lines=2)
        for edit in (text, sample):
            edit.setMaximumHeight(edit.minimumHeight())
        self.text = Field(
            look,
            words.text("What can you do?"),
            text,
            hint=words.text("One thing, in a few words. For example: help someone eat and dress"),
            name="own-text",
        )
        self.sample = Field(
            look,
            words.text("What can you show for it? You may leave this empty"),
            sample,
            hint=words.text("A piece of work, a photo, a person who saw it. With a sample, your word counts for more."),
            name="own-sample",
        )
        text.textChanged.connect(lambda: self._typed(text.toPlainText()))
        sample.textChanged.connect(lambda: self._shown(sample.toPlainText()))
        self.pause = QTimer(text, singleShot=True, interval=PAUSE)
        self.pause.timeout.connect(self._look)
        self.title = Text(look, words.text("Does it mean one of these? Check what fits."), "row", weight="semibold")
        self.checks = [Check(look, "", name=f"means-{place}") for place in range(GUESSES)]
        for place, check in enumerate(self.checks):
            check.clicked.connect(lambda *_, place=place: self._mean(place))
        save = Button(look, self._save_words(), self._save, kind="primary", icon="check", name="save-own")
        asks(text, sample, save, *self.checks)
        body = holding(column(self.text, self.title, *self.checks, self.sample, gap=look.px(8)))
        self._show()
        title = words.text("In your own words") if self.before is None else words.text("Change your words")
        return self.lay_out(title, body, save, icon="pencil")

    def _save_words(self) -> str:
        words = self.guide.words
        return words.text("Add this skill") if self.before is None else words.text("Save")

    def _typed(self, text: str) -> None:
        self.draft.text = text
        self.text.fault("")
        if self.before is None:
            self.pause.start()

    def _shown(self, text: str) -> None:
        self.draft.sample = text
        self.sample.fault("")

    def _look(self) -> None:
        """Look what the words may mean."""
        typed, kept = self.draft.text.strip(), kept_of(self.guide)
        if typed == self._looked or kept.known is None or len(typed) > LONGEST:
            return
        self._looked = typed
        held = kept.known.page.held

        def work(session: Session, _progress: Progress) -> tuple[Found, ...]:
            return suggest(session, typed, held) if typed else ()

        self.guide.run(work, partial(self._found, typed), owner=None, failed=self._failed)

    def _found(self, typed: str, found: tuple[Found, ...]) -> None:
        if self.dialog is None or typed != self.draft.text.strip():
            return
        self.suggested = found
        offered = {one.match.concept.id for one in found}
        self.draft.means = {id_: name for id_, name in self.draft.means.items() if id_ in offered}
        self._show()
        if found:
            announce(self.text.edit, self.title.text())

    def _failed(self, error: Exception) -> None:
        if self.dialog is not None:
            self.guide.fail(error)

    def _show(self) -> None:
        words = self.guide.words
        self.title.setVisible(bool(self.suggested))
        for place, check in enumerate(self.checks):
            check.setVisible(place < len(self.suggested))
            if place < len(self.suggested):
                concept = self.suggested[place].match.concept
                name = words.name(concept.name)
                text = words.text("{name} (you show this)", name=name) if self.suggested[place].held else name
                check.setText(text)
                check.setAccessibleName(text)
                quietly(check, checked=concept.id in self.draft.means)

    def _mean(self, place: int) -> None:
        concept = self.suggested[place].match.concept
        if self.checks[place].isChecked():
            self.draft.means[concept.id] = concept.name
        else:
            self.draft.means.pop(concept.id, None)

    def _save(self) -> None:
        words, text = self.guide.words, self.draft.text
        if not text.strip():
            self.text.fault(words.problem("own_words_empty", {}))
        elif len(text) > LONGEST:
            self.text.fault(words.problem("own_words_long", {"limit": LONGEST}))
        elif len(self.draft.sample) > LONGEST:
            self.sample.fault(words.problem("own_words_long", {"limit": LONGEST}))
        elif self._is_there(text):
            self.text.fault(words.text("You have said this already. You can change it in the list."))
        else:
            self._keep()

    def _is_there(self, text: str) -> bool:
        """Whether other own words say the same."""
        known = kept_of(self.guide).known
        own = [one for row in known.page.rows for one in row.backing if one.own is not None] if known else []
        mine = None if self.before is None else self.before.own
        return any(_same(one.said, text) for one in own if one.own != mine)

    def _keep(self) -> None:
        words, draft, before = self.guide.words, Draft(self.draft.text, self.draft.sample), self.before
        means = tuple(self.draft.means)

        def make(session: Session) -> Change:
            if before is None or before.own is None:
                return add_own(session, draft.text, draft.sample, means).change
            return change_own(session, before.own, draft.text, draft.sample)

        said = (
            words.text("Added: “{said}”.", said=doing.told(draft.text))
            if before is None
            else words.text("Changed: “{said}”.", said=doing.told(draft.text))
        )
        self.wait(words.text("Saving"))
        doing.do(self.guide, make, said, after=self._kept, failed=self._refused)

    def _kept(self) -> None:
        if self.before is None:
            kept_of(self.guide).draft = Draft()
        self.wait("")
        self.close()

    def _refused(self, error: Exception) -> None:
        self.wait("")
        if self.dialog is not None and (sentence := self.said(error)):
            self.text.fault(sentence)


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def open_add(guide: Guide) -> None:
    """Ask for something new."""
    OwnForm(guide).open()


def open_words(guide: Guide, before: Backing, on_close: Callable[[], object] | None = None) -> None:
    """Ask for other words."""
    OwnForm(guide, before).open(on_close)
