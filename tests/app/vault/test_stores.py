"""Plain data in, the same plain data out, still there after locking."""

from datetime import datetime, timedelta, timezone

import pytest
from vault_help import PASSPHRASE, add_check, checked, new_vault, record

from app.vault import store_applications as applications
from app.vault import store_keys as keys
from app.vault import store_plan as plan
from app.vault import store_profile as profile
from app.vault import store_records as stored
from app.vault import store_settings as settings
from app.vault import vault

HOSTILE = "<script>alert(1)</script>\x00\x07\u202e'; DROP TABLE record; --"


@pytest.fixture
def opened(tmp_path):
    made, _ = new_vault(tmp_path / "v")
    with made:
        yield made


def reopened(opened):
    opened.lock()
    return vault.unlock(opened.folder, PASSPHRASE)


def test_a_record_is_kept_once_byte_for_byte(opened):
    raw = bytes(range(256)) * 40
    assert stored.add_record(opened, record(raw, "a.zip", "b/c.json")) == "added"
    assert stored.add_record(opened, record(raw, "other.json")) == "already there"
    assert stored.add_record(opened, record(raw + b" ")) == "added"
    with reopened(opened) as again:
        first, second = stored.records(again)
        assert (first.raw, first.kind, first.source.file, first.source.member) == (raw, "ob3", "a.zip", "b/c.json")
        assert second.raw == raw + b" "
        assert datetime.fromisoformat(first.added_at).utcoffset() == timedelta(0)


def test_several_records_are_kept_together_or_not_at_all(opened):
    def breaking_off():
        yield record(b"one")
        yield record(b"two")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stored.add_records(opened, breaking_off())
    assert stored.sources(opened) == ()
    one, two = record(b"one"), record(b"two", "a.zip", "b/c.json")
    assert stored.add_records(opened, (one, two, one)) == ("added", "added", "already there")
    assert stored.sources(opened) == ((one.key, one.source), (two.key, two.source))
    stored.remove_record(opened, one.key)
    assert [key for key, _ in stored.sources(opened)] == [two.key]
    assert stored.number(opened) == 1
    assert (stored.record(opened, one.key), stored.record(opened, two.key).raw) == (None, b"two")


def test_a_removed_record_comes_back_with_its_checks_until_it_is_purged(opened):
    kept = record()
    stored.add_record(opened, kept)
    add_check(opened, kept.key)
    assert stored.remove_record(opened, kept.key)
    assert not stored.remove_record(opened, kept.key)
    assert stored.records(opened) == ()
    assert [one.key for one in stored.removed_records(opened)] == [kept.key]
    assert stored.restore_record(opened, kept.key)
    assert not stored.restore_record(opened, kept.key)
    assert checked(opened) == ["signature"]
    assert not stored.purge_record(opened, kept.key)
    stored.remove_record(opened, kept.key)
    assert stored.purge_record(opened, kept.key)
    assert (stored.removed_records(opened), checked(opened)) == ((), [])
    assert stored.add_record(opened, kept) == "added"


def test_adding_a_removed_record_brings_it_back(opened):
    stored.add_record(opened, record())
    stored.remove_record(opened, record().key)
    assert stored.add_record(opened, record()) == "added"
    assert len(stored.records(opened)) == 1


def test_own_words(opened):
    first = profile.add_own_words(opened, HOSTILE, "a photograph")
    assert profile.remove_own_words(opened, first)
    assert not profile.remove_own_words(opened, first)
    second = profile.add_own_words(opened, HOSTILE)
    assert second > first
    with reopened(opened) as again:
        (words,) = profile.own_words(again)
        assert (words.id, words.text, words.note) == (second, HOSTILE, None)


