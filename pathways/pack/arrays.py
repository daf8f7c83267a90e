"""The pack's arrays: ratings by occupation and element, relations by row."""

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from pathways.errors import PathwaysError
from pathways.pack.schema import HUNDREDTHS, NO_VALUE
from pathways.pack.store import Pack, keep

S = TypeVar("S", np.int16, np.uint8)
Floats = NDArray[np.float32]
Flags = NDArray[np.uint8]
Indices = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Links:
    """A relation as arrays: the targets of row i are `targets[starts[i]:starts[i + 1]]`, each with a mark."""

    starts: NDArray[np.uint32]
    targets: NDArray[np.uint16]
    marks: Flags

    def of(self, row: int) -> tuple[NDArray[np.uint16], Flags]:
        """The targets of one row and their marks, in the pack's order."""
        part = slice(int(self.starts[row]), int(self.starts[row + 1]))
        return self.targets[part], self.marks[part]

    def sources(self) -> Indices:
        """The row of each target, as long as `targets`."""
        return np.repeat(np.arange(len(self.starts) - 1), _lengths(self.starts))

    def entries(self, row: int | None = None) -> tuple[Indices, Indices, Flags]:
        """Row, target and mark of every entry, or only of one row's, in the pack's order."""
        if row is None:
            return self.sources(), self.targets.astype(np.int64), self.marks
        targets, marks = self.of(row)
        return np.full(len(targets), row, np.int64), targets.astype(np.int64), marks

    def ranges(self, rows: Indices) -> tuple[Indices, Indices]:
        """The entries of several rows, one row after the other: the place in `rows` of each, and the entry."""
        lengths = _lengths(self.starts)[rows]
        ends = np.cumsum(lengths)
        which = np.repeat(np.arange(len(rows)), lengths)
        within = np.arange(ends[-1] if len(ends) else 0) - np.repeat(ends - lengths, lengths)
        return which, self.starts[rows].astype(np.int64)[which] + within

    def frequencies(self, size: int) -> Indices:
        """How many rows name each target, at least `size` long."""
        return np.bincount(self.targets, minlength=size)


def _lengths(starts: NDArray[np.uint32]) -> Indices:
    ends = starts.astype(np.int64)
    return ends[1:] - ends[:-1]


def links(pack: Pack, name: str) -> Links:
    """A relation by its name (`schema` lists them), read once."""
    return keep(pack, f"links:{name}", lambda: _read_links(pack, name))


def _read_links(pack: Pack, name: str) -> Links:
    row = pack.connection.execute("SELECT starts, targets, marks FROM links WHERE name = ?", (name,)).fetchone()
    if row is None:
        return Links(np.zeros(0x10000, "<u4"), np.zeros(0, "<u2"), np.zeros(0, np.uint8))
    starts, targets, marks = (np.frombuffer(d, t) for d, t in zip(row, ("<u4", "<u2", "u1"), strict=True))
    if not len(starts) or starts[-1] != len(targets) or len(targets) != len(marks) or (_lengths(starts) < 0).any():
        raise PathwaysError("pack_unreadable", file=str(pack.path))
    return Links(starts, targets, marks)


def matrix(pack: Pack, name: str) -> Floats:
    """A ratings matrix, occupations by elements, NaN where nobody rated; exact to the hundredth, read once."""
    return keep(pack, f"matrix:{name}", lambda: _values(_read_matrix(pack, name, np.dtype("<i2"))))


def flags(pack: Pack, name: str) -> Flags:
    """A matrix of flag bits (see `schema`), occupations by elements, read once."""
    return keep(pack, f"matrix:{name}", lambda: _read_matrix(pack, name, np.dtype("u1")))


def has_matrix(pack: Pack, name: str) -> bool:
    """Whether the pack holds a matrix of this name: the releases it was built from may lack a table."""
    found = pack.connection.execute("SELECT 1 FROM matrix WHERE name = ?", (name,)).fetchone()
    return found is not None


def _values(stored: NDArray[np.int16]) -> Floats:
    values = stored.astype(np.float32) / np.float32(HUNDREDTHS)
    values[stored == NO_VALUE] = np.nan
    values.flags.writeable = False
    return values


def _read_matrix(pack: Pack, name: str, kind: np.dtype[S]) -> NDArray[S]:
    row = pack.connection.execute("SELECT rows, columns, data FROM matrix WHERE name = ?", (name,)).fetchone()
    if row is None or len(row[2]) != row[0] * row[1] * kind.itemsize:
        raise PathwaysError("pack_unreadable", file=str(pack.path))
    return np.frombuffer(row[2], kind).reshape(row[0], row[1])
