"""Lists of learning as they stand in a vault, and how old what they tell is."""

from datetime import date

from app.journey.learning.in_use import in_use
from app.journey.learning.kept import KeptList
from app.journey.session import Session
from app.vault import store_learning
from app.vault.store_learning import StoredList
from pathways.errors import PathwaysError
from pathways.model import LearningStep

NAMED_TROUBLES = 500
"""Troubles that a summary names; all are counted."""
OLD_AFTER = 365


def lists(session: Session) -> tuple[KeptList, ...]:
    """The lists in the vault, oldest first."""
    return tuple(kept_list(session, row) for row in store_learning.stored_lists(session.vault))


def kept_list(session: Session, row: StoredList) -> KeptList:
    """A list as it stands in the vault."""
    as_of = date.fromisoformat(row.as_of) if row.as_of else None
    added = date.fromisoformat(row.added_at[:10])
    try:
        used = in_use(session, row)
    except PathwaysError as error:
        return KeptList(row.list_id, row.name, row.file, None, as_of, added, 0, 0, 0, 0, (), error.code)
    days = [one.offering.as_of for one in used.taught.steps if one.offering.as_of]
    as_of = as_of or max(days, default=None)
    troubles = used.read.troubles
    left = sum(one.left_out for one in troubles)
    return KeptList(
        row.list_id,
        row.name,
        row.file,
        used.read.kind,
        as_of,
        added,
        used.read.read,
        len(used.taught.steps),
        left,
        len(troubles) - left,
        troubles[:NAMED_TROUBLES],
        old=is_past(as_of or added, session.clock().date()),  # without a day, it is no younger than when it was added
        headings=used.read.headings,
        columns=used.read.columns,
    )


def is_past(day: date, today: date) -> bool:
    """Whether data of that day is older than a year."""
    return (today - day).days > OLD_AFTER


def is_old(step: LearningStep, today: date) -> bool:
    """Whether what is told of a step is older than a year; where nobody dates it, that is not known.

    A figure with a year alone is as young as that year's last day.
    """
    if step.offering.as_of is not None:
        return is_past(step.offering.as_of, today)
    years = [one.year for one in (step.cost, step.hours, step.weeks) if one.year is not None]
    return bool(years) and is_past(date(min(years), 12, 31), today)
