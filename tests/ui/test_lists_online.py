"""Lists of known issuers by their web address, in the real window: asked for only when told to, and taken out again."""

import json
from datetime import UTC, datetime

import pytest
from asking_steps import ask_now, end_without, stop_asking, title
from issuer_lists import COLLECTION, FEDERATION, HOME, LIST, anchor, collection, plain_list
from loopback_server import LoopbackServer, answer, going_on, mute, saying
from own_websites import own_websites
from PySide6.QtWidgets import QCheckBox
from terminal import PASSPHRASE
from trust_samples import ISSUER, badge, did, signed
from window_driver import Driver

from app.preferences import Preferences
from ui.dialogs import at_hand
from ui.pages import record_changes

pytestmark = pytest.mark.usefixtures("loopback")
SCHOOL = did(ISSUER)
OTHER = "https://other.example/list.json"


@pytest.fixture
def web():
    with own_websites({LIST: plain_list(SCHOOL, title="State schools")}) as made:
        yield made


@pytest.fixture
def ana(web: LoopbackServer, own: Driver) -> Driver:
    record_changes.add_text(own.window, json.dumps(signed(badge())))
    own.settle()
    return own


def open_lists(driver: Driver) -> None:
    at_hand.open_dialog(driver.window)
    driver.settle()


def type_address(driver: Driver, address: str) -> None:
    open_lists(driver)
    driver.press("add-list-address")
    driver.write("list-address", address)


def see_whom(driver: Driver, address: str, *, federation: bool = False) -> None:
    """As far as the question whom to ask."""
    type_address(driver, address)
    if federation:
        driver.press("kind-federation")
    driver.press("see-whom")


def add(driver: Driver, address: str, *, federation: bool = False) -> None:
    see_whom(driver, address, federation=federation)
    driver.press("ask-websites")


def fault(driver: Driver) -> str:
    return " ".join(driver.said_in_front())


def known(driver: Driver) -> str:
    """What the details of the record say of lists."""
    driver.window.covers.close()
    driver.press(next(name for name in driver.object_names() if name.startswith("details-")))
    said = driver.texts()
    driver.window.covers.close()
    return said


def test_a_list_at_an_address_is_asked_for_once_allowed_and_counts(ana, web):
    see_whom(ana, LIST)
    said = ana.texts()
    assert "It can tell that somebody uses its list of known issuers." in said
    assert LIST in ana.said_in_front()
    assert web.asked == []
    assert web.looked_up == []
    ana.press("ask-websites")
    assert title(ana) == "Lists and pages at hand"
    said = ana.texts()
    assert "State schools" in said
    assert "1 known issuer. As of " in said
    assert "The list counts now: State schools." in said
    assert web.paths("lists.example") == ["/registry.json"]
    assert "It is in this list: State schools." in known(ana)


def test_left_alone_nothing_is_asked_or_kept(ana, web):
    see_whom(ana, LIST)
    ana.press("form-cancel")
    assert title(ana) == "Add a list by its web address"
    assert ana.field("list-address").text() == LIST
    ana.press("form-cancel")
    assert "Nothing is at hand yet." in ana.texts()
    assert web.asked == []


@pytest.mark.parametrize("typed", ["", "schools", "http://lists.example/a", "https://127.0.0.1/a", "ftp://x.example/"])
def test_what_is_no_address_is_said_beside_the_field(ana, web, typed):
    see_whom(ana, typed)
    assert "starts with https://" in fault(ana)
    assert title(ana) == "Add a list by its web address"
    assert web.looked_up == []


@pytest.mark.parametrize(
    ("play", "says"),
    [
        (answer(b"no", status=404, kind="text/plain"), "The list was not added. It has no such page."),
        (answer(b"<html></html>"), "The list was not added. This list cannot be read"),
        (answer(b"no", status=500), "The list was not added. It is out of order at the moment."),
    ],
    ids=["404", "html", "500"],
)
def test_an_address_that_gives_no_list_is_told_in_one_sentence_and_not_kept(ana, web, play, says):
    web.play(LIST, saying(play))
    add(ana, LIST)
    assert says in fault(ana)
    assert ana.field("list-address").text() == LIST
    ana.press("form-cancel")
    assert "Nothing is at hand yet." in ana.texts()
    web.serve(LIST, plain_list(SCHOOL))
    ana.press("close")
    add(ana, LIST)
    assert "1 known issuer. As of " in ana.texts()


def test_stopping_waits_for_no_answer_and_keeps_nothing(ana, web):
    web.play(LIST, mute)
    see_whom(ana, LIST)
    ask_now(ana, web, "lists.example")
    assert "Asking 1 website…" in ana.texts()
    stop_asking(ana, web, "lists.example", lambda: "You stopped. The list was not added." in fault(ana))
    assert "Working offline" in ana.texts()
    assert "Websites last asked: " in ana.texts()
    ana.press("form-cancel")
    assert "Nothing is at hand yet." in ana.texts()


def test_locking_in_the_middle_locks_and_keeps_nothing(ana, web):
    web.play(LIST, mute)
    see_whom(ana, LIST)
    ask_now(ana, web, "lists.example")
    ana.window.lock()
    end_without(ana, web, "lists.example", lambda: not ana.window.desk.busy)
    assert ana.window.cover is None
    ana.unlock(PASSPHRASE)
    open_lists(ana)
    assert "Nothing is at hand yet." in ana.texts()
    assert "Asking" not in ana.texts()


