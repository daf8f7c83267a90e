"""The dialogs of an online check, in the states that look different."""

from collections.abc import Callable
from datetime import UTC, datetime

from window_driver import Driver

from app.journey.online import Came
from app.online.pages import Page
from app.online.wanted import Host
from ui.dialogs.form import Form
from ui.dialogs.online import CameForm, Go, NothingForm
from ui.dialogs.websites import WebsitesForm

DAY = datetime(2026, 3, 10, tzinfo=UTC)
HOSTS = (
    Host("credentials.riverside-community-college.example", ("keys", "list"), ("https://a.example/1",)),
    Host("badges.school.example", ("badge",), ("https://badges.school.example/1",)),
    Host("status.example:8443", ("list",), ("https://status.example:8443/1",)),
)


def _open(form: Form, driver: Driver) -> None:
    driver.window.covers.close()
    form.open()
    driver.settle()


def websites(driver: Driver) -> None:
    """Three websites, one of them left out."""
    _open(WebsitesForm(driver.window, HOSTS, lambda _left_in: None), driver)
    driver.button("ask-badges.school.example").click()


def nothing_to_ask(driver: Driver) -> None:
    """Nobody could tell more."""
    _open(NothingForm(driver.window), driver)


def came(driver: Driver) -> None:
    """Some answers did not come, and one more website would have to be asked."""
    failed = tuple(
        Page(f"https://badges.school.example/awards/{number}.json", "badge", DAY, None, why)
        for number, why in enumerate(("not_found", "not_secure", "too_slow"))
    )
    _open(CameForm(driver.window, Came(4, failed, HOSTS[:1]), Go(None, lambda: None)), driver)


def put_away(driver: Driver) -> None:
    """No dialog is open any more."""
    driver.window.covers.close()
    driver.settle()


ONLINE: dict[str, Callable[[Driver], None]] = {
    "online-websites": websites,
    "online-nothing": nothing_to_ask,
    "online-came": came,
    "online-put-away": put_away,
}
