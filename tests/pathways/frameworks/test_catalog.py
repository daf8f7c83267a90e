"""The catalogs that ship, and the reader on files nobody vouches for."""

import copy
import json
import sqlite3
from array import array
from pathlib import Path

import pytest

from pathways.errors import PathwaysError
from pathways.frameworks.catalog import MOST_STEPS, CatalogEntry, read_entries

ASSETS = Path(__file__).parents[3] / "assets"
REAL = ASSETS / "catalog" / "us.json"
MAYA, RENEE, DANIEL = (ASSETS / "practice" / one / "catalog.json" for one in ("maya", "renee", "daniel"))
PRACTICE = (MAYA, RENEE, DANIEL)
PACK = ASSETS / "packs" / "careers.sqlite"
ESCO = "http://data.europa.eu/esco/"
RETAIL_SUPERVISOR, MEDICAL_ASSISTANT = "41-1011.00", "31-9092.00"
MAKES_NO_SENSE = 10**400

needs_pack = pytest.mark.skipif(not PACK.exists(), reason="no pack: assets/packs/careers.sqlite is not built")
practice = pytest.mark.parametrize("path", PRACTICE, ids=["maya", "renee", "daniel"])
every = pytest.mark.parametrize("path", [REAL, *PRACTICE], ids=["real", "maya", "renee", "daniel"])


def steps_in(path):
    return [entry.step for entry in read_entries(path)]


def figures(entry: CatalogEntry):
    return [entry.step.cost, entry.step.hours, entry.step.weeks]


@pytest.fixture
def content():
    return json.loads(REAL.read_text(encoding="utf-8"))


@pytest.fixture
def refused(tmp_path):
    """Write a catalog, read it, and give the error it is refused with."""

    def refuse(content) -> PathwaysError:
        path = tmp_path / "catalog.json"
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        with pytest.raises(PathwaysError) as caught:
            read_entries(path)
        return caught.value

    return refuse


def test_the_catalog_has_over_a_hundred_and_fifty_steps_and_prices_for_sixty():
    steps = steps_in(REAL)
    assert len(steps) >= 150
    assert sum(step.cost.value is not None for step in steps) >= 60
    assert sum(step.hours.value is not None or step.weeks.value is not None for step in steps) >= 20


def test_a_licence_that_asks_for_school_never_costs_its_fee_alone():
    for entry in read_entries(REAL):
        if entry.step.kind == "licence" and entry.step.cost.value is not None and "training" in entry.before:
            assert entry.step.needs or entry.step.hours.value, entry.step.id


def test_the_catalog_leads_to_many_different_fields():
    fields = {code[:2] for entry in read_entries(REAL) for code in entry.leads_to}
    assert len(fields) >= 18


def test_a_price_for_a_licence_alone_is_said_to_be_that():
    covers = {entry.step.id: entry.covers for entry in read_entries(REAL)}
    assert covers["us-security-officer-alabama"] == covers["us-food-worker-card-washington"] == "licence_only"


@every
def test_no_figure_stands_without_its_address_and_year(path):
    for entry in read_entries(path):
        for figure in figures(entry):
            if figure.value is None:
                assert (figure.seen_at, figure.year) == (None, None)
            else:
                assert figure.seen_at.startswith("https://")
                assert 1990 <= figure.year <= 2026
        assert (entry.covers is None) == (entry.step.cost.value is None)


@every
def test_ids_are_unique_and_what_comes_first_can_be_done_first(path):
    steps = {step.id: step for step in steps_in(path)}
    assert len(steps) == len(steps_in(path))
    done: set[str] = set()
    while ready := [step_id for step_id in steps if step_id not in done and set(steps[step_id].needs) <= done]:
        done.update(ready)
    assert done == set(steps)


@every
def test_each_step_teaches_three_things_or_more(path):
    assert min(len(step.teaches) for step in steps_in(path)) >= 3


@practice
def test_practice_cannot_be_mistaken_for_real(path):
    for entry in read_entries(path):
        assert entry.practice
        assert "Practice" in entry.step.provider
        assert all(
            f.seen_at is None or f.seen_at.startswith("https://practice.pathfolio.invalid/") for f in figures(entry)
        )
    assert not any(entry.practice for entry in read_entries(REAL))


