"""What people, badges, courses and postings say, by a table of plain facts -> concepts: "CNA", "rang up sales".

A line of `sayings.tsv` is words, then ids of concepts, the nearest first, or "-" where the words say no skill. A line
`#: complete`, `#: some` or `#: read` says of those after it how they were written.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import Literal

from pathways.matching.words import folded, stem
from pathways.pack.esco import BASE
from pathways.pack.store import Pack

SAYINGS = "sayings.tsv"
MOST_WORDS = 5
SHORT = 3
"""Letters of a word up to which it must be said as it is written: "aps" is not "AP"."""
NOTHING, MARK = "-", "#: "
Written = Literal["complete", "some", "read"]
"""With all concepts that are right; with some of them; or by someone who had read the labelled phrases for learning."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A line of the table: its words as written and folded, and the ids of what they mean, parted by ";".

    Both are cut up when asked for: tens of thousands of tuples would keep Python's collector busy.
    """

    text: str
    plain: str
    ids: str
    written: Written

    @property
    def words(self) -> tuple[str, ...]:
        """The words, folded."""
        return tuple(self.plain.split())

    @property
    def meant(self) -> tuple[str, ...]:
        """The ids of what they mean, best first; none: no skill."""
        return tuple(self.ids.split(";")) if self.ids else ()


@dataclass(frozen=True)
class Said:
    """Words of a phrase that are a saying: from which word to which (exclusive), and its line."""

    start: int
    end: int
    line: int


@dataclass(frozen=True)
class Sayings:
    """The lines, and which line some words, joined by spaces, are: as they are written first, then in other forms."""

    lines: tuple[Saying, ...]
    by_words: dict[str, int]


def beside(pack: Pack, name: str) -> Path:
    """A file that stands beside the pack, or beside the one the program ships."""
    here = pack.path.with_name(name)
    found = find_spec("assets")
    folders = found.submodule_search_locations if found else None
    return here if here.is_file() or not folders else Path(folders[0]) / "packs" / name


def sayings(pack: Pack) -> Sayings:
    """The table beside the pack; empty where there is none."""
    return _table(beside(pack, SAYINGS))


def find_sayings(table: Sayings, words: Sequence[str]) -> list[Said]:
    """Sayings in a row of folded words, the longest first where one lies in another."""
    keys = [_key(word) for word in words]
    found = list[Said]()
    for length in range(min(MOST_WORDS, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            end = start + length
            line = table.by_words.get(" ".join(words[start:end]), table.by_words.get(" ".join(keys[start:end])))
            if line is not None and not any(one.start <= start and end <= one.end for one in found):
                found.append(Said(start, end, line))
    return found


def known_words(pack: Pack) -> frozenset[str]:
    """The stems of words that several sayings have: no misspellings."""
    return _known(beside(pack, SAYINGS))


@cache
def _known(path: Path) -> frozenset[str]:
    times = Counter(chain.from_iterable(set(map(stem, one.words)) for one in _table(path).lines))
    return frozenset(base for base, count in times.items() if count > 1)


@cache
def _table(path: Path) -> Sayings:
    lines = tuple(_lines(path)) if path.is_file() else ()
    short = [(at, one.plain) for at, one in enumerate(lines) if one.plain.count(" ") < MOST_WORDS and one.ids]
    stems = {" ".join(map(_key, plain.split())): at for at, plain in reversed(short)}
    return Sayings(lines, stems | {plain: at for at, plain in reversed(short)})


def _lines(path: Path) -> Iterator[Saying]:
    written: Written = "some"
    for line in path.read_text("utf-8").splitlines():
        if line.startswith(MARK):
            written = line.removeprefix(MARK)  # type: ignore[assignment]  # the file has no others
        elif line and not line.startswith("# "):
            said, _, meant = line.partition("\t")
            yield Saying(said, folded(said), "" if meant == NOTHING else meant.replace("esco:", BASE), written)


def _key(word: str) -> str:
    return stem(word) if len(word) > SHORT else word
