"""Another wallet's secret keys: offered, never kept unasked, and written nowhere but in the locked vault."""

import json
from base64 import b64encode, urlsafe_b64encode
from dataclasses import replace

import pytest
from other_records import PASSWORD, SEED, learncard, resume, secret, wallet
from practice_world import NOW
from signed_records import signed_badge
from terminal import CHEAP, PASSPHRASE, pathfolio

from app.applying.holder import holder_of
from app.journey import vaults
from app.journey.opening import session_of
from app.journey.records import found_keys, import_report
from app.journey.records import holding as step
from app.journey.skills.profile import profile
from app.vault import store_keys, vault
from app.wording import Words

DID = holder_of(SEED).did
X25519 = {"type": "X25519KeyAgreementKey2020", "privateKeyMultibase": "z11111"}


@pytest.fixture
def session(tmp_path):
    made, _code = vault.create(tmp_path / "v", PASSPHRASE, cost=CHEAP)
    with made, session_of(made) as opened:
        yield replace(opened, clock=lambda: NOW)


@pytest.fixture
def backup(tmp_path):
    """A wallet's backup with a badge about its key, that key, and one of another kind."""
    file = tmp_path / "in" / "Wallet Backup.json"
    file.parent.mkdir()
    file.write_text(json.dumps(wallet(signed_badge("Forklift", subject=DID), secret(), X25519)), encoding="utf-8")
    return file


def about_me(session):
    return [check.answer for card in step.cards(session) for check in card.checks if check.check == "about_me"]


def test_keys_are_offered_and_not_kept(session, backup):
    came = step.import_paths(session, [backup])
    assert [record.name for record in came.added] == ["Forklift"]
    assert [(one.did, one.kind, one.can_be_kept) for one in came.keys] == [
        (DID, "Ed25519", True),
        ("", "X25519", False),
    ]
    assert came.unreadable == ()
    assert store_keys.dids(session.vault) == ()
    assert about_me(session) == ["no"]


def test_a_key_that_is_kept_makes_its_records_the_learner_s(session, backup):
    came = step.import_paths(session, [backup])
    assert found_keys.keep_keys(session, came.keys) == 1
    assert store_keys.dids(session.vault) == (DID,)
    assert about_me(session) == ["yes"]
    again = step.import_paths(session, [backup])
    assert [(one.known, one.can_be_kept) for one in again.keys] == [(True, False), (False, False)]
    assert found_keys.keep_keys(session, again.keys) == 0


def test_keys_are_told_without_their_secret(session, backup):
    came = step.import_paths(session, [backup])
    shown = [found_keys.key_line(Words(language), one) for language in ("en", "es") for one in came.keys]
    assert shown[0] == f"Wallet Backup.json, #1: key …{DID[-6:]}"
    told = repr(came) + " ".join(shown) + str(import_report.import_report(Words(), came))
    assert not any(form in told.encode() for form in spellings())


def spellings():
    """Every way in which the seed could stand in a file."""
    text = secret()["privateKeyMultibase"]
    return [
        SEED,
        SEED.hex().encode(),
        b64encode(SEED).rstrip(b"="),
        urlsafe_b64encode(SEED).rstrip(b"="),
        text.encode(),
    ]


def test_a_kept_key_stands_in_no_file_in_clear(session, backup, tmp_path):
    found_keys.keep_keys(session, step.import_paths(session, [backup]).keys)
    vaults.back_up(session, tmp_path / "mine.pathfolio")
    session.vault.lock() if hasattr(session.vault, "lock") else session.vault.close()
    written = [file for file in tmp_path.rglob("*") if file.is_file() and file != backup]
    assert len(written) > 2
    for file in written:
        data = file.read_bytes()
        assert not any(form in data for form in spellings()), file


def test_a_locked_export_tells_that_it_needs_a_password(session, tmp_path):
    file = tmp_path / "export.zip"
    file.write_bytes(learncard(signed_badge("Forklift"), keys={"key": secret()}))
    came = step.import_paths(session, [file])
    assert (came.locked, came.added) == ((str(file),), ())
    assert step.import_paths(session, [file], password="no").unreadable[0].code == "export_wrong_password"
    came = step.import_paths(session, [file], password=PASSWORD)
    assert [record.name for record in came.added] == ["Forklift"]
    assert (came.locked, [one.did for one in came.keys]) == ((), [DID])


def test_own_word_in_a_resume_is_held_as_own_word(session):
    step.import_text(session, json.dumps(resume()))
    stands = {skill.claim.text: skill.standing.evidence for skill in profile(session).skills}
    assert stands["Weld steel"] == 1
    assert stands["Welding, A.S."] == 1, "nobody signed it"


def test_the_terminal_keeps_keys_only_when_told_to(tmp_path, backup):
    folder = tmp_path / "t"
    assert pathfolio("vault", "new", folder).returncode == 0
    first = pathfolio("vault", "import", folder, backup)
    assert first.returncode == 0
    assert "None was kept" in first.stderr
    second = pathfolio("vault", "import", "--keep-keys", "--json", folder, backup)
    keys = [json.loads(line) for line in second.stdout.splitlines() if "secret_key" in line]
    assert [(one["secret_key"], one["kept"]) for one in keys] == [(DID, True), ("", False)]
    assert not any(form.decode("latin-1") in second.stdout + first.stdout + first.stderr for form in spellings())


def test_the_terminal_opens_an_export_with_a_password_from_a_file(tmp_path):
    folder, file, password = tmp_path / "t", tmp_path / "export.zip", tmp_path / "password"
    file.write_bytes(learncard(signed_badge("Forklift")))
    password.write_text(PASSWORD, encoding="utf-8")
    assert pathfolio("vault", "new", folder).returncode == 0
    assert "locked with a password" in pathfolio("vault", "import", folder, file).stderr
    done = pathfolio("vault", "import", "--export-password-file", password, folder, file)
    assert "1 new record kept." in done.stdout
