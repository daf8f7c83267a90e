"""A damaged or hostile file is refused whole."""

import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import brought_releases as made
import pytest
from brought_releases import NURSE
from taken_releases import RATED, refusal, taken, whole
from tiny_releases import CODE, csv_text, tsv, xlsx

from pathways.frameworks import rows as reading


def broken_zip(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


def flipped_zip(path: Path) -> None:
    whole = bytearray(path.read_bytes())
    whole[len(whole) // 3] ^= 0xFF
    path.write_bytes(bytes(whole))


def lying_zip(path: Path) -> None:
    """Its list says that every file unpacks to a few bytes."""
    data = bytearray(path.read_bytes())
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 24 : at + 28] = struct.pack("<I", 9)
        at = data.find(b"PK\x01\x02", at + 4)
    path.write_bytes(bytes(data))


def locked_zip(path: Path) -> None:
    """Its list says that every file is encrypted."""
    data = bytearray(path.read_bytes())
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)
    path.write_bytes(bytes(data))


@pytest.mark.parametrize("spoil", [broken_zip, flipped_zip, lying_zip, locked_zip])
def test_a_damaged_zip_is_refused(tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    path = made.onet_27(tmp_path)
    spoil(path)
    assert refusal(path)[0] == "framework_file_unreadable"


def test_what_is_called_a_zip_or_workbook_and_is_none_is_refused(tmp_path: Path) -> None:
    for name in ("a.zip", "a.xlsx"):
        (tmp_path / name).write_bytes(b"not packed at all")
        assert refusal(tmp_path / name) == ("framework_file_unreadable", name)


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "db_30_1_text.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("db_30_1_text/Skills.txt", b"0" * 30_000_000)
    assert refusal(path) == ("framework_file_too_large", path.name)
    with zipfile.ZipFile(path, "w") as archive:
        for place in range(2_001):
            archive.writestr(f"{place}.txt", b"")
    assert refusal(path) == ("framework_file_too_large", path.name)


def test_a_zip_inside_a_zip_is_not_opened(tmp_path: Path) -> None:
    inner = made.onet_27(tmp_path)
    path = tmp_path / "outer.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(inner, "db_27_0_text.zip")
    assert refusal(path) == ("framework_not_known", "outer.zip")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\xff\xfeO\x00*\x00", "framework_file_unreadable"),
        (
            "O*NET-SOC Code\tTitle\tDescription\r\n29-1141.00\tEnfermería\tx\r\n".encode("latin-1"),
            "framework_file_unreadable",
        ),
        (b"O*NET-SOC Code\tTitle\tDescription\r\n29-1141.00\tA\0\tx\r\n", "framework_file_unreadable"),
        (b"O*NET-SOC Code\tTitle\tDescription\r\n29-1141.00\tNurses\tx\r\n11-1011.", "framework_cut_short"),
    ],
)
def test_text_that_is_not_as_it_must_be_is_refused(folder: Path, data: bytes, code: str) -> None:
    (folder / "Occupation Data.txt").write_bytes(data)
    assert refusal(folder) == (code, "Occupation Data.txt")


@pytest.mark.parametrize(
    ("end", "code"),
    [
        ('"never ended', "framework_cut_short"),
        ('"a"b,c\r\n', "framework_file_unreadable"),
        (f"{made.JOB}c", "framework_cut_short"),
    ],
)
def test_csv_that_is_cut_off_or_quoted_wrongly_is_refused(tmp_path: Path, end: str, code: str) -> None:
    path = tmp_path / "occupations_es.csv"
    rows = csv_text(
        ("conceptUri", "iscoGroup", "preferredLabel"), (f"{made.JOB}a", "1", "uno"), (f"{made.JOB}b", "1", "dos")
    )
    path.write_text(rows + f'"{made.JOB}q","1","x"\r\n' * 3 + end, encoding="utf-8", newline="")
    assert refusal(path) == (code, path.name)


