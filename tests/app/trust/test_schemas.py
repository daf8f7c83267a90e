"""The form (JSON Schema) that a record names: a misfit is said, and a hostile form costs little."""

import tracemalloc
from itertools import product
from socketserver import BaseRequestHandler, TCPServer
from threading import Thread
from time import monotonic

import pytest
from trust_samples import at_hand, badge, checks, signed

from app.online.wanted import wanted
from app.trust.documents import NO_DOCUMENTS
from app.trust.schemas import fits

pytest.importorskip("jsonschema_rs")
FORM = "https://school.example/forms/badge.json"
EXTENSIONS = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"


def named(kind="1EdTechJsonSchemaValidator2019", address=FORM):
    contexts = [*badge()["@context"], EXTENSIONS]
    return signed(badge(**{"@context": contexts}, credentialSchema=[{"id": address, "type": kind}]))


def form(document, **held):
    found = checks(document, documents=at_hand(**held))
    assert {found[name].answer for name in ("signature", "issuer_binding", "in_force", "status")} == {"yes"}
    return found["format"].answer, found["format"].reason


NEEDS_NAME = {"$schema": "https://json-schema.org/draft/2019-09/schema", "required": ["name"]}
NEEDS_MORE = {**NEEDS_NAME, "required": ["motto"]}


def test_a_form_that_fits_is_said_no_more():
    assert form(named(), **{FORM: NEEDS_NAME}) == ("yes", "all_defined")


@pytest.mark.parametrize("kind", ["1EdTechJsonSchemaValidator2019", "JsonSchema"])
def test_a_form_that_does_not_fit_is_a_note_and_spoils_nothing(kind):
    assert form(named(kind), **{FORM: NEEDS_MORE}) == ("yes", "form_differs")


@pytest.mark.parametrize(
    "held",
    [
        {},
        {FORM: None},
        {FORM: ["no", "form"]},
        {FORM: {"type": 5}},
        {FORM: {"$ref": "https://other.example/form"}},
        {FORM: {"$ref": "file:///etc/passwd"}},
        {FORM: {"properties": {"name": {"pattern": "(?=broken"}}}},
    ],
)
def test_a_form_that_cannot_be_had_or_followed_changes_nothing(held):
    assert form(named(), **held) == ("yes", "all_defined")


def test_a_form_is_among_what_would_be_asked():
    from trust_samples import NOW, record

    assert wanted([record(named())], NO_DOCUMENTS, NOW).addresses == {FORM: "schema"}
    assert wanted([record(named(address="http://school.example/form"))], NO_DOCUMENTS, NOW).addresses == {}


def doubling(place, times=60):
    parts = {f"d{n}": {"allOf": [{"$ref": f"#/$defs/d{n + 1}"}] * 2} for n in range(times)}
    return {**place, "$defs": {**parts, f"d{times}": {"type": "object"}}}


@pytest.mark.parametrize(
    "hostile",
    [
        doubling({"$ref": "#/$defs/d0"}),
        doubling({"properties": {"issuer": {"$ref": "#/$defs/d0"}}}),
        {
            "$id": "https://a.example/",
            "properties": {"issuer": doubling({"$id": "https://a.example/b", "$ref": "#/$defs/d0"}, 20)},
            "$defs": {"d0": {}},
        },
        {"$ref": "#"},
        {"properties": {"name": {"$dynamicRef": "#x"}}},
        {"properties": {"name": {"pattern": "((a{100}){100}){100}"}}},
        {"properties": {f"p{number}": {"pattern": "(a{90}){90}"} for number in range(2_000)}},
        {"x": "y" * 2_000_000},
    ],
)
def test_a_hostile_form_is_not_followed(hostile):
    start = monotonic()
    assert fits(hostile, badge()) is None
    assert monotonic() - start < 2


def test_nothing_beside_the_form_is_read(tmp_path):
    other = tmp_path / "other.json"
    other.write_text('{"type": "string"}', encoding="utf-8")
    assert fits({"properties": {"motto": {"$ref": other.as_uri()}}}, badge()) is None


def test_no_form_has_another_website_asked():
    """The guard of all tests does not see this library's connections: they are not Python's."""
    came = []

    class Heard(BaseRequestHandler):
        def handle(self):
            came.append(self.request)  # and it is closed at once

    with TCPServer(("127.0.0.1", 0), Heard) as server:
        Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        here = f"http://127.0.0.1:{server.server_address[1]}/form"
        forms = ({"$schema": here}, {"$ref": here}, {"$id": here, "$ref": "other"}, {"$defs": {"a": {"$ref": here}}})
        for form, kind in product(forms, ("1EdTechJsonSchemaValidator2019", "JsonSchema")):
            fits(form, {"a": 1}, kind)
        server.shutdown()
    assert came == []


def test_a_pattern_takes_time_in_line_with_what_it_reads():
    start = monotonic()
    assert fits({"properties": {"name": {"pattern": "^(a+)+$"}}}, {"name": "a" * 10_000 + "!"}) is False
    assert monotonic() - start < 1


LONG = "a" * 100_000


@pytest.mark.parametrize(
    "form",
    [
        {"allOf": [{"$ref": "#"}] * 300},
        {"$ref": "#/$defs/b", "$defs": {LONG: {"$ref": "#/$defs/b"}, "b": {"$ref": f"#/$defs/{LONG}"}}},
    ],
)
def test_a_form_that_goes_around_in_itself_costs_little(form):
    began = monotonic()
    tracemalloc.start()
    try:
        assert fits(form, {"name": "x"}) is None
        assert tracemalloc.get_traced_memory()[1] < 50_000_000
    finally:
        tracemalloc.stop()
    assert monotonic() - began < 2
