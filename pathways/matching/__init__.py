"""A word, code or link -> skills and occupations, each with its score and reason."""

from pathways.matching.match import match_alignment, match_text

__all__ = ["match_alignment", "match_text"]
