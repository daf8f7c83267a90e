"""The window: opening, turning pages, locking, other looks."""

from dataclasses import replace

from PySide6.QtWidgets import QApplication
from window_driver import Driver


def test_a_practice_learner_opens_with_one_press_and_says_so_on_every_page(driver: Driver) -> None:
    driver.practice()
    assert "PRACTICE" in driver.texts()
    assert "Maya Torres is made up." in driver.texts()


def test_the_short_band_of_practice_says_in_spanish_that_it_proves_nothing(driver: Driver) -> None:
    driver.practice()
    driver.window.prefer(replace(driver.window.preferences, language="es", text_size=200))
    driver.settle()
    assert "Maya Torres no existe en la vida real. Esto no sirve para demostrar nada." in driver.texts()


def test_the_page_that_comes_has_the_focus_on_its_question(driver: Driver) -> None:
    driver.practice()
    assert driver.focus_name() == "What have others said you can do?"


def test_locking_goes_back_to_the_door_and_forgets(driver: Driver) -> None:
    driver.practice()
    driver.press("Lock")
    driver.settle()
    assert not driver.window.place.is_open
    assert "Maya Torres is made up" not in driver.texts()
    assert driver.window.memories.of.keys() == {"door"}


def test_another_language_is_taken_without_restart_and_keeps_the_page(driver: Driver) -> None:
    driver.practice()
    driver.window.prefer(replace(driver.window.preferences, language="es"))
    driver.settle()
    assert driver.window.words.language == "es"
    assert driver.window.place.is_open


def test_a_window_that_closes_in_the_middle_of_work_ends_it(driver: Driver) -> None:
    driver.press("practice") if False else driver.button("practice").click()
    driver.window.close()
    QApplication.processEvents()
    assert not driver.window.desk._thread.is_alive()
