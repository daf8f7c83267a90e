"""Lists of learning as tables: columns told by their headings, rows read or named, nothing guessed."""

import codecs
import zipfile
from datetime import date

import pytest
from learning_lists import (
    CALIFORNIA,
    CALIFORNIA_HEAD,
    NEW_YORK,
    NEW_YORK_HEAD,
    TEXAS_HEAD,
    plain,
    table,
    texan,
    texas,
)
from tiny_releases import xlsx

from pathways.errors import PathwaysError
from pathways.frameworks.learning import table as tables
from pathways.frameworks.learning.own import list_csv, list_json, template_csv
from pathways.frameworks.learning.read import proposals_of, read_list

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


def test_texas():
    found = read_list(texas(), "texas.csv", as_of=AS_OF)
    assert (found.kind, found.read, found.troubles) == ("table", 2, ())
    assistant, driver = (one.step for one in found.rows)
    assert (assistant.id, assistant.name, assistant.provider) == ("1001", "Medical Assistant", "Austin College")
    assert (assistant.cost.value, assistant.cost.year, assistant.weeks.value, assistant.hours.value) == (
        1450,
        2026,
        24,
        720,
    )
    assert (assistant.cip, assistant.offering.place, assistant.offering.credential) == ("51.0801", "Austin, TX", "Cert")
    assert (assistant.offering.as_of, assistant.offering.includes, assistant.online) == (AS_OF, "Total Cost", None)
    assert (driver.offering.place, driver.cost.value) == ("Dallas, TX", 4500)
    assert "Completion Rate" not in found.columns.values()


def test_california():
    row = only(table(CALIFORNIA_HEAD, CALIFORNIA))
    step = row.step
    assert (step.cost.value, step.offering.includes) == (2350.5, "Tuition + Books and Materials")
    assert (step.cip, row.occupations, step.online, step.weeks.value) == ("51.0801", ("31-9092",), False, 26)
    assert (step.offering.place, step.offering.page) == ("Fresno, CA", "https://fresno.example/ma")


def test_books_of_unknown_price_are_not_free():
    row = only(table(CALIFORNIA_HEAD, (*CALIFORNIA[:5], "n/a", *CALIFORNIA[6:])))
    assert (row.step.cost.value, row.step.offering.includes) == (2000, "Tuition")


@pytest.mark.parametrize(
    ("parts", "price", "partly"),
    [
        (("0", "200", "TBD"), None, True),
        (("1000", "", "50"), None, True),
        (("0", "", "0"), None, True),
        (("0", "200", "50"), 250, False),
        (("0", "0", "0"), 0, False),
        (("1000", "0", ""), 1000, False),
    ],
)
def test_a_price_told_in_parts_is_whole_or_unknown(parts, price, partly):
    named = dict(zip(("cost", "fees", "books"), parts, strict=True))
    found = read_list(plain({"name": "Welding", "provider": "School", **named}), "x.csv")
    assert [one.step.cost.value for one in found.rows] == [price]
    assert [one.code for one in found.troubles] == (["price_partly"] if partly else [])


def test_new_york():
    row = only(table(NEW_YORK_HEAD, NEW_YORK))
    step = row.step
    assert (step.cost.value, step.weeks.value, step.hours.value, step.online) == (0, 12, 240, True)
    assert (step.offering.language, step.offering.schedule) == ("es", "Mon/Wed 6–9 p.m.")
    assert step.offering.starts == (date(2027, 1, 11), date(2027, 3, 8))
    assert row.occupations == ("31-9092.00",)


def test_a_workbook_reads_as_its_table(tmp_path):
    rows = [("Texas list",), TEXAS_HEAD, texan(), texan(TWIST_Program_ID="2", Total_Cost=99.5)]
    xlsx(tmp_path / "a.xlsx", {"About": [("Read me",)], "Programs": rows})
    found = read_list((tmp_path / "a.xlsx").read_bytes(), "a.xlsx")
    assert [one.step.cost.value for one in found.rows] == [1450, 99.5]
    assert not found.troubles


