"""`plan --from`: a planning question in a file, answered without a vault."""

import json

import pytest
from terminal import json_lines, pathfolio

QUESTION = {
    "needs": {"a": 2, "b": 1.5},
    "steps": [
        {"id": "x", "cost": 10.5, "hours": 20, "weeks": 2, "teaches": {"a": 1, "b": 0.5}, "after": []},
        {"id": "y", "cost": 4, "hours": 10, "weeks": 3, "teaches": {"a": 1}, "after": ["x"]},
        {"id": "z", "cost": None, "hours": 1, "weeks": 1, "teaches": {"a": 9, "b": 9}, "after": []},
        {"id": "w", "cost": 7, "hours": 8, "weeks": 1, "teaches": {"b": 1}, "after": []},
    ],
    "limits": {"budget": None, "hours_a_week": 10, "at_once": 2},
    "aim": "time",
}


@pytest.fixture
def asked(tmp_path):
    def write(**changed):
        path = tmp_path / "question.json"
        path.write_text(json.dumps({**QUESTION, **changed}), encoding="utf-8")
        return path

    return write


def answer(path):
    (found,) = json_lines(pathfolio("plan", "--from", path, "--json"))
    return found


def test_a_question_is_answered_without_a_vault(asked):
    assert answer(asked()) == {"status": "optimal", "steps": ["x", "y", "w"], "cost": 21.5, "weeks": 6, "bound": 6}
    found = answer(asked(aim="cost"))
    assert (found["status"], set(found["steps"]), found["bound"], found["weeks"]) == ("optimal", set("wxy"), 21.5, 6)


def test_no_answer_is_an_answer(asked):
    path = asked(limits={"budget": 20})
    done = pathfolio("plan", "--from", path, "--json")
    assert done.returncode == 0
    nothing = {"status": "infeasible", "steps": [], "cost": None, "weeks": None, "bound": None}
    assert json.loads(done.stdout) == nothing
    assert "No steps teach enough" in pathfolio("plan", "--from", path).stdout


def test_a_loop_is_told_in_one_sentence_in_both_languages(asked):
    steps = [{"id": "hen", "after": ["egg"]}, {"id": "egg", "after": ["hen"]}]
    done = pathfolio("plan", "--from", asked(steps=steps), "--json")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.strip().endswith("These steps wait for each other, so none can begin: hen → egg → hen")
    spanish = pathfolio("--language", "es", "plan", "--from", asked(steps=steps)).stderr
    assert "se esperan unos a otros" in spanish
