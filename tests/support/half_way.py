"""What a vault holds, and what is done with it half-way, taken back or twice."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from terminal import PASSPHRASE
from window_driver import Driver

from app.journey.session import Session

TABLES = {
    "record": "key FROM record WHERE removed_at IS NULL",
    "own_words": "text, note FROM own_words",
    "answer": "claim_id, concept_id, agreed, level FROM answer",
    "plan_step": "goal, step_id, position, state FROM plan_step",
    "opportunity": "* FROM opportunity",
    "presentation": "* FROM presentation",
    "outcome": "* FROM outcome",
    "setting": "name, value_json FROM setting WHERE name != 'progress' AND value_json NOT IN ('[]', '{}', 'null')",
}
"""What of each table is the learner's; what pages note for the rail is not."""


Act = Callable[[Driver], None]


def all_of(session: Session) -> dict[str, list[str]]:
    """All that the vault holds, but for what pages note for the rail."""
    found = {}
    with session.vault.reading() as database:
        for table, wanted in TABLES.items():
            rows = database.execute(f"SELECT {wanted}").fetchall()
            found[table] = sorted(repr(tuple(row)) for row in rows)
    return found


def kept(driver: Driver, ask: Callable[[Session], Any] = all_of) -> Any:
    """What the open vault holds."""
    found = list[Any]()
    driver.window.run(lambda session, _progress: ask(session), found.append, owner=None)
    driver.settle()
    return found[0]


def do(driver: Driver, act: Callable[[Session], object]) -> None:
    driver.window.run(lambda session, _progress: act(session), lambda _none: None, owner=None)
    driver.settle()


def unlock(driver: Driver) -> None:
    """Open the vault again at whose door the window stands."""
    driver.write("passphrase", PASSPHRASE)
    driver.press("Unlock")


def lock(driver: Driver) -> None:
    driver.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    driver.settle()
    assert not driver.window.place.is_open
