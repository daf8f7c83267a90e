"""The ways to the goal, as a map or as a list, and below the map the step that is looked at."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.journey.plan.view import PlanView
from app.journey.plan.way_map import Lane, Node
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.card import Plain, Rule, Scroll
from ui.kit.choices import Segments
from ui.kit.layouts import Flow, clear, column, holding, row
from ui.kit.text import Text
from ui.kit.turns import Turns
from ui.pages.planning.canvas import Key
from ui.pages.planning.map_view import STEP, MapView
from ui.pages.planning.memory import PlanMemory
from ui.pages.planning.ways_list import OnLane, lane_card

MAP_TALL = 420
"""Height of the map in a page that scrolls as one."""


@dataclass
class _Shown:
    view: PlanView | None = None
    map: MapView | None = None
    parts: list[QWidget] = field(default_factory=list)


class WaysPanel(QWidget):
    """`looked_at` hears of a step chosen on the map; `empty` makes what stands there without any way."""

    def __init__(
        self,
        guide: Guide,
        memory: PlanMemory,
        do: OnLane,
        looked_at: Callable[[Key], object],
        empty: Callable[[PlanView], QWidget],
    ) -> None:
        super().__init__()
        self.guide, self.look, self.memory = guide, guide.look, memory
        self._do, self._looked_at, self._empty = do, looked_at, empty
        self._shown = _Shown()
        self.turns = Turns(self)
        self.inside: QVBoxLayout = column()
        self.detail = column(gap=self.look.px(4))
        self.foot = self._foot()
        body = column(self._head(), Rule(self.look), self.inside, self.foot, margins=(1, 1, 1, self.look.px(8)))
        body.setStretchFactor(self.inside, 1)
        self.setLayout(body)

    def show_view(self, view: PlanView) -> None:
        """Show these ways."""
        if self._shown.view is not None and self._shown.view.map == view.map:
            self._shown.view = view
            self.show_chosen()
            return
        self._shown.view = view
        self._draw()

    def show_chosen(self) -> None:
        """Show the plan and the step that are looked at now."""
        if self._shown.map is not None:
            self._shown.map.show_chosen(self.memory.kind, self.memory.node)
        self._tell_step()

    @property
    def as_map(self) -> bool:
        """Whether the map is shown: where there is little room, the list is."""
        return (self.memory.view or ("list" if self.look.compact else "map")) == "map"

    def _head(self) -> QWidget:
        look, words = self.look, self.guide.words
        parts = (("as-map", words.text("Map")), ("as-list", words.text("List")))
        switch = Segments(look, parts, self._turn, chosen=0 if self.as_map else 1, icons=("route", "list"))
        self.zoom = holding(
            row(
                self._zoomer("minus", words.text("Make the map smaller"), "zoom-out", lambda: self._zoom(1 / STEP)),
                self._zoomer("plus", words.text("Make the map larger"), "zoom-in", lambda: self._zoom(STEP)),
                self._zoomer("maximize", words.text("Show all of the map"), "zoom-fit", self._fit),
                gap=look.px(4),
            )
        )
        title = Text(look, words.text("Ways to your goal"), "group")
        pad = look.px(12)
        if look.compact:
            flow = holding(Flow(switch, self.zoom, gap=look.px(8)))
            return holding(column(title, flow, gap=look.px(8), margins=(pad, pad, pad, pad)))
        line = row(gap=look.px(8), margins=(pad, look.px(6), look.px(8), look.px(6)))
        line.addWidget(title, 1)
        line.addWidget(switch)
        line.addWidget(self.zoom)
        return holding(line)

    def _zoomer(self, icon: str, says: str, name: str, clicked: Callable[[], object]) -> Button:
        return Button(self.look, "", clicked, size="small", icon=icon, says=says, name=name)

    def _foot(self) -> QWidget:
        look = self.look
        pad = look.px(14)
        self.detail.setContentsMargins(pad, look.px(8), pad, look.px(8))
        return Plain(look, look.colors.card, self.detail, line="above")

    def _turn(self, place: int) -> None:
        self.memory.view = "map" if place == 0 else "list"
        self._draw()

    def _draw(self) -> None:
        view = self._shown.view
        if view is None:
            return
        clear(self.inside)
        self._shown.map = None
        there = bool(view.map.lanes)
        self.zoom.setVisible(self.as_map and there)
        self.foot.setVisible(self.as_map and there)
        if not there:
            self.turns.take([lambda: self.inside.addWidget(self._empty(view))])
        elif self.as_map:
            self.turns.take([lambda: self._draw_map(view)])
        else:
            self._draw_list(view)

    def _draw_map(self, view: PlanView) -> None:
        says = self.guide.words.text(
            "Map of the ways from today to your goal. The list of ways says the same in words."
        )
        made = MapView(self.look, view.map, says, self._looked_at)
        if self.memory.zoom is not None:
            made.zoom_to(self.memory.zoom)
        if self.look.compact:
            made.setFixedHeight(self.look.px(MAP_TALL))
        self.inside.addWidget(made, 1)
        self._shown.map = made
        self.show_chosen()

    def _draw_list(self, view: PlanView) -> None:
        listed = column(gap=self.look.px(10))
        inside = holding(listed)
        if self.look.compact:
            self.inside.addWidget(inside)
        else:
            listed.setContentsMargins(self.look.px(8), self.look.px(6), self.look.px(8), self.look.px(6))
            self.inside.addWidget(Scroll(inside, self.guide.words.text("Ways to your goal")), 1)

        def add(lane: Lane) -> None:
            listed.addWidget(lane_card(self.guide, lane, self._do))

        self.turns.take([*(lambda lane=lane: add(lane) for lane in view.map.lanes), lambda: listed.addStretch(1)])

    def _zoom(self, times: float) -> None:
        if self._shown.map is not None:
            self.memory.zoom = self._shown.map.closer(times)

    def _fit(self) -> None:
        if self._shown.map is not None:
            self._shown.map.fit()
            self.memory.zoom = None

    def _tell_step(self) -> None:
        found = self.memory.found_node(self._shown.view) if self._shown.view else None
        clear(self.detail)
        if found is not None:
            self.detail.addWidget(self._told(*found))

    def _told(self, lane: Lane, node: Node) -> QWidget:
        look, words = self.look, self.guide.words
        line = row(gap=look.px(10))
        title = column(Text(look, node.name, "group"), Text(look, node.below, "caption", "quiet"))
        line.addLayout(title, 1)
        if node.kind == "step":
            says = words.text("Details of {step}", step=node.name)
            details = Button(
                look, words.text("Details"), lambda: self._do.details(lane, node), kind="forward", size="small",
                says=says, name="step-details",
            )  # fmt: skip
            line.addWidget(details, 0, Qt.AlignmentFlag.AlignTop)
        return holding(column(line, Text(look, node.sentence, "row"), gap=look.px(4)))
