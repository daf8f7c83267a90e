"""Older badges in a learner's vault: their names come from what is at hand, their bytes stay."""

import json
from dataclasses import replace

from journey_world import journey
from old_badges import ISSUER, award, badge_class, itxt, png, profile, served, web

from app.journey.records.cards import record_cards
from app.journey.records.details import details
from app.journey.records.files import raw_of
from app.journey.records.holding import cards, import_paths, import_text
from app.wording import Words


def test_a_badge_from_a_picture_is_a_card_that_says_what_is_known(tmp_path):
    (tmp_path / "badge.png").write_bytes(png(itxt(json.dumps(award()))))
    with journey(tmp_path, records=False) as session:
        (record,) = import_paths(session, [tmp_path / "badge.png"]).added
        asked = replace(session, documents=served(web()))
        for at_hand, name, issuer, short in (
            (session, "Open Badge", "an issuer it does not name", "Issuer’s website: not asked"),
            (asked, "Forklift Safety", "Riverside Trade School", "Issuer’s website says the same"),
            (session, "Open Badge", "an issuer it does not name", "Issuer’s website: not asked"),
        ):
            (card,) = record_cards(Words(), cards(at_hand))
            assert (card.name, card.issuer, card.kind) == (name, issuer, "badge")
            assert short in [fact.short for fact in card.facts]
        assert raw_of(session, record.key) == record.raw
        shown = details(asked, Words("es"), record.key)
        assert {about.code: about.value for about in shown.about}["came_from"] == "badge.png, en la imagen"


def test_the_details_say_in_plain_words_that_nobody_asked(tmp_path):
    with journey(tmp_path, records=False) as session:
        (record,) = import_text(session, json.dumps(award(badge=badge_class(issuer=profile())))).added
        shown = {one.fact.check: one for one in details(session, Words(), record.key).questions}
        assert shown["signature"].reason == "The issuer’s website must say the same. Nobody has asked there yet."
        assert (shown["signature"].mend, shown["status"].mend) == ("ask_issuer", "ask_issuer")


def test_the_version_that_the_website_shows_takes_the_place_of_an_older_one(tmp_path):
    old, new = award(), award(issuedOn="2026-02-01T00:00:00Z")
    with journey(tmp_path, records=False) as session:
        asked = replace(session, documents=served(web(award=new)))
        import_text(asked, json.dumps([old]))
        came = import_text(asked, json.dumps([new]))
        assert (len(came.added), len(came.newer)) == (1, 1)
        (card,) = cards(asked)
        assert (card.record.issuer.id, len(card.older)) == (ISSUER, 1)
        assert len(cards(session)) == 2
