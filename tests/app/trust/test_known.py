"""Looking for an issuer in lists: files, websites, lists of lists and federations, honest and forged."""

import json
from datetime import timedelta

import pytest
from issuer_lists import (
    COLLECTION,
    FEDERATION,
    FETCH,
    HOME,
    LIST,
    LISTING,
    SCHOOL,
    about,
    anchor,
    at,
    collection,
    held,
    member,
    plain_list,
    statement,
)
from signed_texts import b64, jwk, raw_token
from trust_samples import ISSUER, LEARNER, NOW, badge, checks, did, signed

from app.trust.dated import dated
from app.trust.documents import NO_DOCUMENTS, HeldDocument
from app.trust.federation import NotBelievedError, anchor_of
from app.trust.known import NOT_LOOKED_IN, known_issuer, list_state
from app.trust.registries import Registry, read_registry

OTHER = "did:web:other.example"


def answer(lists, documents=NO_DOCUMENTS, issuer=SCHOOL, now=NOW, **options):
    found = known_issuer(issuer, lists, documents, now, **options)
    return found.answer, found.reason


def federated(pages, gone=(), issuer=SCHOOL, keys=None, now=NOW, when=NOW, **options):
    keys = {FEDERATION: frozenset(keys)} if keys else {}
    return answer([at(FEDERATION, keys=keys)], held(pages, gone, when), issuer, now, **options)


SOUND = {FEDERATION: anchor(), about(): member()}
YES, NO = ("yes", "issuer_listed"), ("no", "issuer_not_listed")


def unsound(reason):
    return ("not checked", reason)


class TestListsThatStandAlone:
    def test_a_list_at_an_address_is_looked_up_like_any_page(self):
        pages = held({LIST: json.dumps(plain_list(SCHOOL, title="State schools")).encode()})
        found = known_issuer(SCHOOL, [at(LIST)], pages, NOW)
        assert (found.answer, found.as_of, dict(found.values)) == (
            "yes",
            NOW,
            {"registry": "State schools", "name": f"Name of {SCHOOL}"},
        )
        assert answer([at(LIST)], pages, OTHER) == NO

    @pytest.mark.parametrize(
        ("failure", "reason"),
        [
            ("not_found", "list_not_there"),
            ("no_answer", "list_silent"),
            ("too_big", "list_unreadable"),
            ("private_address", "list_not_safe"),
            ("not_secure", "list_not_safe"),
        ],
    )
    def test_a_list_that_did_not_come_is_not_checked_and_says_why(self, failure, reason):
        assert answer([at(LIST)], held({}, {LIST: failure})) == unsound(reason)

    def test_a_list_nobody_asked_for_and_one_that_is_none(self):
        assert answer([at(LIST)]) == unsound("list_not_asked")
        assert answer([at(LIST)], held({LIST: b"<html>"})) == unsound("list_unreadable")
        assert answer([at("http://lists.example/a")]) == unsound("list_not_safe")

    def test_another_list_that_names_the_issuer_is_enough(self):
        mine = Registry("mine", NOW - timedelta(days=3), {SCHOOL: "School"})
        found = known_issuer(SCHOOL, [at(LIST), mine], NO_DOCUMENTS, NOW)
        assert (found.answer, found.values["registry"], found.as_of) == ("yes", "mine", NOW - timedelta(days=3))

    def test_no_is_said_only_where_every_list_was_looked_in(self):
        one, other = Registry("one", NOW, {}), Registry("other", NOW - timedelta(days=9), {})
        found = known_issuer(SCHOOL, [one, other], NO_DOCUMENTS, NOW)
        assert (found.answer, found.reason) == NO
        assert (found.values["registries"], found.as_of) == (("one", "other"), NOW - timedelta(days=9))
        away = known_issuer(SCHOOL, [one, at(LIST)], NO_DOCUMENTS, NOW)
        assert (away.answer, away.values["registry"]) == ("not checked", ("lists.example/registry.json",))

    def test_several_that_could_not_be_looked_in_are_all_named_with_why(self):
        lists = [at(LIST), at("https://b.example/x")]
        assert answer(lists) == unsound("lists_not_asked")
        found = known_issuer(SCHOOL, lists, held({}, {LIST: "no_answer"}), NOW)
        assert found.reason == "lists_not_looked_in"
        assert found.values["why"] == ("lists.example/registry.json: list_silent", "b.example/x: list_not_asked")

    def test_an_old_yes_is_not_checked_since_and_an_old_no_stays(self):
        old = Registry("old", NOW - timedelta(days=100), {SCHOOL: "School"})
        found = dated(known_issuer(SCHOOL, [old], NO_DOCUMENTS, NOW), NO_DOCUMENTS, NOW, timedelta(days=90))
        assert (found.answer, found.reason) == unsound("not_asked_since")
        fresh = Registry("fresh", NOW, {SCHOOL: "School"})
        assert known_issuer(SCHOOL, [old, fresh], NO_DOCUMENTS, NOW).values["registry"] == "fresh"
        gone = known_issuer(OTHER, [old], NO_DOCUMENTS, NOW)
        assert dated(gone, NO_DOCUMENTS, NOW, timedelta(days=90)).answer == "no"

    def test_a_record_is_checked_with_all_of_them(self):
        pages = held({LIST: plain_list(did(ISSUER))})
        assert checks(signed(badge()), registries=[at(LIST)], documents=pages)["known_issuer"].answer == "yes"


