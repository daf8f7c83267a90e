"""Why this job: what the learner shares with it, which records and words are behind that, and what else is known."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.journey.goal.comparing import FitBar, fit_bar
from app.journey.goal.onward import Lead, leads_from, starts
from app.journey.goal.outlook import Published, published
from app.journey.goal.pay_place import pay_place
from app.journey.plan.ground import TELLING, Standpoint, standpoint
from app.journey.records.holding import Card
from app.journey.session import Session
from app.journey.skills.behind import Behind, Guess, behind_of, guess_of, names_of
from app.profile.skills import Profile, Skill
from pathways.model import Concept, Fact, GapItem, GapState
from pathways.pack import texts
from pathways.pack.occupations import occupation, occupations
from pathways.pack.store import Pack
from pathways.similarity import alike_in, nearest_held, rank_careers
from pathways.similarity.views import SideName

MOST_TASKS = 5


@dataclass(frozen=True)
class Shared:
    """One thing the job needs that the learner shows or comes close to; `reason` as in `gaps.gap`.

    `telling` is true for those that set the job apart. `by` are the learner's things that meet it: for a related one,
    they have other names. `evidence` is the best, 1–4.
    """

    need: Concept
    state: GapState
    reason: str
    telling: bool
    by: tuple[Concept, ...]
    evidence: int
    behind: tuple[Behind, ...]


@dataclass(frozen=True)
class Alike:
    """A job that this one is like, and in what: sides of `similarity.views`, the nearest first."""

    job: Concept
    sides: tuple[SideName, ...]


@dataclass(frozen=True)
class Why:
    """All the facts behind one suggestion, most telling first.

    `place` is where it stands among `among` jobs by what is shown, None where nothing is. `like` is the job named in
    the learner's records that this one is likest, where its place rests on that, or the one that others like it were
    asked for; `leads` is O*NET's list, a fact the ranking does not use. `guesses` would be shown if the learner said
    yes to them; `facts` are how people start and `published` the outlook: told, and never a gate. `only_signed`:
    nothing else was counted. `described` is what the job is and its first tasks in O*NET's words; empty where nobody
    brought them.
    """

    code: str
    name: str
    fit: FitBar
    shared: tuple[Shared, ...]
    guesses: tuple[Guess, ...]
    to_learn: tuple[Concept, ...]
    like: Alike | None
    leads: tuple[Lead, ...]
    place: int | None
    among: int
    facts: tuple[Fact, ...]
    published: Published
    only_signed: bool = False
    described: tuple[str, ...] = ()


def why(
    session: Session, held: Profile, cards: Iterable[Card], code: str, like: str | None = None, *, signed: bool = False
) -> Why:
    """Why an occupation is suggested; `like` is the job that others like it were asked for, `signed` what counts.

    PathwaysError `occupation_unknown` where the pack has none.
    """
    stand = standpoint(session, held, code)
    first = stand.first(TELLING)
    names = names_of(cards)
    return Why(
        code,
        stand.needs.occupation.name,
        fit_bar(first),
        tuple(_met(stand, first, held, names)),
        tuple(guess_of(held, names, one) for one in _needs(stand, "unknown")),
        tuple(_needs(first, "missing")),
        _alike(session, held, code, like),
        leads_from(session.pack, starts(session, held)).get(code, ()),
        _place(session, held, code),
        len(occupations(session.pack)),
        stand.needs.facts,
        published(session.pack, code, pay_place(session)),
        signed,
        _described(session.pack, code),
    )


def _needs(stand: Standpoint, state: GapState) -> Iterator[Concept]:
    return (item.requirement.concept for item in stand.gap if item.state == state)


def _met(stand: Standpoint, first: Standpoint, held: Profile, names: Mapping[str, str]) -> Iterator[Shared]:
    """What the learner shows or comes close to; `first` are the needs that set the job apart."""
    telling = {item.requirement.concept.id for item in first.gap}
    skills = {skill.claim.id: skill for skill in held.skills}
    for item in stand.gap:
        if item.state in ("shown", "partly"):
            yield _shared(item, item.requirement.concept.id in telling, skills, names)


def _described(pack: Pack, code: str) -> tuple[str, ...]:
    tasks = (task.statement for task in texts.tasks(pack, code)[:MOST_TASKS])
    return tuple(filter(None, (texts.description(pack, code), *tasks)))


def _alike(session: Session, held: Profile, code: str, like: str | None) -> Alike | None:
    asked = None if like is None else occupation(session.pack, like).concept
    job = asked or nearest_held(session.pack, held.held, code)
    return None if job is None or job.id == code else Alike(job, alike_in(session.pack, job.id, code))


def _place(session: Session, held: Profile, code: str) -> int | None:
    """Where it stands by what is shown, from 1; None where nothing is shown of it."""
    ranked = rank_careers(session.pack, held.held)
    return next((place for place, one in enumerate(ranked, 1) if one.occupation.id == code and one.score > 0), None)


def _shared(item: GapItem, telling: bool, skills: Mapping[str, Skill], names: Mapping[str, str]) -> Shared:  # noqa: FBT001
    claims = dict.fromkeys(claim for one in item.by for claim in one.claims)
    return Shared(
        item.requirement.concept,
        item.state,
        item.reason,
        telling,
        tuple(one.concept for one in item.by),
        max(one.evidence for one in item.by),
        tuple(behind_of(skills[claim], names) for claim in claims if claim in skills),
    )
