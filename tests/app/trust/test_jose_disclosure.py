"""Signed texts shown in part, presented, and bound to the holder's key; and the published examples."""

import base64

import pytest
from signed_text_checks import ALGORITHMS, CLAIMS, HTTPS, ITSELF, THEIRS, YES, bundle, checks, held, jwt, shown
from signed_texts import (
    SECONDS,
    certificate,
    did_jwk,
    digest,
    disclosure,
    jwk,
    key_binding,
    raw_token,
    sd_jwt,
    token,
)
from trust_samples import LEARNER, VC1, VC2, at_hand, did, vectors

from app.errors import PersonError
from app.records import jose
from app.records.model import Source
from app.records.reading import read_bytes
from app.trust.jose import verify_jws
from app.trust.public_keys import from_jwk


class TestSelectiveDisclosure:
    def test_an_issuer_that_only_its_certificate_names(self):
        claims = {key: value for key, value in CLAIMS.items() if key != "iss"}
        chain = [base64.b64encode(certificate()).decode()]
        found = checks(sd_jwt(claims, typ="dc+sd-jwt", x5c=chain))
        assert (found["format"][0], found["signature"]) == ("yes", YES)
        assert found["issuer_binding"] == ("not checked", "seal_not_followed")
        assert checks(sd_jwt(claims, typ="dc+sd-jwt"))["format"] == ("no", "missing_issuer")

    def test_a_sound_one_with_parts_left_out(self):
        found = checks(bundle(disclosure("given_name", "Ana"), hidden=[disclosure("a", 1)]))
        assert (found["format"], found["signature"]) == (("yes", "parts_left_out"), YES)
        assert found["issuer_binding"] == ITSELF
        assert checks(bundle())["format"] == ("yes", "fixed_claims")

    @pytest.mark.parametrize(
        ("changes", "found"),
        [
            ({"exp": SECONDS}, ("no", "expired")),
            ({"nbf": 2_000_000_000}, ("no", "not_yet")),
            ({}, ("yes", "no_end_date")),
        ],
    )
    def test_its_dates(self, changes, found):
        assert checks(bundle(**changes))["in_force"] == found

    def test_its_status(self):
        status = {"status_list": {"idx": 3, "uri": "https://college.example/list"}}
        assert checks(bundle(status=status))["status"] == ("not checked", "status_list_not_at_hand")

    def test_its_issuer(self):
        text = bundle(iss=HTTPS)
        assert checks(text, documents=held(HTTPS))["issuer_binding"] == THEIRS
        assert checks(text, documents=held(HTTPS, number=2))["signature"] == ("no", "broken")
        assert checks(text)["signature"] == ("not checked", "key_not_at_hand")

    def test_a_disclosure_of_another_issuers_making(self):
        shown = disclosure("given_name", "Ana")
        changed = bundle(shown).replace(shown, disclosure("given_name", "Eve"))
        (found,) = read_bytes(changed.encode(), Source("a"))
        assert (found.code, found.values["why"]) == ("parts_do_not_fit", "unused")

    def test_a_learners_own_key(self):
        claims = {"cnf": {"jwk": jwk("EdDSA", 3)}}
        own = frozenset({did(LEARNER)})
        assert checks(bundle(**claims), own_keys=own)["about_me"] == ("yes", "subject_is_your_key")
        other = bundle(**claims, sub="did:example:eve")
        assert checks(other, own_keys=own)["about_me"] == ("no", "subject_is_not_yours")
        assert checks(bundle(), own_keys=own)["about_me"] == ("not checked", "subject_not_named")


ALL_GOOD = {
    "signature": YES,
    "holder": ITSELF,
    "challenge": ("yes", "challenge_same"),
    "domain": ("yes", "domain_same"),
    "in_force": ("yes", "no_end_date"),
}