def test_answers_are_replaced_and_undone(opened):
    profile.answer(opened, "claim", "2.A.1.a", agreed=True, level=3.5)
    profile.answer(opened, "claim", "2.B.1.a", agreed=False)
    profile.answer(opened, "claim", "2.A.1.a", agreed=False)
    with reopened(opened) as again:
        found = [(one.concept_id, one.agreed, one.level) for one in profile.answers(again)]
        assert found == [("2.A.1.a", False, None), ("2.B.1.a", False, None)]
        assert profile.undo_answer(again, "claim", "2.A.1.a")
        assert not profile.undo_answer(again, "claim", "2.A.1.a")
        assert len(profile.answers(again)) == 1


def test_what_the_learner_said_is_put_back_as_it_was(opened):
    number = profile.add_own_words(opened, "Drive", "a photograph")
    profile.answer(opened, "claim", "2.A.1.a", agreed=True, level=3.5)
    words, answers = profile.own_words(opened), profile.answers(opened)
    assert profile.change_own_words(opened, number, HOSTILE, None)
    assert not profile.change_own_words(opened, number + 1, HOSTILE, None)
    profile.answer(opened, "claim", "2.A.1.a", agreed=False)
    with reopened(opened) as again:
        assert profile.own_words(again)[0].text == HOSTILE
        for _ in range(2):
            profile.put_back_own_words(again, words[0])
            profile.put_back_answer(again, answers[0])
            assert (profile.own_words(again), profile.answers(again)) == (words, answers)
            profile.remove_own_words(again, number)
            profile.undo_answer(again, "claim", "2.A.1.a")
        assert profile.add_own_words(again, "Swim") > number


def test_goal_and_limits(opened):
    assert (plan.goal(opened), plan.limits(opened)) == (None, {})
    plan.set_goal(opened, "29-1141.00")
    plan.set_limits(opened, {"budget": 500, "hours_a_week": 10.5})
    with reopened(opened) as again:
        assert (plan.goal(again), plan.limits(again)) == ("29-1141.00", {"budget": 500, "hours_a_week": 10.5})
        plan.set_goal(again, None)
        assert plan.goal(again) is None


def test_chosen_steps_keep_their_state_when_the_plan_is_made_again(opened):
    plan.choose_steps(opened, "29-1141.00", [("a", {"name": "A"}), ("b", {"name": "B"}), ("c", {})])
    assert plan.set_step_state(opened, "29-1141.00", "a", "done")
    assert plan.set_step_state(opened, "29-1141.00", "c", "dropped")
    assert not plan.set_step_state(opened, "29-1141.00", "z", "done")
    plan.choose_steps(opened, "11-1011.00", [("b", {})])
    plan.choose_steps(opened, "29-1141.00", [("d", {}), ("a", {"name": "A2"}), ("c", {})])
    with reopened(opened) as again:
        found = [(step.step_id, step.state, dict(step.step)) for step in plan.chosen_steps(again, "29-1141.00")]
        assert found == [("d", "chosen", {}), ("a", "done", {"name": "A2"}), ("c", "chosen", {})]
        assert [step.step_id for step in plan.chosen_steps(again, "11-1011.00")] == ["b"]


def test_what_is_started_done_or_dropped_outlives_a_new_plan_and_all_can_be_put_back(opened):
    plan.choose_steps(opened, "29-1141.00", [(name, {}) for name in "abcd"])
    for name, state in zip("abc", ("started", "done", "dropped"), strict=True):
        plan.set_step_state(opened, "29-1141.00", name, state)
    before = plan.chosen_steps(opened, "29-1141.00")
    plan.choose_steps(opened, "29-1141.00", [("e", {})])
    states = {step.step_id: step.state for step in plan.chosen_steps(opened, "29-1141.00")}
    assert states == {"a": "started", "b": "done", "c": "dropped", "e": "chosen"}
    plan.put_steps(opened, "29-1141.00", before)
    assert plan.chosen_steps(opened, "29-1141.00") == before


