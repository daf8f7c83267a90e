import os
import stat
import sys
import tempfile
import threading
from pathlib import Path

import pytest
from ordinary_person import as_ordinary_person
from vault_help import CHEAP, OTHER, PASSPHRASE, new_vault, record, run, start

from app.errors import PersonError
from app.vault import backup, recovery, vault
from app.vault.store_profile import add_own_words, own_words
from app.vault.store_records import add_record, records

posix = pytest.mark.skipif(os.name != "posix", reason="modes and signals are POSIX")


def refused(act, *arguments, **named):
    with pytest.raises(PersonError) as error:
        act(*arguments, **named)
    return error.value


def filled(folder):
    """A locked vault with one line in it, and its recovery code."""
    opened, code = new_vault(folder)
    with opened:
        add_own_words(opened, "I drive a forklift")
    return code


def test_what_was_kept_is_there_after_unlocking(tmp_path):
    filled(tmp_path / "v")
    with vault.unlock(tmp_path / "v", PASSPHRASE) as opened:
        assert [words.text for words in own_words(opened)] == ["I drive a forklift"]
        assert opened.notices == ()


@pytest.mark.parametrize("name", ["María 山", "100% #1 ?mode=memory&x", "it's [here]; --"])
def test_any_folder_name_will_do(tmp_path, name):
    if os.name == "nt" and "?" in name:
        pytest.skip("Windows has no such names")
    filled(tmp_path / name)
    with vault.unlock(tmp_path / name, PASSPHRASE) as opened:
        backup.back_up(opened, tmp_path / f"{name}.pathfolio")
    backup.restore(tmp_path / f"{name}.pathfolio", tmp_path / "again")
    with vault.unlock(tmp_path / "again", PASSPHRASE) as opened:
        assert len(own_words(opened)) == 1


def test_a_wrong_passphrase_is_said_and_lets_go_of_the_vault(tmp_path):
    filled(tmp_path / "v")
    assert refused(vault.unlock, tmp_path / "v", OTHER).code == "wrong_passphrase"
    vault.unlock(tmp_path / "v", PASSPHRASE).lock()


def test_a_new_passphrase_takes_the_place_of_the_old(tmp_path):
    code = filled(tmp_path / "v")
    before = (tmp_path / "v" / "vault.db").read_bytes()
    with vault.unlock(tmp_path / "v", PASSPHRASE) as opened:
        opened.change_passphrase(OTHER, cost=CHEAP)
    assert (tmp_path / "v" / "vault.db").read_bytes() == before
    assert refused(vault.unlock, tmp_path / "v", PASSPHRASE).code == "wrong_passphrase"
    vault.unlock(tmp_path / "v", OTHER).lock()
    vault.unlock_with_recovery(tmp_path / "v", code).lock()


def test_the_recovery_code_opens_and_a_new_one_replaces_it(tmp_path):
    code = filled(tmp_path / "v")
    with vault.unlock_with_recovery(tmp_path / "v", code.lower().replace("-", " ")) as opened:
        assert len(own_words(opened)) == 1
        second = recovery.new_code()
        opened.use_recovery_code(second)
    assert refused(vault.unlock_with_recovery, tmp_path / "v", code).code == "wrong_recovery_code"
    vault.unlock_with_recovery(tmp_path / "v", second).lock()
    vault.unlock(tmp_path / "v", PASSPHRASE).lock()


def test_a_short_new_passphrase_changes_nothing(tmp_path):
    filled(tmp_path / "v")
    with vault.unlock(tmp_path / "v", PASSPHRASE) as opened:
        assert refused(opened.change_passphrase, "short").code == "passphrase_short"
    vault.unlock(tmp_path / "v", PASSPHRASE).lock()


def test_a_locked_vault_gives_nothing_and_holds_no_key(tmp_path):
    opened, _ = new_vault(tmp_path / "v")
    opened.lock()
    opened.lock()
    assert refused(own_words, opened).code == "vault_locked"
    assert refused(add_own_words, opened, "x").code == "vault_locked"
    assert refused(opened.change_passphrase, OTHER, cost=CHEAP).code == "vault_locked"
    assert bytes(opened._key) == b""


def test_nothing_readable_is_on_the_disk(tmp_path):
    opened, code = new_vault(tmp_path / "v")
    with opened:
        add_record(opened, record(b'{"name": "forklift-certificate"}' * 500))
        key = bytes(opened._key)
    for path in (tmp_path / "v").rglob("*"):
        data = path.read_bytes()
        for secret in (b"forklift-certificate", b"SQLite format 3", PASSPHRASE.encode(), code.encode(), key):
            assert secret not in data, path
    assert PASSPHRASE not in repr(opened)
    assert key.hex() not in repr(vars(opened))


