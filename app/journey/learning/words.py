"""What came of adding a list of learning, and how one in the vault stands, in sentences."""

from collections.abc import Iterator

from app.journey.learning.kept import KeptList, ListSummary
from app.wording import Words
from app.wording.learning import KINDS, TAUGHT, old_words


def summary_lines(words: Words, summary: ListSummary) -> Iterator[str]:
    """What was added, what it takes the place of, what it tells; troubles are in `trouble_lines`."""
    kept = summary.kept
    yield words.text("Added: {name} ({list}).", name=kept.name, list=kept.list_id)
    if summary.replaced is not None:
        yield words.text(
            "It takes the place of {name}: {new} steps are new, {gone} are gone.",
            name=summary.replaced,
            new=summary.new,
            gone=summary.gone,
        )
    yield words.count("{number} step was taken.", "{number} steps were taken.", kept.steps)
    yield words.text("With a price: {number}", number=summary.priced)
    for known_by, number in summary.taught.items():
        how = words.text(TAUGHT[known_by])
        yield words.text("What it teaches is known, {how}: {number}", how=how, number=number)
    if unknown := kept.steps - sum(summary.taught.values()):
        yield words.text("What it teaches is not known: {number}", number=unknown)
    if summary.not_looked_up:
        yield words.count(
            "{number} name was not looked up: the list is too long for that.",
            "{number} names were not looked up: the list is too long for that.",
            summary.not_looked_up,
        )
    yield from damage_lines(words, kept)
    yield from age_lines(words, kept)


def damage_lines(words: Words, kept: KeptList) -> Iterator[str]:
    """How many rows gave no step, and how many cells could not be used."""
    if kept.left_out:
        yield words.count(
            "{number} row was left out. Nothing was guessed.",
            "{number} rows were left out. Nothing was guessed.",
            kept.left_out,
        )
    if kept.unclear:
        yield words.count(
            "{number} cell is not clear, so what it says is not known.",
            "{number} cells are not clear, so what they say is not known.",
            kept.unclear,
        )


def age_lines(words: Words, kept: KeptList) -> Iterator[str]:
    """From when the data is, and whether that is long ago."""
    if kept.as_of is None:
        yield words.text("The list does not say from when it is.")
    else:
        yield words.text("Data of {day}", day=kept.as_of)
    if kept.old:
        yield old_words(words)


def kept_lines(words: Words, kept: KeptList) -> Iterator[str]:
    """One list in the vault."""
    if kept.problem:
        yield words.problem(kept.problem, {"file": kept.file, "row": "", "missing": "", "found": "", "limit": ""})
        return
    kind = words.text(KINDS[kept.kind]) if kept.kind else ""
    yield words.text("{kind}, from {file}", kind=words.name(kind), file=kept.file)
    yield words.count("{number} step", "{number} steps", kept.steps)
    yield from damage_lines(words, kept)
    yield from age_lines(words, kept)
    yield words.text("Added on {day}", day=kept.added)
