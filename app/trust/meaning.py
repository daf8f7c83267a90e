"""What a JSON-LD document means, refusing whatever could mean one thing to a signature and another to a reader.

A JSON-LD signature covers the RDF a document stands for, not its letters. PyLD drops undefined terms silently and lets
one meaning be spelled in many ways, so a sound signature says little about the JSON that people and programs read.
Here each key must be a term that fixes its meaning, in the one spelling that readers know; anything else is refused.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from frozendict import frozendict
from pyld.jsonld import JsonLdError, JsonLdProcessor

from app.trust import contexts, inline
from app.trust.canonical import Quad, TooComplexError, canonical_form
from app.trust.contexts import FrozenResolver
from app.trust.inline import MeaningError
from app.trust.jcs import InexactNumberError
from app.trust.rdf import NumberError, to_quads
from app.trust.sets import texts

MAX_TERMS = 20_000
MAX_DEPTH = 80

# N-Quads IRIREF without escapes: a character outside it could end the IRI early and forge a statement.
IRI = re.compile(r'[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>"{}|^`\\]*')
_LANGUAGE = re.compile(r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*")
_VALUE_KEYS = frozenset({"@value", "@language", "@direction"})

_OPTIONS: dict[str, Any] = {
    "isFrame": False,
    "keepFreeFloatingNodes": False,
    "base": None,
    "processingMode": "json-ld-1.1",
    "documentLoader": None,
}


@dataclass(frozen=True)
class Meaning:
    """A document as RDF: canonical N-Quads (with SHA-256), and the terms that only an inline context defines."""

    canonical: str
    other_terms: tuple[str, ...]
    quads: tuple[Quad, ...]
    other_forms: dict[str, str] = field(default_factory=dict, repr=False, compare=False)

    def canonical_with(self, algorithm: str) -> str:
        """Canonical N-Quads with another hash inside RDFC-1.0 ("sha384"). Raises MeaningError."""
        if algorithm == "sha256":
            return self.canonical
        if algorithm not in self.other_forms:
            with refusals():
                self.other_forms[algorithm] = canonical_form(self.quads, algorithm)
        return self.other_forms[algorithm]


def read_meaning(document: Mapping[str, Any], resolver: FrozenResolver | None = None) -> Meaning:
    """What a document means (RDFC-1.0 canonical N-Quads).

    Raises MeaningError (code and values) where the JSON and its meaning could part, and UnknownContextError.
    """
    processor = expander_of(document, resolver, Expander)
    with refusals():
        quads = tuple(to_quads(processor.read(document)))
        canonical = canonical_form(quads)
        canonical.encode()
    return Meaning(canonical, tuple(sorted(processor.used)), quads)


def read_quads(document: Mapping[str, Any], resolver: FrozenResolver | None = None) -> tuple[Quad, ...]:
    """The statements of a document, checked like `read_meaning` does, in no canonical form. Raises what that raises."""
    processor = expander_of(document, resolver, Expander)
    with refusals():
        return tuple(to_quads(processor.read(document)))


@contextmanager
def refusals() -> Iterator[None]:
    """What goes wrong while a document's meaning is worked out, as MeaningError."""
    try:
        yield
    except (TooComplexError, RecursionError):
        raise MeaningError("too_complex") from None
    except (NumberError, InexactNumberError, OverflowError):
        raise MeaningError("bad_number") from None
    except UnicodeEncodeError:
        raise MeaningError("bad_text") from None
    except JsonLdError as error:
        raise _from_pyld(error) from None


def _from_pyld(error: JsonLdError) -> MeaningError:
    cause: BaseException | None = error
    while cause is not None:
        if getattr(cause, "code", None) in {"protected term redefinition", "invalid context nullification"}:
            return MeaningError("protected_term")
        cause = cause.__cause__
    return MeaningError("bad_json_ld", detail=str(error.code or error.type))


