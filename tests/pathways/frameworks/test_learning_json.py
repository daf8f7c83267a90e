"""Lists of learning in CTDL and schema.org, alone, in graphs, envelopes and web pages."""

import base64
import json
from datetime import date
from pathlib import Path

import pytest
from learning_lists import course_json, page

from pathways.errors import PathwaysError
from pathways.frameworks.learning.read import read_list

CTDL = Path(__file__).resolve().parents[3].parent / "shared" / "frameworks" / "ctdl"
CTID = "ce-23b0e606-545c-4383-8630-f97ec3b190fa"
OTHER = "ce-7160aae4-5185-4564-95ab-428419974643"
CONTEXT = "https://credreg.net/ctdl/schema/context/json"


def read(value, name="x.json"):
    return read_list(value if isinstance(value, bytes) else json.dumps(value).encode(), name)


def program(prefix="ceterms:", **more):
    told = {
        "ctid": CTID,
        "name": {"en-US": "Welding"},
        "offeredBy": ["_:school"],
        "availableAt": [
            {"@type": f"{prefix}Place", f"{prefix}addressLocality": {"en": "Waco"}, f"{prefix}addressRegion": "Texas"}
        ],
        "estimatedCost": [{f"{prefix}price": 4485.0, f"{prefix}currency": "USD"}],
        "estimatedDuration": [{f"{prefix}exactDuration": "P4W"}, {f"{prefix}exactDuration": "PT160H"}],
        "instructionalProgramType": [{f"{prefix}codedNotation": "48.0508"}],
        "occupationType": [{f"{prefix}targetNode": "https://www.onetonline.org/link/summary/51-4121.00"}],
        "inLanguage": ["en-US"],
        "subjectWebpage": "https://school.example/welding",
        **more,
    }
    return {"@id": "https://registry.example/1", "@type": f"{prefix}LearningProgram"} | {
        prefix + key: value for key, value in told.items()
    }


def school(prefix="ceterms:"):
    return {"@id": "_:school", "@type": f"{prefix}CredentialOrganization", f"{prefix}name": {"en": "Trade School"}}


@pytest.mark.parametrize("prefix", ["ceterms:", "", "https://purl.org/ctdl/terms/"], ids=["prefixed", "bare", "full"])
def test_ctdl_in_a_graph(prefix):
    found = read({"@context": CONTEXT, "@graph": [program(prefix), school(prefix)]})
    assert (found.kind, found.troubles) == ("ctdl", ())
    (row,) = found.rows
    step = row.step
    assert (step.id, step.name, step.provider, step.kind) == (CTID, "Welding", "Trade School", "program")
    assert (step.cost.value, step.weeks.value, step.hours.value, step.cip) == (4485, 4, 160, "48.0508")
    assert (row.occupations, step.offering.place, step.offering.language) == (("51-4121.00",), "Waco, TX", "en-US")


def test_ctdl_alone_in_an_envelope_and_in_a_signed_text():
    alone = program()
    packed = base64.urlsafe_b64encode(json.dumps(alone).encode()).decode().rstrip("=")
    for one in (alone, {"decoded_resource": alone}, [{"resource": f"e30.{packed}.sig", "resource_encoding": "jwt"}]):
        assert [row.key for row in read(one).rows] == [CTID]


def test_a_program_at_several_places_is_a_step_for_each_and_any_of_them_will_do():
    places = [{"ceterms:addressLocality": city, "ceterms:addressRegion": "TX"} for city in ("Waco", "Austin")]
    online = [{"ceterms:targetNode": f"deliveryType:{one}"} for one in ("InPerson", "OnlineOnly")]
    needing = {
        "@type": "ceterms:Certification",
        "ceterms:ctid": OTHER,
        "ceterms:name": "Welder",
        "ceterms:requires": [{"ceterms:targetLearningOpportunity": ["https://registry.example/1"]}],
    }
    graph = [program(availableAt=places, deliveryType=online), needing]
    found = read({"@context": CONTEXT, "@graph": graph})
    assert [(one.key, one.step.offering.place, one.step.online) for one in found.rows] == [
        (f"{CTID}~waco-tx", "Waco, TX", False),
        (f"{CTID}~austin-tx", "Austin, TX", False),
        (f"{CTID}~online", None, True),
        (OTHER, None, None),
    ]
    (choice,) = found.rows[-1].step.needs_any
    assert (choice.count, len(choice.steps), found.rows[-1].step.kind) == (1, 3, "certificate")


def test_what_is_no_longer_offered_is_named():
    gone = program(lifeCycleStatusType={"ceterms:targetNodeName": {"en": "Ceased"}})
    found = read({"@graph": [gone]})
    assert (found.rows, [one.code for one in found.troubles]) == ((), ["not_offered"])


def test_prices_that_could_be_several_are_unknown():
    twice = [{"ceterms:price": price, "ceterms:currency": "USD"} for price in (100, 200)]
    found = read(program(estimatedCost=twice))
    assert ([one.step.cost.value for one in found.rows], found.troubles[0].code) == ([None], "price_range")
    euro = read(program(estimatedCost=[{"ceterms:price": 100, "ceterms:currency": "EUR"}]))
    assert ([one.step.cost.value for one in euro.rows], euro.troubles[0].code) == ([None], "price_other_currency")


