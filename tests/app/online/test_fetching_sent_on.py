"""One guarded question to a website that sends on, or whose certificate does not hold."""

import pytest
from loopback_certificates import EXPIRED, OTHER_NAME, SELF_SIGNED
from loopback_server import HERE, answer, going_on
from one_question import PAGE, SITE, SMALL, ask, code

from app.online.fetching import Got, system_net

pytestmark = pytest.mark.usefixtures("loopback")


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
