"""Forged records inside sound ones, strangers' badges and texts that are no records must never be let through."""

import json

import pytest
from danger_families import (
    NO_SEAL,
    checked,
    envelope,
    let_through,
    over_meaning,
    presented,
    sealed,
    text,
    transcript,
    written,
)
from old_badges import AWARD, ISSUER, award, badge_class, jws, profile, served, signed_award, web
from other_records import resume, zipped
from signed_texts import SECONDS, did_jwk, jades, jwk, raw_token, sd_jwt, token
from trust_samples import LEARNER, NOW, STRANGER, at_hand, badge, did, signed, status_list

from app.profile.evidence import standing
from app.records.model import Record, Source
from app.records.reading import read_bytes
from app.trust.registries import Registry
from app.trust.seven import check_record

NAME = badge()["name"]
FORGED = {
    "plain": badge(issuer=did(LEARNER)),
    "with a strangers proof": signed(badge(issuer=did(LEARNER)), seed=STRANGER),
    "with a broken proof": {**signed(badge()), "description": "More"},
    "a strangers text": text(issuer="did:web:school.example", jwk=jwk()),
    "an unsigned text": raw_token({"alg": "none"}, badge(issuer=did_jwk())),
}
OUTER = {
    "JWT transcript": transcript,
    "JWT presentation": lambda held: token({**presented(held), "holder": did_jwk()}, typ="vp+jwt"),
    "JSON presentation": lambda held: signed(
        {**presented(held if isinstance(held, dict) else envelope(held)), "holder": did(LEARNER)},
        seed=LEARNER,
        purpose="authentication",
    ),
    "résumé": lambda held: token(
        {**resume(), "issuer": did_jwk(), "credentialSubject": {"skills": [{"verifications": [held]}]}}
    ),
    "European": lambda held: jades(presented(held), **NO_SEAL),
}


@pytest.mark.parametrize("outer", OUTER.values(), ids=OUTER.keys())
@pytest.mark.parametrize("forged", FORGED.values(), ids=FORGED.keys())
def test_a_forged_record_under_a_sound_outer_one(outer, forged):
    inside = [
        one for one in read_bytes(written(outer(forged)), Source("x")) if isinstance(one, Record) and one.name == NAME
    ]
    assert inside
    for one in inside:
        assert (standing(check_record(one, now=NOW)).evidence or 0) < 3


def test_a_forged_record_beside_a_sound_one_of_the_same_name():
    sound = over_meaning("eddsa-rdfc-2022")
    forged = written({**json.loads(sound), "description": "More"})
    data = zipped(**{"a/record.json": sound, "b/record.json": forged})
    assert [checks["signature"].answer for checks in checked(data)] == ["yes", "no"]


def test_a_strangers_wrapping_adds_nothing_to_a_sound_record():
    sound = json.loads(over_meaning("eddsa-rdfc-2022"))
    for change in ({"validUntil": "2035-01-01T00:00:00Z"}, {"name": "Crane safety"}, {"id": "urn:x:1"}):
        for wrapped in (token, lambda made, **more: sd_jwt(made, [], typ="vc+sd-jwt", **more)):
            assert not let_through(written(wrapped({**sound, **change}, number=5, jwk=jwk(number=5))))


EVE = "https://eve.example"
KNOWN = [Registry("list", NOW, {ISSUER: "School", "https://school.example": "School", "https://school.example/": "S"})]


