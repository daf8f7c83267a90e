"""Signatures over letters: what each danger gets, and whose key it is."""

import base64
import hashlib
import hmac
import json

import pytest
from signed_text_checks import ALGORITHMS, HTTPS, ITSELF, THEIRS, YES, checks, held, jwt, of
from signed_texts import (
    SECONDS,
    b64,
    did_jwk,
    jwk,
    private,
    raw_token,
    token,
)
from trust_samples import ISSUER, LEARNER, NOW, VC1, VC2, at_hand, badge, did, signed

from app.records.model import Record, Source
from app.records.reading import read_bytes
from app.trust.seven import check_record


class TestSound:
    @pytest.mark.parametrize("algorithm", ALGORITHMS)
    def test_every_algorithm_with_an_issuer_made_of_its_key(self, algorithm):
        found = checks(jwt(algorithm=algorithm, kid=f"{did_jwk(algorithm)}#0"))
        assert found["format"] == ("yes", "all_defined")
        assert (found["signature"], found["issuer_binding"]) == (YES, ITSELF)
        assert (found["in_force"], found["status"]) == (("yes", "no_end_date"), ("yes", "no_status_entry"))

    @pytest.mark.parametrize("header", [{}, {"kid": "0"}, {"kid": "#0"}, {"jwk": jwk()}, {"kid": "odd", "jwk": jwk()}])
    def test_a_key_named_in_any_way(self, header):
        found = checks(jwt(**header))
        assert (found["signature"], found["issuer_binding"]) == (YES, ITSELF)

    @pytest.mark.parametrize("name", ["did:web:college.example", HTTPS])
    @pytest.mark.parametrize("kid", [None, "key-1", "#key-1", "{}#key-1", "thumb"])
    def test_a_key_that_the_issuers_document_lists(self, name, kid):
        header = {"kid": kid.format(name)} if kid else {}
        found = checks(jwt(name, **header), documents=held(name, kid="thumb"))
        assert (found["signature"], found["issuer_binding"]) == (YES, THEIRS)

    @pytest.mark.parametrize(
        ("address", "content"),
        [
            (f"{HTTPS}/keys/1", jwk()),
            (f"{HTTPS}/keys", {"keys": [jwk("ES256", 2, kid="2"), jwk(kid="1")]}),
            (HTTPS, {"keys": [jwk(kid="1")]}),
        ],
    )
    def test_a_key_that_the_issuers_own_address_serves(self, address, content):
        kid = address if "kty" in content else f"{address}#1"
        found = checks(jwt(HTTPS, kid=kid), documents=at_hand(**{address: content}))
        assert (found["signature"], found["issuer_binding"]) == (YES, THEIRS)

    def test_a_key_in_the_issuers_metadata(self):
        place = "https://college.example/.well-known/jwt-vc-issuer/issuers/7"
        content = {"issuer": HTTPS, "jwks": {"keys": [jwk()]}}
        found = checks(jwt(HTTPS), documents=at_hand(**{place: content}))
        assert found["issuer_binding"] == THEIRS
        found = checks(jwt(HTTPS), documents=at_hand(**{place: {**content, "issuer": "https://eve.example"}}))
        assert found["signature"] == ("not checked", "key_not_at_hand")

    def test_a_wrapped_credential_of_the_first_data_model(self):
        vc = {"@context": [VC1], "type": ["VerifiableCredential"], "credentialSubject": {"id": did(LEARNER)}}
        payload = {"iss": did_jwk(), "jti": "urn:uuid:1", "nbf": SECONDS, "vc": vc}
        assert checks(token(payload))["signature"] == YES
        assert checks(token({**payload, "exp": SECONDS + 60}))["in_force"] == ("no", "expired")


