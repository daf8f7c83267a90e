"""Records made for the tests of reading: nothing here is signed, since reading looks at no signature."""

import json
from typing import Any

from app.records.model import Record, Source, Unreadable
from app.records.reading import read_bytes

VC_1 = "https://www.w3.org/2018/credentials/v1"
VC_2 = "https://www.w3.org/ns/credentials/v2"
OB_3 = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
FILE = Source("made.json")

Found = Record | Unreadable


def badge(**changes: Any) -> dict[str, Any]:
    """An Open Badge with everything this program reads; a change of None takes a field away."""
    made = {
        "@context": [VC_2, OB_3],
        "id": "urn:uuid:0d6f5c3e-0000-4000-8000-000000000001",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": "Forklift Safety",
        "description": "Given for safe driving.",
        "issuer": {
            "id": "did:web:school.example",
            "type": ["Profile"],
            "name": "Riverside Trade School",
            "url": "https://school.example/",
        },
        "validFrom": "2024-03-01T00:00:00Z",
        "validUntil": "2027-03-01T00:00:00+00:00",
        "awardedDate": "2024-02-27T00:00:00Z",
        "credentialSubject": {
            "id": "did:key:z6MkLearner",
            "type": ["AchievementSubject"],
            "name": "Ana Rivera",
            "identifier": [
                {
                    "type": "IdentityObject",
                    "identityHash": "sha256$00ff",
                    "identityType": "emailAddress",
                    "hashed": True,
                    "salt": " s\u0001 ",
                }
            ],
            "achievement": {
                "id": "https://school.example/forklift",
                "type": ["Achievement"],
                "achievementType": "Certificate",
                "name": "Forklift operator",
                "description": "Drives a forklift\nsafely.",
                "criteria": {"id": "https://school.example/criteria", "narrative": "Passed the *driving* test."},
                "tag": ["warehouse", "safety"],
                "alignment": [
                    {
                        "type": ["Alignment"],
                        "targetName": "Operate forklift",
                        "targetUrl": "http://data.europa.eu/esco/skill/forklift",
                        "targetCode": "S8.1",
                        "targetFramework": "ESCO",
                        "targetType": "ext:ESCO",
                        "targetDescription": "Drive and control a forklift.",
                    }
                ],
                "resultDescription": [
                    {
                        "id": "urn:result:exam",
                        "type": ["ResultDescription"],
                        "name": "Driving exam",
                        "resultType": "RubricCriterionLevel",
                        "alignment": [{"targetName": "Load pallets", "targetUrl": "urn:skill:pallets"}],
                        "rubricCriterionLevel": [
                            {"id": "urn:level:1", "name": "Learner", "alignment": [{"targetName": "Watch"}]},
                            {"id": "urn:level:2", "name": "Operator", "alignment": [{"targetName": "Drive alone"}]},
                        ],
                    }
                ],
            },
            "result": [
                {
                    "type": ["Result"],
                    "resultDescription": "urn:result:exam",
                    "achievedLevel": "urn:level:2",
                    "value": "92",
                    "status": "Completed",
                    "alignment": [{"targetName": "Park", "targetUrl": "urn:skill:park"}],
                }
            ],
        },
        "evidence": [
            {
                "id": "https://school.example/video",
                "name": "Test drive",
                "narrative": "Filmed.",
                "description": "Two laps.",
            }
        ],
    }
    return changed(made, changes)


def credential(**changes: Any) -> dict[str, Any]:
    """A plain W3C credential (VC 1.1)."""
    made = {
        "@context": [VC_1],
        "id": "urn:uuid:0d6f5c3e-0000-4000-8000-000000000002",
        "type": ["VerifiableCredential", "UniversityDegreeCredential"],
        "issuer": "did:web:college.example",
        "issuanceDate": "2020-06-01T12:00:00Z",
        "credentialSubject": {"id": "did:key:z6MkLearner", "degree": {"type": "BachelorDegree", "name": "BSc Nursing"}},
    }
    return changed(made, changes)


def presentation(*credentials: Any, **changes: Any) -> dict[str, Any]:
    """A presentation (VC 2.0) of these credentials."""
    made = {
        "@context": [VC_2],
        "type": ["VerifiablePresentation"],
        "holder": "did:key:z6MkLearner",
        "verifiableCredential": list(credentials),
    }
    return changed(made, changes)


def changed(made: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in {**made, **changes}.items() if value is not None}


def read(value: Any) -> list[Found]:
    """What is read from a value written as JSON, or from bytes as they are."""
    return list(read_bytes(value if isinstance(value, bytes) else json.dumps(value).encode(), FILE))


def one(value: Any) -> Record:
    """The single record read from a value."""
    (found,) = read(value)
    assert isinstance(found, Record), found
    return found


def codes(found: list[Found]) -> list[str]:
    """The reason of each unreadable part, and `record` for each record."""
    return [item.code if isinstance(item, Unreadable) else "record" for item in found]


def faults(value: Any) -> dict[str, dict[str, object]]:
    """The faults of the single record read from a value, by code."""
    return {fault.code: dict(fault.values) for fault in one(value).faults}
