"""What a plan must respect, set by the learner and kept in the vault: money, hours a week, steps at once, from home."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Literal

from app.errors import PersonError
from app.journey.plan.place_names import may_be_in
from app.journey.session import Session
from app.vault import store_plan
from pathways.model import LearningStep
from pathways.plans.pace import Pace

LimitName = Literal["budget", "hours_a_week", "at_once", "online_only", "places", "languages"]
MOST_HOURS = 100
MOST_AT_ONCE = 10
MOST_BUDGET = 1_000_000
MOST_NAMED = 20
LONGEST_PLACE = 100
TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}")
"""A language tag as people type it: "es", "zh-Hant", "es-MX"."""


@dataclass(frozen=True)
class Limits:
    """Budget in dollars, hours a week, steps at once (None: no limit), and whether only steps from home count.

    `places` are cities or states the learner can go to, `languages` tags of those they can learn in; empty: any.
    """

    budget: float | None = None
    hours_a_week: float | None = None
    at_once: int | None = None
    online_only: bool = False
    places: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()

    @property
    def pace(self) -> Pace:
        """What there is to give in a week."""
        return Pace(self.hours_a_week, self.at_once)


AT_FIRST = Limits(hours_a_week=20, at_once=2)
"""What a plan begins with, shown as such: half a working week, two courses at once. All courses at once help nobody."""


def limits(session: Session) -> Limits:
    """The learner's limits, or those a plan begins with."""
    said = store_plan.limits(session.vault)
    if not said:
        return AT_FIRST
    return Limits(
        said.get("budget"),
        said.get("hours_a_week"),
        said.get("at_once"),
        bool(said.get("online_only", False)),
        tuple(said.get("places", ())),
        tuple(said.get("languages", ())),
    )


def limits_said(session: Session) -> bool:
    """Whether the learner set limits of their own."""
    return bool(store_plan.limits(session.vault))


def set_limits(session: Session, wanted: Limits | None) -> Limits | None:
    """Keep the learner's limits, or forget them; returns those kept before, to undo. PersonError `limit_unusable`."""
    before = limits(session) if limits_said(session) else None
    store_plan.set_limits(session.vault, {} if wanted is None else _checked(wanted))
    return before


def _checked(wanted: Limits) -> dict[str, Any]:
    sound = {
        "budget": wanted.budget is None or 0 <= wanted.budget <= MOST_BUDGET,
        "hours_a_week": wanted.hours_a_week is None or 1 <= wanted.hours_a_week <= MOST_HOURS,
        "at_once": wanted.at_once is None or 1 <= wanted.at_once <= MOST_AT_ONCE,
    }
    if not all(sound.values()):
        raise PersonError("limit_unusable", most_hours=MOST_HOURS, most_at_once=MOST_AT_ONCE)
    named = checked_names(wanted)
    return {
        "budget": wanted.budget,
        "hours_a_week": wanted.hours_a_week,
        "at_once": wanted.at_once,
        "online_only": wanted.online_only,
        "places": list(named.places),
        "languages": list(named.languages),
    }


def checked_names(wanted: Limits) -> Limits:
    """The limits with each place and language once, without needless spaces.

    PersonError `limit_place_unusable`, `limit_language_unusable`, `limit_too_many`.
    """
    places = tuple(dict.fromkeys(" ".join(one.split()) for one in wanted.places))
    languages = tuple(dict.fromkeys(one.strip() for one in wanted.languages))
    for one in places:
        if not one or len(one) > LONGEST_PLACE:
            raise PersonError("limit_place_unusable", place=one[:LONGEST_PLACE], most=LONGEST_PLACE)
    for one in languages:
        if not TAG.fullmatch(one):
            raise PersonError("limit_language_unusable", language=one[:LONGEST_PLACE])
    if max(len(places), len(languages)) > MOST_NAMED:
        raise PersonError("limit_too_many", most=MOST_NAMED)
    return replace(wanted, places=places, languages=languages)


def limits_offered(steps: Iterable[LearningStep]) -> tuple[LimitName, ...]:
    """The limits that the data on these steps can honour; others would promise what nobody can keep."""
    known = tuple(steps)
    tells: dict[LimitName, bool] = {
        "budget": any(one.cost.value is not None for one in known),
        "hours_a_week": any(one.hours.value is not None for one in known),
        "at_once": any(one.weeks.value is not None or one.hours.value is not None for one in known),
        "online_only": {True, False} <= {one.online for one in known},
        "places": bool(places_told(known)),
        "languages": bool(languages_told(known)),
    }
    return tuple(name for name, told in tells.items() if told)


def places_told(steps: Iterable[LearningStep]) -> tuple[str, ...]:
    """The places of steps that are not online, in order: what there is to choose from."""
    return tuple(sorted({one.offering.place for one in steps if one.offering.place and not one.online}))


def languages_told(steps: Iterable[LearningStep]) -> tuple[str, ...]:
    """Tags of the languages that steps are taught in, in order."""
    return tuple(sorted({one.offering.language for one in steps if one.offering.language}))


def within_reach(steps: Iterable[LearningStep], limit: Limits, kept: frozenset[str]) -> tuple[LearningStep, ...]:
    """The steps that the limits on place and language let in. Those `kept` stay.

    From home only: unknown is no yes. A step at a known place elsewhere, or in a known language that is none of the
    learner's, is left out; what no list tells stays, for unknown is not elsewhere.
    """
    return tuple(
        one for one in steps if one.id in kept or (_reachable(one, limit) and is_understood(one, limit.languages))
    )


def _reachable(step: LearningStep, limit: Limits) -> bool:
    if step.online:
        return True
    return not limit.online_only and is_near(step, limit.places)


def is_near(step: LearningStep, places: Iterable[str]) -> bool:
    """Whether a step may be at one of these places, or nobody says where it is; without any place, all are near."""
    wanted, place = tuple(places), step.offering.place
    return not wanted or place is None or any(may_be_in(place, one) for one in wanted)


def is_understood(step: LearningStep, languages: Iterable[str]) -> bool:
    """Whether its language is one of these by its first part ("es-MX" is "es"), or unknown; without any, all are."""
    language = step.offering.language
    spoken = {one.split("-")[0].casefold() for one in languages}
    return not spoken or language is None or language.split("-")[0].casefold() in spoken
