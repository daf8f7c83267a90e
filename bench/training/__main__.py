"""`python -m bench.training words|ranker --from RELEASES`: make what the matcher learned, beside the shipped pack."""

import argparse
import sys
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from app.places import asset, careers_pack
from bench.training import words
from bench.training.examples import examples, held_out, read_before
from bench.training.ranker import fitted, write
from pathways.matching.meaning import MEANING, WORDS, read_meaning
from pathways.matching.names import name_index
from pathways.matching.ranker import RANKER, Weights
from pathways.matching.sayings import sayings
from pathways.pack.store import open_pack


def main() -> None:
    """Make one of the two files."""
    asked = argparse.ArgumentParser(prog="bench.training", description="Make what the matcher learned.")
    asked.add_argument("what", choices=["words", "ranker"])
    asked.add_argument(
        "--from", dest="releases", type=Path, required=True, help="folder with the O*NET and ESCO releases"
    )
    given = asked.parse_args()
    if given.what == "words":
        _make_words(given.releases, asset("packs", WORDS))
    else:
        _make_ranker(given.releases, asset("packs", RANKER))


def _make_words(releases: Path, out: Path, without: Collection[int] = ()) -> None:
    with open_pack(careers_pack()) as pack:
        words.make(pack, releases, out, _tell, without)


def _make_ranker(releases: Path, out: Path) -> None:
    """Fit with numbers that the ranker's own lines were left out of, and with none."""
    with open_pack(careers_pack()) as pack:
        table = sayings(pack)
    with TemporaryDirectory() as folder:
        held = Path(folder, WORDS)
        _make_words(releases, held, held_out(table) | read_before(table))
        write(out, learned=_fitted(held), words=_fitted(None))


def _fitted(numbers: Path | None) -> Weights:
    with replace(open_pack(careers_pack()), facts={}) as pack:
        pack.facts[MEANING] = numbers and read_meaning(numbers, name_index(pack))
        return fitted(examples(pack))


def _tell(done: int, of: int) -> None:
    print(f"round {done + 1} of {of}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
