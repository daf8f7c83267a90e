"""The plain data of careers and learning."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Literal

NO_VALUES: Mapping[str, object] = MappingProxyType({})

ConceptKind = Literal[
    "occupation", "activity", "knowledge", "skill", "software", "esco_skill", "esco_group", "esco_occupation"
]
GapState = Literal["shown", "partly", "missing", "unknown"]
KnownBy = Literal["stated", "cip_soc", "name"]


@dataclass(frozen=True)
class Concept:
    """A skill, occupation or other concept, by its framework's own identifier.

    Ids: O*NET-SOC code (`29-1141.00`), O*NET element (`2.A.1.a`), DWA (`4.A.1.a.1.I01.D01`), ESCO URI;
    software, which O*NET gives no id, is `software:` and its name as published.
    """

    id: str
    name: str
    kind: ConceptKind


@dataclass(frozen=True)
class Match:
    """One concept that a word, code or link may mean. `sure` is false for a guess from words.

    `score` is 0–1: for words, the share of such answers that were right on labelled phrases. `rests_on` are pairs of
    words of the phrase and of the name, where the reason is about words that differ.
    """

    concept: Concept
    score: float
    reason: str
    sure: bool
    rests_on: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Requirement:
    """One thing an occupation or opportunity needs. `importance` is 1–5, `level` 0–7, `weight` above 0."""

    concept: Concept
    weight: float
    source: str
    importance: float | None = None
    level: float | None = None
    essential: bool | None = None


@dataclass(frozen=True)
class Fact:
    """Licence, schooling or job zone: told, never a gate. `code` and `values` make the sentence."""

    code: str
    values: Mapping[str, object]
    source: str


@dataclass(frozen=True)
class Needs:
    """All that is known of what an occupation needs, most telling first; `unrated` names the kinds without data."""

    occupation: Concept
    requirements: tuple[Requirement, ...]
    facts: tuple[Fact, ...] = ()
    unrated: tuple[ConceptKind, ...] = ()


@dataclass(frozen=True)
class Held:
    """A concept the learner can show: level 0–7 if stated, best evidence 1–4, and which claims say so.

    `lapsed` is true where every claim behind it is out of date today.
    """

    concept: Concept
    evidence: int
    level: float | None = None
    claims: tuple[str, ...] = ()
    lapsed: bool = False


@dataclass(frozen=True)
class GapItem:
    """How one requirement stands: its state, why, and by what the learner holds."""

    requirement: Requirement
    state: GapState
    reason: str
    by: tuple[Held, ...] = ()


@dataclass(frozen=True)
class Career:
    """An occupation beside a learner: similarity 0–1 and coverage 0–1, None where data is not there."""

    occupation: Concept
    score: float
    similarity: float | None
    coverage: float | None
    shown: int
    needed: int


@dataclass(frozen=True)
class Figure:
    """A number with the address and year where it was seen; `value` None is unknown."""

    value: float | None
    seen_at: str | None = None
    year: int | None = None


@dataclass(frozen=True)
class AnyOf:
    """At least `count` of these steps, by id, must be over first."""

    count: int
    steps: tuple[str, ...]


@dataclass(frozen=True)
class Offering:
    """Where, when and how a step is offered, as its list tells it; None or empty is unknown.

    `place` is a city, a state or both ("Austin, TX"), `language` a BCP 47 tag, `schedule` and `includes` (what the cost
    pays for) the list's own words. `starts` are the days it begins; without any it may begin on any Monday.
    `credential` is what it grants, `page` its address, `source` the list it came from, `as_of` the date of that data.
    """

    place: str | None = None
    language: str | None = None
    schedule: str | None = None
    includes: str | None = None
    starts: tuple[date, ...] = ()
    credential: str | None = None
    page: str | None = None
    source: str | None = None
    as_of: date | None = None


NOTHING_TOLD = Offering()


@dataclass(frozen=True)
class LearningStep:
    """A way to learn: cost in US dollars, hours of work, weeks on the calendar; any of them may be unknown.

    `teaches` holds concept ids, and `known_by` tells how that is known: stated by its provider, drawn from CIP–SOC, or
    guessed from its name. `needs` are ids of steps to finish first, `needs_any` choices of which some must be.
    """

    id: str
    name: str
    kind: Literal["program", "certificate", "course", "licence", "apprenticeship", "on_the_job"]
    provider: str | None
    cost: Figure
    hours: Figure
    weeks: Figure
    teaches: tuple[str, ...]
    needs: tuple[str, ...] = ()
    cip: str | None = None
    online: bool | None = None
    known_by: KnownBy = "stated"
    needs_any: tuple[AnyOf, ...] = ()
    offering: Offering = NOTHING_TOLD

    @property
    def inferred(self) -> bool:
        """Whether what it teaches is our guess and not said by its provider."""
        return self.known_by != "stated"


@dataclass(frozen=True)
class PlannedStep:
    """One step of a plan and the requirements (concept ids) it is there for."""

    step: LearningStep
    covers: tuple[str, ...]


@dataclass(frozen=True)
class Plan:
    """Chosen steps in an order that respects what comes first.

    `cost` sums the known prices, and `unpriced` are the steps whose price is unknown; `hours` is None where those of
    one step are unknown, `weeks` where that is so or nobody laid the steps out on the calendar. `proven` says the
    solver proved that no other choice among the `looked_at` steps of known price is better: costs less where the `aim`
    is cost, takes fewer weeks where it is time (then their length is known, too). `bound` is what no choice can beat,
    in dollars or weeks.
    `uncovered` are requirements that no step teaches, `only_unpriced` those that only unpriced steps teach,
    `only_untimed` those that only steps of unknown length teach besides, `beyond_budget` those that the budget
    leaves out, and `clashing` those left out as start days do not fit together.
    """

    steps: tuple[PlannedStep, ...]
    cost: float
    hours: float | None
    weeks: float | None
    proven: bool
    bound: float
    unpriced: tuple[LearningStep, ...] = ()
    uncovered: tuple[str, ...] = ()
    only_unpriced: tuple[str, ...] = ()
    beyond_budget: tuple[str, ...] = ()
    clashing: tuple[str, ...] = ()
    only_untimed: tuple[str, ...] = ()
    looked_at: int = 0
    aim: Literal["cost", "time"] = "cost"
