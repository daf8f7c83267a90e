"""Places in the U.S. as people write them: a city, a state by its name or code, or both."""

from dataclasses import dataclass
from functools import lru_cache

_STATES = """
AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware
DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky
LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana
NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota
OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas
UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming
PR Puerto Rico|GU Guam|VI U.S. Virgin Islands|AS American Samoa|MP Northern Mariana Islands
"""
"""States, the district and the territories with their postal codes (U.S. Postal Service, Publication 28)."""
_COUNTRY = frozenset({"us", "usa", "u.s.", "u.s.a.", "united states", "united states of america"})


def _known_states() -> dict[str, str]:
    pairs = (one.split(" ", 1) for line in _STATES.split("\n") for one in line.split("|") if one)
    return {text.casefold(): code for code, name in pairs for text in (code, name)}


_CODES = _known_states()


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
    """A lone name that is a state's is the state; before a comma stands a city, whatever its name."""
    parts = [" ".join(one.casefold().split()) for one in text.split(",")]
    parts = [one for one in parts if one and one not in _COUNTRY]
    if not parts:
        return _Place(None, None)
    states = [_CODES[bare] for one in parts[1:] if (bare := one.rstrip("0123456789- ")) in _CODES]
    if len(parts) == 1 and parts[0] in _CODES:
        return _Place(None, _CODES[parts[0]])
    return _Place(parts[0], states[-1] if states else None)
