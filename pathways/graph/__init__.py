"""The pack as a graph: what stands close to what, and the part around a learner and a goal."""

from pathways.graph.build import around, whole
from pathways.graph.related import close_to

__all__ = ["around", "close_to", "whole"]
