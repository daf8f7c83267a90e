"""The door: choosing a vault, opening it, and what keeps it shut."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from ordinary_person import as_ordinary_person
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from terminal import PASSPHRASE, RECORDS
from window_driver import Driver
from window_vaults import damage, refusal, vault_of

from app.journey import shelf, vaults
from app.journey.records.holding import import_paths
from app.preferences import Preferences
from app.vault import database, keyfile

ROOT = Path(__file__).resolve().parents[2]
SCHOOL = RECORDS / "team-coach.json"
HOLD = """
import sys
from pathlib import Path
from app.vault import vault
with vault.unlock(Path(sys.argv[1]), sys.argv[2]):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def ana(data_folder: Path) -> Path:
    """A vault on this computer."""
    vault_of("Ana Ruiz", SCHOOL)
    return data_folder / "vaults" / "Ana Ruiz"


def reopened(driver: Driver) -> Driver:
    """The door after it looked again."""
    driver.window.pages["welcome"].arrive()
    driver.settle()
    return driver


def unlock(driver: Driver, passphrase: str = PASSPHRASE) -> None:
    driver.write("passphrase", passphrase)
    driver.press("Unlock")


def test_who_comes_first_is_asked_nothing_and_offered_a_vault_and_a_practice_learner(driver: Driver) -> None:
    assert "New here?" in driver.texts()
    assert {"Start a new vault", "Try a practice learner", "Bring back a backup"} <= set(driver.button_names())
    assert driver.window.findChildren(QLineEdit) == []


def test_a_vault_on_this_computer_is_offered_and_its_passphrase_has_the_keyboard(ana: Path, driver: Driver) -> None:
    assert "Whose vault shall we open?" in driver.texts()
    driver.settle()
    assert driver.focus_name() == "Passphrase for Ana Ruiz"


def test_enter_in_the_field_opens_the_vault(ana: Path, driver: Driver) -> None:
    driver.settle()
    driver.type(PASSPHRASE)
    driver.key(Qt.Key.Key_Return)
    driver.until(lambda: driver.window.place.is_open)
    driver.settle()
    assert "Ana Ruiz" in driver.texts()
    assert "PRACTICE" not in driver.texts()


def test_the_window_stays_alive_while_a_vault_opens_and_says_so(ana: Path, driver: Driver) -> None:
    driver.write("passphrase", PASSPHRASE)
    driver.button("Unlock").click()
    assert "Opening the vault" in driver.texts()
    assert not driver.button("Unlock").isEnabled()
    driver.until(lambda: driver.window.place.is_open)


def test_a_wrong_passphrase_is_told_beside_its_field_which_keeps_the_keyboard(ana: Path, driver: Driver) -> None:
    unlock(driver, "wrong battery")
    field = driver.field("passphrase")
    assert "That passphrase does not open this vault." in driver.texts()
    assert field.accessibleDescription() == "That passphrase does not open this vault."
    assert field.hasFocus()
    assert field.selectedText() == "wrong battery"
    driver.type("n")
    assert "does not open" not in driver.texts()


def test_nothing_typed_is_asked_for(ana: Path, driver: Driver) -> None:
    driver.press("Unlock")
    assert "Type the passphrase first." in driver.texts()


def test_the_passphrase_can_be_shown_and_hidden(ana: Path, driver: Driver) -> None:
    driver.write("passphrase", "open sesame")
    field = driver.field("passphrase")
    assert field.displayText() != "open sesame"
    driver.press("Show the passphrase")
    assert field.displayText() == "open sesame"
    driver.press("Hide the passphrase")
    assert field.displayText() != "open sesame"


def test_caps_lock_is_told_of(ana: Path, driver: Driver) -> None:
    driver.settle()
    field, none = driver.field("passphrase"), Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(field, QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_A, none, "A"))
    assert "Caps Lock seems to be on." in driver.texts()
    QApplication.sendEvent(field, QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_A, none, "a"))
    assert "Caps Lock seems to be on." not in driver.texts()


def test_what_is_typed_stays_when_the_language_changes(ana: Path, driver: Driver) -> None:
    driver.write("passphrase", "half a pass")
    driver.window.prefer(Preferences(language="es", theme="dark", text_size=150))
    driver.settle()
    assert driver.field("passphrase").text() == "half a pass"
    assert driver.field("passphrase").hasFocus()


def test_a_vault_that_opens_while_the_look_changes_is_open(ana: Path, driver: Driver) -> None:
    driver.write("passphrase", PASSPHRASE)
    driver.button("Unlock").click()
    driver.window.prefer(Preferences(language="es", theme="dark"))
    driver.until(lambda: driver.window.place.is_open)


def test_what_kept_a_vault_shut_is_told_also_where_the_look_changed_meanwhile(ana: Path, driver: Driver) -> None:
    driver.write("passphrase", "wrong battery")
    driver.button("Unlock").click()
    driver.window.prefer(Preferences(language="es", theme="dark"))
    driver.settle()
    assert "Esta bóveda no se abre con esa contraseña." in driver.texts()
    assert driver.field("passphrase").isEnabled()


