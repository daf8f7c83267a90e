"""Careers ranked: by likeness to one another, and by what a learner can show."""

from pathways.similarity.alike import like, like_all
from pathways.similarity.careers import rank_careers

__all__ = ["like", "like_all", "rank_careers"]
