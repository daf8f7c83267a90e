"""Slow work: one thread that owns the open vault, and what the window hears from it."""
