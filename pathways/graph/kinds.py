"""The kinds of nodes and edges in a graph of careers, and what each carries.

Nodes are concept ids, or `step:` and the id of a learning step or program of study. Each has `kind` and `name`:

- `occupation`: an O*NET-SOC code;
- `activity`: a detailed work activity; `activity_group`: an intermediate or general one above it;
- `knowledge`, `skill`: a rated O*NET element; `software`: `software:` and the product's name;
- `esco_skill`, `esco_group`, `esco_occupation`: an ESCO concept;
- `program`, `certificate`, `course`, `licence`, `apprenticeship`, `on_the_job`: a way to learn.

Edges go from the first named to the second; each has `kind`:

- `needs`: occupation -> what it needs; `weight` how much, where it is known (around a goal, its weight among the needs;
  for knowledge and skills in the whole graph, importance 1–5);
- `related`: occupation -> occupation of O*NET's list; `place` 1–20;
- `close`: concept -> concept one step away, or occupation -> its ESCO occupation;
- `broader`: concept -> the one above;
- `usually_before`: knowledge or skill -> what usually comes after it (`graph.order`); `weight` is P(first | then);
- `teaches`: step -> concept; `before`: step -> the step it must come before; `leads_to`: program -> occupation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NotRequired, TypedDict, get_args

from pathways.model import ConceptKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    import networkx as nx

StepKind = Literal["program", "certificate", "course", "licence", "apprenticeship", "on_the_job"]
NodeKind = ConceptKind | StepKind | Literal["activity_group"]
EdgeKind = Literal["needs", "related", "close", "broader", "usually_before", "teaches", "before", "leads_to"]
NODE_KINDS: frozenset[str] = frozenset((*get_args(ConceptKind), *get_args(StepKind), "activity_group"))
EDGE_KINDS: frozenset[str] = frozenset(get_args(EdgeKind))


class NodeData(TypedDict):
    """What a node carries."""

    kind: NodeKind
    name: str


class EdgeData(TypedDict):
    """What an edge carries."""

    kind: EdgeKind
    weight: NotRequired[float]
    place: NotRequired[int]


def add_node(graph: nx.DiGraph, key: str, data: NodeData) -> None:
    """Put a node in, or over one that is there."""
    graph.add_node(key, **data)


def add_edge(graph: nx.DiGraph, first: str, second: str, data: EdgeData) -> None:
    """Put an edge in. Between two nodes there is one: the last that was put in."""
    graph.add_edge(first, second, **data)


def nodes(graph: nx.DiGraph) -> Iterator[tuple[str, NodeData]]:
    """Every node with what it carries, by id."""
    yield from sorted(graph.nodes(data=True))


def edges(graph: nx.DiGraph) -> Iterator[tuple[str, str, EdgeData]]:
    """Every edge with what it carries, by the ids of its ends."""
    yield from sorted(graph.edges(data=True), key=lambda edge: edge[:2])
