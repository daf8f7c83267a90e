"""How far the learner is, read from the vault without matching, planning or checking anything.

What only a page works out (skills agreed, jobs compared, plans found) that page notes down; it is kept in the vault,
so that the rail says it again at the next opening before any page has worked it out anew.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from app.journey.apply.draft import SETTING as DRAFT
from app.journey.records.holding import kept
from app.journey.session import Session
from app.journey.steps import STEPS, Progress, Step
from app.vault import store_applications, store_plan, store_profile, store_records, store_settings
from pathways.errors import PathwaysError
from pathways.pack.occupations import occupation

_NOTES = "progress"
_BEGUN = ("started", "done")
_NAMED = ("cheapest", "fastest")
INTERVIEW = "interview"
WAITING = (None, "waiting")
"""Outcomes of a presentation while nobody answered."""


def progress(session: Session) -> Progress:
    """How far the learner is now."""
    notes = _notes(session)
    code = store_plan.goal(session.vault)
    outcomes = store_applications.latest_outcomes(session.vault)
    return Progress(
        records=store_records.number(session.vault),
        found=found_in_records(session),
        own=len(store_profile.own_words(session.vault)),
        compared=notes["goal"].get("compared", 0),
        goal=None if code is None else _name(session, code),
        ready=store_settings.setting(session.vault, DRAFT) is not None and notes["apply"].get("ready", True),
        sent=len(outcomes),
        waiting=sum(one in WAITING for one in outcomes),
        interviews=outcomes.count(INTERVIEW),
        visited=frozenset(step for step in STEPS if notes[step]),
        **_skills(notes["skills"]),
        **_plan(session, code, notes["plan"]),
    )


def note(session: Session, step: Step, **known: object) -> None:
    """Note that a step was visited, and what its page worked out: JSON values, and only those of its kind.

    skills: agreed, open · goal: compared · plan: plans · apply: ready (something of theirs goes). What a page noted
    before stays unless it notes it anew. What kind of plan was chosen and when it begins stands with the plan itself.
    """
    notes = _notes(session)
    stamp: dict[str, object] = {"visited": True}
    if step == "skills":
        own = len(store_profile.own_words(session.vault))
        stamp["looked_at"] = found_in_records(session) + own
    if step == "plan":
        stamp["goal"] = store_plan.goal(session.vault)
        notes[step] = notes[step] if notes[step].get("goal") == stamp["goal"] else {}
    changed = {**notes, step: {**notes[step], **stamp, **known}}
    if changed != notes:
        store_settings.set_setting(session.vault, _NOTES, changed)


def found_in_records(session: Session) -> int:
    """How many different things records say the learner can do."""
    return len({claim.text.casefold() for record in kept(session) for claim in session.memory.claims(record)})


def _notes(session: Session) -> dict[str, dict[str, Any]]:
    stored = store_settings.setting(session.vault, _NOTES, {})
    return {step: dict(stored.get(step, {})) for step in STEPS}


def _skills(notes: Mapping[str, Any]) -> dict[str, Any]:
    return {"looked_at": notes.get("looked_at"), "agreed": notes.get("agreed", 0), "open": notes.get("open", 0)}


def _plan(session: Session, code: str | None, notes: Mapping[str, Any]) -> dict[str, Any]:
    """The steps chosen for the goal; what was noted for another goal does not count."""
    if code is None:
        return {}
    known = notes if notes.get("goal") == code else {}
    made = store_plan.plan(session.vault, code)
    states = [
        one.state for one in store_plan.chosen_steps(session.vault, code) if one.state not in ("dropped", "failed")
    ]
    return {
        "plans": known.get("plans", 0),
        "steps": len(states),
        "steps_begun": sum(state in _BEGUN for state in states),
        "steps_done": states.count("done"),
        "plan_kind": made["kind"] if made.get("kind") in _NAMED else None,
        "weeks": made.get("weeks"),
        "week": _week(session, made),
    }


def _week(session: Session, made: Mapping[str, Any]) -> int | None:
    """The week of the plan that today is in; None before it begins, after it ends, and where none was chosen."""
    if not (made.get("start") and made.get("weeks")):
        return None
    week = (session.clock().date() - date.fromisoformat(made["start"])).days // 7 + 1
    return week if 1 <= week <= made["weeks"] else None


def _name(session: Session, code: str) -> str:
    """A job's name; its code where newer data no longer know it."""
    try:
        return occupation(session.pack, code).concept.name
    except PathwaysError:
        return code
