"""Every answer that a check can give has a short sentence of its own, in both languages, and the right mark."""

import ast
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.journey.records.cards import mark_of
from app.records.model import Check
from app.trust.dated import _OF_FAILURES
from app.trust.known import NOT_LOOKED_IN
from app.trust.seven import CHECKS
from app.trust.status import _NOTES, _REASONS
from app.wording import Words
from app.wording.checks import REASONS
from app.wording.files import FAULTS
from app.wording.meanings import MEANINGS
from app.wording.record_facts import SHORT, short_fact

TRUST = Path(__file__).resolve().parents[3] / "app" / "trust"
NOW = datetime(2026, 3, 10, tzinfo=UTC)
VALUES = {
    "until": datetime(2027, 11, 14, tzinfo=UTC),
    "from": datetime(2027, 1, 2, tzinfo=UTC),
    "signed": datetime(2027, 1, 2, tzinfo=UTC),
    "unchecked": 1,
}
LONGEST = 34
"""Letters that fit the 218 pixels of a card's column at 15 pixels, on two lines at most."""
ASKS = {
    "proofs.verdict": "signature",
    "proofs.verify_proofs": "",
    "proofs.verify_letters": "signature",
    "proofs._verify": "signature",
    "proofs._cannot_check": "signature",
    "proofs._own_contexts": "signature",
    "suites.check_proof": "signature",
    "sd.check_statements": "signature",
    "detached.check_detached": "signature",
    "detached._other_algorithm": "signature",
    "keys.find_key": "signature",
    "keys._key_of_did_key": "signature",
    "keys._key_of_did_jwk": "signature",
    "keys._not_in": "signature",
    "keys.key_away": "signature",
    "keys.whose_key": "issuer_binding",
    "keys._listed": "issuer_binding",
    "issuers.binding": "issuer_binding",
    "badges._format": "format",
    "badges._other": "signature",
    "badges._answers": "issuer_binding",
    "hosted._signature": "signature",
    "hosted._nothing_said": "signature",
    "hosted._compared": "signature",
    "hosted._binding": "issuer_binding",
    "hosted._status": "status",
    "hosted._gone": "status",
    "dated.dated": "",
    "dated._asked": "",
    "signed_badges._signature": "signature",
    "signed_badges._public": "signature",
    "signed_badges.signed_answers": "issuer_binding",
    "signed_badges._binding": "issuer_binding",
    "signed_badges._status": "status",
    "signed_badges._listed_there": "status",
    "known.known_issuer": "known_issuer",
    "known._found": "known_issuer",
    "known._not_looked": "known_issuer",
    "force.in_force": "in_force",
    "force._judge": "in_force",
    "status.status": "status",
    "status.worst": "status",
    "status._bit_entry": "status",
    "token_status._asked": "status",
    "token_status.__init__": "",
    "status._revocation_list": "status",
    "about.about_me": "about_me",
    "seven.read_record": "format",
    "seven._read_meant": "format",
    "seven._with_form": "format",
    "jose.read_signed": "format",
    "jose._form": "format",
    "jose._complete": "format",
    "jose.verify_jws": "signature",
    "jose.cannot_verify": "signature",
    "jose_keys._of_header": "signature",
    "jose_keys._of_certificate": "signature",
    "jose_keys._served_by": "issuer_binding",
    "jose_keys._listed": "issuer_binding",
    "jose_keys._sealed": "issuer_binding",
    "seven._read": "format",
    "seven._if_kept": "status",
    "seven._unread": "",
    "status.__init__": "",
}
"""Which check each function that makes findings answers; presentations have checks of their own."""


def constants(node):
    if isinstance(node, ast.Constant):
        return [node.value]
    return [*constants(node.body), *constants(node.orelse)] if isinstance(node, ast.IfExp) else []


def findings():
    """(module.function, answer, reason) of every finding that app.trust makes with its words there."""
    for path in sorted(TRUST.glob("*.py")):
        if path.stem in {"presentations", "key_binding"}:
            continue
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(function, ast.FunctionDef):
                continue
            for call in ast.walk(function):
                if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Name)):
                    continue
                if call.func.id == "Finding":
                    for answer in constants(call.args[0]):
                        yield f"{path.stem}.{function.name}", answer, constants(call.args[1])
                elif call.func.id == "_UncheckedError":
                    yield "status.status", "not checked", constants(call.args[0])


