"""A way to a goal as a calendar file (iCalendar, RFC 5545): its steps in their weeks, the review, the day all is over.

No name of the learner is in it: calendars are kept on websites. The same plan gives the same events, so that a
calendar that took it in before changes them and adds none.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import NAMESPACE_OID, uuid5

from app.journey.papers import labels
from app.journey.plan.employment_plan import employment_plan
from app.journey.plan.ground import Standpoint, Way
from app.journey.plan.kept import WEEK, ready_on
from app.journey.session import Session
from app.records.text import one_line, paragraphs
from app.wording import Words
from app.wording.employment import last_day
from app.wording.papers import PRACTICE
from app.wording.plans import place_words, price_words
from pathways.model import LearningStep

if TYPE_CHECKING:
    from icalendar import Event

DAY = timedelta(days=1)
PRODUCT = "-//Pathfolio//Plan//EN"


def plan_calendar(session: Session, words: Words, stand: Standpoint, way: Way, name: str = "") -> bytes:
    """The calendar file's bytes. `name`, the learner's, only keeps apart the events of two learners in one calendar."""
    from icalendar import Calendar

    goal = stand.needs.occupation
    title = words.text("Plan: {goal}", goal=goal.name)
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("name", one_line(title))
    made.add("x-wr-calname", one_line(title))
    for what, event in _events(session, words, goal.id, title, way):
        event.add("uid", f"{uuid5(NAMESPACE_OID, f'pathfolio|{name}|{goal.id}|{what}')}@pathfolio.invalid")
        event.add("dtstamp", session.clock())
        event.add("transp", "TRANSPARENT")
        made.add_component(event)
    return bytes(made.to_ical())


def _events(session: Session, words: Words, goal: str, title: str, way: Way) -> Iterator[tuple[str, "Event"]]:
    """Each event, and what of the plan it is, always by the same name."""
    mark = labels(words, PRACTICE)["practice"] + ": " if session.practice else ""
    for step in way.in_turn:
        slot = way.schedule.slot(step.id)
        if slot is not None:
            yield f"step:{step.id}", _step(words, step, mark, way.start + slot.start * WEEK, slot.weeks)
    review = employment_plan(session, goal).review_on
    if review is not None:
        yield "review", _event(mark + words.text("Review of the plan"), title, review, review)
    if way.in_turn and not way.schedule.untimed:
        ready = ready_on(way.start, way.schedule.weeks)
        yield "ready", _event(mark + words.text("All steps of the plan are over"), title, ready, ready)


def _step(words: Words, step: LearningStep, mark: str, first: date, weeks: int | None) -> "Event":
    """A step from its Monday to its Friday; its first day alone where nobody knows how long it takes."""
    offered = step.offering
    told = (
        words.text("Offered by {provider}.", provider=step.provider) if step.provider else "",
        place_words(words, online=step.online) if step.online is not None else "",
        offered.schedule or "",
        words.text("Price: {price}.", price=price_words(words, step.cost, seen=True)),
        "" if weeks is not None else words.text("Nobody says how long it takes."),
    )
    last = first if weeks is None else last_day(first, weeks)
    event = _event(mark + step.name, "\n".join(one for one in told if one), first, last)
    if offered.place:
        event.add("location", one_line(offered.place))
    if offered.page and offered.page.startswith(("https://", "http://")):
        event.add("url", offered.page)
    return event


def _event(title: str, told: str, first: date, last: date) -> "Event":
    """Whole days from the first to the last; the end is the day after (RFC 5545, 3.6.1)."""
    from icalendar import Event

    event = Event()
    event.add("summary", one_line(title))
    event.add("description", paragraphs(told))
    event.add("dtstart", first)
    event.add("dtend", last + DAY)
    return event
