"""Signed texts are opened strictly, read by any reader, and give the same record again from their exact bytes."""

import json

import pytest
from sample_records import badge, credential, presentation
from signed_texts import SECONDS, b64, digest, disclosure, jades, raw_token, sd_jwt, token

from app.errors import PersonError
from app.records import jose
from app.records.model import Record, Source, Unreadable
from app.records.presentations import Presentation
from app.records.reading import read_bytes, read_presentation

FILE = Source("a.jwt")
VC_2 = "https://www.w3.org/ns/credentials/v2"


def read(data):
    data = data if isinstance(data, str) else json.dumps(data)
    return list(read_bytes(data.encode(), FILE))


def only(data):
    (found,) = read(data)
    assert isinstance(found, Record), found
    return found


def codes(data):
    return [fault.code for fault in only(data).faults]


def refused(data):
    (found,) = read(data)
    assert isinstance(found, Unreadable), found
    return found.code


def old(**changes):
    """A credential of the first data model as it stands under `vc`, with only what no claim says."""
    document = {
        "@context": ["https://www.w3.org/2018/credentials/v1"],
        "type": ["VerifiableCredential"],
        "credentialSubject": {"degree": {"type": "Bachelor", "name": "Welding"}},
    }
    return {key: value for key, value in {**document, **changes}.items() if value is not None}


def claims(vc=None, **changes):
    given = {
        "iss": "did:web:college.example",
        "sub": "did:example:ana",
        "jti": "urn:uuid:1",
        "nbf": SECONDS,
        "exp": SECONDS + 86_400,
        "vc": vc or old(),
    }
    return {key: value for key, value in {**given, **changes}.items() if value is not None}


class TestForms:
    def test_a_badge_whose_payload_is_the_credential(self):
        text = token({**badge(), "iss": badge()["issuer"]["id"], "nbf": 1_709_251_200, "iat": SECONDS, "aud": "x"})
        found = only(f"\n {text}\n")
        assert (found.kind, found.form, found.raw) == ("ob3", "jwt", text.encode())
        assert (found.document, found.faults) == (badge(), ())

    def test_a_credential_under_vc_says_what_its_claims_say(self):
        found = only(token(claims(), typ="JWT"))
        assert found.faults == ()
        assert (found.id, found.issuer.id, found.subjects[0].id) == (
            "urn:uuid:1", "did:web:college.example", "did:example:ana",
        )  # fmt: skip
        assert (found.valid_from, found.valid_until) == ("2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z")
        assert found.name == "Welding"

    def test_a_claim_never_overwrites_what_the_credential_says(self):
        subject = {"id": "did:example:ana", "degree": {"name": "X"}}
        found = only(
            token(claims(old(credentialSubject=subject, issuer={"id": "did:web:college.example", "name": "C"})))
        )
        assert (found.issuer.name, found.faults) == ("C", ())

    def test_a_subject_that_looks_like_another_part_gets_its_id(self):
        found = only(token(claims(old(termsOfUse={}, credentialSubject={}))))
        assert found.document["credentialSubject"] == {"id": "did:example:ana"}
        assert found.document["termsOfUse"] == {}

    @pytest.mark.parametrize("typ", ["vc+jwt", "application/vc+jwt", "VC+JWT", "vc+ld+json+jwt"])
    def test_the_payload_of_a_secured_credential_is_the_credential(self, typ):
        assert only(token(badge(), typ=typ)).faults == ()

    def test_each_record_is_the_same_again_from_its_own_bytes(self):
        inner = token(badge(name="Inside"))
        enveloped = {"type": "EnvelopedVerifiableCredential", "id": f"data:application/vc+jwt,{inner}"}
        plain = badge(name="Plain")
        held = token(presentation(inner, enveloped, plain), typ="vp+jwt")
        found = read(held)
        assert [(one.name, one.form) for one in found] == [("Inside", "jwt"), ("Inside", "jwt"), ("Plain", "json")]
        for one in found:
            (again,) = read_bytes(one.raw, FILE)
            assert (again.key, again.document) == (one.key, one.document)

    def test_a_transcript_in_a_jwt_and_each_credential_in_it_are_records(self):
        inner = badge(name="Inside", id="urn:uuid:2")
        subject = {"id": "did:example:ana", "verifiableCredential": [inner, token(inner)]}
        outer = badge(type=["VerifiableCredential", "ClrCredential"], name="Transcript", credentialSubject=subject)
        found = read(token(outer))
        assert [(one.name, one.form) for one in found] == [("Transcript", "jwt"), ("Inside", "json"), ("Inside", "jwt")]

    @pytest.mark.parametrize("wrap", ["data:application/vc+jwt,{}", "{}"])
    def test_an_enveloped_credential_alone(self, wrap):
        text = token(badge())
        assert only(wrap.format(text)).raw == text.encode()
        assert only(
            {"@context": VC_2, "type": "EnvelopedVerifiableCredential", "id": f"data:application/vc+jwt,{text}"}
        )

    def test_an_enveloped_presentation(self):
        inner = token(presentation(badge()), typ="vp+jwt")
        envelope = {"type": ["EnvelopedVerifiablePresentation"], "id": f"data:application/vp+jwt,{inner}"}
        assert only(envelope).name == badge()["name"]

    def test_a_sealed_json_signature_gives_what_it_signs(self):
        sealed = jades(credential())
        found = only(sealed)
        assert (found.form, found.document) == ("jades", credential())
        assert only(found.raw.decode()).key == found.key

    def test_what_a_signed_text_of_no_record_is(self):
        assert refused(token({"iss": "https://login.example", "exp": SECONDS})) == "signed_not_a_record"
        assert refused(token(["list"])) == "signed_not_a_record"
        assert refused(token({"type": "BadgeClass", "name": "x"})) == "badge_description"


