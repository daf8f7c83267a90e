"""The seven checks of a record: always seven, in order, each answered alone."""

import hashlib
from datetime import UTC, datetime, timedelta

import pytest
from trust_samples import (
    ISSUER,
    LEARNER,
    NOW,
    OB3,
    STRANGER,
    VC2,
    badge,
    checks,
    did,
    old_credential,
    record,
    signed,
)

from app.trust.seven import CHECKS, check_record

GOOD = {
    "format": ("yes", "all_defined"),
    "signature": ("yes", "sound"),
    "issuer_binding": ("yes", "key_names_itself"),
    "known_issuer": ("not checked", "no_registry"),
    "in_force": ("yes", "no_end_date"),
    "status": ("yes", "no_status_entry"),
    "about_me": ("not checked", "no_vault"),
}


def answers(document, **options):
    return {name: (one.answer, one.reason) for name, one in checks(document, **options).items()}


@pytest.mark.parametrize("document", [signed(badge()), signed(old_credential(), suite="Ed25519Signature2020")])
def test_a_good_record(document):
    assert answers(document) == GOOD


@pytest.mark.parametrize(
    "document",
    [signed(badge()), badge(), badge(extra="x"), badge(validFrom="?"), badge(**{"@context": [VC2, "urn:x"]})],
)
def test_always_seven_in_order(document):
    found = check_record(record(document), now=NOW)
    assert tuple(one.check for one in found) == CHECKS
    assert CHECKS == ("format", "signature", "issuer_binding", "known_issuer", "in_force", "status", "about_me")
    assert all(one.as_of == NOW for one in found)


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        ({**signed(badge()), "extra": "x"}, "undefined_term"),
        (badge(issuer=None), "missing_issuer"),
        (badge(validUntil=["2026-02-01T00:00:00Z"]), "wrong_type"),
        (badge(validUntil="soon"), "unreadable_date"),
        (badge(validUntil="2026-02-01"), "unreadable_date"),
        (badge(**{"@context": [OB3, VC2]}), "vc_context_not_first"),
        (signed(badge(proof=[])) | {"proof": [signed(badge())["proof"]] * 17}, "too_many_proofs"),
    ],
)
def test_a_record_that_fails_its_format_is_not_asked_further(document, reason):
    found = answers(document, own_keys=frozenset({did(LEARNER)}))
    assert found.pop("format") == ("no", reason)
    assert set(found.values()) == {("not checked", "format_failed")}


def test_terms_that_an_inline_context_adds_are_named():
    context = [VC2, OB3, {"shoeSize": "https://shoes.example/size"}]
    found = checks(signed(badge(**{"@context": context}, shoeSize="44")))
    assert (found["format"].answer, dict(found["format"].values)) == ("yes", {"other": ("shoeSize",)})
    assert found["signature"].answer == "yes"


def test_a_record_whose_key_cannot_be_had_is_read_all_the_same():
    document = signed(badge(extra=None), verification_method="did:web:school.example#key-1")
    assert answers(document)["signature"] == ("not checked", "key_not_at_hand")
    assert answers({**document, "extra": "x"})["format"] == ("no", "undefined_term")


def test_a_term_added_to_a_proof_fails_the_format():
    document = signed(badge())
    document["proof"]["comment"] = "x"
    assert answers(document)["format"] == ("no", "undefined_term")


def test_a_context_that_is_not_shipped_is_never_no_and_never_yes():
    url = "https://vendor.example/context.json"
    document = {**signed(badge()), "@context": [VC2, OB3, url]}
    found = checks(document)
    for name in ("format", "signature", "issuer_binding", "in_force", "status"):
        assert (found[name].answer, found[name].reason, found[name].values["url"]) == (
            "not checked",
            "unknown_context",
            url,
        )
    expired = {**document, "validUntil": "2026-02-01T00:00:00Z"}
    assert answers(expired)["in_force"] == ("no", "expired")


def test_without_a_proof_the_signature_is_no_whatever_the_contexts():
    assert answers(badge())["signature"] == ("no", "no_proof")
    assert answers(badge())["issuer_binding"] == ("not checked", "no_sound_proof")
    assert answers(badge(**{"@context": [VC2, OB3, "urn:x"]}))["signature"] == ("no", "no_proof")


def test_a_tampered_record_has_a_broken_signature_and_the_rest_stands():
    found = answers({**signed(badge()), "name": "Crane safety"})
    assert found == {**GOOD, "signature": ("no", "broken"), "issuer_binding": ("not checked", "no_sound_proof")}


def test_a_key_that_is_not_the_issuers():
    found = answers(signed(badge(), seed=STRANGER))
    assert found == {**GOOD, "issuer_binding": ("no", "key_of_another")}


def in_force(document, now=NOW):
    found = {one.check: one for one in check_record(record(document), now=now)}["in_force"]
    return found.answer, found.reason, dict(found.values)


def test_limits_are_exact_and_count_themselves_in():
    document = signed(
        badge(validFrom="2026-11-21T12:00:00Z", validUntil="2026-11-21T13:00:00Z"), created="2026-11-21T12:00:00Z"
    )
    start, end = NOW, NOW + timedelta(hours=1)
    tick = timedelta(microseconds=1)
    assert in_force(document, start - tick) == ("no", "not_yet", {"from": start})
    assert in_force(document, start) == ("yes", "in_force", {"until": end})
    assert in_force(document, end) == ("yes", "in_force", {"until": end})
    assert in_force(document, end + tick) == ("no", "expired", {"until": end})


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("2026-11-21T12:00:00Z", NOW),
        ("2026-11-21T12:00:00+00:00", NOW),
        ("2026-11-21T12:00:00-00:00", NOW),
        ("2026-11-21T07:00:00-05:00", NOW),
        ("2026-11-21T17:30:00+05:30", NOW),
        ("2026-11-21T12:00:00.000Z", NOW),
        ("2026-11-21T12:00:00.0000000Z", NOW),
        ("2026-11-21T12:00:00.1234567Z", NOW + timedelta(microseconds=123456)),
        ("2026-11-21T12:00:00", NOW),
        ("9999-12-31T23:59:59Z", datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)),
    ],
)
def test_every_form_of_a_date_is_read_and_none_is_changed(text, end):
    document = signed(badge(validUntil=text))
    assert answers(document)["signature"] == GOOD["signature"]
    assert in_force(document, end)[0] == "yes"
    if end.year < 9999:
        assert in_force(document, end + timedelta(seconds=1)) == ("no", "expired", {"until": end})


