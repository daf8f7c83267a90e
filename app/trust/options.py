"""What a proof says beside its signature, as the text that its suite hashes.

Proofs of one issuer differ in when they were made and in nothing else, and their terms come from shipped contexts that
never change. So their meaning is worked out and checked once, and the moment put in for the next; any proof that says
more, or says it otherwise, is read from the start.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from app.trust.contexts import FrozenResolver
from app.trust.meaning import read_meaning

_USUAL = frozenset({"@context", "type", "cryptosuite", "verificationMethod", "proofPurpose", "created"})
# Nothing that N-Quads would write otherwise can stand in such a moment.
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?Z")
_SAMPLE = "1999-12-31T23:59:59Z"
_LONGEST = 1_000
_REMEMBERED = 512


def canonical_options(options: Mapping[str, Any], resolver: FrozenResolver | None, hashing: str) -> str:
    """Canonical N-Quads of a proof's options with their contexts. Raises MeaningError and UnknownContextError."""
    around = _around(options) if resolver is None else None
    if around is None:
        return read_meaning(options, resolver).canonical_with(hashing)
    return str(options["created"]).join(around)


def _around(options: Mapping[str, Any]) -> tuple[str, str] | None:
    """The text before and after the moment of usual options; None for any other."""
    stated, created = options.get("@context"), options.get("created")
    contexts = tuple(stated) if isinstance(stated, list) else (stated,)
    others = tuple((name, value) for name, value in options.items() if name not in {"@context", "created"})
    if not options.keys() <= _USUAL or not isinstance(created, str) or not _MOMENT.fullmatch(created):
        return None
    if not all(isinstance(text, str) and len(text) <= _LONGEST for text in (*contexts, *(text for _, text in others))):
        return None
    return _worked_out(contexts, others) if len(contexts) <= len(_USUAL) else None


@lru_cache(maxsize=_REMEMBERED)
def _worked_out(contexts: tuple[str, ...], others: tuple[tuple[str, str], ...]) -> tuple[str, str] | None:
    """None where another moment could change more than its own place in the text."""
    canonical = read_meaning({"@context": list(contexts), **dict(others), "created": _SAMPLE}).canonical
    before, found, after = canonical.partition(_SAMPLE)
    start = before.rpartition("\n")[2]
    alone = sum(line.startswith(start) for line in canonical.splitlines()) == 1
    return (before, after) if found and alone and "_:c14n1" not in canonical and _SAMPLE not in after else None
