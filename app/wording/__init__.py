"""Reasons and errors to sentences, the same for window, terminal and paper."""

from app.wording.words import Words

__all__ = ["Words"]
