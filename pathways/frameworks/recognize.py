"""What a person gave: which release of which framework, told by columns, first rows and what it says of itself."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from pathways.errors import PathwaysError
from pathways.frameworks import esco_given, oews_given, onet_given
from pathways.frameworks.esco import NAMED as ESCO_NAMED
from pathways.frameworks.esco import TABLE_NAMES as ESCO_NAMES
from pathways.frameworks.files import Row, SourceFile
from pathways.frameworks.months import can_be, month_of
from pathways.frameworks.onet import TABLE_NAMES as ONET_NAMES
from pathways.frameworks.onet import plain_name, stated_in
from pathways.frameworks.rows import first_rows
from pathways.frameworks.sift import Table, lacking, places

Framework = Literal["onet", "esco", "oews"]
FIRST_ROWS = 4
TABLES: Mapping[str, Mapping[str, Table]] = {
    "onet": {table.name: table for table in onet_given.TABLES},
    "esco": {table.name: table for table in esco_given.TABLES},
    "oews": {oews_given.TABLE.name: oews_given.TABLE},
}
_ONET_PLACE = re.compile(r"(?:db|o\*?net)[_ .-]*v?(\d{2})[_.](\d{1,2})(?!\d)", re.IGNORECASE)


@dataclass(frozen=True)
class Release:
    """One release as found: version as it states it (empty: not stated), date such as `2025-12` if stated.

    `part` is the language of ESCO's names (empty: none), or the kind of area of OEWS's wages. `notes` are what the
    release says beside its rows.
    """

    framework: Framework
    version: str
    date: str
    part: str
    tables: Mapping[str, tuple[SourceFile, ...]]
    notes: Mapping[str, float] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What it is kept under: another with this name takes its place."""
        stated = self.date if self.framework == "oews" else self.version
        relates = self.framework == "esco" and not self.part and not ESCO_NAMED & set(self.tables)
        return "_".join(filter(None, (self.framework, stated, self.part, "relations" if relates else "")))


@dataclass(frozen=True)
class Given:
    """The releases among the files given, and the names of files that are of none."""

    releases: tuple[Release, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True)
class _Head:
    file: SourceFile
    header: Row
    rows: tuple[Row, ...]
    tables: tuple[tuple[Framework, str], ...]

    def of(self, framework: Framework) -> tuple[str, ...]:
        return tuple(table for one, table in self.tables if one == framework)


def recognize(files: Sequence[SourceFile], tell: Callable[[float], object] = lambda _share: None) -> Given:
    """The releases among `files`. Errors as `numbered_rows`; `framework_not_known` where there is none.

    `framework_header_unknown` (missing columns) and `framework_not_as_named` where a file is called like a table of
    the release that it came with, and is not that table; `framework_year_unknown` for pay that nobody dates,
    `framework_date_impossible` (year) for a release of a year that cannot be.
    """
    heads = []
    for place, file in enumerate(files):
        tell(place / len(files))
        heads.append(_head(file))
    found: dict[str, Release] = {}
    for made in (_onet, _esco, _oews):
        for release in made(heads):
            known = found.get(release.name)
            found[release.name] = _joined(known, release) if known else release
    if not found:
        raise PathwaysError("framework_not_known", file=files[0].name if files else "")
    used = {file for release in found.values() for tables in release.tables.values() for file in tables}
    unknown = tuple(head.file.name for head in heads if head.file not in used and not _is_readme(head))
    return Given(tuple(found.values()), unknown)


def _joined(one: Release, other: Release) -> Release:
    """The tables of both; of a table that both have, the first one's."""
    return replace(one, tables={**other.tables, **one.tables})


def _head(file: SourceFile) -> _Head:
    header, *rows = first_rows(file, FIRST_ROWS) or [()]
    fits = [
        (framework, name)
        for framework, tables in TABLES.items()
        for name, table in tables.items()
        if places(header, table) is not None and _begins(framework, name, file, header, rows)
    ]
    return _Head(file, header, tuple(rows), tuple(fits))  # type: ignore[arg-type]  # the keys of TABLES


