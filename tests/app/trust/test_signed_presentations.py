"""The five checks of a presentation."""

import pytest
from trust_samples import (
    CREATED,
    DI2,
    ED2020,
    ISSUER,
    LEARNER,
    NOW,
    STRANGER,
    VC1,
    VC2,
    at_hand,
    badge,
    did,
    did_document,
    old_credential,
    reread,
    signed,
)

from app.trust.presentations import CHECKS, check_presentation

MULTIKEY = "https://w3id.org/security/multikey/v1"
CHALLENGE, DOMAIN = "c0ffee", "clinic.example"
ALL_SUITES = [
    signed(badge()),
    signed(badge(**{"@context": [*badge()["@context"], ED2020]}), suite="Ed25519Signature2020"),
    signed(old_credential()),
    signed(old_credential(), suite="Ed25519Signature2020"),
]


def unsigned(holder=LEARNER, **changes):
    document = {
        "@context": [VC2],
        "id": "urn:uuid:5c1f8e0a-0010-4000-8000-000000000001",
        "type": ["VerifiablePresentation"],
        "holder": did(holder),
        "verifiableCredential": ALL_SUITES,
    }
    return {key: value for key, value in {**document, **changes}.items() if value is not None}


def presentation(seed=LEARNER, document=None, **options):
    given = {"purpose": "authentication", "challenge": CHALLENGE, "domain": DOMAIN, **options}
    return signed(document or unsigned(), seed=seed, **given)


def ask(document, *, challenge=CHALLENGE, domain=DOMAIN, **options):
    found = check_presentation(reread(document), now=NOW, challenge=challenge, domain=domain, **options)
    assert tuple(one.check for one in found) == CHECKS == ("signature", "holder", "challenge", "domain", "in_force")
    return {one.check: (one.answer, one.reason) for one in found}


GOOD = {
    "signature": ("yes", "sound"),
    "holder": ("yes", "key_names_itself"),
    "challenge": ("yes", "challenge_same"),
    "domain": ("yes", "domain_same"),
    "in_force": ("yes", "no_end_date"),
}


def test_a_presentation_of_both_models_and_both_suites():
    assert ask(presentation()) == GOOD


def test_the_older_form():
    document = {
        **unsigned(),
        "@context": [VC1, ED2020],
        "verifiableCredential": [signed(old_credential()), signed(old_credential(), suite="Ed25519Signature2020")],
    }
    assert ask(presentation(document=document, suite="Ed25519Signature2020")) == GOOD
    assert ask(presentation(document={**document, "@context": [VC1, DI2]})) == GOOD


def test_another_who_names_the_learner_is_refused():
    found = ask(presentation(seed=STRANGER))
    assert found == {**GOOD, "holder": ("no", "key_of_another")}


def test_a_holder_that_is_not_named():
    found = ask(presentation(document=unsigned(holder=LEARNER) | {"holder": {"id": did(LEARNER)}}))
    assert found == GOOD
    nobody = {key: value for key, value in unsigned().items() if key != "holder"}
    assert ask(presentation(document=nobody))["holder"] == ("not checked", "no_holder")


def test_another_challenge_or_domain():
    assert ask(presentation(), challenge="other")["challenge"] == ("no", "challenge_differs")
    assert ask(presentation(), domain="other.example")["domain"] == ("no", "domain_differs")
    bare = presentation(challenge=None, domain=None)
    assert ask(bare)["challenge"] == ("no", "challenge_missing")
    assert ask(bare)["domain"] == ("no", "domain_missing")


def test_without_anything_to_compare_they_are_not_checked():
    found = ask(presentation(), challenge=None, domain=None)
    assert found["challenge"] == ("not checked", "no_challenge_given")
    assert found["domain"] == ("not checked", "no_domain_given")


@pytest.mark.parametrize(
    "change",
    [
        lambda made: {**made, "holder": did(STRANGER)},
        lambda made: {**made, "proof": {**made["proof"], "challenge": "other"}},
        lambda made: {**made, "proof": {**made["proof"], "domain": "other.example"}},
        lambda made: {**made, "verifiableCredential": made["verifiableCredential"][:3]},
        lambda made: {**made, "verifiableCredential": [{**ALL_SUITES[0], "name": "Crane safety"}]},
    ],
)
def test_a_change_breaks_it_and_nothing_of_it_is_believed(change):
    found = ask(change(presentation()), challenge="other", domain="other.example")
    assert found["signature"] == ("no", "broken")
    assert {found[name] for name in ("holder", "challenge", "domain")} == {("not checked", "no_sound_proof")}


def test_an_old_presentation_cannot_be_lent_a_new_challenge():
    """A second proof, sound and made by a stranger, must not carry the challenge for the holder's first."""
    lent = presentation(seed=STRANGER, document=presentation(challenge="old"))
    found = ask(lent)
    assert found["signature"][0] == "yes"
    assert found["holder"] == ("no", "key_of_another")
    assert found["challenge"] == ("no", "challenge_differs")


def test_a_proof_made_for_a_record_is_no_presentation():
    assert ask(signed(unsigned(), seed=LEARNER))["signature"] == ("no", "wrong_purpose")


def test_an_unsigned_presentation():
    found = ask(unsigned())
    assert found["signature"] == ("no", "no_proof")
    assert found["holder"] == ("not checked", "no_sound_proof")


def test_a_word_added_to_a_record_inside_is_refused_by_name():
    spoiled = {**presentation(), "verifiableCredential": [{**ALL_SUITES[0], "extra": "x"}]}
    assert ask(spoiled)["signature"] == ("no", "undefined_term")


def test_a_record_inside_with_an_unknown_context_is_not_checked():
    inside = {**ALL_SUITES[0], "@context": [VC2, "https://vendor.example/context.json"]}
    assert ask({**presentation(), "verifiableCredential": [inside]})["signature"] == ("not checked", "unknown_context")


def test_a_holder_by_did_web_needs_the_key_for_authentication():
    name = "did:web:ana.example"
    made = presentation(document=unsigned() | {"holder": name}, verification_method=f"{name}#key-1")
    right = did_document(name, LEARNER, purposes=["authentication"])
    wrong = did_document(name, LEARNER, purposes=["assertionMethod"])
    assert ask(made, documents=at_hand(**{name: right})) == GOOD | {"holder": ("yes", "key_is_theirs")}
    assert ask(made, documents=at_hand(**{name: wrong}))["holder"] == ("no", "key_not_for_purpose")
    assert ask(made)["signature"] == ("not checked", "key_not_at_hand")


def test_dates_of_a_presentation():
    assert ask(presentation(created="2026-11-21T12:05:01Z"))["in_force"] == ("no", "signed_in_future")
    assert ask(presentation(created=CREATED))["in_force"] == ("yes", "no_end_date")


def test_the_issuers_own_key_can_present():
    assert ask(presentation(seed=ISSUER, document=unsigned(holder=ISSUER))) == GOOD


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"@context": [MULTIKEY, VC2]}, "vc_context_not_first"),
        ({"verifiableCredential": 7}, "wrong_type"),
    ],
)
def test_a_signature_under_a_form_that_no_presentation_has_is_not_sound(changes, reason) -> None:
    document = {**presentation(document=unsigned(**{**changes, "verifiableCredential": None})), **changes}
    found = ask(document)
    assert found["signature"] == ("no", reason)
    assert found["holder"] == ("not checked", "no_sound_proof")
