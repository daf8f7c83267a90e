"""Records behind links: who would be asked is said first, and what comes is taken in like any file."""

import json
from threading import Event

import pytest
from journey_world import journey
from loopback_server import LoopbackServer, answer, going_on, packed, saying
from old_badges import award, itxt, png
from trust_samples import badge, signed

from app.journey.records.holding import cards, import_text
from app.journey.records.links import fetch_links, links_question
from app.online import fetching
from app.online.asker import asker

pytestmark = pytest.mark.usefixtures("loopback")
LINK = "https://school.example/records/7"
PAGE = "https://school.example/awards/7.html"
ELSEWHERE = "https://files.example/7.json"
ALTERNATE = '<link rel="alternate" type="application/json" href="/records/7">'


@pytest.fixture
def web():
    with LoopbackServer() as made:
        made.serve(LINK, signed(badge()))
        yield made


@pytest.fixture
def session(tmp_path):
    with journey(tmp_path, records=False) as opened:
        yield opened


def fetched(session, web, question, allowed):
    stop = Event()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fetching, "system_net", web.net)
        with asker(frozenset(allowed).__contains__, stop) as ask:
            return fetch_links(session, question, allowed, ask=ask, stop=stop)


def follow(session, web, text, *allowed):
    return fetched(session, web, links_question(import_text(session, text)), allowed or ("school.example",))


def page(*lines):
    return "<!DOCTYPE html><html><head>" + "".join(lines) + "</head><body>A badge</body></html>"


def test_a_link_is_followed_only_when_asked(session, web):
    question = links_question(import_text(session, LINK))
    assert question.addresses == (LINK,)
    assert [(host.name, host.whats) for host in question.hosts] == [("school.example", ("record",))]
    assert web.asked == []
    came = fetched(session, web, question, ["school.example"])
    (added,) = came.imported.added
    assert added.source.file == LINK
    assert came.next.addresses == ()
    assert [card.record.key for card in cards(session)] == [added.key]


def test_nobody_is_asked_who_was_not_allowed(session, web):
    came = follow(session, web, LINK, "other.example")
    assert (came.imported.added, web.asked) == ((), [])


@pytest.mark.parametrize(
    ("link", "why"),
    [
        ("http://school.example/7", "link_not_protected"),
        ("https://127.0.0.1/7", "link_not_public"),
        ("https://printer.local/7", "link_not_public"),
        ("https://user@school.example/7", "link_not_public"),
    ],
)
def test_a_link_that_must_not_be_followed_is_told_and_not_asked(session, link, why):
    question = links_question(import_text(session, f"{LINK} {link}"))
    assert question.addresses == (LINK,)
    assert [(one.code, one.values["links"]) for one in question.refused] == [(why, (link,))]


def test_a_link_into_a_private_network_is_refused(session, web):
    web.answers("school.example", ["192.168.1.1"])
    came = follow(session, web, LINK)
    assert [one.failure for one in came.failed] == ["private_address"]
    assert web.asked == []


def test_a_website_sent_on_to_is_shown_before_it_is_asked(session, web):
    web.play(LINK, saying(going_on(ELSEWHERE)))
    web.serve(ELSEWHERE, signed(badge()))
    came = follow(session, web, LINK)
    assert came.imported.added == ()
    assert [(host.name, host.addresses) for host in came.next.hosts] == [("files.example", (LINK,))]
    assert web.paths("files.example") == []
    again = fetched(session, web, came.next, ["school.example", "files.example"])
    assert len(again.imported.added) == 1


def test_a_web_page_names_its_record(session, web):
    web.serve(
        PAGE,
        page(
            '<link rel="stylesheet" href="/style.css">',
            '<LINK href="../records/7" type="application/ld+json; charset=utf-8" rel="alternate">',
            '<link rel="alternate" type="application/rss+xml" href="/news">',
            '<link rel="alternate" type="application/json" href="http://school.example/plain">',
            '<link rel="alternate" type="application/json" href="https://10.0.0.1/inside">',
        ),
        kind="text/html",
    )
    came = follow(session, web, PAGE)
    assert came.imported.added == ()
    assert came.next.addresses == (LINK,)
    assert web.paths("school.example") == ["/awards/7.html"]
    assert len(fetched(session, web, came.next, ["school.example"]).imported.added) == 1


def test_a_web_page_that_names_no_record_is_told_as_one(session, web):
    web.serve(PAGE, page("<title>A badge</title>"), kind="text/html")
    (told,) = follow(session, web, PAGE).imported.links
    assert (told.code, told.source.file) == ("link_is_page", PAGE)


def test_other_files_come_through_the_ordinary_import(session, web):
    web.serve(LINK, png(itxt(json.dumps(award()))), kind="image/png")
    assert [one.kind for one in follow(session, web, LINK).imported.added] == ["ob2"]


@pytest.mark.parametrize(
    ("play", "why"),
    [
        (answer(status=404), "not_found"),
        (answer(status=410), "gone"),
        (packed(b"x", encoding="br"), "packed"),
        (answer(b"x", length=10**9), "too_big"),
    ],
)
def test_what_gives_nothing_says_why(session, web, play, why):
    web.play(LINK, play)
    came = follow(session, web, LINK)
    assert [(one.address, one.failure) for one in came.failed] == [(LINK, why)]
    assert came.imported.added == ()


def test_links_in_what_a_link_gave_are_the_next_question(session, web):
    web.serve(PAGE, LINK, kind="text/plain")
    assert follow(session, web, PAGE).next.addresses == (LINK,)


def test_the_same_address_is_asked_once(session, web):
    follow(session, web, f"{LINK}#a {LINK} {json.dumps(LINK)[1:-1]}")
    assert web.paths("school.example") == ["/records/7"]


@pytest.mark.parametrize("odd", ["<![ endif]>", "<![if x]>", "<![CDATA[<a>]]>", "<![>", "<!>", "&#xfffffff;"])
def test_a_broken_web_page_still_names_its_record(session, web, odd):
    web.serve(PAGE, page(odd, ALTERNATE), kind="text/html")
    assert follow(session, web, PAGE).next.addresses == (LINK,)


def test_a_web_page_with_a_number_too_long_is_a_page_all_the_same(session, web):
    web.serve(PAGE, page(ALTERNATE, f"&#{'1' * 5_000};"), kind="text/html")
    assert follow(session, web, PAGE).next.addresses == (LINK,)
