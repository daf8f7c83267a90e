"""Checking online through the real window: nobody is asked before the learner says so, and the window stays alive."""

import json
import time

import pytest
from asking_steps import ELSEWHERE, SLOW, ask_now, end_without, press, stop_asking, title
from loopback_server import LoopbackServer, answer, bomb, endless, going_on, mute, saying
from old_badges import AWARD, BADGE, award, badge_class, profile
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QCheckBox
from terminal import PASSPHRASE
from window_driver import Driver

from app.preferences import Preferences
from ui.dialogs import at_hand, online
from ui.pages import record_changes
from ui.pages.record_card import details_name

pytestmark = pytest.mark.usefixtures("loopback")


@pytest.fixture
def ana(web: LoopbackServer, own: Driver) -> Driver:
    """A vault with a badge that its website can tell more of."""
    record_changes.add_text(own.window, json.dumps(award()))
    own.settle()
    return own


def add_slow(driver: Driver, web: LoopbackServer, play=mute) -> None:
    web.play(SLOW, play)
    record_changes.add_text(driver.window, json.dumps(award(id=SLOW, badge={**badge_class(), "issuer": profile()})))
    driver.settle()


class Pulse(QObject):
    """How long the window ever kept a timer waiting, in seconds."""

    def __init__(self) -> None:
        super().__init__()
        self.longest, self._last = 0.0, time.monotonic()
        self._timer = QTimer(self, interval=5)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.monotonic()
        self.longest, self._last = max(self.longest, now - self._last), now

    def stop(self) -> None:
        self._timer.stop()


# What is said before, and that nobody is asked before


def test_who_would_be_asked_is_shown_and_nobody_is_asked_before_the_press(ana, web):
    ana.press("check-online")
    said = ana.texts()
    assert "1 website would be asked about 1 record." in said
    assert "It can tell which badge is checked, and so whose it is." in said
    assert "Each of them also sees the internet address of this computer." in said
    assert "Ask school.example" in [one.accessibleName() for one in ana.shown(QCheckBox)]
    ana.press("form-cancel")
    assert web.asked == []
    assert web.looked_up == []
    assert "Issuer’s website: not asked" in ana.texts()


def test_nobody_is_asked_at_the_start_on_import_in_the_settings_or_at_rest(ana, web):
    ana.window.lock()
    ana.settle()
    ana.unlock(PASSPHRASE)
    record_changes.add_text(ana.window, json.dumps(award(id="https://school.example/awards/8.json")))
    ana.settle()
    for step in ("skills", "goal", "plan", "apply", "after", "records"):
        ana.window.go(step)
        ana.settle()
    ana.press("Settings")
    ana.window.covers.close()
    at_hand.open_dialog(ana.window)
    ana.settle()
    ana.window.covers.close()
    ana.window.latch.idle.check()
    ana.settle()
    assert web.asked == []
    assert web.looked_up == []


def test_the_answers_stand_on_the_cards_with_their_day(ana, web):
    ana.press("check-online")
    ana.press("ask-websites")
    assert title(ana) == "What the websites said"
    assert "3 answers came." in ana.texts()
    ana.press("form-cancel" if "form-cancel" in ana.object_names() else "close")
    said = ana.texts()
    assert "Issuer’s website says the same" in said
    assert "Not canceled as of " in said
    assert sorted(web.paths("school.example")) == ["/awards/7.json", "/badges/forklift.json", "/issuer.json"]


def test_a_website_is_left_out_and_the_button_is_off_without_any(ana, web):
    add_slow(ana, web, saying(answer(json.dumps(award()).encode())))
    ana.press("check-online")
    assert "2 websites would be asked about 2 records." in ana.texts()
    ana.press("Ask slow.example")
    ana.press("Ask school.example")
    assert not ana.button("ask-websites").isEnabled()
    assert "Choose at least one website, or close this." in ana.texts()
    ana.press("Ask school.example")
    ana.press("ask-websites")
    assert "slow.example" not in web.looked_up
    assert "slow.example" not in ana.texts()  # who was left out is not asked for again at once
    assert web.paths("school.example")


def test_when_there_is_nothing_to_ask_it_says_when_it_was_last_asked(ana, web):
    for _turn in range(2):
        ana.press("check-online")
        if "ask-websites" in ana.object_names():
            ana.press("ask-websites")
            ana.window.covers.close()
    assert "There is nothing to ask a website about your records now." in ana.texts()
    assert "Websites were last asked on " in ana.texts()


