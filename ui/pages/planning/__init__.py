"""The parts of the Plan page, each with one subject."""