class TestPresentations:
    def test_a_presentation_under_vp(self):
        vp = {"type": "VerifiablePresentation", "@context": ["https://www.w3.org/2018/credentials/v1"]}
        vp["verifiableCredential"] = [token(badge())]
        found = read_presentation(token({"iss": "did:example:ana", "vp": vp}).encode(), FILE)
        assert isinstance(found, Presentation)
        assert (found.holder, found.form, len(found.records)) == ("did:example:ana", "jwt", 1)

    def test_a_holder_that_the_claims_name_otherwise(self):
        stated = presentation(holder="did:example:ana")
        found = read_presentation(token({**stated, "iss": "did:example:eve"}, typ="vp+jwt").encode(), FILE)
        assert [fault.code for fault in found.faults] == ["claims_disagree"]

    def test_a_wrong_media_type(self):
        found = read_presentation(token(presentation(), typ="vc+jwt").encode(), FILE)
        assert [fault.code for fault in found.faults] == ["wrong_media_type"]


class TestFaults:
    @pytest.mark.parametrize(
        ("change", "field"),
        [
            ({"iss": "did:example:eve"}, "issuer"),
            ({"sub": "did:example:eve"}, "credentialSubject"),
            ({"jti": "urn:uuid:other"}, "id"),
            ({"nbf": SECONDS - 86_400}, "validFrom"),
        ],
    )
    def test_claims_that_disagree_with_the_credential(self, change, field):
        stated = badge(
            issuer="did:web:college.example",
            id="urn:uuid:1",
            validFrom="2026-01-01T00:00:00.500Z",
            credentialSubject={**badge()["credentialSubject"], "id": "did:example:ana"},
        )
        same = {"iss": "did:web:college.example", "sub": "did:example:ana", "jti": "urn:uuid:1", "nbf": SECONDS}
        assert codes(token({**stated, **same})) == []
        (fault,) = only(token({**stated, **same, **change})).faults
        assert (fault.code, fault.values["field"]) == ("claims_disagree", field)

    @pytest.mark.parametrize(
        "inner",
        [
            {"issuer": "did:example:eve"},
            {"credentialSubject": {"id": "did:example:eve"}},
            {"credentialSubject": [{"id": "did:example:ana"}, {"id": "did:example:eve"}]},
            {"id": "urn:uuid:2"},
            {"issuanceDate": "2020-01-01T00:00:00Z"},
            {"expirationDate": "2036-01-01T00:00:00Z"},
        ],
    )
    def test_a_wrapped_credential_that_says_otherwise(self, inner):
        assert codes(token(claims(old(**inner)))) == ["claims_disagree"]

    def test_the_dates_of_a_secured_credential_are_about_its_signature(self):
        assert codes(token({**badge(), "nbf": 1_000_000_000, "exp": 2_000_000_000}, typ="vc+jwt")) == []

    @pytest.mark.parametrize(
        ("change", "header", "code"),
        [
            ({"vc": {}}, {"typ": "vc+jwt"}, "wrapped_in_claim"),
            ({"vp": "x"}, {"typ": "vc+jwt"}, "wrapped_in_claim"),
            ({"vc": {}}, {}, "wrapped_in_claim"),
            ({}, {"typ": "at+jwt"}, "wrong_media_type"),
            ({}, {"typ": "vp+jwt"}, "wrong_media_type"),
            ({}, {"typ": "vc+jwt", "cty": "vp"}, "wrong_media_type"),
            ({}, {"typ": "vc+sd-jwt"}, "wrong_media_type"),
            ({"_sd_alg": "sha-256"}, {}, "wrong_media_type"),
            ({"exp": "tomorrow"}, {}, "unreadable_date"),
            ({"nbf": 10**40}, {}, "unreadable_date"),
            ({"exp": True}, {}, "unreadable_date"),
            ({"iss": 7}, {}, "wrong_type"),
        ],
    )
    def test_what_a_signed_credential_must_not_have(self, change, header, code):
        assert codes(token({**badge(), **change}, **header)) == [code]

    def test_a_wrapped_credential_under_the_type_that_forbids_it(self):
        assert codes(token(claims(), typ="vc+jwt")) == ["wrapped_in_claim"]
        assert codes(token(claims(), typ="at+jwt")) == ["wrong_media_type"]


