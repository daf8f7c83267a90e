"""What papers share: labels in one language, what a price leaves out, why a need stands as it does."""

from collections.abc import Mapping

from app.profile.evidence import SIGNED
from app.wording import Words
from app.wording.gaps import GAP_REASONS
from app.wording.papers import BEFORE, PRICE_COVERS, PRICE_NOTES
from pathways.frameworks.catalog import CatalogEntry
from pathways.model import GapItem, LearningStep

SIGNED_FILE = "presentation.json"


def labels(words: Words, table: Mapping[str, str], *, file: str = SIGNED_FILE) -> dict[str, str]:
    """A table of labels in this language; some of them name the signed file."""
    return {name: words.text(english, file=file) for name, english in table.items()}


def step_note(words: Words, entry: CatalogEntry | None) -> str:
    """What a price leaves out and what must come before a step, in sentences; empty where there is nothing to tell."""
    if entry is None:
        return ""
    told = (PRICE_NOTES.get(entry.covers or ""), *(BEFORE[code] for code in entry.before))
    return " ".join(words.text(english) for english in told if english)


def price_covers(words: Words, step: LearningStep, entry: CatalogEntry | None) -> str:
    """What the price pays for, in the words of a step's list or of the catalog; empty where nobody says."""
    if step.offering.includes or entry is None or entry.covers is None:
        return step.offering.includes or ""
    return words.text(PRICE_COVERS[entry.covers])


def gap_reason(words: Words, item: GapItem) -> str:
    """Why a need stands as it does, in a sentence; empty where the state says it all."""
    english = GAP_REASONS.get(item.reason, "")
    by = words.list_of(list(dict.fromkeys(held.concept.name for held in item.by)))
    return words.text(english, by=by) if english else ""


def sure(words: Words, evidence: int) -> str:
    """How sure a record is, for whoever is sent it: of what could not be checked no more than that."""
    return words.state("someones_word" if evidence < SIGNED else f"evidence_{evidence}")
