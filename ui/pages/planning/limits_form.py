"""Asking for the learner's limits: money, hours, courses at once, from home, places, languages. Empty is no limit."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from babel.numbers import NumberFormatError, parse_decimal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.journey.plan.limits import MOST_AT_ONCE, MOST_BUDGET, MOST_HOURS, LimitName, Limits, set_limits
from app.wording import Words
from app.wording.marking import marked
from app.wording.plans import language_words
from ui.dialogs.form import Form, asks
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.choices import Check
from ui.kit.dialog import Dialog
from ui.kit.fields import Field, line_edit
from ui.kit.layouts import Flow, Item, column, holding
from ui.kit.text import Text

LABELS = {
    "budget": marked("The most you can pay, in dollars"),
    "hours_a_week": marked("Hours you can give in a week"),
    "at_once": marked("Courses you can take at once"),
}
HINTS = {
    "budget": marked("For all steps together. Leave it empty if there is no limit."),
    "hours_a_week": marked("From 1 to {most}. Leave it empty if there is no limit."),
    "at_once": marked("From 1 to {most}. Leave it empty if there is no limit."),
}
WRONG = {
    "budget": marked("Write a number from 0 to {most}, such as 2000."),
    "hours_a_week": marked("Write a number from 1 to {most}, such as 20."),
    "at_once": marked("Write a whole number from 1 to {most}, such as 2."),
}
LANGUAGES = ("en", "es")
"""Languages that are always offered, besides those the learner named."""
RANGES = {"budget": (0, MOST_BUDGET), "hours_a_week": (1, MOST_HOURS), "at_once": (1, MOST_AT_ONCE)}


@dataclass(frozen=True)
class NotANumber:
    """What was typed cannot be used."""


def number_of(words: Words, typed: str, name: str) -> float | NotANumber | None:
    """What was typed for a limit: a number in its range, None where nothing stands there.

    Marks that do not stand where this language puts them make no number: “7,5” is not 75.
    """
    bare = typed.strip().removeprefix("$").strip()
    if not bare:
        return None
    try:
        number = float(parse_decimal(bare, locale=words.locale, strict=True))
    except NumberFormatError:
        return NotANumber()
    low, high = RANGES[name]
    whole = name != "at_once" or number.is_integer()
    return number if low <= number <= high and whole else NotANumber()


class LimitsForm(Form):
    """The dialog; `done` hears the limits from before (None: those a plan begins with) once others are kept."""

    def __init__(
        self,
        guide: Guide,
        now: Limits,
        offered: tuple[LimitName, ...],
        done: Callable[[Limits | None], object],
    ) -> None:
        super().__init__(guide)
        self._offered, self._done, self._now = offered, done, now
        self._typed = {name: _written(guide.words, getattr(now, name)) for name in LABELS}
        self._online = now.online_only
        self._places, self._languages = "; ".join(now.places), now.languages
        self._place_field: Field | None = None
        self._fields: dict[str, Field] = {}

    def draw(self) -> Dialog:
        """Only limits that the data can keep are asked for."""
        look, words = self.guide.look, self.guide.words
        shown = [name for name in LABELS if name in self._offered]
        self._fields = {name: self._field(name) for name in shown}
        parts: list[Item] = list(self._fields.values())
        if "online_only" in self._offered or self._online:
            online = Check(look, words.text("Only steps I can take online"), name="online-only", checked=self._online)
            online.toggled.connect(self._turn)
            asks(online)
            parts.append(online)
        self._place_field = None
        if "places" in self._offered or self._now.places:
            self._place_field = self._field_of_places()
            parts.append(self._place_field)
        if "languages" in self._offered or self._now.languages:
            parts.append(self._field_of_languages())
        keep = Button(look, words.text("Find plans"), self._keep, kind="primary", name="keep-limits")
        asks(keep, *(field.edit for field in self._fields.values()))
        body: QWidget = holding(column(*parts, gap=look.px(8)))
        why = words.text("Every plan stays within them. You can change them at any time.")
        return self.lay_out(words.text("What are your limits?"), body, keep, why=why)

    def _field(self, name: str) -> Field:
        look, words = self.guide.look, self.guide.words
        edit = line_edit(look, self._typed[name])
        edit.textEdited.connect(lambda text: self._typed.__setitem__(name, text))
        edit.returnPressed.connect(self._keep)
        hint = words.text(HINTS[name], most=RANGES[name][1])
        return Field(look, words.text(LABELS[name]), edit, hint=hint, name=f"limit-{name}")

    def _field_of_places(self) -> Field:
        look, words = self.guide.look, self.guide.words
        edit = line_edit(look, self._places)
        edit.textEdited.connect(lambda text: setattr(self, "_places", text))
        edit.returnPressed.connect(self._keep)
        asks(edit)
        hint = words.text("For example: Austin, TX; San Marcos, TX. Leave it empty if you can go anywhere.")
        return Field(look, words.text("Cities or states you can get to"), edit, hint=hint, name="limit-places")

    def _field_of_languages(self) -> QWidget:
        look, words = self.guide.look, self.guide.words
        checks = [self._language(tag) for tag in dict.fromkeys((*LANGUAGES, *self._now.languages))]
        title = Text(look, words.text("Languages you learn in"), "row", weight="semibold")
        hint = Text(look, words.text("Check none if it does not matter."), "caption", "quiet")
        return holding(column(title, holding(Flow(*checks, gap=look.px(12))), hint, gap=look.px(4)))

    def _language(self, tag: str) -> Check:
        words = self.guide.words
        name = words.name(language_words(words, tag))
        made = Check(self.guide.look, name, name=f"limit-language-{tag}", checked=tag in self._languages)

        def turn(on: bool) -> None:  # noqa: FBT001  Qt's own form
            others = tuple(one for one in self._languages if one != tag)
            self._languages = (*others, tag) if on else others

        made.toggled.connect(turn)
        asks(made)
        return made

    def _turn(self, on: bool) -> None:  # noqa: FBT001  Qt's own form
        self._online = on

    def _keep(self) -> None:
        words = self.guide.words
        found = {name: number_of(words, _text(field), name) for name, field in self._fields.items()}
        wrong = [name for name, number in found.items() if isinstance(number, NotANumber)]
        for name in reversed(self._fields):  # the first that is wrong has the keyboard in the end
            most = RANGES[name][1]
            self._fields[name].fault(words.text(WRONG[name], most=most) if name in wrong else "")
        if wrong:
            return
        numbers = {name: number for name, number in found.items() if not isinstance(number, NotANumber)}
        at_once = numbers.get("at_once", self._now.at_once)
        wanted = replace(
            self._now,
            budget=numbers.get("budget", self._now.budget),
            hours_a_week=numbers.get("hours_a_week", self._now.hours_a_week),
            at_once=None if at_once is None else int(at_once),
            online_only=self._online,
            places=tuple(one.strip() for one in self._places.split(";") if one.strip()),
            languages=tuple(sorted(self._languages)),
        )
        self.wait(words.text("Keeping your limits"))
        self.guide.run(
            lambda session, _progress: set_limits(session, wanted), self._kept, owner=None, failed=self._failed
        )

    def _kept(self, before: Limits | None) -> None:
        self.wait("")
        self.close()
        self._done(before)

    def _failed(self, error: Exception) -> None:
        self.wait("")
        said = self.said(error)
        field = self._place_field or next(iter(self._fields.values()), None)
        if said and field is not None:
            field.fault(said)


def _text(field: Field) -> str:
    return field.edit.text() if isinstance(field.edit, QLineEdit) else ""


def _written(words: Words, number: float | None) -> str:
    return "" if number is None else words.value(int(number) if float(number).is_integer() else number)
