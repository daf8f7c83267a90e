"""`explain`: the chain of facts behind a suggestion; for a job, from records and words to its place among all jobs."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

import click

from app.cli.checking import JSON
from app.cli.explaining_else import guess_json, guess_told, show, skill_json, skill_lines, step_json, step_lines
from app.cli.figures import fact_lines
from app.cli.gaps import GOAL, SHAPES
from app.cli.opened import ONLY_SIGNED, VAULT, opened, opening
from app.cli.terminal import words
from app.journey.goal import words as said
from app.journey.goal.why import Shared, Why, why
from app.journey.plan.why_else import step_named, why_skill, why_step
from app.journey.records.holding import cards
from app.journey.skills.counting import counted
from app.vault import store_plan
from pathways.model import Concept

JOB = re.compile(r"\d\d-\d{4}\.\d\d")


@click.command()
@VAULT
@click.argument("thing", metavar="CODE|SKILL|STEP")
@click.option("--like", metavar="CODE", help="The job that this one is said to be like.")
@GOAL
@ONLY_SIGNED
@opening
@JSON
def explain(
    folder: Path,
    thing: str,
    like: str | None,
    goal: str | None,
    passphrase_file: Path | None,
    *,
    only_signed: bool,
    as_json: bool,
) -> None:
    """Say why we name a job, a skill or a learning step to you, fact by fact.

    Name a job by its O*NET-SOC code, a skill by its id or name, and a step of your plan by its id.
    """
    with opened(folder, passphrase_file) as session:
        kept = cards(session)
        held, aim = counted(session, kept, only=only_signed), goal or store_plan.goal(session.vault)
        if JOB.fullmatch(thing):
            job = why(session, held, kept, thing, like, signed=only_signed)
            show(words().name(job.name), why_json(job), why_lines(job), as_json=as_json)
        elif aim is not None and (step := step_named(session, aim, thing)) is not None:
            taken = why_step(session, words(), held, step, aim)
            show(taken.detail.title, step_json(taken), step_lines(taken), as_json=as_json)
        else:
            skill = why_skill(session, held, kept, thing, aim)
            show(words().name(skill.concept.name), skill_json(skill), skill_lines(skill), as_json=as_json)


def why_lines(found: Why) -> Iterator[str]:
    """Every fact in a line: what is shown and by what, guessed, to learn, what it is like, its place, its outlook."""
    say = words()
    if found.described:
        yield say.text("What this job is")
        yield from (f"  {text}" for text in found.described)
    yield said.fit_line(say, found.fit)
    for one in found.shared:
        yield from shared_lines(one)
    if found.guesses:
        yield say.text("Would count if you said yes to a guess")
        for guess in found.guesses:
            yield from guess_told(guess)
    if found.to_learn:
        yield say.text("To learn")
        yield from _named(SHAPES["missing"], found.to_learn)
    yield from filter(None, (said.alike_line(say, found.like), said.leads_line(say, found.leads)))
    yield from said.order_lines(say, found)
    yield from said.accuracy_lines(say)
    yield from fact_lines(found.facts)
    yield from said.published_lines(say, found.published)


def shared_lines(one: Shared) -> Iterator[str]:
    """One thing the job needs, why it stands so, and the records and words behind it."""
    say = words()
    reason = said.reason_line(say, one)
    yield f"{SHAPES[one.state]} {say.name(one.need.name)}" + (f". {reason}" if reason else "")
    for behind in one.behind:
        yield f"    {said.behind_line(say, behind)}"


def _named(shape: str, things: Iterable[Concept]) -> Iterator[str]:
    return (f"{shape} {words().name(one.name)}" for one in things)


def why_json(found: Why) -> dict[str, object]:
    """The same facts as JSON; `place` is 1 for the first of `among` jobs, null where nothing is shown."""
    return {
        "code": found.code,
        "name": found.name,
        "place": found.place,
        "among": found.among,
        "only_signed": found.only_signed,
        "described": list(found.described),
        "shared": [
            {
                "need": asdict(one.need),
                "state": one.state,
                "reason": one.reason,
                "sets_apart": one.telling,
                "evidence": one.evidence,
                "by": [asdict(concept) for concept in one.by],
                "behind": [asdict(behind) for behind in one.behind],
            }
            for one in found.shared
        ],
        "guesses": [guess_json(one) for one in found.guesses],
        "to_learn": [asdict(one) for one in found.to_learn],
        "like": found.like and {"job": asdict(found.like.job), "close_in": list(found.like.sides)},
        "listed_by_onet": [{"code": lead.start, "name": lead.name, "place": lead.place} for lead in found.leads],
        "facts": [{"code": fact.code, "values": dict(fact.values), "source": fact.source} for fact in found.facts],
    }
