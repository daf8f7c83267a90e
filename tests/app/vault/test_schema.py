"""Old vaults open; a migration holds whole or not at all."""

import json
import zipfile
from pathlib import Path

import pytest
from vault_help import PASSPHRASE, checked, new_vault

from app.errors import PersonError
from app.vault import backup, database, keyfile, schema, vault
from app.vault.store_applications import add_opportunity, opportunities, outcomes, presentations
from app.vault.store_keys import dids
from app.vault.store_learning import kept_mapping, stored_lists, stored_steps
from app.vault.store_pages import pages
from app.vault.store_plan import chosen_steps, goal
from app.vault.store_profile import answers, own_words
from app.vault.store_records import records
from app.vault.store_settings import set_setting, setting
from app.vault.store_versions import versions

BEFORE_PAGES = {"version-1", "version-2"}
BEFORE_LEARNING = {*BEFORE_PAGES, "version-3"}
LIST = (
    "near-me",
    b"Program,Provider\nFirst aid,College\n",
    {"name": "Program", "provider": "Provider"},
    {"First aid": ("2.A.1.a",)},
)
BEFORE_VERSIONS = {*BEFORE_LEARNING, "version-4"}
SAMPLES = sorted((Path(__file__).parent / "samples").glob("version-*.pathfolio"))


def test_there_is_a_sample_of_every_version():
    assert [path.stem for path in SAMPLES] == [f"version-{n + 1}" for n in range(len(schema.MIGRATIONS))]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_vault_of_every_version_opens_with_all_it_held(sample, tmp_path):
    backup.restore(sample, tmp_path / "v")
    with vault.unlock(tmp_path / "v", PASSPHRASE) as opened:
        assert [record.raw for record in records(opened)] == [b'{"name": "Forklift"}']
        assert checked(opened) == ["signature"]
        assert [words.text for words in own_words(opened)] == ["I drive a forklift"]
        assert [answer.agreed for answer in answers(opened)] == [True]
        assert goal(opened) == "29-1141.00"
        assert [step.step_id for step in chosen_steps(opened, "29-1141.00")] == ["first-aid"]
        assert dids(opened) == ("did:example:0101010101010101",)
        assert [dict(kept.opportunity) for kept in opportunities(opened)] == [{"title": "Aide"}]
        assert [kept.presentation for kept in presentations(opened)] == [b"{}"]
        assert [told.code for told in outcomes(opened)] == ([] if sample.stem == "version-1" else ["interview"])
        assert [page.content for page in pages(opened)] == ([] if sample.stem in BEFORE_PAGES else [b"{}"])
        lists = [(one.list_id, one.raw, one.mapping, one.meanings) for one in stored_lists(opened)]
        assert lists == ([] if sample.stem in BEFORE_LEARNING else [LIST])
        assert [one.fields for one in stored_steps(opened)] == ([{"name": "First aid"}] if lists else [])
        assert kept_mapping(opened, "headings") == ({"name": "Program"} if lists else None)
        named = [] if sample.stem in BEFORE_VERSIONS else ["Short"]
        assert [one.name for one in versions(opened)] == named
        with opened.reading() as tables:
            assert schema.shape(tables) == schema.expected_shape(len(schema.MIGRATIONS))


def test_what_an_older_vault_says_of_an_outcome_is_kept(tmp_path, monkeypatch):
    with monkeypatch.context() as earlier:
        earlier.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:1])
        opened, _ = new_vault(tmp_path / "v")
        with opened, opened.writing() as tables:
            number = add_opportunity(opened, {"title": "Aide"})
            for outcome in ("They called back", None):
                tables.execute(
                    "INSERT INTO presentation"
                    " (opportunity_id, made_at, challenge, domain, holder, record_keys_json, bytes, outcome)"
                    " VALUES (?, '2026-01-02T03:04:05+00:00', 'c', 'd', 'h', '[]', x'7b7d', ?)",
                    [number, outcome],
                )
    with vault.unlock(tmp_path / "v", PASSPHRASE) as opened:
        assert [kept.presentation for kept in presentations(opened)] == [b"{}", b"{}"]
        (told,) = outcomes(opened)
        assert (told.presentation_id, told.code, told.note) == (1, "other", "They called back")
        assert told.said_at == "2026-01-02T03:04:05+00:00"


