"""Web pages as lines: what a browser would show as lines, in work that grows with length alone."""

import pytest

from pathways.web_page import PageLine, is_page, read_page

PAGE = """<!doctype html><html lang='es-MX'><head><title>A &amp; B
</title><meta property="og:site_name" content="Site"></head><body><nav>menu</nav><!-- <p>no</p> -->
<h2 title="a > b">Head</h2><ul><li>One <b>bold</b><li>Two</ul><p>x<br>y&nbsp;z<style>p {}</style>
<script type="application/ld+json">{"a": "<p>"}</script><script>if (a < b) {}</script><footer>foot</footer>1 < 2</p>"""


def test_a_page_is_lines_title_language_and_data():
    page = read_page(PAGE)
    assert (page.title, page.lang, page.data) == ("A & B", "es-MX", ('{"a": "<p>"}',))
    assert page.meta == (("og:site_name", "Site"),)
    assert page.lines == (
        PageLine("Head", "heading"),
        PageLine("One bold", "item"),
        PageLine("Two", "item"),
        PageLine("x"),
        PageLine("y z"),
        PageLine("1 < 2"),
    )


@pytest.mark.parametrize("text", ["<p>a", "x <br> y", "<!DOCTYPE html>", "<html>"])
def test_what_is_a_page(text):
    assert is_page(text)


@pytest.mark.parametrize("text", ["a < b", "<joe@example.com>", "", "1 <2> 3", "<" * 100])
def test_what_is_none(text):
    assert not is_page(text)


HOSTILE = [
    "<",
    '<a b="',
    '<a b=">" c=\'',
    '"><a b="',
    "<!--",
    "<script>",
    "</",
    "<nav>",
    "&#99999999",
    "<p>",
    "<!",
    "<svg/>",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_page_made_to_take_long_ends(piece):
    text = piece * (400_000 // len(piece))
    assert sum(len(line.text) for line in read_page(text).lines) <= len(text)


def test_quotes_that_never_close_lose_no_more_than_their_tag():
    page = read_page('<p>before<a href="x>link</a><p>after')
    assert page.lines == (PageLine("beforelink"), PageLine("after"))
