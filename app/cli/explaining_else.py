"""`explain` for what leads to a job: why a skill is suggested, and why a learning step."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict

from app.cli.gaps import SHAPES
from app.cli.terminal import heading, json_line, tell, words
from app.journey.goal import words as said
from app.journey.papers import gap_reason
from app.journey.plan.why_else import WhySkill, WhyStep
from app.journey.skills.behind import Guess
from app.wording.plans import WAYS
from pathways.model import GapItem


def show(named: str, found: Mapping[str, object], lines: Iterable[str], *, as_json: bool) -> None:
    """Print why something is suggested: the facts as JSON, or its name and the lines that say the same."""
    if as_json:
        json_line(found)
        return
    heading(words().text("Why {name}?", name=named))
    for line in lines:
        tell(f"  {line}")


def skill_lines(found: WhySkill) -> Iterator[str]:
    """What shows a skill, the words it is guessed from, and what the goal has to do with it."""
    say = words()
    if found.shows:
        yield say.text("What shows it")
    yield from (f"{SHAPES['shown']} {said.behind_line(say, one)}" for one in found.shows)
    if found.guess.behind:
        yield say.text("Would count if you said yes to a guess")
        yield from guess_told(found.guess)
    if not found.shows and not found.guess.behind:
        yield say.text("None of your records or words name it.")
    if found.goal is not None and found.need is not None:
        yield say.text("Your goal needs it: {goal}.", goal=found.goal.name)
        yield _need_line(found.need)


def skill_json(found: WhySkill) -> dict[str, object]:
    """The same facts as JSON; `goal` and `need` are null where the job aimed for does not need it."""
    return {
        "skill": asdict(found.concept),
        "shows": [asdict(one) for one in found.shows],
        "guess": guess_json(found.guess)["behind"],
        "goal": found.goal and found.goal.id,
        "need": found.need and _need_json(found.need),
    }


def step_lines(found: WhyStep) -> Iterator[str]:
    """The goal, the plans that take the step, the needs it teaches, its price and time, what comes first."""
    say, detail = words(), found.detail
    yield say.text("Your goal: {name}", name=found.goal.name)
    plans = [say.text(WAYS[one]) for one in found.ways]
    yield say.text("Plans with it: {plans}.", plans=plans) if plans else say.text("No plan has it.")
    yield from _listed(say.text("It teaches, of what you need"), map(_need_line, found.needs))
    yield from (f"{one.label}: {one.value}" for one in detail.rows)
    yield from _listed(say.text("Comes first"), detail.first)
    yield from _listed(say.text("Waits for it"), detail.then)
    yield from filter(None, (detail.asks, *detail.notes))


def step_json(found: WhyStep) -> dict[str, object]:
    """The same facts as JSON; `plans` are the kinds of plan that take the step."""
    return {
        "step": {"id": found.detail.id, "name": found.detail.title},
        "goal": found.goal.id,
        "plans": list(found.ways),
        "teaches": [_need_json(one) for one in found.needs],
        "after": list(found.detail.first),
        "before": list(found.detail.then),
    }


def guess_told(guess: Guess) -> Iterator[str]:
    """A guess that waits, and the words it was made from."""
    yield f"{SHAPES['unknown']} {words().name(guess.concept.name)}"
    yield from (f"    {line}" for line in said.guess_lines(words(), guess))


def guess_json(guess: Guess) -> dict[str, object]:
    """A guess as JSON: the concept's fields, and the words behind it, each with the code of why we ask."""
    behind = [{**asdict(one), "asked": asked.code, "less_sure": asked.less_sure} for one, asked in guess.behind]
    return {**asdict(guess.concept), "behind": behind}


def _need_line(item: GapItem) -> str:
    say = words()
    reason = gap_reason(say, item) or say.state(item.state)
    return f"{SHAPES[item.state]} {say.name(item.requirement.concept.name)}. {reason}"


def _need_json(item: GapItem) -> dict[str, object]:
    return {"id": item.requirement.concept.id, "state": item.state, "reason": item.reason}


def _listed(title: str, lines: Iterable[str]) -> Iterator[str]:
    known = list(lines)
    return (one for one in (title, *(f"  {line}" for line in known)) if known)
