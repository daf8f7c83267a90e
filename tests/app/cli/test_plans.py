"""`plan`: the cheapest and the fastest side by side, under limits given or kept."""

import json
from datetime import date
from itertools import pairwise

import pytest
from terminal import GOAL, RECORDS, USAGE, cheap_vault, json_lines, pathfolio

FIGURES = (
    "aim",
    "cost",
    "hours",
    "weeks",
    "peak_hours",
    "starts",
    "ready",
    "proven",
    "bound",
    "looked_at",
    "above_best",
)


@pytest.fixture(scope="module")
def maya(tmp_path_factory):
    folder = cheap_vault(tmp_path_factory.mktemp("maya") / "vault")
    pathfolio("vault", "import", folder, RECORDS)
    return folder


def plan(folder, *options):
    (found,) = json_lines(pathfolio("plan", "--vault", folder, "--goal", GOAL, *options, "--json"))
    return found


def test_the_two_plans_stand_beside_each_other(maya):
    least, quick = plan(maya), plan(maya, "--fastest")
    assert (least["aim"], quick["aim"]) == ("cost", "time")
    assert least["other"] == {name: quick[name] for name in FIGURES}
    assert quick["other"] == {name: least[name] for name in FIGURES}
    assert quick["proven"]
    assert quick["bound"] == quick["weeks"]
    assert quick["only_untimed"]


def test_weeks_are_within_the_plan_and_follow_the_order(maya):
    found = plan(maya, "--fastest", "--hours-a-week", "5", "--at-once", "1")
    anywhere = {"places": [], "languages": []}
    assert found["limits"] == {"budget": None, "hours_a_week": 5.0, "at_once": 1, "online_only": False, **anywhere}
    spans = sorted((one["first_week"], one["last_week"]) for one in found["steps"])
    assert all(before[1] < after[0] for before, after in pairwise(spans))
    assert spans[-1][1] == found["weeks"]
    assert found["peak_hours"] <= 5
    starts, ready = (date.fromisoformat(found[name]) for name in ("starts", "ready"))
    assert (starts.weekday(), ready.weekday(), (ready - starts).days // 7 + 1) == (0, 4, found["weeks"])
    assert found["weeks"] > plan(maya, "--fastest")["weeks"]


def test_from_home_only(maya):
    found = plan(maya, "--online")
    assert found["limits"]["online_only"] is True
    assert {one["id"] for one in found["steps"]} < {one["id"] for one in plan(maya)["steps"]}


def test_the_screen_tells_both_with_their_proofs(maya, tmp_path):
    shown = pathfolio("plan", "--vault", maya, "--goal", GOAL, "--fastest", "--html", tmp_path / "p.html").stdout
    assert "Your limits: 20 hours a week, 2 at once" in shown
    assert "  Cheapest\n" in shown
    assert "  Fastest\n" in shown
    assert shown.count("Proven best.") == 2
    assert "The fastest next steps" in (tmp_path / "p.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("wrong", [("--hours-a-week", "0"), ("--at-once", "0"), ("--hours-a-week", "200")])
def test_a_limit_that_helps_nobody_is_a_wrong_use(maya, wrong):
    done = pathfolio("plan", "--vault", maya, "--goal", GOAL, *wrong)
    assert done.returncode == USAGE
    assert done.stdout == ""


def test_the_form_is_the_one_written_down(maya):
    assert json.dumps(plan(maya)).isascii()
    assert set(plan(maya)) == {
        "goal", "steps", *FIGURES, "unpriced", "untimed", "uncovered", "only_unpriced", "only_untimed",
        "beyond_budget", "clashing", "limits", "other", "proven_done", "not_taught", "nearest", "one_more",
    }  # fmt: skip
