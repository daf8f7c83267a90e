"""Words of plans beside each other: what one has over the other, why something is left untaught, what a change does."""

from collections.abc import Iterable

from app.wording.marking import marked
from app.wording.plans import hours_a_week_words, language_words, weeks_words
from app.wording.words import Words

BLOCKS = {
    "budget": marked("it costs more than your budget leaves"),
    "elsewhere": marked("it is not near you"),
    "not_online": marked("nobody says that it is online"),
    "language": marked("it is taught in another language"),
    "unpriced": marked("nobody says what it costs"),
    "untimed": marked("nobody says how long it takes"),
    "dropped": marked("you dropped it"),
    "failed": marked("you did not pass it"),
    "no_start": marked("its last start is over"),
    "clash": marked("its start days do not fit with the other steps"),
    "first": marked("something that must come first is on no list"),
}
LET_GO = {
    "budget": marked("With no limit on money:"),
    "places": marked("If you could go to any place:"),
    "online_only": marked("If you could go there in person:"),
    "languages": marked("If you could learn in any language:"),
    "price": marked("With a step whose price you would have to ask for ({steps}):"),
    "dropped": marked("With a step that you dropped:"),
    "failed": marked("If you tried again what you did not pass:"),
}
NOT_SURE = marked("This is not proven: a better plan may be there.")


def difference_words(
    words: Words,
    cost: float,
    weeks: int,
    *,
    added: int,
    removed: int,
    open_price: bool = False,
    open_time: bool = False,
    price_gone: bool = False,
    time_gone: bool = False,
) -> str:
    """What one plan has over another: "3 weeks sooner, $200 more; 2 steps fall away".

    Where its price or time is open, as a step that comes in has none that is known, nothing is promised to be less.
    Where a step falls away whose price or time nobody knows, nothing is said to be more, for it may be less.
    """
    figures = [
        _weeks_apart_gone(words, weeks, open_ended=open_time)
        if time_gone
        else _weeks_apart(words, weeks, open_ended=open_time),
        _cost_apart_gone(words, cost, open_ended=open_price)
        if price_gone
        else _cost_apart(words, cost, open_ended=open_price),
    ]
    steps = [
        words.count("{number} step falls away", "{number} steps fall away", removed) if removed else "",
        words.count("{number} step comes in", "{number} steps come in", added) if added else "",
    ]
    parts = (", ".join(filter(None, one)) for one in (figures, steps))
    return "; ".join(filter(None, parts)) or words.text("the same price and time")


def _weeks_apart(words: Words, weeks: int, *, open_ended: bool) -> str:
    if not weeks or (open_ended and weeks < 0):
        return ""
    apart = weeks_words(words, abs(weeks))
    if open_ended:
        return words.text("{weeks} later or more", weeks=apart)
    return words.text("{weeks} sooner", weeks=apart) if weeks < 0 else words.text("{weeks} later", weeks=apart)


def _cost_apart(words: Words, cost: float, *, open_ended: bool) -> str:
    if not cost or (open_ended and cost < 0):
        return ""
    apart = words.money(abs(cost))
    if open_ended:
        return words.text("at least {cost} more", cost=apart)
    return words.text("{cost} less", cost=apart) if cost < 0 else words.text("{cost} more", cost=apart)


def _weeks_apart_gone(words: Words, weeks: int, *, open_ended: bool) -> str:
    if open_ended or weeks > 0:
        return words.text("nobody knows if it takes longer")
    if not weeks:
        return words.text("it takes no longer")
    return words.text("{weeks} sooner or more", weeks=weeks_words(words, -weeks))


def _cost_apart_gone(words: Words, cost: float, *, open_ended: bool) -> str:
    if open_ended or cost > 0:
        return words.text("nobody knows if it costs more")
    if not cost:
        return words.text("it costs no more")
    return words.text("at least {cost} less", cost=words.money(-cost))