def add_nickname(tables):
    tables.execute("ALTER TABLE own_words ADD COLUMN nickname TEXT")


def add_half(tables):
    tables.execute("ALTER TABLE own_words ADD COLUMN half TEXT")
    raise OSError("pulled out")


def test_an_older_vault_is_upgraded_with_a_backup_before(tmp_path, monkeypatch):
    opened, _ = new_vault(tmp_path / "v")
    with opened:
        set_setting(opened, "kept", value=7)
    known = len(schema.MIGRATIONS)
    with monkeypatch.context() as later:
        later.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, add_nickname))
        with vault.unlock(tmp_path / "v", PASSPHRASE) as opened:
            assert [notice.code for notice in opened.notices] == ["vault_upgraded"]
            values = opened.notices[0].values
            assert (values["found"], values["known"], setting(opened, "kept")) == (known, known + 1, 7)
            with opened.reading() as tables:
                assert schema.shape(tables) == schema.expected_shape(known + 1)
        with vault.unlock(tmp_path / "v", PASSPHRASE) as opened:
            assert opened.notices == ()
    backup.restore(Path(values["backup"]), tmp_path / "before")
    with vault.unlock(tmp_path / "before", PASSPHRASE) as opened:
        assert setting(opened, "kept") == 7


def test_a_migration_that_fails_leaves_the_version_before(tmp_path, monkeypatch):
    new_vault(tmp_path / "v")[0].lock()
    with monkeypatch.context() as later:
        later.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, add_nickname, add_half))
        with pytest.raises(PersonError, match="disk_failed"):
            vault.unlock(tmp_path / "v", PASSPHRASE)
        later.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:-1])
        with vault.unlock(tmp_path / "v", PASSPHRASE) as opened, opened.reading() as tables:
            assert schema.version(tables) == len(schema.MIGRATIONS)


def test_a_newer_vault_is_refused_and_left_alone(tmp_path, monkeypatch):
    known = len(schema.MIGRATIONS)
    with monkeypatch.context() as later:
        later.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, add_nickname))
        new_vault(tmp_path / "v")[0].lock()
    before = (tmp_path / "v" / "vault.db").read_bytes()
    with pytest.raises(PersonError) as error:
        vault.unlock(tmp_path / "v", PASSPHRASE)
    assert (error.value.code, error.value.values) == ("vault_newer", {"found": known + 1, "known": known})
    assert (tmp_path / "v" / "vault.db").read_bytes() == before


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TRIGGER spy AFTER INSERT ON own_words BEGIN DELETE FROM record; END",
        "CREATE VIEW spy AS SELECT * FROM learner_key",
        "ALTER TABLE own_words ADD COLUMN spy TEXT",
        "DROP TABLE answer",
    ],
)
def test_tables_that_are_not_ours_are_refused(tmp_path, sql):
    opened, _ = new_vault(tmp_path / "v")
    with opened, opened.writing() as tables:
        tables.execute(sql)
    with pytest.raises(PersonError) as error:
        vault.unlock(tmp_path / "v", PASSPHRASE)
    assert (error.value.code, error.value.values["reason"]) == ("vault_damaged", "tables")


def test_the_journal_and_its_care_are_as_decided(tmp_path):
    opened, _ = new_vault(tmp_path / "v")
    with opened, opened.reading() as tables:
        found = [tables.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")]
        assert found == ["delete", 3]
    keys, _ = keyfile.load(tmp_path / "v")
    again = database.open_sound(tmp_path / "v" / "vault.db", keyfile.unwrap(keys, PASSPHRASE))
    assert again.execute("PRAGMA synchronous").fetchone()[0] == 3
    again.close()


def test_the_sample_is_small_and_says_its_version():
    for number, sample in enumerate(SAMPLES, 1):
        assert sample.stat().st_size < 200_000
        with zipfile.ZipFile(sample) as members:
            assert json.loads(members.read("manifest.json"))["schema"] == number
