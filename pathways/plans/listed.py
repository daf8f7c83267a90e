"""What the rows of a brought list teach: as stated, through CIP–SOC, or where nothing else is told by their names."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pathways.frameworks.learning.model import Listed, Skill
from pathways.matching import has_concept, match_alignment, match_text
from pathways.model import AnyOf, KnownBy, LearningStep, Match
from pathways.pack import labour
from pathways.pack.occupations import Occupation, occupations
from pathways.pack.store import Pack, keep
from pathways.plans.programs import TAUGHT_KINDS, taught_for

LIKELY = 0.8
"""How likely what a name may mean has to be (the share of such answers that were right on labelled phrases)."""
NAMED = 0.9
"""The same for a stated skill that no link or code names: then its name must be one of the concept's own, too."""
MOST_NAMES = 1_000
"""Different names looked up for one list; more would take minutes. Of the other rows what they teach is unknown."""
LEARNT = TAUGHT_KINDS | {"software", "esco_skill"}
Meanings = Mapping[str, tuple[str, ...]]
Tell = Callable[[float], object]
Mean = Callable[[Pack, str], tuple[str, ...]]


@dataclass(frozen=True)
class Taught:
    """The steps of a list, and what was looked up by name: stated skills (`skills`) and steps' names (`names`).

    `unknown_skills` are stated skills that nobody could be sure of, `not_looked_up` counts names beyond the bound.
    """

    steps: tuple[LearningStep, ...]
    meant: Meanings
    unknown_skills: tuple[str, ...] = ()
    not_looked_up: int = 0


def prefix_of(list_id: str) -> str:
    """How the ids of a list's steps begin."""
    return f"list:{list_id}:"


def steps_of(
    pack: Pack, rows: Sequence[Listed], lead: str, source: str | None, known: Meanings, tell: Tell = lambda _share: None
) -> Taught:
    """The rows as steps, their ids led by `lead`.

    `known` are meanings looked up before with this pack; `tell` hears the share done.
    """
    meant = dict(known)
    skills = list(dict.fromkeys(_asked(skill) for row in rows for skill in row.skills))
    _look_up(pack, skills[:MOST_NAMES], meant, _sure, lambda share: tell(share / 2))
    names = list(dict.fromkeys(row.step.name for row in rows if not _has_other(pack, row, meant)))
    _look_up(pack, names[:MOST_NAMES], meant, _likely, lambda share: tell((1 + share) / 2))
    steps = tuple(_step(pack, row, lead, source, meant) for row in rows)
    unknown = tuple(next(filter(None, one.split(_SEPARATOR)[1:]), "") for one in skills if not meant.get(one))
    used = {one: meant[one] for one in (*skills, *names) if one in meant}
    return Taught(steps, used, unknown, max(0, len(names) - MOST_NAMES))


def _look_up(
    pack: Pack,
    asked: Sequence[str],
    meant: dict[str, tuple[str, ...]],
    mean: Callable[[Pack, str], tuple[str, ...]],
    tell: Tell,
) -> None:
    """Add what each of these means, unless it is known."""
    for place, one in enumerate(asked):
        tell(place / len(asked))
        if one not in meant:
            meant[one] = mean(pack, one)


_SEPARATOR = "\x1f"
_STATED = "skill" + _SEPARATOR


def _asked(skill: Skill) -> str:
    return _STATED + _SEPARATOR.join((skill.name, skill.link, skill.code, skill.framework))


def _sure(pack: Pack, asked: str) -> tuple[str, ...]:
    """The concepts that a stated skill surely is: by link or code, or by a name that is the concept's own."""
    name, link, code, framework = asked.split(_SEPARATOR)[1:5]
    if has_concept(pack, name):
        return (name,)
    if not (link or code):
        found = match_text(pack, name)
    else:
        found = match_alignment(pack, name=name, url=link, code=code, framework=framework)
    sure = [one for one in found if one.sure]
    sure = sure or [one for one in found if one.score >= NAMED and one.reason in ("exact_name", "alternate_name")]
    return tuple(one.concept.id for one in sure if one.concept.kind in LEARNT)


def _likely(pack: Pack, name: str) -> tuple[str, ...]:
    """What a step of that name likely teaches."""
    return _taught_by(pack, [one for one in match_text(pack, name) if one.score >= LIKELY])


def _taught_by(pack: Pack, found: Iterable[Match]) -> tuple[str, ...]:
    """Skills as they are; of an occupation what it needs."""
    taught: dict[str, None] = {}
    for one in found:
        if one.concept.kind == "occupation":
            taught |= dict.fromkeys(taught_for(pack, _occupations(pack).get(one.concept.id, ())))
        elif one.concept.kind in LEARNT:
            taught[one.concept.id] = None
    return tuple(taught)


def _has_other(pack: Pack, row: Listed, meant: Meanings) -> bool:
    """Whether more than its name tells what a row teaches."""
    return any(meant.get(_asked(skill)) for skill in row.skills) or bool(_tied(pack, row))


def _tied(pack: Pack, row: Listed) -> tuple[Occupation, ...]:
    """The occupations a row leads to: those it names, else those that CIP–SOC ties to its program."""
    by_code = _occupations(pack)
    named = [one for code in row.occupations for one in by_code.get(code, by_code.get(code[:7], ()))]
    if named:
        return tuple(dict.fromkeys(named))
    cip = row.step.cip
    return () if cip is None else keep(pack, f"listed.cip:{cip}", lambda: labour.occupations_of(pack, cip))


def _occupations(pack: Pack) -> Mapping[str, tuple[Occupation, ...]]:
    """Occupations by O*NET-SOC code, and by SOC code."""

    def read() -> dict[str, tuple[Occupation, ...]]:
        found: dict[str, tuple[Occupation, ...]] = {}
        for one in occupations(pack):
            found[one.soc] = (*found.get(one.soc, ()), one)
        return found | {one.code: (one,) for one in occupations(pack)}

    return keep(pack, "listed.occupations", read)


def _step(pack: Pack, row: Listed, lead: str, source: str | None, meant: Meanings) -> LearningStep:
    teaches, known_by = _teaches(pack, row, meant)
    step = row.step
    return replace(
        step,
        id=lead + row.key,
        teaches=teaches,
        known_by=known_by,
        needs=tuple(lead + one for one in step.needs),
        needs_any=tuple(AnyOf(one.count, tuple(lead + key for key in one.steps)) for one in step.needs_any),
        offering=replace(step.offering, source=source),
    )


def _teaches(pack: Pack, row: Listed, meant: Meanings) -> tuple[tuple[str, ...], KnownBy]:
    stated = tuple(dict.fromkeys(one for skill in row.skills for one in meant.get(_asked(skill), ())))
    if stated:
        return stated, "stated"
    if tied := _tied(pack, row):
        codes = " ".join(one.code for one in tied)
        return keep(pack, f"listed.taught:{codes}", lambda: taught_for(pack, tied)), "cip_soc"
    return meant.get(row.step.name, ()), "name"
