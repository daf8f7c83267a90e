"""Résumé records: every entry read, own word apart from what others say, records inside on their own."""

import json
from datetime import UTC, datetime

from other_records import ESCO_WELD, HR_OPEN, VC_1, resume, transcript
from sample_records import codes, one, read

from app.profile.claims import claims_of
from app.profile.evidence import Standing, own_word_in
from app.records.model import Attachment, Record
from app.trust.seven import check_record

NOW = datetime(2026, 3, 10, tzinfo=UTC)


def outer():
    return read(resume())[0]


def entries(kind):
    return [item for item in outer().items if item.kind == kind]


def test_every_section_is_read():
    found = outer()
    assert (found.kind, found.name, found.subjects[0].name) == ("ler-rs", "Ana Rivera", "Ana Rivera")
    assert [(item.kind, item.name, item.organization) for item in found.items] == [
        ("about", "", None),
        ("about", "", None),
        ("narrative", "Goal", None),
        ("goal", "Ship welder", None),
        ("skill", "Weld steel", None),
        ("learning", "", "Harbor High"),
        ("learning", "", None),
        ("work", "Welder", "Harbor Yard"),
        ("work", "", None),
        ("certificate", "Flux-core card", "Weld Board"),
        ("license", "Crane license", None),
        ("other", "Welder of the year", None),
    ]
    assert entries("narrative")[0].description == "I want to weld.\nOn ships."
    assert (entries("work")[0].start, entries("work")[0].end) == ("2012-10-01", "2022-11-04")
    skill = entries("skill")[0]
    assert (skill.level, skill.alignment.url, skill.alignment.framework) == ("Expert", ESCO_WELD, "ESCO")


def test_own_word_is_kept_apart_from_what_others_say():
    said = [(item.kind, item.own_word, item.backing) for item in outer().items if item.backing or not item.own_word]
    assert said == [
        ("learning", False, ("record",)),
        ("work", True, ("record",)),
        ("work", False, ("statement",)),
        ("certificate", True, ("reference",)),
    ]


def test_what_stands_behind_one_position_stands_behind_no_other():
    held = [
        {"title": "Welder"},
        {"title": "Foreman", "verifications": [{"statement": "He led us."}]},
        {"verifications": [transcript()]},
    ]
    degrees = [{"name": "Welding, A.S."}, {"name": "Law", "verifications": [{"reference": "https://a.example/1"}]}]
    subject = {
        "employmentHistories": [{"positionHistories": held}],
        "educationAndLearnings": [{"educationDegrees": degrees}],
    }
    (found, _inside) = read(resume(credentialSubject=subject))
    assert [(item.name, item.own_word, item.backing) for item in found.items] == [
        ("Welder", True, ()),
        ("Foreman", True, ("statement",)),
        ("", False, ("record",)),
        ("Welding, A.S.", True, ()),
        ("Law", True, ("reference",)),
    ]


def test_records_inside_come_out_to_the_byte_and_are_checked_on_their_own():
    text = json.dumps(resume(), indent=3)
    found = read(text.encode())
    assert [(item.kind, item.name) for item in found] == [
        ("ler-rs", "Ana Rivera"),
        ("ler-rs", "Welding, A.S."),
        ("vc", "Welded for ten years"),
    ]
    assert all(isinstance(item, Record) and item.raw.decode() in text for item in found)
    assert read(found[1].raw)[0].key == found[1].key
    assert found[1].achievements[0].name == "Welding, A.S."
    assert found[1].items == ()


def test_files_inside_are_listed_and_not_opened():
    assert outer().attachments == (Attachment("resume.txt", "text/plain", 150),)


def test_own_word_is_evidence_1_whoever_signed_around_it():
    claims = claims_of(outer())
    assert [(claim.text, claim.own_word) for claim in claims] == [
        ("Weld steel", True),
        ("Flux-core card", True),
        ("Crane license", True),
    ]
    assert own_word_in(Standing(4, "known_issuer")) == Standing(1, "self_issued")
    assert own_word_in(Standing(None, "broken_signature")).evidence is None
    inside = claims_of(one(json.dumps(transcript()).encode()))
    assert [(claim.text, claim.own_word) for claim in inside] == [("Welding, A.S.", False)]


def test_no_signature_over_it_counts_whatever_it_says():
    jws = {"type": "RsaSignature2018", "jws": "eyJhbGciOiJSUzI1NiJ9..AAAA"}
    rdf = {"type": "DataIntegrityProof", "cryptosuite": "eddsa-rdfc-2022", "proofValue": "z1"}
    for suite in (jws, rdf, {"type": "Ed25519Signature2020", "proofValue": "z1"}):
        proof = {**suite, "proofPurpose": "assertionMethod", "verificationMethod": "https://a.example#1"}
        for made in (resume(proof=proof), transcript(proof=[proof])):
            found = read(made)[0]
            checks = {check.check: check.answer for check in check_record(found, now=NOW)}
            assert checks["signature"] != "yes"
            assert checks["issuer_binding"] != "yes"


def test_a_resume_in_words_a_signature_can_cover_is_refused_not_believed():
    plain = resume(**{"@context": [VC_1]})
    plain["credentialSubject"] = {"type": HR_OPEN, "skills": [{"name": "Weld steel"}]}
    checks = {check.check: check.answer for check in check_record(read(plain)[0], now=NOW)}
    assert checks["format"] == "no"


def test_strange_entries_harm_nothing():
    for odd in (None, 7, "x", [], [[]], {}, [{"verifications": "x"}], [{"verifications": [1, None, {}]}], [None, 3]):
        for section in ("skills", "educationAndLearnings", "employmentHistories", "certifications", "communication"):
            made = resume()
            made["credentialSubject"] = {"person": odd, section: odd, "attachments": odd, "job": odd, "narratives": odd}
            assert read(made)[0].kind == "ler-rs"


def test_a_great_many_entries_are_gone_through_in_time():
    made = resume()
    made["credentialSubject"] = {f"k{number}": {"verifications": [], "a": {"b": {}}} for number in range(40_000)}
    assert codes(read(made)) == ["record"]
