"""Learning near the learner in the window: lists with their columns, single courses typed in, taking them out."""

import threading
from pathlib import Path
from typing import Any

import pytest
from texas_list import texas_list
from window_driver import Driver

from app.journey.goal.aim import set_goal
from app.journey.learning import lists as learning_lists
from app.journey.learning.kept import ListSummary
from app.journey.learning.told import lists
from app.journey.learning.typed import typed_steps
from app.journey.plan.limits import Limits, limits
from app.journey.session import Session
from ui.dialogs import learning


def opened(driver: Driver) -> None:
    learning.open_dialog(driver.window)
    driver.settle()


def give(driver: Driver, file: Path) -> None:
    driver.press("add-list")
    driver.choose(file)
    driver.settle()


def kept(driver: Driver) -> list[object]:
    found: list[object] = []
    driver.window.run(lambda session, _progress: found.extend(lists(session)), lambda _none: None, owner=None)
    driver.settle()
    return found


def test_a_list_is_added_with_its_columns_and_tells_what_was_wrong(own: Driver, tmp_path: Path) -> None:
    opened(own)
    assert "Nothing yet." in own.texts()
    give(own, texas_list(tmp_path))
    assert "What do the columns mean?" in own.texts()
    assert "For example: 81%; 70%; 70%" in own.texts()
    assert "Meaning of Tuition & Fees: Cost" in own.button_names()
    assert "Meaning of Completion Rate: Not used" in own.button_names()
    assert kept(own) == []
    own.press("add-now")
    own.settle()
    assert "3 steps were taken." in own.texts()
    assert "Row 3: “-20” (cost) is below zero." in own.texts()
    assert "Row 4: “call us” (cost) is not clearly a price in dollars." in own.texts()
    own.press("summary-done")
    own.settle()
    assert "A table, from Texas ETPL 2026.csv" in own.texts()


def test_a_column_put_right_once_is_known_the_next_time(own: Driver, tmp_path: Path) -> None:
    opened(own)
    give(own, texas_list(tmp_path))
    own.pick("Meaning of Completion Rate: Not used", "Days and times")
    own.pick("Meaning of City: City", "Not used")
    own.press("add-now")
    own.settle()
    own.press("summary-done")
    give(own, texas_list(tmp_path, "Another year.csv"))
    assert "You said what these columns mean before. We took it from there." in own.texts()
    assert "Meaning of Completion Rate: Days and times" in own.button_names()
    assert "Meaning of City: Not used" in own.button_names()


def test_of_two_columns_the_last_said_to_be_one_thing_is_it(own: Driver, tmp_path: Path, heard: list[str]) -> None:
    opened(own)
    give(own, texas_list(tmp_path))
    own.pick("Meaning of Clock Hours: Hours", "Weeks")
    assert "Meaning of Program Length (Weeks): Not used" in own.button_names()
    assert "Program Length (Weeks) is not used any more." in heard


def test_what_is_no_list_is_said_and_heard_and_changes_nothing(own: Driver, tmp_path: Path, heard: list[str]) -> None:
    opened(own)
    file = tmp_path / "shopping.json"
    file.write_text('{"milk": 2')
    give(own, file)
    says = "shopping.json is not whole, so nothing was taken from it. Download it again."
    assert says in own.texts()
    assert says in heard
    assert "Nothing yet." in own.texts()
    assert kept(own) == []


def test_a_table_without_names_says_what_is_missing_beside_its_columns(own: Driver, tmp_path: Path) -> None:
    opened(own)
    file = tmp_path / "prices.csv"
    file.write_text("What,Tuition\nWelding,300\n")
    give(own, file)
    own.press("add-now")
    own.settle()
    assert "What do the columns mean?" in own.texts()
    assert "Missing: name" in own.texts()
    own.pick("Meaning of What: Not used", "Name")
    own.press("add-now")
    own.settle()
    assert "1 step was taken." in own.texts()


def test_stopping_leaves_everything_as_it_was(own: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened(own)
    file = tmp_path / "names.csv"
    file.write_text("Program,Tuition\nWelding at night,300\nPhlebotomy at night,200\n")
    give(own, file)
    going, stopped = threading.Event(), threading.Event()
    adding = learning_lists.add_list

    def held(session: Session, content: bytes, name: str, **given: Any) -> ListSummary:
        going.set()
        assert stopped.wait(60)
        return adding(session, content, name, **given)

    monkeypatch.setattr(learning_lists, "add_list", held)
    own.button("add-now").click()
    own.until(going.is_set)
    own.button("stop-adding").click()
    stopped.set()
    own.settle()
    assert "What do the columns mean?" in own.texts()
    assert kept(own) == []


def test_a_course_is_typed_in_mended_and_counts_in_plans(own: Driver, heard: list[str]) -> None:
    opened(own)
    own.press("type-step")
    own.settle()
    own.write("step-name", "Evening phlebotomy")
    own.write("step-cost", "-5")
    own.press("keep-step")
    own.settle()
    assert "A price cannot be below zero. Write 0 if it is free." in own.texts()
    assert "A price cannot be below zero. Write 0 if it is free." in heard
    own.write("step-cost", "350")
    own.write("step-weeks", "6")
    own.press("keep-step")
    own.settle()
    assert "Evening phlebotomy is kept. Plans can use it now." in own.texts()
    assert "Courses you typed in" in own.texts()
    found: list[float | None] = []
    own.window.run(
        lambda session, _progress: [step.cost.value for _, step in typed_steps(session)], found.extend, owner=None
    )
    own.settle()
    assert found == [350.0]
    own.press("Change Evening phlebotomy")
    own.settle()
    assert own.field("step-weeks").text() == "6"


def test_what_is_taken_out_comes_back_on_undo(own: Driver, tmp_path: Path) -> None:
    opened(own)
    give(own, texas_list(tmp_path))
    own.press("add-now")
    own.settle()
    own.press("summary-done")
    own.press("Remove Texas ETPL 2026")
    own.press("form-back")
    own.press("Remove Texas ETPL 2026")
    own.press("remove-now")
    own.settle()
    assert kept(own) == []
    own.press("close")
    own.press("Undo")
    own.settle()
    assert [one.name for one in kept(own)] == ["Texas ETPL 2026"]


def test_an_empty_list_to_fill_in_is_read_again(own: Driver, tmp_path: Path) -> None:
    opened(own)
    own.press("empty-list")
    file = tmp_path / "mine.csv"
    own.choose(file)
    own.settle()
    assert "Fill it in with a spreadsheet program" in own.texts()
    give(own, file)
    assert "What do the columns mean?" in own.texts()


def test_places_and_languages_are_asked_for_once_a_list_tells_them(own: Driver, tmp_path: Path) -> None:
    own.window.run(lambda session, _progress: set_goal(session, "31-9097.00"), lambda _none: None, owner=None)
    own.settle()
    own.window.go("plan")
    own.settle()
    own.press("change-limits")
    assert "Cities or states you can get to" not in own.texts()
    own.press("form-cancel")
    opened(own)
    give(own, texas_list(tmp_path))
    own.press("add-now")
    own.settle()
    own.press("summary-done")
    own.press("close")
    own.settle()
    own.press("change-limits")
    own.write("limit-places", "Austin, TX; Dallas")
    own.press("keep-limits")
    own.settle()
    found: list[Limits] = []
    own.window.run(lambda session, _progress: limits(session), found.append, owner=None)
    own.settle()
    assert found[0].places == ("Austin, TX", "Dallas")
    assert "Austin, TX" in own.texts()
