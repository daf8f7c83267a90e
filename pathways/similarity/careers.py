"""Careers beside a learner: ranked by similarity and by the share of what sets a job apart that they can show."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from pathways.graph.related import LAPSED_CREDIT, RELATED_CREDIT, close_to
from pathways.model import Career, Concept, Held
from pathways.pack.arrays import Indices
from pathways.pack.occupations import occupation, occupations
from pathways.pack.store import Pack, keep
from pathways.similarity.alike import DIGITS, by_name, likeness
from pathways.similarity.needs_table import NeedsTable, needs_table
from pathways.similarity.views import Doubles, views

LEAST_LEVEL = 0.01


@dataclass(frozen=True, eq=False)
class Standing:
    """By occupation: weight shown (part credit counted), how many are shown in full, and how near it is.

    `cosine` compares by weights; `shared` is the plain share of the things held or needed that are both (Jaccard).
    """

    covered: Doubles
    shown: Indices
    cosine: Doubles
    shared: Doubles


def rank_careers(pack: Pack, held: Mapping[str, Held], top: int | None = None) -> tuple[Career, ...]:
    """Every occupation beside what a learner holds (concept id -> Held), best first; all of them unless `top`.

    `coverage` is the weighted share of its requirements that are shown, with part credit as in `gaps.fit`. `similarity`
    is the cosine between what is held and what is needed, or the likeness to an occupation held, if that is more. An
    occupation without data to compare has None for both and score 0: it stands at the end, and is never left out.
    The score is the mean of both and of the share of things held or needed that are both, by which made-up learners
    find their own job more often (`make evaluate`). An occupation that needs little is taken for one of the usual
    (median) size over the kinds of need it has data on: undemanding jobs do not win by asking little, nor do unrated
    ones lose by it. Nothing of schooling, of who issued a record, when, or until when enters the order: a paper that
    lapsed takes no skill away, and only `coverage` and what is shown in full tell it. Ties are broken by name.
    """
    table = needs_table(pack)
    stand = _standing(pack, table, undated(held))
    today = _standing(pack, table, held) if any(one.lapsed for one in held.values()) else stand
    near = _like_held(pack, held)
    similarity = np.clip(np.maximum(stand.cosine, near), 0, 1)
    compared = (table.totals > 0) | (near > 0)
    size = np.maximum(np.maximum(table.totals, table.usual), 1.0)
    score = np.round(np.where(compared, (similarity + stand.covered / size + stand.shared) / 3, 0), DIGITS)
    coverage = np.round(today.covered / np.where(table.totals > 0, table.totals, 1.0), DIGITS)
    order = np.lexsort((by_name(pack), -score, ~compared))[:top]
    columns = (score, np.round(similarity, DIGITS), coverage, today.shown, table.counts, compared, table.totals > 0)
    known = keep(pack, "similarity.concepts", lambda: [one.concept for one in occupations(pack)])
    return tuple(
        Career(known[row], own, like if seen else None, part if needs else None, shown, count)
        for row, own, like, part, shown, count, seen, needs in zip(
            order.tolist(), *(column[order].tolist() for column in columns), strict=True
        )
    )


def undated(held: Mapping[str, Held]) -> dict[str, Held]:
    """What is held, as if no record had an end."""
    return {concept: replace(one, lapsed=False) for concept, one in held.items()}


def nearest_held(pack: Pack, held: Mapping[str, Held], code: str) -> Concept | None:
    """The occupation held whose likeness to another is all its similarity rests on; None where skills are nearer."""
    row = occupation(pack, code).index
    known = [one for one in occupations(pack) if one.code in held]
    if not known:
        return None
    best = max(known, key=lambda one: (float(likeness(pack, one.index)[row]), one.code == code))
    cosine = _standing(pack, needs_table(pack), undated(held)).cosine[row]
    return best.concept if likeness(pack, best.index)[row] > cosine else None


def prepare_ranking(pack: Pack, tell: Callable[[float], None] = lambda _share: None) -> None:
    """Read all that ranking needs ahead of the first; `tell` hears the share done, and may stop it by raising."""
    needs_table(pack)
    tell(0.4)
    views(pack, lambda share: tell(0.4 + 0.6 * share))


def _standing(pack: Pack, table: NeedsTable, held: Mapping[str, Held]) -> Standing:
    credit = np.zeros(len(table.rows))
    needed = [(place, one) for one in held.values() if (place := table.places.get(one.concept.id)) is not None]
    near = [_needed_near(pack, table, one.concept.id) for one in held.values() if not one.lapsed]
    credit[table.entries(np.unique(np.concatenate([NOWHERE, *near])))[1]] = RELATED_CREDIT
    which, own = table.entries(np.array([place for place, _ in needed], np.int64))
    credit[own] = np.maximum(credit[own], _own_credit([one for _, one in needed], which, table.levels[own]))
    met = np.flatnonzero(credit)
    rows, covered = table.rows[met], table.weights[met] * credit[met]
    size = len(table.totals)
    rarity = [float(table.rarity[table.starts[place]]) for place, _ in needed]
    shown = np.bincount(rows, credit[met] >= 1, size).astype(np.int64)
    return Standing(
        np.bincount(rows, covered, size).astype(np.float64),
        shown,
        _cosine(table, math.sqrt(math.fsum(one**2 for one in rarity)), rows, covered * table.rarity[met]),
        shown / np.maximum(len(needed) + table.counts - shown, 1),
    )


NOWHERE = np.zeros(0, np.int64)


def _needed_near(pack: Pack, table: NeedsTable, concept: str) -> Indices:
    """The places of the concepts one step from a concept that any occupation needs."""
    known: dict[str, Indices] = keep(pack, "similarity.near", dict)
    if concept not in known:
        found = (table.places.get(one) for one in close_to(pack, concept))
        known[concept] = np.array([place for place in found if place is not None], np.int64)
    return known[concept]


def _cosine(table: NeedsTable, own: float, rows: Indices, products: Doubles) -> Doubles:
    """Cosine of what is held, whose length is `own` by the rarity of each concept, and what each occupation needs.

    An occupation that needs little is measured as if it were of the usual length: else it were nearest to everyone.
    """
    lengths = np.maximum(table.lengths, table.usual_lengths) * own
    dots = np.bincount(rows, products, len(lengths))
    return np.asarray(dots / np.where(lengths > 0, lengths, 1.0))


def _own_credit(needed: Sequence[Held], which: Indices, asked: Doubles) -> Doubles:
    """1, a half where it lapsed, or the share of the level asked where a lower one is stated."""
    stated = np.array([np.nan if one.level is None else one.level for one in needed])[which]
    lapsed = np.array([one.lapsed for one in needed], bool)[which]
    share = np.where(asked > 0, stated / np.maximum(asked, LEAST_LEVEL), 1.0)
    return np.where(lapsed, LAPSED_CREDIT, np.where(np.isnan(share), 1.0, np.minimum(share, 1.0)))


def _like_held(pack: Pack, held: Mapping[str, Held]) -> Doubles:
    """Likeness to the occupation held that is nearest; 0 where none is held."""
    nearest = np.zeros(len(occupations(pack)))
    for row in [one.index for one in occupations(pack) if one.code in held]:
        nearest = np.maximum(nearest, likeness(pack, row))
    return nearest