class TestListsThatNameLists:
    def test_every_list_it_names_is_looked_in(self):
        named = collection(("Plain", "dcc-legacy", LIST), ("Federation", "oidf", FEDERATION))
        pages = {COLLECTION: json.dumps(named).encode(), LIST: plain_list(OTHER), **SOUND}
        assert answer([at(COLLECTION)], held(pages)) == YES
        assert answer([at(COLLECTION)], held(pages), OTHER) == YES
        gone = {about("did:web:x.example"): "not_found"}
        found = known_issuer("did:web:x.example", [at(COLLECTION)], held(pages, gone), NOW)
        assert (found.reason, found.values["registries"]) == ("issuer_not_listed", ("Plain", "State federation"))

    def test_a_file_that_names_lists_is_read_like_one_at_an_address(self):
        read = read_registry(json.dumps(collection(("Plain", "dcc-legacy", LIST))).encode(), "file", NOW)
        assert answer([read], held({LIST: plain_list(SCHOOL)})) == YES
        assert list_state(read, NO_DOCUMENTS).kind == "lists"

    @pytest.mark.parametrize(
        "entry", [("New", "vc-recognition", LIST), ("Odd", "oidf", LIST), ("Odd", "dcc-legacy", FEDERATION)]
    )
    def test_a_kind_that_is_not_known_is_not_looked_in(self, entry):
        pages = held({COLLECTION: json.dumps(collection(entry)).encode(), LIST: plain_list(OTHER), **SOUND})
        assert answer([at(COLLECTION)], pages) == unsound("list_kind_unknown")

    def test_lists_of_lists_of_lists_are_not_followed(self):
        again = collection(("Again", "dcc-legacy", COLLECTION))
        assert answer([at(COLLECTION)], held({COLLECTION: json.dumps(again).encode()})) == unsound("list_kind_unknown")