def test_one_of_several_is_chosen_and_the_passphrase_of_another_is_not_kept(ana: Path, driver: Driver) -> None:
    vault_of("Ben")
    reopened(driver)
    driver.write("passphrase", "for one of them")
    driver.press("Ben")
    assert driver.field("Passphrase for Ben").text() == ""
    unlock(driver)
    assert driver.window.place.name == "Ben"


def test_the_vault_open_last_is_the_one_offered(ana: Path, driver: Driver) -> None:
    vault_of("Ben")
    reopened(driver)
    driver.press("Ana Ruiz")
    unlock(driver)
    driver.press("Lock")
    assert driver.field("Passphrase for Ana Ruiz").text() == ""


def test_lock_and_unlock_half_way_keeps_the_place(ana: Path, driver: Driver) -> None:
    vault_of("Ben")
    reopened(driver)
    driver.press("Ana Ruiz")
    unlock(driver)
    driver.window.go("plan")
    driver.settle()
    driver.press("Lock")
    driver.press("Ben")
    unlock(driver)
    assert driver.window.step == "records"
    driver.press("Lock")
    driver.press("Ana Ruiz")
    unlock(driver)
    assert driver.window.step == "plan"
    assert driver.focus_name() == "How can you get there?"


def test_a_vault_open_in_another_program_says_so_in_one_sentence(ana: Path, driver: Driver) -> None:
    holding = [sys.executable, "-c", HOLD, str(ana), PASSPHRASE]
    with subprocess.Popen(holding, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        unlock(driver)
        assert "This vault is open elsewhere. Close it there first." in driver.texts()
        other.communicate()
    unlock(driver)
    assert driver.window.place.is_open


def test_a_vault_of_a_newer_program_is_refused_with_a_sentence(ana: Path, driver: Driver) -> None:
    key = keyfile.unwrap(keyfile.load(ana)[0], PASSPHRASE)
    opened = database.connect(ana / "vault.db", key)
    opened.execute("PRAGMA user_version = 99")
    opened.close()
    unlock(driver)
    assert "This vault was written by a newer Pathfolio. Please update the program." in driver.texts()


def test_a_key_file_that_was_mended_is_told_of(ana: Path, driver: Driver) -> None:
    (ana / "vault.key").write_bytes(b"torn")
    unlock(driver)
    assert "Its copy was used" in driver.texts()


def test_what_is_left_of_a_damaged_vault_is_saved_and_opened(ana: Path, driver: Driver) -> None:
    with vaults.unlocked(ana, PASSPHRASE) as session:
        import_paths(session, [RECORDS])
    damage(ana)
    before = (ana / "vault.db").read_bytes()
    unlock(driver)
    assert "Part of this vault is damaged. What can still be read can be saved." in driver.texts()
    assert driver.focus_name() == "Save what can be read"
    driver.press("Save what can be read")
    driver.press("save-readable")
    assert "could not be read." in driver.texts()
    driver.press("Open the new vault")
    assert driver.window.place.is_open
    assert driver.window.folder == ana.parent / "Ana Ruiz, saved"
    assert (ana / "vault.db").read_bytes() == before


def test_a_damaged_vault_is_saved_by_its_recovery_code_too(data_folder: Path, driver: Driver) -> None:
    code = vault_of("Ana Ruiz", RECORDS)
    damage(data_folder / "vaults" / "Ana Ruiz")
    reopened(driver)
    driver.press("I have a recovery code")
    driver.write("code", code)
    driver.press("Unlock")
    driver.press("Save what can be read")
    driver.press("save-readable")
    driver.press("form-cancel")
    assert {"Ana Ruiz", "Ana Ruiz, saved"} <= set(driver.button_names())
    assert refusal(data_folder / "vaults" / "Ana Ruiz, saved") == ""


def test_a_vault_without_its_key_comes_back_from_a_backup(ana: Path, driver: Driver, tmp_path: Path) -> None:
    with vaults.unlocked(ana, PASSPHRASE) as session:
        vaults.back_up(session, tmp_path / "ana.pathfolio")
    (ana / "vault.key").unlink()
    (ana / "vault.key.copy").unlink()
    unlock(driver)
    assert "The key file of this vault is missing. A backup can be brought back." in driver.texts()
    driver.press("mend-restore")
    driver.press("Choose the file")
    driver.choose(tmp_path / "ana.pathfolio")
    assert driver.field("What to call the vault").text() == "ana"
    driver.write("What to call the vault", "Ana Ruiz")
    driver.press("Bring it back")
    assert "There is a vault called Ana Ruiz already." in driver.texts()
    driver.write("What to call the vault", "Ana again")
    driver.press("Bring it back")
    assert "The backup is back." in driver.texts()
    assert driver.focus_name() == "Passphrase for Ana again"
    unlock(driver)
    assert driver.window.folder == ana.parent / "Ana again"


def test_what_is_no_backup_is_told_beside_its_field(driver: Driver, tmp_path: Path) -> None:
    (tmp_path / "x.pathfolio").write_text("not one of ours")
    driver.press("Bring back a backup")
    driver.press("Bring it back")
    assert "Choose the file first." in driver.texts()
    driver.write("Backup file", str(tmp_path / "x.pathfolio"))
    driver.write("What to call the vault", "x")
    driver.press("Bring it back")
    assert "This file is not a Pathfolio backup." in driver.texts()
    driver.write("Backup file", str(tmp_path / "none.pathfolio"))
    driver.press("Bring it back")
    assert "There is nothing at" in driver.texts()
    assert shelf.vaults_here() == ()


def test_a_vault_on_a_stick_is_opened_from_its_folder_or_the_one_above(driver: Driver, tmp_path: Path) -> None:
    vault_of("Ana", place=tmp_path / "stick")
    driver.press("Open a vault on a USB stick")
    driver.choose(tmp_path / "stick")
    unlock(driver)
    assert driver.window.folder == tmp_path / "stick" / "Ana"
    driver.press("Lock")
    assert "New here?" in driver.texts()


def test_a_folder_without_a_vault_is_told_of_and_changes_nothing(ana: Path, driver: Driver, tmp_path: Path) -> None:
    driver.press("A vault on a USB stick")
    driver.choose(tmp_path)
    assert f"There is no vault in {tmp_path}." in driver.texts()
    driver.press("Ana Ruiz")
    unlock(driver)
    assert driver.window.place.is_open


def test_choosing_no_folder_leaves_the_door_as_it_is(ana: Path, driver: Driver) -> None:
    driver.press("A vault on a USB stick")
    driver.window.findChild(QLineEdit, "fileNameEdit").parent().reject()
    driver.settle()
    assert "Choose its folder" in driver.button_names()
    driver.press("Ana Ruiz")
    assert driver.field("passphrase").isVisible()


def test_a_vault_that_came_while_the_door_was_open_is_found(driver: Driver, data_folder: Path) -> None:
    driver.practice()
    vault_of("Ana")
    driver.press("Lock")
    assert "Passphrase for Ana" in driver.texts()


def test_a_name_that_looks_like_a_page_is_plain_text(driver: Driver) -> None:
    vault_of("&lt;b&gt;bold <b>x &Quit")
    reopened(driver)
    assert "&lt;b&gt;bold b x &Quit" in driver.button_names()
    assert "Passphrase for &lt;b&gt;bold b x &Quit" in driver.texts()


def test_practice_learners_can_be_hidden(driver: Driver) -> None:
    driver.window.prefer(Preferences(language="en", show_practice=False))
    driver.settle()
    assert "Try a practice learner" not in driver.button_names()


@pytest.mark.parametrize("name", ["Maya Torres", "Renee Brooks", "Daniel Novak"])
def test_each_practice_learner_opens_without_a_passphrase(driver: Driver, name: str) -> None:
    driver.press("Try a practice learner")
    driver.press(name)
    driver.until(lambda: driver.window.place.is_open)
    assert driver.window.place.name == name
    assert driver.window.practice


def test_the_door_is_walked_by_keyboard_alone(ana: Path, driver: Driver) -> None:
    driver.settle()
    walked = [driver.focus_name()]
    for _ in range(6):
        driver.key(Qt.Key.Key_Tab)
        walked.append(driver.focus_name())
    assert walked == [
        "Passphrase for Ana Ruiz",
        "Show the passphrase",
        "Unlock",
        "I have a recovery code",
        "Start a new vault",
        "Try a practice learner",
        "Check something I was sent",
    ]


def test_cards_are_chosen_with_the_arrows(ana: Path, driver: Driver) -> None:
    vault_of("Ben")
    reopened(driver)
    driver.button("Ben").setFocus()
    driver.key(Qt.Key.Key_Down)
    assert "Passphrase for Ana Ruiz" in driver.texts()


def test_closing_while_a_vault_opens_leaves_it_whole_and_unlocked_for_others(ana: Path, driver: Driver) -> None:
    driver.write("passphrase", PASSPHRASE)
    driver.button("Unlock").click()
    driver.window.close()
    assert refusal(ana) == ""


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")
def test_a_vault_in_a_folder_that_cannot_be_written_says_so(driver: Driver, open_place: Path) -> None:
    vault_of("Ana", place=open_place)
    folder = open_place / "Ana"
    driver.press("Open a vault on a USB stick")
    driver.choose(folder)
    with as_ordinary_person(open_place):
        for path in (*folder.iterdir(), folder):
            path.chmod(0o500 if path.is_dir() else 0o400)
        unlock(driver)
    assert "Nothing can be written here: the folder or file is read-only." in driver.texts()
