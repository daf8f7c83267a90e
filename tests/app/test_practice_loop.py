"""What the practice records come to: skills, the goal, and the application they are for."""

from collections import Counter
from collections.abc import Iterator

import pytest
from practice_world import checks

from app.applying.disclosure import SKILLS_FIRST_HIDES
from app.applying.opportunity import read_opportunity
from app.applying.tailoring import Wishes, tailor
from app.journey import practice
from app.journey.apply import candidates
from app.journey.records import Card
from app.places import careers_pack
from app.profile.claims import SkillClaim, claims_of, own_claim
from app.profile.evidence import own_standing, standing
from app.profile.skills import Answer, Profile, build_profile
from app.records.model import Record
from app.records.reading import read_path
from pathways.gaps import gap
from pathways.matching import match_alignment, match_text
from pathways.model import Match
from pathways.pack.store import Pack, open_pack
from pathways.requirements import requirements


def meant(pack: Pack, claim: SkillClaim) -> tuple[Match, ...]:
    link = claim.alignment
    if link is None:
        return match_text(pack, claim.text, top=3)
    return match_alignment(pack, name=link.name, url=link.url, code=link.code, framework=link.framework)


@pytest.fixture(scope="module")
def pack() -> Iterator[Pack]:
    with open_pack(careers_pack()) as opened:
        yield opened


@pytest.fixture(scope="module")
def cards() -> tuple[Card, ...]:
    found = [one for one in read_path(practice.practice_learner().records) if isinstance(one, Record)]
    return tuple(Card(one, checks(one), standing(checks(one))) for one in found)


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
    assert set(asked["Fall 2025 courses"]) >= SKILLS_FIRST_HIDES


def test_what_the_clinic_asks_by_id_is_in_the_pack(pack: Pack) -> None:
    for one in read_opportunity(practice.practice_opportunity()).asked:
        for concept in one.concepts:
            link = concept if concept.startswith("http") else None
            found = match_alignment(pack, name="", url=link, code=concept, framework="O*NET")
            assert concept in {match.concept.id for match in found}


def test_the_clinic_asks_for_seven_things() -> None:
    wanted = read_opportunity(practice.practice_opportunity())
    assert (wanted.title, wanted.organisation) == ("Medical Assistant Trainee", "Lakeside Practice Clinic")
    assert len(wanted.asked) == 7
    assert [one.name for one in wanted.asked if not one.essential] == ["Speak Spanish"]
    assert [one.name for one in wanted.asked if not one.concepts] == ["Give first aid and CPR", "Speak Spanish"]
    assert "practice" in (wanted.challenge or "")
    assert practice.is_practice_did(f"https://{wanted.domain}")
    assert wanted.ignored == ()


def test_her_answers_are_about_what_she_and_her_records_say(cards: tuple[Card, ...]) -> None:
    learner = practice.practice_learner()
    answered = [one for card in cards for _, one in practice.answers_about(learner, card.record)]
    own = {one.text for one in learner.own_words}
    said = [one for one in learner.answers if one.where == "own_words" and one.text in own]
    asked = {one.name for one in read_opportunity(practice.practice_opportunity()).asked}
    wanted = [one for one in learner.answers if one.where == "asked" and one.text in asked]
    assert sorted(map(repr, learner.answers)) == sorted(map(repr, [*answered, *said, *wanted]))
    assert {one.agreed for one in learner.answers} == {True, False}
