"""Newer versions of records in every state that looks different, without a network."""

import json
from collections.abc import Callable
from datetime import UTC, datetime

from online_states import LONG, MORE
from trust_samples import badge, signed
from window_driver import Driver

from app.journey.records.holding import Imported
from app.journey.records.newer import Newer, NewerQuestion, NotNewer, Offer
from app.online.pages import Page
from app.records.model import Record, Source, Unreadable
from app.records.reading import read_bytes
from ui.dialogs import import_report, newer
from ui.dialogs.websites import WebsitesForm
from ui.pages import record_changes
from ui.pages.record_card import details_name

ASKED = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
ADDRESS = "https://school.example/newer/7"
EXTENSIONS = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"
LONG_NAME = "Certificate of completion in warehouse work, forklift safety and the care of goods that break easily"
NOBODY = NewerQuestion({}, (), ())


def renewable(number: int = 7, **changes: object) -> dict[str, object]:
    """A record whose issuer offers newer versions."""
    service = {"id": ADDRESS, "type": "1EdTechCredentialRefresh"}
    about = {"id": f"urn:uuid:5c1f8e0a-0001-4000-8000-00000000000{number}", "refreshService": service, **changes}
    made: dict[str, object] = signed(badge(**{"@context": [*badge()["@context"], EXTENSIONS], **about}))
    return made


def records(driver: Driver) -> None:
    """The Records page with a record that may be renewed."""
    record_changes.add_text(driver.window, json.dumps(renewable(name=LONG_NAME)))
    driver.settle()


def details(driver: Driver) -> None:
    """The details of that record."""
    shown = record_changes.memory_of(driver.window).shown
    assert shown is not None
    driver.press(details_name(next(card.key for card in shown.cards if card.name == LONG_NAME)))


def question(driver: Driver) -> None:
    """Whom to ask, with records that only a wallet can renew."""
    WebsitesForm(
        driver.window, MORE, lambda _left_in: None, note=lambda words: newer._by_wallet(words, number=3)
    ).show()


def nobody(driver: Driver) -> None:
    """Nobody can be asked."""
    newer.NobodyForm(driver.window, 2).open()


def came(driver: Driver) -> None:
    """Versions to choose from, and everything that was not taken."""
    offers = tuple(_offer(number) for number in (1, 2))
    refused = (NotNewer(_record(), ADDRESS, "newer_not_sound"), NotNewer(_record(), ADDRESS, "newer_other_person"))
    failed = (Page(f"https://{LONG}/newer", "newer", ASKED, None, "too_slow"),)
    _show(driver, Newer(offers, (_record(), _record()), refused, failed, NOBODY))


def none_chosen(driver: Driver) -> None:
    """The only one left out."""
    _show(driver, Newer((_offer(1),), (), (), (), NOBODY))
    driver.press("keep-0")


def none(driver: Driver) -> None:
    """All are the newest already."""
    _show(driver, Newer((), (_record(),), (), (), NOBODY))


def link_silent(driver: Driver) -> None:
    """A link whose website did not answer."""
    values = {"links": (f"https://{LONG}/awards/1.json",), "reason": "silent"}
    report = Imported(links=(Unreadable(Source("links.txt"), "link_gave_nothing", values),))
    import_report.open_dialog(driver.window, report, lambda: None, lambda _came: None)


def _show(driver: Driver, found: Newer) -> None:
    newer.NewerForm(driver.window, found, lambda: None).open()
    driver.settle()


def _record(**changes: object) -> Record:
    (found,) = read_bytes(json.dumps(renewable(name=LONG_NAME, **changes)).encode(), Source(ADDRESS))
    assert isinstance(found, Record)
    return found


def _offer(number: int) -> Offer:
    later = {"validFrom": "2026-02-01T00:00:00Z", "validUntil": "2030-02-01T00:00:00Z"}
    return Offer(_record(number=number), _record(number=number, **later), b"", ADDRESS)


NEWER: dict[str, Callable[[Driver], None]] = {
    "newer-records": records,
    "newer-details": details,
    "newer-question": question,
    "newer-nobody": nobody,
    "newer-came": came,
    "newer-none-chosen": none_chosen,
    "newer-none": none,
    "link-silent": link_silent,
}
