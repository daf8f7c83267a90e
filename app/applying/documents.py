"""The page people read beside the signed presentation, as HTML and as a tagged PDF.

Skills first: it shows what is asked and what shows it; schooling, schools and dates are on it only where the caller
put them. All sentences come in ready (`labels`, and the texts of `Application`), since `app.wording` makes them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from app.applying import markup
from app.applying.markup import card, evidence_marks, line, mark, marked, prose, quiet
from app.applying.qr_code import fingerprint

EMPTY_HEADING = "–"
State = Literal["shown", "partly", "missing", "unknown"]


@dataclass(frozen=True)
class Answer:
    """One thing asked and what shows it. `evidence` is 0–4 with its words; `note` stands under what is asked."""

    asked: str
    state: State
    shown_by: str
    detail: str = ""
    evidence: int = 0
    evidence_words: str = ""
    note: str = ""


@dataclass(frozen=True)
class Sent:
    """A record in the presentation: its title, who issued it ("" keeps a school off the page), facts ("Expired …")."""

    title: str
    issuer: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True)
class OwnWord:
    """What the learner says in their own words, and about which thing asked."""

    about: str
    text: str


@dataclass(frozen=True)
class Application:
    """All that the readable page says; `made_on` is a date as people write it in `language` (BCP 47).

    `counts_until` is such a date too, "" where no end was set; `file` is the signed file's name.
    """

    language: str
    name: str
    title: str
    organisation: str
    made_on: str
    summary: str
    answers: tuple[Answer, ...]
    sent: tuple[Sent, ...]
    own_words: tuple[OwnWord, ...]
    holder: str
    challenge: str
    domain: str
    practice: bool = False
    counts_until: str = ""
    file: str = "presentation.json"
    media_type: str = "application/vp"


def application_html(page: Application, labels: Mapping[str, str], presentation: bytes) -> bytes:
    """One HTML file with the presentation inside, saved from it to the byte. Labels: `APPLICATION_LABELS`."""
    return _whole(page, labels, last=_how_to_check(page, labels, presentation))


def preview_html(page: Application, labels: Mapping[str, str], note: str) -> bytes:
    """The same page with nothing to save from it and nothing to check; `note` says why."""
    return _whole(page, labels, note=f'<div class="card" role="note"><p><strong>{line(note)}</strong></p></div>')


def _whole(page: Application, labels: Mapping[str, str], *, note: str = "", last: str = "") -> bytes:
    return markup.page(
        language=page.language,
        title=document_title(page),
        band=(labels["practice"], labels["practice_sentence"]) if page.practice else None,
        body=(
            _head(page, labels),
            note,
            _summary(page),
            _answers(page, labels),
            _own_words(page, labels),
            _sent(page, labels),
            last,
            f'<footer class="quiet small"><p>{line(labels["made_with"])}</p></footer>',
        ),
    )


def document_title(page: Application) -> str:
    """The title of the file: whose, and what for."""
    return f"{page.name} – {page.title}, {page.organisation}"


APPLICATION_LABELS = (
    "practice", "practice_sentence", "for", "made_on", "asked", "shown_by", "evidence", "answers", "own_words",
    "own_words_note", "sent", "sent_note", "issued_by", "how_to_check", "check_steps", "check_steps_pdf",
    "save_file", "attached_file", "signed_with", "made_for", "request_code", "made_with", "page",
    "counts_until", "fingerprint", "code_signed", "code_fingerprint",
)  # fmt: skip


def _head(page: Application, labels: Mapping[str, str]) -> str:
    return (
        f"<header><h1>{line(page.name) or EMPTY_HEADING}</h1>"
        f"<p>{line(labels['for'])} <strong>{line(page.title)}</strong>, {line(page.organisation)}</p>"
        f'<p class="quiet small">{line(labels["made_on"])} {line(page.made_on)}</p></header>'
    )


def _summary(page: Application) -> str:
    states = markup.blocks(answer.state for answer in page.answers)
    return f'<div class="card lead">{states}<p>{line(page.summary)}</p></div>'


def _answers(page: Application, labels: Mapping[str, str]) -> str:
    heads = (labels["asked"], labels["shown_by"], labels["evidence"])
    rows = [_answer(answer) for answer in page.answers]
    return card(labels["answers"], markup.table(labels["answers"], heads, rows), flush=True)


def _answer(answer: Answer) -> tuple[str, str, str]:
    detail = quiet(line(answer.detail)) if answer.detail else ""
    shown = marked(mark(answer.state), f'<div class="strong">{line(answer.shown_by)}</div>', detail)
    note = quiet(line(answer.note)) if answer.note else ""
    words = quiet(line(answer.evidence_words)) if answer.evidence_words else ""
    return f"{line(answer.asked)}{note}", shown, evidence_marks(answer.evidence) + words


def _own_words(page: Application, labels: Mapping[str, str]) -> str:
    if not page.own_words:
        return ""
    items = "".join(map(_own_word, page.own_words))
    return card(labels["own_words"], f"<p>{line(labels['own_words_note'])}</p>", f'<ul class="plain">{items}</ul>')


def _own_word(said: OwnWord) -> str:
    return f"<li><h3>{line(said.about) or EMPTY_HEADING}</h3><blockquote>{prose(said.text)}</blockquote></li>"


def _sent(page: Application, labels: Mapping[str, str]) -> str:
    if not page.sent:
        return ""
    items = "".join(_one_sent(record, labels) for record in page.sent)
    return card(
        labels["sent"], f'<p class="quiet">{line(labels["sent_note"])}</p>', f'<ul class="columns plain">{items}</ul>'
    )


def _one_sent(record: Sent, labels: Mapping[str, str]) -> str:
    facts = "".join(quiet(line(fact)) for fact in record.facts)
    issuer = f"<div>{line(labels['issued_by'])} {line(record.issuer)}</div>" if record.issuer else ""
    return f"<li><h3>{line(record.title)}</h3>{issuer}{facts}</li>"


def _how_to_check(page: Application, labels: Mapping[str, str], presentation: bytes) -> str:
    steps = "".join(f"<li>{line(step)}</li>" for step in labels["check_steps"].splitlines())
    button = markup.download(presentation, page.media_type, page.file, labels["save_file"])
    facts = checking_facts(page, presentation)
    shown = "".join(f"<dt>{line(labels[key])}</dt><dd><code>{line(value)}</code></dd>" for key, value in facts)
    return card(labels["how_to_check"], f"<ol>{steps}</ol>", f"<p>{button}</p>", f'<dl class="small">{shown}</dl>')


def checking_facts(page: Application, presentation: bytes) -> tuple[tuple[str, str], ...]:
    """What a reader compares, each by the name of its label."""
    facts = (
        ("made_for", page.domain),
        ("request_code", page.challenge),
        ("counts_until", page.counts_until),
        ("signed_with", page.holder),
        ("fingerprint", fingerprint(presentation)),
    )
    return tuple((key, value) for key, value in facts if value)
