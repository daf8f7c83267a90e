"""The ledger as a page to print: what went to whom, what came of it, and what comes up."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.applying import markup
from app.applying.markup import card, line, quiet


@dataclass(frozen=True)
class LedgerRow:
    """One thing sent, in ready words. `went` are the names of records and own words; `note` stands under `outcome`."""

    made_on: str
    organisation: str
    title: str
    went: tuple[str, ...]
    outcome: str
    note: str = ""


@dataclass(frozen=True)
class LedgerPage:
    """All that the page says; `made_on` is a date as people write it in `language` (BCP 47)."""

    language: str
    name: str
    made_on: str
    rows: tuple[LedgerRow, ...]
    coming_up: tuple[tuple[str, str], ...] = ()
    practice: bool = False


LEDGER_LABELS = (
    "practice", "practice_sentence", "made_on", "made_with", "ledger", "sent_on", "sent_to", "sent_what", "came_of_it",
    "coming_up", "nothing_sent",
)  # fmt: skip


def ledger_html(page: LedgerPage, labels: Mapping[str, str]) -> bytes:
    """One self-contained HTML file. Labels: `LEDGER_LABELS`."""
    return markup.page(
        language=page.language,
        title=f"{labels['ledger']} – {page.name}",
        band=(labels["practice"], labels["practice_sentence"]) if page.practice else None,
        body=(
            _head(page, labels),
            _sent(page, labels),
            _coming_up(page, labels),
            f'<footer class="quiet small"><p>{line(labels["made_with"])}</p></footer>',
        ),
    )


def _head(page: LedgerPage, labels: Mapping[str, str]) -> str:
    return (
        f"<header><h1>{line(labels['ledger'])}</h1><p>{line(page.name)}</p>"
        f'<p class="quiet small">{line(labels["made_on"])} {line(page.made_on)}</p></header>'
    )


def _sent(page: LedgerPage, labels: Mapping[str, str]) -> str:
    if not page.rows:
        return card(labels["ledger"], f"<p>{line(labels['nothing_sent'])}</p>")
    heads = (labels["sent_on"], labels["sent_to"], labels["sent_what"], labels["came_of_it"])
    return card(labels["ledger"], markup.table(labels["ledger"], heads, map(_row, page.rows)), flush=True)


def _row(row: LedgerRow) -> tuple[str, ...]:
    went = "".join(f"<li>{line(name)}</li>" for name in row.went)
    note = quiet(line(row.note)) if row.note else ""
    return (
        line(row.made_on),
        f"<strong>{line(row.organisation)}</strong>{quiet(line(row.title))}",
        f'<ul class="plain">{went}</ul>',
        line(row.outcome) + note,
    )


def _coming_up(page: LedgerPage, labels: Mapping[str, str]) -> str:
    told = "".join(f"<li><h3>{line(title)}</h3>{quiet(line(note))}</li>" for title, note in page.coming_up)
    return card(labels["coming_up"], f'<ul class="plain">{told}</ul>') if told else ""
