"""O*NET in a learner's own pack: each part from the release chosen for it, else as the shipped pack has it."""

from collections.abc import Callable, Mapping, Sequence

from pathways.frameworks import onet
from pathways.frameworks.files import read_csv
from pathways.pack import carry, onet_tables, sources, topics
from pathways.pack.draft import Draft
from pathways.pack.own_choice import PARTS, Release, shipped_version
from pathways.pack.same_ids import ids_differ, keep_activity_ids, keep_element_ids
from pathways.pack.store import Pack

Builder = Callable[[Draft, Pack, Release, Mapping[str, int]], None]
Carrier = Callable[[Draft, Pack, carry.Places, int, str], None]
_EDUCATION = tuple(f"{name}{end}" for name in onet_tables.EDUCATION_SCALES.values() for end in ("", "_flags"))
_MATRICES = {
    "skills": ("skill", ("skill_importance", "skill_level", "skill_flags")),
    "knowledge": ("knowledge", ("knowledge_importance", "knowledge_level", "knowledge_flags")),
    "interests": ("interest", ("interest",)),
    "work_styles": ("work_style", ("work_style_impact", "work_style_rank")),
    "education": ("preparation", (*_EDUCATION, "preparation", "preparation_flags")),
}


def occupations(pack: Pack, chosen: Mapping[str, Release]) -> dict[str, str]:
    """Title by code. An occupation that a newer release has no more stays: a learner may have chosen it."""
    titles = dict(pack.connection.execute("SELECT code, title FROM occupation").fetchall())
    if release := chosen.get("occupations"):
        titles |= onet_tables.occupations([release])
    return dict(sorted(titles.items()))


def job_zones(pack: Pack, chosen: Mapping[str, Release]) -> dict[str, int]:
    """Job zone by code."""
    query = "SELECT code, job_zone FROM occupation WHERE job_zone NOT NULL"
    zones = dict(pack.connection.execute(query).fetchall())
    return zones | (onet_tables.job_zones([chosen["job_zones"]]) if "job_zones" in chosen else {})


def fill(
    draft: Draft, pack: Pack, chosen: Mapping[str, Release], titles: Mapping[str, str], step: Callable[[], object]
) -> None:
    """Every part of O*NET: from the release chosen for it, else as the pack has it. `step` is called between parts.

    `titles` are those of `occupations`, in the order of the draft's rows.
    """
    index = {code: place for place, code in enumerate(titles)}
    old = pack.connection.execute("SELECT idx, code FROM occupation ORDER BY idx").fetchall()
    places = {place: index[code] for place, code in old}
    for part, needs in PARTS.items():
        step()
        if release := chosen.get(part):
            _BUILDERS.get(part, _nothing)(draft, pack, release, index)
            sources.add_source(draft, sources.onet_row(release), needs.fills)
        else:
            _CARRIERS.get(part, _not_carried)(draft, pack, places, len(index), part)
            carry.carry_sources(draft, pack, needs.holds, needs.fills)
    _add_topics(draft, pack, chosen, titles, places)
    _add_headings(draft, pack, list(chosen.values()))


def _add_topics(
    draft: Draft, pack: Pack, chosen: Mapping[str, Release], titles: Mapping[str, str], places: carry.Places
) -> None:
    """What titles and tasks are about: worked out of those that were brought, else as the pack has it."""
    if "titles" in chosen:
        topics.add_title_topics(draft, titles)
    else:
        carry.carry_matrices(draft, pack, places, len(titles), "title_topics")
    if "activities" in chosen:
        topics.add_task_topics(draft, [chosen["activities"]], titles)
    else:
        carry.carry_matrices(draft, pack, places, len(titles), "task_topics")


def _add_headings(draft: Draft, pack: Pack, releases: Sequence[Release]) -> None:
    """Names of the headings above what the draft holds: as the pack has them, else as the releases do."""
    used = {str(row[2]) for row in draft.rows["element"]} | {str(row[3]) for row in draft.rows["activity"]}
    above = {element[:i] for element in used for i, letter in enumerate(element) if letter == "."} - used
    files = (file for release in releases for file in release.tables.get("elements", ()))
    names = {one: name for file in files for one, name in read_csv(file, ("Element ID", "Element Name"))}
    names |= dict(pack.connection.execute("SELECT id, name FROM element WHERE kind = 'group'").fetchall())
    known = sorted((one, name) for one, name in names.items() if one in above)
    draft.add("element", (("group", place, *row) for place, row in enumerate(known)))
    carry.carry_sources(draft, pack, "element", ("element",))


def _nothing(_draft: Draft, _pack: Pack, _release: Release, _index: Mapping[str, int]) -> None:
    """Occupations and job zones are put together by who fills the pack."""


def _not_carried(_draft: Draft, _pack: Pack, _places: carry.Places, _size: int, _part: str) -> None:
    """What the shipped pack has not."""


def _build_titles(draft: Draft, pack: Pack, release: Release, index: Mapping[str, int]) -> None:
    """A release without the titles that workers reported leaves those there were."""
    made = Draft()
    onet_tables.add_titles(made, [release], index)
    query = "SELECT code, alternate, short, reported FROM occupation JOIN occupation_names USING (idx)"
    before = {index[code]: names for code, *names in pack.connection.execute(query)}
    keeps = "reported_titles" not in release.tables
    for place, alternate, short, reported in made.rows["occupation_names"]:
        known = before.get(int(str(place)), ("", "", ""))
        row = (place, alternate or known[0], short or known[1], reported or (known[2] if keeps else ""))
        draft.add("occupation_names", [row])