def test_sheets_with_the_same_columns_are_one_list_and_others_are_named(tmp_path):
    health = [TEXAS_HEAD, texan()]
    trades = [("Trades",), TEXAS_HEAD, texan(TWIST_Program_ID="2"), texan(TWIST_Program_ID="3", Total_Cost=-1)]
    other = [("Program Name", "Provider"), ("Welding", "School")]
    xlsx(tmp_path / "a.xlsx", {"Health": health, "Trades": trades, "Old": other, "Empty": []})
    found = read_list((tmp_path / "a.xlsx").read_bytes(), "a.xlsx")
    assert [one.step.id for one in found.rows] == ["1001", "2", "3"]
    assert [(one.row, one.code, one.cell) for one in found.troubles] == [
        (1, "sheet_other", "Program Name | Provider"),
        (6, "price_negative", "-1"),
    ]


def test_a_workbooks_fault_is_no_name():
    content = table(TEXAS_HEAD, texan(Program_Name="#REF!"), texan(Provider_Name="#N/A"))
    found = read_list(content, "a.csv")
    assert [one.step.provider for one in found.rows] == [None]
    assert [(one.field, one.code) for one in found.troubles] == [("name", "name_bad"), ("provider", "text_bad")]


def test_a_person_corrects_the_columns():
    head = ("Thing", "Who", "Out of state", "In state tuition")
    content = table(head, ("Welding", "Trade School", "900", "300"))
    assert refused(content) == "learning_columns"
    assert proposals_of(content, "x.csv").lacking == ("name",)
    row = only(content, mapping={"name": "thing", "provider": "WHO", "cost": "Out of state"})
    assert (row.step.name, row.step.provider, row.step.cost.value) == ("Welding", "Trade School", 900)
    assert refused(content, mapping={"name": "Nothing"}) == "learning_no_such_column"
    assert refused(content, mapping={"nome": "Thing"}) == "learning_field_unknown"


def test_twin_headings_are_never_taken():
    content = table(("Program Name", "Provider", "Cost", "Cost"), ("Welding", "School", "1", "2"))
    found = proposals_of(content, "x.csv")
    assert (found.twins, found.mapping) == (("Cost", "Cost")[:1], {"name": "Program Name", "provider": "Provider"})
    assert only(content).step.cost.value is None
    assert refused(content, mapping={"name": "Program Name", "cost": "Cost"}) == "learning_heading_twice"


@pytest.mark.parametrize(
    ("cell", "value", "code"),
    [
        ("$1,200.00", 1200, ""),
        ("1200", 1200, ""),
        ("USD 80", 80, ""),
        ("Free", 0, ""),
        ("0", 0, ""),
        ("", None, ""),
        ("N/A", None, ""),
        ("1.200,00", None, "price_unclear"),
        ("1.200", None, "price_unclear"),
        ("1,20", None, "price_unclear"),
        ("-20", None, "price_negative"),
        ("($500)", None, "price_negative"),
        ("$1,200 - $1,500", None, "price_range"),
        ("€100", None, "price_other_currency"),
        ("=1+1", None, "price_unclear"),
        ("99999999", None, "too_large"),
        ("١٢٠٠", None, "price_unclear"),
        ("1e3", None, "price_unclear"),
        ("nan", None, "price_unclear"),
    ],
)
def test_a_price_is_clear_or_unknown(cell, value, code):
    content = plain({"name": "Welding", "provider": "School", "cost": cell})
    found = read_list(content, "x.csv")
    assert [one.step.cost.value for one in found.rows] == [value]
    assert [one.code for one in found.troubles] == ([code] if code else [])


