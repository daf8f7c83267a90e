"""A posting that was being put right when its list was closed or the vault locked."""

from ui.guide import Guide
from ui.unsaved import unsaved_of

FOUND = "posting_found"
"""The list as far as it is put right, among what is unsaved."""


def left_title(guide: Guide) -> str | None:
    """What the posting is called; None where there is none."""
    typed = unsaved_of(guide).get(FOUND)
    return None if typed is None else str(typed["heads"]["title"])
