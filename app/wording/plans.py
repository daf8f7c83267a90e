"""Words of the Plan page: limits, prices and times, ways, proofs, gap and learning steps."""

from collections.abc import Iterable
from math import ceil

from babel import Locale, UnknownLocaleError
from babel.units import format_unit

from app.wording.marking import marked
from app.wording.words import Words
from pathways.model import Figure

WAYS = {
    "kept": marked("Your plan"),
    "cheapest": marked("Cheapest"),
    "fastest": marked("Fastest"),
    "both": marked("Cheapest and fastest"),
    "most": marked("Most for your money"),
    "work": marked("Learn at work"),
    "program": marked("A program of study"),
}

WAY_NOTES = {
    "kept": marked("the plan you chose"),
    "work": marked("needs a job offer first"),
    "program": marked("price not known yet"),
}

STEP_STATES = {
    "chosen": marked("In your plan"),
    "started": marked("Started"),
    "done": marked("Done"),
    "dropped": marked("Dropped"),
    "failed": marked("Not passed"),
}

STEP_KINDS = {
    "program": marked("A program of study"),
    "certificate": marked("A certificate"),
    "course": marked("A course"),
    "licence": marked("A license"),
    "apprenticeship": marked("An apprenticeship: you learn and get paid"),
    "on_the_job": marked("Learning on the job"),
}

NEED_KINDS = {
    "activity": marked("It is a task of this job."),
    "knowledge": marked("It is something to know."),
    "skill": marked("It is a way of working."),
    "software": marked("It is software that people use in this job."),
    "esco_skill": marked("It is a skill from the European list."),
}

NEED_WHY = {
    "same": marked("What you brought shows it."),
    "level_met": marked("You show it as well as this job needs."),
    "level_not_stated": marked("You show it. Your records do not say how well."),
    "not_shown": marked("Nothing that you brought shows it yet."),
}

NOT_RATED = marked("Nobody has rated this for this job yet.")
USUALLY_FIRST = marked("Jobs that need this nearly all need these too, so they are a good start: {things}.")
RESTS_ON = marked("What the job needs is from {sources}. How you stand is from your records and answers.")
DONE_IS_NOT_SHOWN = marked("A finished course shows no skill by itself. Add the record you got for it.")
STRETCHED = marked("With your hours it takes longer than they say. Ask if you may go at your own pace.")


def price_words(words: Words, figure: Figure, *, seen: bool = False) -> str:
    """A price; unknown is never free. `seen` adds the year in which it was seen."""
    if figure.value is None:
        return words.text("price not known")
    if figure.value == 0:
        return words.text("free")
    if seen and figure.year:
        return words.text("{cost}, seen in {year}", cost=words.money(figure.value), year=str(figure.year))
    return words.money(figure.value)


def weeks_words(words: Words, weeks: float, *, short: bool = False) -> str:
    """Weeks on the calendar: "6 weeks", or "6 wks" where there is little room."""
    return _unit(words, ceil(weeks), "week", short=short)


def hours_words(words: Words, hours: float, *, short: bool = False) -> str:
    """Hours of work: "12 hours", or "12 hr"."""
    return _unit(words, round(hours) or 1, "hour", short=short)


def _unit(words: Words, value: int, unit: str, *, short: bool) -> str:
    return str(format_unit(value, f"duration-{unit}", "short" if short else "long", locale=words.locale))


def length_words(words: Words, weeks: float | None, hours: float | None, *, short: bool = False) -> str:
    """How long a step takes: its weeks; its hours where it is over within one; or that nobody says."""
    if weeks is not None and (weeks > 1 or hours is None):
        return weeks_words(words, weeks, short=short)
    if hours is not None:
        return hours_words(words, hours, short=short)
    return words.text("time not known")


def in_short(words: Words, weeks: float | None, hours: float | None, cost: Figure, *, short: bool = False) -> str:
    """A step's time and price: "6 weeks, free"."""
    if weeks is None and hours is None and cost.value is None:
        return words.text("time and price not known")
    time = length_words(words, weeks, hours, short=short)
    return words.text("{time}, {price}", time=time, price=price_words(words, cost))


def hours_a_week_words(words: Words, hours: float) -> str:
    """Hours in a week, rounded up: nobody should be promised fewer."""
    return words.count("{number} hour a week", "{number} hours a week", ceil(hours))


def limits_words(
    words: Words,
    budget: float | None,
    hours_a_week: float | None,
    at_once: int | None,
    *,
    online_only: bool,
    places: Iterable[str] = (),
    languages: Iterable[str] = (),
) -> str:
    """What a plan must respect, in a line: "$2,000, 20 hours a week, 2 at once"; `languages` are tags."""
    there = "; ".join(places)  # each has a comma of its own
    spoken = [language_words(words, one) for one in languages]
    parts = [
        words.money(budget) if budget is not None else "",
        hours_a_week_words(words, hours_a_week) if hours_a_week is not None else "",
        words.count("{number} at once", "{number} at once", at_once) if at_once is not None else "",
        words.text("online only") if online_only else "",
        words.text("in {places} or online", places=there) if there else "",
        words.text("taught in {languages}", languages=spoken) if spoken else "",
    ]
    return ", ".join(part for part in parts if part) or words.text("No limits")


def language_words(words: Words, tag: str) -> str:
    """A language's name in this language; the tag itself where nobody knows its name."""
    try:
        name = Locale.parse(tag, sep="-").get_display_name(words.locale)
    except (UnknownLocaleError, ValueError):
        return tag
    return str(name or tag)


