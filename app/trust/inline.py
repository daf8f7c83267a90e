"""Where a document's contexts may stand and what an inline one may say (DESIGN: Checks)."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from app.trust import contexts
from app.trust.contexts import FrozenResolver, UnknownContextError
from app.trust.sets import texts

MAX_VALUES = 100_000

_CARRIERS = frozenset(
    {
        "VerifiableCredential", "VerifiablePresentation", "EnvelopedVerifiableCredential",
        "EnvelopedVerifiablePresentation",
    }
)  # fmt: skip
_DEFINITION_KEYS = frozenset({"@id", "@type", "@container", "@protected"})
_CONTAINERS = frozenset({"@set", "@list"})


class MeaningError(Exception):
    """A document refused because its JSON could say something else than what was signed: a code and its values."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values


def check_contexts(document: Mapping[str, Any], resolver: FrozenResolver, *, max_depth: int) -> frozenset[str]:
    """Check where contexts stand and what they are; the terms that inline contexts define.

    Raises MeaningError, and UnknownContextError for the first address that is not shipped.
    """
    own_terms: set[str] = set()
    unknown: list[str] = []
    for element, depth in _objects(document, max_depth):
        if "@context" in element:
            if depth and not _carries(element):
                raise MeaningError("nested_context")
            for member in _members(element["@context"]):
                if isinstance(member, str):
                    unknown += [member] if member not in resolver.contexts else []
                else:
                    own_terms |= _check_inline(member)
    if unknown:
        raise UnknownContextError(unknown[0])
    return frozenset(own_terms)


def _objects(document: object, max_depth: int) -> Iterator[tuple[Mapping[str, Any], int]]:
    """Every object in a document with its depth. Raises MeaningError for one nested too deeply or too large."""
    waiting: list[tuple[Any, int]] = [(document, 0)]
    left = MAX_VALUES
    while waiting:
        value, depth = waiting.pop()
        left -= 1
        if left < 0:
            raise MeaningError("too_many_terms", limit=MAX_VALUES)
        if depth > max_depth:
            raise MeaningError("too_deep", limit=max_depth)
        if isinstance(value, dict):
            yield value, depth
            waiting.extend((member, depth + 1) for key, member in value.items() if key != "@context")
        elif isinstance(value, list):
            waiting.extend((member, depth + 1) for member in value)


def _carries(element: Mapping[str, Any]) -> bool:
    return not _CARRIERS.isdisjoint(texts(element.get("type")))


def _members(context: object) -> list[Any]:
    return context if isinstance(context, list) else [context]


def _check_inline(context: object) -> set[str]:
    if not isinstance(context, dict):
        raise MeaningError("inline_not_object")
    # In its own order: what is refused first is what a person is told, each time the same.
    terms = [term for term in context if not _is_setting(term, context[term])]
    for term in terms:
        _check_definition(term, context[term])
    return set(terms)


def _is_setting(term: str, value: object) -> bool:
    return (term == "@version" and value == 1.1) or (term == "@protected" and isinstance(value, bool))


def _check_definition(term: str, definition: object) -> None:
    if term == "@vocab":
        raise MeaningError("inline_vocabulary")
    if term.startswith("@") or ":" in term or not term:
        raise MeaningError("inline_keyword", term=term)
    if term in contexts.known_terms():
        raise MeaningError("inline_redefines_term", term=term)
    if definition is None or (isinstance(definition, dict) and definition.get("@id", term) is None):
        raise MeaningError("inline_null", term=term)
    simple = isinstance(definition, str) or (isinstance(definition, dict) and _is_simple(definition))
    if not simple:
        raise MeaningError("inline_too_rich", term=term)


def _is_simple(definition: Mapping[str, Any]) -> bool:
    containers = _members(definition.get("@container", []))
    kind = definition.get("@type", "@id")
    return (
        _DEFINITION_KEYS.issuperset(definition)
        and all(isinstance(container, str) and container in _CONTAINERS for container in containers)
        and isinstance(kind, str)
        and (kind in {"@id", "@json"} or not kind.startswith("@"))
    )


def check_mappings(mappings: Mapping[str, Any], own_terms: frozenset[str]) -> None:
    """Refuse inline terms that stand for an IRI which a shipped context defines, or for a keyword."""
    for term in own_terms:
        iri = (mappings.get(term) or {}).get("@id")
        if iri is not None and (iri.startswith("@") or iri in contexts.spellings()):
            raise MeaningError("inline_redefines_iri", term=term)


@cache
def second_spellings(iri: str, *, of_type: bool = False) -> frozenset[str]:
    """Terms of shipped contexts that stand for an IRI which another term is the usual name of.

    Properties start with a small letter and types with a capital; `expiration` is an old name of `expires`.
    """
    terms = contexts.spellings().get(iri, frozenset())
    if len(terms) < 2:
        return frozenset()
    usual = {term for term in terms if term[:1].isupper() == of_type and term != "expiration"}
    return terms - usual
