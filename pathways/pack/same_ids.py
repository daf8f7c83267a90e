"""Ids that stay what they were when a release gives the same things other ids, as O*NET 30.3 does.

A learner's vault, the catalog of learning steps and the plain groups of skills all name elements and activities by
their ids. So what is called the same keeps the id that the shipped pack has for it, and a new thing never gets an id
that means something else there.
"""

from collections.abc import Iterable, Mapping

from pathways.frameworks.versions import rank
from pathways.pack.draft import Draft
from pathways.pack.store import Pack

RENAMED = (30, 3)
"""From this release on O*NET's elements and activities have other ids."""


def ids_differ(one: str, other: str) -> bool:
    """Whether two releases of O*NET use different ids for the same things."""
    return (rank(one) >= RENAMED) != (rank(other) >= RENAMED)


def keep_element_ids(draft: Draft, pack: Pack, kind: str, version: str) -> None:
    """The ids of a kind of elements in the draft, as the pack has them."""
    known = pack.connection.execute("SELECT id, name FROM element WHERE kind = ?", (kind,)).fetchall()
    rows = draft.rows.get("element", [])
    ids = _ids(known, [(str(r[2]), str(r[3])) for r in rows if r[0] == kind], version)
    draft.rows["element"] = [(*r[:2], ids[str(r[2])], r[3]) if r[0] == kind else r for r in rows]


def keep_activity_ids(draft: Draft, pack: Pack, general: Mapping[str, str], version: str) -> None:
    """The ids of activities and of the groups above them; `general` names the general activities by their new ids."""
    run = pack.connection.execute
    activities, groups = draft.rows["activity"], draft.rows["activity_group"]
    own = _ids(run("SELECT id, name FROM activity").fetchall(), [(str(r[1]), str(r[2])) for r in activities], version)
    above = _ids(
        run("SELECT id, name FROM activity_group").fetchall(), [(str(r[0]), str(r[1])) for r in groups], version
    )
    headings = run("SELECT id, name FROM element WHERE kind = 'group'").fetchall()
    top = _ids(headings, general.items(), version)
    draft.rows["activity"] = [(i, own[str(a)], name, above.get(str(p), p)) for i, a, name, p in activities]
    moved = ((above[str(g)], name, top.get(str(p), p)) for g, name, p in groups)
    draft.rows["activity_group"] = sorted({str(row[0]): row for row in moved}.values(), key=lambda row: str(row[0]))


def _ids(known: Iterable[tuple[str, str]], new: Iterable[tuple[str, str]], version: str) -> dict[str, str]:
    """New id -> the id it is kept under. What several things are called alike in one release is told by its id."""
    before = dict(known)
    called = _alone((name, one) for one, name in before.items())
    new = list(new)
    alone = _alone((name, one) for one, name in new)
    ids = {}
    for one, name in new:
        plain = _folded(name)
        same = called.get(plain) if alone.get(plain) == one else None
        if same is None:
            same = one if _folded(before.get(one, name)) == plain else f"{one}.v{version}"
        ids[one] = same
    return ids


def _alone(named: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    twice = set()
    for name, one in named:
        plain = _folded(name)
        if found.setdefault(plain, one) != one:
            twice.add(plain)
    return {plain: one for plain, one in found.items() if plain not in twice}


def _folded(name: str) -> str:
    return " ".join(name.casefold().split()).removesuffix(".")
