"""The learner's own pack: what was shipped with what they brought, built beside the shipped one and put in place whole.

It is always built from the shipped pack and from the rows it keeps of each release, so that anything brought can be
taken out without the files it came in, and a newer program can build it again.
"""

import contextlib
import os
import sqlite3
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from pathways.errors import PathwaysError
from pathways.frameworks.recognize import Release
from pathways.frameworks.sift import Damage
from pathways.frameworks.take import Kept, take
from pathways.pack import carry, own_choice, own_onet, own_others
from pathways.pack.brought import add_brought, read_brought
from pathways.pack.build import not_written, write_rows
from pathways.pack.draft import Draft
from pathways.pack.labour_tables import wage_code
from pathways.pack.own_choice import Use
from pathways.pack.store import Pack, open_pack, pack_info

Tell = Callable[[float], object]
READING, FILLING = 0.5, 0.85
"""Shares of the work at which reading what is brought and putting the pack together end; the rest is writing it."""
SHIPPED = "shipped"
MOST_BROUGHT = 40


@dataclass(frozen=True)
class Summary:
    """What was done: the releases that are new, every part that comes from one or could not, rows left out and why."""

    added: tuple[Kept, ...]
    removed: tuple[str, ...]
    uses: tuple[Use, ...]
    left_out: Mapping[str, int]

    @property
    def read(self) -> int:
        """Rows read of the releases that are new."""
        return sum(table.read for one in self.added for table in one.counted.values())

    @property
    def damaged(self) -> int:
        """Rows of them that were left out since they are damaged."""
        return sum(sum(table.left_out.values()) for one in self.added for table in one.counted.values())

    @property
    def named(self) -> tuple[Damage, ...]:
        """The first of these of each table."""
        return tuple(damage for one in self.added for damage in one.damages)


@dataclass(frozen=True)
class Ready:
    """A pack that is built and on the disk, but not in place: `put` puts it there, `drop` takes it away.

    `fresh` is None where nothing that was brought is left: then there is no own pack any more.
    """

    own: Path
    fresh: Path | None
    summary: Summary

    def put(self) -> Summary:
        """Put it in place of the one before, in one step. Error `pack_not_written`."""
        try:
            if self.fresh is None:
                self.own.unlink(missing_ok=True)
            else:
                self.fresh.replace(self.own)
            _sync(self.own.parent)
        except OSError as error:
            self.drop()
            raise not_written(self.own, error) from error
        return self.summary

    def drop(self) -> None:
        """Take it away; the one before stays."""
        if self.fresh is not None:
            with contextlib.suppress(OSError):
                self.fresh.unlink(missing_ok=True)


def add(shipped: Path, own: Path, releases: Sequence[Release], tell: Tell, day: str) -> Ready:
    """Build the own pack with `releases` in it beside what was brought before; one of the same name takes its place.

    `tell` hears the share done and may stop it by raising: then nothing has changed. `day` is today's date. Errors:
    those of reading a table, `pack_not_written`, `pack_unreadable`, `framework_too_many`.
    """
    taken = []
    for place, release in enumerate(releases):
        one = take(release, partial(_read, tell, place, len(releases)))
        taken.append(replace(one, added=day))
    names = {one.name for one in taken}
    before = [one for one in read_brought(own) if one.name not in names]
    if len(before) + len(taken) > MOST_BROUGHT:
        raise PathwaysError("framework_too_many", limit=MOST_BROUGHT)
    return _built(shipped, own, [*before, *taken], tell, Summary(tuple(taken), (), (), {}))


def _read(tell: Tell, place: int, releases: int, share: float) -> None:
    """Tell how much is read: `place` releases in full, and a share of the next."""
    tell(READING * (place + share) / releases)


def remove(shipped: Path, own: Path, name: str, tell: Tell) -> Ready:
    """Build the own pack without one release. Errors as `add`, and `framework_not_brought` where it is not there."""
    before = read_brought(own)
    left = [one for one in before if one.name != name]
    if len(left) == len(before):
        raise PathwaysError("framework_not_brought", name=name)
    summary = Summary((), (name,), (), {})
    return _built(shipped, own, left, tell, summary) if left else Ready(own, None, summary)


