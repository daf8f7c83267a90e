"""European Digital Credentials: titles by language, skills of ESCO, grades, who gave them."""

from datetime import UTC, datetime

import pytest
from other_records import ESCO_WELD, european
from sample_records import codes, one, read

from app.profile.claims import claims_of
from app.trust.seven import check_record

NOW = datetime(2026, 3, 10, tzinfo=UTC)


def test_it_is_read_into_the_same_record():
    found = one(european())
    assert (found.kind, found.name, found.description) == ("edc", "Welding course", "A course.")
    assert (found.issuer.id, found.issuer.name, found.issuer.number) == ("urn:epass:org:1", "Trade School", "BE-0000")
    assert found.issuer.url == "https://school.example"
    assert (found.subjects[0].name, found.subjects[0].identities[0].hash) == ("Ana Rivera", "ana@mail.example")
    assert [(made.name, made.type) for made in found.achievements] == [
        ("Basic welding", "Qualification"),
        ("Workshop", "LearningActivity"),
    ]
    assert [(result.name, result.value) for result in found.results] == [("Bench test", "Pass")]
    assert (found.valid_from, found.faults) == ("2023-06-28T14:30:00Z", ())


def test_links_to_esco_are_kept_as_skills():
    claims = {claim.text: claim.alignment for claim in claims_of(one(european())) if claim.alignment}
    assert (claims["weld steel"].url, claims["weld steel"].framework) == (ESCO_WELD, "ESCO")
    assert (claims["cut steel"].url, claims["cut steel"].framework) == ("http://other.example/1", None)
    assert claims["Reads drawings"].url is None
    assert "Joins metal" not in claims


def test_one_that_nobody_sealed_says_so_and_counts_as_nobody_s_word():
    checks = {check.check: (check.answer, check.reason) for check in check_record(one(european()), now=NOW)}
    assert checks["signature"] == ("no", "no_proof")
    assert checks["issuer_binding"][0] == "not checked"


@pytest.mark.parametrize("odd", [None, 7, "x", [], [[]], {}, [None, 3], {"en": 3}, {"en": [[]]}])
def test_strange_parts_harm_nothing(odd):
    for key in ("displayParameter", "issuer", "credentialSubject"):
        assert codes(read(european(**{key: odd}))) == ["record"]
    for key in ("hasClaim", "contactPoint", "fullName"):
        made = european()
        made["credentialSubject"][key] = odd
        assert codes(read(made)) == ["record"]
    for key in ("specifiedBy", "provenBy", "influencedBy", "title"):
        made = european()
        made["credentialSubject"]["hasClaim"][key] = odd
        assert codes(read(made)) == ["record"]


def test_claims_within_claims_end_somewhere():
    made, inner = european(), {"type": "LearningAchievement", "title": {"en": "Deep"}}
    for _ in range(20):
        inner = {"hasPart": [inner, inner], "title": {"en": "Part"}} if _ < 3 else {"hasPart": inner}
    made["credentialSubject"]["hasClaim"] = inner
    assert len(one(made).achievements) <= 1_000


def test_the_older_xml_is_named_and_nothing_of_it_kept():
    xml = b'<?xml version="1.0"?><vp:verifiablePresentation xmlns="http://data.europa.eu/snb"/>'
    (found,) = read(xml)
    assert (found.code, found.values["looks_like"]) == ("format_not_read", "edc_xml")
