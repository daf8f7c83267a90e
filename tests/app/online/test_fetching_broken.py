"""One guarded question to a website that packs its pages, or breaks off."""

import gzip
import tracemalloc

import pytest
from loopback_server import answer, bomb, packed, saying
from one_question import LONG, PAGE, SMALL, ask, code, head

from app.online.fetching import Got

pytestmark = pytest.mark.usefixtures("loopback")


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
