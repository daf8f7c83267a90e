"""Making the pack from published releases: facts only, the same bytes for the same input."""

import contextlib
import errno
import os
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path

from pathways.errors import PathwaysError
from pathways.frameworks import bls, cip, crosswalk, esco, onet
from pathways.frameworks.files import SourceFile, find_files
from pathways.pack import esco_tables, labour_tables, onet_tables, sources, topics
from pathways.pack.draft import Cell, Draft
from pathways.pack.schema import APPLICATION_ID, SCHEMA, TABLES, create_statement
from pathways.pack.store import PackInfo, content_digest, pack_info

Progress = Callable[[str, int, int], None]
STEPS = ("finding", "titles", "ratings", "profiles", "activities", "software", "texts", "esco", "wages", "writing")


def build_pack(source: Path, out: Path, progress: Progress) -> PackInfo:
    """Build the pack from the releases below `source` into `out`, which is replaced only once it is whole.

    `progress` gets a step's code, its number and how many there are. The same input gives the same digest. Errors:
    `framework_*` for input that cannot be read or is not there, `pack_not_written` for a folder that takes no file.
    """
    progress("finding", 0, len(STEPS))
    found = _find(find_files(source))
    draft = _fill(found, lambda step: progress(step, STEPS.index(step), len(STEPS)))
    progress("writing", len(STEPS) - 1, len(STEPS))
    _write(draft, out)
    progress("done", len(STEPS), len(STEPS))
    return pack_info(out)


def _find(files: tuple[SourceFile, ...]) -> sources.Found:
    return sources.Found(
        onet.find_releases(files),
        esco.find_release(files),
        crosswalk.find_crosswalk(files),
        cip.find_titles(files),
        cip.find_cip_soc(files),
        bls.find_wages(files),
        bls.find_projections(files),
        bls.find_nem_onet(files),
    )


def _fill(found: sources.Found, step: Callable[[str], None]) -> Draft:
    draft = Draft()
    releases = found.onet
    titles = onet_tables.occupations(releases)
    index = {code: i for i, code in enumerate(titles)}
    step("titles")
    onet_tables.add_titles(draft, releases, index)
    onet_tables.add_related(draft, releases, index)
    step("ratings")
    onet_tables.add_ratings(draft, releases, index, "skill", "skills")
    onet_tables.add_ratings(draft, releases, index, "knowledge", "knowledge")
    step("profiles")
    onet_tables.add_profile(draft, releases, index, "interest", {"OI": "interest"})
    onet_tables.add_profile(draft, releases, index, "work_style", {"WI": "work_style_impact", "DR": "work_style_rank"})
    onet_tables.add_education(draft, releases, index)
    step("activities")
    onet_tables.add_activities(draft, releases, index)
    onet_tables.add_element_groups(draft, releases)
    step("software")
    onet_tables.add_software(draft, releases, index)
    step("texts")
    topics.add_topics(draft, releases, titles)
    step("esco")
    changed = _fill_esco(draft, found, index)
    step("wages")
    _fill_labour(draft, found, titles)
    sources.add_onet_sources(draft, releases)
    sources.add_other_sources(draft, found, changed)
    return draft


def _fill_esco(draft: Draft, found: sources.Found, index: dict[str, int]) -> str:
    if found.esco is None:
        return ""
    place, changed = esco_tables.add_concepts(draft, found.esco)
    esco_tables.add_relations(draft, found.esco, place)
    if found.crosswalk:
        esco_tables.add_crosswalk(draft, found.crosswalk, index, place)
    return changed


def _fill_labour(draft: Draft, found: sources.Found, titles: dict[str, str]) -> None:
    labour_tables.add_programs(draft, found.cip, found.cip_soc)
    wages = labour_tables.add_wages(draft, found.wages) if found.wages else set()
    projections = labour_tables.add_projections(draft, found.projections) if found.projections else set()
    nem = dict(bls.read_nem_onet(found.nem)) if found.nem else {}
    zones = onet_tables.job_zones(found.onet)
    labour_tables.add_occupations(draft, titles, zones, nem, (wages, projections))


def _write(draft: Draft, out: Path) -> None:
    temporary = out.with_name(f".{out.name}.{os.getpid()}.new")
    try:
        write_rows(draft, temporary)
        temporary.replace(out)
    except (OSError, sqlite3.Error) as error:
        raise not_written(out, error) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def not_written(out: Path, error: OSError | sqlite3.Error) -> PathwaysError:
    """The error `pack_not_written`, with the reason `disk_full` where there was no room for it."""
    if isinstance(error, OSError):
        full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    else:
        full = getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL
    return PathwaysError("pack_not_written", file=str(out), **({"reason": "disk_full"} if full else {}))


def write_rows(draft: Draft, path: Path, tell: Callable[[float], object] = lambda _share: None) -> None:
    """Write a draft to a new file, down to the disk; `tell` hears the share done and may stop it by raising."""
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path, isolation_level=None)
    with contextlib.closing(connection):
        for pragma in (
            "page_size=4096",
            "journal_mode=OFF",
            f"application_id={APPLICATION_ID}",
            f"user_version={SCHEMA}",
        ):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN")
        draft.add("meta", _meta(draft))
        for place, table in enumerate(TABLES):
            tell(place / len(TABLES))
            connection.execute(create_statement(table))
            _insert(connection, table, draft.rows.get(table, []))
        connection.execute("INSERT INTO meta VALUES ('digest', ?)", (content_digest(connection),))
        connection.execute("COMMIT")
        connection.execute("VACUUM")
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _meta(draft: Draft) -> Iterable[tuple[Cell, ...]]:
    dropped = ((f"dropped.{reason}", str(count)) for reason, count in sorted(draft.dropped.items()))
    return [("format", "pathfolio careers"), ("schema", str(SCHEMA)), *dropped]


def _insert(connection: sqlite3.Connection, table: str, rows: list[tuple[Cell, ...]]) -> None:
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608 - names are our own
