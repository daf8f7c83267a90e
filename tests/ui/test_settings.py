"""Settings: what is chosen counts at once and is kept; what belongs to the vault stays in it."""

import json
from pathlib import Path

import pytest
from ordinary_person import as_ordinary_person
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from terminal import PASSPHRASE
from window_driver import Driver
from window_vaults import refusal, vault_of

from app.errors import PersonError
from app.journey import vaults
from app.journey.records.holding import identities

OTHER = "nine small wrens"


@pytest.fixture
def folder(data_folder: Path) -> Path:
    return data_folder / "vaults" / "Ana Ruiz"


@pytest.fixture
def code() -> str:
    """A vault that the door offers, before the window opens."""
    return vault_of("Ana Ruiz")


@pytest.fixture
def ana(code: str, driver: Driver) -> Driver:
    """The vault, open, with its settings shown."""
    driver.write("passphrase", PASSPHRASE)
    driver.press("Unlock")
    driver.press("Settings")
    return driver


def kept(data_folder: Path) -> dict[str, object]:
    return dict(json.loads((data_folder / "window.json").read_bytes()))


@pytest.mark.parametrize(
    ("press", "name", "value"),
    [
        ("theme-dark", "theme", "dark"),
        ("theme-contrast", "theme", "contrast"),
        ("text-150", "text_size", 150),
        ("language-es", "language", "es"),
        ("lock-30", "lock_after", 30),
        ("show-practice", "show_practice", False),
    ],
)
def test_a_choice_counts_at_once_and_is_kept(
    driver: Driver, data_folder: Path, press: str, name: str, value: object
) -> None:
    driver.press("Settings")
    driver.press(press)
    assert getattr(driver.window.preferences, name) == value
    assert kept(data_folder)[name] == value
    assert driver.window.cover is not None, "the settings went away"
    assert driver.button(press).isChecked() == (name != "show_practice")
    assert driver.button(press).hasFocus()


def test_the_settings_change_with_what_they_set(driver: Driver) -> None:
    driver.press("Settings")
    driver.press("language-es")
    assert "Ajustes" in driver.texts()
    driver.press("theme-dark")
    assert driver.window.look.colors.name == "dark"
    driver.press("text-200")
    assert driver.window.look.scale == 2
    driver.key(Qt.Key.Key_Escape)
    assert driver.window.cover is None
    assert "¿Es su primera vez aquí?" in driver.texts()


def test_a_choice_that_cannot_be_kept_is_told_and_counts_until_the_window_closes(
    driver: Driver, data_folder: Path
) -> None:
    data_folder.parent.mkdir(exist_ok=True)
    data_folder.write_text("a file in the way")
    driver.press("Settings")
    driver.press("theme-dark")
    assert driver.window.look.colors.name == "dark"
    assert "so nothing can be put into it" in driver.texts()


def test_the_door_has_no_settings_of_a_vault(driver: Driver) -> None:
    driver.press("Settings")
    assert "Your vault" not in driver.texts()
    assert "Change the passphrase" not in driver.button_names()


def test_a_practice_vault_says_that_it_has_none(driver: Driver) -> None:
    driver.practice()
    driver.press("Settings")
    assert "This is a practice vault. It has no passphrase, and it is gone when you leave." in driver.texts()
    assert "Change the passphrase" not in driver.button_names()


def test_the_name_stands_in_the_vault_and_at_the_top(ana: Driver, folder: Path) -> None:
    ana.write("Your name", "Ana María Ruiz <b>")
    ana.key(Qt.Key.Key_Return)
    ana.settle()
    assert ana.window.cover is not None, "Enter closed the settings"
    assert ana.field("Your name").text() == "Ana María Ruiz <b>"
    ana.key(Qt.Key.Key_Escape)
    assert "Ana María Ruiz <b>" in ana.texts()
    ana.press("Lock")
    assert "Ana Ruiz" in ana.button_names()
    with vaults.unlocked(folder, PASSPHRASE) as session:
        assert vaults.whose(session).name == "Ana María Ruiz <b>"


def test_half_a_name_outlives_another_look(ana: Driver) -> None:
    ana.write("Your name", "Ana M")
    ana.press("theme-dark")
    assert ana.field("Your name").text() == "Ana M"


def test_names_and_addresses_are_said_and_taken_back(ana: Driver, folder: Path) -> None:
    ana.press("Add the name or address")
    assert "Type a name or an address first." in ana.texts()
    ana.write("identity", "ana@example.org")
    ana.press("Add the name or address")
    ana.write("identity", "Ana <i>Ruiz</i>")
    ana.key(Qt.Key.Key_Return)
    ana.settle()
    assert {"Remove ana@example.org", "Remove Ana <i>Ruiz</i>"} <= set(ana.button_names())
    ana.press("Remove ana@example.org")
    assert "Remove ana@example.org" not in ana.button_names()
    ana.key(Qt.Key.Key_Escape)
    ana.press("Lock")
    with vaults.unlocked(folder, PASSPHRASE) as session:
        assert identities(session) == ("Ana <i>Ruiz</i>",)


