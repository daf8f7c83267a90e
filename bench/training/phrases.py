"""The phrases that people labelled, which the tests keep."""

import sys
from pathlib import Path
from typing import Any

SUPPORT = Path(__file__).resolve().parents[2] / "tests" / "support"


def labelled(part: str) -> list[Any]:
    """The labelled phrases of one part, `learn`, `aside` or `fresh` (`tests/support/matching_gold.Labelled`)."""
    sys.path.insert(0, str(SUPPORT))
    try:
        from matching_gold import gold  # type: ignore[import-not-found]  # found by the line above alone
    finally:
        sys.path.remove(str(SUPPORT))
    return [one for one in gold() if one.part == part]
