"""Badges signed while a context still said something else: sound as it was meant then, or not at all."""

import copy
import json

import pytest
from trust_samples import ED2020, ISSUER, NOW, OB3, VC1, VC2, badge, old_credential, signed

from app.records.model import Record, Source
from app.records.reading import read_bytes
from app.trust.contexts import earlier, earlier_resolver, shipped
from app.trust.seven import check_record

OB_FIRST = "https://purl.imsglobal.org/spec/ob/v3p0/context.json"
SOUND = ("yes", "sound")


def unsigned(**changes):
    found = badge()
    subject = {**found["credentialSubject"], "result": [{"type": ["Result"], "value": "C"}]}
    return old_credential(
        **{"@context": [VC1, OB_FIRST, ED2020]}, type=found["type"], name="Demo", credentialSubject=subject, **changes
    )


def early(resolver=None, **changes):
    """A badge as it was signed before the change."""
    return signed(unsigned(**changes), suite="Ed25519Signature2020", resolver=resolver or earlier_resolver())


def checks(document):
    (record,) = read_bytes(json.dumps(document).encode(), Source("a"))
    assert isinstance(record, Record), record
    return {one.check: (one.answer, one.reason) for one in check_record(record, now=NOW)}


def test_the_two_say_different_things():
    assert earlier().keys() == {OB_FIRST}
    assert earlier()[OB_FIRST] != shipped()[OB_FIRST]


def test_one_signed_before_and_one_signed_after_are_both_sound():
    for made in (early(), signed(unsigned(), suite="Ed25519Signature2020")):
        found = checks(made)
        assert (found["format"], found["signature"]) == (("yes", "all_defined"), SOUND)
        assert found["issuer_binding"] == ("yes", "key_names_itself")


def test_its_dates_count_as_ever():
    assert checks(early(expirationDate="2020-01-01T00:00:00Z"))["in_force"] == ("no", "expired")


@pytest.mark.parametrize(
    "change",
    [
        lambda made: made.update(name="Other"),
        lambda made: made["credentialSubject"]["result"][0].update(value="A"),
        lambda made: made["credentialSubject"].pop("result"),
        lambda made: made.update(expirationDate="2036-01-01T00:00:00Z"),
        lambda made: made.update(
            {"@context": [VC1, "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json", ED2020]}
        ),
        lambda made: made["proof"].update(created="2026-01-03T00:00:00Z"),
    ],
)
def test_what_is_changed_afterwards_is_broken(change):
    made = copy.deepcopy(early())
    change(made)
    assert checks(made)["signature"] == ("no", "broken")


@pytest.mark.parametrize(("term", "other"), [("result", "Result"), ("achievement", "Achievement")])
def test_a_part_cannot_be_hidden_under_another_of_its_names(term, other):
    """In the earlier document a property and a type stand for one IRI, so renaming leaves the signature sound."""
    made = copy.deepcopy(early())
    made["credentialSubject"][other] = made["credentialSubject"].pop(term)
    assert checks(made)["signature"] != SOUND


def test_an_inline_word_cannot_take_the_place_of_one():
    made = copy.deepcopy(early())
    iri = "https://imsglobal.github.io/openbadges-specification/ob_v3p0.html#Result"
    made["@context"].append({"grade": iri})
    made["credentialSubject"]["grade"] = made["credentialSubject"].pop("result")
    assert checks(made)["signature"] != SOUND


def test_a_record_that_does_not_name_it_is_read_as_ever():
    made = signed(badge(**{"@context": [VC2, OB3]}), seed=ISSUER)
    assert checks(made)["signature"] == SOUND
    made["name"] = "Other"
    assert checks(made)["signature"] == ("no", "broken")
