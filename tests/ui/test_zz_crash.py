import os, time
from dataclasses import replace
import pytest
from PySide6.QtWidgets import QApplication
from window_driver import Driver
from ui.kit.parts import Parts
from ui.kit.turns import Turns

N=60
def s_driver(d): d.settle()
def s_plain(d):
    t=time.time()+5
    while d.window.desk.busy and time.time()<t: QApplication.processEvents(); time.sleep(0.001)
    for _ in range(20): QApplication.processEvents()
def s_until(d):
    d.qtbot.waitUntil(lambda: not d.window.desk.busy, timeout=5000)
    for _ in range(20): QApplication.processEvents()
def s_find(d):
    s_plain(d)
    d.window.findChildren(Parts); d.window.findChildren(Turns)
    s_plain(d)
def s_findall(d):
    s_plain(d)
    from PySide6.QtWidgets import QWidget
    d.window.findChildren(QWidget)
    s_plain(d)

@pytest.mark.parametrize("how", [s_driver, s_plain, s_until, s_find, s_findall])
def test_it(driver: Driver, how) -> None:
    for n in range(N):
        driver.window.prefer(replace(driver.window.preferences, text_size=125)); how(driver)
        driver.window.prefer(replace(driver.window.preferences, text_size=100)); how(driver)
        print("at", n, flush=True)
