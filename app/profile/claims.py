"""What records and own words say a learner can do."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from app.records.model import Achievement, Alignment, Item, Record, Result

Origin = Literal["alignment", "achievement", "tag", "result", "own"]

NOT_ACHIEVED = frozenset({"Enrolled", "Failed", "InProgress", "OnHold", "Provisional", "Withdrew"})
"""Open Badges 3.0 result statuses (`ResultStatusType`) that do not say the learner can do it."""

_SAY_SKILLS = frozenset({"skill", "learning", "certificate", "license"})
"""Entries of a résumé whose names say what a person can do; a job's title names a job."""


@dataclass(frozen=True)
class SkillClaim:
    """One thing a record (`record`, its key) or the learner's own word (`own`, its id) says the learner can do.

    `id` depends on the record and on what is claimed, not on where it stands, so that answers outlive a new reader.
    """

    id: str
    text: str
    origin: Origin
    record: str | None = None
    own: str | None = None
    alignment: Alignment | None = None
    stated_level: str | None = None
    own_word: bool = False
    """The record passes on what the person says of themselves, however it is signed."""


def claims_of(record: Record) -> tuple[SkillClaim, ...]:
    """Every skill claim of a record, in its order, each once."""
    found = {claim.id: claim for claim in _claims(record)}
    return tuple(found.values())


def own_claim(own: str, text: str) -> SkillClaim:
    """A claim in the learner's own words; `own` is the id the vault gave them."""
    return SkillClaim(id=f"own-{own}", text=text, origin="own", own=own)


def _claims(record: Record) -> Iterator[SkillClaim]:
    completed = not any(result.status in NOT_ACHIEVED for result in record.results)
    if not completed:
        return
    for achievement in record.achievements:
        yield from _of_achievement(record, achievement)
    for result in record.results:
        yield from _of_result(record, result)
    for item in record.items:
        if item.own_word and item.name and item.kind in _SAY_SKILLS:
            yield _of_item(record, item)


def _of_item(record: Record, item: Item) -> SkillClaim:
    origin: Origin = "tag" if item.kind == "skill" else "achievement"
    return replace(_claim(record, item.name, origin, item.alignment, item.level), own_word=True)


def _of_achievement(record: Record, achievement: Achievement) -> Iterator[SkillClaim]:
    for alignment in achievement.alignments:
        yield _claim(record, alignment.name, "alignment", alignment)
    for tag in achievement.tags:
        yield _claim(record, tag, "tag")
    if not achievement.alignments and achievement.name:
        yield _claim(record, achievement.name, "achievement")


def _of_result(record: Record, result: Result) -> Iterator[SkillClaim]:
    for alignment in result.alignments:
        yield _claim(record, alignment.name, "result", alignment, result.level or result.value)


def _claim(
    record: Record, text: str, origin: Origin, alignment: Alignment | None = None, level: str | None = None
) -> SkillClaim:
    parts = (record.key, text, alignment.url or "" if alignment else "", alignment.code or "" if alignment else "")
    digest = hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:20]
    return SkillClaim(digest, text, origin, record.key, None, alignment, level)
