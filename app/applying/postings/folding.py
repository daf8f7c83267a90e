"""Text as patterns see it: small letters, no accents, plain quotes, one space."""

import unicodedata

_PLAIN = str.maketrans("’‘´`“”–—", "''''\"\"--")


def fold(text: str) -> str:
    """`text` in small letters without accents, so that one pattern serves however carefully it was typed."""
    apart = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    return " ".join("".join(one for one in apart if not unicodedata.combining(one)).casefold().split())
