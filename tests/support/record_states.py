"""The Records page and its dialogs in every state that looks different."""

import json
from collections.abc import Callable
from pathlib import Path

from every_format import files
from journey_world import unsigned
from other_records import learncard, resume, secret, wallet
from PySide6.QtWidgets import QAbstractButton
from signed_records import signed_badge
from window_driver import Driver
from window_vaults import scrap_folder

from ui.pages import record_changes
from ui.pages.record_card import details_name

MANY = 45
LONG = "Care" * 60


def _records(driver: Driver) -> None:
    driver.window.go("records")
    driver.settle()


def _open(driver: Driver, name: str) -> None:
    """The details of a record, in whatever language the window speaks."""
    _records(driver)
    shown = record_changes.memory_of(driver.window).shown
    assert shown is not None
    (card,) = [card for card in shown.cards if card.name == name]
    driver.press(details_name(card.key))


def _press(driver: Driver, start: str) -> None:
    """The first button in front whose name in the program begins so."""
    names = [one.objectName() for one in driver.front.findChildren(QAbstractButton) if one.isVisible()]
    driver.press(next(name for name in names if name.startswith(start)))


def _file(name: str, text: str) -> Path:
    path = scrap_folder() / name
    path.write_text(text, encoding="utf-8")
    return path


def details(driver: Driver) -> None:
    """A record in full."""
    _open(driver, "Shift Supervisor, 4 years")


def asked_about_you(driver: Driver) -> None:
    """A record that names somebody in secret, with what was typed refused beside its field."""
    _open(driver, "Volunteer, 60 hours")
    driver.press("not-mine-0")
    driver.write("yours-0", "someone@else.example")
    driver.press("compare-0")


def file_view(driver: Driver) -> None:
    """The file as it came."""
    _open(driver, "Team Coach")
    driver.press("show-file")


def paste(driver: Driver) -> None:
    """The dialog for pasted text, with a fault beside its field."""
    _records(driver)
    _open_side(driver)
    driver.press("paste")
    driver.press("add-pasted")


def _open_side(driver: Driver) -> None:
    if driver.window.look.compact:
        driver.press("open-side")


def side(driver: Driver) -> None:
    """The panel beside the records: a dialog where there is little room."""
    _records(driver)
    _open_side(driver)


def report(driver: Driver) -> None:
    """What came of files of which some gave no record."""
    _records(driver)
    badge = _file("forklift.json", json.dumps(unsigned("Forklift")))
    paths = [
        badge,
        _file("letter.txt", "Dear all"),
        _file("link.txt", "https://badges.example/a"),
        _file("cut.json", "{"),
    ]
    record_changes.add_files(driver.window, paths)
    driver.settle()


def _add(driver: Driver, name: str, data: bytes) -> None:
    _records(driver)
    path = scrap_folder() / name
    path.write_bytes(data)
    record_changes.add_files(driver.window, [path])
    driver.settle()


def wallet_keys(driver: Driver) -> None:
    """The secret keys of another wallet: one that can be kept, one that cannot."""
    other = {"type": "X25519KeyAgreementKey2020", "privateKeyMultibase": "z11111"}
    _add(driver, "Wallet backup.json", json.dumps(wallet(signed_badge("Crane Signals"), secret(), other)).encode())


def locked(driver: Driver) -> None:
    """An export that another wallet locked, with a wrong password refused beside its field."""
    _add(driver, "LearnCard export.zip", learncard(signed_badge("Bench Welding")))
    driver.write("export-password", "no")
    driver.press("open-export")


def resume_details(driver: Driver) -> None:
    """A résumé in full: own word apart from what others say, and a file that came along."""
    _add(driver, "resume.json", json.dumps(resume()).encode())
    _open(driver, "Ana Rivera")


def transcript_details(driver: Driver) -> None:
    """A transcript in full: how its parts fit, and the records inside."""
    _add(driver, "transcript.json", files()["transcript.json"][0])
    _open(driver, "Harbor Transcript")


def told(driver: Driver) -> None:
    """A record was removed: the way back is at the foot, and below the list."""
    _open(driver, "Team Coach")
    driver.press("remove-record")


def removed(driver: Driver) -> None:
    """The records that were removed."""
    _records(driver)
    driver.press("removed-records")


def warning(driver: Driver) -> None:
    """Before one of them is deleted for good."""
    removed(driver)
    _press(driver, "purge-")


def many(driver: Driver) -> None:
    """More records than are shown at once, with names as long as they come."""
    _records(driver)
    badges = [unsigned(f"Badge {number}" if number else LONG) for number in range(MANY)]
    record_changes.add_text(driver.window, json.dumps(badges))
    driver.settle()


def nothing_found(driver: Driver) -> None:
    """Nothing fits what is looked for."""
    driver.write("find-record", "accordion")
    driver.until(lambda: "accordion" in driver.texts() and not driver.building)


def empty(driver: Driver) -> None:
    """No records at all."""
    _records(driver)
    shown = record_changes.memory_of(driver.window).shown
    assert shown is not None
    record_changes.remove(driver.window, [card.key for card in shown.cards])
    driver.settle()


def back_again(driver: Driver) -> None:
    """All records are back for the states after these."""
    driver.press("undo")


STATES: dict[str, Callable[[Driver], None]] = {
    "records-side": side,
    "record-details": details,
    "record-about-you": asked_about_you,
    "record-file": file_view,
    "records-paste": paste,
    "records-report": report,
    "records-wallet-keys": wallet_keys,
    "records-locked-export": locked,
    "record-resume": resume_details,
    "record-transcript": transcript_details,
    "records-removed": told,
    "records-removed-list": removed,
    "records-delete": warning,
    "records-many": many,
    "records-nothing-found": nothing_found,
    "records-empty": empty,
    "records-back-again": back_again,
}
