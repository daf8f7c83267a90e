"""What the list knows of a thing sent, and a copy of a file that is one line of text."""

from datetime import datetime, timedelta
from pathlib import Path

from apply_window import asked, enter, posting, take
from applying_world import TERMS, showing
from PySide6.QtWidgets import QFileDialog
from window_driver import Driver

from app.journey.after.ledger import entries


def sent_as_text(driver: Driver, place: Path) -> None:
    """Sign a VP-JWT with a last day, and stand before what was sent."""
    last = datetime.now().astimezone().date() + timedelta(days=40)
    enter(driver, place / "world", showing("Terms", TERMS))
    take(driver, posting(place, challenge="room-7", domain="clinic.example"))
    driver.press("next")
    driver.press("more-choices")
    driver.press("proof-vp+jwt")
    driver.write("counts-until", last.isoformat())
    driver.write("sign-folder", str(place / "out"))
    driver.press("sign-now")
    driver.until(lambda: "next-after" in driver.object_names())
    driver.press("next-after")
    driver.settle()
    driver.press("see-1")


def test_the_facts_of_a_thing_sent_stand_below_what_they_saw(driver: Driver, tmp_path: Path) -> None:
    sent_as_text(driver, tmp_path)
    said = driver.said_in_front()
    end = asked(driver, entries)[0].kept.holder[-4:]
    for told in (
        "What your list knows of it",
        "room-7",
        "clinic.example",
        end,
        "It was made for: Lakeside Clinic",
        "if you gave one.",
    ):
        assert any(told in one for one in said), told


def test_a_copy_of_a_line_of_text_is_offered_as_one_and_is_the_exact_file(driver: Driver, tmp_path: Path) -> None:
    sent_as_text(driver, tmp_path)
    driver.press("save-copy")
    (dialog,) = [one for one in driver.window.findChildren(QFileDialog) if one.isVisible()]
    assert dialog.selectedFiles()[0].endswith(".jwt")
    driver.choose(tmp_path / "copy.jwt")
    driver.settle()
    assert (tmp_path / "copy.jwt").read_bytes() == (tmp_path / "out" / "presentation.jwt").read_bytes()
    assert "Saved:" in driver.texts()
