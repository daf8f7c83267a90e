"""What an occupation needs: `weights` says how much each thing counts, `needs` makes the list people read."""

from pathways.requirements.needs import requirements
from pathways.requirements.weights import IMPORTANT, WEIGHT_CAPS, specificity

__all__ = ["IMPORTANT", "WEIGHT_CAPS", "requirements", "specificity"]
