"""Jobs that are found and compared, in sentences: the same for every page that shows one."""

from collections.abc import Callable, Iterable

from app.journey.goal.comparing import FitBar, Suits
from app.journey.goal.finding import ByName
from app.journey.goal.onward import Lead, Start
from app.journey.goal.outlook import Lacks, Outlook, Pay, Published, Sources, Spread
from app.journey.goal.why import Alike, Shared, Why
from app.journey.skills.behind import Behind, Guess
from app.wording import Words
from app.wording.careers import (
    FAIR,
    FOUND,
    GROWTH,
    JUDGED_BY_PEOPLE,
    LIKE,
    LIKE_IN,
    NEEDS_FROM,
    NO_PLACE,
    ONLY_SIGNED,
    OPENINGS,
    PAY,
    PAY_PLACE,
    PAY_RANGE,
    PLACE,
    RANKING,
    SIDES,
    STARTS,
    SUITS,
    TESTED,
    fact_sentence,
    month,
)
from app.wording.gaps import GAP_REASONS
from app.wording.skills import why_words
from pathways.model import Concept
from pathways.pack.labour import Area
from pathways.similarity.measured import JUDGED, OWN_JOB_FIRST, SAME_ORDER

Strong = Callable[[str], str]
"""Sets off the figure in a line, such as by bold; what it is given is plain text."""
FEW = 50
"""Openings are published in hundreds: none stands for fewer than this."""
SUCH_AS = 2
CLOSE_IN = 3


def plain(text: str) -> str:
    """A figure as it stands."""
    return text


def fit_line(words: Words, fit: FitBar, strong: Strong = plain) -> str:
    """How many of the things that tell most are shown."""
    if not fit.total:
        return words.text("Nobody has listed yet what this job needs.")
    part = words.text("{shown} of {all}", shown=fit.shown, all=fit.total)
    return words.text("You show {part} things it needs", part=strong(part))


def fit_counts(words: Words, fit: FitBar) -> tuple[tuple[str, str], ...]:
    """State and count in words, for the legend under the bar; states that nothing stands in are left out."""
    said = (
        ("shown", fit.shown, words.text("{number} shown", number=fit.shown)),
        ("partly", fit.partly, words.text("{number} partly", number=fit.partly)),
        ("missing", fit.missing, words.text("{number} to learn", number=fit.missing)),
        ("unknown", fit.unknown, words.text("{number} unknown", number=fit.unknown)),
    )
    return tuple((state, text) for state, number, text in said if number)


def fit_described(words: Words, fit: FitBar) -> str:
    """The whole bar for who cannot see it, with the kinds of need that nobody has rated."""
    counts = words.list_of([text for _, text in fit_counts(words, fit)])
    told = [words.text("Of {all} things this job needs: {counts}.", all=fit.total, counts=counts)] if fit.total else []
    if fit.unrated:
        kinds = [words.state(f"kind_{kind}") for kind in fit.unrated]
        told.append(words.text("Unknown: nobody has rated this for the job yet: {kinds}.", kinds=kinds))
    return " ".join(told)


def openings_line(words: Words, outlook: Outlook | None, strong: Strong = plain) -> str:
    """Openings a year, or that they are not published."""
    openings = None if outlook is None else outlook.openings
    key = "unknown" if openings is None else "some" if openings else "few"
    return words.text(OPENINGS[key], number=strong(words.number(openings or FEW)))


def growth_line(words: Words, outlook: Outlook | None, found: Sources) -> str:
    """Growth and how it stands beside other jobs; empty where it is not published."""
    if outlook is None or outlook.growth is None or outlook.change_percent is None or found.last_year is None:
        return ""
    percent = words.number(abs(outlook.change_percent))
    return words.text(GROWTH[outlook.growth], percent=percent, year=str(found.last_year))


def shared_line(words: Words, outlook: Outlook | None, pay: Pay | None) -> str:
    """That figures stand for several jobs together; empty where they do not."""
    told = []
    if outlook is not None and outlook.shared_by > 1:
        told.append(words.text("Openings and growth stand for {count} jobs together.", count=outlook.shared_by))
    if pay is not None and pay.shared:
        told.append(words.text("Pay stands for several jobs together: {jobs}.", jobs=pay.shared))
    return " ".join(told)


def pay_line(words: Words, pay: Pay | None, strong: Strong = plain) -> str:
    """Middle pay a year and an hour, as far as published; a ceiling is told as "or more"."""
    spreads = {} if pay is None else {"yearly": pay.yearly, "hourly": pay.hourly}
    known = {name: spread for name, spread in spreads.items() if spread is not None}
    first = next(iter(known), "unknown")
    top = any("median" in spread.at_least for spread in known.values())
    key = f"{first}_top" if top else "both" if len(known) > 1 else first
    values = {name: words.money(spread.median) for name, spread in known.items()}
    return words.text(PAY[key], **{name: strong(text) if name == first else text for name, text in values.items()})


def pay_range_line(words: Words, pay: Pay | None) -> str:
    """What the middle half earn, by the year where it is published so; empty where the range is not."""
    spread = None if pay is None else pay.yearly or pay.hourly
    if pay is None or spread is None or spread.p25 is None or spread.p75 is None:
        return ""
    key = "hourly" if pay.yearly is None else _yearly_range(spread)
    return words.text(PAY_RANGE[key], low=words.money(spread.p25), high=words.money(spread.p75))


def pay_place_line(words: Words, pay: Pay | None, place: Area | None, lacks: Lacks, found: Sources) -> str:
    """Where and when pay is from, and why not from the place asked for; empty for the U.S., and where none is told."""
    if pay is None or place is None:
        return ""
    when, us = month(words, place.released), month(words, found.pay)
    return words.text(PAY_PLACE[lacks], place=place.title, when=when, us=us)


