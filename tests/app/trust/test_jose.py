"""Signatures over letters: what each danger gets, and whose key it is."""

import base64
import hashlib
import hmac
import json

import pytest
from signed_texts import (
    SECONDS,
    as_json,
    b64,
    certificate,
    did_jwk,
    digest,
    disclosure,
    jades,
    jwk,
    key_binding,
    private,
    raw_token,
    sd_jwt,
    token,
)
from trust_samples import ISSUER, LEARNER, NOW, OB3, VC1, VC2, at_hand, badge, did, signed, vectors

from app.errors import PersonError
from app.records import jose
from app.records.model import Record, Source
from app.records.reading import read_bytes, read_presentation
from app.trust.jose import verify_jws
from app.trust.presentations import check_presentation
from app.trust.public_keys import from_jwk
from app.trust.seven import check_record

ALGORITHMS = ["EdDSA", "ES256", "ES384", "RS256", "PS256"]
HTTPS = "https://college.example/issuers/7"


def checks(text, **options):
    """Check name -> (answer, reason) of the only record in a text."""
    data = text if isinstance(text, str) else json.dumps(text)
    (record,) = read_bytes(data.encode(), Source("a.jwt"))
    assert isinstance(record, Record), record
    return {one.check: (one.answer, one.reason) for one in check_record(record, now=NOW, **options)}


def of(issuer, **changes):
    return badge(issuer={"id": issuer, "type": ["Profile"], "name": "Test School"}, **changes)


def jwt(issuer=None, algorithm="ES256", number=1, claims=(), **header):
    """A badge as a JWT, by default from an issuer that is made of its key."""
    issuer = issuer or did_jwk(algorithm, number)
    return token({**of(issuer), "iss": issuer, **dict(claims)}, algorithm, number, **header)


def held(issuer, algorithm="ES256", number=1, purpose="assertionMethod", **key):
    method = {
        "id": f"{issuer}#key-1",
        "type": "JsonWebKey",
        "controller": issuer,
        "publicKeyJwk": jwk(algorithm, number, **key),
    }
    return at_hand(**{issuer: {"id": issuer, "verificationMethod": [method], purpose: [method["id"]]}})


YES = ("yes", "sound")
THEIRS = ("yes", "key_is_theirs")


class TestSound:
    @pytest.mark.parametrize("algorithm", ALGORITHMS)
    def test_every_algorithm_with_an_issuer_made_of_its_key(self, algorithm):
        found = checks(jwt(algorithm=algorithm, kid=f"{did_jwk(algorithm)}#0"))
        assert found["format"] == ("yes", "all_defined")
        assert (found["signature"], found["issuer_binding"]) == (YES, THEIRS)
        assert (found["in_force"], found["status"]) == (("yes", "no_end_date"), ("yes", "no_status_entry"))

    @pytest.mark.parametrize("header", [{}, {"kid": "0"}, {"kid": "#0"}, {"jwk": jwk()}, {"kid": "odd", "jwk": jwk()}])
    def test_a_key_named_in_any_way(self, header):
        found = checks(jwt(**header))
        assert (found["signature"], found["issuer_binding"]) == (YES, THEIRS)

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


