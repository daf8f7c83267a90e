"""The list of ways: the same as the map, in words, for the keyboard and for screen readers."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.journey.plan.way_map import Lane, Node
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.card import Card, Rule
from ui.kit.layouts import Flow, Item, column, holding, row
from ui.kit.text import Pictured, Text


@dataclass(frozen=True)
class OnLane:
    """What can be done with a way and its steps: see a step in full, or make the way the plan."""

    details: Callable[[Lane, Node], object]
    choose: Callable[[Lane], object]


def lane_card(guide: Guide, lane: Lane, do: OnLane) -> QWidget:
    """One way: its name, what it costs and takes, and its steps in order."""
    look, words = guide.look, guide.words
    head: list[Item] = [Text(look, lane.title, "group"), Text(look, lane.note, "caption", "quiet")]
    items: list[Item] = [*head, Text(look, lane.sentence, "row")]
    if lane.chosen:
        items.append(Pictured(look, "check", words.text("This is your plan."), "row", weight="semibold", size=16))
    elif lane.choosable:
        says = words.text("Use this way: {way}", way=lane.title)
        use = Button(
            look, words.text("Use this way"), partial(do.choose, lane), kind="forward", size="small", says=says,
            name=f"use-{lane.kind}",
        )  # fmt: skip
        items.append(holding(Flow(use)))
    for number, node in enumerate(lane.nodes, start=1):
        items += [Rule(look), _step(guide, lane, node, number, do)]
    pad = look.px(14)
    card = Card(look, column(*items, gap=look.px(6), margins=(pad, look.px(10), pad, look.px(10))))
    card.setAccessibleName(lane.title)
    return card


def _step(guide: Guide, lane: Lane, node: Node, number: int, do: OnLane) -> QWidget:
    look, words = guide.look, guide.words
    if node.kind == "job":
        name = Text(look, node.name, "row", weight="semibold")
        return holding(column(name, Text(look, node.sentence, "caption", "quiet")))
    title = Text(look, words.text("{number}. {step}", number=number, step=node.name), "row", weight="semibold")
    lines = column(title, Text(look, node.below, "caption"), Text(look, node.sentence, "caption", "quiet"))
    says = words.text("Details of {step}, in the way {way}", step=node.name, way=lane.title)
    details = Button(
        look, words.text("Details"), partial(do.details, lane, node), size="small", says=says,
        name=f"details-{lane.kind}-{node.id}",
    )  # fmt: skip
    if look.compact:
        lines.setSpacing(look.px(4))
        lines.addWidget(holding(Flow(details)))
        return holding(lines)
    made = row(gap=look.px(10))
    made.addLayout(lines, 1)
    made.addWidget(details, 0, Qt.AlignmentFlag.AlignTop)
    return holding(made)
