"""Which addresses are ever asked, and to which machines they may lead."""

import pytest

from app.online.addresses import is_public, site_of, target_of
from app.online.limits import RefusedError


def refused(address: str) -> str:
    with pytest.raises(RefusedError) as caught:
        target_of(address)
    return caught.value.code


@pytest.mark.parametrize(
    ("address", "same"),
    [
        ("https://Issuer.Example/Keys?list=1#key-1", "https://issuer.example/Keys?list=1"),
        ("HTTPS://issuer.example:443", "https://issuer.example/"),
        ("https://issuer.example.:8443/a", "https://issuer.example:8443/a"),
        ("https://bücher.example/für?wer=ich bin"[:-4], "https://xn--bcher-kva.example/f%C3%BCr?wer=ich"),
        ("https://BÜCHER.example/", "https://xn--bcher-kva.example/"),
        ("https://straße.example/", "https://xn--strae-oqa.example/"),
        ("https://my_site.pages.example/%7Ea/b%zz", "https://my_site.pages.example/%7Ea/b%zz"),
        ("https://9.9.9.9/", "https://9.9.9.9/"),
        ("https://[2620:fe::fe]:8443/", "https://[2620:fe::fe]:8443/"),
    ],
)
def test_an_address_has_one_spelling(address: str, same: str) -> None:
    assert target_of(address).address == same


@pytest.mark.parametrize(
    "address",
    ["http://issuer.example/", "ftp://issuer.example/", "file:///etc/passwd", "did:web:a.example", "//a.example/", ""],
)
def test_only_https_is_asked(address: str) -> None:
    assert refused(address) == "not_https"


@pytest.mark.parametrize(
    "address",
    [
        *("https://maya:secret@issuer.example/", "https://issuer.example@other.example/", "https://@issuer.example/"),
        *(
            "https://issuer.example:25/",
            "https://issuer.example:80/",
            "https://issuer.example:0/",
            "https://a.example:x/",
        ),
        *(
            "https://issuer.example:99999/",
            "https:///path",
            "https://",
            "https://[::1/",
            "https://[v1.issuer.example]/",
        ),
        *("https://issuer.example\\@other.example/", "https://issuer.example/a b", "https://issuer.example/\r\nX: y"),
        *("https://issuer.example/\u2028", "https://issuer..example/", "https://-a.example/", "https://a%2eb.example/"),
        *(f"https://{'a' * 64}.example/", f"https://{'a.' * 130}example/", f"https://a.example/{'a' * 4000}"),
        *("https://a℀b.example/", "https://\udcff.example/", "https://\u0301.example/"),
        # ways to hide an IP address
        *("https://2130706433/", "https://0x7f000001/", "https://0x7f.1/", "https://127.1/", "https://0177.0.0.1/"),
        *("https://08.8.8.8/", "https://8.8.8.256/", "https://1.2.3.4.5/", "https://example.0x10/", "https://8.8.8/"),
    ],
)
def test_an_address_that_can_be_read_in_two_ways_is_not_asked(address: str) -> None:
    assert refused(address) == "bad_address"
    assert site_of(address) is None


@pytest.mark.parametrize(
    "address",
    [
        *(
            "https://localhost/",
            "https://printer/",
            "https://printer.local/",
            "https://a.localhost/",
            "https://nas.lan/",
        ),
        *("https://wiki.internal/", "https://box.home.arpa/", "https://127.0.0.1/", "https://10.0.0.1./"),
        *("https://１２７.０.０.１/", "https://127。0。0。1/", "https://169.254.169.254/latest", "https://[::1]/"),
        *("https://[::ffff:127.0.0.1]/", "https://[64:ff9b::10.0.0.1]/", "https://[2620:fe::fe%25eth0]/"),
        *("https://[2002:7f00:1::]/", "https://[fd00::1]/", "https://[::]/", "https://0.0.0.0/"),
    ],
)
def test_ones_own_network_is_not_asked(address: str) -> None:
    assert refused(address) == "private_address"


@pytest.mark.parametrize(
    "number",
    [
        *(
            "0.0.0.0",  # noqa: S104
            "0.1.2.3",
            "10.1.2.3",
            "100.64.0.1",
            "100.127.255.255",
            "127.0.0.1",
            "127.9.9.9",
            "169.254.169.254",
        ),
        *("172.16.0.1", "172.31.255.255", "192.0.0.9", "192.0.2.1", "192.88.99.1", "192.168.1.1", "198.18.0.1"),
        *(
            "198.19.255.255",
            "198.51.100.1",
            "203.0.113.1",
            "224.0.0.1",
            "239.255.255.250",
            "240.0.0.1",
            "255.255.255.255",
        ),
        *("::", "::1", "::7f00:1", "::ffff:10.0.0.1", "::ffff:100.64.0.1", "::ffff:0:8.8.8.8", "64:ff9b::192.168.0.1"),
        *("64:ff9b:1::8.8.8.8", "100::1", "2001::1", "2001:20::1", "2001:db8::1", "2002:808:808::1", "3fff::1"),
        *("4000::1", "5f00::1", "fc00::1", "fd12::1", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "example", ""),
    ],
)
def test_a_number_that_is_no_public_machine(number: str) -> None:
    assert not is_public(number)


@pytest.mark.parametrize(
    "number",
    [
        *("8.8.8.8", "100.63.255.255", "100.128.0.0", "172.15.255.255", "172.32.0.1", "193.0.0.1", "223.255.255.255"),
        *("2001:4860:4860::8888", "2606:4700::1111", "2a00:1450::1", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8"),
    ],
)
def test_a_number_of_a_public_machine(number: str) -> None:
    assert is_public(number)


def test_a_learner_allows_a_host_with_its_port() -> None:
    assert site_of("https://Issuer.example:443/a") == "issuer.example"
    assert site_of("https://issuer.example:8443/a") == "issuer.example:8443"
    assert site_of("http://issuer.example/a") is None
