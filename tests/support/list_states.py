"""Lists of known issuers by their web address in every state that looks different, without a network."""

import json
from collections.abc import Callable
from datetime import UTC, datetime

from issuer_lists import COLLECTION, LIST, collection, plain_list
from online_states import LONG
from window_driver import Driver

from app.journey.issuers import lists as issuer_lists
from app.journey.issuers.asking import ListCame
from app.journey.records.online import keep_answer
from app.online.pages import Page
from app.online.wanted import Host
from ui.dialogs import at_hand
from ui.dialogs.asking import KEPT_AT_THE_END, AskingForm
from ui.dialogs.list_address import AddressForm
from ui.dialogs.websites import WebsitesForm

ASKED = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
SILENT = f"https://{LONG}/lists-of-known-issuers/registry.json"
HOSTS = (
    Host("lists.example", ("registry",), (LIST,)),
    Host(LONG, ("registry",), (SILENT,)),
)


def lists(driver: Driver) -> None:
    """One that names others, each looked in or not; one whose website is silent; one nobody has asked for."""
    named = collection(("State", "dcc-legacy", LIST), ("Far away", "dcc-legacy", SILENT), ("Odd", "ebsi", "x"))
    answers = {COLLECTION: named, LIST: plain_list("did:web:a.example", title="Schools of the state of Testing")}

    def work(session: object, _progress: object) -> None:
        for address in (COLLECTION, "https://new.example/registry.json", SILENT):
            issuer_lists.keep_address(session, address)
        for address, content in answers.items():
            page = Page(address, "registry", ASKED, json.dumps(content).encode())
            keep_answer(session, page)
        keep_answer(session, Page(SILENT, "registry", ASKED, None, "no_answer"))

    driver.window.run(work, lambda _none: None, owner=None)
    driver.settle()
    at_hand.open_dialog(driver.window)
    driver.settle()


def address(driver: Driver) -> None:
    """The address of a list, before anything is typed."""
    AddressForm(driver.window, lambda _says: None).open()


def address_bad(driver: Driver) -> None:
    """What was typed is no address."""
    address(driver)
    driver.write("list-address", "http://" + "schools-and-colleges." * 5)
    driver.press("see-whom")


def not_added(driver: Driver) -> None:
    """What came from the address is no list."""
    form = AddressForm(driver.window, lambda _says: None)
    form.typed, form.federation = SILENT, True
    form.open()
    form._came(ListCame(LONG, kept=False, why="list_not_sound"))


def question(driver: Driver) -> None:
    """Whom to ask for lists."""
    WebsitesForm(driver.window, HOSTS, lambda _left_in: None, named=True).show()


def asking(driver: Driver) -> None:
    """On the way, with nothing come yet."""
    driver.window.asking(2)
    AskingForm(driver.window, 2, KEPT_AT_THE_END).open()


def asked(driver: Driver) -> None:
    """Nobody is asked any more."""
    driver.window.asking(0)


LISTS: dict[str, Callable[[Driver], None]] = {
    "lists-online": lists,
    "list-address": address,
    "list-address-bad": address_bad,
    "list-not-added": not_added,
    "list-question": question,
    "list-asking": asking,
    "list-asked": asked,
}
