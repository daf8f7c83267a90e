"""The few questions of each kind of opportunity; the sentences are in app/wording/postings.py."""

from collections.abc import Mapping
from types import MappingProxyType

from app.applying.opportunity import MAX_SENTENCE, Kind
from app.errors import PersonError
from app.records.text import one_line

QUESTIONS: Mapping[Kind, tuple[str, ...]] = MappingProxyType(
    {
        "job": ("reply_by", "job_number", "send_how"),
        "course": ("reply_by", "starts", "place_number"),
        "apprenticeship": ("reply_by", "test_day", "sponsor"),
        "benefit": ("reply_by", "case_number", "office"),
        "claim": ("reply_by", "claim_number", "last_day", "why_ended"),
    }
)


def questions_for(kind: Kind) -> tuple[str, ...]:
    """Codes of what to ask about an opportunity of this kind; every answer may be left empty."""
    return QUESTIONS[kind]


def with_answers(kind: Kind, given: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The answers to keep, in the order of the questions. PersonError `answer_not_asked` (question) for any other."""
    for code in given:
        if code not in QUESTIONS[kind]:
            raise PersonError("answer_not_asked", question=one_line(code, 60))
    kept = ((code, one_line(given.get(code, ""), MAX_SENTENCE)) for code in QUESTIONS[kind])
    return tuple((code, text) for code, text in kept if text)


def with_answers_of(kind: Kind, given: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """As `with_answers`, out of answers for several kinds: those of the others are passed over."""
    return with_answers(kind, {code: text for code, text in given.items() if code in QUESTIONS[kind]})
