"""The practice world: made again to the byte, each record's seven answers as meant, nothing that passes for real."""

import base64
import gzip
import json
from pathlib import Path

import pytest
from nacl.signing import SigningKey
from practice_world import (
    EDDSA,
    EVERY_RECORD,
    GOOD,
    LATER,
    OLD,
    WORLD,
    answers,
    checks,
    record,
    records,
)

from app.applying.disclosure import SKILLS_FIRST_HIDES, gives_away
from app.journey import practice
from app.profile.claims import claims_of
from app.profile.evidence import standing
from app.records.model import Record
from app.records.reading import read_bytes
from app.trust.keys import did_key
from app.trust.seven import CHECKS
from app.wording import Words
from app.wording.practice import STORIES
from installer.practice import CANCELED, DRAFTS, ENCODED_LIST, changed, made, signed
from installer.practice_forms import Draft
from installer.practice_issuers import DANIEL, EVERYONE, GUILD_STATUS_PLACE, MAYA, RENEE, Json

ROOT = practice.practice_registry().parent
LEARNERS = practice.practice_learners()
EACH = pytest.mark.parametrize("learner", LEARNERS, ids=lambda one: one.id)
EVERY = pytest.mark.parametrize(("learner", "name"), EVERY_RECORD)
EVERY_DRAFT = [draft for drafts in DRAFTS.values() for one in drafts() for draft in (one, *one.members)]


def test_every_file_is_as_the_generator_makes_it() -> None:
    assert changed(made()) == []


def test_a_changed_or_added_file_is_noticed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    files = made()
    for path, data in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    monkeypatch.setattr("installer.practice.ROOT", tmp_path)
    assert changed(files) == []
    (tmp_path / "keys.json").write_bytes(files["keys.json"] + b" ")
    added = [f"{one.id}/records/extra.json" for one in LEARNERS] + ["documents/extra.json"]
    for path in added:
        (tmp_path / path).write_bytes(b"{}")
    assert changed(files) == sorted(["keys.json", *added])


def test_three_learners_each_tell_who_they_are_in_both_languages() -> None:
    assert [(one.id, one.name) for one in LEARNERS] == [
        ("maya", "Maya Torres"),
        ("renee", "Renee Brooks"),
        ("daniel", "Daniel Novak"),
    ]
    assert {one.story for one in LEARNERS} == STORIES.keys()
    told = {Words(language).text(STORIES[one.story]) for one in LEARNERS for language in ("en", "es")}
    assert len(told) == 2 * len(LEARNERS)
    assert practice.practice_learner() == LEARNERS[0]
    assert len({(one.email, one.goal, one.seed) for one in LEARNERS}) == len(LEARNERS)


@EACH
def test_all_that_is_a_learners_stands_in_their_folder(learner: practice.PracticeLearner) -> None:
    folder = ROOT / learner.id
    assert {path.name for path in folder.iterdir()} == {"catalog.json", "learner.json", "opportunity.json", "records"}
    assert {learner.records, learner.opportunity, learner.catalog} < set(folder.iterdir())
    assert learner.email.endswith("@" + practice.HOST)


@EACH
def test_there_are_eight_records_over_both_models_and_both_suites(learner: practice.PracticeLearner) -> None:
    table = WORLD[learner.id]
    assert records(learner.id).keys() == table.keys()
    assert len(table) == 8
    kinds = {(model, suite) for model, suites, _, _ in table.values() for suite in suites}
    assert kinds == {(model, suite) for model in ("1.1", "2.0") for suite in (EDDSA, OLD)}


@EVERY
def test_each_record_answers_as_it_is_meant_to(learner: str, name: str) -> None:
    model, suites, unlike, evidence = WORLD[learner][name]
    one = record(name, learner)
    assert (one.data_model, one.faults) == (model, ())
    proofs = one.document["proof"]
    told = [proof.get("cryptosuite", proof["type"]) for proof in (proofs if isinstance(proofs, list) else [proofs])]
    assert told == suites
    assert answers(one, learner=learner) == GOOD | unlike
    assert list(answers(one, learner=learner)) == list(CHECKS)
    assert standing(checks(one, learner=learner)).evidence == evidence


@pytest.mark.parametrize(("learner", "name"), [("renee", "Service courses"), ("daniel", "Accounting courses")])
def test_a_transcript_claims_nothing_and_what_it_holds_does(learner: str, name: str) -> None:
    whole = record(name, learner)
    assert whole.kind == "vc"
    assert claims_of(whole) == ()
    held = [one for one in records(learner).values() if one.source.file == whole.source.file and one != whole]
    assert len(held) == 2
    assert all(one.kind == "ob3" and claims_of(one) for one in held)


