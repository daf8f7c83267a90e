"""How each thing a goal needs stands beside what a learner can show."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pathways.graph.related import LAPSED_CREDIT, RELATED_CREDIT, close_to
from pathways.model import Concept, ConceptKind, GapItem, Held, Needs, Requirement
from pathways.pack.store import Pack


@dataclass(frozen=True)
class Fit:
    """How much of a goal is shown, told as counts and as a weighted share.

    `share` is 0–1 over what is known: shown in full, partly in part; None where nothing is known. What is unknown is in
    neither part of the fraction. `by_evidence` counts the shown requirements by their best evidence, 4 down to 1;
    `unrated` names the kinds of need there is no data on.
    """

    share: float | None
    shown: int
    partly: int
    missing: int
    unknown: int
    by_evidence: Mapping[int, int]
    unrated: tuple[ConceptKind, ...] = ()


def gap(needs: Needs, held: Mapping[str, Held], guesses: Mapping[str, Concept], pack: Pack) -> tuple[GapItem, ...]:
    """How each requirement stands, in the order of `needs`. `held` and `guesses` are keyed by concept id.

    States and reasons: shown (`same`, `level_met`, `level_not_stated`); partly (`lower_level`, `lapsed`, `related`);
    unknown (`guess_unanswered`: a guess the learner has not answered would show it); missing (`not_shown`). A claim
    meets a requirement by id or one step through a hierarchy; a job once held claims nothing by itself. Kinds without
    data have no items: `needs.unrated` names them, and they are never missing.
    """
    near = _near_held(held, needs, pack)
    return tuple(
        _stand(one, held.get(one.concept.id), near.get(one.concept.id, ()), guesses) for one in needs.requirements
    )


def fit(items: Sequence[GapItem], needs: Needs | None = None) -> Fit:
    """How much of a goal's needs are shown, with what evidence."""
    counts = {state: sum(one.state == state for one in items) for state in ("shown", "partly", "missing", "unknown")}
    known = [one for one in items if one.state != "unknown"]
    total = sum(one.requirement.weight for one in known)
    covered = sum(one.requirement.weight * credit(one) for one in known)
    best = [max(held.evidence for held in one.by) for one in items if one.state == "shown" and one.by]
    by_evidence: dict[int, int] = {mark: best.count(mark) for mark in (4, 3, 2, 1) if mark in best}
    share = covered / total if total else None
    return Fit(
        share,
        counts["shown"],
        counts["partly"],
        counts["missing"],
        counts["unknown"],
        by_evidence,
        needs.unrated if needs else (),
    )


def credit(item: GapItem) -> float:
    """What a requirement counts towards fit, 0–1: a lower level earns its share of the level asked."""
    if item.state == "shown":
        return 1.0
    if item.state != "partly":
        return 0.0
    asked = item.requirement.level
    if item.reason == "lower_level" and asked:
        return max((one.level or 0.0) for one in item.by) / asked
    return LAPSED_CREDIT if item.reason == "lapsed" else RELATED_CREDIT


def to_learn(items: Iterable[GapItem]) -> tuple[GapItem, ...]:
    """What a plan is for: requirements that are missing or shown only in part."""
    return tuple(one for one in items if one.state in ("missing", "partly"))


def _stand(one: Requirement, own: Held | None, near: tuple[Held, ...], guesses: Mapping[str, Concept]) -> GapItem:
    if own is not None and not own.lapsed:
        return _by_level(one, own)
    if own is not None:
        return GapItem(one, "partly", "lapsed", (own,))
    if one.concept.id in guesses:
        return GapItem(one, "unknown", "guess_unanswered")
    if near:
        return GapItem(one, "partly", "related", near)
    return GapItem(one, "missing", "not_shown")


def _by_level(one: Requirement, own: Held) -> GapItem:
    if one.level is None:
        return GapItem(one, "shown", "same", (own,))
    if own.level is None:
        return GapItem(one, "shown", "level_not_stated", (own,))
    met = own.level >= one.level
    return GapItem(one, "shown" if met else "partly", "level_met" if met else "lower_level", (own,))


def _near_held(held: Mapping[str, Held], needs: Needs, pack: Pack) -> dict[str, tuple[Held, ...]]:
    """For each requirement, what the learner holds one step from it and in force: best evidence first."""
    wanted = {one.concept.id for one in needs.requirements}
    near: dict[str, list[Held]] = defaultdict(list)
    for one in held.values():
        for concept in () if one.lapsed else close_to(pack, one.concept.id):
            if concept in wanted:
                near[concept].append(one)
    return {key: tuple(sorted(found, key=lambda one: (-one.evidence, one.concept.id))) for key, found in near.items()}
