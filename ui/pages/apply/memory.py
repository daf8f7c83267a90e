"""What the Apply page keeps while it is drawn anew."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

import shiboken6

from app.applying.form import AskedLine, Form, form_of, lines_of, reworded
from app.applying.making import PLAIN_MAKING, KeyChoice, Making, ProofForm
from app.applying.opportunity import Kind, Opportunity
from app.applying.postings.questions import with_answers_of
from app.journey.apply_draft import Draft, Signing
from app.journey.apply_papers import PAPER_FORMS, USUAL, PaperForm
from app.wording import Words
from app.wording.typed_days import day_example, typed_day

if TYPE_CHECKING:
    from app.journey.apply_step import ApplyStep, Open
    from ui.pages.applying import ApplyPage

ROWS = 30
"""How many things asked are shown before "Show more"."""
END_OF_DAY = time(23, 59, 59)


@dataclass
class Typed:
    """The form as typed.

    What a posting tells of its things goes along by their words: `ids` that its own file gave them, and in `told` their
    kind, sentence and years, which stay with a line that is only worded anew: `taken` are the lines as they came, what
    is essential first. `answers` keeps those of every kind, should the kind turn back.
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
            AskedLine(one.name, must, self.ids.get(one.name), **self.told.get(was.get(one.name, one.name), {}))
            for one in lines
        )


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

    def kept(self, words: Words) -> Signing:
        """What of it the draft keeps; a day that cannot be read is none."""
        return Signing(self.proof, self.key, self.day(words), self.papers, self.language)

    def take(self, kept: Signing, words: Words) -> None:
        """Go on with what the draft kept."""
        self.proof, self.key, self.forms, self.language = kept.proof, kept.key, set(kept.papers), kept.language
        self.until, self.spoken = day_example(words, kept.until) if kept.until else "", words

    def making(self, words: Words) -> Making:
        """What that comes to; it counts to the end of the last day, by the learner's clock."""
        last = self.day(words)
        return Making(self.proof, self.key, datetime.combine(last, END_OF_DAY).astimezone() if last else None)


@dataclass
class ApplyMemory:
    """`step` is what was known last; `before` the posting that was put aside."""

    step: "ApplyStep | None" = None
    typed: Typed = field(default_factory=Typed)
    before: Opportunity | None = None
    rows: int = ROWS
    how: How = field(default_factory=How)
    drawn: "ApplyPage | None" = field(default=None, repr=False)

    def unsaved(self) -> Mapping[str, Any]:
        """The form as typed, for the vault; empty where nothing was typed."""
        return asdict(self.typed) if self.typed != Typed() else {}

    def restore(self, typed: Mapping[str, Any]) -> None:
        """Fill the form in as it was typed."""
        self.typed = Typed(**typed)

    def take_how(self, words: Words) -> None:
        """Go on as the draft says how to sign, unless that is how it stands here already."""
        if self.open is not None and self.how.kept(words) != self.open.draft.signing:
            self.how.take(self.open.draft.signing, words)

    def settle_how(self, words: Words) -> Draft | None:
        """The draft with how to sign as it stands here, where that is new."""
        step, now, how = self.step, self.open, self.how.kept(words)
        if step is None or now is None or now.draft.signing == how:
            return None
        one = replace(now.draft, signing=how)
        self.step = replace(step, open=replace(now, draft=one))
        return one

    @property
    def page(self) -> "ApplyPage | None":
        """The page as it stands on the screen; None once it is gone."""
        return self.drawn if self.drawn is not None and shiboken6.isValid(self.drawn) else None

    @property
    def open(self) -> "Open | None":
        """The application under way."""
        return self.step.open if self.step is not None else None
