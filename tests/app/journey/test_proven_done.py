"""A record that proves a step done takes it out of plans; nothing near does, and the learner can say no."""

import json
from dataclasses import replace

import pytest
from journey_world import journey
from plan_world import course, needs_of
from signed_records import LEARNER_SEED, signed_badge
from terminal import GOAL

from app.applying.holder import holder_of
from app.journey.plan.kept import choose_plan, kept_plan
from app.journey.plan.proven_done import SHORT_NAMES, kept_now, plain_name, proven_done, say_not_done
from app.journey.plan.view import plan_view
from app.journey.plan.ways import find_ways
from app.journey.records.holding import import_bytes
from app.journey.skills.profile import profile
from app.places import asset
from app.vault import store_keys
from app.vault.store_plan import set_goal
from app.wording import Words
from pathways.frameworks.catalog import read_entries
from pathways.model import Offering

COLLEGE = "Harbor Practice College"
PAGE = "https://practice.example/achievements/draw-blood"


@pytest.fixture
def session(tmp_path):
    """Someone without records whose key is the learner's, who wants to be a medical assistant."""
    with journey(tmp_path, records=False) as opened:
        store_keys.keep_key(opened.vault, LEARNER_SEED, "Learner", lambda seed: holder_of(seed).did)
        set_goal(opened.vault, GOAL)
        yield opened


def step(name, *, provider=COLLEGE, **offering):
    entry = course("blood", [], cost=10)
    return replace(entry.step, name=name, provider=provider, offering=Offering(**offering))


def bring(session, name="Draw Blood", **more):
    import_bytes(session, json.dumps(signed_badge(name, **more)).encode())


def proven(session, *steps):
    return [(one.step.name, one.by) for one in proven_done(session, steps)]


@pytest.mark.parametrize(
    "name",
    ["Draw Blood", "draw  blood", "DRAW-BLOOD", "Draw Blood (DB)"],
)
def test_the_very_name_by_the_same_giver_proves_it(session, name):
    bring(session)
    assert proven(session, step(name)) == [(name, "name")]
    assert proven(session, step("A course", credential=name)) == [("A course", "name")]


@pytest.mark.parametrize(
    "near",
    [
        step("Draw Blood 2"),
        step("Draw Blood (Type II)"),
        step("Blood"),
        step("Draw Blood", provider="Another School"),
        step("Draw Blood", provider=None),
        step("Draw Blood", provider="Practice"),
        step("Draw Blood", provider="Harbor Practice College of Nursing"),
    ],
    ids=["more", "type", "less", "other giver", "no giver", "part of its giver", "more than its giver"],
)
def test_nothing_near_proves_it(session, near):
    bring(session)
    assert proven(session, near) == []


def test_the_address_of_what_was_achieved_proves_it_whatever_the_name(session):
    bring(session)
    known = step("Another name", provider=None, page=PAGE.replace("https", "http") + "/")
    assert proven(session, known) == [("Another name", "address")]
    twin = replace(known, id="twin")
    assert proven(session, known, twin) == []


def test_what_a_record_is_aligned_to_is_not_what_was_achieved(session):
    other = "https://practice.example/certificates/phlebotomy"
    bring(session, achievement={"alignment": [{"type": ["Alignment"], "targetName": "Phlebotomy", "targetUrl": other}]})
    assert proven(session, step("Phlebotomy certificate", provider=None, page=other)) == []


@pytest.mark.parametrize(
    ("issuer", "provider"),
    [
        ("Harbor Practice College, Inc.", COLLEGE),
        ("NHA", "National Healthcareer Association"),
        ("National Healthcareer Association (NHA)", "National Healthcareer Association"),
        ("Google", "Google, on Coursera"),
    ],
    ids=["a firm", "initials", "initials in brackets", "carried by another"],
)
def test_a_giver_goes_by_its_whole_name_or_by_a_known_short_one(session, issuer, provider):
    bring(session, issuer_name=issuer)
    assert proven(session, step("Draw Blood", provider=provider)) == [("Draw Blood", "name")]
    assert proven(session, step("Draw Blood", provider=f"West {provider}")) == []


@pytest.mark.parametrize(
    "record",
    [
        {"subject": holder_of(b"someone else".ljust(32, b"-")).did},
        {"extra": {"validUntil": "2026-01-01T00:00:00Z"}},
        {"extra_subject": {"result": [{"type": ["Result"], "status": "Failed"}]}},
    ],
    ids=["about another", "lapsed", "failed"],
)
def test_a_record_that_shows_nothing_today_proves_nothing(session, record):
    bring(session, **record)
    assert proven(session, step("Draw Blood")) == []


def test_a_record_that_nobody_signed_proves_nothing(session):
    badge = signed_badge("Draw Blood")
    del badge["proof"]
    import_bytes(session, json.dumps(badge).encode())
    assert proven(session, step("Draw Blood")) == []


def test_plans_leave_out_what_is_proven_and_the_learner_can_say_no(session):
    held = profile(session)
    a, b, *_ = needs_of(session, held)
    entries = tuple(
        replace(one, step=replace(one.step, provider=COLLEGE))
        for one in (course("Draw Blood", [a], cost=10), course("second", [b], cost=5, needs=["Draw Blood"]))
    )
    world = replace(session, catalog=entries)
    before = find_ways(world, held)
    assert before.cheapest.ids == {"Draw Blood", "second"}
    choose_plan(world, GOAL, "cheapest", before.cheapest.plan, before.cheapest.schedule, before.cheapest.start)
    bring(world)
    held = profile(world)
    ways = find_ways(world, held)
    assert ways.cheapest.ids == {"second"}
    assert ways.cheapest.kept
    assert [one.id for one in ways.cheapest.done] == ["Draw Blood"]
    (row,) = plan_view(world, Words("en"), ways).proven
    assert row.sentence == "Your record Draw Blood shows that you have finished Draw Blood."
    assert kept_now(world, GOAL).ids("done") == {"Draw Blood"}
    assert kept_plan(world, GOAL).ids("done") == frozenset()
    assert say_not_done(world, "Draw Blood") is False
    assert find_ways(world, held).cheapest.ids == {"Draw Blood", "second"}
    assert say_not_done(world, "Draw Blood", no=False) is True
    assert find_ways(world, held).cheapest.ids == {"second"}


def test_each_short_name_is_of_a_giver_in_the_shipped_catalog():
    told = read_entries(asset("catalog", "us.json"))
    assert set(SHORT_NAMES.values()) <= {plain_name(one.step.provider or "") for one in told}


def test_names_are_the_same_but_for_case_and_signs():
    assert plain_name("CompTIA  A+ (Core)") == "comptia a+ core"
    assert plain_name("C++") != plain_name("C#")
    assert plain_name("Ｆｕｌｌ") == "full"
