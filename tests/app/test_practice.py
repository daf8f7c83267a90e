"""The practice world: made again to the byte, and each record's seven answers as they are meant."""

import base64
import gzip
import json
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest
from nacl.signing import SigningKey

from app.applying.disclosure import SKILLS_FIRST_HIDES, gives_away
from app.applying.opportunity import read_opportunity
from app.applying.tailoring import Wishes, tailor
from app.journey import practice
from app.journey.apply import candidates
from app.journey.records import Card
from app.places import careers_pack
from app.profile.claims import SkillClaim, claims_of, own_claim
from app.profile.evidence import own_standing, standing
from app.profile.skills import Answer, Profile, build_profile
from app.records.model import Check, Record
from app.records.reading import read_bytes, read_path
from app.trust.documents import load_documents
from app.trust.keys import did_key
from app.trust.registries import load_registry
from app.trust.seven import CHECKS, check_record
from installer.practice import CANCELED, ENCODED_LIST, changed, made, signed
from installer.practice_issuers import GUILD_STATUS_PLACE, LEARNER, MAYA_DID, public_key
from installer.practice_records import drafts
from pathways.gaps import gap
from pathways.matching import match_alignment, match_text
from pathways.model import Match
from pathways.pack.store import Pack, open_pack
from pathways.requirements import requirements

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
LATER = datetime(2035, 1, 1, tzinfo=UTC)
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


def record(name: str) -> Record:
    (found,) = read_path(practice.practice_learner().records / f"{name}.json")
    assert isinstance(found, Record)
    return found


def checks(one: Record, now: datetime = NOW) -> tuple[Check, ...]:
    learner = practice.practice_learner()
    return check_record(
        one,
        now=now,
        documents=load_documents(practice.practice_documents(), as_of=practice.AS_OF),
        registries=[load_registry(practice.practice_registry(), as_of=practice.AS_OF)],
        own_keys=frozenset({did_key(bytes(SigningKey(learner.seed).verify_key))}),
        confirmed_identities=[learner.email],
    )


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


def test_the_clinic_asks_for_seven_things() -> None:
    wanted = read_opportunity(practice.practice_opportunity())
    assert (wanted.title, wanted.organisation) == ("Medical Assistant Trainee", "Lakeside Practice Clinic")
    assert len(wanted.asked) == 7
    assert [one.name for one in wanted.asked if not one.essential] == ["Speak Spanish"]
    assert [one.name for one in wanted.asked if not one.concepts] == ["Give first aid and CPR", "Speak Spanish"]
    assert "practice" in (wanted.challenge or "")
    assert practice.is_practice_did(f"https://{wanted.domain}")
    assert wanted.ignored == ()


def test_her_answers_are_about_what_she_and_her_records_say() -> None:
    learner = practice.practice_learner()
    answered = [one for name in TABLE for _, one in practice.answers_about(learner, record(name))]
    own = {one.text for one in learner.own_words}
    said = [one for one in learner.answers if one.where == "own_words" and one.text in own]
    asked = {one.name for one in read_opportunity(practice.practice_opportunity()).asked}
    wanted = [one for one in learner.answers if one.where == "asked" and one.text in asked]
    assert sorted(map(repr, learner.answers)) == sorted(map(repr, [*answered, *said, *wanted]))
    assert {one.agreed for one in learner.answers} == {True, False}


def meant(pack: Pack, claim: SkillClaim) -> tuple[Match, ...]:
    link = claim.alignment
    if link is None:
        return match_text(pack, claim.text, top=3)
    return match_alignment(pack, name=link.name, url=link.url, code=link.code, framework=link.framework)


@pytest.fixture(scope="module")
def pack() -> Pack:
    return open_pack(careers_pack())


@pytest.fixture(scope="module")
def cards() -> tuple[Card, ...]:
    return tuple(Card(one, checks(one), standing(checks(one))) for one in map(record, TABLE))


@pytest.fixture(scope="module")
def profile(pack: Pack, cards: tuple[Card, ...]) -> Profile:
    learner = practice.practice_learner()
    own = [(own_claim(one.text, one.text), own_standing(with_sample=bool(one.sample))) for one in learner.own_words]
    given = [pair for card in cards for pair in practice.answers_about(learner, card.record)]
    given += [(f"own-{one.text}", one) for one in learner.answers if one.where == "own_words"]
    told = {(claim, one.concept): Answer(one.agreed) for claim, one in given}
    claims = [(claim, card.standing) for card in cards for claim in claims_of(card.record)]
    return build_profile([*claims, *own], lambda claim: meant(pack, claim), told)


def test_her_answers_are_to_guesses_that_stand(profile: Profile) -> None:
    found = {
        (skill.claim.text, match.match.concept.id, match.state)
        for skill in profile.skills
        for match in skill.matches
        if match.state in ("agreed", "denied") and not match.match.sure
    }
    answered = [one for one in practice.practice_learner().answers if one.where != "asked"]
    assert found == {(one.text, one.concept, "agreed" if one.agreed else "denied") for one in answered}


def test_every_link_and_code_of_a_published_framework_is_sure(profile: Profile) -> None:
    published = ("ESCO", "O*NET", "O*NET Detailed Work Activities", None)
    linked = [one for one in profile.skills if one.claim.alignment and one.claim.alignment.framework in published]
    assert len(linked) > 30
    for skill in linked:
        assert "sure" in {match.state for match in skill.matches}, skill.claim.text
    assert {one.claim.text for one in profile.skills if not one.matches} >= {"Planogram reset", "Endcap build"}


def test_her_goal_has_things_shown_partly_shown_to_learn_and_unknown(pack: Pack, profile: Profile) -> None:
    goal = practice.practice_learner().goal
    telling = gap(requirements(pack, goal), profile.held, profile.guesses, pack)[:20]
    count = Counter(item.state for item in telling)
    assert count["shown"] >= 4
    assert count["partly"] >= 3
    assert count["unknown"] >= 1
    assert count["missing"] >= 8


def test_skills_first_leaves_the_courses_home(cards: tuple[Card, ...], profile: Profile) -> None:
    wanted = read_opportunity(practice.practice_opportunity())
    chosen = tailor(wanted.asked, candidates(wanted, cards, profile))
    names = {card.record.key: card.record.name for card in cards}
    assert chosen.proven
    assert {names[key] for key in chosen.chosen} == {
        "Customer Care in Clinics",
        "Front Desk Skills Check",
        "Shift Supervisor, 4 years",
    }
    assert [one.how for one in chosen.shown] == ["record"] * 5 + ["uncovered"] * 2
    assert "Fall 2025 courses" in {names[one.key] for one in chosen.stays_home}
    front_desk = next(key for key, name in names.items() if name == "Front Desk Skills Check")
    without = tailor(wanted.asked, candidates(wanted, cards, profile), wishes=Wishes(keep=frozenset({front_desk})))
    asked = {names[one.key]: one.tells for one in without.ask}
    assert SKILLS_FIRST_HIDES <= set(asked["Fall 2025 courses"])


def test_what_the_clinic_asks_by_id_is_in_the_pack(pack: Pack) -> None:
    for one in read_opportunity(practice.practice_opportunity()).asked:
        for concept in one.concepts:
            link = concept if concept.startswith("http") else None
            found = match_alignment(pack, name="", url=link, code=concept, framework="O*NET")
            assert concept in {match.concept.id for match in found}
