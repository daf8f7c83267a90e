"""What a way costs and takes, and whether it is proven best, in words."""

from collections.abc import Iterable
from datetime import datetime

from app.journey.plan.ground import Way
from app.journey.plan.kept import ready_on
from app.journey.plan.limits import Limits
from app.journey.plan.one_more import OneMore
from app.journey.plan.ways import Changes, Ways
from app.wording import Words
from app.wording.days import day
from app.wording.plans import hours_a_week_words, limits_words, plus_words, proof_words, weeks_words
from pathways.gaps import to_learn
from pathways.model import GapItem


def limits_told(words: Words, limit: Limits) -> str:
    """The limits in a line."""
    return limits_words(
        words,
        limit.budget,
        limit.hours_a_week,
        limit.at_once,
        online_only=limit.online_only,
        places=limit.places,
        languages=limit.languages,
    )


def price_of(words: Words, way: Way) -> str:
    """What a way costs as far as known; unknown is never free."""
    if not way.plan.cost:
        return words.text("price not known") if way.plan.unpriced else words.text("free")
    return words.money(way.plan.cost)


def price_note(words: Words, way: Way) -> str:
    """Whose price comes on top of what is known."""
    return plus_words(words, "cost", (one.name for one in way.plan.unpriced)) if way.plan.cost else ""


def weeks_of(words: Words, way: Way) -> str:
    """How long a way takes as far as known."""
    if not way.schedule.weeks:
        return words.text("time not known") if way.schedule.untimed else words.text("no time")
    return weeks_words(words, way.schedule.weeks)


def weeks_note(words: Words, way: Way) -> str:
    """Whose time comes on top of what is known."""
    return plus_words(words, "weeks", _names(way, way.schedule.untimed)) if way.schedule.weeks else ""


def hours_of(words: Words, way: Way) -> str:
    """Hours in the fullest week; empty where none is known."""
    if not way.schedule.peak_hours:
        return ""
    return words.text("up to {hours}", hours=hours_a_week_words(words, way.schedule.peak_hours))


def hours_note(words: Words, way: Way) -> str:
    """Whose hours come on top."""
    return plus_words(words, "hours", _names(way, way.schedule.hours_unknown))


def start_of(words: Words, way: Way) -> str:
    """The day a way begins."""
    return words.text("Start {day}", day=words.value(way.start))


def ready_of(words: Words, way: Way, today: datetime) -> str:
    """The Friday by which all is over, or that nobody knows."""
    if way.schedule.untimed:
        return words.text("Nobody knows yet when it ends")
    return words.text("Ready {day}", day=day(words, ready_on(way.start, way.schedule.weeks), today))


def proof_of(words: Words, way: Way) -> str:
    """Whether a way is proven best; empty without steps, and for the other ways, of which nobody claims it."""
    plan = way.plan
    if way.kind not in ("cheapest", "fastest", "most") or not plan.steps:
        return ""
    return proof_words(
        words,
        plan.aim,
        plan.bound,
        plan.looked_at,
        proven=plan.proven,
        beyond_budget=bool(plan.beyond_budget),
        cost=plan.cost,
    )


def summary(words: Words, ways: Ways, way: Way) -> str:
    """A way in sentences: price, time, hours, and how much of what is to learn it teaches."""
    return f"{figures(words, way)} {taught(words, ways, way)}"


def figures(words: Words, way: Way) -> str:
    """Price, time and hours in sentences, each with what comes on top."""
    hours = _joined(hours_of(words, way), hours_note(words, way))
    parts = [
        words.text("Price: {price}.", price=_joined(price_of(words, way), price_note(words, way))),
        words.text("Time: {weeks}.", weeks=_joined(weeks_of(words, way), weeks_note(words, way))),
        words.text("Hours: {hours}.", hours=hours) if hours else "",
    ]
    return " ".join(part for part in parts if part)


def taught(words: Words, ways: Ways, way: Way) -> str:
    """How much of what is to learn a way teaches."""
    return taught_of(words, ways.telling, way)


def taught_of(words: Words, telling: Iterable[GapItem], way: Way) -> str:
    """How much of what is to learn, of these needs, a way teaches."""
    wanted = {one.requirement.concept.id for one in to_learn(telling)}
    covered = {concept for one in way.plan.steps for concept in one.covers} & wanted
    covered |= {concept for one in way.done for concept in one.teaches} & wanted
    return words.text("It teaches {taught} of the {needed} things to learn.", taught=len(covered), needed=len(wanted))


def changes_words(words: Words, found: Changes | None) -> tuple[str, ...]:
    """What making the plan again would change, a sentence each; empty where it would change nothing."""
    if found is None:
        return ()
    (cost, cost_now), (weeks, weeks_now) = found.cost, found.weeks
    added, removed = [one.name for one in found.added], [one.name for one in found.removed]
    said = [
        words.text("New: {steps}.", steps=added) if added else "",
        words.text("No longer needed: {steps}.", steps=removed) if removed else "",
        words.text("Price: {cost} in place of {before}.", cost=words.money(cost_now), before=words.money(cost))
        if cost != cost_now
        else "",
        words.text("Time: {weeks} in place of {before}.", weeks=weeks_words(words, weeks_now), before=weeks)
        if weeks != weeks_now
        else "",
    ]
    return tuple(one for one in said if one)


def one_more_words(words: Words, found: OneMore | None) -> str:
    """Which step more opens the most careers; empty where none does."""
    if found is None:
        return ""
    careers = [one.name for one in found.careers]
    if found.cost:
        cost = words.money(found.cost)
        return words.text(
            "One step more: {step} ({cost}) also leads to {jobs}.", step=found.step.name, cost=cost, jobs=careers
        )
    return words.text("One step more: {step} is free and also leads to {jobs}.", step=found.step.name, jobs=careers)


def _joined(first: str, note: str) -> str:
    return ", ".join(part for part in (first, note) if part)


def _names(way: Way, ids: tuple[str, ...]) -> list[str]:
    return [one.name for one in way.steps if one.id in ids]
