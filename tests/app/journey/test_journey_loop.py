"""From a new vault to a presentation that checks here: the loop as one learner goes through it."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from applying_world import sign
from practice_world import NOW
from terminal import CHEAP, GOAL, OPPORTUNITY, PASSPHRASE, RECORDS, json_lines, pathfolio

from app.applying.candidate import Wishes
from app.applying.opportunity import opportunity_from, read_opportunity
from app.errors import PersonError
from app.journey.apply.preparing import asked_claim, elsewhere, prepare, said
from app.journey.goal.aim import careers, set_goal
from app.journey.opening import session_of
from app.journey.papers import labels
from app.journey.plan.ground import goal_code, plan, standpoint
from app.journey.practice import is_practice_record, practice_learner
from app.journey.records.holding import cards, import_paths, kept, say_identity
from app.journey.skills.profile import answer, profile, say_in_own_words
from app.profile.skills import Answer
from app.records.model import Source
from app.records.reading import read_presentation
from app.trust.presentations import check_presentation
from app.vault import store_applications, vault
from app.wording import Words
from app.wording.papers import STATEMENT
from pathways.errors import PathwaysError


def test_the_loop_over_the_command_in_a_clean_home(tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    env = {"HOME": str(home), "TMPDIR": str(tmp_path)}

    def run(*arguments):
        done = pathfolio(*arguments, env=env, cwd=home)
        assert (done.returncode, done.stderr) == (0, ""), arguments
        return done

    (made,) = json_lines(run("vault", "new", "mine", "--json"))
    assert len(json_lines(run("vault", "import", "mine", RECORDS, "--json"))) == 8
    run("vault", "identity", "mine", practice_learner().email)
    about = {
        one["name"]: next(check["answer"] for check in one["checks"] if check["check"] == "about_me")
        for one in json_lines(run("vault", "list", "mine", "--json"))
    }
    assert about["Volunteer, 60 hours"] == "yes"
    best = json_lines(run("careers", "--vault", "mine", "--json"))
    assert GOAL in {one["code"] for one in best}
    (gap,) = json_lines(run("gap", "--vault", "mine", "--goal", GOAL, "--json"))
    states = {one["name"]: one["state"] for one in gap["needs"]}
    assert {"shown", "partly", "missing"} <= set(states.values())
    (found,) = json_lines(run("plan", "--vault", "mine", "--goal", GOAL, "--json"))
    assert found["proven"]
    assert found["steps"]
    first_aid = "Give first aid and CPR=http://data.europa.eu/esco/skill/1d21f6ad-340f-45da-a0a3-4e83867f47a6"
    before = json_lines(run("present", "--vault", "mine", OPPORTUNITY, "--out", "a", "--yes", "--json"))[0]
    after = json_lines(
        run("present", "--vault", "mine", OPPORTUNITY, "--out", "b", "--agree", first_aid, "--yes", "--json")
    )[0]
    how = [{one["name"]: one["how"] for one in said_["asked"]} for said_ in (before, after)]
    assert [one["Give first aid and CPR"] for one in how] == ["uncovered", "record"]
    asked = json.loads(OPPORTUNITY.read_text())
    checked = ("--challenge", asked["challenge"], "--domain", asked["domain"])
    (verified,) = json_lines(run("verify", "b/presentation.json", *checked, "--json"))
    assert {one["answer"] for one in verified["checks"]} == {"yes"}
    assert [one["name"] for one in verified["records"]] == [one["name"] for one in after["sent"]]
    assert verified["holder"] == before["holder"] == after["holder"]
    assert {path.name for path in home.iterdir()} == {"mine", "a", "b"}
    assert {path.name for path in tmp_path.iterdir()} == {"home"}
    assert made["recovery_code"] not in (home / "b" / "presentation.html").read_text(encoding="utf-8")


@pytest.fixture
def session(tmp_path):
    """A real learner's journey on a fixed day, in an empty vault."""
    with vault.create(tmp_path / "v", PASSPHRASE, cost=CHEAP)[0] as opened, session_of(opened) as journey:
        yield replace(journey, clock=lambda: NOW)


def ready_for(session, wanted, **wishes):
    held = cards(session)
    return prepare(session, held, profile(session, held), wanted, Wishes(**wishes))


def signed(session, ready):
    return sign(session, ready, labels(Words(), STATEMENT), told=frozenset(elsewhere(session, ready)))