def test_a_website_that_answers_lead_to_is_shown_before_it_is_asked(ana, web):
    web.serve(BADGE, badge_class(issuer=ELSEWHERE))
    web.serve(ELSEWHERE, profile(id=ELSEWHERE, verification={"allowedOrigins": "school.example"}))
    ana.press("check-online")
    ana.press("ask-websites")
    assert "This website would have to be asked too:" in ana.texts()
    assert "Ask elsewhere.example" in [one.accessibleName() for one in ana.shown(QCheckBox)]
    assert web.paths("elsewhere.example") == []
    assert "elsewhere.example" not in web.looked_up
    ana.press("ask-websites")
    assert web.paths("elsewhere.example") == ["/issuer.json"]
    assert title(ana) == "What the websites said"


def test_a_website_that_is_sent_on_to_is_shown_before_it_is_asked(ana, web):
    web.play(AWARD, saying(going_on("https://moved.example/7.json")))
    web.serve("https://moved.example/7.json", award())
    ana.press("check-online")
    ana.press("ask-websites")
    assert "Ask moved.example" in [one.accessibleName() for one in ana.shown(QCheckBox)]
    assert "moved.example" not in web.looked_up
    ana.press("ask-websites")
    assert web.paths("moved.example") == ["/7.json"]


def test_who_gave_no_answer_is_said_with_why(ana, web):
    web.take_away(BADGE)
    ana.press("check-online")
    ana.press("ask-websites")
    said = ana.texts()
    assert "school.example" in said
    assert "It has no such page." in said
    assert "1 answer did not come." in said


# Stopping, locking, changing the language in the middle


def test_stopping_waits_for_no_answer_and_keeps_what_came(ana, web):
    add_slow(ana, web)
    ana.press("check-online")
    ask_now(ana, web, "slow.example")
    ana.until(lambda: "of 4 pages asked for" in ana.texts())
    stop_asking(ana, web, "slow.example", lambda: title(ana) == "You stopped the check")
    assert "slow.example" not in ana.said_in_front()
    ana.window.covers.close()
    at_hand.open_dialog(ana.window)
    ana.settle()
    assert "The oldest is of " in ana.texts()


def test_escape_stops_it_too(ana, web):
    add_slow(ana, web)
    ana.press("check-online")
    ask_now(ana, web, "slow.example")
    ana.key(Qt.Key.Key_Escape)
    end_without(ana, web, "slow.example", lambda: title(ana) == "You stopped the check")
    assert title(ana) == "You stopped the check"
    assert "slow.example" not in ana.said_in_front()


@pytest.mark.parametrize(
    "play",
    [
        endless(),
        saying(answer(bomb(200), headers=[("Content-Encoding", "gzip")])),
        saying(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 20_000),
        saying(answer(b"[" * 200_000)),
        saying(answer(b"[" + b'"",' * 3_000_000 + b'""]')),
    ],
    ids=["endless", "bomb", "heads", "deep", "many"],
)
def test_a_hostile_website_leaves_the_window_alive(ana, web, play):
    add_slow(ana, web, play)
    ana.press("check-online")
    pulse = Pulse()
    press(ana, "ask-websites")
    ana.until(lambda: title(ana) == "What the websites said")
    pulse.stop()
    ana.settle()
    assert title(ana) == "What the websites said"
    assert "slow.example" in ana.texts()
    assert "3 answers came. 1 answer did not come." in ana.texts()
    assert pulse.longest < 0.5  # 0.05 where nothing else is going on


def test_locking_in_the_middle_ends_it_and_locks(ana, web):
    add_slow(ana, web)
    ana.press("check-online")
    ask_now(ana, web, "slow.example")
    ana.window.lock()
    end_without(ana, web, "slow.example", lambda: not ana.window.desk.busy)
    assert not ana.window.place.is_open
    assert ana.window.cover is None
    ana.unlock(PASSPHRASE)
    assert "Details of Forklift Safety" in ana.button_names()
    assert "Asking" not in ana.texts()


