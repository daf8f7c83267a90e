"""Names for the blank nodes of a document, so that parts of it can be told apart (vc-di-ecdsa 1.0, section 3.4)."""

from collections.abc import Mapping
from typing import Any

from app.trust.contexts import FrozenResolver
from app.trust.meaning import Expander, expander_of, means_id, refusals


def with_names(document: Mapping[str, Any], prefix: str, resolver: FrozenResolver | None = None) -> dict[str, Any]:
    """A copy of a document in which each object that stands for a blank node has an id: the prefix and a number."""
    processor = expander_of(document, resolver, _NodeCollector)
    with refusals():
        processor.read(document)
    numbers = {id(element): number for number, element in enumerate(processor.blank)}

    def named(value: object) -> Any:  # noqa: ANN401 - any JSON value
        if isinstance(value, list):
            return [named(member) for member in value]
        if not isinstance(value, dict):
            return value
        copied = {key: member if key == "@context" else named(member) for key, member in value.items()}
        return {"id": f"{prefix}{numbers[id(value)]}", **copied} if id(value) in numbers else copied

    return dict(named(document))


class _NodeCollector(Expander):
    """Remembers the objects that stand for blank nodes."""

    def __init__(self, own_terms: frozenset[str], resolver: FrozenResolver) -> None:
        super().__init__(own_terms, resolver)
        self.blank: list[Mapping[str, Any]] = []

    def _look_at(
        self, active: Mapping[str, Any], above: str | None, element: Mapping[str, Any], typed: Mapping[str, Any]
    ) -> None:
        super()._look_at(active, above, element, typed)
        if "@value" not in element and not any(means_id(active, key) for key in element):
            self.blank.append(element)
