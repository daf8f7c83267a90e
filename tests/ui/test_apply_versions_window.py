"""Versions of an application in the window, and sending just what one chose."""

from pathlib import Path

import pytest
from apply_window import asked, enter, posting, sign_in, take
from applying_world import PRIVATE, TERMS, showing
from PySide6.QtWidgets import QCheckBox
from window_driver import Driver

from app.journey.apply.draft import draft
from app.journey.apply.versions import versions
from ui.kit.text import Marked


@pytest.fixture
def page(driver: Driver, tmp_path: Path) -> Driver:
    """A vault with more than is asked for, and a posting."""
    records = (
        showing("Both", TERMS, PRIVATE),
        showing("Terms", TERMS),
        showing("Privacy", PRIVATE),
        showing("Idle"),
    )
    enter(driver, tmp_path / "world", *records)
    take(driver, posting(tmp_path))
    return driver


def going(page: Driver) -> list[str]:
    """The records that go, as the list of all of them has it."""
    page.press("choose-others")
    found = sorted(one.text() for one in page.front.findChildren(QCheckBox) if one.isChecked())
    page.press("form-cancel")
    return found


def test_what_is_signed_is_kept_and_starts_the_next(page: Driver, tmp_path: Path) -> None:
    page.press("choose-others")
    page.press("Both")
    page.press("use-these")
    assert going(page) == ["Privacy", "Terms"]
    sign_in(page, tmp_path / "out")
    page.until(lambda: "next-after" in page.object_names())
    page.press("next-after")
    page.window.go("apply")
    page.settle()
    take(page, posting(tmp_path, title="Clerk", organisation="Elm Care"))
    assert going(page) == ["Both"]
    page.press("versions")
    said = "\n".join(page.said_in_front())
    assert "Version 1" in said
    assert "Trainee, Lakeside Clinic." in said
    (kept,) = asked(page, versions)
    page.press(f"version-start-{kept.number}")
    page.settle()
    assert "It starts from what you chose before." in page.texts()
    assert "What should Elm Care get to see?" in page.texts()
    assert going(page) == ["Privacy", "Terms"]
    page.press("undo")
    page.settle()
    assert going(page) == ["Both"]


def test_a_version_is_kept_named_let_go_and_brought_back(page: Driver) -> None:
    page.press("versions")
    assert "None is kept yet." in page.texts()
    page.press("keep-version")
    page.settle()
    (kept,) = asked(page, versions)
    page.write(f"version-name-{kept.number}", "Short one")
    page.press(f"version-rename-{kept.number}")
    page.settle()
    assert "Short one" in page.said_in_front()
    page.press(f"version-drop-{kept.number}")
    page.settle()
    assert "None is kept yet." in page.texts()
    page.press("close-versions")
    page.press("undo")
    page.settle()
    (again,) = asked(page, versions)
    assert (again.name, again.records) == ("Short one", kept.records)


def test_just_what_i_check_goes_and_nothing_is_chosen_for_me(page: Driver) -> None:
    assert going(page) == ["Both"]
    page.press("choose-others")
    page.press("way-by-hand")
    page.press("Idle")
    page.press("use-these")
    assert "Just what you checked goes. Nothing is chosen for you." in page.texts()
    assert "You chose what goes." in page.texts()
    assert going(page) == ["Both", "Idle"]
    page.press("undo")
    assert going(page) == ["Both"]


def test_what_could_be_shown_but_is_kept_home_is_never_marked_as_to_learn(page: Driver) -> None:
    page.press("choose-others")
    page.press("way-by-hand")
    page.press("Both")
    page.press("use-these")
    told = page.texts()
    assert "You keep home what would show this." in told
    assert "Shown by: Nothing that goes (Kept home)" in told
    assert [one.mark for one in page.window.findChildren(Marked) if one.isVisible()] == ["kept_home", "kept_home"]
    assert "To learn" not in told


def test_not_tailoring_sends_all_that_shows_something_and_can_be_turned_back(page: Driver) -> None:
    page.press("choose-others")
    page.press("way-by-hand")
    page.press("every")
    assert "Would send Terms and Privacy too." in page.texts()
    page.press("use-these")
    assert going(page) == ["Both", "Privacy", "Terms"]
    wishes = asked(page, draft).wishes
    assert len(wishes.send) == 3
    page.press("choose-others")
    page.press("way-tailor")
    page.press("use-these")
    assert going(page) == ["Both"]