def test_no_two_catalogs_share_an_id():
    ids = [step.id for path in (REAL, *PRACTICE) for step in steps_in(path)]
    assert len(ids) == len(set(ids))


def concepts_in_pack(pack: sqlite3.Connection) -> set[str]:
    found = {row[0] for row in pack.execute("SELECT id FROM activity")}
    found |= {row[0] for row in pack.execute("SELECT id FROM element WHERE kind IN ('skill', 'knowledge')")}
    found |= {f"software:{row[0]}" for row in pack.execute("SELECT name FROM software")}
    return found | {ESCO + row[0] for row in pack.execute("SELECT uri FROM esco WHERE kind IN ('skill', 'knowledge')")}


def activities_of(pack: sqlite3.Connection, code: str) -> set[str]:
    starts, targets = pack.execute("SELECT starts, targets FROM links WHERE name = 'occupation_activity'").fetchone()
    (row,) = pack.execute("SELECT idx FROM occupation WHERE code = ?", [code]).fetchone()
    first, last = array("I", starts)[row : row + 2]
    ids = dict(pack.execute("SELECT idx, id FROM activity"))
    return {ids[target] for target in array("H", targets)[first:last]}


@pytest.fixture
def pack():
    connection = sqlite3.connect(f"{PACK.as_uri()}?mode=ro", uri=True)
    yield connection
    connection.close()


@needs_pack
@every
def test_all_that_is_taught_is_in_the_pack(path, pack):
    known = concepts_in_pack(pack)
    assert {concept for step in steps_in(path) for concept in step.teaches} - known == set()


@needs_pack
@every
def test_all_jobs_that_steps_lead_to_are_in_the_pack(path, pack):
    codes = {row[0] for row in pack.execute("SELECT code FROM occupation")}
    assert {code for entry in read_entries(path) for code in entry.leads_to} - codes == set()


@needs_pack
def test_the_practice_learner_can_be_taught_nearly_all_of_the_job(pack):
    steps = steps_in(MAYA)
    lacking = activities_of(pack, MEDICAL_ASSISTANT) - activities_of(pack, RETAIL_SUPERVISOR)
    priced = {concept for step in steps if step.cost.value is not None for concept in step.teaches}
    taught = {concept for step in steps for concept in step.teaches}
    assert 1 <= len(lacking - taught) <= 2
    assert len((lacking & taught) - priced) == 1


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "json"),
        (b"\xff\xfe\x00", "json"),
        (b'{"format": "pathfolio-catalog"', "json"),
        (b"[" * 100_000, "json"),
        (b'{"format": "pathfolio-catalog", "version": 1, "version": 1}', "json"),
        (b" " * 8_000_001, "too_large"),
        (b"[]", "format"),
        (b'{"version": 1}', "format"),
        (b'{"format": "pathfolio-catalog", "version": 2}', "version"),
        (b'{"format": "pathfolio-catalog", "version": true}', "version"),
        (b'{"format": "pathfolio-catalog", "version": 1}', "format"),
        (b'{"format": "pathfolio-catalog", "version": 1, "as_of": "2026-13-01", "entries": []}', "format"),
        (b'{"format": "pathfolio-catalog", "version": 1, "as_of": "2026-11-21", "entries": {}}', "format"),
        (b'{"format": "pathfolio-catalog", "version": 1, "as_of": "2026-11-21", "practice": 1}', "format"),
    ],
    ids=lambda value: value if isinstance(value, str) else f"{len(value)}-bytes",
)
def test_a_file_that_is_no_catalog_gets_one_reason(refused, data, reason):
    error = refused(data)
    assert (error.code, error.values) == ("catalog_unreadable", {"reason": reason})


def test_a_missing_file_and_a_folder_get_a_reason(tmp_path):
    for path in (tmp_path / "none.json", tmp_path):
        with pytest.raises(PathwaysError) as caught:
            read_entries(path)
        assert (caught.value.code, caught.value.values) == ("catalog_unreadable", {"reason": "no_file"})


def test_more_steps_than_anyone_could_read_are_refused(refused, content):
    content["entries"] = [{}] * (MOST_STEPS + 1)
    assert refused(content).values == {"reason": "format"}