def plus_words(words: Words, kind: str, names: Iterable[str]) -> str:
    """What comes on top of a total, as nobody knows it: what steps cost, their time, their hours."""
    listed = list(names)
    if not listed:
        return ""
    if kind == "cost":
        return words.text("plus what this costs: {steps}", steps=listed)
    if kind == "weeks":
        return words.text("plus the time of this: {steps}", steps=listed)
    return words.text("plus the hours of this: {steps}", steps=listed)


def proof_words(
    words: Words,
    aim: str,
    bound: float,
    looked_at: int,
    *,
    proven: bool,
    beyond_budget: bool = False,
    cost: float | None = None,
) -> str:
    """Whether a plan is proven best, over how many courses, or what no mix of them can beat.

    With its `cost` in dollars, one that is not proven cheapest is told how far above the best it can be.
    """
    if aim == "time":
        return _proof_of_time(words, bound, looked_at, proven=proven)
    if not proven and cost is not None and bound < cost:
        above = words.money(round(cost - bound, 2))
        return words.text(
            "Maybe not the cheapest yet: at most {above} above the best possible. No mix costs less than {cost}.",
            above=above,
            cost=words.money(bound),
        )
    if not proven:
        return words.text("Maybe not the cheapest yet. But no mix costs less than {cost}.", cost=words.money(bound))
    if beyond_budget:
        return words.count(
            "It is the most your budget pays for. We looked at the only course with a known price.",
            "It is the most your budget pays for. We looked at all mixes of the {number} courses with a known price.",
            looked_at,
        )
    return words.count(
        "None is cheaper. We looked at the only course with a known price.",
        "None is cheaper. We looked at all mixes of the {number} courses with a known price.",
        looked_at,
    )


def _proof_of_time(words: Words, bound: float, looked_at: int, *, proven: bool) -> str:
    if not proven:
        least = weeks_words(words, bound)
        return words.text("Maybe not the fastest yet. But no mix takes less than {weeks}.", weeks=least)
    return words.count(
        "None is faster. We looked at the only course with a known price and time.",
        "None is faster. We looked at all mixes of the {number} courses with a known price and time.",
        looked_at,
    )


def proof_title(words: Words, *, proven: bool) -> str:
    """The word before the proof."""
    return words.text("Proven best.") if proven else words.text("Not proven.")


def when_words(words: Words, start: int, weeks: int | None) -> str:
    """The weeks in which a step runs; `start` 0 is the first."""
    if weeks is None:
        return words.text("From week {first} on", first=start + 1)
    if weeks == 1:
        return words.text("Week {first}", first=start + 1)
    return words.text("Weeks {first} to {last}", first=start + 1, last=start + weeks)


def week_words(words: Words, number: int, weeks: int) -> str:
    """Where today stands in the plan."""
    if number > weeks:
        return words.text("All {weeks} weeks are over", weeks=weeks)
    return words.text("Week {week} of {weeks}", week=number, weeks=weeks)


def place_words(words: Words, *, online: bool | None, place: str | None = None) -> str:
    """Where a step is done."""
    if online:
        return words.text("Online")
    if online is None:
        unknown = words.text("Nobody says if it is online")
        return f"{place}. {unknown}" if place else unknown
    return words.text("In person in {place}", place=place) if place else words.text("In person")


def step_sentences(
    words: Words,
    *,
    provider: str | None,
    online: bool | None,
    when: str,
    hours_a_week: float | None,
    timed: bool,
    cost: Figure,
    after: Iterable[str],
    before: Iterable[str],
    state: str,
) -> str:
    """All that a picture shows of one step of a plan, as sentences. `after` and `before` name other steps."""
    first, then = list(after), list(before)
    parts = [
        words.text("Offered by {provider}.", provider=provider) if provider else "",
        words.text("It is online.") if online else words.text("It is in person.") if online is False else "",
        _when_sentence(words, when, hours_a_week, timed=timed),
        _price_sentence(words, cost),
        words.text("It comes after this: {steps}.", steps=first) if first else "",
        words.text("It comes before this: {steps}.", steps=then) if then else "",
        words.text("You have started it.") if state == "started" else "",
        words.text("You are done with it.") if state == "done" else "",
    ]
    return " ".join(part for part in parts if part)


def _when_sentence(words: Words, when: str, hours_a_week: float | None, *, timed: bool) -> str:
    if not timed:
        return words.text("Nobody says how long it takes.")
    if hours_a_week is None:
        return words.text("{when}. Nobody says how many hours a week.", when=when)
    return words.text("{when}, {hours}.", when=when, hours=hours_a_week_words(words, hours_a_week))


def _price_sentence(words: Words, cost: Figure) -> str:
    if cost.value is None:
        return words.text("Nobody says what it costs.")
    if cost.value == 0:
        return words.text("It is free.")
    return words.text("It costs {cost}.", cost=words.money(cost.value))


def marked_words(words: Words, state: str, step: str) -> str:
    """What is said once the learner marked a step; a finished one shows no skill by itself."""
    if state == "started":
        return words.text("You have started {step}.", step=step)
    if state == "done":
        done = words.text("You are done with {step}.", step=step)
        return f"{done} {words.text(DONE_IS_NOT_SHOWN)}"
    if state == "failed":
        return words.text(
            "{step} is marked as not passed. No plan will take it up again unless you want it.", step=step
        )
    if state == "dropped":
        return words.text("{step} is out of your plan. No plan will take it up again.", step=step)
    return words.text("{step} is in your plan again.", step=step)


def chosen_words(words: Words, kind: str) -> str:
    """What is said once a plan is chosen."""
    if kind == "cheapest":
        return words.text("The cheapest plan is yours now.")
    if kind == "most":
        return words.text("The plan that teaches most for your money is yours now.")
    return words.text("The fastest plan is yours now.") if kind == "fastest" else words.text("This plan is yours now.")
