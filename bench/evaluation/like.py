"""How many of O*NET's ten Primary related occupations stand among the ten most like an occupation."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.places import careers_pack
from bench.evaluation.printed import printed
from pathways.pack.occupations import occupations, related
from pathways.pack.ratings import ratings
from pathways.pack.store import Pack, open_pack
from pathways.similarity.alike import WEIGHTS, by_name, credit
from pathways.similarity.views import TOPICS, SideName, views

FIRST = 10
FOLDS = 5
ROUNDS, STEP, SHRINK = 150, 0.7, 0.001
"""Of the descent: how many, how long the first is, and how strongly weights are drawn to 0."""
Doubles = NDArray[np.float64]
Bools = NDArray[np.bool_]
CIRCLE = {
    "titles": "O*NET made its list from titles, too",
    "tasks": "O*NET made its list from tasks, too",
    "knowledge": "O*NET made its list from knowledge, too",
    "ratings": "half of it is knowledge, from which O*NET made its list, too",
    "activities": "O*NET drew the activities from the tasks that it made its list from",
    "interests": "O*NET's model learned them from titles and tasks",
    "styles": "rated by AI from O*NET's descriptions",
    "software": "none known",
    "esco": "tied to O*NET by a model that compared titles and texts",
}


@dataclass(frozen=True, eq=False)
class World:
    """Occupations as the evaluation sees them: `wanted[i, j]` where j is among the ten Primary related of i."""

    sides: Mapping[SideName, Doubles]
    known: Mapping[SideName, Bools]
    wanted: Bools
    rated: Bools
    names: Doubles

    @property
    def unrated(self) -> Bools:
        """Occupations with a list of related ones, but nobody's ratings."""
        return np.asarray(self.wanted.any(axis=1) & ~self.rated)


def table() -> str:
    """The table of methods."""
    with open_pack(careers_pack()) as pack:
        world = world_of(pack)
    plain = [name for name in WEIGHTS if name not in TOPICS]
    rows: list[tuple[str, ...]] = [("by chance", f"{FIRST / world.rated.sum():.3f}", "", "", "none")]
    rows += [_row(f"{name} alone", world, {name: 1.0}, circle=CIRCLE[name]) for name in WEIGHTS]
    both = "weights fitted to other rows of the list that judges them"
    for title, names in (("without text", plain), ("with titles and tasks", list(WEIGHTS))):
        rows.append(_row(f"all {title}, equal weights", world, dict.fromkeys(names, 1.0), circle="as each of them"))
        rows.append(_fitted(f"all {title}, weights fitted on folds apart", world, names, both))
    rows.append(_row("as shipped (fitted on all: not a fair figure)", world, WEIGHTS, circle="fitted to this list"))
    return printed(
        f"Occupations alike: recall@{FIRST} of O*NET's Primary related occupations",
        (
            "method",
            f"{int(world.rated.sum())} rated",
            "folds",
            f"{int(world.unrated.sum())} unrated",
            "what is circular",
        ),
        rows,
        _notes(world, plain),
    )


def _notes(world: World, plain: list[SideName]) -> Iterable[str]:
    yield "O*NET made its list from tasks, knowledge and titles: this is a check, not proof of good advice."
    yield "The list is shown in Pathfolio as a fact and never enters the score. Unrated ones were never fitted on."
    for title, names in (("Without text", plain), ("With titles and tasks", list(WEIGHTS))):
        fitted = fit(world, names, np.flatnonzero(world.rated))
        yield f"{title}, weights fitted on all: {_told(fitted)}"
    yield f"Shipped: {_told(WEIGHTS)}"


def _told(weights: Mapping[SideName, float]) -> str:
    return ", ".join(f"{name} {weight:.2f}" for name, weight in weights.items())


def world_of(pack: Pack) -> World:
    """What is compared, from a pack."""
    known = occupations(pack)
    place = {one.code: one.index for one in known}
    wanted = np.zeros((len(known), len(known)), bool)
    for one in known:
        wanted[one.index, [place[other.occupation.id] for other in related(pack, one.code)[:FIRST]]] = True
    sides = views(pack)
    return World(
        {name: np.stack([credit(side, row) for row in range(len(known))]) for name, side in sides.items()},
        {name: side.known for name, side in sides.items()},
        wanted,
        ratings(pack, "skill").rated,
        by_name(pack),
    )