@pytest.mark.parametrize("field", ["validUntil", "expirationDate"])
def test_the_earliest_end_counts_in_either_model(field):
    assert in_force(signed(old_credential(**{field: "2026-02-01T00:00:00Z"})))[1] == "expired"
    both = old_credential(validUntil="2030-01-01T00:00:00Z", expirationDate="2026-02-01T00:00:00Z")
    assert in_force(signed(both))[1] == "expired"


def test_the_dates_of_the_proof_count():
    document = badge()
    assert in_force(with_proof(document, expires="2026-11-21T12:00:00Z"))[1] == "in_force"
    assert in_force(with_proof(document, expires="2026-11-21T11:59:59Z"))[1] == "proof_expired"
    assert in_force(with_proof(document, expires="2027-01-01T00:00:00Z"))[:2] == ("yes", "in_force")
    assert in_force(signed(document, created="2026-11-21T12:05:00Z"))[0] == "yes"
    assert in_force(signed(document, created="2026-11-21T12:05:01Z"))[1] == "signed_in_future"
    found = checks(with_proof(document, expires="2026-11-21T11:59:59Z"))
    assert found["signature"].answer == "yes"


def test_an_end_cannot_be_hidden_in_lists():
    document = with_proof(badge(), expires="2026-11-21T11:59:59Z")
    hidden = {**document, "proof": {**document["proof"], "expires": ["2026-11-21T11:59:59Z"]}}
    assert checks(hidden)["signature"].answer == "yes"
    assert in_force(hidden)[1] == "proof_expired"


def test_a_date_of_a_proof_that_cannot_be_read_is_not_checked():
    found = in_force(with_proof(badge(), expires="never"))
    assert found == ("not checked", "unreadable_date", {"field": "expires", "text": "never"})


def with_proof(document, **extra):
    """Signed with further options in the proof."""
    from nacl.signing import SigningKey

    from app.trust.multibase import encode_base58
    from app.trust.proofs import signing_input

    proof = {key: value for key, value in signed(document)["proof"].items() if key != "proofValue"} | extra
    signature = SigningKey(ISSUER).sign(signing_input(document, proof)).signature
    return {**document, "proof": {**proof, "proofValue": "z" + encode_base58(signature)}}


def about(document, own=LEARNER, confirmed=()):
    found = checks(document, own_keys=frozenset({did(own)}), confirmed_identities=confirmed)["about_me"]
    return found.answer, found.reason


def subject(**changes):
    made = {**badge()["credentialSubject"], **changes}
    return badge(credentialSubject={key: value for key, value in made.items() if value is not None})


def identity(text, *, hashed=True, salt=None, algorithm="sha256"):
    digest = f"{algorithm}${hashlib.new(algorithm, (text + (salt or '')).encode()).hexdigest()}"
    made = {"type": "IdentityObject", "identityHash": digest if hashed else text, "identityType": "emailAddress"}
    return subject(id=None, identifier=[{**made, "hashed": hashed, **({"salt": salt} if salt else {})}])


def test_about_me():
    assert about(badge()) == ("yes", "subject_is_your_key")
    assert about(badge(), own=STRANGER) == ("no", "subject_is_not_yours")
    assert about(subject(id=None)) == ("not checked", "subject_not_named")


@pytest.mark.parametrize("options", [{}, {"salt": "s4lt"}, {"hashed": False}, {"algorithm": "md5"}])
def test_an_identity_the_learner_confirmed(options):
    document = identity("ana@example.org", **options)
    assert about(document, confirmed=["ana@example.org"]) == ("yes", "subject_is_your_identity")
    assert about(document, confirmed=["bea@example.org"]) == ("not checked", "subject_not_confirmed")
    assert about(document) == ("not checked", "subject_not_confirmed")


def test_a_name_or_a_key_elsewhere_counts_once_the_learner_says_it_is_theirs():
    named = subject(id=did(STRANGER), name="Ana Ruiz")
    assert about(named) == ("not checked", "subject_not_confirmed")
    assert about(named, confirmed=["ana  ruiz"]) == ("yes", "subject_is_your_identity")
    assert about(named, confirmed=["Bea Ruiz"]) == ("not checked", "subject_not_confirmed")
    assert about(badge(), own=STRANGER, confirmed=[did(LEARNER)]) == ("yes", "subject_is_your_identity")
    assert about(badge(), own=STRANGER, confirmed=[did(LEARNER).upper()]) == ("no", "subject_is_not_yours")
    mailed = subject(id="mailto:ana@example.org")
    assert about(mailed) == ("not checked", "subject_not_confirmed")
    assert about(mailed, confirmed=["Ana@Example.org"]) == ("yes", "subject_is_your_identity")


def test_nobody_signed_is_said_of_words_that_cannot_be_read_too():
    found = checks(badge(undefined="x"))
    assert found["format"].answer == "no"
    assert (found["signature"].answer, found["signature"].reason) == ("no", "no_proof")
