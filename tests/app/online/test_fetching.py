"""One guarded question to a website: what comes back from good and bad ones, and that no question hangs."""

import gzip
import json
import socket
import threading
import time
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from loopback_server import (
    EXPIRED,
    HERE,
    OTHER_NAME,
    SELF_SIGNED,
    LoopbackServer,
    Talk,
    answer,
    bomb,
    dripping,
    endless,
    going_on,
    mute,
    packed,
    saying,
)

from app.online.fetching import CODES, Client, Failed, Got, system_net
from app.online.limits import Limits, Net

pytestmark = pytest.mark.usefixtures("loopback")

SITE = "https://issuer.example"
PAGE = f"{SITE}/keys"
SMALL = Limits(seconds=1.0, connect=0.4, bytes=200_000, redirects=3)
LONG = replace(SMALL, seconds=30.0, connect=30.0)
HANGS = 5.0


@pytest.fixture
def web() -> Iterator[LoopbackServer]:
    with LoopbackServer() as server:
        yield server


def anybody(_: str) -> bool:
    return True


def fetch(address: str, *, net: Net, **more) -> Got | Failed:
    """The answer over a connection of its own."""
    with Client(net) as client:
        return client.fetch(address, **more)


def ask(web: LoopbackServer, address: str = PAGE, *, limits: Limits = SMALL, **more) -> Got | Failed:
    """The answer; a question that hangs fails whatever it says in the end."""
    began = time.monotonic()
    options = {"net": web.net(), "allowed": anybody, "stop": threading.Event(), **more}
    found = fetch(address, limits=limits, **options)
    assert time.monotonic() - began < HANGS
    return found


def code(found: Got | Failed) -> str:
    assert isinstance(found, Failed), found
    assert found.code in CODES
    return found.code


# What comes and what goes


def test_a_page_comes_as_it_was_sent(web):
    web.serve(PAGE, {"keys": [1]}, kind="Application/JSON; charset=utf-8")
    before = datetime.now(UTC)
    found = ask(web, f"{PAGE}#key-1")
    assert isinstance(found, Got)
    assert (found.address, found.came_from) == (f"{PAGE}#key-1", PAGE)
    assert json.loads(found.content) == {"keys": [1]}
    assert before <= found.as_of <= datetime.now(UTC)


def test_the_question_says_the_same_of_everybody(web, monkeypatch):
    for name in ("HTTPS_PROXY", "ALL_PROXY", "https_proxy"):
        monkeypatch.setenv(name, "http://maya:secret@proxy.example:3128")
    web.serve(f"{PAGE}?of=7", {})
    assert isinstance(ask(web, f"{PAGE}?of=7"), Got)
    assert web.asked[0].path == "/keys?of=7"
    assert web.asked[0].headers == (
        ("Host", "issuer.example"),
        ("User-Agent", "Mozilla/5.0 (compatible)"),
        ("Accept", "application/json, application/ld+json, */*;q=0.5"),
        ("Accept-Encoding", "identity"),
    )


def test_an_odd_port_stands_in_the_host_header(web):
    web.serve(PAGE, {})
    address = f"{SITE}:8443/keys"
    found = ask(web, address)
    assert isinstance(found, Got)
    assert found.came_from == address
    assert web.asked[0].headers[0] == ("Host", "issuer.example:8443")


def test_no_cookie_goes_back_and_no_page_says_where_one_came_from(web):
    web.play(PAGE, answer(headers=[("Set-Cookie", "who=maya; Path=/"), ("Location", "/next")], status=302))
    web.serve(f"{SITE}/next", {}, headers=[("Set-Cookie", "who=maya"), ("ETag", '"1"'), ("Cache-Control", "max-age=9")])
    with Client(web.net()) as client:
        for _ in range(2):
            assert isinstance(client.fetch(PAGE, allowed=anybody, limits=SMALL, stop=threading.Event()), Got)
    assert web.paths("issuer.example") == ["/keys", "/next", "/keys", "/next"]
    assert {name for one in web.asked for name, _ in one.headers} == {"Host", "User-Agent", "Accept", "Accept-Encoding"}


