"""Open Badges 3.0: achievements, alignments and results of an OpenBadgeCredential or AchievementCredential.

Specification: https://www.imsglobal.org/spec/ob/v3p0/, appendix B (data models).
"""

from dataclasses import dataclass
from itertools import chain, islice

from app.records.envelope import OB_TYPES, Claims, evidence_of, record, subjects_of, types
from app.records.fields import Faults, Json, identifier, line, link, objects, prose, strings, web_link
from app.records.model import Achievement, Alignment, Fault, Record, Result
from app.records.parts import Part

# A thousand results may each point at the same thousand alignments; a million copies tell nobody more.
_ALIGNED_CAP = 100


def read(part: Part) -> tuple[Record, ...]:
    """The record of an Open Badges 3.0 credential; nothing for any other."""
    if not OB_TYPES.intersection(types(part.value)):
        return ()
    faults = Faults()
    subjects = subjects_of(part.value, faults)
    achieved = [(subject, objects(subject, "achievement", faults)) for subject in subjects]
    if subjects and not any("achievement" in subject for subject in subjects):
        faults.append(Fault("missing_achievement"))
    fallback = line(part.value.get("name"))
    achievements = tuple(achievement(found, faults, fallback) for _, several in achieved for found in several)
    results = tuple(chain.from_iterable(_results(subject, found, faults) for subject, found in achieved))
    claims = Claims(achievements, results, evidence_of(part.value, *subjects, faults=faults))
    return (record(part, "ob3", claims, faults),)


def achievement(found: Json, faults: Faults, fallback: str | None = None) -> Achievement:
    """An Achievement object; `fallback` is the name used where it states none."""
    name = line(found.get("name")) or fallback
    if name is None:
        faults.append(Fault("missing_achievement_name"))
    criteria = objects(found, "criteria", faults, or_text=True)
    return Achievement(
        name=name or line(found.get("achievementType")) or "Achievement",
        id=identifier(found),
        type=line(found.get("achievementType")),
        description=prose(found.get("description")),
        criteria=next((text for entry in criteria if (text := prose(entry.get("narrative")))), None),
        criteria_url=next((url for entry in criteria if (url := web_link(entry.get("id")))), None),
        tags=strings(found.get("tag", found.get("tags"))),
        alignments=alignments(found, faults),
    )


def alignments(holder: Json, faults: Faults) -> tuple[Alignment, ...]:
    """The alignments of an Achievement, Result, ResultDescription or RubricCriterionLevel."""
    found = (_alignment(item) for key in ("alignment", "alignments") for item in objects(holder, key, faults))
    return tuple(item for item in found if item)


def _alignment(item: Json) -> Alignment | None:
    url, code = link(item.get("targetUrl")), line(item.get("targetCode"))
    name = line(item.get("targetName")) or code or (line(url) if url else None)
    if name is None:
        return None
    return Alignment(
        name,
        url,
        code,
        line(item.get("targetFramework")),
        line(item.get("targetType")),
        prose(item.get("targetDescription")),
    )


@dataclass(frozen=True)
class _Described:
    """A ResultDescription or one level of its rubric, read once however many results point at it."""

    name: str | None = None
    alignments: tuple[Alignment, ...] = ()


def _results(subject: Json, achievements: list[Json], faults: Faults) -> list[Result]:
    stated = objects(subject, "result", faults)
    if not stated:
        return []
    described = [item for found in achievements for item in objects(found, "resultDescription", faults)]
    levels = [item for entry in described for item in objects(entry, "rubricCriterionLevel", faults)]
    names = _by_id(described, faults)
    steps = _by_id(levels, faults)
    return [_result(item, names, steps, faults) for item in stated]


def _by_id(items: list[Json], faults: Faults) -> dict[str, _Described]:
    return {
        key: _Described(line(item.get("name")) or line(item.get("level")), alignments(item, faults))
        for item in items
        if (key := identifier(item))
    }


def _result(item: Json, names: dict[str, _Described], levels: dict[str, _Described], faults: Faults) -> Result:
    described = names.get(identifier(item.get("resultDescription")) or "", _Described())
    level = levels.get(identifier(item.get("achievedLevel")) or "", _Described())
    aligned = chain(alignments(item, faults), described.alignments, level.alignments)
    return Result(
        name=described.name,
        value=line(item.get("value")),
        level=level.name or line(item.get("achievedLevel")),
        status=line(item.get("status")),
        alignments=tuple(dict.fromkeys(islice(aligned, _ALIGNED_CAP))),
    )
