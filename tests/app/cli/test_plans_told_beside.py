"""`plan` and `step` in the terminal: limits, why, week by week, what if, made again and kept, how far a step is."""

import re

import pytest
from terminal import GOAL, PERSON, RECORDS, USAGE, cheap_vault, json_lines, pathfolio, sentence

CNA, CPR, CET = "us-nursing-assistant", "us-cpr-aed", "us-nha-cet"
WHAT_IF = ("--if-hours", "4", "--if-had", "Heartsaver CPR and AED")
ASKED = ("--why", "--by-week", "--budget", "600", "--place", "Reno, NV", *WHAT_IF)


@pytest.fixture(scope="module")
def maya(tmp_path_factory):
    """A vault with the practice learner's records, in which nothing is chosen."""
    folder = cheap_vault(tmp_path_factory.mktemp("maya") / "vault")
    pathfolio("vault", "import", folder, RECORDS)
    return folder


@pytest.fixture(scope="module")
def told(maya):
    """All that can be asked at once, as JSON."""
    return plan(maya, *ASKED)


@pytest.fixture(scope="module")
def english(maya):
    """The same as people read it."""
    return said(maya, *ASKED)


def plan(folder, *options):
    (found,) = json_lines(pathfolio("plan", "--vault", folder, "--goal", GOAL, *options, "--json"))
    return found


def said(folder, *options, before=()):
    done = pathfolio(*before, "plan", "--vault", folder, "--goal", GOAL, *options)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def refused(folder, *options):
    done = pathfolio("plan", "--vault", folder, "--goal", GOAL, *options)
    assert (done.returncode, done.stdout) == (PERSON, "")
    return sentence(done)


def mark(folder, *options):
    return pathfolio("step", *options, "--vault", folder, "--goal", GOAL)


def ids(found):
    return {one["id"] for one in found["steps"]}


def test_place_and_language_are_limits_like_the_others(maya, told, english):
    assert told["limits"]["places"] == ["Reno, NV"]
    assert "Your limits: $600, 20 hours a week, 2 at once, in Reno, NV or online\n" in english
    found = plan(maya, "--place", "Austin, TX", "--place", "Nevada", "--language", "es", "--language", "en")
    assert found["limits"]["places"] == ["Austin, TX", "Nevada"]
    assert found["limits"]["languages"] == ["es", "en"]


def test_what_means_nothing_gets_one_sentence(maya):
    assert "Write a place as a city" in refused(maya, "--place", " ")
    assert "is no code of a language" in refused(maya, "--language", "klingon!")
    assert "how much you can spend first" in refused(maya, "--most")
    assert refused(maya, "--if-had", "no such step") == "No learning step is named no such step."
    assert "not chosen a plan for this goal" in refused(maya, "--again")


def test_why_each_step_is_there_and_what_it_would_cost_without(told, english):
    assert [one["step"] for one in told["why"]] == [one["id"] for one in told["steps"]] != []
    for one in told["why"]:
        apart = one["without"]["difference"]
        assert apart["cost"] == one["without"]["cost"] - told["cost"]
        assert one["step"] in apart["removed"]
        assert apart["lost"] or apart["cost"] >= 0
    assert english.count("      Without it: ") == len(told["steps"])


def test_the_weeks_follow_each_other_to_the_end_of_the_plan(told, english):
    weeks = told["by_week"]
    assert (weeks[0]["first"], weeks[0]["starts"], weeks[-1]["last"]) == (1, told["starts"], told["weeks"])
    assert {run["id"] for one in weeks for run in one["steps"]} == ids(told) - set(told["untimed"])
    assert "  Week by week\n    Weeks 1 to " in english


def test_why_not_everything_and_the_nearest_plans(told, english):
    needs = [one["need"] for one in told["not_taught"]]
    assert "budget" in {code for one in told["not_taught"] for code in one["because"]}
    assert set(needs) >= {*told["beyond_budget"], *told["uncovered"], *told["only_unpriced"]}
    first, last = told["nearest"][0], told["nearest"][-1]
    assert (first["dropped"], last["dropped"]) == ("budget", "price")
    assert first["cost"] - told["cost"] == first["difference"]["cost"] > 0
    assert set(first["difference"]["gained"]) <= set(told["beyond_budget"])
    assert last["difference"]["unpriced"]
    assert "but it costs more than your budget leaves: " in english
    assert "    With no limit on money: " in english


def test_what_if_stands_beside_the_plan_of_now(told, english):
    asked = told["what_if"]
    assert asked["before"]["cost"] == told["cost"]
    assert asked["difference"]["cost"] == asked["after"]["cost"] - asked["before"]["cost"]
    assert asked["after"]["peak_hours"] <= 4
    assert CPR not in asked["steps"]
    assert "What if: if you had this: Heartsaver CPR and AED, with 4 hours a week. Then: " in english
    assert "  Now\n" in english


def test_one_step_more_is_told(told, english):
    more = told["one_more"]
    assert more["leads_to"]
    assert more["step"] not in ids(told)
    assert f"One step more: {more['name']}" in english


def test_the_most_for_a_budget_stands_beside_what_all_would_cost(maya):
    shown = said(maya, "--most", "--budget", "600")
    assert shown.index("  Most for your money\n") < shown.index("  Cheapest\n") < shown.index("  Fastest\n")
    most, whole, *_ = (float(one.replace(",", "")) for one in re.findall(r"    Price: \$([\d,]+)", shown))
    assert most <= 600 < whole
    assert "It is the most your budget pays for." in shown


def test_all_of_it_in_spanish(maya, told, english):
    spanish = said(maya, *ASKED, before=("--language", "es"))
    same = {line.strip() for line in english.splitlines()} & {line.strip() for line in spanish.splitlines()}
    assert same <= {"", "Medical Assistants", "─" * len("Medical Assistants"), *(one["name"] for one in told["steps"])}


def test_a_plan_is_kept_marked_made_again_and_kept_again(tmp_path):
    own = cheap_vault(tmp_path / "vault")
    kept = plan(own, "--choose", "cheapest")
    assert kept["chosen"] == "cheapest"
    name = next(one["name"] for one in kept["steps"] if one["id"] == CNA)
    assert mark(own, name, "--started").stdout == f"You have started {name}.\n"
    assert json_lines(mark(own, CET, "--failed", "--json")) == [
        {"goal": GOAL, "step": CET, "name": "Certified EKG Technician (CET)", "mark": "failed"}
    ]
    again = plan(own, "--again")
    assert again["changes"]["fixed"] == [CNA]
    assert {one["id"]: one["state"] for one in again["steps"]}[CNA] == "started"
    assert CET not in ids(again)
    assert "chosen" not in again
    shown = said(own, "--again", "--choose", "cheapest")
    assert "Stays in any case: " in shown
    assert "The cheapest plan is yours now." in shown
    mark(own, CNA, "--done")
    mark(own, CET, "--wanted")
    now = plan(own)
    assert CNA not in ids(now)
    assert CET in ids(now)


def test_a_step_that_cannot_be_marked_gets_one_sentence(maya):
    assert mark(maya, CNA).returncode == USAGE
    assert sentence(mark(maya, CNA, "--started")).endswith("is not in the plan you keep.")
    assert sentence(mark(maya, "nothing", "--done")) == "No learning step is named nothing."
    assert mark(maya, CNA, "--not-done").stdout.endswith("whatever your records say.\n")