def beside_words(
    words: Words,
    *,
    gained: Iterable[str],
    lost: Iterable[str],
    unpriced: Iterable[str] = (),
    untimed: Iterable[str] = (),
    unpriced_gone: Iterable[str] = (),
    untimed_gone: Iterable[str] = (),
    sure: bool = True,
) -> tuple[str, ...]:
    """What else one plan has over another, a sentence each; all are names, from `unpriced` on of steps."""
    more, less, unknown, open_ended = list(gained), list(lost), list(unpriced), list(untimed)
    no_price, no_time = list(unpriced_gone), list(untimed_gone)
    said = (
        words.text("It also teaches: {needs}.", needs=more) if more else "",
        words.text("It no longer teaches: {needs}.", needs=less) if less else "",
        words.text("What this costs comes on top, and nobody says how much: {steps}.", steps=unknown)
        if unknown
        else "",
        words.text("The time of this comes on top, and nobody says how long: {steps}.", steps=open_ended)
        if open_ended
        else "",
        words.text("Nobody says what this costs, which falls away: {steps}.", steps=no_price) if no_price else "",
        words.text("Nobody says how long this takes, which falls away: {steps}.", steps=no_time) if no_time else "",
        "" if sure else words.text(NOT_SURE),
    )
    return tuple(one for one in said if one)


def not_taught_words(words: Words, needs: Iterable[str], step: str | None, blocks: Iterable[str]) -> str:
    """Why some needs are left untaught, in a sentence."""
    names, why = list(needs), [words.text(BLOCKS[one]) for one in blocks]
    if step is None:
        return words.text("No course on this list teaches: {needs}.", needs=names)
    if not why:
        return words.text("{step} teaches this and is not in the plan: {needs}.", step=step, needs=names)
    return words.text("{step} teaches this, but {why}: {needs}.", step=step, why=why, needs=names)


def let_go_words(words: Words, dropped: str, difference: str, steps: Iterable[str]) -> str:
    """The nearest plan that teaches more, and what it lets go of."""
    return f"{words.text(LET_GO[dropped], steps=list(steps))} {difference}."


def proven_words(words: Words, step: str, record: str) -> str:
    """What a record proves; the learner can say no."""
    return words.text("Your record {record} shows that you have finished {step}.", record=record, step=step)


def needed_before_words(words: Words, steps: Iterable[str]) -> str:
    """Which steps of the plan wait for one; empty where none does."""
    waiting = list(steps)
    return words.text("It must come before: {steps}.", steps=waiting) if waiting else ""


def what_if_words(
    words: Words,
    *,
    had: Iterable[str],
    budget: float | None,
    hours_a_week: float | None,
    at_once: int | None,
    online_only: bool | None,
    places: Iterable[str],
    languages: Iterable[str],
) -> str:
    """What is asked, in a line; `had` names steps, None is not asked, an infinite budget is none."""
    have, there, spoken = list(had), "; ".join(places), [language_words(words, one) for one in languages]
    parts = [
        words.text("if you had this: {steps}", steps=have) if have else "",
        _money_asked(words, budget),
        words.text("with {hours}", hours=hours_a_week_words(words, hours_a_week)) if hours_a_week else "",
        words.count("with {number} course at once", "with {number} courses at once", at_once) if at_once else "",
        words.text("with online steps only") if online_only else "",
        words.text("with steps in person, too") if online_only is False else "",
        words.text("if you were in {places}", places=there) if there else "",
        words.text("taught in {languages}", languages=spoken) if spoken else "",
    ]
    return ", ".join(filter(None, parts))


def _money_asked(words: Words, budget: float | None) -> str:
    if budget is None:
        return ""
    if budget == float("inf"):
        return words.text("with no limit on money")
    return words.text("with {budget} to spend", budget=words.money(budget))


def wanted_words(words: Words, step: str, *, wanted: bool) -> str:
    """What is said once the learner wants a step in every plan, or no longer."""
    if wanted:
        return words.text("Every plan for this goal takes up {step} now.", step=step)
    return words.text("Plans take up {step} only if it is the best.", step=step)
