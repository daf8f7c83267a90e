"""A plan handed on as a file and taken in elsewhere: the same plan, undone at once; no hostile file changes it."""

import json
from dataclasses import replace

import pytest
from chosen_plan import FILLED_IN, LIMITS, chosen, the_plan, the_way
from plan_world import newcomer
from terminal import GOAL

from app.errors import PersonError
from app.journey.after.reminders import reminders
from app.journey.opening import practice
from app.journey.plan.employment_plan import NOTHING_FILLED_IN, EmploymentPlan, employment_plan, set_employment_plan
from app.journey.plan.file import PlanFile, plan_file, read_plan_file
from app.journey.plan.ground import both, ground_of, standpoint
from app.journey.plan.handed import handed_on, read_plan_from, take_back, take_in
from app.journey.plan.kept import kept_plan, snapshot
from app.journey.plan.limits import limits, limits_said
from app.journey.skills.profile import profile
from app.vault import store_plan
from app.wording import Words
from pathways.errors import PathwaysError


@pytest.fixture(scope="module")
def handed():
    with chosen() as (session, stand):
        return handed_on(session, stand, the_way(session), the_plan(session)), the_plan(session)


def test_what_is_read_is_what_was_written(handed):
    data, kept = handed
    assert read_plan_file(data) == PlanFile(kept, LIMITS, FILLED_IN)
    assert plan_file(read_plan_file(data), json.loads(data)["goal"]["name"]) == data


def test_it_says_what_it_is_and_nothing_of_who_it_is_for(handed):
    told = json.loads(handed[0])
    assert (told["format"], told["version"]) == ("pathfolio-plan", 1)
    assert list(told) == ["format", "version", "goal", "plan", "steps", "limits", "notes"]
    assert [one["state"] for one in told["steps"]].count("dropped") == 1
    with practice("maya") as (session, learner):
        stand = standpoint(session, profile(session), GOAL)
        data = handed_on(session, stand, both(ground_of(session, stand))[0])
    for private in (learner.name, learner.email, "Customer Care in Clinics", "did:key"):
        assert private.encode() not in data


@pytest.mark.parametrize("learner", ["maya", "renee", "daniel"])
def test_every_way_can_be_handed_on(learner):
    with practice(learner) as (session, _):
        goal = store_plan.goal(session.vault) or GOAL
        stand = standpoint(session, profile(session), goal)
        for way in both(ground_of(session, stand)):
            kept = read_plan_file(handed_on(session, stand, way)).kept
            assert [one.step for one in kept.steps] == list(way.in_turn)
            assert tuple(one.slot for one in kept.steps if one.slot.start) == tuple(
                one for step in way.in_turn if (one := way.schedule.slot(step.id)) and one.start
            )


def test_taken_in_elsewhere_it_is_the_plan_kept_and_undone_in_one_go(handed):
    data, kept = handed
    with newcomer() as (session, held):
        store_plan.set_goal(session.vault, "43-3031.00")
        set_employment_plan(session, GOAL, EmploymentPlan(counselor="Someone before"))
        plan_before = snapshot(session, GOAL)
        before = take_in(session, read_plan_file(data))
        assert kept_plan(session, GOAL) == kept
        assert (limits(session), employment_plan(session, GOAL)) == (LIMITS, FILLED_IN)
        assert store_plan.goal(session.vault) == GOAL
        assert [one.code for one in reminders(session, (), (), held)] == ["step_done", "step_started"]
        take_back(session, before)
        assert (kept_plan(session, GOAL), snapshot(session, GOAL)) == (None, plan_before)
        assert not limits_said(session)
        assert employment_plan(session, GOAL).counselor == "Someone before"
        assert store_plan.goal(session.vault) == "43-3031.00"


def test_an_occupation_that_nobody_knows_changes_nothing(handed):
    found = read_plan_file(handed[0])
    with chosen() as (session, _):
        before = everything(session)
        with pytest.raises(PathwaysError) as caught:
            take_in(session, replace(found, kept=replace(found.kept, goal="99-9999.99")))
        assert caught.value.code == "occupation_unknown"
        assert everything(session) == before


