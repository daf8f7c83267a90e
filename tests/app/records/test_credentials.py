"""Plain W3C credentials: an achievement where there is one, none where there is none."""

import pytest
from sample_records import VC_2, credential, faults, one

from app.records.model import Alignment, Subject


def about(**subject):
    return credential(credentialSubject={"id": "did:key:z6MkLearner", **subject})


def test_a_degree_is_an_achievement():
    found = one(credential())
    assert (found.kind, found.data_model, found.name) == ("vc", "1.1", "BSc Nursing")
    assert [(item.name, item.type) for item in found.achievements] == [("BSc Nursing", "Bachelor Degree")]
    assert found.issuer.id == "did:web:college.example"
    assert found.faults == ()


def test_a_credential_held_is_an_achievement_with_its_competencies():
    held = {
        "type": ["EducationalOccupationalCredential"],
        "name": "Phlebotomy",
        "description": "Draws blood.",
        "competencyRequired": [
            {"name": "Draw blood", "termCode": "B1", "inDefinedTermSet": {"name": "Health"}, "url": "urn:b1"},
            "Label samples",
            "https://skills.example/hygiene",
        ],
    }
    (made,) = one(about(hasCredential=held)).achievements
    assert (made.name, made.type) == ("Phlebotomy", "Educational Occupational Credential")
    assert made.alignments == (
        Alignment("Draw blood", "urn:b1", "B1", "Health"),
        Alignment("Label samples"),
        Alignment("https://skills.example/hygiene", "https://skills.example/hygiene"),
    )


def test_skills_may_be_plain_words():
    made = one(about(skills=["Welding", "https://skills.example/1", {"name": "Cutting"}, {"unknown": 1}]))
    assert [item.name for item in made.achievements] == ["Welding", "Cutting"]


def test_a_name_on_the_subject_is_a_person_unless_its_type_says_otherwise():
    person = one(about(name="Ana Rivera", type="Person"))
    assert (person.subjects[0].name, person.achievements) == ("Ana Rivera", ())
    course = one(about(name="Welding 101", type="Course"))
    assert (course.subjects[0].name, course.achievements[0].name) == (None, "Welding 101")


def test_a_name_may_be_in_parts():
    assert one(about(givenName="Ana", familyName="Rivera")).subjects == (Subject("did:key:z6MkLearner", "Ana Rivera"),)


@pytest.mark.parametrize(
    ("types", "name"),
    [
        (["VerifiableCredential", "AlumniCredential"], "Alumni Credential"),
        (["VerifiableCredential", "https://example.org/types#OSHACard"], "OSHA Card"),
        ("VerifiableCredential", "Verifiable Credential"),
    ],
)
def test_a_credential_without_any_name_goes_by_its_type(types, name):
    assert one(credential(type=types, credentialSubject={"alumniOf": "x"})).name == name


def test_an_endorsement_says_its_comment():
    assert one(about(endorsementComment="In good standing")).description == "In good standing"


def test_vc_2_needs_no_date_and_vc_1_does():
    assert faults(credential(**{"@context": [VC_2]}, issuanceDate=None)) == {}
    assert faults(credential(issuanceDate=None)) == {"missing_date": {"field": "issuanceDate"}}
    assert one(credential(issuanceDate=None, issued="2020-01-01T00:00:00Z")).valid_from == "2020-01-01T00:00:00Z"


def test_an_incomplete_credential_without_types_is_still_one():
    assert faults(credential(type=None)) == {"missing_type": {}}
