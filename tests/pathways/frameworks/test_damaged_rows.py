"""A damaged row is counted and named."""

import zipfile
from pathlib import Path

import brought_pay as oews
import brought_releases as made
import pytest
from brought_releases import NURSE
from taken_releases import RATED, refusal, skill, taken, whole
from tiny_releases import CODE, csv_text, tsv, xlsx

from pathways.errors import PathwaysError
from pathways.frameworks.given import given_files
from pathways.frameworks.recognize import recognize
from pathways.frameworks.take import take


@pytest.mark.parametrize(
    ("bad", "reason", "column", "cell"),
    [
        ((NURSE, "2.A.1.b", "Active"), "row_short", "", ""),
        ((*skill(one="2.A.1.b"), "more", ""), "row_long", "", ""),
        (skill("29-1141", "2.A.1.b"), "code_bad", CODE, "29-1141"),
        (skill("29-1141.00; DROP", "2.A.1.b"), "code_bad", CODE, "29-1141.00; DROP"),
        (skill(one="../../etc"), "code_bad", "Element ID", "../../etc"),
        (skill(one="2.A.1.b", value=""), "cell_missing", "Data Value", ""),
        (skill(one="2.A.1.b", value="4,12"), "number_bad", "Data Value", "4,12"),
        (skill(one="2.A.1.b", value="nan"), "number_bad", "Data Value", "nan"),
        (skill(one="2.A.1.b", value=7.01), "number_bad", "Data Value", "7.01"),
        (skill(one="2.A.1.b", value=-1), "number_bad", "Data Value", "-1"),
        (skill(one="2.A.1.b", value="1_0e-1"), "number_bad", "Data Value", "1_0e-1"),
        (skill(one="2.A.1.b", value="٣"), "number_bad", "Data Value", "٣"),
        (skill(one="2.A.1.b", value=5.01), "number_bad", "Data Value", "5.01"),
        (skill(one="2.A.1.b", value=0.5), "number_bad", "Data Value", "0.5"),
        (skill(one="2.A.1.b", scale="XX"), "mark_bad", "Scale ID", "XX"),
        (skill(one="2.A.1.b", scale=""), "mark_bad", "Scale ID", ""),
        ((NURSE, "2.A.1.b", "", "IM", 3, "N", "n/a"), "cell_missing", "Element Name", ""),
        ((NURSE, "2.A.1.b", "gp.exe\u202eA", "IM", 3, "N", "n/a"), "text_bad", "Element Name", "gp.exe A"),
        ((NURSE, "2.A.1.b", "\x1b[2J", "IM", 3, "N", "n/a"), "text_bad", "Element Name", " [2J"),
        ((NURSE, "2.A.1.b", "Active", "IM", 3, "maybe", "n/a"), "mark_bad", "Recommend Suppress", "maybe"),
    ],
)
def test_a_damaged_row_is_left_out_counted_and_named(
    folder: Path, bad: tuple[object, ...], reason: str, column: str, cell: str
) -> None:
    tsv(folder, "Skills", RATED, *whole(3), bad, *[skill(one="2.B.9")])
    kept = taken(folder)
    assert (kept.counted["skills"].read, dict(kept.counted["skills"].left_out)) == (5, {reason: 1})
    (damage,) = kept.damages
    assert (damage.file, damage.row, damage.reason) == ("Skills.txt", 5, reason)
    assert (damage.column, damage.cell) == (column, cell)
    (part,) = kept.tables["skills"]
    assert len(part.splitlines()) == 5
    assert b"2.B.9" in part


def test_of_two_rows_that_gainsay_each_other_neither_is_believed(folder: Path) -> None:
    tsv(folder, "Skills", RATED, *whole(3), skill(one="2.A.9", value=1), skill(one="2.A.9", value=5), whole(1)[0])
    kept = taken(folder)
    assert dict(kept.counted["skills"].left_out) == {"row_twice": 3}
    assert [d.row for d in kept.damages] == [5, 6, 7]
    (part,) = kept.tables["skills"]
    assert b"2.A.9" not in part
    assert part.count(b"2.A.0") == 1


def test_two_files_of_a_table_that_gainsay_each_other_are_refused(folder: Path) -> None:
    copy = folder / "Skills (1).txt"
    copy.write_bytes((folder / "Skills.txt").read_bytes())
    once = taken(folder)
    assert once.damages == ()
    assert b"".join(once.tables["skills"]).count(NURSE.encode()) == 4
    copy.write_bytes(copy.read_bytes().replace(b"\tIM\t3.0\t", b"\tIM\t2.0\t"))
    assert refusal(folder) == ("framework_files_differ", "Skills.txt")


def test_only_the_first_damaged_rows_are_named_and_all_are_counted(folder: Path) -> None:
    tsv(folder, "Skills", RATED, *whole(30), *[skill(one=f"2.A.{n}", value="x") for n in range(100, 120)])
    kept = taken(folder)
    assert dict(kept.counted["skills"].left_out) == {"number_bad": 20}
    assert [d.row for d in kept.damages] == [32, 33, 34, 35, 36]


def test_a_file_that_is_mostly_damaged_is_refused(folder: Path) -> None:
    tsv(folder, "Skills", RATED, *whole(2), *[skill(one=f"2.A.{n}", value="x") for n in range(10, 13)])
    with pytest.raises(PathwaysError) as raised:
        taken(folder)
    assert raised.value.code == "framework_mostly_damaged"
    assert raised.value.values == {"file": "Skills.txt", "damaged": 3, "rows": 5}


def test_wages_of_other_groups_and_industries_are_no_damage(tmp_path: Path) -> None:
    rows = oews.oews_rows({"06": ("California", 2, "CA")})
    other = [(*row[:6], "3-digit", *row[7:]) for row in rows[1:]]
    book = tmp_path / "state_M2024_dl.xlsx"
    xlsx(book, {"state": [*rows, *other], "Field Descriptions": oews.NOTES})
    kept = taken(book)
    assert (kept.counted["wages"].read, dict(kept.counted["wages"].left_out)) == (3, {})


def test_a_wage_that_is_no_number_is_damage_and_a_mark_is_not(tmp_path: Path) -> None:
    rows = oews.oews_rows({"06": ("California", 2, "CA"), "41": ("Oregon", 2, "OR")})
    rows[2] = (*rows[2][:18], "~", *rows[2][19:])
    book = tmp_path / "state_M2024_dl.xlsx"
    xlsx(book, {"state": rows, "Field Descriptions": oews.NOTES})
    kept = taken(book)
    (damage,) = kept.damages
    assert (damage.row, damage.reason, damage.column, damage.cell) == (3, "number_bad", "H_PCT10", "~")


def test_esco_rows_with_links_from_elsewhere_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "ESCO dataset - v1.2.0 - classification - es - csv.zip"
    made.esco_zip(path, "es", [("a", "uno", ""), ("b", "dos", "")], [("s", "tres", "")])
    text = csv_text(
        ("conceptUri", "iscoGroup", "preferredLabel", "altLabels"),
        (f"{made.JOB}a", "1", "uno", "línea uno\nlínea dos"),
        ("javascript:alert(1)", "1", "dos", ""),
        (f"{made.JOB}c", "1", "tres", ""),
    )
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("more/occupations_es.csv", text)
    releases = recognize(given_files([path])).releases
    kept = take(next(r for r in releases if "occupations" in r.tables), lambda _share: None)
    assert kept.counted["occupations"].read == 2  # the first file of that table counts; this is no release's own
