"""Open Badges 3.0 as issuers write them, read whole."""

import pytest
from sample_records import OB_3, VC_1, VC_2, badge, faults, one

from app.records.model import Achievement, Alignment, Evidence, Identity, Issuer, Result, Subject


def with_subject(**changes):
    made = badge()
    subject = {**made["credentialSubject"], **changes}
    return {**made, "credentialSubject": {key: value for key, value in subject.items() if value is not None}}


def with_achievement(**changes):
    achievement = {**badge()["credentialSubject"]["achievement"], **changes}
    return with_subject(achievement={key: value for key, value in achievement.items() if value is not None})


def test_everything_in_a_badge_is_read():
    found = one(badge())
    assert (found.kind, found.data_model, found.name) == ("ob3", "2.0", "Forklift Safety")
    assert found.id == "urn:uuid:0d6f5c3e-0000-4000-8000-000000000001"
    assert found.types == ("VerifiableCredential", "OpenBadgeCredential")
    assert found.issuer == Issuer("did:web:school.example", "Riverside Trade School", "https://school.example/")
    assert found.subjects == (
        Subject("did:key:z6MkLearner", "Ana Rivera", (Identity("sha256$00ff", True, "emailAddress", " s\u0001 "),)),
    )
    assert (found.valid_from, found.valid_until) == ("2024-03-01T00:00:00Z", "2027-03-01T00:00:00+00:00")
    assert (found.awarded, found.description) == ("2024-02-27T00:00:00Z", "Given for safe driving.")
    assert found.achievements == (
        Achievement(
            name="Forklift operator",
            id="https://school.example/forklift",
            type="Certificate",
            description="Drives a forklift\nsafely.",
            criteria="Passed the *driving* test.",
            criteria_url="https://school.example/criteria",
            tags=("warehouse", "safety"),
            alignments=(
                Alignment(
                    "Operate forklift",
                    "http://data.europa.eu/esco/skill/forklift",
                    "S8.1",
                    "ESCO",
                    "ext:ESCO",
                    "Drive and control a forklift.",
                ),
            ),
        ),
    )
    assert found.results == (
        Result(
            name="Driving exam",
            value="92",
            level="Operator",
            status="Completed",
            alignments=(
                Alignment("Park", "urn:skill:park"),
                Alignment("Load pallets", "urn:skill:pallets"),
                Alignment("Drive alone"),
            ),
        ),
    )
    assert found.evidence == (Evidence("Test drive", "https://school.example/video", "Filmed.\n\nTwo laps."),)
    assert found.faults == ()


def test_a_level_that_was_not_achieved_lends_no_skill():
    names = [alignment.name for alignment in one(badge()).results[0].alignments]
    assert "Watch" not in names


def test_a_result_that_points_nowhere_keeps_what_it_says_itself():
    found = one(with_subject(result={"resultDescription": "urn:other", "achievedLevel": "urn:none", "value": 3.5}))
    assert found.results == (Result(value="3.5", level="urn:none"),)
    assert found.faults == ()


def test_objects_and_arrays_mean_the_same():
    achievement = badge()["credentialSubject"]["achievement"]
    single = with_achievement(alignment=achievement["alignment"][0])
    assert one(single).achievements == one(badge()).achievements
    assert one(with_subject(achievement=[achievement])).achievements == one(badge()).achievements
    assert one(badge(credentialSubject=[badge()["credentialSubject"]])).subjects == one(badge()).subjects


@pytest.mark.parametrize(
    "name",
    [
        {"@value": "Welding", "@language": "en"},
        [{"@value": "Soldadura", "@language": "es"}, {"@value": "Welding", "@language": "en-US"}],
        {"es": "Soldadura", "en": "Welding"},
        ["Welding", {"@value": "Soldadura", "@language": "es"}],
    ],
)
def test_of_several_languages_english_else_the_first_is_shown(name):
    assert one(with_achievement(name=name)).achievements[0].name == "Welding"


def test_without_english_the_first_language_is_shown():
    name = [{"@value": "Soldadura", "@language": "es"}, {"@value": "Schweißen", "@language": "de"}]
    assert one(badge(name=name)).name == "Soldadura"


