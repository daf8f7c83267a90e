"""The PDF as a screen reader meets it: every mark on a page in the tree of tags or set aside, in the order of the page.

Matterhorn Protocol 1.1 (checkpoints of PDF/UA-1): 01 tags, 06 and 07 title, 11 language, 13 alt text, 14 headings,
15 tables, 16 lists, 09 order.
"""

import dataclasses
import io
import itertools
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

import pytest
from application_pages import LABELS, PAGE

from app.applying.pdf import application_pdf
from app.journey.papers import labels
from app.wording import Words
from app.wording.papers import APPLICATION

pypdf = pytest.importorskip("pypdf")
pytest.importorskip("typst", reason="Typst has no wheel for this machine")

SMALL, LARGE = b'{"small": 1}', ('{"long": "' + "x" * 9_000 + '"}').encode()
CREATED = datetime(2026, 3, 10, 18, 42, tzinfo=UTC)
SHOWS = {b"Tj", b"TJ", b"'", b'"'}
PAINTS = {b"f", b"F", b"f*", b"S", b"s", b"B", b"B*", b"b", b"b*", b"Do", b"sh"}


def made(content: bytes = LARGE, **changes: Any) -> Any:
    page = dataclasses.replace(PAGE, **changes)
    said = own_labels(page.language)
    return pypdf.PdfReader(io.BytesIO(application_pdf(page, said, content, created=CREATED)))


def own_labels(language: str) -> Mapping[str, str]:
    """Labels of a page: those that tests share, or the program's own Spanish."""
    return labels(Words("es"), APPLICATION) if language == "es" else LABELS


def kids(element: Any) -> list[Any]:
    found = element.get("/K", [])
    return [
        one if isinstance(one, int) else one.get_object() for one in (found if isinstance(found, list) else [found])
    ]


def elements(reader: Any) -> Iterator[Any]:
    """Every tag, in the order in which it is read."""

    def walk(element: Any) -> Iterator[Any]:
        if isinstance(element, dict):
            if "/S" in element:
                yield element
            for inner in kids(element):
                yield from walk(inner)

    yield from walk(reader.trailer["/Root"]["/StructTreeRoot"])


def tags(reader: Any) -> list[str]:
    return [str(one["/S"]) for one in elements(reader)]


def glyphs(font: Any) -> dict[bytes, str]:
    """Code of two bytes -> text, from the font's own table."""
    table = font["/ToUnicode"].get_data().decode("latin-1")
    found = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for code, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            found[bytes.fromhex(code)] = bytes.fromhex(text).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            for step in range(int(last, 16) - int(first, 16) + 1):
                code = (int(first, 16) + step).to_bytes(2)
                found[code] = chr(int(text, 16) + step)
    return found


def marked(page: Any) -> tuple[dict[int, str], list[bytes]]:
    """The words under each mark of a page, and what is painted under none."""
    fonts = {name: glyphs(font.get_object()) for name, font in page["/Resources"].get("/Font", {}).items()}
    said: dict[int, str] = {}
    loose: list[bytes] = []
    stack: list[int | None] = []
    font: dict[bytes, str] = {}
    for operands, operator in page.get_contents().operations:
        if operator in (b"BDC", b"BMC"):
            inside = operands[1] if len(operands) > 1 else {}
            stack.append(-1 if operands[0] == "/Artifact" else dict(inside).get("/MCID"))
        elif operator == b"EMC":
            stack.pop()
        elif operator == b"Tf":
            font = fonts[operands[0]]
        elif operator in SHOWS | PAINTS:
            mark = next((one for one in reversed(stack) if one is not None), None)
            if mark is None:
                loose.append(operator)
            elif operator in SHOWS and mark >= 0:
                said[mark] = said.get(mark, "") + shown(operands, font)
    return said, loose


def shown(operands: list[Any], font: dict[bytes, str]) -> str:
    parts = operands[0] if isinstance(operands[0], list) else operands
    data = b"".join(
        one.original_bytes if hasattr(one, "original_bytes") else bytes(one)
        for one in parts
        if not isinstance(one, int | float)
    )
    return "".join(font.get(data[at : at + 2], "?") for at in range(0, len(data), 2))


