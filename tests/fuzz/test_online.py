"""What websites give when they are asked online, changed: each through its reader, the rounds of asking and the checks.

Any change is taken in peace as in `test_readers`, and no answer makes anybody be asked who was not allowed.
"""

import json
import socket
from threading import Event, Thread
from typing import get_args

import pytest
from hypothesis import strategies as st
from journey_world import journey
from loopback_server import HERE, answer, going_on, packed
from seals import Sealed
from seeds import as_bytes
from trust_samples import NOW, badge, signed
from trying import OF_ONLINE, changes, in_time, share, tried
from websites import ALLOWED, EXTENSIONS, LIST, around, by_school, sites

from app.errors import PersonError
from app.journey.issuers.at_hand import documents as all_at_hand
from app.journey.records.online import forget_pages, pages_kept, take_pages
from app.online.addresses import site_of
from app.online.asking import ask_all
from app.online.fetching import CODES, Client, Failed
from app.online.folder import write_folder
from app.online.limits import Limits, Net
from app.online.links import follow, linked, still_told
from app.online.pages import Page, documents_of
from app.records.links import carried, is_ours, is_talk, points_to
from app.records.model import Record, Source, Unreadable
from app.records.reading import read_bytes
from app.trust.documents import NO_DOCUMENTS, load_documents
from app.trust.known import list_state
from app.trust.newer import Refusal, address_of_newer, is_issuers, why_not_newer
from app.trust.seven import CHECKS, check_record, read_record
from app.trust.status_lists import asks_again_after

LINK = "https://school.example/records/7"
PARTS = (*sites(), "newer versions", "links", "web pages", "answers", "index", "dates", "page")


UNCHANGED = {
    "lists of bits": ("status", "revoked"),
    "lists of bits, two of each record": ("status", "suspended"),
    "older lists of bits": ("status", "revoked"),
    "lists of names": ("status", "not_canceled"),
    "lists of tokens": ("status", "not_canceled"),
    "forms": ("format", "form_differs"),
    "keys on websites": ("issuer_binding", "key_is_theirs"),
    "lists of issuers": ("known_issuer", "issuer_listed"),
    "lists of lists": ("known_issuer", "issuer_listed"),
    "federations": ("known_issuer", "issuer_listed"),
    "whom a federation lists": ("known_issuer", "issuer_listed"),
    "what a federation says": ("known_issuer", "issuer_listed"),
}


def records(data):
    return [item for item in read_bytes(data, Source("fuzz")) if isinstance(item, Record)]


def try_out(one, seeds, examples, figures):
    tried(
        lambda data: in_time(lambda: one(data), figures),
        st.one_of(*map(changes, seeds)),
        share(examples, OF_ONLINE, PARTS),
    )


@pytest.mark.parametrize("name", sorted(sites()))
def test_what_a_website_gives_is_read_where_nobody_changed_it(name):
    site, (check, reason) = sites()[name], UNCHANGED[name]
    first = site.pages[0]
    found = asked_of(site, records(site.record), first.seal(first.inner) if isinstance(first, Sealed) else first)
    (record,) = records(site.record)
    checks = check_record(record, now=NOW, documents=found, registries=site.lists)
    assert {one.check: one.reason for one in checks}[check] == reason


@pytest.mark.parametrize("name", sorted(sites()))
def test_any_change_of_what_a_website_gives_is_checked_in_peace(name, examples, figures):
    site = sites()[name]
    held = records(site.record)
    try_out(lambda data: checked(held, asked_of(site, held, data), site), site.pages, examples, figures)


def asked_of(site, held, data):
    """What an online check finds where the site's page is this."""
    asked = list[str]()

    def ask(address, what):
        asked.append(address)
        content = data if address == site.address else around().get(address)
        return Page(address, what, NOW, content, "" if content is not None else "not_found", came_from=address)

    came = ask_all(
        held, NO_DOCUMENTS, allowed=ALLOWED, ask=ask, now=NOW, tell=lambda *_: None, stop=Event(), lists=site.lists
    )
    assert site.address in asked
    assert {site_of(address) for address in asked} <= ALLOWED
    return documents_of(came.pages)


def checked(held, found, site):
    for record in held:
        checks = check_record(record, now=NOW, documents=found, registries=site.lists)
        assert tuple(one.check for one in checks) == CHECKS
    for known in site.lists:
        list_state(known, found)
    for page in found.held.values():
        asks_again_after(page.content)


def renewable(**changes):
    contexts = [*badge()["@context"], EXTENSIONS]
    service = {"id": "https://school.example/newer/7", "type": "1EdTechCredentialRefresh"}
    return signed(badge(**{"@context": contexts, "refreshService": service, **changes}))


def test_any_change_of_a_newer_version_is_judged_in_peace(examples, figures):
    (old,) = records(as_bytes(renewable()))

    def is_own(record):
        return is_issuers(record, read_record(record), NO_DOCUMENTS, NOW)

    def one(data):
        for new in records(data):
            address_of_newer(new.document)
            why = why_not_newer(old, new, is_own, NOW)
            assert why in get_args(Refusal) or (why is None and is_own(new))

    try_out(one, [as_bytes(renewable(validFrom="2026-02-01T00:00:00Z")), by_school()], examples, figures)


LINKS = (
    b"dcc://record?vc=https%3A%2F%2Fschool.example%2Frecords%2F7",
    b"https://lcw.app/request.html?issuer=school.example&vc_request_url=https%3A%2F%2Fschool.example%2Fexchange&challenge=a",
    b"https://verifierplus.org/#verify?vc=https://school.example/records/7?a=b",
    b"https://www.credly.com/badges/11111111-2222-3333-4444-555555555555/public_url",
    b"See https://school.example/records/7 and https://[::1]:8443/a, https://school.example:99/b and dccrequest:?iuv=1",
)


