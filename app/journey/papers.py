"""What goes on paper: labels in one language, and the plan as a page."""

from collections.abc import Mapping
from datetime import datetime

from app.applying.plan_document import PlanPage
from app.journey.plan import Standpoint
from app.wording import Words
from app.wording.careers import ONLY_SIGNED
from app.wording.gaps import GAP_REASONS
from app.wording.papers import BEFORE, PRICE_NOTES
from pathways.frameworks.catalog import CatalogEntry
from pathways.model import GapItem, Plan

SIGNED_FILE = "presentation.json"


def labels(words: Words, table: Mapping[str, str], *, file: str = SIGNED_FILE) -> dict[str, str]:
    """A table of labels in this language; some of them name the signed file."""
    return {name: words.text(english, file=file) for name, english in table.items()}


def plan_page(
    words: Words,
    stand: Standpoint,
    plan: Plan,
    *,
    name: str,
    on: datetime,
    entries: Mapping[str, CatalogEntry],
    credits_owed: tuple[str, ...],
    practice: bool,
    only_signed: bool = False,
) -> PlanPage:
    """The plan to print or keep; `entries` are the catalog's, by step id (`plan.entries_of`)."""
    occupation = stand.needs.occupation.name
    counts = {state: sum(item.state == state for item in stand.gap) for state in ("shown", "partly", "missing")}
    shown = words.text(
        "You show {shown} of the {needed} things that set this job apart, and part of {partly} more.",
        needed=len(stand.gap),
        **counts,
    )
    return PlanPage(
        language=f"{words.language}-US",
        name=name,
        goal=occupation,
        made_on=words.value(on),
        summary=" ".join((shown, words.text(ONLY_SIGNED))) if only_signed else shown,
        gap=stand.gap,
        plan=plan,
        names={item.requirement.concept.id: words.name(item.requirement.concept.name) for item in stand.gap},
        reasons={item.requirement.concept.id: gap_reason(words, item) for item in stand.gap},
        notes={key: step_note(words, entry) for key, entry in entries.items()},
        attributions=credits_owed,
        practice=practice,
    )


def step_note(words: Words, entry: CatalogEntry | None) -> str:
    """What a price leaves out and what must come before a step, in sentences; empty where there is nothing to tell."""
    if entry is None:
        return ""
    told = (PRICE_NOTES.get(entry.covers or ""), *(BEFORE[code] for code in entry.before))
    return " ".join(words.text(english) for english in told if english)


def gap_reason(words: Words, item: GapItem) -> str:
    """Why a need stands as it does, in a sentence; empty where the state says it all."""
    english = GAP_REASONS.get(item.reason, "")
    by = words.list_of(list(dict.fromkeys(held.concept.name for held in item.by)))
    return words.text(english, by=by) if english else ""
