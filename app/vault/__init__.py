"""The learner's encrypted store."""
