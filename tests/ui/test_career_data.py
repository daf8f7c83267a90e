"""Career data in the window: adding what was downloaded, stopping, taking out."""

from pathlib import Path

import brought_pay as oews
import brought_releases as made
import pytest
from career_states import given_in
from window_driver import Driver

from app.journey import career_data as career
from app.places import own_pack
from app.vault import writer
from pathways.pack import labour
from ui.dialogs import career_data, settings


def opened(driver: Driver) -> None:
    settings.open_dialog(driver.window)
    driver.settle()
    driver.press("Career data")
    driver.settle()


def give(driver: Driver, path: Path) -> None:
    driver.press("add-data-folder" if path.is_dir() else "add-data")
    driver.choose(path)
    driver.settle()


def test_a_learner_adds_data_sees_what_it_is_and_what_came_of_it(driver: Driver, tmp_path: Path) -> None:
    opened(driver)
    assert "Nothing yet." in driver.texts()
    assert "Employment Projections 2024–34" in driver.texts()
    folder = tmp_path / "downloads"
    folder.mkdir()
    for path in given_in(tmp_path / "made")[2:]:
        path.rename(folder / path.name)
    give(driver, folder)
    assert "Add this?" in driver.texts()
    assert "ESCO 1.2.0, in Spanish" in driver.texts()
    assert "Pay by state (OEWS), May 2024" in driver.texts()
    assert not own_pack().exists()
    driver.press("add-now")
    driver.settle()
    assert "New: pay by state." in driver.texts()
    assert "No row was damaged." in driver.texts()
    driver.press("Done")
    driver.settle()
    assert "This service uses the ESCO classification of the European Commission." in driver.texts()
    driver.press("Remove Pay by state (OEWS), May 2024")
    driver.press("form-back")
    driver.press("Remove Pay by state (OEWS), May 2024")
    driver.press("remove-now")
    driver.settle()
    assert "Removed: Pay by state (OEWS), May 2024." in driver.texts()
    assert "Remove ESCO 1.2.0, in Spanish" in driver.button_names()


def test_what_is_refused_is_said_and_heard_and_changes_nothing(
    driver: Driver, tmp_path: Path, heard: list[str]
) -> None:
    opened(driver)
    cut = made.onet_27(tmp_path)
    cut.write_bytes(cut.read_bytes()[:2000])
    give(driver, cut)
    says = "The release file db_27_0_text.zip cannot be read."
    assert says in driver.texts()
    assert says in heard
    assert not own_pack().exists()


def test_what_was_added_is_used_in_the_vault_that_is_open(own: Driver, tmp_path: Path) -> None:
    opened(own)
    give(own, oews.oews_state(tmp_path))
    own.press("add-now")
    own.settle()
    found: list[dict[str, labour.Area]] = []
    own.window.run(lambda session, _progress: labour.areas(session.pack), found.append, owner=None)
    own.settle()
    assert [area.title for area in found[0].values()] == ["California", "Oregon"]
    own.press("Done")
    own.settle()
    own.press("remove-0")
    own.press("remove-now")
    own.settle()
    own.window.run(lambda session, _progress: labour.areas(session.pack), found.append, owner=None)
    own.settle()
    assert found[1] == {}


def test_canceling_leaves_everything_as_it_was(driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened(driver)
    give(driver, made.onet_31(tmp_path))
    stopped = []

    def cancel(form: career_data.CareerDataForm, _done: int, _total: int | None) -> None:
        if form.stage == "busy" and not stopped:
            stopped.append(form.doing)
            driver.press("stop-adding")

    monkeypatch.setattr(career_data.CareerDataForm, "_told", cancel)
    driver.press("add-now")
    driver.settle()
    assert stopped == ["Adding…"]
    assert "Nothing yet." in driver.texts()
    assert not own_pack().exists()
    assert list(own_pack().parent.glob(".careers*")) == []


def test_all_pay_in_one_workbook_lets_a_learner_choose_the_place(own: Driver, tmp_path: Path) -> None:
    opened(own)
    whole = {"99": ("U.S.", 1, "US"), **oews.STATES}
    give(own, oews.oews_book(tmp_path / "all_data_M_2024.xlsx", whole))
    own.press("add-now")
    own.settle()
    assert "New: pay by state." in own.texts()
    own.press("Done")
    own.settle()
    assert "Choose the place for pay…" in own.button_names()


def test_while_another_window_adds_data_nothing_is_changed_and_it_is_said(driver: Driver, tmp_path: Path) -> None:
    opened(driver)
    give(driver, oews.oews_state(tmp_path))
    own_pack().parent.mkdir(parents=True, exist_ok=True)
    handle = writer.hold(own_pack().parent, career.LOCK_NAME)
    driver.press("add-now")
    driver.settle()
    says = "The career data is being changed in another place. Wait until that is done, and try again."
    assert says in driver.texts()
    assert not own_pack().exists()
    writer.release(handle)