FIGURE = {"value": 10, "seen_at": "https://example.org/fees", "year": 2020, "covers": "exam_only"}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", None),
        ("name", " "),
        ("name", "Nurse\u202eediA"),
        ("name", "line\nbreak"),
        ("name", "\ud800"),
        ("name", "x" * 201),
        ("kind", "degree"),
        ("kind", ["course"]),
        ("provider", 7),
        ("online", "yes"),
        ("page", "http://example.org"),
        ("page", "javascript:alert(1)"),
        ("page", "https://user@example.org"),
        ("page", "https://[::1"),
        ("page", "https://practice.pathfolio.invalid/steps/cpr"),
        ("cost", 10),
        ("cost", FIGURE | {"value": -1}),
        ("cost", FIGURE | {"value": True}),
        ("cost", FIGURE | {"value": float("nan")}),
        ("cost", FIGURE | {"value": float("inf")}),
        ("cost", FIGURE | {"value": MAKES_NO_SENSE}),
        ("cost", FIGURE | {"value": None}),
        ("cost", FIGURE | {"seen_at": None}),
        ("cost", FIGURE | {"seen_at": "https://exam ple.org"}),
        ("cost", FIGURE | {"seen_at": "https://ex\u0430mple.org"}),
        ("cost", FIGURE | {"year": None}),
        ("cost", FIGURE | {"year": 1989}),
        ("cost", FIGURE | {"year": 2027}),
        ("cost", FIGURE | {"year": 2020.5}),
        ("cost", FIGURE | {"covers": "everything"}),
        ("hours", FIGURE | {"value": 0}),
        ("weeks", FIGURE | {"value": 521}),
        ("teaches", []),
        ("teaches", "2.C.5.a"),
        ("teaches", ["2.C.5.a", "2.C.5.a"]),
        ("teaches", ["2.D.1"]),
        ("teaches", ["4.A.4.a.5.I07"]),
        ("teaches", ["software: "]),
        ("teaches", ["http://data.europa.eu/esco/occupation/14eb2c85-fce5-40b6-bcd0-46ac99994b0d"]),
        ("teaches", [7]),
        ("needs", ["us-no-such-step"]),
        ("needs", ["us-cpr-aed"]),
        ("before", ["a_friend"]),
        ("leads_to", ["31-9092"]),
    ],
)
def test_a_bad_field_is_named_with_its_entry(refused, content, field, value):
    content["entries"][0][field] = value
    error = refused(content)
    assert (error.code, error.values) == ("catalog_entry_invalid", {"entry": "us-cpr-aed", "field": field})


@pytest.mark.parametrize("step_id", [None, 7, "", "US-CPR", "a b", "a" * 201, "<b>x</b>", "a\n"])
def test_an_entry_without_a_good_id_is_named_by_its_place(refused, content, step_id):
    content["entries"][1]["id"] = step_id
    assert refused(content).values == {"entry": "#2", "field": "id"}


def test_an_entry_that_is_no_object_is_named_by_its_place(refused, content):
    content["entries"][2] = "step"
    assert refused(content).values == {"entry": "#3", "field": "id"}


def test_two_entries_cannot_share_an_id(refused, content):
    content["entries"].append(copy.deepcopy(content["entries"][0]))
    assert refused(content).values == {"entry": "us-cpr-aed", "field": "id"}


def test_steps_cannot_wait_for_each_other(refused, content):
    first, second = content["entries"][:2]
    first["needs"], second["needs"] = [second["id"]], [first["id"]]
    error = refused(content)
    assert error.values["field"] == "needs"
    assert error.values["entry"] in {first["id"], second["id"]}


def test_a_practice_catalog_cannot_name_a_real_school(refused):
    content = json.loads(MAYA.read_text(encoding="utf-8"))
    content["entries"][0]["provider"] = "Springfield Community College"
    assert refused(content).values == {"entry": "practice-cpr", "field": "provider"}
    content["entries"][0]["provider"] = "Practice Health Center"
    content["entries"][0]["cost"]["seen_at"] = "https://example.org/fees"
    assert refused(content).values == {"entry": "practice-cpr", "field": "cost"}


def test_unknown_stays_unknown(tmp_path, content):
    entry = content["entries"][0]
    for field in ("cost", "hours", "weeks", "online", "provider", "page"):
        entry.pop(field)
    path = tmp_path / "catalog.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    read = read_entries(path)[0]
    assert [figure.value for figure in figures(read)] == [None, None, None]
    assert (read.step.online, read.step.provider, read.page, read.covers) == (None, None, None, None)
