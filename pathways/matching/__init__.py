"""A word, code or link -> skills and occupations, each with its score and reason."""

from pathways.matching.match import match_alignment, match_text
from pathways.matching.names import concept_of, has_concept
from pathways.matching.search import search_names
from pathways.matching.titles import Named, also_called, find_occupations
from pathways.matching.words import shared_words

__all__ = [
    "Named",
    "also_called",
    "concept_of",
    "find_occupations",
    "has_concept",
    "match_alignment",
    "match_text",
    "search_names",
    "shared_words",
]
