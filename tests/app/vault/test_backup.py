import io
import json
import os
import stat
import struct
import zipfile

import pytest
from vault_help import CHEAP, OTHER, PASSPHRASE, new_vault, record

from app.errors import PersonError
from app.vault import backup, vault
from app.vault.store_profile import add_own_words, own_words
from app.vault.store_records import add_record, records

NAMES = ("manifest.json", "vault.key", "vault.db")


@pytest.fixture
def made(tmp_path):
    """A backup file, its vault's recovery code and what the backup said."""
    opened, code = new_vault(tmp_path / "v")
    with opened:
        add_record(opened, record())
        told = backup.back_up(opened, tmp_path / "maria.pathfolio")
        add_own_words(opened, "after the backup")
    return tmp_path / "maria.pathfolio", code, told


def rebuilt(path, change, compression=zipfile.ZIP_STORED):
    """The backup with its members changed by `change(dict)`."""
    with zipfile.ZipFile(path) as members:
        parts = {name: members.read(name) for name in members.namelist()}
    change(parts)
    with zipfile.ZipFile(path, "w", compression) as members:
        for name, data in parts.items():
            members.writestr(name, data)


def refusal(path, folder):
    with pytest.raises(PersonError) as error:
        backup.restore(path, folder)
    assert not folder.exists()
    assert [entry.name for entry in folder.parent.iterdir() if entry.name.startswith(".")] == []
    return error.value


def manifest_with(**values):
    def change(parts):
        parts["manifest.json"] = json.dumps({**json.loads(parts["manifest.json"]), **values}).encode()

    return change


def test_a_backup_restores_and_opens_both_ways(made, tmp_path):
    path, code, told = made
    assert backup.restore(path, tmp_path / "deep" / "again") == told
    with vault.unlock(tmp_path / "deep" / "again", PASSPHRASE) as opened:
        assert [kept.raw for kept in records(opened)] == [record().raw]
        assert own_words(opened) == ()
        assert opened.notices == ()
    vault.unlock_with_recovery(tmp_path / "deep" / "again", code).lock()
    assert (tmp_path / "deep" / "again" / "vault.key.copy").exists()


def test_a_backup_is_encrypted_and_whole_in_one_file(made, tmp_path):
    path, _, told = made
    assert record().raw not in path.read_bytes()
    assert b"SQLite format 3" not in path.read_bytes()
    with zipfile.ZipFile(path) as members:
        assert tuple(members.namelist()) == NAMES
        assert members.testzip() is None
        body = json.loads(members.read("manifest.json"))
    assert (body["format"], body["version"], body["made_at"]) == ("pathfolio-backup", 1, told.made_at)
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["maria.pathfolio", "v"]
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_restored_vault_keeps_its_modes(made, tmp_path):
    backup.restore(made[0], tmp_path / "r")
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / "r").stat().st_mode) == 0o700
        assert {stat.S_IMODE(entry.stat().st_mode) for entry in (tmp_path / "r").iterdir()} == {0o600}


def test_a_backup_made_before_opens_with_the_passphrase_of_its_day(made, tmp_path):
    with vault.unlock(tmp_path / "v", PASSPHRASE) as opened:
        opened.change_passphrase(OTHER, cost=CHEAP)
        backup.back_up(opened, tmp_path / "later.pathfolio")
    backup.restore(made[0], tmp_path / "a")
    with vault.unlock(tmp_path / "a", PASSPHRASE) as opened:
        assert not opened.is_locked
    backup.restore(tmp_path / "later.pathfolio", tmp_path / "b")
    with vault.unlock(tmp_path / "b", OTHER) as opened:
        assert not opened.is_locked


def test_nothing_is_restored_over_a_vault_or_papers(made, tmp_path):
    before = (tmp_path / "v" / "vault.db").read_bytes()
    with pytest.raises(PersonError, match="vault_exists"):
        backup.restore(made[0], tmp_path / "v")
    assert (tmp_path / "v" / "vault.db").read_bytes() == before
    with pytest.raises(PersonError, match="folder_not_empty"):
        backup.restore(made[0], tmp_path)


def test_a_practice_vault_has_no_backup(tmp_path):
    with vault.Vault.temporary() as practice, pytest.raises(PersonError, match="vault_temporary"):
        backup.back_up(practice, tmp_path / "b.pathfolio")


