"""`ecdsa-sd-2023`: base and derived proofs, and what a holder must not do with them."""

import pytest
from openvc.keys import P256SigningKey
from openvc.proof.ecdsa_sd import EcdsaSdProofSuite
from statement_samples import BY, MANDATORY, SUBJECT, made
from trust_samples import NOW, OB3, VC2, answer, with_options

from app.trust.contexts import shipped
from app.trust.documents import NO_DOCUMENTS
from app.trust.inline import MeaningError
from app.trust.keys import find_key
from app.trust.multibase import decode_multibase
from app.trust.proofs import verify_proofs
from app.trust.sd import NAME, _decode
from app.trust.selection import path_of, select
from bench.signers import base_proof, base_value, derived, derived_parts, key, sd_value, with_derived


class TestBase:
    def test_it_holds_and_a_change_breaks_it(self):
        document = base_proof(made(), BY, MANDATORY)
        assert answer(document, "format") == ("yes", "all_defined")
        assert answer(document) == ("yes", "sound")
        assert answer(document, "issuer_binding") == ("yes", "key_names_itself")
        for change in ({"name": "Other"}, {"validUntil": "2028-01-01T00:00:00Z"}, {"description": "More"}):
            assert answer({**document, **change}) == ("no", "broken")
        assert answer(with_options(document, created="2026-01-02T03:04:06Z")) == ("no", "broken")
        assert answer({**document, "extra": "x"}, "format") == ("no", "undefined_term")

    @pytest.mark.parametrize(
        "pointers",
        [
            [],
            [""],
            ["/issuer"],
            ["/issuer/name", "/name"],
            ["/credentialSubject/result/1"],
            ["/credentialSubject/result/0/value", "/credentialSubject/result/1"],
            ["/credentialSubject/achievement/criteria/narrative", "/type/1"],
            ["/type/0", "/issuer/type/0", "/credentialSubject/0/achievement/0/name"],
        ],
    )
    def test_pointers_lead_to_what_must_stay(self, pointers):
        document = base_proof(made(), BY, pointers)
        assert answer(document) == ("yes", "sound")
        assert answer({**document, "name": "Other"}) == ("no", "broken")

    @pytest.mark.parametrize(
        "pointer", ["/none", "/issuer/none", "/credentialSubject/result/2", "issuer", "/a~2", "/name/x"]
    )
    def test_pointers_that_lead_nowhere_are_no(self, pointer):
        document = base_proof(made(), BY, [])
        signature, _, _, signatures, _ = _decode(decode_multibase(document["proof"]["proofValue"]))
        value = base_value(signature, key("P-256", 99), signatures, [pointer])
        assert answer(with_options(document, proofValue=value)) == ("no", "broken")

    def test_a_statement_dropped_with_its_signature_leaves_what_is_missing_unknown(self):
        """Nothing signed counts the statements, so a base proof guarantees no more than a derived one."""
        bare = made(id="urn:uuid:5c1f8e0a-0001-4000-8000-000000000001", validUntil="2026-02-01T00:00:00Z")
        document = base_proof(bare, BY, ["/issuer"])
        assert answer(document, "in_force") == ("no", "expired")
        cut = derived(bare, BY, ["/issuer"], ["/validFrom", "/credentialSubject/achievement"])
        assert answer(cut) == ("yes", "sound")
        assert answer(cut, "in_force") == ("not checked", "may_be_left_out")
        whole = base_proof({**bare, "validUntil": "2027-01-01T00:00:00Z"}, BY, ["/issuer"])
        assert answer(whole, "in_force") == ("yes", "in_force")
        endless = base_proof({name: value for name, value in bare.items() if name != "validUntil"}, BY, ["/issuer"])
        assert answer(endless) == ("yes", "sound")
        assert answer(endless, "in_force") == ("not checked", "may_be_left_out")
        assert answer(endless, "status") == ("not checked", "may_be_left_out")

    def test_another_implementation_signs_the_same(self):
        document = made()
        suite = EcdsaSdProofSuite()
        signing = P256SigningKey(BY.private, BY.method)
        contexts = {"extra_contexts": {url: {"@context": shipped()[url]} for url in (VC2, OB3)}}
        base = suite.add_base_proof(
            document, signing_key=signing, verification_method=BY.method, mandatory_pointers=MANDATORY, **contexts
        )
        assert answer(base) == ("yes", "sound")
        ours = derived(document, BY, MANDATORY, SUBJECT)
        assert suite.verify(ours, now=NOW, **contexts)

    def test_what_another_implementation_shows_holds(self):
        """Where it names no blank node: openvc-core writes "_:b0" for each, which is refused in any record."""
        named = made(id="urn:uuid:5c1f8e0a-0001-4000-8000-000000000001")
        suite, signing = EcdsaSdProofSuite(), P256SigningKey(BY.private, BY.method)
        contexts = {"extra_contexts": {url: {"@context": shipped()[url]} for url in (VC2, OB3)}}
        base = suite.add_base_proof(
            named, signing_key=signing, verification_method=BY.method, mandatory_pointers=MANDATORY, **contexts
        )
        theirs = suite.derive_proof(base, selective_pointers=["/credentialSubject/achievement/name"], **contexts)
        assert answer(theirs) == ("yes", "sound")


