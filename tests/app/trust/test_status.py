"""Revocation and suspension from lists at hand: only a list that holds itself counts."""

import base64
import gzip

import pytest
from trust_samples import (
    ED2020,
    ISSUER,
    STRANGER,
    VC1,
    at_hand,
    badge,
    checks,
    did,
    old_credential,
    signed,
    status_list,
)

LIST = "https://school.example/status/1"


def entry(index=7, *, purpose="revocation", address=LIST, kind="BitstringStatusListEntry", **changes):
    return {
        "id": f"{address}#{purpose}{index}",
        "type": kind,
        "statusPurpose": purpose,
        "statusListIndex": str(index),
        "statusListCredential": address,
        **changes,
    }


def ask(entries, **lists):
    contexts = [*badge()["@context"], "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"]
    found = checks(signed(badge(**{"@context": contexts}, credentialStatus=entries)), documents=at_hand(**lists))
    assert (found["format"].answer, found["signature"].answer) == ("yes", "yes")
    return found["status"].answer, found["status"].reason


def test_a_record_without_a_way_to_cancel_it_is_yes():
    assert checks(signed(badge()))["status"].reason == "no_status_entry"
    assert ask([]) == ("yes", "no_status_entry")


@pytest.mark.parametrize("index", [0, 7, 8, 131_071])
def test_the_bit_asked_for_is_the_bit_read(index):
    assert ask(entry(index), **{LIST: status_list(LIST, [index])}) == ("no", "revoked")
    others = [bit for bit in range(131_072) if bit != index]
    assert ask(entry(index), **{LIST: status_list(LIST, others)}) == ("yes", "not_canceled")


def test_suspended_is_not_revoked():
    suspended = status_list(LIST, [7], purpose="suspension")
    assert ask(entry(purpose="suspension"), **{LIST: suspended}) == ("no", "suspended")


def test_every_entry_is_read():
    second = "https://school.example/status/2"
    entries = [entry(), entry(purpose="suspension", address=second)]
    clear, set_ = status_list(LIST, []), status_list(second, [7], purpose="suspension")
    assert ask(entries, **{LIST: clear, second: set_}) == ("no", "suspended")
    assert ask(entries[::-1], **{LIST: clear, second: set_}) == ("no", "suspended")
    assert ask(entries, **{LIST: clear}) == ("not checked", "status_list_not_at_hand")
    assert ask(entries, **{LIST: clear, second: status_list(second, [], purpose="suspension")})[0] == "yes"


def test_a_list_that_cannot_be_had_is_not_checked():
    assert ask(entry()) == ("not checked", "status_list_not_at_hand")


def test_a_list_may_name_itself_otherwise_and_be_short():
    packed = "u" + base64.urlsafe_b64encode(gzip.compress(bytes(2), mtime=0)).decode().rstrip("=")
    short = {"type": "BitstringStatusList", "statusPurpose": "revocation", "encodedList": packed}
    other = status_list("https://school.example/other", [], credentialSubject=short)
    assert ask(entry(7), **{LIST: other}) == ("yes", "not_canceled")
    assert ask(entry(16), **{LIST: other}) == ("not checked", "status_index_outside")


def test_a_strangers_list_can_revoke_and_never_clear():
    assert ask(entry(), **{LIST: status_list(LIST, [], seed=STRANGER)}) == ("not checked", "status_list_of_another")
    assert ask(entry(), **{LIST: status_list(LIST, [7], seed=STRANGER)}) == ("no", "revoked")


def test_a_list_that_claims_the_issuer_with_anothers_key_does_not_count():
    forged = status_list(LIST, [], seed=STRANGER, issuer=did(ISSUER))
    assert ask(entry(), **{LIST: forged}) == ("not checked", "status_list_not_sound")


def test_a_list_in_the_issuers_name_counts_only_with_the_issuers_key():
    """Where nothing at hand says whose key it is, anybody could have signed the list in the issuer's name."""
    name = "did:web:school.example"
    forged = status_list(LIST, [], seed=STRANGER, issuer=name)
    document = signed(badge(issuer=name, credentialStatus=entry()))
    found = checks(document, documents=at_hand(**{LIST: forged}))
    assert found["issuer_binding"].reason == "document_not_at_hand"
    assert (found["status"].answer, found["status"].reason) == ("not checked", "status_list_of_another")


