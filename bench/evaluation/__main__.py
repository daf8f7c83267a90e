"""`python -m bench.evaluation [PART…]`: measure how right each part is, and print its table."""

import argparse
import sys
from collections.abc import Callable

from bench.evaluation import fit, learners, like, matching

PARTS: tuple[tuple[str, Callable[[], str]], ...] = (
    ("matching", matching.table),
    ("like", like.table),
    ("fit", fit.table),
    ("learners", learners.table),
)


def main() -> None:
    """Measure the parts asked for, all of them unless told, and print."""
    names = [name for name, _ in PARTS]
    asked = argparse.ArgumentParser(prog="bench.evaluation", description="Measure how right Pathfolio's answers are.")
    asked.add_argument("part", nargs="*", choices=[*names, []], help=f"any of {', '.join(names)}; all unless told")
    given = asked.parse_args()
    for name, table in PARTS:
        if not given.part or name in given.part:
            print(f"measuring {name} …", file=sys.stderr)
            print(table(), end="\n\n", flush=True)


if __name__ == "__main__":
    main()