class TestDerived:
    def test_it_holds_and_a_change_breaks_it(self):
        document = derived(made(), BY, MANDATORY, [*SUBJECT, "/credentialSubject/result/1"])
        assert "name" not in document
        assert document["credentialSubject"]["result"] == [{"type": ["Result"], "value": "70"}]
        assert answer(document, "format") == ("yes", "all_defined")
        assert answer(document) == ("yes", "sound")
        assert answer(document, "issuer_binding") == ("yes", "key_names_itself")
        assert answer(document, "in_force") == ("yes", "in_force")
        for change in ({"name": "Other"}, {"name": "Forklift safety"}, {"validUntil": "2028-01-01T00:00:00Z"}):
            assert answer({**document, **change}) == ("no", "broken")
        assert answer(with_options(document, created="2026-01-02T03:04:06Z")) == ("no", "broken")

    @pytest.mark.parametrize("left_out", MANDATORY)
    def test_what_must_stay_cannot_be_left_out(self, left_out):
        less = [pointer for pointer in MANDATORY if pointer != left_out]
        _, parts = derived_parts(made(), BY, MANDATORY, SUBJECT)
        shown, other = derived_parts(made(), BY, less, SUBJECT)
        parts[2:] = other[2:]
        shown = {"issuer": BY.did, **shown}
        assert answer(with_derived(made(), BY, shown, parts))[0] != "yes"
        if left_out == "/validUntil":
            assert answer(with_derived(made(), BY, shown, parts)) == ("no", "broken")

    def test_a_kept_statement_needs_its_signature(self):
        shown, parts = derived_parts(made(), BY, MANDATORY, SUBJECT)
        for signatures in (parts[2][:-1], [*parts[2], parts[2][0]], [parts[2][1], parts[2][0], *parts[2][2:]], []):
            assert answer(with_derived(made(), BY, shown, [*parts[:2], signatures, *parts[3:]])) == ("no", "broken")

    def test_statements_of_a_key_of_the_holders_are_no(self):
        """The issuer signs the key of the proof: another one cannot make more statements."""
        shown, parts = derived_parts(made(), BY, MANDATORY, SUBJECT)
        parts[1] = key("P-256", 98).multikey_bytes
        assert answer(with_derived(made(), BY, shown, parts)) == ("no", "broken")

    def test_one_signed_node_is_not_told_twice(self):
        """Two results said of one label would carry one signed statement twice."""
        document = made()
        keep = [*SUBJECT, "/credentialSubject/result/0"]
        shown, parts = derived_parts(document, BY, MANDATORY, keep)
        subject = shown["credentialSubject"]
        twice = {**shown, "credentialSubject": {**subject, "result": [subject["result"][0], subject["result"][0]]}}
        labels = parts[3]
        for one in labels.values():
            more = {**labels, max(labels) + 1: one}
            assert answer(with_derived(document, BY, twice, [*parts[:3], more, parts[4]])) == ("no", "broken")
            assert answer(with_derived(document, BY, shown, [*parts[:3], more, parts[4]])) == ("no", "broken")

    @pytest.mark.parametrize(
        "change",
        [
            {3: {}},
            {3: []},
            {3: {"0": bytes(32)}},
            {3: {0: bytes(31)}},
            {3: {0: "x" * 32}},
            {4: [10_000]},
            {4: ["0"]},
            {4: {}},
            {4: []},
            {2: {}},
            {2: ["x"]},
            {2: [bytes(63)]},
            {1: b""},
            {1: bytes(35)},
            {1: b"\x80\x24" + bytes(33)},
            {0: bytes(64)},
            {0: b""},
            {0: None},
        ],
    )
    def test_proof_values_out_of_shape_are_no(self, change):
        shown, parts = derived_parts(made(), BY, MANDATORY, SUBJECT)
        bad = [change.get(place, part) for place, part in enumerate(parts)]
        assert answer(with_derived(made(), BY, shown, bad)) == ("no", "broken")

    @pytest.mark.parametrize(
        "value",
        [
            None,
            5,
            "",
            "u",
            "u2V0B",
            "u2V0BhQ",
            "z11",
            sd_value(b"\xd9\x5d\x01", [1, 2, 3, 4]),
            sd_value(b"\xd9\x5d\x01", {}),
            sd_value(b"\xd9\x5d\x02", [b"", b"", [], {}, []]),
            "u" + "2V0B" + "gYGB" * 40_000,
            sd_value(b"\xd9\x5d\x00", [bytes(64), bytes(35), bytes(32), [], ["/0" * 60_000]]),
        ],
    )
    def test_proof_values_that_are_none_are_no(self, value):
        document = derived(made(), BY, MANDATORY, SUBJECT)
        assert answer(with_options(document, proofValue=value)) == ("no", "broken")

    def test_it_is_for_p256_alone(self):
        other = key("P-384")
        document = derived(made(), BY, MANDATORY, SUBJECT)
        assert answer(with_options(document, verificationMethod=other.method)) == ("no", "key_not_for_suite")
        assert find_key(other.method, NO_DOCUMENTS).kind == "P-384"

    def test_a_stranger_cannot_sign_for_the_issuer(self):
        document = derived(made(), key("P-256", 8), MANDATORY, SUBJECT)
        assert answer(document) == ("yes", "sound")
        assert answer(document, "issuer_binding") == ("no", "key_of_another")

    def test_undefined_and_respelled_terms_are_refused(self):
        document = derived(made(), BY, MANDATORY, SUBJECT)
        respelled = {**document, "https://www.w3.org/2018/credentials#validUntil": document["validUntil"]}
        del respelled["validUntil"]
        assert answer(respelled, "format") == ("no", "respelled_term")
        assert answer({**document, "extra": "x"}, "format") == ("no", "undefined_term")

    def test_its_purpose_and_dates_count(self):
        document = base_proof(made(), BY, MANDATORY, expires="2026-02-01T00:00:00Z")
        assert answer(document) == ("yes", "sound")
        assert answer(document, "in_force") == ("no", "proof_expired")
        assert answer(base_proof(made(), BY, MANDATORY, proofPurpose="authentication")) == ("no", "wrong_purpose")