def _build_related(draft: Draft, _pack: Pack, release: Release, index: Mapping[str, int]) -> None:
    onet_tables.add_related(draft, [release], index)


def _build_ratings(kind: str, table: str) -> Builder:
    def build(draft: Draft, pack: Pack, release: Release, index: Mapping[str, int]) -> None:
        onet_tables.add_ratings(draft, [release], index, kind, table)
        _keep_ids(draft, pack, kind, f"matrix:{kind}", release)

    return build


def _build_profile(kind: str, scales: Mapping[str, str]) -> Builder:
    def build(draft: Draft, pack: Pack, release: Release, index: Mapping[str, int]) -> None:
        onet_tables.add_profile(draft, [release], index, kind, scales)
        _keep_ids(draft, pack, kind, f"matrix:{kind}", release)

    return build


def _build_education(draft: Draft, pack: Pack, release: Release, index: Mapping[str, int]) -> None:
    onet_tables.add_education(draft, [release], index)
    _keep_ids(draft, pack, "preparation", "matrix:preparation", release)
    if "education_categories" not in release.tables:
        carry.carry_tables(draft, pack, "category")


def _build_activities(draft: Draft, pack: Pack, release: Release, index: Mapping[str, int]) -> None:
    onet_tables.add_activities(draft, [release], index)
    if ids_differ(release.version, shipped_version(pack, "activity") or ""):
        keep_activity_ids(draft, pack, _general(release), release.version)


def _general(release: Release) -> dict[str, str]:
    """Names of the general activities by id, as the table of groups or the content model gives them."""
    columns = (("Element ID",), ("Element Name",))
    files = (*release.tables.get("elements", ()), *release.tables["activity_groups"])
    return {one: name for file in files for one, name in read_csv(file, columns) if name}


def _build_software(draft: Draft, _pack: Pack, release: Release, index: Mapping[str, int]) -> None:
    onet_tables.add_software(draft, [release], index)


def _build_descriptions(draft: Draft, _pack: Pack, release: Release, index: Mapping[str, int]) -> None:
    rows = onet_tables.read_texts(release.tables["occupations"], (onet.CODE, "Description"))
    there = {index[code]: text for code, text in rows if code in index}
    draft.drop("description_occupation_unknown", len(rows) - len(there))
    draft.add("occupation_text", sorted(there.items()))


def _build_tasks(draft: Draft, _pack: Pack, release: Release, index: Mapping[str, int]) -> None:
    rows = onet_tables.read_texts(release.tables["tasks"], (onet.CODE, "Task ID", "Task", "Task Type"))
    there = {(index[code], int(one)): (text, int(kind == "Core")) for code, one, text, kind in rows if code in index}
    draft.drop("task_occupation_unknown", len(rows) - len(there))
    draft.add("task", sorted((*key, *row) for key, row in there.items()))


def _keep_ids(draft: Draft, pack: Pack, kind: str, holds: str, release: Release) -> None:
    if ids_differ(release.version, shipped_version(pack, holds) or ""):
        keep_element_ids(draft, pack, kind, release.version)


_BUILDERS: Mapping[str, Builder] = {
    "titles": _build_titles,
    "related": _build_related,
    "skills": _build_ratings("skill", "skills"),
    "knowledge": _build_ratings("knowledge", "knowledge"),
    "interests": _build_profile("interest", {"OI": "interest"}),
    "work_styles": _build_profile("work_style", {"WI": "work_style_impact", "DR": "work_style_rank"}),
    "education": _build_education,
    "activities": _build_activities,
    "software": _build_software,
    "descriptions": _build_descriptions,
    "tasks": _build_tasks,
}


def _carry_titles(draft: Draft, pack: Pack, places: carry.Places, _size: int, _part: str) -> None:
    carry.carry_names(draft, pack, places)


def _carry_related(draft: Draft, pack: Pack, places: carry.Places, size: int, _part: str) -> None:
    carry.carry_links(draft, pack, "occupation_related", places, places, size)


def _carry_matrices(draft: Draft, pack: Pack, places: carry.Places, size: int, part: str) -> None:
    kind, names = _MATRICES[part]
    carry.carry_elements(draft, pack, kind)
    carry.carry_matrices(draft, pack, places, size, *names)
    if part == "education":
        carry.carry_tables(draft, pack, "category")


def _carry_activities(draft: Draft, pack: Pack, places: carry.Places, size: int, _part: str) -> None:
    carry.carry_tables(draft, pack, "activity", "activity_group")
    carry.carry_links(draft, pack, "occupation_activity", places, None, size)


def _carry_software(draft: Draft, pack: Pack, places: carry.Places, size: int, _part: str) -> None:
    carry.carry_tables(draft, pack, "software")
    carry.carry_links(draft, pack, "occupation_software", places, None, size)


_CARRIERS: Mapping[str, Carrier] = {
    "titles": _carry_titles,
    "related": _carry_related,
    "skills": _carry_matrices,
    "knowledge": _carry_matrices,
    "interests": _carry_matrices,
    "work_styles": _carry_matrices,
    "education": _carry_matrices,
    "activities": _carry_activities,
    "software": _carry_software,
}
