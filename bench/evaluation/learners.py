"""Made-up learners: real occupations' needs, cut at random and said roughly; where do job and related ones rank?"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from statistics import fmean, median

import numpy as np

from app.journey.skills.profile import SKILLS
from app.places import careers_pack
from bench.evaluation.printed import printed
from pathways.matching import match_text
from pathways.model import Concept, Held
from pathways.pack.labour import wages
from pathways.pack.occupations import Occupation, occupations, related
from pathways.pack.store import Pack, keep, open_pack
from pathways.requirements import requirements
from pathways.similarity import rank_careers
from pathways.similarity.alike import by_name
from pathways.similarity.needs_table import needs_table

SHARES = (0.2, 0.4, 0.6)
FIRST = 10
EVERY = 6
"""Every such occupation of those with data, in code order, is a learner's own."""
SEED = 6
Order = Sequence[int]
"""Occupations by index, best first."""
Method = Callable[[Pack, Mapping[str, Held], Random], Order]


@dataclass(frozen=True)
class Learner:
    """Someone who can show a share of what one occupation needs; `held` is what was understood of it."""

    job: Occupation
    share: float
    held: Mapping[str, Held]


def table() -> str:
    """The table of methods, for needs by their ids and for rough words."""
    with open_pack(careers_pack()) as pack:
        rows = [row for rough in (False, True) for row in _rows(pack, rough=rough)]
        count = len(_jobs(pack))
    return printed(
        f"Made-up learners: where their own occupation stands, for {count} occupations",
        (
            "method",
            "shown",
            "it is first",
            f"in first {FIRST}",
            "median place",
            f"of related, in first {FIRST}",
            "said",
        ),
        rows,
        (
            "Each learner shows a share, taken at random, of what every sixth occupation with data needs.",
            "Rough words: each name loses a word or gets a slip of the pen; the first guess is taken, right or not.",
            "Circular: learner and ranking draw on one list of needs. Real people's own jobs will stand lower.",
        ),
    )


def _rows(pack: Pack, *, rough: bool) -> Iterator[tuple[str, ...]]:
    for share in SHARES:
        people = learners(pack, share, rough=rough)
        for name, method in METHODS.items():
            random = Random(SEED)  # noqa: S311 - made-up people
            orders = [method(pack, one.held, random) for one in people]
            yield (name, f"{share:.0%}", *_judged(pack, people, orders), "rough words" if rough else "exactly")


def _judged(pack: Pack, people: Sequence[Learner], orders: Sequence[Order]) -> tuple[str, ...]:
    places = [list(order).index(one.job.index) + 1 for one, order in zip(people, orders, strict=True)]
    near = [_related(pack, one.job, order) for one, order in zip(people, orders, strict=True)]
    firsts = (fmean(place == 1 for place in places), fmean(place <= FIRST for place in places))
    return (*(f"{share:.1%}" for share in firsts), f"{median(places):g}", f"{fmean(near):.3f}")


def _related(pack: Pack, job: Occupation, order: Order) -> float:
    """The share of the ten Primary related occupations among the first ten others."""
    codes = {one.code: one.index for one in occupations(pack)}
    wanted = {codes[one.occupation.id] for one in related(pack, job.code)[:FIRST]}
    first = [row for row in order[: FIRST + 1] if row != job.index][:FIRST]
    return len(wanted.intersection(first)) / len(wanted)


def _jobs(pack: Pack) -> list[Occupation]:
    return [one for one in occupations(pack) if related(pack, one.code)][::EVERY]


def learners(pack: Pack, share: float, *, rough: bool) -> list[Learner]:
    """One for each occupation looked at, the same in every run."""
    return [_learner(pack, job, share, rough=rough) for job in _jobs(pack)]


def _learner(pack: Pack, job: Occupation, share: float, *, rough: bool) -> Learner:
    random = Random(f"{SEED} {job.code} {share}")  # noqa: S311 - made-up people
    needs = [one.concept for one in requirements(pack, job.code).requirements]
    shown = random.sample(needs, max(1, round(share * len(needs))))
    understood = [_understood(pack, one) for one in shown] if rough else shown
    return Learner(job, share, {one.id: Held(one, 2) for one in understood if one is not None})


def _understood(pack: Pack, concept: Concept) -> Concept | None:
    """What is first guessed of a concept's name said roughly; None where nothing is."""
    known = keep(pack, "evaluation.understood", dict[str, Concept | None])
    if concept.id not in known:
        found = match_text(pack, roughened(concept.name), top=8)
        known[concept.id] = next((one.concept for one in found if one.concept.kind in SKILLS), None)
    return known[concept.id]


def roughened(name: str) -> str:
    """A name as someone might say it: of four words or more one is lost, else two letters of the longest turn round."""
    random = Random(f"{SEED} {name}")  # noqa: S311 - made-up people
    words = name.lower().split()
    if len(words) >= 4:
        del words[random.randrange(1, len(words))]
        return " ".join(words)
    longest = max(range(len(words)), key=lambda place: len(words[place]))
    word = words[longest]
    if len(word) > 4:
        cut = random.randrange(1, len(word) - 2)
        words[longest] = word[:cut] + word[cut + 1] + word[cut] + word[cut + 2 :]
    return " ".join(words)


def _ours(pack: Pack, held: Mapping[str, Held], _random: Random) -> Order:
    codes = {one.code: one.index for one in occupations(pack)}
    return [codes[one.occupation.id] for one in rank_careers(pack, held)]


def _by_chance(pack: Pack, _held: Mapping[str, Held], random: Random) -> Order:
    return random.sample(range(len(occupations(pack))), len(occupations(pack)))


def _commonest(pack: Pack, _held: Mapping[str, Held], _random: Random) -> Order:
    """By how many people work in it, as far as published."""
    return keep(pack, "evaluation.commonest", lambda: _by_people(pack))


def _by_people(pack: Pack) -> list[int]:
    pay = {one.index: wages(pack, one.code) for one in occupations(pack)}
    people = {row: -(one.employment or 0) if one is not None else 1 for row, one in pay.items()}
    return sorted(people, key=lambda row: (people[row], by_name(pack)[row]))


def _overlap(pack: Pack, held: Mapping[str, Held], _random: Random) -> Order:
    """Jaccard's share of the ids held and needed that are in both."""
    needs = needs_table(pack)
    places = [needs.places[one] for one in held if one in needs.places]
    both = np.bincount(needs.rows[needs.entries(np.array(places, np.int64))[1]], minlength=len(needs.counts))
    shares = both / np.maximum(len(held) + needs.counts - both, 1)
    return [int(row) for row in np.lexsort((by_name(pack), -shares))]


METHODS: Mapping[str, Method] = {
    "Pathfolio": _ours,
    "same ids (Jaccard)": _overlap,
    "commonest jobs first": _commonest,
    "by chance": _by_chance,
}
