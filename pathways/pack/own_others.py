"""ESCO and OEWS in a learner's own pack."""

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from pathways.frameworks import esco, oews_given
from pathways.frameworks.files import SourceFile
from pathways.frameworks.months import month_of
from pathways.frameworks.take import Kept
from pathways.frameworks.versions import rank
from pathways.pack import carry, esco_tables, sources
from pathways.pack.draft import Draft
from pathways.pack.labour_tables import wage_row
from pathways.pack.own_choice import Use
from pathways.pack.store import Pack, sources_of

ESCO_NEEDS = ("occupations", "skills", "skill_groups", "broader_skills", "occupation_skills")
ENGLISH = "en"
NATION = "national"
RELATIONS = frozenset({"broader_occupations", "broader_skills", "occupation_skills", "skill_skills"})
_LINKS = ("esco_broader", "esco_occupation_skill", "esco_skill_skill")
Index = Mapping[str, int]


def choose_esco(pack: Pack, kept: Sequence[Kept]) -> tuple[esco.EscoRelease | None, list[Use]]:
    """The brought list of ESCO in place of the shipped one: newer, in English, with its relations.

    Names in other languages, and English ones without relations, only add names to the concepts that there are.
    """
    shipped = next((one.version for one in sources_of(pack, "esco")), None)
    whole = [one for one in _whole(kept) if shipped is None or rank(one.version) > rank(shipped)]
    best = max(whole, key=lambda one: rank(one.version), default=None)
    listed = best.version if best else shipped or ""
    uses = []
    for one in (o for o in kept if o.framework == "esco"):
        if best is not None and one.version == best.version and (one.part == ENGLISH or not has_names(one)):
            uses.append(Use("esco", one.name, best.version, shipped or ""))
        elif adds_names(one, listed):
            uses.append(Use("esco_names", one.name, one.version))
        elif rank(one.version) > rank(listed):
            uses.append(Use("esco_relations", one.name, "", one.version, used=False))
        else:
            uses.append(Use("esco", one.name, listed, one.version, used=False))
    return best, uses


def has_names(one: Kept) -> bool:
    """Whether a release of ESCO names concepts; some files only relate them."""
    return bool(esco.NAMED & set(one.tables))


def adds_names(one: Kept, listed: str) -> bool:
    """Whether its names are others than the list's own: in another language, or English ones of a newer version."""
    return has_names(one) and (one.part != ENGLISH or rank(one.version) > rank(listed))


def _whole(kept: Sequence[Kept]) -> Iterator[esco.EscoRelease]:
    """Each version of ESCO that is there with all that a list needs; relations may come with any language."""
    of_esco = [one for one in kept if one.framework == "esco"]
    for version in sorted({one.version for one in of_esco}):
        tables: dict[str, SourceFile] = {}
        for one in sorted((o for o in of_esco if o.version == version), key=lambda o: (o.part == ENGLISH, o.name)):
            english = one.part == ENGLISH
            relations = (t for t in one.tables if english or t in RELATIONS)
            tables |= {table: _one_file(one, table) for table in relations}
        if all(table in tables for table in ESCO_NEEDS):
            yield esco.EscoRelease(version, tables)


def _one_file(kept: Kept, table: str) -> SourceFile:
    """A table that came in several parts as one."""
    first, *more = kept.source(table)
    rest = b"".join((file.content or b"").partition(b"\n")[2] for file in more)
    return SourceFile(Path(kept.name), None, first.name, (first.content or b"") + rest)


def fill_esco(
    draft: Draft, pack: Pack, kept: Sequence[Kept], release: esco.EscoRelease | None, index: Index, places: carry.Places
) -> None:
    """ESCO's list, the names that were brought, and what ties it to O*NET."""
    run = pack.connection.execute
    old = dict(run("SELECT idx, uri FROM esco").fetchall())
    if release is None:
        carry.carry_tables(draft, pack, "esco", "esco_names")
        for name in _LINKS:
            carry.carry_links(draft, pack, name, None, None, 0)
        for table in sources.ESCO_TABLES:
            carry.carry_sources(draft, pack, table, (table,))
        place = {uri: i for i, uri in old.items()}
    else:
        place, changed = esco_tables.add_concepts(draft, release, _before(pack))
        esco_tables.add_relations(draft, release, place)
        sources.add_source(draft, sources.esco_row(release, changed), sources.ESCO_TABLES)
    targets = None if release is None else {i: place[uri] for i, uri in old.items()}
    carry.carry_links(draft, pack, "occupation_esco", places, targets, len(index))
    carry.carry_sources(draft, pack, "links:occupation_esco", ("links:occupation_esco",))
    shipped = next((one.version for one in sources_of(pack, "esco")), "")
    listed = release.version if release else shipped
    _add_labels(draft, [one for one in kept if one.framework == "esco"], listed, place)


