"""SD-JWTs written as JSON (RFC 9901, section 8), what envelopes say of what is in them, and services' answers."""

import json

import pytest
from other_records import european
from sample_records import badge, codes
from signed_texts import SECONDS, as_json, digest, disclosure, key_binding, sd_jwt, token

from app.records import sd_jwt as reader
from app.records.model import Record, Source, Unreadable
from app.records.reading import read_bytes, read_presentation

CLAIMS = {"iss": "https://college.example", "vct": "https://college.example/types/welding_certificate", "iat": SECONDS}
SHOWN = disclosure("given_name", "Ana")


def read(data):
    text = data if isinstance(data, str) else json.dumps(data)
    return list(read_bytes(text.encode(), Source("a")))


def compact(*, binding=False):
    made = sd_jwt({**CLAIMS, "_sd": [digest(SHOWN), digest("hidden")]}, [SHOWN], typ="dc+sd-jwt")
    return made + (key_binding(made) if binding else "")


def only(data):
    (found,) = read(data)
    assert isinstance(found, Record), found
    return found


class TestJson:
    @pytest.mark.parametrize("general", [False, True])
    def test_it_says_what_the_text_says_and_keeps_its_bytes(self, general):
        text = json.dumps(as_json(compact(), general=general), indent=1)
        (found,) = read_bytes(text.encode(), Source("a"))
        (plain,) = read(compact())
        assert isinstance(found, Record)
        assert (found.kind, found.form, found.document, found.raw) == (
            "sd-jwt-vc",
            "sd-jwt",
            plain.document,
            text.encode(),
        )
        (again,) = read_bytes(found.raw, Source("a"))
        assert isinstance(again, Record)
        assert again.key == found.key

    def test_one_with_nothing_disclosed_is_no_plain_credential(self):
        made = as_json(sd_jwt(badge(_sd=[digest("x")], _sd_alg="sha-256"), typ="vc+sd-jwt"), general=False)
        del made["header"]
        assert only(made).form == "sd-jwt"

    def test_one_with_a_holders_signature_is_a_presentation(self):
        made = json.dumps(as_json(compact(binding=True))).encode()
        found = read_presentation(made, Source("a"))
        assert not isinstance(found, Unreadable)
        assert (found.form, found.raw) == ("sd-jwt", made)
        assert isinstance(read_presentation(json.dumps(as_json(compact())).encode(), Source("a")), Unreadable)

    def test_disclosures_beside_a_second_signature_are_refused(self):
        made = as_json(compact(), general=True)
        made["signatures"].append(made["signatures"][0])
        (found,) = read(made)
        assert (found.code, found.values) == ("parts_do_not_fit", {"why": "form"})

    @pytest.mark.parametrize(
        "header",
        [{"disclosures": 7}, {"disclosures": [7]}, {"disclosures": ["a~b"]}, {"disclosures": [], "kb_jwt": ["x"]}],
    )
    def test_strange_parts_are_refused(self, header):
        (found,) = read({**as_json(compact(), general=False), "header": header})
        assert found.code == "parts_do_not_fit"

    def test_it_is_sent_as_the_text_that_it_is(self):
        text = compact(binding=True)
        assert reader.compact(json.dumps(as_json(text, general=True))) == text


def enveloped(kind, media, text):
    return {"@context": "https://www.w3.org/ns/credentials/v2", "type": kind, "id": f"data:application/{media},{text}"}


class TestEnvelopes:
    @pytest.mark.parametrize(
        ("kind", "media", "faults"),
        [
            ("EnvelopedVerifiableCredential", "vc+jwt", []),
            ("EnvelopedVerifiableCredential", "jwt", []),
            ("EnvelopedVerifiableCredential", "vp+jwt", ["wrong_media_type"]),
            ("EnvelopedVerifiablePresentation", "vc+jwt", ["wrong_media_type"]),
            ("EnvelopedVerifiablePresentation", "vp+jwt", ["wrong_media_type"]),
            ("EnvelopedVerifiableCredential", "vc+sd-jwt", ["wrong_media_type"]),
        ],
    )
    def test_a_credential_is_in_one_that_says_so(self, kind, media, faults):
        found = only(enveloped(kind, media, token(badge(), typ="vc+jwt")))
        assert [fault.code for fault in found.faults] == faults

    def test_one_in_parts_is_in_one_that_says_so(self):
        made = sd_jwt(badge(), typ="vc+sd-jwt")
        assert only(enveloped("EnvelopedVerifiableCredential", "vc+sd-jwt", made)).faults == ()
        assert only(enveloped("EnvelopedVerifiableCredential", "vc+jwt", made)).faults != ()

    def test_a_presentation_is_in_one_that_says_so(self):
        held = {"@context": ["https://www.w3.org/ns/credentials/v2"], "type": ["VerifiablePresentation"]}
        text = token({**held, "verifiableCredential": [badge()]}, typ="vp+jwt")
        for kind, faults in (("Presentation", 0), ("Credential", 1)):
            made = json.dumps(enveloped(f"EnvelopedVerifiable{kind}", "vp+jwt", text)).encode()
            found = read_presentation(made, Source("a"))
            assert not isinstance(found, Unreadable)
            assert len(found.faults) == faults


