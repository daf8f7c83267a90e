"""A posting as plain JSON, while the learner puts it right: so that a lock half-way loses nothing."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from app.applying.postings.model import Found, Posting


def posting_kept(posting: Posting) -> dict[str, Any]:
    """All of a posting but the lines it was read from; what its things may mean is looked up anew."""
    plain = replace(posting, lines=(), found=())
    return {**asdict(plain), "found": [found_kept(one) for one in posting.found]}


def found_kept(one: Found) -> dict[str, Any]:
    """One thing found."""
    return asdict(replace(one, matches=()))


def posting_from_kept(kept: Mapping[str, Any]) -> Posting:
    """The posting that `posting_kept` made it of. TypeError, ValueError, KeyError where it is not that."""
    sets = {name: tuple(kept[name]) for name in ("ignored", "skipped")}
    answers = tuple((code, text) for code, text in kept["answers"])
    found = tuple(found_from_kept(one) for one in kept["found"])
    return Posting(**{**kept, **sets, "answers": answers, "found": found, "lines": ()})


def found_from_kept(kept: Mapping[str, Any]) -> Found:
    """The thing that `found_kept` made it of."""
    return Found(**{**kept, "matches": (), "agreed": tuple(kept["agreed"])})
