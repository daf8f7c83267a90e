"""What a person does in the window while websites are asked: begin and do not wait, stop."""

from collections.abc import Callable

from loopback_server import LoopbackServer
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from window_driver import Driver

ELSEWHERE = "https://elsewhere.example/issuer.json"
SLOW = "https://slow.example/awards/1.json"


def title(driver: Driver) -> str:
    """What the dialog that is open is called."""
    return driver.front.windowTitle()


def ask_now(driver: Driver, web: LoopbackServer, host: str) -> None:
    """Have the websites asked, until this one holds the question and keeps its answer back."""
    press(driver, "ask-websites")
    driver.until(lambda: "stop-asking" in driver.object_names() and bool(web.unanswered(host)))


def stop_asking(driver: Driver, web: LoopbackServer, host: str, over: Callable[[], bool]) -> None:
    """Press the button that ends it. It has to be over without the answer, which this website never gives."""
    press(driver, "stop-asking")
    end_without(driver, web, host, over)


def end_without(driver: Driver, web: LoopbackServer, host: str, over: Callable[[], bool]) -> None:
    """Wait until it is over; this website still keeps its answer back then."""
    driver.until(over)
    assert web.unanswered(host), "somebody waited for the answer"
    driver.settle()


def press(driver: Driver, name: str) -> None:
    """Click a button and do not wait for what comes of it."""
    QTest.mouseClick(driver.button(name), Qt.MouseButton.LeftButton)
