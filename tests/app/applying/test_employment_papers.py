"""The employment plan on paper: it says all, can be read aloud, has lines to fill in, and words stay words."""

import dataclasses
import io
from datetime import UTC, datetime
from typing import Any

import pytest
from employment_pages import LABELS, PAGE
from read_papers import Page, pdf_elements, pdf_headings, pdf_words

from app.applying.employment_document import EMPLOYMENT_LABELS, Fact, Objective, PaperStep, ShownBy, employment_html
from app.applying.pdf import employment_pdf

pypdf = pytest.importorskip("pypdf")

CREATED = datetime(2026, 3, 10, 18, 42, tzinfo=UTC)
HOSTILE = (
    '</title></style><script>alert(1)</script>\u202e\u0007 #panic("x") ] } *bold* $x$ @ref <label> \\u{1F600} ${x}'
)
SAID = (
    "Individual Employment Plan", "Maya Torres", "Medical Assistants (O*NET-SOC code 31-9092.00)", PAGE.summary,
    "Customer Care in Clinics", "Signed, expired Jan 31", "It is out of date.", "1. CPR card", "2. Vital signs",
    "$45, seen in 2026", "WIOA voucher", "This pays for the exam alone.", "Monday nights", "Proven cheapest.",
    "Draw blood", "Calm upset patients", "A ride to the test", "Send proof.", "Signatures",
    "CPR card: Price (seen in 2026), https://example.org/cpr", "made-up database", "Made with Pathfolio",
)  # fmt: skip


def pdf(page: Any = PAGE) -> Any:
    pytest.importorskip("typst", reason="Typst has no wheel for this machine")
    return pypdf.PdfReader(io.BytesIO(employment_pdf(page, LABELS, created=CREATED)))


def html(page: Any = PAGE) -> Page:
    return Page(employment_html(page, LABELS))


def kinds(reader: Any) -> list[Any]:
    return [element.get("/S") for element in pdf_elements(reader)]


@pytest.mark.parametrize("said", SAID)
def test_both_papers_say_all_of_it(said: str) -> None:
    assert said in html().text()
    assert said in pdf_words(pdf())


def test_the_pdf_is_tagged_titled_and_in_a_language() -> None:
    reader = pdf()
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 (a PDF boolean)
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712 (a PDF boolean)
    assert reader.metadata.title == "Individual Employment Plan – Maya Torres – Medical Assistants"
    assert "<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data().decode()
    assert pdf(dataclasses.replace(PAGE, language="es-US")).trailer["/Root"]["/Lang"] == "es"


def test_the_pdf_is_read_in_order_under_headings_with_tables_that_have_heads() -> None:
    reader = pdf()
    found = kinds(reader)
    assert pdf_headings(reader) == ["/H1", *["/H2"] * 3, "/H3", "/H3", *["/H2"] * 7, "/H3"]
    assert found.count("/Table") == 3
    assert found.count("/TH") == 9
    assert found.count("/TD") == 3 * (2 + 2 + 2)
    assert "/L" in found
    text = pdf_words(reader)
    places = [
        text.index(said) for said in ("What is shown, and", "Objectives:", "next steps", "Supports", "Signatures")
    ]
    assert places == sorted(places)


def test_the_same_page_gives_the_same_bytes() -> None:
    pytest.importorskip("typst", reason="Typst has no wheel for this machine")
    one, two = (employment_pdf(PAGE, LABELS, created=CREATED) for _ in range(2))
    assert one == two


def test_the_web_page_has_landmarks_headings_and_a_language() -> None:
    page = html()
    assert page.having("html")[0]["lang"] == "en-US"
    assert len(page.having("main")) == len(page.having("header")) == len(page.having("footer")) == 1
    assert (len(page.having("h1")), len(page.having("h2")), len(page.having("h3"))) == (1, 10, 3)
    assert all(table["aria-label"] for table in page.having("table"))
    assert all(head.get("scope") in {"col", "row"} for head in page.having("th"))
    assert [link["href"] for link in page.having("a")] == ["https://example.org/cpr"]


def test_what_is_empty_is_a_line_to_fill_in_by_hand_and_never_none() -> None:
    page = html()
    empty = sum(not one.value for step in PAGE.steps for one in step.agreed) + 2 + 1 + 3 + 4
    assert len([one for one in page.having("span") if one["class"] == "blank"]) == empty
    assert page.text().count(LABELS["by_hand_line"]) == empty
    assert "None" not in page.text()
    assert "None" not in pdf_words(pdf())
    bare = dataclasses.replace(PAGE, name="", supports=(), facts=(Fact("Counselor", ""),), duties=(Fact("You", ""),))
    assert html(bare).text().count(LABELS["by_hand_line"]) == 1 + 1 + 3 + 2 + 1 + 3 + 4
    assert "Supports needed Who does what" in pdf_words(pdf(bare))
    filled_in = dataclasses.replace(PAGE, notes="Calls on Mondays.")
    assert html(filled_in).text().count(LABELS["by_hand_line"]) == empty - 3


