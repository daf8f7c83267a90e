"""What came of something sent: its day, and a note."""

from dataclasses import asdict, dataclass
from datetime import date, datetime, time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.journey.after.ledger import Entry, say_outcome, take_back_outcome
from app.journey.session import Session
from app.wording import Words
from app.wording.after import outcome_word, said_line
from app.wording.marking import marked
from app.wording.typed_days import day_example, time_example, typed_day, typed_time
from ui.dialogs.form import Form, asks
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.dialog import Dialog
from ui.kit.fields import Field, line_edit
from ui.kit.layouts import column, holding, row
from ui.kit.text import Paragraph, Text
from ui.pages.sent.looks import ICONS
from ui.theme.look import Look
from ui.unsaved import unsaved_of
from ui.work.task import Progress

MORNING = time(10, 30)
DAYS = {
    "interview": marked("Day of the interview"),
    "offer": marked("Day by which to answer"),
    "accepted": marked("First day"),
}
DAY = marked("Day")
NOTES = {
    "interview": marked("Who will be there? What should you bring?"),
    "not_this_time": marked("Did they say why? It helps next time."),
}
NOTE = marked("Only you read it. It stays in your vault.")


@dataclass
class Typed:
    """What is typed, as it stands in the fields."""

    day: str = ""
    hour: str = ""
    note: str = ""


class OutcomeForm(Form):
    """Nothing has to be filled in: an outcome alone is worth saying."""

    def __init__(self, guide: Guide, entry: Entry, code: str, named: str, today: datetime) -> None:
        super().__init__(guide)
        self.entry, self.code, self.named, self.today = entry, code, named, today
        self.spoken = guide.words
        self.unsaved, self.typing = unsaved_of(guide), f"outcome {entry.id} {code}"
        self.typed = self._left() or self._before()

    def _left(self) -> Typed | None:
        """What was typed and not saved, in the language that its day was typed in."""
        found = self.unsaved.get(self.typing)
        if not found:
            return None
        self.spoken = Words(found["spoken"])
        return Typed(found["day"], found["hour"], found["note"])

    def _before(self) -> Typed:
        """What was said of the same outcome before is there to change."""
        said, words = self.entry.outcome, self.guide.words
        if said is None or said.code != self.code:
            return Typed()
        return Typed(
            day_example(words, said.on) if said.on else "", time_example(words, said.at) if said.at else "", said.note
        )

    def draw(self) -> Dialog:
        """Day, time and note, and what was said before."""
        self._follow_language()
        look, words, typed = self.guide.look, self.guide.words, self.typed
        self.day = self._field(DAYS.get(self.code, DAY), typed.day, "day", words.text("You can leave this empty."))
        self.hour = self._field(marked("Time of day"), typed.hour, "hour", words.text("You can leave this empty."))
        self.note = self._field(marked("Note"), typed.note, "note", words.text(NOTES.get(self.code, NOTE)))
        save = Button(look, words.text("Save"), self._save, kind="primary", name="save-outcome")
        asks(self.day.edit, self.hour.edit, self.note.edit, save)
        when = column(self.day, self.hour) if look.compact else _beside(look, self.day, self.hour)
        body = holding(column(holding(when), self.note, *self._said_before(), gap=look.px(10)))
        word = outcome_word(words, self.code)
        return self.lay_out(
            words.text("{organisation}: {outcome}", organisation=self.named, outcome=word),
            body,
            save,
            icon=ICONS[self.code],
            why=self.entry.title,
        )

    def _follow_language(self) -> None:
        """A day that was typed stays the same day where the language is now another one: 1/12 is not 12/1."""
        before, self.spoken = self.spoken, self.guide.words
        on = typed_day(before, self.typed.day, self.today.date())
        if on is not None and before.language != self.spoken.language:
            self.typed.day = day_example(self.spoken, on)

    def _field(self, label: str, text: str, name: str, hint: str) -> Field:
        look, words = self.guide.look, self.guide.words
        edit = line_edit(look, text)
        field = Field(look, words.text(label), edit, hint=hint, name=name)
        edit.textChanged.connect(lambda text: self._keep(name, field, text))
        edit.returnPressed.connect(self._save)
        return field

    def _keep(self, name: str, field: Field, text: str) -> None:
        setattr(self.typed, name, text)
        same = self.typed == self._before()
        self.unsaved.keep(self.typing, None if same else {**asdict(self.typed), "spoken": self.spoken.language})
        field.fault("")

    def _said_before(self) -> list[QWidget]:
        look, words = self.guide.look, self.guide.words
        if not self.entry.outcomes:
            return []
        lines = [
            Paragraph(look, said_line(words, one.code, one.note, one.on, one.at, self.today), "row", "quiet")
            for one in reversed(self.entry.outcomes)
        ]
        return [Text(look, words.text("What you said before"), "row", weight="semibold"), *lines]

    def _save(self) -> None:
        for field in (self.day, self.hour, self.note):
            field.fault("")
        on, at = self._when()
        if self._day_unclear(on) or self._hour_unclear(on, at):
            return
        entry, code, note = self.entry.id, self.code, self.typed.note
        self.wait(self.guide.words.text("Saving"))
        self.guide.run(
            lambda session, _progress: say_outcome(session, entry, code, note=note, on=on, at=at),
            self._saved,
            owner=None,
            failed=self._refused,
        )

    def _when(self) -> tuple[date | None, time | None]:
        return typed_day(self.guide.words, self.typed.day, self.today.date()), typed_time(self.typed.hour)

    def _day_unclear(self, on: date | None) -> bool:
        words = self.guide.words
        if on is None and self.typed.day.strip():
            self.day.fault(words.text("Write the day like this: {example}.", example=day_example(words, self.today)))
            return True
        return False

    def _hour_unclear(self, on: date | None, at: time | None) -> bool:
        words = self.guide.words
        if not self.typed.hour.strip():
            return False
        if at is None:
            self.hour.fault(words.text("Write the time like this: {example}.", example=time_example(words, MORNING)))
        elif on is None:
            self.day.fault(words.text("Write the day, too."))
        return at is None or on is None

    def _saved(self, outcome: int) -> None:
        guide, words = self.guide, self.guide.words
        self.unsaved.forget(self.typing)
        self.wait("")
        self.close()
        word = outcome_word(words, self.code)
        guide.tell(
            words.text("Saved. {organisation}: {outcome}", organisation=self.named, outcome=word),
            lambda: _take_back(guide, outcome),
        )
        guide.renew()

    def _refused(self, error: Exception) -> None:
        self.wait("")
        sentence = self.said(error)
        if sentence and self.dialog is not None:
            self.note.fault(sentence)


def _beside(look: Look, *fields: Field) -> QHBoxLayout:
    """Fields side by side; one that grows by what is wrong leaves the others where they are."""
    made = row(gap=look.px(16))
    for field in fields:
        made.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    return made


def _take_back(guide: Guide, outcome: int) -> None:
    def work(session: Session, _progress: Progress) -> bool:
        return take_back_outcome(session, outcome)

    guide.run(work, lambda _there: guide.renew(), owner=None)
