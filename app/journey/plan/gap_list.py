"""What the goal needs in four groups, the telling ones first; and each need in full, with what shows and teaches it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.journey.goal.outlook import titles_of
from app.journey.papers import gap_reason
from app.journey.plan.ground import TELLING, Standpoint, steps_for
from app.journey.plan.ways import Ways
from app.journey.records.holding import kept
from app.journey.session import Session
from app.profile.skills import Profile, Skill
from app.wording import Words
from app.wording.careers import NEEDS_FROM
from app.wording.plans import (
    NEED_KINDS,
    NEED_WHY,
    NOT_RATED,
    RESTS_ON,
    USUALLY_FIRST,
    in_short,
)
from pathways.errors import PathwaysError
from pathways.graph import usually_before
from pathways.model import ConceptKind, GapItem, GapState, Requirement

STATES: tuple[GapState, ...] = ("shown", "partly", "missing", "unknown")
MOST_FIRST = 3
UNRATED = "kind:"
"""Before the kind of need, the id of a row that stands for all of a kind that nobody has rated."""


@dataclass(frozen=True)
class NeedRow:
    """One need as the list shows it. `reason` says why it stands so where that is not plain; `note` what to do."""

    id: str
    name: str
    state: GapState
    reason: str = ""
    note: str = ""


@dataclass(frozen=True)
class NeedGroup:
    """Needs of one state: `rows` are among those that set the job apart, `more` stand behind "more".

    `count` is what stands beside the title: "9 of 24" for what is shown, else how many.
    """

    state: GapState
    title: str
    count: str
    rows: tuple[NeedRow, ...]
    more: tuple[NeedRow, ...]


@dataclass(frozen=True)
class ShownBy:
    """What shows a need: a record or own words by name, how strongly (1–4, and in words), and as which skill."""

    name: str
    evidence: int
    strength: str
    skill: str


@dataclass(frozen=True)
class TaughtBy:
    """A learning step that teaches a need: its name and "6 weeks, free"; `planned` where it is in the plan chosen."""

    id: str
    name: str
    below: str
    planned: bool


@dataclass(frozen=True)
class NeedDetail:
    """One need in full: `facts` say what it is, `why` why it stands as it does, `rests_on` whose data that is from."""

    row: NeedRow
    title: str
    state: str
    facts: tuple[str, ...]
    why: str
    shown_by: tuple[ShownBy, ...]
    taught_by: tuple[TaughtBy, ...]
    rests_on: str = ""


def need_groups(words: Words, ways: Ways) -> tuple[NeedGroup, ...]:
    """All needs of the goal in four groups, each in the order of how much they tell of the job."""
    done = _finished(ways)
    return tuple(_group(words, ways.stand, state, done) for state in STATES)


def need_detail(session: Session, words: Words, held: Profile, ways: Ways, need: str) -> NeedDetail:
    """One need in full, by the id of its row. PathwaysError `concept_unknown` where the goal needs no such thing."""
    if need.startswith(UNRATED):
        return _unrated_detail(words, need)
    item = next((one for one in ways.stand.gap if one.requirement.concept.id == need), None)
    if item is None:
        raise PathwaysError("concept_unknown", concept=need)
    row = _row(words, item, _finished(ways))
    return NeedDetail(
        row,
        row.name,
        words.state(item.state),
        (*_facts(words, item.requirement), *_first(session, words, ways, item)),
        words.text(NEED_WHY[item.reason]) if item.reason in NEED_WHY else gap_reason(words, item),
        _shown_by(session, words, held, item),
        _taught_by(session, words, ways, need),
        _rests_on(session, words, item),
    )


def _finished(ways: Ways) -> Mapping[str, str]:
    """The name of the finished step that taught a concept, by its id."""
    steps = [one.step for one in ways.kept.steps if one.state == "done"] if ways.kept else []
    return {concept: one.name for one in steps for concept in one.teaches}


def _group(words: Words, stand: Standpoint, state: GapState, done: Mapping[str, str]) -> NeedGroup:
    rows = [_row(words, one, done) for one in stand.gap[:TELLING] if one.state == state]
    more = [_row(words, one, done) for one in stand.gap[TELLING:] if one.state == state]
    if state == "unknown":
        more += [_unrated(words, kind) for kind in stand.needs.unrated]
    known = min(TELLING, len(stand.gap))
    count = words.text("{shown} of {needed}", shown=len(rows), needed=known) if state == "shown" else str(len(rows))
    return NeedGroup(state, words.state(state), count, tuple(rows), tuple(more))


def _row(words: Words, item: GapItem, done: Mapping[str, str]) -> NeedRow:
    concept = item.requirement.concept
    reason = gap_reason(words, item) if item.state in ("partly", "unknown") else ""
    finished = done.get(concept.id) if item.state in ("partly", "missing") else None
    note = words.text("You finished {step}. Add the record that you got for it.", step=finished) if finished else ""
    return NeedRow(concept.id, words.name(concept.name), item.state, reason, note)


def _unrated(words: Words, kind: ConceptKind) -> NeedRow:
    return NeedRow(f"{UNRATED}{kind}", words.name(words.state(f"kind_{kind}")), "unknown", words.text(NOT_RATED))


def _unrated_detail(words: Words, need: str) -> NeedDetail:
    row = next((_unrated(words, kind) for kind in _kinds() if need == f"{UNRATED}{kind}"), None)
    if row is None:
        raise PathwaysError("concept_unknown", concept=need)
    return NeedDetail(row, row.name, words.state("unknown"), (), row.reason, (), ())


def _kinds() -> Iterable[ConceptKind]:
    return ("activity", "knowledge", "skill", "software", "esco_skill")


def _facts(words: Words, need: Requirement) -> tuple[str, ...]:
    told = [words.text(NEED_KINDS[need.concept.kind])]
    if need.importance is not None:
        told.append(words.text("People rate it {importance} of 5 for this job.", importance=need.importance))
    if need.essential is not None:
        told.append(words.text("It is a must for this job.") if need.essential else words.text("It is nice to have."))
    return tuple(told)


def _rests_on(session: Session, words: Words, item: GapItem) -> str:
    """Whose data say that the job needs it, and what says how the learner stands."""
    names = titles_of(session.pack, item.requirement.source)
    if not names:
        return ""
    own = item.state in ("shown", "partly")
    return words.text(RESTS_ON if own else NEEDS_FROM, sources=names)


def _first(session: Session, words: Words, ways: Ways, item: GapItem) -> tuple[str, ...]:
    """What usually comes before a need, of what the goal needs as well and the learner does not show yet."""
    if item.state == "shown":
        return ()
    open_ = {one.requirement.concept.id for one in ways.stand.gap if one.state in ("missing", "partly")}
    found = [one.name for one in usually_before(session.pack, item.requirement.concept.id) if one.id in open_]
    return (words.text(USUALLY_FIRST, things=found[:MOST_FIRST]),) if found else ()


def _shown_by(session: Session, words: Words, held: Profile, item: GapItem) -> tuple[ShownBy, ...]:
    """Each record or own word behind what is held, strongest first."""
    names = {record.key: record.name for record in kept(session)} if item.by else {}
    claims = {claim: one.concept.name for one in item.by for claim in one.claims}
    found = [_shows(words, skill, names, claims[skill.claim.id]) for skill in held.skills if skill.claim.id in claims]
    return tuple(sorted(dict.fromkeys(found), key=lambda one: -one.evidence))


def _shows(words: Words, skill: Skill, names: Mapping[str, str], concept: str) -> ShownBy:
    own = skill.claim.record is None
    name = words.text("Your own words: {text}", text=skill.claim.text) if own else names[skill.claim.record or ""]
    return ShownBy(name, skill.standing.evidence or 0, words.state(skill.standing.reason), words.name(concept))


def _taught_by(session: Session, words: Words, ways: Ways, need: str) -> tuple[TaughtBy, ...]:
    planned = ways.kept.ids("chosen", "started", "done") if ways.kept else frozenset[str]()
    steps = [one for one in steps_for(session, ways.stand.needs.occupation.id) if need in one.teaches]
    steps.sort(key=lambda one: (one.cost.value is None, one.cost.value or 0.0, one.id))
    return tuple(
        TaughtBy(one.id, one.name, in_short(words, one.weeks.value, one.hours.value, one.cost), one.id in planned)
        for one in steps
    )