class TestFederations:
    def test_a_signed_statement_names_the_issuer_and_its_absence_is_no(self):
        assert federated(SOUND) == YES
        found = known_issuer(SCHOOL, [at(FEDERATION)], held(SOUND), NOW)
        assert dict(found.values) == {"registry": "State federation", "name": "Test School"}
        assert federated({FEDERATION: anchor()}, {about(): "not_found"}) == NO
        assert federated({FEDERATION: anchor()}) == unsound("list_not_asked")
        assert federated({FEDERATION: anchor()}, {about(): "no_answer"}) == unsound("list_silent")

    def test_its_own_listing_comes_before_asking_for_an_issuer(self):
        lists = anchor(listing=LISTING)
        assert federated({FEDERATION: lists}) == unsound("list_not_asked")
        assert federated({FEDERATION: lists, LISTING: json.dumps([OTHER]).encode()}) == NO
        assert federated({FEDERATION: lists, LISTING: json.dumps([SCHOOL]).encode()}) == unsound("list_not_asked")
        assert federated({**SOUND, FEDERATION: lists, LISTING: json.dumps([SCHOOL]).encode()}) == YES
        assert federated({**SOUND, FEDERATION: lists}, {LISTING: "no_answer"}) == YES
        assert federated({**SOUND, FEDERATION: lists, LISTING: b"<html>"}) == YES

    def test_who_speaks_of_itself_is_asked_of_nobody(self):
        assert federated(SOUND, own=True) == unsound("list_not_asked")
        mine = did(LEARNER)
        pages = held({FEDERATION: anchor(), about(mine): member(mine)})
        given = {"id": mine, "type": ["Profile"], "name": "Maya"}
        to_another = signed(
            badge(issuer=given, credentialSubject=badge()["credentialSubject"] | {"id": SCHOOL}), LEARNER
        )
        to_self = signed(badge(issuer=given), LEARNER)
        told = [
            checks(one, registries=[at(FEDERATION)], documents=pages)["known_issuer"].reason
            for one in (to_another, to_self)
        ]
        assert told == ["issuer_listed", "list_not_asked"]

    def test_a_name_that_is_no_address_is_asked_of_nobody(self):
        assert federated(SOUND, issuer="") == NO
        assert federated(SOUND, issuer="urn:school") == NO

    def test_what_counts_for_a_day_is_a_yes_for_a_day(self):
        assert federated(SOUND, now=NOW + timedelta(hours=23)) == YES
        assert federated(SOUND, now=NOW + timedelta(hours=25)) == unsound("not_asked_since")
        gone = {about(): "not_found"}
        assert federated({FEDERATION: anchor()}, gone, now=NOW + timedelta(days=9)) == NO

    @pytest.mark.parametrize("algorithm", ["EdDSA", "ES384", "RS256", "PS256"])
    def test_every_way_to_sign_that_is_allowed(self, algorithm):
        claims = {"jwks": {"keys": [jwk(algorithm, kid="key-1")]}}
        pages = {FEDERATION: anchor(claims=claims, algorithm=algorithm), about(): member(algorithm=algorithm)}
        assert federated(pages) == YES


FORGED = {
    "signed by another": {"signer": 2},
    "of another kind": {"typ": "JWT"},
    "of no kind": {"typ": None},
    "without a name of its key": {"kid": None},
    "with the name of no key": {"kid": "key-9"},
    "from another": {"claims": {"iss": "https://evil.example"}},
    "about another": {"claims": {"sub": OTHER}},
    "from nobody": {"claims": {"iss": None}},
    "without a day": {"claims": {"iat": None}},
    "without an end": {"claims": {"exp": None}},
    "of tomorrow": {"at": NOW + timedelta(days=1)},
}


