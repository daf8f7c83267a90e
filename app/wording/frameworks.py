"""Releases of career data that a person brings: what they are, what was taken from them, and what was wrong."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from app.wording.marking import marked
from app.wording.words import Words

if TYPE_CHECKING:
    from pathways.frameworks.recognize import Given, Release
    from pathways.frameworks.sift import Damage
    from pathways.frameworks.take import Kept
    from pathways.pack.own import Summary
    from pathways.pack.own_choice import Use

PARTS = {
    "occupations": marked("the list of jobs"),
    "job_zones": marked("how much preparation jobs need"),
    "titles": marked("other names of jobs"),
    "related": marked("related jobs"),
    "skills": marked("skills"),
    "knowledge": marked("knowledge"),
    "interests": marked("interests"),
    "work_styles": marked("work styles"),
    "education": marked("schooling and training"),
    "activities": marked("what workers do"),
    "software": marked("software"),
    "descriptions": marked("descriptions of jobs"),
    "tasks": marked("tasks of jobs"),
    "esco": marked("Europe’s list of jobs and skills"),
    "esco_names": marked("names of jobs and skills"),
    "esco_relations": marked("how jobs and skills belong together"),
    "wages": marked("pay in the U.S. as a whole"),
    "wages_state": marked("pay by state"),
    "wages_metro": marked("pay by city area"),
    "wages_nonmetro": marked("pay outside city areas"),
}
WAGES = {
    "national": marked("Pay in the U.S. as a whole (OEWS)"),
    "state": marked("Pay by state (OEWS)"),
    "metro": marked("Pay by city area (OEWS)"),
    "nonmetro": marked("Pay outside city areas (OEWS)"),
}
DAMAGES = {
    "row_short": marked("The row is too short."),
    "row_long": marked("The row is too long."),
    "row_twice": marked("“{cell}” ({column}) is there more than once."),
    "cell_missing": marked("“{column}” is empty."),
    "code_bad": marked("“{cell}” ({column}) is not a code."),
    "number_bad": marked("“{cell}” ({column}) is not a number that can stand there."),
    "text_bad": marked("“{cell}” ({column}) cannot be shown as it is."),
    "mark_bad": marked("“{cell}” ({column}) is not one of the marks that can stand there."),
}


def release_name(words: Words, one: "Release | Kept") -> str:
    """`O*NET 30.1, December 2025`, `ESCO 1.2.0, names in Spanish`, `Pay by state (OEWS), May 2024`."""
    if one.framework == "oews":
        name, when = words.text(WAGES[one.part]), month(words, one.date) or one.version
        return words.text("{name}, {when}", name=name, when=when) if when else name
    if one.framework == "esco":
        return _esco(words, one)
    version = one.version or words.text("(version not stated)")
    when = month(words, one.date)
    return f"O*NET {version}, {when}" if when else f"O*NET {version}"


def _esco(words: Words, one: "Release | Kept") -> str:
    name = f"ESCO {one.version}"
    if one.part:
        return words.text("{name}, in {language}", name=name, language=language(words, one.part))
    if not one.name.endswith("_relations"):
        return words.text("{name}, in a language that it does not state", name=name)
    return words.text("{name}, how jobs and skills belong together", name=name)


def language(words: Words, code: str) -> str:
    """A language's name in the learner's language, as it stands in a sentence."""
    return str(words.locale.languages.get(code.partition("-")[0], code))


def month(words: Words, stated: str) -> str:
    """`2025-12` as a month and year; empty where none is stated."""
    from babel.dates import format_skeleton

    year, _, number = stated.partition("-")
    if not (year.isdigit() and number[:2].isdigit()):
        return ""
    return str(format_skeleton("yMMMM", date(int(year), int(number[:2]), 1), locale=words.locale))


def given_lines(words: Words, given: "Given") -> Iterator[str]:
    """What the files are, before they are added."""
    yield from (release_name(words, one) for one in given.releases)
    yield from unknown_lines(words, given)


def unknown_lines(words: Words, given: "Given") -> Iterator[str]:
    """How many of the files are of no use here, where there are any."""
    if given.unknown:
        yield words.count("1 more file is not needed.", "{number} more files are not needed.", len(given.unknown))


def kept_lines(words: Words, one: "Kept", added: date | None) -> Iterator[str]:
    """When a release was brought, how much of it was read, and how much of it is damaged."""
    if added is not None:
        yield words.text("Added on {day}", day=added)
    read = sum(table.read for table in one.counted.values())
    damaged = sum(sum(table.left_out.values()) for table in one.counted.values())
    yield words.count("{number} row was read.", "{number} rows were read.", read)
    if damaged:
        yield damage_heading(words, damaged)


def summary_lines(words: Words, summary: "Summary") -> Iterator[str]:
    """What was done, release by release; damaged rows are in `damage_lines`."""
    for one in summary.added:
        yield words.text("Added: {name}.", name=release_name(words, one))
        yield from use_lines(words, summary, one)
    yield from rows_lines(words, summary)


def rows_lines(words: Words, summary: "Summary") -> Iterator[str]:
    """How many rows were read, and how many name what nobody knows."""
    if summary.added:
        yield words.count("{number} row was read.", "{number} rows were read.", summary.read)
    if unknown := sum(summary.left_out.values()):
        yield words.count(
            "{number} row names something that is not in the lists, and was left out.",
            "{number} rows name something that is not in the lists, and were left out.",
            unknown,
        )


def use_lines(words: Words, summary: "Summary", one: "Kept") -> Iterator[str]:
    """What a release that was added is used for, and what it takes the place of."""

    def told(use: "Use") -> tuple[bool, str, str]:
        return (not use.used, use.version, use.before)

    uses = sorted((use for use in summary.uses if use.name == one.name), key=told)
    if not uses:
        yield words.text("It is not used, since newer data is there.")
    for (unused, version, before), group in groupby(uses, key=told):
        parts = words.list_of(list(dict.fromkeys(words.text(PARTS[use.part]) for use in group)))
        if not unused:
            text = words.text("In place of {before}: {parts}.", before=before, parts=parts) if before else ""
            yield text or words.text("New: {parts}.", parts=parts)
        elif before and not version:
            yield words.text("Not used until ESCO {before} in English is added: {parts}.", before=before, parts=parts)
        elif before:
            yield words.text(
                "Not used, since Pathfolio has version {version}, which is as new or newer: {parts}.",
                version=version,
                parts=parts,
            )
        else:
            yield words.text("Not used, since it does not state its version: {parts}.", parts=parts)


def damage_heading(words: Words, number: int) -> str:
    """How many rows are damaged."""
    if not number:
        return words.text("No row was damaged.")
    return words.count(
        "{number} row is damaged and was left out. Nothing was guessed.",
        "{number} rows are damaged and were left out. Nothing was guessed.",
        number,
    )


def damage_lines(words: Words, damages: "Iterable[Damage]") -> Iterator[str]:
    """The first damaged rows, each with its file and number."""
    for one in damages:
        why = words.text(DAMAGES[one.reason], column=one.column, cell=one.cell)
        yield words.text("{file}, row {row}: {why}", file=one.file, row=one.row, why=why)
