"""The rows of one list beside each other: twins, what must come first, and loops of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from pathways.frameworks.learning.listed import key_of
from pathways.frameworks.learning.model import Listed, Trouble
from pathways.frameworks.reach import loops
from pathways.frameworks.sift import shown
from pathways.model import AnyOf


def settle(rows: Iterable[Listed]) -> tuple[tuple[Listed, ...], tuple[Trouble, ...]]:
    """The rows that can stand together, and what was wrong with others.

    A row that is there twice counts once. Two that differ only in the days they begin are one with all these days. Rows
    that say different things under one id of the list are both left out, since nothing tells which is right; without
    such ids they are two offers.
    """
    alone, troubles = _told_apart(rows)
    known = {one.key: one for one in alone}
    tied, unknown = _tied(alone, known)
    whole, looped = _without_loops(tied)
    return whole, (*troubles, *unknown, *looped)


def _told_apart(rows: Iterable[Listed]) -> tuple[list[Listed], list[Trouble]]:
    found: dict[str, Listed] = {}
    gone: set[str] = set()
    troubles: list[Trouble] = []
    copies: dict[str, list[str]] = {}
    for row in rows:
        keys = copies.setdefault(row.key, [row.key])
        twin = next((key for key in keys if key in found and _alike(found[key], row)), None)
        if twin is not None:
            if found[twin].step.offering.starts == row.step.offering.starts:
                troubles.append(Trouble(row.row, "id" if row.named_id else "name", "row_twice", shown(row.step.name)))
            else:
                found[twin] = _with_days(found[twin], row)
        elif row.key in gone or (row.key in found and row.named_id):
            first = [found.pop(row.key)] if row.key in found else []
            gone.add(row.key)
            troubles += [Trouble(one.row, "id", "row_differs", shown(one.key)) for one in (*first, row)]
        elif row.key in found:
            key = f"{row.key}-{len(keys) + 1}"
            keys.append(key)
            found[key] = replace(row, step=replace(row.step, id=key))
        else:
            found[row.key] = row
    return list(found.values()), troubles


def _alike(one: Listed, other: Listed) -> bool:
    """Whether two rows say the same but for the days they begin."""

    def bare(row: Listed) -> Listed:
        return replace(row, row=0, step=replace(row.step, id="", offering=replace(row.step.offering, starts=())))

    return bare(one) == bare(other)


def _with_days(one: Listed, other: Listed) -> Listed:
    days = tuple(sorted({*one.step.offering.starts, *other.step.offering.starts}))
    return replace(one, step=replace(one.step, offering=replace(one.step.offering, starts=days)))


def _tied(rows: Sequence[Listed], known: Mapping[str, Listed]) -> tuple[list[Listed], list[Trouble]]:
    """Rows whose needs are keys; a need that the list does not have stays one, so that nobody takes it for met."""
    names: dict[str, str | None] = {}
    for row in rows:
        name = row.step.name.casefold()
        names[name] = None if name in names else row.key
    places = _by_place(known)
    tied, troubles = [], list[Trouble]()
    for row in rows:
        keys = {need: _key(need, known, names) for need in row.step.needs}
        for need, key in keys.items():
            if key not in known and key not in places:
                troubles.append(Trouble(row.row, "needs", "need_not_listed", shown(need)))
        needs = tuple(dict.fromkeys(key for key in keys.values() if key not in places))
        anywhere = tuple(AnyOf(1, tuple(places[key])) for key in dict.fromkeys(keys.values()) if key in places)
        tied.append(replace(row, step=replace(row.step, needs=needs, needs_any=anywhere)) if keys else row)
    return tied, troubles


def _by_place(known: Mapping[str, Listed]) -> dict[str, list[str]]:
    """What is offered at several places goes by its id and the place: its keys by that id alone."""
    found: dict[str, list[str]] = {}
    for key in known:
        first, mark, _ = key.partition("~")
        if mark and first not in known:
            found.setdefault(first, []).append(key)
    return found


def _key(need: str, known: Mapping[str, Listed], names: Mapping[str, str | None]) -> str:
    key = key_of(need)
    return key if key in known else names.get(need.casefold()) or key


def _without_loops(rows: Sequence[Listed]) -> tuple[tuple[Listed, ...], list[Trouble]]:
    """Rows that do not wait for themselves; each row of a loop is named with the whole loop."""
    left = {row.key: row for row in rows}
    troubles: list[Trouble] = []
    while found := loops({key: _waits(row, left) for key, row in left.items()}):
        for loop in found:
            told = " → ".join(left[key].step.name for key in (*loop, loop[0]))
            troubles += [Trouble(left[key].row, "needs", "needs_loop", shown(told)) for key in loop]
        for key in (key for loop in found for key in loop):
            del left[key]
    return tuple(left.values()), sorted(troubles, key=lambda one: one.row)


def _waits(row: Listed, left: Mapping[str, Listed]) -> list[AnyOf]:
    """What must come before a row, as far as it is in the list: what is not can close no loop."""
    single = [AnyOf(1, (need,)) for need in row.step.needs if need in left]
    several = (
        AnyOf(some.count - sum(key not in left for key in some.steps), some.steps) for some in row.step.needs_any
    )
    return [
        *single,
        *(AnyOf(one.count, tuple(filter(left.__contains__, one.steps))) for one in several if one.count > 0),
    ]