def _begins(framework: str, table: str, file: SourceFile, header: Row, rows: Sequence[Row]) -> bool:
    if framework == "onet":
        return onet_given.begins(table, header, rows, _onet_name(file.name.rpartition(".")[0]))
    if framework == "esco":
        return esco_given.begins(table, header, rows)
    return bool(oews_given.kind_of(header, rows))


def _is_readme(head: _Head) -> bool:
    return bool(head.header) and stated_in(" ".join(head.header))[0] is not None


def _by_place(heads: Sequence[_Head], framework: Framework) -> dict[str, list[_Head]]:
    grouped: dict[str, list[_Head]] = defaultdict(list)
    for head in heads:
        grouped[head.file.place].append(head)
    return {place: group for place, group in grouped.items() if any(head.of(framework) for head in group)}


def _onet(heads: Sequence[_Head]) -> list[Release]:
    found = []
    for group in _by_place(heads, "onet").values():
        _check_names(group, "onet", _onet_name)
        said = ((*stated_in("\n".join(" ".join(row) for row in (head.header, *head.rows))), head) for head in group)
        version, date, readme = next((one for one in said if one[0]), (None, None, group[0]))
        _check_date(readme.file, date)
        named = _ONET_PLACE.search(group[0].file.origin)
        version = version or (f"{int(named[1])}.{named[2]}" if named else "")
        found.append(Release("onet", version, date or "", "", _tables(group, "onet")))
    return found


def _tables(group: Sequence[_Head], framework: Framework) -> dict[str, tuple[SourceFile, ...]]:
    tables: dict[str, tuple[SourceFile, ...]] = {}
    for head in group:
        for table in head.of(framework):
            tables[table] = (*tables.get(table, ()), head.file)
    return tables


def _onet_name(stem: str) -> str | None:
    return next((table for table, names in ONET_NAMES.items() if plain_name(stem) in map(plain_name, names)), None)


def _esco_name(stem: str) -> str | None:
    return next((table for table, name in ESCO_NAMES.items() if re.fullmatch(rf"{name}(_[a-z-]+)?", stem)), None)


def _check_names(group: Sequence[_Head], framework: Framework, named: Callable[[str], str | None]) -> None:
    """A file called like a table of the release it lies with, that is not that table, is damaged."""
    for head in group:
        name = named(head.file.name.rpartition(".")[0])
        if name is None or name in head.of(framework):
            continue
        if missing := lacking(head.header, TABLES[framework][name]):
            raise PathwaysError("framework_header_unknown", file=head.file.name, missing=", ".join(missing))
        if head.rows:
            raise PathwaysError("framework_not_as_named", file=head.file.name)


def _check_date(file: SourceFile, date: str | None) -> None:
    if date and not can_be(date):
        raise PathwaysError("framework_date_impossible", file=file.name, year=date[:4])


def _esco(heads: Sequence[_Head]) -> list[Release]:
    """Files without a language that only relate concepts are a release of their own: they go with any names."""
    found: dict[str, Release] = {}
    for group in _by_place(heads, "esco").values():
        _check_names(group, "esco", _esco_name)
        headers = [head.header for head in group]
        for head in group:
            version, language = esco_given.version_of(head.file, headers), esco_given.language_of(head.file)
            made = Release("esco", version, "", language, dict.fromkeys(head.of("esco"), (head.file,)))
            if made.tables:
                known = found.get(made.name)
                found[made.name] = _joined(known, made) if known else made
    return list(found.values())


def _oews(heads: Sequence[_Head]) -> list[Release]:
    found: dict[tuple[str, str], Release] = {}
    for head in heads:
        if not head.of("oews"):
            continue
        said = oews_given.stated(head.file)
        if not said.release:
            raise PathwaysError("framework_year_unknown", file=head.file.name)
        _check_date(head.file, month_of(said.release))
        kind = oews_given.kind_of(head.header, head.rows)
        notes = {key: value for key, value in (("hourly", said.hourly), ("annual", said.annual)) if value is not None}
        files = found[said.release, kind].tables["wages"] if (said.release, kind) in found else ()
        date = month_of(said.release)
        found[said.release, kind] = Release("oews", said.release, date, kind, {"wages": (*files, head.file)}, notes)
    return list(found.values())