def test_a_record_without_a_name_goes_by_its_achievement_then_by_its_type():
    assert one(badge(name=None)).name == "Forklift operator"
    nameless = with_achievement(name=None)
    del nameless["name"]
    assert one(nameless).name == "Certificate"
    assert faults(nameless) == {"missing_achievement_name": {}}
    assert one(with_achievement(name=None)).achievements[0].name == "Forklift Safety"


def test_an_alignment_goes_by_its_code_or_link_where_it_has_no_name():
    wanted = [
        {"targetCode": "S1"},
        {"targetUrl": "https://skills.example/2"},
        {"targetType": "CFItem"},
        {"targetName": "x"},
    ]
    found = one(with_achievement(alignment=wanted)).achievements[0].alignments
    assert [(item.name, item.url) for item in found] == [
        ("S1", None),
        ("https://skills.example/2", "https://skills.example/2"),
        ("x", None),
    ]


def test_links_that_would_run_or_open_something_are_dropped():
    running = with_achievement(
        criteria={"id": "javascript:alert(1)"},
        alignment={"targetName": "x", "targetUrl": "JavaScript:alert(1)"},
    )
    running["evidence"] = [{"id": "file:///etc/passwd", "name": "e"}]
    running["issuer"] = {"id": "did:web:a", "url": "data:text/html,x"}
    found = one(running)
    assert found.achievements[0].criteria_url is None
    assert found.achievements[0].alignments[0].url is None
    assert (found.evidence[0].url, found.issuer.url) == (None, None)


def test_vc_1_1_dates_and_context():
    made = badge(**{"@context": [VC_1, OB_3]}, validFrom=None, validUntil=None)
    found = one({**made, "issuanceDate": "2021-01-01T00:00:00Z", "expirationDate": "2031-01-01T00:00:00.1234567Z"})
    assert (found.data_model, found.valid_from) == ("1.1", "2021-01-01T00:00:00Z")
    assert found.valid_until == "2031-01-01T00:00:00.1234567Z"
    assert found.faults == ()


def test_of_two_dates_that_say_the_same_the_tighter_one_counts():
    found = one(badge(issuanceDate="2025-01-01T00:00:00Z", expirationDate="2026-01-01T00:00:00Z"))
    assert (found.valid_from, found.valid_until) == ("2025-01-01T00:00:00Z", "2026-01-01T00:00:00Z")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"issuer": None}, {"missing_issuer": {}}),
        ({"issuer": {"name": "Nobody"}}, {"missing_issuer_id": {}}),
        ({"issuer": 7}, {"wrong_type": {"field": "issuer", "found": "number"}}),
        ({"issuer": "did:web:a\u200b"}, {"bad_identifier": {"field": "issuer"}}),
        ({"credentialSubject": None}, {"missing_subject": {}}),
        ({"credentialSubject": "me"}, {"wrong_type": {"field": "credentialSubject", "found": "text"}}),
        ({"credentialSubject": {"id": "did:key:z6MkLearner"}}, {"missing_achievement": {}}),
        ({"type": "OpenBadgeCredential"}, {"missing_type": {}}),
        ({"@context": OB_3}, {"no_vc_context": {}}),
        ({"@context": [OB_3, VC_2]}, {"vc_context_not_first": {}}),
        ({"validFrom": None}, {"missing_date": {"field": "validFrom"}}),
        ({"validFrom": "last spring"}, {"unreadable_date": {"field": "validFrom", "text": "last spring"}}),
        ({"validUntil": 2030}, {"wrong_type": {"field": "validUntil", "found": "number"}}),
        ({"evidence": [7]}, {"wrong_type": {"field": "evidence", "found": "number"}}),
        ({"id": 7}, {"bad_identifier": {"field": "id"}}),
    ],
)
def test_what_is_missing_or_wrong_is_a_fault_and_the_record_stays(changes, expected):
    assert faults(badge(**changes)) == expected


def test_a_list_longer_than_anybody_writes_is_cut_and_said():
    found = one(with_achievement(alignment=[{"targetName": str(number)} for number in range(1_001)]))
    assert len(found.achievements[0].alignments) == 1_000
    assert [(fault.code, dict(fault.values)) for fault in found.faults] == [
        ("too_many", {"field": "alignment", "limit": 1_000})
    ]
