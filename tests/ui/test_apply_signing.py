"""The Apply page's preview, signature and papers on the disk."""

import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from apply_window import asked, enter, ledger, posting, sign_in, take
from applying_world import TERMS, showing
from ordinary_person import as_ordinary_person
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel
from window_driver import Driver

from app.journey.apply.draft import draft
from app.records.model import Source
from app.records.reading import read_presentation
from app.trust.presentations import check_presentation


def test_the_preview_shows_page_and_file_and_signs_nothing(apply_table: Driver) -> None:
    apply_table.press("extra-0")
    said = apply_table.texts()
    assert "Nothing is signed yet." in said
    assert "What you asked for, and what shows it" in said
    assert "This learner is made up." in said
    apply_table.press("preview-file")
    assert "For whom it is made: lakeside-clinic.practice.pathfolio.invalid" in apply_table.texts()
    assert "The code they sent you, so that they know it is your answer to them." in apply_table.texts()
    assert "What you apply for: Medical Assistant Trainee" in apply_table.texts()
    assert "The day and time you sign it." in apply_table.texts()
    apply_table.press("close-preview")
    assert ledger(apply_table) == 0


def test_a_preview_follows_the_language(apply_table: Driver) -> None:
    apply_table.press("extra-0")
    apply_table.window.prefer(replace(apply_table.window.preferences, language="es"))
    apply_table.settle()
    assert "What you asked for, and what shows it" not in apply_table.texts()
    assert apply_table.window.cover is not None


