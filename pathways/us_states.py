"""U.S. states, the district and the territories by postal code, and their names as people write them."""

import unicodedata
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
"""Postal codes and names (U.S. Postal Service, Publication 28)."""


def _known() -> dict[str, str]:
    pairs = (one.split(" ", 1) for line in _STATES.split("\n") for one in line.split("|") if one)
    return {text.casefold(): code for code, name in pairs for text in (code, name)}


_CODES = _known() | {"virgin islands": "VI", "us virgin islands": "VI", "washington d.c.": "DC", "d.c.": "DC"}


@lru_cache(4096)
def state_code(text: str) -> str | None:
    """The postal code of a state by its code or name, a ZIP code after it aside; None where it is no state."""
    folded = unicodedata.normalize("NFKD", " ".join(text.casefold().split()))
    bare = "".join(one for one in folded if not unicodedata.combining(one))
    return _CODES.get(bare.rstrip("0123456789- ") or bare)