@pytest.mark.parametrize(
    ("cell", "weeks", "hours", "code"),
    [
        ("6 weeks", 6, None, ""),
        ("2 months", 8.67, None, ""),
        ("P6W", 6, None, ""),
        ("PT40H", None, 40, ""),
        ("40 clock hours", None, 40, ""),
        ("6-week", 6, None, ""),
        ("10 wks (120 hrs)", 10, 120, ""),
        ("approx. 120 hours over 10 weeks", 10, 120, ""),
        ("6 weeks, full-time", 6, None, ""),
        ("1 year program", 52, None, ""),
        *[
            (cell, None, None, "length_unclear")
            for cell in (
                "2 years (24 months)",
                "4 weeks or 2 months",
                "1 1/2 years",
                "less than 1 year",
                "up to 6 months",
                "12 weeks, 3 hours every Saturday",
                "4 hours a night",
                "3 hours/session",
                "5 days x 8 hours",
                "10 weeks plus an internship",
            )
        ],
        ("3 credit hours", None, None, "length_in_credits"),
        ("2 semesters", None, None, "length_in_credits"),
        ("6-8 weeks", None, None, "length_range"),
        ("4 hours per week", None, None, "length_unclear"),
        ("12", None, None, "length_unclear"),
        ("-3 weeks", None, None, "length_negative"),
        ("0 weeks", None, None, "length_zero"),
        ("9000 weeks", None, None, "too_large"),
    ],
)
def test_a_length_is_clear_or_unknown(cell, weeks, hours, code):
    found = read_list(plain({"name": "Welding", "provider": "School", "length": cell}), "x.csv")
    (step,) = (one.step for one in found.rows)
    assert (step.weeks.value, step.hours.value) == (weeks, hours)
    assert [one.code for one in found.troubles] == ([code] if code else [])


@pytest.mark.parametrize(
    ("city", "state", "place"),
    [
        ("AUSTIN", "Texas", "Austin, TX"),
        ("Austin TX 78701", "", "Austin, TX"),
        ("Austin, TX", "TX", "Austin, TX"),
        ("Pago Pago", "American Samoa", "Pago Pago, AS"),
        ("Saint Thomas", "U.S. Virgin Islands", "Saint Thomas, VI"),
    ],
)
def test_a_place_is_a_city_and_its_state(city, state, place):
    found = only(plain({"name": "Welding", "provider": "School", "city": city, "state": state}))
    assert found.step.offering.place == place


@pytest.mark.parametrize(
    ("cell", "days"),
    [
        ("1/11/2027", (date(2027, 1, 11),)),
        ("01/11/2027 12:00:00 AM", (date(2027, 1, 11),)),
        ("1/11/2027 at 9 a.m.", (date(2027, 1, 11),)),
        ("2027-01-11T09:00:00.000Z", (date(2027, 1, 11),)),
        ("2027-01-11 09:00-06:00; Jan 18, 2027", (date(2027, 1, 11), date(2027, 1, 18))),
        *[
            (cell, ())
            for cell in (
                "10/01/2026 and 01/11/2027",
                "1/11/2027 3/8/2027",
                "01/11/2027 (cancelled)",
                "2027-01-11T09:00-2027-02-01",
            )
        ],
    ],
)
def test_a_day_to_begin_is_clear_or_unknown(cell, days):
    found = read_list(plain({"name": "Welding", "provider": "School", "starts": cell}), "x.csv")
    assert [one.step.offering.starts for one in found.rows] == [days]
    assert [one.code for one in found.troubles] == ([] if days else ["day_bad"])


def test_a_bare_number_has_the_unit_of_its_heading():
    head = ("Program Name", "Provider", "Program Length (months)")
    assert only(table(head, ("Welding", "School", "3"))).step.weeks.value == 13


def test_rows_of_another_width_are_named_and_left_out():
    content = texas() + b"Source: the state\r\n" + b"," * 30 + b"x\r\n"
    found = read_list(content, "x.csv")
    assert len(found.rows) == 2
    assert [(one.row, one.code, one.left_out) for one in found.troubles] == [
        (5, "row_short", True),
        (6, "row_long", True),
    ]
    assert found.read == 4


def test_the_same_row_has_the_same_key_in_a_newer_list():
    old = plain({"name": "Welding", "provider": "School", "city": "Waco", "cost": "10", "starts": "2026-01-05"})
    new = plain(
        {"name": "First aid", "provider": "School"},
        {"name": "Welding", "provider": "School", "city": "Waco", "cost": "20", "starts": "2027-01-05"},
    )
    assert only(old).key in {one.key for one in read_list(new, "x.csv").rows}


