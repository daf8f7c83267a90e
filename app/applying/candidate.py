"""A record that could go with an application, and what the learner wishes of the choice."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from app.applying.disclosure import SKILLS_FIRST_HIDES, WEIGHTS

CANCELED = "canceled"


@dataclass(frozen=True)
class Candidate:
    """A record that could go. `covers` gives evidence 1–4 by the requirement's place in the list.

    `facts` says what a code of `gives_away` stands for (a school's name), so that two records that tell the same tell
    one thing. `usable` is False for one that must not go (a broken signature), with the `reason`; `notes` are told and
    do not stop it (`expired`, `not_yet`, `not_checked`); one that was `canceled` goes only if the learner sends it.
    `nearly` are requirements of which it says the thing, but not in the way asked (how long, that it is a licence).
    `whole` and `kept_back` say what goes of it (`least.Least`), and `gives_away` is of just that.
    """

    key: str
    title: str
    covers: Mapping[int, int]
    gives_away: tuple[str, ...] = ()
    usable: bool = True
    reason: str | None = None
    notes: tuple[str, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)
    whole: str | None = None
    kept_back: tuple[str, ...] = ()
    nearly: frozenset[int] = frozenset()

    @property
    def in_force(self) -> bool:
        """Whether it counts today."""
        return not {"expired", "not_yet"}.intersection(self.notes)


@dataclass(frozen=True)
class Wishes:
    """What the learner decided: records to send or to keep home by key, things never to give away by code.

    `by_hand`: just what they send goes, and nothing is chosen by itself, whatever comes to the vault later. `silent`
    names things asked (`asked_claim`) on which their own words stay home.
    """

    send: frozenset[str] = frozenset()
    keep: frozenset[str] = frozenset()
    hide: frozenset[str] = frozenset()
    skills_first: bool = True
    by_hand: bool = False
    silent: frozenset[str] = frozenset()


NO_WISHES = Wishes()


def things(candidate: Candidate, codes: Collection[str]) -> frozenset[str]:
    """What is told, as things of which two are one only where they say the same; what every record tells is none."""
    return frozenset(f"{code} {candidate.facts.get(code, '')}" for code in codes if WEIGHTS[code])


def hidden_by_page(candidate: Candidate) -> tuple[str, ...]:
    """What a record tells that the skills-first page leaves out, by code."""
    return tuple(code for code in candidate.gives_away if code in SKILLS_FIRST_HIDES)


def page_hides(wishes: Wishes) -> frozenset[str]:
    """What the readable page leaves out: what skills first hides, and what the learner never gives away."""
    return wishes.hide | (SKILLS_FIRST_HIDES if wishes.skills_first else frozenset())
