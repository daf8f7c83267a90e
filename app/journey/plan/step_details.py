"""One learning step in full: who gives it, where, its price and when that was seen, its time, what it teaches."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.journey.learning.told import is_old
from app.journey.papers import labels, price_covers, step_note
from app.journey.plan.ground import Way, steps_for
from app.journey.plan.ways import Ways
from app.journey.session import Session
from app.vault import store_plan
from app.vault.store_plan import StepState
from app.wording import Words
from app.wording.learning import old_words
from app.wording.papers import PLAN
from app.wording.plans import (
    DONE_IS_NOT_SHOWN,
    STEP_KINDS,
    STEP_STATES,
    STRETCHED,
    hours_a_week_words,
    hours_words,
    language_words,
    place_words,
    price_words,
    weeks_words,
    when_words,
)
from pathways.errors import PathwaysError
from pathways.frameworks.catalog import CatalogEntry
from pathways.model import Figure, LearningStep
from pathways.plans.calendar import Slot

STARTS_TOLD = 4


@dataclass(frozen=True)
class StepRow:
    """One line of a step: a code (from, place, starts, price, hours, when, ...), its label and its value in words."""

    code: str
    label: str
    value: str


@dataclass(frozen=True)
class StepDetail:
    """One learning step in full.

    `state` is none where it is in no plan kept, and `state_words` says it. `covers` names what it teaches of the needs
    the plan is for, `also` what else of the goal's needs. `first` and `then` name what must come before it and what
    waits for it; `asks` says what else must come first; `notes` are sentences on its price, pace and source. `page` is
    the provider's address, `seen_at` where the price was seen; neither is opened without being asked. `want_note`
    says which plans do not take it up by themselves, as its price or time is unknown; empty where all can.
    """

    id: str
    title: str
    kind: str
    state: StepState | None
    state_words: str
    rows: tuple[StepRow, ...]
    covers: tuple[str, ...]
    also: tuple[str, ...]
    first: tuple[str, ...]
    then: tuple[str, ...]
    asks: str
    notes: tuple[str, ...]
    page: str | None
    seen_at: str | None
    wanted: bool
    want_note: str


def step_detail(session: Session, words: Words, ways: Ways, step_id: str, way: Way | None = None) -> StepDetail:
    """One step in full, by its id; with its weeks in a way, where it is in one. PathwaysError `step_unknown`."""
    goal = ways.stand.needs.occupation.id
    every = {one.id: one for one in (*_kept(ways), *steps_for(session, goal))}
    if step_id not in every:
        raise PathwaysError("step_unknown", step=step_id)
    step, entry = every[step_id], next((one for one in session.catalog if one.step.id == step_id), None)
    state = next((one.state for one in (ways.kept.steps if ways.kept else ()) if one.step.id == step_id), None)
    slot = (way or ways.cheapest).schedule.slot(step_id)
    covers, also = _teaches(words, ways, step)
    return StepDetail(
        step.id,
        step.name,
        words.text(STEP_KINDS[step.kind]),
        state,
        words.text(STEP_STATES[state]) if state else "",
        tuple(row for row in _rows(words, step, entry, slot, session.clock().date()) if row.value),
        covers,
        also,
        tuple(every[need].name if need in every else need for need in step.needs),
        tuple(one.name for one in every.values() if step_id in one.needs),
        step_note(words, entry),
        (*_notes(words, step, slot, state), *([old_words(words)] if is_old(step, session.clock().date()) else ())),
        entry.page if entry else step.offering.page,
        step.cost.seen_at,
        step_id in store_plan.wanted(session.vault, goal),
        _want_note(words, step),
    )


def prices_seen(words: Words, entries: Iterable[CatalogEntry]) -> str:
    """From when the prices of a catalog are; empty where it has none."""
    years = [one.step.cost.year for one in entries if one.step.cost.year is not None]
    if not years:
        return ""
    first, last = str(min(years)), str(max(years))
    if first == last:
        return words.text("Prices as seen in {year}", year=last)
    return words.text("Prices as seen from {first} to {last}", first=first, last=last)


def _kept(ways: Ways) -> tuple[LearningStep, ...]:
    return tuple(one.step for one in ways.kept.steps) if ways.kept else ()


def _rows(
    words: Words, step: LearningStep, entry: CatalogEntry | None, slot: Slot | None, today: date
) -> tuple[StepRow, ...]:
    offered = step.offering
    language = language_words(words, offered.language) if offered.language else ""
    return (
        StepRow("from", words.text("Offered by"), step.provider or ""),
        StepRow("place", words.text("Place"), place_words(words, online=step.online, place=offered.place)),
        StepRow("language", words.text("Taught in"), words.name(language)),
        StepRow("starts", words.text("Begins on"), _starts(words, step, today)),
        StepRow("schedule", words.text("Schedule"), offered.schedule or ""),
        StepRow("price", words.text("Price"), words.name(price_words(words, step.cost, seen=True))),
        StepRow(
            "includes", words.text("What the price covers"), price_covers(words, step, entry) if step.cost.value else ""
        ),
        StepRow("hours", words.text("Hours"), _figure(words, step.hours, "hours")),
        StepRow("weeks", words.text("Length"), _figure(words, step.weeks, "weeks")),
        StepRow("when", words.text("In the plan"), _when(words, slot)),
        StepRow("credential", words.text("What you get at the end"), offered.credential or ""),
        StepRow("cip", words.text("Program code (CIP)"), step.cip or ""),
        StepRow("as_of", words.text("Data of"), words.value(offered.as_of) if offered.as_of else ""),
    )


def _want_note(words: Words, step: LearningStep) -> str:
    """Why plans leave it out; empty where they need not."""
    if step.cost.value is None:
        return words.text("No plan takes it up by itself, as its price is not known.")
    if step.weeks.value is None and step.hours.value is None:
        return words.text("The fastest plan does not take it up by itself, as nobody says how long it takes.")
    return ""


def _starts(words: Words, step: LearningStep, today: date) -> str:
    """The days on which it begins; empty where it may begin at any time."""
    ahead = [day for day in sorted(step.offering.starts) if day >= today]
    if step.offering.starts and not ahead:
        return words.text("No day ahead is known")
    return words.list_of([words.value(day) for day in ahead[:STARTS_TOLD]])


def _figure(words: Words, figure: Figure, unit: str) -> str:
    if figure.value is None:
        return words.text("Not known")
    if unit == "weeks" and figure.value < 1:
        return words.text("Less than a week")
    said = hours_words(words, figure.value) if unit == "hours" else weeks_words(words, figure.value)
    return words.text("{time} or more", time=said)


def _when(words: Words, slot: Slot | None) -> str:
    if slot is None:
        return ""
    when = when_words(words, slot.start, slot.weeks)
    if slot.hours_a_week is None:
        return when
    return words.text("{when}, {hours}", when=when, hours=hours_a_week_words(words, slot.hours_a_week))


def _teaches(words: Words, ways: Ways, step: LearningStep) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names of what it teaches: of what the plan is for, and of the goal's other needs."""
    wanted = [one for one in ways.stand.gap if one.requirement.concept.id in step.teaches]
    open_ones = [one for one in wanted if one.state in ("partly", "missing") and one in ways.telling]
    covers = tuple(words.name(one.requirement.concept.name) for one in open_ones)
    also = tuple(words.name(one.requirement.concept.name) for one in wanted if one not in open_ones)
    return covers, also


def _notes(words: Words, step: LearningStep, slot: Slot | None, state: StepState | None) -> Iterable[str]:
    if slot is not None and slot.stretched:
        yield words.text(STRETCHED)
    if step.inferred:
        yield labels(words, PLAN)["inferred"]
    if state == "done":
        yield words.text(DONE_IS_NOT_SHOWN)