@pytest.mark.parametrize("stage", ["question", "asking", "answers"])
def test_the_language_changes_while_it_is_open(ana, web, stage):
    add_slow(ana, web)
    ana.press("check-online")
    ana.press("Ask slow.example")
    if stage == "asking":
        ana.press("Ask slow.example")
        ask_now(ana, web, "slow.example")
    if stage == "answers":
        ana.press("ask-websites")
    ana.window.prefer(Preferences(language="es", theme="light"))
    if stage == "question":
        ana.settle()
        assert [one.isChecked() for one in ana.shown(QCheckBox)] == [True, False]
        assert "Ask" not in title(ana)
    if stage == "asking":
        ana.until(lambda: "stop-asking" in ana.object_names())
        assert "Preguntando a 2 sitios web…" in ana.texts()
        stop_asking(ana, web, "slow.example", lambda: "stop-asking" not in ana.object_names())
    assert "websites" not in ana.texts()


# One record, practice, and those who stay offline


def test_details_ask_about_one_record_alone(ana, web):
    add_slow(ana, web)
    other = next(one for one in record_changes.memory_of(ana.window).shown.cards if one.name != "Forklift Safety")
    ana.press(details_name(other.key))
    ana.press("ask-online-signature")
    said = ana.texts()
    assert "1 website would be asked about 1 record." in said
    assert "Ask school.example" in [one.accessibleName() for one in ana.front.findChildren(QCheckBox)]
    assert "Ask slow.example" not in [one.accessibleName() for one in ana.front.findChildren(QCheckBox)]


def test_practice_has_nobody_to_ask_and_says_so(web, driver):
    driver.practice()
    assert "check-online" not in driver.object_names()
    assert "In practice nobody is asked online: these websites are made up." in driver.texts()
    driver.press("Details of Shift Supervisor, 4 years")
    assert not [name for name in driver.object_names() if name.startswith("ask-online")]
    assert [name for name in driver.object_names() if name.startswith("see-lists")]


def test_those_who_stay_offline_find_the_files(ana, web):
    ana.press("check-online")
    ana.press("Use pages or lists from a file instead")
    assert title(ana) == "Lists and pages at hand"
    assert web.asked == []


# What the rail says


def test_the_rail_says_the_truth_before_during_and_after(ana, web):
    assert "Nothing of yours has left this computer." in ana.texts()
    add_slow(ana, web)
    ana.press("check-online")
    assert "Nothing of yours has left this computer." in ana.texts()
    ask_now(ana, web, "slow.example")
    assert "Asking 2 websites…" in ana.texts()
    assert "Working offline" not in ana.texts()
    assert "Nothing of yours has left this computer." not in ana.texts()
    ana.key(Qt.Key.Key_Escape)
    end_without(ana, web, "slow.example", lambda: title(ana) == "You stopped the check")
    ana.window.covers.close()
    assert "Working offline" in ana.texts()
    assert "Websites last asked: " in ana.texts()
    ana.window.lock()
    ana.settle()
    ana.unlock(PASSPHRASE)
    assert "Websites last asked: " in ana.texts()


# How long it counts; carrying it; forgetting it


def test_how_long_answers_count_is_chosen_and_kept(ana):
    ana.press("Settings")
    assert ana.button("counts-90").isChecked()
    ana.press("counts-365")
    ana.window.covers.close()
    ana.press("Settings")
    assert ana.button("counts-365").isChecked()


def test_what_websites_said_is_saved_forgotten_taken_back_and_brought_in(ana, web, tmp_path):
    folder = tmp_path / "pages"
    folder.mkdir()
    ana.press("check-online")
    ana.press("ask-websites")
    ana.window.covers.close()
    asked = len(web.asked)
    at_hand.open_dialog(ana.window)
    ana.settle()
    assert "3 answers of websites. The oldest is of " in ana.texts()
    ana.press("save-website-pages")
    ana.choose(folder)
    assert (folder / "index.json").is_file()
    ana.press("forget-website-pages")
    assert "No website was asked yet, or nothing of it is kept." in ana.texts()
    ana.press("close")
    assert "Issuer’s website: not asked" in ana.texts()
    ana.press("undo")
    ana.settle()
    assert "Issuer’s website says the same" in ana.texts()
    at_hand.open_dialog(ana.window)
    ana.settle()
    ana.press("forget-website-pages")
    ana.press("take-website-pages")
    ana.choose(folder)
    assert "3 answers of websites" in ana.texts()
    ana.press("close")
    assert "Issuer’s website says the same" in ana.texts()
    assert len(web.asked) == asked


def test_a_vault_locked_while_it_is_found_out_whom_to_ask_opens_no_dialog(ana, web):
    online.open_dialog(ana.window)
    ana.window.lock()
    ana.settle()
    assert ana.window.cover is None
    assert web.asked == []
