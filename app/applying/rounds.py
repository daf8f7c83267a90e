"""A set cover as rows and costs of a linear program, a round for each thing that is made least."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pathways.solver import Row


@dataclass(frozen=True)
class Offer:
    """A record as the choice sees it. `meets` gives its strength, 1 and up, by what it meets; `tells` is what it tells.

    `hidden` are those of `tells` that the learner would rather not tell: they count before the number of records.
    """

    id: str
    meets: Mapping[str, int]
    tells: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Question:
    """What is to be met, each by some offer, and what goes in any case."""

    needs: Sequence[str]
    offers: Sequence[Offer]
    forced: frozenset[str]

    def told(self, chosen: Sequence[int]) -> int:
        """How many things a choice tells."""
        return len(frozenset[str]().union(*(self.offers[place].tells for place in chosen)))

    def rows(self) -> list[Row]:
        """Each need is met, and what is forced goes."""
        able: dict[str, list[int]] = {need: [] for need in self.needs}
        for place, offer in enumerate(self.offers):
            for need in able.keys() & offer.meets.keys():
                able[need].append(place)
        covers = {tuple(places): Row(dict.fromkeys(places, 1), low=1) for places in able.values()}
        forced = [Row({place: 1}, low=1) for place, one in enumerate(self.offers) if one.id in self.forced]
        return [*covers.values(), *forced]


@dataclass(frozen=True)
class Round:
    """One objective: costs of the offers, and of variables of its own (0 to 1, any number between) with their rows."""

    costs: Sequence[float]
    extra: Sequence[float] = ()
    rows: Sequence[Row] = ()
    is_size: bool = False


def different(offers: Sequence[Offer], needs: Collection[str], forced: Collection[str]) -> list[Offer]:
    """Offers that can be of use: one that an earlier id outdoes could always be changed for that, and nothing lost."""
    wanted, kept = frozenset(needs), list[Offer]()
    by_need: dict[str, list[_Weighed]] = {need: [] for need in needs}
    tells = Counter(thing for offer in offers for thing in offer.tells)
    hides = Counter(thing for offer in offers for thing in offer.hidden)
    for offer in sorted(offers, key=lambda one: one.id):
        met = [need for need in offer.meets if need in wanted]
        weighed = _Weighed(offer.meets, *_shared(offer.tells, tells), *_shared(offer.hidden, hides))
        rivals = min((by_need[need] for need in met), key=len, default=[])
        if offer.id in forced or (met and not any(_outdoes(one, weighed, met) for one in rivals)):
            kept.append(offer)
            for need in met:
                by_need[need].append(weighed)
    return kept


@dataclass(frozen=True)
class _Weighed:
    """An offer with what others tell, too, and how many things it alone tells: each of those counts the same."""

    meets: Mapping[str, int]
    tells: frozenset[str]
    tells_alone: int
    hidden: frozenset[str]
    hidden_alone: int


def _shared(things: frozenset[str], times: Counter[str]) -> tuple[frozenset[str], int]:
    """Those that other offers tell, too, and the number of the rest."""
    found = frozenset(thing for thing in things if times[thing] > 1)
    return found, len(things) - len(found)


def _outdoes(one: _Weighed, other: _Weighed, met: Sequence[str]) -> bool:
    """Whether an offer is as strong at all that the other meets and tells no more, whatever else goes."""
    fewer = one.tells_alone <= other.tells_alone and one.hidden_alone <= other.hidden_alone
    silent = fewer and one.tells <= other.tells and one.hidden <= other.hidden
    return silent and all(one.meets.get(need, 0) >= other.meets[need] for need in met)


def greedy(question: Question) -> list[int]:
    """A choice to fall back on: what is forced, then always the offer that meets most of what is left."""
    chosen = [place for place, offer in enumerate(question.offers) if offer.id in question.forced]
    open_needs = set(question.needs) - {need for place in chosen for need in question.offers[place].meets}
    while open_needs:
        best = max(
            range(len(question.offers)),
            key=lambda place: (len(open_needs & question.offers[place].meets.keys()), -place),
        )
        chosen.append(best)
        open_needs -= question.offers[best].meets.keys()
    return sorted(chosen)


def count_round(question: Question) -> Round:
    """How many offers go."""
    return Round([1.0] * len(question.offers), is_size=True)


def hidden_round(question: Question) -> Round:
    """How many distinct things are told that the learner would rather not tell."""
    return _things(question, [offer.hidden for offer in question.offers])


def told_round(question: Question) -> Round:
    """How many distinct things are told."""
    return _things(question, [offer.tells for offer in question.offers])


def _things(question: Question, told: Sequence[frozenset[str]]) -> Round:
    """One variable for each thing that several offers tell, up once one of them goes; what one tells is its cost."""
    tellers: dict[str, list[int]] = {}
    for place, things in enumerate(told):
        for thing in things:
            tellers.setdefault(thing, []).append(place)
    groups: dict[tuple[int, ...], int] = {}
    for group in map(tuple, tellers.values()):
        groups[group] = groups.get(group, 0) + 1
    shared = sorted((places, number) for places, number in groups.items() if len(places) > 1)
    costs = [0.0] * len(question.offers)
    for alone, number in groups.items():
        if len(alone) == 1:
            costs[alone[0]] += number
    first = len(question.offers)
    rows = [Row({first + index: 1, place: -1}, low=0) for index, (places, _) in enumerate(shared) for place in places]
    return Round(costs, [float(number) for _, number in shared], rows)


def strength_round(question: Question) -> Round:
    """One variable for each need and strength above the least, up only where an offer that strong goes."""
    first, rows, gains = len(question.offers), list[Row](), list[float]()
    for need in question.needs:
        levels = sorted({offer.meets[need] for offer in question.offers if need in offer.meets})
        for below, level in pairwise(levels):
            able = [place for place, offer in enumerate(question.offers) if offer.meets.get(need, 0) >= level]
            rows.append(Row({first + len(rows): 1, **dict.fromkeys(able, -1.0)}, high=0))
            gains.append(float(below - level))
    return Round([0.0] * first, gains, rows)


def moved(row: Row, count: int, width: int) -> Row:
    """A round's row with its own variables after those of the rounds before."""
    return Row(
        {index if index < count else index - count + width: value for index, value in row.coefficients.items()},
        row.low,
        row.high,
    )
