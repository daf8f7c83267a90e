"""The plan as an Individual Employment Plan to print and sign: one page as data, and that page as HTML.

All sentences come in ready, since `app.wording` makes them. A fact without a value is a line to fill in by hand.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.applying import markup
from app.applying.markup import card, line, mark, marked, prose, quiet
from pathways.model import GapState


@dataclass(frozen=True)
class Fact:
    """A label and what stands beside it; an empty value is a line to fill in by hand."""

    label: str
    value: str = ""


@dataclass(frozen=True)
class ShownBy:
    """A need that is shown, in whole or part, by which records or own words, and how sure that is."""

    name: str
    state: GapState
    by: str
    evidence: str = ""
    note: str = ""


@dataclass(frozen=True)
class Objective:
    """A need still to learn, and which steps serve it, or why none does."""

    name: str
    state: GapState
    state_words: str
    served_by: str
    note: str = ""


@dataclass(frozen=True)
class PaperStep:
    """One learning step: its number and name, how far it is, its facts, what is agreed on it, sentences on it."""

    title: str
    state: str
    facts: tuple[Fact, ...]
    agreed: tuple[Fact, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class EmploymentPage:
    """All that the paper says. `language` is a BCP 47 tag; `name` is empty where a line is to be filled in by hand.

    `facts` tell whose plan it is, its days and figures; `blocks` the state of each need; `left_over` what no step
    teaches, under why; `duties` who does what; `sources` where figures were seen, as sentences with an address each.
    """

    language: str
    name: str
    goal: str
    goal_code: str
    made_on: str
    summary: str
    facts: tuple[Fact, ...]
    blocks: tuple[GapState, ...]
    shown: tuple[ShownBy, ...]
    objectives: tuple[Objective, ...]
    steps_title: str
    steps: tuple[PaperStep, ...]
    no_steps: str
    figures: str
    proof: str
    left_over: tuple[tuple[str, tuple[str, ...]], ...]
    supports: tuple[str, ...]
    duties: tuple[Fact, ...]
    notes: str
    sources: tuple[tuple[str, str], ...] = ()
    attributions: tuple[str, ...] = ()
    practice: bool = False


EMPLOYMENT_LABELS = (
    "practice", "practice_sentence", "title", "learner", "goal", "code", "made_on", "by_hand", "by_hand_line", "shown",
    "nothing_shown", "need", "shown_by", "evidence", "objectives", "nothing_to_learn", "objective", "stands",
    "served_by", "supports", "duties", "notes", "signatures", "signatures_note", "who_signs", "counselor", "signature",
    "date", "sources", "credits", "made_with", "page",
)  # fmt: skip


def document_title(page: EmploymentPage, labels: Mapping[str, str]) -> str:
    """The title of the file: what it is, whose, and what for."""
    return " – ".join(part for part in (labels["title"], page.name, page.goal) if part)


def employment_html(page: EmploymentPage, labels: Mapping[str, str]) -> bytes:
    """One self-contained HTML file. Labels: `EMPLOYMENT_LABELS`."""
    return markup.page(
        language=page.language,
        title=document_title(page, labels),
        band=(labels["practice"], labels["practice_sentence"]) if page.practice else None,
        body=(
            _head(page, labels),
            _shown(page, labels),
            _objectives(page, labels),
            _steps(page, labels),
            _left_over(page),
            _supports(page, labels),
            card(labels["duties"], _facts(page.duties, labels)),
            card(labels["notes"], f"<p>{prose(page.notes)}</p>" if page.notes else _lines(3, labels)),
            _signatures(labels),
            _sources(page, labels),
            f'<footer class="quiet small"><p>{line(labels["made_with"])}</p></footer>',
        ),
    )


def _head(page: EmploymentPage, labels: Mapping[str, str]) -> str:
    states = markup.blocks(page.blocks)
    goal = Fact(labels["goal"], f"{page.goal} ({labels['code']} {page.goal_code})")
    facts = (Fact(labels["learner"], page.name), goal, *page.facts)
    return (
        f"<header><h1>{line(labels['title'])}</h1>"
        f'<p class="quiet small">{line(labels["made_on"])} {line(page.made_on)}. {line(labels["by_hand"])}</p></header>'
        f'<div class="card">{_facts(facts, labels)}</div>'
        f'<div class="card lead">{states}<p>{line(page.summary)}</p></div>'
    )


def _facts(facts: Iterable[Fact], labels: Mapping[str, str]) -> str:
    rows = (f"<dt>{line(one.label)}</dt><dd>{prose(one.value) or _blank(labels)}</dd>" for one in facts)
    return f'<dl class="facts">{"".join(rows)}</dl>'


def _blank(labels: Mapping[str, str]) -> str:
    """A line to write on; who listens hears that it is one."""
    return f'<span class="blank"><span class="heard">{line(labels["by_hand_line"])}</span></span>'


def _lines(count: int, labels: Mapping[str, str]) -> str:
    return f"<p>{_blank(labels) * count}</p>"


def _shown(page: EmploymentPage, labels: Mapping[str, str]) -> str:
    if not page.shown:
        return card(labels["shown"], f"<p>{line(labels['nothing_shown'])}</p>")
    heads = (labels["need"], labels["shown_by"], labels["evidence"])
    rows = [
        (marked(mark(one.state), line(one.name), _note(one.note)), line(one.by), line(one.evidence))
        for one in page.shown
    ]
    return card(labels["shown"], markup.table(labels["shown"], heads, rows), flush=True)


def _objectives(page: EmploymentPage, labels: Mapping[str, str]) -> str:
    if not page.objectives:
        return card(labels["objectives"], f"<p>{line(labels['nothing_to_learn'])}</p>")
    heads = (labels["objective"], labels["stands"], labels["served_by"])
    rows = [
        (line(one.name) + _note(one.note), marked(mark(one.state), line(one.state_words)), line(one.served_by))
        for one in page.objectives
    ]
    return card(labels["objectives"], markup.table(labels["objectives"], heads, rows), flush=True)


def _note(text: str) -> str:
    return quiet(line(text)) if text else ""


def _steps(page: EmploymentPage, labels: Mapping[str, str]) -> str:
    if not page.steps:
        return card(page.steps_title, f"<p>{line(page.no_steps)}</p>")
    items = "".join(f'<li class="step">{_step(one, labels)}</li>' for one in page.steps)
    proof = f'<p class="quiet">{line(page.proof)}</p>' if page.proof else ""
    total = f"<p><strong>{line(page.figures)}</strong></p>{proof}"
    return card(page.steps_title, f'<ul class="plain">{items}</ul>', total)


def _step(step: PaperStep, labels: Mapping[str, str]) -> str:
    state = quiet(line(step.state)) if step.state else ""
    notes = "".join(quiet(line(text)) for text in step.notes)
    return f"<h3>{line(step.title)}</h3>{state}{_facts((*step.facts, *step.agreed), labels)}{notes}"


def _left_over(page: EmploymentPage) -> str:
    parts = (
        f"<h2>{line(heading)}</h2><ul>{''.join(f'<li>{line(name)}</li>' for name in names)}</ul>"
        for heading, names in page.left_over
    )
    return f'<section class="card">{"".join(parts)}</section>' if page.left_over else ""


def _supports(page: EmploymentPage, labels: Mapping[str, str]) -> str:
    listed = "".join(f"<li>{line(one)}</li>" for one in page.supports)
    return card(labels["supports"], f"<ul>{listed}</ul>" if listed else _lines(2, labels))


def _signatures(labels: Mapping[str, str]) -> str:
    heads = (labels["who_signs"], labels["signature"], labels["date"])
    blank = _blank(labels)
    rows = [(line(labels[who]), blank, blank) for who in ("learner", "counselor")]
    note = f"<p>{line(labels['signatures_note'])}</p>"
    return card(labels["signatures"], note, markup.table(labels["signatures"], heads, rows))


def _sources(page: EmploymentPage, labels: Mapping[str, str]) -> str:
    listed = "".join(f"<li>{line(text)}, {_address(address)}</li>" for text, address in page.sources)
    figures = f'<ul class="small">{listed}</ul>' if listed else ""
    credits_owed = "".join(f"<p>{line(text)}</p>" for text in page.attributions)
    owed = f'<h3>{line(labels["credits"])}</h3><div class="quiet small">{credits_owed}</div>' if credits_owed else ""
    return card(labels["sources"], figures, owed) if figures or owed else ""


def _address(address: str) -> str:
    """A link where it is a web address, else its text."""
    if not address.startswith(("https://", "http://")):
        return line(address)
    return f'<a rel="noreferrer" href="{line(address)}">{line(address)}</a>'
