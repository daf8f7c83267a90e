"""What `plan` writes besides its lines: papers, a calendar, a file to hand on; and `plan-notes`, what is filled in."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from app.cli.checking import JSON
from app.cli.gaps import GOAL
from app.cli.opened import VAULT, opened, opening
from app.cli.terminal import PATH, json_line, tell, words
from app.errors import PersonError
from app.files import write_file
from app.journey.plan.calendar import plan_calendar
from app.journey.plan.employment_paper import employment_paper
from app.journey.plan.employment_plan import (
    SUPPORTS,
    EmploymentPlan,
    employment_as_json,
    employment_plan,
    set_employment_plan,
)
from app.journey.plan.ground import Standpoint, Way, goal_code, steps_for
from app.journey.plan.handed import handed_on, read_plan_from, take_in
from app.journey.plan.kept import kept_plan
from app.journey.plan.ways import kept_way
from app.journey.session import Session
from app.journey.vaults import whose
from app.wording.employment import EMPLOYMENT, FACTS
from app.wording.employment import SUPPORTS as SUPPORT_WORDS
from pathways.errors import PathwaysError

ASKED = "pathfolio.plan_papers."
DAY = click.DateTime(["%Y-%m-%d"])
FIELDS = ("learner_does", "counselor_does", "provider_does")


def _remember(ctx: click.Context, param: click.Parameter, value: object) -> None:
    ctx.meta[f"{ASKED}{param.name}"] = value


def papers(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options for files; `take_plan_in` and `write_papers` find them in click's context."""
    files = (
        ("--html", "Also write the plan as a web page to print and sign."),
        ("--pdf", "Also write the plan as a PDF to print and sign."),
        ("--ics", "Also write the plan as a calendar file."),
        ("--save", "Also write the plan as a file to open on another computer."),
        ("--open", "First take in a plan from such a file, as your plan."),
    )
    for name, told in reversed(files):
        command = click.option(name, type=PATH, expose_value=False, callback=_remember, help=told)(command)
    kept = "Write the files of the plan you chose, in place of the one shown."
    return click.option("--kept", is_flag=True, expose_value=False, callback=_remember, help=kept)(command)


def _asked(name: str) -> Any:  # noqa: ANN401  a path, a flag, or None
    return click.get_current_context().meta.get(f"{ASKED}{name}")


def take_plan_in(session: Session) -> None:
    """Take in the plan file named, if one is. PersonError as `read_plan_from` and `take_in`."""
    if _asked("open") is not None:
        take_in(session, read_plan_from(_asked("open")))


def write_papers(session: Session, stand: Standpoint, shown: Way, *, only_signed: bool) -> None:
    """Write the files asked for. PersonError `no_kept_plan`, `disk_full`, `cannot_write` …, `pdf_not_available`."""
    kept = kept_plan(session, stand.needs.occupation.id)
    way = shown
    if _asked("kept") or _asked("open"):
        if kept is None:
            raise PersonError("no_kept_plan")
        way = kept_way(kept)
    say, name = words(), whose(session).name
    if _asked("html"):
        page = employment_paper(session, say, stand, way, name, kind="html", only_signed=only_signed)
        write_file(_asked("html"), page)
    if _asked("pdf"):
        page = employment_paper(session, say, stand, way, name, kind="pdf", only_signed=only_signed)
        write_file(_asked("pdf"), page)
    if _asked("ics"):
        write_file(_asked("ics"), plan_calendar(session, say, stand, way, name))
    if _asked("save"):
        write_file(_asked("save"), handed_on(session, stand, way, kept))


@click.command("plan-notes")
@VAULT
@GOAL
@click.option("--counselor", help="The counselor’s name.")
@click.option("--review-date", type=DAY, help="When the plan is looked at again, as 2027-01-31.")
@click.option("--support", "supports", multiple=True, type=click.Choice(SUPPORTS), help="A support that is needed.")
@click.option("--own-support", "own_supports", multiple=True, metavar="TEXT", help="Another support, in own words.")
@click.option("--learner-does", help="What the learner will do.")
@click.option("--counselor-does", help="What the counselor will do.")
@click.option("--provider-does", help="What the provider will do.")
@click.option("--notes", help="Anything else.")
@click.option("--paid-by", multiple=True, metavar="STEP=TEXT", help="Who pays for a step, by its id.")
@click.option("--done-by", multiple=True, metavar="STEP=TEXT", help="Who does what for a step, by its id.")
@opening
@JSON
def plan_notes(
    folder: Path,
    goal: str | None,
    review_date: datetime | None,
    supports: tuple[str, ...],
    own_supports: tuple[str, ...],
    paid_by: tuple[str, ...],
    done_by: tuple[str, ...],
    passphrase_file: Path | None,
    *,
    as_json: bool,
    **texts: str | None,
) -> None:
    """Fill in what a counselor adds to the plan, or see it. An empty text clears a line."""
    with opened(folder, passphrase_file) as session:
        code = goal_code(session, goal)
        found = employment_plan(session, code)
        said: dict[str, Any] = {name: text for name, text in texts.items() if text is not None}
        wanted = replace(
            found,
            **said,
            review_on=review_date.date() if review_date else found.review_on,
            supports=supports or found.supports,
            own_supports=own_supports or found.own_supports,
        )
        known = known_steps(session, code)
        wanted = _with_steps(_with_steps(wanted, paid_by, "paid_by", known), done_by, "done_by", known)
        if wanted != found:
            set_employment_plan(session, code, wanted)
        kept = employment_plan(session, code)
    if as_json:
        json_line({"goal": code, **employment_as_json(kept)})
    else:
        _tell(kept)


def known_steps(session: Session, goal: str) -> frozenset[str]:
    """Ids of every step at hand for a goal, and of those of the plan kept."""
    kept = kept_plan(session, goal)
    mine = (one.step for one in kept.steps) if kept else ()
    return frozenset(one.id for one in (*steps_for(session, goal), *mine))


def _with_steps(plan: EmploymentPlan, said: Iterable[str], field: str, known: frozenset[str]) -> EmploymentPlan:
    for one in said:
        step, equals, text = one.partition("=")
        if not equals:
            raise PersonError("step_note_form", text=one)
        if step not in known:
            raise PathwaysError("step_unknown", step=step)
        plan = plan.with_step(replace(plan.of(step), **{field: text}))
    return plan


def _tell(plan: EmploymentPlan) -> None:
    """What is filled in, a line each; what is not, as open."""
    say = words()
    supports = [say.text(SUPPORT_WORDS[one]) for one in plan.supports]
    told = {
        FACTS["counselor"]: plan.counselor,
        FACTS["review_on"]: say.value(plan.review_on) if plan.review_on else "",
        EMPLOYMENT["supports"]: say.list_of([*supports, *plan.own_supports]),
        **{FACTS[code]: getattr(plan, code) for code in FIELDS},
        EMPLOYMENT["notes"]: plan.notes,
    }
    for label, value in told.items():
        tell(say.text("{label}: {value}", label=say.text(label), value=value or say.text("not filled in yet")))
    for one in plan.steps:
        parts = ((FACTS["paid_by"], one.paid_by), (FACTS["done_by"], one.done_by))
        said = "; ".join(f"{say.text(label)}: {value}" for label, value in parts if value)
        tell(f"  {one.step}: {said}")
