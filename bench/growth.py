"""How ranking, gap, likeness and graph grow with the number of occupations: packs of 1,000 to 20,000 of them.

The larger packs are the shipped one several times over: each copy of an occupation has another code, its activities
and products are shifted to others, and its numbers are those of another occupation.
"""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np

from app.places import careers_pack
from bench.timing import Row, Spread, timed, timed_fresh
from pathways.gaps import gap
from pathways.graph import around
from pathways.model import Held
from pathways.pack.occupations import occupations
from pathways.pack.store import Pack, open_pack
from pathways.requirements import requirements
from pathways.similarity import like, prepare_ranking, rank_careers

GROUP = "Growth with the occupations"
TIMES = (1, 5, 20)
"""How many times over: about 1,000, 5,000 and 20,000 occupations."""
PLAIN = "31-9092.00"
LIMITS = {"open": 150, "rank": 20, "gap": 5, "graph": 50}
"""Milliseconds that the work may take with the shipped pack."""


def rows() -> Iterator[Row]:
    """Each kind of work for each size."""
    with tempfile.TemporaryDirectory(prefix="pathfolio-bench-") as folder:
        packs = [enlarged(Path(folder) / f"{times}.sqlite", times) for times in TIMES]
        found = [_measured(path) for path in packs]
    for what in found[0][1]:
        for count, figures in found:
            small = count == found[0][0]
            limit = LIMITS.get(what.split()[0])
            note = f"may take {limit} ms" if small and limit else "" if small else _grown(figures[what], found[0], what)
            yield Row(GROUP, f"{what}, {count:,} occupations", "ms", figures[what], note=note)


def _grown(spread: Spread, first: tuple[int, dict[str, Spread]], what: str) -> str:
    return f"{spread.median / first[1][what].median:.1f} times the first"


def _measured(path: Path) -> tuple[int, dict[str, Spread]]:
    found = {
        "open the pack": timed(lambda: open_pack(path).close(), 7),
        "make ready to rank, once": timed_fresh(lambda: replace(open_pack(path), facts={}), prepare_ranking, 3),
    }
    with open_pack(path) as pack:
        held = half_of(pack)
        needs = requirements(pack, PLAIN)
        rank_careers(pack, held)
        like(pack, PLAIN)
        found["rank all, for half of a job's needs"] = timed(lambda: rank_careers(pack, held), 9)
        found["occupations like one"] = timed(lambda: like(pack, PLAIN), 9)
        found["gap"] = timed(lambda: gap(requirements(pack, PLAIN), held, {}, pack), 9)
        around(pack, needs)
        found["graph around one"] = timed(lambda: around(pack, needs), 9)
        return len(occupations(pack)), found


def half_of(pack: Pack) -> dict[str, Held]:
    """Every second need of one occupation."""
    return {one.concept.id: Held(one.concept, 2) for one in requirements(pack, PLAIN).requirements[::2]}


def enlarged(path: Path, times: int) -> Path:
    """The shipped pack with its occupations so many times over, at `path`."""
    shutil.copy(careers_pack(), path)
    if times > 1:
        with closing(sqlite3.connect(path)) as pack, pack:
            count = int(pack.execute("SELECT count(*) FROM occupation").fetchone()[0])
            for number in range(1, times):
                _copy_names(pack, count, number)
            _copy_matrices(pack, times)
            _copy_links(pack, count, times)
    return path


def _copy_names(pack: sqlite3.Connection, count: int, number: int) -> None:
    shift = number * count
    pack.execute(
        "INSERT INTO occupation SELECT idx + ?, code || '-' || ?, title || ' ' || ?, soc, job_zone, nem, oews"
        " FROM occupation WHERE idx < ?",
        (shift, number, number, count),
    )
    pack.execute(
        "INSERT INTO occupation_names SELECT idx + ?, alternate, short, reported FROM occupation_names WHERE idx < ?",
        (shift, count),
    )


def _copy_matrices(pack: sqlite3.Connection, times: int) -> None:
    for name, rows, columns, size, data in pack.execute(
        "SELECT name, rows, columns, bytes_each, data FROM matrix"
    ).fetchall():
        table = np.frombuffer(data, np.uint8).reshape(rows, columns * size)
        copies = [np.roll(table, 7 * number, axis=0) for number in range(times)]
        pack.execute(
            "UPDATE matrix SET rows = ?, data = ? WHERE name = ?",
            (rows * times, np.concatenate(copies).tobytes(), name),
        )


def _copy_links(pack: sqlite3.Connection, count: int, times: int) -> None:
    query = "SELECT name, target_table, starts, targets, marks FROM links WHERE source_table = 'occupation'"
    for name, target, starts, targets, marks in pack.execute(query).fetchall():
        first, ends = np.frombuffer(starts, "<u4").astype(np.int64), np.frombuffer(targets, "<u2").astype(np.int64)
        width = count if target == "occupation" else int(ends.max()) + 1
        step = count if target == "occupation" else 0
        moved = [ends if target == "esco" else (ends + 31 * number) % width + step * number for number in range(times)]
        begins = [first[:-1] + len(ends) * number for number in range(times)]
        pack.execute(
            "UPDATE links SET starts = ?, targets = ?, marks = ? WHERE name = ?",
            (
                np.concatenate([*begins, [len(ends) * times]]).astype("<u4").tobytes(),
                np.concatenate(moved).astype("<u2").tobytes(),
                marks * times,
                name,
            ),
        )
