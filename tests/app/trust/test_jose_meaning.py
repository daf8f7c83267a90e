"""What signed texts say beside their signature: meaning, dates, seals, forms, and names that lead nowhere."""

import json

import pytest
from signed_text_checks import HTTPS, ITSELF, YES, bundle, checks, jwt, of, shown
from signed_texts import (
    SECONDS,
    as_json,
    did_jwk,
    disclosure,
    jades,
    key_binding,
    token,
)
from trust_samples import NOW, OB3, VC2, badge

from app.records.model import Source
from app.records.reading import read_bytes
from app.trust.seven import check_record


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
        assert (found["signature"], found["issuer_binding"]) == (YES, ITSELF)
        assert found["in_force"] == ("yes", "no_end_date")

    def test_words_defined_elsewhere(self):
        contexts = [VC2, "https://college.example/terms"]
        found = checks(token(of(did_jwk(), **{"@context": contexts})))
        assert found["format"] == ("not checked", "unknown_context")
        assert (found["signature"], found["issuer_binding"]) == (YES, ITSELF)
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


class TestWrittenAsJson:
    """RFC 9901, section 8: the same as the text, and no more is believed of it."""

    def test_a_sound_one(self):
        found = checks(as_json(bundle(disclosure("given_name", "Ana"))))
        assert (found["format"], found["signature"]) == (("yes", "fixed_claims"), YES)
        assert found["issuer_binding"] == ITSELF

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
