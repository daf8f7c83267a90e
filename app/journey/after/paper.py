"""The ledger on paper, its sentences made in one language."""

from datetime import datetime

from app.applying.ledger_document import LedgerPage, LedgerRow, ledger_html
from app.journey.after.ledger import Entry
from app.journey.after.page import AfterPage
from app.wording import Words
from app.wording.after import LEDGER, outcome_note, outcome_word, reminder_note, reminder_title


def ledger_page(words: Words, page: AfterPage, *, name: str, on: datetime, practice: bool) -> LedgerPage:
    """What was sent and what comes up, as a page says it."""
    coming = tuple(
        (reminder_title(words, one.code, one.values, on), reminder_note(words, one.code, one.values, on))
        for one in page.coming_up
    )
    rows = tuple(_row(words, entry, on) for entry in page.ledger)
    return LedgerPage(words.language, name, words.value(on), rows, coming, practice)


def ledger_paper(words: Words, page: AfterPage, *, name: str, on: datetime, practice: bool) -> bytes:
    """The page as one HTML file, to print or keep."""
    shown = {key: words.text(english) for key, english in LEDGER.items()}
    return ledger_html(ledger_page(words, page, name=name, on=on, practice=practice), shown)


def _row(words: Words, entry: Entry, today: datetime) -> LedgerRow:
    said = entry.outcome
    note = outcome_note(
        words,
        said.note if said else "",
        said.on if said else None,
        said.at if said else None,
        entry.days_without_answer,
        today,
    )
    own = tuple(words.text("{name} (own word)", name=name) for name in entry.own_words)
    went = (*entry.records, *own)
    return LedgerRow(
        words.value(entry.made_at.astimezone()),
        entry.organisation,
        entry.title,
        went,
        outcome_word(words, entry.code),
        note,
    )
