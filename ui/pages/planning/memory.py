"""What the Plan page keeps while it is drawn anew: which plan and which step are looked at, and how."""

from dataclasses import dataclass
from typing import Literal

from app.journey.plan.page import Planned
from app.journey.plan.view import PlanView
from app.journey.plan.way_map import Lane, Node

View = Literal["map", "list"]


@dataclass
class PlanMemory:
    """`kind` is the plan looked at, `node` a step as its lane's kind and its id, `need` the row of the gap list.

    Empty is what nobody chose yet. `found` was told in `language`. Without a `zoom` the map fits its room.
    """

    kind: str = ""
    view: View | None = None
    node: tuple[str, str] | None = None
    need: str = ""
    zoom: float | None = None
    found: Planned | None = None
    language: str = ""

    def look_at(self, view: PlanView) -> None:
        """Look at a plan and a step that are there, where those looked at are gone."""
        kinds = [one.kind for one in view.columns if one.bars]
        if self.kind not in kinds:
            chosen = next((one.kind for one in view.columns if one.chosen), "")
            self.kind = chosen if chosen in kinds else next(iter(kinds), "cheapest")
        if self.found_node(view) is None:
            self.node = next(((lane.kind, node.id) for lane in view.map.lanes for node in lane.nodes), None)

    def found_node(self, view: PlanView) -> tuple[Lane, Node] | None:
        """The step looked at, with its lane; None where it is not there."""
        pairs = ((lane, node) for lane in view.map.lanes for node in lane.nodes)
        return next((pair for pair in pairs if (pair[0].kind, pair[1].id) == self.node), None)


def teacher(found: Planned, need: str, kind: str) -> tuple[str, str] | None:
    """The step that teaches a need: of the plan looked at, else of the first way that has one."""
    ways = sorted(found.ways.ways, key=lambda one: one.kind != kind)
    pairs = ((way.kind, one.step.id) for way in ways for one in way.plan.steps if need in one.covers)
    return next(pairs, None)