def published_lines(words: Words, found: Published) -> tuple[str, ...]:
    """Openings, growth, pay and its range, with where and when they are from; what is not published is said so."""
    where = None if found.lacks else found.place
    lines = (
        openings_line(words, found.outlook),
        growth_line(words, found.outlook, found.sources),
        pay_line(words, found.pay),
        pay_range_line(words, found.pay),
        pay_place_line(words, found.pay, found.place, found.lacks, found.sources) if found.lacks else "",
        shared_line(words, found.outlook, found.pay),
        sources_lines(words, found.sources, where)[0],
    )
    return tuple(filter(None, lines))


def _yearly_range(spread: Spread) -> str:
    if "25" in spread.at_least:
        return "yearly_all_top"
    return "yearly_top" if "75" in spread.at_least else "yearly"


def suits_line(words: Words, suits: Suits) -> str:
    """One fact of why a job could suit; empty where there is nothing to tell."""
    if suits.code == "start":
        return " ".join(filter(None, (fact_sentence(words, fact.code, fact.values) for fact in suits.facts)))
    many = suits.code == "to_learn" and suits.number > len(suits.things)
    key = "to_learn_many" if many else suits.code
    things = suits.things[:SUCH_AS] if many else suits.things
    return words.text(SUITS[key], things=named(things), number=suits.number)


def named(things: Iterable[Concept]) -> str:
    """Names of things in a row inside a sentence; they hold commas of their own."""
    return "; ".join(_inside(one) for one in things)


def _inside(one: Concept) -> str:
    """A name inside a sentence: what people do starts small, headings and products as published."""
    return one.name[:1].lower() + one.name[1:] if one.kind == "activity" else one.name


def also_called_line(words: Words, names: Iterable[str]) -> str:
    """Other names of a job; empty where there are none."""
    known = list(names)
    return words.text("also called {names}", names=words.list_of(known)) if known else ""


def found_line(words: Words, found: ByName) -> str:
    """Why a job was found by what was typed; empty where its title says it."""
    english = FOUND[found.reason]
    return words.text(english, name=found.also_called or "") if english else ""


def start_line(words: Words, start: Start) -> str:
    """Why a job is started from."""
    return words.text(STARTS[start.reason])


def leads_line(words: Words, leads: Iterable[Lead]) -> str:
    """From which jobs O*NET's list leads here; empty where from none."""
    jobs = [lead.name for lead in leads]
    return words.text("O*NET lists it as close to: {jobs}.", jobs="; ".join(jobs)) if jobs else ""


def reason_line(words: Words, shared: Shared) -> str:
    """Why a shared thing stands as it does, such as by a related one; empty where its state says it all."""
    english = GAP_REASONS.get(shared.reason, "")
    return words.text(english, by=named(shared.by)) if english else ""


def behind_line(words: Words, behind: Behind) -> str:
    """What stands behind a shared thing: whose word it is, and how strong."""
    late = words.text("out of date") if behind.lapsed else ""
    how = ", ".join(filter(None, (words.state(behind.standing), late)))
    if behind.record_name is None:
        return words.text("“{text}” ({how})", text=behind.text, how=how)
    return words.text("“{text}” in the record {record} ({how})", text=behind.text, record=behind.record_name, how=how)


def guess_lines(words: Words, guess: Guess) -> tuple[str, ...]:
    """The words that a guess was made from, whose they are, and why we ask."""
    return tuple(
        line
        for behind, asked in guess.behind
        for line in (
            behind_line(words, behind),
            why_words(words, asked.code, asked.values, less_sure=asked.less_sure),
        )
    )


def alike_line(words: Words, alike: Alike | None) -> str:
    """Which job it is like, and in what; empty where its place rests on none."""
    if alike is None:
        return ""
    sides = [words.text(SIDES[side]) for side in alike.sides[:CLOSE_IN]]
    return words.text(LIKE_IN if sides else LIKE, job=words.name(alike.job.name), sides=sides)


def order_lines(words: Words, found: Why) -> tuple[str, ...]:
    """Where it stands in the order, what sets the order, and what it was counted by."""
    place = NO_PLACE if found.place is None else PLACE
    needs = words.list_of(list(found.published.sources.needs))
    return (
        words.text(place, place=words.number(found.place or 0), all=words.number(found.among)),
        *((words.text(ONLY_SIGNED),) if found.only_signed else ()),
        words.text(RANKING),
        words.text(FAIR),
        words.text(NEEDS_FROM, sources=needs),
    )


def accuracy_lines(words: Words) -> tuple[str, str]:
    """How right the order was when it was measured: in our own test, and as far as people's judgements reach."""
    return (
        words.text(TESTED, first=OWN_JOB_FIRST),
        words.text(JUDGED_BY_PEOPLE, count=words.number(JUDGED), same=SAME_ORDER),
    )


def sources_lines(words: Words, found: Sources, place: Area | None = None) -> tuple[str, str]:
    """Where the figures are from, in two lines: pay (in the U.S., or in a place) and openings; needs."""
    years = {"first": str(found.first_year or "?"), "last": str(found.last_year or "?")}
    pay = (
        words.text("Pay: U.S., {pay}. Openings: U.S., {first} to {last}.", pay=month(words, found.pay), **years)
        if place is None
        else words.text(
            "Pay: {place}, {pay}. Openings: U.S., {first} to {last}.",
            place=place.title,
            pay=month(words, place.released),
            **years,
        )
    )
    return (
        pay,
        words.text("Needs: {needs}. Local figures may differ.", needs=words.list_of(list(found.needs))),
    )