def test_no_secret_in_an_error(tmp_path):
    filled(tmp_path / "v")
    (tmp_path / "v" / "vault.db").write_bytes(os.urandom(8192))
    error = refused(vault.unlock, tmp_path / "v", PASSPHRASE)
    assert PASSPHRASE not in f"{error!r} {error.__cause__!r} {error.__context__!r}"


@posix
def test_only_the_owner_may_read(tmp_path):
    new_vault(tmp_path / "v")[0].lock()
    assert stat.S_IMODE((tmp_path / "v").stat().st_mode) == 0o700
    for path in (tmp_path / "v").iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path


def test_a_vault_is_made_in_an_empty_folder_and_over_nothing_else(tmp_path):
    folder = tmp_path / "v"
    folder.mkdir()
    filled(folder)
    kept = (folder / "vault.key").read_bytes()
    assert refused(new_vault, folder).code == "vault_exists"
    assert (folder / "vault.key").read_bytes() == kept
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "letter.txt").write_text("dear")
    assert refused(new_vault, tmp_path / "papers").code == "folder_not_empty"
    assert refused(new_vault, tmp_path / "papers" / "letter.txt").code == "folder_not_empty"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["papers", "v"]


def test_a_refused_passphrase_leaves_no_folder(tmp_path):
    assert refused(vault.create, tmp_path / "v", "short").code == "passphrase_short"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_without_a_vault_says_so(tmp_path):
    assert refused(vault.unlock, tmp_path, PASSPHRASE).code == "no_vault"
    assert refused(vault.unlock, tmp_path / "nowhere", PASSPHRASE).code == "no_vault"
    assert list(tmp_path.iterdir()) == []


def test_one_writer_at_a_time(tmp_path):
    opened, code = new_vault(tmp_path / "v")
    assert refused(vault.unlock, tmp_path / "v", PASSPHRASE).code == "vault_in_use"
    assert refused(vault.unlock_with_recovery, tmp_path / "v", code).code == "vault_in_use"
    opened.lock()
    vault.unlock(tmp_path / "v", PASSPHRASE).lock()


HOLD = """
import sys
from pathlib import Path
from app.vault import backup, vault
vault.unlock(Path(sys.argv[1]), sys.argv[2])
print("open", flush=True)
sys.stdin.read()
"""


def test_another_process_keeps_us_out_until_it_is_killed(tmp_path):
    filled(tmp_path / "v")
    other = start(HOLD, tmp_path / "v", PASSPHRASE)
    with other:
        assert other.stdout.readline() == "open\n"
        assert refused(vault.unlock, tmp_path / "v", PASSPHRASE).code == "vault_in_use"
        other.kill()
    assert (tmp_path / "v" / "vault.lock").exists()
    vault.unlock(tmp_path / "v", PASSPHRASE).lock()


def test_a_damaged_key_file_gives_way_to_its_copy_and_that_is_told(tmp_path):
    filled(tmp_path / "v")
    sound = (tmp_path / "v" / "vault.key").read_bytes()
    for damage in (sound[:100], b"", sound.replace(b"A", b"B")):
        (tmp_path / "v" / "vault.key").write_bytes(damage)
        with vault.unlock(tmp_path / "v", PASSPHRASE) as opened:
            assert [notice.code for notice in opened.notices] == ["vault_key_copy_used"]
        assert (tmp_path / "v" / "vault.key").read_bytes() == sound
    (tmp_path / "v" / "vault.key").unlink()
    with vault.unlock(tmp_path / "v", PASSPHRASE) as opened:
        assert [notice.code for notice in opened.notices] == ["vault_key_copy_used"]


def test_an_older_copy_is_renewed_when_the_vault_opens(tmp_path):
    filled(tmp_path / "v")
    (tmp_path / "v" / "vault.key.copy").write_bytes(b"old")
    (tmp_path / "v" / ".vault.key.abc").write_bytes(b"left by a kill")
    vault.unlock(tmp_path / "v", PASSPHRASE).lock()
    assert (tmp_path / "v" / "vault.key.copy").read_bytes() == (tmp_path / "v" / "vault.key").read_bytes()
    assert not (tmp_path / "v" / ".vault.key.abc").exists()


def test_key_files_both_damaged_or_both_gone_are_told_apart(tmp_path):
    filled(tmp_path / "v")
    for name in ("vault.key", "vault.key.copy"):
        (tmp_path / "v" / name).write_bytes(b"{}")
    assert refused(vault.unlock, tmp_path / "v", PASSPHRASE).code == "vault_key_damaged"
    for name in ("vault.key", "vault.key.copy"):
        (tmp_path / "v" / name).unlink()
    assert refused(vault.unlock, tmp_path / "v", PASSPHRASE).code == "vault_key_missing"


