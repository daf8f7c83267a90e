"""The fewest offers that meet all that can be met, and of those the ones that tell least: exact.

A set cover with things given away as a second cost (a thing told by two records is told once). HiGHS solves a round
for each thing that is made least, to a gap of zero, and what it proved is held fast in the next; the last tie goes by
id. Where few ways are left once the size is known they are tried one by one (`ways`).
"""

import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from app.applying.fewer import fewer
from app.applying.rounds import (
    Offer,
    Question,
    Round,
    count_round,
    different,
    greedy,
    hidden_round,
    moved,
    strength_round,
    told_round,
)
from app.applying.ways import Aim, Records, best_of
from pathways.errors import PathwaysError
from pathways.solver import Row, Solution, minimise

SECONDS = 10.0
FIRST_LOOK, FOR_THE_REST, FOR_IDS = 1.0, 2.0, 2.0
"""Seconds after which a smaller choice is looked for by other means, those kept for what comes after the size, and
those for the ids alone."""
SHARE = 0.4
"""Of the time that is left as much for the solver to find what tells least."""
FEW_WAYS, MANY_WAYS = 8_000_000, 30_000_000
"""How much is tried before the solver is asked (a second at most), and after it (some seconds)."""
SLACK = 1e-4
"""How far from a round's best the next ones may be, in the solver's own small errors; costs are whole numbers."""
TIED = 8
"""As many ids are settled in one round: their weights are powers of two, which a solver must still tell apart."""


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
    kept = sorted(different(offers, needs, forced), key=lambda offer: offer.id)
    question = Question(needs, kept, frozenset(forced))
    picked, proven = _solved(question, strengths=strengths, end=time.monotonic() + seconds)
    ids = tuple(question.offers[place].id for place in picked)
    return Choice(ids, tuple(need for need in wanted if need not in met), proven)


def _solved(question: Question, *, strengths: bool, end: float) -> tuple[Sequence[int], bool]:
    """The best choice found, by place, and whether it is proven best.

    What tells least is looked for by trying where few ways are left, else by the solver, and where that is too slow
    by trying for longer.
    """
    last = [told_round(question), strength_round(question)] if strengths else [told_round(question)]
    begun = _Held(greedy(question), question.rows(), len(question.offers))
    sized = _after(question, [hidden_round(question), count_round(question)], begun, end)
    if not sized.proven:
        return _after(question, last, sized, end).chosen, False
    few = _by_ways(question, sized, strengths=strengths, work=FEW_WAYS)
    if few.proven:
        return few.chosen, True
    now = time.monotonic()
    told = _after(question, last, replace(sized, chosen=few.chosen), now + (end - now) * SHARE)
    if told.proven:
        ids_end = min(end, time.monotonic() + FOR_IDS)
        return _first(question, told, ids_end), True
    many = _by_ways(question, sized, strengths=strengths, work=MANY_WAYS if time.monotonic() < end else 0)
    return many.chosen if many.proven else min(many.chosen, told.chosen, key=question.told), many.proven


@dataclass(frozen=True)
class _Held:
    """A choice in hand, and the rows that hold fast what the rounds so far proved, over so many variables."""

    chosen: Sequence[int]
    rows: Sequence[Row]
    width: int
    proven: bool = True


def _after(question: Question, rounds: Sequence[Round], held: _Held, end: float) -> _Held:
    """What is held after these rounds; not proven where one of them was not, and the rounds after it are left out.

    A size that is not proven is kept to, so that what is told can still be lessened.
    """
    for one in rounds:
        if any(one.costs) or any(one.extra):
            held, more = _next(question, one, held, end)
            if not more:
                return held
    return held


def _next(question: Question, one: Round, held: _Held, end: float) -> tuple[_Held, bool]:
    """What is held after one round, and whether there may be a next."""
    count, chosen = len(question.offers), held.chosen
    own = [moved(row, count, held.width) for row in one.rows]
    costs = [*one.costs, *[0.0] * (held.width - count), *one.extra]
    asked, priced = [*held.rows, *own], {index: cost for index, cost in enumerate(costs) if cost}
    if one.is_size:
        found, chosen = _smallest(question, costs, asked, chosen, end)
    else:
        found = _minimised(costs, asked, count, end, chosen)
        chosen = chosen if found is None else _taken(found, count)
    if found is not None and found.proven:
        worth = round(found.objective)
        best = Row(priced, worth - SLACK, worth + SLACK)
        return _Held(chosen, [*asked, best], len(costs), held.proven), True
    if one.is_size:
        kept = Row(priced, high=len(chosen) + SLACK)
        return _Held(chosen, [*asked, kept], len(costs), proven=False), True
    return replace(held, chosen=chosen, proven=False), False


def _by_ways(question: Question, held: _Held, *, strengths: bool, work: int) -> _Held:
    """The best choice of the size in hand by trying; the one in hand where none was found."""
    at = {need: index for index, need in enumerate(question.needs)}
    offers = question.offers
    meets = [{at[need]: value if strengths else 1 for need, value in one.meets.items() if need in at} for one in offers]
    records = Records(meets, [one.tells for one in offers], [one.hidden for one in offers])
    forced = [place for place, one in enumerate(offers) if one.id in question.forced]
    hidden = len(frozenset[str]().union(*(offers[place].hidden for place in held.chosen)))
    found = best_of(records, len(at), Aim(len(held.chosen), hidden, forced), work)
    return replace(held, chosen=held.chosen if found.chosen is None else found.chosen, proven=found.proven)


def _smallest(
    question: Question, costs: Sequence[float], rows: Sequence[Row], before: Sequence[int], end: float
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


def _fewer(question: Question, chosen: Sequence[int]) -> Sequence[int]:
    """A choice of no more offers by local search, which tells nothing hidden that this one does not."""
    told = frozenset().union(*(question.offers[place].hidden for place in chosen))
    places = [place for place, offer in enumerate(question.offers) if offer.hidden <= told]
    at = {place: index for index, place in enumerate(places)}
    needs = {need: index for index, need in enumerate(question.needs)}
    meets = [[needs[need] for need in question.offers[place].meets if need in needs] for place in places]
    forced = [at[place] for place, offer in enumerate(question.offers) if offer.id in question.forced and place in at]
    return [places[index] for index in fewer(meets, len(needs), [at[place] for place in chosen], forced)]


def _first(question: Question, held: _Held, end: float) -> Sequence[int]:
    """Of choices that are worth the same the one whose ids come first, a few ids at a time."""
    count, settled, chosen = len(question.offers), list[Row](), held.chosen
    for start in range(0, count, TIED):
        if all(place < start for place in chosen):
            break
        group = range(start, min(start + TIED, count))
        costs = [0.0] * held.width
        for place in group:
            costs[place] = -float(2 ** (group.stop - 1 - place))
        found = _minimised(costs, [*held.rows, *settled], count, end)
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


def _taken(found: Solution, count: int) -> list[int]:
    return [place for place in found.chosen if place < count]
