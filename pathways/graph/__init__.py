"""The pack as a typed graph: what stands close to what, what comes before what, and the part around a goal."""

from pathways.graph.build import around, whole
from pathways.graph.export import graphml, tables
from pathways.graph.order import skill_order, usually_before
from pathways.graph.related import close_to

__all__ = ["around", "close_to", "graphml", "skill_order", "tables", "usually_before", "whole"]
