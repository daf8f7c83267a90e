"""Ways to find a job: by name, and from what the learner can do."""

from collections.abc import Callable
from dataclasses import dataclass

from app.journey.goal.aim import careers
from app.journey.goal.comparing import FitBar, Suits, fit_bar, shares
from app.journey.plan.ground import TELLING, standpoint
from app.journey.session import Session
from app.profile.skills import Profile
from pathways.matching import find_occupations, match_text
from pathways.matching.names import name_index
from pathways.matching.titles import Reason, title_index
from pathways.similarity import prepare_ranking

FOUND = 8
SUGGESTED = 12
PARTS, TITLES, RANKING = 100, 15, 30
"""Parts of the work to make ready: all, titles, and what ranking needs; the rest is for the names of all skills."""
Tell = Callable[[int, int], object]


@dataclass(frozen=True)
class ByName:
    """A job found by name. `reason`: `code`, `title`, `other_name` (which one: `also_called`) or `near_name`."""

    code: str
    name: str
    reason: Reason
    also_called: str | None


@dataclass(frozen=True)
class Suggested:
    """A job close to what the learner can do: how it fits, and what of it tells most; None where they share nothing."""

    code: str
    name: str
    fit: FitBar
    shares: Suits | None


def make_ready(session: Session, tell: Tell = lambda _done, _total: None) -> None:
    """Make ready all that finding jobs needs, ahead of the first search and on any thread (about a second, once).

    `tell` hears how many of a hundred parts are done; what it raises stops the work. What was finished by then is
    kept, and the rest is made when next asked for. The vault is not touched.
    """
    title_index(session.pack, _part(tell, 0, TITLES))
    prepare_ranking(session.pack, _part(tell, TITLES, RANKING))
    name_index(session.pack, _part(tell, TITLES + RANKING, PARTS - TITLES - RANKING))
    match_text(session.pack, "misspeled")  # what mends spelling is loaded when first used


def _part(tell: Tell, done: int, parts: int) -> Callable[[float], None]:
    """Tell of one piece of the work, by its share done, as some parts of the whole."""

    def tell_of(share: float) -> None:
        tell(done + round(parts * share), PARTS)

    return tell_of


def by_name(session: Session, typed: str, top: int = FOUND) -> tuple[ByName, ...]:
    """Jobs whose title, other names or O*NET-SOC code start as typed; best first, empty where there are none."""
    found = find_occupations(session.pack, typed, top)
    return tuple(ByName(one.occupation.id, one.occupation.name, one.reason, one.also_called) for one in found)


def from_what_i_can_do(session: Session, held: Profile, top: int = SUGGESTED) -> tuple[Suggested, ...]:
    """Jobs closest to what the learner can do, best first; none while nothing is shown.

    Ranked by `similarity.rank_careers`: likeness, and the share shown of what sets the job apart.
    """
    if not held.held:
        return ()
    return tuple(suggested(session, held, one.occupation.id) for one in careers(session, held, top) if one.score > 0)


def like_this(session: Session, held: Profile, code: str, top: int = SUGGESTED) -> tuple[Suggested, ...]:
    """Jobs most like one, best first, each with how it fits the learner. PathwaysError `occupation_unknown`."""
    from pathways.similarity import like

    return tuple(suggested(session, held, other) for other, _score in like(session.pack, code, top))


def suggested(session: Session, held: Profile, code: str) -> Suggested:
    """One job with how it fits and what is shared with it."""
    stand = standpoint(session, held, code).first(TELLING)
    return Suggested(code, stand.needs.occupation.name, fit_bar(stand), shares(stand.gap))
