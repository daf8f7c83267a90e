"""What stands under the Plan page: the one thing to do next, saving, and from when the prices are."""

from collections.abc import Callable

from app.journey.plan.view import PlanView
from ui.guide import Guide
from ui.kit.page import Action, Footer
from ui.pages.planning.compare import NAMED


def plan_foot(guide: Guide, view: PlanView, kind: str, use: Callable[[], object], save: Callable[[], object]) -> Footer:
    """For the plan of a kind: use it, or go on where it is the learner's already or has no step."""
    words = guide.words
    shown = next((one for one in view.columns if one.kind == kind), None)
    onward = Action(words.text("Next: apply"), lambda: guide.go("apply"))
    note = "" if guide.look.compact else view.prices_seen
    if shown is None or not shown.bars:
        return Footer(onward, note)
    extra = (Action(words.text("Save the plan"), save, icon="save"),)
    if shown.chosen or kind not in NAMED:
        return Footer(onward, note, extra)
    label = words.text("Use the cheapest plan") if kind == "cheapest" else words.text("Use the fastest plan")
    return Footer(Action(label, use), note, extra)