def answers():
    """Every answer of every check that a record can get."""
    found = {(ASKS[place], answer, reason) for place, answer, reasons in findings() for reason in reasons}
    found = {one for one in found if one[0]}
    found |= {("format", "no", code) for code in (*FAULTS, *MEANINGS, "too_many_proofs")}
    found |= {("status", "no", reason) for reason in _REASONS.values()}
    found |= {("status", "yes", reason) for reason in _NOTES.values()}
    asked = {"not_asked_since", "site_not_safe", *_OF_FAILURES.values()}
    found |= {(check, "not checked", reason) for check in ("signature", "issuer_binding", "status") for reason in asked}
    found |= {("known_issuer", "not checked", reason) for reason in ("not_asked_since", *NOT_LOOKED_IN)}
    unread = {("not checked", "format_failed"), ("not checked", "unknown_context")}
    return found | {(check, *one) for check in CHECKS if check != "format" for one in unread}


def test_every_finding_is_of_a_check():
    assert {place for place, _, _ in findings()} == ASKS.keys()
    assert {check for check, _, _ in answers()} == set(CHECKS)
    assert len(answers()) > 100


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_answer_has_a_short_sentence(language):
    words = Words(language)
    for check, answer, reason in sorted(answers()):
        said = short_fact(words, check, answer, reason, VALUES, as_of=NOW, today=NOW)
        assert said
        assert "{" not in said
        assert len(said) <= LONGEST, said
        assert not said.endswith("."), "a fact on a card is no sentence with a full stop"


def test_every_yes_and_no_is_said_in_its_own_words():
    told = {(check, answer, reason) for check, answer, reason in answers() if answer != "not checked"}
    assert {one for one in told if one[0] != "format" and f"{one[0]}.{one[2]}" not in SHORT} == set()


def test_no_short_sentence_is_there_for_nothing():
    used = {f"{check}.{reason}" for check, _, reason in answers()} | {f"{check}.{kind}" for check, kind, _ in answers()}
    assert set(SHORT) <= used


def test_every_reason_has_a_long_sentence_too():
    assert {reason for _, _, reason in answers()} <= REASONS.keys()


@pytest.mark.parametrize(
    ("check", "answer", "reason", "values", "said"),
    [
        ("signature", "yes", "sound", {}, "Signature is sound"),
        ("signature", "yes", "sound", {"proofs": 2}, "Both signatures are sound"),
        ("signature", "yes", "sound", {"proofs": 4}, "All 4 signatures are sound"),
        ("signature", "yes", "sound_beside_unchecked", {"proofs": 3, "unchecked": 1}, "2 of 3 signatures are sound"),
        ("signature", "yes", "sound_beside_unchecked", {"proofs": 2, "unchecked": 1}, "1 of 2 signatures is sound"),
        ("issuer_binding", "not checked", "document_not_at_hand", {}, "Key of issuer: not checked"),
        ("in_force", "yes", "in_force", {"until": datetime(2027, 11, 14, tzinfo=UTC)}, "In force to Nov 14, 2027"),
        ("in_force", "no", "expired", {"until": datetime(2026, 1, 31, tzinfo=UTC)}, "Expired Jan 31, 2026"),
        ("status", "not checked", "status_list_not_at_hand", {}, "Canceled? Not checked"),
        ("about_me", "yes", "subject_is_your_key", {}, "It is about you"),
    ],
)
def test_short_sentences_as_the_pictures_have_them(check, answer, reason, values, said):
    assert short_fact(Words(), check, answer, reason, values, as_of=NOW, today=NOW) == said


def test_a_list_is_as_old_as_it_is():
    def said(language, year):
        as_of = datetime(year, 3, 8, tzinfo=UTC)
        return short_fact(Words(language), "status", "yes", "not_canceled", {}, as_of=as_of, today=NOW)

    assert said("en", 2026) == "Not canceled as of Mar 8"
    assert said("en", 2025) == "Not canceled as of Mar 8, 2025"
    assert said("es", 2026) == "Sin anular al 8 mar"
    assert (
        short_fact(Words("es"), "in_force", "yes", "in_force", VALUES, as_of=NOW, today=NOW) == "Vigente al 14 nov 2027"
    )


NO_MARKS = {
    "in_no_list": {"issuer_not_listed", "no_proof", "subject_is_not_yours", "key_not_listed", "key_not_for_purpose"},
    "out_of_date": {"expired", "not_yet", "proof_expired", "signed_in_future", "key_withdrawn"},
    "broken": {
        "broken", "bad_proof", "bad_key", "key_not_for_suite", "wrong_purpose", "previous_proof_missing",
        "key_of_another", "revoked", "suspended", "shared_secret", "proof_context_differs", "nothing_to_sign",
        "site_differs", "not_issuers_site",
    },
}  # fmt: skip


def test_only_what_is_broken_or_canceled_is_painted_as_danger():
    for check, answer, reason in answers():
        found = mark_of(Check(check, answer, reason, NOW))
        if answer != "no":
            assert found == {"yes": "yes", "not checked": "not_checked"}[answer]
        elif check == "format":
            assert found == "broken"
        else:
            assert reason in NO_MARKS[found], (check, reason, found)
