"""Newer versions of records in the real window: asked for only when told to, kept only where the learner says so."""

import json

import pytest
from asking_steps import ask_now, stop_asking, title
from loopback_server import LoopbackServer, answer, going_on, mute, saying
from own_websites import own_websites
from PySide6.QtWidgets import QCheckBox
from trust_samples import STRANGER, badge, did, signed
from window_driver import Driver

from app.preferences import Preferences
from ui.pages import record_changes

pytestmark = pytest.mark.usefixtures("loopback")
ADDRESS = "https://school.example/newer/7"
OTHER = "https://moved.example/newer/7"
EXTENSIONS = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"
LATER = "2026-02-01T00:00:00Z"


def renewable(address=ADDRESS, kind="1EdTechCredentialRefresh", seed=None, **changes):
    service = {"id": address, "type": kind}
    made = badge(**{"@context": [*badge()["@context"], EXTENSIONS], "refreshService": service, **changes})
    return signed(made) if seed is None else signed(made, seed=seed)


@pytest.fixture
def web():
    with own_websites({ADDRESS: renewable(validFrom=LATER, name="Said anew")}) as made:
        yield made


@pytest.fixture
def ana(web: LoopbackServer, own: Driver) -> Driver:
    add(own, renewable(name="As it was"))
    return own


def add(driver: Driver, record: object) -> None:
    record_changes.add_text(driver.window, json.dumps(record))
    driver.settle()


def look(driver: Driver) -> None:
    driver.press("look-for-newer")


def details(driver: Driver) -> list[str]:
    return [name for name in driver.button_names() if name.startswith("Details of")]


def test_a_newer_version_is_kept_when_the_learner_chose_it(ana, web):
    look(ana)
    assert "It can tell which record you have, and so whose it is." in ana.texts()
    assert web.asked == []
    assert web.looked_up == []
    ana.press("ask-websites")
    assert title(ana) == "1 newer version came"
    said = ana.said_in_front()
    assert any("From Feb 1, 2026. Yours is from Jan 1, 2026." in line for line in said)
    assert record_changes.memory_of(ana.window).shown.cards[0].name == "As it was", "only offered"
    ana.press("keep-newer")
    assert details(ana) == ["Details of Said anew"]
    assert "1 of them is a newer version. It takes the place of the older one." in ana.texts()
    assert "Websites last asked: " in ana.texts()
    ana.press("undo")
    ana.settle()
    assert details(ana) == ["Details of As it was"]


def test_keeping_none_changes_nothing(ana, web):
    look(ana)
    ana.press("ask-websites")
    ana.press("form-cancel")
    assert details(ana) == ["Details of As it was"]


def test_each_is_chosen_by_itself(ana, web):
    second, there = "urn:uuid:5c1f8e0a-0001-4000-8000-000000000009", "https://school.example/newer/9"
    add(ana, renewable(there, id=second, name="Second as it was"))
    web.serve(there, renewable(there, id=second, name="Second anew", validFrom=LATER))
    look(ana)
    ana.press("ask-websites")
    assert title(ana) == "2 newer versions came"
    ana.press("Keep newer version 1: Said anew")
    ana.press("Keep newer version 2: Second anew")
    assert not ana.button("keep-newer").isEnabled()
    ana.press("Keep newer version 2: Second anew")
    ana.press("Keep 1 newer version")
    assert sorted(details(ana)) == ["Details of As it was", "Details of Second anew"]


def test_the_details_of_a_record_ask_about_it_alone(ana, web):
    other = "https://other.example/newer/9"
    add(ana, renewable(other, id="urn:uuid:5c1f8e0a-0001-4000-8000-000000000009", name="Second"))
    ana.press("Details of As it was")
    look(ana)
    asked = [one.accessibleName() for one in ana.front.findChildren(QCheckBox)]
    assert asked == ["Ask school.example"]
    ana.press("ask-websites")
    ana.press("keep-newer")
    assert ana.window.cover is None
    assert sorted(details(ana)) == ["Details of Said anew", "Details of Second"]


def test_the_newest_already_is_said_as_a_good_thing(ana, web):
    web.serve(ADDRESS, renewable(name="As it was"))
    look(ana)
    ana.press("ask-websites")
    assert title(ana) == "You have the newest already"
    assert "1 record is the newest already." in ana.texts()
    ana.press("close")


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (renewable(seed=STRANGER, validFrom=LATER), "that its issuer did not sign"),
        (renewable(seed=STRANGER, issuer=did(STRANGER), validFrom=LATER), "from someone else"),
        ({"no": "record"}, "did not give one record"),
    ],
)
def test_what_is_none_is_not_offered_and_told(ana, web, given, says):
    web.serve(ADDRESS, given)
    look(ana)
    ana.press("ask-websites")
    assert title(ana) == "No newer version came"
    assert says in ana.texts()


def test_a_website_that_gives_nothing_is_told(ana, web):
    web.play(ADDRESS, saying(answer(b"", status=404)))
    look(ana)
    ana.press("ask-websites")
    said = ana.texts()
    assert "It has no such page." in said
    assert "Your records stay as they are. You can ask again later." in said


def test_a_website_that_sends_on_is_followed_once_allowed(ana, web):
    web.play(ADDRESS, saying(going_on(OTHER)))
    web.serve(OTHER, renewable(validFrom=LATER, name="Said anew"))
    look(ana)
    ana.press("ask-websites")
    assert "moved.example" not in web.looked_up
    assert [one.accessibleName() for one in ana.front.findChildren(QCheckBox)] == ["Ask moved.example"]
    ana.press("ask-websites")
    assert title(ana) == "1 newer version came"


def test_left_there_it_says_that_nobody_was_asked(ana, web):
    web.play(ADDRESS, saying(going_on(OTHER)))
    look(ana)
    ana.press("ask-websites")
    ana.press("form-cancel")
    assert "It sends on to another website, which was not asked." in ana.texts()
    assert "moved.example" not in web.looked_up


def test_stopping_waits_for_no_answer_and_keeps_nothing(ana, web):
    web.play(ADDRESS, mute)
    look(ana)
    ask_now(ana, web, "school.example")
    stop_asking(ana, web, "school.example", lambda: "Stopped. Your records stay as they are." in ana.texts())
    assert "Working offline" in ana.texts()
    assert details(ana) == ["Details of As it was"]


def test_what_only_a_wallet_can_renew_is_told(own, web):
    service = {"id": ADDRESS, "type": "VerifiableCredentialRefreshService2021"}
    add(own, badge(refreshService=service))
    look(own)
    assert "1 record can be renewed only by a wallet app on a phone." in own.texts()
    assert "ask-websites" not in own.object_names()
    own.press("close")


def test_where_no_record_offers_it_nobody_is_bothered(own, web):
    add(own, signed(badge()))
    assert "look-for-newer" not in own.object_names()
    own.press(next(name for name in own.object_names() if name.startswith("details-")))
    assert "look-for-newer" not in own.object_names()


def test_the_language_changes_while_it_is_chosen(ana, web):
    look(ana)
    ana.press("ask-websites")
    ana.press("keep-0")
    ana.window.prefer(Preferences(language="es", theme="light"))
    ana.settle()
    assert "keep-newer" in ana.object_names()
    assert not ana.button("keep-0").isChecked()
    assert title(ana) == "Llegó 1 versión más nueva"
