"""The smallest set of records that shows what an opportunity asks for, chosen exactly (a set cover)."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from app.applying.disclosure import SKILLS_FIRST_HIDES, WEIGHTS, in_order
from app.applying.fewest import Choice, fewest
from app.applying.opportunity import Asked
from app.applying.rounds import Offer
from app.errors import PersonError

CANCELED = "canceled"
Shows = Callable[[Asked, str], int]


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
class Outcome:
    """What goes, by key, and how each requirement then stands."""

    chosen: tuple[str, ...]
    shown: tuple[Shown, ...]


@dataclass(frozen=True)
class Tailored(Outcome):
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


@dataclass(frozen=True)
class Wishes:
    """What the learner decided: records to send or to keep home by key, things never to give away by code.

    `by_hand`: just what they send goes, and nothing is chosen by itself, whatever comes to the vault later.
    """

    send: frozenset[str] = frozenset()
    keep: frozenset[str] = frozenset()
    hide: frozenset[str] = frozenset()
    skills_first: bool = True
    by_hand: bool = False


def covered_by(asked: Sequence[Asked], shows: Shows) -> Mapping[int, int]:
    """Which requirements a record meets: `shows` gives its evidence 1–4 for a concept id and the thing it is asked for.

    0 where it does not show that, or not in the way that is asked.
    """
    best = {place: max([shows(item, one) for one in item.concepts], default=0) for place, item in enumerate(asked)}
    return {index: evidence for index, evidence in best.items() if evidence > 0}


def tailor(
    asked: Sequence[Asked],
    candidates: Sequence[Candidate],
    *,
    own_words: Collection[int] = (),
    wishes: Wishes = Wishes(),
) -> Tailored:
    """Choose the fewest records that show all that can be shown, exactly (`fewest`).

    Among all such sets the best by this order, each only among the best of those before it: skills first, least of
    what the page hides; fewest records; fewest distinct things given away; strongest evidence; those that come first in
    `candidates`. A record that is out of date counts only for what nothing in force shows. `own_words` are requirements
    the learner speaks to where no record does. Raises `PersonError` for a wish that cannot be met.
    """
    choice = _choice(asked, candidates, wishes)
    return _tailored(asked, candidates, frozenset(own_words), wishes, choice)


def outcome(
    asked: Sequence[Asked],
    candidates: Sequence[Candidate],
    *,
    own_words: Collection[int] = (),
    wishes: Wishes = Wishes(),
) -> Outcome:
    """What `tailor` would choose, without why each of the others stays home: enough to `compare`."""
    chosen = _chosen(candidates, _choice(asked, candidates, wishes))
    return Outcome(tuple(one.key for one in chosen), _all_shown(asked, chosen, frozenset(own_words)))


def _choice(asked: Sequence[Asked], candidates: Sequence[Candidate], wishes: Wishes) -> Choice:
    _check_wishes(candidates, wishes)
    needs, offers = [str(need) for need in range(len(asked))], _offers(asked, candidates, wishes)
    return fewest(needs, offers, forced=_forced(candidates, wishes), strengths=True)


def everything(candidates: Sequence[Candidate], wishes: Wishes) -> Wishes:
    """Wishes for an application that is not tailored: every record that shows something asked goes, if it may."""
    free = {one.key for one in candidates if one.covers and _free(one, replace(wishes, by_hand=False))}
    return replace(wishes, send=wishes.send | free, by_hand=True)


def _forced(candidates: Sequence[Candidate], wishes: Wishes) -> list[str]:
    return [_id(place) for place, one in enumerate(candidates) if one.key in wishes.send]


def smallest_size(
    asked: Sequence[Asked],
    candidates: Sequence[Candidate],
    *,
    own_words: Collection[int] = (),
    wishes: Wishes = Wishes(),
) -> int | None:
    """How few records could answer all that `candidates` can, however weakly, within the wishes; None if not proven.

    What the learner speaks to in their own words needs no record here: so nothing smaller answers as much.
    """
    needs = [str(need) for need in range(len(asked)) if need not in own_words]
    silent = [Offer(one.id, one.meets) for one in _offers(asked, candidates, wishes)]
    choice = fewest(needs, silent, forced=_forced(candidates, wishes))
    return len(choice.ids) if choice.proven else None


def page_hides(wishes: Wishes) -> frozenset[str]:
    """What the readable page leaves out: what skills first hides, and what the learner never gives away."""
    return wishes.hide | (SKILLS_FIRST_HIDES if wishes.skills_first else frozenset())


def compare(before: Outcome, after: Outcome) -> Effect:
    """What a switch would change, so that it can be told before it is thrown."""
    pairs = list(zip(before.shown, after.shown, strict=True))
    return Effect(
        dropped=tuple(key for key in before.chosen if key not in after.chosen),
        added=tuple(key for key in after.chosen if key not in before.chosen),
        weaker=tuple(new.requirement for old, new in pairs if new.evidence < old.evidence),
        own_word=tuple(new.requirement for old, new in pairs if new.how == "own_word" != old.how),
        uncovered=tuple(new.requirement for old, new in pairs if new.how == "uncovered" != old.how),
    )


def _check_wishes(candidates: Sequence[Candidate], wishes: Wishes) -> None:
    known = {candidate.key: candidate for candidate in candidates}
    for key in sorted(wishes.send | wishes.keep):
        if key not in known:
            raise PersonError("record_not_found", key=key)
    for key in sorted(wishes.send):
        if key in wishes.keep:
            raise PersonError("record_both_sent_and_kept", title=known[key].title)
        if not known[key].usable:
            raise PersonError("record_cannot_be_sent", title=known[key].title, reason=known[key].reason)


def _free(candidate: Candidate, wishes: Wishes) -> bool:
    """Whether a record may be chosen; one the learner sends goes whatever else it tells."""
    if candidate.key in wishes.send:
        return True
    hides = bool(wishes.hide.intersection(candidate.gives_away))
    home = candidate.key in wishes.keep or CANCELED in candidate.notes
    return candidate.usable and not home and not hides and not wishes.by_hand


def _offers(asked: Sequence[Asked], candidates: Sequence[Candidate], wishes: Wishes) -> list[Offer]:
    """The candidates that may go, as the choice sees them; their ids are places, so that ties go by the order given.

    Of thousands of records most show nothing asked: they are no offers, unless the learner sends them.
    """
    able_at_all = (place for place, one in enumerate(candidates) if one.covers or one.key in wishes.send)
    free = [place for place in able_at_all if _free(candidates[place], wishes)]
    able = {str(need): frozenset(_able(candidates, free, need)) for need in range(len(asked))}
    return [
        Offer(
            _id(place),
            {need: candidates[place].covers[int(need)] for need, places in able.items() if place in places},
            _things(candidates[place], candidates[place].gives_away),
            _things(candidates[place], _hidden(candidates[place])) if wishes.skills_first else frozenset(),
        )
        for place in free
    ]


def _able(candidates: Sequence[Candidate], free: Sequence[int], need: int) -> list[int]:
    """Those that show a thing asked; one that is out of date counts only where nothing in force shows it."""
    able = [place for place in free if candidates[place].covers.get(need, 0) > 0]
    return [place for place in able if candidates[place].in_force] or able


def _things(candidate: Candidate, codes: Collection[str]) -> frozenset[str]:
    """What is told, as things of which two are one only where they say the same; what every record tells is none."""
    return frozenset(f"{code} {candidate.facts.get(code, '')}" for code in codes if WEIGHTS[code])


def _id(place: int) -> str:
    return f"{place:09}"


def _hidden(candidate: Candidate) -> tuple[str, ...]:
    return tuple(code for code in candidate.gives_away if code in SKILLS_FIRST_HIDES)


def _tailored(
    asked: Sequence[Asked],
    candidates: Sequence[Candidate],
    own_words: frozenset[int],
    wishes: Wishes,
    choice: Choice,
) -> Tailored:
    chosen = _chosen(candidates, choice)
    shown, goes = _all_shown(asked, chosen, own_words), {candidate.key for candidate in chosen}
    return Tailored(
        chosen=tuple(candidate.key for candidate in chosen),
        shown=shown,
        gives_away={candidate.key: candidate.gives_away for candidate in chosen},
        notes={candidate.key: candidate.notes for candidate in chosen if candidate.notes},
        stays_home=tuple(_stays_home(one, chosen, wishes) for one in candidates if one.key not in goes),
        ask=tuple(_asks(chosen, shown, wishes)),
        proven=choice.proven,
    )


def _chosen(candidates: Sequence[Candidate], choice: Choice) -> list[Candidate]:
    return [candidates[int(place)] for place in choice.ids]


def _all_shown(asked: Sequence[Asked], chosen: Sequence[Candidate], own_words: frozenset[int]) -> tuple[Shown, ...]:
    return tuple(_shown(requirement, chosen, own_words) for requirement in range(len(asked)))


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
            _hidden(candidate),
            tuple(item.requirement for item in shown if item.by == (candidate.key,)),
        )
        for candidate in chosen
        if _hidden(candidate) and candidate.key not in wishes.send
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
    if wishes.skills_first and _hidden(candidate) and not any(map(_hidden, chosen)):
        return StaysHome(candidate.key, "replaced_skills_first", {"by": instead, "tells": _hidden(candidate)})
    return StaysHome(
        candidate.key, "gives_away_more" if _tells_more(candidate, chosen) else "already_shown", {"by": instead}
    )


def _tells_more(candidate: Candidate, chosen: Sequence[Candidate]) -> bool:
    """Whether one that goes shows all that this one does and tells fewer things."""
    count = len(_things(candidate, candidate.gives_away))
    alike = (one for one in chosen if candidate.covers.keys() <= one.covers.keys())
    return any(len(_things(one, one.gives_away)) < count for one in alike)
