"""About: everybody whose work is inside, in their own words, readable without a network."""

import re
from importlib import metadata
from pathlib import Path

import pytest
from window_driver import Driver

from app.journey import credits as given

ROOT = Path(__file__).resolve().parents[2]


def locked() -> set[str]:
    """Every package that an installed program has, by the lock."""
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    names = {line.split("==")[0].strip() for line in lines if re.match(r"[a-z0-9]", line)}
    return {name for name in names if installed(name)} - {"setuptools", "pip"}


def installed(name: str) -> bool:
    try:
        metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def test_every_library_that_an_installed_program_has_is_named_with_its_terms() -> None:
    named = {one.key: one for one in given.libraries()}
    assert locked() <= named.keys(), locked() - named.keys()
    assert [one.name for one in named.values() if not one.terms] == []


@pytest.mark.parametrize("key", [given.PROGRAM, *(one.key for one in (*given.own_parts(), *given.libraries()))])
def test_every_license_can_be_read(key: str) -> None:
    text = given.text_of(key)
    assert len(text) > 500
    assert re.search(r"copyright|license|permission|public domain", text, re.IGNORECASE)


def test_the_lgpl_comes_with_the_gpl_that_it_builds_on() -> None:
    for key in ("pyside6-essentials", "shiboken6", "frozendict", "openvc-core"):
        text = given.text_of(key)
        assert "GNU LESSER GENERAL PUBLIC LICENSE" in text
        assert "TERMS AND CONDITIONS" in text


def test_about_shows_it_all(driver: Driver) -> None:
    driver.press("Settings")
    driver.press("About Pathfolio")
    shown = driver.texts()
    assert f"Pathfolio {metadata.version('pathfolio')}" in shown
    for source in given.data_sources():
        assert source.title in shown
        assert source.attribution in shown
    for one in (*given.own_parts(), *given.libraries()):
        assert f"Read the license of {one.name}" in driver.button_names()
    assert "You may replace them with your own" in shown


def test_a_license_opens_over_it_as_plain_text_and_closes_back_to_it(driver: Driver) -> None:
    driver.press("Settings")
    driver.press("About Pathfolio")
    driver.press("Read the license of Lucide")
    assert driver.front.windowTitle() == "License of Lucide"
    driver.press("close")
    assert driver.front.windowTitle() == "About Pathfolio"
    assert driver.focus_name() == "Read the license of Lucide"


def test_the_words_that_the_data_asks_for_stand_as_they_are_in_every_language(driver: Driver) -> None:
    driver.press("Settings")
    driver.press("language-es")
    driver.press("about")
    assert "This page includes information from the O*NET 30.1 Database" in driver.texts()
    assert "This service uses the ESCO classification of the European Commission." in driver.texts()