def test_names_of_other_scripts_are_asked_for_in_ascii(web):
    web.serve("https://xn--bcher-kva.example/f%C3%BCr", {})
    assert isinstance(ask(web, "https://bücher.example/für"), Got)


@pytest.mark.parametrize("status", [404, 410, 500, 204, 206, 304, 401, 429])
def test_a_status_other_than_200_is_no_page(web, status):
    web.play(PAGE, answer(b"{}" if status not in (204, 304) else b"", status=status))
    found = ask(web)
    assert code(found) == {404: "not_found", 410: "gone"}.get(status, "http_status")
    assert found.values == {"host": "issuer.example", "status": status}


@pytest.mark.parametrize("kind", ["text/html", "", "nonsense", "a/b\x01"])
def test_what_kind_a_page_says_it_is_counts_for_nothing(web, kind):
    web.serve(PAGE, b"{}", kind=kind)
    found = ask(web)
    assert isinstance(found, Got)
    assert found.content == b"{}"


# Whom


def test_a_host_that_was_not_allowed_is_not_even_looked_up(web):
    web.serve(PAGE, {})
    found = ask(web, allowed=lambda host: host != "issuer.example")
    assert code(found) == "host_not_asked"
    assert found.values == {"host": "issuer.example"}
    assert web.looked_up == []
    assert web.asked == []


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("http://issuer.example/keys", "not_https"),
        ("https://maya:secret@issuer.example/keys", "bad_address"),
        ("https://issuer.example:22/keys", "bad_address"),
        ("https://127.0.0.1/keys", "private_address"),
        ("https://[::1]/keys", "private_address"),
        ("https://0x7f.1/keys", "bad_address"),
        ("https://localhost/keys", "private_address"),
        ("https://nobody.example/keys", "no_such_host"),
    ],
)
def test_addresses_that_are_never_asked(web, address, expected):
    assert code(ask(web, address)) == expected
    assert web.asked == []


@pytest.mark.parametrize(
    "numbers",
    [
        *(["10.0.0.1"], ["192.168.1.1"], ["169.254.169.254"], ["100.64.0.1"], ["0.0.0.1"], ["224.0.0.1"], ["fe80::1"]),
        *(["fd00::1"], ["::ffff:10.0.0.1"], ["64:ff9b::10.0.0.1"], ["2002:a00:1::"], ["not a number"]),
        [HERE, "10.0.0.1"],
        ["8.8.8.8", "10.0.0.1"],
    ],
)
def test_a_name_that_leads_to_a_private_machine_is_not_asked(web, no_network, numbers):
    web.serve(PAGE, {})
    web.answers("issuer.example", numbers)
    assert code(ask(web)) == "private_address"
    assert web.asked == []
    assert no_network.touched == []


def test_only_a_tests_own_setting_lets_this_computer_be_asked(web):
    web.serve(PAGE, {})
    assert code(ask(web, net=web.net(loopback=False))) == "private_address"
    assert web.asked == []
    assert not system_net().loopback


def test_a_name_is_looked_up_once_so_that_its_answer_cannot_change_between_look_and_connection(web):
    web.serve(PAGE, {})
    web.answers("issuer.example", [HERE], ["10.0.0.1"])
    assert isinstance(ask(web), Got)
    assert web.looked_up == ["issuer.example"]
    assert code(ask(web)) == "private_address"


def test_a_name_without_an_answer_is_no_host(web):
    web.answers("issuer.example", [])
    assert code(ask(web)) == "no_such_host"


def test_names_that_cannot_be_looked_up_now_are_no_answer(web):
    def resolve(host: str, port: int) -> list[tuple[str, int]]:
        raise socket.gaierror(socket.EAI_AGAIN, "no network")

    assert code(ask(web, net=web.net(resolve=resolve))) == "no_answer"


def test_a_second_machine_is_asked_where_the_first_does_not_answer(web):
    web.serve(PAGE, {})
    web.shut("shut.example")
    dead = web.resolve("shut.example", 443)[0]
    live = web.resolve("issuer.example", 443)[0]
    assert isinstance(ask(web, net=web.net(resolve=lambda *_: [dead, live])), Got)


# Sent on


