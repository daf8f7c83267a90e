"""How an application is signed and what is written, chosen in the window."""

import json
from datetime import datetime, timedelta
from pathlib import Path

from apply_window import asked, enter, ledger, posting, sign_in, take
from applying_world import TERMS, showing
from PySide6.QtWidgets import QCheckBox
from statement_samples import in_parts
from window_driver import Driver

from app.journey.apply.draft import draft


def choose(page: Driver, *names: str) -> None:
    """Open the rest of the choices, and make these."""
    page.press("next")
    page.press("more-choices")
    for name in names:
        page.press(name)


def save(page: Driver, folder: Path) -> list[str]:
    """Sign into a folder; the files that are there then."""
    page.write("sign-folder", str(folder))
    page.press("sign-now")
    page.until(lambda: "next-after" in page.object_names())
    return sorted(path.name for path in folder.iterdir())


def test_the_usual_is_chosen_and_the_rest_waits_behind_a_button(apply_table: Driver) -> None:
    apply_table.press("next")
    said = apply_table.said_in_front()
    assert "More choices" in apply_table.button_names()
    assert "In which form is it signed?" not in said
    apply_table.press("more-choices")
    said = apply_table.said_in_front()
    assert "In which form is it signed?" in said
    assert "Fewer choices" in apply_table.button_names()
    checked = [one.objectName() for one in apply_table.front.findChildren(QCheckBox) if one.isChecked()]
    assert checked == ["paper-signed", "paper-html", "paper-pdf"]


def test_an_older_form_in_spanish_with_an_end_and_every_paper(driver: Driver, tmp_path: Path) -> None:
    enter(driver, tmp_path / "world", showing("Terms", TERMS, data_model="1.1", suite="Ed25519Signature2020"))
    take(driver, posting(tmp_path))
    choose(
        driver,
        "proof-Ed25519Signature2020",
        "paper-language-es",
        "paper-ler-rs",
        "paper-text",
        "paper-zip",
    )
    last = datetime.now().astimezone().date() + timedelta(days=40)
    driver.write("counts-until", last.isoformat())
    names = save(driver, tmp_path / "out")
    assert names == [
        "application.zip",
        "presentation.html",
        "presentation.json",
        "presentation.pdf",
        "resume-ler-rs.json",
        "resume.txt",
    ]
    made = json.loads((tmp_path / "out" / "presentation.json").read_bytes())
    assert made["proof"]["type"] == "Ed25519Signature2020"
    assert str(last.year) in json.dumps(made)
    assert '<html lang="es"' in (tmp_path / "out" / "presentation.html").read_text(encoding="utf-8")
    assert "resume.txt: Plain text, for forms that take nothing else." in driver.texts()
    assert asked(driver, draft) is None


def test_a_record_that_only_others_can_cut_goes_whole_and_says_so(driver: Driver, tmp_path: Path) -> None:
    enter(driver, tmp_path / "world", in_parts(TERMS))
    take(driver, posting(tmp_path))
    assert "Goes as a whole" in driver.texts()
    driver.press("choose-others")
    assert "This one goes whole or not at all. It could be cut, but Pathfolio cannot do that yet." in driver.texts()


def test_records_that_the_older_form_cannot_hold_are_told_beside_it(apply_table: Driver, tmp_path: Path) -> None:
    choose(apply_table, "proof-Ed25519Signature2020", "more-choices")
    apply_table.write("sign-folder", str(tmp_path / "out"))
    apply_table.press("sign-now")
    apply_table.settle()
    assert "Fewer choices" in apply_table.button_names()
    assert "This form of proof cannot hold what is of a newer kind:" in "\n".join(apply_table.said_in_front())
    assert not (tmp_path / "out").exists()
    assert ledger(apply_table) == 0
    apply_table.press("proof-eddsa-rdfc-2022")
    assert save(apply_table, tmp_path / "out")


def test_one_line_of_text_and_a_zip_alone(apply_table: Driver, tmp_path: Path) -> None:
    choose(apply_table, "proof-vp+jwt", "paper-html", "paper-pdf")
    assert "presentation.jwt: The signed file." in apply_table.texts()
    assert save(apply_table, tmp_path / "line") == ["presentation.jwt"]
    assert asked(apply_table, draft) is None
    apply_table.press("next-after")
    apply_table.window.go("apply")
    apply_table.settle()
    apply_table.press("practice-posting")
    choose(apply_table, "paper-zip", "paper-signed", "paper-html", "paper-pdf")
    assert save(apply_table, tmp_path / "zip") == ["application.zip"]
    assert "Signed and saved" in apply_table.texts()
    assert asked(apply_table, draft) is None


def test_papers_that_are_no_proof_and_a_day_that_is_none_are_told(apply_table: Driver, tmp_path: Path) -> None:
    choose(apply_table, "paper-text", "paper-signed", "paper-html", "paper-pdf")
    apply_table.press("more-choices")
    apply_table.write("sign-folder", str(tmp_path / "out"))
    apply_table.press("sign-now")
    assert "The others are no proof." in apply_table.texts()
    apply_table.press("paper-signed")
    assert "The others are no proof." not in apply_table.texts()
    apply_table.write("counts-until", "some day")
    apply_table.press("sign-now")
    assert "Write the day like this" in apply_table.field("counts-until").accessibleDescription()
    apply_table.write("counts-until", "2020-01-01")
    apply_table.press("sign-now")
    assert "The end date must be later than today" in apply_table.field("counts-until").accessibleDescription()
    assert not (tmp_path / "out").exists()
    assert ledger(apply_table) == 0


def test_a_new_key_is_chosen_and_what_it_means_is_said(apply_table: Driver) -> None:
    apply_table.press("next")
    assert "It is signed with the key that your records name." in apply_table.texts()
    apply_table.press("more-choices")
    apply_table.press("key-new")
    said = apply_table.texts()
    assert "It is signed with a new key that is made for this application alone." in said
    assert "names another key of yours, not the one that signs." in said
    apply_table.press("form-cancel")
    apply_table.press("extra-0")
    apply_table.press("preview-file")
    assert "It is signed with a new key that is made for this application alone." in apply_table.texts()


def test_a_record_that_names_no_key_is_said_to_be_so(driver: Driver, tmp_path: Path) -> None:
    enter(driver, tmp_path / "world", showing("Terms", TERMS, subject=None))
    take(driver, posting(tmp_path))
    assert "Made for Lakeside Clinic alone." in driver.texts()
    assert "Nobody else can use it" not in driver.texts()
    driver.press("next")
    assert "names no key of yours. It does not show that it was given to you" in driver.texts()
    driver.press("more-choices")
    assert "key-new" not in driver.object_names()


def test_the_preview_speaks_the_language_of_the_papers(apply_table: Driver) -> None:
    choose(apply_table, "paper-language-es")
    apply_table.press("form-cancel")
    apply_table.press("extra-0")
    said = apply_table.said_in_front()
    assert "Before you sign" in said
    assert "What you asked for, and what shows it" not in said


def test_the_usual_way_still_writes_three_papers(apply_table: Driver, tmp_path: Path) -> None:
    sign_in(apply_table, tmp_path / "out")
    apply_table.until(lambda: "next-after" in apply_table.object_names())
    assert len(list((tmp_path / "out").iterdir())) == 3
