"""O*NET releases: text or Excel, before and after the renames of 30.3. Source: onetcenter.org/dictionary."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pathways.errors import PathwaysError
from pathways.frameworks.files import (
    Column,
    Row,
    SourceFile,
    header_of,
    number,
    read_csv,
    read_sheet,
    read_text,
    read_tsv,
)
from pathways.frameworks.months import month_of, stated_month
from pathways.frameworks.versions import rank

CODE = "O*NET-SOC Code"
MOST_CATEGORIES = 100
MARKS = ((CODE,), ("Element ID",), ("GWA Element ID",))  # what the first column of a table of theirs is called
NOTHING = ("", "n/a", "NULL")
# What each table is called, release by release; a table may be cut in two from 30.3 on.
TABLE_NAMES: Mapping[str, tuple[str, ...]] = {
    "occupations": ("Occupation Data",),
    "alternate_titles": ("Alternate Titles", "Job Titles"),
    "reported_titles": ("Sample of Reported Titles",),
    "related": ("Related Occupations",),
    "job_zones": ("Job Zones",),
    "education": ("Education, Training, and Experience", "Education", "Training and Experience"),
    "education_categories": (
        "Education, Training, and Experience Categories",
        "Education Categories",
        "Training and Experience Categories",
    ),
    "interests": ("Interests", "Career Interest Types"),
    "work_styles": ("Work Styles",),
    "skills": ("Skills", "Essential Skills", "Transferable Skills"),
    "knowledge": ("Knowledge",),
    "software": ("Technology Skills", "Software Skills"),
    "activities": ("DWA Reference", "GWAs to IWAs to DWAs"),
    "activity_groups": ("IWA Reference", "GWAs to IWAs to DWAs"),
    "task_activities": ("Tasks to DWAs",),
    "tasks": ("Task Statements",),
    "elements": ("Content Model Reference",),
}
TOGETHER = ("activities", "activity_groups", "task_activities")  # their ids hold within one release alone


@dataclass(frozen=True)
class OnetRelease:
    """One release as found: version such as `30.1`, date such as `2025-12` if stated, files by table."""

    version: str
    date: str | None
    tables: Mapping[str, tuple[SourceFile, ...]]


@dataclass(frozen=True)
class Rating:
    """One rating row as published: value, whether O*NET recommends suppressing it, whether it is not relevant."""

    code: str
    element: str
    name: str
    scale: str
    value: float
    suppress: bool
    not_relevant: bool


@dataclass(frozen=True)
class Share:
    """The share (0–100) of workers who gave one category of one education or training question."""

    code: str
    scale: str
    category: int
    percent: float
    suppress: bool


def find_releases(files: Sequence[SourceFile]) -> tuple[OnetRelease, ...]:
    """The O*NET releases among `files`, told by file names and headers, newest first."""
    places: dict[str, list[SourceFile]] = defaultdict(list)
    for file in files:
        places[file.place].append(file)
    found = [release for members in places.values() if (release := _release(members)) is not None]
    return tuple(sorted(found, key=lambda r: (rank(r.version), r.version), reverse=True))


def _release(files: list[SourceFile]) -> OnetRelease | None:
    stems = {plain_name(f.name.rpartition(".")[0]): f for f in files if _is_onet(f)}
    tables = {
        t: tuple(stems[plain_name(n)] for n in names if plain_name(n) in stems) for t, names in TABLE_NAMES.items()
    }
    tables = {t: found for t, found in tables.items() if found}
    if not tables:
        return None
    readme = next((f for f in files if f.name.lower() == "read me.txt"), None)
    version, date = stated_in(read_text(readme)) if readme else (None, None)
    return OnetRelease(version or _from_place(files[0]), date, tables)


def plain_name(name: str) -> str:
    """A table's name however its form spells it: `Job Titles` in text, `job_titles` in CSV."""
    return re.sub(r"[ ,_]+", " ", name).lower()


def _is_onet(file: SourceFile) -> bool:
    stem = file.name.rpartition(".")[0]
    if not any(plain_name(stem) == plain_name(name) for names in TABLE_NAMES.values() for name in names):
        return False
    return header_of(file)[:1] in MARKS or "DWA Element ID" in header_of(file)


def stated_in(readme: str) -> tuple[str | None, str | None]:
    """Version (`30.1`) and date (`2025-12`) as a release's read-me states them."""
    version = re.search(r"O\*NET (\d{1,3}\.\d{1,2}) Database", readme)
    return (version[1] if version else None), month_of(stated_month(readme, before="Release")) or None


def _from_place(file: SourceFile) -> str:
    named = re.findall(r"(\d{1,3})[_.](\d{1,2})(?!\d)", file.origin)
    return ".".join(named[-1]) if named else "unknown"


