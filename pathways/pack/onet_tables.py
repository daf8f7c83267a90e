"""O*NET's tables for the pack."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from pathways.errors import PathwaysError
from pathways.frameworks import onet
from pathways.frameworks.files import SourceFile, number
from pathways.pack import schema
from pathways.pack.draft import Draft, add_links, add_matrix

Releases = Sequence[onet.OnetRelease]
TIERS = {"Primary-Short": 1, "Primary-Long": 2, "Supplemental": 3}
EDUCATION_SCALES = {"RL": "education", "RW": "experience", "PT": "on_site_training", "OJ": "on_the_job_training"}


def files_of(releases: Releases, table: str) -> tuple[SourceFile, ...]:
    """The files of the newest release that has `table`, or none."""
    release = onet.choose(releases, table)
    return release.tables[table] if release else ()


def needed(releases: Releases, table: str) -> tuple[SourceFile, ...]:
    """The files of a table that no pack can be without."""
    if not (files := files_of(releases, table)):
        raise PathwaysError("framework_table_missing", framework="O*NET", table=onet.TABLE_NAMES[table][0])
    return files


def occupations(releases: Releases) -> dict[str, str]:
    """Title by O*NET-SOC code, in code order."""
    rows = (row for f in needed(releases, "occupations") for row in onet.read_table(f, (onet.CODE, "Title")))
    return dict(sorted((code, title) for code, title in rows))


def job_zones(releases: Releases) -> dict[str, int]:
    """Job zone 1–5 by code, for the occupations that have one."""
    files = files_of(releases, "job_zones")
    return {c: int(number(z, f)) for f in files for c, z in onet.read_table(f, (onet.CODE, "Job Zone"))}


def add_titles(draft: Draft, releases: Releases, index: Mapping[str, int]) -> None:
    """Alternate, short and reported titles: one row an occupation, names a line each."""
    names: dict[str, tuple[list[str], list[str], list[str]]] = {c: ([], [], []) for c in index}
    for code, title, brief in onet.read_titles(
        files_of(releases, "alternate_titles"), ("Alternate Title", "Job Title")
    ):
        if code in names:
            names[code][0].append(title)
            names[code][1].extend([brief] if brief else [])
    for code, title, _ in onet.read_titles(files_of(releases, "reported_titles"), "Reported Job Title"):
        if code in names:
            names[code][2].append(title)
    draft.add("occupation_names", ((index[c], *("\n".join(dict.fromkeys(n)) for n in names[c])) for c in index))


def add_ratings(draft: Draft, releases: Releases, index: Mapping[str, int], kind: str, table: str) -> None:
    """Importance, level and flags of skills or knowledge, an occupation a row, an element a column."""
    ratings = [r for r in onet.read_ratings(needed(releases, table)) if r.code in index]
    place = _add_elements(draft, kind, ratings)
    values = {s: np.full((len(index), len(place)), np.nan) for s in ("IM", "LV")}
    flags = np.zeros((len(index), len(place)), dtype=np.uint8)
    for r in ratings:
        at = index[r.code], place[r.element]
        if r.scale in values:
            values[r.scale][at] = r.value
            suppressed = schema.IMPORTANCE_SUPPRESSED if r.scale == "IM" else schema.LEVEL_SUPPRESSED
            flags[at] |= schema.RATED | suppressed * r.suppress | schema.NOT_RELEVANT * r.not_relevant
    add_matrix(draft, f"{kind}_importance", kind, values["IM"])
    add_matrix(draft, f"{kind}_level", kind, values["LV"])
    add_matrix(draft, f"{kind}_flags", kind, flags)


def add_profile(
    draft: Draft, releases: Releases, index: Mapping[str, int], kind: str, scales: Mapping[str, str]
) -> None:
    """Interests or work styles: one matrix for each scale, named by `scales`."""
    table = "interests" if kind == "interest" else "work_styles"
    ratings = [r for r in onet.read_profile(files_of(releases, table)) if r.code in index and r.scale in scales]
    place = _add_elements(draft, kind, ratings)
    for scale, name in scales.items():
        values = np.full((len(index), len(place)), np.nan)
        for r in ratings:
            if r.scale == scale:
                values[index[r.code], place[r.element]] = r.value
        add_matrix(draft, name, kind, values)


def _add_elements(draft: Draft, kind: str, ratings: Iterable[onet.Rating]) -> dict[str, int]:
    names = dict(sorted({r.element: r.name for r in ratings}.items()))
    draft.add("element", ((kind, i, element, names[element]) for i, element in enumerate(names)))
    return {element: i for i, element in enumerate(names)}


def add_element_groups(draft: Draft, releases: Releases) -> None:
    """Names of the content model's headings above the elements the pack holds."""
    used = {str(row[2]) for row in draft.rows["element"]} | {str(row[3]) for row in draft.rows["activity"]}
    above = {element[:i] for element in used for i, c in enumerate(element) if c == "."} - used
    files = files_of(releases, "elements")
    names = (row for f in files for row in onet.read_table(f, ("Element ID", "Element Name")) if row[0] in above)
    draft.add("element", (("group", i, *row) for i, row in enumerate(sorted(names))))


