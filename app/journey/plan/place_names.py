"""Places in the U.S. as people write them: a city, a state by its name or code, or both, also behind a street."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from pathways.us_states import state_code

_COUNTRY = frozenset({"us", "usa", "u.s.", "u.s.a.", "united states", "united states of america"})
_SHORT = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount"}
_NO_CITY = frozenset({"statewide", "nationwide", "various", "multiple", "several", "online", "virtual", "remote"})
_SITES = frozenset({"location", "locations", "site", "sites", "city", "cities", "campus", "campuses"})
_STILL_A_NAME = frozenset({"port", "fort", "lake", "mount", "new", "old", "north", "south", "east", "west"})
"""What makes one name with a state's name after it: Port Washington, West Virginia."""


@dataclass(frozen=True)
class _Place:
    """A place taken apart; None is what its writer left out."""

    city: str | None
    state: str | None


def may_be_in(place: str, wanted: str) -> bool:
    """Whether a place may be the one wanted or in it: what either leaves out is not elsewhere.

    "Austin, TX" is in "Texas" and in "Austin"; "Texas" alone may be in "Austin, TX"; "Dallas, TX" is not.
    """
    found, asked = _taken_apart(place), _taken_apart(wanted)
    pairs = ((found.city, asked.city), (found.state, asked.state))
    return all(one is None or other is None or one == other for one, other in pairs)


@lru_cache(4096)
def _taken_apart(text: str) -> _Place:
    """The state stands last; the city right before it, else first. A lone name that is a state's is the state."""
    parts = [found for one in text.split(",") if (found := _folded(one)) and found not in _COUNTRY]
    if not parts:
        return _Place(None, None)
    if len(parts) == 1 and (alone := state_code(parts[0])):
        return _Place(None, alone)
    before, state = _state_at_the_end(parts)
    towns = [town for one in (reversed(before) if state else before) if (town := _town(one, state))]
    return _Place(next((one for one in towns if not one.endswith(" county")), None), state)


def _folded(part: str) -> str:
    """In small letters without accents, short forms written out; empty where it names no one place."""
    letters = unicodedata.normalize("NFKD", part.casefold())
    words = "".join(one for one in letters if not unicodedata.combining(one)).split()
    if _NO_CITY & set(words):
        words = [one for one in words if one not in _NO_CITY | _SITES]
    if words:
        words[0] = _SHORT.get(words[0].rstrip("."), words[0])
    return " ".join(words)


def _state_at_the_end(parts: list[str]) -> tuple[list[str], str | None]:
    """The parts before the last that is a state, or ends in one."""
    for place in range(len(parts) - 1, -1, -1):
        if place and (state := state_code(parts[place])):
            return parts[:place], state
        town, state = _split(parts[place])
        if state:
            return [*parts[:place], town], state
    return parts, None


@lru_cache(4096)
def _split(part: str) -> tuple[str, str | None]:
    """A part without the state that ends it, and that state: "austin tx 78701"."""
    words = re.sub(r"[\s\d-]+$", "", part).split()
    for count in range(min(3, len(words) - 1), 0, -1):
        town, state = words[:-count], state_code(" ".join(words[-count:]))
        if state and (len(words[-1]) == 2 or town[-1] not in _STILL_A_NAME):
            return " ".join(town), state
    return part, None


def _town(part: str, state: str | None) -> str | None:
    """The city in a part; None for a street, a ZIP code, or the state once more."""
    town, again = _split(part)
    town = town if again and again == state else part
    return None if any(one.isdigit() for one in town) else town
