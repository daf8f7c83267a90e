"""What stands beside a plan in the terminal, as lines and as JSON: why, week by week, what if, changes, nearest."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from app.cli.plan_asked import Asked
from app.cli.plan_json import changes_json, difference_json, nearest_json, one_more_json, total_json
from app.cli.plan_told import total_lines
from app.cli.terminal import words
from app.errors import PersonError
from app.journey.plan.by_week import by_week, why_in
from app.journey.plan.ground import Ground, Standpoint, Way, WayKind, both
from app.journey.plan.kept import KeptPlan
from app.journey.plan.left_out import all_without
from app.journey.plan.made_again import changed, kind_of, take, way_of_kind
from app.journey.plan.nearest import limited, nearest
from app.journey.plan.one_more import one_more
from app.journey.plan.replan_words import (
    changes_told,
    left_out_told,
    nearest_told,
    not_taught_lines,
    proven_told,
    weeks_told,
    what_if_told,
    why_told,
)
from app.journey.plan.way_words import one_more_words
from app.journey.plan.ways import free_steps
from app.journey.plan.what_if import what_if
from app.journey.plan.why_not import not_taught
from app.journey.session import Session
from app.wording.plans import chosen_words


@dataclass(frozen=True)
class Told:
    """What is told beside a plan: lines, and JSON fields that say the same."""

    lines: tuple[str, ...] = ()
    fields: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Scene:
    """What everything told beside a plan is about: where the learner stands, on what ground, with what plan kept."""

    session: Session
    stand: Standpoint
    ground: Ground
    kept: KeptPlan | None
    asked: Asked


def shown_kind(scene: Scene, *, fastest: bool) -> WayKind:
    """The kind of plan that a command is about: the one to choose, the one kept and made again, or the one asked for.

    PersonError `no_kept_plan`; `budget_needed` where the most for a budget is asked for and none is known.
    """
    if scene.asked.again and scene.kept is None:
        raise PersonError("no_kept_plan")
    again = kind_of(scene.kept) if scene.asked.again else None
    usual: WayKind = "most" if scene.asked.most else "fastest" if fastest else "cheapest"
    kind = scene.asked.choose or again or usual
    if kind == "most" and scene.ground.limits.budget is None:
        raise PersonError("budget_needed")
    return kind


def beside(scene: Scene, shown: Way) -> Told:
    """All that is told beside a plan; a plan to be kept is kept by this."""
    parts = (*_usual(scene, shown), *_asked_for(scene, shown), *_again(scene, shown))
    fields = {name: value for one in parts for name, value in one.fields.items()}
    return Told(tuple(line for one in parts for line in one.lines), fields)


def _usual(scene: Scene, shown: Way) -> Iterator[Told]:
    """What every plan is told with: what records prove, why not everything, and one step more."""
    say, ground, gap = words(), scene.ground, scene.ground.gap
    proven = ground.proven
    yield Told(
        tuple("  " + proven_told(say, one) for one in proven),
        {"proven_done": [{"step": one.step.id, "record": one.record, "by": one.by} for one in proven]},
    )
    left = not_taught(ground, shown)
    close = nearest(ground, shown) if left and shown.kind != "fastest" else ()
    because = (one for one in left if one.step)
    told = [{"need": one.need.id, "step": one.step and one.step.id, "because": list(one.blocks)} for one in left]
    yield Told(
        (
            *_listed(say.text("Why not everything"), not_taught_lines(say, because)),
            *_listed(say.text("The nearest plan that teaches more"), nearest_told(say, gap, close)),
        ),
        {"not_taught": told, "nearest": [nearest_json(one) for one in close]},
    )
    more = one_more(scene.session, scene.stand.needs.occupation.id, shown.ids, free_steps(ground), ground.wishes.done)
    line = one_more_words(say, more)
    yield Told((f"  {line}",) if line else (), {"one_more": one_more_json(more)})


def _asked_for(scene: Scene, shown: Way) -> Iterator[Told]:
    if scene.asked.why:
        yield _why(scene, shown)
    if scene.asked.by_week:
        yield _week_by_week(shown)
    if scene.asked.what_if:
        yield _what_if(scene)


def _why(scene: Scene, shown: Way) -> Told:
    """Why each step is there, and what leaving it out would cost."""
    say, ground = words(), scene.ground
    reasons = {one.step.id: one for one in why_in(scene.stand, shown, ground.wishes.chosen)}
    lines, told = ["  " + say.text("Why each step is there")], list[object]()
    for one in all_without(ground, shown):
        reason = reasons[one.step.id]
        sentences = (*why_told(say, reason), *left_out_told(say, ground.gap, one))
        lines += [f"    {one.step.name}", *(f"      {sentence}" for sentence in sentences)]
        told.append(
            {
                "step": one.step.id,
                "before": [other.id for other in reason.before],
                "wanted": reason.wanted,
                "without": {**total_json(one.way), "difference": difference_json(one.difference)},
            }
        )
    return Told(tuple(lines) if shown.steps else (), {"why": told})


def _week_by_week(shown: Way) -> Told:
    say, weeks = words(), by_week(shown)
    lines = [line for one in weeks for line in weeks_told(say, one)]
    open_ended = [one.name for one in shown.in_turn if one.id in shown.schedule.untimed]
    if open_ended:
        lines.append(say.text("Nobody says how long this takes: {steps}.", steps=open_ended))
    told = [
        {
            "first": one.first,
            "last": one.last,
            "starts": one.starts.isoformat(),
            "ends": one.ends.isoformat(),
            "steps": [{"id": run.step.id, "state": run.state} for run in one.running],
        }
        for one in weeks
    ]
    return Told(tuple(_listed(say.text("Week by week"), lines)), {"by_week": told})


def _what_if(scene: Scene) -> Told:
    """The plan kept (the cheapest where none is) beside the one that would be."""
    say, session, stand = words(), scene.session, scene.stand
    change = scene.asked.change(session, stand)
    found = what_if(session, stand, change, limit=scene.ground.limits)
    head, *sentences = what_if_told(say, scene.ground.gap, found)
    lines = [
        f"  {head}",
        *(f"    {one}" for one in sentences),
        "  " + say.text("Now"),
        *(f"  {line}" for line in total_lines(session, stand, found.before)),
        "  " + say.text("What if"),
        *(f"  {line}" for line in total_lines(session, stand, found.after)),
        *(f"      {one.name}" for one in found.after.steps),
    ]
    told = {
        "before": total_json(found.before),
        "after": total_json(found.after),
        "steps": [one.id for one in found.after.steps],
        "difference": difference_json(found.difference),
        "drifted": found.drifted,
    }
    return Told(tuple(lines), {"what_if": told})


def _again(scene: Scene, shown: Way) -> Iterator[Told]:
    """What making the plan again changes, and that it is kept where that is asked."""
    say, asked = words(), scene.asked
    if scene.kept is not None and (asked.again or asked.choose):
        found = changed(scene.ground, scene.kept, shown)
        title = say.text("What changes in your plan")
        yield Told(tuple(_listed(title, changes_told(say, found))), {"changes": changes_json(found)})
    if asked.choose:
        take(scene.session, scene.stand, shown)
        yield Told(("  " + chosen_words(say, asked.choose),), {"chosen": asked.choose})
    elif asked.again:
        yield Told(("  " + say.text("Nothing is kept yet. To keep it, add: --choose {kind}", kind=shown.kind),))


def compared(scene: Scene, kind: WayKind) -> tuple[Way, Way]:
    """The cheapest and the fastest plan; beside the most for a budget, those that no budget limits."""
    limit = scene.ground.limits
    return both(limited(scene.ground, replace(limit, budget=None)) if kind == "most" else scene.ground)


def way_shown(scene: Scene, kind: WayKind, ways: tuple[Way, Way]) -> Way:
    """The plan of a kind: one of the two found, or found now."""
    found = {one.kind: one for one in ways}
    return found.get(kind) or way_of_kind(scene.session, scene.stand, scene.ground, kind)


def _listed(title: str, lines: Iterable[str]) -> Iterator[str]:
    known = list(lines)
    return (one for one in (f"  {title}", *(f"    {line}" for line in known)) if known)
