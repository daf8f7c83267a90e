"""Presentations made here, checked by other people's implementations (npm), offline; and refused there when changed.

Needs Node and npm; skipped where they are absent. The packages are installed once from `package-lock.json`.
"""

import contextlib
import copy
import hashlib
import json
import os
import shutil
import subprocess
import tempfile
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

HERE = Path(__file__).parent
BUILD = HERE.parents[1] / "build" / "interop"
LIBRARIES = ["@digitalbazaar/vc", "@digitalcredentials/vc"]
CHALLENGE, DOMAIN = "c7b6d2b0f1f34a3a9d3c5e6f7a8b9c0d", "Lakeside Practice Clinic"
NOW = "2026-03-11T00:00:00Z"

Answer = dict[str, Any]
Verify = Callable[..., list[Answer]]

pytestmark = pytest.mark.skipif(
    shutil.which("node") is None or shutil.which("npm") is None, reason="needs Node and npm, which are not here"
)


@pytest.fixture(scope="session")
def libraries() -> Path:
    """A folder with the locked packages, installed once and again only when the lock changes.

    It is made aside and renamed, so that test runners side by side never see half of it.
    """
    digest = hashlib.sha256((HERE / "package-lock.json").read_bytes()).hexdigest()[:16]
    ready = BUILD / digest
    if not ready.exists():
        BUILD.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(dir=BUILD))
        for name in ("package.json", "package-lock.json", ".npmrc"):
            shutil.copy(HERE / name, aside)
        command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        done = subprocess.run(command, cwd=aside, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"npm could not install the verifiers (it needs its registry once): {done.stderr}"
        with contextlib.suppress(OSError):
            aside.rename(ready)
        shutil.rmtree(aside, ignore_errors=True)
    return ready


@pytest.fixture
def verify(libraries: Path, tmp_path: Path) -> Verify:
    """Check presentations with both libraries in one run of Node: each job's answers, one after the other."""

    def run(*documents: Any, challenge: str = CHALLENGE, domain: str = DOMAIN) -> list[Answer]:
        texts = [one.content.decode() if isinstance(one, Presentation) else json.dumps(one) for one in documents]
        asked = {"challenge": challenge, "domain": domain, "now": NOW}
        jobs = tmp_path / "jobs.json"
        jobs.write_text(json.dumps([{"text": text, **asked} for text in texts]), "utf-8")
        program = libraries / f"verify-{os.getpid()}.mjs"
        shutil.copy(HERE / "verify.mjs", program)
        done = subprocess.run(
            ["node", str(program), str(asset("contexts")), str(jobs)], capture_output=True, text=True, check=False
        )
        program.unlink()
        assert done.returncode == 0, done.stderr
        answers = json.loads(done.stdout)
        assert [list(answer) for answer in answers] == [LIBRARIES] * len(documents)
        return [one for answer in answers for one in answer.values()]

    return run


@pytest.fixture(scope="module")
def made() -> Presentation:
    """Both data models with both proof suites, and the learner's own words."""
    numbers = signed_badge("Numbers", extra_subject={"creditsEarned": 1.5, "term": "Otoño 2025 “ñ” 🩺"})
    return signed([*four_records(), record_of(numbers)], [Statement("Speak Spanish", "Hablo español.\nIn two lines.")])


def signed(records: list[Any], statements: list[Statement]) -> Presentation:
    return sign_presentation(
        records,
        statements,
        request_for("Trainee", DOMAIN, CHALLENGE),
        seed=LEARNER_SEED,
        created=datetime(2026, 3, 10, 18, 42, tzinfo=UTC),
        labels=LABELS,
        practice=True,
    )


def test_both_libraries_accept_holder_and_every_record(verify: Verify, made: Presentation) -> None:
    for answer in verify(made):
        assert answer["verified"], answer
        assert answer["holder"]
        assert answer["records"] == [True] * 6


def changed(made: Presentation, change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    document = copy.deepcopy(dict(made.document))
    change(document)
    return document


def rename(place: int) -> Callable[[dict[str, Any]], object]:
    def change(document: dict[str, Any]) -> None:
        document["verifiableCredential"][place]["credentialSubject"]["achievement"]["name"] = "Brain Surgery"

    return change


def test_a_changed_record_is_refused(verify: Verify, made: Presentation) -> None:
    answers = verify(*(changed(made, rename(place)) for place in range(6)))
    for number, answer in enumerate(answers):
        assert not answer["verified"]
        assert not answer["holder"]
        assert answer["records"] == [index != number // len(LIBRARIES) for index in range(6)]


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


def test_another_holder_or_practice_mark_is_refused(verify: Verify, made: Presentation) -> None:
    changes = ({"holder": holder_of(MARKET_SEED).did}, {"name": "Application: Trainee"})
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
