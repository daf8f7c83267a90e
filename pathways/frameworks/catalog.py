"""Reads a catalog of certificates, licences by exam and short courses (form: assets/catalog/README.md)."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Literal, NoReturn, get_args

from pathways.errors import PathwaysError
from pathways.frameworks.catalog_values import LONGEST_TEXT, is_address, is_amount, is_plain
from pathways.model import Figure, LearningStep
from pathways.strict_json import no_twins

StepKind = Literal["program", "certificate", "course", "licence", "apprenticeship", "on_the_job"]
Covers = Literal[
    "exam_only",
    "exam_and_membership",
    "licence_only",
    "course_only",
    "course_and_card",
    "course_and_exam",
    "materials_and_exam",
    "subscription",
]
Before = Literal[
    "high_school",
    "training",
    "training_or_experience",
    "work_experience",
    "hands_on",
    "membership",
    "background_check",
    "job_offer",
]

LARGEST_FILE = 8_000_000
MOST_ITEMS = 200
MOST_STEPS = 20_000
OLDEST_YEAR = 1990

_KINDS: Mapping[str | None, StepKind] = {kind: kind for kind in get_args(StepKind)}
_COVERS: Mapping[str, Covers] = {covers: covers for covers in get_args(Covers)}
_BEFORE: Mapping[str, Before] = {before: before for before in get_args(Before)}
_STEP_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_OCCUPATION = re.compile(r"\d{2}-\d{4}\.\d{2}")
_CONCEPTS = (
    re.compile(r"4\.A\.\d\.[a-z]\.\d{1,2}\.I\d{2}\.D\d{2}"),
    re.compile(r"2\.[ABC]\.\d{1,2}(\.[a-z])?"),
    re.compile(r"http://data\.europa\.eu/esco/skill/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
    re.compile(r"software:\S(.*\S)?"),
)


@dataclass(frozen=True)
class CatalogEntry:
    """One entry: the step, and what is told beside it.

    `covers` says what the cost pays for (None where the cost is unknown), `before` what the provider asks for that is
    no step of the catalog, `page` is the provider's address, `leads_to` holds O*NET-SOC codes; a `practice` entry is
    made up.
    """

    step: LearningStep
    covers: Covers | None = None
    before: tuple[Before, ...] = ()
    page: str | None = None
    leads_to: tuple[str, ...] = ()
    practice: bool = False


@dataclass(frozen=True)
class _Entry:
    """One raw entry while it is read; `name` is how an error calls it."""

    raw: Mapping[str, object]
    name: str
    latest_year: int
    practice: bool

    def refuse(self, field: str) -> NoReturn:
        raise PathwaysError("catalog_entry_invalid", entry=self.name, field=field)


def read_entries(path: Path) -> tuple[CatalogEntry, ...]:
    """Read a catalog file with what is told beside each step: all of it or nothing.

    Raises PathwaysError `catalog_unreadable` (reason) or `catalog_entry_invalid` (entry, field).
    """
    head = _read_json(path)
    latest_year = _latest_year(head)
    practice = head.get("practice", False)
    if not isinstance(practice, bool):
        _unreadable("format")
    raws = head.get("entries")
    if not isinstance(raws, list) or len(raws) > MOST_STEPS:
        _unreadable("format")
    entries = tuple(
        _read_entry(_named(raw, place, latest_year=latest_year, practice=practice))
        for place, raw in enumerate(raws, start=1)
    )
    _check_order(entries)
    return entries


def _unreadable(reason: str) -> NoReturn:
    raise PathwaysError("catalog_unreadable", reason=reason)


def _read_json(path: Path) -> Mapping[str, object]:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError:
        _unreadable("no_file")
    if len(data) > LARGEST_FILE:
        _unreadable("too_large")
    try:
        head = json.loads(data.decode("utf-8-sig"), object_pairs_hook=no_twins)
    except (ValueError, RecursionError):
        _unreadable("json")
    if not isinstance(head, dict) or head.get("format") != "pathfolio-catalog":
        _unreadable("format")
    if type(head.get("version")) is not int or head["version"] != 1:
        _unreadable("version")
    return head


def _latest_year(head: Mapping[str, object]) -> int:
    """Year of the catalog's own date: no figure can have been seen later."""
    try:
        return date.fromisoformat(str(head.get("as_of"))).year
    except ValueError:
        _unreadable("format")


