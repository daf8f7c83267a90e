"""Finding release files and reading their rows."""

import zipfile
from pathlib import Path

import pytest

from pathways.errors import PathwaysError
from pathways.frameworks import cip, esco
from pathways.frameworks.files import SourceFile, find_files, number, read_bytes, read_csv, read_tsv


def file(folder: Path, name: str, data: bytes | str) -> SourceFile:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return SourceFile(path, None, name)


def test_quotes_and_odd_line_ends_inside_a_tab_separated_cell_stay(tmp_path: Path) -> None:
    table = file(tmp_path, "a.txt", 'A\tB\r\n"one\x0btwo\u2028three\t4" steel\r\n')
    assert list(read_tsv(table, ("B", "A"))) == [('4" steel', '"one\x0btwo\u2028three')]


def test_a_field_longer_than_csv_s_own_limit_is_read(tmp_path: Path) -> None:
    table = file(tmp_path, "a.csv", '\ufeffA,B\r\n"' + "x\n" * 100_000 + '",2\r\n')
    assert [b for _, b in read_csv(table, ("A", "B"))] == ["2"]


def test_columns_are_found_under_any_of_their_names(tmp_path: Path) -> None:
    table = file(tmp_path, "a.csv", "Workplace Example,Code\r\nEpic,1\r\n")
    assert list(read_csv(table, ("Code", ("Example", "Workplace Example")))) == [("1", "Epic")]
    with pytest.raises(PathwaysError) as raised:
        read_csv(table, ("Code", "Title"))
    assert raised.value.values == {"file": "a.csv", "missing": "Title"}


def test_files_are_found_in_folders_and_zips_in_one_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    file(tmp_path / "b", "two.csv", "A\n")
    file(tmp_path, "read.me", "")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("in/one.TXT", "A\n")
        archive.writestr("in/picture.png", "")
    found = find_files(tmp_path)
    assert [f.name for f in found] == ["one.TXT", "two.csv"]
    assert found[0].origin == "a.zip/in"
    assert read_bytes(found[0]) == b"A\n"


def test_a_gigantic_member_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.txt", b"0" * 5_000_000)
    monkeypatch.setattr("pathways.frameworks.files.MAX_BYTES", 1_000_000)
    with pytest.raises(PathwaysError) as raised:
        read_bytes(find_files(tmp_path)[0])
    assert raised.value.code == "framework_file_too_large"


@pytest.mark.parametrize("text", ["", "n/a", "nan", "inf", "-inf", "1e300", "1,5"])
def test_what_is_no_number_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(PathwaysError) as raised:
        number(text, file(tmp_path, "a.txt", ""))
    assert raised.value.code == "framework_number_bad"


def test_cip_codes_stay_text_and_programs_gone_are_left_out(tmp_path: Path) -> None:
    text = 'CIPCode,Action,CIPTitle\r\n="01.0000",Moved to,"Farms, General."\r\n="01.8001",Moved from,Old.\r\n'
    table = file(tmp_path, "CIPCode2020.csv", text)
    assert cip.find_titles((table,)) == table
    assert list(cip.read_titles(table)) == [("01.0000", "Farms, General")]


@pytest.mark.parametrize(
    ("folder", "suffix", "version"),
    [
        ("ESCO dataset - v1.1.1 - classification -  - csv", "", "1.1.1"),
        ("esco_1_2_0", "_en", "1.2.0"),
        ("x", "", "unknown"),
    ],
)
def test_an_esco_release_is_told_by_its_names(tmp_path: Path, folder: str, suffix: str, version: str) -> None:
    (tmp_path / folder).mkdir()
    for name in ("skills_en", "occupations_en", f"broaderRelationsOccPillar{suffix}"):
        file(tmp_path / folder, f"{name}.csv", "conceptUri\n")
    release = esco.find_release(find_files(tmp_path))
    assert release is not None
    assert release.version == version
    assert set(release.tables) == {"skills", "occupations", "broader_occupations"}