def test_twins():
    one = {"name": "Welding", "provider": "School", "cost": "10", "starts": "2027-01-04"}
    twice = read_list(plain(one, one), "x.csv")
    assert (len(twice.rows), [t.code for t in twice.troubles]) == (1, ["row_twice"])
    other_day = read_list(plain(one, {**one, "starts": "2027-03-01"}), "x.csv")
    assert [r.step.offering.starts for r in other_day.rows] == [(date(2027, 1, 4), date(2027, 3, 1))]
    other_price = read_list(plain(one, {**one, "cost": "20"}), "x.csv")
    assert [r.step.cost.value for r in other_price.rows] == [10, 20]
    assert len({r.key for r in other_price.rows}) == 2
    at_odds = read_list(plain({**one, "id": "7"}, {**one, "id": "7", "cost": "20"}), "x.csv")
    assert (at_odds.rows, [t.code for t in at_odds.troubles]) == ((), ["row_differs", "row_differs"])


def test_steps_that_wait_for_each_other_are_named_and_left_out():
    rows = [
        {"id": "a", "name": "First", "provider": "S", "needs": "b"},
        {"id": "b", "name": "Second", "provider": "S", "needs": "Third"},
        {"id": "c", "name": "Third", "provider": "S", "needs": "a"},
        {"id": "d", "name": "Fourth", "provider": "S", "needs": "e; gone"},
        {"id": "e", "name": "Fifth", "provider": "S", "needs": ""},
    ]
    found = read_list(plain(*rows), "x.csv")
    assert {one.key: one.step.needs for one in found.rows} == {"d": ("e", "gone"), "e": ()}
    assert [(t.row, t.code) for t in found.troubles] == [
        (2, "needs_loop"),
        (3, "needs_loop"),
        (4, "needs_loop"),
        (5, "need_not_listed"),
    ]
    assert "First" in found.troubles[0].cell


def test_a_loop_through_a_step_of_several_places_is_named():
    rows = [
        {"id": "A~x", "name": "First in X", "provider": "S", "needs": "B"},
        {"id": "A~y", "name": "First in Y", "provider": "S", "needs": "B"},
        {"id": "B", "name": "Second", "provider": "S", "needs": "A"},
        {"id": "C~x", "name": "Third in X", "provider": "S", "needs": "D"},
        {"id": "C~y", "name": "Third in Y", "provider": "S", "needs": ""},
        {"id": "D", "name": "Fourth", "provider": "S", "needs": "C"},
    ]
    found = read_list(plain(*rows), "x.csv")
    told = [(one.row, one.code) for one in found.troubles]
    assert told == [(2, "needs_loop"), (4, "needs_loop")]
    assert "First in X" in found.troubles[0].cell
    assert {one.step.id for one in found.rows} >= {"C~x", "C~y", "D"}


def test_formulas_stay_text_and_are_harmless_when_written_again():
    name = "=cmd|' /C calc'!A0"
    row = only(plain({"name": name, "provider": "@SUM(A1)", "cost": "5"}))
    assert (row.step.name, row.step.provider) == (name, "@SUM(A1)")
    written = list_csv([row])
    assert b"'=cmd" in written
    assert b"'@SUM" in written
    assert only(written).step.name == name


def test_a_formula_in_a_workbook_is_what_the_sheet_showed(tmp_path):
    xlsx(tmp_path / "a.xlsx", {"A": [("Program Name", "Provider"), ("Welding", "School")]})
    with zipfile.ZipFile(tmp_path / "a.xlsx") as book:
        parts = {name: book.read(name) for name in book.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    assert b"<t>School</t>" in sheet or b"School" in sheet
    at = sheet.rindex(b"<c ")
    parts["xl/worksheets/sheet1.xml"] = (
        sheet[:at]
        + b'<c r="B2" t="str"><f>WEBSERVICE("https://evil.example")</f><v>Shown</v></c></row></sheetData></worksheet>'
    )
    with zipfile.ZipFile(tmp_path / "b.xlsx", "w") as book:
        for part, data in parts.items():
            book.writestr(part, data)
    assert only((tmp_path / "b.xlsx").read_bytes()).step.provider == "Shown"


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