def _named(raw: object, place: int, *, latest_year: int, practice: bool) -> _Entry:
    fields = raw if isinstance(raw, dict) else {}
    step_id = fields.get("id")
    if not isinstance(step_id, str) or len(step_id) > LONGEST_TEXT or not _STEP_ID.fullmatch(step_id):
        raise PathwaysError("catalog_entry_invalid", entry=f"#{place}", field="id")
    return _Entry(fields, step_id, latest_year, practice)


def _read_entry(entry: _Entry) -> CatalogEntry:
    provider = _text(entry, "provider", optional=True)
    if entry.practice and "Practice" not in (provider or ""):
        entry.refuse("provider")
    cost = _figure(entry, "cost")
    step = LearningStep(
        id=entry.name,
        name=_text(entry, "name") or "",
        kind=_kind(entry),
        provider=provider,
        cost=cost,
        hours=_figure(entry, "hours"),
        weeks=_figure(entry, "weeks"),
        teaches=_concepts(entry),
        needs=_texts(entry, "needs"),
        online=_online(entry),
    )
    return CatalogEntry(
        step=step,
        covers=None if cost.value is None else _covers(entry),
        before=_before(entry),
        page=_page(entry),
        leads_to=_occupations(entry),
        practice=entry.practice,
    )


def _text(entry: _Entry, field: str, *, optional: bool = False) -> str | None:
    value = entry.raw.get(field)
    if value is None and optional:
        return None
    return value if isinstance(value, str) and is_plain(value) else entry.refuse(field)


def _texts(entry: _Entry, field: str) -> tuple[str, ...]:
    """Read a list of different plain texts; absent is empty."""
    values = entry.raw.get(field, [])
    if not isinstance(values, list) or len(values) > MOST_ITEMS:
        entry.refuse(field)
    if not all(isinstance(value, str) and is_plain(value) for value in values) or len(set(values)) != len(values):
        entry.refuse(field)
    return tuple(values)


def _kind(entry: _Entry) -> StepKind:
    kind = _KINDS.get(_text(entry, "kind"))
    return entry.refuse("kind") if kind is None else kind


def _covers(entry: _Entry) -> Covers:
    """What the cost pays for; called where a cost is known."""
    cost = entry.raw["cost"]
    covers = _COVERS.get(str(cost.get("covers"))) if isinstance(cost, dict) else None
    return entry.refuse("cost") if covers is None else covers


def _before(entry: _Entry) -> tuple[Before, ...]:
    codes = _texts(entry, "before")
    return tuple(_BEFORE[code] if code in _BEFORE else entry.refuse("before") for code in codes)


def _online(entry: _Entry) -> bool | None:
    online = entry.raw.get("online")
    return online if online is None or isinstance(online, bool) else entry.refuse("online")


def _concepts(entry: _Entry) -> tuple[str, ...]:
    concepts = _texts(entry, "teaches")
    if not concepts or not all(any(form.fullmatch(concept) for form in _CONCEPTS) for concept in concepts):
        entry.refuse("teaches")
    return concepts


def _occupations(entry: _Entry) -> tuple[str, ...]:
    codes = _texts(entry, "leads_to")
    return codes if all(_OCCUPATION.fullmatch(code) for code in codes) else entry.refuse("leads_to")


def _page(entry: _Entry) -> str | None:
    page = entry.raw.get("page")
    if page is None:
        return None
    return page if is_address(page, practice=entry.practice) else entry.refuse("page")


def _figure(entry: _Entry, field: str) -> Figure:
    """Read a figure, which is nothing without its address and year. Null is unknown."""
    raw = entry.raw.get(field)
    if raw is None:
        return Figure(None)
    if not isinstance(raw, dict):
        entry.refuse(field)
    value, seen_at, year = raw.get("value"), raw.get("seen_at"), raw.get("year")
    if not is_amount(value, field) or not is_address(seen_at, practice=entry.practice):
        entry.refuse(field)
    if type(year) is not int or not OLDEST_YEAR <= year <= entry.latest_year:
        entry.refuse(field)
    return Figure(float(value), seen_at, year)


def _check_order(entries: tuple[CatalogEntry, ...]) -> None:
    """Refuse twin ids, needs that are no entry, and needs that go round in a circle."""
    needs: dict[str, tuple[str, ...]] = {}
    for step in (entry.step for entry in entries):
        if step.id in needs:
            raise PathwaysError("catalog_entry_invalid", entry=step.id, field="id")
        needs[step.id] = step.needs
    for step_id, needed in needs.items():
        if not set(needed) <= needs.keys():
            raise PathwaysError("catalog_entry_invalid", entry=step_id, field="needs")
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        raise PathwaysError("catalog_entry_invalid", entry=error.args[1][0], field="needs") from error
