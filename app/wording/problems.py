"""Sentences for errors that a person can mend."""

PROBLEMS: dict[str, str] = {}