def sheet(path: Path, body: str) -> Path:
    """A workbook of ratings with some rows of our own XML at its end."""
    xlsx(path, {"Skills": [RATED, *whole(3)]})
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"].replace(
        b"</sheetData>", f"{body}</sheetData>".encode()
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, data in parts.items():
            book.writestr(name, data)
    return path


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ('<row r="9"><c r="A9"><f>1+1</f><v>2</v></c></row>', "framework_has_formulas"),
        ('<row r="9"><c r="A9"><f t="shared" si="0"/><v>2</v></c></row>', "framework_has_formulas"),
        ('<row r="9"><c r="XFD9"><v>2</v></c></row>', "framework_too_many_rows"),
        ("<row><c r='BA9'><v>2</v></c></row>", "framework_too_many_rows"),
        ('<row><c r="A1048576"><v>2</v></c></row>', "framework_too_many_rows"),
        ('<row><c r="A600000"><v>2</v></c></row>', "framework_too_many_rows"),
        ('<row><c r = "XFD9"><v>2</v></c></row>', "framework_too_many_rows"),
        ('<row><c s="1"\n r\t="XFD9"><v>2</v></c></row>', "framework_too_many_rows"),
        ('<row><c s="1"\nr="XFD9"><v>2</v></c></row>', "framework_too_many_rows"),
        ('<row r="1048576"><c r="A1048576"><v>2</v></c></row>', "framework_too_many_rows"),
        ('<row r="99999999999"><c r="A9"><v>2</v></c></row>', "framework_too_many_rows"),
        ("<row", "framework_file_unreadable"),
        ("<c " * 300_000 + "r ", "framework_file_unreadable"),  # hours, where each tag is sought to the end of all
    ],
)
def test_a_workbook_that_is_not_as_published_is_refused(tmp_path: Path, body: str, code: str) -> None:
    path = sheet(tmp_path / "Skills.xlsx", body)
    assert refusal(path) == (code, path.name)


def test_a_file_with_more_rows_than_any_published_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_ROWS", 50)
    tsv(folder, "Skills", RATED, *whole(60))
    assert refusal(folder) == ("framework_too_many_rows", "Skills.txt")


def test_a_table_with_a_column_twice_is_not_read(tmp_path: Path) -> None:
    tsv(tmp_path, "Job Zones", (CODE, "Job Zone", "Job Zone"), (NURSE, 3, 4))
    assert refusal(tmp_path / "Job Zones.txt")[0] == "framework_not_known"


def test_a_release_with_headers_alone_is_refused(tmp_path: Path) -> None:
    tsv(tmp_path, "Job Zones", (CODE, "Job Zone"))
    assert refusal(tmp_path / "Job Zones.txt") == ("framework_nothing_in_it", "Job Zones.txt")


def test_a_long_cell_and_many_lines_are_read_as_they_are(tmp_path: Path) -> None:
    names = "\n".join(f"nombre {n}" for n in range(5_000))
    path = made.esco_zip(tmp_path / "ESCO v1.2.0 es.zip", "es", [("a", "uno", names)], [("s", "tres", "")])
    kept = taken(path)
    assert kept.damages == ()
    assert b"nombre 4999" in kept.tables["occupations"][0]


def test_what_a_workbook_says_of_its_pages_is_no_cell(tmp_path: Path) -> None:
    path = sheet(tmp_path / "Job Zones.xlsx", "")
    xlsx(path, {"Job Zones": [(CODE, "Job Zone", "Note"), (NURSE, 3, "for = 1 or r= 2")]})
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    one = "xl/worksheets/sheet1.xml"
    setup = b'</sheetData><pageSetup firstPageNumber="4294967295"/>'
    parts[one] = parts[one].replace(b"</sheetData>", setup)
    with zipfile.ZipFile(path, "w") as book:
        for name, data in parts.items():
            book.writestr(name, data)
    assert taken(path).counted["job_zones"].read == 1