def _before(pack: Pack) -> Iterator[esco.EscoConcept]:
    query = "SELECT uri, kind, name, names, code, reuse FROM esco LEFT JOIN esco_names USING (idx) ORDER BY idx"
    for uri, kind, name, names, code, reuse in pack.connection.execute(query):
        others = tuple(names.split("\n")) if names else ()
        yield esco.EscoConcept(uri, kind, name, others, code or "", reuse or "", "")


def _add_labels(draft: Draft, kept: Sequence[Kept], listed: str, place: Index) -> None:
    """Names by language (empty: not stated); of several versions, the newest. Concepts not in the list are counted."""
    newest: dict[str, Kept] = {}
    for one in sorted(kept, key=lambda o: rank(o.version)):
        if adds_names(one, listed):
            newest[one.part] = one
    for language, one in sorted(newest.items()):
        tables = {t: _one_file(one, t) for t in one.tables}
        concepts = list(esco.read_concepts(esco.EscoRelease(one.version, tables)))
        there = {place[c.uri]: c for c in concepts if c.uri in place}
        draft.drop("esco_name_unknown", len(concepts) - len(there))
        rows = ((language, at, c.name, "\n".join(c.other_names)) for at, c in sorted(there.items()))
        draft.add("esco_label", rows)
        row = sources.esco_row(esco.EscoRelease(one.version, {}), "")
        sources.add_source(draft, (one.name, *row[1:]), ("esco_label",))


def choose_oews(pack: Pack, kept: Sequence[Kept]) -> tuple[Kept | None, list[Use]]:
    """The brought national wages where they are newer than the shipped ones, and what is told of them."""
    shipped = next((one.version for one in sources_of(pack, "wage")), "")
    of_oews = sorted((one for one in kept if one.framework == "oews"), key=lambda one: (one.date, one.name))
    national = [one for one in of_oews if one.part == NATION]
    if not national:
        return None, []
    best = national[-1]
    if best.date > month_of(shipped):
        return best, [Use("wages", best.name, best.version, shipped)]
    return None, [Use("wages", best.name, shipped, best.version, used=False)]


def fill_wages(draft: Draft, pack: Pack, kept: Sequence[Kept], national: Kept | None) -> tuple[set[str], list[Use]]:
    """National wages, and those of each area from the newest release that has it.

    Returns the codes of the first, and what is told of the others.
    """
    if national is None:
        carry.carry_tables(draft, pack, "wage")
        carry.carry_sources(draft, pack, "wage", ("wage",))
    else:
        rows = sorted((row.wages for row in _rows(national) if row.kind == NATION), key=lambda wages: wages.code)
        draft.add("wage", (wage_row(wages) for wages in rows))
        sources.add_source(draft, sources.oews_row(national.name, national.version), ("wage",))
    uses = _fill_areas(draft, [one for one in kept if one.framework == "oews"])
    return {str(row[0]) for row in draft.rows["wage"]}, uses


def _rows(kept: Kept) -> Iterator[oews_given.AreaWageRow]:
    hourly, annual = kept.notes.get("hourly"), kept.notes.get("annual")
    return (row for file in kept.source("wages") for row in oews_given.read_area_wages(file, hourly, annual))


def _fill_areas(draft: Draft, kept: Sequence[Kept]) -> list[Use]:
    """Wages of each area from the newest release that has it; the workbook of all data has the nation besides."""
    areas: dict[str, tuple[str, str, str, str, str]] = {}
    wages: dict[str, list[str]] = {}
    uses: dict[tuple[str, str], Use] = {}
    for one in sorted(kept, key=lambda found: (found.date, found.name)):
        fresh: set[str] = set()
        for row in (row for row in _rows(one) if row.kind != NATION):
            if row.area not in fresh:
                fresh.add(row.area)
                areas[row.area] = (row.area, row.area_title, row.kind, row.state, one.version)
                wages[row.area] = []
                uses[one.name, row.kind] = Use(f"wages_{row.kind}", one.name, one.version)
            code, _title, *figures = wage_row(row.wages)
            wages[row.area].append("\t".join("" if cell is None else str(cell) for cell in (code, *figures)))
        if fresh:
            sources.add_source(draft, sources.oews_row(one.name, one.version), ("area", "area_wage"))
    draft.add("area", (areas[area] for area in sorted(areas)))
    packed = ((area, zlib.compress("\n".join(sorted(wages[area])).encode())) for area in sorted(wages))
    draft.add("area_wage", packed)
    return [_still_used(use, areas.values(), kept) for use in uses.values()]


def _still_used(use: Use, areas: Iterable[tuple[str, str, str, str, str]], kept: Sequence[Kept]) -> Use:
    """What is told of a release, where newer ones may have all its areas."""
    if any((f"wages_{kind}", version) == (use.part, use.version) for _, _, kind, _, version in areas):
        return use
    newest = max(kept, key=lambda one: (one.date, one.name)).version
    return Use(use.part, use.name, newest, use.version, used=False)