def test_a_course_of_schema_org():
    (row,) = read(course_json()).rows
    step = row.step
    assert (step.name, step.provider, step.kind, step.online) == (
        "Microsoft Excel basics",
        "City College",
        "course",
        False,
    )
    assert (step.cost.value, step.hours.value, step.weeks.value) == (120, 22, 6)
    assert (step.offering.place, step.offering.starts, step.offering.schedule) == (
        "Boise, ID",
        (date(2027, 1, 11),),
        "Monday",
    )
    assert [one.name for one in row.skills] == ["Microsoft Excel"]


def test_instances_are_offers_of_their_own():
    instances = [
        {"@type": "CourseInstance", "courseMode": "online", "startDate": "2027-02-01"},
        {"@type": "CourseInstance", "courseMode": "onsite", "offers": {"price": "200", "priceCurrency": "USD"}},
    ]
    found = read(course_json(hasCourseInstance=instances, offers={"price": "100", "priceCurrency": "USD"}))
    assert [(one.step.online, one.step.cost.value) for one in found.rows] == [(True, 100), (False, None)]


def test_a_program_of_schema_org():
    told = {
        "@context": "http://schema.org/",
        "@type": "EducationalOccupationalProgram",
        "name": "Medical Assistant",
        "provider": {"name": "City College"},
        "timeToComplete": "P6M",
        "occupationalCategory": ["31-9092"],
        "identifier": {"@type": "PropertyValue", "propertyID": "CIP2020", "value": "51.0801"},
        "educationalCredentialAwarded": {"name": "Certificate"},
        "offers": {"price": "1.500,00", "priceCurrency": "USD"},
    }
    found = read(told)
    (row,) = found.rows
    assert (row.step.kind, row.step.weeks.value, row.step.cip, row.occupations) == (
        "program",
        26,
        "51.0801",
        ("31-9092",),
    )
    assert (row.step.cost.value, row.step.offering.credential) == (None, "Certificate")
    assert [one.code for one in found.troubles] == ["price_unclear"]


def test_a_saved_web_page():
    other = course_json(name="Word basics", teaches=[{"@type": "DefinedTerm", "name": "Microsoft Word"}])
    found = read(page(course_json(), {"@graph": [other]}), "page.html")
    assert [one.step.name for one in found.rows] == ["Microsoft Excel basics", "Word basics"]
    broken = page(course_json()).replace(b"</head>", b'<script type="application/ld+json">{"a": </script></head>')
    assert [(one.row, one.code) for one in read(broken).troubles] == [(2, "row_unreadable")]


def test_lines_of_json_each_stand_alone():
    lines = [json.dumps(program()), "{broken", json.dumps(program(ctid=OTHER))]
    found = read("\n".join(lines).encode())
    assert ([one.key for one in found.rows], [one.row for one in found.troubles]) == ([CTID, OTHER], [2])


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b'{"@type": "ceterms:Course", ', "learning_json"),
        (b'{"a": 1, "a": 2}', "learning_json"),
        (b"[" * 100_000, "learning_json"),
        (b'{"format": "pathfolio-learning", "version": 9, "steps": []}', "learning_newer"),
        (b'{"format": "pathfolio-learning", "version": 1, "steps": {}}', "learning_json"),
        (b'{"format": "pathfolio-learning", "version": 1, "steps": []}', "learning_nothing_in_it"),
        (b"{}", "learning_not_known"),
        (b'[{"@type": "Person", "name": "A"}]', "learning_not_known"),
        (b"[" + b"{}," * 600_000 + b"{}]", "learning_too_large"),
        (b"[" + b" " * 25_000_000 + b"]", "learning_too_large"),
        (b"<html><body>no list</body></html>", "learning_not_known"),
        (b"<script" * 200_000, "learning_not_known"),
        (b"<script type=ld+json>" * 100_000, "learning_not_known"),
        (b"<!--" * 300_000, "learning_not_known"),
    ],
    ids=[
        "cut", "twins", "deep", "newer", "no steps", "empty", "nothing", "person", "many", "long", "page",
        "open scripts", "unclosed scripts", "comments",
    ],
)  # fmt: skip
def test_what_is_no_list_is_refused(content, code):
    with pytest.raises(PathwaysError) as error:
        read(content)
    assert error.value.code == code


def test_our_own_form_is_as_hostile_as_any():
    steps = [
        {"name": "Welding", "cost": -5},
        "no step",
        {"name": ["a", {"b": 1}], "cost": {}},
        {"cost": 5},
        {"name": True},
    ]
    found = read({"format": "pathfolio-learning", "version": 1, "steps": steps})
    assert [one.step.name for one in found.rows] == ["Welding", 'a; {"b": 1}', "yes"]
    assert [(one.row, one.code) for one in found.troubles] == [
        (1, "price_negative"),
        (2, "row_unreadable"),
        (3, "price_unclear"),
        (4, "name_missing"),
    ]


@pytest.mark.skipif(not CTDL.is_dir(), reason="no data: samples of CTDL are not beside the repository")
def test_published_samples():
    read_ones, refused = 0, set()
    for file in sorted(CTDL.rglob("*.json")):
        try:
            found = read_list(file.read_bytes(), file.name)
        except PathwaysError as error:
            refused.add(error.code)
        else:
            read_ones += 1
            assert all(one.step.name and one.key for one in found.rows)
    assert read_ones >= 20
    assert refused <= {"learning_json", "learning_not_known"}
    (graph,) = CTDL.rglob("LearningProgram-1-graph.json")
    rows = read_list(graph.read_bytes(), graph.name).rows
    assert [(one.step.name, one.step.cost.value) for one in rows][:2] == [
        ("Lifelong Learning Accelerator", 4485),
        ("Personal Growth Mastery", 995),
    ]
