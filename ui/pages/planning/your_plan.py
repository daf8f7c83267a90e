"""The plan that the learner chose: where today stands in it, how far its steps are, what a new one would change."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.journey.plan.kept import KeptPlan, KeptStep, StepState
from app.journey.plan.view import PlanView
from app.wording.marking import marked
from app.wording.plans import STEP_STATES, when_words
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.card import Rule
from ui.kit.layouts import Flow, Item, column, holding, row
from ui.kit.text import Pictured, Text

NEXT: dict[StepState, tuple[StepState, str, str]] = {
    "chosen": ("started", marked("Start"), marked("Start {step}")),
    "started": ("done", marked("Done"), marked("Done with {step}")),
    "done": ("started", marked("Not done yet"), marked("Not done with {step} yet")),
    "dropped": ("chosen", marked("Put it back"), marked("Take {step} back into the plan")),
    "failed": ("chosen", marked("Try it again"), marked("Try {step} again")),
}
"""What can be said next of a step in a state: the new state, the button's words, and its whole name."""
ICONS: dict[StepState, str] = {
    "chosen": "calendar",
    "started": "hourglass",
    "done": "check",
    "dropped": "ban",
    "failed": "ban",
}


@dataclass(frozen=True)
class OnPlan:
    """What can be done with the plan kept."""

    mark: Callable[[KeptStep, StepState], object]
    details: Callable[[KeptStep], object]
    again: Callable[[], object]


def your_plan(guide: Guide, view: PlanView, kept: KeptPlan, do: OnPlan) -> QWidget:
    """The card of the plan kept."""
    look, words = guide.look, guide.words
    items: list[Item] = [Text(look, words.text("Your plan"), "title")]
    if view.now:
        items.append(Pictured(look, "calendar", view.now, "row", weight="semibold", size=18))
    if view.late:
        items.append(Pictured(look, "bell", view.late, "row", size=18))
    for one in kept.steps:
        items += [Rule(look), _step(guide, one, do)]
    items += _changes(guide, view.changes, do)
    pad = look.px(14)
    made = holding(column(*items, gap=look.px(8), margins=(pad, look.px(12), pad, look.px(12))))
    made.setAccessibleName(words.text("Your plan"))
    return made


def _step(guide: Guide, one: KeptStep, do: OnPlan) -> QWidget:
    look, words = guide.look, guide.words
    name = one.step.name
    state = words.text(STEP_STATES[one.state])
    when = when_words(words, one.slot.start, one.slot.weeks)
    told = {"chosen": when, "dropped": state, "failed": state}
    said = told.get(one.state) or words.text("{state}. {when}", state=state, when=when)
    lines = column(
        Text(look, name, "row", weight="semibold"), Pictured(look, ICONS[one.state], said, "caption", "quiet", size=14)
    )
    after, text, says = NEXT[one.state]
    further = Button(
        look, words.text(text), partial(do.mark, one, after), kind="forward", size="small",
        says=words.text(says, step=name), name=f"mark-{one.step.id}",
    )  # fmt: skip
    details = Button(
        look, words.text("Details"), partial(do.details, one), size="small",
        says=words.text("Details of {step}, in your plan", step=name), name=f"kept-{one.step.id}",
    )  # fmt: skip
    both = holding(Flow(further, details, gap=look.px(8)))
    if look.compact:
        lines.addSpacing(look.px(4))
        lines.addWidget(both)
        return holding(lines)
    made = row(gap=look.px(8))
    made.addLayout(lines, 1)
    made.addWidget(both, 0, Qt.AlignmentFlag.AlignVCenter)
    return holding(made)


def _changes(guide: Guide, changes: Sequence[str], do: OnPlan) -> list[Item]:
    """What making the plan again would change, and the button that does it."""
    look, words = guide.look, guide.words
    if not changes:
        return []
    again = Button(look, words.text("Make the plan again"), do.again, kind="forward", size="small", name="again")
    said = [Text(look, one, "row") for one in changes]
    return [Rule(look), Text(look, words.text("What a new plan would change"), "group"), *said, holding(Flow(again))]