class TestDangers:
    def test_nobody_signed_it(self):
        payload = of(did_jwk())
        for algorithm in ("none", "None", "NONE", None):
            assert checks(raw_token({"alg": algorithm, "jwk": jwk()}, payload))["signature"] == ("no", "no_proof")
            assert checks(raw_token({"alg": algorithm}, payload, b"x"))["signature"] == ("no", "no_proof")

    @pytest.mark.parametrize("secret", [json.dumps(jwk()), jwk()["x"], "pem"])
    def test_a_public_key_used_as_a_shared_secret(self, secret):
        from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

        public = private().public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
        head = raw_token({"alg": "HS256", "kid": f"{did_jwk()}#0"}, of(did_jwk())).rpartition(".")[0]
        made = hmac.new(public if secret == "pem" else secret.encode(), head.encode(), hashlib.sha256).digest()
        assert checks(f"{head}.{b64(made)}")["signature"] == ("no", "shared_secret")

    def test_an_algorithm_of_another_kind_of_key(self):
        for algorithm, other in [("ES256", "RS256"), ("EdDSA", "ES256"), ("RS256", "EdDSA"), ("ES384", "ES256")]:
            text = jwt(did_jwk(other), algorithm, kid=f"{did_jwk(other)}#0")
            assert checks(text)["signature"] == ("no", "key_not_for_suite")

    @pytest.mark.parametrize("algorithm", ["ES512", "RS384", "ES256K", "Ed448", 7, ["ES256"], {}])
    def test_an_algorithm_that_is_not_known_is_not_checked(self, algorithm):
        found = checks(raw_token({"alg": algorithm}, of(did_jwk()), b"x" * 64))
        assert found["signature"] == ("not checked", "unsupported_suite")

    @pytest.mark.parametrize("odd", [7, None, [], {}, ["x"], {"x": 1}, "", True])
    @pytest.mark.parametrize("name", ["alg", "kid", "jwk", "x5c", "typ", "cty", "crit", "x5t#S256", "sigT"])
    def test_odd_headers_are_never_good_and_never_raise(self, name, odd):
        header = {"alg": "ES256", "kid": "k", name: odd}
        documents = at_hand(**{HTTPS: {"keys": [{**jwk(), "kid": odd, "use": odd, "kty": odd}, odd]}})
        for found in read_bytes(raw_token(header, of(HTTPS), b"x" * 64).encode(), Source("a")):
            if isinstance(found, Record):
                answers = check_record(found, now=NOW, documents=documents)
                assert answers[1].answer != "yes"

    @pytest.mark.parametrize("odd", [7, None, [], {}, ["x"], "", {"keys": 7}, {"kty": []}, {"jwks": 7}, {"id": HTTPS}])
    def test_odd_documents_are_no_keys(self, odd):
        for header in ({}, {"kid": HTTPS}, {"kid": f"{HTTPS}#1"}, {"kid": "1"}):
            assert checks(jwt(HTTPS, **header), documents=at_hand(**{HTTPS: odd}))["signature"][0] == "not checked"

    def test_a_changed_letter(self):
        head, payload, signature = jwt().split(".")
        text = base64.urlsafe_b64decode(payload + "==").decode().replace("Forklift safety", "Forklift Safety")
        assert checks(f"{head}.{b64(text)}.{signature}")["signature"] == ("no", "broken")
        assert checks(f"{head}.{payload}.{b64(bytes(64))}")["signature"] == ("no", "broken")

    @pytest.mark.parametrize("issuer", [HTTPS, "did:web:college.example"])
    def test_a_key_in_the_header_is_nobodys(self, issuer):
        found = checks(jwt(issuer, jwk=jwk()))
        assert (found["signature"], found["issuer_binding"]) == (YES, ("not checked", "document_not_at_hand"))
        found = checks(jwt(issuer, jwk=jwk()), documents=held(issuer, number=2))
        assert found["issuer_binding"] == ("no", "key_not_listed")
        assert checks(jwt(issuer, jwk=jwk()), documents=held(issuer))["issuer_binding"] == THEIRS

    def test_a_key_in_the_header_is_not_that_of_another_did(self):
        found = checks(jwt(did_jwk("ES256", 2), number=1, jwk=jwk()))
        assert (found["signature"], found["issuer_binding"]) == (YES, ("no", "key_of_another"))

    def test_a_key_in_the_fragment_of_an_address_is_nobodys(self):
        text = jwt(HTTPS, "EdDSA", 1, kid=f"{HTTPS}#{did(ISSUER).removeprefix('did:key:')}")
        found = checks(text)
        assert (found["signature"], found["issuer_binding"]) == (YES, ("not checked", "key_only_in_address"))

    def test_a_key_of_another_under_its_own_name(self):
        found = checks(jwt(did_jwk("ES256", 2), number=1, kid=f"{did_jwk()}#0"))
        assert found["issuer_binding"] == ("no", "key_of_another")

    def test_a_name_of_the_issuers_key_before_a_key_of_ones_own(self):
        found = checks(jwt(did_jwk("ES256", 2), number=1, kid=f"{did_jwk('ES256', 2)}#0", jwk=jwk()))
        assert found["signature"] == ("no", "broken")

    def test_a_key_not_listed_for_assertion(self):
        documents = held(HTTPS, purpose="authentication")
        for header in ({}, {"kid": f"{HTTPS}#key-1"}, {"jwk": jwk()}):
            found = checks(jwt(HTTPS, **header), documents=documents)
            assert found["issuer_binding"] == ("no", "key_not_for_purpose")

    @pytest.mark.parametrize(
        "address",
        [
            "https://eve.example/key",
            "https://college.example/issuers/70",
            "https://college.example/issuers/7/../../eve/key",
            "https://college.example/issuers/7/%2e%2e/eve",
            "https://college.example.eve.example/issuers/7/key",
        ],
    )
    def test_a_key_at_an_address_that_is_not_the_issuers(self, address):
        found = checks(jwt(HTTPS, kid=address), documents=at_hand(**{address: jwk()}))
        assert (found["signature"], found["issuer_binding"]) == (YES, ("not checked", "document_not_at_hand"))

    @pytest.mark.parametrize("header", [{"jku": "https://eve.example/k"}, {"x5u": "https://eve.example/k"}])
    def test_addresses_in_the_header_are_not_followed(self, header):
        documents = at_hand(**{"https://eve.example/k": {"keys": [jwk()]}})
        assert checks(jwt(HTTPS, **header), documents=documents)["signature"] == ("not checked", "key_not_at_hand")

    @pytest.mark.parametrize(
        ("more", "reason"),
        [
            ({"use": "enc"}, "key_not_for_suite"),
            ({"key_ops": ["sign"]}, "key_not_for_suite"),
            ({"alg": "ES384"}, "key_not_for_suite"),
            ({"d": "AAAA"}, "bad_key"),
            ({"x": "AAAA"}, "bad_key"),
        ],
    )
    def test_a_key_for_something_else(self, more, reason):
        assert checks(jwt(jwk=jwk(**more)))["signature"] == ("no", reason)

    def test_a_forged_record_under_a_sound_outer_one(self):
        forged = signed(badge(name="Forged"))
        forged["name"] = "Surgery"
        broken = token(of(did_jwk()), number=2, kid=f"{did_jwk()}#0")
        vp = {"@context": [VC2], "type": ["VerifiablePresentation"], "verifiableCredential": [forged, broken]}
        found = list(read_bytes(token({**vp, "holder": did_jwk()}, typ="vp+jwt").encode(), Source("a")))
        answers = [check_record(one, now=NOW)[1] for one in found]
        assert [(one.answer, one.reason) for one in answers] == [("no", "broken")] * 2

    def test_a_broken_proof_inside_a_sound_text(self):
        inner = signed(of(did(ISSUER)))
        text = token({**inner, "iss": did(ISSUER)}, "EdDSA", 1, kid=did(ISSUER))
        assert checks(text)["signature"] == ("yes", "sound")
        text = token({**inner, "name": "Surgery"}, "EdDSA", 1, kid=did(ISSUER))
        assert checks(text)["signature"] == ("no", "broken")
