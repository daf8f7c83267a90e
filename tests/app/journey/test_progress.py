"""How far a learner is, as the vault tells it, and still tells after it was locked."""

from dataclasses import replace

import pytest
from applying_world import sign
from practice_world import NOW
from terminal import CHEAP, GOAL, OPPORTUNITY, PASSPHRASE, RECORDS

from app.applying.opportunity import read_opportunity
from app.journey.apply.draft import Draft, forget_draft, keep_draft
from app.journey.apply.preparing import elsewhere, prepare
from app.journey.goal.aim import set_goal
from app.journey.opening import session_of
from app.journey.papers import labels
from app.journey.progress import note, progress
from app.journey.records.holding import cards, import_paths, put_back, remove
from app.journey.skills.profile import profile, say_in_own_words
from app.journey.steps import Progress, state_of
from app.vault import store_applications, store_plan, vault
from app.wording import Words
from app.wording.papers import STATEMENT


@pytest.fixture
def session(tmp_path):
    made, _code = vault.create(tmp_path / "v", PASSPHRASE, cost=CHEAP)
    with made, session_of(made) as opened:
        yield replace(opened, clock=lambda: NOW)


def reopened(session):
    """The same journey after locking."""
    session.vault.lock()
    opened = vault.unlock(session.vault.folder, PASSPHRASE)
    return replace(session, vault=opened, memory=type(session.memory)())


def test_an_empty_vault_is_no_progress(session):
    assert progress(session) == Progress()


def test_records_and_own_words_are_counted_without_matching_them(session):
    import_paths(session, [RECORDS])
    told = progress(session)
    assert told.records == 8
    assert told.found > 20
    assert say_in_own_words(session, "Juggle")
    assert (progress(session).found, progress(session).own) == (told.found, 1)
    assert session.pack.kept == {} or not [key for key in session.pack.kept if key.startswith("proposed:")]


def test_what_pages_worked_out_is_told_again_after_locking(session):
    import_paths(session, [RECORDS])
    set_goal(session, GOAL)
    note(session, "records")
    note(session, "skills", agreed=14, open=2)
    note(session, "goal", compared=3)
    note(session, "plan", plans=2)
    note(session, "apply")
    keep_draft(session, Draft(read_opportunity(OPPORTUNITY)))
    before = progress(session)
    again = reopened(session)
    with again.vault:
        assert progress(again) == before
    assert (before.agreed, before.open, before.compared, before.plans, before.ready) == (14, 2, 3, 2, True)
    assert (before.goal, before.visited) == (
        "Medical Assistants",
        frozenset({"records", "skills", "goal", "plan", "apply"}),
    )
    assert state_of("skills", before, "goal").code == "skills_agreed"


def test_an_application_waits_until_it_is_signed_or_let_go(session):
    keep_draft(session, Draft(read_opportunity(OPPORTUNITY)))
    assert state_of("apply", progress(session), "apply").code == "apply_ready"
    forget_draft(session)
    assert state_of("apply", progress(session), "apply").code == "here"


def test_a_note_that_says_nothing_new_writes_nothing(session):
    note(session, "skills", agreed=1)
    changes = session.vault._opened.conn.total_changes
    note(session, "skills", agreed=1)
    assert session.vault._opened.conn.total_changes == changes


def test_skills_are_to_look_at_again_when_the_records_change(session):
    import_paths(session, [RECORDS])
    note(session, "skills", agreed=14, open=2)
    say_in_own_words(session, "Juggle")
    assert state_of("skills", progress(session), "records").values == {"number": 1}
    (first, *_) = cards(session)
    remove(session, first.record.key)
    assert state_of("skills", progress(session), "records").code == "skills_changed"
    put_back(session, first.record.key)
    note(session, "skills", agreed=15)
    told = progress(session)
    assert (told.agreed, told.open, state_of("skills", told, "goal").code) == (15, 2, "skills_agreed")


def test_the_plan_is_of_the_goal_it_was_made_for(session):
    set_goal(session, GOAL)
    note(session, "plan", plans=2)
    store_plan.choose_steps(session.vault, GOAL, [(one, {}) for one in "abc"])
    store_plan.set_plan(session.vault, GOAL, {"kind": "cheapest", "weeks": 17})
    told = progress(session)
    assert (told.plans, told.steps, told.plan_kind, told.weeks) == (2, 3, "cheapest", 17)
    set_goal(session, "29-2061.00")
    other = progress(session)
    assert (other.plans, other.steps, other.plan_kind, other.weeks) == (0, 0, None, None)
    note(session, "plan", plans=1)
    assert progress(session).plan_kind is None
    store_plan.set_goal(session.vault, "00-0000.00")
    assert progress(session).goal == "00-0000.00", "data that came later no longer know it"


@pytest.mark.parametrize(
    ("began", "week"), [("2026-11-21", 1), ("2026-10-24", 5), ("2026-11-22", None), ("2026-01-01", None), (None, None)]
)
def test_the_week_of_the_plan_is_told_while_it_runs(session, began, week):
    set_goal(session, GOAL)
    store_plan.set_plan(session.vault, GOAL, {"kind": "work", "weeks": 17, **({"start": began} if began else {})})
    assert (progress(session).week, progress(session).plan_kind) == (week, None)


def test_steps_begun_done_and_dropped_are_counted(session):
    set_goal(session, GOAL)
    store_plan.choose_steps(session.vault, GOAL, [(one, {}) for one in "abcd"])
    for step, state in zip("abd", ("done", "started", "dropped"), strict=True):
        store_plan.set_step_state(session.vault, GOAL, step, state)
    told = progress(session)
    assert (told.steps, told.steps_begun, told.steps_done) == (3, 2, 1)


def test_what_was_sent_and_what_came_of_it_is_counted(session):
    import_paths(session, [RECORDS])
    held = cards(session)
    for _ in range(3):
        ready = prepare(session, held, profile(session, held), read_opportunity(OPPORTUNITY))
        sign(session, ready, labels(Words(), STATEMENT), told=frozenset(elsewhere(session, ready)))
    assert (progress(session).sent, progress(session).waiting) == (3, 3)
    first, second, _third = store_applications.presentations(session.vault)
    store_applications.add_outcome(session.vault, first.id, "interview")
    store_applications.add_outcome(session.vault, second.id, "not_this_time")
    told = progress(session)
    assert (told.sent, told.waiting, told.interviews) == (3, 1, 1)
