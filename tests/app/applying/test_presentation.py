"""Signed presentations: what is inside the signed bytes, and what is never signed for silently."""

import copy
import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from application_pages import LABELS
from signed_records import LEARNER, LEARNER_SEED, MARKET_SEED, four_records, record_of, signed_badge
from signed_texts import did_jwk, digest, disclosure, jades, sd_jwt, token
from trust_samples import reread

from app.applying.holder import holder_of
from app.applying.presentation import Presentation, request_for, sign_presentation
from app.applying.statement import Statement
from app.applying.ties import bound_elsewhere
from app.errors import PersonError
from app.records.model import Record, Unreadable
from app.records.reading import read_presentation_path
from app.trust.meaning import read_meaning
from app.trust.presentations import check_presentation
from app.trust.proofs import add_proof
from app.trust.seven import check_record

CREATED = datetime(2026, 3, 10, 18, 42, 7, tzinfo=UTC)
REQUEST = request_for("Trainee", "Lakeside Practice Clinic", "c-1", "clinic.example")
SPANISH = Statement("Speak Spanish", "We speak it at home.\nAnd at the store.", ("https://e.example/video",))


def sign(records: list[Record], statements: list[Statement] | None = None, **more: Any) -> Presentation:
    settings = {"seed": LEARNER_SEED, "created": CREATED, "labels": LABELS, **more}
    return sign_presentation(records, statements or [], settings.pop("request", REQUEST), **settings)


def test_the_proof_names_holder_purpose_challenge_and_domain() -> None:
    made = sign(four_records())
    document = json.loads(made.content)
    assert document == made.document
    assert document["holder"] == made.holder == LEARNER.did
    proof = document["proof"]
    assert proof.pop("proofValue").startswith("z")
    assert proof == {
        "type": "DataIntegrityProof",
        "cryptosuite": "eddsa-rdfc-2022",
        "created": "2026-03-10T18:42:07Z",
        "verificationMethod": LEARNER.method,
        "proofPurpose": "authentication",
        "challenge": "c-1",
        "domain": "clinic.example",
    }
    assert document["@context"] == ["https://www.w3.org/ns/credentials/v2"]
    assert document["type"] == ["VerifiablePresentation"]


def test_records_travel_to_the_letter() -> None:
    signed = signed_badge("Vital Signs", extra_subject={"creditsEarned": 1.5})
    text = "\n" + json.dumps(signed, indent=5).replace("1.5", "15.0E-1").replace('"Vital', '"\\u0056ital') + "  "
    record = record_of(signed, text)
    made = sign([record])
    assert text.strip().encode() in made.content
    assert json.loads(made.content)["verifiableCredential"] == [signed]


def test_records_taken_out_of_the_file_are_the_same_records_to_the_byte(tmp_path: Path) -> None:
    records = four_records()
    path = tmp_path / "presentation.json"
    path.write_bytes(sign(records, [SPANISH]).content)
    found = read_presentation_path(path)
    assert not isinstance(found, Unreadable)
    assert [record.key for record in found.records[:4]] == [record.key for record in records]
    assert len(found.records) == 5


def held_texts() -> list[str]:
    """A record in each form that is no plain JSON, all about the learner."""
    badge = {key: value for key, value in signed_badge("Welding").items() if key != "proof"} | {"issuer": did_jwk()}
    part = disclosure("given_name", "Ana")
    claims = {"iss": did_jwk(), "vct": "https://college.example/welding", "_sd": [digest(part)]}
    return [
        token(badge, typ="vc+jwt"),
        token(badge),
        sd_jwt(badge, typ="vc+sd-jwt"),
        sd_jwt(claims, [part], typ="dc+sd-jwt"),
        json.dumps(jades(badge), indent=3),
    ]


@pytest.mark.parametrize("text", held_texts(), ids=["vc+jwt", "jwt", "vc+sd-jwt", "dc+sd-jwt", "jades"])
def test_signed_texts_travel_to_the_letter_in_an_envelope(text: str, tmp_path: Path) -> None:
    record = record_of({}, text)
    path = tmp_path / "presentation.json"
    path.write_bytes(sign([record, *four_records()], [SPANISH]).content)
    found = read_presentation_path(path)
    assert not isinstance(found, Unreadable)
    assert (found.records[0].key, found.records[0].raw) == (record.key, text.encode())
    assert set(checks_of(found.document, challenge="c-1", domain="clinic.example").values()) == {"yes"}
    envelope = json.loads(path.read_bytes())["verifiableCredential"][0]
    assert envelope["type"] == "EnvelopedVerifiableCredential"
    answers = {check.check: check.answer for check in check_record(found.records[0], now=CREATED)}
    assert answers["signature"] == "yes"


def test_an_sd_jwt_written_as_json_travels_as_its_one_text_and_nothing_beside_it() -> None:
    part = disclosure("given_name", "Ana")
    claims = {"iss": did_jwk(), "vct": "https://college.example/welding", "_sd": [digest(part)]}
    text = sd_jwt(claims, [part], typ="dc+sd-jwt")
    protected, payload, signature = text.split("~")[0].split(".")
    beside = {"disclosures": [part], "note": "Quiet Hill Shelter"}
    written = {"protected": protected, "payload": payload, "signature": signature, "header": beside}
    made = sign([record_of({}, json.dumps(written))], [])
    assert made.document["verifiableCredential"][0]["id"] == f"data:application/dc+sd-jwt,{text}"
    assert b"Quiet Hill" not in made.content


