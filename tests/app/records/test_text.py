"""Text from strangers, made fit to be shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.records.text import NAME_CAP, TEXT_CAP, is_identifier, one_line, paragraphs, path_text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("  Fork\tlift \r\n operator ", "Fork lift operator"),
        ("evil\u202egnp.exe", "evilgnp.exe"),
        ("\u2066a\u2069\u200b\ufeff\u00adb\x00\x1b[31mc\x9b", "ab[31mc"),
        ("tag\U000e0041s", "tags"),
        ("Z" + "\u0301" * 40, "Z" + "\u0301" * 4),
        ("<b>bold</b> & <script>", "<b>bold</b> & <script>"),
        ("👩\u200d🔧 می\u200cخواهم", "👩\u200d🔧 می\u200cخواهم"),
        ("José Ñandú 日本", "José Ñandú 日本"),
        ("a\u2028b\x85c", "a b c"),
        ("\u200b\n ", ""),
        ("x" * 301, "x" * 299 + "…"),
        (" " * 4_000 + "late", ""),
    ],
)
def test_a_name_is_one_clean_line(text, shown):
    assert one_line(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (" One.\r\n\r\n\r\n\n- two  three \u2029four\t", "One.\n\n- two three\nfour"),
        ("x" * 20_001, "x" * 19_999 + "…"),
        ("a\n" + " " * 300_000 + "b", "a…"),
    ],
)
def test_a_description_keeps_its_lines(text, shown):
    assert paragraphs(text) == shown


@given(st.text())
def test_cleaning_twice_changes_nothing_and_caps_hold(text):
    line, block = one_line(text * 50), paragraphs(text * 50)
    assert one_line(line) == line
    assert paragraphs(block) == block
    assert len(line) <= NAME_CAP
    assert len(block) <= TEXT_CAP
    assert "\n" not in line


@pytest.mark.parametrize(
    ("text", "sound"),
    [
        ("did:key:z6MkExample", True),
        ("https://school.example/a b?c=ñ", True),
        ("did:key:z6Mk\u200bExample", False),
        ("did:key:\u202ez6Mk", False),
        (" did:key:z6Mk", False),
        ("did:key:z6Mk\n", False),
        ("", False),
        ("x" * 8_001, False),
    ],
)
def test_an_identifier_that_would_need_cleaning_is_none(text, sound):
    assert is_identifier(text) is sound


def test_a_path_keeps_its_spaces_and_shows_what_would_deceive():
    assert path_text("My  badges/a.json") == "My  badges/a.json"
    assert path_text("a\u202enosj\x1b.exe\udcff") == "a\ufffdnosj\ufffd.exe\ufffd"
