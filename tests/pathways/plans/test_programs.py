"""Programs of study and whole plans, on the pack and the catalogs the program ships."""

from pathlib import Path

import pytest

from pathways.errors import PathwaysError
from pathways.frameworks.catalog import read_entries
from pathways.gaps import gap
from pathways.pack.store import Pack
from pathways.plans import cheapest, programs
from pathways.requirements import requirements

ASSETS = Path(__file__).resolve().parents[3] / "assets"
ASSISTANTS = "31-9092.00"


def test_programs_tied_to_an_occupation_teach_by_inference_and_cost_an_unknown_sum(careers_pack: Pack) -> None:
    found = {one.cip: one for one in programs(careers_pack, ASSISTANTS)}
    assistant = found["51.0801"]
    assert (assistant.kind, assistant.inferred, assistant.cost.value, assistant.hours.value) == (
        "program",
        True,
        None,
        None,
    )
    needed = {one.concept.id for one in requirements(careers_pack, ASSISTANTS).requirements}
    kinds = {one.split(".")[0] for one in assistant.teaches}
    assert needed.intersection(assistant.teaches)
    assert kinds <= {"2", "4"}


def test_an_occupation_nobody_knows_has_no_programs(careers_pack: Pack) -> None:
    with pytest.raises(PathwaysError) as refused:
        programs(careers_pack, "99-9999.99")
    assert refused.value.code == "occupation_unknown"


@pytest.mark.parametrize("catalog", ["practice/maya/catalog.json", "catalog/us.json"])
def test_a_plan_over_the_shipped_catalog_is_proven_and_every_step_is_there_for_something(
    careers_pack: Pack, catalog: str
) -> None:
    steps = [*(entry.step for entry in read_entries(ASSETS / catalog)), *programs(careers_pack, ASSISTANTS)]
    items = gap(requirements(careers_pack, ASSISTANTS), {}, {}, careers_pack)
    plan = cheapest(items, steps)
    assert plan.proven
    assert plan.steps
    assert plan.bound == plan.cost == sum(one.step.cost.value or 0 for one in plan.steps)
    first = {need for one in plan.steps for need in one.step.needs}
    assert all(one.covers or one.step.id in first for one in plan.steps)
    assert not plan.unpriced
    assert plan.only_unpriced
