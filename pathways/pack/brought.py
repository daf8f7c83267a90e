"""What a person brought, as their own pack keeps it: each release's whole rows, so that any can go without the rest."""

import contextlib
import json
import sqlite3
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pathways.errors import PathwaysError
from pathways.frameworks.sift import Damage
from pathways.frameworks.take import Counted, Kept
from pathways.pack.draft import Draft
from pathways.pack.schema import APPLICATION_ID

LEVEL = 6
MOST_KEPT = 600_000_000


def add_brought(draft: Draft, kept: Iterable[Kept]) -> None:
    """Put what was brought into a draft, packed."""
    for one in sorted(kept, key=lambda found: found.name):
        draft.add("brought", [(one.name, json.dumps(_facts(one), sort_keys=True, ensure_ascii=False))])
        for table, parts in sorted(one.tables.items()):
            packed = (zlib.compress(part, LEVEL) for part in parts)
            draft.add("brought_table", [(one.name, table, place, data) for place, data in enumerate(packed)])


def read_brought(path: Path, *, tables: bool = True) -> tuple[Kept, ...]:
    """What a pack of any schema keeps, by name; none where there is no such file. `tables` False: without their rows.

    Error `pack_unreadable`.
    """
    if not path.is_file():
        return ()
    try:
        with contextlib.closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as pack:
            if pack.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                raise PathwaysError("pack_unreadable", file=str(path))
            rows = pack.execute("SELECT name, facts FROM brought ORDER BY name").fetchall()
            return tuple(_kept(name, json.loads(facts), _tables(pack, name, rows=tables)) for name, facts in rows)
    except (sqlite3.Error, ValueError, KeyError, TypeError, zlib.error) as error:
        raise PathwaysError("pack_unreadable", file=str(path)) from error


def _tables(pack: sqlite3.Connection, name: str, *, rows: bool) -> dict[str, tuple[bytes, ...]]:
    if not rows:
        query = "SELECT DISTINCT table_name FROM brought_table WHERE name = ? ORDER BY table_name"
        return {str(table): () for (table,) in pack.execute(query, (name,))}
    query = "SELECT table_name, data FROM brought_table WHERE name = ? ORDER BY table_name, part"
    found: dict[str, tuple[bytes, ...]] = {}
    for table, data in pack.execute(query, (name,)):
        found[table] = (*found.get(table, ()), _unpacked(data))
    return found


def _unpacked(data: bytes) -> bytes:
    stream = zlib.decompressobj()
    plain = stream.decompress(data, MOST_KEPT)
    if not stream.eof:
        raise ValueError(len(plain))
    return plain


def _facts(one: Kept) -> Mapping[str, object]:
    return {
        "framework": one.framework,
        "version": one.version,
        "date": one.date,
        "part": one.part,
        "notes": dict(one.notes),
        "added": one.added,
        "files": [list(file) for file in one.files],
        "counted": {table: [n.read, dict(n.left_out)] for table, n in one.counted.items()},
        "damages": [vars(damage) for damage in one.damages],
    }


def _kept(name: str, facts: Any, tables: Mapping[str, tuple[bytes, ...]]) -> Kept:  # noqa: ANN401  JSON
    return Kept(
        name=name,
        framework=facts["framework"],
        version=facts["version"],
        date=facts["date"],
        part=facts["part"],
        notes=facts["notes"],
        tables=tables,
        files=tuple((file, digest) for file, digest in facts["files"]),
        counted={table: Counted(read, left_out) for table, (read, left_out) in facts["counted"].items()},
        damages=tuple(Damage(**damage) for damage in facts["damages"]),
        added=facts["added"],
    )
