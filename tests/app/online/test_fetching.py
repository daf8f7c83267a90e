"""One guarded question to a website: what comes and what goes, and whom it is asked."""

import json
import socket
import threading
from datetime import UTC, datetime

import pytest
from loopback_server import HERE, answer
from one_question import PAGE, SITE, SMALL, anybody, ask, code

from app.online.fetching import CODES, Client, Got, system_net

pytestmark = pytest.mark.usefixtures("loopback")


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


def test_a_bug_is_no_answer(web):
    def broken(_: str) -> bool:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        ask(web, allowed=broken)


def test_every_code_is_given_by_a_test_here(request):
    text = "".join(file.read_text(encoding="utf-8") for file in request.path.parent.glob("test_fetching*.py"))
    assert [one for one in CODES if f'"{one}"' not in text] == []
