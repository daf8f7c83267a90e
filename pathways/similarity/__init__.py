"""Careers ranked: by likeness to one another, and by what a learner can show."""

from pathways.similarity.alike import alike_in, like, like_all
from pathways.similarity.careers import nearest_held, prepare_ranking, rank_careers

__all__ = ["alike_in", "like", "like_all", "nearest_held", "prepare_ranking", "rank_careers"]
