"""Which release each part of O*NET comes from in a learner's own pack: the newest, shipped or brought."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pathways.frameworks import onet
from pathways.frameworks.take import Kept
from pathways.frameworks.versions import rank
from pathways.pack import sources
from pathways.pack.store import Pack, sources_of

Release = onet.OnetRelease


@dataclass(frozen=True)
class Use:
    """One part of what was brought as `name`: the version that counts now, and the other one (empty: there is none).

    Where it is not `used`, another counts, since the one that was brought (`before`) is not newer; where `version` is
    empty, it waits for what must come with it.
    """

    part: str
    name: str
    version: str
    before: str = ""
    used: bool = True


@dataclass(frozen=True)
class Part:
    """A part of O*NET: the tables it needs (all of one release), where the pack holds it, what else it fills."""

    tables: tuple[str, ...]
    holds: str
    fills: tuple[str, ...]


PARTS: Mapping[str, Part] = {
    "occupations": Part(("occupations",), "occupation", ("occupation",)),
    "job_zones": Part(("job_zones",), "occupation", ("occupation",)),
    "titles": Part(("alternate_titles",), "occupation_names", ("occupation_names", "matrix:title_topics")),
    "related": Part(("related",), "links:occupation_related", ("links:occupation_related",)),
    "skills": Part(("skills",), "matrix:skill", sources.ONET_TABLES["skills"]),
    "knowledge": Part(("knowledge",), "matrix:knowledge", sources.ONET_TABLES["knowledge"]),
    "interests": Part(("interests",), "matrix:interest", sources.ONET_TABLES["interests"]),
    "work_styles": Part(("work_styles",), "matrix:work_style", sources.ONET_TABLES["work_styles"]),
    "education": Part(("education",), "matrix:education", (*sources.ONET_TABLES["education"], "category")),
    "activities": Part(
        (*onet.TOGETHER, "tasks"),
        "links:occupation_activity",
        ("activity", "activity_group", "links:occupation_activity", "matrix:task_topics"),
    ),
    "software": Part(("software",), "links:occupation_software", sources.ONET_TABLES["software"]),
    "descriptions": Part(("occupations",), "occupation_text", ("occupation_text",)),
    "tasks": Part(("tasks",), "task", ("task",)),
}


def releases_of(kept: Sequence[Kept]) -> list[tuple[str, Release]]:
    """The brought releases of O*NET with the names they are kept under, newest first."""
    found = [one for one in kept if one.framework == "onet"]
    made = [
        (one.name, Release(one.version, one.date or None, {table: one.source(table) for table in one.tables}))
        for one in found
    ]
    return sorted(made, key=lambda pair: (rank(pair[1].version), pair[0]), reverse=True)


def shipped_version(pack: Pack, holds: str) -> str | None:
    """The version of O*NET that the shipped pack's part is from; None where it has no such part."""
    versions = [one.version for one in sources_of(pack, holds) if one.name.startswith("onet")]
    return max(versions, key=rank, default=None)


def choose(pack: Pack, kept: Sequence[Kept]) -> tuple[dict[str, Release], list[Use]]:
    """The brought release of each part where it is newer than the shipped one, and what of it to tell."""
    brought, chosen, uses = releases_of(kept), dict[str, Release](), list[Use]()
    for part, needs in PARTS.items():
        name, best = next(((n, r) for n, r in brought if all(t in r.tables for t in needs.tables)), ("", None))
        if best is None:
            continue
        shipped = shipped_version(pack, needs.holds)
        if shipped is None or rank(best.version) > rank(shipped):
            chosen[part] = best
            uses.append(Use(part, name, best.version, shipped or ""))
        else:
            uses.append(Use(part, name, shipped, best.version, used=False))
    return chosen, uses
