"""A pack being built: rows by table, and the arrays that hold ratings and relations."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from pathways.errors import PathwaysError
from pathways.pack.schema import HUNDREDTHS, NO_VALUE

MOST_TARGETS = 0xFFFF  # targets are kept as uint16
Cell = str | int | float | bytes | None


@dataclass(frozen=True)
class Draft:
    """Rows of each table so far, and how many rows each reader had to leave out and why."""

    rows: dict[str, list[tuple[Cell, ...]]] = field(default_factory=dict)
    dropped: dict[str, int] = field(default_factory=dict)

    def add(self, table: str, rows: Iterable[tuple[Cell, ...]]) -> None:
        """Append rows to a table."""
        self.rows.setdefault(table, []).extend(rows)

    def drop(self, reason: str, count: int) -> None:
        """Count rows left out; a count of none is not kept."""
        if count:
            self.dropped[reason] = self.dropped.get(reason, 0) + count


def add_matrix(draft: Draft, name: str, kind: str, values: np.ndarray) -> None:
    """Keep a 2-D array: floats as int16 hundredths with NaN as `NO_VALUE`, bytes (flags) as they are."""
    if values.dtype != np.uint8:
        scaled = np.where(np.isnan(values), NO_VALUE, np.rint(np.nan_to_num(values) * HUNDREDTHS))
        if (np.abs(scaled) > -NO_VALUE).any():
            raise PathwaysError("framework_value_out_of_range", table=name)
        values = scaled.astype("<i2")
    rows, columns = values.shape
    draft.add("matrix", [(name, kind, rows, columns, values.itemsize, values.tobytes())])


def add_links(draft: Draft, name: str, ends: tuple[str, str], size: int, links: Sequence[tuple[int, int, int]]) -> None:
    """Keep (source, target, mark) triples as arrays; the order of one source's targets is kept."""
    table = np.array(links, dtype=np.int64).reshape(-1, 3)
    table = table[np.argsort(table[:, 0], kind="stable")]
    if len(table) and table[:, 1].max() > MOST_TARGETS:
        raise PathwaysError("framework_value_out_of_range", table=name)
    starts = np.searchsorted(table[:, 0], np.arange(size + 1)).astype("<u4")
    targets, marks = table[:, 1].astype("<u2"), table[:, 2].astype("u1")
    draft.add("links", [(name, *ends, starts.tobytes(), targets.tobytes(), marks.tobytes())])