def everything(session):
    return (
        snapshot(session, GOAL),
        limits(session),
        employment_plan(session, GOAL),
        store_plan.goal(session.vault),
    )


def changed(path, value):
    """A change to a sound file: the value at a path of keys."""

    def change(told):
        at = told
        for key in path[:-1]:
            at = at[key]
        at[path[-1]] = value

    return change


def twin_steps(told):
    told["steps"].append(told["steps"][0])


def loop(told):
    first, second = (told["steps"][number]["step"] for number in (0, 1))
    first["needs"], second["needs"] = [second["id"]], [first["id"]]


def loop_of_choices(told):
    ids = [one["step"]["id"] for one in told["steps"]]
    for one, other in ((1, 2), (2, 1)):
        told["steps"][one]["step"]["needs"] = []
        told["steps"][one]["step"]["needs_any"] = [{"count": 1, "steps": [ids[other], "on no list"]}]


def loop_once_dropped(told):
    """Any of two that must come first: one waits in turn, the other was dropped."""
    loop_of_choices(told)
    out = next(one for one in told["steps"] if one["state"] == "dropped")
    told["steps"][1]["step"]["needs_any"][0]["steps"][1] = out["step"]["id"]


STEP = ("steps", 0, "step")
CHANGES = {
    "no plan file": (changed(("format",), "pathfolio-backup"), "plan_file_other"),
    "a newer form": (changed(("version",), 2), "plan_file_newer"),
    "an older form": (changed(("version",), 0), "plan_file_bad"),
    "a version in words": (changed(("version",), "1"), "plan_file_bad"),
    "something more": (changed(("virus",), 1), "plan_file_bad"),
    "no code": (changed(("goal", "code"), "medical assistant"), "plan_file_bad"),
    "a Tuesday": (changed(("plan", "start"), "2026-11-24"), "plan_file_bad"),
    "no such day": (changed(("plan", "start"), "2026-02-30"), "plan_file_bad"),
    "too many weeks": (changed(("plan", "weeks"), 100_000_000), "plan_file_bad"),
    "half a week": (changed(("plan", "weeks"), 1.5), "plan_file_bad"),
    "a kind of its own": (changed(("plan", "kind"), "magic"), "plan_file_bad"),
    "a text for a list": (changed(("steps",), "first"), "plan_file_bad"),
    "too many steps": (changed(("steps",), [{}] * 201), "plan_file_bad"),
    "no step": (changed(("steps",), []), "plan_file_bad"),
    "steps that wait for each other": (loop, "plan_file_loop"),
    "choices that wait for each other": (loop_of_choices, "plan_file_loop"),
    "choices that wait for each other, as one is dropped": (loop_once_dropped, "plan_file_loop"),
    "a step twice": (twin_steps, "plan_file_bad"),
    "a hidden letter in an id": (changed((*STEP, "id"), "fir\u202est"), "plan_file_bad"),
    "a long name": (changed((*STEP, "name"), "x" * 501), "plan_file_bad"),
    "a name that is a list": (changed((*STEP, "name"), ["x"]), "plan_file_bad"),
    "a price below zero": (changed((*STEP, "cost", "value"), -5), "plan_file_bad"),
    "a price in words": (changed((*STEP, "cost", "value"), "free"), "plan_file_bad"),
    "a price that is true": (changed((*STEP, "cost", "value"), True), "plan_file_bad"),
    "an address that runs": (changed((*STEP, "offering", "page"), "javascript:alert(1)"), "plan_file_bad"),
    "a day that is none": (changed((*STEP, "offering", "as_of"), "2026-13-01"), "plan_file_bad"),
    "a state of its own": (changed(("steps", 0, "state"), "expelled"), "plan_file_bad"),
    "a week before the first": (changed(("steps", 0, "slot", "start"), -1), "plan_file_bad"),
    "too many hours": (changed(("limits", "hours_a_week"), 101), "plan_file_bad"),
    "no support we know": (changed(("notes", "supports"), ["yacht"]), "plan_file_bad"),
    "a long note": (changed(("notes", "notes"), "x" * 2001), "plan_file_bad"),
    "too many own supports": (changed(("notes", "own_supports"), [str(n) for n in range(21)]), "plan_file_bad"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_hostile_plan_file_is_told_in_a_sentence(handed, name):
    change, code = CHANGES[name]
    told = json.loads(handed[0])
    change(told)
    refused(json.dumps(told).encode(), code)


BYTES = {
    "empty": (b"", "file_empty"),
    "no JSON": (b"{", "json_truncated"),
    "a list": (b"[]", "plan_file_other"),
    "twin keys": (b'{"format": "pathfolio-plan", "format": "pathfolio-plan"}', "json_duplicate_key"),
    "no number": (b'{"format": "pathfolio-plan", "version": NaN}', "json_bad_number"),
    "without end": (b'{"format": "pathfolio-plan", "version": 1e999}', "json_bad_number"),
    "deep": (b'{"format": ' + b"[" * 30 + b"]" * 30 + b"}", "json_too_deep"),
    "not UTF-8": (b'{"format": "\xff"}', "not_utf8"),
    "another program": (b"\x89PNG\r\n\x00\x00", "file_binary"),
    "too big": (b" " * 2_000_001, "plan_file_too_big"),
    "too many values": (b'{"format": [' + b"1," * 100_001 + b"1]}", "json_too_many_values"),
    "half a letter": (b'{"format": "\\ud800"}', "json_bad_character"),
}


@pytest.mark.parametrize("name", BYTES)
def test_bytes_that_are_no_plan_file(name):
    refused(*BYTES[name])


def refused(data, code):
    with pytest.raises(PersonError) as caught:
        read_plan_file(data)
    assert caught.value.code == code
    said = Words().problem(caught.value.code, caught.value.values)
    assert said.endswith(".")
    assert "\n" not in said
    assert Words("es").problem(caught.value.code, caught.value.values) != said


def test_a_loop_of_choices_is_named_and_a_choice_that_can_be_met_is_none(handed):
    told = json.loads(handed[0])
    loop_of_choices(told)
    names = [told["steps"][place]["step"]["name"] for place in (1, 2)]
    with pytest.raises(PersonError) as caught:
        read_plan_file(json.dumps(told).encode())
    assert caught.value.values["steps"] in (" → ".join((*names, names[0])), " → ".join((*names[::-1], names[1])))
    told["steps"][1]["step"]["needs_any"][0]["steps"][1] = told["steps"][0]["step"]["id"]
    assert len(read_plan_file(json.dumps(told).encode()).kept.steps) == len(told["steps"])


def test_texts_of_strangers_are_cleaned(handed):
    told = json.loads(handed[0])
    told["steps"][0]["step"]["name"] = "Good \u202edoog\u0007"
    told["notes"]["counselor"] = "Pat\u200b\nLee"
    found = read_plan_file(json.dumps(told).encode())
    assert found.kept.steps[0].step.name == "Good doog"
    assert found.notes.counselor == "Pat Lee"


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(PersonError) as caught:
        read_plan_from(tmp_path / "none.json")
    assert caught.value.code == "file_not_found"


def test_a_plan_without_a_step_is_not_handed_on():
    with newcomer() as (session, held):
        stand = replace(standpoint(session, held, GOAL), gap=())
        with pytest.raises(PersonError) as caught:
            handed_on(session, stand, both(ground_of(session, stand))[0])
    assert caught.value.code == "plan_empty"


def test_nothing_filled_in_stays_nothing():
    with chosen() as (session, stand):
        set_employment_plan(session, GOAL, NOTHING_FILLED_IN)
        found = read_plan_file(handed_on(session, stand, the_way(session), the_plan(session)))
        assert found.notes == NOTHING_FILLED_IN
