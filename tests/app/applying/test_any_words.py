"""Whatever stands in the words of a record or person: the papers are made or refused with a reason, never broken."""

import dataclasses
import io
from datetime import UTC, datetime

import pytest
from application_pages import LABELS, PAGE
from hypothesis import example, given, settings
from hypothesis import strategies as st
from test_documents import Page

from app.applying.documents import Answer, Application, OwnWord, Sent, application_html
from app.applying.pdf import application_pdf
from app.errors import PersonError

PLAIN_TAGS = [tag for tag, _ in Page(application_html(PAGE, LABELS, b"{}")).tags]


def filled(words: str) -> Application:
    return dataclasses.replace(
        PAGE,
        name=words,
        title=words,
        organisation=words,
        made_on=words,
        summary=words,
        answers=tuple(Answer(words, one.state, words, words, one.evidence, words, words) for one in PAGE.answers),
        sent=tuple(Sent(words, words, (words,)) for _ in PAGE.sent),
        own_words=tuple(OwnWord(words, words) for _ in PAGE.own_words),
        holder=words,
        challenge=words,
        domain=words,
    )


@settings(deadline=None, max_examples=60)
@given(st.text(min_size=1, max_size=60))
@example("\ud800 </style> \u2028 &lt; ]]> --> <!-- \x00")
def test_html_keeps_its_own_tags_and_no_others(words: str) -> None:
    made = Page(application_html(filled(words), LABELS, b"{}"))
    assert {tag for tag, _ in made.tags} <= set(PLAIN_TAGS)
    assert [tag for tag, _ in made.tags].count("a") == 1


@settings(deadline=None, max_examples=25)
@given(st.text(min_size=1, max_size=40))
@example("\ud800\udfff")
@example("\n\n\n- a\n+ b\n/ c: d")
@example("\u0301\u0301 e\u0301 \u200d \U0001f469\u200d\U0001f52c")
@example(" ")
def test_pdf_is_made_or_refused_for_its_letters(words: str) -> None:
    pypdf = pytest.importorskip("pypdf")
    pytest.importorskip("typst", reason="Typst has no wheel for this machine")
    try:
        content = application_pdf(filled(words), LABELS, b"{}", created=datetime(2026, 3, 10, tzinfo=UTC))
    except PersonError as error:
        if error.values["why"] != "letters" and "out of bounds" not in str(error.values.get("detail")):
            raise
    else:
        assert pypdf.PdfReader(io.BytesIO(content)).attachments == {"presentation.json": [b"{}"]}
