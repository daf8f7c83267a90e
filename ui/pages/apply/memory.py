"""What the Apply page keeps while it is drawn anew."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import shiboken6

from app.applying.form import AskedLine, Form, form_of, lines_of, reworded
from app.applying.making import PLAIN_MAKING, KeyChoice, Making, ProofForm, end_of
from app.applying.opportunity import Kind, Opportunity
from app.applying.postings.asked import put_back
from app.applying.postings.questions import with_answers_of
from app.journey.apply.draft import Draft
from app.journey.apply.papers import PAPER_FORMS, USUAL, PaperForm
from app.wording import Words
from app.wording.typed_days import day_example, typed_day

if TYPE_CHECKING:
    from app.journey.apply.standing import ApplyStep, Open
    from ui.pages.applying import ApplyPage

ROWS = 30
"""How many things asked are shown before "Show more"."""


@dataclass
class Typed:
    """The form as typed.

    What a posting tells of its things goes along by their words: `ids` that its own file gave them, and in `told` their
    kind, sentence and years; the sentence stays with a line that is only worded anew: `taken` are the lines as they
    came, what is essential first. `answers` keeps those of every kind, should the kind turn back.
    """

    name: str | None = None
    title: str = ""
    organisation: str = ""
    essential: str = ""
    nice: str = ""
    code: str = ""
    address: str = ""
    ids: dict[str, str] = field(default_factory=dict)
    told: dict[str, dict[str, Any]] = field(default_factory=dict)
    taken: list[str] = field(default_factory=list)
    kind: Kind = "job"
    answers: dict[str, str] = field(default_factory=dict)
    conditions: list[str] = field(default_factory=list)

    def take(self, wanted: Opportunity) -> None:
        """Fill in a posting, to be corrected."""
        form = form_of(wanted)
        self.title, self.organisation = form.title, form.organisation
        self.code, self.address = form.code, form.address
        self.essential = "\n".join(one.name for one in form.asked if one.essential)
        self.nice = "\n".join(one.name for one in form.asked if not one.essential)
        self.ids = {one.name: one.concept for one in form.asked if one.concept}
        self.told = {
            one.name: {"kind": one.kind, "sentence": one.sentence, "years": one.years}
            for one in form.asked
            if one.kind != "skill" or one.sentence or one.years is not None
        }
        self.taken = [one.name for one in form.asked if one.essential]
        self.taken += [one.name for one in form.asked if not one.essential]
        self.kind, self.answers, self.conditions = form.kind, dict(form.answers), list(form.conditions)

    @property
    def form(self) -> Form:
        """The form, with the things asked line by line: what is essential first."""
        essential, nice = lines_of(self.essential), lines_of(self.nice)
        was = reworded(self.taken, [one.name for one in (*essential, *nice)])
        asked = (*self._lines(essential, was, must=True), *self._lines(nice, was, must=False))
        answers = with_answers_of(self.kind, self.answers)
        return Form(
            self.title, self.organisation, asked, self.code, self.address, self.kind, answers, tuple(self.conditions)
        )

    def _lines(self, lines: tuple[AskedLine, ...], was: Mapping[str, str], *, must: bool) -> tuple[AskedLine, ...]:
        """Each with what is known of it; other words may mean another thing, so an id stays with its own words only."""
        return tuple(
            AskedLine(one.name, must, self.ids.get(one.name), **self._told_of(one.name, was.get(one.name)))
            for one in lines
        )

    def _told_of(self, name: str, before: str | None) -> Mapping[str, Any]:
        """What the posting tells of a line; of one worded anew the sentence, and by its words what it is."""
        if before is None:
            return self.told.get(name, {})
        sentence = self.told.get(before, {}).get("sentence", "")
        found = put_back(name)
        kind = "skill" if found.kind == "condition" else found.kind
        return {"kind": kind, "years": found.years, "sentence": sentence}


@dataclass
class How:
    """How to sign, as chosen so far. `until` is the day as typed; `language` is empty for the window's own."""

    proof: ProofForm = PLAIN_MAKING.proof
    key: KeyChoice = PLAIN_MAKING.key
    until: str = ""
    forms: set[PaperForm] = field(default_factory=lambda: set(USUAL))
    language: str = ""
    open: bool = False
    spoken: Words | None = field(default=None, repr=False)

    def follow(self, words: Words) -> None:
        """A day that was typed stays the same day where the window now speaks another language: 1/12 is not 12/1."""
        if self.spoken is not None and self.spoken.language != words.language:
            last = self.day(self.spoken)
            self.until = day_example(words, last) if last else self.until
        self.spoken = words

    def unsaved(self) -> dict[str, Any]:
        """What was chosen, as plain JSON; the day with the language it was typed in. Empty where it is the usual."""
        if replace(self, open=False, spoken=None) == How():
            return {}
        chosen = {"proof": self.proof, "key": self.key, "forms": list(self.papers), "language": self.language}
        return {**chosen, "until": self.until, "spoken": self.spoken.language if self.spoken else ""}

    @staticmethod
    def kept(found: Mapping[str, Any]) -> "How":
        """What `unsaved` gave."""
        spoken = Words(found["spoken"]) if found["spoken"] else None
        how = How(found["proof"], found["key"], found["until"], set(found["forms"]), found["language"])
        return replace(how, spoken=spoken)

    @property
    def papers(self) -> tuple[PaperForm, ...]:
        """The papers to write, in their order."""
        return tuple(one for one in PAPER_FORMS if one in self.forms)

    def words(self, words: Words) -> Words:
        """The words that the papers speak."""
        return Words(self.language) if self.language and self.language != words.language else words

    def day(self, words: Words) -> date | None:
        """The last day on which it counts; None for no end, and for what is no day."""
        return typed_day(words, self.until, datetime.now().astimezone().date())

    def making(self, words: Words) -> Making:
        """What that comes to; it counts to the end of the last day, by the learner's clock. Errors as `end_of`."""
        last = self.day(words)
        return Making(self.proof, self.key, end_of(last) if last else None)


@dataclass
class ApplyMemory:
    """`step` is what was known last; `before` the application that was put aside."""

    step: "ApplyStep | None" = None
    typed: Typed = field(default_factory=Typed)
    before: Draft | None = None
    rows: int = ROWS
    how: How = field(default_factory=How)
    drawn: "ApplyPage | None" = field(default=None, repr=False)

    def unsaved(self) -> Mapping[str, Any]:
        """The form as typed and how to sign, for the vault; empty where nothing was typed and all is as usual."""
        form, how = asdict(self.typed) if self.typed != Typed() else {}, self.how.unsaved()
        return {name: one for name, one in (("form", form), ("how", how)) if one}

    def restore(self, typed: Mapping[str, Any]) -> None:
        """Fill the form in as it was typed; older vaults keep that alone."""
        whole = typed if typed.keys() <= {"form", "how"} else {"form": typed}
        self.typed = Typed(**whole.get("form", {}))
        self.how = How.kept(whole["how"]) if "how" in whole else How()

    @property
    def page(self) -> "ApplyPage | None":
        """The page as it stands on the screen; None once it is gone."""
        return self.drawn if self.drawn is not None and shiboken6.isValid(self.drawn) else None

    @property
    def open(self) -> "Open | None":
        """The application under way."""
        return self.step.open if self.step is not None else None
