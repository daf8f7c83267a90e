"""What is applied for, typed into a form."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.applying.form import FieldFault
from app.applying.opportunity import KINDS
from app.journey.apply.words import form_fault
from app.wording import Words
from ui.guide import Guide
from ui.kit.card import Card, Rule
from ui.kit.fields import Field, line_edit, text_edit
from ui.kit.layouts import column, holding, row
from ui.kit.text import Text
from ui.pages.apply.memory import Typed
from ui.pages.apply.questions import Questions, kind_options


class FormCard(Card):
    """The form; `fault` says what is wrong, each beside its field."""

    def __init__(self, guide: Guide, typed: Typed, name: str) -> None:
        look, words = guide.look, guide.words
        self.guide, self.typed = guide, typed
        self.name = self._line("name", words.text("Your name as they should read it"), name)
        self.title = self._line("title", words.text("What do you apply for?"), hint=words.text("A job, class or place"))
        self.organisation = self._line("organisation", words.text("Who will read it?"))
        one_each = words.text("One thing on each line. You can paste their list.")
        self.essential = self._lines("essential", words.text("What do they ask for?"), 4, one_each)
        self.nice = self._lines("nice", words.text("What is nice to have, but not a must?"), 2)
        self.code = self._line(
            "code", words.text("Did they send you a code?"), hint=words.text("Leave it empty if not.")
        )
        self.address = self._line("address", words.text("Did they send a web address with it?"))
        self.first = self.title.edit
        self.kinds = kind_options(guide, typed.kind, self._turn)
        self.questions = Questions(guide, typed.kind, typed.answers)
        heading = Text(look, words.text("Or tell us what they ask for"), "title")
        pairs = [_beside(guide, self.title, self.organisation), _beside(guide, self.code, self.address)]
        inside = column(
            heading,
            self.kinds,
            self.name,
            pairs[0],
            self.essential,
            self.nice,
            pairs[1],
            Rule(look),
            self.questions,
            gap=look.px(10),
            margins=(look.px(20), look.px(16), look.px(20), look.px(16)),
        )
        super().__init__(look, inside)

    def show_typed(self) -> None:
        """Fill the fields with what is known."""
        for field in self._fields():
            name = field.edit.objectName().removeprefix("posting-")
            if name != "name":
                _fill(field, getattr(self.typed, name))
        self.kinds.choose(KINDS.index(self.typed.kind))
        self.questions.answers = self.typed.answers
        self.questions.ask(self.typed.kind)

    def _turn(self, place: int) -> None:
        self.typed.kind = KINDS[place]
        self.questions.ask(self.typed.kind)

    def faults(self, faults: tuple[FieldFault, ...]) -> None:
        """Show all that is wrong; the first of it has the keyboard in the end."""
        words, count = self.guide.words, len(self.typed.form.asked)
        essential = sum(one.essential for one in self.typed.form.asked)
        told: dict[int, str] = {}
        fields = self._fields()
        for fault in faults:
            nice = fault.row is not None and count > 0 and fault.row >= essential
            field = self.nice if nice else self._field(fault)
            told.setdefault(fields.index(field), _sentence(words, self.typed, fault))
        for place, field in enumerate(fields):
            if place not in told:
                field.fault("")
        for place in sorted(told, reverse=True):
            fields[place].fault(told[place])

    def _field(self, fault: FieldFault) -> Field:
        return {
            "title": self.title,
            "organisation": self.organisation,
            "asked": self.essential,
            "code": self.code,
            "address": self.address,
        }[fault.field]

    def _fields(self) -> list[Field]:
        return [self.name, self.title, self.organisation, self.essential, self.nice, self.code, self.address]

    def _line(self, name: str, label: str, text: str | None = None, hint: str = "") -> Field:
        edit = line_edit(self.guide.look, text if text is not None else getattr(self.typed, name))
        field = Field(self.guide.look, label, edit, hint=hint, name=f"posting-{name}")
        edit.textChanged.connect(lambda now: self._typed(field, name, now))
        return field

    def _lines(self, name: str, label: str, lines: int, hint: str = "") -> Field:
        edit = text_edit(self.guide.look, getattr(self.typed, name), lines=lines)
        edit.setMaximumHeight(edit.minimumHeight())
        field = Field(self.guide.look, label, edit, hint=hint, name=f"posting-{name}")
        edit.textChanged.connect(lambda: self._typed(field, name, edit.toPlainText()))
        return field

    def _typed(self, field: Field, name: str, text: str) -> None:
        setattr(self.typed, name, text)
        if field.wrong.text():
            field.fault("")


def _fill(field: Field, text: str) -> None:
    edit = field.edit
    if isinstance(edit, QLineEdit):
        edit.setText(text)
    elif isinstance(edit, QPlainTextEdit):
        edit.setPlainText(text)


def _beside(guide: Guide, one: Field, other: Field) -> QWidget:
    """Two fields in a row, below each other where there is little room."""
    look = guide.look
    if look.compact:
        return holding(column(one, other, gap=look.px(10)))
    line = row(gap=look.px(16))
    for field in (one, other):
        line.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    return holding(line)


def _sentence(words: Words, typed: Typed, fault: FieldFault) -> str:
    """What is wrong; of a line in a list, which line is meant."""
    if fault.row is None:
        return form_fault(words, fault)
    line = typed.form.asked[fault.row].name
    if fault.why == "twice":
        return words.text("You wrote “{line}” twice.", line=line)
    return words.text("“{line}”: {fault}", line=line, fault=form_fault(words, fault))
