"""Coming up: records that end, interviews, offers and first days, steps of the plan that are under way."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from app.journey.after.ledger import Entry
from app.journey.records.holding import Card
from app.journey.session import Session
from app.profile.skills import Profile
from app.records.dates import moment
from app.vault import store_plan, store_settings
from pathways.model import NO_VALUES

REMIND_DAYS = 60
"""How many days before its end a record is told, unless the learner says otherwise."""
MOST_DAYS = 730
THANK_DAYS = 7
CODES = ("interview", "offer", "accepted", "thank", "ended", "ends_soon", "step_done", "step_started", "ends_later")
"""Codes of reminders (`app.wording.after.REMINDERS`), in the order they are shown."""
WITH_A_DAY = ("interview", "offer", "accepted")
"""Outcomes whose day is to come when they are said: of the interview, to answer by, the first one."""
_DAYS, _QUIET = "remind_days", "quiet_reminders"
_SIGNED = 3


@dataclass(frozen=True)
class Reminder:
    """One thing to keep in mind. `key` names it for `quiet`; `on` is its day, for steps when they were begun.

    `about` is a record's key, an entry's id or a step's id. Values: `name`, `organisation` and the like, by code.
    """

    code: str
    key: str
    about: str
    on: date | None
    values: Mapping[str, object] = field(default_factory=lambda: NO_VALUES)


def reminders(session: Session, kept: Iterable[Card], ledger: Iterable[Entry], held: Profile) -> tuple[Reminder, ...]:
    """What comes up, most pressing first; what the learner put aside is left out."""
    now = session.clock()
    found = [
        *_of_records(tuple(kept), now, remind_days(session)),
        *(one for entry in ledger for one in _of_entry(entry, now.astimezone().date())),
        *_of_steps(session, held),
    ]
    put_aside = frozenset(store_settings.setting(session.vault, _QUIET, []))
    told = (one for one in found if one.key not in put_aside)
    return tuple(sorted(told, key=lambda one: (CODES.index(one.code), one.on or date.max, one.key)))


def remind_days(session: Session) -> int:
    """How many days before its end a record is told."""
    return int(store_settings.setting(session.vault, _DAYS, REMIND_DAYS))


def set_remind_days(session: Session, days: int) -> int:
    """Say how many days before; returns what it was. Kept within 1 and `MOST_DAYS`."""
    before = remind_days(session)
    store_settings.set_setting(session.vault, _DAYS, max(1, min(days, MOST_DAYS)))
    return before


def quiet(session: Session, key: str) -> None:
    """Put a reminder aside; `speak_up` brings it back."""
    aside = store_settings.setting(session.vault, _QUIET, [])
    store_settings.set_setting(session.vault, _QUIET, sorted({*aside, key}))


def speak_up(session: Session, key: str) -> None:
    """Undo `quiet`."""
    aside = store_settings.setting(session.vault, _QUIET, [])
    store_settings.set_setting(session.vault, _QUIET, [one for one in aside if one != key])


def _of_records(kept: tuple[Card, ...], now: datetime, days: int) -> Iterator[Reminder]:
    """Of records of one name and issuer only the one that lasts longest; of those far off only the next to end."""
    later, today = list[Reminder](), now.astimezone().date()
    for card, end in _lasting(kept):
        values = {"name": card.record.name, "organisation": card.record.issuer.name or "", "when": end}
        left = (end.date() - today).days  # the day that its record names, on whatever calendar
        if end < now or left < 0:
            yield _record("ended", card, end, values)
        elif left <= days:
            yield _record("ends_soon", card, end, {**values, "days": left})
        else:
            later.append(_record("ends_later", card, end, {**values, "days": days}))
    yield from sorted(later, key=lambda one: (one.on or date.max, one.key))[:1]


def _lasting(kept: tuple[Card, ...]) -> Iterator[tuple[Card, datetime]]:
    """Cards with an end, the last one of its name and issuer; none where one of them has no end."""
    alike = defaultdict[tuple[object, str], list[tuple[Card, datetime | None]]](list)
    for card in kept:
        if card.standing.evidence is not None:
            alike[card.record.issuer.id, card.record.name].append((card, moment(card.record.valid_until or "")))
    for found in alike.values():
        ends = [(end, card) for card, end in found if end is not None]
        if len(ends) == len(found):
            end, card = max(ends, key=lambda one: one[0])
            yield card, end


def _record(code: str, card: Card, end: datetime, values: Mapping[str, object]) -> Reminder:
    return Reminder(code, f"{code}:{card.record.key}", card.record.key, end.date(), values)


def _of_entry(entry: Entry, today: date) -> Iterator[Reminder]:
    """An interview, an answer to an offer or a first day to come; after an interview, a few days, a word of thanks."""
    told = entry.outcome
    if told is None or told.code not in WITH_A_DAY or told.on is None:
        return
    values = {"organisation": entry.organisation, "title": entry.title, "when": told.on, "at": told.at}
    if today <= told.on:
        yield Reminder(told.code, f"{told.code}:{told.id}", str(entry.id), told.on, values)
    elif told.code == "interview" and today <= told.on + timedelta(days=THANK_DAYS):
        yield Reminder("thank", f"thank:{told.id}", str(entry.id), told.on, values)


def _of_steps(session: Session, held: Profile) -> Iterator[Reminder]:
    """Steps of the goal's plan: begun, or done while no signed record shows what they teach."""
    goal = store_plan.goal(session.vault)
    for one in store_plan.chosen_steps(session.vault, goal) if goal else ():
        since = datetime.fromisoformat(one.changed_at)
        step = one.step.get("step", one.step)  # an older program kept the step alone
        values = {"name": step.get("name") or one.step_id, "organisation": step.get("provider") or ""}
        if one.state == "started":
            yield _step("step_started", one.step_id, since, values)
        elif one.state == "done" and not _shown(step.get("teaches") or (), held):
            yield _step("step_done", one.step_id, since, values)


def _step(code: str, step_id: str, since: datetime, values: Mapping[str, object]) -> Reminder:
    return Reminder(code, f"{code}:{step_id}", step_id, since.date(), {**values, "when": since})


def _shown(teaches: Iterable[str], held: Profile) -> bool:
    """Whether something of what a step teaches is shown by a signed record in force."""
    found = (held.held[concept] for concept in teaches if concept in held.held)
    return any(one.evidence >= _SIGNED and not one.lapsed for one in found)
