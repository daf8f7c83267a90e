"""`python -m bench [--json] [PART…]`: measure, then print the table."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator

from bench import (
    careers,
    checking,
    choices,
    choosing,
    growth,
    online,
    plans,
    processes,
    signing,
    thousand,
    vaults,
    windows,
)
from bench.table import as_json, lines, machine
from bench.timing import Row

PARTS: dict[str, Callable[[], Iterator[Row]]] = {
    "checking": checking.rows,
    "vaults": vaults.rows,
    "thousand": thousand.rows,
    "signing": signing.rows,
    "careers": careers.rows,
    "growth": growth.rows,
    "choosing": choosing.rows,
    "plans": plans.rows,
    "choices": choices.rows,
    "online": online.rows,
    "processes": processes.rows,
    "windows": windows.rows,
}


def main() -> None:
    """Measure the parts asked for, all of them unless told, and print."""
    asked = argparse.ArgumentParser(prog="bench", description="Measure Pathfolio; takes three to five minutes.")
    asked.add_argument("part", nargs="*", choices=[*PARTS, []], help=f"any of {', '.join(PARTS)}; all unless told")
    asked.add_argument("--json", action="store_true", help="print JSON")
    given = asked.parse_args()
    found = [row for name in given.part or PARTS for row in _measured(name)]
    if given.json:
        print(json.dumps(as_json(found, machine()), ensure_ascii=False, indent=1))
    else:
        print("\n".join(lines(found, machine())))


def _measured(name: str) -> list[Row]:
    print(f"measuring {name} …", file=sys.stderr)
    return list(PARTS[name]())


if __name__ == "__main__":
    main()