def test_a_page_that_moved_is_found(web):
    web.play(PAGE, going_on("../new/keys?v=2#top", status=308))
    web.play(f"{SITE}/new/keys?v=2", going_on("//other.example/keys", status=301))
    web.serve("https://other.example/keys", [1])
    found = ask(web)
    assert isinstance(found, Got)
    assert (found.address, found.came_from) == (PAGE, "https://other.example/keys")


def test_a_redirect_to_a_host_that_was_not_allowed_names_it(web):
    web.play(PAGE, going_on("https://tracker.example/keys"))
    web.serve("https://tracker.example/keys", {})
    found = ask(web, allowed=lambda host: host == "issuer.example")
    assert code(found) == "host_not_asked"
    assert found.values == {"host": "tracker.example", "sent_on": True}
    assert web.looked_up == ["issuer.example"]


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("http://issuer.example/keys", "not_https"),
        ("https://issuer.example:25/", "bad_address"),
        ("https://10.0.0.1/", "private_address"),
        ("https://[::ffff:169.254.169.254]/", "private_address"),
        ("https://2130706433/", "bad_address"),
        ("https://localhost:8080/", "private_address"),
        ("https://inner.example/", "private_address"),
        ("https://maya@issuer.example/", "bad_address"),
        ("https://[broken", "not_https"),
        ("file:///etc/passwd", "not_https"),
        ("", "redirect_nowhere"),
        ("https://nobody.example/", "no_such_host"),
    ],
)
def test_every_address_that_one_is_sent_on_to_is_looked_at(web, location, expected):
    web.answers("inner.example", ["10.0.0.1"])
    web.play(PAGE, answer(status=302, headers=[("Location", location)] if location else []))
    assert code(ask(web)) == expected
    assert len(web.asked) == 1


def test_a_redirect_to_a_name_that_rebinds_is_not_followed(web):
    web.answers("issuer.example", [HERE], ["192.168.0.1"])
    web.play(PAGE, going_on("/again"))
    web.serve(f"{SITE}/again", {})
    assert code(ask(web)) == "private_address"
    assert web.paths("issuer.example") == ["/keys"]


def test_a_circle_of_redirects_ends(web):
    web.play(PAGE, going_on("/keys"))
    found = ask(web)
    assert code(found) == "too_many_redirects"
    assert len(web.asked) == SMALL.redirects + 1
    assert found.values == {"host": "issuer.example", "limit": SMALL.redirects}


def test_as_many_redirects_as_allowed_are_followed(web):
    for count in range(SMALL.redirects):
        web.play(f"{SITE}/{count}", going_on(f"/{count + 1}"))
    web.serve(f"{SITE}/{SMALL.redirects}", {})
    assert isinstance(ask(web, f"{SITE}/0"), Got)


# TLS


@pytest.mark.parametrize(
    ("kind", "why"), [(EXPIRED, "expired"), (OTHER_NAME, "other_name"), (SELF_SIGNED, "unknown_signer")]
)
def test_a_certificate_that_does_not_hold_ends_the_question_before_anything_is_said(web, kind, why):
    web.serve(PAGE, {})
    web.certificate("issuer.example", kind)
    found = ask(web)
    assert code(found) == "not_secure"
    assert found.values == {"host": "issuer.example", "why": why}
    assert web.asked == []


def test_each_host_is_held_to_its_own_name(web):
    web.play(PAGE, going_on("https://other.example/keys"))
    web.serve("https://other.example/keys", {})
    web.certificate("other.example", OTHER_NAME)
    found = ask(web)
    assert code(found) == "not_secure"
    assert found.values == {"host": "other.example", "sent_on": True, "why": "other_name"}


def test_a_site_that_speaks_no_tls_is_not_secure(web):
    web.plain("issuer.example")
    assert code(ask(web)) == "not_secure"


def test_the_computers_own_certificates_do_not_trust_the_tests(web):
    web.serve(PAGE, {})
    found = ask(web, net=web.net(secure=system_net().secure))
    assert (code(found), found.values["why"]) == ("not_secure", "unknown_signer")


def test_the_computers_own_certificates_are_looked_at_with_names_and_with_what_is_new():
    import ssl

    context = system_net().secure()
    assert context.check_hostname
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.minimum_version >= ssl.TLSVersion.TLSv1_2


