"""How long a step takes someone: whole weeks on the calendar, and how much of each week it fills."""

from dataclasses import dataclass
from math import ceil

from pathways.model import LearningStep

MINUTES = 60
FUZZ = 1e-9
"""How far floats that stand for the same amount may be apart."""


MOST_WEEKS = 5_000
"""Nobody plans for longer: a step that would take more weeks, a lifetime, is one of unknown length."""


@dataclass(frozen=True)
class Pace:
    """What a learner can give: hours a week, and steps at once (1 or more); None sets no limit.

    Time is counted in whole `parts` of an hour, minutes unless told.
    """

    hours_a_week: float | None = None
    at_once: int | None = None
    parts: int = MINUTES

    @property
    def minutes(self) -> int | None:
        """Parts of hours a week: whole numbers, so that what fits is exact."""
        return None if self.hours_a_week is None else round(self.hours_a_week * self.parts)


@dataclass(frozen=True)
class Span:
    """A step's whole weeks, and the minutes it fills in each (None: its hours are unknown).

    `stretched` is true where it takes longer than its provider says because the learner has fewer hours a week.
    """

    weeks: int
    minutes: int | None
    stretched: bool = False


def span(step: LearningStep, pace: Pace) -> Span | None:
    """How long a step takes at a pace; None where neither its weeks nor its hours at that pace tell a length to plan.

    A step of less than a week fills its week's place; its provider's weeks are the least it takes.
    """
    hours, weeks = step.hours.value, step.weeks.value
    at_pace = ceil(hours / pace.hours_a_week - FUZZ) if hours is not None and pace.hours_a_week else None
    stated = None if weeks is None else max(1, ceil(weeks - FUZZ))
    known = [one for one in (stated, at_pace) if one is not None]
    if not known or max(known) > MOST_WEEKS:
        return None
    length = max(1, *known)
    minutes = None if hours is None else round(hours * pace.parts / length)
    if minutes is not None and pace.minutes is not None:
        minutes = min(minutes, pace.minutes)  # rounding must not make a step that fits too large for its weeks
    return Span(length, minutes, stretched=stated is not None and length > stated)


def is_timed(step: LearningStep, pace: Pace) -> bool:
    """Whether all is known that a proof about time needs: its weeks and, where hours a week are limited, its hours."""
    found = span(step, pace)
    return found is not None and (pace.hours_a_week is None or found.minutes is not None)


def time_measures(one: LearningStep, pace: Pace) -> tuple[float, ...]:
    """What is better small in a step where time counts; `inf` for what is unknown."""
    known, hours = span(one, pace), one.hours.value
    weeks = (float("inf"), 0.0) if known is None else (known.weeks, known.minutes or 0)
    return one.cost.value or 0.0, *weeks, float("inf") if hours is None else hours
