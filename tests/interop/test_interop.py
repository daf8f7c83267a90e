"""Presentations made here, checked by other people's implementations (npm), offline; and refused there when changed.

Needs Node and npm (`conftest.py`). The packages are installed once from `package-lock.json`.
"""

import copy
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from application_pages import LABELS
from signed_records import LEARNER_SEED, MARKET_SEED, four_records, record_of, signed_badge

from app.applying.holder import holder_of
from app.applying.presentation import Presentation, request_for, sign_presentation
from app.applying.statement import Statement
from app.places import asset
from app.trust.proofs import add_proof

LIBRARIES = ["@digitalbazaar/vc", "@digitalcredentials/vc"]
CHALLENGE, DOMAIN = "c7b6d2b0f1f34a3a9d3c5e6f7a8b9c0d", "Lakeside Practice Clinic"
NOW = "2026-03-11T00:00:00Z"

Answer = dict[str, Any]
Verify = Callable[..., list[Answer]]


@pytest.fixture
def verify(run_node: Callable[..., str], tmp_path: Path) -> Verify:
    """Check presentations with both libraries in one run of Node: each job's answers, one after the other."""

    def run(*documents: Any, challenge: str = CHALLENGE, domain: str = DOMAIN) -> list[Answer]:
        texts = [one.content.decode() if isinstance(one, Presentation) else json.dumps(one) for one in documents]
        asked = {"challenge": challenge, "domain": domain, "now": NOW}
        jobs = tmp_path / "jobs.json"
        jobs.write_text(json.dumps([{"text": text, **asked} for text in texts]), "utf-8")
        answers = json.loads(run_node("verify.mjs", asset("contexts"), jobs))
        assert [list(answer) for answer in answers] == [LIBRARIES] * len(documents)
        return [one for answer in answers for one in answer.values()]

    return run


@pytest.fixture(scope="module", params=["eddsa-rdfc-2022", "Ed25519Signature2020"])
def made(request: pytest.FixtureRequest) -> Presentation:
    """Each data model that a presentation can be of, with all records that it can hold and the learner's own words."""
    form = request.param
    older = form == "Ed25519Signature2020"
    numbers = signed_badge(
        "Numbers",
        data_model="1.1" if older else "2.0",
        extra_subject={"creditsEarned": 1.5, "term": "Otoño 2025 “ñ” 🩺"},
    )
    records = [one for one in four_records() if not older or one.data_model == "1.1"]
    return signed([*records, record_of(numbers)], [Statement("Speak Spanish", "Hablo español.\nIn two lines.")], form)


def signed(records: list[Any], statements: list[Statement], form: Any = "eddsa-rdfc-2022") -> Presentation:
    return sign_presentation(
        records,
        statements,
        request_for("Trainee", DOMAIN, CHALLENGE),
        seed=LEARNER_SEED,
        created=datetime(2026, 3, 10, 18, 42, tzinfo=UTC),
        labels=LABELS,
        practice=True,
        form=form,
        ends=datetime(2026, 4, 10, tzinfo=UTC),
    )


def held(made: Presentation) -> int:
    return len(made.document["verifiableCredential"])


def test_both_libraries_accept_holder_and_every_record(verify: Verify, made: Presentation) -> None:
    for answer in verify(made):
        assert answer["verified"], answer
        assert answer["holder"]
        assert answer["records"] == [True] * held(made)


def changed(made: Presentation, change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    document = copy.deepcopy(dict(made.document))
    change(document)
    return document


def rename(place: int) -> Callable[[dict[str, Any]], object]:
    def change(document: dict[str, Any]) -> None:
        document["verifiableCredential"][place]["credentialSubject"]["achievement"]["name"] = "Brain Surgery"

    return change


def test_a_changed_record_is_refused(verify: Verify, made: Presentation) -> None:
    answers = verify(*(changed(made, rename(place)) for place in range(held(made))))
    for number, answer in enumerate(answers):
        assert not answer["verified"]
        assert not answer["holder"]
        assert answer["records"] == [index != number // len(LIBRARIES) for index in range(held(made))]


@pytest.mark.parametrize("change", [{"challenge": "another"}, {"domain": "another.example"}])
def test_another_challenge_or_domain_is_refused(verify: Verify, made: Presentation, change: dict[str, str]) -> None:
    """Both when the verifier asks for another and when someone writes another into the proof."""
    rewritten = changed(made, lambda document: document["proof"].update(change))
    for answer in verify(made, rewritten, **change):
        assert not answer["verified"]
        assert not answer["holder"]
        assert all(answer["records"])


def test_a_record_taken_out_or_put_in_is_refused(verify: Verify, made: Presentation) -> None:
    taken = changed(made, lambda document: document["verifiableCredential"].pop())
    put = changed(made, lambda document: document["verifiableCredential"].append(signed_badge("Brain Surgery")))
    for answer in verify(taken, put):
        assert not answer["holder"]
        assert all(answer["records"])


def test_a_record_swapped_for_another_of_the_same_is_refused(verify: Verify, made: Presentation) -> None:
    def swap(document: dict[str, Any]) -> None:
        document["verifiableCredential"][0] = copy.deepcopy(document["verifiableCredential"][1])

    for answer in verify(changed(made, swap)):
        assert not answer["verified"]
        assert not answer["holder"]
        assert all(answer["records"])


def test_a_signature_for_another_use_is_refused(verify: Verify, made: Presentation) -> None:
    """One that the holder made as an issuer makes it, over the same words and the same request."""
    unsigned = {key: value for key, value in made.document.items() if key != "proof"}
    learner = holder_of(LEARNER_SEED)
    asserted = add_proof(
        unsigned,
        seed=learner.seed,
        verification_method=learner.method,
        purpose="assertionMethod",
        created="2026-03-10T18:42:00Z",
        suite="Ed25519Signature2020" if made.form == "Ed25519Signature2020" else "eddsa-rdfc-2022",
        challenge=CHALLENGE,
        domain=DOMAIN,
    )
    for answer in verify(asserted):
        assert not answer["verified"]
        assert not answer["holder"]
        assert all(answer["records"])


def test_another_holder_or_practice_mark_is_refused(verify: Verify, made: Presentation) -> None:
    mark = {"id": "urn:uuid:1"} if "name" not in made.document else {"name": "Application: Trainee"}
    changes = ({"holder": holder_of(MARKET_SEED).did}, mark)
    for answer in verify(*({**made.document, **change} for change in changes)):
        assert not answer["verified"]
        assert not answer["holder"]


def test_numbers_mean_the_same_there(verify: Verify) -> None:
    """Not 1e-7: jsonld.js 9 takes a number that JavaScript writes without a point for a whole one, and signs 0."""
    numbers = [3, 1.5, 0.1, 123456789012, 1e20, 1.0, -0.25, 100.0, 2.5e300, 1.25e-7]
    records = [record_of(signed_badge(f"Credits {value}", extra_subject={"creditsEarned": value})) for value in numbers]
    for answer in verify(signed(records, [])):
        assert answer["verified"], answer
        assert answer["records"] == [True] * len(numbers)


def test_an_expired_record_keeps_the_rest_sound(verify: Verify) -> None:
    """They say of it that it expired, of the holder's proof and the other record that they hold."""
    expired = signed_badge("CPR", extra={"validUntil": "2026-01-31T00:00:00Z"})
    for answer in verify(signed([record_of(expired), four_records()[2]], [])):
        assert answer["holder"]
        assert answer["records"] == [False, True]
        assert "expire" in answer["reasons"][1].lower() or "validuntil" in answer["reasons"][1].lower()
