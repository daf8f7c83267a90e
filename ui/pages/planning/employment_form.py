"""What a counselor and the learner fill in beside a plan: who pays and who does what, help that is needed, a review."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from babel.dates import parse_date
from PySide6.QtWidgets import QWidget

from app.journey.plan.employment_plan import SUPPORTS, EmploymentPlan, set_employment_plan
from app.wording import Words
from app.wording.employment import EMPLOYMENT, FACTS
from app.wording.employment import SUPPORTS as SUPPORT_WORDS
from app.wording.marking import marked
from pathways.model import LearningStep
from ui.dialogs.form import Form, asks
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.card import Rule
from ui.kit.choices import Check
from ui.kit.dialog import Dialog
from ui.kit.fields import Field, line_edit, text_edit
from ui.kit.layouts import Flow, column, holding
from ui.kit.text import Text

DUTIES = ("learner_does", "counselor_does", "provider_does", "notes")
WIDE = 760
YEARS = range(2000, 2100)
_BY_YEAR = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_IN_FIGURES = re.compile(r"[0-9]{1,2}([/.-])[0-9]{1,2}\1(?:[0-9]{2}|[0-9]{4})")
OTHERS = marked("Other help, with a semicolon between")


def day_of(words: Words, typed: str) -> date | None:
    """A day as it is written in the language, in figures, or as 2027-01-31; None for nothing typed.

    ValueError where it is none, or of another century: a slip would be kept as a day of long ago.
    """
    bare = typed.strip()
    if not bare:
        return None
    try:
        found = date.fromisoformat(bare) if _BY_YEAR.fullmatch(bare) else _in_figures(words, bare)
    except (ValueError, IndexError) as error:
        raise ValueError(bare) from error
    if found.year not in YEARS:
        raise ValueError(bare)
    return found


def _in_figures(words: Words, bare: str) -> date:
    """The whole text as a day; parse_date alone takes any numbers that stand anywhere in it."""
    if not _IN_FIGURES.fullmatch(bare):
        raise ValueError(bare)
    return parse_date(bare, locale=words.locale)


class EmploymentForm(Form):
    """The dialog; `done` hears what was filled in before, once the new is kept. Nothing has to be filled in."""

    def __init__(
        self,
        guide: Guide,
        goal: str,
        now: EmploymentPlan,
        steps: Sequence[LearningStep],
        done: Callable[[EmploymentPlan], object],
    ) -> None:
        super().__init__(guide)
        self.goal, self.plan, self.steps, self._done = goal, now, tuple(steps), done
        self._typed_review = now.review_on.isoformat() if now.review_on else ""

    def draw(self) -> Dialog:
        """Fields of the paper, in its order."""
        look, words = self.guide.look, self.guide.words
        counselor = self._line(words.text(EMPLOYMENT["counselor"]), self.plan.counselor, "counselor")
        review = line_edit(look, self._typed_review)
        review.textEdited.connect(self._type_review)
        self.day = Field(
            look, words.text(FACTS["review_on"]), review, hint=words.text("For example: 2027-01-31"), name="review-on"
        )
        parts: list[QWidget] = [counselor, self.day, Rule(look), self._supports()]
        parts += [self._area(name) for name in DUTIES]
        parts += [part for one in self.steps for part in self._of_step(one)]
        keep = Button(look, words.text("Keep it"), self._keep, kind="primary", icon="check", name="keep-paper")
        asks(keep, review)
        body = holding(column(*parts, gap=look.px(8)))
        why = words.text("What you leave empty stands on the paper as a line to fill in by hand.")
        return self.lay_out(words.text("Fill in the paper"), body, keep, icon="pencil", why=why, wide=WIDE)

    def _line(self, label: str, text: str, name: str) -> Field:
        edit = line_edit(self.guide.look, text)
        edit.textEdited.connect(lambda typed: self._set(**{name: typed}))
        return Field(self.guide.look, label, edit, name=name.replace("_", "-"))

    def _area(self, name: str) -> Field:
        look, words = self.guide.look, self.guide.words
        edit = text_edit(look, getattr(self.plan, name), lines=2)
        edit.setMaximumHeight(edit.minimumHeight())
        edit.textChanged.connect(lambda: self._set(**{name: edit.toPlainText()}))
        label = words.text(EMPLOYMENT[name] if name in EMPLOYMENT else FACTS[name])
        return Field(look, label, edit, name=name.replace("_", "-"))

    def _supports(self) -> QWidget:
        look, words = self.guide.look, self.guide.words
        checks = [self._support(code) for code in SUPPORTS]
        edit = line_edit(look, "; ".join(self.plan.own_supports))
        edit.textEdited.connect(lambda typed: self._set(own_supports=tuple(one.strip() for one in typed.split(";"))))
        own = Field(look, words.text(OTHERS), edit, name="own-supports")
        title = Text(look, words.text(EMPLOYMENT["supports"]), "group")
        return holding(column(title, holding(Flow(*checks, gap=look.px(10))), own, gap=look.px(8)))

    def _support(self, code: str) -> Check:
        words = self.guide.words
        made = Check(
            self.guide.look, words.text(SUPPORT_WORDS[code]), name=f"support-{code}", checked=code in self.plan.supports
        )

        def turn(on: bool) -> None:  # noqa: FBT001  Qt's own form
            others = tuple(one for one in self.plan.supports if one != code)
            self._set(supports=(*others, code) if on else others)

        made.toggled.connect(turn)
        return made

    def _of_step(self, step: LearningStep) -> list[QWidget]:
        look, words = self.guide.look, self.guide.words
        made: list[QWidget] = [Rule(look), Text(look, step.name, "group")]
        for field in ("paid_by", "done_by"):
            label = words.text(FACTS[field])
            edit = line_edit(look, getattr(self.plan.of(step.id), field))
            edit.textEdited.connect(lambda typed, field=field: self._note(step.id, field, typed))
            one = Field(look, label, edit, name=f"{field.replace('_', '-')}-{step.id}")
            edit.setAccessibleName(words.text("{label}: {choice}", label=label, choice=step.name))
            made.append(one)
        return made

    def _note(self, step: str, field: str, typed: str) -> None:
        self.plan = self.plan.with_step(replace(self.plan.of(step), **{field: typed}))

    def _set(self, **changed: object) -> None:
        self.plan = replace(self.plan, **changed)  # type: ignore[arg-type]  # names of its own fields

    def _type_review(self, typed: str) -> None:
        self._typed_review = typed
        self.day.fault("")

    def _keep(self) -> None:
        words, goal = self.guide.words, self.goal
        try:
            self._set(review_on=day_of(words, self._typed_review))
        except ValueError:
            self.day.fault(words.text("Write a day such as 2027-01-31."))
            return
        plan = self.plan
        self.wait(words.text("Keeping what you filled in"))
        self.guide.run(
            lambda session, _progress: set_employment_plan(session, goal, plan),
            self._kept,
            owner=None,
            failed=self._failed,
        )

    def _kept(self, before: EmploymentPlan) -> None:
        self.wait("")
        self.close()
        self._done(before)

    def _failed(self, error: Exception) -> None:
        self.wait("")
        if (said := self.said(error)) and self.dialog is not None:
            self.dialog.tell(said, wrong=True)
