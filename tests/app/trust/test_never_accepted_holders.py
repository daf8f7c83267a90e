"""Holders who are borrowed and dates that have passed must never be let through, whatever family they come in."""

import json

import pytest
from danger_families import (
    EMBEDDED,
    LETTERS,
    PAST,
    RDF,
    WRAPPED,
    checked,
    let_through,
    over_meaning,
    presented,
    text,
    written,
)
from old_badges import award, jws, served, signed_award, web
from signed_texts import SECONDS, did_jwk, digest, disclosure, jwk, key_binding, sd_jwt, token
from trust_samples import LEARNER, NOW, STRANGER, badge, contexts_for, did, signed

from app.records.model import Source
from app.records.reading import read_presentation
from app.trust.presentations import check_presentation
from app.trust.proofs import unsecured
from bench.signers import key, with_proof


def shown(data, **options):
    """Check name -> answer, of a presentation."""
    found = read_presentation(written(data), Source("x"))
    options = {"challenge": "c0ffee", "domain": "clinic.example", **options}
    made = check_presentation(found, now=NOW, **options)
    return {one.check: one.answer for one in made}


def held_by(holder):
    return {**presented(json.loads(over_meaning("eddsa-rdfc-2022"))), "holder": holder}


ASKED = {"purpose": "authentication", "challenge": "c0ffee", "domain": "clinic.example"}
CLAIMED = {"nonce": "c0ffee", "aud": "clinic.example"}


class TestBorrowedHolder:
    """Someone shows what is another's."""

    def test_of_a_json_presentation(self):
        assert set(shown(signed(held_by(did(LEARNER)), seed=LEARNER, **ASKED)).values()) == {"yes"}
        assert shown(signed(held_by(did(LEARNER)), seed=STRANGER, **ASKED))["holder"] == "no"
        mine = signed(held_by(did(LEARNER)), seed=LEARNER, **ASKED)
        assert shown({**mine, "holder": did(STRANGER)})["signature"] == "no"
        again = signed(mine, seed=STRANGER, **{**ASKED, "challenge": "another"})
        assert shown(again, challenge="another")["challenge"] == "no"

    @pytest.mark.parametrize("suite", sorted({*RDF, *LETTERS} - {"ecdsa-rdfc-2019"}))
    def test_of_a_json_presentation_of_any_suite(self, suite):
        kind = {**RDF, **LETTERS}[suite]
        mine, eve = key(kind), key(kind, 9)
        bare = {"@context": contexts_for(suite), "type": ["VerifiablePresentation"], "holder": mine.did}
        options = {"proofPurpose": "authentication", "challenge": "c0ffee", "domain": "clinic.example"}
        assert shown(with_proof(bare, suite, mine, **options))["holder"] == "yes"
        assert shown(with_proof(bare, suite, eve, **options))["holder"] == "no"

    def test_of_a_jwt_presentation(self):
        made = {**presented(text()), "holder": did_jwk(number=9), **CLAIMED}
        assert set(shown(token(made, number=9, typ="vp+jwt")).values()) == {"yes"}
        assert shown(token(made, number=8, typ="vp+jwt", jwk=jwk(number=8)))["holder"] == "no"
        wrapped = {"iss": did_jwk(number=9), "vp": presented(text()), **CLAIMED}
        assert shown(token(wrapped, number=8, jwk=jwk(number=8)))["holder"] == "no"
        assert shown(token({**wrapped, "vp": {**wrapped["vp"], "holder": did_jwk()}}, number=9))["signature"] == "no"

    def test_of_a_key_binding(self):
        claims = {"iss": did_jwk(), "vct": "https://x.example/a", "cnf": {"jwk": jwk(number=9)}}
        mine = sd_jwt(claims, [], typ="dc+sd-jwt")
        assert set(shown(mine + key_binding(mine)).values()) == {"yes"}
        assert shown(mine + key_binding(mine, number=8))["signature"] == "no"
        part = disclosure("given_name", "Ana")
        other = sd_jwt({**claims, "_sd": [digest(part)]}, [part], typ="dc+sd-jwt")
        assert shown(other + key_binding(mine))["signature"] == "no"


class TestPassedExpiry:
    """The end that a proof states itself, or what stands for it."""

    @pytest.mark.parametrize("suite", EMBEDDED)
    def test_of_a_proof(self, suite):
        assert let_through(EMBEDDED[suite](expires="2027-01-01T00:00:00Z"))
        assert not let_through(EMBEDDED[suite](expires=PAST))
        late = json.loads(EMBEDDED[suite](expires=PAST))
        late["proof"]["expires"] = "2027-01-01T00:00:00Z"
        assert not let_through(written(late))
        late["proof"].pop("expires")
        assert not let_through(written(late))

    @pytest.mark.parametrize("family", WRAPPED)
    def test_of_a_signed_text(self, family):
        assert let_through(WRAPPED[family]({"exp": 1_900_000_000}))
        for end in ({"exp": SECONDS}, {"exp": "long ago"}, {"exp": [1_900_000_000]}, {"validUntil": PAST}):
            assert not let_through(WRAPPED[family](end))

    def test_of_an_older_badge(self):
        expired = award(expires="2026-02-01T00:00:00Z")
        assert not let_through(written(expired), served(web(award=expired)))
        assert not let_through(written(award()), served(web(award=expired)))
        assert not let_through(jws(signed_award(expires=PAST)), served(web()))
        assert not let_through(jws({**signed_award(), "exp": SECONDS}), served(web()))
        assert not let_through(jws({**signed_award(), "exp": "long ago"}), served(web()))

    def test_of_a_presentation(self):
        late = signed(held_by(did(LEARNER)), seed=LEARNER, **ASKED)
        bare = unsecured(late)
        by = key("Ed25519")
        made = with_proof(
            {**bare, "holder": by.did}, "eddsa-rdfc-2022", by, proofPurpose="authentication", expires=PAST
        )
        assert shown(made)["in_force"] == "no"
        assert shown(token({**held_by(did_jwk()), **CLAIMED, "exp": SECONDS}, typ="vp+jwt"))["in_force"] == "no"

    def test_of_a_part_that_its_holder_left_out(self):
        """An end or a status that can be left out is not known to be missing."""
        end, entry = disclosure("validUntil", PAST), disclosure({"type": "BitstringStatusListEntry"})
        bare = badge(issuer=did_jwk())
        for hidden, asked in (
            ({"_sd": [digest(end)]}, "in_force"),
            ({"credentialStatus": [{"...": digest(entry)}]}, "status"),
        ):
            (checks,) = checked(written(sd_jwt({**bare, **hidden}, [], typ="vc+sd-jwt")))
            assert checks[asked].answer == "not checked"
        assert not let_through(written(sd_jwt({**bare, "_sd": [digest(end)]}, [end], typ="vc+sd-jwt")))