def recall(world: World, scores: Doubles, rows: Iterable[int], among: Bools) -> float:
    """The mean share of what is wanted that stands among the first ten."""
    found = []
    for row in rows:
        wanted = world.wanted[row] & among
        if wanted.any():
            others = among.copy()
            others[row] = False
            places = np.flatnonzero(others)
            first = places[np.lexsort((world.names[places], -np.round(scores[row, places], 9)))[:FIRST]]
            found.append(wanted[first].sum() / wanted.sum())
    return float(np.mean(found))


def scored(world: World, weights: Mapping[SideName, float]) -> Doubles:
    """Every pair's score by weights, for sides known of the row, as `similarity.alike` scores it."""
    parts = [weight * world.sides[name] * world.known[name][:, np.newaxis] for name, weight in weights.items()]
    total = sum((weight * world.known[name] for name, weight in weights.items()), np.zeros(len(world.rated)))
    return np.asarray(sum(parts) / np.where(total > 0, total, 1.0)[:, np.newaxis])


def fit(world: World, names: list[SideName], rows: NDArray[np.int64]) -> dict[SideName, float]:
    """Weights that sum to 1 under which related occupations stand out: softmax likelihood, none below 0."""
    candidates = np.flatnonzero(world.rated)
    seen = np.stack([world.sides[name][np.ix_(rows, candidates)] for name in names], axis=-1)
    wanted = world.wanted[np.ix_(rows, candidates)].astype(np.float64)
    wanted /= np.maximum(wanted.sum(axis=1, keepdims=True), 1.0)
    itself = rows[:, np.newaxis] == candidates
    weights, drift, spread = np.full(len(names), 3.0), np.zeros(len(names)), np.zeros(len(names))
    for round_ in range(1, ROUNDS + 1):  # Adam (Kingma and Ba 2015)
        scores = np.where(itself, -np.inf, seen @ weights)
        likely = np.exp(scores - scores.max(axis=1, keepdims=True))
        likely /= likely.sum(axis=1, keepdims=True)
        slope = np.einsum("ij,ijk->k", likely - wanted, seen) / len(rows) + SHRINK * weights
        drift, spread = 0.9 * drift + 0.1 * slope, 0.99 * spread + 0.01 * slope**2
        step = STEP * min(1.0, 2 - 2 * round_ / ROUNDS + 0.05)
        moved = drift / (1 - 0.9**round_) / (np.sqrt(spread / (1 - 0.99**round_)) + 1e-9)
        weights = np.maximum(weights - step * moved, 0.0)
    return {name: float(weight) for name, weight in zip(names, weights / weights.sum(), strict=True)}


def _row(title: str, world: World, weights: Mapping[SideName, float], *, circle: str) -> tuple[str, ...]:
    scores = scored(world, weights)
    among = np.asarray(world.wanted.any(axis=1))
    rated = recall(world, scores, np.flatnonzero(world.rated), world.rated)
    unrated = recall(world, scores, np.flatnonzero(world.unrated), among)
    return title, f"{rated:.3f}", "", f"{unrated:.3f}", circle


def _fitted(title: str, world: World, names: list[SideName], circle: str) -> tuple[str, ...]:
    """Each fold judged by weights fitted on the others; the unrated by weights fitted on all rated."""
    rows = np.random.default_rng(6).permutation(np.flatnonzero(world.rated))
    folds = [rows[fold::FOLDS] for fold in range(FOLDS)]
    found = []
    for judged in folds:
        weights = fit(world, names, np.setdiff1d(rows, judged))
        found.append(recall(world, scored(world, weights), judged, world.rated))
    mean = np.average(found, weights=[len(fold) for fold in folds])
    everyone = scored(world, fit(world, names, rows))
    unrated = recall(world, everyone, np.flatnonzero(world.unrated), np.asarray(world.wanted.any(axis=1)))
    return title, f"{mean:.3f}", f"{min(found):.3f}–{max(found):.3f}", f"{unrated:.3f}", circle
