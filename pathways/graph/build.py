"""The part of the pack around a learner and a goal as a networkx graph, for maps and walks; the whole on request.

`graph.kinds` says what nodes and edges there are and what they carry.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

from pathways.graph.kinds import EdgeKind, add_edge, add_node
from pathways.graph.order import NEEDED, skill_order
from pathways.graph.related import close_to
from pathways.pack import esco, labour
from pathways.pack.arrays import links
from pathways.pack.occupations import (
    activity_parents,
    all_activities,
    all_software,
    group_names,
    occupations,
    related,
)
from pathways.pack.ratings import ratings

if TYPE_CHECKING:
    from collections.abc import Iterable

    import networkx as nx

    from pathways.model import Concept, LearningStep, Needs
    from pathways.pack.store import Pack


def around(pack: Pack, goal: Needs, held: Iterable[Concept] = (), steps: Iterable[LearningStep] = ()) -> nx.DiGraph:
    """The goal, what it needs, its related occupations, what is held, and the steps that teach what it needs.

    Of what is held, what the goal needs or what stands close to that; of the steps, those that teach a need and all
    that come before them.
    """
    import networkx as nx

    graph = nx.DiGraph()
    _add(graph, goal.occupation)
    for item in goal.requirements:
        _add(graph, item.concept)
        add_edge(graph, goal.occupation.id, item.concept.id, {"kind": "needs", "weight": item.weight})
    for one in related(pack, goal.occupation.id):
        _add(graph, one.occupation)
        add_edge(graph, goal.occupation.id, one.occupation.id, {"kind": "related", "place": one.place})
    needed = {item.concept.id for item in goal.requirements}
    _add_order(pack, graph)
    for concept in held:
        near = needed.intersection(close_to(pack, concept.id))
        if near or concept.id in needed or concept.kind == "occupation":
            _add(graph, concept)
            _add_edges(graph, ((concept.id, other) for other in sorted(near - {concept.id})), "close")
    _add_steps(pack, graph, {one.id: one for one in steps}, needed)
    return graph


def whole(pack: Pack) -> nx.DiGraph:
    """Every occupation, activity, skill, product and program of study with how they hang together."""
    import networkx as nx

    graph = nx.DiGraph()
    known = [one.concept for one in occupations(pack)]
    listed = [one.concept for one in esco.concepts(pack)]
    activities, products = all_activities(pack), [concept for concept, *_ in all_software(pack)]
    for concept in (*known, *listed, *activities):
        _add(graph, concept)
    _add_activity_groups(pack, graph)
    for product in products:
        _add(graph, product)
    rows, skills = [one.id for one in known], [one.id for one in listed]
    _add_related(pack, graph, rows)
    _add_rated(pack, graph, rows, "knowledge")
    _add_rated(pack, graph, rows, "skill")
    _add_order(pack, graph)
    _add_links(pack, graph, "occupation_software", (rows, [one.id for one in products]), "needs")
    _add_links(pack, graph, "occupation_activity", (rows, [one.id for one in activities]), "needs")
    _add_links(pack, graph, "esco_occupation_skill", (skills, skills), "needs")
    _add_links(pack, graph, "occupation_esco", (rows, skills), "close")
    _add_links(pack, graph, "esco_broader", (skills, skills), "broader")
    _add_programs(pack, graph)
    return graph


def _add_activity_groups(pack: Pack, graph: nx.DiGraph) -> None:
    names, above = group_names(pack), activity_parents(pack)
    for key in set(above.values()):
        add_node(graph, key, {"kind": "activity_group", "name": names.get(key, key)})
    _add_edges(graph, above.items(), "broader")


def _add_programs(pack: Pack, graph: nx.DiGraph) -> None:
    """Programs of study, and the occupations that they lead to."""
    for program in labour.programs(pack).values():
        add_node(graph, f"step:cip:{program.cip}", {"kind": "program", "name": program.title})
        tied = ((f"step:cip:{program.cip}", one.code) for one in labour.occupations_of(pack, program.cip))
        _add_edges(graph, tied, "leads_to")


def _add(graph: nx.DiGraph, concept: Concept) -> None:
    add_node(graph, concept.id, {"kind": concept.kind, "name": concept.name})


def _add_edges(graph: nx.DiGraph, pairs: Iterable[tuple[str, str]], kind: EdgeKind) -> None:
    for first, second in pairs:
        add_edge(graph, first, second, {"kind": kind})


def _add_links(pack: Pack, graph: nx.DiGraph, name: str, ends: tuple[list[str], list[str]], kind: EdgeKind) -> None:
    relation = links(pack, name)
    pairs = zip(relation.sources().tolist(), relation.targets.tolist(), strict=True)
    _add_edges(graph, ((ends[0][source], ends[1][target]) for source, target in pairs), kind)


def _add_related(pack: Pack, graph: nx.DiGraph, rows: list[str]) -> None:
    relation = links(pack, "occupation_related")
    for row, code in enumerate(rows):
        for place, target in enumerate(relation.of(row)[0].tolist(), start=1):
            add_edge(graph, code, rows[target], {"kind": "related", "place": place})


def _add_rated(pack: Pack, graph: nx.DiGraph, rows: list[str], kind: Literal["skill", "knowledge"]) -> None:
    """Elements rated important, with their importance."""
    table = ratings(pack, kind)
    for concept in table.elements:
        _add(graph, concept)
    for row, place in np.argwhere((table.importance >= NEEDED) & ~table.suppressed).tolist():
        weight = round(float(table.importance[row, place]), 2)
        add_edge(graph, rows[row], table.elements[place].id, {"kind": "needs", "weight": weight})


def _add_order(pack: Pack, graph: nx.DiGraph) -> None:
    """Which of the knowledge and skills that are there usually come before which."""
    for one in skill_order(pack):
        if one.first.id in graph and one.then.id in graph:
            add_edge(graph, one.first.id, one.then.id, {"kind": "usually_before", "weight": one.given_then})


def _add_steps(pack: Pack, graph: nx.DiGraph, steps: dict[str, LearningStep], needed: set[str]) -> None:
    wanted = [key for key, one in steps.items() if needed.intersection(one.teaches)]
    seen: set[str] = set()
    while wanted:
        one = steps[wanted.pop()]
        if one.id in seen:
            continue
        seen.add(one.id)
        add_node(graph, f"step:{one.id}", {"kind": one.kind, "name": one.name})
        _add_edges(graph, ((f"step:{one.id}", taught) for taught in one.teaches if taught in needed), "teaches")
        first = [need for need in one.needs if need in steps]
        _add_edges(graph, ((f"step:{need}", f"step:{one.id}") for need in first), "before")
        wanted += first
        if one.cip:
            tied = (other.code for other in labour.occupations_of(pack, one.cip) if other.code in graph)
            _add_edges(graph, ((f"step:{one.id}", code) for code in tied), "leads_to")