def test_a_damaged_database_is_not_called_a_wrong_passphrase(tmp_path):
    filled(tmp_path / "v")
    database = tmp_path / "v" / "vault.db"
    sound = database.read_bytes()
    for page in (0, 1, len(sound) // 4096 - 1):
        data = bytearray(sound)
        data[page * 4096 + 200] ^= 1
        database.write_bytes(data)
        error = refused(vault.unlock, tmp_path / "v", PASSPHRASE)
        assert (error.code, error.values["reason"], error.values["pages"]) == ("vault_damaged", "pages", 1)
    for data in (sound[: len(sound) // 2], sound[: 5 * 4096 + 17], b"x" * 5000, os.urandom(40960)):
        database.write_bytes(data)
        assert refused(vault.unlock, tmp_path / "v", PASSPHRASE).code == "vault_damaged"
    for damage in (lambda: database.write_bytes(b""), database.unlink):
        damage()
        error = refused(vault.unlock, tmp_path / "v", PASSPHRASE)
        assert (error.code, error.values["reason"]) == ("vault_damaged", "missing")


@posix
def test_a_read_only_folder_is_one_reason():
    place = Path(tempfile.mkdtemp())
    try:
        filled(place / "v")
        place.chmod(0o755)
        with as_ordinary_person(place):
            vault.unlock(place / "v", PASSPHRASE).lock()
            (place / "v").chmod(0o500)
            assert refused(vault.unlock, place / "v", PASSPHRASE).code == "folder_read_only"
            (place / "v" / "vault.db").chmod(0o400)
            assert refused(vault.unlock, place / "v", PASSPHRASE).code == "folder_read_only"
            (place / "v" / "vault.db").chmod(0o600)
            (place / "v" / "vault.lock").chmod(0o400)
            assert refused(vault.unlock, place / "v", PASSPHRASE).code == "folder_read_only"
            place.chmod(0o500)
            assert refused(new_vault, place / "w").code == "folder_read_only"
            place.chmod(0o700)
    finally:
        run("import shutil, sys; shutil.rmtree(sys.argv[1])", place)


@posix
def test_a_folder_that_turns_read_only_while_open_loses_nothing():
    place = Path(tempfile.mkdtemp())
    try:
        filled(place / "v")
        place.chmod(0o755)
        with as_ordinary_person(place):
            with vault.unlock(place / "v", PASSPHRASE) as opened:
                (place / "v").chmod(0o500)
                assert refused(add_own_words, opened, "more").code == "folder_read_only"
                assert refused(opened.change_passphrase, OTHER, cost=CHEAP).code == "folder_read_only"
                (place / "v").chmod(0o700)
                add_own_words(opened, "again")
            with vault.unlock(place / "v", PASSPHRASE) as opened:
                assert [words.text for words in own_words(opened)] == ["I drive a forklift", "again"]
    finally:
        run("import shutil, sys; shutil.rmtree(sys.argv[1])", place)


def test_the_practice_vault_leaves_nothing_behind():
    with vault.Vault.temporary() as practice:
        folder = practice.folder
        add_record(practice, record())
        assert len(records(practice)) == 1
        assert [path.name for path in folder.glob("vault.key*")] == []
        assert refused(practice.change_passphrase, OTHER, cost=CHEAP).code == "vault_temporary"
        assert refused(practice.use_recovery_code, recovery.new_code()).code == "vault_temporary"
    assert not folder.exists()


def test_two_threads_take_turns(tmp_path):
    opened, _ = new_vault(tmp_path / "v")
    with opened:
        threads = [
            threading.Thread(target=lambda n=n: [add_own_words(opened, f"{n}") for _ in range(20)]) for n in range(4)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(words.text for words in own_words(opened)) == sorted("0123" * 20)


def test_a_block_that_fails_writes_nothing(tmp_path):
    opened, _ = new_vault(tmp_path / "v")

    def half():
        with opened.writing():
            add_own_words(opened, "half")
            raise KeyError

    with opened:
        with pytest.raises(KeyError):
            half()
        assert own_words(opened) == ()


def test_the_vault_itself_says_nothing_on_the_terminal(tmp_path, capfd):
    filled(tmp_path / "v")
    (tmp_path / "v" / "vault.db").write_bytes(os.urandom(8192))
    refused(vault.unlock, tmp_path / "v", PASSPHRASE)
    sys.stderr.flush()
    assert capfd.readouterr() == ("", "")