GOOD = {"alg": "ES256"}


class TestStrictness:
    @pytest.mark.parametrize(
        ("header", "code"),
        [
            ('{"alg":"ES256","alg":"none"}', "json_duplicate_key"),
            ("[]", "jws_broken"),
            ('{"alg":', "jws_broken"),
            ({**GOOD, "crit": ["exp"], "exp": 1}, "jws_rule_unknown"),
            ({**GOOD, "crit": ["b64"]}, "jws_rule_unknown"),
            ({**GOOD, "crit": []}, "jws_broken"),
            ({**GOOD, "crit": "b64", "b64": True}, "jws_broken"),
            ({**GOOD, "crit": [["b64"]], "b64": True}, "jws_rule_unknown"),
            ({**GOOD, "b64": False}, "jws_broken"),
            ({**GOOD, "sigD": {}}, "jws_detached"),
        ],
    )
    def test_a_header_that_is_not_understood_is_refused(self, header, code):
        with pytest.raises(PersonError) as error:
            jose.unpack(raw_token(header, badge()))
        assert error.value.code == code

    @pytest.mark.parametrize(
        "change",
        [
            lambda text: text + "=",
            lambda text: text.replace(".", ".\n", 1),
            lambda text: text + ".x",
            lambda text: text[:-1] + "é",
            lambda text: text.rpartition(".")[0] + ".A",
            lambda text: text.rpartition(".")[0] + ".AB",
            lambda text: text.rpartition(".")[0],
        ],
    )
    def test_base64url_has_one_spelling(self, change):
        with pytest.raises(PersonError):
            jose.unpack(change(token(badge())))

    def test_duplicate_keys_in_a_payload(self):
        assert refused(raw_token(GOOD, '{"type":"VerifiableCredential","type":"x"}')) == "json_duplicate_key"

    @pytest.mark.parametrize(
        "signed",
        [
            {"payload": "{}", "signatures": []},
            {"payload": "{}", "signatures": [7]},
            {"payload": 7, "protected": b64("{}"), "signature": ""},
            {"payload": "{}", "signatures": [{"protected": b64("{}"), "signature": ""}] * 17},
            {
                "payload": b64('{"type":"VerifiableCredential"}'),
                "signatures": [
                    {"protected": b64('{"alg":"ES256"}'), "signature": ""},
                    {"protected": b64('{"alg":"ES256","b64":false,"crit":["b64"]}'), "signature": ""},
                ],
            },
        ],
    )
    def test_a_json_signature_of_no_known_form(self, signed):
        assert refused(signed) == "jws_broken"

    def test_a_signed_text_in_a_signed_text_without_end(self):
        text = token(badge())
        for _ in range(8):
            text = token(
                presentation({"type": "EnvelopedVerifiableCredential", "id": f"data:application/vp+jwt,{text}"})
            )
        assert refused(text) == "nested_too_deep"


PERSON = {"iss": "https://college.example", "vct": "https://college.example/types/welding_certificate", "iat": SECONDS}


