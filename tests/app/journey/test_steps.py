"""The guided steps without a window: every state a learner can be in, what follows it and what leads back."""

from dataclasses import fields, replace
from itertools import product

import pytest

from app.journey.steps import STEPS, First, Progress, back_of, first_for, is_done, rail, resume, state_of
from app.wording import Words
from app.wording.steps import FIRST, LINES, first_line, step_line

EMPTY = Progress()
BEGUN = Progress(records=5, found=16)
AGREED = replace(BEGUN, looked_at=16, agreed=14, open=2)
AIMED = replace(AGREED, compared=3, goal="Medical Assistants")
PLANNED = replace(AIMED, plans=2, steps=6, plan_kind="cheapest", weeks=17.0)
SENT = replace(PLANNED, sent=4, waiting=1, interviews=1)


def reachable():
    """Every mix of nothing, some and all of it that the parts of a journey can stand in."""
    records = ({}, {"records": 5, "found": 16}, {"found": 2}, {"records": 1})
    skills = (
        {},
        {"looked_at": 16, "agreed": 14, "open": 2},
        {"own": 2, "looked_at": 2, "agreed": 1},
        {"looked_at": 20},
    )
    goals = ({}, {"compared": 3}, {"goal": "Bakers"}, {"goal": "Bakers", "compared": 2})
    plans = (
        {},
        {"plans": 2},
        {"steps": 6},
        {"steps": 6, "plan_kind": "cheapest", "weeks": 17.0},
        {"steps": 6, "plan_kind": "fastest", "weeks": 9.5, "week": 5},
        {"steps": 6, "steps_begun": 2, "steps_done": 1},
        {"steps": 6, "steps_begun": 6, "steps_done": 6},
    )
    sent = ({}, {"ready": True}, {"sent": 1}, {"sent": 2, "waiting": 2}, {"sent": 2, "interviews": 1, "ready": True})
    for parts in product(records, skills, goals, plans, sent):
        yield Progress(**{name: value for part in parts for name, value in part.items()})


def lines(progress, current, language="en"):
    words = Words(language)
    return [step_line(words, one.state.code, one.state.values) for one in rail(progress, current)]


def test_each_step_leads_back_to_the_one_before():
    assert [back_of(step) for step in STEPS] == [None, "records", "skills", "goal", "plan", "apply"]


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_state_of_every_step_can_be_said(language):
    words, codes = Words(language), set()
    for progress, current in product(reachable(), STEPS):
        steps = rail(progress, current)
        assert [one.step for one in steps] == list(STEPS)
        assert [one.number for one in steps] == [1, 2, 3, 4, 5, 6]
        assert [one.step for one in steps if one.current] == [current]
        for one in steps:
            said = step_line(words, one.state.code, one.state.values)
            assert said
            assert "{" not in said
            codes.add(one.state.code)
    assert codes >= LINES.keys(), "no line is there for nothing"


def test_nothing_is_locked_and_what_comes_first_can_be_mended():
    needs = set()
    for progress in reachable():
        for step in STEPS:
            first = first_for(step, progress)
            if first is None:
                continue
            needs.add((step, first))
            assert STEPS.index(first.mend) < STEPS.index(step)
            assert not is_done(first.mend, progress)
            assert first_line(Words(), first.code, first.mend)
    assert needs == {
        ("skills", First("records_first", "records")),
        ("goal", First("skills_first", "skills")),
        ("plan", First("goal_first", "goal")),
        ("apply", First("nothing_to_show", "skills")),
        ("apply", First("nothing_to_show", "records")),
        ("after", First("nothing_sent", "apply")),
    }
    assert {code.partition(".")[0] for code in FIRST} == {first.code for _, first in needs}


def test_mending_what_comes_first_always_comes_to_an_end():
    for progress, step in product(reachable(), STEPS):
        first, walked = first_for(step, progress), [step]
        while first is not None:
            walked.append(first.mend)
            first = first_for(first.mend, progress)
        assert len(walked) == len(set(walked)) <= len(STEPS)


def test_own_words_alone_are_enough_to_go_on():
    spoken = Progress(own=2, looked_at=2, agreed=1)
    assert [first_for(step, spoken) for step in STEPS[:3]] == [None, None, None]
    assert first_for("apply", spoken) is None


@pytest.mark.parametrize(
    ("progress", "current", "said"),
    [
        (EMPTY, "records", ["No records yet"] + ["Not started"] * 4 + ["Nothing sent yet"]),
        (
            BEGUN,
            "records",
            ["5 records", "16 to look at", "Not started", "Not started", "Not started", "Nothing sent yet"],
        ),
        (
            AGREED,
            "skills",
            ["Done: 5 records", "14 agreed, 2 open", "Next", "Not started", "Not started", "Nothing sent yet"],
        ),
        (
            AIMED,
            "goal",
            ["Done: 5 records", "14 agreed, 2 open", "3 jobs compared", "Next", "Not started", "Nothing sent yet"],
        ),
        (
            replace(AIMED, plans=2),
            "plan",
            [
                "Done: 5 records",
                "14 agreed, 2 open",
                "Medical Assistants",
                "2 plans ready",
                "Not started",
                "Nothing sent yet",
            ],
        ),
        (
            replace(PLANNED, ready=True),
            "apply",
            [
                "Done: 5 records",
                "14 agreed, 2 open",
                "Medical Assistants",
                "Cheapest, 17 weeks",
                "Ready to sign",
                "Nothing sent yet",
            ],
        ),
        (
            replace(SENT, steps_begun=1, week=5),
            "after",
            [
                "Done: 5 records",
                "14 agreed, 2 open",
                "Medical Assistants",
                "Week 5 of 17",
                "4 things sent",
                "1 waiting, 1 interview",
            ],
        ),
    ],
)
def test_the_rail_says_what_the_pictures_show(progress, current, said):
    assert lines(progress, current) == said


def test_the_rail_in_spanish():
    assert lines(SENT, "goal", "es") == [
        "Listo: 5 registros",
        "14 aceptadas, 2 por responder",
        "3 trabajos comparados",
        "El más barato, 17 semanas",
        "4 envíos",
        "1 en espera, 1 entrevista",
    ]


def test_more_to_look_at_since_the_last_time_is_said_and_less_is_not_hidden():
    assert state_of("skills", replace(AGREED, found=19), "goal").values == {"number": 3}
    assert state_of("skills", replace(AGREED, found=10), "goal").code == "skills_changed"
    assert state_of("skills", replace(AGREED, found=0), "skills").code == "here"


def test_a_learner_is_brought_back_to_what_is_not_done():
    assert [resume(one) for one in (EMPTY, BEGUN, AGREED, AIMED, PLANNED, SENT)] == list(STEPS)
    assert resume(replace(SENT, waiting=0)) == "after"


def test_progress_starts_at_nothing():
    assert all(not getattr(EMPTY, one.name) for one in fields(EMPTY))
