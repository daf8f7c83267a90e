"""How far fit, a share of needs covered, goes with what people judged: ratings of 9,113 job changes.

Nesta asked over 70,000 times how feasible a change from one ESCO occupation to another is. The file has five measures
of each change and the mean rating, but not which occupations: our own fit cannot be worked out for them. What carries
over is the order of changes, not any share; so nothing here is a chance of success, and no such figure is ours.
"""

import csv
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.evaluation.printed import printed

FILE = Path(__file__).resolve().parents[3] / "shared" / "frameworks" / "feasibility" / "nesta_crowd_recovered_9113.csv"
RATING = "crowd_feasibility_mean_1_5"
MEASURES = {
    "sim_all_to_essential": "must-have skills covered by all that one has",
    "sim_essential": "must-have skills covered by must-have ones",
    "sim_combined": "Nesta's mix of all",
    "sim_activities": "work activities",
    "sim_work_context": "work context",
}
NEAREST = "sim_all_to_essential"
FEASIBLE = 3.0  # of 1–5: the middle of the scale
FOLDS = 5
PAIRS = 500_000
SHOWN = (0.0, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8)
Doubles = NDArray[np.float64]


def table(file: Path = FILE) -> str:
    """The table of measures beside the ratings, and the monotone map; one line where the file is not there."""
    if not file.is_file():
        return f"Fit beside human ratings: skipped, no data ({file.name} is not there)"
    found = _read(file)
    rated = found[RATING]
    rows = [_row(words, found[name], rated) for name, words in MEASURES.items()]
    together = judged_apart(np.column_stack([found[name] for name in MEASURES if name != "sim_combined"]), rated)
    rows.append(_row("the four together, weights fitted on folds apart", together, rated))
    return printed(
        f"Fit beside human ratings of {len(rated):,} job changes",
        ("measure (Nesta's, from text)", "Spearman", "same order", ""),
        rows,
        _notes(found[NEAREST], rated),
    )


def _notes(coverage: Doubles, rated: Doubles) -> list[str]:
    feasible = (rated >= FEASIBLE).astype(np.float64)
    guessed, plain = mapped_apart(coverage, feasible)
    steps = isotonic(coverage, feasible)
    points = ", ".join(f"{at:.1f} -> {np.interp(at, *steps):.2f}" for at in SHOWN)
    return [
        "Same order: of two changes rated differently, how often the measure orders them as people did.",
        f"Monotone map from coverage to the share rated {FEASIBLE:g} or more, on folds apart:",
        f"squared error {_error(guessed, feasible):.3f} (without coverage {_error(plain, feasible):.3f}).",
        f"The map, on their scale: {points}.",
        "Not comparable with ours: their coverage comes from text similarity, ours from ids, steps through",
        "hierarchies and weights; their changes are a sample of their own. Only the order carries over.",
        "The ratings bear out that what covers a must-have need counts whether it was a must-have before or not,",
        "and that activities and context add nothing to it. They say nothing of optional needs, levels, related",
        "skills or evidence.",
    ]


def _error(guessed: Doubles, true: Doubles) -> float:
    return float(((guessed - true) ** 2).mean())


def _read(file: Path) -> dict[str, Doubles]:
    with file.open(newline="", encoding="utf-8") as opened:
        rows = list(csv.DictReader(opened))
    return {name: np.array([float(row[name]) for row in rows]) for name in (*MEASURES, RATING)}


def _row(words: str, measure: Doubles, rated: Doubles) -> tuple[str, ...]:
    return words, f"{spearman(measure, rated):.3f}", f"{same_order(measure, rated):.3f}", ""


def ranks(values: Doubles) -> Doubles:
    """Places from 1, equal values sharing the mean of theirs."""
    _, group, counts = np.unique(values, return_inverse=True, return_counts=True)
    return np.asarray((np.cumsum(counts) - (counts - 1) / 2)[group])


def spearman(one: Doubles, other: Doubles) -> float:
    """Correlation of ranks, −1 to 1."""
    return float(np.corrcoef(ranks(one), ranks(other))[0, 1])


def same_order(measure: Doubles, rated: Doubles) -> float:
    """The share of pairs rated differently that the measure orders alike; pairs drawn once, the same in every run."""
    random = np.random.default_rng(6)
    one, other = random.integers(0, len(rated), (2, PAIRS))
    told = (rated[one] != rated[other]) & (measure[one] != measure[other])
    return float(((measure[one] > measure[other]) == (rated[one] > rated[other]))[told].mean())


def _folds(count: int) -> list[NDArray[np.int64]]:
    order = np.random.default_rng(6).permutation(count)
    return [order[fold::FOLDS] for fold in range(FOLDS)]


def judged_apart(measures: Doubles, rated: Doubles) -> Doubles:
    """Ratings guessed by least squares, each by weights fitted without its fold."""
    columns, guessed = np.column_stack([np.ones(len(rated)), measures]), np.zeros(len(rated))
    for fold in _folds(len(rated)):
        others = np.setdiff1d(np.arange(len(rated)), fold)
        guessed[fold] = columns[fold] @ np.linalg.lstsq(columns[others], rated[others])[0]
    return guessed


def mapped_apart(coverage: Doubles, feasible: Doubles) -> tuple[Doubles, Doubles]:
    """The share guessed for each change by the map and by the plain mean, both without its fold."""
    guessed, plain = np.zeros(len(feasible)), np.zeros(len(feasible))
    for fold in _folds(len(feasible)):
        others = np.setdiff1d(np.arange(len(feasible)), fold)
        guessed[fold] = np.interp(coverage[fold], *isotonic(coverage[others], feasible[others]))
        plain[fold] = feasible[others].mean()
    return guessed, plain


def isotonic(at: Doubles, values: Doubles) -> tuple[Doubles, Doubles]:
    """The never-falling steps nearest to values by least squares (pool adjacent violators): where, and how high."""
    order = np.lexsort((-values, at))
    blocks: list[tuple[float, int]] = []
    for value in values[order].tolist():
        total, count = value, 1
        while blocks and blocks[-1][0] * count >= total * blocks[-1][1]:
            before = blocks.pop()
            total, count = total + before[0], count + before[1]
        blocks.append((total, count))
    return at[order], np.repeat([total / count for total, count in blocks], [count for _, count in blocks])
