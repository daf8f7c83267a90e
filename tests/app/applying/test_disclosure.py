"""What a record gives away is told from what is really in it."""

from typing import Any

import pytest
from signed_records import record_of, signed_badge
from signed_texts import digest, disclosure, sd_jwt

from app.applying.disclosure import WEIGHTS, gives_away, told_by

PLAIN = {"issuer", "issue_date", "linkable_id"}


def told(**made: Any) -> set[str]:
    return set(gives_away(record_of(signed_badge("Vital Signs", issuer_name="Harbor Care Group", **made)))) - PLAIN


def test_a_plain_badge_tells_who_issued_it_and_when() -> None:
    assert gives_away(record_of(signed_badge("Vital Signs", issuer_name="Harbor Care Group"))) == (
        "linkable_id",
        "issue_date",
        "issuer",
    )


@pytest.mark.parametrize(
    ("made", "codes"),
    [
        ({"achievement": {"achievementType": "BachelorDegree"}}, {"schooling", "school_name"}),
        ({"achievement": {"achievementType": "Badge"}}, set()),
        ({"extra_subject": {"activityStartDate": "2019-01-01"}}, {"dates"}),
        ({"extra_subject": {"term": "Fall 2025"}}, {"dates"}),
        (
            {"extra_subject": {"activityStartDate": "2019-01-01", "activityEndDate": "2020-01-01"}},
            {"dates", "time_gaps"},
        ),
        ({"extra": {"awardedDate": "2019-06-01T00:00:00Z"}}, {"dates"}),
        ({"extra": {"awardedDate": "2025-12-12T09:00:00Z"}}, set()),
        ({"extra": {"validUntil": "2027-01-01T00:00:00Z"}}, {"end_date"}),
        ({"extra_subject": {"result": [{"type": ["Result"], "value": "B+"}]}}, {"grades"}),
        ({"extra_subject": {"role": "Shift Supervisor", "licenseNumber": "9"}}, {"role", "license_number"}),
        ({"extra_subject": {"creditsEarned": 3}}, {"credits"}),
        ({"extra": {"evidence": [{"id": "https://e.example", "type": ["Evidence"]}]}}, {"evidence_links"}),
    ],
)
def test_each_thing_is_told(made: dict[str, Any], codes: set[str]) -> None:
    assert told(**made) == codes


def identity(kind: str, *, hashed: bool) -> dict[str, Any]:
    one = {
        "type": "IdentityObject",
        "identityHash": "sha256$x" if hashed else "Ana",
        "hashed": hashed,
        "identityType": kind,
    }
    return {"extra_subject": {"identifier": [one]}}


def test_identities_by_kind_and_hash() -> None:
    assert told(**identity("emailAddress", hashed=True)) == {"hashed_identity"}
    assert told(**identity("emailAddress", hashed=False)) == {"email"}
    assert told(**identity("name", hashed=False)) == {"names"}
    assert told(**identity("studentId", hashed=False)) == {"student_id"}
    assert told(**identity("birthDate", hashed=False)) == {"birth_date"}
    assert told(**identity("phoneNumber", hashed=False)) == {"phone"}
    assert told(**identity("nationalIdentityNumber", hashed=False)) == {"other_facts"}
    assert "names" not in told(**identity("userName", hashed=False))


def test_what_stands_beside_the_subject_is_told() -> None:
    assert unsigned({}, endorsement=[{"type": "EndorsementCredential"}]) == {"other_facts"}
    assert unsigned({}, email="a@b.example") == {"email"}


@pytest.mark.parametrize("name", ["Chicago Public Schools", "Alamo Colleges District", "Texas A&M", "Liceo Sur"])
def test_schools_by_their_names(name: str) -> None:
    assert "school_name" in gives_away(record_of(signed_badge("Vital Signs", issuer_name=name)))


@pytest.mark.parametrize(
    "title", ["Associate in Applied Science", "B.S. Nursing", "MBA", "High School Equivalency", "Grado en Enfermería"]
)
def test_schooling_by_its_titles(title: str) -> None:
    assert "schooling" in gives_away(record_of(signed_badge(title, issuer_name="Harbor Care Group")))


def unsigned(subject: dict[str, Any], **more: Any) -> set[str]:
    badge = signed_badge("Vital Signs", issuer_name="Harbor Care Group")
    badge["credentialSubject"] = {**badge["credentialSubject"], **subject}
    return set(gives_away(record_of({**badge, **more}))) - PLAIN


def test_personal_facts_wherever_they_stand_in_the_subject() -> None:
    assert unsigned({"name": "Ana Diaz"}) == {"names"}
    assert unsigned({"person": {"birthDate": "2001-02-03", "address": {"postalCode": "1"}, "email": "a@b.c"}}) == {
        "birth_date",
        "address",
        "email",
        "other_facts",
    }
    assert unsigned({"shoeSize": 44}) == {"other_facts"}
    assert unsigned({"verifiableCredential": [{"id": "urn:x"}]}) >= {"other_achievements"}


def test_the_issuers_own_address_is_not_the_learners() -> None:
    issuer = {"id": "https://x.example", "name": "Harbor Care Group", "email": "a@b.c", "address": {"postalCode": "1"}}
    assert unsigned({}, issuer=issuer) == set()


@pytest.mark.parametrize("name", ["Harbor Practice College", "Universidad de Prueba", "Lake High School"])
def test_a_school_is_known_by_its_name(name: str) -> None:
    assert "school_name" in gives_away(record_of(signed_badge("Vital Signs", issuer_name=name)))


def test_what_counts_most_comes_first_and_every_code_has_a_weight() -> None:
    codes = gives_away(
        record_of(
            signed_badge("High School Diploma", extra_subject={"activityEndDate": "2001-06-01", "creditsEarned": 2})
        )
    )
    assert codes == ("schooling", "dates", "school_name", "credits", "linkable_id", "issue_date", "issuer")
    assert set(codes) <= WEIGHTS.keys()


def test_the_claims_of_an_sd_jwt_vc_are_about_its_subject() -> None:
    shown = [disclosure("given_name", "Ana"), disclosure("birthdate", "2000-01-01"), disclosure("shoe_size", 43)]
    claims = {"iss": "https://college.example", "vct": "https://college.example/welding", "_sd": [*map(digest, shown)]}
    found = gives_away(record_of({}, sd_jwt(claims, shown)))
    assert {"birth_date", "names", "other_facts"} <= set(found)
    assert "other_facts" not in gives_away(record_of({}, sd_jwt(claims, shown[:2])))


def test_what_is_told_stands_there_in_the_records_own_words() -> None:
    found = told_by(
        record_of(
            signed_badge(
                "Vital Signs",
                issuer_name="Lake College",
                subject="did:key:z6Mk1",
                extra_subject={
                    "activityStartDate": "2019-01-01",
                    "activityEndDate": "2020-01-01",
                    "role": "Clerk\u202e",
                },
            )
        )
    )
    assert found["school_name"] == ("Lake College",)
    assert found["time_gaps"] == ("2019-01-01 – 2020-01-01",)
    assert found["role"] == ("Clerk",)
    assert "did:key:z6Mk1" in found["linkable_id"]
    assert len(found["linkable_id"]) == 2