class TestAnswers:
    @pytest.mark.parametrize(
        "answer",
        [
            lambda text: {"format": "jwt_vc_json", "credential": text},
            lambda text: {"credentials": [{"credential": text}], "notification_id": "x"},
            lambda text: {"credential": badge(name="a copy"), "credentialJwt": text},
        ],
    )
    def test_the_record_in_what_a_service_answered_is_read(self, answer):
        text = token(badge(), typ="vc+jwt")
        found = only(answer(text))
        assert (found.name, found.raw) == ("Forklift Safety", text.encode())

    def test_what_europass_takes_is_the_record_inside(self):
        assert only({"credential": european(), "deliveryDetails": {"deliveryAddress": ["a@b.example"]}}).kind == "edc"

    @pytest.mark.parametrize(
        "value",
        [
            {"credential": "hunter2", "credentials": ["a", "b"]},
            {"credential": {"user": "ana"}},
            {"credentials": [{"id": "c", "format": "dc+sd-jwt"}]},
            {"credential": None},
        ],
    )
    def test_what_only_has_the_word_in_it_is_no_record(self, value):
        assert codes(read(value)) == ["not_a_record"]

    def test_a_record_that_has_the_word_in_it_is_one_record(self):
        assert codes(read(badge(credential=badge()))) == ["record"]


def old(**changes):
    """A badge of the first data model as a token's claims wrap it."""
    vc = {
        **badge(issuer="", issuanceDate="", validFrom=None, validUntil=None, **changes),
        "@context": ["https://www.w3.org/2018/credentials/v1", "https://purl.imsglobal.org/spec/ob/v3p0/context.json"],
    }
    return {
        "iss": "did:web:school.example",
        "nbf": SECONDS,
        "vc": {key: one for key, one in vc.items() if one is not None},
    }


class TestClaims:
    def test_what_is_left_empty_is_what_the_claims_say(self):
        found = only(token(old(), typ="JWT"))
        assert (found.issuer.id, found.valid_from, found.faults) == (
            "did:web:school.example",
            "2026-01-01T00:00:00Z",
            (),
        )

    def test_an_end_left_empty_that_no_claim_says_stays_unreadable(self):
        found = only(token(old(expirationDate=""), typ="JWT"))
        assert [fault.code for fault in found.faults] == ["unreadable_date"]

    @pytest.mark.parametrize(
        ("dates", "faults"),
        [
            ({"issuanceDate": "2026-01-01T00:00:00Z", "validFrom": "2022-12-31T00:00:00Z"}, []),
            ({"issuanceDate": "2022-12-31T00:00:00Z", "validFrom": "2026-01-01T00:00:00Z"}, ["claims_disagree"]),
            ({"validFrom": "2022-12-31T00:00:00Z"}, []),
        ],
    )
    def test_nbf_is_the_start_that_the_data_model_names(self, dates, faults):
        payload = old()
        payload["vc"] = {**{key: one for key, one in payload["vc"].items() if key != "issuanceDate"}, **dates}
        found = only(token(payload, typ="JWT"))
        assert [fault.code for fault in found.faults] == faults
        # Of two starts the later one counts.
        assert found.valid_from == "2026-01-01T00:00:00Z"


@pytest.mark.parametrize("data", [b"\xd2\x84\x43\xa1\x01\x26\xa0", b"d28443a10126a0\n", b"0oRDoQEmoA"])
def test_cose_is_told_by_sight_as_bytes_hex_and_base64(data):
    (found,) = read_bytes(data, Source("a"))
    assert isinstance(found, Unreadable)
    assert found.values == {"looks_like": "cose"}


def test_a_clr_of_version_1_is_told_by_sight():
    (found,) = read({"@context": "https://purl.imsglobal.org/spec/clr/v1p0/context/clr_v1p0.jsonld", "type": "Clr"})
    assert found.values == {"looks_like": "clr1"}
