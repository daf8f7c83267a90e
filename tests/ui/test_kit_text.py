"""Labels: whatever they are given stays plain text, fits its line, and is read as it is."""

import pytest
from PySide6.QtWidgets import QApplication

from ui.kit.text import BREAK, Paragraph, Pictured, Text, breakable
from ui.theme.look import Look

ADDRESS = "ana.maria.ruiz.hernandez@communitycollege.example.org"
CODE = "1V2F-TPZF-DR8V-0YE9-BBN1-R3EC-3SS"


@pytest.mark.parametrize("kind", [Text, lambda look, text: Pictured(look, "user", text)], ids=["text", "pictured"])
def test_a_word_too_long_for_a_line_breaks_and_is_read_as_it_is(qapp: QApplication, kind: type[Text]) -> None:
    label = kind(Look(), f"Write to {ADDRESS} soon")
    assert label.minimumSizeHint().width() < 160
    assert label.text() == f"Write to {ADDRESS} soon"
    assert label.accessibleName() == f"Write to {ADDRESS} soon"
    label.setText("short")
    assert (label.text(), label.accessibleName()) == ("short", "")


def test_a_long_word_in_a_paragraph_breaks_too(qapp: QApplication) -> None:
    assert Paragraph(Look(), ADDRESS).minimumSizeHint().width() < 160
    assert Paragraph(Look(), ADDRESS).accessibleName() == ADDRESS


def test_a_code_breaks_between_its_groups_alone(qapp: QApplication) -> None:
    label = Text(Look(), CODE)
    assert (label.text(), label.accessibleName()) == (CODE, CODE)
    assert breakable(CODE).split(BREAK) == ["1V2F-", "TPZF-", "DR8V-", "0YE9-", "BBN1-", "R3EC-", "3SS"]


def test_a_name_that_was_given_apart_is_kept(qapp: QApplication) -> None:
    label = Text(Look(), "short")
    label.setAccessibleName("said so")
    label.setText("other")
    assert label.accessibleName() == "said so"


@pytest.mark.parametrize("text", ["<b>x</b>", "&amp; & &lt;", "{name} %s", "\u202egnp.exe", "a\u200bb"])
def test_hostile_words_are_shown_as_they_are(qapp: QApplication, text: str) -> None:
    assert Text(Look(), text).text() == text
