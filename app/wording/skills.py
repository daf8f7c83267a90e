"""Sentences of the Skills page: groups, evidence, guesses, levels."""

from collections.abc import Mapping
from datetime import datetime

from app.wording.days import day
from app.wording.marking import marked
from app.wording.words import Words

GROUPS = {
    "people": marked("Working with people"),
    "care": marked("Health and care"),
    "office": marked("Office, money and stock"),
    "lead": marked("Leading, planning and teaching"),
    "computers": marked("Computers and software"),
    "thinking": marked("Thinking, learning and numbers"),
    "hands": marked("Tools, machines and hands-on work"),
    "words": marked("Languages, writing and design"),
    "safety": marked("Safety and rules"),
    "jobs": marked("Jobs you have done"),
    "other": marked("Other skills"),
    "own": marked("In my own words"),
}

EVIDENCE = {
    "known_issuer": marked("Signed, issuer known"),
    "signed": marked("Signed, issuer not in a list"),
    "someones_word": marked("In a record, not checked yet"),
    "signer_unclear": marked("Signed, not clear by whom"),
    "unsigned": marked("In a record nobody signed"),
    "self_issued": marked("Your word, in a record"),
    "own_word": marked("Your word"),
    "own_word_with_sample": marked("Your word, with a work sample"),
    "signed_expired": marked("Signed, expired {when}"),
    "signed_not_yet": marked("Signed, counts from {when}"),
    "signed_out_of_date": marked("Signed, out of date"),
    "record_expired": marked("In a record, expired {when}"),
    "record_not_yet": marked("In a record, counts from {when}"),
    "record_out_of_date": marked("In a record, out of date"),
    "broken_signature": marked("Shows nothing: changed since signed"),
    "canceled": marked("Shows nothing: canceled"),
    "not_readable": marked("Shows nothing: not all readable"),
}

MARKS = {
    4: marked("Signed, issuer known"),
    3: marked("Signed"),
    2: marked("Backed by a person or a sample"),
    1: marked("Your word"),
}

WHY_ASKED = {
    "same_name": marked("Why we ask: both have the same name."),
    "other_name": marked("Why we ask: one is another name for the other."),
    "part_of_it": marked("Why we ask: a part of your words is its name."),
    "misspelled": marked("Why we ask: we read “{words}” as “{meant}”."),
    "people_say": marked("Why we ask: people often say “{words}” for this."),
    "alike_words": marked("Why we ask: “{words}” often goes with “{meant}”."),
    "same_words": marked("Why we ask: both say “{words}”."),
    "near_other_name": marked("Why we ask: your words are close to another name for it."),
    "code_unsure": marked("Why we ask: the record points to it, but not clearly."),
    "tied_lists": marked("Why we ask: two lists of jobs tie them together."),
    "chosen_before": marked("Why we ask: you chose it once."),
}

UNPLACED = {
    "in_no_list": marked("No list we know has this. It is kept as it is."),
    "said_no": marked("You said no to our guesses. It is kept as it is."),
    "shows_nothing": marked("Its record shows nothing as it is, so we did not ask."),
}

LEVELS = {
    "a_little": marked("A little, with help"),
    "some": marked("Some, on my own"),
    "well": marked("Well"),
    "very_well": marked("Very well"),
    "can_teach": marked("I can teach it"),
}


def evidence_words(words: Words, code: str, when: datetime | None, today: datetime) -> str:
    """How strongly a skill is shown, beside its marks."""
    return words.text(EVIDENCE[code], when=day(words, when, today) if when else "")


def marks_words(words: Words, evidence: int | None) -> str:
    """The marks as a screen reader says them: "Evidence 3 of 4"."""
    return words.text("Evidence {number} of 4", number=evidence or 0)


def guess_words(words: Words, said: str, name: str, *, is_job: bool) -> str:
    """The question about a guess."""
    if is_job:
        return words.text("“{said}” sounds like the job “{name}”. Is that right?", said=said, name=name)
    return words.text("“{said}” sounds like “{name}”. Is that right?", said=said, name=name)


def why_words(words: Words, code: str, values: Mapping[str, object], *, less_sure: bool) -> str:
    """Why we ask, in a sentence or two."""
    why = words.text(WHY_ASKED[code], **values)
    return why + " " + words.text("We are less sure of this one.") if less_sure else why


def source_words(words: Words, name: str, more: int) -> str:
    """What says it, as a row tells it: the record's name, and how many others."""
    return words.count("{name}, {number} more", "{name}, {number} more", more, name=name) if more else name


def added_words(words: Words, added: datetime, today: datetime) -> str:
    """When own words were said."""
    return words.text("Added {when}", when=day(words, added, today))


def from_words(words: Words, name: str, more: int, *, own: bool) -> str:
    """Where the words of a guess come from."""
    if own:
        return words.text("From your own words")
    if not more:
        return words.text("From {name}", name=name)
    return words.count("From {name} and {number} more record", "From {name} and {number} more records", more, name=name)