@pytest.mark.parametrize("field", ["type", "statusPurpose", "statusListIndex", "statusListCredential"])
def test_a_revocation_cannot_be_hidden_in_lists(field):
    """JSON-LD means the same by a value and by a list of it: the signature stays sound, the answer has to stay too."""
    made = entry()
    document = signed(badge(credentialStatus=made))
    lists = at_hand(**{LIST: status_list(LIST, [7])})
    by_object = {**made, "statusListCredential": {"id": LIST}}
    for hidden in (
        {**made, field: [made[field]]},
        {**made, field: [made[field]] * 2},
        [made],
        [made, made["id"]],
        by_object,
    ):
        found = checks({**document, "credentialStatus": hidden}, documents=lists)
        assert found["signature"].answer == "yes"
        assert (found["status"].answer, found["status"].reason) == ("no", "revoked")


def test_more_entries_than_anyone_needs_are_not_checked():
    entries = [entry(number) for number in range(17)]
    assert ask(entries, **{LIST: status_list(LIST, [])}) == ("not checked", "status_entry_unreadable")


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda made: {**made, "id": "https://school.example/x"}, "status_list_not_sound"),
        (lambda made: {key: value for key, value in made.items() if key != "proof"}, "status_list_not_sound"),
        (lambda made: {**made, "extra": "x"}, "status_list_unreadable"),
        (lambda made: {**made, "type": ["VerifiableCredential"]}, "status_list_unreadable"),
        (lambda made: {**made, "credentialSubject": []}, "status_list_unreadable"),
        (lambda _: ["no", "list"], "status_list_unreadable"),
        (lambda _: status_list(LIST, [], validUntil="2026-02-01T00:00:00Z"), "status_list_not_in_force"),
        (lambda _: status_list(LIST, [], validFrom="2027-01-01T00:00:00Z"), "status_list_not_in_force"),
        (lambda _: status_list(LIST, [], purpose="suspension"), "status_purpose_differs"),
    ],
)
def test_a_list_that_does_not_hold_is_not_checked(spoil, reason):
    assert ask(entry(), **{LIST: spoil(status_list(LIST, []))}) == ("not checked", reason)


@pytest.mark.parametrize(
    "encoded",
    [
        "u",
        "uAAAA",
        "u" + "!" * 8,
        5,
        "u" + base64.urlsafe_b64encode(gzip.compress(bytes(40_000_000), mtime=0)).decode().rstrip("="),
        "u" + base64.urlsafe_b64encode(gzip.compress(bytes(20_000), mtime=0)[:-9]).decode().rstrip("="),
    ],
)
def test_a_list_that_cannot_be_unpacked_is_not_checked(encoded):
    subject = {"type": "BitstringStatusList", "statusPurpose": "revocation", "encodedList": encoded}
    assert ask(entry(), **{LIST: status_list(LIST, [], credentialSubject=subject)}) == (
        "not checked",
        "status_list_unreadable",
    )


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        (entry(statusListIndex="-1"), "status_entry_unreadable"),
        (entry(statusListIndex="7x"), "status_entry_unreadable"),
        ({"id": "https://school.example/1", "type": "BitstringStatusListEntry"}, "status_entry_unreadable"),
        ("https://school.example/status", "status_entry_unreadable"),
        (entry(purpose="other"), "status_purpose_unknown"),
        (entry(statusSize=0), "status_entry_unreadable"),
        (entry(statusSize=99), "status_entry_unreadable"),
        ({"id": "https://school.example/1", "type": "1EdTechCredentialRefresh"}, "status_type_unknown"),
    ],
)
def test_an_entry_out_of_shape_is_not_checked(made, reason):
    assert ask(made, **{LIST: status_list(LIST, [])}) == ("not checked", reason)


def test_status_list_2021():
    contexts = [VC1, "https://w3id.org/vc/status-list/2021/v1", ED2020]
    document = old_credential(**{"@context": contexts}, credentialStatus=entry(kind="StatusList2021Entry"))

    def asked(bits):
        made = status_list(LIST, bits, kind="StatusList2021")
        record = signed(document, suite="Ed25519Signature2020")
        return checks(record, documents=at_hand(**{LIST: made}))["status"].reason

    assert asked([7]) == "revoked"
    assert asked([6]) == "not_canceled"