class TestPresentations:
    def vp(self, algorithm="ES256", number=9, *, typ="vp+jwt", header=(), **changes):
        holder = did_jwk(algorithm, number)
        payload = {
            "@context": [VC2],
            "type": ["VerifiablePresentation"],
            "holder": holder,
            "verifiableCredential": [
                {"@context": VC2, "type": "EnvelopedVerifiableCredential", "id": f"data:application/vc+jwt,{jwt()}"}
            ],
            "nonce": "c0ffee",
            "aud": "clinic.example",
            **changes,
        }
        given = {key: value for key, value in payload.items() if value is not None}
        return token(given, algorithm, number, typ=typ, **dict(header))

    @pytest.mark.parametrize("algorithm", ALGORITHMS)
    def test_all_five_hold(self, algorithm):
        assert shown(self.vp(algorithm)) == ALL_GOOD
        assert shown(self.vp(algorithm, holder=None, iss=did_jwk(algorithm, 9))) == ALL_GOOD

    def test_one_under_vp(self):
        vp = {"@context": [VC1], "type": ["VerifiablePresentation"], "verifiableCredential": [jwt()]}
        payload = {"iss": did_jwk(), "nonce": "c0ffee", "aud": ["x", "clinic.example"], "vp": vp}
        assert shown(token(payload)) == ALL_GOOD

    def test_a_borrowed_holder(self):
        eve = {"header": {"jwk": jwk(number=9)}}
        assert shown(self.vp(holder=did_jwk(number=2), **eve))["holder"] == ("no", "key_of_another")
        assert shown(self.vp(holder=did_jwk(number=2), header={"kid": f"{did_jwk(number=9)}#0"}))["holder"][0] == "no"
        assert shown(self.vp(holder=did_jwk(number=2)))["signature"] == ("no", "broken")
        swapped = self.vp(holder=did_jwk(number=2), iss=did_jwk(number=9), **eve)
        assert shown(swapped)["signature"] == ("no", "claims_disagree")
        assert shown(self.vp(holder=None, **eve))["holder"] == ("not checked", "no_holder")

    def test_a_key_that_is_not_for_showing(self):
        text = self.vp(holder=HTTPS, header={"jwk": jwk(number=9)})
        assert shown(text, documents=held(HTTPS, number=9))["holder"] == ("no", "key_not_for_purpose")
        assert shown(text, documents=held(HTTPS, number=9, purpose="authentication"))["holder"] == THEIRS

    def test_another_request_or_reader(self):
        assert shown(self.vp(), challenge="x")["challenge"] == ("no", "challenge_differs")
        assert shown(self.vp(), domain="x")["domain"] == ("no", "domain_differs")
        assert shown(self.vp(nonce=None))["challenge"] == ("no", "challenge_missing")
        assert shown(self.vp(nonce=["c0ffee"]))["challenge"] == ("no", "challenge_differs")

    def test_an_end(self):
        assert shown(self.vp(exp=SECONDS))["in_force"] == ("no", "proof_expired")

    def test_nobody_signed_it(self):
        payload = {"@context": [VC2], "type": ["VerifiablePresentation"], "holder": did_jwk(), "nonce": "c0ffee"}
        assert shown(raw_token({"alg": "none"}, payload))["signature"] == ("no", "no_proof")


BOUND = {**ALL_GOOD, "holder": ("yes", "holder_is_signer")}


