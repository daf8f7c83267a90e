"""Which learning steps to take, proven cheapest or fastest, and when."""

from pathways.plans.cheapest import cheapest
from pathways.plans.fastest import Timed, fastest
from pathways.plans.programs import programs

__all__ = ["Timed", "cheapest", "fastest", "programs"]
