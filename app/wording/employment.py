"""Words of the Individual Employment Plan: labels of the paper, supports, facts of its steps, its calendar."""

from datetime import date, timedelta

from app.wording.marking import marked
from app.wording.papers import PRACTICE
from app.wording.words import Words

EMPLOYMENT = {
    **PRACTICE,
    "title": marked("Individual Employment Plan"),
    "learner": marked("Learner"),
    "goal": marked("Goal"),
    "code": marked("O*NET-SOC code"),
    "by_hand": marked("Lines are there to be filled in by hand."),
    "by_hand_line": marked("To fill in by hand"),
    "shown": marked("What is shown, and by what"),
    "nothing_shown": marked("Nothing that this goal needs is shown yet."),
    "need": marked("This goal needs"),
    "shown_by": marked("Shown by"),
    "evidence": marked("How sure"),
    "objectives": marked("Objectives: what to learn"),
    "nothing_to_learn": marked("There is nothing left to learn for this goal."),
    "objective": marked("To learn or renew"),
    "stands": marked("Today"),
    "served_by": marked("Step that serves it"),
    "supports": marked("Supports needed"),
    "duties": marked("Who does what"),
    "notes": marked("Notes"),
    "signatures": marked("Signatures"),
    "signatures_note": marked("We made this plan together. We look at it again on the review date."),
    "who_signs": marked("Who signs"),
    "counselor": marked("Counselor"),
    "signature": marked("Signature"),
    "date": marked("Date"),
    "sources": marked("Where the figures are from"),
    "credits": marked("Data from"),
    "page": marked("Page"),
}

FACTS = {
    "counselor": marked("Counselor"),
    "review_on": marked("Review date"),
    "starts": marked("Begins"),
    "ready": marked("Ready"),
    "prices_seen": marked("Prices seen"),
    "provider": marked("Provider"),
    "place": marked("Place"),
    "schedule": marked("Schedule"),
    "hours": marked("Hours"),
    "dates": marked("Dates"),
    "price": marked("Price"),
    "includes": marked("The price includes"),
    "paid_by": marked("Who pays"),
    "done_by": marked("Who does what"),
    "learner_does": marked("The learner will"),
    "counselor_does": marked("The counselor will"),
    "provider_does": marked("The provider will"),
}

SUPPORTS = {
    "transport": marked("Getting there: bus, gas or a ride"),
    "child_care": marked("Child care"),
    "tools": marked("Tools and gear"),
    "clothing": marked("Work clothes and shoes"),
    "books": marked("Books and supplies"),
    "computer": marked("A computer or internet at home"),
    "fees": marked("Fees for tests and licenses"),
    "housing": marked("Housing"),
    "food": marked("Food"),
    "health": marked("Health care"),
    "disability": marked("Help with a disability"),
    "language": marked("Help with English or another language"),
}

STEPS_TITLE = marked("The steps of this plan")
NO_STEP = marked("No step of this plan")
OPEN_QUESTIONS = marked("Not known yet, so no step is planned for it")
OWN_WORDS = marked("the learner’s own words")


def days_words(words: Words, first: date, weeks: int | None) -> str:
    """From the Monday a step begins to the Friday it ends; `weeks` None where nobody knows how long it takes."""
    if weeks is None:
        return words.text("From {first} on. Nobody says how long it takes.", first=first)
    return words.text("{first} to {last}", first=first, last=last_day(first, weeks))


def last_day(first: date, weeks: int) -> date:
    """The Friday of the last of these weeks."""
    return first + timedelta(weeks=max(weeks, 1)) - timedelta(days=3)


def step_title(words: Words, number: int, name: str) -> str:
    """A step with its number in the plan."""
    return words.text("{number}. {name}", number=number, name=name)


def known_or_not(words: Words, value: str | None) -> str:
    """A value of the data; where there is none, that it is not known."""
    return value or words.text("Not known")
