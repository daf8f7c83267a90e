"""Suites that sign the letters: contexts, numbers, and what stays unknown."""

import pytest
from trust_samples import (
    DI2,
    JWS,
    NOW,
    OB3,
    VC2,
    answer,
    badge,
    checks,
    reread,
    signed,
    sound,
    with_options,
)

from app.profile.evidence import standing
from app.trust.canonical import literal
from app.trust.contexts import FrozenResolver, shipped
from app.trust.inline import MeaningError
from app.trust.jcs import InexactNumberError, canonical_json
from app.trust.meaning import read_meaning
from app.trust.presentations import check_presentation
from bench.signers import key, with_proof

JCS = [("eddsa-jcs-2022", "Ed25519"), ("ecdsa-jcs-2019", "P-256"), ("ecdsa-jcs-2019", "P-384")]


@pytest.mark.parametrize(("suite", "kind"), JCS)
class TestLetters:
    def test_contexts_may_stand_in_the_proof_or_not(self, suite, kind):
        assert answer(sound(suite, kind, contexts=False)) == ("yes", "sound")
        assert answer(with_options(sound(suite, kind), **{"@context": None})) == ("no", "broken")

    def test_contexts_that_the_document_does_not_start_with_are_no(self, suite, kind):
        for contexts in ([OB3, VC2], [VC2, DI2], [VC2, OB3, DI2], OB3, [], [[VC2, OB3]], {}):
            document = sound(suite, kind, **{"@context": contexts})
            expected = "broken" if contexts == [] else "proof_context_differs"
            assert answer(document) == ("no", expected)
        inexact = with_options(sound(suite, kind), **{"@context": [2**60 + 1]})
        assert answer(inexact) == ("no", "proof_context_differs")

    def test_a_context_added_later_may_add_nothing(self, suite, kind):
        document = sound(suite, kind)
        harmless = {**document, "@context": [VC2, OB3, JWS]}
        assert answer(harmless) == ("yes", "sound")
        bare = {**badge(**{"@context": [VC2]}, issuer=key(kind).did), "type": ["VerifiableCredential"]}
        plain = sound(suite, kind, document={**bare, "credentialSubject": {"id": "did:example:1"}})
        assert answer(plain) == ("yes", "sound")
        for context in (JWS, {"shoeSize": "https://shoes.example/size"}):
            told = {**plain, "@context": [VC2, context], "name": "Other"}
            assert answer(told) == ("no", "broken")

    def test_terms_whose_meaning_was_not_signed_are_no(self, suite, kind):
        by = key(kind)
        bare = badge(**{"@context": [VC2, {"shoeSize": "https://shoes.example/size"}]}, shoeSize="44", issuer=by.did)
        bare = {**bare, "type": ["VerifiableCredential"], "credentialSubject": {"id": "did:example:1"}}
        assert answer(sound(suite, kind, document=bare)) == ("yes", "sound")
        document = sound(suite, kind, document=bare, **{"@context": [VC2]})
        assert answer(document, "format")[0] == "yes"
        assert answer(document) == ("no", "broken")

    def test_a_term_that_no_proof_has_is_refused_though_signed(self, suite, kind):
        for term in ("comment", "https://w3id.org/security#expiration", "jws"):
            bad = sound(suite, kind)
            bad["proof"][term] = "2020-01-01T00:00:00Z"
            assert answer(bad, "format") == ("no", "undefined_term")

    def test_an_unknown_context_leaves_the_signature_checked_and_the_meaning_not(self, suite, kind):
        by, url = key(kind), "https://vendor.example/context.json"
        made = badge(**{"@context": [VC2, OB3, url]}, issuer=by.did, vendorTerm="x")
        found = {name: (one.answer, one.reason) for name, one in checks(sound(suite, kind, document=made)).items()}
        assert found["format"] == ("not checked", "unknown_context")
        assert found["signature"] == ("yes", "sound")
        assert found["issuer_binding"] == ("yes", "key_names_itself")
        for name in ("in_force", "status"):
            assert found[name] == ("not checked", "unknown_context")
        assert standing(checks(sound(suite, kind, document=made)).values()).evidence == 2
        changed = {**sound(suite, kind, document=made), "vendorTerm": "y"}
        assert answer(changed) == ("no", "broken")
        assert answer(changed, "issuer_binding") == ("not checked", "unknown_context")
        stranger = with_proof(made, suite, key(kind, 8))
        assert answer(stranger, "issuer_binding") == ("no", "key_of_another")
        beside = with_proof(sound(suite, kind, document=made), "eddsa-rdfc-2022", key("Ed25519"), resolver=_any(url))
        assert answer(beside) == ("yes", "sound_beside_unchecked")

    def test_contexts_of_which_some_are_unknown_and_unsigned_leave_it_unchecked(self, suite, kind):
        url = "https://vendor.example/context.json"
        document = sound(suite, kind)
        added = {**document, "@context": [*document["@context"], url]}
        assert answer(added) == ("not checked", "unknown_context")

    def test_numbers_that_readers_do_not_agree_about_are_refused(self, suite, kind):
        document = sound(suite, kind)
        document["credentialSubject"]["achievement"]["creditsAvailable"] = 12345678901234567891
        assert answer(document, "format") == ("no", "bad_number")

    def test_spaces_and_order_are_not_signed(self, suite, kind):
        document = sound(suite, kind)
        assert answer(dict(reversed(document.items()))) == ("yes", "sound")

    def test_a_presentation_holds(self, suite, kind):
        by = key(kind)
        made = {"@context": [VC2], "type": ["VerifiablePresentation"], "holder": by.did}
        options = {"proofPurpose": "authentication", "challenge": "c-1", "domain": "clinic.example"}
        document = with_proof(made, suite, by, **options)

        def ask(asked):
            found = check_presentation(reread(asked), now=NOW, challenge="c-1", domain="clinic.example")
            return [one.answer for one in found]

        assert ask(document) == ["yes"] * 5
        assert ask({**document, "holder": key(kind, 8).did})[0] == "no"
        assert ask(with_proof(made, suite, key(kind, 8), **options))[1] == "no"
        assert ask(with_options(document, challenge="c-2"))[0] == "no"


