"""The fewest offers that meet all that can be met, and of those the ones that tell least: exact, by HiGHS.

A set cover with things given away as a second cost (a thing told by two records is told once). Every round is solved
to a gap of zero and held fast in the next one; the last tie goes by id.
"""

import time
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.applying.fewer import fewer
from pathways.errors import PathwaysError
from pathways.solver import Row, Solution, minimise

SECONDS = 10.0
FIRST_LOOK, FOR_THE_REST = 1.0, 2.0
"""Seconds after which a smaller choice is looked for by other means, and those kept for what comes after the size."""
SLACK = 1e-4
"""How far from a round's best the next ones may be, in the solver's own small errors; costs are whole numbers."""
TIED = 8
"""As many ids are settled in one round: their weights are powers of two, which a solver must still tell apart."""


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
class Choice:
    """Ids in their order; `unmet` is what no offer meets; `proven` says that no choice is better."""

    ids: tuple[str, ...]
    unmet: tuple[str, ...]
    proven: bool


def fewest(
    wanted: Sequence[str],
    offers: Sequence[Offer],
    *,
    forced: Collection[str] = (),
    strengths: bool = False,
    seconds: float = SECONDS,
) -> Choice:
    """Choose, each only among the best of those before: least hidden told, fewest offers, fewest distinct things told.

    Then, with `strengths`, the strongest (the sum over what is wanted of the best strength); then the ids that come
    first, in order. `forced` offers are in every choice. When `seconds` end, the best found so far, not `proven`; where
    they end over the ids alone, the choice is proven and another one may be worth as much.
    """
    met = {need for offer in offers for need in offer.meets}
    needs = [need for need in wanted if need in met]
    kept = sorted(_different(offers, needs, forced), key=lambda offer: offer.id)
    question = _Question(needs, kept, frozenset(forced))
    rounds = [_hidden(question), _count(question), _told(question)]
    rounds += [_strength(question)] if strengths else []
    picked, proven = _solved(question, rounds, time.monotonic() + seconds)
    return Choice(picked, tuple(need for need in wanted if need not in met), proven)


@dataclass(frozen=True)
class _Question:
    needs: Sequence[str]
    offers: Sequence[Offer]
    forced: frozenset[str]

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
class _Round:
    """One objective: costs of the offers, and of variables of its own (0 to 1, any number between) with their rows."""

    costs: Sequence[float]
    extra: Sequence[float] = ()
    rows: Sequence[Row] = ()
    is_size: bool = False


def _different(offers: Sequence[Offer], needs: Collection[str], forced: Collection[str]) -> list[Offer]:
    """Offers that can be of use: one that an earlier id outdoes could always be changed for that, and nothing lost."""
    wanted, kept = frozenset(needs), list[Offer]()
    by_need: dict[str, list[Offer]] = {need: [] for need in needs}
    for offer in sorted(offers, key=lambda one: one.id):
        met = [need for need in offer.meets if need in wanted]
        rivals = min((by_need[need] for need in met), key=len, default=[])
        if offer.id in forced or (met and not any(_outdoes(one, offer, met) for one in rivals)):
            kept.append(offer)
            for need in met:
                by_need[need].append(offer)
    return kept


def _outdoes(one: Offer, other: Offer, met: Sequence[str]) -> bool:
    """Whether an offer is as strong at all that the other meets and tells nothing that the other does not."""
    silent = one.tells <= other.tells and one.hidden <= other.hidden
    return silent and all(one.meets.get(need, 0) >= other.meets[need] for need in met)


def _count(question: _Question) -> _Round:
    return _Round([1.0] * len(question.offers), is_size=True)


def _hidden(question: _Question) -> _Round:
    return _things(question, [offer.hidden for offer in question.offers])


def _told(question: _Question) -> _Round:
    return _things(question, [offer.tells for offer in question.offers])


def _things(question: _Question, told: Sequence[frozenset[str]]) -> _Round:
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
    return _Round(costs, [float(number) for _, number in shared], rows)


def _strength(question: _Question) -> _Round:
    """One variable for each need and strength above the least, up only where an offer that strong goes."""
    first, rows, gains = len(question.offers), list[Row](), list[float]()
    for need in question.needs:
        levels = sorted({offer.meets[need] for offer in question.offers if need in offer.meets})
        for below, level in pairwise(levels):
            able = [place for place, offer in enumerate(question.offers) if offer.meets.get(need, 0) >= level]
            rows.append(Row({first + len(rows): 1, **dict.fromkeys(able, -1.0)}, high=0))
            gains.append(float(below - level))
    return _Round([0.0] * first, gains, rows)