def checks_of(document: Mapping[str, Any], **asked: str) -> dict[str, str]:
    found = check_presentation(reread(document), now=CREATED + timedelta(days=1), **asked)
    return {check.check: check.answer for check in found}


def test_our_own_checks_say_yes_and_a_holder_named_by_anothers_key_is_refused() -> None:
    made = sign(four_records(), [SPANISH])
    asked = {"challenge": "c-1", "domain": "clinic.example"}
    assert set(checks_of(json.loads(made.content), **asked).values()) == {"yes"}
    assert checks_of(made.document, challenge="c-2", domain="clinic.example")["challenge"] == "no"
    thief = holder_of(MARKET_SEED)
    unsigned = {key: value for key, value in made.document.items() if key != "proof"}
    stolen = add_proof(
        unsigned,
        seed=thief.seed,
        verification_method=thief.method,
        purpose="authentication",
        created="2026-03-10T18:42:07Z",
        **asked,
    )
    answers = checks_of(stolen, **asked)
    assert (answers["signature"], answers["holder"]) == ("yes", "no")


def test_own_words_pass_the_checks_of_any_record() -> None:
    (said,) = sign([], [SPANISH], practice=True).document["verifiableCredential"]
    answers = {check.check: check.answer for check in check_record(record_of(said), now=CREATED + timedelta(days=1))}
    assert {name: answers[name] for name in ("format", "signature", "issuer_binding", "in_force")} == {
        "format": "yes",
        "signature": "yes",
        "issuer_binding": "yes",
        "in_force": "yes",
    }


def test_a_challenge_of_128_random_bits_and_the_organisation_where_nobody_gave_them() -> None:
    requests = [request_for("Trainee", "Lakeside Practice Clinic") for _ in range(50)]
    assert len({request.challenge for request in requests}) == 50
    assert all(len(bytes.fromhex(request.challenge)) == 16 for request in requests)
    made = sign(four_records(), request=requests[0])
    assert made.document["proof"]["challenge"] == requests[0].challenge == made.challenge
    assert made.document["proof"]["domain"] == "Lakeside Practice Clinic" == made.domain


def test_own_words_are_a_credential_that_says_it_is_the_learners_own() -> None:
    made = sign([], [SPANISH])
    (said,) = made.document["verifiableCredential"]
    assert said["issuer"]["id"] == said["credentialSubject"]["id"] == LEARNER.did
    assert said["name"] == "Own statement: Speak Spanish"
    assert said["description"] == LABELS["statement_says"]
    achievement = said["credentialSubject"]["achievement"]
    assert achievement["achievementType"] == "ext:OwnStatement"
    assert achievement["description"] == SPANISH.text
    assert said["evidence"] == [{"id": "https://e.example/video", "type": ["Evidence"]}]
    assert said["proof"]["proofPurpose"] == "assertionMethod"
    record = record_of(said)
    assert record.kind == "ob3"
    assert record.faults == ()
    assert read_meaning(said).other_terms == ()


def test_practice_stands_inside_the_signed_bytes() -> None:
    made = sign(four_records(), [SPANISH], practice=True)
    assert made.document["name"] == "Practice: Application: Trainee"
    assert made.document["verifiableCredential"][-1]["name"].startswith("Practice: ")
    canonical = read_meaning({key: value for key, value in made.document.items() if key != "proof"}).canonical
    assert '<https://schema.org/name> "Practice: Application: Trainee"' in canonical
    assert "Practice" not in sign(four_records()).document["name"]


def test_a_record_bound_to_another_key_is_told_before_it_is_signed_for() -> None:
    other = record_of(signed_badge("Vital Signs", subject=holder_of(MARKET_SEED).did))
    unbound = record_of(signed_badge("Draw Blood", subject=None))
    assert bound_elsewhere([other, unbound, *four_records()], LEARNER.did) == (other,)
    with pytest.raises(PersonError) as caught:
        sign([unbound, other])
    assert caught.value.code == "subject_key_differs"
    assert caught.value.values == {"title": "Vital Signs", "subject": holder_of(MARKET_SEED).did}
    assert len(sign([unbound, other], told={other.key}).document["verifiableCredential"]) == 2


def changed(change: dict[str, Any]) -> Record:
    document = copy.deepcopy(signed_badge("Vital Signs"))
    return record_of({**document, **change})


@pytest.mark.parametrize(
    ("change", "values"),
    [
        (
            {"@context": ["https://www.w3.org/ns/credentials/v2", "https://unknown.example/v1"]},
            {"why": "unknown_context", "url": "https://unknown.example/v1"},
        ),
        ({"shoeSize": 44}, {"why": "undefined_term"}),
    ],
)
def test_a_record_that_cannot_be_read_to_the_letter_is_named_and_not_signed(
    change: dict[str, Any], values: dict[str, Any]
) -> None:
    with pytest.raises(PersonError) as caught:
        sign([*four_records(), changed(change)])
    assert caught.value.code == "record_cannot_be_signed_for"
    assert caught.value.values == {"title": "Vital Signs", **values}


def test_nothing_to_send() -> None:
    with pytest.raises(PersonError) as caught:
        sign([])
    assert caught.value.code == "nothing_to_send"


def test_hostile_words_stay_words() -> None:
    made = sign([], [Statement("</script>\u202e<b>", '"}],"x":"\\u0000\u0007')])
    (said,) = json.loads(made.content)["verifiableCredential"]
    assert said["credentialSubject"]["achievement"]["name"] == "</script><b>"
    assert said["credentialSubject"]["achievement"]["description"] == '"}],"x":"\\u0000'
