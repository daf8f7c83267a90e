"""Asking the network what the checks look up: in rounds, each address once, two at a time of a host."""

import threading
from threading import Event
from time import sleep

import pytest
from old_badges import AWARD, BADGE, ISSUER, NOW, award, badge_class, profile
from trust_samples import badge, record, signed
from web_site import ASKED_AT, Web

from app.online.asking import ask_all
from app.online.pages import Page, documents_of
from app.online.wanted import hosts, wanted
from app.trust.documents import NO_DOCUMENTS
from app.trust.seven import check_record

SITE = {AWARD: award(), BADGE: badge_class(), ISSUER: profile()}


def hosted(number=7, host="school.example"):
    """A hosted badge of a website of its own, and that website."""
    pages = {AWARD: award(), BADGE: badge_class(), ISSUER: profile()}
    text = repr(pages).replace("school.example", host).replace("awards/7", f"awards/{number}")
    made = eval(text)  # noqa: S307  our own text, with another name
    return record(made[f"https://{host}/awards/{number}.json"]), made


def asked(records, web, *, allowed=("school.example",), documents=NO_DOCUMENTS, tell=lambda *_: None, stop=None):
    return ask_all(
        records, documents, allowed=frozenset(allowed), ask=web.ask, now=NOW, tell=tell, stop=stop or Event()
    )


def answers(one, pages):
    found = check_record(one, now=NOW, documents=documents_of(pages))
    return {check.check: (check.answer, check.reason) for check in found}


def test_what_is_asked_is_what_the_checks_look_up_and_no_more():
    web = Web({**SITE, "https://school.example/other": {}})
    found = asked([record(award())], web)
    assert sorted(page.address for page in found.pages) == sorted(SITE)
    assert found.more == ()
    assert answers(record(award()), found.pages)["signature"] == ("yes", "same_on_site")


def test_each_address_is_asked_once_however_many_records_need_it():
    one, pages = hosted(1)
    other, more = hosted(2)
    web = Web({**pages, **more})
    asked([one, other, one], web)
    assert len(web.asked) == len(set(web.asked)) == 4


def test_a_host_is_asked_two_things_at_a_time_at_most():
    many = [hosted(number) for number in range(12)]
    web = Web({address: page for _, pages in many for address, page in pages.items()})
    web.wait = Event()
    asked([one for one, _ in many], web)
    assert web.most["school.example"] == 2


def test_hosts_that_only_the_answers_name_are_told_and_not_asked():
    web = Web({**SITE, BADGE: badge_class(issuer="https://elsewhere.example/issuer.json")})
    found = asked([record(award())], web)
    assert [host.name for host in found.more] == ["elsewhere.example"]
    assert not any("elsewhere" in address for address, _ in web.asked)


def test_a_host_that_a_page_sends_on_to_is_told_and_the_page_is_asked_again_once_it_is_allowed():
    web = Web({**SITE, AWARD: Page(AWARD, "badge", ASKED_AT, None, "host_not_asked", "elsewhere.example")})
    found = asked([record(award())], web)
    assert [(host.name, host.addresses) for host in found.more] == [("elsewhere.example", (AWARD,))]
    look = wanted([record(award())], documents_of(found.pages), NOW)
    assert list(look.addresses) == [AWARD]


def test_an_address_that_had_nothing_is_not_asked_again():
    web = Web({})
    first = asked([record(award())], web)
    assert {page.failure for page in first.pages} == {"not_found"}
    assert wanted([record(award())], documents_of(first.pages), NOW).addresses == {}


def test_a_host_that_was_left_out_is_not_asked():
    web = Web(SITE)
    found = asked([record(award())], web, allowed=())
    assert (web.asked, found.pages) == ([], ())
    assert [host.name for host in found.more] == ["school.example"]


def test_what_is_at_hand_is_not_asked_for():
    web = Web(SITE)
    first = asked([record(award())], web)
    web.asked.clear()
    assert asked([record(award())], web, documents=documents_of(first.pages)).pages == ()
    assert web.asked == []


def test_a_silent_host_is_asked_no_further():
    web = Web({}, other="no_answer")
    found = asked([hosted(number)[0] for number in range(20)], web)
    assert len(web.asked) <= 2, "one of each two that ask at a time"
    assert {page.failure for page in found.pages} == {"no_answer"}
    assert len(found.pages) == 20 + 1  # the awards, and the badge they share


def test_somebody_who_leaves_ends_it_and_what_came_stays():
    many = [hosted(number) for number in range(30)]
    web = Web({address: page for _, pages in many for address, page in pages.items()})
    web.wait, stop, heard = Event(), Event(), []

    def leave(page, done, _total):
        heard.append(page)
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        asked([one for one, _ in many], web, tell=leave, stop=stop)
    assert stop.is_set()
    assert len(heard) == 3


def slow_to_end(frame, event, _value):
    """A worker that has put its last page and takes its time to end."""
    if event == "return" and frame.f_code.co_name == "_drain":
        sleep(0.05)


def test_an_asking_that_ends_by_itself_stops_nothing():
    stop = Event()
    threading.setprofile(slow_to_end)
    try:
        assert len(asked([record(award())], Web(SITE), stop=stop).pages) == 3
    finally:
        threading.setprofile(None)
    assert not stop.is_set()


@pytest.mark.parametrize("fault", [ZeroDivisionError, IndexError])
def test_a_fault_of_ours_is_not_swallowed(fault):
    with pytest.raises(fault):
        asked([record(award())], Web({**SITE, AWARD: fault()}))


def test_whose_key_and_which_list_are_looked_up():
    listed = "https://school.example/status/1"
    entry = {
        "id": f"{listed}#3",
        "type": "BitstringStatusListEntry",
        "statusPurpose": "revocation",
        "statusListIndex": "3",
        "statusListCredential": listed,
    }
    school = "did:web:school.example"
    one = record(signed(badge(issuer={"id": school, "type": ["Profile"], "name": "S"}, credentialStatus=entry)))
    look = wanted([one], NO_DOCUMENTS, NOW)
    assert look.addresses == {"https://school.example/.well-known/did.json": "keys", listed: "list"}
    (host,) = hosts(look.addresses)
    assert (host.name, host.whats, len(host.addresses)) == ("school.example", ("keys", "list"), 2)