def _solved(question: _Question, rounds: Sequence[_Round], end: float) -> tuple[tuple[str, ...], bool]:
    """The ids of the best choice found, and whether it is proven best."""
    count = len(question.offers)
    chosen: Sequence[int] = _greedy(question)
    rows = question.rows()
    width, proven = count, True
    for one in rounds:
        if not any(one.costs) and not any(one.extra):
            continue
        own = [_moved(row, count, width) for row in one.rows]
        costs = [*one.costs, *[0.0] * (width - count), *one.extra]
        asked, held = [*rows, *own], {index: cost for index, cost in enumerate(costs) if cost}
        if one.is_size:
            found, chosen = _smallest(question, costs, asked, chosen, end)
        else:
            found = _minimised(costs, asked, count, end, None if proven else chosen)
            chosen = chosen if found is None else _taken(found, count)
        if found is not None and found.proven:
            worth = round(found.objective)
            best = Row(held, worth - SLACK, worth + SLACK)
        elif one.is_size:
            proven, best = False, Row(held, high=len(chosen) + SLACK)
        else:
            return _ids(question, chosen), False
        rows, width = [*asked, best], len(costs)
    return (
        (_ids(question, chosen), False)
        if not proven
        else (_ids(question, _first(question, chosen, rows, width, end)), True)
    )


def _smallest(
    question: _Question, costs: Sequence[float], rows: Sequence[Row], before: Sequence[int], end: float
) -> tuple[Solution | None, Sequence[int]]:
    """The fewest offers: what the solver found last, and the best choice in hand, which need not be the solver's.

    What it does not prove at once it goes on with from the best choice of a local search.
    """
    count = len(question.offers)
    found = _minimised(costs, rows, count, min(end, time.monotonic() + FIRST_LOOK))
    if found is not None and found.proven:
        return found, _taken(found, count)
    known = _fewer(question, before if found is None else _taken(found, count))
    more = _minimised(costs, rows, count, end - FOR_THE_REST, known)
    return more, known if more is None or len(_taken(more, count)) > len(known) else _taken(more, count)


def _fewer(question: _Question, chosen: Sequence[int]) -> Sequence[int]:
    """A choice of no more offers by local search, which tells nothing hidden that this one does not."""
    told = frozenset().union(*(question.offers[place].hidden for place in chosen))
    places = [place for place, offer in enumerate(question.offers) if offer.hidden <= told]
    at = {place: index for index, place in enumerate(places)}
    needs = {need: index for index, need in enumerate(question.needs)}
    meets = [[needs[need] for need in question.offers[place].meets if need in needs] for place in places]
    forced = [at[place] for place, offer in enumerate(question.offers) if offer.id in question.forced and place in at]
    return [places[index] for index in fewer(meets, len(needs), [at[place] for place in chosen], forced)]


def _moved(row: Row, count: int, width: int) -> Row:
    """A round's row with its own variables after those of the rounds before."""
    return Row(
        {index if index < count else index - count + width: value for index, value in row.coefficients.items()},
        row.low,
        row.high,
    )


def _first(question: _Question, chosen: Sequence[int], rows: Sequence[Row], width: int, end: float) -> Sequence[int]:
    """Of choices that are worth the same the one whose ids come first, a few ids at a time."""
    count, settled = len(question.offers), list[Row]()
    for start in range(0, count, TIED):
        if all(place < start for place in chosen):
            break
        group = range(start, min(start + TIED, count))
        costs = [0.0] * width
        for place in group:
            costs[place] = -float(2 ** (group.stop - 1 - place))
        found = _minimised(costs, [*rows, *settled], count, end)
        if found is None or not found.proven:
            break
        chosen = _taken(found, count)
        settled += [Row({place: 1}, *((1, 1) if place in chosen else (0, 0))) for place in group]
    return chosen


def _minimised(
    costs: Sequence[float], rows: Sequence[Row], count: int, end: float, start: Sequence[int] | None = None
) -> Solution | None:
    """The best there is within the time, or None: what was found before then stands. It may `start` with a choice."""
    left = end - time.monotonic()
    if left <= 0:
        return None
    whole, chosen = [index < count for index in range(len(costs))], frozenset(start or ())
    try:
        begin = None if start is None else {place: float(place in chosen) for place in range(count)}
        found = minimise(costs, rows, whole=whole, time_limit=left, start=begin)
    except PathwaysError as error:
        if error.code != "no_answer_in_time":
            raise
        return None
    if found is None:
        raise AssertionError("every need is met by some offer, so some choice exists")
    return found


def _greedy(question: _Question) -> list[int]:
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


def _taken(found: Solution, count: int) -> list[int]:
    return [place for place in found.chosen if place < count]


def _ids(question: _Question, chosen: Sequence[int]) -> tuple[str, ...]:
    return tuple(question.offers[place].id for place in chosen)
