"""Below the window things go wrong, with real files and disks: one clear sentence at the right place, nothing lost."""

import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from small_disk import mounting
from terminal import PASSPHRASE, RECORDS
from window_driver import Driver
from window_vaults import refusal, vault_of

from app.journey import career_data, opening, shelf
from app.places import asset, careers_pack

ROOT = Path(__file__).parents[2]


@pytest.fixture
def ana(driver: Driver) -> Driver:
    """A vault at the door, with its passphrase typed."""
    vault_of("Ana Ruiz", RECORDS)
    driver.window.pages["welcome"].arrive()
    driver.settle()
    driver.write("passphrase", PASSPHRASE)
    return driver


def folder_of(name: str) -> Path:
    return next(one.folder for one in shelf.vaults_here() if one.name == name)


def no_file(_pack: Path) -> None:
    """Nothing is put there."""


def cut_off(pack: Path) -> None:
    with careers_pack().open("rb") as file:
        pack.write_bytes(file.read(100_000))


def no_pack(pack: Path) -> None:
    pack.write_text("Dear all")


def empty(pack: Path) -> None:
    pack.touch()


def of_version(version: int) -> Callable[[Path], None]:
    def made(pack: Path) -> None:
        with careers_pack().open("rb") as file:
            header = bytearray(file.read(100))
        database = sqlite3.connect(pack)
        database.execute(f"PRAGMA application_id = {int.from_bytes(header[68:72])}")
        database.execute(f"PRAGMA user_version = {version}")
        database.execute("CREATE TABLE anything (at_all)")
        database.close()

    return made


PACKS: dict[str, tuple[Callable[[Path], None], str]] = {
    "missing": (no_file, "The career data is missing:"),
    "empty": (empty, "The career data cannot be read:"),
    "no pack": (no_pack, "The career data cannot be read:"),
    "cut off": (cut_off, "The career data cannot be read:"),
    "older": (of_version(0), "The career data was made for an older Pathfolio."),
    "newer": (of_version(999), "The career data was made for a newer Pathfolio."),
}


@pytest.mark.parametrize(("spoil", "told"), PACKS.values(), ids=PACKS)
def test_career_data_that_cannot_be_used_is_told_at_the_door_and_the_vault_stays_whole(
    ana: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spoil: Callable[[Path], None], told: str
) -> None:
    pack = tmp_path / "careers.sqlite"
    spoil(pack)
    with monkeypatch.context() as elsewhere:
        for one in (opening, career_data):
            elsewhere.setattr(one, "careers_pack", lambda: pack)
        ana.press("Unlock")
        assert told in ana.texts()
        assert not ana.window.place.is_open
        ana.window.covers.close()
        ana.press("practice")
        ana.press("Maya Torres")
        assert told in "\n".join(ana.said_in_front())
        ana.window.covers.close()
    ana.write("passphrase", PASSPHRASE)
    ana.press("Unlock")
    assert ana.window.place.is_open
    assert told not in ana.texts()


@pytest.mark.parametrize("text", ["", "{", '{"format": "other"}'], ids=["empty", "cut off", "another format"])
def test_a_catalog_that_cannot_be_read_is_told_at_the_door(
    ana: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    (tmp_path / "catalog").mkdir()
    (tmp_path / "catalog" / "us.json").write_text(text)
    monkeypatch.setattr(opening, "asset", tmp_path.joinpath)
    ana.press("Unlock")
    assert "The catalog of courses cannot be read." in ana.texts()
    assert not ana.window.place.is_open
    monkeypatch.setattr(opening, "asset", asset)
    ana.write("passphrase", PASSPHRASE)
    ana.press("Unlock")
    assert ana.window.place.is_open


def test_a_vault_that_breaks_while_it_is_open_is_told_and_saved_from(ana: Driver) -> None:
    folder = folder_of("Ana Ruiz")
    ana.press("Unlock")
    data = bytearray((folder / "vault.db").read_bytes())
    data[8192:] = os.urandom(len(data) - 8192)
    (folder / "vault.db").write_bytes(data)
    ana.window.go("skills")
    ana.settle()
    ana.window.go("records")
    ana.settle()
    ana.press("Lock")
    assert not ana.window.place.is_open
    ana.write("passphrase", PASSPHRASE)
    ana.press("Unlock")
    assert "damaged" in ana.texts()
    assert refusal(folder) == "vault_damaged"


def test_a_vault_that_is_gone_while_it_is_open_is_told(ana: Driver) -> None:
    folder = folder_of("Ana Ruiz")
    ana.press("Unlock")
    shutil.rmtree(folder)
    ana.press("Settings")
    ana.write("identity", "ana@example.org")
    ana.press("add-identity")
    ana.window.covers.close()
    ana.press("Lock")
    assert not ana.window.place.is_open


@pytest.mark.parametrize(
    ("made", "told"),
    [
        ({"requirements": [{"name": f"Thing {n}"} for n in range(1000)]}, "The opportunity asks for 1,000 things."),
        ({"requirements": []}, "The opportunity does not say its"),
        ({"challenge": "a\u202eb"}, "The opportunity’s “challenge” cannot be used as it is."),
    ],
    ids=["too much", "nothing", "a turned code"],
)
def test_an_opportunity_that_cannot_be_used_is_told_beside_its_button(
    driver: Driver, tmp_path: Path, made: dict[str, object], told: str
) -> None:
    driver.practice()
    driver.window.go("apply")
    driver.settle()
    usual = {"title": "Trainee", "organisation": "Clinic", "requirements": [{"name": "Count"}]}
    (tmp_path / "posting.json").write_text(json.dumps({**usual, **made}))
    driver.write("posting-title", "Typed before")
    driver.press("choose-posting")
    driver.choose(tmp_path / "posting.json")
    assert told in driver.button("choose-posting").accessibleDescription()
    assert told in driver.texts()
    assert driver.field("posting-title").text() == "Typed before"


def test_an_opportunity_of_damaged_bytes_is_told(driver: Driver, tmp_path: Path) -> None:
    driver.practice()
    driver.window.go("apply")
    driver.settle()
    (tmp_path / "posting.json").write_bytes(b"\xff\xfe\x00{" + random.Random(7).randbytes(2000))
    driver.press("choose-posting")
    driver.choose(tmp_path / "posting.json")
    driver.settle()
    assert driver.button("choose-posting").accessibleDescription()
    assert driver.window.findChild(QFileDialog) is None


@pytest.mark.skipif(os.name != "posix", reason="mounts are POSIX")
def test_a_disk_that_fills_up_while_importing_marking_and_signing_loses_nothing(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    before = mounting(tmp_path / "disk", "4m")
    script = [sys.executable, ROOT / "tests" / "support" / "on_a_full_disk.py", tmp_path / "disk", RECORDS]
    done = subprocess.run([*before, *script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr + done.stdout
    assert done.stdout.splitlines()[-1] == "held"
