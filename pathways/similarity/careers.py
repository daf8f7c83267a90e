"""Careers beside a learner: ranked by similarity and by the share of what sets a job apart that they can show."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pathways.graph.related import LAPSED_CREDIT, RELATED_CREDIT, close_to
from pathways.model import Career, Concept, Held
from pathways.pack.arrays import Floats
from pathways.pack.occupations import occupation, occupations
from pathways.pack.store import Pack
from pathways.similarity.alike import likeness
from pathways.similarity.needs_table import NeedsTable, needs_table
from pathways.similarity.views import views


@dataclass(frozen=True, eq=False)
class Standing:
    """By occupation: weight shown (part credit counted), how many are shown in full, and cosine with what is held."""

    covered: Floats
    shown: NDArray[np.int64]
    cosine: Floats


def rank_careers(pack: Pack, held: Mapping[str, Held], top: int | None = None) -> tuple[Career, ...]:
    """Every occupation beside what a learner holds (concept id -> Held), best first; all of them unless `top`.

    `coverage` is the weighted share of its requirements that are shown, with part credit as in `gaps.fit`. `similarity`
    is the cosine between what is held and what is needed, or the likeness to an occupation held, if that is more. An
    occupation without data to compare has None for both and score 0: it stands at the end, and is never left out.
    The score is their mean, an occupation that needs little being taken for one of the usual (median) size over the
    kinds of need it has data on: undemanding jobs do not win by asking little, nor do unrated ones lose by it.
    """
    table = needs_table(pack)
    stand = _standing(pack, table, held)
    near = _like_held(pack, held)
    similarity = np.clip(np.maximum(stand.cosine, near), 0, 1)
    compared = (table.totals > 0) | (near > 0)
    size = np.maximum(np.maximum(table.totals, table.usual), np.float32(1))
    score = np.where(compared, (similarity + stand.covered / size) / 2, 0)
    order = np.lexsort((np.arange(len(score)), -score, ~compared))[:top]
    known = occupations(pack)
    return tuple(
        Career(
            known[row].concept,
            round(float(score[row]), 4),
            round(float(similarity[row]), 4) if compared[row] else None,
            round(float(stand.covered[row] / table.totals[row]), 4) if table.totals[row] else None,
            int(stand.shown[row]),
            int(table.counts[row]),
        )
        for row in order.tolist()
    )


def nearest_held(pack: Pack, held: Mapping[str, Held], code: str) -> Concept | None:
    """The occupation held whose likeness to another is all its similarity rests on; None where skills are nearer."""
    row = occupation(pack, code).index
    known = [one for one in occupations(pack) if one.code in held]
    if not known:
        return None
    best = max(known, key=lambda one: (float(likeness(pack, one.index)[row]), one.code == code))
    cosine = _standing(pack, needs_table(pack), held).cosine[row]
    return best.concept if likeness(pack, best.index)[row] > cosine else None


def prepare_ranking(pack: Pack, tell: Callable[[float], None] = lambda _share: None) -> None:
    """Read all that ranking needs ahead of the first; `tell` hears the share done, and may stop it by raising."""
    needs_table(pack)
    tell(0.3)
    views(pack)
    tell(1.0)


def _standing(pack: Pack, table: NeedsTable, held: Mapping[str, Held]) -> Standing:
    credit = np.zeros(len(table.rows), np.float32)
    for one in held.values():
        own = table.of(one.concept.id)
        credit[own] = np.maximum(credit[own], _own_credit(one, table.levels[own]))
        for concept in () if one.lapsed else close_to(pack, one.concept.id):
            near = table.of(concept)
            credit[near] = np.maximum(credit[near], RELATED_CREDIT)
    met = np.flatnonzero(credit)
    rows, covered = table.rows[met], table.weights[met] * credit[met]
    size = len(table.totals)
    return Standing(
        np.bincount(rows, covered, size).astype(np.float32),
        np.bincount(rows, credit[met] >= 1, size).astype(np.int64),
        _cosine(table, held, rows, covered * table.rarity[met]),
    )


def _cosine(table: NeedsTable, held: Mapping[str, Held], rows: NDArray[np.int64], products: Floats) -> Floats:
    """Cosine of what is held, by the rarity of each concept, and what each occupation needs, by its weights.

    An occupation that needs little is measured as if it were of the usual length: else it were nearest to everyone.
    """
    own = [float(table.rarity[part.start]) for one in held if (part := table.of(one)).stop > part.start]
    known = table.totals > 0
    size = (
        np.sqrt(table.usual / np.median(table.usual[known])) * np.median(table.lengths[known]) if own else table.usual
    )
    lengths = np.maximum(table.lengths, size) * np.float32(np.linalg.norm(own))
    dots = np.bincount(rows, products, len(lengths)).astype(np.float32)
    return np.divide(dots, lengths, out=np.zeros_like(dots), where=lengths > 0)


def _own_credit(one: Held, levels: Floats) -> Floats:
    """1, a half where it lapsed, or the share of the level asked where a lower one is stated."""
    if one.lapsed:
        return np.full(len(levels), LAPSED_CREDIT, np.float32)
    if one.level is None:
        return np.ones(len(levels), np.float32)
    asked = np.where(np.isnan(levels) | (levels <= 0), one.level, levels)
    return np.minimum(np.float32(1), np.float32(one.level) / np.maximum(asked, np.float32(0.01)))


def _like_held(pack: Pack, held: Mapping[str, Held]) -> Floats:
    """Likeness to the occupation held that is nearest; 0 where none is held."""
    rows = [one.index for one in occupations(pack) if one.code in held]
    nearest = np.zeros(len(occupations(pack)), np.float32)
    for row in rows:
        nearest = np.maximum(nearest, likeness(pack, row))
    return nearest
