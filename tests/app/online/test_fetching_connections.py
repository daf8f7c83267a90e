"""Many guarded questions: over which connections they go, and how many at a time."""

import threading
import time

import pytest
from loopback_server import Talk, answer, going_on, saying
from one_question import HANGS, LONG, PAGE, SITE, SMALL, anybody, code, many

from app.online.fetching import Client, Failed, Got

pytestmark = pytest.mark.usefixtures("loopback")


def test_what_comes_after_the_stated_length_is_not_read_and_the_connection_not_used_again(web):
    web.play(PAGE, answer(b"{}" + b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil", length=2))
    with Client(web.net()) as client:
        for _ in range(2):
            found = client.fetch(PAGE, allowed=anybody, limits=SMALL, stop=threading.Event())
            assert isinstance(found, Got)
            assert found.content == b"{}"
    assert web.connections("issuer.example") == 2


def test_a_client_asks_a_host_over_one_connection_and_others_over_others(web):
    for count in range(5):
        web.serve(f"{SITE}/{count}", count)
    web.serve("https://other.example/", {})
    with Client(web.net()) as client:
        found = many(client, [*(f"{SITE}/{count}" for count in range(5)), "https://other.example/"])
    assert all(isinstance(one, Got) for one in found)
    assert web.connections("issuer.example") == 1
    assert web.connections("other.example") == 1
    assert web.looked_up == ["issuer.example", "other.example"]


@pytest.mark.parametrize("again", [answer(b"1"), answer(b"1", headers=[("Connection", "close")])])
def test_a_connection_that_was_closed_while_it_rested_is_made_anew(web, again):
    web.play(PAGE, saying(again, close=True))
    with Client(web.net()) as client:
        for _ in range(3):
            assert isinstance(many(client, [PAGE])[0], Got)
    assert web.connections("issuer.example") == 3


def test_a_host_that_leaves_a_question_unanswered_on_a_rested_connection_is_asked_once_more(web):
    web.serve(PAGE, {})
    web.play(f"{SITE}/bye", saying(b"", close=True))
    with Client(web.net()) as client:
        found = many(client, [PAGE, f"{SITE}/bye"])
    assert code(found[1]) == "no_answer"
    assert web.paths("issuer.example") == ["/keys", "/bye", "/bye"]


def test_what_is_said_before_the_next_question_is_not_its_answer(web):
    said = threading.Event()

    def play(talk: Talk) -> None:
        talk.say(answer(b"first"))
        talk.wait(0.1)
        talk.say(answer(b"forged"))
        said.set()

    web.play(PAGE, play)
    web.serve(f"{SITE}/next", b"true")
    with Client(web.net()) as client:
        assert isinstance(many(client, [PAGE])[0], Got)
        assert said.wait(HANGS)
        time.sleep(0.05)
        found = many(client, [f"{SITE}/next"])[0]
    assert isinstance(found, Got)
    assert found.content == b"true"


def test_a_connection_in_use_when_its_client_closes_ends_with_its_look_up(web):
    web.play(PAGE, saying(answer(b"late"), after=0.3))
    client = Client(web.net())
    threading.Timer(0.1, client.close).start()
    assert isinstance(many(client, [PAGE])[0], Got)
    assert client._resting == {}


def test_a_client_may_be_used_by_many_threads(web):
    for count in range(40):
        web.play(f"https://host{count % 4}.example/{count}", saying(answer(str(count).encode()), after=0.01))
    found = dict[int, Got | Failed]()
    with Client(web.net()) as client:

        def work(first: int) -> None:
            for count in range(first, 40, 8):
                address = f"https://host{count % 4}.example/{count}"
                found[count] = client.fetch(address, allowed=anybody, limits=LONG, stop=threading.Event())

        threads = [threading.Thread(target=work, args=(first,)) for first in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(20)
    assert {count: one.content for count, one in found.items() if isinstance(one, Got)} == {
        count: str(count).encode() for count in range(40)
    }


def test_a_host_that_many_others_send_on_to_is_asked_two_things_at_a_time(web):
    for count in range(8):
        web.play(f"https://host{count}.example/", going_on(f"https://lists.example:{8443 + count % 2}/{count}"))
        web.play(f"https://lists.example/{count}", saying(answer(b"{}"), after=0.1))
    found = list[Got | Failed]()
    with Client(web.net()) as client:
        work = [
            threading.Thread(target=lambda one=n: found.extend(many(client, [f"https://host{one}.example/"])))
            for n in range(8)
        ]
        for thread in work:
            thread.start()
        for thread in work:
            thread.join(HANGS)
    assert [type(one) for one in found] == [Got] * 8
    assert web.most_at_once("lists.example") == 2
