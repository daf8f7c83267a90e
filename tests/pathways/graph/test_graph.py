"""What stands close, and the graph around a learner and a goal."""

import csv
import io
from collections import defaultdict

import networkx as nx  # noqa: TID253  a test may wait for it
import pytest

from pathways.graph import around, close_to, graphml, kinds, skill_order, tables, usually_before, whole
from pathways.graph.kinds import EDGE_KINDS, NODE_KINDS, edges, nodes
from pathways.graph.order import FIRST_GIVEN_THEN, LIFT, THEN_GIVEN_FIRST
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


def test_the_whole_graph_holds_every_occupation_and_program(everything: nx.DiGraph) -> None:
    graph = everything
    found = [data["kind"] for _, data in graph.nodes(data=True)]
    assert found.count("occupation") == 1016
    assert found.count("activity") == 2087
    assert found.count("program") > 1000
    assert all("name" in data for _, data in graph.nodes(data=True))


@pytest.fixture(scope="module")
def everything(careers_pack: Pack) -> nx.DiGraph:
    return whole(careers_pack)


def test_every_node_and_edge_is_of_a_kind_that_is_written_down(careers_pack: Pack, everything: nx.DiGraph) -> None:
    step = LearningStep("b", "B", "course", None, UNKNOWN, UNKNOWN, UNKNOWN, ("2.A.1.e",), (), "51.0801")
    for graph in (everything, around(careers_pack, requirements(careers_pack, ASSISTANTS), (), [step])):
        for _, data in nodes(graph):
            assert data["kind"] in NODE_KINDS
            assert set(data) == {"kind", "name"}
        for _, _, data in edges(graph):
            assert data["kind"] in EDGE_KINDS
            assert set(data) <= {"kind", "weight", "place"}
    assert {data["kind"] for *_, data in edges(everything)} == EDGE_KINDS - {"teaches", "before"}
    assert {kind for kind in NODE_KINDS if f"`{kind}`" not in (kinds.__doc__ or "")} == set()
    assert {kind for kind in EDGE_KINDS if f"`{kind}`" not in (kinds.__doc__ or "")} == set()


def test_graphml_and_csv_hold_the_same_graph(careers_pack: Pack) -> None:
    graph = around(careers_pack, requirements(careers_pack, "15-1252.00"))
    read = nx.parse_graphml(graphml(graph).decode())
    assert dict(read.nodes(data=True)) == dict(graph.nodes(data=True))
    assert {(one, other): data for one, other, data in read.edges(data=True)} == {
        (one, other): data for one, other, data in graph.edges(data=True)
    }
    found = {name: list(csv.DictReader(io.StringIO(data.decode()))) for name, data in tables(graph).items()}
    assert {row["id"]: row["name"] for row in found["nodes.csv"]} == dict(graph.nodes(data="name"))
    assert {(row["source"], row["target"], row["kind"]) for row in found["edges.csv"]} == set(graph.edges(data="kind"))
    assert graphml(graph) == graphml(around(careers_pack, requirements(careers_pack, "15-1252.00")))


def test_a_name_that_xml_cannot_hold_is_written_without_it(careers_pack: Pack) -> None:
    graph = nx.DiGraph()
    kinds.add_node(graph, "step:\x00a", {"kind": "course", "name": 'Bell \x07 & <b> "quotes"'})
    read = nx.parse_graphml(graphml(graph).decode())
    assert dict(read.nodes(data="name")) == {"step:a": 'Bell  & <b> "quotes"'}


def test_skills_are_in_order_by_the_thresholds_stated(careers_pack: Pack) -> None:
    found = skill_order(careers_pack)
    assert 100 < len(found) < 1000
    for one in found:
        assert one.given_then >= FIRST_GIVEN_THEN
        assert one.given_first <= THEN_GIVEN_FIRST
        assert one.lift > LIFT
        assert one.both > 0
    pairs = {(one.first.id, one.then.id) for one in found}
    assert not any((then, first) in pairs for first, then in pairs)
    before = {one.name for one in usually_before(careers_pack, "2.B.3.e")}
    assert {"Mathematics", "Computers and Electronics"} <= before
    assert usually_before(careers_pack, "4.A.4.a.5.I07.D01") == ()
