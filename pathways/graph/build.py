"""The part of the pack around a learner and a goal as a networkx graph, for maps and walks; the whole on request.

Nodes are concept ids, `step:` and a step's id; each has `kind` and `name`. Edges have `kind`:
`related` occupation -> occupation (`place` 1–20), `needs` occupation -> concept (`weight`), `close` concept -> concept
one step away, `broader` concept -> the one above, `teaches` step -> concept, `before` step -> the step it comes before,
`leads_to` program of study -> occupation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pathways.graph.related import close_to
from pathways.pack import esco, labour
from pathways.pack.arrays import links
from pathways.pack.occupations import activity_parents, all_activities, group_names, occupations, related

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
        graph.add_edge(goal.occupation.id, item.concept.id, kind="needs", weight=item.weight)
    for one in related(pack, goal.occupation.id):
        _add(graph, one.occupation)
        graph.add_edge(goal.occupation.id, one.occupation.id, kind="related", place=one.place)
    needed = {item.concept.id for item in goal.requirements}
    for concept in held:
        near = needed.intersection(close_to(pack, concept.id))
        if near or concept.id in needed or concept.kind == "occupation":
            _add(graph, concept)
            graph.add_edges_from(((concept.id, other) for other in sorted(near - {concept.id})), kind="close")
    _add_steps(pack, graph, {one.id: one for one in steps}, needed)
    return graph


def whole(pack: Pack) -> nx.DiGraph:
    """Every occupation, activity, skill and program of study with how they hang together (about 220,000 edges)."""
    import networkx as nx

    graph = nx.DiGraph()
    known = occupations(pack)
    for occupation in known:
        _add(graph, occupation.concept)
    for one in esco.concepts(pack):
        _add(graph, one.concept)
    for activity in all_activities(pack):
        _add(graph, activity)
    names, above = group_names(pack), activity_parents(pack)
    graph.add_nodes_from((key, {"kind": "activity_group", "name": names.get(key, key)}) for key in set(above.values()))
    graph.add_edges_from(above.items(), kind="broader")
    rows, skills = [one.code for one in known], [one.concept.id for one in esco.concepts(pack)]
    activities = [one.id for one in all_activities(pack)]
    _add_links(pack, graph, "occupation_related", (rows, rows), "related")
    _add_links(pack, graph, "occupation_activity", (rows, activities), "needs")
    _add_links(pack, graph, "esco_occupation_skill", (skills, skills), "needs")
    _add_links(pack, graph, "occupation_esco", (rows, skills), "close")
    _add_links(pack, graph, "esco_broader", (skills, skills), "broader")
    for program in labour.programs(pack).values():
        graph.add_node(f"step:cip:{program.cip}", kind="program", name=program.title)
        tied = ((f"step:cip:{program.cip}", one.code) for one in labour.occupations_of(pack, program.cip))
        graph.add_edges_from(tied, kind="leads_to")
    return graph


def _add(graph: nx.DiGraph, concept: Concept) -> None:
    graph.add_node(concept.id, kind=concept.kind, name=concept.name)


def _add_links(pack: Pack, graph: nx.DiGraph, name: str, ends: tuple[list[str], list[str]], kind: str) -> None:
    relation = links(pack, name)
    pairs = zip(relation.sources().tolist(), relation.targets.tolist(), strict=True)
    graph.add_edges_from(((ends[0][source], ends[1][target]) for source, target in pairs), kind=kind)


def _add_steps(pack: Pack, graph: nx.DiGraph, steps: dict[str, LearningStep], needed: set[str]) -> None:
    wanted = [key for key, one in steps.items() if needed.intersection(one.teaches)]
    seen: set[str] = set()
    while wanted:
        one = steps[wanted.pop()]
        if one.id in seen:
            continue
        seen.add(one.id)
        graph.add_node(f"step:{one.id}", kind=one.kind, name=one.name)
        graph.add_edges_from(((f"step:{one.id}", taught) for taught in one.teaches if taught in needed), kind="teaches")
        first = [need for need in one.needs if need in steps]
        graph.add_edges_from(((f"step:{need}", f"step:{one.id}") for need in first), kind="before")
        wanted += first
        if one.cip:
            tied = (other.code for other in labour.occupations_of(pack, one.cip) if other.code in graph)
            graph.add_edges_from(((f"step:{one.id}", code) for code in tied), kind="leads_to")
