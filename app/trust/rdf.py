"""Expanded JSON-LD -> RDF quads (JSON-LD 1.1 API, section 8), for documents whose meaning was checked first."""

import math
from collections.abc import Mapping, Sequence
from itertools import count
from typing import Any

from app.trust.canonical import Quad, literal
from app.trust.jcs import canonical_json

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"
_TYPE, _FIRST, _REST, _NIL = (f"<{RDF}{name}>" for name in ("type", "first", "rest", "nil"))


class NumberError(ValueError):
    """A number that JSON does not have (NaN, infinity)."""


def to_quads(expanded: Sequence[Mapping[str, Any]]) -> list[Quad]:
    """Quads of an expanded document. Raises NumberError, and InexactNumberError inside a JSON literal."""
    writer = _Writer()
    for item in expanded:
        writer.node(item, "")
    return writer.quads


class _Writer:
    """Collects quads and hands out blank nodes."""

    def __init__(self) -> None:
        self.quads: list[Quad] = []
        self.labels = count()

    def fresh(self) -> str:
        return f"_:n{next(self.labels)}"

    def node(self, item: Mapping[str, Any], graph: str) -> str:
        """Write a node object and what hangs on it; its term."""
        subject = f"<{item['@id']}>" if "@id" in item else self.fresh()
        for key, values in item.items():
            if key == "@type":
                self.quads.extend((subject, _TYPE, f"<{value}>", graph) for value in values)
            elif key == "@graph":
                for value in values:
                    self.node(value, subject)
            elif key == "@reverse":
                self.reverse(subject, values, graph)
            elif not key.startswith("@"):
                for value in values:
                    self.quads.append((subject, f"<{key}>", self.term(value, graph), graph))
        return subject

    def reverse(self, subject: str, properties: Mapping[str, Any], graph: str) -> None:
        for key, values in properties.items():
            for value in values:
                self.quads.append((self.node(value, graph), f"<{key}>", subject, graph))

    def term(self, value: Mapping[str, Any], graph: str) -> str:
        if "@value" in value:
            return _literal(value)
        if "@list" in value:
            return self.list(value["@list"], graph)
        return self.node(value, graph)

    def list(self, values: Sequence[Mapping[str, Any]], graph: str) -> str:
        rest = _NIL
        for value in reversed(values):
            cell = self.fresh()
            self.quads.append((cell, _FIRST, self.term(value, graph), graph))
            self.quads.append((cell, _REST, rest, graph))
            rest = cell
        return rest


def _literal(item: Mapping[str, Any]) -> str:
    value, datatype = item["@value"], item.get("@type")
    if datatype == "@json":
        return literal(canonical_json(value).decode(), RDF + "JSON")
    if isinstance(value, bool):
        return literal("true" if value else "false", datatype or XSD + "boolean")
    if isinstance(value, int | float):
        return _number(value, datatype)
    if "@language" in item:
        return literal(value, language=item["@language"])
    return literal(value, datatype if datatype != XSD + "string" else None)


def _number(value: float, datatype: str | None) -> str:
    if not math.isfinite(value):
        raise NumberError
    whole = value == int(value) and abs(value) < 1e21
    if whole and datatype != XSD + "double":
        return literal(str(int(value)), datatype or XSD + "integer")
    digits, exponent = f"{value:.15E}".split("E")
    digits = digits.rstrip("0")
    return literal(
        f"{digits}0E{int(exponent)}" if digits.endswith(".") else f"{digits}E{int(exponent)}",
        datatype or XSD + "double",
    )