def again(shipped: Path, own: Path, tell: Tell) -> Ready:
    """Build the own pack anew from what it keeps, as a newer program needs it. Errors as `add`."""
    kept = read_brought(own)
    summary = Summary((), (), (), {})
    return _built(shipped, own, kept, tell, summary) if kept else Ready(own, None, summary)


def fits(own: Path, shipped: Path) -> bool:
    """Whether the own pack was built by this program from the pack that it ships. Errors as `open_pack`."""
    with open_pack(shipped) as one, open_pack(own) as other:
        (digest,) = one.connection.execute("SELECT value FROM meta WHERE key = 'digest'").fetchone()
        row = other.connection.execute("SELECT value FROM meta WHERE key = ?", (SHIPPED,)).fetchone()
        return row is not None and row[0] == digest


def _built(shipped: Path, own: Path, kept: Sequence[Kept], tell: Tell, summary: Summary) -> Ready:
    tell(READING)
    digest = pack_info(shipped).digest
    with open_pack(shipped) as pack:
        draft, uses = _fill(pack, kept, tell)
    draft.add("meta", [(SHIPPED, digest)])
    tell(FILLING)
    _sweep(own)
    fresh = own.with_name(f".{own.name}.{os.getpid()}.new")
    told = tuple(use for use in uses if use.name in {one.name for one in summary.added})
    ready = Ready(own, fresh, replace(summary, uses=told, left_out=dict(Counter(draft.dropped))))
    try:
        own.parent.mkdir(parents=True, exist_ok=True)
        write_rows(draft, fresh, lambda share: tell(FILLING + (1 - FILLING) * share))
    except BaseException as error:
        ready.drop()
        if isinstance(error, OSError | sqlite3.OperationalError):
            raise not_written(own, error) from error
        raise
    return ready


def _fill(pack: Pack, kept: Sequence[Kept], tell: Tell) -> tuple[Draft, list[Use]]:
    draft, kept = Draft(), sorted(kept, key=lambda one: one.name)
    chosen, uses = own_choice.choose(pack, kept)
    release, of_esco = own_others.choose_esco(pack, kept)
    national, of_oews = own_others.choose_oews(pack, kept)
    titles = own_onet.occupations(pack, chosen)
    index = {code: place for place, code in enumerate(titles)}
    steps = iter(range(1, 100))
    own_onet.fill(draft, pack, chosen, titles, lambda: tell(READING + (FILLING - READING) * min(1.0, next(steps) / 20)))
    places = {place: index[code] for place, code in pack.connection.execute("SELECT idx, code FROM occupation")}
    own_others.fill_esco(draft, pack, kept, release, index, places)
    published, of_areas = own_others.fill_wages(draft, pack, kept, national)
    carry.carry_tables(draft, pack, "projection", "program", "program_soc")
    for table in ("projection", "program", "program_soc"):
        carry.carry_sources(draft, pack, table, (table,))
    _add_occupations(draft, pack, titles, own_onet.job_zones(pack, chosen), published)
    add_brought(draft, kept)
    return draft, [*uses, *of_esco, *of_oews, *of_areas]


def _add_occupations(
    draft: Draft, pack: Pack, titles: Mapping[str, str], zones: Mapping[str, int], published: set[str]
) -> None:
    """The occupations; where openings and wages stand is as the shipped pack has it, else told by the code itself."""
    known = dict(pack.connection.execute("SELECT code, nem FROM occupation").fetchall())
    projected = {str(row[0]) for row in draft.rows["projection"]}
    for place, (code, title) in enumerate(titles.items()):
        soc = code[:7]
        nem = known.get(code, soc if soc in projected else None)
        draft.add("occupation", [(place, code, title, soc, zones.get(code), nem, wage_code(soc, nem, published))])
    carry.carry_sources(draft, pack, "occupation", ("occupation",))


def _sweep(own: Path) -> None:
    """Take away what a run that was killed left beside the pack."""
    with contextlib.suppress(OSError):
        for left in own.parent.glob(f".{own.name}.*.new"):
            left.unlink()


def _sync(folder: Path) -> None:
    """Ask the disk to hold the folder's entries, where the system has such a thing."""
    if os.name != "nt":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
