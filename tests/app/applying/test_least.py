"""Only what is needed of a record goes, where its signature allows less, and what goes still verifies."""

import json

import pytest
from signed_records import record_of, signed_badge
from signed_text_checks import checks
from signed_texts import SECONDS, did_jwk, digest, disclosure, key_binding, sd_jwt
from statement_samples import BY, MANDATORY, SUBJECT, made

from app.applying.disclosure import gives_away
from app.applying.least import MOST_PARTS, least
from app.applying.presentation import shown_as
from bench.signers import base_proof, derived

TITLE = disclosure("title", "Welding Level 1")
NAME, BIRTH, SHOE = disclosure("given_name", "Ana"), disclosure("birthdate", "2000-01-01"), disclosure("shoe_size", 43)


def held(*parts, binding="", **claims):
    """An SD-JWT VC that hides these parts, with all of them beside it."""
    base = {"iss": did_jwk(), "vct": "https://college.example/welding", "iat": SECONDS, "sub": "did:key:z6MkAna"}
    return sd_jwt({**base, **claims, "_sd": [digest(one) for one in parts]}, parts, binding=binding, typ="dc+sd-jwt")


def test_only_the_parts_that_show_the_achievement_go_and_they_verify():
    whole = record_of({}, held(NAME, TITLE, BIRTH, SHOE))
    found = least(whole)
    text = found.record.raw.decode()
    assert text.split("~")[1:] == [TITLE, ""]
    assert found.whole is None
    assert set(found.kept_back) == {"birth_date", "names", "other_facts"}
    assert (found.record.name, found.record.key) == ("Welding Level 1", whole.key)
    assert "birth_date" not in gives_away(found.record)
    assert checks(text)["signature"] == checks(whole.raw.decode())["signature"]
    assert checks(text)["signature"][0] == "yes"
    sent = json.dumps(shown_as(found.record))
    assert [one for one in (NAME, BIRTH, SHOE) if one in sent] == []


def test_a_part_inside_another_goes_with_what_it_stands_in():
    street = disclosure("street_address", "1 Elm")
    address = disclosure("address", {"_sd": [digest(street)], "country": "US"})
    base = {"iss": did_jwk(), "vct": "https://college.example/welding", "title": "Welding", "_sd": [digest(address)]}
    for parts in ([address, street], [street, address]):
        found = least(record_of({}, sd_jwt(base, parts, typ="dc+sd-jwt")))
        assert found.record.raw.decode().split("~")[1:] == [""]
        assert "address" in found.kept_back


def test_a_binding_made_for_an_earlier_reader_is_not_sent_along():
    unbound = held(TITLE, NAME)
    bound = record_of({}, unbound + key_binding(unbound))
    assert least(bound).record.raw.decode().split("~")[1:] == [TITLE, ""]


def test_a_record_signed_as_one_goes_whole_or_not_at_all():
    badge = record_of(signed_badge("Vital Signs", extra_subject={"name": "Ana Diaz"}))
    found = least(badge)
    assert (found.record, found.whole, found.kept_back) == (badge, "signed_as_one", ())


def test_where_each_part_is_needed_nothing_is_left_out():
    record = record_of({}, held(TITLE))
    assert (least(record).record, least(record).whole) == (record, "nothing_to_leave_out")


def test_a_proof_that_would_allow_less_is_said_to_go_whole():
    badge = record_of(base_proof(made(), BY, MANDATORY))
    assert (least(badge).record, least(badge).whole) == (badge, "not_cut_here")


def test_a_proof_that_was_cut_before_or_is_none_cannot_be_cut_again():
    cut = record_of(derived(made(), BY, MANDATORY, SUBJECT))
    assert least(cut).whole == "signed_as_one"
    for value in (None, 7, "u", "zz", "u!", "uAAAA"):
        broken = {"cryptosuite": "ecdsa-sd-2023", "proofValue": value}
        assert least(record_of({**signed_badge("Vital Signs"), "proof": [7, broken]})).whole == "signed_as_one"


@pytest.mark.parametrize("count", [MOST_PARTS, MOST_PARTS + 1])
def test_the_work_is_bounded(count):
    record = record_of({}, held(*(disclosure(f"claim_{number}", number) for number in range(count))))
    assert least(record).whole == ("too_many_parts" if count > MOST_PARTS else None)