def test_much_work_is_refused():
    document = base_proof(made(), BY, MANDATORY)
    many = {**document, "proof": [document["proof"]] * 16}
    assert answer(many) == ("yes", "sound")
    subject = document["credentialSubject"]
    result = [{"type": ["Result"], "value": str(number)} for number in range(1500)]
    with pytest.raises(MeaningError):
        verify_proofs(
            {**document, "credentialSubject": {**subject, "result": result}},
            purpose="assertionMethod",
            documents=NO_DOCUMENTS,
        )


def test_proof_values_that_are_long_together_are_refused():
    document = base_proof(made(), BY, MANDATORY)
    long = {**document["proof"], "proofValue": "u2V0BhQ" + "AQEB" * 40_000}
    assert answer({**document, "proof": [long] * 3}) == ("no", "broken")
    assert answer({**document, "proof": [long] * 4}, "format") == ("no", "too_complex")


def test_a_record_whose_ids_look_like_our_names_for_its_nodes_is_not_taken_apart():
    """Its node of that id and a node without one would be one; the pointers cannot be followed."""
    document = base_proof(made(), BY, MANDATORY)
    subject = {**document["credentialSubject"], "id": f"{NAME}0"}
    found = answer({**document, "credentialSubject": subject})
    assert found == ("not checked", "unsupported_suite")


def test_selection_keeps_ids_and_types_on_the_way():
    document = {
        "@context": [VC2, OB3],
        "id": "urn:1",
        "type": ["A"],
        "one": {"id": "urn:2", "type": "B", "x": 1, "y": [{"z": 2, "w": 3}, "text"]},
        "a/b": {"m~n": 8},
    }
    kept = {"@context": [VC2, OB3], "id": "urn:1", "type": ["A"]}
    assert select(document, []) == kept
    assert select(document, ["/one/x"]) == {**kept, "one": {"id": "urn:2", "type": "B", "x": 1}}
    assert select(document, ["/one/y/0/z"])["one"]["y"] == [{"z": 2}]
    assert select(document, ["/one/y/1", "/one/y/0/w"])["one"]["y"] == [{"w": 3}, "text"]
    assert select(document, ["/a~1b/m~0n"])["a/b"] == {"m~n": 8}
    assert select(document, ["/one/y", "/one/y/0/z"])["one"]["y"] == document["one"]["y"]
    assert select(document, [""]) == document
    assert path_of("/a~1b/m~0n") == ("a/b", "m~n")
    for long in ("/0" * 101, "/" + "x" * 2000):
        with pytest.raises(ValueError, match="/"):
            path_of(long)
