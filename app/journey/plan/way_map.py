"""The map of ways: today at the left, the goal at the right, a lane for each way. The list reads out the same lanes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from app.journey.learning.told import is_old
from app.journey.plan.ground import Way
from app.journey.plan.nearby import Nearby
from app.journey.plan.way_words import price_of, summary, weeks_of
from app.journey.plan.ways import AT_WORK, Ways
from app.wording import Words
from app.wording.learning import old_words
from app.wording.plans import WAY_NOTES, WAYS, in_short, step_sentences, when_words
from pathways.model import LearningStep
from pathways.plans.calendar import Slot
from pathways.plans.layout import Layout, lay_out


@dataclass(frozen=True)
class Node:
    """A step, or a job on the way, in its place: `column` 0 stands next to today.

    `below` is the short line under its name ("6 wks, free"), `sentence` all of it in words. `state` is planned, started
    or done; `dashed` where it depends on others, or its price or time is unknown.
    """

    id: str
    kind: Literal["step", "job"]
    name: str
    below: str
    sentence: str
    state: Literal["planned", "started", "done"]
    column: int
    row: int
    dashed: bool


@dataclass(frozen=True)
class Edge:
    """A line between two nodes, by id; None stands for today (as source) and for the goal (as target)."""

    source: str | None
    target: str | None
    dashed: bool


@dataclass(frozen=True)
class Lane:
    """One way as a lane of `columns` by `rows` places; its nodes in the order in which they are read out.

    `kind` is that of the way, or nearby. `chosen` is the plan kept; `choosable` whether it can be made the plan.
    `sentence` sums it up.
    """

    kind: str
    title: str
    note: str
    sentence: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    columns: int
    rows: int
    chosen: bool = False
    choosable: bool = True


@dataclass(frozen=True)
class WayMap:
    """The whole picture: what stands at today and at the goal, and the lanes between them."""

    today: str
    shown: str
    goal: str
    lanes: tuple[Lane, ...]


def way_map(words: Words, ways: Ways, today: date | None = None) -> WayMap:
    """The map of all ways to the goal; `today` marks steps whose figures are older than a year."""
    first = ways.telling
    return WayMap(
        words.text("Today"),
        words.text("{shown} of {needed}", shown=sum(one.state == "shown" for one in first), needed=len(first)),
        ways.stand.needs.occupation.name,
        (*(_lane(words, ways, one, today) for one in ways.ways if one.in_turn), *_nearby(words, ways.nearby)),
    )


def _lane(words: Words, ways: Ways, way: Way, today: date | None) -> Lane:
    steps = way.in_turn
    layout = lay_out(steps)
    title = "both" if ways.same and way.kind == "cheapest" else way.kind
    dashed = {one.id: depends(one, way.schedule.slot(one.id)) for one in steps}
    return Lane(
        way.kind,
        words.text(WAYS[title]),
        _note(words, way),
        summary(words, ways, way),
        tuple(_nodes(words, way, layout, dashed, today)),
        tuple(
            Edge(link.source, link.target, any(dashed.get(end or "", False) for end in (link.source, link.target)))
            for link in layout.links
        ),
        layout.columns,
        layout.rows,
        chosen=way.kept,
    )


def depends(step: LearningStep, slot: Slot | None) -> bool:
    """Whether a step hangs on something open: an employer, a guess, a price or a length that nobody says."""
    unknown = step.cost.value is None or slot is None or slot.weeks is None
    return step.kind in AT_WORK or step.inferred or unknown


def _note(words: Words, way: Way) -> str:
    told = "kept" if way.kept else way.kind
    if told in WAY_NOTES:
        return words.text(WAY_NOTES[told])
    return words.text("{price}, {weeks}", price=price_of(words, way), weeks=weeks_of(words, way))


def _nearby(words: Words, found: Nearby | None) -> tuple[Lane, ...]:
    """The job close to the goal as a lane of its own: a fact, not a plan."""
    if found is None:
        return ()
    counts = words.text("You show {shown} of {needed}", shown=found.shown, needed=found.needed)
    sentence = words.text(
        "{job} is close to your goal, says O*NET. You show {shown} of the {needed} things that set it apart.",
        job=found.occupation.name,
        shown=found.shown,
        needed=found.needed,
    )
    node = Node(found.occupation.id, "job", found.occupation.name, counts, sentence, "planned", 0, 0, dashed=True)
    edges = (Edge(None, node.id, dashed=True), Edge(node.id, None, dashed=True))
    title, note = words.text("A job close to it"), words.text("a fact, no plan")
    return (Lane("nearby", title, note, sentence, (node,), edges, 1, 1, choosable=False),)


def _nodes(words: Words, way: Way, layout: Layout, dashed: dict[str, bool], today: date | None) -> Iterator[Node]:
    spots = {one.step: one for one in layout.spots}
    names = {one.id: one.name for one in way.in_turn}
    for step in way.in_turn:
        slot = way.schedule.slot(step.id)
        after = [names[link.source] for link in layout.links if link.target == step.id and link.source]
        before = [names[link.target] for link in layout.links if link.source == step.id and link.target]
        state = way.states.get(step.id, "chosen")
        told = sentences(words, step, slot, after=after, before=before, state=state)
        yield Node(
            step.id,
            "step",
            step.name,
            below(words, step, slot),
            f"{told} {old_words(words)}" if today is not None and is_old(step, today) else told,
            "started" if state == "started" else "done" if state == "done" else "planned",
            spots[step.id].column,
            spots[step.id].row,
            dashed[step.id],
        )


def below(words: Words, step: LearningStep, slot: Slot | None) -> str:
    """A step in short: how long, what it costs."""
    weeks = None if slot is None else slot.weeks
    hours = step.hours.value if weeks == 1 or weeks is None else None
    return in_short(words, weeks, hours, step.cost, short=True)


def sentences(
    words: Words, step: LearningStep, slot: Slot | None, *, after: list[str], before: list[str], state: str
) -> str:
    """A step of a way in sentences."""
    timed = slot is not None and slot.weeks is not None
    return step_sentences(
        words,
        provider=step.provider,
        online=step.online,
        when=when_words(words, slot.start, slot.weeks) if slot else "",
        hours_a_week=slot.hours_a_week if slot else None,
        timed=timed,
        cost=step.cost,
        after=after,
        before=before,
        state=state,
    )
