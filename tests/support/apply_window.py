"""The Apply page as tests drive it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from applying_world import PRIVATE, TERMS, holding
from window_driver import Driver

from app.journey.after.ledger import entries
from app.journey.session import Session
from ui.work.task import Progress

POSTING = {
    "title": "Trainee",
    "organisation": "Lakeside Clinic",
    "requirements": [{"name": "Know basic medical terms", "id": TERMS}, {"name": "Keep secrets", "id": PRIVATE}],
}


def asked(driver: Driver, ask: Callable[[Session], Any]) -> Any:
    """What the open vault says."""
    found: list[Any] = []
    driver.window.run(lambda session, _progress: ask(session), found.append, owner=driver.window)
    driver.settle()
    return found[0]


def ledger(driver: Driver) -> int:
    return len(asked(driver, entries))


def enter(driver: Driver, place: Path, *records: dict[str, Any]) -> None:
    """Open a vault of one's own with these records."""

    def opening(_progress: Progress) -> Any:
        return holding(place, *records)

    driver.window.enter(opening, "Ana Diaz", failed=driver.window.fail)
    driver.until(lambda: driver.window.place.is_open)
    driver.window.go("apply")
    driver.settle()


def posting(place: Path, **changed: Any) -> Path:
    path = place / "posting.json"
    path.write_text(json.dumps({**POSTING, **changed}), encoding="utf-8")
    return path


def take(driver: Driver, path: Path) -> None:
    driver.press("choose-posting")
    driver.choose(path)


def sign_in(driver: Driver, folder: Path) -> None:
    driver.press("next")
    driver.write("sign-folder", str(folder))
    driver.press("sign-now")
