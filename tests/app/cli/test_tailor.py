"""`tailor --from`: a choice of ids at the front door, and what hostile files get."""

import json

import pytest
from terminal import PERSON, json_lines, pathfolio, sentence

GOOD = {
    "requirements": ["terms", "privacy", "spanish"],
    "records": [
        {"id": "diploma", "covers": ["terms", "privacy"], "gives_away": ["school", "dates"]},
        {"id": "job", "covers": ["terms", "privacy"], "gives_away": ["dates"]},
        {"id": "badge", "covers": ["terms"], "gives_away": []},
    ],
}


def given(place, content):
    path = place / "instance.json"
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return path


def test_the_fewest_records_that_tell_least(tmp_path):
    (found,) = json_lines(pathfolio("tailor", "--from", given(tmp_path, GOOD), "--json"))
    assert found == {"status": "optimal", "records": ["job"], "uncovered": ["spanish"]}
    said = pathfolio("tailor", "--from", given(tmp_path, GOOD)).stdout.splitlines()
    assert said == ["  job", "  spanish: covered by no record", "No choice is smaller and tells less."]


def test_nothing_required_needs_nothing(tmp_path):
    empty = given(tmp_path, {"requirements": [], "records": []})
    (found,) = json_lines(pathfolio("tailor", "--from", empty, "--json"))
    assert found == {"status": "optimal", "records": [], "uncovered": []}


def record(**changed):
    return {"requirements": ["a"], "records": [{"id": "r", "covers": ["a"], "gives_away": [], **changed}]}


HOSTILE = {
    "no json": b"{",
    "twin keys": b'{"requirements": [], "requirements": [], "records": []}',
    "nan": b'{"requirements": [], "records": [NaN]}',
    "a list": [],
    "no lists": {},
    "requirements are text": {**GOOD, "requirements": "terms"},
    "a number for an id": {**GOOD, "requirements": ["terms", "privacy", "spanish", 4]},
    "an empty id": {**GOOD, "requirements": [""]},
    "a very long id": {**GOOD, "requirements": ["x" * 501]},
    "an id with an escape": {**GOOD, "requirements": ["\x1b[2J"]},
    "requirements twice": {**GOOD, "requirements": ["terms", "privacy", "spanish", "terms"]},
    "a record twice": {**GOOD, "records": [*GOOD["records"], GOOD["records"][0]]},
    "a record that is none": {**GOOD, "records": [7]},
    "a record without id": {**GOOD, "records": [{"covers": [], "gives_away": []}]},
    "covers is an object": record(covers={"a": 1}),
    "covers what nobody asked": record(covers=["a", "b"]),
    "gives away null": record(gives_away=None),
    "too many": {"requirements": [str(number) for number in range(2_001)], "records": []},
    "too big": b'{"requirements": [], "records": []}' + b" " * 10_000_000,
    "too deep": b'{"requirements": ' + b"[" * 50 + b"]" * 50 + b', "records": []}',
    "nothing": b"",
    "no text": b"\xff\xfe\x00",
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_a_hostile_file_gets_one_sentence(tmp_path, name):
    done = pathfolio("tailor", "--from", given(tmp_path, HOSTILE[name]), "--json")
    assert done.returncode == PERSON
    assert done.stdout == ""
    assert sentence(done)
    assert "\x1b" not in done.stderr


def test_a_file_that_is_not_there_gets_one_sentence(tmp_path):
    assert "none.json" in sentence(pathfolio("tailor", "--from", tmp_path / "none.json", "--json"))
