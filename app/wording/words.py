"""Sentences, dates, money and numbers in the learner's language."""

import gettext
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from app.places import asset
from app.wording.checks import CHECK_NAMES, LOOKED_IN, REASONS
from app.wording.files import LOOKS_LIKE
from app.wording.in_terminal import IN_TERMINAL
from app.wording.languages import DIRECTIONS, LANGUAGES, PSEUDO
from app.wording.problems import PROBLEMS
from app.wording.pseudo import RIGHT_TO_LEFT_MARK, PseudoCatalog
from app.wording.states import STATES

if TYPE_CHECKING:
    from babel import Locale


@dataclass(frozen=True)
class Words:
    """One language's sentences. Build it once and hand it down. `in_terminal`: sentences may name commands.

    Babel is loaded when the first number or day is written: the first window has none and opens without it.
    """

    language: str = "en"
    in_terminal: bool = False

    @property
    def region(self) -> str:
        """The locale's name; American conventions for both languages, as their readers live in the U.S."""
        return f"{self.language if self.language in LANGUAGES else 'en'}_US"

    @cached_property
    def locale(self) -> "Locale":
        """Babel's locale."""
        from babel import Locale

        return Locale.parse(self.region)

    @cached_property
    def direction(self) -> str:
        """The side from which lines and pages run: `ltr` or `rtl`."""
        return PSEUDO.get(self.language) or DIRECTIONS.get(self.language, "ltr")

    @cached_property
    def catalog(self) -> gettext.NullTranslations:
        """The gettext catalog; English is the source and needs none."""
        if self.language in PSEUDO:
            return PseudoCatalog(RIGHT_TO_LEFT_MARK if self.direction == "rtl" else "")
        folder = asset("translations")
        return gettext.translation("pathfolio", str(folder), languages=[self.language], fallback=True)

    def text(self, english: str, **values: object) -> str:
        """A sentence or label of the catalog with its values filled in."""
        return self.catalog.gettext(english).format_map(self.shown(values))

    def count(self, one: str, many: str, number: int, **values: object) -> str:
        """A sentence with a count, in its plural form; `{number}` stands for the count."""
        return self.catalog.ngettext(one, many, number).format_map(self.shown({"number": number, **values}))

    def problem(self, code: str, values: Mapping[str, object]) -> str:
        """The sentence for a person's error."""
        said = {**PROBLEMS, **IN_TERMINAL} if self.in_terminal else PROBLEMS
        narrower = f"{code}.{values.get('reason', '')}"
        looks_like = LOOKS_LIKE[str(values["looks_like"])] if "looks_like" in values else None
        named = {"looks_like": self.text(looks_like)} if looks_like else {}
        return self.text(said.get(narrower) or said[code], **{**values, **named})

    def check(self, name: str) -> str:
        """What a check asks, as a question."""
        return self.text(CHECK_NAMES[name])

    def reason(self, code: str, values: Mapping[str, object], check: str = "") -> str:
        """The sentence for the reason of a check's answer; some checks say a reason in words of their own."""
        said = self.text(REASONS.get(f"{check}.{code}") or REASONS[code], **values)
        return f"{said} {self.text(LOOKED_IN, **values)}" if "looked_in" in values else said

    def state(self, code: str) -> str:
        """The word or short phrase for a state: of a gap, an evidence level, a kind."""
        return self.text(STATES[code])

    def shown(self, values: Mapping[str, object]) -> dict[str, str]:
        """Values as people of this language write them."""
        return {name: self.value(value) for name, value in values.items()}

    def value(self, value: object) -> str:
        """One value as people of this language write it."""
        if isinstance(value, datetime | date):
            from babel.dates import format_date

            return str(format_date(value, format="medium", locale=self.locale))
        if isinstance(value, bool) or value is None:
            return str(value)
        if isinstance(value, int | float):
            return self.number(value)
        if isinstance(value, tuple | list | frozenset | set):
            return self.list_of([self.value(item) for item in value])
        return str(value)

    def list_of(self, items: list[str]) -> str:
        """Items joined as a list in a sentence."""
        from babel.lists import format_list

        return str(format_list(items, locale=self.locale)) if items else ""

    def name(self, name: str) -> str:
        """A concept's name as it starts a line: some frameworks write theirs with a small letter."""
        first = name.partition(" ")[0]
        return name[:1].upper() + name[1:] if first.islower() else name

    def money(self, dollars: float) -> str:
        """U.S. dollars, without cents where there are none."""
        from babel.numbers import format_currency

        whole = float(dollars).is_integer()
        pattern = "¤#,##0" if whole else "¤#,##0.00"
        return str(format_currency(dollars, "USD", pattern, locale=self.locale, currency_digits=False))

    def number(self, value: float) -> str:
        """A number with this language's separators."""
        from babel.numbers import format_decimal

        return str(format_decimal(value, locale=self.locale))

    def share(self, value: float) -> str:
        """A share of 0–1 as a percentage."""
        from babel.numbers import format_percent

        return str(format_percent(value, locale=self.locale))
