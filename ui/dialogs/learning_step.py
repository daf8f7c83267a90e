"""Typing in a single course or program that the learner knows of, or changing one."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.errors import PersonError
from app.wording.learning import FIELD_NAMES, unknown_skills_line
from app.wording.marking import marked
from ui.dialogs.form import Form, asks
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.choices import Check
from ui.kit.dialog import Dialog
from ui.kit.fields import Field, line_edit
from ui.kit.layouts import Item, column, holding, row

if TYPE_CHECKING:
    from app.journey.learning.steps import TypedStep
    from app.journey.session import Session
    from ui.work.task import Progress

LABELS = {
    "name": marked("Name of the course"),
    "provider": marked("Who gives it?"),
    "city": marked("City"),
    "state": marked("State"),
    "cost": marked("Price in dollars"),
    "includes": marked("What the price covers"),
    "hours": marked("Hours in all"),
    "weeks": marked("Weeks"),
    "starts": marked("Days it starts"),
    "schedule": marked("Days and times"),
    "language": marked("Language"),
    "credential": marked("What you get at the end"),
    "skills": marked("What it teaches"),
    "cip": marked("Program code (CIP)"),
    "page": marked("Website"),
}
HINTS = {
    "name": marked("For example: Phlebotomy, evening class"),
    "cost": marked("Write 0 if it is free. Leave it empty if you do not know."),
    "starts": marked("For example: 2026-09-08; 2027-01-12"),
    "skills": marked("With a semicolon between them. For example: Draw blood; Medical terms"),
    "cip": marked("If the school told you one. It tells which jobs the course is for."),
    "page": marked("It is shown and never opened by itself."),
}
LINES = (
    ("name",),
    ("provider",),
    ("city", "state"),
    ("cost", "includes"),
    ("hours", "weeks"),
    ("starts", "schedule"),
    ("language", "cip"),
    ("skills",),
    ("credential",),
    ("page",),
)
"""Fields that stand beside each other where there is room."""
ONLINE = "yes"


class StepForm(Form):
    """Asks for one course; `step_id` is one to change, empty for a new one. `after` is called once it is kept."""

    def __init__(self, guide: Guide, step_id: str, after: Callable[[], object]) -> None:
        super().__init__(guide)
        self.step_id, self._after = step_id, after
        self.typed: dict[str, str] = {}
        self._fields: dict[str, Field] = {}

    def begin(self) -> None:
        """Show it, with what was typed before."""
        step_id = self.step_id

        def before(session: "Session", _progress: "Progress") -> Mapping[str, str]:
            from app.journey.learning.steps import typed_fields

            return typed_fields(session, step_id) if step_id else {}

        def show(told: Mapping[str, str]) -> None:
            self.typed = dict(told)
            self.open()

        self.guide.run(before, show, owner=None)

    def draw(self) -> Dialog:
        """A field for each thing there is to tell; only the name must be there."""
        look, words = self.guide.look, self.guide.words
        self._fields = {name: self._field(name) for name in LABELS}
        online = Check(
            look, words.text("I can do it online"), name="step-online", checked=self.typed.get("online") == ONLINE
        )
        online.toggled.connect(lambda on: self.typed.__setitem__("online", ONLINE if on else ""))
        save = Button(look, words.text("Keep this course"), self._save, kind="primary", icon="check", name="keep-step")
        asks(online, save, *(field.edit for field in self._fields.values()))
        body = holding(column(*self._rows(online), gap=look.px(8)))
        title = words.text("Change a course") if self.step_id else words.text("A course you know of")
        why = words.text("Only the name is needed. What you leave empty counts as not known.")
        return self.lay_out(title, body, save, why=why, icon="graduation-cap")

    def _field(self, name: str) -> Field:
        look, words = self.guide.look, self.guide.words
        edit = line_edit(look, self.typed.get(name, ""))
        edit.textEdited.connect(lambda text: self._type(name, text))
        hint = words.text(HINTS[name]) if name in HINTS else ""
        return Field(look, words.text(LABELS[name]), edit, hint=hint, name=f"step-{name}")

    def _rows(self, online: QWidget) -> list[Item]:
        look = self.guide.look
        lines = [(name,) for name in LABELS] if look.compact else LINES
        made: list[Item] = []
        for line in lines:
            across = row(gap=look.px(12))
            for name in line:
                across.addLayout(column(self._fields[name], None), 1)
            made.append(across)
            if "state" in line:
                made.append(online)
        return made

    def _type(self, name: str, text: str) -> None:
        self.typed[name] = text
        self._fields[name].fault("")

    def _save(self) -> None:
        told = {name: text.strip() for name, text in self.typed.items() if text.strip()}
        words, step_id = self.guide.words, self.step_id

        def work(session: "Session", _progress: "Progress") -> "TypedStep":
            from app.journey.learning.steps import add_step, change_step

            return change_step(session, step_id, told) if step_id else add_step(session, told)

        self.wait(words.text("Keeping the course"))
        self.guide.run(work, self._kept, owner=None, failed=self._failed)

    def _kept(self, kept: "TypedStep") -> None:
        guide, words = self.guide, self.guide.words
        self.wait("")
        self.close()

        def back() -> None:
            def work(session: "Session", _progress: "Progress") -> None:
                from app.journey.learning.steps import undo_step

                undo_step(session, kept.undo)

            guide.run(work, lambda _none: guide.renew(), owner=None)

        said = words.text("{name} is kept. Plans can use it now.", name=kept.step.name)
        if kept.unknown_skills:
            said = f"{said} {unknown_skills_line(words, kept.unknown_skills)}"
        guide.tell(said, back)
        guide.renew()
        self._after()

    def _failed(self, error: Exception) -> None:
        self.wait("")
        name = str(error.values.get("field", "")) if isinstance(error, PersonError) else ""
        if isinstance(error, PersonError) and name in FIELD_NAMES:
            called = self.guide.words.text(FIELD_NAMES[name])
            error = PersonError(error.code, **{**error.values, "field": called})
        said = self.said(error)
        if said:
            (self._fields.get(name) or self._fields["name"]).fault(said)
