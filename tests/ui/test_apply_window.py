"""Step 5, the Apply page: from a posting to papers on the disk, in the real window over the real core."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from apply_window import asked, enter, ledger, posting, take
from applying_world import PASSPHRASE, PRIVATE, TERMS, showing
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QWidget
from window_driver import Driver

from app.journey import vaults
from app.journey.apply.draft import draft
from app.journey.session import Session
from ui.work.task import Progress

BOOK, FIRST_AID, SPANISH = 2, 5, 6


def test_the_practice_posting_shows_what_is_asked_what_shows_it_and_what_stays_home(apply_table: Driver) -> None:
    said = apply_table.texts()
    assert "What should Lakeside Practice Clinic get to see?" in said
    assert "This is the smallest set that answers 6 of 7. 1 waits for your answer." in said
    assert "Shown by: Shift Supervisor, 4 years (You show)" in said
    assert "It also gives away: Dates of work or study, gaps in time, your name, job title" in said
    assert "Stays home: Goes as a whole" in said
    assert "Lakeside Practice Clinic will see" in said
    assert "Your goal, your plan and the other places you apply to" in said
    assert "Made for Lakeside Practice Clinic alone." in said
    assert ledger(apply_table) == 0


def test_at_1440_by_900_all_that_is_asked_is_seen_without_scrolling(apply_table: Driver) -> None:
    apply_table.window.resize(1440, 900)
    apply_table.settle()
    names = {one.name for one in asked(apply_table, draft).wanted.asked}
    rows = [one for one in apply_table.window.findChildren(QWidget) if one.accessibleName() in names]
    assert len(rows) == len(names) == 7
    assert all(one.visibleRegion().boundingRect() == one.rect() for one in rows)


def test_a_yes_counts_at_once_and_can_be_taken_back(apply_table: Driver) -> None:
    apply_table.press(f"yes-{FIRST_AID}")
    assert "CPR and First Aid" in apply_table.texts().split("You said yes")[0]
    assert "answers all 7" in apply_table.texts()
    assert "You said yes: “provide first aid”." in apply_table.texts()
    apply_table.press("undo")
    assert "1 waits for your answer." in apply_table.texts()


def test_a_yes_can_be_taken_back_later_too(apply_table: Driver) -> None:
    apply_table.press(f"yes-{FIRST_AID}")
    apply_table.press(f"change-{FIRST_AID}")
    apply_table.press("unmean")
    assert "1 waits for your answer." in apply_table.texts()
    apply_table.press("undo")
    assert "answers all 7" in apply_table.texts()


def test_a_no_asks_for_the_next_guess_and_can_be_taken_back(apply_table: Driver) -> None:
    first = apply_table.button(f"no-{FIRST_AID}").accessibleName()
    apply_table.press(f"no-{FIRST_AID}")
    assert first not in apply_table.button_names()
    apply_table.press("undo")
    assert first in apply_table.button_names()


def test_own_words_show_what_no_record_shows_and_can_be_taken_back(apply_table: Driver) -> None:
    apply_table.press(f"say-{FIRST_AID}")
    apply_table.press("keep-words")
    assert "Write a few words first." in apply_table.texts()
    apply_table.type("I helped at the pool each summer.")
    apply_table.press("keep-words")
    assert "“I helped at the pool each summer.”" in apply_table.texts()
    assert "answers all 7" in apply_table.texts()
    apply_table.press("undo")
    assert "pool" not in apply_table.texts()
    assert "1 waits for your answer." in apply_table.texts()


def test_own_words_can_be_changed_and_put_away(apply_table: Driver) -> None:
    apply_table.press(f"say-{FIRST_AID}")
    apply_table.type("I helped at the pool.")
    apply_table.press("keep-words")
    apply_table.press(f"change-{FIRST_AID}")
    assert apply_table.window.findChild(QPlainTextEdit, "own-words").toPlainText() == "I helped at the pool."
    apply_table.press("hush")
    assert "pool" not in apply_table.texts()
    apply_table.press("undo")
    assert "“I helped at the pool.”" in apply_table.texts()


def test_a_switch_tells_its_price_before_and_after_and_keeps_the_keyboard(apply_table: Driver) -> None:
    assert "Would drop Shift Supervisor, 4 years. 2 things would not be shown." in apply_table.texts()
    switch = apply_table.button("switch-years")
    switch.setFocus()
    apply_table.key(Qt.Key.Key_Space)
    apply_table.settle()
    assert "Keeps Shift Supervisor, 4 years home. 2 things are not shown." in apply_table.texts()
    assert apply_table.focus_name() == "Leave out years of work and study"
    assert "Leave out years of work and study: On" in apply_table.texts()
    apply_table.press("undo")
    assert "Would drop Shift Supervisor, 4 years." in apply_table.texts()


def test_another_record_is_chosen_for_one_thing_and_taken_back(apply_table: Driver) -> None:
    apply_table.press(f"change-{BOOK}")
    told = apply_table.button("Fall 2025 courses").accessibleDescription()
    assert "It gives away: grades, how much school you have" in told
    assert "Would send Fall 2025 courses" in told
    apply_table.press("Fall 2025 courses")
    apply_table.press("use-this")
    assert "Fall 2025 courses shows it now." in apply_table.texts()
    assert "Shown by: Fall 2025 courses (You show)" in apply_table.texts()
    apply_table.press("undo")
    assert "Shown by: Fall 2025 courses (You show)" not in apply_table.texts()


def test_nothing_changes_where_the_same_record_is_chosen_again(apply_table: Driver) -> None:
    before = asked(apply_table, draft)
    apply_table.press(f"change-{BOOK}")
    apply_table.press("use-this")
    assert asked(apply_table, draft) == before


def test_other_records_are_chosen_once_their_price_is_told(apply_table: Driver) -> None:
    apply_table.press("choose-others")
    apply_table.press("Shift Supervisor, 4 years")
    assert "Would drop Shift Supervisor, 4 years. 2 things would not be shown." in apply_table.texts()
    apply_table.press("use-these")
    assert "You keep home what would show this: Shift Supervisor, 4 years." in apply_table.texts()
    apply_table.press("choose-others")
    apply_table.press("let-be")
    assert "answers 6 of 7" in apply_table.texts()
    apply_table.press("undo")
    assert "You keep home what would show this" in apply_table.texts()


def test_what_proves_nothing_cannot_be_chosen(driver: Driver, tmp_path: Path) -> None:
    broken = {**showing("Secrets", PRIVATE), "name": "Changed"}
    enter(driver, tmp_path / "world", showing("Terms", TERMS), broken)
    take(driver, posting(tmp_path))
    driver.press("choose-others")
    (off,) = [one for one in driver.front.findChildren(QCheckBox) if not one.isEnabled()]
    assert off.accessibleDescription() == "It proves nothing: nobody signed it, it is broken or it was canceled."


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