class TestOlderBadgesOfAStranger:
    """A page on a stranger's website may not speak for a school, in whatever way it names it."""

    def known(self, mine, pages):
        found = checked(written(mine), served(pages), registries=KNOWN)
        return any(standing(checks.values()).evidence == 4 for checks in found)

    def test_a_school_named_as_the_place_of_an_issuer_that_is_at_home_elsewhere(self):
        issuer = {"type": "Profile", "name": "School", "url": "https://school.example", "origin": EVE}
        mine = award(id=f"{EVE}/a", badge=f"{EVE}/b")
        pages = {f"{EVE}/a": mine, f"{EVE}/b": badge_class(id=f"{EVE}/b", issuer=issuer)}
        assert not self.known(mine, pages)
        old = {
            "uid": "1",
            "issuedOn": SECONDS,
            "verify": {"type": "hosted", "url": f"{EVE}/a"},
            "recipient": "a@b.example",
        }
        old["badge"] = {**badge_class(issuer=issuer), "@context": None}
        assert not self.known(old, {f"{EVE}/a": old})

    def test_a_link_to_the_schools_badge_where_the_page_has_a_badge_of_its_own(self):
        mine = award(id=f"{EVE}/a")
        theirs = award(id=f"{EVE}/a", badge=badge_class(issuer=f"{EVE}/issuer"))
        pages = {**web(), f"{EVE}/a": theirs, f"{EVE}/issuer": profile(id=f"{EVE}/issuer", url=EVE)}
        assert not let_through(written(mine), served(pages))
        assert let_through(written(theirs), served(pages))
        assert not self.known(theirs, pages)

    def test_an_issuers_address_left_out_of_the_copy(self):
        issuer = {"name": "School", "url": "https://school.example"}
        whole = {
            "uid": "1",
            "issuedOn": SECONDS,
            "verify": {"type": "hosted", "url": f"{EVE}/a"},
            "recipient": "a@b.example",
        }
        plain = {"name": "Forklift", "description": "x", "criteria": "https://x.example/c"}
        theirs = {**whole, "badge": {**plain, "issuer": {**issuer, "id": f"{EVE}/issuer"}}}
        mine = {**whole, "badge": {**plain, "issuer": issuer}}
        pages = {f"{EVE}/a": theirs, f"{EVE}/issuer": profile(id=f"{EVE}/issuer", url=EVE)}
        assert not let_through(written(mine), served(pages))

    @pytest.mark.parametrize("address", [f"{AWARD}/", AWARD.upper(), AWARD.replace("https", "http"), f"{AWARD}#x"])
    def test_an_address_that_is_nearly_the_same(self, address):
        assert not let_through(written(award(id=address)), served({**web(), address: award()}))

    def test_a_signed_badge_without_a_name_cannot_be_looked_up(self):
        (checks,) = checked(jws(signed_award(id=None)), served(web()))
        assert checks["status"].answer == "not checked"


class TestTextsThatAreNoRecords:
    """A text signed for something else is no record, whatever is put after it."""

    def test_a_token_for_signing_in(self):
        for claims in ({"sub": "me", "aud": "shop", "exp": 1_900_000_000}, {"vc": badge(issuer=did_jwk())}):
            for kind in ("JWT", None, "at+jwt"):
                assert not let_through(written(token({"iss": did_jwk(), **claims}, typ=kind) + "~"))

    def test_a_text_in_a_text(self):
        assert not let_through(written(token(text(), number=2)))
        assert not let_through(written(token({"iss": did_jwk(number=2), "vc": text()}, number=2)))

    def test_a_presentation_that_is_a_credential_too(self):
        both = {
            **badge(issuer=did_jwk()),
            "type": ["VerifiablePresentation", *badge()["type"]],
            "iss": did_jwk(number=3),
        }
        assert not let_through(written(token(both)))

    def test_claims_beside_a_sealed_record(self):
        assert not let_through(written(sealed({"iss": did_jwk(number=3)})))
        assert not let_through(written(sealed({"sub": "did:example:eve"})))


@pytest.mark.parametrize("address", ["https://school.example/~eve/key.json", "https://school.example/key"])
def test_a_key_on_anyones_page_of_a_website_is_not_the_websites(address):
    data = written(text(issuer="https://school.example", method=address))
    assert not let_through(data, at_hand(**{address: jwk()}))
    known = "https://school.example/.well-known/jwks.json"
    data = written(text(issuer="https://school.example", method=f"{known}#1"))
    assert let_through(data, at_hand(**{known: {"keys": [jwk(kid="1")]}}))


@pytest.mark.parametrize("seed", [STRANGER, LEARNER])
def test_a_strangers_status_list_hides_nothing(seed):
    address = "https://school.example/status/1"
    entry = {
        "type": "BitstringStatusListEntry",
        "statusPurpose": "revocation",
        "statusListIndex": "7",
        "statusListCredential": address,
    }
    data = written(signed(badge(credentialStatus=entry)))
    for issuer in (None, badge()["issuer"]["id"]):
        (checks,) = checked(data, at_hand(**{address: status_list(address, [], seed=seed, issuer=issuer)}))
        assert checks["status"].answer == "not checked"
