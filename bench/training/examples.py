"""What the ranker is fitted to: lines of the table of sayings that nothing else was fitted to, and labelled phrases.

The ranker must learn how far to trust sayings that are like a phrase. So it is shown phrases whose own line is left
out, by numbers trained without them; lines by someone who had read the labelled phrases are left out throughout. Names
of concepts, half of them with a letter left out, teach it that a name said in full is what is meant.
"""

from collections.abc import Collection, Iterator

import numpy as np

from bench.training.phrases import labelled
from bench.training.ranker import Example, example
from pathways.matching.evidence import evidence_of
from pathways.matching.index import NameIndex
from pathways.matching.kin import lines
from pathways.matching.names import concept_places, name_index
from pathways.matching.near import exact_rows, read_phrase
from pathways.matching.readings import read
from pathways.matching.sayings import Sayings, sayings
from pathways.pack.store import Pack

BLOCK, PARTS = 25, 5
"""Every fifth block of lines is held out: lines near one another are often about one thing."""
NAMES, SHORT = 200, 5
"""How many concepts' own names, and how many other names, are taken; words up to which length stay as they are."""


def held_out(table: Sayings) -> frozenset[int]:
    """The lines kept for the ranker, of those that tell all that is right."""
    complete = [line for line, one in enumerate(table.lines) if one.written == "complete"]
    return frozenset(line for at, line in enumerate(complete) if (at // BLOCK) % PARTS == 0)


def read_before(table: Sayings) -> frozenset[int]:
    """The lines by someone who had read the labelled phrases."""
    return frozenset(line for line, one in enumerate(table.lines) if one.written == "read")


def examples(pack: Pack) -> list[Example]:
    """An example from each line held out, from some names, and from each labelled phrase for learning."""
    table, places = sayings(pack), concept_places(pack)
    known, meant = read_before(table), lines(pack, name_index(pack)).meant
    return [
        *(_example(pack, table.lines[at].text, meant[at], {*known, at}) for at in sorted(held_out(table))),
        *(_example(pack, said, right, known) for said, right in _names(name_index(pack))),
        *(
            _example(pack, one.phrase, [places[found] for found in one.right], known, labelled=True)
            for one in labelled("learn")
        ),
    ]


def _names(index: NameIndex) -> Iterator[tuple[str, set[int]]]:
    """Names evenly from the whole index, and the concepts that are called so."""
    own, others = np.flatnonzero(index.main), np.flatnonzero(~index.main)
    for rows in (own, others):
        for at, row in enumerate(rows[:: len(rows) // NAMES].tolist()):
            same = exact_rows(index, read_phrase(index, index.texts[row], mend=False))
            yield _roughened(index.texts[row]) if at % 2 else index.texts[row], {int(index.owners[one]) for one in same}


def _roughened(name: str) -> str:
    """A name without one letter from the middle of its longest word."""
    longest = max(name.split(), key=len)
    middle = len(longest) // 2
    return name.replace(longest, longest[:middle] + longest[middle + 1 :]) if len(longest) > SHORT else name


def _example(
    pack: Pack, phrase: str, right: Collection[int], without: Collection[int], *, labelled: bool = False
) -> Example:
    index = name_index(pack)
    return example(evidence_of(pack, index, read(pack, index, phrase), without), right, labelled=labelled)
