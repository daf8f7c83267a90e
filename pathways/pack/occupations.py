"""Asking the pack about occupations: names, what is done there, with what, and which are related."""

from collections.abc import Iterator
from dataclasses import dataclass

from pathways.errors import PathwaysError
from pathways.model import Concept
from pathways.pack.arrays import Indices, links
from pathways.pack.schema import CORE, HOT, IN_DEMAND
from pathways.pack.store import Pack, keep

TIERS = ("other", "primary_short", "primary_long", "supplemental")


@dataclass(frozen=True)
class Occupation:
    """One O*NET-SOC occupation; `index` is its row in every occupation matrix and relation.

    `job_zone` is None for the occupations O*NET keeps no data on ("All Other", military). `nem` and `oews` are the
    codes its openings and wages stand under, None where nothing is published.
    """

    index: int
    code: str
    title: str
    soc: str
    job_zone: int | None
    nem: str | None
    oews: str | None

    @property
    def concept(self) -> Concept:
        """The occupation as a concept."""
        return Concept(self.code, self.title, "occupation")


@dataclass(frozen=True)
class Titles:
    """Other names of an occupation, as published: alternate, short (abbreviations) and reported by workers."""

    alternate: tuple[str, ...]
    short: tuple[str, ...]
    reported: tuple[str, ...]


@dataclass(frozen=True)
class Related:
    """A related occupation: place 1–20 in O*NET's order and its tier."""

    occupation: Concept
    place: int
    tier: str


@dataclass(frozen=True)
class Activity:
    """A detailed work activity of an occupation: in how many tasks, whether a core one, and of how many occupations."""

    concept: Concept
    tasks: int
    core: bool
    shared_by: int


@dataclass(frozen=True)
class Software:
    """A product an occupation uses: its category, hot (asked for across jobs), in demand (asked for in this job)."""

    concept: Concept
    category: str
    hot: bool
    in_demand: bool
    shared_by: int


def occupations(pack: Pack) -> tuple[Occupation, ...]:
    """Every occupation in code order, so that `occupations(pack)[i].index == i`."""
    return keep(pack, "occupations", lambda: _read_occupations(pack))


def _read_occupations(pack: Pack) -> tuple[Occupation, ...]:
    rows = pack.connection.execute("SELECT idx, code, title, soc, job_zone, nem, oews FROM occupation ORDER BY idx")
    return tuple(Occupation(*row) for row in rows)


def occupation(pack: Pack, code: str) -> Occupation:
    """The occupation with this O*NET-SOC code; error `occupation_unknown`."""
    row = pack.connection.execute(
        "SELECT idx, code, title, soc, job_zone, nem, oews FROM occupation WHERE code = ?", (code,)
    ).fetchone()
    if row is None:
        raise PathwaysError("occupation_unknown", occupation=code)
    return Occupation(*row)


def titles(pack: Pack, code: str) -> Titles:
    """Other names of an occupation; error `occupation_unknown`."""
    place = occupation(pack, code).index
    row = pack.connection.execute("SELECT alternate, short, reported FROM occupation_names WHERE idx = ?", (place,))
    return _titles(row.fetchone() or ("", "", ""))


def all_titles(pack: Pack) -> Iterator[tuple[Occupation, Titles]]:
    """Every occupation with its other names, in code order."""
    rows = pack.connection.execute("SELECT idx, alternate, short, reported FROM occupation_names ORDER BY idx")
    known = occupations(pack)
    return ((known[place], _titles(names)) for place, *names in rows)


def _titles(names: tuple[str, ...] | list[str]) -> Titles:
    alternate, short, reported = (tuple(text.split("\n")) if text else () for text in names)
    return Titles(alternate, short, reported)


def related(pack: Pack, code: str) -> tuple[Related, ...]:
    """O*NET's related occupations, closest first; not symmetric."""
    known = occupations(pack)
    targets, tiers = links(pack, "occupation_related").of(occupation(pack, code).index)
    pairs = enumerate(zip(targets.tolist(), tiers.tolist(), strict=True), start=1)
    return tuple(Related(known[t].concept, place, TIERS[tier]) for place, (t, tier) in pairs)


