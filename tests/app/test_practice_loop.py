"""Each practice learner's whole journey: records, skills, goal, gap, plan, and an application that checks here."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace

import pytest
from applying_world import sign
from practice_world import NOW

from app.applying.candidate import Wishes
from app.applying.disclosure import SKILLS_FIRST_HIDES
from app.applying.opportunity import Opportunity, read_opportunity
from app.journey.after.ledger import entries
from app.journey.apply.preparing import NO_WISHES, Prepared, asked_claim, elsewhere, prepare, said
from app.journey.goal.aim import careers
from app.journey.opening import practice
from app.journey.papers import labels
from app.journey.plan.ground import TELLING, Standpoint, both, goal_code, ground_of, plan, standpoint
from app.journey.practice import (
    LEARNERS,
    PracticeLearner,
    answers_about,
    is_practice_did,
    is_practice_record,
    practice_learner,
)
from app.journey.records.holding import Card, cards
from app.journey.session import Session
from app.journey.skills.profile import answer, profile
from app.profile.skills import Answer, Profile
from app.records.model import Record, Source
from app.records.reading import read_presentation
from app.trust.presentations import check_presentation
from app.vault import store_profile
from app.wording import Words
from app.wording.papers import STATEMENT
from pathways.matching import match_alignment
from pathways.model import LearningStep
from pathways.pack import store

FULL_TIME = {"maya": "practice-medical-assistant", "renee": "practice-it-support", "daniel": "practice-bookkeeping"}
PAID = {"maya": "practice-trainee-job", "renee": "practice-it-apprentice", "daniel": "practice-books-trainee"}
# learner -> records that go by default; what the employer asks for that waits for an answer, and what a yes sends
SENT = {
    "maya": {"Customer Care in Clinics", "Front Desk Skills Check", "Shift Supervisor, 4 years"},
    "renee": {"Help Desk Basics", "Communications Technician, 8 years"},
    "daniel": {"Back to the Books", "Bookkeeper, 6 years"},
}
WAITS = {
    "maya": ("Give first aid and CPR", "CPR and First Aid"),
    "renee": ("Install new computer hardware", "Computer Repair Technician"),
    "daniel": ("Collect deposits, payments, or fees", "Treasurer, 3 years"),
}


@dataclass(frozen=True)
class World:
    """An open practice learner on a fixed day, and what their records and words come to."""

    session: Session
    learner: PracticeLearner
    cards: tuple[Card, ...]
    profile: Profile
    wanted: Opportunity

    def stand(self) -> Standpoint:
        return standpoint(self.session, self.profile, goal_code(self.session, None))

    def ready(self, wishes: Wishes = NO_WISHES) -> Prepared:
        return prepare(self.session, self.cards, self.profile, self.wanted, wishes)

    def names(self) -> Mapping[str, str]:
        return {card.record.key: card.record.name for card in self.cards}


@contextmanager
def world_of(learner_id: str) -> Iterator[World]:
    with practice(learner_id) as (opened, learner):
        session = replace(opened, clock=lambda: NOW)
        held = cards(session)
        yield World(session, learner, held, profile(session, held), read_opportunity(learner.opportunity))


@pytest.fixture(scope="module", params=LEARNERS)
def world(request: pytest.FixtureRequest) -> Iterator[World]:
    with world_of(request.param) as opened:
        yield opened


def test_the_default_is_maya_and_no_vault_is_left(world: World) -> None:
    with practice() as (session, learner):
        assert learner == practice_learner("maya")
        folder = session.vault.folder
        assert folder.is_dir()
    assert not folder.exists()


@pytest.mark.parametrize("learner_id", LEARNERS)
def test_a_learner_opens_without_waiting_for_the_career_data(learner_id: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The index of every name takes half a second: the window opens a learner with a click."""
    monkeypatch.setattr(store, "_facts_of", lambda *_file: {})
    with practice(learner_id) as (session, _learner):
        assert not session.pack.facts
        assert goal_code(session, None) == practice_learner(learner_id).goal


def test_records_hold_the_variety_that_a_class_can_talk_about(world: World) -> None:
    assert len(world.cards) == 8
    found = {(check.check, check.answer) for card in world.cards for check in card.checks}
    assert {("known_issuer", "yes"), ("known_issuer", "no"), ("in_force", "no")} <= found
    assert ("issuer_binding", "not checked") in found
    assert ("status", "no") in found or world.learner.id == "maya"
    assert all(card.checks[-1].answer == "yes" for card in world.cards), "every record is about the learner"
    assert {("format", "no"), ("signature", "no")}.isdisjoint(found)
    assert all(is_practice_record(card.record) for card in world.cards)


def test_skills_stand_on_every_strength_of_evidence(world: World) -> None:
    assert {held.evidence for held in world.profile.held.values()} == {1, 2, 3, 4}
    assert any(held.lapsed for held in world.profile.held.values())
    assert world.profile.guesses
    own = {skill.standing.evidence for skill in world.profile.skills if skill.claim.own}
    assert own == {1, 2}


