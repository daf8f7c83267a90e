"""Checking online in every state that looks different; the answers are made here, so that no state needs a network."""

import json
from collections.abc import Callable
from datetime import UTC, datetime

from journey_world import unsigned
from old_badges import award, badge_class, profile
from PySide6.QtWidgets import QAbstractButton
from terminal import PASSPHRASE
from window_driver import Driver
from window_vaults import vault_of

from app.journey.records.online import ASKED_AT, Question
from app.online.wanted import Host
from app.vault import store_pages, store_settings
from app.vault.store_pages import StoredPage
from ui.dialogs import at_hand, online
from ui.dialogs.asking import KEPT_AS_IT_COMES, AskingForm
from ui.dialogs.online_asking import Asked
from ui.dialogs.websites import WebsitesForm
from ui.frame.asked_for import open_later
from ui.pages import record_changes

ASKED = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
LONG = "verification-of-awards-and-badges.continuing-education.riverside-community-college.example:8443"
FAILED = (
    ("lists.school.example", ("not_found", "unreadable")),
    (LONG, ("no_such_host",)),
    ("slow.example", ("too_slow",)),
)
MORE = (
    Host("elsewhere.example", ("badge",), ("https://elsewhere.example/issuer.json",)),
    Host(LONG, ("keys", "list", "registry"), (f"https://{LONG}/keys.json",)),
)


def own_vault(driver: Driver) -> None:
    """The records of somebody real, whose websites can be asked."""
    driver.window.lock()
    driver.settle()
    vault_of("Rosa")
    driver.window.pages["welcome"].arrive()
    driver.settle()
    driver.press("Rosa")
    driver.write("passphrase", PASSPHRASE)
    driver.press("unlock")
    driver.until(lambda: driver.window.place.is_open)
    driver.settle()
    hosted = award(id=f"https://{LONG}/awards/1.json", badge={**badge_class(), "issuer": profile()})
    for one in (award(), hosted, unsigned("Forklift")):
        record_changes.add_text(driver.window, json.dumps(one))
        driver.settle()


def question(driver: Driver) -> None:
    """Who would be asked, before anybody is."""
    online.open_dialog(driver.window)
    driver.settle()


def nobody_chosen(driver: Driver) -> None:
    """Every website left out."""
    question(driver)
    for name in driver.object_names():
        if name.startswith("ask-") and name != "ask-websites":
            driver.press(name)


def behind_links(driver: Driver) -> None:
    """Whom to ask for the records behind links, with their addresses."""
    WebsitesForm(driver.window, MORE, lambda _left_in: None, named=True).show()


def details(driver: Driver) -> None:
    """The facts of a record that its website could tell."""
    driver.press(next(one for one in driver.object_names() if one.startswith("details-")))


def nothing(driver: Driver) -> None:
    """Nothing to ask now; asked some days before."""
    _form(driver, Question((), 0, ASKED)).open()


def asking(driver: Driver) -> None:
    """On the way: three of nine."""
    form = AskingForm(driver.window, 2, KEPT_AS_IT_COMES)
    form.counted = (3, 9)
    driver.window.asking(2)
    form.open()


def answers(driver: Driver) -> None:
    """What came, who gave nothing and why, and who would have to be asked too."""
    driver.window.asking(0)
    _form(driver, Question(MORE, 3))._came(Asked(7, 4, FAILED, MORE))


def stopped(driver: Driver) -> None:
    """Stopped by the learner before all came."""
    _form(driver, Question(MORE, 3))._came(Asked(2, 0, stopped=True))


def kept(driver: Driver) -> None:
    """What websites said, as the vault keeps it; the rail says when they were asked."""

    def work(session: object, _progress: object) -> None:
        vault = session.vault
        store_settings.set_setting(vault, ASKED_AT, ASKED.isoformat())
        for number in range(3):
            address = f"https://school.example/{number}.json"
            store_pages.keep_page(vault, StoredPage(address, "keys", ASKED.isoformat(), b"{}", ""))

    driver.window.run(work, lambda _none: driver.window.renew(), owner=None)
    driver.settle()
    at_hand.open_dialog(driver.window)
    driver.settle()


def settings(driver: Driver) -> None:
    """How long what a website said counts."""
    open_later(driver.window, "settings")
    driver.settle()
    button = driver.window.findChild(QAbstractButton, "counts-90")
    button.setFocus()


def _form(driver: Driver, found: Question) -> online.OnlineForm:
    return online.OnlineForm(driver.window, found, None, lambda: None)


ONLINE: dict[str, Callable[[Driver], None]] = {
    "online-own-vault": own_vault,
    "online-question": question,
    "online-nobody-chosen": nobody_chosen,
    "online-behind-links": behind_links,
    "online-details": details,
    "online-nothing": nothing,
    "online-asking": asking,
    "online-answers": answers,
    "online-stopped": stopped,
    "online-kept": kept,
    "online-settings": settings,
}