def _any(url):
    return FrozenResolver({**shipped(), url: {"vendorTerm": "https://vendor.example/term"}})


def test_own_contexts_in_a_proof_over_rdf_count_only_where_they_say_the_same():
    document = signed(badge())
    assert answer(with_options(document, **{"@context": [VC2, OB3]})) == ("yes", "sound")
    assert answer(with_options(document, **{"@context": [VC2]})) == ("not checked", "proof_has_context")


def test_a_chain_over_rdf_may_rest_on_a_proof_over_letters():
    first = sound("eddsa-jcs-2022", "Ed25519", id="urn:uuid:5c1f8e0a-0009-4000-8000-000000000001")
    stripped = {name: value for name, value in first["proof"].items() if name != "@context"}
    chain = with_proof(
        {**first, "proof": stripped}, "eddsa-rdfc-2022", key("Ed25519", 8), previousProof=first["proof"]["id"]
    )
    assert answer({**chain, "proof": [first["proof"], chain["proof"][1]]}) == ("yes", "sound")


def test_canonical_json_is_that_of_rfc_8785():
    value = {"\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\U0001f600": 5, "\u0080": 6, "\u00f6": 7}
    assert canonical_json(value).decode() == '{"\\r":2,"1":4,"\x80":6,"\xf6":7,"\u20ac":1,"\U0001f600":5,"\ufb33":3}'
    numbers = [
        0.0,
        -0.0,
        5e-324,
        1.7976931348623157e308,
        9007199254740992,
        295147905179352830000.0,
        1e23,
        1e21,
        1e-6,
        1e-7,
    ]
    assert canonical_json(numbers).decode() == (
        "[0,0,5e-324,1.7976931348623157e+308,9007199254740992,295147905179352830000,1e+23,1e+21,0.000001,1e-7]"
    )
    assert canonical_json(['\x0f\n"\\/\x7f\u2028', True, None]).decode() == '["\\u000f\\n\\"\\\\/\x7f\u2028",true,null]'
    with pytest.raises(InexactNumberError):
        canonical_json({"a": [2**53 + 1]})
    with pytest.raises(ValueError, match="inf"):
        canonical_json(float("inf"))


def test_a_json_literal_with_a_number_that_readers_do_not_agree_about_is_refused():
    document = badge(**{"@context": [VC2, OB3, {"free": {"@id": "https://x.example/free", "@type": "@json"}}]})
    assert literal("[1]") in read_meaning({**document, "free": [1]}).canonical
    with pytest.raises(MeaningError) as refused:
        read_meaning({**document, "free": [2**53 + 1]})
    assert refused.value.code == "bad_number"
