"""`demo`: a practice learner's journey, as a person would read it."""

import tempfile
from pathlib import Path

import click

from app.applying.opportunity import read_opportunity
from app.cli.careers import career_lines
from app.cli.checking import show_record
from app.cli.gaps import gap_lines
from app.cli.plan_told import plan_lines
from app.cli.presenting import choice_lines, warnings, write_application
from app.cli.terminal import PATH, heading, tell, words
from app.files import make_folder, write_file
from app.journey.apply.preparing import Prepared, elsewhere, prepare
from app.journey.apply.table import apply_table
from app.journey.goal.aim import careers
from app.journey.opening import practice
from app.journey.plan.employment_paper import employment_paper
from app.journey.plan.ground import TELLING, Standpoint, cheapest_way, entries_of, ground_of, standpoint
from app.journey.practice import LEARNERS, PracticeLearner
from app.journey.records.holding import Card, cards
from app.journey.session import Session
from app.journey.skills.profile import profile
from app.profile.skills import Profile
from app.wording.practice import STORIES

CAREERS = 5
GUESSES = 4
LEARNER = click.Choice(LEARNERS, case_sensitive=False)


@click.command()
@click.option("--out", type=PATH, help="Folder for the files; without it, a temporary one.")
@click.option("--learner", type=LEARNER, default=LEARNERS[0], help="Whom to walk with.")
def demo(out: Path | None, learner: str) -> None:
    """Walk with a practice learner from their records to a signed application."""
    folder = out or Path(tempfile.mkdtemp(prefix="pathfolio-demo-"))
    make_folder(folder)
    with practice(learner) as (session, opened):
        walk(session, opened, folder)


def walk(session: Session, learner: PracticeLearner, folder: Path) -> None:
    """The six steps, one after the other."""
    say = words()
    tell(say.text("PRACTICE. {name} is made up. These records prove nothing.", name=learner.name))
    tell(say.text(STORIES[learner.story]))
    held = cards(session)
    show_records(held)
    found = profile(session, held)
    show_skills(found)
    show_careers(session, found)
    stand = standpoint(session, found, learner.goal).first(TELLING)
    show_plan(session, stand, folder, learner)
    ready = prepare(session, held, found, read_opportunity(learner.opportunity))
    show_application(session, ready, folder, learner)


def show_records(held: tuple[Card, ...]) -> None:
    """Step 1: each record and what was checked."""
    heading(words().text("1. Records: what have others said you can do?"))
    for card in held:
        show_record(card.record, card.checks, as_json=False)


def show_skills(found: Profile) -> None:
    """Step 2: what is held, with its evidence, and what waits for an answer."""
    say = words()
    heading(say.text("2. Skills: what can you do?"))
    for held in sorted(found.held.values(), key=lambda one: (-one.evidence, one.concept.name.casefold())):
        marks = "■" * held.evidence + "□" * (4 - held.evidence)
        late = ", " + say.text("out of date") if held.lapsed else ""
        tell(f"  {marks} {say.name(held.concept.name)} ({say.state(f'evidence_{held.evidence}')}{late})")
    if found.guesses:
        names = [concept.name for concept in found.guesses.values()]
        tell("  " + say.count("{number} guess waits", "{number} guesses wait", len(names)) + ":")
        for name in names[:GUESSES]:
            tell("  ? " + say.text("Does it mean “{name}”?", name=name))


def show_careers(session: Session, found: Profile) -> None:
    """Step 3: careers close to what the learner can do."""
    heading(words().text("3. Goal: which careers are close?"))
    for career in careers(session, found, CAREERS):
        for line in career_lines(session.pack, career):
            tell(line)


def show_plan(session: Session, stand: Standpoint, folder: Path, learner: PracticeLearner) -> None:
    """Step 4: the gap and the cheapest plan, also as a page."""
    say = words()
    heading(say.text("4. Plan: how can you become one of the {goal}?", goal=stand.needs.occupation.name))
    for line in gap_lines(stand.gap):
        tell(line)
    way = cheapest_way(ground_of(session, stand))
    tell("\n  " + say.text("The cheapest way:"))
    for line in plan_lines(stand, way.plan, entries_of(session, way.plan)):
        tell(line)
    write_file(folder / "plan.html", employment_paper(session, say, stand, way, learner.name, kind="html"))
    tell(say.text("Written: {file}", file=str(folder / "plan.html")))


def show_application(session: Session, ready: Prepared, folder: Path, learner: PracticeLearner) -> None:
    """Steps 5 and 6: the smallest set of records, signed and saved."""
    wanted = ready.opportunity
    heading(words().text("5. Apply: {title}, {organisation}", title=wanted.title, organisation=wanted.organisation))
    table = apply_table(ready)
    for line in choice_lines(ready, table):
        tell(line)
    told = elsewhere(session, ready)
    for line in warnings(table, told):
        tell(line)
    for file in write_application(session, ready, folder, learner.name, told=frozenset(told))[1]:
        tell(words().text("Written: {file}", file=str(file)))
    tell("\n" + words().text("6. After: what you sent is kept in the vault’s list, with the day and the reader."))