def test_a_failed_backup_keeps_the_one_before(made, tmp_path):
    before = made[0].read_bytes()
    with vault.unlock(tmp_path / "v", PASSPHRASE) as opened:
        database = tmp_path / "v" / "vault.db"
        data = bytearray(database.read_bytes())
        for page in range(1, len(data) // 4096):
            data[page * 4096 + 100] ^= 1
        database.write_bytes(data)
        os.utime(database)
        with opened.reading() as tables:
            tables.execute("PRAGMA shrink_memory")
        with pytest.raises(PersonError, match="vault_damaged"):
            backup.back_up(opened, made[0])
    assert made[0].read_bytes() == before
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["maria.pathfolio", "v"]


@pytest.mark.parametrize("data", [b"", b"PK", b"{}", bytes(range(256)) * 20, b"\x00" * 100_000])
def test_a_file_that_is_no_backup(data, tmp_path):
    (tmp_path / "b").write_bytes(data)
    assert refusal(tmp_path / "b", tmp_path / "r").code == "backup_unreadable"


def test_a_file_that_is_not_there(tmp_path):
    assert refusal(tmp_path / "b", tmp_path / "r").code == "not_found"


def test_every_cut_and_every_changed_byte_is_noticed(made, tmp_path):
    whole = made[0].read_bytes()
    codes = {"backup_unreadable", "backup_strange", "backup_damaged"}
    for size in (10, 500, len(whole) // 2, len(whole) - 1):
        made[0].write_bytes(whole[:size])
        assert refusal(made[0], tmp_path / "r").code in codes
    for place in (200, 700, 3000, len(whole) // 2, len(whole) - 400):
        data = bytearray(whole)
        data[place] ^= 0x40
        made[0].write_bytes(data)
        assert refusal(made[0], tmp_path / "r").code in codes, place


def test_a_member_that_is_not_the_one_in_the_manifest_is_damage(made, tmp_path):
    rebuilt(made[0], lambda parts: parts.update({"vault.db": parts["vault.db"] + b"\x00" * 4096}))
    error = refusal(made[0], tmp_path / "r")
    assert (error.code, error.values) == ("backup_damaged", {"member": "vault.db"})
    rebuilt(made[0], lambda parts: parts.update({"vault.key": b"{}"}))
    assert refusal(made[0], tmp_path / "r").values == {"member": "vault.key"}


def renamed(name):
    return lambda parts: parts.update({name: parts.pop("vault.key")})


@pytest.mark.parametrize(
    "change",
    [
        renamed("../vault.key"),
        renamed("/etc/vault.key"),
        renamed("C:\\vault.key"),
        renamed("vault.key/"),
        lambda parts: parts.update({"extra": b""}),
        lambda parts: parts.pop("vault.db"),
        lambda parts: parts.update({"manifest.json": b"["}),
        lambda parts: parts.update({"manifest.json": b"[" * 60_000}),
        lambda parts: parts.update({"manifest.json": b" " * 70_000}),
        lambda parts: parts.update({"vault.key": b" " * 70_000}),
        manifest_with(format="other"),
        manifest_with(version="1"),
        manifest_with(version=True),
        manifest_with(sha256={}),
        manifest_with(sha256=None),
        manifest_with(sha256={"vault.key": "x", "vault.db": "y"}),
        manifest_with(made_at="<b>yesterday</b>"),
        manifest_with(made_at=5),
        manifest_with(schema="many"),
    ],
)
def test_a_strange_archive_is_refused(made, tmp_path, change):
    rebuilt(made[0], change)
    assert refusal(made[0], tmp_path / "r").code == "backup_strange"


def test_a_newer_backup_is_refused_as_newer(made, tmp_path):
    rebuilt(made[0], manifest_with(version=2))
    error = refusal(made[0], tmp_path / "r")
    assert (error.code, error.values) == ("backup_newer", {"found": 2, "known": 1})


def test_a_bomb_is_refused_unopened(made, tmp_path):
    rebuilt(made[0], lambda parts: parts.update({"vault.db": bytes(50_000_000)}), zipfile.ZIP_DEFLATED)
    assert made[0].stat().st_size < 200_000
    assert refusal(made[0], tmp_path / "r").code == "backup_strange"


def test_two_members_of_one_name_are_refused(made, tmp_path):
    with zipfile.ZipFile(made[0]) as members:
        parts = {name: members.read(name) for name in NAMES}
    with zipfile.ZipFile(made[0], "w") as members:
        members.writestr("manifest.json", parts["manifest.json"])
        members.writestr("vault.key", parts["vault.key"])
        with pytest.warns(UserWarning, match="Duplicate name"):
            members.writestr("vault.key", parts["vault.key"])
    assert refusal(made[0], tmp_path / "r").code == "backup_strange"


def test_a_directory_of_many_entries_is_refused_before_it_is_read(tmp_path, monkeypatch):
    many = io.BytesIO()
    with zipfile.ZipFile(many, "w") as members:
        for number in range(200):
            members.writestr(str(number), b"")
    monkeypatch.setattr(zipfile, "ZipFile", None)
    (tmp_path / "b").write_bytes(many.getvalue())
    assert refusal(tmp_path / "b", tmp_path / "r").code == "backup_strange"
    end = bytearray(many.getvalue()[-22:])
    struct.pack_into("<HH", end, 8, 3, 3)
    locator = b"PK\x06\x07" + bytes(16)
    (tmp_path / "b").write_bytes(many.getvalue()[:-22] + locator + end)
    assert refusal(tmp_path / "b", tmp_path / "r").code == "backup_unreadable"
