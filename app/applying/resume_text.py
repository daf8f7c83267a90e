"""The application as plain text, for forms that take nothing else: what the readable page says, a line each."""

from collections.abc import Iterator, Mapping

from app.applying.documents import Answer, Application, checking_facts
from app.records.text import one_line, paragraphs


def resume_text(page: Application, labels: Mapping[str, str], presentation: bytes) -> bytes:
    """UTF-8 text with a line break after each line; `presentation` is the signed file. Labels: as the page's."""
    return ("\n".join(_lines(page, labels, presentation)) + "\n").encode("utf-8")


def _lines(page: Application, labels: Mapping[str, str], presentation: bytes) -> Iterator[str]:
    if page.practice:
        yield f"{labels['practice'].upper()}. {labels['practice_sentence']}"
        yield ""
    yield one_line(page.name)
    yield f"{labels['for']}: {one_line(page.title)}, {one_line(page.organisation)}"
    yield f"{labels['made_on']}: {page.made_on}"
    yield from ("", one_line(page.summary))
    if page.answers:
        yield from _head(labels["answers"])
        yield from map(_answer, page.answers)
    if page.own_words:
        yield from _head(labels["own_words"])
        yield labels["own_words_note"]
        for said in page.own_words:
            yield from ("", one_line(said.about), *paragraphs(said.text).split("\n"))
    if page.sent:
        yield from _head(labels["sent"])
        for sent in page.sent:
            issuer = f"{labels['issued_by']} {one_line(sent.issuer)}" if sent.issuer else ""
            yield "- " + ". ".join(one_line(part) for part in (sent.title, issuer, *sent.facts) if part)
    yield from _head(labels["how_to_check"])
    for key, value in checking_facts(page, presentation):
        yield f"{labels[key]}: {one_line(value)}"


def _head(text: str) -> Iterator[str]:
    yield from ("", text.upper())


def _answer(answer: Answer) -> str:
    said = ". ".join(one_line(part) for part in (answer.shown_by, answer.detail, answer.evidence_words) if part)
    note = f" ({one_line(answer.note)})" if answer.note else ""
    return f"- {one_line(answer.asked)}{note}: {said}"
