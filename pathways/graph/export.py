"""A graph as files that other programs read: GraphML, and two tables of CSV."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from pathways.graph.kinds import edges, nodes

if TYPE_CHECKING:
    from collections.abc import Iterable

    import networkx as nx

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def graphml(graph: nx.DiGraph) -> bytes:
    """The graph as GraphML, nodes and edges by id: the same graph gives the same bytes."""
    import networkx as nx

    ordered = nx.DiGraph()
    for key, data in nodes(graph):
        ordered.add_node(_said(key), kind=data["kind"], name=_said(data["name"]))
    for first, second, carried in edges(graph):
        ordered.add_edge(_said(first), _said(second), **carried)
    out = io.BytesIO()
    nx.write_graphml_xml(ordered, out, prettyprint=False)
    return out.getvalue()


def tables(graph: nx.DiGraph) -> dict[str, bytes]:
    """`nodes.csv` (id, kind, name) and `edges.csv` (source, target, kind, weight, place) as UTF-8."""
    return {
        "nodes.csv": _csv(("id", "kind", "name"), ((key, data["kind"], data["name"]) for key, data in nodes(graph))),
        "edges.csv": _csv(
            ("source", "target", "kind", "weight", "place"),
            (
                (first, second, data["kind"], data.get("weight", ""), data.get("place", ""))
                for first, second, data in edges(graph)
            ),
        ),
    }


def _csv(head: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(head)
    writer.writerows(rows)
    return out.getvalue().encode()


def _said(text: str) -> str:
    """Text without what XML cannot hold."""
    return _NOT_XML.sub("", text)
