"""How to sign and what to write: the usual is chosen already, and "More choices" opens the rest."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QWidget

from app.applying.making import KEY_CHOICES, PROOF_FORMS
from app.errors import PersonError
from app.journey.apply.papers import CARRY_PROOF, PAPER_FORMS, PaperForm
from app.wording.languages import LANGUAGE_NAMES, LANGUAGES
from app.wording.marking import marked
from app.wording.signing import PAPER_FORMS as PAPER_WORDS
from app.wording.signing import PROOF_FORMS as PROOF_WORDS
from app.wording.typed_days import day_example
from ui.dialogs.form import asks
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.choices import Check
from ui.kit.fields import Field, announce, line_edit
from ui.kit.layouts import Flow, column, holding
from ui.kit.options import Options
from ui.kit.ring import bring_into_view
from ui.kit.text import Marked, Text
from ui.pages.apply.memory import How

PAPERS: dict[PaperForm, str] = {
    "signed": marked("The signed file"),
    "html": marked("A page to read"),
    "pdf": marked("A PDF to print or mail"),
    "ler-rs": marked("A résumé for programs"),
    "text": marked("Résumé as plain text"),
    "zip": marked("All in one zip file"),
}
KEYS = {
    "bound": marked("The key your records name"),
    "new": marked("A new key for this alone"),
}


class HowPanel(QWidget):
    """Papers, language, end date, key and form of proof; `changed` hears of each choice that may change what is told.

    `keys` is False where no record names a key of the learner's: then there is nothing to choose between.
    """

    def __init__(self, guide: Guide, how: How, changed: Callable[[], object], *, keys: bool) -> None:
        super().__init__()
        self.guide, self.how, self.changed = guide, how, changed
        look = guide.look
        how.follow(guide.words)
        self.opens = Button(
            look, "", self._turn, kind="forward", size="small", icon_after="chevron-down", name="more-choices"
        )
        self.wrong, self.unfit = (
            Marked(look, "broken", "", "caption", "danger", size=16, weight="semibold") for _ in range(2)
        )
        self.wrong.hide()
        self.unfit.hide()
        self.until = self._until()
        parts = [
            self._papers(),
            self._language(),
            self.until,
            *([self._keys()] if keys else []),
            self._proofs(),
            self.unfit,
        ]
        self.rest = holding(column(*parts, gap=look.px(14)))
        self.setLayout(column(holding(Flow(self.opens)), self.rest, gap=look.px(10)))
        self._show()

    def _papers(self) -> QWidget:
        look, words = self.guide.look, self.guide.words
        checks = []
        for form in PAPER_FORMS:
            check = Check(look, words.text(PAPERS[form]), name=f"paper-{form}", checked=form in self.how.forms)
            check.setAccessibleDescription(words.text(PAPER_WORDS[form]))
            check.toggled.connect(partial(self._paper, form))
            asks(check)
            checks.append(check)
        title = Text(look, words.text("What should be written?"), "row", weight="semibold")
        return holding(column(title, holding(Flow(*checks, gap=look.px(12))), self.wrong, gap=look.px(4)))

    def _language(self) -> QWidget:
        words = self.guide.words
        now = self.how.language or words.language
        parts = [(f"paper-language-{code}", LANGUAGE_NAMES[code]) for code in LANGUAGES]
        chosen = LANGUAGES.index(now) if now in LANGUAGES else 0
        return Options(self.guide.look, words.text("In which language?"), parts, self._spoken, chosen=chosen)

    def _until(self) -> Field:
        look, words = self.guide.look, self.guide.words
        edit = line_edit(look, self.how.until)
        edit.textChanged.connect(self._dated)
        asks(edit)
        hint = words.text("After that day it is no proof any more. Leave it empty for no end.")
        return Field(look, words.text("Last day on which it counts"), edit, hint=hint, name="counts-until")

    def _keys(self) -> QWidget:
        words = self.guide.words
        parts = [(f"key-{one}", words.text(KEYS[one])) for one in KEY_CHOICES]
        label = words.text("Which key should sign it?")
        return Options(self.guide.look, label, parts, self._key, chosen=KEY_CHOICES.index(self.how.key))

    def _proofs(self) -> QWidget:
        words = self.guide.words
        parts = [(f"proof-{one}", words.text(PROOF_WORDS[one])) for one in PROOF_FORMS]
        label = words.text("In which form is it signed?")
        return Options(self.guide.look, label, parts, self._proof, chosen=PROOF_FORMS.index(self.how.proof))

    def fault(self) -> bool:
        """Whether something cannot be done so; it is told beside the choice, which is opened."""
        words = self.guide.words
        if not self.how.forms.intersection(CARRY_PROOF):
            said = words.text("Check the signed file, the page, the PDF or the zip file. The others are no proof.")
            self._tell(self.wrong, said)
            return True
        if self.how.until.strip() and self.how.day(words) is None:
            example = day_example(words, datetime.now().astimezone().date())
            self.late(words.text("Write the day like this: {example}.", example=example))
            return True
        try:
            self.how.making(words)
        except PersonError as error:
            self.late(words.problem(error.code, error.values))
            return True
        return False

    def late(self, sentence: str) -> None:
        """Say what is wrong with the last day."""
        self._open()
        self.until.fault(sentence)

    def refuse(self, sentence: str) -> None:
        """Say why the records cannot be signed in this form."""
        self._tell(self.unfit, sentence)

    def _tell(self, place: Marked, sentence: str) -> None:
        self._open()
        place.setText(sentence)
        place.show()
        announce(place, sentence)
        bring_into_view(place)

    def _open(self) -> None:
        self.how.open = True
        self._show()

    def _turn(self) -> None:
        self.how.open = not self.how.open
        self._show()

    def _show(self) -> None:
        words = self.guide.words
        self.opens.after = "chevron-up" if self.how.open else "chevron-down"
        self.opens.setText(words.text("Fewer choices") if self.how.open else words.text("More choices"))
        self.opens.setAccessibleName(self.opens.text())
        self.opens.updateGeometry()
        self.rest.setVisible(self.how.open)

    def _paper(self, form: PaperForm, on: bool) -> None:  # noqa: FBT001  a check's state
        self.how.forms = self.how.forms | {form} if on else self.how.forms - {form}
        self.wrong.hide()
        self.changed()

    def _spoken(self, place: int) -> None:
        self.how.language = LANGUAGES[place]

    def _dated(self, text: str) -> None:
        self.how.until = text
        if self.until.wrong.text():
            self.until.fault("")

    def _key(self, place: int) -> None:
        self.how.key = KEY_CHOICES[place]
        self.changed()

    def _proof(self, place: int) -> None:
        self.how.proof = PROOF_FORMS[place]
        self.unfit.hide()
        self.changed()