def test_a_new_passphrase_opens_the_vault_and_the_old_one_does_not(ana: Driver, folder: Path) -> None:
    ana.press("Change the passphrase")
    ana.write("New passphrase", OTHER)
    ana.press("save-passphrase")
    assert "The two are not the same. Type it again." in ana.texts()
    ana.write("The same passphrase again", OTHER)
    ana.press("save-passphrase")
    assert "The new passphrase opens the vault from now on." in ana.texts()
    ana.key(Qt.Key.Key_Escape)
    ana.press("Lock")
    assert (refusal(folder), refusal(folder, OTHER)) == ("wrong_passphrase", "")


def test_a_new_passphrase_that_is_cancelled_changes_nothing(ana: Driver, folder: Path) -> None:
    ana.press("Change the passphrase")
    ana.write("New passphrase", OTHER)
    ana.write("The same passphrase again", OTHER)
    ana.key(Qt.Key.Key_Escape)
    ana.settle()
    ana.window.lock()
    ana.settle()
    assert refusal(folder) == ""


def test_a_new_code_counts_once_it_is_kept_and_not_before(ana: Driver, code: str, folder: Path) -> None:
    ana.press("New recovery code")
    first = ana.label("code-shown").text()
    assert not ana.button("use-code").isEnabled()
    ana.press("form-cancel")
    ana.press("New recovery code")
    second = ana.label("code-shown").text()
    ana.press("wrote-down")
    ana.press("Use this code")
    assert "The new recovery code opens the vault from now on." in ana.texts()
    ana.window.lock()
    ana.settle()
    opens = [opens_with(folder, one) for one in (code, first, second)]
    assert opens == [False, False, True]


def opens_with(folder: Path, code: str) -> bool:
    try:
        with vaults.unlocked_with_code(folder, code):
            return True
    except PersonError:
        return False


def test_a_backup_is_written_where_the_learner_says_and_its_day_is_told(ana: Driver, tmp_path: Path) -> None:
    assert "There is no backup yet." in ana.texts()
    ana.press("Back up")
    ana.choose(tmp_path / "mine.pathfolio")
    assert f"Backup written: {tmp_path / 'mine.pathfolio'}" in ana.texts()
    assert "Last backup: " in ana.texts()
    vaults.restore(tmp_path / "mine.pathfolio", tmp_path / "back")
    assert refusal(tmp_path / "back") == ""


def test_a_backup_that_cannot_be_written_is_told(ana: Driver, open_place: Path) -> None:
    ana.press("Back up")
    with as_ordinary_person():
        ana.choose(open_place / "mine.pathfolio")
    assert "Nothing can be written here: the folder or file is read-only." in ana.texts()
    assert list(open_place.iterdir()) == []


def test_no_place_for_a_backup_is_no_backup(ana: Driver) -> None:
    ana.press("Back up")
    asking = ana.window.findChild(QFileDialog)
    assert asking is not None
    asking.reject()
    ana.settle()
    assert "There is no backup yet." in ana.texts()


def test_where_the_vault_is_stands_there(ana: Driver, folder: Path) -> None:
    assert f"The vault is here: {folder}" in ana.texts()


def test_a_forgotten_passphrase_is_replaced_with_the_code(code: str, driver: Driver, folder: Path) -> None:
    driver.press("I have a recovery code")
    for typed, says in (
        ("", "Type the code first."),
        (code[:-4], "A recovery code has 27 letters and digits. This one has 24."),
        ("U" + code[1:], "A recovery code never has “U” in it. Look at the printed one again."),
        (swapped(code), "There is a typing mistake in the recovery code."),
        (vaults.new_code(), "That recovery code does not open this vault."),
    ):
        driver.write("code", typed)
        driver.press("unlock-with-code")
        assert says in driver.texts()
        assert driver.field("code").hasFocus()
    driver.write("code", code.lower().replace("-", " "))
    driver.press("unlock-with-code")
    assert driver.window.place.is_open
    assert "The code opened your vault." in driver.texts()
    driver.write("New passphrase", OTHER)
    driver.write("The same passphrase again", OTHER)
    driver.key(Qt.Key.Key_Return)
    driver.settle()
    driver.press("Lock")
    assert (refusal(folder), refusal(folder, OTHER)) == ("wrong_passphrase", "")


def test_the_new_passphrase_can_wait(code: str, driver: Driver, folder: Path) -> None:
    driver.press("I have a recovery code")
    driver.write("code", code)
    driver.press("unlock-with-code")
    driver.press("Not now")
    assert driver.focus_name() == "What have others said you can do?"
    driver.press("Lock")
    assert refusal(folder) == ""


def swapped(code: str) -> str:
    """The code with one digit mistaken."""
    return code[:-2] + ("2" if code[-2] != "2" else "3") + code[-1]