def carrying(data):
    from urllib.parse import quote

    return b"dcc://record?vc=" + quote(data[:15_000], safe="").encode()


def test_any_change_of_a_link_is_read_in_peace(examples, figures):
    def one(data):
        text = data.decode("utf-8", "replace")
        for reader in (points_to, carried, is_talk, is_ours):
            reader(text)
        told = [item for item in read_bytes(data, Source("fuzz")) if isinstance(item, Unreadable)]
        found = linked(told)
        assert all(address.startswith("https://") and site_of(address) for address in found.addresses)
        assert all(host.name for host in found.hosts)
        still_told(told, found.addresses[:1], found.addresses[1:])

    try_out(one, [*LINKS, Sealed(as_bytes(signed(badge())), carrying)], examples, figures)


WEB_PAGE = (
    b'<!DOCTYPE html><html><head><title>A badge</title><link rel="alternate" type="application/vc+jwt" href="7.jwt">'
    b'<link rel="canonical alternate" type="application/json; q=5" href="//files.example/7.json?a=b&amp;c=d#x">'
    b'<link rel=alternate type=application/json href=https://10.0.0.1/a><!-- a --><script>"</script"</script></head>'
    b"<body><![CDATA[x]]><![ endif]>&#x110000;&lt;<svg><a xlink:href='b'/></svg></body></html>"
)


def test_any_change_of_a_web_page_is_followed_in_peace(examples, figures):
    def one(data):
        found = follow([LINK], ask=lambda address, what: Page(address, what, NOW, data, came_from=LINK), stop=Event())
        assert all(site_of(address) for address in found.next)
        assert all(host.name for host in found.hosts)
        assert found.answered == {LINK}
        for page in found.files:
            records(page.content)

    try_out(one, [WEB_PAGE, as_bytes(signed(badge()))], examples, figures)


class Unsealed(socket.socket):
    """A connection without TLS that is taken for one with it."""

    def pending(self):
        return 0


class NoSecret:
    def wrap_socket(self, sock, server_hostname):  # noqa: ARG002
        return Unsealed(fileno=sock.detach())


@pytest.fixture
def said(loopback):
    """A site on this computer that gives the bytes in this list, whatever it is asked, and the way to it."""
    given = [b""]
    listener = socket.create_server((HERE, 0))

    def serve():
        while True:
            try:
                line, _ = listener.accept()
            except OSError:
                return
            with line:
                try:
                    line.recv(65536)
                    line.sendall(given[0])
                except OSError:
                    continue

    thread = Thread(target=serve, daemon=True)
    thread.start()
    yield given, Net(lambda _host, _port: [(HERE, listener.getsockname()[1])], NoSecret, loopback=True)
    listener.shutdown(socket.SHUT_RDWR)
    listener.close()
    thread.join(5)


CHUNKED = (
    b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n"
    b'Content-Type: application/json\r\n\r\n5;a=b\r\n{"a":\r\n4\r\n [1]\r\n1\r\n}\r\n0\r\nTrailer: x\r\n\r\n'
)  # fmt: skip
ANSWERS = (
    answer(b'{"a": [1]}', headers=[("Set-Cookie", "a=b"), ("Set-Cookie", "c=d")]),
    packed(b'{"a": [1, 2, 3]}'),
    CHUNKED,
    b"HTTP/1.0 200 OK\r\n\r\n[1]",
    going_on("/other?a=b"),
    going_on("https://SCHOOL.example:443/../b#c", status=308),
    answer(status=410, kind=""),
)


def test_any_change_of_an_answer_is_read_in_peace(examples, figures, said):
    given, net = said
    limits = Limits(seconds=1.5, connect=1.0, bytes=100_000)

    def one(data):
        given[0] = data
        with Client(net) as client:
            found = client.fetch(LINK, allowed=ALLOWED.__contains__, limits=limits, stop=Event())
        if isinstance(found, Failed):
            assert found.code in CODES
        else:
            assert len(found.content) <= limits.bytes
            assert site_of(found.came_from) in ALLOWED

    try_out(one, ANSWERS, examples, figures)


@pytest.fixture
def folder(tmp_path):
    """A folder of kept pages."""
    pages = [Page(address, "keys", NOW, content) for address, content in around().items()]
    lists = sites()["lists of tokens"].pages[0]
    write_folder(tmp_path / "pages", [*pages, Page(LIST, "list", NOW, lists)])
    return tmp_path / "pages"


@pytest.mark.parametrize("name", ["index", "dates", "page"])
def test_any_change_of_a_folder_of_pages_is_taken_in_in_peace(name, examples, figures, folder, tmp_path):
    names = json.loads((folder / "index.json").read_bytes())
    file = folder / {"index": "index.json", "dates": "dates.json"}.get(name, names[LIST])
    held = records(sites()["lists of tokens"].record)
    with journey(tmp_path, now=NOW, records=False) as session:

        def one(data):
            file.write_bytes(data)
            try:
                found = load_documents(folder)
            except PersonError:
                assert name == "index"
                return
            checked(held, found, sites()["keys on websites"])
            take_pages(session, folder)
            all_at_hand(session)
            kept = {page.address for page in pages_kept(session)}
            write_folder(tmp_path / "again", pages_kept(session))
            assert set(load_documents(tmp_path / "again").held) == kept
            forget_pages(session)

        try_out(one, [file.read_bytes()], examples, figures)
