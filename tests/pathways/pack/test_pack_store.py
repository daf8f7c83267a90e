"""Opening packs, and refusing what is none."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from tiny_releases import COMMITTED

from pathways.errors import PathwaysError
from pathways.pack import occupations
from pathways.pack.schema import SCHEMA
from pathways.pack.store import keep, open_pack, pack_info, remember


def refusal(path: Path) -> PathwaysError:
    with pytest.raises(PathwaysError) as raised:
        open_pack(path)
    return raised.value


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copy(COMMITTED, tmp_path / "a pack? 100% #1.sqlite"))


def test_a_pack_is_read_only_and_found_under_odd_names(copy: Path) -> None:
    pack = open_pack(copy)
    assert len(occupations.occupations(pack)) == 1016
    with pytest.raises(sqlite3.OperationalError):
        pack.connection.execute("DELETE FROM occupation")
    pack.close()
    assert [p.name for p in copy.parent.iterdir()] == [copy.name]


@pytest.mark.parametrize("content", [b"", b"not a pack", b"SQLite format 3\x00" + b"\xff" * 4096])
def test_what_is_no_pack_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "pack.sqlite"
    path.write_bytes(content)
    assert refusal(path).code == "pack_unreadable"


def test_another_program_s_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE occupation (code TEXT)")
    connection.close()
    assert refusal(path).code == "pack_unreadable"


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.sqlite").code == "pack_missing"
    assert refusal(tmp_path).code == "pack_missing"


@pytest.mark.parametrize(("schema", "code"), [(SCHEMA + 1, "pack_newer"), (0, "pack_older")])
def test_another_schema_is_refused_with_both_numbers(copy: Path, schema: int, code: str) -> None:
    with sqlite3.connect(copy) as connection:
        connection.execute(f"PRAGMA user_version = {schema}")
    connection.close()
    error = refusal(copy)
    assert (error.code, error.values["pack"], error.values["here"]) == (code, schema, SCHEMA)


def test_a_pack_cut_short_is_refused(copy: Path) -> None:
    copy.write_bytes(copy.read_bytes()[: 3 * 4096])
    with pytest.raises(PathwaysError) as raised:
        pack_info(copy)
    assert raised.value.code == "pack_unreadable"


def test_an_unknown_code_is_said() -> None:
    with open_pack(COMMITTED) as pack, pytest.raises(PathwaysError) as raised:
        occupations.occupation(pack, "99-9999.00")
    assert (raised.value.code, raised.value.values) == ("occupation_unknown", {"occupation": "99-9999.00"})


def test_facts_are_read_once_for_all_openings_of_a_file_and_what_was_asked_goes_with_each(tmp_path: Path) -> None:
    mine = tmp_path / "careers.sqlite"
    shutil.copy(COMMITTED, mine)
    with open_pack(mine) as pack:
        keep(pack, "fact", lambda: 1)
        remember(pack, "asked: nurse", lambda: 2)
    with open_pack(mine) as again:
        assert keep(again, "fact", lambda: 3) == 1
        assert again.kept == {}
        other = tmp_path / "other.sqlite"
        shutil.copy(COMMITTED, other)
        other.replace(mine)
        with open_pack(mine) as new:
            assert keep(new, "fact", lambda: 4) == 4
        again.reopen(mine)
        assert keep(again, "fact", lambda: 5) == 4
