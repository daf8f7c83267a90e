"""Where people like me go: the jobs that O*NET lists as related to jobs the learner starts from.

The data count nobody's moves. What they hold is O*NET's list of twenty related jobs for each job, made by comparing
tasks, knowledge and titles; it is told as a fact with its source, and the ranking that orders what comes of it never
uses the list. The learner sees the jobs started from, and can choose others.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from app.journey.goal.aim import careers
from app.journey.goal.comparing import FitBar, Suits
from app.journey.goal.finding import suggested
from app.journey.session import Session
from app.profile.skills import Profile
from app.vault import store_settings
from pathways.model import Concept, Held
from pathways.pack.occupations import occupation, occupations, related
from pathways.pack.store import Pack, sources_of
from pathways.similarity import rank_careers

MOST_STARTS = 3
ENOUGH_SHOWN = 3
"""Things shown of a job below which it is not taken for one the learner knows."""
ONWARD = 12


@dataclass(frozen=True)
class Start:
    """A job that the search starts from, and why.

    `reason`: `chosen` by the learner, named in `records` or in their `own_words` (and agreed to), or `shows_most`:
    no job is named, and of this one they show most.
    """

    code: str
    name: str
    reason: Literal["chosen", "records", "own_words", "shows_most"]


@dataclass(frozen=True)
class Lead:
    """O*NET lists a job as related to `start`, at this place of its list: 1 is closest, of 20."""

    start: str
    name: str
    place: int


@dataclass(frozen=True)
class Onward:
    """A job that the starting jobs lead to, by O*NET's list, and how it fits."""

    code: str
    name: str
    leads: tuple[Lead, ...]
    fit: FitBar
    shares: Suits | None


def starts(session: Session, held: Profile) -> tuple[Start, ...]:
    """The jobs to start from: those chosen, else those that records and own words name, else those shown most of."""
    names = {one.code: one.title for one in occupations(session.pack)}
    chosen = [code for code in store_settings.setting(session.vault, "starts", []) if code in names]
    if chosen:
        return tuple(Start(code, names[code], "chosen") for code in chosen)
    named = [one for one in held.held.values() if one.concept.id in names]
    if named:
        return tuple(_named(held, one) for one in named[:MOST_STARTS])
    most = (one for one in careers(session, held, MOST_STARTS) if one.shown >= ENOUGH_SHOWN)
    return tuple(Start(one.occupation.id, one.occupation.name, "shows_most") for one in most)


def choose_starts(session: Session, codes: tuple[str, ...]) -> tuple[str, ...]:
    """Start from these jobs (at most three), or with none, from what the records say; returns the choice before.

    PathwaysError `occupation_unknown` where the pack has none.
    """
    before = tuple(store_settings.setting(session.vault, "starts", []))
    kept = tuple(dict.fromkeys(codes))[:MOST_STARTS]
    for code in kept:
        occupation(session.pack, code)
    store_settings.set_setting(session.vault, "starts", list(kept))
    return before


def where_people_like_me_go(
    session: Session, held: Profile, begin: tuple[Start, ...], top: int = ONWARD
) -> tuple[Onward, ...]:
    """The jobs related to those started from, best first; none where there is nothing to start from.

    O*NET's lists say which jobs stand here. Their order is that of `from_what_i_can_do`, and O*NET's where nothing
    tells them apart.
    """
    leads = leads_from(session.pack, begin)
    ranked = rank_careers(session.pack, held.held)
    found = [one for one in ranked if one.occupation.id in leads]
    found.sort(key=lambda one: (-one.score, min(lead.place for lead in leads[one.occupation.id]), one.occupation.name))
    return tuple(_onward(session, held, one.occupation, leads[one.occupation.id]) for one in found[:top])


def leads_from(pack: Pack, begin: tuple[Start, ...]) -> Mapping[str, tuple[Lead, ...]]:
    """The jobs O*NET lists as related to those started from, by code; those themselves are left out."""
    leads: dict[str, list[Lead]] = defaultdict(list)
    for start in begin:
        for one in related(pack, start.code):
            leads[one.occupation.id].append(Lead(start.code, start.name, one.place))
    own = {start.code for start in begin}
    return {code: tuple(found) for code, found in leads.items() if code not in own}


def related_credit(pack: Pack) -> str:
    """The words that O*NET's licence asks for where its list of related jobs is shown."""
    return "\n".join(one.attribution for one in sources_of(pack, "links:occupation_related"))


def _named(held: Profile, one: Held) -> Start:
    own = {skill.claim.id for skill in held.skills if skill.claim.own is not None}
    return Start(one.concept.id, one.concept.name, "own_words" if own.issuperset(one.claims) else "records")


def _onward(session: Session, held: Profile, job: Concept, leads: tuple[Lead, ...]) -> Onward:
    found = suggested(session, held, job.id)
    return Onward(job.id, job.name, leads, found.fit, found.shares)