def choose(releases: Sequence[OnetRelease], table: str) -> OnetRelease | None:
    """The newest release that has `table`; tables whose ids belong together come from one release."""
    needed = TOGETHER if table in TOGETHER else (table,)
    return next((r for r in releases if all(t in r.tables for t in needed)), None)


def read_table(file: SourceFile, columns: Sequence[Column]) -> Iterator[Row]:
    """The named columns of an O*NET table in text, CSV or Excel form."""
    reader = {"xlsx": read_sheet, "csv": read_csv}.get(file.name.rpartition(".")[2].lower(), read_tsv)
    return reader(file, columns)


def read_ratings(files: Sequence[SourceFile]) -> Iterator[Rating]:
    """Importance (IM, 1–5) and level (LV, 0–7) of skills or knowledge."""
    columns = (CODE, "Element ID", "Element Name", "Scale ID", "Data Value", "Recommend Suppress", "Not Relevant")
    for file in files:
        for code, element, name, scale, value, suppress, relevant in read_table(file, columns):
            yield Rating(code, element, name, scale, number(value, file), suppress == "Y", relevant == "Y")


def read_profile(files: Sequence[SourceFile]) -> Iterator[Rating]:
    """Interests (OI 1–7, IH) and work styles (WI −3–3, DR 0–10), which have no suppress column."""
    for file in files:
        for code, element, name, scale, value in read_table(
            file, (CODE, "Element ID", "Element Name", "Scale ID", "Data Value")
        ):
            yield Rating(code, element, name, scale, number(value, file), suppress=False, not_relevant=False)


def read_preparation(files: Sequence[SourceFile]) -> Iterator[Rating]:
    """How important a certificate (2.D.4.a) and an apprenticeship (3.A.4.a) are to get the job: IM, 1–5."""
    columns = (CODE, "Element ID", "Element Name", "Scale ID", "Data Value", "Recommend Suppress")
    for file in files:
        for code, element, name, scale, value, suppress in read_table(file, columns):
            if scale == "IM":
                yield Rating(code, element, name, scale, number(value, file), suppress == "Y", not_relevant=False)


def read_shares(files: Sequence[SourceFile]) -> Iterator[Share]:
    """Education (RL), related experience (RW), on-site (PT) and on-the-job training (OJ): shares of answers."""
    columns = (CODE, "Scale ID", "Category", "Data Value", "Recommend Suppress")
    for file in files:
        for code, scale, category, value, suppress in read_table(file, columns):
            if category not in NOTHING:  # the same questions' means stand beside the shares
                yield Share(code, scale, _category(category, file), number(value, file), suppress == "Y")


def _category(text: str, file: SourceFile) -> int:
    if not 1 <= number(text, file) <= MOST_CATEGORIES:
        raise PathwaysError("framework_number_bad", file=file.name, text=text[:40])
    return int(text)


def read_titles(files: Sequence[SourceFile], column: Column) -> Iterator[tuple[str, str, str]]:
    """(code, title, short title or empty) of each other name of an occupation."""
    for file in files:
        short: Column = "Short Title" if "Short Title" in header_of(file) else column
        for code, title, brief in read_table(file, (CODE, column, short)):
            yield code, title, "" if brief in NOTHING or brief == title else brief


def read_category_names(files: Sequence[SourceFile]) -> Iterator[tuple[str, int, str]]:
    """(scale, category, name) of the answers about schooling and training; what follows a dash stays out."""
    for file in files:
        for scale, category, text in read_table(file, ("Scale ID", "Category", "Category Description")):
            yield scale, _category(category, file), text.partition(" - ")[0]


def read_activities(files: Sequence[SourceFile]) -> dict[str, tuple[str, str]]:
    """(name, id of its intermediate activity) of each detailed work activity, by its id."""
    columns = (("DWA ID", "DWA Element ID"), ("DWA Title", "DWA Element Name"), ("IWA ID", "IWA Element ID"))
    rows = (row for file in files for row in read_table(file, columns))
    return {activity: (name.removesuffix("."), group) for activity, name, group in rows}


def read_activity_groups(files: Sequence[SourceFile]) -> set[tuple[str, str, str]]:
    """(id, name, id of its general activity) of each intermediate work activity."""
    columns = (("IWA ID", "IWA Element ID"), ("IWA Title", "IWA Element Name"), ("Element ID", "GWA Element ID"))
    rows = (row for file in files for row in read_table(file, columns))
    return {(group, name.removesuffix("."), above) for group, name, above in rows}


def read_core_tasks(files: Sequence[SourceFile]) -> set[tuple[str, str]]:
    """(code, task id) of every task that O*NET calls core to its occupation."""
    rows = (row for file in files for row in read_table(file, (CODE, "Task ID", "Task Type")))
    return {(code, task) for code, task, kind in rows if kind == "Core"}
