"""Up to three jobs side by side: how they fit, apart from it their outlook and pay, and why each could suit."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from app.journey.goal.outlook import Lacks, Outlook, Pay, Sources, openings_end, outlook_of, pay_ends, pay_in, sources
from app.journey.goal.pay_place import pay_place
from app.journey.plan.ground import TELLING, Standpoint, standpoint
from app.journey.session import Session
from app.profile.skills import Profile
from pathways.gaps import fit
from pathways.matching import also_called
from pathways.model import Concept, ConceptKind, Fact, GapItem, GapState
from pathways.pack.labour import Area

STATES: tuple[GapState, ...] = ("shown", "partly", "missing", "unknown")
ALSO_CALLED = 3
THINGS = 3
START_FACTS = ("entry_education", "entry_training", "entry_experience")
SAID_BEST: Sequence[ConceptKind] = ("activity", "esco_skill", "software", "knowledge", "skill")
"""Kinds in the order in which their names read well in a sentence: what people do before headings."""


@dataclass(frozen=True)
class FitBar:
    """How the things that tell most of a job (at most 24) stand. Never a percentage.

    `by_evidence` counts the shown ones by their best evidence, 4 down to 1; `unrated` names the kinds of need nobody
    has rated for the job: unknown, and not among the counts.
    """

    shown: int
    partly: int
    missing: int
    unknown: int
    by_evidence: Mapping[int, int]
    unrated: tuple[ConceptKind, ...] = ()

    @property
    def total(self) -> int:
        """How many things were looked at."""
        return self.shown + self.partly + self.missing + self.unknown

    @property
    def blocks(self) -> tuple[GapState, ...]:
        """One state for each block of the bar: shown, partly, missing, unknown."""
        counts = (self.shown, self.partly, self.missing, self.unknown)
        return tuple(state for state, count in zip(STATES, counts, strict=True) for _ in range(count))


@dataclass(frozen=True)
class Suits:
    """One fact of why a job could suit.

    `shows` and `close`: the `things` that tell most of what the learner shows, or comes close to. `to_learn`: the first
    `things` of `number`. `start`: `facts` of how people usually start, told and never a gate. `licence_not_in_data`:
    the data do not say whether a license is needed.
    """

    code: Literal["shows", "close", "to_learn", "start", "licence_not_in_data"]
    things: tuple[Concept, ...] = ()
    number: int = 0
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True)
class Compared:
    """One job beside others: its fit, and apart from that its outlook and pay; None where nothing is published.

    `also_called` are job titles that workers reported to O*NET, those nearest to the name first. `lacks` says why pay
    is that in the U.S. where it was asked for in a place.
    """

    code: str
    name: str
    also_called: tuple[str, ...]
    fit: FitBar
    outlook: Outlook | None
    pay: Pay | None
    why: tuple[Suits, ...]
    lacks: Lacks = ""


@dataclass(frozen=True)
class Comparison:
    """Jobs side by side, on scales that they share.

    Bars of openings go from 0 to `openings_end` a year, ranges of pay over `pay_ends` (dollars a year, None where no
    pay a year is published). `pay_place` is where pay is told for; None: the U.S. as a whole.
    """

    jobs: tuple[Compared, ...]
    openings_end: int
    pay_ends: tuple[int, int] | None
    sources: Sources
    pay_place: Area | None = None

    def bar(self, outlook: Outlook | None) -> float | None:
        """How long the bar of openings is, 0–1 of its track; None where they are not published."""
        return None if outlook is None or outlook.openings is None else outlook.openings / self.openings_end

    def place(self, dollars: float | None) -> float | None:
        """Where pay a year stands on the scale, 0–1; None for what is not published."""
        if dollars is None or self.pay_ends is None:
            return None
        low, high = self.pay_ends
        return min(max((dollars - low) / (high - low), 0.0), 1.0)


def compare(session: Session, held: Profile, codes: Iterable[str]) -> Comparison:
    """These occupations side by side, in this order. PathwaysError `occupation_unknown` where the pack has none."""
    place = pay_place(session)
    jobs = tuple(_compared(session, held, code, place) for code in codes)
    return Comparison(
        jobs,
        openings_end(job.outlook for job in jobs),
        pay_ends(job.pay for job in jobs),
        sources(session.pack),
        place,
    )


def fit_bar(stand: Standpoint) -> FitBar:
    """How the needs of a standpoint stand, counted."""
    found = fit(stand.gap, stand.needs)
    return FitBar(found.shown, found.partly, found.missing, found.unknown, found.by_evidence, found.unrated)


def shares(gap: tuple[GapItem, ...]) -> Suits | None:
    """What the learner shows that tells most, else what they come close to; None where there is neither."""
    shown, close = things(gap, "shown"), things(gap, "partly")
    if not shown and not close:
        return None
    return Suits("shows" if shown else "close", (shown or close)[:THINGS], len(shown or close))


def things(gap: Iterable[GapItem], *states: GapState) -> tuple[Concept, ...]:
    """What stands so, the names that read well first, then most telling first."""
    found = [item.requirement.concept for item in gap if item.state in states]
    return tuple(sorted(found, key=lambda concept: SAID_BEST.index(concept.kind)))


def _compared(session: Session, held: Profile, code: str, place: Area | None) -> Compared:
    stand = standpoint(session, held, code).first(TELLING)
    pay, lacks = pay_in(session.pack, code, place)
    return Compared(
        code,
        stand.needs.occupation.name,
        also_called(session.pack, code, ALSO_CALLED),
        fit_bar(stand),
        outlook_of(session.pack, code),
        pay,
        tuple(_suits(stand.gap, stand.needs.facts)),
        lacks,
    )


def _suits(gap: tuple[GapItem, ...], facts: tuple[Fact, ...]) -> list[Suits]:
    """At most three facts and a note: what is there first, then what is to learn, then how people start."""
    found = [one for one in (shares(gap),) if one is not None]
    to_learn = things(gap, "missing")
    if to_learn:
        found.append(Suits("to_learn", to_learn[:THINGS], len(to_learn)))
    by_code = {fact.code: fact for fact in facts}
    start = tuple(by_code[code] for code in START_FACTS if code in by_code)
    if start:
        found.append(Suits("start", facts=start))
    return [*found, Suits("licence_not_in_data")]