def test_an_address_is_kept_for_the_next_check_without_asking(ana, web):
    type_address(ana, LIST)
    ana.press("keep-address")
    assert "Nobody has asked for this list yet: lists.example/registry.json." in ana.texts()
    assert web.asked == []
    ana.press("Ask for lists.example/registry.json now")
    ana.press("ask-websites")
    assert "1 known issuer. As of " in ana.texts()


def test_a_list_is_asked_for_again_and_what_it_said_stays_if_its_website_is_silent(ana, web):
    add(ana, LIST)
    web.play(LIST, saying(answer(b"", status=500)))
    ana.press("Ask for State schools now")
    ana.press("ask-websites")
    said = ana.texts()
    assert "1 known issuer. As of " in said
    assert "The list stays as it was. It is out of order at the moment." in said
    assert "The list counts now" not in said
    web.serve(LIST, plain_list("did:web:a.example", "did:web:b.example", title="State schools"))
    ana.press("Ask for State schools now")
    ana.press("ask-websites")
    assert "2 known issuers. As of " in ana.texts()
    said = known(ana)
    assert "We looked in State schools. It is not there. Most schools and employers are in no list." in said


def test_a_list_is_taken_out(ana, web):
    add(ana, LIST)
    ana.press("Take out State schools")
    assert "Nothing is at hand yet." in ana.texts()
    assert "It is in this list" not in known(ana)


def test_a_federation_is_found_by_the_address_of_its_home(ana, web):
    web.serve(FEDERATION, anchor(at=datetime.now(UTC)), kind="application/entity-statement+jwt")
    see_whom(ana, HOME, federation=True)
    said = ana.texts()
    assert "It can tell that somebody uses its list of known issuers." in said
    assert "which issuer is looked for" not in said
    ana.press("ask-websites")
    assert "State federation" in ana.texts()
    assert "It is asked about one issuer at a time. As of " in ana.texts()
    assert not any("sub=" in path for path in web.paths("trust.example"))


def test_lists_that_a_list_names_are_asked_once_their_websites_were_shown(ana, web):
    web.serve(COLLECTION, collection(("State", "dcc-legacy", LIST), ("Far", "dcc-legacy", OTHER), ("Odd", "ebsi", "x")))
    add(ana, COLLECTION)
    assert "other.example" not in web.looked_up
    assert OTHER in ana.said_in_front()
    ana.press("form-cancel")
    said = ana.texts()
    assert "It names 3 lists. As of " in said
    assert "State schools: 1 known issuer. As of " in said
    assert "Nobody has asked for this list yet: Far." in said
    assert "Pathfolio cannot read this kind of list yet: Odd." in said
    assert "other.example" not in web.looked_up
    said = known(ana)
    assert "It is in this list: State schools." in said


def test_which_lists_were_looked_in_and_which_could_not_be_is_said(ana, web):
    web.serve(LIST, plain_list("did:web:a.example", title="State schools"))
    add(ana, LIST)
    ana.press("add-list-address")
    ana.write("list-address", OTHER)
    ana.press("keep-address")
    said = known(ana)
    assert "Nobody has asked for this list yet: other.example/list.json. We looked in State schools." in said


def test_a_list_that_sends_on_is_asked_there_once_allowed(ana, web):
    web.play(LIST, saying(going_on(OTHER)))
    web.serve(OTHER, plain_list(SCHOOL, title="State schools"))
    add(ana, LIST)
    assert "other.example" not in web.looked_up
    assert "Ask other.example" in [one.accessibleName() for one in ana.front.findChildren(QCheckBox)]
    ana.press("ask-websites")
    assert "1 known issuer. As of " in ana.texts()


def test_the_language_changes_while_the_address_is_asked_for(ana, web):
    type_address(ana, LIST)
    ana.press("kind-federation")
    ana.window.prefer(Preferences(language="es", theme="light"))
    ana.settle()
    assert ana.field("list-address").text() == LIST
    assert ana.button("kind-federation").isChecked()
    assert "Agregar una lista" in title(ana)


def test_practice_asks_nobody_for_lists(maya: Driver) -> None:
    at_hand.open_dialog(maya.window)
    maya.settle()
    assert "add-list" in maya.object_names()
    assert "add-list-address" not in maya.object_names()
    assert not [name for name in maya.object_names() if name.startswith("ask-list")]


def test_a_federation_with_another_key_is_told_and_not_believed(ana, web):
    web.serve(FEDERATION, anchor(at=datetime.now(UTC)), kind="application/entity-statement+jwt")
    add(ana, HOME, federation=True)
    web.serve(FEDERATION, anchor(2, at=datetime.now(UTC)), kind="application/entity-statement+jwt")
    ana.press("Ask for State federation now")
    ana.press("ask-websites")
    said = ana.texts()
    assert "another key than when you added it" in said
    assert "The list counts now" not in said


def test_a_statement_of_a_federation_that_is_signed_by_another_is_not_added(ana, web):
    web.serve(FEDERATION, anchor(at=datetime.now(UTC), signer=2), kind="application/entity-statement+jwt")
    add(ana, HOME, federation=True)
    assert "The list was not added. This list is not signed as it should be: trust.example/fed." in fault(ana)
