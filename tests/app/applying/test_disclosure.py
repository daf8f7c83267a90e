"""What a record gives away is told from what is really in it."""

import json
from typing import Any

import pytest
from applying_world import DATES, GRADE, TERMS, showing, transcript
from signed_records import record_of, signed_badge
from signed_texts import digest, disclosure, sd_jwt

from app.applying.disclosure import WEIGHTS, gives_away, told_by
from app.records.model import Record, Source
from app.records.reading import read_bytes

PLAIN = {"issuer", "issue_date", "linkable_id"}
SCHOOL = {"schooling", "school_name", "dates", "grades"}


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


BIRTH = {"birthDate": "2001-02-03"}


def told_of(made: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    """Of a record that nobody signed: what is said in it is told whatever holds of it."""
    document = signed_badge("Vital Signs", issuer_name="Harbor Care Group")
    document["credentialSubject"]["achievement"] |= made.get("achievement", {})
    return dict(told_by(record_of({**document, **made.get("extra", {})})))


@pytest.mark.parametrize(
    "made",
    [
        {"achievement": BIRTH},
        {"achievement": {"creator": {"id": "https://x.example", "type": ["Profile"], "dateOfBirth": "2001-02-03"}}},
        {"extra": {"issuer": {"id": "did:key:z6Mk", "type": ["Profile"], "name": "Harbor Care Group", **BIRTH}}},
        {"extra": {"termsOfUse": [{"type": "Terms", **BIRTH}]}},
        {"extra": {"evidence": [{"type": ["Evidence"], "id": "https://x.example", "birth_date": "2001-02-03"}]}},
    ],
    ids=["achievement", "creator", "issuer", "terms of use", "evidence"],
)
def test_a_birth_date_is_told_wherever_it_stands(made: dict[str, Any]) -> None:
    assert told_of(made)["birth_date"] == ("2001-02-03",)


@pytest.mark.parametrize("room", ["achievement", "issuer"])
def test_a_term_of_the_records_own_is_told_as_another_fact(room: str) -> None:
    document = signed_badge("Vital Signs", issuer_name="Harbor Care Group")
    place = document["issuer"] if room == "issuer" else document["credentialSubject"]["achievement"]
    place["shoeSize"] = "44"
    assert told_by(record_of(document))["other_facts"] == ("shoeSize",)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Given to Maria Lopez, born 2001-02-03.", {"names", "birth_date", "dates"}),
        ("Bachelor of Science, Harbor Community College, spring 2019, grade D+", SCHOOL),
        ("Write to maria@x.example or call 555-010-0199.", {"email", "phone"}),
        ("Taught at the Universidad de Salamanca from 2019 to 2021", {"school_name", "time_gaps"}),
        ("Takes 12 weeks and two years of experience; ISO 9001:2015. A good grade in class helps.", set()),
    ],
)
def test_texts_are_looked_at_where_a_record_is_described(text: str, codes: set[str]) -> None:
    for made in ({"achievement": {"description": text}}, {"extra": {"description": text}}):
        assert set(told_of(made)) - PLAIN == codes
    evidence = {"extra": {"evidence": [{"type": ["Evidence"], "id": "https://x.example", "narrative": text}]}}
    assert codes | {"narrative", "evidence_links"} <= set(told_of(evidence))


def test_what_must_be_scored_is_nobodys_grade() -> None:
    criteria = {"criteria": {"narrative": "A score of 80 or more, at a school of your choice."}}
    assert told(achievement=criteria) == set()
    assert "grades" in told(achievement={"description": "Passed with a score of 97."})


def test_a_transcript_tells_all_that_its_credentials_tell() -> None:
    course = showing("Welding", TERMS, issuer="Bay Community College", extra_subject=DATES | GRADE)
    held = list(read_bytes(json.dumps(transcript(course)).encode(), Source("transcript.json")))
    whole, inside = (one for one in held if isinstance(one, Record))
    assert set(told_by(inside)) <= set(told_by(whole))
    assert (told_by(whole)["grades"], told_by(whole)["school_name"]) == (("A-",), ("Bay Community College",))


def test_older_badges_tell_what_stands_beside_them() -> None:
    badge = {"type": "BadgeClass", "id": "https://x.example/b", "name": "B", "description": "d", "criteria": {}}
    older = {
        "@context": "https://w3id.org/openbadges/v2",
        "type": "Assertion",
        "id": "https://x.example/a",
        "recipient": {"type": "email", "hashed": True, "identity": "sha256$x"},
        "badge": badge | {"issuer": {"id": "https://x.example/i", "type": "Profile", "name": "I", "email": "i@x"}},
        "verification": {"type": "hosted"},
        "issuedOn": "2020-01-01T00:00:00Z",
    }
    plain = {"hashed_identity"} | PLAIN
    assert set(told_by(record_of(older))) == plain
    more = told_by(record_of({**older, **BIRTH, "extensions:person": {"grade": "D+"}}))
    assert set(more) - plain == {"birth_date", "grades", "other_facts"}


def test_a_place_in_a_list_of_canceled_records_is_an_id() -> None:
    status = {"type": "BitstringStatusListEntry", "statusListIndex": "94567", "statusPurpose": "revocation"}
    assert "94567" in told_of({"extra": {"credentialStatus": status}})["linkable_id"]


def test_an_address_that_is_an_email_is_one() -> None:
    document = signed_badge("Vital Signs", issuer_name="Harbor Care Group")
    document["credentialSubject"]["contact"] = {"address": "ana@x.example"}
    assert set(told_by(record_of(document))) - PLAIN == {"email", "other_facts"}
    assert told(**identity("ext:address", hashed=False)) == {"address"}
