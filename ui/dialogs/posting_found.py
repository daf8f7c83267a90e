"""What was found in a posting, put right by the learner in one list before any of it counts."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from itertools import count
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.applying.form import token_faults
from app.applying.opportunity import KINDS, Opportunity
from app.applying.postings.asked import put_back
from app.applying.postings.correcting import correct, opportunity_of
from app.applying.postings.kept import found_from_kept, found_kept, posting_from_kept, posting_kept
from app.applying.postings.model import Posting
from app.applying.postings.questions import with_answers_of
from app.errors import PersonError
from app.journey.apply.words import form_fault
from ui.dialogs.form import Form
from ui.dialogs.posting_left import LeftOut
from ui.dialogs.posting_line import MUST, NO_NUMBER, OUT, Line, LineCard, line_of, years_of
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.card import Rule
from ui.kit.dialog import Dialog
from ui.kit.fields import Field, announce, line_edit
from ui.kit.layouts import column, holding
from ui.kit.text import Paragraph, Text
from ui.pages.apply.left import FOUND
from ui.pages.apply.questions import Questions, kind_options
from ui.unsaved import unsaved_of

WIDE = 760


class FoundForm(Form):
    """The list; `done` hears the opportunity it comes to."""

    def __init__(self, guide: Guide, posting: Posting, done: Callable[[Opportunity], object]) -> None:
        super().__init__(guide)
        self.posting, self._done = posting, done
        self.asked = tuple(one for one in posting.found if one.kind != "condition")
        self.told = tuple(one for one in posting.found if one.kind == "condition")
        self.lines = [line_of(one) for one in self.asked]
        self.heads = {
            "title": posting.title,
            "organisation": posting.organisation,
            "code": posting.challenge or "",
            "address": posting.domain or "",
        }
        self.more = ""
        self.left = list(posting.skipped)
        self.left_open = False
        self.answers = dict(posting.answers)
        self._fields: dict[str, Field] = {}
        self._cards: list[LineCard] = []
        self.unsaved = unsaved_of(guide)
        self.unsaved.live[FOUND] = self.typed

    def typed(self) -> dict[str, Any]:
        """All of it as plain JSON, for `found_form`."""
        return {
            "posting": posting_kept(self.posting),
            "asked": [found_kept(one) for one in self.asked],
            "lines": [asdict(one) for one in self.lines],
            "heads": dict(self.heads),
            "more": self.more,
            "left": list(self.left),
            "answers": dict(self.answers),
        }

    def take(self, typed: Mapping[str, Any]) -> None:
        """Go on where `typed` was left."""
        self.asked = tuple(found_from_kept(one) for one in typed["asked"])
        self.lines = [Line(**one) for one in typed["lines"]]
        self.heads, self.more, self.left = dict(typed["heads"]), typed["more"], list(typed["left"])
        self.answers = dict(typed["answers"])

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
        self.counted = Text(look, self._count(), "group")
        self._cards = [LineCard(self.guide, *three) for three in zip(count(1), self.lines, self.asked)]
        self.things = column(*self._cards, gap=look.px(8))
        parts += [self.counted, holding(self.things)]
        if self.left:
            parts.append(LeftOut(self.guide, self.left, self._put_back, self._turn_left, opened=self.left_open))
        parts.append(self._added())
        parts += self._only_told()
        parts += [Rule(look), *self._request(), self.questions]
        use = Button(look, words.text("Show what fits"), self._use, kind="primary", icon="check", name="use-found")
        body = holding(column(*parts, gap=look.px(8)))
        why = words.text("Put right what is wrong. Nothing counts before you press the button.")
        return self.lay_out(words.text("Is this what they ask for?"), body, use, icon="list", why=why, wide=WIDE)

    def _count(self) -> str:
        return self.guide.words.count("{number} thing found", "{number} things found", len(self.asked))

    def _turn_left(self, opened: bool) -> None:  # noqa: FBT001  whether the lines left out are shown
        self.left_open = opened

    def _put_back(self, sentence: str) -> None:
        """A line that was left out is asked after all, as the last thing of the list."""
        one = put_back(sentence)
        self.left.remove(sentence)
        self.asked = (*self.asked, one)
        self.lines.append(line_of(one))
        card = LineCard(self.guide, len(self.lines), self.lines[-1], one)
        self._cards.append(card)
        self.things.addWidget(card)
        self.counted.setText(self._count())
        card.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(card, self.guide.words.text("It is in the list now: “{line}”.", line=one.text))

    def _request(self) -> list[Field]:
        """What the reader sent to sign for, if anything."""
        words = self.guide.words
        hint = words.text("Leave it empty if not.")
        self._fields |= {
            "code": self._head("code", words.text("Did they send you a code?"), hint),
            "address": self._head("address", words.text("Did they send a web address with it?"), hint),
        }
        return [self._fields["code"], self._fields["address"]]

    def _head(self, name: str, label: str, hint: str = "") -> Field:
        edit = line_edit(self.guide.look, self.heads[name])
        edit.textEdited.connect(lambda text: self._type_head(name, text))
        return Field(self.guide.look, label, edit, hint=hint, name=f"found-{name}")

    def _type_head(self, name: str, text: str) -> None:
        self.heads[name] = text
        self._fields[name].fault("")

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
        if self._years_wrong() or self._request_wrong():
            return
        try:
            wanted = opportunity_of(self._corrected())
        except PersonError as error:
            self._fault(error)
            return
        self.unsaved.forget(FOUND)
        self.close()
        self._done(wanted)
        if self.posting.more:
            self.guide.tell(words.text("The posting asks for more things than are kept here."))

    def _years_wrong(self) -> bool:
        """Whether years typed are no number; told, with the keyboard in that field."""
        used = [place for place, line in enumerate(self.lines) if line.use != OUT]
        wrong = next((one for one in used if years_of(self.lines[one], self.asked[one]) == NO_NUMBER), None)
        if wrong is None:
            return False
        words = self.guide.words
        said = words.text("Thing {number}: write the years as a number, like 2.", number=wrong + 1)
        self._cards[wrong].years.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell(said)
        return True

    def _request_wrong(self) -> bool:
        """Whether code or address cannot be as they were sent; told beside the first of them that is wrong."""
        code, address = self.heads["code"], self.heads["address"]
        faults = [*token_faults("code", code), *token_faults("address", address)]
        for fault in reversed(faults):
            self._fields[fault.field].fault(form_fault(self.guide.words, fault))
        return bool(faults)

    def _corrected(self) -> Posting:
        """The posting as the learner has it now. PersonError as `correct`."""
        changes: list[dict[str, Any]] = []
        for place, line in enumerate(self.lines):
            if line.use == OUT or not line.text.strip():
                changes.append({"do": "remove", "at": place})
            else:
                told = {"text": line.text, "essential": line.use == MUST, "kind": line.kind}
                changes.append({"do": "change", "at": place, **told, "years": years_of(line, self.asked[place])})
        changes += [{"do": "add", "text": one.strip()} for one in self.more.split(";") if one.strip()]
        title, organisation = (" ".join(self.heads[name].split()) for name in ("title", "organisation"))
        return replace(
            self.posting,
            title=title,
            organisation=organisation,
            challenge=self.heads["code"].strip() or None,
            domain=self.heads["address"].strip() or None,
            found=(*correct(self.asked, changes), *self.told),
            answers=with_answers_of(self.posting.kind, self.answers),
        )

    def _fault(self, error: PersonError) -> None:
        words, field = self.guide.words, str(error.values.get("field", ""))
        if field in self._fields:
            self._fields[field].fault(words.text("Fill this in first."))
            return
        sentence = words.problem(error.code, error.values)
        self._tell(sentence)

    def _tell(self, sentence: str) -> None:
        if self.dialog is not None:
            self.dialog.tell(sentence, wrong=True)
            announce(self.dialog, sentence)


def go_on(guide: Guide, done: Callable[[Opportunity], object]) -> FoundForm:
    """The list as it was left. PersonError `draft_unreadable` where another version of the program left it."""
    typed = unsaved_of(guide).get(FOUND)
    try:
        form = FoundForm(guide, posting_from_kept(typed["posting"]), done)
        form.take(typed)
    except (KeyError, TypeError, ValueError) as error:
        raise PersonError("draft_unreadable") from error
    return form
