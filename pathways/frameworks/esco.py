"""ESCO as CSV, loose or zipped: 1.1.1, and 1.2.x whose files all end in a language. Source: esco.ec.europa.eu."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pathways.frameworks.files import Column, SourceFile, read_csv
from pathways.frameworks.versions import rank

BASE = "http://data.europa.eu/esco/"
TABLE_NAMES: Mapping[str, str] = {
    "occupations": "occupations",
    "skills": "skills",
    "isco_groups": "ISCOGroups",
    "skill_groups": "skillGroups",
    "broader_occupations": "broaderRelationsOccPillar",
    "broader_skills": "broaderRelationsSkillPillar",
    "occupation_skills": "occupationSkillRelations",
    "skill_skills": "skillSkillRelations",
}
NAMED = frozenset({"occupations", "skills", "isco_groups", "skill_groups"})
"""Tables that name concepts; the others relate them."""


@dataclass(frozen=True)
class EscoRelease:
    """One release as found: version such as `1.1.1`, and its file for each table."""

    version: str
    tables: Mapping[str, SourceFile]


@dataclass(frozen=True)
class EscoConcept:
    """One concept: URI below `BASE`, kind, names, ISCO or group code; a skill's type and how widely it is reused."""

    uri: str
    kind: str
    name: str
    other_names: tuple[str, ...]
    code: str
    reuse: str
    modified: str


def find_release(files: Sequence[SourceFile], language: str = "en") -> EscoRelease | None:
    """The ESCO release among `files`; the newest where there are several."""
    releases: dict[str, dict[str, SourceFile]] = {}
    for file in files:
        if (table := _table_of(file.name, language)) is not None:
            releases.setdefault(_version(file), {}).setdefault(table, file)
    complete = [(rank(v), v) for v, tables in releases.items() if "skills" in tables and "occupations" in tables]
    if not complete:
        return None
    version = max(complete)[1]
    return EscoRelease(version, releases[version])


def _table_of(name: str, language: str) -> str | None:
    stem = name.removesuffix(".csv")
    plain = stem.removesuffix(f"_{language}")
    return next((t for t, wanted in TABLE_NAMES.items() if plain == wanted and name.endswith(".csv")), None)


def _version(file: SourceFile) -> str:
    named = re.search(r"v(\d+\.\d+(?:\.\d+)?)", file.origin)
    if named:
        return named[1]
    folder = re.search(r"esco[_ -]v?(\d+(?:[._]\d+)+)", file.origin, re.IGNORECASE)
    return folder[1].replace("_", ".") if folder else "unknown"


def short(uri: str) -> str:
    """The URI without ESCO's common beginning."""
    return uri.removeprefix(BASE)


def read_concepts(release: EscoRelease) -> Iterator[EscoConcept]:
    """Every released occupation, skill and group, in the files' order."""
    plans: tuple[tuple[str, str, tuple[Column, ...]], ...] = (
        ("occupations", "occupation", ("code", "modifiedDate", "hiddenLabels", "status")),
        ("skills", "skill", ("reuseLevel", "modifiedDate", "hiddenLabels", "skillType")),
        ("isco_groups", "isco_group", ("code", "status")),
        ("skill_groups", "skill_group", ("code", "modifiedDate")),
    )
    for table, kind, extra in plans:
        if table in release.tables:
            yield from _read_kind(release.tables[table], kind, extra)


def _read_kind(file: SourceFile, kind: str, extra: tuple[Column, ...]) -> Iterator[EscoConcept]:
    columns: tuple[Column, ...] = ("conceptUri", "preferredLabel", "altLabels", "status", *extra)
    for uri, name, other, status, *rest in read_csv(file, columns):
        if status in ("released", ""):
            more = dict(zip(extra, rest, strict=True))
            names = _names(other, more.get("hiddenLabels", ""), besides=name)
            yield EscoConcept(
                short(uri),
                "knowledge" if more.get("skillType") == "knowledge" else kind,
                name,
                names,
                more.get("code", ""),
                more.get("reuseLevel", ""),
                more.get("modifiedDate", "")[:10],
            )


def _names(*lists: str, besides: str) -> tuple[str, ...]:
    names = (n.strip() for text in lists for n in re.split(r"\n| \| ", text))
    return tuple(dict.fromkeys(n for n in names if n and n != besides))


def read_broader(file: SourceFile) -> Iterator[tuple[str, str]]:
    """(concept, broader concept), by short URI."""
    for concept, broader in read_csv(file, ("conceptUri", "broaderUri")):
        yield short(concept), short(broader)


def read_occupation_skills(file: SourceFile) -> Iterator[tuple[str, str, bool]]:
    """(occupation, skill, essential), by short URI."""
    for occupation, relation, skill in read_csv(file, ("occupationUri", "relationType", "skillUri")):
        yield short(occupation), short(skill), relation == "essential"


def read_skill_skills(file: SourceFile) -> Iterator[tuple[str, str, bool]]:
    """(skill, skill it draws on, essential), by short URI."""
    for skill, relation, other in read_csv(file, ("originalSkillUri", "relationType", "relatedSkillUri")):
        yield short(skill), short(other), relation == "essential"