def test_records_are_kept_once_in_order_and_to_the_byte(session):
    heard = []
    came = import_paths(session, [RECORDS, Path("nothing.json")], heard.append)
    assert (len(came.added), came.known, [one.code for one in came.unreadable]) == (8, (), ["file_missing"])
    assert heard == list(range(1, 10))
    again = import_paths(session, [RECORDS])
    assert (again.added, len(again.known)) == ((), 8)
    assert [one.raw for one in kept(session)] == [path.read_bytes().strip() for path in sorted(RECORDS.iterdir())]
    assert all(map(is_practice_record, kept(session)))


def test_about_me_follows_what_the_learner_says(session):
    def about():
        return {card.record.name: card.checks[-1].answer for card in cards(session)}["Volunteer, 60 hours"]

    import_paths(session, [RECORDS])
    assert about() != "yes"
    say_identity(session, practice_learner().email)
    assert about() == "yes"


def test_a_guess_counts_only_once_the_learner_agrees(session):
    claim = say_in_own_words(session, "speak Spanish with customers")
    found = profile(session)
    (skill,) = found.skills
    assert skill.matches
    assert not found.held
    concept = skill.matches[0].match.concept.id
    answer(session, claim, concept, Answer(agreed=False))
    assert not profile(session).held
    answer(session, claim, concept, Answer(agreed=True))
    assert {one.evidence for one in profile(session).held.values()} == {1}


def test_an_own_word_is_signed_as_one_and_says_so(session):
    wanted = opportunity_from(
        json.dumps({"title": "T", "organisation": "O", "requirements": [{"name": "Speak Spanish"}]}).encode()
    )
    with pytest.raises(PersonError, match="nothing_to_send"):
        signed(session, ready_for(session, wanted))
    assert store_applications.presentations(session.vault) == ()
    claim = say_in_own_words(session, "speak Spanish with customers")
    ready = ready_for(session, wanted)
    assert [one.asked.name for one in ready.guesses] == ["Speak Spanish"]
    concept = profile(session).skills[0].matches[0].match.concept.id
    answer(session, claim, concept, Answer(agreed=True))
    answer(session, asked_claim(wanted.asked[0]), concept, Answer(agreed=True))
    ready = ready_for(session, wanted)
    assert said(ready) == (0,)
    made = signed(session, ready)
    presentation = read_presentation(made.content, Source("p.json"))
    (statement,) = presentation.records
    assert statement.issuer.id == made.holder == presentation.holder
    checks = check_presentation(presentation, now=NOW, challenge=made.challenge, domain="O")
    assert {one.answer for one in checks} == {"yes"}
    (sent,) = store_applications.presentations(session.vault)
    assert (sent.presentation, sent.holder, sent.domain) == (made.content, made.holder, "O")


def test_two_employers_cannot_tell_they_met_the_same_person(session):
    import_paths(session, [RECORDS])
    wanted = read_opportunity(OPPORTUNITY)
    other = opportunity_from(OPPORTUNITY.read_bytes().replace(b"Lakeside Practice Clinic", b"Hillside Clinic"))
    first, again, second = (signed(session, ready_for(session, one)) for one in (wanted, wanted, other))
    assert first.holder == again.holder != second.holder
    assert len({one.id for one in (first, again, second)}) == 3
    assert len(store_applications.presentations(session.vault)) == 3
    assert len(store_applications.opportunities(session.vault)) == 2


def test_what_stays_home_is_not_in_the_file(session):
    import_paths(session, [RECORDS])
    wanted = read_opportunity(OPPORTUNITY)
    ready = ready_for(session, wanted)
    home = ready.tailored.chosen[0]
    without = ready_for(session, wanted, keep=frozenset({home}))
    made = signed(session, without)
    keys = {one.key for one in read_presentation(made.content, Source("p.json")).records}
    assert keys == set(without.tailored.chosen)
    assert home not in keys


def test_the_goal_is_kept_and_a_plan_is_for_what_is_missing(session):
    import_paths(session, [RECORDS])
    with pytest.raises(PersonError, match="no_goal"):
        goal_code(session, None)
    with pytest.raises(PathwaysError, match="occupation_unknown"):
        set_goal(session, "00-0000.00")
    set_goal(session, GOAL)
    assert goal_code(session, None) == GOAL
    held = profile(session)
    stand = standpoint(session, held, GOAL)
    found = plan(session, stand)
    states = {item.requirement.concept.id: item.state for item in stand.gap}
    assert {states[one] for step in found.steps for one in step.covers} <= {"missing", "partly"}
    with pytest.raises(PathwaysError, match="step_unknown"):
        plan(session, stand, chosen=frozenset({"nothing"}))


def test_a_learner_without_records_is_met_with_unknowns_and_no_invented_scores(session):
    held = profile(session)
    stand = standpoint(session, held, GOAL)
    assert {item.state for item in stand.gap} <= {"missing", "unknown"}
    assert not [one for one in careers(session, held, 5) if one.shown]
