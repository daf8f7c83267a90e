"""Step 3, the Goal page: finding jobs in three ways, comparing three, choosing one."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QRadioButton
from window_driver import Driver

from app.journey.goal import aim as goals
from app.journey.session import Session
from app.journey.skills.counting import counts_only_signed
from app.journey.skills.profile import answer, say_in_own_words
from app.preferences import Preferences
from app.profile.skills import Answer

NURSES = "Licensed Practical and Licensed Vocational Nurses"


@pytest.fixture
def page(driver: Driver) -> Driver:
    driver.practice()
    driver.window.go("goal")
    driver.settle()
    return driver


def kept(driver: Driver) -> tuple[str | None, tuple[str, ...]]:
    """The goal and the jobs compared, as the vault has them."""
    found: list[tuple[str | None, tuple[str, ...]]] = []

    def look(session: Session, _progress: object) -> tuple[str | None, tuple[str, ...]]:
        aim = goals.goal(session)
        return (aim.id if aim else None), goals.compared(session)

    driver.window.run(look, found.append, owner=driver.window)
    driver.settle()
    return found[0]


def search(driver: Driver, words: str) -> None:
    field = driver.window.findChild(QLineEdit, "find-job")
    field.setFocus()
    driver.type(words)
    driver.key(Qt.Key.Key_Return)
    driver.settle()


def test_fit_and_outlook_stand_apart_with_area_and_year(page: Driver) -> None:
    said = page.texts()
    assert "You show 6 of 24 things it needs" in said
    assert "112,300 openings a year" in said
    assert "$44,200 a year, or $21.25 an hour" in said
    assert "Pay: U.S., May 2024. Openings: U.S., 2024 to 2034." in said
    assert "%" not in said.replace("12.5%", "").replace("100%", "")


def test_a_job_found_by_name_is_compared_and_taken_away_with_undo(page: Driver) -> None:
    search(page, "licensed practical")
    assert NURSES in page.texts()
    page.press(f"Compare {NURSES}")
    assert kept(page)[1] == ("29-2061.00",)
    assert not page.button(f"{NURSES} is compared").isEnabled()
    page.press(f"Take {NURSES} away")
    assert kept(page)[1] == ()
    page.press("Undo")
    assert kept(page)[1] == ("29-2061.00",)


def test_another_goal_is_chosen_and_taken_back(page: Driver) -> None:
    search(page, "licensed practical")
    page.press(f"Compare {NURSES}")
    page.press(f"Make {NURSES} my goal")
    assert kept(page)[0] == "29-2061.00"
    assert f"Goal: {NURSES}" in page.texts()
    page.press("Undo")
    assert kept(page)[0] == "31-9092.00"


def test_a_fourth_job_is_refused_in_one_sentence(page: Driver) -> None:
    for word, name in (("29-2061", NURSES), ("43-6013", "Medical Secretaries and Administrative Assistants")):
        search(page, word)
        page.press(f"Compare {name}")
        page.window.findChild(QLineEdit, "find-job").clear()
    search(page, "31-9097")
    page.press("Compare Phlebotomists")
    page.window.findChild(QLineEdit, "find-job").clear()
    search(page, "15-1232")
    page.press("Compare Computer User Support Specialists")
    assert len(kept(page)[1]) == 3
    assert "You can compare 3 jobs at a time. Take one away first." in page.texts()


def test_a_misspelled_name_is_found_and_nonsense_says_what_to_do(page: Driver) -> None:
    search(page, "phlebotamist")
    assert "Phlebotomists" in page.texts()
    page.window.findChild(QLineEdit, "find-job").clear()
    search(page, "qqxyzzy")
    assert "No job goes by that name. Try another word for it." in page.texts()


def test_each_way_of_finding_says_how_its_list_is_made(page: Driver) -> None:
    assert "Two things set the order" in page.texts()
    page.press("Where people like me go")
    assert "O*NET lists which jobs are close to each other." in page.texts()
    page.press("By name")
    assert "Type the name of a job above." in page.texts()


def test_why_names_the_records_behind_a_suggestion_and_gives_the_focus_back(page: Driver) -> None:
    why = next(name for name in page.button_names() if name.startswith("Why ") and name.endswith("?"))
    page.press(why)
    said = page.texts()
    assert "What counts for it" in said
    assert "in the record" in said
    page.press("close")
    assert page.focus_name() == why


def test_why_names_the_words_behind_a_guess(page: Driver) -> None:
    page.press("Why Medical Assistants?")
    said = page.said_in_front()
    guess = said.index("Give medications or immunizations", said.index("Would count if you said yes to a guess"))
    assert "in the record" in said[guess + 1]
    assert said[guess + 2].startswith("Why we ask: ")


def test_why_says_what_sets_the_order_and_how_sure_that_is(page: Driver) -> None:
    page.press("Jobs like Medical Assistants")
    page.press(next(name for name in page.button_names() if name.startswith("Why ") and name.endswith("?")))
    said = page.texts()
    assert "It is like this job: Medical Assistants. Close in:" in said
    assert "of 1,016 jobs, by what you show." in said
    assert "Which school, what degree, what year: none of these count." in said
    assert "For 9 of 10, that job came first." in said
    assert "People judged 9,113 changes from job to job. In 8 of 10 pairs" in said


def test_only_signed_records_count_when_the_learner_says_so_and_it_is_kept(page: Driver) -> None:
    def say(session: Session, _progress: object) -> None:
        claim = say_in_own_words(session, "I clean up after each visit")
        answer(session, claim, "4.A.3.a.1.I03.D07", Answer(agreed=True))
        goals.set_compared(session, ("31-9092.00",))

    page.window.run(say, lambda _: None, owner=page.window)
    page.settle()
    page.window.go("records")
    page.window.go("goal")
    page.settle()
    own = page.texts()
    page.press("only-signed")
    assert "Only signed records count now." in page.texts()
    assert own != page.texts()
    assert signed_only(page)
    page.window.go("records")
    page.window.go("goal")
    page.settle()
    assert page.window.findChild(QCheckBox, "only-signed").isChecked()
    page.press("only-signed")
    assert not signed_only(page)
    page.press("Undo")
    assert signed_only(page)
    assert page.window.findChild(QCheckBox, "only-signed").isChecked()


def signed_only(page: Driver) -> bool:
    found: list[bool] = []
    page.window.run(lambda session, _progress: counts_only_signed(session), found.append, owner=page.window)
    page.settle()
    return found[0]


def test_what_was_typed_outlives_a_change_of_language(page: Driver) -> None:
    search(page, "nurse")
    page.window.prefer(replace(page.window.preferences, language="es"))
    page.settle()
    assert page.window.findChild(QLineEdit, "find-job").text() == "nurse"
    assert "Trabajos" in page.texts()


def test_the_ways_are_turned_by_arrow_keys(page: Driver) -> None:
    part = page.window.findChild(QRadioButton, "way-skills")
    part.setFocus()
    page.key(Qt.Key.Key_Right)
    page.settle()
    assert page.window.findChild(QRadioButton, "way-onward").isChecked()
    assert QApplication.focusWidget().objectName() == "way-onward"
    assert "O*NET lists which jobs are close to each other." in page.texts()


def seen(driver: Driver, words: str) -> bool:
    """Whether a text stands in the part of the window that can be seen."""
    labels = [one for one in driver.window.findChildren(QLabel) if one.isVisible() and words in one.text()]
    return any(one.visibleRegion().boundingRect().height() >= one.height() for one in labels)


@pytest.mark.parametrize(
    "driver",
    [
        (Preferences(language="en", theme="light"), (1440, 900)),
        (Preferences(language="en", theme="light"), (1366, 768)),
        (Preferences(language="en", theme="light", text_size=200), (1024, 640)),
    ],
    indirect=True,
)
def test_what_is_found_by_typing_is_seen_without_scrolling(page: Driver) -> None:
    search(page, "licensed practical")
    assert seen(page, NURSES)
    field = page.window.findChild(QLineEdit, "find-job")
    field.clear()
    search(page, "qqxyzzy")
    assert seen(page, "No job goes by that name")
    page.press("way-onward")
    assert seen(page, "Jobs that O*NET lists as close")


def test_from_what_was_found_back_to_the_jobs_compared(page: Driver) -> None:
    assert seen(page, "Why it could suit you")
    search(page, "nurse")
    assert not seen(page, "Why it could suit you")
    page.press("to-compared")
    assert seen(page, "Why it could suit you")
    assert page.focus_name() == "What job would you like to aim for?"
