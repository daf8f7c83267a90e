"""Why this job: what the learner shares with it, which records and words are behind that, and what else is known."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.journey.comparing import FitBar, fit_bar
from app.journey.onward import Lead, leads_from, starts
from app.journey.plan import TELLING, standpoint
from app.journey.records import Card
from app.journey.session import Session
from app.profile.skills import Profile, Skill
from pathways.model import Concept, GapItem, GapState
from pathways.similarity import nearest_held


@dataclass(frozen=True)
class Behind:
    """One claim behind a shared thing, in the words of its record or the learner's own.

    `record` is the record's key and `record_name` its name; both None for own words. `evidence` is 1–4, and
    `standing` says why (the reasons of `profile.evidence`).
    """

    text: str
    record: str | None
    record_name: str | None
    evidence: int
    standing: str
    lapsed: bool


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
class Why:
    """All the facts behind one suggestion, most telling first.

    `like` is the job named in the learner's records that this one is likest, where its place rests on that; `leads` is
    O*NET's list, a fact the ranking does not use. `guesses` would be shown if the learner said yes to them.
    """

    code: str
    name: str
    fit: FitBar
    shared: tuple[Shared, ...]
    guesses: tuple[Concept, ...]
    to_learn: tuple[Concept, ...]
    like: Concept | None
    leads: tuple[Lead, ...]


def why(session: Session, held: Profile, cards: Iterable[Card], code: str) -> Why:
    """Why an occupation is suggested; PathwaysError `occupation_unknown` where the pack has none."""
    stand = standpoint(session, held, code)
    first = stand.first(TELLING)
    telling = {item.requirement.concept.id for item in first.gap}
    names = {card.record.key: card.record.name for card in cards}
    skills = {skill.claim.id: skill for skill in held.skills}
    met = [item for item in stand.gap if item.state in ("shown", "partly")]
    return Why(
        code,
        stand.needs.occupation.name,
        fit_bar(first),
        tuple(_shared(item, item.requirement.concept.id in telling, skills, names) for item in met),
        tuple(item.requirement.concept for item in stand.gap if item.reason == "guess_unanswered"),
        tuple(item.requirement.concept for item in first.gap if item.state == "missing"),
        nearest_held(session.pack, held.held, code),
        leads_from(session.pack, starts(session, held)).get(code, ()),
    )


def _shared(item: GapItem, telling: bool, skills: Mapping[str, Skill], names: Mapping[str, str]) -> Shared:  # noqa: FBT001
    claims = dict.fromkeys(claim for one in item.by for claim in one.claims)
    return Shared(
        item.requirement.concept,
        item.state,
        item.reason,
        telling,
        tuple(one.concept for one in item.by),
        max(one.evidence for one in item.by),
        tuple(_behind(skills[claim], names) for claim in claims if claim in skills),
    )


def _behind(skill: Skill, names: Mapping[str, str]) -> Behind:
    claim, standing = skill.claim, skill.standing
    record_name = None if claim.record is None else names.get(claim.record, claim.record[:12])
    return Behind(claim.text, claim.record, record_name, standing.evidence or 1, standing.reason, standing.lapsed)
