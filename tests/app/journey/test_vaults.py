"""Before the six steps: which vaults there are, making, opening, mending and carrying one."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from terminal import CHEAP, PASSPHRASE, RECORDS, cheap_vault

from app.errors import PersonError
from app.journey import shelf, vaults
from app.journey.records.holding import import_paths, kept


@pytest.fixture(autouse=True)
def data(tmp_path, monkeypatch):
    monkeypatch.setenv("PATHFOLIO_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(vaults, "COST", CHEAP)
    return tmp_path / "data"


def code_of(act, *arguments):
    with pytest.raises(PersonError) as told:
        act(*arguments)
    return told.value.code


def broken(folder: Path, pages=slice(-3 * 4096, -2 * 4096)):
    path = folder / "vault.db"
    data = bytearray(path.read_bytes())
    data[pages] = bytes(len(data[pages]))
    path.write_bytes(data)


def opened_code(folder, passphrase=PASSPHRASE):
    try:
        with vaults.unlocked(folder, passphrase):
            return ""
    except PersonError as error:
        return error.code


def test_where_nothing_was_kept_there_is_no_vault(data):
    assert shelf.vaults_here() == ()
    assert not data.exists()
    assert shelf.usual_vault() == data / "vault"


def test_the_vaults_here_are_found_by_looking_newest_first(data):
    cheap_vault(data / "vault")
    cheap_vault(data / "vaults" / "Ana")
    (data / "vaults" / "empty").mkdir()
    (data / "vaults" / "note.txt").write_text("mine")
    found = shelf.vaults_here()
    assert [one.name for one in found] == ["Ana", ""]
    assert [one.folder for one in found] == [data / "vaults" / "Ana", data / "vault"]
    assert (datetime.now(UTC) - found[0].changed).total_seconds() < 60


def test_the_only_vault_is_the_one_meant(data):
    cheap_vault(data / "vaults" / "Ana")
    assert shelf.usual_vault() == data / "vaults" / "Ana"
    cheap_vault(data / "vaults" / "Ben")
    assert shelf.usual_vault() == data / "vault"


def test_a_stick_holds_its_vault_itself_or_one_below(tmp_path):
    cheap_vault(tmp_path / "stick" / "Ana")
    (tmp_path / "stick" / "photos").mkdir()
    assert [one.name for one in shelf.vaults_in(tmp_path / "stick")] == ["Ana"]
    assert [one.name for one in shelf.vaults_in(tmp_path / "stick" / "Ana")] == ["Ana"]
    assert code_of(shelf.vaults_in, tmp_path / "stick" / "photos") == "no_vault"
    assert code_of(shelf.vaults_in, tmp_path / "none") == "no_vault"


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("Ana Ruiz", "Ana Ruiz"),
        ("  Ana \t Ruiz ", "Ana Ruiz"),
        ("../../etc/passwd", "etc passwd"),
        ("C:\\Windows\\x", "C Windows x"),
        ("María José", "María José"),
        ("aux", "aux-"),
        ("NUL.txt", "NUL.txt-"),
        ("a" * 500, "a" * 60),
        ("Ana\u202egnp.exe", "Ana gnp.exe"),
        ("李小龙", "李小龙"),
    ],
)
def test_a_name_becomes_a_folder_that_every_system_takes(data, name, folder):
    assert shelf.folder_named(name) == data / "vaults" / folder


@pytest.mark.parametrize("name", ["", "   ", "...", "///", "\x00", ".."])
def test_a_name_of_nothing_is_asked_for_again(name):
    assert code_of(shelf.folder_named, name) == "vault_name_needed"


def test_a_taken_name_is_told_and_numbered_where_the_program_chooses(data):
    cheap_vault(data / "vaults" / "Ana")
    assert code_of(shelf.folder_named, "Ana") == "vault_name_taken"
    assert shelf.free_folder("Ana") == data / "vaults" / "Ana 2"


def test_a_new_vault_opens_with_its_passphrase_and_with_the_code_shown_before_it_was_made(data):
    code, folder = vaults.new_code(), shelf.folder_named("Ana")
    assert not data.exists()
    with vaults.made(folder, PASSPHRASE, code, "Ana Ruiz") as session:
        assert vaults.whose(session).name == "Ana Ruiz"
        import_paths(session, [RECORDS])
    with vaults.unlocked(folder, PASSPHRASE) as session:
        assert len(kept(session)) == 8
    with vaults.unlocked_with_code(folder, code.lower()) as session:
        vaults.change_passphrase(session, "nine small wrens")
    assert opened_code(folder) == "wrong_passphrase"
    assert opened_code(folder, "nine small wrens") == ""


def test_another_code_takes_the_place_of_the_first(data):
    first, second = vaults.new_code(), vaults.new_code()
    folder = shelf.folder_named("Ana")
    with vaults.made(folder, PASSPHRASE, first) as session:
        vaults.use_code(session, second)
    with vaults.unlocked_with_code(folder, second):
        pass
    with pytest.raises(PersonError, match="wrong_recovery_code"), vaults.unlocked_with_code(folder, first):
        pass


def test_a_backup_comes_back_and_its_day_is_kept(data, tmp_path):
    with vaults.made(shelf.folder_named("Ana"), PASSPHRASE, vaults.new_code()) as session:
        assert vaults.backed_up_at(session) is None
        import_paths(session, [RECORDS])
        made = vaults.back_up(session, tmp_path / "ana.pathfolio")
        assert vaults.backed_up_at(session).isoformat() == made.made_at
    vaults.restore(tmp_path / "ana.pathfolio", shelf.folder_named("Ana again"))
    with vaults.unlocked(shelf.folder_named("x").parent / "Ana again", PASSPHRASE) as session:
        assert len(kept(session)) == 8


def test_what_a_damaged_vault_still_holds_is_saved_beside_it(data):
    folder = shelf.folder_named("Ana")
    with vaults.made(folder, PASSPHRASE, vaults.new_code()) as session:
        import_paths(session, [RECORDS])
    broken(folder)
    with pytest.raises(PersonError) as told, vaults.unlocked(folder, PASSPHRASE):
        pass
    assert vaults.ways_out(told.value) == ("save", "restore")
    saved = vaults.save_readable(folder, PASSPHRASE, shelf.free_folder("Ana saved"))
    assert saved.records > 0
    assert saved.lost > 0
    with vaults.unlocked(saved.folder, PASSPHRASE) as session:
        assert len(kept(session)) == saved.records


@pytest.mark.parametrize(
    ("error", "ways"),
    [
        (PersonError("vault_damaged", reason="missing"), ("restore",)),
        (PersonError("vault_damaged", reason="tables"), ("restore",)),
        (PersonError("vault_key_missing"), ("restore",)),
        (PersonError("vault_key_damaged"), ("restore",)),
        (PersonError("wrong_passphrase"), ()),
        (PersonError("vault_newer"), ()),
        (PersonError("vault_in_use"), ()),
        (ValueError(), ()),
    ],
)
def test_a_way_out_is_offered_only_where_it_leads_somewhere(error, ways):
    assert vaults.ways_out(error) == ways


def test_which_vaults_there_are_is_known_without_the_vault_itself():
    """The first window must not wait for the database."""
    script = "import sys, app.journey.shelf; print(*{name.partition('.')[0] for name in sys.modules})"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert not {"sqlcipher3", "nacl", "sqlite_utils", "numpy"} & set(done.stdout.split())
