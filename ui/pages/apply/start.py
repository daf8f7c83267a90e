"""Before there is anything to apply for: a posting from a file, or typed into a form."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.applying.form import FieldFault
from app.journey.apply_words import form_fault
from app.wording import Words
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.drop import DropOn, Dropped
from ui.kit.fields import Field, announce, line_edit, text_edit
from ui.kit.files import choose_file
from ui.kit.layouts import Flow, column, holding, row
from ui.kit.ring import bring_into_view
from ui.kit.text import Icon, Marked, Paragraph, Text
from ui.pages.apply.memory import ApplyMemory, Typed

FILE_WIDTH = 300


@dataclass(frozen=True)
class StartActions:
    """What can be done here: take a posting's file, paste its words, or take the practice posting."""

    file: Callable[[Path], object]
    paste: Callable[[], object]
    practice: Callable[[], object]


class Start(QWidget):
    """Two ways to say what is applied for. `typed` hears every key, so that nothing typed is lost."""

    def __init__(self, guide: Guide, memory: ApplyMemory, do: StartActions) -> None:
        super().__init__()
        self.guide, self.look, self.words = guide, guide.look, guide.words
        self.memory, self.do = memory, do
        self.file = FileCard(guide, do.file, do.paste)
        self.form = FormCard(guide, memory.typed, _usual_name(memory))
        side = column(self.file, *self._others(), None, gap=self.look.px(12))
        if self.look.compact:
            self.setLayout(column(holding(side), self.form, gap=self.look.px(12)))
            return
        narrow = holding(side)
        narrow.setFixedWidth(self.look.px(FILE_WIDTH))
        across = row(narrow, gap=self.look.px(16))
        across.addWidget(self.form, 1, Qt.AlignmentFlag.AlignTop)
        self.setLayout(across)

    def _others(self) -> list[QWidget]:
        """What a practice learner can use, and the posting that was put aside."""
        look, words, step = self.look, self.words, self.memory.step
        found: list[QWidget] = []
        if step is not None and step.posting is not None:
            says = words.text(
                "{organisation} looks for: {title}", organisation=step.posting.organisation, title=step.posting.title
            )
            use = Button(
                look, words.text("Use the practice posting"), self.do.practice, kind="forward", name="practice-posting"
            )
            found.append(_card(guide=self.guide, icon="briefcase", title=words.text("To practice"), says=says, do=use))
        if self.memory.before is not None:
            fill = Button(look, words.text("Correct the last one"), self._correct, icon="pencil", name="correct")
            title = words.text("Something was wrong?")
            found.append(_card(self.guide, "history", title, self.memory.before.title, fill))
        return found

    def _correct(self) -> None:
        if self.memory.before is not None:
            self.memory.typed.take(self.memory.before)
            self.form.show_typed()
            self.form.first.setFocus()
            announce(self, self.words.text("The form is filled in."))


def _usual_name(memory: ApplyMemory) -> str:
    typed = memory.typed.name
    return typed if typed is not None else memory.step.name if memory.step is not None else ""


def _card(guide: Guide, icon: str, title: str, says: str, do: Button) -> Card:
    look = guide.look
    head = row(Icon(look, icon, size=20), gap=look.px(10))
    head.addWidget(Text(look, title, "group"), 1)
    inside = column(head, Paragraph(look, says, "row", "quiet"), holding(Flow(do)), gap=look.px(8))
    inside.setContentsMargins(look.px(16), look.px(14), look.px(16), look.px(14))
    return Card(look, inside)


class FileCard(Card):
    """Takes a posting's file, chosen or dropped; what is wrong with it stands right here."""

    def __init__(self, guide: Guide, take: Callable[[Path], object], paste: Callable[[], object]) -> None:
        look, words = guide.look, guide.words
        self.guide, self.take = guide, take
        self.wrong = Marked(look, "broken", "", "caption", "danger", size=16, weight="semibold")
        self.wrong.hide()
        choose = Button(look, words.text("Choose the file"), self._choose, icon="folder-open", name="choose-posting")
        self.choose = choose
        pasting = Button(look, words.text("Paste its words"), paste, icon="clipboard-paste", name="paste-posting")
        says = Paragraph(
            look, words.text("A web page you saved, a text, or a file they sent. You can also drop it here."), "row"
        )
        inside = column(
            Icon(look, "upload", size=28),
            Text(look, words.text("Do you have the posting?"), "group"),
            says,
            holding(Flow(choose, pasting, gap=look.px(8))),
            self.wrong,
            gap=look.px(8),
            margins=(look.px(16), look.px(16), look.px(16), look.px(16)),
        )
        super().__init__(look, inside, ground="dashed")
        self.drops = DropOn(self, self._held, self._dropped)

    def fault(self, words: str) -> None:
        """Say what is wrong with the file, and leave the keyboard where another can be chosen."""
        self.wrong.setText(words)
        self.wrong.setVisible(bool(words))
        self.choose.setAccessibleDescription(words)
        if words:
            self.choose.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self.choose, words)
            bring_into_view(self.wrong)

    def _choose(self) -> None:
        words = self.guide.words
        kinds = f"{words.text('Posting')} (*.json *.html *.htm *.txt)"
        choose_file(self, words.text("Which file is the posting?"), kinds, self.take)

    def _held(self, number: int) -> None:
        self.on("chosen" if number else "dashed")

    def _dropped(self, found: Dropped) -> None:
        """Take the first of the files."""
        if found.files:
            self.take(found.files[0])


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
        heading = Text(look, words.text("Or tell us what they ask for"), "title")
        pairs = [_beside(guide, self.title, self.organisation), _beside(guide, self.code, self.address)]
        inside = column(
            heading,
            self.name,
            pairs[0],
            self.essential,
            self.nice,
            pairs[1],
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