@pytest.mark.parametrize(
    ("listed", "reason"),
    [
        ([{"id": badge()["id"]}], "revoked"),
        ([{"id": badge()["id"], "revoked": True}], "revoked"),
        ([{"id": badge()["id"], "revoked": False}], "not_canceled"),
        ([{"id": "urn:other"}], "not_canceled"),
        ([], "not_canceled"),
        (None, "status_list_unreadable"),
    ],
)
def test_1edtech_revocation_list(listed, reason):
    address = "https://school.example/revoked"
    made = {"id": address, "issuer": did(ISSUER), "revokedCredential": listed}
    asked = {"id": address, "type": "1EdTechRevocationList"}
    assert ask(asked, **{address: made})[1] == reason
    if reason == "not_canceled":
        assert ask(asked, **{address: {**made, "issuer": did(STRANGER)}})[1] == "status_list_of_another"


def test_the_answer_is_as_old_as_the_list():
    from datetime import timedelta

    from trust_samples import NOW, record

    from app.trust.documents import Documents, HeldDocument
    from app.trust.seven import check_record

    then = NOW - timedelta(days=3)
    documents = Documents({LIST: HeldDocument(status_list(LIST, []), then)})
    found = check_record(record(signed(badge(credentialStatus=entry()))), now=NOW, documents=documents)
    assert {one.check: one.as_of for one in found if one.as_of != NOW} == {"status": then}


def test_a_hidden_way_to_cancel_is_refused():
    """The entry re-spelled by its IRI leaves the signature as it was; the reader must not say "no way to cancel"."""
    document = signed(badge(credentialStatus=entry()))
    value = document.pop("credentialStatus")
    hidden = {**document, "https://www.w3.org/2018/credentials#credentialStatus": value}
    assert checks(hidden)["format"].reason == "respelled_term"
    assert checks(hidden)["status"].answer == "not checked"


NOTES = "https://school.example/notes"


@pytest.mark.parametrize(
    ("purpose", "bits", "said"),
    [
        ("refresh", [7], ("yes", "newer_announced")),
        ("refresh", [], ("yes", "not_canceled")),
        ("message", [7], ("yes", "note_in_list")),
    ],
)
def test_a_note_in_a_list_is_said_and_cancels_nothing(purpose, bits, said):
    note = entry(purpose=purpose, address=NOTES)
    lists = {LIST: status_list(LIST, []), NOTES: status_list(NOTES, bits, purpose=purpose)}
    assert ask([entry(), note], **lists) == said
    assert ask([note, entry()], **{**lists, LIST: status_list(LIST, [7])}) == ("no", "revoked")
    assert ask([note, entry()], **{NOTES: lists[NOTES]}) == ("not checked", "status_list_not_at_hand")


def test_a_note_that_cannot_be_had_or_is_a_strangers_is_as_if_it_were_not_there():
    note = entry(purpose="message", address=NOTES)
    strangers = status_list(NOTES, [7], purpose="message", seed=STRANGER)
    for lists in ({}, {NOTES: strangers}, {NOTES: ["no", "list"]}):
        assert ask(note, **lists) == ("yes", "no_status_entry")
        assert ask([note, entry()], **{LIST: status_list(LIST, []), **lists}) == ("yes", "not_canceled")


@pytest.mark.parametrize(("bits", "answer"), [([], "yes"), ([13], "yes"), ([14], "no"), ([15], "no"), ([16], "yes")])
def test_a_place_of_several_bits_is_read_from_the_left(bits, answer):
    messages = [{"status": hex(number), "message": "x"} for number in range(4)]
    asked = entry(7, statusSize=2, statusMessage=messages)
    assert ask(asked, **{LIST: status_list(LIST, bits)})[0] == answer


def test_a_place_that_ends_outside_the_list_is_not_checked():
    packed = "u" + base64.urlsafe_b64encode(gzip.compress(bytes(2), mtime=0)).decode().rstrip("=")
    short = {"type": "BitstringStatusList", "statusPurpose": "revocation", "encodedList": packed}
    made = status_list(LIST, [], credentialSubject=short)
    assert ask(entry(4, statusSize=3), **{LIST: made}) == ("yes", "not_canceled")
    assert ask(entry(5, statusSize=3), **{LIST: made}) == ("not checked", "status_index_outside")