def test_the_whole_practice_application_is_signed_saved_and_checks_here(
    apply_table: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    apply_table.press("next")
    said = apply_table.texts()
    assert "The page leaves this out, but the file of Shift Supervisor, 4 years carries it" in said
    assert "presentation.json: The signed file. It is the proof: send this one." in said
    assert not (tmp_path / "out").exists()
    assert ledger(apply_table) == 0
    apply_table.write("sign-name", "Maya T.")
    apply_table.write("sign-folder", str(tmp_path / "out"))
    apply_table.press("sign-now")
    apply_table.until(lambda: "next-after" in apply_table.object_names())
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
    assert "Signed and saved" in apply_table.texts()
    apply_table.press("open-folder")
    assert opened == [str(tmp_path / "out")]
    assert ledger(apply_table) == 1
    assert asked(apply_table, draft) is None
    apply_table.press("next-after")
    assert apply_table.window.place.step == "after"
    apply_table.window.go("apply")
    apply_table.settle()
    assert "What are you applying for?" in apply_table.texts()


def test_cancel_signs_nothing(apply_table: Driver, tmp_path: Path) -> None:
    apply_table.press("next")
    apply_table.write("sign-folder", str(tmp_path / "out"))
    apply_table.press("form-cancel")
    assert not (tmp_path / "out").exists()
    assert ledger(apply_table) == 0
    assert asked(apply_table, draft) is not None


def test_cancel_half_way_leaves_nothing(apply_table: Driver, tmp_path: Path) -> None:
    apply_table.press("next")
    apply_table.write("sign-folder", str(tmp_path / "new" / "out"))
    apply_table.button("sign-now").click()
    assert "Signing" in apply_table.texts()
    assert not apply_table.button("sign-now").isEnabled()
    apply_table.press("form-cancel")
    assert list(tmp_path.glob("new")) == []
    assert ledger(apply_table) == 0
    assert "Nothing was signed or saved." in apply_table.texts()
    assert "What should Lakeside Practice Clinic get to see?" in apply_table.texts()


def test_papers_that_are_there_are_replaced_only_if_the_learner_says_so(apply_table: Driver, tmp_path: Path) -> None:
    (tmp_path / "presentation.pdf").write_text("mine")
    sign_in(apply_table, tmp_path)
    assert "presentation.pdf" in apply_table.field("sign-folder").accessibleDescription()
    assert (tmp_path / "presentation.pdf").read_text() == "mine"
    assert ledger(apply_table) == 0
    apply_table.press("sign-replace")
    apply_table.press("sign-now")
    apply_table.until(lambda: "next-after" in apply_table.object_names())
    assert (tmp_path / "presentation.pdf").read_bytes().startswith(b"%PDF")


def test_a_folder_that_may_not_be_written_is_told_beside_its_field(apply_table: Driver, open_place: Path) -> None:
    (open_place / "locked").mkdir(mode=0o500)
    apply_table.press("next")
    apply_table.write("sign-folder", str(open_place / "locked" / "out"))
    with as_ordinary_person():
        apply_table.press("sign-now")
    assert "read-only" in apply_table.field("sign-folder").accessibleDescription()
    assert apply_table.focus_name() == "Folder to save in"
    assert ledger(apply_table) == 0


def test_a_file_where_the_folder_should_be_is_told(apply_table: Driver, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    sign_in(apply_table, tmp_path / "file")
    assert "is a file" in apply_table.field("sign-folder").accessibleDescription()
    assert ledger(apply_table) == 0
    apply_table.write("sign-folder", " ")
    apply_table.press("sign-now")
    assert "Say where to save it." in apply_table.texts()


def test_a_folder_is_chosen_in_the_systems_window(apply_table: Driver, tmp_path: Path) -> None:
    apply_table.press("next")
    apply_table.press("choose-folder")
    apply_table.choose(tmp_path)
    assert apply_table.field("sign-folder").text() == str(tmp_path)


def test_without_typst_the_other_papers_are_saved_and_the_reason_is_told(
    apply_table: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    sign_in(apply_table, tmp_path / "out")
    apply_table.until(lambda: "next-after" in apply_table.object_names())
    assert "presentation.pdf: No PDF can be made on this computer. The web page says the same." in apply_table.texts()
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["presentation.html", "presentation.json"]
    assert "save-elsewhere" not in apply_table.object_names()
    assert asked(apply_table, draft) is None


def test_what_could_not_be_written_is_saved_elsewhere_and_signed_once(apply_table: Driver, tmp_path: Path) -> None:
    (tmp_path / "a" / "presentation.json").mkdir(parents=True)
    (tmp_path / "b").mkdir()
    apply_table.press("next")
    apply_table.write("sign-folder", str(tmp_path / "a"))
    apply_table.press("sign-now")
    apply_table.press("sign-replace")
    apply_table.press("sign-now")
    apply_table.until(lambda: "next-after" in apply_table.object_names())
    assert "Signed, but not saved yet" in apply_table.texts()
    assert asked(apply_table, draft) is not None
    apply_table.press("save-elsewhere")
    apply_table.choose(tmp_path / "b")
    apply_table.until(lambda: "Signed and saved" in apply_table.texts())
    assert len(list((tmp_path / "b").iterdir())) == 3
    assert ledger(apply_table) == 1
    assert asked(apply_table, draft) is None


def test_a_record_that_names_another_key_is_told_of_before_it_goes(driver: Driver, tmp_path: Path) -> None:
    enter(driver, tmp_path / "world", showing("Terms", TERMS))
    take(driver, posting(tmp_path))
    driver.press("next")
    assert "Terms names another key than the one that signs. Its reader may ask why." in driver.texts()
    driver.write("sign-folder", str(tmp_path / "out"))
    driver.press("sign-now")
    driver.until(lambda: "next-after" in driver.object_names())
    assert (tmp_path / "out" / "presentation.json").exists()


def test_what_there_is_to_know_of_many_records_is_shown_in_parts(driver: Driver, tmp_path: Path) -> None:
    enter(driver, tmp_path / "world", *(showing(f"Terms {place:02}", TERMS) for place in range(25)))
    take(driver, posting(tmp_path))
    for name in ("choose-others", "way-by-hand", "every", "use-these", "next"):
        driver.press(name)
    assert driver.texts().count("names another key than the one that signs") == 19
    driver.press("more-to-know")
    assert driver.texts().count("names another key than the one that signs") == 25


@pytest.mark.parametrize("language", ["en", "es"])
def test_what_there_is_to_know_is_seen_before_the_button_can_be_pressed(apply_table: Driver, language: str) -> None:
    window = apply_table.window
    window.prefer(replace(window.preferences, language=language, text_size=200))
    apply_table.settle()
    apply_table.press("next")
    carries = apply_table.window.words.text(
        "The page leaves this out, but the file of {name} carries it: {what}.", name="CUT", what=""
    ).partition("CUT")[0]
    told = [one for one in apply_table.front.findChildren(QLabel) if one.text().startswith(carries)]
    assert told
    assert not told[0].visibleRegion().isEmpty()
