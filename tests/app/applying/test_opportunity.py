"""Opportunity files: what is read, what is cleaned, and the one clear reason for what is wrong."""

import json
from pathlib import Path
from typing import Any

import pytest

from app.applying.opportunity import agreed, opportunity_from, read_opportunity
from app.errors import PersonError

GOOD = {
    "title": "Medical Assistant Trainee",
    "organisation": "Lakeside Practice Clinic",
    "requirements": [
        {"name": "Greet patients", "id": "4.A.4.a.8.I01.D03"},
        {"name": "Speak Spanish", "essential": False},
        "Keep patient facts private",
    ],
    "challenge": "c-1",
    "domain": "clinic.example",
}


def read(**changes: Any) -> Any:
    return opportunity_from(json.dumps({**GOOD, **changes}).encode())


def test_all_of_a_good_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "posting.json"
    path.write_text("\ufeff" + json.dumps(GOOD), "utf-8")
    found = read_opportunity(path)
    assert (found.title, found.organisation) == ("Medical Assistant Trainee", "Lakeside Practice Clinic")
    assert [item.name for item in found.asked] == ["Greet patients", "Speak Spanish", "Keep patient facts private"]
    assert [item.essential for item in found.asked] == [True, False, True]
    assert [item.concepts for item in found.asked] == [("4.A.4.a.8.I01.D03",), (), ()]
    assert (found.challenge, found.domain, found.ignored) == ("c-1", "clinic.example", ())


def test_american_spelling_and_unused_keys() -> None:
    document = {key: value for key, value in GOOD.items() if key != "organisation"}
    found = opportunity_from(json.dumps({**document, "organization": "Clinic", "salary": 9}).encode())
    assert found.organisation == "Clinic"
    assert found.ignored == ("salary",)


def test_text_of_strangers_is_cleaned() -> None:
    found = read(
        title="Trainee\u202egnp.exe\u0007\n now", requirements=[{"name": "<b>Draw</b>\u200b blood" + "x" * 900}]
    )
    assert found.title == "Traineegnp.exe now"
    assert found.asked[0].name.startswith("<b>Draw</b> bloodxx")
    assert len(found.asked[0].name) == 200


def test_challenge_and_domain_are_kept_to_the_letter_or_refused() -> None:
    assert read(challenge="Ünï #1", domain="a b").challenge == "Ünï #1"
    for field in ("challenge", "domain"):
        for bad in ("", 7, "a\u202eb", "x\ny", "z" * 501):
            with pytest.raises(PersonError) as caught:
                read(**{field: bad})
            assert (caught.value.code, caught.value.values) == ("opportunity_bad_field", {"field": field})


@pytest.mark.parametrize(
    ("changes", "code", "values"),
    [
        ({"title": None}, "opportunity_lacks", {"field": "title"}),
        ({"title": " \u200b "}, "opportunity_lacks", {"field": "title"}),
        ({"organisation": ["x"]}, "opportunity_lacks", {"field": "organisation"}),
        ({"requirements": []}, "opportunity_lacks", {"field": "requirements"}),
        ({"requirements": "all"}, "opportunity_lacks", {"field": "requirements"}),
        ({"requirements": ["a", 3]}, "opportunity_bad_requirement", {"number": 2}),
        ({"requirements": [{"id": "x"}]}, "opportunity_bad_requirement", {"number": 1}),
        ({"requirements": [{"name": "x", "essential": "no"}]}, "opportunity_bad_requirement", {"number": 1}),
        ({"requirements": [{"name": "x", "id": 4}]}, "opportunity_bad_field", {"field": "id"}),
        ({"requirements": ["x"] * 201}, "opportunity_asks_too_much", {"count": 201, "limit": 200}),
    ],
)
def test_what_is_wrong_is_named(changes: dict[str, Any], code: str, values: dict[str, Any]) -> None:
    with pytest.raises(PersonError) as caught:
        read(**changes)
    assert (caught.value.code, caught.value.values) == (code, values)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file_empty"),
        (b"\x89PNG\r\n\0", "file_binary"),
        (b"\xff\xfe{", "not_utf8"),
        (b'{"title": "x"', "json_truncated"),
        (b"[]", "opportunity_not_an_object"),
        (b"[" * 5_000, "json_too_deep"),
        (b'{"title": "a", "title": "b"}', "json_duplicate_key"),
        (b" " * 2_000_001, "file_too_big"),
    ],
)
def test_files_that_are_no_opportunity(content: bytes, code: str, tmp_path: Path) -> None:
    path = tmp_path / "posting.json"
    path.write_bytes(content)
    with pytest.raises(PersonError) as caught:
        read_opportunity(path)
    assert caught.value.code == code


def test_no_such_file(tmp_path: Path) -> None:
    for path in (tmp_path / "none.json", tmp_path):
        with pytest.raises(PersonError) as caught:
            read_opportunity(path)
        assert caught.value.code == "opportunity_unreadable"


def test_agreed_matches_are_added_to_the_requirements_own_id() -> None:
    found = agreed(read(), {0: ("2.A.1.b", "4.A.4.a.8.I01.D03"), 2: ("2.C.7.f",)})
    assert [item.concepts for item in found.asked] == [("4.A.4.a.8.I01.D03", "2.A.1.b"), (), ("2.C.7.f",)]
