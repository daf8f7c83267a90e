"""The JSON-LD contexts that ship with the program: the allow-list, and a resolver that never leaves it."""

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from cachetools import LRUCache
from pyld.context_resolver import ContextResolver
from pyld.jsonld import JsonLdError
from pyld.resolved_context import ResolvedContext

from app.places import asset

# PyLD keeps ten processed forms of a context; records of many kinds need more than ten side by side.
PROCESSED_FORMS = 64
# Contexts in force at some kind of object in some kind of record; a badge of one kind meets about ten.
CONTEXTS_IN_FORCE = 512


class UnknownContextError(Exception):
    """A context that is not shipped; `url` is its address."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.url = url


def digest(document: object) -> str:
    """SHA-256 (hex) of a document's JSON with sorted keys and no spaces, in UTF-8."""
    text = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


@cache
def index() -> tuple[Mapping[str, str], ...]:
    """Every shipped context: url, file, sha256, owner, terms, terms_url, package.

    `until` is there for one that its owner has replaced at the same address since, and says in which year.
    """
    return tuple(json.loads(asset("contexts", "index.json").read_text("utf-8")))


@cache
def shipped() -> Mapping[str, Any]:
    """Address -> `@context` of every shipped document: the allow-list. Read-only."""
    return {entry["url"]: _load(entry["file"])["@context"] for entry in index() if "until" not in entry}


@cache
def earlier() -> Mapping[str, Any]:
    """Address -> `@context` as it stood there before its owner changed it in place. Read-only."""
    return {entry["url"]: _load(entry["file"])["@context"] for entry in index() if "until" in entry}


def _load(file: str) -> Mapping[str, Any]:
    return dict(json.loads(asset("contexts", file).read_text("utf-8")))


@cache
def spellings() -> Mapping[str, frozenset[str]]:
    """Every IRI that a shipped context defines -> the terms that stand for it, scoped terms included."""
    found: dict[str, set[str]] = {}
    for context in (*shipped().values(), *earlier().values()):
        _collect(context, {}, found)
    return {iri: frozenset(terms) for iri, terms in found.items()}


@cache
def known_terms() -> frozenset[str]:
    """Every term that a shipped context defines, anywhere."""
    return frozenset[str]().union(*spellings().values())


def _collect(context: object, prefixes: Mapping[str, str], found: dict[str, set[str]]) -> None:
    if isinstance(context, list):
        for member in context:
            _collect(member, prefixes, found)
        return
    if not isinstance(context, dict):
        return
    named = {term: _written_iri(term, value) for term, value in context.items() if not term.startswith("@")}
    prefixes = {**prefixes, **named}
    for term, iri in named.items():
        found.setdefault(_full(iri, prefixes), set()).add(term)
        if isinstance(context[term], dict):
            _collect(context[term].get("@context"), prefixes, found)


def _written_iri(term: str, definition: object) -> str:
    if isinstance(definition, dict):
        return str(definition.get("@id") or definition.get("@reverse") or term)
    return str(definition)


def _full(iri: str, prefixes: Mapping[str, str]) -> str:
    prefix, colon, rest = iri.partition(":")
    if colon and not rest.startswith("//") and prefixes.get(prefix, iri) != iri:
        return _full(prefixes[prefix] + rest, prefixes)
    return iri


class PinnedContext(ResolvedContext):  # type: ignore[misc]  # PyLD has no types
    """A shipped context (or one scoped inside it) whose processed forms are shared between calls."""

    def __init__(self, document: object) -> None:
        super().__init__(document)
        self.cache: LRUCache[str, Any] = LRUCache(maxsize=PROCESSED_FORMS)


class FrozenResolver(ContextResolver):  # type: ignore[misc]  # PyLD has no types
    """Resolves the contexts it was given and nothing else, and shares their processed forms between calls.

    A record's own inline context is resolved afresh and never shared: sharing it would let one record's terms leak
    into the next. PyLD's resolver finds a context scoped inside another by re-serialising it each time; here they are
    found by identity, since `contexts` outlives the resolver's every use.
    """

    def __init__(self, contexts: Mapping[str, Any]) -> None:
        super().__init__({}, None)
        self.contexts = contexts
        self.by_url: dict[str, list[ResolvedContext]] = {}
        self.scoped: dict[int, PinnedContext] = {}
        self.in_force: LRUCache[tuple[object, ...], Mapping[str, Any]] = LRUCache(maxsize=CONTEXTS_IN_FORCE)

    def resolve(
        self, active_ctx: Mapping[str, Any], context: object, base: str | None, cycles: set[str] | None = None
    ) -> list[ResolvedContext]:
        """Resolved forms of a context or list of contexts. Raises UnknownContextError."""
        del active_ctx, base, cycles
        if isinstance(context, Mapping) and "@context" in context:
            context = context["@context"]
        members = context if isinstance(context, list) else [context]
        return [form for member in members for form in self._forms(member)]

    def _forms(self, member: object) -> list[ResolvedContext]:
        if isinstance(member, str):
            return self._pinned(member)
        if member is None or member is False:
            return [ResolvedContext(None)]
        if not isinstance(member, Mapping):
            raise JsonLdError("A context must be an object.", "jsonld.SyntaxError", code="invalid local context")
        return [self.scoped.get(id(member)) or ResolvedContext(member)]

    def _pinned(self, url: str) -> list[ResolvedContext]:
        if url not in self.by_url:
            if url not in self.contexts:
                raise UnknownContextError(url)
            context = self.contexts[url]
            members = context if isinstance(context, list) else [context]
            self.by_url[url] = [form for member in members for form in self._pin(member)]
        return self.by_url[url]

    def _pin(self, member: object) -> list[ResolvedContext]:
        if isinstance(member, str):
            return self._pinned(member)
        if isinstance(member, dict):
            self._pin_scoped(member)
        return [PinnedContext(member)]

    def _pin_scoped(self, context: Mapping[str, Any]) -> None:
        for definition in context.values():
            scoped = definition.get("@context") if isinstance(definition, dict) else None
            for member in scoped if isinstance(scoped, list) else [scoped]:
                if isinstance(member, dict):
                    self.scoped[id(member)] = PinnedContext(member)
                    self._pin_scoped(member)


@cache
def resolver() -> FrozenResolver:
    """The resolver over the shipped contexts, one for the process."""
    return FrozenResolver(shipped())


@cache
def earlier_resolver() -> FrozenResolver:
    """The resolver over the shipped contexts as they were before some changed in place, one for the process."""
    return FrozenResolver({**shipped(), **earlier()})
