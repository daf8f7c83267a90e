"""Bytes of a list as text, within bounds."""

from pathways.errors import PathwaysError
from pathways.plain_text import plain_text

MOST_BYTES = 60_000_000


def decoded(content: bytes, file: str) -> str:
    """The text; errors `learning_not_text`, `learning_too_large` (file)."""
    if len(content) > MOST_BYTES:
        raise PathwaysError("learning_too_large", file=file)
    text = plain_text(content)
    if text is None:
        raise PathwaysError("learning_not_text", file=file)
    return text