def test_what_is_true_of_the_whole_plan_and_the_steps_wanted_are_kept_by_goal(opened):
    assert (plan.plan(opened, "29-1141.00"), plan.wanted(opened, "29-1141.00")) == ({}, frozenset())
    plan.set_plan(opened, "29-1141.00", {"kind": "cheapest"})
    plan.set_wanted(opened, "29-1141.00", {"b", "a"})
    with reopened(opened) as again:
        assert plan.plan(again, "29-1141.00") == {"kind": "cheapest"}
        assert plan.wanted(again, "29-1141.00") == {"a", "b"}
        assert (plan.plan(again, "11-1011.00"), plan.wanted(again, "11-1011.00")) == ({}, frozenset())
        plan.set_plan(again, "29-1141.00", None)
        assert plan.plan(again, "29-1141.00") == {}


def did_of(seed):
    return f"did:example:{seed.hex()}"


def test_keys_are_new_each_time_and_found_by_did_and_purpose(opened):
    first = keys.new_key(opened, "opportunity:1", did_of)
    second = keys.new_key(opened, "opportunity:1", did_of)
    assert len(first.seed) == 32
    assert first.seed != second.seed
    assert first.seed.hex() not in repr(first).replace(first.did, "")
    assert "seed" not in repr(first)
    with reopened(opened) as again:
        assert keys.keys(again) == (first, second)
        assert keys.dids(again) == (first.did, second.did)
        assert keys.key_of(again, first.did) == first
        assert keys.key_for(again, "opportunity:1") == second
        assert (keys.key_of(again, "did:example:none"), keys.key_for(again, "none")) == (None, None)


def test_a_key_kept_twice_is_one_key(opened):
    first = keys.keep_key(opened, b"\x01" * 32, "practice", did_of)
    assert keys.keep_key(opened, b"\x01" * 32, "other", did_of) == first
    assert keys.keys(opened) == (first,)
    with pytest.raises(ValueError, match="32 bytes"):
        keys.keep_key(opened, b"short", "practice", did_of)


def test_opportunities_and_the_ledger(opened):
    number = applications.add_opportunity(opened, {"title": HOSTILE, "requirements": [1]})
    assert applications.add_opportunity(opened, {"requirements": [1], "title": HOSTILE}) == number
    made = applications.add_presentation(
        opened, number, challenge="c", domain="d", holder="did:x", record_keys=["k2", "k1"], presentation=b"\x00{}"
    )
    first = applications.add_outcome(opened, made, "interview", note=HOSTILE, day="2026-04-16T10:30")
    other = applications.add_outcome(opened, made, "offer")
    with pytest.raises(KeyError):
        applications.add_outcome(opened, made + 1, "interview")
    assert applications.remove_outcome(opened, other)
    assert not applications.remove_outcome(opened, other)
    with reopened(opened) as again:
        (kept,) = applications.opportunities(again)
        (sent,) = applications.presentations(again)
        (told,) = applications.outcomes(again)
        assert (kept.id, dict(kept.opportunity)) == (number, {"title": HOSTILE, "requirements": [1]})
        assert (sent.opportunity_id, sent.record_keys, sent.presentation) == (number, ("k2", "k1"), b"\x00{}")
        assert (sent.challenge, sent.domain, sent.holder) == ("c", "d", "did:x")
        assert (told.id, told.presentation_id, told.code, told.note) == (first, made, "interview", HOSTILE)
        assert told.day == "2026-04-16T10:30"


def test_settings(opened):
    assert settings.setting(opened, "language", "en") == "en"
    settings.set_setting(opened, "language", {"code": "es"})
    settings.set_setting(opened, "language", {"code": "en"})
    with reopened(opened) as again:
        assert settings.setting(again, "language") == {"code": "en"}
        assert settings.forget_setting(again, "language")
        assert not settings.forget_setting(again, "language")


def test_the_clock_is_the_callers(tmp_path):
    made, _ = vault.create(
        tmp_path / "w", PASSPHRASE, clock=lambda: datetime(2026, 1, 2, 3, tzinfo=timezone(timedelta(hours=2)))
    )
    with made:
        profile.add_own_words(made, "x")
        assert profile.own_words(made)[0].added_at == "2026-01-02T01:00:00+00:00"
