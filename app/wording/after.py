"""Sentences of the After page: what came of it, what comes up, and the words to say thanks with."""

from collections.abc import Mapping
from datetime import date, datetime, time

from babel.dates import format_date, format_time

from app.wording.days import day
from app.wording.marking import marked
from app.wording.papers import PRACTICE
from app.wording.words import Words

OUTCOMES = {
    "waiting": marked("Waiting"),
    "interview": marked("Interview"),
    "offer": marked("Offer"),
    "accepted": marked("Accepted"),
    "not_this_time": marked("Not this time"),
    "withdrawn": marked("You took it back"),
    "done": marked("Done"),
    "other": marked("Something else"),
}

TILES = {
    "waiting": marked("waiting"),
    "accepted": marked("accepted"),
    "not_this_time": marked("not this time"),
    "withdrawn": marked("taken back"),
    "done": marked("done"),
    "other": marked("something else"),
}

REMINDERS = {
    "ended": marked("{name} ended {when}"),
    "ends_soon": marked("{name} ends {when}"),
    "ends_later": marked("{name} is in force"),
    "interview": marked("Interview: {organisation}, {when}"),
    "offer": marked("Answer {organisation} by {when}"),
    "accepted": marked("First day: {organisation}, {when}"),
    "thank": marked("Thank {organisation} for {when}"),
    "step_started": marked("{name} is under way"),
    "step_done": marked("{name} is done"),
}

REMINDER_NOTES = {
    "ended": marked("It still says what you did. Ask how to get a new one."),
    "ends_later": marked("It ends {when}. We will remind you {days} days before."),
    "interview": marked("You applied for: {title}."),
    "offer": marked("They made you an offer: {title}."),
    "accepted": marked("You said yes to: {title}."),
    "thank": marked("A short note within two days helps. We have a draft."),
    "step_started": marked("You began this on {when}. Say so when it is done."),
    "step_done": marked("No signed record of it is here yet. Add it, or ask for one."),
}

THANKS = (
    marked("Hello!"),
    marked("Thank you for the time you took for me on {when}. I liked hearing about the work: {title}."),
    marked("I would like to do it. If you need anything more from me, please write to me."),
)

FACTS = {
    "for": marked("Made for"),
    "answers": marked("What you noted of it"),
    "key": marked("The key that signed it"),
    "proof": marked("How it is signed"),
    "told": marked("What they were told besides the skills"),
    "bound": marked("Whom the records were given to"),
    "take_back": marked("What ends, or can still be changed"),
    "stays": marked("What cannot be taken back"),
    "came_of_it": marked("What came of it"),
}
"""Labels of what the ledger knows of one thing sent (`journey.ledger_lines`)."""

LEDGER = {
    **PRACTICE,
    "ledger": marked("What I sent, and what came of it"),
    "sent_on": marked("When"),
    "sent_to": marked("For whom"),
    "sent_what": marked("What went"),
    "came_of_it": marked("What came of it"),
    "coming_up": marked("Coming up"),
    "nothing_sent": marked("Nothing sent yet"),
}


def outcome_word(words: Words, code: str) -> str:
    """What came of it, in a word or two."""
    return words.text(OUTCOMES[code])


def outcome_note(words: Words, note: str, on: date | None, at: time | None, days: int | None, today: datetime) -> str:
    """The line under what came of it: the day and time, the learner's note, or how long there is no answer."""
    told = _sentences(_when(words, on, at, today), note)
    if told or days is None:
        return told
    if days == 0:
        return words.text("Sent today")
    return words.count("No answer yet, {number} day", "No answer yet, {number} days", days)


def sent_line(words: Words, usable_until: datetime | None, today: datetime) -> str:
    """What is known of the file: until when it can be used, where it says so."""
    if usable_until is None:
        return words.text("Saved as a file to send. It has no end date.")
    return words.text("Saved as a file to send. It can be used until {when}.", when=day(words, usable_until, today))


def said_line(words: Words, code: str, note: str, on: date | None, at: time | None, today: datetime) -> str:
    """One step of what came of it, in a line: its word, then its day and note."""
    told = outcome_note(words, note, on, at, None, today)
    word = outcome_word(words, code)
    return words.text("{outcome}: {note}", outcome=word, note=told) if told else word


def tiles(words: Words, counts: Mapping[str, int]) -> tuple[tuple[str, int, str], ...]:
    """Code, number and words of each tile: all that was sent first, then each outcome there is."""
    total = sum(counts.values())
    sent = ("sent", total, words.count("thing sent", "things sent", total))
    return (sent, *((code, number, _tile(words, code, number)) for code, number in counts.items()))


def _tile(words: Words, code: str, number: int) -> str:
    if code == "interview":
        return words.count("interview", "interviews", number)
    return words.count("offer", "offers", number) if code == "offer" else words.text(TILES[code])


def reminder_title(words: Words, code: str, values: Mapping[str, object], today: datetime) -> str:
    """What comes up, as the title of its card."""
    return words.text(REMINDERS[code], **_shown(words, values, today))


def reminder_note(words: Words, code: str, values: Mapping[str, object], today: datetime) -> str:
    """The sentence under a reminder."""
    if code == "ends_soon":
        return _ends_soon(words, values)
    return words.text(REMINDER_NOTES[code], **_shown(words, values, today))


def thanks_draft(words: Words, *, name: str, title: str, on: date) -> str:
    """A note of thanks after an interview, to copy and change."""
    when = str(format_date(on, "long", locale=words.locale))
    told = [words.text(english, when=when, title=title) for english in THANKS]
    return "\n\n".join((*told, words.text("Best wishes,") + "\n" + name))


def _ends_soon(words: Words, values: Mapping[str, object]) -> str:
    days = int(str(values["days"]))
    if not days:
        return words.text("That is today. Ask how to get a new one.")
    return words.count(
        "That is in {number} day. Ask early how to get a new one.",
        "That is in {number} days. Ask early how to get a new one.",
        days,
    )


def _shown(words: Words, values: Mapping[str, object], today: datetime) -> dict[str, object]:
    """Values with their day as people say it."""
    when, at = values.get("when"), values.get("at")
    told = _when(words, when, at if isinstance(at, time) else None, today) if isinstance(when, date) else ""
    return {**values, "when": told}


def _sentences(first: str, then: str) -> str:
    """Both, with one dot between them: "10:30 a.m." brings its own."""
    parts = [part for part in (first, then) if part]
    return (" " if first.endswith(".") else ". ").join(parts)


def _when(words: Words, on: date | None, at: time | None, today: datetime) -> str:
    if on is None:
        return ""
    told = day(words, on, today)
    return words.text("{day} at {hour}", day=told, hour=format_time(at, "short", locale=words.locale)) if at else told