def read_aloud(reader: Any) -> str:
    """The words of the document in the order of its tags."""
    pages = {page.indirect_reference.idnum: marked(page)[0] for page in reader.pages}
    said: list[str] = []

    def walk(element: Any, page: int | None) -> None:
        if isinstance(element, int):
            said.append(pages[page or 0].get(element, ""))
            return
        here = element.raw_get("/Pg").idnum if "/Pg" in element else page
        if element.get("/Type") == "/MCR":
            said.append(pages[here or 0].get(element["/MCID"], ""))
        elif element.get("/Type") != "/OBJR":
            for inner in kids(element):
                walk(inner, here)

    walk(reader.trailer["/Root"]["/StructTreeRoot"], None)
    return re.sub(r"\s+", "", "".join(said)).replace("\u200b", "")


def plain(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_all_that_is_painted_is_tagged_or_set_aside() -> None:
    reader = made(own_words=PAGE.own_words * 30)
    assert len(reader.pages) >= 3
    assert [marked(page)[1] for page in reader.pages] == [[]] * len(reader.pages)
    assert all(page["/Tabs"] == "/S" for page in reader.pages if "/Annots" in page)


def test_title_language_and_mark() -> None:
    for language, stated in (("en-US", "en"), ("es", "es")):
        reader = made(language=language)
        root = reader.trailer["/Root"]
        assert (root["/Lang"], bool(root["/MarkInfo"]["/Marked"])) == (stated, True)
        assert bool(root["/ViewerPreferences"]["/DisplayDocTitle"])
        assert PAGE.name in reader.metadata.title
        metadata = root["/Metadata"].get_data().decode()
        assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
        assert "dc:title" in metadata


@pytest.mark.parametrize(
    ("content", "label"), [(SMALL, "code_signed"), (LARGE, "code_fingerprint")], ids=["small", "large"]
)
@pytest.mark.parametrize("language", ["en-US", "es"])
def test_the_code_is_a_figure_whose_text_says_what_it_is(content: bytes, label: str, language: str) -> None:
    figures = [one for one in elements(made(content, language=language)) if one["/S"] == "/Figure"]
    assert [one["/Alt"] for one in figures] == [own_labels(language)[label]]


def test_headings_begin_at_one_and_skip_none() -> None:
    levels = [int(tag[2:]) for tag in tags(made()) if re.fullmatch(r"/H\d", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_a_table_has_rows_of_equal_length_with_heads_that_say_of_what() -> None:
    reader = made()
    (table,) = [one for one in elements(reader) if one["/S"] == "/Table"]
    rows = list(walk_to(table, "/TR"))
    assert len(rows) == 1 + len(PAGE.answers)
    assert {len([cell for cell in kids(row) if cell["/S"] in ("/TH", "/TD")]) for row in rows} == {3}
    heads = list(kids(rows[0]))
    assert [attribute(one, "/Scope") for one in heads] == ["/Column"] * 3


def walk_to(element: Any, tag: str) -> Iterator[Any]:
    for inner in kids(element):
        if isinstance(inner, dict):
            if inner.get("/S") == tag:
                yield inner
            yield from walk_to(inner, tag)


def attribute(element: Any, name: str) -> Any:
    held = element.get("/A", {})
    held = held.get_object() if hasattr(held, "get_object") else held
    listed = held if isinstance(held, list) else [held]
    return next((one.get_object()[name] for one in listed if name in one.get_object()), None)


def test_a_list_holds_items_and_they_hold_their_words() -> None:
    lists = [one for one in elements(made()) if one["/S"] == "/L"]
    assert lists
    for one in lists:
        assert {inner["/S"] for inner in kids(one)} == {"/LI"}
        assert all("/LBody" in {inner["/S"] for inner in kids(item)} for item in kids(one))


@pytest.mark.parametrize("language", ["en-US", "es"])
def test_it_is_read_in_the_order_of_the_page(language: str) -> None:
    said, told = read_aloud(made(language=language)), own_labels(language)
    wanted = (
        told["practice_sentence"],
        PAGE.name,
        PAGE.title,
        PAGE.made_on,
        PAGE.summary,
        told["answers"],
        *(text for answer in PAGE.answers for text in (answer.asked, answer.shown_by, answer.evidence_words)),
        told["own_words"],
        PAGE.own_words[0].about,
        PAGE.own_words[0].text,
        told["sent"],
        *(sent.title for sent in PAGE.sent),
        told["how_to_check"],
        PAGE.domain,
        PAGE.challenge,
        PAGE.holder,
        told["code_fingerprint"],
        told["made_with"],
    )
    place = 0
    for text in wanted:
        found = said.find(plain(text), place)
        assert found >= place, f"{text!r} is not where it should be read"
        place = found + len(plain(text))
