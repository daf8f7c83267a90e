"""A way to a goal as an Individual Employment Plan on paper, its sentences made in one language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from app.applying.employment_document import EmploymentPage, Fact, Objective, PaperStep, ShownBy, employment_html
from app.journey.papers import gap_reason, labels, price_covers, step_note
from app.journey.plan.employment_plan import EmploymentPlan, employment_plan
from app.journey.plan.ground import TELLING, Standpoint, Way, entries_of
from app.journey.plan.kept import WEEK, ready_on
from app.journey.plan.way_words import figures
from app.journey.records.holding import cards
from app.journey.session import Session
from app.journey.skills.profile import profile
from app.journey.skills.rows import Backing, backings
from app.vault import store_profile
from app.wording import Words
from app.wording.careers import ONLY_SIGNED
from app.wording.employment import (
    EMPLOYMENT,
    FACTS,
    NO_STEP,
    OPEN_QUESTIONS,
    OWN_WORDS,
    STEPS_TITLE,
    SUPPORTS,
    days_words,
    known_or_not,
    step_title,
)
from app.wording.papers import FASTEST_PLAN, PLAN
from app.wording.plans import STEP_STATES, STRETCHED, hours_words, place_words, price_words
from app.wording.skills import evidence_words
from pathways.frameworks.catalog import CatalogEntry
from pathways.gaps import to_learn
from pathways.model import GapItem, LearningStep
from pathways.pack.store import attributions

PaperKind = Literal["html", "pdf"]


@dataclass(frozen=True)
class _Told:
    """What the parts of the paper are made from: the way, its needs, what was filled in, and what shows each claim."""

    words: Words
    way: Way
    gap: tuple[GapItem, ...]
    filled_in: EmploymentPlan
    entries: Mapping[str, CatalogEntry]
    behind: Mapping[str, Backing]
    session: Session

    def fact(self, code: str, value: str) -> Fact:
        """A fact under its label."""
        return Fact(self.words.text(FACTS[code]), value)


def employment_paper(
    session: Session,
    words: Words,
    stand: Standpoint,
    way: Way,
    name: str,
    *,
    kind: PaperKind,
    only_signed: bool = False,
) -> bytes:
    """The paper as one HTML file or a PDF. PersonError `pdf_not_available`."""
    page = employment_page(session, words, stand, way, name, only_signed=only_signed)
    shown = labels(words, EMPLOYMENT)
    if kind == "html":
        return employment_html(page, shown)
    from app.applying.pdf import employment_pdf

    return employment_pdf(page, shown, created=session.clock())


def employment_page(
    session: Session, words: Words, stand: Standpoint, way: Way, name: str, *, only_signed: bool = False
) -> EmploymentPage:
    """All that the paper says; `name` is the learner's, empty for a line, `only_signed` tells what counted."""
    goal, held = stand.needs.occupation, cards(session)
    told = _Told(
        words,
        way,
        stand.first(TELLING).gap,
        employment_plan(session, goal.id),
        entries_of(session, way.plan),
        backings(profile(session, held), held, store_profile.own_words(session.vault)),
        session,
    )
    texts = labels(words, {**PLAN, **FASTEST_PLAN} if way.kind == "fastest" else PLAN)
    best = way.kind in ("cheapest", "fastest")
    filled_in = told.filled_in
    return EmploymentPage(
        language=f"{words.language}-US",
        name=name,
        goal=goal.name,
        goal_code=goal.id,
        made_on=words.value(session.clock()),
        summary=_summary(told, only_signed=only_signed),
        facts=tuple(_head_facts(told)),
        blocks=tuple(
            item.state
            for state in ("shown", "partly", "missing", "unknown")
            for item in told.gap
            if item.state == state
        ),
        shown=tuple(_shown(told)),
        objectives=tuple(_objectives(told)),
        steps_title=texts["steps"] if best else words.text(STEPS_TITLE),
        steps=tuple(_step(told, number, one) for number, one in enumerate(way.in_turn, start=1)),
        no_steps=texts["no_steps"],
        figures=figures(words, way),
        proof=texts["proven" if way.plan.proven else "not_proven"] if best else "",
        left_over=tuple(_left_over(told, texts)),
        supports=(*(words.text(SUPPORTS[one]) for one in filled_in.supports), *filled_in.own_supports),
        duties=tuple(
            told.fact(code, getattr(filled_in, code)) for code in ("learner_does", "counselor_does", "provider_does")
        ),
        notes=filled_in.notes,
        sources=tuple(_sources(way, texts)),
        attributions=attributions(session.pack),
        practice=session.practice,
    )


def _summary(told: _Told, *, only_signed: bool) -> str:
    counts = {state: sum(item.state == state for item in told.gap) for state in ("shown", "partly")}
    shown = told.words.text(
        "You show {shown} of the {needed} things that set this job apart, and part of {partly} more.",
        needed=len(told.gap),
        **counts,
    )
    return f"{shown} {told.words.text(ONLY_SIGNED)}" if only_signed else shown


def _head_facts(told: _Told) -> Iterator[Fact]:
    words, way, filled_in = told.words, told.way, told.filled_in
    if way.in_turn:
        yield told.fact("starts", words.value(way.start))
        ready = words.text("Nobody knows yet when it ends")
        yield told.fact(
            "ready", ready if way.schedule.untimed else words.value(ready_on(way.start, way.schedule.weeks))
        )
        yield told.fact("prices_seen", known_or_not(words, words.list_of(_prices_seen(told))))
    yield told.fact("review_on", words.value(filled_in.review_on) if filled_in.review_on else "")
    yield told.fact("counselor", filled_in.counselor)


