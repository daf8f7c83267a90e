"""Words that only the record itself explains can be renamed under a sound signature, so none of them is believed."""

import json

import pytest
from trust_samples import LEARNER, NOW, VC2, badge, contexts_for, did, signed

from app.profile.evidence import standing
from app.records.model import Record, Source
from app.records.reading import read_bytes
from app.trust.seven import check_record
from bench.signers import key, with_proof

OWN = {"note": "https://vendor.example/note", "Vendor": "https://vendor.example/Vendor"}


def checked(text):
    (record,) = (one for one in read_bytes(text.encode(), Source("x")) if isinstance(one, Record))
    return {one.check: one for one in check_record(record, now=NOW)}


def written(suite="eddsa-rdfc-2022", **subject):
    """A sound record with words of its own that no reader knows."""
    by = key("Ed25519")
    made = {
        "@context": [VC2, OWN],
        "type": ["VerifiableCredential"],
        "issuer": by.did,
        "validFrom": "2026-01-01T00:00:00Z",
        "credentialSubject": {"id": did(LEARNER), **subject},
    }
    return json.dumps(with_proof(made, suite, by))


def renamed(text, old, new):
    return text.replace(f'"{old}"', f'"{new}"')


def test_a_word_that_no_reader_knows_does_no_harm():
    found = checked(written(note="Basket weaving"))
    assert (found["format"].answer, found["format"].values["other"]) == ("yes", ("note",))
    assert standing(found.values()).evidence == 3


@pytest.mark.parametrize("name", ["degree", "skills", "award", "license", "certification", "hasSkill"])
def test_a_word_renamed_to_one_that_is_read_is_not_believed(name):
    found = checked(renamed(written(note="Basket weaving"), "note", name))
    assert (found["format"].answer, found["format"].reason) == ("not checked", "meaning_not_fixed")
    assert found["signature"].answer == "yes"
    assert (found["in_force"].answer, found["status"].answer) == ("yes", "yes")
    assert (standing(found.values()).evidence or 0) < 3


def test_a_badge_takes_no_renamed_words_for_its_own():
    document = badge(**{"@context": [*contexts_for(""), OWN]})
    document["credentialSubject"]["achievement"]["note"] = ["Basket weaving"]
    text = json.dumps(signed(document))
    assert checked(text)["format"].answer == "yes"
    assert (standing(checked(renamed(text, "note", "tags")).values()).evidence or 0) < 3


def test_a_type_of_its_own_names_no_record():
    made = {**json.loads(written()), "type": ["VerifiableCredential", "Vendor"]}
    made.pop("proof")
    text = json.dumps(with_proof(made, "eddsa-rdfc-2022", key("Ed25519")))
    assert checked(renamed(text, "Vendor", "DoctorOfMedicine"))["format"].reason == "meaning_not_fixed"


def test_a_signature_over_letters_fixes_each_word():
    made = json.loads(written())
    made["@context"] = [VC2, {"degree": "https://vendor.example/degree"}]
    made["credentialSubject"]["degree"] = "Basket weaving"
    made.pop("proof")
    assert checked(json.dumps(with_proof(made, "eddsa-jcs-2022", key("Ed25519"))))["format"].answer == "yes"
