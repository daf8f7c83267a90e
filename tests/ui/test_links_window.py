"""Records behind links in the real window: got only where the learner says so, and told in one place."""

from pathlib import Path

import pytest
from asking_steps import ELSEWHERE, SLOW, ask_now, end_without, stop_asking, title
from loopback_server import LoopbackServer, going_on, mute, saying
from old_badges import AWARD
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit
from terminal import PASSPHRASE
from window_driver import Driver

from ui.pages import record_changes

pytestmark = pytest.mark.usefixtures("loopback")


def get(driver: Driver, folder: Path, links: str) -> None:
    """As far as the question whom to ask for the records behind links."""
    file = folder / "links.txt"
    file.write_text(links, encoding="utf-8")
    record_changes.add_files(driver.window, [file])
    driver.settle()
    driver.press("get-records")


def test_records_behind_links_are_got_once_allowed(own: Driver, web: LoopbackServer, tmp_path: Path) -> None:
    file = tmp_path / "link.txt"
    file.write_text(AWARD, encoding="utf-8")
    record_changes.add_files(own.window, [file])
    own.settle()
    own.press("get-records")
    assert AWARD in own.said_in_front()
    assert web.asked == []
    own.press("ask-websites")
    own.until(lambda: "1 new record kept." in own.texts())
    assert web.paths("school.example") == ["/awards/7.json"]
    assert "Websites last asked: " in own.texts()


def test_getting_records_is_stopped_and_the_rail_says_the_truth(own, web, tmp_path):
    web.play(AWARD, mute)
    file = tmp_path / "link.txt"
    file.write_text(AWARD, encoding="utf-8")
    record_changes.add_files(own.window, [file])
    own.settle()
    own.press("get-records")
    ask_now(own, web, "school.example")
    assert "Asking 1 website…" in own.texts()
    stop_asking(own, web, "school.example", lambda: not own.window.desk.busy)
    assert "Stopped. Nothing was added." in own.texts()
    assert "Working offline" in own.texts()


def test_a_link_that_gives_nothing_is_told(own: Driver, web: LoopbackServer, tmp_path: Path) -> None:
    file = tmp_path / "link.txt"
    file.write_text("https://school.example/nothing-here", encoding="utf-8")
    record_changes.add_files(own.window, [file])
    own.settle()
    own.press("get-records")
    own.press("ask-websites")
    own.until(lambda: any("gave nothing" in line or "no record" in line for line in own.said_in_front()))
    assert "get-records" not in own.object_names()


def test_practice_follows_no_link(maya: Driver, tmp_path: Path) -> None:
    file = tmp_path / "link.txt"
    file.write_text(AWARD, encoding="utf-8")
    record_changes.add_files(maya.window, [file])
    maya.settle()
    assert "get-records" not in maya.object_names()


def test_getting_records_shows_how_far_it_is(own, web, tmp_path):
    web.play(SLOW, mute)
    get(own, tmp_path, f"{AWARD}\n{SLOW}")
    ask_now(own, web, "slow.example")
    assert "If you stop, nothing of it is kept." in own.texts()
    own.until(lambda: "1 of 2 pages asked for" in own.texts())
    own.key(Qt.Key.Key_Escape)
    end_without(own, web, "slow.example", lambda: "Stopped. Nothing was added." in own.texts())
    assert "Add your first record" in own.texts()


def test_a_website_that_is_silent_is_told_in_one_sentence(own, web, tmp_path):
    web.shut("away.example")
    get(own, tmp_path, "https://away.example/7")
    own.press("ask-websites")
    said = " ".join(own.said_in_front())
    assert "This is only a link, and its website did not answer. Are you online?" in said


def test_what_came_before_a_further_question_is_told_where_that_is_declined(own, web, tmp_path):
    web.play(SLOW, saying(going_on(ELSEWHERE)))
    get(own, tmp_path, f"{AWARD}\n{SLOW}")
    own.press("ask-websites")
    assert "Ask elsewhere.example" in [one.accessibleName() for one in own.shown(QCheckBox)]
    own.press("form-cancel")
    own.until(lambda: "1 new record kept." in own.texts())
    own.window.covers.close()
    assert [name for name in own.object_names() if name.startswith("details-")]
    assert "elsewhere.example" not in web.looked_up


def test_locking_at_a_further_question_locks(own, web, tmp_path):
    web.play(SLOW, saying(going_on(ELSEWHERE)))
    get(own, tmp_path, f"{AWARD}\n{SLOW}")
    own.press("ask-websites")
    own.window.lock()
    own.settle()
    assert own.window.cover is None
    assert not own.window.place.is_open
    own.unlock(PASSPHRASE)
    assert [name for name in own.object_names() if name.startswith("details-")]


def test_the_record_behind_a_pasted_link_is_got_once_allowed(own, web):
    own.press("paste")
    own.paste(AWARD)
    own.press("add-pasted")
    assert "It can tell which record you get, and so whose it is." in own.texts()
    assert web.looked_up == []
    own.press("form-cancel")
    assert title(own) == "Paste a link or text"
    assert any(line.startswith("This is only a link.") for line in own.said_in_front())
    assert own.front.findChild(QPlainTextEdit).toPlainText() == AWARD
    own.press("add-pasted")
    own.press("ask-websites")
    assert own.window.cover is None
    assert "1 new record kept." in own.texts()
    assert web.paths("school.example") == ["/awards/7.json"]


def test_a_pasted_link_that_gives_nothing_is_told_beside_what_was_typed(own, web):
    own.press("paste")
    own.paste("https://school.example/nothing-here")
    own.press("add-pasted")
    own.press("ask-websites")
    assert title(own) == "Paste a link or text"
    assert any("its website gave no record" in line for line in own.said_in_front())
    assert "nothing-here" in own.front.findChild(QPlainTextEdit).toPlainText()
