"""A new vault: nothing is made before its recovery code is kept, and nothing half-made is left."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from ordinary_person import as_ordinary_person
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from small_disk import mounting
from terminal import PASSPHRASE
from window_driver import Driver
from window_vaults import refusal, vault_of

from app.journey import vaults
from app.preferences import Preferences

ROOT = Path(__file__).resolve().parents[2]
ON_A_FULL_DISK = """
import os, sys
from pathlib import Path
sys.path[:0] = ["tests/support", "."]
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["PATHFOLIO_DATA"] = sys.argv[1]
from pytestqt.qt_compat import qt_api
from pytestqt.qtbot import QtBot
from window_driver import Driver
from window_vaults import make_cheap
from app.preferences import Preferences
from ui.application import application, open_window

class Waiting(QtBot):
    def __init__(self):
        self._request = None

qt_api.set_qt_api("pyside6")
app = application(["pathfolio"])
make_cheap()
window = open_window(Preferences(language="en"))
window.show()
driver = Driver(Waiting(), window)
driver.press("Start a new vault")
driver.write("name", "Ana")
driver.write("New passphrase", "eight tall herons")
driver.write("The same passphrase again", "eight tall herons")
driver.press("Next: the recovery code")
driver.press("I wrote the code down, or saved it in a safe place.")
driver.press("Make the vault")
assert "The disk is full" in driver.texts(), driver.texts()
assert driver.button("Make the vault").isEnabled()
window.close()
print(sorted(path.name for path in Path(sys.argv[1], "vaults").iterdir()))
"""


def fill_in(driver: Driver, name: str = "Ana Ruiz", first: str = PASSPHRASE, second: str = PASSPHRASE) -> None:
    driver.write("Your name, or what to call the vault", name)
    driver.write("New passphrase", first)
    driver.write("The same passphrase again", second)
    driver.press("Next: the recovery code")


def code_shown(driver: Driver) -> str:
    return driver.label("code-shown").text()


def test_a_new_vault_opens_with_what_was_typed_and_with_its_code(driver: Driver, data_folder: Path) -> None:
    driver.press("Start a new vault")
    fill_in(driver)
    code = code_shown(driver)
    assert not driver.button("Make the vault").isEnabled()
    assert "Check the box to go on." in driver.texts()
    assert not data_folder.exists()
    driver.press("wrote-down")
    assert "Check the box to go on." not in driver.texts()
    driver.press("Make the vault")
    assert driver.window.place.name == "Ana Ruiz"
    assert "Your vault is ready." in driver.texts()
    driver.press("Lock")
    driver.settle()
    assert refusal(data_folder / "vaults" / "Ana Ruiz") == ""
    with vaults.unlocked_with_code(data_folder / "vaults" / "Ana Ruiz", code) as session:
        assert vaults.whose(session).name == "Ana Ruiz"


@pytest.mark.parametrize(
    ("name", "first", "second", "where", "says"),
    [
        (" ", PASSPHRASE, PASSPHRASE, "name", "Give the vault a name first."),
        ("...", PASSPHRASE, PASSPHRASE, "name", "Give the vault a name first."),
        ("Ben", PASSPHRASE, PASSPHRASE, "name", "There is a vault called Ben already. Choose another name."),
        ("Ana", "short", "short", "new-passphrase", "That passphrase is too short. Use 8 characters or more."),
        ("Ana", PASSPHRASE, PASSPHRASE[:-1], "passphrase-again", "The two are not the same. Type it again."),
    ],
)
def test_what_cannot_be_is_told_beside_its_field(
    driver: Driver, name: str, first: str, second: str, where: str, says: str
) -> None:
    vault_of("Ben")
    driver.press("Start a new vault")
    fill_in(driver, name, first, second)
    assert says in driver.texts()
    assert driver.field(where).hasFocus()
    assert driver.field(where).accessibleDescription() == says


@pytest.mark.parametrize("leave", ["form-cancel", "close-cross", "escape"])
def test_leaving_at_the_first_page_makes_nothing(driver: Driver, data_folder: Path, leave: str) -> None:
    driver.press("Start a new vault")
    driver.write("name", "Ana")
    if leave == "escape":
        driver.key(Qt.Key.Key_Escape)
    else:
        driver.press(leave)
    assert driver.window.cover is None
    assert not data_folder.exists()
    driver.press("Start a new vault")
    assert driver.field("name").text() == ""


def test_leaving_before_the_code_is_kept_makes_nothing(driver: Driver, data_folder: Path) -> None:
    driver.press("Start a new vault")
    fill_in(driver)
    driver.key(Qt.Key.Key_Escape)
    driver.settle()
    assert not driver.window.place.is_open
    assert not data_folder.exists()


def test_going_back_keeps_what_was_typed_and_the_code(driver: Driver) -> None:
    driver.press("Start a new vault")
    fill_in(driver)
    code = code_shown(driver)
    driver.press("Back")
    assert driver.field("name").text() == "Ana Ruiz"
    assert driver.field("New passphrase").text() == PASSPHRASE
    driver.press("Next: the recovery code")
    assert code_shown(driver) == code


def test_another_look_keeps_what_was_typed_and_the_code(driver: Driver) -> None:
    driver.press("Start a new vault")
    driver.write("name", "Ana")
    driver.window.prefer(Preferences(language="es", theme="dark", text_size=150))
    driver.settle()
    assert driver.field("name").text() == "Ana"
    assert driver.field("name").hasFocus()
    driver.window.prefer(Preferences(language="en"))
    driver.settle()
    fill_in(driver)
    code = code_shown(driver)
    driver.press("wrote-down")
    driver.window.prefer(Preferences(language="en", theme="contrast"))
    driver.settle()
    assert code_shown(driver) == code
    assert driver.button("Make the vault").isEnabled()


def test_the_code_is_copied_or_saved_as_a_page_to_print(driver: Driver, tmp_path: Path) -> None:
    driver.press("Start a new vault")
    fill_in(driver)
    code = code_shown(driver)
    driver.press("Copy the code")
    assert QApplication.clipboard().text() == code
    assert "Copied." in driver.texts()
    driver.press("Save as a text file")
    driver.choose(tmp_path / "code.txt")
    page = (tmp_path / "code.txt").read_text(encoding="utf-8")
    assert f"    {code}\n" in page
    assert "Vault: Ana Ruiz" in page
    assert str(tmp_path / "code.txt") in driver.texts()


def test_a_code_that_cannot_be_saved_is_told(driver: Driver, open_place: Path) -> None:
    driver.press("Start a new vault")
    fill_in(driver)
    driver.press("Save as a text file")
    with as_ordinary_person():
        driver.choose(open_place / "code.txt")
    assert "Nothing can be written here: the folder or file is read-only." in driver.texts()
    assert list(open_place.iterdir()) == []


def test_a_vault_goes_onto_a_stick(driver: Driver, tmp_path: Path, data_folder: Path) -> None:
    driver.press("Start a new vault")
    driver.press("On a USB stick")
    fill_in(driver)
    assert "Choose the folder first." in driver.texts()
    driver.press("Choose the folder")
    driver.choose(tmp_path)
    driver.press("Next: the recovery code")
    driver.press("wrote-down")
    driver.press("Make the vault")
    assert driver.window.folder == tmp_path / "Ana Ruiz"
    assert not (data_folder / "vaults").exists()


def test_a_stick_chosen_and_left_again_is_not_used(driver: Driver, tmp_path: Path, data_folder: Path) -> None:
    driver.press("Start a new vault")
    driver.press("On a USB stick")
    driver.press("Choose the folder")
    driver.choose(tmp_path)
    driver.press("On this computer")
    fill_in(driver)
    driver.press("wrote-down")
    driver.press("Make the vault")
    assert driver.window.folder == data_folder / "vaults" / "Ana Ruiz"


def test_a_place_that_came_to_be_taken_meanwhile_is_told(driver: Driver, data_folder: Path) -> None:
    driver.press("Start a new vault")
    fill_in(driver)
    driver.press("wrote-down")
    (data_folder / "vaults" / "Ana Ruiz").mkdir(parents=True)
    (data_folder / "vaults" / "Ana Ruiz" / "mine.txt").write_text("mine")
    driver.press("Make the vault")
    assert "is not empty. Choose a new one." in driver.texts()
    assert driver.button("Make the vault").isEnabled()
    assert [path.name for path in (data_folder / "vaults" / "Ana Ruiz").iterdir()] == ["mine.txt"]


def test_a_place_that_cannot_be_written_is_told(driver: Driver, open_place: Path) -> None:
    driver.press("Start a new vault")
    driver.press("On a USB stick")
    driver.press("Choose the folder")
    driver.choose(open_place)
    fill_in(driver)
    driver.press("wrote-down")
    with as_ordinary_person():
        driver.press("Make the vault")
    assert "Nothing can be written here: the folder or file is read-only." in driver.texts()
    assert list(open_place.iterdir()) == []


def test_closing_the_window_while_a_vault_is_made_leaves_a_whole_one_or_none(driver: Driver, data_folder: Path) -> None:
    driver.press("Start a new vault")
    fill_in(driver)
    driver.press("wrote-down")
    driver.button("Make the vault").click()
    driver.window.close()
    folder = data_folder / "vaults" / "Ana Ruiz"
    assert not folder.exists() or refusal(folder) == ""
    assert [path.name for path in data_folder.glob("vaults/.*")] == []


@pytest.mark.skipif(os.name != "posix", reason="mounts are POSIX")
def test_a_full_disk_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    command = [*mounting(tmp_path, "40k"), sys.executable, "-c", ON_A_FULL_DISK, tmp_path]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout == "[]\n"


def test_the_whole_dialog_is_walked_by_keyboard_alone(driver: Driver) -> None:
    driver.button("Start a new vault").setFocus()
    driver.key(Qt.Key.Key_Space)
    assert driver.focus_name() == "Start a new vault"
    seen = []
    for _ in range(9):
        driver.key(Qt.Key.Key_Tab)
        seen.append(driver.focus_name())
    assert seen == [
        "Close: Start a new vault",
        "Your name, or what to call the vault",
        "Where to keep it: On this computer",
        "New passphrase",
        "Show the passphrase",
        "The same passphrase again",
        "Show the passphrase you typed again",
        "Cancel",
        "Next: the recovery code",
    ]
    driver.key(Qt.Key.Key_Tab)
    assert driver.focus_name() == "Close: Start a new vault"


def test_enter_presses_the_filled_button_or_the_one_that_has_the_keyboard(driver: Driver) -> None:
    driver.press("Start a new vault")
    driver.field("name").setFocus()
    driver.key(Qt.Key.Key_Return)
    assert "Give the vault a name first." in driver.texts()
    driver.button("Cancel").setFocus()
    driver.key(Qt.Key.Key_Return)
    assert driver.window.cover is None
