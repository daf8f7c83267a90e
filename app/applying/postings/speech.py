"""The language of a posting, English or Spanish."""

import re

_SPANISH = frozenset(
    {
        "de", "la", "el", "los", "las", "y", "para", "con", "que", "en", "se", "una", "por", "del", "experiencia",
        "requisitos"
    }
)  # fmt: skip
_ENGLISH = frozenset(
    {
        "the", "and", "of", "to", "with", "for", "you", "in", "is", "are", "a", "experience", "requirements", "must",
        "we"
    }
)  # fmt: skip
_LETTERS_READ = 20_000


def language_of(text: str, said: str | None = None) -> str:
    """`es` or `en`, by small words; `said` is the tag of the page, which counts where there are too few of them."""
    words = re.findall(r"[^\W\d_]+", text[:_LETTERS_READ].casefold())
    spanish, english = (sum(word in known for word in words) for known in (_SPANISH, _ENGLISH))
    if spanish + english >= 5:
        return "es" if spanish > english else "en"
    return "es" if (said or "").lower().startswith("es") or spanish > english else "en"