def test_the_computers_own_look_up_of_names_gives_numbers():
    assert system_net().resolve(HERE, 443) == ((HERE, 443),)


# Slow, endless, large


def head(**headers: str) -> bytes:
    return (
        b"HTTP/1.1 200 OK\r\n"
        + "".join(f"{k.replace('_', '-')}: {v}\r\n" for k, v in headers.items()).encode()
        + b"\r\n"
    )


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


# Packed


def test_a_page_packed_though_it_was_not_asked_for_is_unpacked(web):
    web.play(PAGE, packed(b'{"a": 1}'))
    found = ask(web)
    assert isinstance(found, Got)
    assert found.content == b'{"a": 1}'


def test_a_page_that_unpacks_to_too_much_is_not_unpacked(web):
    web.play(PAGE, answer(bomb(50), headers=[("Content-Encoding", "gzip")]))
    assert len(bomb(50)) < SMALL.bytes
    tracemalloc.start()
    assert code(ask(web, limits=LONG)) == "too_big"
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 5_000_000


def test_what_is_packed_twice_is_unpacked_once_and_no_further_than_it_says(web):
    web.play(PAGE, packed(b"{}", times=2))
    found = ask(web)
    assert isinstance(found, Got)
    assert gzip.decompress(found.content) == b"{}"


@pytest.mark.parametrize(
    ("play", "expected"),
    [
        (packed(b"{}", encoding="br"), "packed"),
        (packed(b"{}", encoding="deflate"), "packed"),
        (packed(b"{}", encoding="gzip, gzip", times=2), "packed"),
        (answer(b"{}", headers=[("Content-Encoding", "gzip")]), "packed"),
        (answer(gzip.compress(b"{}") + b"more", headers=[("Content-Encoding", "gzip")]), "packed"),
        (answer(gzip.compress(b"{}") * 2, headers=[("Content-Encoding", "gzip")]), "packed"),
        (answer(gzip.compress(b"{}")[:-3], headers=[("Content-Encoding", "gzip")]), "cut_short"),
    ],
)
def test_what_cannot_be_unpacked_is_said(web, play, expected):
    web.play(PAGE, play)
    assert code(ask(web)) == expected


# Broken


@pytest.mark.parametrize(
    ("play", "expected"),
    [
        (saying(answer(b"{}", length=50), close=True), "cut_short"),
        (saying(head(Transfer_Encoding="chunked") + b"5\r\n{}", close=True), "cut_short"),
        (saying(head(Transfer_Encoding="chunked") + b"zz\r\n{}", close=True), "cut_short"),
        (saying(b"", close=True), "no_answer"),
        (saying(b"HTTP/1.1 200 OK\r\nConte", close=True), "bad_answer"),
        (saying(b"SSH-2.0-OpenSSH\r\n\r\n", close=True), "bad_answer"),
        (saying(b"HTTP/1.1 101 Switching\r\nUpgrade: x\r\n\r\n", close=True), "bad_answer"),
        (saying(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{} "), "bad_answer"),
        (saying(b"HTTP/1.1 200 OK\r\nContent-Length: -2\r\n\r\n{}"), "bad_answer"),
    ],
)
def test_a_broken_answer_is_no_page(web, play, expected):
    web.play(PAGE, play)
    assert code(ask(web)) == expected


def test_what_comes_after_the_stated_length_is_not_read_and_the_connection_not_used_again(web):
    web.play(PAGE, answer(b"{}" + b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil", length=2))
    with Client(web.net()) as client:
        for _ in range(2):
            found = client.fetch(PAGE, allowed=anybody, limits=SMALL, stop=threading.Event())
            assert isinstance(found, Got)
            assert found.content == b"{}"
    assert web.connections("issuer.example") == 2


# One connection after another


def many(client: Client, addresses: list[str]) -> list[Got | Failed]:
    return [client.fetch(one, allowed=anybody, limits=SMALL, stop=threading.Event()) for one in addresses]


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


def test_a_bug_is_no_answer(web):
    def broken(_: str) -> bool:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        ask(web, allowed=broken)


def test_every_code_is_given_by_a_test_here(request):
    text = request.path.read_text()
    assert [one for one in CODES if f'"{one}"' not in text] == []
