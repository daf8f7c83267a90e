"""An application that was begun and cannot be read: told, passed over, let go."""

from pathlib import Path

from apply_window import asked, enter
from applying_world import TERMS, showing
from window_driver import Driver

from app.journey.apply.draft import SETTING
from app.vault import store_settings


def test_what_cannot_be_read_is_told_and_can_be_let_go(driver: Driver, tmp_path: Path) -> None:
    enter(driver, tmp_path / "world", showing("Terms", TERMS))
    asked(driver, lambda session: store_settings.set_setting(session.vault, SETTING, {"wanted": 7}))
    driver.window.go("records")
    driver.window.go("apply")
    driver.settle()
    said = "The application you began cannot be read. Choose the posting again."
    assert said in driver.texts()
    driver.press("let-draft-go")
    driver.settle()
    assert said not in driver.texts()
    assert asked(driver, lambda session: store_settings.setting(session.vault, SETTING)) is None
    assert "What are you applying for?" in driver.texts()
