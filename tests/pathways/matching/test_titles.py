"""Jobs found by name while a person types."""

import pytest

from pathways.matching import also_called, find_occupations
from pathways.matching.titles import title_index
from pathways.pack.store import Pack


def codes(pack: Pack, typed: str, top: int = 8) -> list[str]:
    return [one.occupation.id for one in find_occupations(pack, typed, top)]


@pytest.mark.parametrize(
    ("typed", "code", "reason", "also_called"),
    [
        ("phleb", "31-9097.00", "title", None),
        ("Medical Assistants", "31-9092.00", "title", None),
        ("medical assistant", "31-9092.00", "title", None),
        ("nurs pract", "29-1171.00", "title", None),
        ("practitioner nurse", "29-1171.00", "title", None),
        ("cna", "31-1131.00", "other_name", "CNA"),
        ("lpn", "29-2061.00", "other_name", "LPN"),
        ("bookkeeper", "43-3031.00", "other_name", "Bookkeeper"),
        ("help desk", "15-1232.00", "other_name", "Help Desk Rep"),
        ("31-9092", "31-9092.00", "code", None),
        (" 31-9092.00 ", "31-9092.00", "code", None),
        ("phlebotamist", "31-9097.00", "near_name", None),
        ("hogwarts bookkeeper", "43-3031.00", "near_name", "Bookkeeper"),
    ],
)
def test_the_job_meant_comes_first_and_says_why(
    careers_pack: Pack, typed: str, code: str, reason: str, also_called: str | None
) -> None:
    first = find_occupations(careers_pack, typed)[0]
    assert (first.occupation.id, first.reason, first.also_called) == (code, reason, also_called)


def test_what_words_most_often_stand_for_comes_before_what_merely_has_them(careers_pack: Pack) -> None:
    assert codes(careers_pack, "nurse")[0] == "29-1141.00"
    assert codes(careers_pack, "truck driver")[0] == "53-3032.00"
    assert codes(careers_pack, "teacher aide")[0] == "25-9042.00"  # said in full, if by another name
    assert "11-9199.00" not in codes(careers_pack, "manager")  # "Managers, All Other": nobody keeps data on it


def test_each_job_stands_there_once_and_no_more_than_asked_for(careers_pack: Pack) -> None:
    for typed in ("a", "man", "teacher", "31", "assistant"):
        found = codes(careers_pack, typed, 12)
        assert len(found) == len(set(found)) == 12


@pytest.mark.parametrize("typed", ["", "   ", "?", "xqzzy", "'; drop table occupation", "99-9999.99", "\x00"])
def test_what_is_no_job_finds_none(careers_pack: Pack, typed: str) -> None:
    assert codes(careers_pack, typed) == []


@pytest.mark.parametrize("word", ["x", "man ", "phlebotamist "])
def test_of_hostile_lengths_no_more_is_read_than_of_a_long_line(careers_pack: Pack, word: str) -> None:
    assert codes(careers_pack, word * 9_000) == codes(careers_pack, word * 90_000)


def test_the_titles_are_read_once_with_progress(careers_pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(careers_pack, "facts", {})
    heard: list[float] = []
    index = title_index(careers_pack, heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == 1
    assert title_index(careers_pack) is index
    assert len(index.names) == len(index.folded) == len(index.owners) > 60_000


def test_other_names_nearest_to_the_title_come_first(careers_pack: Pack) -> None:
    assert also_called(careers_pack, "29-2061.00", 1) == ("Licensed Vocational Nurse (LVN)",)
    assert also_called(careers_pack, "43-6013.00", 1) == ("Medical Secretary",)
    assert also_called(careers_pack, "55-1011.00") == ()
    assert len(also_called(careers_pack, "53-3032.00")) == 3