class TestMeaning:
    HIDDEN = "https://www.w3.org/2018/credentials#validUntil"

    @pytest.mark.parametrize(
        ("change", "reason"),
        [
            ({HIDDEN: "2020-01-01T00:00:00Z"}, "respelled_term"),
            ({"@context": [VC2, OB3, {"until": HIDDEN}], "until": "2020-01-01T00:00:00Z"}, "inline_redefines_iri"),
            ({"@context": [VC2, OB3, {"validUntil": "https://x.example/u"}]}, "inline_redefines_term"),
            ({"@context": [OB3, VC2]}, "vc_context_not_first"),
        ],
    )
    def test_dates_under_another_name_are_refused(self, change, reason):
        assert checks(token(of(did_jwk(), **change)))["format"] == ("no", reason)

    def test_a_word_without_meaning_is_told_and_covered(self):
        subject = {**badge()["credentialSubject"], "shoeSize": 43}
        found = checks(token(of(did_jwk(), credentialSubject=subject)))
        assert found["format"] == ("not checked", "meaning_not_fixed")
        assert (found["signature"], found["issuer_binding"]) == (YES, THEIRS)
        assert found["in_force"] == ("yes", "no_end_date")

    def test_words_defined_elsewhere(self):
        contexts = [VC2, "https://college.example/terms"]
        found = checks(token(of(did_jwk(), **{"@context": contexts})))
        assert found["format"] == ("not checked", "unknown_context")
        assert (found["signature"], found["issuer_binding"]) == (YES, THEIRS)
        assert found["in_force"] == ("yes", "no_end_date")

    @pytest.mark.parametrize("contexts", [[VC2, "https://college.example/terms"], [VC2, OB3]])
    def test_a_part_at_the_top_that_could_be_an_end_date(self, contexts):
        found = checks(token(of(did_jwk(), **{"@context": contexts, "endsOn": "2020-01-01T00:00:00Z"})))
        assert {found[name][0] for name in ("format", "in_force", "status")} == {"not checked"}
        assert found["signature"] == YES


class TestDates:
    @pytest.mark.parametrize(
        ("claims", "typ", "found"),
        [
            ({"exp": SECONDS}, None, ("no", "expired")),
            ({"exp": SECONDS}, "vc+jwt", ("no", "proof_expired")),
            ({"exp": 2_000_000_000}, "vc+jwt", ("yes", "in_force")),
            ({"nbf": 2_000_000_000}, "vc+jwt", ("no", "not_yet")),
            ({"iat": 2_000_000_000}, None, ("no", "signed_in_future")),
            ({"iat": "2010-01-01T19:23:24Z"}, None, ("yes", "no_end_date")),
        ],
    )
    def test_dates_beside_the_credential_count(self, claims, typ, found):
        assert checks(jwt(claims=claims, typ=typ))["in_force"] == found

    def test_a_status_beside_the_credential_is_not_overlooked(self):
        status = {"status_list": {"idx": 3, "uri": "https://college.example/list"}}
        assert checks(jwt(claims={"status": status}))["status"] == ("not checked", "status_list_not_at_hand")
        assert checks(jwt(claims={"status": "fine"}))["status"] == ("not checked", "status_entry_unreadable")


class TestSeal:
    def test_a_seal_says_who_and_nobody_believes_it(self):
        sealed = jades({**badge(), "@context": [VC2, OB3]})
        (record,) = read_bytes(json.dumps(sealed).encode(), Source("a"))
        found = {one.check: one for one in check_record(record, now=NOW)}
        assert (found["signature"].answer, found["signature"].reason) == YES
        binding = found["issuer_binding"]
        assert (binding.answer, binding.reason) == ("no", "key_of_another")
        sealed = jades(of("urn:org:1"))
        (record,) = read_bytes(json.dumps(sealed).encode(), Source("a"))
        binding = check_record(record, now=NOW)[2]
        assert (binding.answer, binding.reason, binding.values["organisation"]) == (
            "not checked", "seal_not_followed", "Harbor College",
        )  # fmt: skip

    def test_a_changed_payload_or_certificate(self):
        sealed = jades(of("urn:org:1"))
        changed = {**sealed, "payload": sealed["payload"].replace("Forklift safety", "Surgery")}
        assert checks(changed)["signature"] == ("no", "broken")
        assert checks(jades(of("urn:org:1"), **{"x5t#S256": "AAAA"}))["signature"] == ("no", "bad_proof")
        assert checks(jades(of("urn:org:1"), x5c=["AAAA"]))["signature"] == ("no", "bad_key")
        assert checks(jades(of("urn:org:1"), x5c=[]))["signature"] == ("no", "bad_key")

    def test_one_broken_seal_of_two(self):
        sealed, other = jades(of("urn:org:1")), jades(of("urn:org:1", name="Surgery"), number=2)
        both = {**sealed, "signatures": [*sealed["signatures"], *other["signatures"]]}
        assert checks(both)["signature"] == ("no", "broken")

    def test_the_time_of_sealing_may_not_be_to_come(self):
        assert checks(jades(of("urn:org:1"), sigT="2036-01-01T00:00:00Z"))["in_force"] == ("no", "signed_in_future")


