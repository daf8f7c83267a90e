"""One guarded question to slow, silent and endless websites: no question hangs, and a stop ends each."""

import threading
import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from loopback_server import LoopbackServer, answer, dripping, endless, going_on, mute, saying
from one_question import HANGS, LONG, PAGE, SITE, SMALL, anybody, ask, code, head

from app.online.fetching import Client, Got

pytestmark = pytest.mark.usefixtures("loopback")


@pytest.mark.parametrize(
    ("play", "expected"),
    [
        (mute, "too_slow"),
        (dripping(b"[1, 2] ", every=0.02, head=head(Content_Type="application/json")), "too_slow"),
        (dripping(b"[1, 2] ", every=0.02, head=head(Content_Length="5000")), "too_slow"),
        (dripping(b"X-Slow: 1\r\n", every=0.02, head=b"HTTP/1.1 200 OK\r\n"), "too_slow"),
        (dripping(b"HTTP/1.1 100 Continue\r\n\r\n", every=0.02), "too_slow"),
        (dripping(b"1\r\nx\r\n", every=0.02, head=head(Transfer_Encoding="chunked")), "too_slow"),
        (saying(answer(b"{}"), after=60), "too_slow"),
        (endless(), "too_big"),
        (endless(b"1\r\nx\r\n" * 9999, head=head(Transfer_Encoding="chunked")), "too_big"),
        (endless(b"0;" + b"x" * 65536, head=head(Transfer_Encoding="chunked")), "cut_short"),
        (endless(b"X-Large: " + b"x" * 4096 + b"\r\n", head=b"HTTP/1.1 200 OK\r\n"), "bad_answer"),
        (endless(b"HTTP/1.1 100 Continue\r\n\r\n" * 999, head=b""), "too_big"),
        (answer(b"x" * 200_001), "too_big"),
        (answer(b"{}", length=10**12), "too_big"),
    ],
)
def test_what_never_ends_is_ended(web, play, expected):
    web.play(PAGE, play)
    found = ask(web, limits=SMALL if expected == "too_slow" else LONG)
    assert code(found) == expected
    assert found.values["host"] == "issuer.example"


def test_a_page_of_just_the_limit_is_had(web):
    web.serve(PAGE, b"x" * SMALL.bytes)
    found = ask(web)
    assert isinstance(found, Got)
    assert len(found.content) == SMALL.bytes


def test_a_body_of_crumbs_is_not_eaten_for_minutes(web):
    crumbs = b"1\r\nx\r\n" * 60_000
    web.play(PAGE, saying(head(Transfer_Encoding="chunked") + crumbs + b"0\r\n\r\n"))
    assert code(ask(web, limits=replace(LONG, bytes=20_000_000))) == "too_big"


def test_a_host_that_takes_a_connection_and_says_nothing_has_not_answered(web):
    web.mute("issuer.example")
    assert code(ask(web)) == "no_answer"


def test_tls_that_begins_and_goes_on_a_byte_at_a_time_has_not_answered(web):
    web.stuttering("issuer.example", every=0.02)
    assert code(ask(web)) == "no_answer"


def test_a_host_that_nobody_listens_at_has_not_answered(web):
    web.shut("issuer.example")
    assert code(ask(web)) == "no_answer"


def test_many_slow_redirects_share_one_limit(web):
    for count in range(20):
        web.play(f"{SITE}/{count}", saying(going_on(f"/{count + 1}"), after=0.3))
    assert code(ask(web, f"{SITE}/0", limits=replace(SMALL, redirects=20))) == "too_slow"
    assert len(web.asked) <= 5


def test_names_that_take_for_ever_do_not_hold_the_question(web):
    let_go = threading.Event()
    net = web.net(resolve=lambda *_: let_go.wait(60) and [])
    assert code(ask(web, net=net)) == "too_slow"
    let_go.set()


def test_one_slow_host_does_not_hold_the_others(web):
    web.mute("slow.example")
    web.serve(PAGE, {})
    with Client(web.net()) as client:
        done = threading.Event()

        def slow() -> None:
            client.fetch(
                "https://slow.example/", allowed=anybody, limits=replace(SMALL, seconds=3, connect=3), stop=done
            )

        thread = threading.Thread(target=slow)
        thread.start()
        assert isinstance(client.fetch(PAGE, allowed=anybody, limits=SMALL, stop=threading.Event()), Got)
        assert thread.is_alive()
        done.set()
        thread.join(2)
        assert not thread.is_alive()


def hanging(name: str) -> Callable[[LoopbackServer], None]:
    plays: dict[str, Callable[[LoopbackServer], None]] = {
        "silent": lambda web: web.mute("issuer.example"),
        "stuttering": lambda web: web.stuttering("issuer.example", every=0.02),
        "no head": lambda web: web.play(PAGE, mute),
        "slow body": lambda web: web.play(PAGE, dripping(b" ", every=0.02, head=head(Content_Type="a/b"))),
    }
    return plays[name]


@pytest.mark.parametrize("where", ["silent", "stuttering", "no head", "slow body"])
def test_a_stop_ends_a_question_at_once_wherever_it_is(web, where):
    hanging(where)(web)
    stop = threading.Event()
    timer = threading.Timer(0.3, stop.set)
    timer.start()
    found = ask(web, limits=LONG, stop=stop)
    assert code(found) == "stopped"
    assert found.values == {"host": "issuer.example"}
    timer.join()


@pytest.mark.parametrize("where", ["no head", "slow body"])
def test_nothing_goes_on_long_after_a_stop(web, where):
    hanging(where)(web)
    stop = threading.Event()
    threading.Timer(0.3, stop.set).start()
    ask(web, limits=LONG, stop=stop)
    until = time.monotonic() + HANGS
    while any(one.name == "online" for one in threading.enumerate()) and time.monotonic() < until:
        time.sleep(0.02)
    assert "online" not in {one.name for one in threading.enumerate()}


def test_nothing_is_asked_after_a_stop(web):
    web.serve(PAGE, {})
    stop = threading.Event()
    stop.set()
    assert code(ask(web, stop=stop)) == "stopped"
    assert web.asked == []
