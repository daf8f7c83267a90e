"""What came of an import, in sentences: what is new, what was there, what gave no record and why."""

from dataclasses import dataclass
from typing import Literal

from app.journey.records.files import came_from
from app.journey.records.holding import LINKS, Imported
from app.records.model import Unreadable
from app.wording import Words


@dataclass(frozen=True)
class ReportLine:
    """One sentence of a report; `place` is the file it speaks of, empty where it speaks of all.

    `links` are the addresses that a text held in place of a record.
    """

    code: Literal["newer", "known", "unreadable", "link"]
    text: str
    place: str = ""
    links: tuple[str, ...] = ()


@dataclass(frozen=True)
class Report:
    """An import in one sentence, and the rest below it."""

    heading: str
    lines: tuple[ReportLine, ...]


def import_report(words: Words, came: Imported) -> Report:
    """Say what came of an import, nothing left out."""
    known = [ReportLine("known", _known(words, len(came.known)))] if came.known else []
    newer = [ReportLine("newer", _newer(words, len(came.newer)))] if came.newer else []
    unread = [_unread(words, item) for item in (*came.unreadable, *came.links)]
    return Report(_added(words, len(came.added)), (*newer, *known, *unread))


def _added(words: Words, number: int) -> str:
    if not number:
        return words.text("Nothing new was kept.")
    return words.count("{number} new record kept.", "{number} new records kept.", number)


def _newer(words: Words, number: int) -> str:
    return words.count(
        "{number} of them is a newer version. It takes the place of the older one.",
        "{number} of them are newer versions. They take the place of the older ones.",
        number,
    )


def _known(words: Words, number: int) -> str:
    return words.count("{number} was there already.", "{number} were there already.", number)


def _unread(words: Words, item: Unreadable) -> ReportLine:
    links = item.values.get("links")
    return ReportLine(
        "link" if item.code in LINKS else "unreadable",
        words.problem(item.code, item.values),
        came_from(words, item.source),
        links if isinstance(links, tuple) else (),
    )
