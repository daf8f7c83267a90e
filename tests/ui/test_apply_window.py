"""Step 5, the Apply page: from a posting to papers on the disk, in the real window over the real core."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from applying_world import PASSPHRASE, PRIVATE, TERMS, holding, showing
from ordinary_person import as_ordinary_person
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QPlainTextEdit
from window_driver import Driver

from app.journey import vaults
from app.journey.apply_draft import draft
from app.journey.ledger import entries
from app.journey.session import Session
from app.records.model import Source
from app.records.reading import read_presentation
from app.trust.presentations import check_presentation
from ui.pages.apply.start import FileCard
from ui.work.task import Progress

BOOK, FIRST_AID, SPANISH = 2, 5, 6
POSTING = {
    "title": "Trainee",
    "organisation": "Lakeside Clinic",
    "requirements": [{"name": "Know basic medical terms", "id": TERMS}, {"name": "Keep secrets", "id": PRIVATE}],
}


@pytest.fixture
def start(driver: Driver) -> Driver:
    """The page before anything is applied for."""
    driver.practice()
    driver.window.go("apply")
    driver.settle()
    return driver


@pytest.fixture
def table(start: Driver) -> Driver:
    """The practice posting and what answers it."""
    start.press("practice-posting")
    return start


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


def lines(driver: Driver, name: str, text: str) -> None:
    edit = driver.window.findChild(QPlainTextEdit, f"posting-{name}")
    edit.setPlainText(text)


def sign_in(driver: Driver, folder: Path) -> None:
    driver.press("next")
    driver.write("sign-folder", str(folder))
    driver.press("sign-now")


def test_the_practice_posting_shows_what_is_asked_what_shows_it_and_what_stays_home(table: Driver) -> None:
    said = table.texts()
    assert "What should Lakeside Practice Clinic get to see?" in said
    assert "This is the smallest set that answers 6 of 7. 1 waits for your answer." in said
    assert "Shown by: Shift Supervisor, 4 years (You show)" in said
    assert "It also gives away: Dates of work or study, your name, job title, who gave it and when" in said
    assert "Stays home: Goes as a whole" in said
    assert "Lakeside Practice Clinic will see" in said
    assert "Your goal, your plan and the other places you apply to" in said
    assert "Made for Lakeside Practice Clinic alone." in said
    assert ledger(table) == 0


def test_a_form_is_filled_in_and_sent_on_by_keyboard_alone(start: Driver) -> None:
    start.field("posting-title").setFocus()
    start.type("Front desk")
    start.key(Qt.Key.Key_Tab)
    start.type("Bayview Dental")
    start.key(Qt.Key.Key_Tab)
    start.type("- Book appointments")
    start.key(Qt.Key.Key_Return)
    start.type("2. Use office software")
    start.key(Qt.Key.Key_Tab)
    start.type("Speak Spanish")
    for _ in range(20):
        start.key(Qt.Key.Key_Tab)
        if start.focus_name() == "Show what fits":
            break
    start.key(Qt.Key.Key_Space)
    start.settle()
    wanted = asked(start, draft).wanted
    assert (wanted.title, wanted.organisation) == ("Front desk", "Bayview Dental")
    assert [(one.name, one.essential) for one in wanted.asked] == [
        ("Book appointments", True),
        ("Use office software", True),
        ("Speak Spanish", False),
    ]
    assert "nice to have" in start.texts()
    assert start.focus_name() == "What should Bayview Dental get to see?"


def test_errors_stand_beside_their_fields_and_the_first_has_the_keyboard(start: Driver) -> None:
    start.press("next")
    said = start.texts()
    assert {"Say what you apply for.", "Say who will read it.", "Write at least one thing they ask for."} <= set(
        said.split("\n")
    )
    assert start.field("posting-title").accessibleDescription() == "Say what you apply for."
    assert start.focus_name() == "What do you apply for?"
    assert asked(start, draft) is None
    start.type("Trainee")
    assert "Say what you apply for." not in start.texts()
    assert "Say who will read it." in start.texts()


def test_a_line_that_is_wrong_is_named(start: Driver) -> None:
    start.write("posting-title", "Trainee")
    start.write("posting-organisation", "Clinic")
    lines(start, "essential", "Speak Spanish\nCount")
    lines(start, "nice", "speak spanish\n" + "x" * 201)
    start.field("posting-code").setText("a\u202eb")
    start.press("next")
    assert "You wrote “speak spanish” twice." in start.texts()
    assert "Copy the code just as they sent it, on one line." in start.texts()
    lines(start, "nice", "x" * 201)
    start.press("next")
    assert "This is too long. It may have 200 letters at most." in start.texts()


def test_another_language_keeps_what_is_typed(start: Driver) -> None:
    start.write("posting-title", "Front desk")
    start.write("posting-name", "M. Torres")
    lines(start, "essential", "Book appointments\nSpeak Spanish")
    start.window.prefer(replace(start.window.preferences, language="es"))
    start.settle()
    assert start.field("posting-title").text() == "Front desk"
    assert start.field("posting-name").text() == "M. Torres"
    assert start.window.findChild(QPlainTextEdit, "posting-essential").toPlainText().count("\n") == 1


def test_a_file_that_was_sent_is_taken(start: Driver, tmp_path: Path) -> None:
    take(start, posting(tmp_path, salary="much"))
    assert "What should Lakeside Clinic get to see?" in start.texts()
    assert "These parts of the file were not used: salary." in start.texts()


def test_a_file_that_is_dropped_is_taken(start: Driver, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(posting(tmp_path)))])
    (card,) = start.window.findChildren(FileCard)
    left, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, left, keys)
    card.drops.eventFilter(card, event)
    start.settle()
    assert "What should Lakeside Clinic get to see?" in start.texts()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("no json", "JSON"),
        ("[]", "opportunity"),
        (json.dumps({"title": "Trainee"}), "organisation"),
        (json.dumps({**POSTING, "requirements": [{"id": 1}]}), "1"),
    ],
    ids=["no_json", "no_object", "lacks", "bad_thing"],
)
def test_a_broken_file_is_told_beside_the_button_and_nothing_is_kept(
    start: Driver, tmp_path: Path, text: str, told: str
) -> None:
    path = tmp_path / "posting.json"
    path.write_text(text)
    take(start, path)
    said = start.button("choose-posting").accessibleDescription()
    assert said
    assert said in start.texts()
    assert start.focus_name() == "Choose the file"
    assert asked(start, draft) is None
    take(start, posting(tmp_path))
    assert "What should Lakeside Clinic get to see?" in start.texts()


def test_a_file_that_is_gone_is_told(start: Driver, tmp_path: Path) -> None:
    (card,) = start.window.findChildren(FileCard)
    card.take(tmp_path / "gone.json")
    start.settle()
    assert "gone.json" in card.wrong.text()


def test_what_a_posting_says_is_plain_text_everywhere(start: Driver, tmp_path: Path) -> None:
    evil = "<img src=x onerror=alert(1)><b>Boss</b> & Co %n {name}"
    things = [f"<h1>thing</h1> {number}" for number in range(45)]
    take(start, posting(tmp_path, title=evil, organisation=evil, requirements=[*things, evil]))
    assert evil in start.texts()
    start.until(lambda: "<h1>thing</h1> 29" in start.texts())
    assert "<h1>thing</h1> 30" not in start.texts()
    start.press("more-rows")
    start.until(lambda: evil in start.texts() and "<h1>thing</h1> 44" in start.texts())
    for label in start.shown(QLabel):
        rich = label.textFormat() == Qt.TextFormat.RichText
        assert not (rich and "<img" in label.text()), label.text()
    start.press("say-0")
    start.window.findChild(QPlainTextEdit, "own-words").setPlainText(evil)
    start.press("keep-words")
    start.press("extra-0")
    assert evil in start.texts()
    start.press("close-preview")
    sign_in(start, tmp_path / "out")
    start.until(lambda: "next-after" in start.object_names())
    assert b"<img" not in (tmp_path / "out" / "presentation.html").read_bytes()


def test_a_yes_counts_at_once_and_can_be_taken_back(table: Driver) -> None:
    table.press(f"yes-{FIRST_AID}")
    assert "CPR and First Aid" in table.texts().split("You said yes")[0]
    assert "answers all 7" in table.texts()
    assert "You said yes: “provide first aid”." in table.texts()
    table.press("undo")
    assert "1 waits for your answer." in table.texts()


def test_a_yes_can_be_taken_back_later_too(table: Driver) -> None:
    table.press(f"yes-{FIRST_AID}")
    table.press(f"change-{FIRST_AID}")
    table.press("unmean")
    assert "1 waits for your answer." in table.texts()
    table.press("undo")
    assert "answers all 7" in table.texts()


def test_a_no_asks_for_the_next_guess_and_can_be_taken_back(table: Driver) -> None:
    first = table.button(f"no-{FIRST_AID}").accessibleName()
    table.press(f"no-{FIRST_AID}")
    assert first not in table.button_names()
    table.press("undo")
    assert first in table.button_names()


def test_own_words_show_what_no_record_shows_and_can_be_taken_back(table: Driver) -> None:
    table.press(f"say-{FIRST_AID}")
    table.press("keep-words")
    assert "Write a few words first." in table.texts()
    table.type("I helped at the pool each summer.")
    table.press("keep-words")
    assert "“I helped at the pool each summer.”" in table.texts()
    assert "answers all 7" in table.texts()
    table.press("undo")
    assert "pool" not in table.texts()
    assert "1 waits for your answer." in table.texts()


def test_own_words_can_be_changed_and_put_away(table: Driver) -> None:
    table.press(f"say-{FIRST_AID}")
    table.type("I helped at the pool.")
    table.press("keep-words")
    table.press(f"change-{FIRST_AID}")
    assert table.window.findChild(QPlainTextEdit, "own-words").toPlainText() == "I helped at the pool."
    table.press("unsay")
    assert "pool" not in table.texts()
    table.press("undo")
    assert "“I helped at the pool.”" in table.texts()


def test_a_switch_tells_its_price_before_and_after_and_keeps_the_keyboard(table: Driver) -> None:
    assert "Would drop Shift Supervisor, 4 years. 2 things would not be shown." in table.texts()
    switch = table.button("switch-years")
    switch.setFocus()
    table.key(Qt.Key.Key_Space)
    table.settle()
    assert "Keeps Shift Supervisor, 4 years home. 2 things are not shown." in table.texts()
    assert table.focus_name() == "Leave out years of work and study"
    assert "Leave out years of work and study: On" in table.texts()
    table.press("undo")
    assert "Would drop Shift Supervisor, 4 years." in table.texts()


def test_another_record_is_chosen_for_one_thing_and_taken_back(table: Driver) -> None:
    table.press(f"change-{BOOK}")
    told = table.button("Fall 2025 courses").accessibleDescription()
    assert "It gives away: grades, how much school you have" in told
    assert "Would send Fall 2025 courses" in told
    table.press("Fall 2025 courses")
    table.press("use-this")
    assert "Fall 2025 courses shows it now." in table.texts()
    assert "Shown by: Fall 2025 courses (You show)" in table.texts()
    table.press("undo")
    assert "Shown by: Fall 2025 courses (You show)" not in table.texts()


def test_nothing_changes_where_the_same_record_is_chosen_again(table: Driver) -> None:
    before = asked(table, draft)
    table.press(f"change-{BOOK}")
    table.press("use-this")
    assert asked(table, draft) == before


def test_other_records_are_chosen_once_their_price_is_told(table: Driver) -> None:
    table.press("choose-others")
    table.press("Shift Supervisor, 4 years")
    assert "Would drop Shift Supervisor, 4 years. 2 things would not be shown." in table.texts()
    table.press("use-these")
    assert "You keep home what would show this: Shift Supervisor, 4 years." in table.texts()
    table.press("choose-others")
    table.press("let-be")
    assert "answers 6 of 7" in table.texts()
    table.press("undo")
    assert "You keep home what would show this" in table.texts()


def test_what_proves_nothing_cannot_be_chosen(driver: Driver, tmp_path: Path) -> None:
    broken = {**showing("Secrets", PRIVATE), "name": "Changed"}
    enter(driver, tmp_path / "world", showing("Terms", TERMS), broken)
    take(driver, posting(tmp_path))
    driver.press("choose-others")
    (off,) = [one for one in driver.front.findChildren(QCheckBox) if not one.isEnabled()]
    assert off.accessibleDescription() == "It proves nothing: nobody signed it, it is broken or it was canceled."


def test_another_posting_begins_anew_and_the_last_one_comes_back_with_undo(table: Driver) -> None:
    table.press("another-posting")
    assert asked(table, draft) is None
    table.press("correct")
    assert table.field("posting-organisation").text() == "Lakeside Practice Clinic"
    assert table.window.findChild(QPlainTextEdit, "posting-nice").toPlainText() == "Speak Spanish"
    table.press("undo")
    assert "What should Lakeside Practice Clinic get to see?" in table.texts()


def test_a_corrected_posting_keeps_what_its_things_mean(table: Driver) -> None:
    table.press("another-posting")
    table.press("correct")
    table.write("posting-title", "Trainee at the desk")
    table.press("next")
    assert "answers 6 of 7" in table.texts()
    assert asked(table, draft).wanted.title == "Trainee at the desk"


def test_the_preview_shows_page_and_file_and_signs_nothing(table: Driver) -> None:
    table.press("extra-0")
    said = table.texts()
    assert "Nothing is signed yet." in said
    assert "What you asked for, and what shows it" in said
    assert "This learner is made up." in said
    table.press("preview-file")
    assert "For whom it is made: lakeside-clinic.practice.pathfolio.invalid" in table.texts()
    assert "The code they sent you, so that they know it is your answer to them." in table.texts()
    table.press("close-preview")
    assert ledger(table) == 0


def test_a_preview_follows_the_language(table: Driver) -> None:
    table.press("extra-0")
    table.window.prefer(replace(table.window.preferences, language="es"))
    table.settle()
    assert "What you asked for, and what shows it" not in table.texts()
    assert table.window.cover is not None


def test_the_whole_practice_application_is_signed_saved_and_checks_here(
    table: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    table.press("next")
    said = table.texts()
    assert "The page leaves this out, but the file of Shift Supervisor, 4 years carries it" in said
    assert "presentation.json: The signed file. It is the proof: send this one." in said
    assert not (tmp_path / "out").exists()
    assert ledger(table) == 0
    table.write("sign-name", "Maya T.")
    table.write("sign-folder", str(tmp_path / "out"))
    table.press("sign-now")
    table.until(lambda: "next-after" in table.object_names())
    content = (tmp_path / "out" / "presentation.json").read_bytes()
    made = read_presentation(content, Source("presentation.json"))
    checks = check_presentation(
        made,
        now=datetime.now(UTC),
        challenge="practice-9f1c3b72-5d0e-4c1a-8b64-2e7f0a9d6c18",
        domain="lakeside-clinic.practice.pathfolio.invalid",
    )
    assert {one.name: one.answer for one in checks if one.answer != "yes"} == {}
    assert {record.name for record in made.records} >= {"Shift Supervisor, 4 years", "Customer Care in Clinics"}
    assert "Maya T." in (tmp_path / "out" / "presentation.html").read_text(encoding="utf-8")
    assert (tmp_path / "out" / "presentation.pdf").read_bytes().startswith(b"%PDF")
    assert "Signed and saved" in table.texts()
    table.press("open-folder")
    assert opened == [str(tmp_path / "out")]
    assert ledger(table) == 1
    assert asked(table, draft) is None
    table.press("next-after")
    assert table.window.place.step == "after"
    table.window.go("apply")
    table.settle()
    assert "What are you applying for?" in table.texts()


def test_cancel_signs_nothing(table: Driver, tmp_path: Path) -> None:
    table.press("next")
    table.write("sign-folder", str(tmp_path / "out"))
    table.press("form-cancel")
    assert not (tmp_path / "out").exists()
    assert ledger(table) == 0
    assert asked(table, draft) is not None


def test_cancel_half_way_leaves_nothing(table: Driver, tmp_path: Path) -> None:
    table.press("next")
    table.write("sign-folder", str(tmp_path / "new" / "out"))
    table.button("sign-now").click()
    assert "Signing" in table.texts()
    assert not table.button("sign-now").isEnabled()
    table.press("form-cancel")
    assert list(tmp_path.glob("new")) == []
    assert ledger(table) == 0
    assert "Nothing was signed or saved." in table.texts()
    assert "What should Lakeside Practice Clinic get to see?" in table.texts()


def test_papers_that_are_there_are_replaced_only_if_the_learner_says_so(table: Driver, tmp_path: Path) -> None:
    (tmp_path / "presentation.pdf").write_text("mine")
    sign_in(table, tmp_path)
    assert "presentation.pdf" in table.field("sign-folder").accessibleDescription()
    assert (tmp_path / "presentation.pdf").read_text() == "mine"
    assert ledger(table) == 0
    table.press("sign-replace")
    table.press("sign-now")
    table.until(lambda: "next-after" in table.object_names())
    assert (tmp_path / "presentation.pdf").read_bytes().startswith(b"%PDF")


def test_a_folder_that_may_not_be_written_is_told_beside_its_field(table: Driver, open_place: Path) -> None:
    (open_place / "locked").mkdir(mode=0o500)
    table.press("next")
    table.write("sign-folder", str(open_place / "locked" / "out"))
    with as_ordinary_person():
        table.press("sign-now")
    assert "read-only" in table.field("sign-folder").accessibleDescription()
    assert table.focus_name() == "Folder to save in"
    assert ledger(table) == 0


def test_a_file_where_the_folder_should_be_is_told(table: Driver, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    sign_in(table, tmp_path / "file")
    assert "is a file" in table.field("sign-folder").accessibleDescription()
    assert ledger(table) == 0
    table.write("sign-folder", " ")
    table.press("sign-now")
    assert "Say where to save it." in table.texts()


def test_a_folder_is_chosen_in_the_systems_window(table: Driver, tmp_path: Path) -> None:
    table.press("next")
    table.press("choose-folder")
    table.choose(tmp_path)
    assert table.field("sign-folder").text() == str(tmp_path)


def test_without_typst_the_other_papers_are_saved_and_the_reason_is_told(
    table: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    sign_in(table, tmp_path / "out")
    table.until(lambda: "next-after" in table.object_names())
    assert "presentation.pdf: No PDF can be made on this computer. The web page says the same." in table.texts()
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["presentation.html", "presentation.json"]
    assert "save-elsewhere" not in table.object_names()
    assert asked(table, draft) is None


def test_what_could_not_be_written_is_saved_elsewhere_and_signed_once(table: Driver, tmp_path: Path) -> None:
    (tmp_path / "a" / "presentation.json").mkdir(parents=True)
    (tmp_path / "b").mkdir()
    table.press("next")
    table.write("sign-folder", str(tmp_path / "a"))
    table.press("sign-now")
    table.press("sign-replace")
    table.press("sign-now")
    table.until(lambda: "next-after" in table.object_names())
    assert "Signed, but not saved yet" in table.texts()
    assert asked(table, draft) is not None
    table.press("save-elsewhere")
    table.choose(tmp_path / "b")
    table.until(lambda: "Signed and saved" in table.texts())
    assert len(list((tmp_path / "b").iterdir())) == 3
    assert ledger(table) == 1
    assert asked(table, draft) is None


def test_a_record_that_names_another_key_is_told_of_before_it_goes(driver: Driver, tmp_path: Path) -> None:
    enter(driver, tmp_path / "world", showing("Terms", TERMS))
    take(driver, posting(tmp_path))
    driver.press("next")
    assert "Terms names another key than the one that signs. Its reader may ask why." in driver.texts()
    driver.write("sign-folder", str(tmp_path / "out"))
    driver.press("sign-now")
    driver.until(lambda: "next-after" in driver.object_names())
    assert (tmp_path / "out" / "presentation.json").exists()


def test_where_nothing_is_shown_the_button_is_off_and_says_why(driver: Driver, tmp_path: Path) -> None:
    enter(driver, tmp_path / "world", showing("Terms", TERMS))
    take(driver, posting(tmp_path, requirements=[{"name": "Fly a kite"}]))
    assert not driver.button("next").isEnabled()
    assert driver.button("next").accessibleDescription() == "Nothing of yours goes yet."


def test_a_lock_half_way_keeps_the_application(driver: Driver, tmp_path: Path) -> None:
    enter(driver, tmp_path / "world", showing("Terms", TERMS))
    take(driver, posting(tmp_path))
    driver.press("say-1")
    driver.type("I keep what I hear to myself.")
    driver.press("keep-words")
    driver.press("Lock")
    driver.settle()
    assert "kept" not in driver.texts()

    @contextmanager
    def opening(_progress: Progress) -> Iterator[Session]:
        with vaults.unlocked(tmp_path / "world" / "v", PASSPHRASE) as session:
            yield session

    driver.window.enter(opening, "Ana Diaz", failed=driver.window.fail)
    driver.until(lambda: driver.window.place.is_open)
    driver.window.go("apply")
    driver.settle()
    assert "What should Lakeside Clinic get to see?" in driver.texts()
    assert "“I keep what I hear to myself.”" in driver.texts()


def test_an_empty_vault_is_told_what_comes_first(driver: Driver, tmp_path: Path) -> None:
    enter(driver, tmp_path / "world")
    assert "Nothing shows yet what you can do. Add a record first." in driver.texts()
    assert "another-posting" not in driver.object_names()
    driver.press("mend")
    assert driver.window.place.step == "records"
