"""What an answer may be where a holder could leave parts of a record out (`ecdsa-sd-2023`)."""

from statement_samples import BY, LIST, MANDATORY, SUBJECT, entry, made
from trust_samples import answer, at_hand, status_list

from bench.signers import derived, key, with_proof


class TestWhatMayBeLeftOut:
    """A holder can leave out any statement that need not stay: what is not there says nothing."""

    def test_an_end_that_could_be_left_out_is_unknown(self):
        ended = made(validUntil="2026-02-01T00:00:00Z")
        shown = derived(ended, BY, ["/issuer", "/validFrom"], SUBJECT)
        assert "validUntil" not in shown
        assert answer(shown) == ("yes", "sound")
        assert answer(shown, "in_force") == ("not checked", "may_be_left_out")
        assert answer(derived(ended, BY, ["/issuer", "/validFrom"], [*SUBJECT, "/validUntil"]), "in_force") == (
            "no",
            "expired",
        )

    def test_a_way_to_cancel_that_could_be_left_out_is_unknown(self):
        document = made(credentialStatus=entry())
        documents = at_hand(**{LIST: status_list(LIST, [3])})
        shown = derived(document, BY, MANDATORY, SUBJECT)
        assert "credentialStatus" not in shown
        assert answer(shown, "status", documents=documents) == ("not checked", "may_be_left_out")
        told = derived(document, BY, MANDATORY, [*SUBJECT, "/credentialStatus"])
        assert answer(told, "status", documents=documents) == ("no", "revoked")

    def test_one_of_two_ways_shown_is_not_all(self):
        both = made(credentialStatus=[entry(3), entry(4)])
        lists = at_hand(**{LIST: school_list([3])})
        shown = derived(both, BY, MANDATORY, [*SUBJECT, "/credentialStatus/1"])
        assert answer(shown) == ("yes", "sound")
        assert answer(shown, "status", documents=lists) == ("not checked", "may_be_left_out")

    def test_ways_to_cancel_that_must_stay_are_answered(self):
        both = made(credentialStatus=[entry(3), entry(4)])
        pointers = [*MANDATORY, "/credentialStatus"]
        shown = derived(both, BY, pointers, SUBJECT)
        assert answer(shown, "status", documents=at_hand(**{LIST: school_list([7])})) == ("yes", "not_canceled")
        assert answer(shown, "status", documents=at_hand(**{LIST: school_list([4])})) == ("no", "revoked")
        broken = {**shown, "validUntil": "2027-01-02T00:00:00Z"}
        found = answer(broken, "status", documents=at_hand(**{LIST: school_list([7])}))
        assert found == ("not checked", "may_be_left_out")

    def test_a_proof_of_the_holders_own_beside_it_guarantees_nothing(self):
        ended = made(validUntil="2026-02-01T00:00:00Z")
        shown = derived(ended, BY, ["/issuer", "/validFrom"], SUBJECT)
        both = with_proof(shown, "eddsa-rdfc-2022", key("Ed25519"))
        assert answer(both) == ("yes", "sound")
        assert answer(both, "in_force") == ("not checked", "may_be_left_out")
        assert answer(both, "status") == ("not checked", "may_be_left_out")


def school_list(bits):
    """A status list by the badge's own issuer."""
    unsigned = status_list(LIST, bits, issuer=BY.did)
    del unsigned["proof"]
    return with_proof(unsigned, "ecdsa-rdfc-2019", BY)