def test_answers_are_to_guesses_that_stand(world: World) -> None:
    found = {
        (skill.claim.text, match.match.concept.id, match.state)
        for skill in world.profile.skills
        for match in skill.matches
        if match.state in ("agreed", "denied") and not match.match.sure and match.match.reason != "chosen"
    }
    answered = [one for one in world.learner.answers if one.where != "asked"]
    assert found == {(one.text, one.concept, "agreed" if one.agreed else "denied") for one in answered}
    assert len(store_profile.answers(world.session.vault)) == len(world.learner.answers)


def test_answers_are_about_what_the_learner_their_records_and_the_employer_say(world: World) -> None:
    learner = world.learner
    answered = [one for card in world.cards for _, one in answers_about(learner, card.record)]
    own = {one.text for one in learner.own_words}
    spoken = [one for one in learner.answers if one.where == "own_words" and one.text in own]
    asked = {one.name for one in world.wanted.asked}
    wanted = [one for one in learner.answers if one.where == "asked" and one.text in asked]
    assert sorted(map(repr, learner.answers)) == sorted(map(repr, [*answered, *spoken, *wanted]))
    assert {one.agreed for one in learner.answers} == {True, False}


def test_every_link_and_code_of_a_published_framework_is_sure(world: World) -> None:
    published = ("ESCO", "O*NET", "O*NET Detailed Work Activities", None)
    linked = [one for one in world.profile.skills if one.claim.alignment and one.claim.alignment.framework in published]
    assert len(linked) >= 15
    for skill in linked:
        assert "sure" in {match.state for match in skill.matches}, skill.claim.text


def test_the_goal_has_things_shown_partly_shown_to_learn_and_unknown(world: World) -> None:
    assert goal_code(world.session, None) == world.learner.goal
    states = [item.state for item in world.stand().gap[:TELLING]]
    assert states.count("shown") >= 6
    assert states.count("partly") >= 2
    assert states.count("missing") >= 8
    assert states.count("unknown") >= 1


def test_the_goal_is_among_careers_close_to_what_they_can_do(world: World) -> None:
    assert world.learner.goal in {one.occupation.id for one in careers(world.session, world.profile, 5)}


def steps(world: World) -> dict[str, LearningStep]:
    return {entry.step.id: entry.step for entry in world.session.catalog}


def side_by_side(world: World, taken: list[str]) -> float:
    """Weeks until the last step is done when every step starts as soon as what it needs is done."""

    def done(step: LearningStep) -> float:
        return (step.weeks.value or 0) + max((done(steps(world)[need]) for need in step.needs), default=0)

    return max(done(steps(world)[one]) for one in taken)


def test_the_cheapest_plan_is_proven_and_a_full_time_program_is_faster_and_dearer(world: World) -> None:
    found = plan(world.session, world.stand())
    assert found.proven
    assert found.weeks is not None
    assert FULL_TIME[world.learner.id] not in {one.step.id for one in found.steps}
    program = steps(world)[FULL_TIME[world.learner.id]]
    way = [program.id, *program.needs]
    covered = {concept for one in found.steps for concept in one.covers}
    assert covered <= {concept for one in way for concept in steps(world)[one].teaches}
    assert sum(steps(world)[one].cost.value or 0 for one in way) > found.cost > 0
    weeks = sum(steps(world)[one].weeks.value or 0 for one in way)
    assert weeks == side_by_side(world, way)
    assert weeks < side_by_side(world, [one.step.id for one in found.steps]) <= found.weeks


def test_the_fastest_plan_is_proven_and_is_the_full_time_program(world: World) -> None:
    least, quick = both(ground_of(world.session, world.stand()))
    assert quick.plan.proven
    assert FULL_TIME[world.learner.id] in quick.ids
    assert quick.schedule.weeks < least.schedule.weeks
    assert quick.plan.cost > least.plan.cost


def test_no_way_without_the_program_is_as_fast(world: World) -> None:
    """So that the fastest plan is another than the cheapest, whether steps go side by side or one after another."""
    found = plan(world.session, world.stand())
    program = steps(world)[FULL_TIME[world.learner.id]]
    weeks = side_by_side(world, [program.id])
    priced = [one for one in steps(world).values() if one.cost.value is not None and one.id != program.id]
    soonest = {
        concept: min(side_by_side(world, [one.id]) for one in priced if concept in one.teaches)
        for step in found.steps
        for concept in step.covers
    }
    assert max(soonest.values()) > weeks


