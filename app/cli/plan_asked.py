"""What `plan` may be asked beside the plan itself: where and in what language, why, week by week, what if, again."""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from typing import Any

import click

from app.journey.plan.ground import Standpoint, WayKind
from app.journey.plan.limits import MOST_AT_ONCE, MOST_HOURS, Limits, checked_names
from app.journey.plan.what_if import Change, step_by_name
from app.journey.session import Session

AT_HAND = "pathfolio.plan."
KINDS: tuple[WayKind, ...] = ("cheapest", "fastest", "most", "work", "program")


@dataclass(frozen=True)
class Asked:
    """What was asked, as its options say it."""

    places: tuple[str, ...]
    languages: tuple[str, ...]
    most: bool
    why: bool
    by_week: bool
    again: bool
    choose: WayKind | None
    had: tuple[str, ...]
    if_hours: float | None
    if_at_once: int | None
    if_places: tuple[str, ...]
    if_budget: float | None
    if_online: bool | None

    @property
    def what_if(self) -> bool:
        """Whether anything is asked that is not so."""
        numbers = (self.if_hours, self.if_at_once, self.if_budget, self.if_online)
        return bool(self.had or self.if_places) or any(one is not None for one in numbers)

    def limits(self, known: Limits) -> Limits:
        """The limits with the places and languages of this command, if any. Errors as `checked_names`."""
        named = replace(known, places=self.places or known.places, languages=self.languages or known.languages)
        return checked_names(named)

    def change(self, session: Session, stand: Standpoint) -> Change:
        """What is asked, with each step by its id. PathwaysError `step_unknown`."""
        goal = stand.needs.occupation.id
        return Change(
            frozenset(step_by_name(session, goal, one).id for one in self.had),
            self.if_budget,
            self.if_hours,
            self.if_at_once,
            self.if_online,
            self.if_places or None,
        )


def _remember(ctx: click.Context, param: click.Parameter, value: object) -> None:
    ctx.meta[f"{AT_HAND}{param.name}"] = value


def _option(*names: str, **more: Any) -> Callable[..., Any]:  # noqa: ANN401  click's own arguments
    return click.option(*names, expose_value=False, callback=_remember, **more)


_OPTIONS = (
    _option("--place", "places", multiple=True, metavar="PLACE", help="Where you can go, such as “Austin, TX”."),
    _option("--language", "languages", multiple=True, metavar="CODE", help="A language you learn in, such as es."),
    _option("--most", is_flag=True, help="Show the plan that teaches most for your budget."),
    _option("--why", is_flag=True, help="Say why each step is there and what leaving it out would cost."),
    _option("--by-week", is_flag=True, help="Tell the plan week by week."),
    _option("--again", is_flag=True, help="Make the plan you keep again, and say what changes."),
    _option("--choose", type=click.Choice(KINDS), help="Keep this plan as yours."),
    _option("--if-had", "had", multiple=True, metavar="STEP", help="What if you had finished this step?"),
    _option("--if-hours", "if_hours", type=click.FloatRange(1, MOST_HOURS), help="What if: hours in a week."),
    _option("--if-at-once", type=click.IntRange(1, MOST_AT_ONCE), help="What if: courses at once."),
    _option("--if-place", "if_places", multiple=True, metavar="PLACE", help="What if you lived there?"),
    _option("--if-budget", type=click.FloatRange(min=0), help="What if you had this much to spend?"),
    _option("--if-online/--if-in-person", "if_online", default=None, help="What if: from home only, or not?"),
)


def asking(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options; what they say reaches `asked` through click's context."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def asked() -> Asked:
    """What the command that runs now was asked."""
    meta = click.get_current_context().meta
    return Asked(**{one.name: meta[f"{AT_HAND}{one.name}"] for one in fields(Asked)})
