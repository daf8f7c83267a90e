"""The states of the Apply page and its dialogs, for the walk through all states of the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QPlainTextEdit
from window_driver import Driver
from window_vaults import scrap_folder

State = Callable[[Driver], None]
COURSES = 2
"""The place of the thing asked in the practice posting that two records show."""
FIRST_AID = 5
"""The place of the one that waits for an answer."""

WORDS = """Medical Assistant
Harbor Clinic

Requirements
- Must be able to take vital signs
- CPR certification required
- Able to lift 50 pounds

Preferred
- Experience with electronic health records
"""


def turn(driver: Driver) -> None:
    """The page, with nothing applied for yet."""
    driver.window.go("apply")
    driver.settle()


def faults(driver: Driver) -> None:
    """A form with errors beside its fields."""
    turn(driver)
    driver.press("next")


def file_fault(driver: Driver) -> None:
    """A file that is no posting."""
    turn(driver)
    driver.press("choose-posting")
    driver.choose(_scrap("posting.json", "[]"))


def table(driver: Driver) -> None:
    """The practice posting and what answers it."""
    turn(driver)
    if "practice-posting" in driver.object_names():
        driver.press("practice-posting")


def pressed(*names: str) -> State:
    """The table, and then what comes of pressing these."""

    def state(driver: Driver) -> None:
        table(driver)
        for name in names:
            driver.press(name)

    return state


def own_words_fault(driver: Driver) -> None:
    """Own words that are none."""
    pressed(f"say-{FIRST_AID}")(driver)
    driver.press("keep-words")


def in_the_way(driver: Driver) -> None:
    """Papers that are there already."""
    table(driver)
    driver.press("next")
    driver.write("sign-folder", str(_scrap("presentation.json", "{}").parent))
    driver.press("sign-now")


def saved(driver: Driver) -> None:
    """Signed and saved."""
    table(driver)
    driver.press("next")
    driver.write("sign-folder", str(scrap_folder()))
    driver.press("sign-now")
    driver.until(lambda: "next-after" in driver.object_names())


def put_aside(driver: Driver) -> None:
    """The start after a posting was put aside."""
    table(driver)
    driver.press("another-posting")


def _scrap(name: str, text: str) -> Path:
    path = scrap_folder() / name
    path.write_text(text)
    return path


def pasting(driver: Driver) -> None:
    """The words of a posting are asked for; none were given."""
    turn(driver)
    driver.press("paste-posting")
    driver.settle()
    driver.press("read-posting")


def found(driver: Driver) -> None:
    """What was found in them, to be put right."""
    turn(driver)
    driver.press("paste-posting")
    driver.settle()
    edit = driver.front.findChild(QPlainTextEdit, "posting-text")
    assert edit is not None
    edit.setPlainText(WORDS)
    driver.press("read-posting")
    driver.settle()


APPLY: dict[str, State] = {
    "apply": turn,
    "apply_faults": faults,
    "apply_file_fault": file_fault,
    "apply_pasting": pasting,
    "apply_found": found,
    "apply_table": table,
    "apply_others": pressed("choose-others"),
    "apply_other": pressed(f"change-{COURSES}"),
    "apply_own_words": pressed(f"say-{FIRST_AID}"),
    "apply_own_words_fault": own_words_fault,
    "apply_preview": pressed("extra-0"),
    "apply_file": pressed("extra-0", "preview-file"),
    "apply_sign": pressed("next"),
    "apply_in_the_way": in_the_way,
    "apply_put_aside": put_aside,
    "apply_saved": saved,
}
