"""`plan` and `step` in the terminal: limits, why, week by week, what if, made again and kept, how far a step is."""

import pytest
from terminal import GOAL, PERSON, RECORDS, USAGE, cheap_vault, json_lines, pathfolio, sentence

CNA, CPR, CET = "us-nursing-assistant", "us-cpr-aed", "us-nha-cet"
SPANISH = ("--language", "es")


@pytest.fixture(scope="module")
def maya(tmp_path_factory):
    """A vault with the practice learner's records, in which nothing is chosen."""
    folder = cheap_vault(tmp_path_factory.mktemp("maya") / "vault")
    pathfolio("vault", "import", folder, RECORDS)
    return folder


@pytest.fixture
def own(tmp_path):
    """An empty vault of one's own."""
    return cheap_vault(tmp_path / "vault")


def plan(folder, *options):
    (found,) = json_lines(pathfolio("plan", "--vault", folder, "--goal", GOAL, *options, "--json"))
    return found


def said(folder, *options, before=()):
    done = pathfolio(*before, "plan", "--vault", folder, "--goal", GOAL, *options)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def mark(folder, *options):
    return pathfolio("step", *options, "--vault", folder, "--goal", GOAL)


def test_places_and_languages_are_limits_like_the_others(maya):
    found = plan(maya, "--place", "Austin, TX", "--place", "Reno, NV", *SPANISH)
    assert found["limits"]["places"] == ["Austin, TX", "Reno, NV"]
    assert found["limits"]["languages"] == ["es"]
    assert "in Austin, TX; Reno, NV or online, taught in Spanish" in said(
        maya, "--place", "Austin, TX", "--place", "Reno, NV", *SPANISH
    )


@pytest.mark.parametrize("wrong", [("--place", " "), ("--language", "klingon!")], ids=["place", "language"])
def test_a_place_or_language_that_means_nothing_gets_one_sentence(maya, wrong):
    done = pathfolio("plan", "--vault", maya, "--goal", GOAL, *wrong)
    assert done.returncode == PERSON
    assert sentence(done)


def test_why_each_step_is_there_and_what_it_would_cost_without(maya):
    found = plan(maya, "--why")
    assert [one["step"] for one in found["why"]] == [one["id"] for one in found["steps"]]
    for one in found["why"]:
        apart = one["without"]["difference"]
        assert apart["cost"] == one["without"]["cost"] - found["cost"]
        assert one["step"] in apart["removed"]
        assert apart["lost"] or apart["cost"] >= 0
    shown = said(maya, "--why", "--by-week")
    assert shown.count("      Without it: ") == len(found["steps"])
    assert "  Week by week\n    Weeks 1 to " in shown


def test_why_not_everything_and_the_nearest_plan(maya):
    found = plan(maya, "--budget", "10")
    assert "budget" in {code for one in found["not_taught"] for code in one["because"]}
    assert {one["need"] for one in found["not_taught"]} >= set(found["beyond_budget"])
    first = found["nearest"][0]
    assert first["dropped"] == "budget"
    assert first["difference"]["gained"] == sorted(
        first["difference"]["gained"], key=[one["need"] for one in found["not_taught"]].index
    )
    shown = said(maya, "--budget", "10")
    assert "but it costs more than your budget leaves: " in shown
    assert "    With no limit on money: " in shown


def test_the_most_for_a_budget_stands_beside_what_all_would_cost(maya):
    whole, most = plan(maya), plan(maya, "--most", "--budget", "600")
    assert most["cost"] <= 600
    assert most["other"]["cost"] == whole["cost"]
    assert most["above_best"] == 0
    assert "  Most for your money\n" in said(maya, "--most", "--budget", "600")
    done = pathfolio("plan", "--vault", maya, "--goal", GOAL, "--most")
    assert "how much you can spend first" in sentence(done)


def test_what_if_stands_beside_the_plan_of_now(maya):
    now = plan(maya)
    found = plan(maya, "--if-hours", "4", "--if-had", CET, "--if-budget", "5000", "--if-place", "TX", "--if-in-person")
    asked = found["what_if"]
    assert asked["before"]["cost"] == now["cost"] == found["cost"]
    assert CET not in asked["steps"]
    assert (
        asked["difference"]["weeks"] == asked["after"]["weeks"] - asked["before"]["weeks"]
        if asked["before"]["weeks"]
        else True
    )
    assert asked["difference"]["cost"] == asked["after"]["cost"] - asked["before"]["cost"]
    shown = said(maya, "--if-hours", "4", "--if-online")
    assert "What if: with 4 hours a week, with online steps only. Then: " in shown
    assert "  Now\n" in shown
    done = pathfolio("plan", "--vault", maya, "--goal", GOAL, "--if-had", "no such step")
    assert sentence(done) == "No learning step is named no such step."


def test_a_plan_is_kept_marked_made_again_and_kept_again(own):
    kept = plan(own, "--choose", "cheapest")
    assert kept["chosen"] == "cheapest"
    assert sentence(mark(own, "us-notary-california", "--done")).endswith("is not in the plan you keep.")
    name = next(one["name"] for one in kept["steps"] if one["id"] == CNA)
    assert mark(own, name, "--started").stdout == f"You have started {name}.\n"
    assert json_lines(mark(own, CET, "--failed", "--json")) == [
        {"goal": GOAL, "step": CET, "name": "Certified EKG Technician (CET)", "mark": "failed"}
    ]
    again = plan(own, "--again")
    assert again["changes"]["fixed"] == [CNA]
    assert CET not in {one["id"] for one in again["steps"]}
    assert {one["id"]: one["state"] for one in again["steps"]}[CNA] == "started"
    assert "chosen" not in again
    assert "To keep it, add: --choose cheapest" in said(own, "--again")
    assert "Stays in any case: " in said(own, "--again", "--choose", "cheapest")
    mark(own, CNA, "--done")
    assert CNA not in {one["id"] for one in plan(own)["steps"]}
    mark(own, CNA, "--chosen")
    mark(own, CET, "--wanted")
    assert {CNA, CET} <= {one["id"] for one in plan(own)["steps"]}


def test_what_cannot_be_marked_or_made_again_gets_one_sentence(own):
    assert "no plan for this goal" in sentence(pathfolio("plan", "--vault", own, "--goal", GOAL, "--again"))
    assert mark(own, CNA).returncode == USAGE
    assert sentence(mark(own, CNA, "--started")).endswith("is not in the plan you keep.")
    assert sentence(mark(own, "nothing", "--done")) == "No learning step is named nothing."
    assert mark(own, CNA, "--not-done").stdout.endswith("whatever your records say.\n")


def test_one_step_more_is_told(maya):
    found = plan(maya)["one_more"]
    assert found["leads_to"]
    assert f"One step more: {found['name']}" in said(maya)


def test_all_of_it_in_spanish(maya):
    asked = ("--why", "--by-week", "--budget", "200", "--if-hours", "5", "--if-had", CPR)
    english, spanish = said(maya, *asked), said(maya, *asked, before=SPANISH)
    same = set(english.splitlines()) & set(spanish.splitlines())
    assert all(line.strip() in ("", "Medical Assistants") or line.startswith(("──", "      ")) for line in same)
