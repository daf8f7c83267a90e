"""Text as patterns see it: small letters, no accents, plain quotes, one space."""

import unicodedata

_PLAIN = str.maketrans("’‘´`“”–—", "''''\"\"--") | {
    ord(sign): f" {said}" for sign, said in {"½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3"}.items()
}


def fold(text: str) -> str:
    """`text` in small letters without accents, so that one pattern serves however carefully it was typed."""
    apart = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    return " ".join("".join(one for one in apart if not unicodedata.combining(one)).casefold().split())
