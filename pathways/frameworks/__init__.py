"""One reader for each published framework."""