def add_education(draft: Draft, releases: Releases, index: Mapping[str, int]) -> None:
    """Shares of workers (0–100) by level of schooling, related experience and training, with suppress flags."""
    shares = [s for s in onet.read_shares(files_of(releases, "education")) if s.code in index]
    for scale, name in EDUCATION_SCALES.items():
        own = [s for s in shares if s.scale == scale]
        values = np.full((len(index), max((s.category for s in own), default=0)), np.nan)
        flags = np.zeros(values.shape, dtype=np.uint8)
        for s in own:
            values[index[s.code], s.category - 1] = s.percent
            flags[index[s.code], s.category - 1] = schema.RATED | schema.IMPORTANCE_SUPPRESSED * s.suppress
        add_matrix(draft, name, scale, values)
        add_matrix(draft, f"{name}_flags", scale, flags)
    _add_preparation(draft, releases, index)
    names = onet.read_category_names(files_of(releases, "education_categories"))
    draft.add("category", sorted(row for row in names if row[0] in EDUCATION_SCALES))


def _add_preparation(draft: Draft, releases: Releases, index: Mapping[str, int]) -> None:
    ratings = [r for r in onet.read_preparation(files_of(releases, "education")) if r.code in index]
    place = _add_elements(draft, "preparation", ratings)
    values = np.full((len(index), len(place)), np.nan)
    flags = np.zeros(values.shape, dtype=np.uint8)
    for r in ratings:
        values[index[r.code], place[r.element]] = r.value
        flags[index[r.code], place[r.element]] = schema.RATED | schema.IMPORTANCE_SUPPRESSED * r.suppress
    add_matrix(draft, "preparation", "preparation", values)
    add_matrix(draft, "preparation_flags", "preparation", flags)


def add_related(draft: Draft, releases: Releases, index: Mapping[str, int]) -> None:
    """Related pairs in O*NET's order, each marked with its tier (1 primary short … 3 supplemental)."""
    columns = (onet.CODE, "Related O*NET-SOC Code", "Relatedness Tier", "Index")
    rows = [
        (index[code], int(number(place, f)), index[other], TIERS.get(tier, 0))
        for f in files_of(releases, "related")
        for code, other, tier, place in onet.read_table(f, columns)
        if code in index and other in index
    ]
    links = [(source, target, tier) for source, _, target, tier in sorted(rows)]
    add_links(draft, "occupation_related", ("occupation", "occupation"), len(index), links)


def add_software(draft: Draft, releases: Releases, index: Mapping[str, int]) -> None:
    """Software products with their commonest category, and who uses them: hot, in demand."""
    columns = (onet.CODE, ("Example", "Workplace Example"), "Hot Technology", "In Demand", _CATEGORY)
    rows = [r for f in files_of(releases, "software") for r in onet.read_table(f, columns) if r[0] in index]
    categories: dict[str, Counter[str]] = defaultdict(Counter)
    hot = {name: flag == "Y" for _, name, flag, _, _ in rows}
    for _, name, _, _, category in rows:
        categories[name][category] += 1
    place = {name: i for i, name in enumerate(sorted(categories))}
    commonest = {name: _commonest(count) for name, count in categories.items()}
    draft.add("software", ((i, name, commonest[name], int(hot[name])) for name, i in place.items()))
    marks = {
        (index[code], place[name]): schema.HOT * (flag == "Y") | schema.IN_DEMAND * (demand == "Y")
        for code, name, flag, demand, _ in rows
    }
    links = [(*pair, mark) for pair, mark in sorted(marks.items())]
    add_links(draft, "occupation_software", ("occupation", "software"), len(index), links)


def _commonest(count: Counter[str]) -> str:
    return min(count, key=lambda text: (-count[text], text))


_CATEGORY = ("Commodity Title", "Software Category", "Element Name")


def add_activities(draft: Draft, releases: Releases, index: Mapping[str, int]) -> None:
    """Detailed work activities by name, their groups, and who does them in how many tasks, core ones marked."""
    names = onet.read_activities(needed(releases, "activities"))
    place = {activity: i for i, activity in enumerate(sorted(names))}
    draft.add("activity", ((place[a], a, *names[a]) for a in place))
    draft.add("activity_group", sorted(onet.read_activity_groups(needed(releases, "activity_groups"))))
    core = onet.read_core_tasks(files_of(releases, "tasks"))
    counts: Counter[tuple[int, int]] = Counter()
    in_core: set[tuple[int, int]] = set()
    lost = 0
    for f in needed(releases, "task_activities"):
        for code, task, activity in onet.read_table(f, (onet.CODE, "Task ID", ("DWA ID", "DWA Element ID"))):
            if code not in index or activity not in place:
                lost += 1
                continue
            counts[index[code], place[activity]] += 1
            if (code, task) in core:
                in_core.add((index[code], place[activity]))
    draft.drop("task_activity_unknown", lost)
    links = [(*p, min(n, schema.MANY_TASKS) << 1 | (p in in_core)) for p, n in sorted(counts.items())]
    add_links(draft, "occupation_activity", ("occupation", "activity"), len(index), links)


def read_texts(files: Iterable[SourceFile], columns: Sequence[str]) -> list[tuple[str, ...]]:
    """The named columns of tables that hold sentences."""
    return [row for file in files for row in onet.read_table(file, columns)]
