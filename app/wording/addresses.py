"""Addresses and numbers that programs give to things, in words; a record's file has them to the letter."""

import re

from app.wording.words import Words

PORT = re.compile("%3a", re.IGNORECASE)
"""The one escape that is undone (did:web, section 3.2): others could bring letters that hide or turn a text around."""
KEYS = ("did:key:", "did:jwk:")
END = 4
"""Letters by which one is told from another."""


def readable(words: Words, text: str | None) -> str:
    """A text as it is, unless it is a name that only programs read."""
    if text is None:
        return ""
    low = text.strip().lower()
    if low.startswith("did:web:"):
        host, *path = text.strip()[len("did:web:") :].split("#")[0].split(":")
        return "/".join([PORT.sub(":", host), *path])
    end = text.strip().split("#")[0][-END:]
    if low.startswith(KEYS):
        return words.text("A key of its own, ending in …{end}", end=end)
    if low.startswith(("did:", "urn:")):
        return words.text("A number for programs, ending in …{end}", end=end)
    return text