CLAIMS = {"vct": "https://college.example/welding", "iat": SECONDS, "cnf": {"jwk": jwk(number=9)}}


def bundle(*shown, hidden=(), **changes):
    issuer = changes.pop("iss", did_jwk())
    parts = [*map(digest, (*shown, *hidden))]
    return sd_jwt({**CLAIMS, "iss": issuer, "_sd": parts, **changes}, shown, typ="dc+sd-jwt")


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
        assert found["issuer_binding"] == THEIRS
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


class TestWrittenAsJson:
    """RFC 9901, section 8: the same as the text, and no more is believed of it."""

    def test_a_sound_one(self):
        found = checks(as_json(bundle(disclosure("given_name", "Ana"))))
        assert (found["format"], found["signature"]) == (("yes", "fixed_claims"), YES)
        assert found["issuer_binding"] == THEIRS

    def test_a_disclosure_that_the_issuer_did_not_make(self):
        made = as_json(bundle(disclosure("given_name", "Ana")))
        made["signatures"][0]["header"]["disclosures"] = [disclosure("given_name", "Eve")]
        (found,) = read_bytes(json.dumps(made).encode(), Source("a"))
        assert (found.code, found.values["why"]) == ("parts_do_not_fit", "unused")

    def test_a_broken_signature_beside_a_sound_one(self):
        text = bundle()
        protected, _, signature = text.split("~")[0].split(".")
        second = {"protected": protected, "signature": signature[:-8] + "AAAAAAAA"}
        assert checks(as_json(text, signatures=[second]))["signature"][0] == "no"

    def test_a_dates_place_is_the_signed_part_and_not_beside_it(self):
        made = as_json(bundle(exp=SECONDS))
        made["signatures"][0]["header"]["exp"] = 4_000_000_000
        assert checks({**made, "exp": 4_000_000_000})["in_force"] == ("no", "expired")

    def test_a_holders_signature_is_over_the_text_it_stands_for(self):
        text = bundle(disclosure("given_name", "Ana"))
        bound = text + key_binding(text)
        assert shown(json.dumps(as_json(bound)))["signature"] == YES
        other = as_json(bundle(disclosure("given_name", "Eve")) + key_binding(text))
        assert shown(json.dumps(other))["signature"] == ("no", "broken")


class TestNamesThatLeadNowhere:
    @pytest.mark.parametrize(
        ("kid", "reason"),
        [
            ("did:ebsi:zabc#key-1", "key_out_of_reach"),
            ("urn:uuid:1#key-1", "key_out_of_reach"),
            ("did:web:school.example#key-1", "key_not_at_hand"),
            ("https://school.example/key", "key_not_at_hand"),
        ],
    )
    def test_only_a_website_can_be_asked(self, kid, reason):
        found = checks(jwt(issuer=kid.partition("#")[0], kid=kid))
        assert found["signature"] == ("not checked", reason)

    def test_without_a_key_named_the_issuer_is_asked(self):
        assert checks(jwt(issuer="did:ebsi:zabc"))["signature"] == ("not checked", "key_out_of_reach")
        assert checks(jwt(issuer="did:ebsi:zabc", kid="key-1"))["signature"] == ("not checked", "key_out_of_reach")
        assert checks(jwt(issuer=HTTPS, kid="key-1"))["signature"] == ("not checked", "key_not_at_hand")

    def test_an_issuer_that_nobody_can_look_up(self):
        found = checks(jwt(issuer="urn:uuid:1", kid=f"{did_jwk()}#0"))
        assert (found["signature"], found["issuer_binding"]) == (YES, ("not checked", "document_out_of_reach"))


def shown(text, **options):
    """Check name -> (answer, reason) of a presentation."""
    found = read_presentation(text.encode(), Source("a"))
    options = {"challenge": "c0ffee", "domain": "clinic.example", **options}
    made = check_presentation(found, now=NOW, **options)
    return {one.check: (one.answer, one.reason) for one in made}


ALL_GOOD = {
    "signature": YES,
    "holder": THEIRS,
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
