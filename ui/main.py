"""The program's entry."""

from app.cli import main

__all__ = ["main"]
