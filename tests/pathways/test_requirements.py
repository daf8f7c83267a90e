"""What an occupation needs, from the pack the program ships."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest

from pathways.errors import PathwaysError
from pathways.model import ConceptKind, Needs
from pathways.pack import occupations
from pathways.pack.store import Pack, open_pack
from pathways.requirements import IMPORTANT, WEIGHT_CAPS, requirements, specificity

COMMITTED = Path(__file__).resolve().parents[2] / "assets" / "packs" / "careers.sqlite"
ASSISTANTS, NURSES, DEVELOPERS = "31-9092.00", "29-1141.00", "15-1252.00"


@pytest.fixture(scope="module")
def pack() -> Iterator[Pack]:
    with open_pack(COMMITTED) as opened:
        yield opened


@pytest.fixture(scope="module")
def everything(pack: Pack) -> dict[str, Needs]:
    return {o.code: requirements(pack, o.code) for o in occupations.occupations(pack)}


def of_kind(needs: Needs, kind: ConceptKind) -> list[str]:
    return [r.concept.name for r in needs.requirements if r.concept.kind == kind]


def test_specificity_is_one_for_the_only_one_and_zero_for_what_all_share() -> None:
    assert specificity(1, 900) == 1
    assert specificity(900, 900) == 0
    assert specificity(3, 900) > specificity(30, 900) > specificity(300, 900)


def test_the_first_dozens_of_a_medical_assistant_set_the_job_apart(pack: Pack) -> None:
    first = requirements(pack, ASSISTANTS).requirements[:20]
    names = [r.concept.name for r in first]
    assert {"Give medications or immunizations", "Medicine and Dentistry", "Epic Systems"} <= set(names)
    assert {r.concept.kind for r in first} == set(WEIGHT_CAPS)
    assert not {"Active Listening", "Speaking", "English Language", "Microsoft Word"} & set(names)


def test_what_matters_more_here_than_elsewhere_comes_before_what_is_rare_alone(pack: Pack) -> None:
    knowledge = of_kind(requirements(pack, "25-2021.00"), "knowledge")  # elementary school teachers
    assert knowledge.index("Education and Training") < knowledge.index("Therapy and Counseling")
    knowledge = of_kind(requirements(pack, ASSISTANTS), "knowledge")
    assert knowledge.index("Medicine and Dentistry") < knowledge.index("English Language")  # 4.33 and 4.80


def test_each_kind_goes_from_heavy_to_light(everything: dict[str, Needs]) -> None:
    for needs in everything.values():
        for kind in WEIGHT_CAPS:
            weights = [r.weight for r in needs.requirements if r.concept.kind == kind]
            assert weights == sorted(weights, reverse=True)
            assert sum(weights) <= WEIGHT_CAPS[kind] + 0.05
            assert all(w > 0 for w in weights)


def test_each_thing_is_needed_once_and_names_its_source(everything: dict[str, Needs]) -> None:
    for needs in everything.values():
        ids = [r.concept.id for r in needs.requirements]
        assert len(ids) == len(set(ids))
        assert all(r.source for r in needs.requirements)


def test_what_nobody_rated_is_named_and_never_scored(everything: dict[str, Needs]) -> None:
    for needs in everything.values():
        assert not {r.concept.kind for r in needs.requirements} & set(needs.unrated)
    assert everything[DEVELOPERS].unrated == ("knowledge", "skill", "esco_skill")
    assert of_kind(everything[DEVELOPERS], "activity")
    officer = everything["55-1011.00"]
    assert officer.requirements == ()
    assert set(officer.unrated) == {"activity", "knowledge", "skill", "software", "esco_skill"}
    assert sum("skill" not in n.unrated for n in everything.values()) == 879
    assert sum("esco_skill" not in n.unrated for n in everything.values()) == 524
    assert sum("activity" not in n.unrated for n in everything.values()) == 923


def test_knowledge_and_skills_are_important_ones_with_level_where_shown(pack: Pack) -> None:
    rated = [r for r in requirements(pack, NURSES).requirements if r.concept.kind in ("knowledge", "skill")]
    assert min(r.importance or 0 for r in rated) >= IMPORTANT
    medicine = next(r for r in rated if r.concept.name == "Medicine and Dentistry")
    assert (medicine.importance, medicine.level) == (4.36, 4.47)


def test_a_hidden_level_is_none_and_a_suppressed_importance_no_need(everything: dict[str, Needs], pack: Pack) -> None:
    from pathways.pack.ratings import ratings

    table = ratings(pack, "knowledge")
    hidden = (table.importance >= IMPORTANT) & table.level_hidden & ~table.suppressed
    row, column = (int(i[0]) for i in hidden.nonzero())
    code = occupations.occupations(pack)[row].code
    shown = next(r for r in everything[code].requirements if r.concept.id == table.elements[column].id)
    assert shown.level is None
    for row, column in zip(*((table.importance >= IMPORTANT) & table.suppressed).nonzero(), strict=True):
        ids = {r.concept.id for r in everything[occupations.occupations(pack)[row].code].requirements}
        assert table.elements[column].id not in ids


def test_esco_skills_say_whether_they_are_essential(pack: Pack) -> None:
    skills = [r for r in requirements(pack, NURSES).requirements if r.concept.kind == "esco_skill"]
    assert {r.essential for r in skills} == {True, False}
    assert all(r.concept.id.startswith("http://data.europa.eu/esco/skill/") for r in skills)
    others = [r for r in requirements(pack, NURSES).requirements if r.concept.kind != "esco_skill"]
    assert {r.essential for r in others} == {None}


def test_software_is_hot_or_in_demand_and_demand_comes_first(pack: Pack) -> None:
    needs = requirements(pack, ASSISTANTS)
    asked = {s.concept.name for s in occupations.software(pack, ASSISTANTS) if s.hot or s.in_demand}
    assert set(of_kind(needs, "software")) == asked
    assert of_kind(needs, "software")[0] == "Epic Systems"


def test_schooling_is_told_and_never_required(pack: Pack) -> None:
    facts = {f.code: dict(f.values) for f in requirements(pack, NURSES).facts}
    assert facts["entry_education"] == {"level": "Bachelor's degree"}
    assert facts["job_zone"] == {"zone": 4}
    assert facts["certificate_importance"] == {"importance": 3.74}
    assert "common_schooling" not in facts  # the commonest answers are suppressed for this occupation
    assert "licence_not_in_data" in facts
    retail = {f.code: dict(f.values) for f in requirements(pack, "41-1011.00").facts}
    assert retail["common_schooling"] == {"level": "High School Diploma", "percent": 51.67}


def test_the_same_question_has_the_same_answer(pack: Pack) -> None:
    with open_pack(COMMITTED) as other:
        again = requirements(other, ASSISTANTS)
    assert dataclasses.astuple(again)[1:] == dataclasses.astuple(requirements(pack, ASSISTANTS))[1:]


def test_an_unknown_occupation_is_said(pack: Pack) -> None:
    with pytest.raises(PathwaysError) as raised:
        requirements(pack, "00-0000.00")
    assert raised.value.code == "occupation_unknown"
