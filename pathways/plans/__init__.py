"""Which learning steps to take, proven cheapest."""

from pathways.plans.cheapest import cheapest
from pathways.plans.programs import programs

__all__ = ["cheapest", "programs"]
