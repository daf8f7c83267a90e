"""The Records page: cards of separate facts, the keyboard, and what an empty page says."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from records_page import COACH, add, card_of, facts, names
from terminal import plain_credential
from window_driver import Driver

from ui.kit.dialog import Dialog
from ui.pages import record_changes


def test_a_card_says_each_fact_apart_with_its_mark(maya: Driver) -> None:
    assert facts(maya, "CPR and First Aid") == [
        ("yes", "Signature is sound"),
        ("yes", "Signed with the key it names"),
        ("yes", "Issuer is in a list we know"),
        ("out_of_date", "Expired Jan 31, 2026"),
        ("yes", "No way to cancel it"),
        ("yes", "It is about you"),
    ]
    said = [one.text() for one in card_of(maya, "CPR and First Aid").findChildren(QLabel)]
    assert said[:3] == ["CPR and First Aid", "Practice First Aid League", "Certificate · Feb 1, 2024"]


def test_no_card_gives_a_verdict_on_the_whole(maya: Driver) -> None:
    labels = [one for card in names(maya) for one in card_of(maya, card).findChildren(QLabel)]
    assert len([one for one in labels if one.text()]) == len(names(maya)) * (3 + 6)


def test_a_record_that_cannot_be_read_in_full_has_a_seventh_fact(maya: Driver) -> None:
    contexts = ["https://www.w3.org/ns/credentials/v2", "https://odd.example/v1"]
    add(maya, plain_credential("Odd one", **{"@context": contexts}))
    assert len(facts(maya, "Odd one")) == 7
    assert facts(maya, "Odd one")[0] == ("not_checked", "Some words: not checked")


def test_the_sum_counts_the_facts_and_says_what_not_checked_means(maya: Driver) -> None:
    shown = maya.texts()
    assert "8 records, 48 facts" in shown
    assert "“Not checked” does not mean “no”." in shown
    assert "41 are fine" in shown, "the bar says its numbers in words"
    assert "Ask" not in " ".join(maya.button_names())


def test_the_foot_says_how_many_skills_were_found_and_leads_to_them(maya: Driver) -> None:
    assert "We found 43 skills in these records" in maya.texts()
    maya.press("Next: see my skills")
    assert maya.window.step == "skills"


def test_the_rail_says_how_far_each_step_is(maya: Driver) -> None:
    rail = {one.accessibleName(): one.accessibleDescription() for one in maya.window.furniture.steps.buttons.values()}
    assert rail["Step 1: Records, you are here"] == "8 records"
    assert rail["Step 2: Skills"] == "43 to look at", "what the foot says was found; the four own words are hers"
    assert rail["Step 6: After"] == "Nothing sent yet"
    maya.window.go("skills")
    maya.settle()
    assert maya.button("step-records").accessibleDescription() == "Done: 8 records"
    assert maya.button("step-records").step.visited


# Keyboard


def test_tab_goes_as_the_page_is_read(maya: Driver) -> None:
    maya.window.activateWindow()
    maya.button("settings").setFocus()
    seen = []
    for _ in range(13):
        maya.key(Qt.Key.Key_Tab)
        seen.append(maya.focus_name())
    assert seen[:8] == [f"Details of {name}" for name in names(maya)]
    beside = ["Choose files…", "Paste a link or text", "Choose a whole folder…", "Check a file without keeping it"]
    assert seen[8:] == [*beside, "Next: see my skills"]
    maya.key(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert maya.focus_name() == "Check a file without keeping it"


def test_details_open_close_and_give_the_keyboard_back_without_a_mouse(maya: Driver) -> None:
    maya.window.activateWindow()
    maya.button(COACH).setFocus()
    maya.key(Qt.Key.Key_Space)
    maya.settle()
    assert maya.front.windowTitle() == "Team Coach"
    assert maya.focus_name() == "Close"
    ring = maya.window.ring._ring
    assert ring is not None
    assert ring.isVisible()
    for _ in range(8):
        maya.key(Qt.Key.Key_Tab)
        assert maya.front.isAncestorOf(QApplication.focusWidget()), "Tab stays in the dialog"
    maya.key(Qt.Key.Key_Escape)
    maya.settle()
    assert maya.window.cover is None
    assert maya.focus_name() == COACH


def test_the_ring_is_not_raised_by_a_mouse(maya: Driver) -> None:
    maya.window.activateWindow()
    maya.key(Qt.Key.Key_Tab)
    maya.click(maya.button("Details of CPR and First Aid"))
    maya.settle()
    assert maya.focus_name() == "Close"
    assert maya.window.ring._ring is None


# Nothing there


def test_an_empty_page_says_what_to_do_and_offers_somebody_to_look_around_with(own: Driver) -> None:
    assert {"choose-files", "paste", "choose-folder", "practice"} <= {one.objectName() for one in own.shown()}
    assert "No records? Say in your own words what you can do." in own.texts()
    assert own.button("Choose files…").kind == "primary"
    own.press("practice")
    own.press("person-daniel")
    own.until(lambda: own.window.practice)
    own.settle()
    assert "PRACTICE" in own.texts()


def test_nobody_made_up_is_offered_in_practice_or_where_they_are_not_wanted(maya: Driver) -> None:
    record_changes.remove(maya.window, [one.key for one in record_changes.memory_of(maya.window).shown.cards])
    maya.settle()
    assert "Try a practice learner" not in maya.button_names()


def test_compact_the_side_is_a_bar_that_opens_it(maya: Driver) -> None:
    maya.window.prefer(replace(maya.window.preferences, text_size=150))
    maya.settle()
    assert "8 records, 48 facts" in maya.texts()
    maya.press("open-side")
    assert isinstance(maya.front, Dialog)
    assert "41 are fine" in maya.texts()
    maya.press("paste")
    assert maya.front.windowTitle() == "Paste a link or text"
