"""A choice written down as ids: what is required, and what each record covers and gives away (`tailor --from`)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.applying.fewest import fewest
from app.applying.rounds import Offer
from app.errors import PersonError
from app.records.json_text import load
from app.records.limits import Limits
from app.records.text import is_identifier, one_line, path_text

LIMITS = Limits(file_bytes=10_000_000, depth=10, values=1_000_000)
MAX_REQUIREMENTS = 2_000
MAX_RECORDS = 10_000
MAX_WORDS = 2_000
MAX_ID = 500
SHOWN = 80
"""As much of an id as a sentence shows."""


@dataclass(frozen=True)
class Instance:
    """What is required and what could go, by ids in the order of the file."""

    requirements: tuple[str, ...]
    records: tuple[Offer, ...]


def read_instance(path: Path) -> Instance:
    """Read such a file of at most 10 MB. PersonError: `choice_*`, `file_*`, `json_*`."""
    try:
        with path.open("rb") as file:
            content = file.read(LIMITS.file_bytes + 1)
    except OSError as error:
        raise PersonError("choice_unreadable", file=path_text(path.name), why=type(error).__name__) from error
    return instance_from(content)


def instance_from(content: bytes) -> Instance:
    """Read its bytes; errors as in `read_instance`. Keys that mean nothing here are passed over."""
    document = load(content, LIMITS)
    if not isinstance(document, dict):
        raise PersonError("choice_not_an_object")
    required = _ids(document, "requirements", MAX_REQUIREMENTS, "requirements")
    _refuse_twins(required)
    listed = _list(document, "records", MAX_RECORDS, "records")
    records = tuple(_record(one, number, frozenset(required)) for number, one in enumerate(listed, 1))
    _refuse_twins([record.id for record in records])
    return Instance(required, records)


def chosen(instance: Instance) -> Mapping[str, Any]:
    """The answer as `tailor --json` gives it; `feasible` where a better one was not ruled out in time."""
    found = fewest(instance.requirements, instance.records)
    return {
        "status": "optimal" if found.proven else "feasible",
        "records": list(found.ids),
        "uncovered": list(found.unmet),
    }


def _record(value: object, number: int, required: frozenset[str]) -> Offer:
    if not isinstance(value, dict):
        raise PersonError("choice_bad_record", number=number)
    name = value.get("id")
    if not _is_id(name):
        raise PersonError("choice_bad_id", field=f"records {number}: id")
    covers = _ids(value, "covers", MAX_REQUIREMENTS, f"records {number}: covers")
    for one in covers:
        if one not in required:
            raise PersonError("choice_unknown_id", id=one_line(one, SHOWN), number=number)
    tells = _ids(value, "gives_away", MAX_WORDS, f"records {number}: gives_away")
    return Offer(str(name), dict.fromkeys(covers, 1), frozenset(tells))


def _ids(values: Mapping[str, Any], key: str, most: int, field: str) -> tuple[str, ...]:
    found = _list(values, key, most, field)
    if not all(map(_is_id, found)):
        raise PersonError("choice_bad_id", field=field)
    return tuple(found)


def _list(values: Mapping[str, Any], key: str, most: int, field: str) -> Sequence[Any]:
    found = values.get(key)
    if not isinstance(found, list):
        raise PersonError("choice_no_list", field=field)
    if len(found) > most:
        raise PersonError("choice_too_long", field=field, count=len(found), limit=most)
    return found


def _is_id(value: object) -> bool:
    """An id or word is compared to the letter, so it is taken as it is or refused."""
    return isinstance(value, str) and len(value) <= MAX_ID and is_identifier(value)


def _refuse_twins(ids: Sequence[str]) -> None:
    seen = set[str]()
    for one in ids:
        if one in seen:
            raise PersonError("choice_id_twice", id=one_line(one, SHOWN))
        seen.add(one)
