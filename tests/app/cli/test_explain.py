"""Why a job is suggested, told in a terminal: the chain of facts, for people and for programs; the graph as files."""

import csv
from pathlib import Path

import pytest
from terminal import DOCUMENTS, GOAL, RECORDS, REGISTRY, cheap_vault, json_lines, pathfolio, sentence

CLEAN = "I clean up after each visit"


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = cheap_vault(tmp_path_factory.mktemp("explain") / "v")
    pathfolio("vault", "import", made, RECORDS, "--documents", DOCUMENTS, "--registry", REGISTRY)
    said = json_lines(pathfolio("skills", "--vault", made, "--say", CLEAN, "--json"))
    (claim,) = [one["claim"] for one in said if one["text"] == CLEAN]
    pathfolio("skills", "--vault", made, "--agree", f"{claim}=4.A.3.a.1.I03.D07")
    return made


def explained(vault: Path, *more: str):
    return pathfolio("explain", GOAL, "--vault", vault, "--documents", DOCUMENTS, "--registry", REGISTRY, *more)


def test_every_fact_behind_a_suggestion_is_told_in_words(vault: Path) -> None:
    said = explained(vault).stdout
    assert "Why Medical Assistants?" in said
    assert "in the record" in said
    assert "You can do something close" in said
    assert "of 1,016 jobs, by what you show" in said
    assert "Which school, what degree, what year: none of these count." in said
    assert "made-up people" in said
    assert "Most people start with a certificate." in said
    assert "112,300 openings a year" in said
    assert "Growing 12.5% by 2034" in said
    assert "Pay: U.S., May 2024. Openings: U.S., 2024 to 2034." in said
    lines = said.splitlines()
    guess = lines.index("  ? Give medications or immunizations")
    assert "in the record" in lines[guess + 1]
    assert lines[guess + 2].strip().startswith("Why we ask: ")


def test_a_program_reads_the_same_facts(vault: Path) -> None:
    (found,) = json_lines(explained(vault, "--json"))
    assert found["code"] == GOAL
    assert 1 <= found["place"] <= found["among"] == 1016
    assert all(one["behind"] for one in found["shared"])
    assert {one["state"] for one in found["shared"]} <= {"shown", "partly"}
    assert found["like"] is None
    (like,) = json_lines(explained(vault, "--json", "--like", "29-2061.00"))
    assert like["like"]["job"]["id"] == "29-2061.00"


def test_only_signed_records_count_where_that_is_asked_for(vault: Path) -> None:
    (everything,), (only,) = (json_lines(explained(vault, "--json", *more)) for more in ((), ("--only-signed",)))
    weak = [one for one in everything["shared"] if one["evidence"] < 3]
    assert weak
    assert only["shared"]
    assert {one["evidence"] for one in only["shared"]} <= {3, 4}
    assert "Only signed records count here, as you chose." in explained(vault, "--only-signed").stdout
    at_hand = ("--vault", vault, "--documents", DOCUMENTS, "--registry", REGISTRY, "--json")
    counts = [
        sum(one["shown"] for one in json_lines(pathfolio("careers", *at_hand, "--top", "1000", *more)))
        for more in ((), ("--only-signed",))
    ]
    assert counts[1] < counts[0]
    states = [
        [one["state"] for one in json_lines(pathfolio("gap", *at_hand, "--goal", GOAL, "--all", *more))[0]["needs"]]
        for more in ((), ("--only-signed",))
    ]
    assert states[1].count("shown") < states[0].count("shown")


def test_a_plan_by_signed_records_alone_has_more_to_teach(vault: Path, tmp_path: Path) -> None:
    at_hand = ("--vault", vault, "--documents", DOCUMENTS, "--registry", REGISTRY, "--goal", GOAL)
    only = ("--only-signed", "--html", tmp_path / "plan.html")
    (every,), (signed,) = (json_lines(pathfolio("plan", *at_hand, "--json", *more)) for more in ((), only))
    assert to_learn(every) < to_learn(signed)
    assert "Only signed records count here, as you chose." in (tmp_path / "plan.html").read_text(encoding="utf-8")


def to_learn(plan: dict) -> set[str]:
    """The ids of needs that a plan teaches, and of those that nothing teaches."""
    left = ("uncovered", "only_unpriced", "only_untimed", "beyond_budget")
    return {need for step in plan["steps"] for need in step["covers"]}.union(*(plan[name] for name in left))


def test_a_guess_is_told_with_why_it_is_made(vault: Path) -> None:
    told = pathfolio("skills", "--vault", vault, "--documents", DOCUMENTS, "--registry", REGISTRY).stdout.splitlines()
    guesses = [place for place, line in enumerate(told) if line.startswith("  Maybe: ")]
    assert guesses
    assert all(told[place + 1].startswith("    Why we ask: ") for place in guesses)


def test_a_guess_about_a_skill_is_explained_by_its_name_and_its_id(vault: Path) -> None:
    at_hand = ("--vault", vault, "--documents", DOCUMENTS, "--registry", REGISTRY, "--goal", GOAL)
    told = pathfolio("explain", "give medications or immunizations", *at_hand).stdout
    assert "“Giving medication” in the record" in told
    assert "Why we ask: " in told
    assert "Your goal needs it: Medical Assistants." in told
    assert "We have a guess. Say yes or no to it first." in told
    (found,) = json_lines(pathfolio("explain", "4.A.4.a.5.I03.D01", *at_hand, "--json"))
    assert found["skill"]["name"] == "Give medications or immunizations"
    assert [one["text"] for one in found["guess"]] == ["Giving medication"]
    assert (found["shows"], found["need"]["state"]) == ([], "unknown")
    assert "No skill or job has the id Juggle." in sentence(pathfolio("explain", "Juggle", "--vault", vault))


def test_a_step_of_a_plan_is_explained_by_the_needs_it_teaches(vault: Path) -> None:
    at_hand = ("--vault", vault, "--documents", DOCUMENTS, "--registry", REGISTRY, "--goal", GOAL)
    (plan,) = json_lines(pathfolio("plan", *at_hand, "--json"))
    step = plan["steps"][0]
    told = pathfolio("explain", step["id"], *at_hand).stdout
    assert f"Why {step['name']}?" in told
    assert "Plans with it: Cheapest" in told
    assert "It teaches, of what you need" in told
    (found,) = json_lines(pathfolio("explain", step["id"], *at_hand, "--json"))
    assert set(step["covers"]) <= {one["id"] for one in found["teaches"]}
    assert {one["state"] for one in found["teaches"]} <= {"partly", "missing"}


def test_a_job_nobody_knows_is_one_sentence(vault: Path) -> None:
    done = pathfolio("explain", "00-0000.00", "--vault", vault)
    assert "00-0000.00" in sentence(done)


def test_the_graph_around_a_job_is_written_as_tables_and_as_graphml(tmp_path: Path) -> None:
    assert "things" in pathfolio("pack", "graph", "--around", GOAL, "--out", tmp_path / "tables").stdout
    rows = csv.DictReader((tmp_path / "tables" / "nodes.csv").read_text(encoding="utf-8").splitlines())
    assert GOAL in {row["id"] for row in rows}
    pathfolio("pack", "graph", "--around", GOAL, "--out", tmp_path / "one.graphml")
    assert b"<graphml" in (tmp_path / "one.graphml").read_bytes()
