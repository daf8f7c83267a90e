"""What goes on paper: the application and the plan as pages, their sentences made in one language."""

from collections.abc import Mapping
from datetime import datetime

from app.applying.documents import Answer, Application, OwnWord, Sent
from app.applying.plan_document import PlanPage
from app.applying.presentation import Presentation
from app.applying.tailoring import Shown
from app.journey.apply import Prepared, said
from app.journey.plan import Standpoint
from app.journey.records import Card
from app.wording import Words
from app.wording.gaps import GAP_REASONS
from app.wording.papers import BEFORE, PRICE_NOTES
from pathways.frameworks.catalog import CatalogEntry
from pathways.model import GapItem, GapState, Plan


def labels(words: Words, table: Mapping[str, str]) -> dict[str, str]:
    """A table of labels in this language."""
    return {name: words.text(english) for name, english in table.items()}


def application_page(words: Words, ready: Prepared, made: Presentation, *, name: str, practice: bool) -> Application:
    """The readable page beside a signed presentation: skills first, no schools, no dates.

    What is asked and not shown is left out: the learner's page does not list what they lack.
    """
    shown = [item for item in ready.tailored.shown if item.how != "uncovered"]
    wanted = ready.opportunity
    return Application(
        language=words.language,
        name=name,
        title=wanted.title,
        organisation=wanted.organisation,
        made_on=words.value(made.created),
        summary=words.text(
            "{shown} of the {asked} things you asked for are shown here.", shown=len(shown), asked=len(wanted.asked)
        ),
        answers=tuple(_answer(words, ready, item) for item in shown),
        sent=tuple(_sent(words, card, ready.tailored.gives_away[card.record.key]) for card in chosen(ready)),
        own_words=tuple(OwnWord(wanted.asked[index].name, ready.own_words[index].claim.text) for index in said(ready)),
        holder=made.holder,
        challenge=made.challenge,
        domain=made.domain,
        practice=practice,
    )


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
) -> PlanPage:
    """The plan to print or keep; `entries` are the catalog's, by step id (`plan.entries_of`)."""
    occupation = stand.needs.occupation.name
    counts = {state: sum(item.state == state for item in stand.gap) for state in ("shown", "partly", "missing")}
    return PlanPage(
        language=f"{words.language}-US",
        name=name,
        goal=occupation,
        made_on=words.value(on),
        summary=words.text(
            "You show {shown} of the {needed} things that set this job apart, and part of {partly} more.",
            needed=len(stand.gap),
            **counts,
        ),
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


def chosen(ready: Prepared) -> tuple[Card, ...]:
    """The cards of the records that go."""
    return tuple(card for card in ready.cards if card.record.key in ready.tailored.chosen)


def _answer(words: Words, ready: Prepared, item: Shown) -> Answer:
    asked = ready.opportunity.asked[item.requirement]
    note = "" if asked.essential else words.text("nice to have")
    if item.how == "own_word":
        text = ready.own_words[item.requirement].claim.text
        return Answer(
            asked.name, "partly", words.text("Own word"), text, 1, words.text("the applicant’s own word"), note
        )
    card = next(card for card in ready.cards if card.record.key == item.by[0])
    detail = words.text("out of date") if card.standing.lapsed else ""
    state: GapState = "partly" if card.standing.lapsed else "shown"
    return Answer(
        asked.name, state, card.record.name, detail, item.evidence, words.state(f"evidence_{item.evidence}"), note
    )


def _sent(words: Words, card: Card, tells: tuple[str, ...]) -> Sent:
    """A record as the page names it; a school's name stays off the page (promise 5)."""
    facts = (words.text("Out of date"),) if card.standing.lapsed else ()
    issuer = "" if "school_name" in tells else card.record.issuer.name or ""
    return Sent(card.record.name, issuer, facts)