def all_activities(pack: Pack) -> tuple[Concept, ...]:
    """Every detailed work activity; its place is its index in the relation `occupation_activity`."""
    return keep(pack, "activities", lambda: _concepts(pack, "SELECT id, name FROM activity ORDER BY idx"))


def _concepts(pack: Pack, query: str) -> tuple[Concept, ...]:
    return tuple(Concept(i, name, "activity") for i, name in pack.connection.execute(query))


def activity_parents(pack: Pack) -> dict[str, str]:
    """The group above each activity and group: detailed, intermediate, general (an element id)."""
    queries = ("SELECT id, parent FROM activity", "SELECT id, parent FROM activity_group")
    return keep(pack, "activity_parents", lambda: {c: p for q in queries for c, p in pack.connection.execute(q)})


def group_names(pack: Pack) -> dict[str, str]:
    """Names of intermediate and general activities and of the content model's headings, by id."""
    queries = ("SELECT id, name FROM activity_group", "SELECT id, name FROM element WHERE kind = 'group'")
    return keep(pack, "group_names", lambda: {i: n for q in queries for i, n in pack.connection.execute(q)})


def activity_frequencies(pack: Pack) -> Indices:
    """How many occupations do each activity, as long as `all_activities`."""
    size = len(all_activities(pack))
    return keep(pack, "activity_frequencies", lambda: links(pack, "occupation_activity").frequencies(size))


def activities(pack: Pack, code: str) -> tuple[Activity, ...]:
    """What is done in an occupation, in id order; none where O*NET keeps no data."""
    known, shared = all_activities(pack), activity_frequencies(pack)
    targets, marks = links(pack, "occupation_activity").of(occupation(pack, code).index)
    pairs = zip(targets.tolist(), marks.tolist(), strict=True)
    return tuple(Activity(known[t], mark >> 1, bool(mark & CORE), int(shared[t])) for t, mark in pairs)


def all_software(pack: Pack) -> tuple[tuple[Concept, str, bool], ...]:
    """Every product with its category and whether it is hot; its place is its index in `occupation_software`."""
    return keep(pack, "software", lambda: _read_software(pack))


def _read_software(pack: Pack) -> tuple[tuple[Concept, str, bool], ...]:
    rows = pack.connection.execute("SELECT name, category, hot FROM software ORDER BY idx")
    return tuple((Concept(f"software:{name}", name, "software"), category, bool(hot)) for name, category, hot in rows)


def software_categories(pack: Pack) -> dict[str, str]:
    """The category of every product, by the id of its concept."""
    query = "SELECT 'software:' || name, category FROM software ORDER BY idx"
    return keep(pack, "software_categories", lambda: dict(pack.connection.execute(query).fetchall()))


def software_frequencies(pack: Pack) -> Indices:
    """How many occupations use each product, by its place, as far as the last that any uses."""
    return keep(pack, "software_frequencies", lambda: links(pack, "occupation_software").frequencies(0))


def software(pack: Pack, code: str) -> tuple[Software, ...]:
    """The products an occupation uses, in name order."""
    shared = software_frequencies(pack)
    targets, marks = links(pack, "occupation_software").of(occupation(pack, code).index)
    pairs = zip(targets.tolist(), marks.tolist(), strict=True)
    return tuple(_software(pack, t, mark, int(shared[t])) for t, mark in pairs)


def _software(pack: Pack, index: int, mark: int, shared_by: int) -> Software:
    concept, category = product(pack, index)
    return Software(concept, category, bool(mark & HOT), bool(mark & IN_DEMAND), shared_by)


def product(pack: Pack, index: int) -> tuple[Concept, str]:
    """One product by its place, with its category, without reading all of them."""
    known: dict[int, tuple[Concept, str]] = keep(pack, "software_at", dict)
    if index not in known:
        row = pack.connection.execute("SELECT name, category FROM software WHERE idx = ?", (index,)).fetchone()
        known[index] = (Concept(f"software:{row[0]}", row[0], "software"), row[1])
    return known[index]
