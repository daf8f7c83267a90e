"""Readers of lists of learning that a person or a center brings."""