class TestKeyBinding:
    def bound(self, text=None, *, number=9, **options):
        text = text or bundle(disclosure("given_name", "Ana"))
        return text + key_binding(text, number=number, **options)

    def test_all_five_hold(self):
        assert shown(self.bound()) == BOUND
        assert checks(self.bound())["signature"] == YES

    @pytest.mark.parametrize(
        ("options", "check", "found"),
        [
            ({"number": 8}, "signature", ("no", "broken")),
            ({"sd_hash": "AAAA"}, "signature", ("no", "broken")),
            ({"sd_hash": None}, "signature", ("no", "broken")),
            ({"typ": "JWT"}, "signature", ("no", "bad_proof")),
            ({"iat": None}, "signature", ("no", "bad_proof")),
            ({"nonce": "x"}, "challenge", ("no", "challenge_differs")),
            ({"nonce": None}, "challenge", ("no", "challenge_missing")),
            ({"aud": "x"}, "domain", ("no", "domain_differs")),
            ({"iat": 2_000_000_000}, "in_force", ("no", "signed_in_future")),
            ({"exp": SECONDS}, "in_force", ("no", "expired")),
        ],
    )
    def test_what_a_binding_must_say(self, options, check, found):
        assert shown(self.bound(**options))[check] == found

    @pytest.mark.parametrize("options", [{"number": 8}, {"sd_hash": "AAAA"}, {"typ": "JWT"}])
    def test_a_record_with_a_broken_binding_is_not_whole(self, options):
        assert checks(self.bound(**options))["signature"][0] == "no"
        assert checks(bundle() + "garbage")["signature"][0] == "no"

    def test_the_day_it_was_shown_says_nothing_of_the_record(self):
        assert checks(self.bound(exp=SECONDS, nonce="x"))["signature"] == YES
        assert checks(self.bound(exp=SECONDS))["in_force"][0] == "yes"

    def test_a_binding_of_other_parts(self):
        part = disclosure("given_name", "Ana")
        text = bundle(part)
        fewer = text.replace(f"{part}~", "")
        assert shown(fewer + key_binding(text))["signature"] == ("no", "broken")

    def test_a_key_that_its_issuer_did_not_name(self):
        assert shown(self.bound(bundle(cnf=None)))["signature"] == ("no", "bad_key")
        assert shown(self.bound(bundle(cnf={"jwk": {**jwk(number=9), "d": "AAAA"}})))["signature"] == (
            "no",
            "bad_key",
        )

    def test_an_unsigned_binding(self):
        text = bundle()
        stated = {"iat": SECONDS, "aud": "clinic.example", "nonce": "c0ffee", "sd_hash": digest(text)}
        assert shown(text + raw_token({"alg": "none", "typ": "kb+jwt"}, stated))["signature"] == ("no", "no_proof")


class TestPublished:
    VALUES = vectors("jose-vectors.json")

    def test_es256(self):
        vector = self.VALUES["rfc7515-a3"]
        jws = jose.unpack(vector["jws"])
        assert jws.payload["iss"] == "joe"
        assert verify_jws(jws, from_jwk(vector["jwk"])).answer == "yes"

    def test_ed25519(self):
        vector = self.VALUES["rfc8037-a4"]
        head, _, signature = vector["jws"].rpartition(".")
        with pytest.raises(PersonError):
            jose.unpack(vector["jws"])
        jws = jose.Jws({"alg": "EdDSA"}, None, "", jose.segment(signature), head.encode())
        assert verify_jws(jws, from_jwk(vector["jwk"])).answer == "yes"

    def test_selective_disclosure_with_key_binding(self):
        vector = self.VALUES["sd-jwt"]
        text = "~".join([vector["issuer_jwt"], *vector["disclosures"], vector["kb_jwt"]])
        options = {"documents": at_hand(**{vector["issuer"]: vector["jwk"]})}
        found = shown(text, challenge=vector["nonce"], domain=vector["aud"], **options)
        assert found == BOUND
        (record,) = read_bytes(text.encode(), Source("a"))
        assert record.document.items() >= vector["disclosed"].items()
        found = checks(text, **options)
        assert (found["signature"], found["issuer_binding"]) == (YES, THEIRS)


def test_openvc_takes_what_we_take():
    """The same texts before another program: it issues and binds, and we agree on what holds and what does not."""
    from openvc.keys import Ed25519SigningKey
    from openvc.proof.sd_jwt import SdJwtVcProofSuite

    suite = SdJwtVcProofSuite()
    issuer, holder = Ed25519SigningKey.generate("i"), Ed25519SigningKey.generate("h")
    made = suite.issue(
        {"iss": HTTPS, "vct": "https://college.example/welding", "given_name": "Ana", "grade": 1},
        signing_key=issuer, disclosable=["given_name", "grade"], holder_jwk=holder.public_jwk(), decoys=2,
    )  # fmt: skip
    text = suite.create_presentation(made, holder_key=holder, audience="clinic.example", nonce="c0ffee")
    documents = at_hand(**{HTTPS: issuer.public_jwk()})
    assert checks(made, documents=documents)["signature"] == YES
    assert shown(text, documents=documents)["holder"] == ("yes", "holder_is_signer")