@EVERY
def test_the_answers_hold_for_years(learner: str, name: str) -> None:
    one = record(name, learner)
    assert answers(one, LATER, learner) == answers(one, learner=learner)


@EVERY
def test_a_changed_record_is_not_sound(learner: str, name: str) -> None:
    whole = record(name, learner)
    one, *_ = read_bytes(whole.raw.replace(b"Practice record: ", b"Real record: ", 1), whole.source)
    assert isinstance(one, Record)
    expected = "not checked" if answers(whole, learner=learner)["signature"][0] == "not checked" else "no"
    assert answers(one, learner=learner)["signature"][0] == expected


@pytest.mark.parametrize("draft", EVERY_DRAFT, ids=lambda draft: draft.file)
def test_practice_stands_in_the_signed_bytes(draft: Draft) -> None:
    document = signed(draft)
    unsigned = {key: value for key, value in document.items() if key != "proof"}
    assert "Practice" in unsigned["issuer"]["name"]
    assert "Practice" in unsigned["description"]


def places(document: Json) -> set[int]:
    return {int(document["credentialStatus"]["statusListIndex"])} if "credentialStatus" in document else set()


def test_the_status_lists_hold_a_few_canceled_places_and_nobodys_by_chance() -> None:
    text = ENCODED_LIST.removeprefix("u")
    bits = gzip.decompress(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    assert len(bits) * 8 == 131_072
    canceled = [place for place in range(len(bits) * 8) if bits[place // 8] & (0x80 >> place % 8)]
    assert canceled == list(CANCELED)
    assert GUILD_STATUS_PLACE not in canceled
    meant = {draft.file for draft in EVERY_DRAFT if places(draft.document) & set(canceled)}
    assert meant == {"vehicle-permit.json", "notary.json"}


def test_no_framework_knows_one_record_and_another_gives_words_alone() -> None:
    coach = {one.alignment.framework for one in claims_of(record("Team Coach")) if one.alignment}
    assert coach == {"Practice Retail Guild Floor Skills"}
    assert all(one.alignment is None for one in claims_of(record("Volunteer, 60 hours")))


def test_one_record_without_schooling_shows_what_the_courses_show() -> None:
    courses, check = record("Fall 2025 courses"), record("Front Desk Skills Check")
    assert set(gives_away(courses)) >= SKILLS_FIRST_HIDES
    assert SKILLS_FIRST_HIDES.isdisjoint(gives_away(check))
    shown = {one.text for one in claims_of(check)}
    assert {one.text for one in claims_of(courses)} - shown == {"Human anatomy"}


def test_keys_are_listed_with_what_they_are_made_from() -> None:
    listed = json.loads((ROOT / "keys.json").read_text("utf-8"))["keys"]
    for key in listed:
        public = bytes(SigningKey(practice.practice_seed(key["name"])).verify_key)
        assert public == bytes(SigningKey(bytes.fromhex(key["seedHex"])).verify_key)
        assert key["did"] == did_key(public)
    assert [key["name"] for key in listed] == [one.key for one in EVERYONE]
    for learner, listed_as in zip(LEARNERS, (MAYA, RENEE, DANIEL), strict=True):
        assert did_key(bytes(SigningKey(learner.seed).verify_key)) == listed_as.id


def test_practice_is_told_from_real() -> None:
    stranger = did_key(bytes(SigningKey(bytes(32)).verify_key))
    for learner in (MAYA.id, RENEE.id, DANIEL.id):
        key = learner.removeprefix("did:key:")
        for name in (learner, f"{learner}#{key}", f"https://real.example/issuer#{key}"):
            assert practice.is_practice_did(name), name
    for name in (
        "did:web:practice.pathfolio.invalid:retail-guild#key-1",
        "did:web:any.practice.pathfolio.invalid%3A8443",
        "https://elm-house.practice.pathfolio.invalid/issuer",
    ):
        assert practice.is_practice_did(name), name
    for name in (
        stranger,
        f"{stranger}#{stranger.removeprefix('did:key:')}",
        "did:web:notpractice.pathfolio.invalid",
        "https://real.example/practice.pathfolio.invalid",
        "https://[broken",
        "did:key:",
        "",
    ):
        assert not practice.is_practice_did(name), name


def test_practice_records_are_told_by_issuer_and_by_key() -> None:
    assert all(practice.is_practice_record(record(name, learner)) for learner, name in EVERY_RECORD)
    one = record("Shift Supervisor, 4 years")
    text = one.raw.replace(one.issuer.id.encode(), b"https://real.example/issuer")
    (renamed,) = read_bytes(text.replace(b"/issuer#", b"#"), one.source)
    assert isinstance(renamed, Record)
    assert renamed.issuer.id == "https://real.example/issuer"
    assert practice.is_practice_record(renamed)
