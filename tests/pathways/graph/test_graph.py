"""What stands close, and the graph around a learner and a goal."""

from collections import defaultdict

from pathways.graph import around, close_to, whole
from pathways.graph.related import CLOSE_GROUP
from pathways.model import Concept, Figure, LearningStep
from pathways.pack import esco
from pathways.pack.arrays import links
from pathways.pack.store import Pack
from pathways.requirements import requirements

ASSISTANTS = "31-9092.00"
UNKNOWN = Figure(None)


def test_activities_of_one_intermediate_activity_are_close_and_closeness_goes_both_ways(careers_pack: Pack) -> None:
    one = "4.A.4.a.5.I07.D01"
    beside = close_to(careers_pack, one)
    assert one not in beside
    assert beside == tuple(sorted(beside))
    assert all(one in close_to(careers_pack, other) for other in beside)
    assert {other.rsplit(".", 1)[0] for other in beside} == {"4.A.4.a.5.I07"}


def test_elements_and_unknown_ids_stand_close_to_nothing(careers_pack: Pack) -> None:
    assert close_to(careers_pack, "2.A.1.b") == ()
    assert close_to(careers_pack, "no such thing") == ()


def test_a_skill_of_esco_is_close_to_what_is_directly_above_it(careers_pack: Pack) -> None:
    skills = {one.concept.name: one.index for one in esco.concepts(careers_pack) if one.concept.kind == "esco_skill"}
    staff, musicians = "manage staff", "manage musical staff"
    known = esco.concepts(careers_pack)
    assert known[skills[staff]].concept.id in close_to(careers_pack, known[skills[musicians]].concept.id)


def test_skills_of_esco_are_close_as_the_definition_says(careers_pack: Pack) -> None:
    known = esco.concepts(careers_pack)
    above = {one.index: [found.index for found in esco.broader(careers_pack, one.index)] for one in known}
    below = defaultdict(list)
    for one in known:
        for parent in above[one.index]:
            if one.concept.kind == "esco_skill":
                below[parent].append(one.index)
    words = [{word for word in one.concept.name.lower().split() if len(word) > 3} for one in known]
    builds_on = links(careers_pack, "esco_skill_skill")
    for one in [one for one in known if one.concept.kind == "esco_skill"][::23]:
        near = {parent for parent in above[one.index] if known[parent].concept.kind == "esco_skill"}
        near |= set(below[one.index])
        for parent in above[one.index]:
            if len(below[parent]) <= CLOSE_GROUP:
                near |= {other for other in below[parent] if words[other] & words[one.index]}
        targets, marks = builds_on.of(one.index)
        near |= {int(other) for other, mark in zip(targets, marks, strict=True) if mark == 1}
        expected = {known[other].concept.id for other in near - {one.index}}
        assert set(close_to(careers_pack, one.concept.id)) == expected


def test_software_is_close_to_its_category_unless_that_is_a_large_one(careers_pack: Pack) -> None:
    assert "software:Google Sheets" in close_to(careers_pack, "software:Microsoft Excel")
    assert close_to(careers_pack, "software:Epic Systems") == ()


def test_the_graph_around_a_goal_holds_its_needs_relations_and_the_steps_that_teach_them(careers_pack: Pack) -> None:
    goal = requirements(careers_pack, ASSISTANTS)
    first = goal.requirements[0].concept
    sheets = Concept("software:Google Sheets", "Google Sheets", "software")
    welding = Concept("no such thing", "Welding", "activity")
    teaches = LearningStep("b", "B", "course", None, UNKNOWN, UNKNOWN, UNKNOWN, (first.id,), ("a",))
    before = LearningStep("a", "A", "course", None, UNKNOWN, UNKNOWN, UNKNOWN, ())
    useless = LearningStep("c", "C", "course", None, UNKNOWN, UNKNOWN, UNKNOWN, ("no such thing",))
    graph = around(careers_pack, goal, [sheets, welding], [teaches, before, useless])
    assert graph.edges[ASSISTANTS, first.id]["kind"] == "needs"
    assert graph.edges["step:b", first.id]["kind"] == "teaches"
    assert graph.edges["step:a", "step:b"]["kind"] == "before"
    assert graph.edges[sheets.id, "software:Microsoft Excel"]["kind"] == "close"
    assert "step:c" not in graph
    assert welding.id not in graph
    assert sum(data["kind"] == "related" for *_, data in graph.edges(data=True)) == 20
    assert all({"kind", "name"} <= data.keys() for _, data in graph.nodes(data=True))


def test_the_whole_graph_holds_every_occupation_and_program(careers_pack: Pack) -> None:
    graph = whole(careers_pack)
    kinds = [data["kind"] for _, data in graph.nodes(data=True)]
    assert kinds.count("occupation") == 1016
    assert kinds.count("activity") == 2087
    assert kinds.count("program") > 1000
    assert all("name" in data for _, data in graph.nodes(data=True))
