"""The practice world: made again to the byte, and each record's seven answers as they are meant."""

import base64
import gzip
import json
from datetime import datetime
from pathlib import Path

import pytest
from nacl.signing import SigningKey
from practice_world import LATER, NOW, checks, record

from app.applying.disclosure import SKILLS_FIRST_HIDES, gives_away
from app.journey import practice
from app.profile.claims import claims_of
from app.profile.evidence import standing
from app.records.model import Record
from app.records.reading import read_bytes, read_path
from app.trust.keys import did_key
from app.trust.seven import CHECKS
from installer.practice import CANCELED, ENCODED_LIST, changed, made, signed
from installer.practice_issuers import GUILD_STATUS_PLACE, LEARNER, MAYA_DID, public_key
from installer.practice_records import drafts

ROOT = practice.practice_registry().parent

GOOD = {
    "format": ("yes", "all_defined"),
    "signature": ("yes", "sound"),
    "issuer_binding": ("yes", "key_is_theirs"),
    "known_issuer": ("yes", "issuer_listed"),
    "in_force": ("yes", "no_end_date"),
    "status": ("yes", "no_status_entry"),
    "about_me": ("yes", "subject_is_your_key"),
}
NOT_LISTED = {"known_issuer": ("no", "issuer_not_listed")}
# file -> data model, suites, answers that are not the usual good ones, evidence
TABLE = {
    "customer-care-in-clinics": ("2.0", ["eddsa-rdfc-2022"], {"in_force": ("yes", "in_force")}, 4),
    "fall-2025-courses": (
        "1.1",
        ["eddsa-rdfc-2022", "Ed25519Signature2020"],
        {"status": ("not checked", "status_list_not_at_hand")},
        4,
    ),
    "front-desk-skills-check": ("2.0", ["eddsa-rdfc-2022"], {**NOT_LISTED, "in_force": ("yes", "in_force")}, 3),
    "shift-supervisor": ("1.1", ["eddsa-rdfc-2022"], NOT_LISTED, 3),
    "stock-and-till": ("1.1", ["Ed25519Signature2020"], {"status": ("yes", "not_canceled")}, 4),
    "team-coach": ("1.1", ["Ed25519Signature2020"], {"issuer_binding": ("no", "key_not_listed")}, 2),
    "cpr-and-first-aid": ("2.0", ["Ed25519Signature2020"], {"in_force": ("no", "expired")}, 4),
    "elm-house-volunteer": (
        "2.0",
        ["eddsa-rdfc-2022"],
        {
            **NOT_LISTED,
            "issuer_binding": ("not checked", "key_only_in_address"),
            "about_me": ("yes", "subject_is_your_identity"),
        },
        2,
    ),
}


def answers(one: Record, now: datetime = NOW) -> dict[str, tuple[str, str]]:
    return {check.check: (check.answer, check.reason) for check in checks(one, now)}


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
    (tmp_path / "maya/records/extra.json").write_bytes(b"{}")
    assert changed(files) == ["keys.json", "maya/records/extra.json"]


def test_there_are_eight_records_over_both_models_and_both_suites() -> None:
    found = read_path(practice.practice_learner().records)
    assert {Path(one.source.file).stem for one in found} == set(TABLE)
    assert {(model, suite) for model, suites, _, _ in TABLE.values() for suite in suites} == {
        ("1.1", "eddsa-rdfc-2022"),
        ("1.1", "Ed25519Signature2020"),
        ("2.0", "eddsa-rdfc-2022"),
        ("2.0", "Ed25519Signature2020"),
    }


@pytest.mark.parametrize("name", TABLE)
def test_each_record_answers_as_it_is_meant_to(name: str) -> None:
    model, suites, unlike, evidence = TABLE[name]
    one = record(name)
    assert (one.kind, one.data_model, one.faults) == ("ob3", model, ())
    proofs = one.document["proof"]
    told = [proof.get("cryptosuite", proof["type"]) for proof in (proofs if isinstance(proofs, list) else [proofs])]
    assert told == suites
    assert answers(one) == GOOD | unlike
    assert list(answers(one)) == list(CHECKS)
    assert standing(checks(one)).evidence == evidence


@pytest.mark.parametrize("name", TABLE)
def test_the_answers_hold_for_years(name: str) -> None:
    assert answers(record(name), LATER) == answers(record(name))


@pytest.mark.parametrize("name", TABLE)
def test_a_changed_record_is_not_sound(name: str) -> None:
    path = practice.practice_learner().records / f"{name}.json"
    (one,) = read_bytes(path.read_bytes().replace(b"Practice record: ", b"Real record: "), record(name).source)
    assert isinstance(one, Record)
    assert answers(one)["signature"][0] == "no"


@pytest.mark.parametrize("draft", drafts(), ids=lambda draft: draft.file)
def test_practice_stands_in_the_signed_bytes(draft: object) -> None:
    document = signed(draft)  # type: ignore[arg-type]
    unsigned = {key: value for key, value in document.items() if key != "proof"}
    assert "Practice" in unsigned["issuer"]["name"]
    assert "Practice" in unsigned["description"]


def test_the_status_list_holds_its_few_canceled_places_and_not_hers() -> None:
    text = ENCODED_LIST.removeprefix("u")
    bits = gzip.decompress(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    assert len(bits) * 8 == 131_072
    canceled = [place for place in range(len(bits) * 8) if bits[place // 8] & (0x80 >> place % 8)]
    assert canceled == list(CANCELED)
    assert GUILD_STATUS_PLACE not in canceled


def test_no_framework_knows_one_record_and_another_gives_words_alone() -> None:
    coach = {one.alignment.framework for one in claims_of(record("team-coach")) if one.alignment}
    assert coach == {"Practice Retail Guild Floor Skills"}
    assert all(one.alignment is None for one in claims_of(record("elm-house-volunteer")))


def test_one_record_without_schooling_shows_what_the_courses_show() -> None:
    courses, check = record("fall-2025-courses"), record("front-desk-skills-check")
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
    assert MAYA_DID in {key["did"] for key in listed}
    assert public_key(LEARNER.key) == bytes(SigningKey(practice.practice_learner().seed).verify_key)


def test_practice_is_told_from_real() -> None:
    stranger = did_key(bytes(SigningKey(bytes(32)).verify_key))
    maya = MAYA_DID.removeprefix("did:key:")
    for name in (
        MAYA_DID,
        f"{MAYA_DID}#{maya}",
        f"https://real.example/issuer#{maya}",
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
    assert all(practice.is_practice_record(record(name)) for name in TABLE)
    one = record("shift-supervisor")
    text = one.raw.replace(one.issuer.id.encode(), b"https://real.example/issuer")  # type: ignore[union-attr]
    (renamed,) = read_bytes(text.replace(b"/issuer#", b"#"), one.source)
    assert isinstance(renamed, Record)
    assert renamed.issuer.id == "https://real.example/issuer"
    assert practice.is_practice_record(renamed)
