"""Text from strangers on every page: shown as it stands, turned by nothing, and nothing waits on it."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QWidget
from sent_things import CLINIC, send
from skill_states import press_first
from window_driver import Driver

from app.journey import opening
from app.journey.after.ledger import entries, say_outcome
from app.journey.practice import practice_learner
from app.journey.records.holding import say_identity
from app.journey.session import Session
from app.places import asset

MARKUP = "<b onclick='x()'>Bold</b> &amp; <img src='file:///x'>"
TURNED = "safe\u202egnp.exe\u2066\u200f\u061c"
CONTROLS = "a\x07b\x1b[31mred\x00end\x7f"
ENDLESS = "W" * 300
HOSTILE = f"{MARKUP} {TURNED} {CONTROLS}"
NEVER = re.compile("[\x00-\x08\x0b-\x1f\x7f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]")
"""What turns reading round or is no letter at all."""


def hostile_faults(driver: Driver) -> list[str]:
    """What a screen shows or tells of hostile text that it must not."""
    shown = driver.front
    faults = list[str]()
    for one in visible(shown, QLabel):
        rich = one.textFormat() != Qt.TextFormat.PlainText
        raw = re.search("<(b onclick|img|a href)", QLabel.text(one))
        faults += [f"read as a page: {one.text()[:80]!r}"] if rich and raw else []
        faults += [f"shown: {one.text()[:80]!r}"] if NEVER.search(one.text()) else []
    for one in visible(shown, QAbstractButton):
        faults += [f"a button: {one.text()[:80]!r}"] if NEVER.search(one.text() + one.accessibleName()) else []
    for one in visible(shown, QWidget):
        said = one.accessibleName() + one.accessibleDescription()
        faults += [f"told: {said[:80]!r}"] if NEVER.search(said) else []
    for one in [*visible(shown, QLineEdit), *visible(shown, QPlainTextEdit)]:
        words = one.text() if isinstance(one, QLineEdit) else one.toPlainText()
        faults += [f"a field: {words[:80]!r}"] if NEVER.search(words) else []
    return faults


def visible(root: QWidget, kind: type) -> list:
    return [one for one in root.findChildren(kind) if one.isVisible()]


@pytest.fixture
def hostile_catalog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Maya's catalog, with hostile names and providers in it; why it was refused, if it was."""
    shipped = json.loads(practice_learner().catalog.read_text(encoding="utf-8"))
    for one in shipped["entries"]:
        one["name"], one["provider"] = f"{MARKUP} {one['name']}", f"Practice {MARKUP} & Sons"
    path = tmp_path / "catalog.json"
    path.write_text(json.dumps(shipped), encoding="utf-8")
    real = opening.read_entries
    monkeypatch.setattr(opening, "read_entries", lambda given: real(path if given != asset("catalog") else given))
    return MARKUP


@pytest.mark.parametrize("bad", [TURNED, CONTROLS], ids=["turned", "controls"])
def test_a_catalog_whose_names_turn_or_ring_is_refused_or_cleaned(
    driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bad: str
) -> None:
    shipped = json.loads(practice_learner().catalog.read_text(encoding="utf-8"))
    shipped["entries"][1]["name"] += bad
    path = tmp_path / "catalog.json"
    path.write_text(json.dumps(shipped), encoding="utf-8")
    real = opening.read_entries
    monkeypatch.setattr(opening, "read_entries", lambda _given: real(path))
    driver.settle()
    driver.press("practice")
    driver.press("Maya Torres")
    driver.settle()
    if driver.window.place.is_open:
        driver.window.go("plan")
        driver.settle()
    else:
        assert "Entry practice-clean-rooms of the catalog has a problem" in "\n".join(driver.said_in_front())
    assert hostile_faults(driver) == []


@pytest.mark.usefixtures("hostile_catalog")
def test_hostile_courses_are_plain_text_on_map_list_dialogs_and_timeline(driver: Driver) -> None:
    driver.practice()
    driver.window.go("plan")
    driver.settle()
    assert hostile_faults(driver) == []
    driver.press("step-details")
    assert MARKUP in "\n".join(driver.said_in_front())
    assert hostile_faults(driver) == []
    driver.window.covers.close()
    driver.press("as-list")
    assert any(MARKUP in one.text() for one in visible(driver.window, QLabel))
    assert hostile_faults(driver) == []
    driver.press("next")
    press_first(driver, "mark-")
    assert hostile_faults(driver) == []
    assert "<b onclick" in driver.window.said.words


def test_a_hostile_posting_is_plain_text_on_every_way_to_the_after_page(driver: Driver, tmp_path: Path) -> None:
    driver.practice()
    driver.window.go("apply")
    driver.settle()
    asked = [{"name": f"{HOSTILE} {n}"} for n in range(3)] + [{"name": ENDLESS}]
    posting = {"title": HOSTILE, "organisation": f"{HOSTILE} Clinic", "requirements": asked}
    (tmp_path / "posting.json").write_text(json.dumps(posting), encoding="utf-8")
    driver.press("choose-posting")
    driver.choose(tmp_path / "posting.json")
    assert "<b onclick" in driver.texts()
    assert hostile_faults(driver) == []
    press_first(driver, "say-")
    assert hostile_faults(driver) == []
    driver.window.covers.close()


def test_a_hostile_ledger_is_plain_text(driver: Driver) -> None:
    driver.practice()

    def sent(session: Session) -> None:
        send(session, replace(CLINIC, organisation=MARKUP, title=MARKUP, told=()))
        say_outcome(session, entries(session)[0].id, "interview", note=f"{MARKUP} {TURNED}")
        say_identity(session, "<b>ana</b>@example.org")

    driver.window.run(lambda session, _progress: sent(session), lambda _none: None, owner=None)
    driver.settle()
    driver.window.go("after")
    driver.settle()
    assert "<b onclick" in driver.texts()
    assert hostile_faults(driver) == []
    press_first(driver, "see-")
    assert hostile_faults(driver) == []
    driver.window.covers.close()
    press_first(driver, "outcome-")
    driver.window.covers.close()
    driver.press("Settings")
    assert hostile_faults(driver) == []


def test_hostile_words_in_fields_change_no_page_and_hold_nothing_up(driver: Driver) -> None:
    driver.practice()
    driver.window.go("goal")
    driver.settle()
    field = driver.field("find-job")
    for words in (HOSTILE, ENDLESS * 30, "%s {name} {0.__class__}", "' OR 1=1 --", "\ud800"):
        field.clear()
        field.insert(words)
        driver.window.pages["goal"]._find()
        driver.settle()
    driver.window.called(f"{MARKUP} {TURNED}")
    driver.settle()
    assert driver.window.place.is_open
    assert not [one for one in visible(driver.window, QLabel) if "<b onclick" in one.text() and is_rich(one)]


def is_rich(label: QLabel) -> bool:
    return label.textFormat() != Qt.TextFormat.PlainText and "<b onclick" in QLabel.text(label)