class Expander(JsonLdProcessor):  # type: ignore[misc]  # PyLD has no types
    """PyLD's expansion, looking at each object's keys beside the context in force there."""

    def __init__(self, own_terms: frozenset[str], resolver: FrozenResolver) -> None:
        super().__init__()
        self.own_terms = own_terms
        self.resolver = resolver
        self.options = {**_OPTIONS, "contextResolver": resolver}
        self.used: set[str] = set()
        self.terms = 0
        self.single: set[str] = set()
        self.seen: set[str] = set()

    def read(self, document: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
        """The expanded document. Raises MeaningError, and what PyLD raises."""
        start = self._get_initial_context(self.options)
        expanded = self._expand(start, None, document, self.options)
        return cast(Sequence[Mapping[str, Any]], self.arrayify(expanded) if expanded else [])

    def _process_context(
        self,
        active_ctx: Mapping[str, Any],
        local_ctx: object,
        options: Mapping[str, Any],
        override_protected: bool = False,  # noqa: FBT001, FBT002
        propagate: bool = True,  # noqa: FBT001, FBT002
        validate_scoped: bool = True,  # noqa: FBT001, FBT002
        cycles: set[str] | None = None,
    ) -> Mapping[str, Any]:
        """PyLD's, remembering what a shipped scoped context makes of a finished context (PyLD forgets these)."""
        finished = isinstance(active_ctx, frozendict) and id(local_ctx) in self.resolver.scoped
        key = (active_ctx.get("_uuid"), id(local_ctx), override_protected, propagate)
        found = self.resolver.in_force.get(key) if finished else None
        if found is None:
            found = super()._process_context(
                active_ctx, local_ctx, options, override_protected, propagate, validate_scoped, cycles
            )
            if finished:
                self.resolver.in_force[key] = found
        return cast(Mapping[str, Any], found)

    def _expand_iri(
        self,
        active_ctx: Mapping[str, Any],
        value: object,
        base: str | None = None,
        vocab: bool | str = False,  # noqa: FBT001, FBT002
        local_ctx: object = None,
        defined: object = None,
    ) -> str | None:
        """PyLD's, with a short way for the two that nearly all are: a term of the context, and an absolute IRI.

        A test holds it to PyLD's over every term of every shipped context.
        """
        if local_ctx is None and isinstance(value, str) and value[:1] != "@":
            mappings = active_ctx["mappings"]
            if vocab and value in mappings:
                mapping = mappings[value]
                return mapping["@id"] if mapping is not None else None
            colon = value.find(":")
            if colon > 0 and value.startswith("//", colon + 1):
                return value
        return cast("str | None", super()._expand_iri(active_ctx, value, base, vocab, local_ctx, defined))

    def _expand_object(
        self,
        active_ctx: Mapping[str, Any],
        active_property: str | None,
        expanded_active_property: str | None,
        element: Mapping[str, Any],
        expanded_parent: dict[str, Any],
        options: dict[str, Any],
        inside_list: bool = False,  # noqa: FBT001, FBT002
        type_key: str | None = None,
        type_scoped_ctx: Mapping[str, Any] | None = None,
    ) -> None:
        self._look_at(active_ctx, active_property, element, type_scoped_ctx or active_ctx)
        super()._expand_object(
            active_ctx,
            active_property,
            expanded_active_property,
            element,
            expanded_parent,
            options,
            inside_list,
            type_key,
            type_scoped_ctx,
        )

    def _look_at(
        self, active: Mapping[str, Any], above: str | None, element: Mapping[str, Any], typed: Mapping[str, Any]
    ) -> None:
        if "@value" in element:
            return _check_value_object(active, above, element)
        if "@context" in element:
            inline.check_mappings(active["mappings"], self.own_terms)
        for key, value in element.items():
            if key != "@context":
                self._check_entry(active, key, value, typed)
        self._check_whole(active, above, element)
        return None

    def _check_entry(self, active: Mapping[str, Any], key: str, value: object, typed: Mapping[str, Any]) -> None:
        self.terms += 1
        if self.terms > MAX_TERMS:
            raise MeaningError("too_many_terms", limit=MAX_TERMS)
        mapping = active["mappings"].get(key)
        if not mapping or not mapping["@id"]:
            raise self._unknown_key(active, key)
        meaning = mapping["@id"]
        if meaning == "@type":
            self._check_types(typed, value)
        elif meaning == "@id":
            _check_id(active, value)
        elif meaning.startswith("@"):
            raise MeaningError("respelled_keyword", term=key)
        else:
            self._check_property(active, key, mapping, value)

    def _check_property(self, active: Mapping[str, Any], key: str, mapping: Mapping[str, Any], value: object) -> None:
        if key in self.own_terms:
            self.used.add(key)
        elif key in inline.second_spellings(mapping["@id"]):
            raise MeaningError("respelled_term", term=key)
        if isinstance(value, list) and mapping.get("@type") != "@json" and any(isinstance(one, list) for one in value):
            raise MeaningError("respelled_value", term=key)
        if mapping.get("@type") == "@id":
            for text in texts(value):
                _check_id(active, text)
        elif mapping.get("@type") == "@vocab":
            self._check_words(active, key, mapping, value)

    def _check_words(self, active: Mapping[str, Any], key: str, mapping: Mapping[str, Any], value: object) -> None:
        """Values that stand for an IRI by their name, such as a proof's purpose: by its one name only."""
        scoped = mapping.get("@context")
        if scoped is not None:
            active = self._process_context(active, scoped, self.options, override_protected=True)
        for text in texts(value):
            if text not in active["mappings"]:
                raise MeaningError("respelled_value", term=key)

    def _unknown_key(self, active: Mapping[str, Any], key: str) -> MeaningError:
        if key.startswith("@"):
            return MeaningError("respelled_keyword", term=key)
        if ":" not in key:
            return MeaningError("undefined_term", term=key)
        known = contexts.spellings().get(self._expand_iri(active, key, vocab=True) or "")
        return MeaningError("respelled_term" if known else "iri_term", term=key)

    def _check_types(self, typed: Mapping[str, Any], value: object) -> None:
        for text in texts(value):
            mapping = typed["mappings"].get(text)
            iri = mapping["@id"] if mapping else self._expand_iri(typed, text, vocab=True)
            if text in self.own_terms:
                self.used.add(text)
            elif mapping and text in inline.second_spellings(iri, of_type=True):
                raise MeaningError("respelled_type", term=text)
            if not mapping and iri in contexts.spellings():
                raise MeaningError("respelled_type", term=text)
            if not iri or not IRI.fullmatch(iri):
                raise MeaningError("undefined_type", term=text)

    def _check_whole(self, active: Mapping[str, Any], above: str | None, element: Mapping[str, Any]) -> None:
        """Refuse a credential or status entry whose statements are spread over two objects with one id.

        JSON-LD merges objects that share an id, so statements can move between them without changing the signature.
        """
        identity = next((value for key, value in element.items() if means_id(active, key)), None)
        if above is None or above == "credentialStatus":
            self.single.add(str(identity))
        if identity is None or len(element) < 2:
            return
        key = str(identity)
        if key in self.single and key in self.seen:
            raise MeaningError("split_node", id=key)
        self.seen.add(key)


E = TypeVar("E", bound=Expander)


def expander_of(document: Mapping[str, Any], resolver: FrozenResolver | None, kind: type[E]) -> E:
    """An expander for a document whose contexts hold. Raises MeaningError and UnknownContextError."""
    resolver = resolver or contexts.resolver()
    return kind(inline.check_contexts(document, resolver, max_depth=MAX_DEPTH), resolver)


def means_id(active: Mapping[str, Any], key: str) -> bool:
    """Whether a key stands for an object's id."""
    mapping = active["mappings"].get(key)
    return bool(mapping) and mapping["@id"] == "@id"


def _check_value_object(active: Mapping[str, Any], above: str | None, element: Mapping[str, Any]) -> None:
    """A text with its language; any other value object is a second spelling of a plain value."""
    mapping = active["mappings"].get(above)
    plain = "@language" not in element or not _VALUE_KEYS.issuperset(element)
    if plain or not isinstance(element["@value"], str) or (mapping and mapping.get("@type")):
        raise MeaningError("respelled_value", term=above or "@value")
    language = element["@language"]
    if not isinstance(language, str) or not _LANGUAGE.fullmatch(language):
        raise MeaningError("bad_language", term=above or "@value")


def _check_id(active: Mapping[str, Any], value: object) -> None:
    if not isinstance(value, str):
        raise MeaningError("bad_id", id=str(value)[:80])
    if value.startswith("_:"):
        raise MeaningError("blank_id", id=value[:80])
    if not IRI.fullmatch(value):
        raise MeaningError("relative_id" if ":" not in value else "bad_id", id=value[:80])
    prefix, _, rest = value.partition(":")
    mapping = active["mappings"].get(prefix)
    if mapping and mapping.get("_prefix") and not rest.startswith("//"):
        raise MeaningError("respelled_id", id=value[:80])
