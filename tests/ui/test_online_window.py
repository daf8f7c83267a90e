"""Check online now: nobody is asked before the press, whom one leaves out never, and what came counts at once."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from loopback_server import LoopbackServer, dripping, saying
from loopback_server import answer as reply
from old_badges import AWARD, BADGE, ISSUER, award, badge_class, profile
from PySide6.QtWidgets import QCheckBox
from window_driver import Driver

from app.online import fetching
from ui.pages import record_changes

pytestmark = pytest.mark.usefixtures("loopback")
ELSEWHERE = "https://elsewhere.example/issuer.json"
SAME = "Issuer’s website says the same"


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[LoopbackServer]:
    with LoopbackServer() as made:
        monkeypatch.setattr(fetching, "system_net", made.net)
        for address, page in ((AWARD, award()), (BADGE, badge_class()), (ISSUER, profile())):
            made.serve(address, page)
        yield made


@pytest.fixture
def hosted(own: Driver, tmp_path: Path) -> Driver:
    """A vault with one badge that only its issuer's website can speak for."""
    file = tmp_path / "badge.json"
    file.write_text(json.dumps(award()), encoding="utf-8")
    record_changes.add_files(own.window, [file])
    own.settle()
    return own


def test_nobody_is_asked_before_the_press(hosted: Driver, web: LoopbackServer) -> None:
    hosted.press("check-online")
    said = hosted.said_in_front()
    assert "1 website would be asked" in said
    assert "It can tell which badge is checked, and so whose it is." in said
    assert web.asked == []
    hosted.press("form-cancel")
    assert web.asked == []


def test_what_came_counts_at_once(hosted: Driver, web: LoopbackServer) -> None:
    hosted.press("check-online")
    hosted.press("ask-websites")
    hosted.until(lambda: "3 answers came." in " ".join(hosted.said_in_front()))
    hosted.press("close")
    assert SAME in hosted.texts()
    assert len(web.asked) == 3


def test_who_is_left_out_is_not_asked(hosted: Driver, web: LoopbackServer) -> None:
    hosted.press("check-online")
    (tick,) = hosted.shown(QCheckBox)
    tick.click()
    hosted.settle()
    assert not hosted.button("ask-websites").isEnabled()
    assert web.asked == []


def test_a_website_that_the_answers_lead_to_is_shown_first(hosted: Driver, web: LoopbackServer) -> None:
    web.serve(BADGE, badge_class(issuer=ELSEWHERE))
    web.serve(ELSEWHERE, profile(id=ELSEWHERE, verification={"allowedOrigins": "school.example"}))
    hosted.press("check-online")
    hosted.press("ask-websites")
    hosted.until(lambda: "1 more website would have to be asked." in hosted.said_in_front())
    hosted.press("see-more-websites")
    assert web.paths("elsewhere.example") == []
    hosted.press("ask-websites")
    hosted.until(lambda: "1 answer came." in " ".join(hosted.said_in_front()))
    assert web.paths("elsewhere.example") == ["/issuer.json"]


def test_what_did_not_come_is_told(hosted: Driver, web: LoopbackServer) -> None:
    web.play(AWARD, saying(reply(status=404)))
    hosted.press("check-online")
    hosted.press("ask-websites")
    hosted.until(lambda: any("It has no such page." in line for line in hosted.said_in_front()))


def test_a_slow_website_is_left_and_what_came_stays(hosted: Driver, web: LoopbackServer) -> None:
    drop = dripping(b"[1, 2, 3]", every=60)
    web.play(AWARD, drop)
    hosted.press("check-online")
    hosted.button("ask-websites").click()  # no waiting for its end
    hosted.until(lambda: "cancel-work" in hosted.object_names() and len(web.asked) == 2)
    hosted.button("cancel-work").click()
    hosted.settle()
    web.serve(AWARD, award())
    hosted.press("check-online")
    hosted.press("ask-websites")
    assert web.paths("school.example").count("/badges/forklift.json") == 1, "what had come was kept"
    hosted.press("close")
    assert SAME in hosted.texts()


def test_a_record_is_asked_about_by_itself(hosted: Driver, web: LoopbackServer) -> None:
    card = record_changes.memory_of(hosted.window).shown.cards[0]  # type: ignore[union-attr]
    hosted.press(f"details-{card.key}")
    hosted.press("check-online-signature")
    hosted.press("ask-websites")
    hosted.until(lambda: "3 answers came." in " ".join(hosted.said_in_front()))
    hosted.press("close")
    assert any("the issuer’s own website says the same" in line for line in hosted.said_in_front())


def test_when_all_was_asked_there_is_nothing_to_ask(hosted: Driver, web: LoopbackServer) -> None:
    hosted.press("check-online")
    hosted.press("ask-websites")
    hosted.until(lambda: "3 answers came." in " ".join(hosted.said_in_front()))
    hosted.press("close")
    hosted.press("check-online")
    assert "No website could tell more about your records now." in hosted.said_in_front()
    assert len(web.asked) == 3


def test_practice_asks_nobody(maya: Driver) -> None:
    assert "check-online" not in maya.object_names()


def test_records_behind_links_are_got_once_allowed(own: Driver, web: LoopbackServer, tmp_path: Path) -> None:
    file = tmp_path / "link.txt"
    file.write_text(AWARD, encoding="utf-8")
    record_changes.add_files(own.window, [file])
    own.settle()
    own.press("get-records")
    assert AWARD in own.said_in_front()
    assert web.asked == []
    own.press("ask-websites")
    own.until(lambda: "1 new record kept." in own.texts())
    assert web.paths("school.example") == ["/awards/7.json"]


def test_a_link_that_gives_nothing_is_told(own: Driver, web: LoopbackServer, tmp_path: Path) -> None:
    file = tmp_path / "link.txt"
    file.write_text("https://school.example/nothing-here", encoding="utf-8")
    record_changes.add_files(own.window, [file])
    own.settle()
    own.press("get-records")
    own.press("ask-websites")
    own.until(lambda: any("gave nothing" in line or "no record" in line for line in own.said_in_front()))
    assert "get-records" not in own.object_names()


def test_practice_follows_no_link(maya: Driver, tmp_path: Path) -> None:
    file = tmp_path / "link.txt"
    file.write_text(AWARD, encoding="utf-8")
    record_changes.add_files(maya.window, [file])
    maya.settle()
    assert "get-records" not in maya.object_names()
