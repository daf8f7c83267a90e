"""The page that checks something one was sent, in every state that looks different."""

import json
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from application_pages import LABELS
from known_lists import college_file, unreadable
from signed_records import LEARNER_SEED, record_of, signed_badge
from window_driver import Driver

from app.applying.presentation import request_for, sign_presentation
from app.applying.statement import Statement
from app.journey.practice import practice_learner
from app.records.model import Record
from ui.dialogs import received

State = Callable[[Driver], None]
REQUEST = {"challenge": "c-1", "domain": "clinic.example"}
POSTING = "Trainee\n\nRequirements:\n- Take vital signs\n- Speak Spanish\n- Weave qqxyzzy baskets"
CREATED = datetime(2026, 3, 10, tzinfo=UTC)


def badges() -> list[Record]:
    """A good one, one that ended, one that was changed after it was signed."""
    changed = signed_badge("Cashier for eleven months at a shop with a very long name indeed")
    changed["name"] = "Manager for eleven years"
    late = signed_badge("CPR and First Aid", extra={"validUntil": "2025-12-31T00:00:00Z"})
    return [record_of(one) for one in (signed_badge("Take vital signs"), late, changed)]


def presented(records: list[Record] | None = None, **more: object) -> bytes:
    """A presentation of records, with a word of one's own beside them."""
    settings = {"seed": LEARNER_SEED, "created": CREATED, "labels": LABELS, **more}
    request = request_for("Trainee", "Clinic", **REQUEST)
    said = [Statement("Speak Spanish", "At home, and at the store with customers.")]
    return sign_presentation(badges() if records is None else records, said, request, **settings).content


def practice() -> bytes:
    """A presentation of a practice learner."""
    maya = practice_learner("maya")
    files = [json.loads(one.read_text(encoding="utf-8")) for one in sorted(maya.records.glob("*.json"))]
    return presented([record_of(one) for one in files], practice=True, seed=maya.seed)


def asked(driver: Driver, sent: bytes, **given: str) -> None:
    """The dialog with a file chosen and what is given typed in, by object name."""
    received.open_dialog(driver.window)
    driver.settle()
    file = Path(tempfile.mkdtemp()) / "presentation.json"
    file.write_bytes(sent)
    driver.press("choose-sent")
    driver.choose(file)
    for name, words in given.items():
        if name == "posting":
            edit = next(one for one in driver.boxes() if one.objectName() == "text-asked")
            edit.setPlainText(words)
        else:
            driver.write(f"received-{name}", words)


def received_asking(driver: Driver) -> None:
    """What was sent is a letter, and says so."""
    asked(driver, b"Dear all", posting=POSTING, challenge="c-1")
    driver.press("check-it")


def received_refused(driver: Driver) -> None:
    """What was found of one with records that do not count, for another request."""
    asked(driver, presented(), posting=POSTING, challenge="c-2", domain="clinic.example")
    driver.press("check-it")


def received_good(driver: Driver) -> None:
    """What was found of one that nothing speaks against."""
    asked(driver, presented([record_of(signed_badge("Take vital signs"))]), posting=POSTING)
    driver.press("check-it")


def received_practice(driver: Driver) -> None:
    """What was found of a practice one."""
    asked(driver, practice())
    driver.press("check-it")


def received_lists(driver: Driver) -> None:
    """Lists of issuers and saved pages are chosen, and one of them is no list."""
    asked(driver, presented(badges()[:1]), posting=POSTING)
    folder = Path(tempfile.mkdtemp())
    (folder / "none.json").write_text("[1]", encoding="utf-8")
    for file in (college_file(folder), folder / "none.json"):
        driver.press("choose-lists")
        driver.choose(file)
    driver.press("check-it")


def received_known(driver: Driver) -> None:
    """What was found of one whose issuer a list names."""
    asked(driver, presented(badges()[:1]), posting=POSTING)
    driver.press("choose-lists")
    driver.choose(college_file(Path(tempfile.mkdtemp())))
    driver.press("check-it")


def received_late(driver: Driver) -> None:
    """What was found of one of which only a record is out of date, and a part cannot be read."""
    asked(driver, presented([*badges()[:2], unreadable()]), posting=POSTING)
    driver.press("check-it")


RECEIVED: dict[str, State] = {
    "received_asking": received_asking,
    "received_refused": received_refused,
    "received_good": received_good,
    "received_practice": received_practice,
    "received_lists": received_lists,
    "received_known": received_known,
    "received_late": received_late,
}
