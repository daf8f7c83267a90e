"""What an opportunity asks and tells, in sentences: kind and years of a thing asked, its sentence, what to remember."""

from app.applying.opportunity import Asked, Opportunity
from app.journey.apply.words import row_of
from app.wording import Words
from app.wording.postings import ASKED, QUESTIONS


def asked_note(words: Words, asked: Asked) -> str:
    """What stands under a thing asked: its kind, how long, and that it is no must; empty for a skill that is one."""
    kind = "" if asked.kind in ("skill", "years") else words.text(ASKED[asked.kind])
    long = "" if asked.years is None else years(words, asked.years)
    nice = "" if asked.essential else words.text("nice to have")
    return row_of([one for one in (kind, long, nice) if one])


def asked_sentence(words: Words, asked: Asked) -> str:
    """What the posting says of a thing asked, in quotes; empty where that is its name or is not known."""
    said = " ".join(asked.sentence.split())
    return words.text("“{words}”", words=said) if said and said.casefold() != asked.name.casefold() else ""


def years(words: Words, number: float) -> str:
    """How long: "2 years of experience"; less than a year in months."""
    if number < 1:
        months = max(1, round(number * 12))
        return words.count("{number} month of experience", "{number} months of experience", months)
    if number == int(number):
        return words.count("{number} year of experience", "{number} years of experience", int(number))
    return words.text("{number} years of experience", number=round(number, 1))


def to_remember(words: Words, wanted: Opportunity) -> tuple[tuple[str, str], ...]:
    """The questions of its kind that the learner answered, each with the answer."""
    return tuple((words.text(QUESTIONS[code]), text) for code, text in wanted.answers)
