"""The dialog of the career data in every state."""

import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path

import brought_pay as oews
import brought_releases as made
from tiny_releases import CODE, tsv
from window_driver import Driver

from app.places import own_pack
from ui.dialogs.career_data import CareerDataForm, _held
from ui.work.task import Progress


def given_in(folder: Path) -> tuple[Path, ...]:
    """Releases to add: O*NET with damaged rows, ESCO's Spanish names, pay by state."""
    folder.mkdir(exist_ok=True)
    onet = made.onet_31(folder / "onet")
    text = made.onet_30_1(folder / "older")
    rows = [(made.NURSE, f"2.A.{n}", "Skill", "IM", 3, "N") for n in range(20)]
    head = (CODE, "Element ID", "Element Name", "Scale ID", "Data Value", "Recommend Suppress")
    tsv(text, "Skills", head, *rows, (made.NURSE, "2.A.99", "Skill", "IM", "four", "N"), (made.NURSE, "2.A.98"))
    names = folder / "ESCO dataset - v1.2.0 - classification - es - csv.zip"
    made.esco_zip(names, "es", [("00030d09-2b3a-4efd-87cc-c4ea39d27c34", "regidor de escena", "")], [("s", "x", "")])
    return onet, text, names, oews.oews_state(folder)


def _form(driver: Driver) -> CareerDataForm:
    """The dialog, open at its list."""
    form = CareerDataForm(driver.window, _held(Progress(lambda _done, _total: None)))
    form.open()
    driver.settle()
    return form


def nothing_brought(driver: Driver) -> None:
    """What ships alone; a file was refused."""
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "shopping list.txt"
        file.write_text("milk")
        _form(driver)._look((file,))
        driver.settle()


def offered(driver: Driver) -> None:
    """What was given, before it is added."""
    with tempfile.TemporaryDirectory() as name:
        _form(driver)._look(given_in(Path(name)))
        driver.settle()


def adding(driver: Driver) -> None:
    """How far it is."""
    form = _form(driver)
    form.doing, form.done = driver.window.words.text("Adding…"), 430
    form.turn("busy")
    driver.settle()


def added(driver: Driver) -> None:
    """What came of it."""
    with tempfile.TemporaryDirectory() as name:
        _form(driver)._look(given_in(Path(name)))
        driver.settle()
        driver.press("add-now")
        driver.settle()


def brought(driver: Driver) -> None:
    """The list of what was brought."""
    _form(driver)


def removing(driver: Driver) -> None:
    """The question before one is taken out."""
    _form(driver)
    driver.press("remove-0")
    driver.settle()


def other_program(driver: Driver) -> None:
    """Another version of the program put it together."""
    with sqlite3.connect(own_pack()) as connection:
        connection.execute("UPDATE meta SET value = 'other' WHERE key = 'shipped'")
    connection.close()
    _form(driver)


def damaged(driver: Driver) -> None:
    """The own pack is damaged; what comes after meets what ships."""
    own_pack().write_bytes(b"not a pack")
    _form(driver)
    own_pack().unlink()


CAREER: dict[str, Callable[[Driver], None]] = {
    "career_data": nothing_brought,
    "career_offered": offered,
    "career_adding": adding,
    "career_added": added,
    "career_brought": brought,
    "career_removing": removing,
    "career_other_program": other_program,
    "career_damaged": damaged,
}
