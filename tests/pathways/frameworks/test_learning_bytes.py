"""Bytes of lists: every encoding and delimiter, and hostile ones, which are refused or told row by row."""

import codecs
import zipfile
from datetime import date

import pytest
from learning_lists import (
    NEW_YORK,
    NEW_YORK_HEAD,
    plain,
    table,
)
from tiny_releases import xlsx

from pathways.errors import PathwaysError
from pathways.frameworks.learning import table as tables
from pathways.frameworks.learning.own import list_json, template_csv
from pathways.frameworks.learning.read import read_list

AS_OF = date(2026, 10, 1)


def only(content, **more):
    found = read_list(content, "list.csv", **more)
    assert not found.troubles
    (row,) = found.rows
    return row


def troubles(content):
    return [(one.row, one.field, one.code) for one in read_list(content, "list.csv").troubles]


def refused(content, name="list.csv", **more):
    with pytest.raises(PathwaysError) as error:
        read_list(content, name, **more)
    return error.value.code


def test_two_lists_in_one_file_keep_their_letters():
    lines = ("Program Name,Provider\n", "Curso de español,A\n", "Niñez,B\n")
    found = read_list(b"".join((lines[0].encode(), lines[1].encode(), lines[2].encode("cp1252"))), "list.csv")
    assert [row.step.name for row in found.rows] == ["Curso de español", "Niñez"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings(encoding):
    text = "Program Name,Provider\nSoldadura básica,Colegio Ñandú\n"
    assert only(text.encode(encoding)).step.provider == "Colegio Ñandú"


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
def test_delimiters(delimiter):
    lines = [("Program Name", "Provider", "Cost"), ("Welding", "School", "10")]
    assert only("\n".join(delimiter.join(one) for one in lines).encode()).step.cost.value == 10


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\x00\x01\x02\x03" * 99, "learning_not_text"),
        (codecs.BOM_UTF8 + b"Program Name,Provider\nCaf\xe9,X\n", "learning_not_text"),
        (b"Program Name,Provider\nCaf\x81,X\n", "learning_not_text"),
        (b"", "learning_nothing_in_it"),
        (b"\n\n , \n", "learning_nothing_in_it"),
        (b"Program Name,Provider\n", "learning_nothing_in_it"),
        (b'Program Name,Provider\n"Welding,School\nNursing,School\n', "learning_quotes"),
        (b"PK\x03\x04 not a zip", "learning_unreadable"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "learning_unreadable"),
        (b"%PDF-1.7 1 0 obj", "learning_columns"),
        (b"a,b\n1,2\n", "learning_columns"),
        (b"Program Name,Provider\n" + b"," * 20_000, "learning_not_known"),
        (b"Program Name,Provider\n" + b"\n" * 1_000_001, "learning_too_many_rows"),
    ],
    ids=[
        "noise", "not its mark", "no letter", "empty", "blank", "only headings", "open quote", "no zip", "no xls",
        "pdf", "no list", "wide", "blank lines",
    ],
)  # fmt: skip
def test_what_is_no_list_is_refused(content, code):
    assert refused(content) == code


def test_too_many_rows_are_refused_not_cut():
    content = b"Program Name,Provider\n" + b"Welding,School\n" * (tables.MOST_ROWS + 1)
    assert refused(content) == "learning_too_many_rows"


def test_a_workbook_that_unpacks_to_far_more_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "bomb.xlsx", "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/workbook.xml", b"<workbook/>")
        book.writestr("xl/worksheets/sheet1.xml", bytes(30_000_000))
    assert refused((tmp_path / "bomb.xlsx").read_bytes()) == "learning_too_large"


@pytest.mark.parametrize("cell", ["A90000", "DA1", "XFD1048576"])
def test_a_cell_far_out_is_refused_before_room_is_made(tmp_path, cell):
    xlsx(tmp_path / "a.xlsx", {"A": [("Program Name", "Provider"), ("Welding", "School")]})
    with zipfile.ZipFile(tmp_path / "a.xlsx") as book:
        parts = {name: book.read(name) for name in book.namelist()}
    far = f'<row><c r="{cell}"><v>1</v></c></row></sheetData>'.encode()
    with zipfile.ZipFile(tmp_path / "b.xlsx", "w") as book:
        for part, data in parts.items():
            book.writestr(part, data.replace(b"</sheetData>", far))
    assert refused((tmp_path / "b.xlsx").read_bytes()) == "learning_too_many_rows"


@pytest.mark.parametrize(
    "bad", ["a\x1b[31mb", "a\u202eb", "x" * 400, "x" * 500_000], ids=["escape", "turned", "long", "huge"]
)
def test_names_that_cannot_be_shown_are_left_out_and_other_texts_unknown(bad):
    content = plain(
        {"name": bad, "provider": "School", "schedule": ""},
        {"name": "Welding", "provider": bad, "schedule": "Mondays"},
    )
    found = read_list(content, "x.csv")
    assert [(one.step.name, one.step.provider) for one in found.rows] == [("Welding", None)]
    assert [(one.row, one.field, one.left_out) for one in found.troubles] == [(2, "name", True), (3, "provider", False)]
    assert all(len(one.cell) < 100 and "\x1b" not in one.cell for one in found.troubles)


def test_the_template_takes_what_it_says_and_leaves_its_example_out():
    assert refused(template_csv()) == "learning_nothing_in_it"
    filled = template_csv().replace(b"Nursing assistant (example, take this row out)", b"Nursing assistant")
    step = only(filled).step
    assert (step.cost.value, step.hours.value, step.weeks.value, step.cip) == (1200, 100, 8, "51.3902")
    assert (step.kind, step.online, step.offering.language, len(step.offering.starts)) == ("course", False, "en", 2)


def test_what_is_handed_on_reads_as_the_same():
    found = read_list(table(NEW_YORK_HEAD, NEW_YORK), "x.csv")
    again = read_list(list_json("Near me", found.rows), "x.json")
    assert (again.kind, again.name) == ("pathfolio", "Near me")
    assert [one.step for one in again.rows] == [one.step for one in found.rows]