class TestForgedStatements:
    @pytest.mark.parametrize("how", FORGED)
    def test_about_an_issuer(self, how):
        assert federated({FEDERATION: anchor(), about(): member(**FORGED[how])}) == unsound("list_not_sound")

    @pytest.mark.parametrize("how", FORGED)
    def test_about_itself(self, how):
        assert federated({FEDERATION: anchor(**FORGED[how]), about(): member()}) == unsound("list_not_sound")

    def test_one_that_was_over_when_it_was_asked_for(self):
        late = {"at": NOW - timedelta(days=2)}
        assert federated({FEDERATION: anchor(), about(): member(**late)}) == unsound("list_ended")
        assert federated({FEDERATION: anchor(**late), about(): member()}) == unsound("list_ended")

    def test_one_with_a_rule_that_is_not_known(self):
        rule = {"claims": {"crit": ["jti"], "jti": "1"}}
        assert federated({FEDERATION: anchor(), about(): member(**rule)}) == unsound("list_unreadable")

    @pytest.mark.parametrize("header", [{"alg": "none"}, {"alg": "NONE"}, {}])
    def test_signed_by_nobody(self, header):
        claims = {"iss": HOME, "sub": SCHOOL, "iat": NOW.timestamp(), "exp": NOW.timestamp() + 900}
        text = raw_token({"typ": "entity-statement+jwt", "kid": "key-1", **header}, claims)
        assert federated({FEDERATION: anchor(), about(): text.encode()}) == unsound("list_not_sound")

    def test_signed_with_the_public_key_as_a_secret(self):
        import hashlib
        import hmac

        claims = {"iss": HOME, "sub": SCHOOL, "iat": NOW.timestamp(), "exp": NOW.timestamp() + 900}
        head = {"typ": "entity-statement+jwt", "kid": "key-1", "alg": "HS256"}
        data = ".".join(b64(json.dumps(part)) for part in (head, claims))
        mac = hmac.new(json.dumps(jwk(kid="key-1")).encode(), data.encode(), hashlib.sha256).digest()
        assert federated({FEDERATION: anchor(), about(): f"{data}.{b64(mac)}".encode()}) == unsound("list_not_sound")

    def test_a_key_for_something_else(self):
        for other in ({"use": "enc"}, {"alg": "ES384"}, {"key_ops": ["encrypt"]}):
            claims = {"jwks": {"keys": [jwk(kid="key-1", **other)]}}
            assert federated({FEDERATION: anchor(claims=claims), about(): member()}) == unsound("list_not_sound")

    def test_words_of_an_issuer_about_itself_are_not_the_federations(self):
        """An entity configuration at the fetch address: sound by its own key, which the federation does not have."""
        own = statement({"iss": SCHOOL, "sub": SCHOOL, "jwks": {"keys": [jwk(number=5, kid="key-5")]}}, 5)
        assert federated({FEDERATION: anchor(), about(): own}) == unsound("list_not_sound")

    def test_a_statement_does_not_bring_the_key_that_it_is_signed_with(self):
        forged = member(number=5, claims={"jwks": {"keys": [jwk(number=5, kid="key-5")]}})
        assert federated({FEDERATION: anchor(), about(): forged}) == unsound("list_not_sound")

    def test_a_federation_that_is_no_federation(self):
        assert federated({FEDERATION: b"<html>"}) == unsound("list_unreadable")
        assert federated({FEDERATION: anchor(fetch="http://trust.example/fetch")}) == unsound("list_unreadable")
        assert federated({FEDERATION: anchor(), about(): b"\xff"}) == unsound("list_unreadable")


class TestKeysThatChange:
    def keys(self, **options):
        return anchor_of(at(FEDERATION), HeldDocument(anchor(**options), NOW)).keys

    def test_a_federation_with_another_key_is_not_looked_in(self):
        first = self.keys()
        assert federated(SOUND, keys=first) == YES
        other = {FEDERATION: anchor(2), about(): member(number=2)}
        assert federated(other) == YES
        assert federated(other, keys=first) == unsound("list_key_changed")

    def test_a_new_key_that_the_old_one_signed_for_is_taken(self):
        first = self.keys()
        both = anchor(1, keys=(1, 2))
        assert federated({FEDERATION: both, about(): member(number=2)}, keys=first) == YES
        known = anchor_of(at(FEDERATION, keys={FEDERATION: first}), HeldDocument(both, NOW)).keys
        assert federated({FEDERATION: anchor(2), about(): member(number=2)}, keys=known) == YES

    def test_naming_the_old_key_beside_a_new_one_is_not_signing_with_it(self):
        with pytest.raises(NotBelievedError) as error:
            anchor_of(at(FEDERATION, keys={FEDERATION: self.keys()}), HeldDocument(anchor(2, keys=(1, 2)), NOW))
        assert error.value.why == "list_key_changed"


def test_what_a_list_is_can_be_told():
    pages = held({**SOUND, LIST: plain_list(SCHOOL, OTHER), COLLECTION: collection(("A", "dcc-legacy", LIST))})
    told = [list_state(at(one), pages) for one in (LIST, COLLECTION, FEDERATION)]
    assert [(one.kind, one.number) for one in told] == [("list", 2), ("lists", 1), ("federation", None)]
    assert [(one.as_of, one.why) for one in told] == [(NOW, "")] * 3
    assert list_state(at(LIST), NO_DOCUMENTS).why == "list_not_asked"
    assert {list_state(at(FEDERATION), held({}, {FEDERATION: "no_answer"})).why} <= set(NOT_LOOKED_IN)


def test_the_question_about_an_issuer_is_one_address():
    assert about("did:web:a.example%3A8443") == f"{FETCH}?sub=did%3Aweb%3Aa.example%253A8443"
    assert about(fetch=f"{FETCH}?v=1") == f"{FETCH}?v=1&sub=did%3Aweb%3Aschool.example"
