"""The Records page and records of every format there is: dropped, chosen and pasted; what is said of each."""

import base64
import json
from pathlib import Path

import pytest
from every_format import PASSWORD, UNKNOWN, badge_token, files, locked_export
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog
from signed_records import signed_badge
from window_driver import Driver

from ui.kit.card import Card
from ui.kit.text import Marked
from ui.pages import record_changes


def written(folder: Path, contents: dict[str, bytes]) -> list[Path]:
    """Files with these contents."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in contents.items():
        (folder / name).write_bytes(data)
    return [folder / name for name in contents]


def dropped(driver: Driver, paths: list[Path]) -> None:
    """Let files go over the middle of the page."""
    page, place, data = driver.window.pages["records"], QPoint(200, 200), QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(page, QDragEnterEvent(place, action, data, button, none))
    QApplication.sendEvent(page, QDropEvent(QPointF(place), action, data, button, none))
    driver.settle()


def pasted(driver: Driver, text: str) -> None:
    """Put a text into the dialog for it."""
    driver.press("paste")
    driver.paste(text)
    driver.press("add-pasted")


def names(driver: Driver) -> set[str]:
    """Every record of the page, all parts of its list unfolded."""
    while "more-records" in driver.object_names():
        driver.press("more-records")
    buttons = [one.accessibleName() for one in driver.shown(QAbstractButton)]
    return {one.removeprefix("Details of ") for one in buttons if one.startswith("Details of ")}


def facts(driver: Driver, name: str) -> list[tuple[str, str]]:
    """The facts of a card as they are read: mark and words."""
    (card,) = [one for one in driver.shown(Card) if one.accessibleName() == name]
    return [(one.mark, one.text()) for one in card.findChildren(Marked)]


def read(driver: Driver, name: str) -> str:
    """Everything that the details of a record say."""
    driver.press(f"Details of {name}")
    said = "\n".join(driver.said_in_front())
    driver.press("close")
    return said


def test_files_of_every_format_are_dropped_at_once_and_each_record_has_its_card(own: Driver, tmp_path: Path) -> None:
    every = files()
    dropped(own, [written(tmp_path / "all", {name: data for name, (data, _) in every.items()})[0].parent])
    expected = {name for _, found in every.values() for name in found}
    assert f"{len(expected)} new records kept." in own.texts()
    assert own.front.windowTitle() == "Keep the keys that came along?"
    own.press("form-cancel")
    assert expected <= names(own)
    assert all(facts(own, name)[0][1] for name in expected)


def test_each_kind_of_card_says_what_was_checked_of_it(own: Driver, tmp_path: Path) -> None:
    every = files()
    kinds = ("badge-3.jwt", "diploma.sd-jwt", "badge-2.json", "baked.png", "baked.svg", "photo.png", "europe.json")
    dropped(own, written(tmp_path, {name: every[name][0] for name in kinds}))
    names(own)
    sound, whose = ("yes", "Signature is sound"), ("yes", "Signed with the key it names")
    assert facts(own, "Crane Token")[:2] == [sound, whose]
    assert facts(own, "Welding Diploma")[:2] == [sound, whose]
    assert facts(own, "Drawn Badge")[:2] == [sound, whose]
    assert facts(own, "Ropes")[0][0] == "not_checked", "nobody went online to ask the school"
    assert sound not in facts(own, "Seen in a Photo")
    assert sound not in facts(own, "Welding course")


def test_details_say_what_only_some_formats_hold(own: Driver, tmp_path: Path) -> None:
    every = files()
    wanted = ("resume.json", "transcript.json", "baked.png", "letter.pdf", "photo.png", "packed.zip", "badge-2.json")
    dropped(own, written(tmp_path, {name: every[name][0] for name in wanted}))
    names(own)
    resume = read(own, "Ana Rivera")
    assert "Weld steel, Expert\nFive years.\nTheir own word." in resume
    assert "A record of someone else is inside." in resume
    assert "resume.txt, text/plain, 150 bytes. Pathfolio did not open it." in resume
    assert "2 records inside this one" in resume
    transcript = read(own, "Harbor Transcript")
    assert "How its parts fit" in transcript
    assert "“Weld Course One” is part of “Weld School”." in transcript
    assert "Riverside Trade School" in read(own, "Ropes")
    assert "baked.png, in the picture" in read(own, "Baked Ropes")
    assert "photo.png, QR" in read(own, "Seen in a Photo")
    assert "letter.pdf, badge.json" in read(own, "In the PDF")
    assert "packed.zip, a/one.json" in read(own, "Zipped")


def test_an_older_version_is_told_in_the_details_of_the_newer_one(own: Driver, tmp_path: Path) -> None:
    newer = signed_badge("Forklift Three", extra={"validFrom": "2026-02-03T00:00:00Z"})
    both = {"1.json": signed_badge("Forklift Three"), "2.json": newer}
    dropped(own, written(tmp_path, {name: json.dumps(one).encode() for name, one in both.items()}))
    assert "1 of them is a newer version. It takes the place of the older one." in own.texts()
    assert names(own) == {"Forklift Three"}
    said = read(own, "Forklift Three")
    assert "Older version" in said
    assert "Given Dec 12, 2025" in said


def test_one_of_each_is_chosen_and_what_is_no_record_is_told_for_what_it_is(own: Driver, tmp_path: Path) -> None:
    written(tmp_path, {**{name: data for name, (data, _) in files().items()}, **UNKNOWN})
    own.press("choose-files")
    own.until(lambda: own.window.findChild(QFileDialog) is not None)
    kinds = " ".join(own.window.findChild(QFileDialog).nameFilters())
    for ending in ("json", "jwt", "png", "svg", "pdf", "zip"):
        assert f"*.{ending}" in kinds
    own.choose(tmp_path / "letter.pdf")
    assert names(own) == {"In the PDF"}
    own.press("choose-folder")
    own.choose(tmp_path)
    said = own.said_in_front()
    assert own.front.windowTitle().endswith(" new records kept.")
    assert "This looks like an office document. Pathfolio cannot read that yet." in said or "letter.rtf" in said
    assert {"notes.txt", "letter.rtf", "offer.txt"} <= set(said)
    own.press("close")
    assert own.front.windowTitle() == "Keep the keys that came along?"


@pytest.mark.parametrize("wrapped", [False, True], ids=["bare", "as a data address"])
def test_a_token_is_pasted(own: Driver, wrapped: bool) -> None:
    token = badge_token("Pasted Token")
    pasted(own, f"data:application/vc+jwt,{token}" if wrapped else f"  {token}\n")
    assert names(own) == {"Pasted Token"}
    assert facts(own, "Pasted Token")[0] == ("yes", "Signature is sound")


def test_a_picture_is_pasted_as_its_data_address(own: Driver) -> None:
    picture = base64.b64encode(files()["baked.png"][0]).decode()
    pasted(own, f"data:image/png;base64,{picture}")
    assert names(own) == {"Baked Ropes"}


def test_a_record_that_is_one_signed_text_is_saved_as_one(own: Driver, tmp_path: Path) -> None:
    token = badge_token("Pasted Token")
    pasted(own, token)
    own.press("Details of Pasted Token")
    own.press("save-copy")
    own.until(lambda: own.window.findChild(QFileDialog) is not None)
    asking = own.window.findChild(QFileDialog)
    assert (asking.nameFilters(), asking.defaultSuffix()) == (["Record (*.jwt)"], "jwt")
    own.choose(tmp_path / "copy.jwt")
    assert (tmp_path / "copy.jwt").read_text() == token


# Another wallet's keys and locked exports


def test_another_wallet_s_keys_are_kept_only_when_told_to(own: Driver, tmp_path: Path) -> None:
    (file,) = written(tmp_path, {"wallet.json": files()["wallet.json"][0]})
    dropped(own, [file])
    assert any(one.startswith("These are secret keys of another wallet.") for one in own.said_in_front())
    own.press("Do not keep them")
    assert own.window.cover is None
    dropped(own, [file])
    own.press("Keep 1 key in my vault")
    assert "1 secret key kept in your vault." in own.texts()
    dropped(own, [file])
    assert own.window.cover is None, "a key that is in the vault is not asked about"


def test_a_locked_export_asks_for_its_password_and_ends_with_one_summary(own: Driver, tmp_path: Path) -> None:
    dropped(own, written(tmp_path, {"export.zip": locked_export(), "badge.json": files()["badge-3.json"][0]}))
    assert own.front.windowTitle() == "This file is locked with a password"
    own.press("Open the file")
    assert "Type the password first." in own.said_in_front()
    own.write("export-password", "no")
    own.press("Open the file")
    assert "That password does not open this export." in own.said_in_front()
    own.write("export-password", PASSWORD)
    own.press("Open the file")
    assert own.front.windowTitle() == "Keep the keys that came along?", own.said_in_front()
    own.press("Do not keep them")
    assert "2 new records kept." in own.texts()
    assert names(own) == {"Forklift Three", "Out of the Export"}


def test_a_locked_export_without_its_password_is_told_with_the_rest(own: Driver, tmp_path: Path) -> None:
    dropped(own, written(tmp_path, {"export.zip": locked_export(), "badge.json": files()["badge-3.json"][0]}))
    own.press("Cancel")
    assert own.front.windowTitle() == "1 new record kept."
    assert any("export.zip" in one for one in own.said_in_front())
    assert "This export of a wallet is locked with a password." in own.said_in_front()


# Many


def test_many_records_of_many_kinds_are_stopped_half_way_and_then_kept(own: Driver, tmp_path: Path) -> None:
    kinds = {name: one for name, one in files().items() if name not in ("photo.png", "wallet.json", "resume.json")}
    for number in range(12):
        written(tmp_path / f"{number:02}", {name: data for name, (data, _) in kinds.items()})
    seen = list[int]()

    def stop(_task: object, done: int, _of: int | None) -> None:
        seen.append(done)
        own.window.desk.cancel()

    own.window.desk.told.connect(stop)
    record_changes.add_files(own.window, [tmp_path])
    own.settle()
    assert 0 < seen[0] < 12 * len(kinds), "it was under way"
    assert "Stopped. Nothing was added." in own.texts()
    assert "Add your first record" in own.texts()
    own.window.desk.told.disconnect(stop)
    record_changes.add_files(own.window, [tmp_path])
    own.settle()
    expected = {name for _, found in kinds.values() for name in found}
    assert f"{len(expected)} new records kept. {11 * len(expected)} were there already." in own.texts()