class TestSelectiveDisclosure:
    def test_claims_of_their_own_type(self):
        shown = [disclosure("given_name", "Ana"), disclosure("family_name", "Ruiz")]
        hidden = disclosure("birthdate", "2000-01-01")
        payload = {**PERSON, "exp": SECONDS + 60, "_sd": [*map(digest, shown), digest(hidden)], "_sd_alg": "sha-256"}
        found = only(sd_jwt(payload, shown, typ="dc+sd-jwt"))
        assert (found.kind, found.form, found.data_model, found.name) == (
            "sd-jwt-vc", "sd-jwt", None, "welding certificate",
        )  # fmt: skip
        assert (found.issuer.id, found.subjects[0].name) == ("https://college.example", "Ana Ruiz")
        assert (found.valid_from, found.valid_until) == ("2026-01-01T00:00:00Z", "2026-01-01T00:01:00Z")
        assert "birthdate" not in found.document
        assert not any(key.startswith("_sd") for key in found.document)

    def test_a_credential_with_parts_deep_inside(self):
        city, line = disclosure("city", "Tulsa"), disclosure("Tulsa")
        inner = disclosure("address", {"_sd": [digest(city)], "lines": [{"...": digest(line)}, {"...": "x"}]})
        subject = {"id": "did:example:ana", "_sd": [digest(inner)]}
        text = sd_jwt(badge(credentialSubject=subject), [city, inner, line], typ="vc+sd-jwt")
        found = only(text)
        assert found.document["credentialSubject"]["address"] == {"city": "Tulsa", "lines": ["Tulsa"]}
        assert (found.form, found.raw) == ("sd-jwt", text.encode())

    @pytest.mark.parametrize(
        ("payload", "disclosures", "why"),
        [
            ({}, [disclosure("a", 1)], "unused"),
            ({"_sd": [digest(disclosure("a", 1))] * 2}, [disclosure("a", 1)], "twice"),
            ({"_sd": [digest(disclosure("a", 1))]}, [disclosure("a", 1)] * 2, "twice"),
            ({"_sd": [digest(disclosure("_sd", []))]}, [disclosure("_sd", [])], "reserved"),
            ({"_sd": [digest(disclosure("...", "x"))]}, [disclosure("...", "x")], "reserved"),
            ({"a": {"...": "x"}}, [], "reserved"),
            ({"a": {"_sd_alg": "sha-256"}}, [], "reserved"),
            ({"a": 2, "_sd": [digest(disclosure("a", 1))]}, [disclosure("a", 1)], "overwrites"),
            ({"_sd": [digest(disclosure(1))]}, [disclosure(1)], "form"),
            ({"a": [{"...": digest(disclosure("b", 1))}]}, [disclosure("b", 1)], "form"),
            ({"_sd": [digest(b64("{}"))]}, [b64("{}")], "form"),
            ({"_sd": "x"}, [], "form"),
            ({"_sd": [7]}, [], "twice"),
            ({"_sd_alg": "md5"}, [], "hash"),
            ({"_sd_alg": ["sha-256"]}, [], "hash"),
        ],
    )
    def test_parts_that_do_not_fit_are_refused(self, payload, disclosures, why):
        (found,) = read(sd_jwt({**PERSON, **payload}, disclosures))
        assert (found.code, found.values["why"]) == ("parts_do_not_fit", why)

    def test_a_chain_of_disclosures_has_an_end(self):
        parts = [disclosure("a", 1)]
        for _ in range(200):
            parts.append(disclosure("a", {"_sd": [digest(parts[-1])]}))
        (found,) = read(sd_jwt({**PERSON, "_sd": [digest(parts[-1])]}, parts))
        assert found.values["why"] == "deep"

    @pytest.mark.parametrize("name", ["exp", "status", "cnf", "vct", "nbf"])
    def test_what_decides_whether_it_holds_must_stand_in_the_open(self, name):
        part = disclosure(name, 1)
        payload = {key: value for key, value in PERSON.items() if key != name}
        assert "must_stand_open" in codes(sd_jwt({**payload, "_sd": [digest(part)]}, [part]))

    @pytest.mark.parametrize(
        ("name", "value"),
        [("validUntil", "2030-01-01T00:00:00Z"), ("credentialStatus", {"type": "x"}), ("@context", [VC_2])],
    )
    def test_so_must_a_credentials_own_dates_and_status(self, name, value):
        part = disclosure(name, value)
        document = badge(**{name: None})
        assert "must_stand_open" in codes(sd_jwt({**document, "_sd": [digest(part)]}, [part], typ="vc+sd-jwt"))

    def test_a_picture_of_an_issuer_may_be_held_back(self):
        part = disclosure("image", "https://college.example/a.png")
        issuer = {**badge()["issuer"], "_sd": [digest(part)]}
        assert codes(sd_jwt(badge(issuer=issuer), [part], typ="vc+sd-jwt")) == []

    @pytest.mark.parametrize("typ", ["JOSE", "vc+jwt", "bad+typ"])
    def test_a_wrong_media_type(self, typ):
        assert codes(sd_jwt(PERSON, typ=typ)) == ["wrong_media_type"]
        assert codes(sd_jwt(badge(), typ=typ)) == ["wrong_media_type"]
