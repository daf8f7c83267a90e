"""The plan as a page to print or keep: where the learner stands, the steps in order, and where each figure is from."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from babel import Locale
from babel.numbers import format_currency, format_decimal
from babel.units import format_unit

from app.applying import markup
from app.applying.markup import card, kept, line, mark, marked, quiet
from pathways.model import GapItem, GapState, LearningStep, Plan, PlannedStep

STATES: tuple[GapState, ...] = ("shown", "partly", "missing", "unknown")


@dataclass(frozen=True)
class PlanPage:
    """What the plan's page says. `language` is a BCP 47 tag; `made_on` a date as people write it in it.

    `reasons` has a ready sentence by concept id for gap items that need one; `notes` one by step id for a price that
    leaves something out; `names` the concepts' names by id, for what steps teach; `summary` one sentence on the whole;
    `attributions` the credits that the data ask for.
    """

    language: str
    name: str
    goal: str
    made_on: str
    summary: str
    gap: tuple[GapItem, ...]
    plan: Plan
    names: Mapping[str, str]
    reasons: Mapping[str, str]
    notes: Mapping[str, str] = field(default_factory=dict)
    attributions: tuple[str, ...] = ()
    practice: bool = False


def plan_html(page: PlanPage, labels: Mapping[str, str]) -> bytes:
    """One self-contained HTML file. Labels: `PLAN_LABELS`."""
    write = _Writer(page.language, labels)
    return markup.page(
        language=page.language,
        title=f"{labels['plan_for']} {page.name}: {page.goal}",
        band=(labels["practice"], labels["practice_sentence"]) if page.practice else None,
        body=(
            _head(page, labels),
            _steps(page, labels, write),
            _gap(page, labels),
            _left_over(page, labels),
            _sources(page, labels),
            f'<footer class="quiet small"><p>{line(labels["made_with"])}</p></footer>',
        ),
    )


PLAN_LABELS = (
    "practice", "practice_sentence", "plan_for", "goal", "made_on", "where_you_stand", "state_shown", "state_partly",
    "state_missing", "state_unknown", "steps", "no_steps", "step", "cost", "time", "why", "free", "not_known",
    "at_least", "total", "proven", "not_proven", "inferred", "online", "beyond_budget", "not_covered", "only_unpriced",
    "only_untimed", "sources", "seen_in", "credits", "made_with",
)  # fmt: skip


class _Writer:
    """Figures as people write them in one language; what is unknown is said to be so, never zero."""

    def __init__(self, language: str, labels: Mapping[str, str]) -> None:
        self.locale = Locale.parse(language, sep="-")
        self.labels = labels

    def money(self, value: float | None) -> str:
        if value is None:
            return self.labels["not_known"]
        if value == 0:
            return self.labels["free"]
        if not float(value).is_integer():
            return format_currency(value, "USD", locale=self.locale)
        pattern = self.locale.currency_formats["standard"].pattern.replace(".00", "")
        return format_currency(value, "USD", pattern, locale=self.locale, currency_digits=False)

    def amount(self, value: float | None, unit: str) -> str | None:
        return None if value is None else format_unit(round(value, 1), f"duration-{unit}", locale=self.locale)

    def time(self, hours: float | None, weeks: float | None) -> str:
        """Hours of work and weeks on the calendar; less than a week says nothing that the hours do not."""
        told = weeks if hours is None or (weeks or 0) >= 1 else None
        known = [self.amount(hours, "hour"), self.amount(told, "week")]
        return ", ".join(text for text in known if text) or self.labels["not_known"]

    def count(self, value: int) -> str:
        return format_decimal(value, locale=self.locale)


def _head(page: PlanPage, labels: Mapping[str, str]) -> str:
    states = markup.blocks(_ordered(page.gap, lambda item: item.state))
    return (
        f"<header><h1>{line(labels['plan_for'])} {line(page.name)}</h1>"
        f"<p>{line(labels['goal'])} <strong>{line(page.goal)}</strong></p>"
        f'<p class="quiet small">{line(labels["made_on"])} {line(page.made_on)}</p></header>'
        f'<div class="card lead">{states}<p>{line(page.summary)}</p></div>'
    )


def _ordered(gap: Sequence[GapItem], value: Callable[[GapItem], str]) -> list[str]:
    return [value(item) for state in STATES for item in gap if item.state == state]


def _gap(page: PlanPage, labels: Mapping[str, str]) -> str:
    groups = [_group(state, page, labels) for state in STATES if any(item.state == state for item in page.gap)]
    return card(labels["where_you_stand"], f'<div class="columns">{"".join(groups)}</div>')


def _group(state: GapState, page: PlanPage, labels: Mapping[str, str]) -> str:
    items = [item for item in page.gap if item.state == state]
    named = [marked(mark(state), line(_name(item, page)), _why(item, page)) for item in items]
    rows = "".join(f"<li>{item}</li>" for item in named)
    heading = f'<h3 class="{state}">{line(labels[f"state_{state}"])} ({len(items)})</h3>'
    return f'<div>{heading}<ul class="plain">{rows}</ul></div>'


def _name(item: GapItem, page: PlanPage) -> str:
    concept = item.requirement.concept
    return page.names.get(concept.id, concept.name)


def _why(item: GapItem, page: PlanPage) -> str:
    reason = page.reasons.get(item.requirement.concept.id)
    return quiet(line(reason)) if reason else ""


def _steps(page: PlanPage, labels: Mapping[str, str], write: _Writer) -> str:
    plan = page.plan
    if not plan.steps:
        return card(labels["steps"], f"<p>{line(labels['no_steps'])}</p>")
    heads = (labels["step"], labels["cost"], labels["time"], labels["why"])
    rows = [_step(number, step, page, labels, write) for number, step in enumerate(plan.steps, start=1)]
    rows.append(_total(plan, labels, write))
    proof = labels["proven" if plan.proven else "not_proven"]
    return card(
        labels["steps"], markup.table(labels["steps"], heads, rows), f'<p class="foot">{line(proof)}</p>', flush=True
    )


def _step(
    number: int, planned: PlannedStep, page: PlanPage, labels: Mapping[str, str], write: _Writer
) -> tuple[str, ...]:
    step = planned.step
    place = [step.provider or "", labels["online"] if step.online else ""]
    below = quiet(line(", ".join(part for part in place if part)))
    covers = "".join(f"<li>{line(page.names.get(concept, concept))}</li>" for concept in planned.covers)
    inferred = quiet(line(labels["inferred"])) if step.inferred else ""
    note = page.notes.get(step.id)
    return (
        f"{write.count(number)}. {line(step.name)}{below}",
        kept(line(write.money(step.cost.value))) + (quiet(line(note)) if note else ""),
        line(write.time(step.hours.value, step.weeks.value)),
        f'<ul class="plain">{covers}</ul>{inferred}',
    )


def _total(plan: Plan, labels: Mapping[str, str], write: _Writer) -> tuple[str, ...]:
    unknown = bool(plan.unpriced) or any(planned.step.cost.value is None for planned in plan.steps)
    cost = kept(line(write.money(None if unknown and plan.cost == 0 else plan.cost)))
    if unknown and plan.cost:
        cost = f"{line(labels['at_least'])} {cost}"
    time = write.time(plan.hours, plan.weeks)
    return line(labels["total"]), f"<strong>{cost}</strong>", f"<strong>{line(time)}</strong>", ""


def _left_over(page: PlanPage, labels: Mapping[str, str]) -> str:
    parts = [
        _names(labels["beyond_budget"], page.plan.beyond_budget, page.names),
        _names(labels["not_covered"], page.plan.uncovered, page.names),
        _names(labels["only_unpriced"], page.plan.only_unpriced, page.names),
        _names(labels["only_untimed"], page.plan.only_untimed, page.names),
    ]
    return f'<section class="card">{"".join(parts)}</section>' if any(parts) else ""


def _names(heading: str, concepts: Sequence[str], names: Mapping[str, str]) -> str:
    if not concepts:
        return ""
    items = "".join(f"<li>{line(names.get(concept, concept))}</li>" for concept in concepts)
    return f"<h2>{line(heading)}</h2><ul>{items}</ul>"


def _sources(page: PlanPage, labels: Mapping[str, str]) -> str:
    listed = "".join(_sources_of(planned.step, labels) for planned in page.plan.steps)
    figures = f'<ul class="small">{listed}</ul>' if listed else ""
    credits_owed = "".join(f"<p>{line(text)}</p>" for text in page.attributions)
    owed = f'<h3>{line(labels["credits"])}</h3><div class="quiet small">{credits_owed}</div>' if credits_owed else ""
    return card(labels["sources"], figures, owed) if figures or owed else ""


def _sources_of(step: LearningStep, labels: Mapping[str, str]) -> str:
    """One line for each place where figures of a step were seen, with what was seen there."""
    seen: dict[tuple[str, int | None], dict[str, None]] = {}
    for what, figure in (("cost", step.cost), ("time", step.hours), ("time", step.weeks)):
        if figure.seen_at:
            seen.setdefault((figure.seen_at, figure.year), {})[labels[what]] = None
    return "".join(_source(step.name, tuple(what), *place, labels) for place, what in seen.items())


def _source(name: str, what: Sequence[str], address: str, year: int | None, labels: Mapping[str, str]) -> str:
    when = f" ({line(labels['seen_in'])} {year})" if year else ""
    safe = address.startswith(("https://", "http://"))
    shown = f'<a rel="noreferrer" href="{line(address)}">{line(address)}</a>' if safe else line(address)
    return f"<li>{line(name)}: {line(', '.join(what))}{when}, {shown}</li>"
