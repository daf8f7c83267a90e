"""How the things asked then stand, what goes and why the rest stays home, and what one choice changes of another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from app.applying.candidate import CANCELED, Candidate, Wishes, hidden_by_page, things
from app.applying.disclosure import in_order


@dataclass(frozen=True)
class Shown:
    """How one requirement stands: by which chosen records (best first), and with which evidence (0 for none)."""

    requirement: int
    how: Literal["record", "own_word", "uncovered"]
    by: tuple[str, ...] = ()
    evidence: int = 0


@dataclass(frozen=True)
class StaysHome:
    """A record that is not sent, and why: a code and its values."""

    key: str
    reason: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Ask:
    """A chosen record whose file tells what the skills-first page hides: the learner is asked before it goes.

    `needed_for` are the requirements that no other chosen record shows.
    """

    key: str
    tells: tuple[str, ...]
    needed_for: tuple[int, ...]


@dataclass(frozen=True)
class Chosen:
    """What goes, by key, and how each requirement then stands."""

    chosen: tuple[str, ...]
    shown: tuple[Shown, ...]


@dataclass(frozen=True)
class Tailored(Chosen):
    """The choice. `proven` says that the solver showed no better one exists by the order in `tailor`."""

    gives_away: Mapping[str, tuple[str, ...]]
    notes: Mapping[str, tuple[str, ...]]
    stays_home: tuple[StaysHome, ...]
    ask: tuple[Ask, ...]
    proven: bool


@dataclass(frozen=True)
class Effect:
    """What changes from one choice to another: records that no longer go or newly go, requirements shown less well."""

    dropped: tuple[str, ...]
    added: tuple[str, ...]
    weaker: tuple[int, ...]
    own_word: tuple[int, ...]
    uncovered: tuple[int, ...]


def compare(before: Chosen, after: Chosen) -> Effect:
    """What a switch would change, so that it can be told before it is thrown."""
    pairs = list(zip(before.shown, after.shown, strict=True))
    return Effect(
        dropped=tuple(key for key in before.chosen if key not in after.chosen),
        added=tuple(key for key in after.chosen if key not in before.chosen),
        weaker=tuple(new.requirement for old, new in pairs if new.evidence < old.evidence),
        own_word=tuple(new.requirement for old, new in pairs if new.how == "own_word" != old.how),
        uncovered=tuple(new.requirement for old, new in pairs if new.how == "uncovered" != old.how),
    )


def explained(
    candidates: Sequence[Candidate],
    goes: Sequence[Candidate],
    shown: tuple[Shown, ...],
    wishes: Wishes,
    *,
    proven: bool,
) -> Tailored:
    """The choice with what goes tells, why each of the others stays home, and what the learner is asked."""
    keys = {candidate.key for candidate in goes}
    return Tailored(
        chosen=tuple(candidate.key for candidate in goes),
        shown=shown,
        gives_away={candidate.key: candidate.gives_away for candidate in goes},
        notes={candidate.key: candidate.notes for candidate in goes if candidate.notes},
        stays_home=tuple(_stays_home(one, goes, wishes) for one in candidates if one.key not in keys),
        ask=tuple(_asks(goes, shown, wishes)),
        proven=proven,
    )


def all_shown(asked: int, chosen: Sequence[Candidate], own_words: frozenset[int]) -> tuple[Shown, ...]:
    """How each of so many requirements stands with the records chosen."""
    return tuple(_shown(requirement, chosen, own_words) for requirement in range(asked))


def _shown(requirement: int, chosen: Sequence[Candidate], own_words: frozenset[int]) -> Shown:
    able = [candidate for candidate in chosen if candidate.covers.get(requirement, 0) > 0]
    able.sort(key=lambda candidate: -candidate.covers[requirement])
    if able:
        keys = tuple(candidate.key for candidate in able)
        return Shown(requirement, "record", keys, able[0].covers[requirement])
    if requirement in own_words:
        return Shown(requirement, "own_word", (), 1)
    return Shown(requirement, "uncovered")


def _asks(chosen: Sequence[Candidate], shown: Sequence[Shown], wishes: Wishes) -> list[Ask]:
    if not wishes.skills_first:
        return []
    return [
        Ask(
            candidate.key,
            hidden_by_page(candidate),
            tuple(item.requirement for item in shown if item.by == (candidate.key,)),
        )
        for candidate in chosen
        if hidden_by_page(candidate) and candidate.key not in wishes.send
    ]


def _stays_home(candidate: Candidate, chosen: Sequence[Candidate], wishes: Wishes) -> StaysHome:
    if not candidate.usable:
        return StaysHome(candidate.key, "cannot_be_sent", {"why": candidate.reason})
    if candidate.key in wishes.keep or wishes.by_hand:
        return StaysHome(candidate.key, "kept_by_you")
    if CANCELED in candidate.notes:
        return StaysHome(candidate.key, "canceled")
    if not candidate.covers:
        return StaysHome(candidate.key, "shows_nothing_asked")
    if told := in_order(wishes.hide.intersection(candidate.gives_away)):
        return StaysHome(candidate.key, "tells_what_you_hide", {"tells": told})
    return _outdone(candidate, chosen, wishes)


def _outdone(candidate: Candidate, chosen: Sequence[Candidate], wishes: Wishes) -> StaysHome:
    """Why one that could go does not: others show the same, and which way they are better."""
    instead = tuple(other.key for other in chosen if other.covers.keys() & candidate.covers.keys())
    if wishes.skills_first and hidden_by_page(candidate) and not any(map(hidden_by_page, chosen)):
        return StaysHome(candidate.key, "replaced_skills_first", {"by": instead, "tells": hidden_by_page(candidate)})
    return StaysHome(
        candidate.key, "gives_away_more" if _tells_more(candidate, chosen) else "already_shown", {"by": instead}
    )


def _tells_more(candidate: Candidate, chosen: Sequence[Candidate]) -> bool:
    """Whether one that goes shows all that this one does and tells fewer things."""
    count = len(things(candidate, candidate.gives_away))
    alike = (one for one in chosen if candidate.covers.keys() <= one.covers.keys())
    return any(len(things(one, one.gives_away)) < count for one in alike)
