"""What a counselor and the learner fill in beside a plan, so that it is an Individual Employment Plan."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from app.errors import PersonError
from app.journey.session import Session
from app.records.text import one_line, paragraphs
from app.vault import store_plan

SUPPORTS = (
    "transport", "child_care", "tools", "clothing", "books", "computer", "fees", "housing", "food", "health",
    "disability", "language",
)  # fmt: skip
"""Codes of the supports to choose from; `app.wording.employment.SUPPORTS` names them."""
LONGEST_LINE = 300
LONGEST_TEXT = 2_000
MOST_OWN_SUPPORTS = 20
MOST_STEPS = 200


@dataclass(frozen=True)
class StepNotes:
    """Who pays for a step (by its id), and who does what for it; empty is not filled in yet."""

    step: str
    paid_by: str = ""
    done_by: str = ""


@dataclass(frozen=True)
class EmploymentPlan:
    """What was filled in for a goal; empty or None is not filled in yet, never "none".

    `supports` are codes of `SUPPORTS`, `own_supports` others in their own words. The duties are what each side agrees
    to do; `steps` holds one entry at most for a step.
    """

    counselor: str = ""
    review_on: date | None = None
    supports: tuple[str, ...] = ()
    own_supports: tuple[str, ...] = ()
    learner_does: str = ""
    counselor_does: str = ""
    provider_does: str = ""
    notes: str = ""
    steps: tuple[StepNotes, ...] = ()

    def of(self, step: str) -> StepNotes:
        """What was filled in for a step."""
        return next((one for one in self.steps if one.step == step), StepNotes(step))

    def with_step(self, notes: StepNotes) -> "EmploymentPlan":
        """The same with this filled in for a step; nothing filled in takes its entry away."""
        others = tuple(one for one in self.steps if one.step != notes.step)
        return replace(self, steps=(*others, notes) if notes.paid_by or notes.done_by else others)


NOTHING_FILLED_IN = EmploymentPlan()


def employment_plan(session: Session, goal: str) -> EmploymentPlan:
    """What was filled in beside the plan for a goal."""
    return employment_from_json(store_plan.employment(session.vault, goal))


def set_employment_plan(session: Session, goal: str, wanted: EmploymentPlan) -> EmploymentPlan:
    """Keep what was filled in, cleaned; returns what was kept before, to undo.

    PersonError `employment_long` (limit in letters), `employment_too_many` (limit), `support_unknown` (support).
    """
    before = employment_plan(session, goal)
    sound = checked(wanted)
    told = None if sound == NOTHING_FILLED_IN else employment_as_json(sound)
    store_plan.set_employment(session.vault, goal, told)
    return before


def checked(wanted: EmploymentPlan) -> EmploymentPlan:
    """The same on clean lines, each step and support once; errors as `set_employment_plan`."""
    unknown = [one for one in wanted.supports if one not in SUPPORTS]
    if unknown:
        raise PersonError("support_unknown", support=one_line(unknown[0]), known=", ".join(SUPPORTS))
    own = tuple(dict.fromkeys(text for one in wanted.own_supports if (text := _line(one))))
    steps = {one.step: StepNotes(one.step, _line(one.paid_by), _line(one.done_by)) for one in wanted.steps}
    for count, most in ((len(own), MOST_OWN_SUPPORTS), (len(steps), MOST_STEPS)):
        if count > most:
            raise PersonError("employment_too_many", limit=most)
    return EmploymentPlan(
        _line(wanted.counselor),
        wanted.review_on,
        tuple(one for one in SUPPORTS if one in wanted.supports),
        own,
        _text(wanted.learner_does),
        _text(wanted.counselor_does),
        _text(wanted.provider_does),
        _text(wanted.notes),
        tuple(one for one in steps.values() if one.paid_by or one.done_by),
    )


def employment_as_json(notes: EmploymentPlan) -> dict[str, Any]:
    """What was filled in as JSON; the day in ISO form."""
    return {**asdict(notes), "review_on": None if notes.review_on is None else notes.review_on.isoformat()}


def employment_from_json(told: Mapping[str, Any]) -> EmploymentPlan:
    """What was filled in as it was kept; what an older program did not keep is not filled in."""
    review = told.get("review_on")
    texts = ("counselor", "learner_does", "counselor_does", "provider_does", "notes")
    return EmploymentPlan(
        **{name: told.get(name, "") for name in texts},
        review_on=None if review is None else date.fromisoformat(review),
        supports=tuple(told.get("supports", ())),
        own_supports=tuple(told.get("own_supports", ())),
        steps=tuple(StepNotes(**one) for one in told.get("steps", ())),
    )


def _line(text: str) -> str:
    return _short(one_line(text.strip(), LONGEST_TEXT), text, LONGEST_LINE)


def _text(text: str) -> str:
    return _short(paragraphs(text.strip()), text, LONGEST_TEXT)


def _short(clean: str, text: str, limit: int) -> str:
    if len(text.strip()) > limit:
        raise PersonError("employment_long", limit=limit)
    return clean
