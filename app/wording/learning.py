"""Lists of learning that a person brings: what was taken, what was wrong in their rows, how old they are."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from app.wording.marking import marked
from app.wording.words import Words

if TYPE_CHECKING:
    from pathways.frameworks.learning.model import Trouble

FIELD_NAMES = {
    "id": marked("number in the list"),
    "name": marked("name"),
    "kind": marked("kind"),
    "provider": marked("provider"),
    "city": marked("city"),
    "state": marked("state"),
    "online": marked("online"),
    "cost": marked("cost"),
    "fees": marked("fees"),
    "books": marked("cost of books"),
    "supplies": marked("cost of supplies"),
    "includes": marked("what the cost pays for"),
    "length": marked("length with its unit"),
    "hours": marked("hours"),
    "weeks": marked("weeks"),
    "starts": marked("start dates"),
    "schedule": marked("days and times"),
    "language": marked("language"),
    "cip": marked("CIP code"),
    "occupations": marked("SOC codes of jobs"),
    "credential": marked("what you get for it"),
    "skills": marked("skills it teaches"),
    "needs": marked("what must come first"),
    "page": marked("website"),
    "as_of": marked("day of the data"),
}
KINDS = {
    "table": marked("a table"),
    "ctdl": marked("CTDL"),
    "schema_org": marked("course data of a website"),
    "pathfolio": marked("a list from Pathfolio"),
}
TROUBLES = {
    "row_short": marked("The row has too few cells."),
    "row_long": marked("The row has too many cells."),
    "row_twice": marked("“{cell}” is there twice. It counts once."),
    "row_differs": marked("Two rows with the number “{cell}” say different things."),
    "sheet_other": marked("A sheet with other columns was not read. It begins: “{cell}”"),
    "row_unreadable": marked("This part cannot be read."),
    "not_offered": marked("“{cell}” is no longer offered."),
    "name_missing": marked("It has no name."),
    "name_bad": marked("Its name “{cell}” cannot be shown as it is."),
    "needs_loop": marked("These wait for each other: {cell}"),
    "need_not_listed": marked("“{cell}” must come first, and is not in the list."),
    "text_bad": marked("“{cell}” ({field}) cannot be shown as it is."),
    "text_long": marked("“{cell}” ({field}) is too long."),
    "too_many": marked("“{cell}” ({field}) names too many things."),
    "price_unclear": marked("“{cell}” ({field}) is not clearly a price in dollars."),
    "price_negative": marked("“{cell}” ({field}) is below zero."),
    "price_range": marked("“{cell}” ({field}) is more than one price."),
    "price_other_currency": marked("“{cell}” ({field}) is not in dollars."),
    "price_partly": marked("“{cell}” ({field}) is only part of the price. The list does not tell the rest."),
    "too_large": marked("“{cell}” ({field}) is more than can be."),
    "length_unclear": marked("“{cell}” ({field}) does not clearly say how long it takes."),
    "length_in_credits": marked("“{cell}” ({field}) counts credits, which say no time."),
    "length_range": marked("“{cell}” ({field}) is more than one length."),
    "length_negative": marked("“{cell}” ({field}) is below zero."),
    "length_zero": marked("“{cell}” ({field}) would take no time."),
    "day_bad": marked("“{cell}” ({field}) is not a day."),
    "mark_bad": marked("“{cell}” ({field}) is not one of the words that can stand there."),
    "language_unclear": marked("“{cell}” ({field}) is not clearly one language."),
    "code_bad": marked("“{cell}” ({field}) is not a code."),
    "address_bad": marked("“{cell}” ({field}) is not the address of a website."),
}
TAUGHT = {
    "stated": marked("stated by the list"),
    "cip_soc": marked("drawn from the jobs it leads to"),
    "name": marked("guessed from its name"),
}


def trouble_words(words: Words, one: "Trouble") -> str:
    """What was wrong in one row."""
    field = words.text(FIELD_NAMES[one.field]) if one.field else ""
    why = words.text(TROUBLES[one.code], cell=one.cell, field=field)
    return words.text("Row {row}: {why}", row=one.row, why=why)


def trouble_lines(words: Words, troubles: "Iterable[Trouble]", most: int) -> Iterator[str]:
    """The first troubles, and how many more there are."""
    found = list(troubles)
    yield from (trouble_words(words, one) for one in found[:most])
    if (more := len(found) - most) > 0:
        yield words.count("And {number} more.", "And {number} more.", more)


def column_lines(words: Words, headings: Iterable[str], columns: Mapping[str, str]) -> Iterator[str]:
    """Which column is taken for what (`columns`: our field to its heading), and which are not used."""
    fields = {heading: field for field, heading in columns.items()}
    for heading in headings:
        if heading in fields:
            yield words.text("{column}: {field}", column=heading, field=words.text(FIELD_NAMES[fields[heading]]))
    if unused := [one for one in headings if one and one not in fields]:
        yield words.text("Not used: {columns}", columns=", ".join(unused))


def old_words(words: Words) -> str:
    """That what is told of a step or a list is older than a year."""
    return words.text("This is more than a year old. Ask the provider before you plan with it.")


def unknown_skills_line(words: Words, unknown: tuple[str, ...]) -> str:
    """That stated skills are not known by these names."""
    return words.text(
        "These skills are not known by that name, so they do not count: {skills}", skills=", ".join(unknown[:10])
    )
