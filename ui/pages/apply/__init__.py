"""The parts of the Apply page."""