def test_a_paid_way_has_no_known_price_and_waits_for_an_offer(world: World) -> None:
    entry = next(one for one in world.session.catalog if one.step.id == PAID[world.learner.id])
    assert entry.step.cost.value is None
    assert "job_offer" in entry.before
    stand = world.stand()
    assert entry.step.id not in {one.step.id for one in plan(world.session, stand).steps}
    by_hand = plan(world.session, stand, chosen=frozenset({entry.step.id}))
    assert by_hand.unpriced == (entry.step,)
    covers = next(one.covers for one in by_hand.steps if one.step == entry.step)
    assert len(covers) >= 5


def test_every_step_but_a_paid_one_has_price_hours_and_weeks(world: World) -> None:
    for step in steps(world).values():
        assert step.hours.value
        assert step.weeks.value
        assert (step.cost.value is None) == (step.id == PAID[world.learner.id])
    assert any(step.needs for step in steps(world).values())


def test_what_is_asked_by_id_is_in_the_pack(world: World) -> None:
    for one in world.wanted.asked:
        for concept in one.concepts:
            link = concept if concept.startswith("http") else None
            found = match_alignment(world.session.pack, name="", url=link, code=concept, framework="O*NET")
            assert concept in {match.concept.id for match in found}


def test_the_employer_asks_for_seven_things_and_is_of_the_practice_world(world: World) -> None:
    wanted = world.wanted
    assert "Practice" in wanted.organisation
    assert len(wanted.asked) == 7
    assert [one.essential for one in wanted.asked].count(False) == 1
    assert "practice" in (wanted.challenge or "")
    assert is_practice_did(f"https://{wanted.domain}")
    assert wanted.ignored == ()


def test_the_application_is_small_signed_and_checks_here(world: World) -> None:
    ready = world.ready()
    names = world.names()
    assert ready.tailored.proven
    assert {names[key] for key in ready.tailored.chosen} == SENT[world.learner.id]
    how = [one.how for one in ready.tailored.shown]
    assert (how.count("record"), how.count("own_word")) in {(5, 1), (4, 1)}
    assert len(said(ready)) == 1
    told = frozenset(elsewhere(world.session, ready))
    assert told == frozenset(), "the records are about the key that signs"
    made = sign(world.session, ready, labels(Words(), STATEMENT), told=told)
    assert made.document["name"].startswith("Practice: ")
    assert is_practice_did(made.holder)
    read = read_presentation(made.content, Source("p.json"))
    *sent_records, statement = read.records
    kept = {card.record.key: card.record.raw for card in world.cards}
    assert [one.raw for one in sent_records] == [kept[key] for key in ready.tailored.chosen], "to the byte"
    assert isinstance(statement, Record)
    assert statement.name.startswith("Practice: ")
    assert all(is_practice_record(one) for one in read.records)
    checks = check_presentation(
        read,
        now=NOW,
        challenge=world.wanted.challenge,
        domain=world.wanted.domain,
    )
    assert {one.answer for one in checks} == {"yes"}
    (entry,) = entries(world.session)
    assert (entry.organisation, set(entry.records)) == (world.wanted.organisation, SENT[world.learner.id])


def test_a_yes_to_what_waits_sends_the_record_that_is_out_of_date_or_unchecked(world: World) -> None:
    asked, name = WAITS[world.learner.id]
    with world_of(world.learner.id) as fresh:
        card = next(one for one in fresh.cards if one.record.name == name)
        assert card.standing.lapsed or card.standing.reason == "someones_word"
        guess = next(one for one in fresh.ready().guesses if one.asked.name == asked)
        meant = next(match.concept.id for match in guess.matches if match.concept.id in shown_by(fresh, card))
        answer(fresh.session, asked_claim(guess.asked), meant, Answer(agreed=True))
        names = fresh.names()
        assert {names[key] for key in fresh.ready().tailored.chosen} == SENT[world.learner.id] | {name}


def shown_by(world: World, card: Card) -> set[str]:
    """Ids of the concepts a record shows for sure."""
    mine = [skill for skill in world.profile.skills if skill.claim.record == card.record.key]
    return {found.match.concept.id for skill in mine for found in skill.matches if found.state == "sure"}


def test_what_was_canceled_is_never_sent(world: World) -> None:
    canceled = [card.record.key for card in world.cards if card.standing.reason == "canceled"]
    assert len(canceled) == (0 if world.learner.id == "maya" else 1)
    home = {one.key: one.reason for one in world.ready().tailored.stays_home}
    assert [home[key] for key in canceled] == ["canceled"] * len(canceled)


def test_skills_first_leaves_the_courses_home() -> None:
    with world_of("maya") as maya:
        names = maya.names()
        assert "Fall 2025 courses" in {names[one.key] for one in maya.ready().tailored.stays_home}
        front_desk = next(key for key, name in names.items() if name == "Front Desk Skills Check")
        without = maya.ready(Wishes(keep=frozenset({front_desk}))).tailored
    asked = {names[one.key]: one.tells for one in without.ask}
    assert set(asked["Fall 2025 courses"]) >= SKILLS_FIRST_HIDES
