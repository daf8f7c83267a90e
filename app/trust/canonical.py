"""RDF Dataset Canonicalization (W3C RDFC-1.0) with a bound on its work.

A dataset is a list of quads; a quad is four N-Quads terms as text: subject, predicate, object, graph name ("" for the
default graph). A blank node is a term that starts with "_:".

PyLD's own canonicaliser is not used: it has no bound on its work, knows SHA-256 alone, counts a blank node that refers
to itself twice and leaves some control characters unescaped (3.3.0). Tests hold this one to W3C's vectors, and to
PyLD's on graphs without these.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import permutations

Quad = tuple[str, str, str, str]

MAX_BLANK_NODES = 4_000
# Steps of the hash n-degree algorithm, weighted by the size of what each step copies. Real records need a few hundred;
# the budget is spent in well under a second.
MAX_WORK = 400_000
MAX_DEPTH = 100

_ESCAPED = re.compile(r'[\x00-\x1f\x7f"\\]')
_NAMED = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}


class TooComplexError(Exception):
    """A dataset whose canonical form would take too much work."""


def literal(value: str, datatype: str | None = None, language: str | None = None) -> str:
    """A literal in canonical N-Quads (RDFC-1.0, section 5)."""
    text = _ESCAPED.sub(lambda found: _NAMED.get(found[0]) or f"\\u{ord(found[0]):04X}", value)
    if language:
        return f'"{text}"@{language}'
    return f'"{text}"^^<{datatype}>' if datatype else f'"{text}"'


def canonical_form(quads: Iterable[Quad], algorithm: str = "sha256") -> str:
    """Canonical N-Quads of a dataset, one line a quad, sorted. Raises TooComplexError."""
    dataset = list(dict.fromkeys(quads))
    return "".join(labelled(dataset, canonical_labels(dataset, algorithm)))


def canonical_labels(dataset: Sequence[Quad], algorithm: str = "sha256") -> dict[str, str]:
    """Blank node -> its canonical label ("_:c14n0"), for quads each of which stands there once. TooComplexError."""
    return _Canonicalizer(dataset, algorithm).issue()


def labelled(dataset: Iterable[Quad], labels: Mapping[str, str]) -> list[str]:
    """N-Quads with other labels for their blank nodes, one line a quad, sorted."""
    label = labels.get
    return sorted(
        _line((label(one, one), two, label(three, three), label(four, four))) for one, two, three, four in dataset
    )


def _line(quad: Sequence[str]) -> str:
    subject, predicate, value, graph = quad
    return f"{subject} {predicate} {value} {graph} .\n" if graph else f"{subject} {predicate} {value} .\n"


def _is_blank(term: str) -> bool:
    return term.startswith("_:")


def _next_label(issued: dict[str, str], prefix: str, node: str) -> str:
    return issued.setdefault(node, f"_:{prefix}{len(issued)}")


class _Canonicalizer:
    """The state of one run (RDFC-1.0, section 4.2); names follow the specification."""

    def __init__(self, dataset: Iterable[Quad], algorithm: str) -> None:
        self.algorithm = algorithm
        self.quads: dict[str, list[Quad]] = {}
        for quad in dataset:
            for node in {term for term in quad if term[:2] == "_:"}:
                self.quads.setdefault(node, []).append(quad)
        if len(self.quads) > MAX_BLANK_NODES:
            raise TooComplexError
        self.alike = dict.fromkeys(self.quads, "_:z")
        self.canonical: dict[str, str] = {}
        self.work = MAX_WORK

    def issue(self) -> dict[str, str]:
        """Blank node -> its canonical label (section 4.4.3)."""
        if len(self.quads) == 1:
            # No hash can change the name of the only one.
            return dict.fromkeys(self.quads, "_:c14n0")
        self.first = {node: self.hash_first_degree(node) for node in self.quads}
        groups: dict[str, list[str]] = {}
        for node, value in self.first.items():
            groups.setdefault(value, []).append(node)
        for _, group in sorted(groups.items()):
            if len(group) == 1:
                _next_label(self.canonical, "c14n", group[0])
        for _, group in sorted(groups.items()):
            if len(group) > 1:
                self._issue_group(group)
        return self.canonical

    def _issue_group(self, group: list[str]) -> None:
        results = []
        for node in group:
            if node not in self.canonical:
                temporary: dict[str, str] = {}
                _next_label(temporary, "b", node)
                results.append(self.hash_n_degree(node, temporary, 0))
        for _, temporary in sorted(results, key=lambda result: result[0]):
            for node in temporary:
                _next_label(self.canonical, "c14n", node)

    def digest(self, text: str) -> str:
        return hashlib.new(self.algorithm, text.encode()).hexdigest()

    def hash_first_degree(self, node: str) -> str:
        """Section 4.6: what the quads around a blank node say, other blank nodes being all alike."""
        self.alike[node] = "_:a"
        text = "".join(labelled(self.quads[node], self.alike))
        self.alike[node] = "_:z"
        return self.digest(text)

    def hash_related(self, related: str, quad: Quad, issued: dict[str, str], position: str) -> str:
        """Section 4.7."""
        label = self.canonical.get(related) or issued.get(related) or self.first[related]
        predicate = quad[1] if position != "g" else ""
        return self.digest(position + predicate + label)

    def related(self, node: str, issued: dict[str, str]) -> dict[str, list[str]]:
        """Section 4.8, step 3: hash -> blank nodes that stand beside this one in that way."""
        found: dict[str, list[str]] = {}
        for quad in self.quads[node]:
            for position, term in (("s", quad[0]), ("o", quad[2]), ("g", quad[3])):
                if _is_blank(term) and term != node:
                    found.setdefault(self.hash_related(term, quad, issued, position), []).append(term)
        self.spend(len(self.quads[node]))
        return found

    def hash_n_degree(self, node: str, issued: dict[str, str], depth: int) -> tuple[str, dict[str, str]]:
        """Section 4.8: hash of the graph around a blank node, and the labels given on the way."""
        if depth > MAX_DEPTH:
            raise TooComplexError
        data = ""
        for value, nodes in sorted(self.related(node, issued).items()):
            path, issued = self._shortest(nodes, issued, depth)
            data += value + path
        return self.digest(data), issued

    def _shortest(self, nodes: list[str], issued: dict[str, str], depth: int) -> tuple[str, dict[str, str]]:
        chosen, chosen_labels = "", issued
        for order in permutations(sorted(nodes)):
            self.spend(1 + len(order) + len(issued))
            labels = dict(issued)
            path = ""
            for path in self._path(order, labels, depth):
                if chosen and len(path) >= len(chosen) and path > chosen:
                    break
            else:
                if not chosen or path < chosen:
                    chosen, chosen_labels = path, labels
        return chosen, chosen_labels

    def _path(self, order: Sequence[str], labels: dict[str, str], depth: int) -> Iterator[str]:
        """The path for one order, as it grows; `labels` grows with it."""
        path, to_visit = "", []
        for node in order:
            if node in self.canonical:
                path += self.canonical[node]
            else:
                if node not in labels:
                    to_visit.append(node)
                path += _next_label(labels, "b", node)
            yield path
        for node in to_visit:
            value, visited = self.hash_n_degree(node, labels, depth + 1)
            path += f"{_next_label(labels, 'b', node)}<{value}>"
            labels.update(visited)
            yield path

    def spend(self, steps: int) -> None:
        self.work -= steps
        if self.work < 0:
            raise TooComplexError
