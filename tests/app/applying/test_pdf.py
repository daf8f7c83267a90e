"""The PDF: tagged for readers who listen (PDF/UA-1), the presentation attached to the byte, the same every time."""

import builtins
import contextlib
import dataclasses
import io
import json
import os
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from application_pages import LABELS, PAGE
from read_papers import pdf_elements as elements
from read_papers import pdf_words as words

from app.applying.documents import Answer, OwnWord, Sent
from app.applying.pdf import application_pdf
from app.errors import PersonError

pypdf = pytest.importorskip("pypdf")
pytest.importorskip("typst", reason="Typst has no wheel for this machine")

PRESENTATION = ('{"a": 1.0, "ñ": "#panic()", "long": "' + "x" * 300_000 + '"}\n').encode()
CREATED = datetime(2026, 3, 10, 18, 42, tzinfo=UTC)
HOSTILE = (
    '#panic("x") ] } *bold* $x$ `raw` @ref <label> \\u{1F600} // /* "quotes" https://e.example \u202eabc\u0007 ${x}'
)


def made(page: Any = PAGE, presentation: bytes = PRESENTATION) -> Any:
    return pypdf.PdfReader(io.BytesIO(application_pdf(page, LABELS, presentation, created=CREATED)))


def test_it_is_tagged_titled_and_in_a_language() -> None:
    reader = made()
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 (a PDF boolean)
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712 (a PDF boolean)
    assert reader.metadata.title == "Maya Torres – Medical Assistant Trainee, Lakeside Practice Clinic"
    metadata = root["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert reader.metadata.creation_date == CREATED


def test_its_tags_are_headings_tables_with_heads_and_lists() -> None:
    tags = [element.get("/S") for element in elements(made())]
    assert tags.count("/H1") == 1
    assert tags.count("/H2") == 4
    assert tags.count("/H3") == len(PAGE.own_words)
    assert tags.count("/Table") == 1
    assert tags.count("/TH") == 3
    assert tags.count("/TD") == 3 * len(PAGE.answers)
    assert "/L" in tags


def test_the_presentation_is_attached_to_the_byte() -> None:
    reader = made()
    assert reader.attachments == {"presentation.json": [PRESENTATION]}
    (name, spec) = reader.trailer["/Root"]["/Names"]["/EmbeddedFiles"]["/Names"]
    assert name == "presentation.json"
    assert spec.get_object()["/Desc"] == LABELS["attached_file"]


def test_the_same_input_gives_the_same_bytes() -> None:
    one, two = (application_pdf(PAGE, LABELS, PRESENTATION, created=CREATED) for _ in range(2))
    assert one == two


def test_all_that_the_page_says_is_on_it_and_practice_on_every_sheet() -> None:
    reader = made(dataclasses.replace(PAGE, own_words=PAGE.own_words * 30))
    text = words(reader)
    for said in (PAGE.name, PAGE.title, PAGE.summary, PAGE.challenge, PAGE.holder, LABELS["own_words_note"]):
        assert said in text
    for answer in PAGE.answers:
        assert answer.asked in text
    assert len(reader.pages) >= 3
    assert all("PRACTICE" in page.extract_text() for page in reader.pages)
    real = made(dataclasses.replace(PAGE, practice=False))
    assert "PRACTICE" not in words(real)
    assert LABELS["practice_sentence"] not in words(real)


def test_words_are_never_read_as_typst() -> None:
    page = dataclasses.replace(
        PAGE,
        name=HOSTILE,
        title=HOSTILE,
        organisation=HOSTILE,
        summary=HOSTILE,
        answers=(Answer(HOSTILE, "unknown", HOSTILE, HOSTILE, 4, HOSTILE, HOSTILE),),
        own_words=(OwnWord(HOSTILE, HOSTILE + "\n\n= not a heading"),),
        sent=(Sent(HOSTILE, HOSTILE, (HOSTILE,)),),
        holder=HOSTILE,
        challenge=HOSTILE,
        domain=HOSTILE,
    )
    reader = made(page)
    text = words(reader)
    assert '#panic("x") ] } *bold* $x$ `raw` @ref <label>' in text
    assert "= not a heading" in text
    assert "\u202e" not in text
    assert [element.get("/S") for element in elements(reader)].count("/H2") == 4


def test_a_word_longer_than_its_column_breaks_instead_of_covering_the_next() -> None:
    answer = dataclasses.replace(PAGE.answers[0], asked="Extraordinariamente" * 8)
    text = "\n".join(page.extract_text() for page in made(dataclasses.replace(PAGE, answers=(answer,))).pages)
    lines = [line for line in text.splitlines() if "traordinar" in line]
    assert len(lines) >= 5
    assert max(map(len, lines)) < 40


def test_letters_that_the_shipped_fonts_lack_are_found_elsewhere_or_told() -> None:
    for name in ("Ольга Иванова", "Łukasz Dvořák Ñandú"):
        assert name in words(made(dataclasses.replace(PAGE, name=name)))
    with pytest.raises(PersonError) as caught:
        made(dataclasses.replace(PAGE, name="no font has \u0378, which is no letter yet"))
    assert (caught.value.code, caught.value.values) == ("pdf_not_available", {"why": "letters"})


# Found by chance: Typst 0.15.1 panics on it ("end byte index 11 is out of bounds").
PANICS = (
    "\u05e2\uae00\u200c\U0001f52c+\ud55c\u30ab\ufe0fb\u0628\u05d0"
    "\u20e3\u20e3\u6f22\u05d2\u200d\u20e3\u200c\u3000\xbf\u5b57"
)


def test_text_that_breaks_typst_ends_neither_the_program_nor_its_silence(capfd: pytest.CaptureFixture[str]) -> None:
    answers = tuple(Answer(PANICS, "shown", PANICS, PANICS, 4, PANICS, PANICS) for _ in PAGE.answers)
    with contextlib.suppress(PersonError):
        made(dataclasses.replace(PAGE, answers=answers, own_words=(OwnWord(PANICS, PANICS),)))
    os.write(2, b"heard again")
    assert capfd.readouterr().err == "heard again"


def test_a_panic_is_told_as_no_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    class PanicException(BaseException):
        pass

    def panic(*_: Any, **__: Any) -> None:
        raise PanicException("index out of bounds")

    monkeypatch.setattr("typst.Compiler", lambda **_: SimpleNamespace(compile=panic))
    with pytest.raises(PersonError) as caught:
        application_pdf(PAGE, LABELS, PRESENTATION, created=CREATED)
    assert caught.value.values == {"why": "not_made", "detail": "index out of bounds"}


def test_without_typst_the_caller_is_told_to_use_the_other_page(monkeypatch: pytest.MonkeyPatch) -> None:
    real_import = builtins.__import__

    def absent(name: str, *rest: Any, **more: Any) -> Any:
        if name == "typst":
            raise ImportError(name)
        return real_import(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", absent)
    with pytest.raises(PersonError) as caught:
        application_pdf(PAGE, LABELS, PRESENTATION, created=CREATED)
    assert (caught.value.code, caught.value.values) == ("pdf_not_available", {"why": "no_typst"})


def test_an_empty_page_and_spanish() -> None:
    page = dataclasses.replace(PAGE, language="es-US", own_words=(), sent=(), answers=PAGE.answers[:1])
    reader = made(page, json.dumps({}).encode())
    assert reader.trailer["/Root"]["/Lang"] == "es"
    assert [element.get("/S") for element in elements(reader)].count("/H2") == 2
