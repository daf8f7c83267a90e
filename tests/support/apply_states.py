"""The states of the Apply page and its dialogs, for the walk through all states of the window."""

from collections.abc import Callable
from pathlib import Path

from apply_window import asked
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from window_driver import Driver
from window_vaults import scrap_folder

from app.journey.apply.draft import SETTING
from app.vault import store_settings

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
- Pay is $19 to $23 an hour
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


def left_out(driver: Driver) -> None:
    """The list of what was found, with the lines that were left out open below it."""
    found(driver)
    driver.press("left-out")


def left_half_way(driver: Driver) -> None:
    """A list that was closed before it was put right."""
    found(driver)
    driver.key(Qt.Key.Key_Escape)
    driver.settle()


def lost(driver: Driver) -> None:
    """An application that was begun and cannot be read."""
    asked(driver, lambda session: store_settings.set_setting(session.vault, SETTING, {"wanted": []}))
    driver.window.go("records")
    turn(driver)


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


def how(driver: Driver) -> None:
    """All that can be chosen about signing; a day that is none."""
    pressed("next", "more-choices", "paper-zip")(driver)
    driver.write("counts-until", "soon")
    driver.press("sign-now")


def no_proof(driver: Driver) -> None:
    """Papers that are no proof."""
    pressed("next")(driver)
    for paper in ("signed", "html", "pdf", "zip"):
        if driver.button(f"paper-{paper}").isChecked():
            driver.press(f"paper-{paper}")
    driver.press("sign-now")


def unfit(driver: Driver) -> None:
    """Records that the older form cannot hold."""
    pressed("next")(driver)
    for paper in ("signed", "html", "pdf"):
        driver.press(f"paper-{paper}")
    driver.write("counts-until", "")
    driver.press("proof-Ed25519Signature2020")
    driver.write("sign-folder", str(scrap_folder()))
    driver.press("sign-now")
    driver.settle()


def kept_version(driver: Driver) -> None:
    """A version that was kept and named."""
    pressed("versions", "keep-version")(driver)
    driver.settle()


def told(driver: Driver) -> None:
    """A posting with sentences, conditions and answers, as the table shows it."""
    found(driver)
    driver.write("found-title", "Medical Assistant")
    driver.write("found-organisation", "Harbor Clinic")
    driver.write("answer-reply_by", "Friday at noon")
    driver.press("use-found")
    driver.settle()


def told_again(driver: Driver) -> None:
    """The same in the form, to be corrected."""
    driver.press("another-posting")
    driver.press("correct")


def in_the_way(driver: Driver) -> None:
    """Papers that are there already."""
    table(driver)
    driver.press("next")
    driver.write("sign-folder", str(_scrap("presentation.json", "{}").parent))
    driver.press("sign-now")


def saved(driver: Driver) -> None:
    """Signed and saved, in the usual form."""
    table(driver)
    driver.press("next")
    if "proof-eddsa-rdfc-2022" in driver.object_names():
        driver.press("proof-eddsa-rdfc-2022")
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
    "apply_left_out": left_out,
    "apply_left_half_way": left_half_way,
    "apply_lost": lost,
    "apply_table": table,
    "apply_others": pressed("choose-others"),
    "apply_other": pressed(f"change-{COURSES}"),
    "apply_own_words": pressed(f"say-{FIRST_AID}"),
    "apply_own_words_fault": own_words_fault,
    "apply_words_change": pressed("change-6"),
    "apply_words_home": pressed("change-6", "hush"),
    "apply_preview": pressed("extra-0"),
    "apply_file": pressed("extra-0", "preview-file"),
    "apply_by_hand": pressed("choose-others", "way-by-hand"),
    "apply_versions": pressed("versions"),
    "apply_version": kept_version,
    "apply_sign": pressed("next"),
    "apply_how": how,
    "apply_no_proof": no_proof,
    "apply_unfit": unfit,
    "apply_in_the_way": in_the_way,
    "apply_put_aside": put_aside,
    "apply_told": told,
    "apply_told_again": told_again,
    "apply_saved": saved,
}
