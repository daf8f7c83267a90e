"""What was found in a posting, put right by the learner in one list before any of it counts."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from app.applying.opportunity import KINDS, Opportunity
from app.applying.postings.correcting import correct, opportunity_of
from app.applying.postings.model import Found, Posting
from app.applying.postings.questions import with_answers_of
from app.errors import PersonError
from app.wording import postings as said
from app.wording.marking import marked
from ui.dialogs.form import Form
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.card import Card, Rule
from ui.kit.dialog import Dialog
from ui.kit.fields import Field, announce, line_edit
from ui.kit.layouts import column, holding, row
from ui.kit.menu_button import MenuButton
from ui.kit.text import Paragraph, Text
from ui.pages.apply.questions import Questions, kind_options

WIDE = 760
USES = (
    ("check", marked("A must")),
    ("star", marked("Nice to have")),
    ("minus", marked("Leave it out")),
)
MUST, NICE, OUT = range(3)


@dataclass
class Line:
    """One thing found as the learner has it now: its words, and what it counts as."""

    text: str
    use: int


class FoundForm(Form):
    """The list; `done` hears the opportunity it comes to."""

    def __init__(self, guide: Guide, posting: Posting, done: Callable[[Opportunity], object]) -> None:
        super().__init__(guide)
        self.posting, self._done = posting, done
        self.asked = tuple(one for one in posting.found if one.kind != "condition")
        self.told = tuple(one for one in posting.found if one.kind == "condition")
        self.lines = [Line(one.text, MUST if one.essential else NICE) for one in self.asked]
        self.heads = {"title": posting.title, "organisation": posting.organisation}
        self.more = ""
        self.answers = dict(posting.answers)
        self._fields: dict[str, Field] = {}
        self._choices: dict[int, MenuButton] = {}

    def draw(self) -> Dialog:
        """Kind, name and reader; then each thing found with its sentence; then what is only told."""
        look, words = self.guide.look, self.guide.words
        kind = kind_options(self.guide, self.posting.kind, self._turn)
        self.questions = Questions(self.guide, self.posting.kind, self.answers)
        self._fields = {
            "title": self._head("title", words.text("What do you apply for?")),
            "organisation": self._head("organisation", words.text("Who will read it?")),
        }
        parts: list[QWidget] = [kind, *self._fields.values(), Rule(look)]
        parts.append(Text(look, words.count("{number} thing found", "{number} things found", len(self.asked)), "group"))
        parts += [self._line(place, one) for place, one in enumerate(self.asked)]
        parts.append(self._added())
        parts += self._only_told()
        parts += [Rule(look), self.questions]
        use = Button(look, words.text("Show what fits"), self._use, kind="primary", icon="check", name="use-found")
        body = holding(column(*parts, gap=look.px(8)))
        why = words.text("Put right what is wrong. Nothing counts before you press the button.")
        return self.lay_out(words.text("Is this what they ask for?"), body, use, icon="list", why=why, wide=WIDE)

    def _head(self, name: str, label: str) -> Field:
        edit = line_edit(self.guide.look, self.heads[name])
        edit.textEdited.connect(lambda text: self._type_head(name, text))
        return Field(self.guide.look, label, edit, name=f"found-{name}")

    def _type_head(self, name: str, text: str) -> None:
        self.heads[name] = text
        self._fields[name].fault("")

    def _line(self, place: int, one: Found) -> QWidget:
        look, words, line = self.guide.look, self.guide.words, self.lines[place]
        edit = line_edit(look, line.text)
        edit.setObjectName(f"found-{place}")
        edit.setAccessibleName(words.text("Thing {number}", number=place + 1))
        edit.setAccessibleDescription(one.sentence)
        edit.textEdited.connect(lambda text: setattr(line, "text", text))
        button = MenuButton(
            look,
            [(icon, words.text(text)) for icon, text in USES],
            line.use,
            partial(self._pick, place),
            label=words.text("Thing {number}", number=place + 1),
            name=f"use-{place}",
            about=line.text,
        )
        self._choices[place] = button
        told = words.text(
            "{kind}: {sentence}", kind=words.name(words.text(said.ASKED[one.kind])), sentence=one.sentence
        )
        sentence = Text(look, told, "caption", "quiet")
        pad = look.px(12)
        if look.compact:
            return Card(look, column(edit, button, sentence, gap=look.px(6), margins=(pad, pad, pad, pad)))
        button.setFixedWidth(look.px(190))
        across = row(gap=look.px(10))
        across.addWidget(edit, 1)
        across.addWidget(button)
        return Card(look, column(across, sentence, gap=look.px(4), margins=(pad, look.px(8), pad, look.px(8))))

    def _pick(self, place: int, use: int) -> None:
        self.lines[place].use = use
        self._choices[place].show_choice(use)

    def _added(self) -> QWidget:
        look, words = self.guide.look, self.guide.words
        edit = line_edit(look, self.more)
        edit.textEdited.connect(lambda text: setattr(self, "more", text))
        hint = words.text("With a semicolon between them.")
        return Field(look, words.text("Do they ask for something else?"), edit, hint=hint, name="found-more")

    def _only_told(self) -> list[QWidget]:
        if not self.told:
            return []
        look, words = self.guide.look, self.guide.words
        title = Text(look, words.text("They also say this. No record has to show it."), "group")
        return [title, *(Paragraph(look, one.sentence or one.text, "row") for one in self.told)]

    def _turn(self, place: int) -> None:
        """Another kind has other questions; what was answered stays, should the kind turn back."""
        self.posting = replace(self.posting, kind=KINDS[place])
        self.questions.ask(self.posting.kind)

    def _use(self) -> None:
        words = self.guide.words
        try:
            wanted = opportunity_of(self._corrected())
        except PersonError as error:
            self._fault(error)
            return
        self.close()
        self._done(wanted)
        if self.posting.more:
            self.guide.tell(words.text("The posting asks for more things than are kept here."))

    def _corrected(self) -> Posting:
        """The posting as the learner has it now. PersonError as `correct`."""
        changes: list[dict[str, Any]] = []
        for place, line in enumerate(self.lines):
            if line.use == OUT or not line.text.strip():
                changes.append({"do": "remove", "at": place})
            else:
                changes.append({"do": "change", "at": place, "text": line.text, "essential": line.use == MUST})
        changes += [{"do": "add", "text": one.strip()} for one in self.more.split(";") if one.strip()]
        title, organisation = (" ".join(self.heads[name].split()) for name in ("title", "organisation"))
        return replace(
            self.posting,
            title=title,
            organisation=organisation,
            found=(*correct(self.asked, changes), *self.told),
            answers=with_answers_of(self.posting.kind, self.answers),
        )

    def _fault(self, error: PersonError) -> None:
        words, field = self.guide.words, str(error.values.get("field", ""))
        if field in self._fields:
            self._fields[field].fault(words.text("Fill this in first."))
            return
        sentence = words.problem(error.code, error.values)
        if self.dialog is not None:
            self.dialog.tell(sentence, wrong=True)
            announce(self.dialog, sentence)
