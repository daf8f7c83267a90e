"""Pages that come by other ways and at other times: after a silence, from a folder, by a clock that was wrong."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Event

import pytest
from journey_world import journey
from old_badges import AWARD, BADGE, ISSUER, award, badge_class, profile
from web_site import Web

from app.journey.issuers.at_hand import add_list, at_hand, registries
from app.journey.records.holding import cards, import_text
from app.journey.records.online import check_online, pages_kept, question, take_pages
from app.online.addresses import site_of
from app.online.folder import write_folder
from app.online.pages import Page
from app.vault.store_pages import OWN

NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
SITE = {AWARD: award(), BADGE: badge_class(), ISSUER: profile()}


@pytest.fixture
def session(tmp_path):
    with journey(tmp_path, now=NOW, records=False) as opened:
        import_text(opened, json.dumps(award()))
        yield opened


def at(session, when):
    return replace(session, clock=lambda: when)


def asked(session, pages, **more):
    web = Web(pages, session.clock(), **more)
    check_online(session, {str(site_of(one)) for one in SITE}, ask=web.ask, stop=Event())
    return [address for address, _what in web.asked]


def answer(session, check="signature"):
    ((found,),) = ([one for one in card.checks if one.check == check] for card in cards(session))
    return found.answer, found.reason


def folder(tmp_path, pages, when, name="pages"):
    made = [Page(one, "badge", when, json.dumps(page).encode()) for one, page in pages.items()]
    write_folder(tmp_path / name, made)
    return tmp_path / name


def test_what_was_taken_away_for_good_stays_canceled_while_its_website_is_silent(session):
    asked(session, {AWARD: "gone"})
    assert answer(session, "status") == ("no", "revoked")
    later = at(session, NOW + timedelta(days=1))
    asked(later, {}, other="no_answer")
    assert answer(later, "status") == ("no", "revoked")


def test_a_folder_had_before_a_website_was_silent_is_used(session, tmp_path):
    asked(session, {}, other="no_answer")
    assert answer(session) == ("not checked", "site_silent")
    assert take_pages(session, folder(tmp_path, SITE, NOW - timedelta(days=2))) == 3
    assert answer(session) == ("yes", "same_on_site")


def test_a_folder_had_before_a_page_was_gone_is_not(session, tmp_path):
    asked(session, {AWARD: "gone"})
    take_pages(session, folder(tmp_path, SITE, NOW - timedelta(days=2)))
    assert answer(session, "status") == ("no", "revoked")


def test_pages_dated_in_the_future_hide_nothing_that_is_said_later(session, tmp_path):
    take_pages(session, folder(tmp_path, SITE, NOW + timedelta(days=9_000)))
    assert max(page.asked_at for page in pages_kept(session)) <= NOW
    later = at(session, NOW + timedelta(days=1))
    assert AWARD in asked(later, {**SITE, AWARD: award(revoked=True)})
    assert answer(later, "status") == ("no", "revoked")


def test_what_was_asked_by_a_clock_that_was_ahead_is_asked_again(session):
    ahead = at(session, NOW + timedelta(days=365))
    asked(ahead, SITE)
    assert question(session).hosts
    assert sorted(asked(session, SITE)) == sorted(SITE)


def test_a_file_of_a_folder_that_cannot_be_read_takes_nothing_away(session, tmp_path):
    asked(session, SITE)
    made = folder(tmp_path, SITE, NOW + timedelta(days=1))
    for file in made.glob("*.json"):
        if file.name not in {"index.json", "dates.json"}:
            file.write_bytes(b"\x00 no page")
    assert take_pages(at(session, NOW + timedelta(days=2)), made) == 0
    assert answer(session) == ("yes", "same_on_site")


def test_a_folder_of_pages_is_not_taken_for_a_list_of_the_learners_own(session, tmp_path):
    mine = tmp_path / "mine.json"
    mine.write_text(json.dumps({"registry": {"did:web:mine.example": {"name": "Mine"}}}), "utf-8")
    add_list(session, mine)
    with session.vault.reading() as database:
        ((own,),) = [tuple(row.values()) for row in database.query("SELECT address FROM page")]
    assert own.startswith(OWN)
    assert take_pages(session, folder(tmp_path, {own: None}, NOW + timedelta(days=1))) == 0
    assert [one.issuers for one in registries(session)[-1:]] == [{"did:web:mine.example": "Mine"}]
    assert at_hand(session)