def test_a_line_is_drawn_for_each_empty_field() -> None:
    """Lines are strokes: with every field filled in there are fewer of them on the sheets."""

    def strokes(page: Any) -> int:
        return sum(sheet.get_contents().get_data().count(b"\nS\n") for sheet in pdf(page).pages)

    filled_in = dataclasses.replace(PAGE, facts=tuple(dataclasses.replace(one, value="Pat") for one in PAGE.facts))
    assert strokes(PAGE) - strokes(filled_in) == 2


def test_practice_is_on_every_sheet_and_only_there() -> None:
    long = dataclasses.replace(PAGE, steps=PAGE.steps * 12)
    reader = pdf(long)
    assert len(reader.pages) > 3
    assert all("PRACTICE" in sheet.extract_text() for sheet in reader.pages)
    assert LABELS["practice_sentence"] in html().text()
    real = dataclasses.replace(PAGE, practice=False)
    assert "PRACTICE" not in pdf_words(pdf(real))
    assert LABELS["practice_sentence"] not in html(real).text()


def test_no_step_is_cut_in_two() -> None:
    many = tuple(dataclasses.replace(PAGE.steps[0], title=f"{n}. Step{n}", notes=(f"End{n}.",)) for n in range(1, 16))
    sheets = [sheet.extract_text() for sheet in pdf(dataclasses.replace(PAGE, steps=many)).pages]
    for number in range(1, 16):
        assert any(f"{number}. Step{number}\n" in one and f"End{number}." in one for one in sheets)


def hostile_page() -> Any:
    fact = Fact(HOSTILE, HOSTILE)
    return dataclasses.replace(
        PAGE,
        language='en"><script>',
        name=HOSTILE,
        goal=HOSTILE,
        goal_code=HOSTILE,
        summary=HOSTILE,
        facts=(fact,),
        shown=(ShownBy(HOSTILE, "shown", HOSTILE, HOSTILE, HOSTILE),),
        objectives=(Objective(HOSTILE, "missing", HOSTILE, HOSTILE, HOSTILE),),
        steps=(PaperStep(HOSTILE, HOSTILE, (fact,), (fact,), (HOSTILE,)),),
        left_over=((HOSTILE, (HOSTILE,)),),
        supports=(HOSTILE,),
        duties=(fact,),
        notes=HOSTILE,
        sources=((HOSTILE, "javascript:alert(1)"),),
        attributions=(HOSTILE,),
    )


def test_hostile_words_stay_words_on_the_web_page() -> None:
    page = html(hostile_page())
    assert {tag for tag, _ in page.tags} <= {tag for tag, _ in html().tags}
    assert page.having("a") == []
    assert "\u202e" not in page.text()
    assert "<script>alert(1)</script>" in page.text()


def test_words_are_never_read_as_typst() -> None:
    page = dataclasses.replace(hostile_page(), language="en-US")
    text = pdf_words(pdf(page))
    assert '#panic("x") ] } *bold* $x$ @ref <label>' in text
    assert "\u202e" not in text


def test_a_plan_with_nothing_in_it_is_still_a_paper() -> None:
    page = dataclasses.replace(
        PAGE, name="", shown=(), objectives=(), steps=(), left_over=(), sources=(), attributions=(), blocks=()
    )
    for text in (html(page).text(), pdf_words(pdf(page))):
        assert LABELS["nothing_shown"] in text
        assert LABELS["nothing_to_learn"] in text
        assert PAGE.no_steps in text
    assert pdf(page).metadata.title == "Individual Employment Plan – Medical Assistants"


def test_every_label_is_named_and_needed() -> None:
    class Used(dict[str, str]):
        def __init__(self, labels: dict[str, str]) -> None:
            super().__init__(labels)
            self.used: set[str] = set()

        def __getitem__(self, key: str) -> str:
            self.used.add(key)
            return super().__getitem__(key)

    labels = Used(LABELS)
    employment_html(PAGE, labels)
    employment_html(dataclasses.replace(PAGE, shown=(), objectives=()), labels)
    assert labels.used | {"page"} == set(EMPLOYMENT_LABELS) == set(LABELS)
