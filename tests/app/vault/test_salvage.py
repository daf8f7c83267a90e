import pytest
from vault_help import PASSPHRASE, add_check, new_vault, record

from app.errors import PersonError
from app.vault import keyfile, salvage, vault
from app.vault.store_keys import new_key
from app.vault.store_profile import add_own_words, own_words
from app.vault.store_records import add_record, records


@pytest.fixture
def filled(tmp_path):
    """A locked vault with forty records of some pages each, and its recovery code."""
    opened, code = new_vault(tmp_path / "v")
    with opened:
        for number in range(40):
            kept = record(b"%04d" % number * 4000)
            add_record(opened, kept)
            add_check(opened, kept.key)
        add_own_words(opened, "I drive a forklift")
        new_key(opened, "practice", lambda seed: f"did:example:{seed.hex()}")
    return tmp_path / "v", code


def damage(folder, *pages):
    path = folder / "vault.db"
    data = bytearray(path.read_bytes())
    for page in pages:
        data[page * 4096 + 300] ^= 1
    path.write_bytes(data)


def test_what_can_be_read_moves_to_a_new_vault(filled, tmp_path):
    folder, code = filled
    pages = (folder / "vault.db").stat().st_size // 4096
    damage(folder, pages // 2, pages - 1)
    before = (folder / "vault.db").read_bytes()
    with pytest.raises(PersonError) as error:
        vault.unlock(folder, PASSPHRASE)
    assert (error.value.code, error.value.values["pages"]) == ("vault_damaged", 2)
    done = salvage.salvage(folder, PASSPHRASE, tmp_path / "saved")
    assert done.saved["record"] + done.lost["record"] == 40
    assert 1 <= done.lost["record"] <= 4
    assert (done.saved["own_words"], done.saved["learner_key"]) == (1, 1)
    assert (folder / "vault.db").read_bytes() == before
    with vault.unlock(tmp_path / "saved", PASSPHRASE) as opened:
        assert len(records(opened)) == done.saved["record"]
        assert all(len(kept.raw) == 16_000 for kept in records(opened))
        assert [words.text for words in own_words(opened)] == ["I drive a forklift"]
    vault.unlock_with_recovery(tmp_path / "saved", code).lock()


def test_a_vault_cut_short_gives_what_is_left(filled, tmp_path):
    folder, code = filled
    data = (folder / "vault.db").read_bytes()
    (folder / "vault.db").write_bytes(data[: len(data) // 2 // 4096 * 4096])
    done = salvage.salvage_with_recovery(folder, code, tmp_path / "saved")
    assert 10 < done.saved["record"] < 40
    assert done.lost["record"] == 40 - done.saved["record"]
    with vault.unlock(tmp_path / "saved", PASSPHRASE) as opened:
        assert len(records(opened)) == done.saved["record"]


def test_a_sound_vault_is_saved_whole(filled, tmp_path):
    done = salvage.salvage(filled[0], PASSPHRASE, tmp_path / "saved")
    assert done.saved["record"] == done.saved["record_check"] == 40
    assert set(done.lost.values()) == {0}


def test_the_first_page_gone_is_told_and_leaves_nothing(filled, tmp_path):
    damage(filled[0], 0)
    with pytest.raises(PersonError) as error:
        salvage.salvage(filled[0], PASSPHRASE, tmp_path / "saved")
    assert (error.value.code, error.value.values["reason"]) == ("vault_damaged", "unreadable")
    assert not (tmp_path / "saved").exists()


def test_salvage_asks_for_the_passphrase_and_touches_no_other_vault(filled, tmp_path):
    with pytest.raises(PersonError, match="wrong_passphrase"):
        salvage.salvage(filled[0], "nine small wrens", tmp_path / "saved")
    with pytest.raises(PersonError, match="vault_exists"):
        salvage.salvage(filled[0], PASSPHRASE, filled[0])
    (filled[0] / "vault.db").unlink()
    with pytest.raises(PersonError, match="vault_damaged"):
        salvage.salvage(filled[0], PASSPHRASE, tmp_path / "saved")
    assert keyfile.load(filled[0])
