"""What was found of something sent as plain text: for the terminal, to keep and to print."""

from collections.abc import Iterator, Mapping, Sequence

from app.journey.received.page import AskedLine, ReceivedPage, RecordLine, Unchecked
from app.journey.records.cards import Mark
from app.journey.records.details import Question
from app.wording import Words
from app.wording.received import NOT_A_NO, TITLES

# A "no" that is nobody's fault, as most issuers are in no list, has a mark of its own here as in the window.
MARKS: Mapping[Mark, str] = {"yes": "✓", "not_checked": "?", "in_no_list": "–", "out_of_date": "×", "broken": "×"}


def received_lines(words: Words, page: ReceivedPage) -> Iterator[str]:
    """All of the page, line by line."""
    yield page.verdict
    yield from _part(words, "says_no", [f"{MARKS[one.mark]} {one.text}" for one in page.says_no])
    yield from _part(words, "about", [f"{one.label}: {one.value}" for one in page.about])
    yield from _part(words, "asked", [_asked(one) for one in page.asked])
    yield from _part(words, "checked", [])
    whole = TITLES["whole"]
    yield from ("", words.text(whole), *map(_answer, page.whole))
    for record in page.records:
        yield from _record(record)
    yield from _part(words, "unchecked", [_unchecked(words, one) for one in page.unchecked])
    if page.unchecked:
        yield "  " + words.text(NOT_A_NO)
    yield from _part(words, "unread", page.unread)


def _part(words: Words, title: str, lines: Sequence[str]) -> Iterator[str]:
    """A heading, underlined so that it stands out without color, and what stands under it; nothing without lines."""
    if lines or title == "checked":
        text = words.text(TITLES[title])
        yield from ("", text, "─" * len(text), *(f"  {one}" for one in lines))


def _asked(one: AskedLine) -> str:
    return f"{one.name} – {one.says}"


def _record(one: RecordLine) -> Iterator[str]:
    yield from ("", one.name, *(f"  {line}" for line in one.lines), *map(_answer, one.questions))


def _answer(one: Question) -> str:
    return f"  {MARKS[one.fact.mark]} {one.question} {one.answer}. {one.reason}"


def _unchecked(words: Words, one: Unchecked) -> str:
    of = words.list_of([name for name in one.of if name])
    told = f"{MARKS['not_checked']} {one.question.question} {one.question.reason}"
    return f"{told} ({of})" if of else told