def _prices_seen(told: _Told) -> list[str]:
    """The days, or else the years, from which the prices are; each once, in order."""
    priced = [one for one in told.way.in_turn if one.cost.value is not None]
    days = sorted({one.offering.as_of for one in priced if one.offering.as_of})
    years = sorted({one.cost.year for one in priced if one.cost.year and not one.offering.as_of})
    return [*map(str, years), *map(told.words.value, days)]


def _shown(told: _Told) -> Iterator[ShownBy]:
    for item in told.gap:
        if item.state in ("shown", "partly") and item.by:
            yield _shown_by(told, item)


def _shown_by(told: _Told, item: GapItem) -> ShownBy:
    """A need with the names of what shows it, best first, and how sure the best of it is."""
    words = told.words
    claims = dict.fromkeys(claim for held in item.by for claim in held.claims)
    found = [told.behind[claim] for claim in claims if claim in told.behind]
    found.sort(key=lambda one: (one.lapsed, -(one.evidence or 0)))
    names = list(dict.fromkeys(one.name or words.text(OWN_WORDS) for one in found))
    sure = evidence_words(words, found[0].code, found[0].when, told.session.clock()) if found else ""
    return ShownBy(_name(told, item), item.state, words.list_of(names), sure, gap_reason(words, item))


def _objectives(told: _Told) -> Iterator[Objective]:
    covers = {one.step.id: one.covers for one in told.way.plan.steps}
    steps = [
        (step_title(told.words, number, one.name), covers.get(one.id, one.teaches))
        for number, one in enumerate(told.way.in_turn, start=1)
    ]
    state_words = {state: told.words.state(state) for state in ("missing", "partly")}
    for item in to_learn(told.gap):
        serving = [title for title, taught in steps if item.requirement.concept.id in taught]
        note = "" if item.by else gap_reason(told.words, item)
        served = told.words.list_of(serving) or told.words.text(NO_STEP)
        yield Objective(_name(told, item), item.state, state_words[item.state], served, note)


def _name(told: _Told, item: GapItem) -> str:
    return told.words.name(item.requirement.concept.name)


def _step(told: _Told, number: int, step: LearningStep) -> PaperStep:
    words, way = told.words, told.way
    state, filled_in = way.states.get(step.id), told.filled_in.of(step.id)
    slot = way.schedule.slot(step.id)
    notes = (
        step_note(words, told.entries.get(step.id)),
        labels(words, PLAN)["inferred"] if step.inferred else "",
        words.text(STRETCHED) if slot and slot.stretched else "",
    )
    return PaperStep(
        step_title(words, number, step.name),
        words.text(STEP_STATES[state]) if state in ("started", "done") else "",
        tuple(_step_facts(told, step)),
        (told.fact("paid_by", filled_in.paid_by), told.fact("done_by", filled_in.done_by)),
        tuple(one for one in notes if one),
    )


def _step_facts(told: _Told, step: LearningStep) -> Iterator[Fact]:
    words, slot, offered = told.words, told.way.schedule.slot(step.id), step.offering
    place = (offered.place or "", place_words(words, online=step.online) if step.online is not None else "")
    hours = hours_words(words, step.hours.value) if step.hours.value is not None else None
    yield told.fact("provider", known_or_not(words, step.provider))
    yield told.fact("place", known_or_not(words, ", ".join(one for one in place if one)))
    if slot is not None:
        yield told.fact("dates", days_words(words, told.way.start + slot.start * WEEK, slot.weeks))
    yield told.fact("schedule", known_or_not(words, offered.schedule))
    yield told.fact("price", words.name(price_words(words, step.cost, seen=True)))
    yield told.fact("includes", known_or_not(words, price_covers(words, step, told.entries.get(step.id))))
    yield told.fact("hours", known_or_not(words, hours))


def _left_over(told: _Told, texts: Mapping[str, str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What no step of the plan teaches, under why; and what nobody knows yet."""
    plan, by_id = told.way.plan, {item.requirement.concept.id: item for item in told.gap}
    unknown = tuple(item.requirement.concept.id for item in told.gap if item.state == "unknown")
    lists = {
        texts["beyond_budget"]: plan.beyond_budget,
        texts["clashing"]: plan.clashing,
        texts["not_covered"]: plan.uncovered,
        texts["only_unpriced"]: plan.only_unpriced,
        texts["only_untimed"]: plan.only_untimed,
        told.words.text(OPEN_QUESTIONS): unknown,
    }
    for heading, ids in lists.items():
        if ids:
            yield heading, tuple(_name(told, by_id[one]) if one in by_id else one for one in ids)


def _sources(way: Way, texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """For each place where figures of a step were seen: what was seen there, and its address."""
    for step in way.in_turn:
        seen: dict[tuple[str, int | None], dict[str, None]] = {}
        for what, figure in (("cost", step.cost), ("time", step.hours), ("time", step.weeks)):
            if figure.seen_at:
                seen.setdefault((figure.seen_at, figure.year), {})[texts[what]] = None
        for (address, year), things in seen.items():
            when = f" ({texts['seen_in']} {year})" if year else ""
            yield f"{step.name}: {', '.join(things)}{when}", address
