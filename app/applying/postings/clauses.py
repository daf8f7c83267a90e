"""What of a sentence that stands where things are asked is asked, and what only tells of pay, training or the law."""

import re
from dataclasses import dataclass

from app.applying.postings.cues import ABOUT_THEM, BUT_NOT, NICE, kind_of
from app.applying.postings.folding import fold

MOST_WORDS = 45

_BRACKETS = re.compile(r"\s*\(([^()]*)\)")
_APART = re.compile(
    r"\s*[,;]\s+(?!not (?:a )?(?:requir|necess|needed|mandatory))|\s+[-–—]\s+|,?\s+(?:but|pero)\s+|"
    r"\s+(?:and|y)\s+(?=we\b|will be\b|training\b)",
    re.IGNORECASE,
)
# How things asked begin; then pay, accommodations or cookies are what the work is about.
_BEGINS = re.compile(
    r"(?:you |applicants? |candidates? )?(?:must\b|should\b|need to\b|able to|ability|abilities|experienced?\b|"
    r"knowledge|knows?\b|"
    r"familiar|understand|proficien|skill|comfortable|willing|valid\b|current\b|active\b|proven\b|"
    r"(?:strong|good|basic|some|prior|previous|working|excellent) (?:\w+ ){0,2}(?:experience|knowledge|understanding|"
    r"skills?)|"
    r"(?:debe|tener|saber|poder|contar con|experiencia|conocimientos?|capacidad|habilidad|manejo|dominio)\b)"
)
_NEED_NOT = re.compile(
    r"\bno (?:prior |previous )?(?:experience|degree|resume)\b.{0,20}(?:necessary|needed|required|ok)|"
    r"\bnot (?:a )?(?:requir(?:ed|ement)|necessary|needed)\b|\bno se (?:requiere|necesita|exige)n?\b|\bsin experiencia"
)
_NOT_REQUIRED = re.compile(r",? ?\bnot (?:required|necessary|mandatory)\b", re.IGNORECASE)
# Fairness, how to apply, and what a page says of itself.
_NEVER = re.compile(
    r"equal[- ](?:employment[- ])?opportunity|\bprotected veteran|\beeo\b|\beoe\b|\baa/eoe\b|discriminat|"
    r"(?:regardless of|without regard to).{0,40}\b(?:race|colou?r|religion|sex|gender|age|national|disab)|"
    r"reasonable accommodation|\b(?:request|ask for|need|provide)\w* .{0,20}accommodations?\b|"
    r"(?:send|submit|email|upload|attach) (?:your |a |us )?(?:resume|cv|application|cover)|"
    r"\bapply (?:online|today|now|at|in person|by)\b|"
    r"click (?:here|apply)|copyright|all rights reserved|\b(?:uses?|accept|our) cookies\b|\bcookie policy|"
    r"not (?:an )?(?:all[- ]inclusive|exhaustive)|e-verify|igualdad de oportunidades|sin distincion|no discrimina|"
    r"envi(?:a|e|ar) (?:tu |su |el )?(?:cv|curriculum)"
)
# What they give; a licence or the like in such words is asked all the same, unless the clause begins as a gift.
_GIVEN = re.compile(
    r"(?:is|are) provided|training provided|will (?:be )?(?:train|provide)|\$ ?\d|\d ?(?:usd|eur|€|mxn)\b|"
    r"\d ?/ ?h(?:ou)?r\b|\bhourly (?:rate|pay|wage)|\bper hour$|^(?:hourly|per hour)$|capacitacion (?:pagada|incluida)"
)
_GIFT = re.compile(
    r"(?:we|i)(?:'ll| will)? (?:will )?(?:train|offer|provide|pay|teach|help)|"
    r"paid (?:time|holiday|vacation|training|leave)|"
    r"(?:pay|salary|wages?|starting pay|pago|salario|sueldo|prestaciones|seguro (?:medico|de salud)|ofrecemos)\b|"
    r"(?:health|dental) insurance\b|401 ?\(?k|pto\b|tuition reimbursement|why work|founded in|family[- ]owned|"
    r"in business for"
)


@dataclass(frozen=True)
class Sorted:
    """A sentence as asked, empty where nothing of it is, and the parts of it that were left out."""

    asked: str
    left_out: tuple[str, ...] = ()


def sorted_out(text: str) -> Sorted:
    """What of a sentence under a heading that asks counts as asked; everything else of it is told as left out."""
    folded = fold(text)
    if (ABOUT_THEM.search(folded) and not _BEGINS.match(folded)) or _is_no_line(folded):
        return Sorted("", (text,))
    bare = BUT_NOT.sub("", text)
    if NICE.search(folded):
        bare = _NOT_REQUIRED.sub("", bare)
    outside, cut = _without_brackets(bare)
    clauses, joins = _clauses(outside)
    kept = [_is_asked(fold(one)) for one in clauses]
    if not kept[0]:  # what goes on about pay or training is no thing asked of its own unless it tells that it is
        kept = [asks and _tells(fold(one)) for asks, one in zip(kept, clauses, strict=True)]
    if not any(kept):
        return Sorted("", (text,))
    left = tuple(one.strip() for one, asks in zip(clauses, kept, strict=True) if not asks and one.strip())
    return Sorted(_joined(clauses, joins, kept), (*left, *cut))


def _is_no_line(folded: str) -> bool:
    """Whether a sentence is a question or a whole paragraph."""
    return len(folded.split()) > MOST_WORDS or folded.endswith("?")


def _is_asked(folded: str) -> bool:
    if _NEED_NOT.search(folded) and not NICE.search(folded):
        return False
    if _BEGINS.match(folded):
        return True
    if _NEVER.search(folded) or _GIFT.match(folded):
        return False
    return not _GIVEN.search(folded) or kind_of(folded) != "skill"


def _tells(folded: str) -> bool:
    return bool(_BEGINS.match(folded)) or kind_of(folded) != "skill"


def _without_brackets(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without brackets that ask nothing, and these."""
    found = [one for one in _BRACKETS.finditer(text) if not _is_asked(fold(one[1]))]
    for one in reversed(found):
        text = text[: one.start()] + text[one.end() :]
    return text, tuple(one[1].strip() for one in found)


def _clauses(text: str) -> tuple[list[str], list[str]]:
    """The clauses of a sentence and what stands between them; brackets are never cut."""
    inside = [one.span() for one in _BRACKETS.finditer(text)]
    cuts = [one for one in _APART.finditer(text) if not any(start < one.start() < end for start, end in inside)]
    starts = [0, *(one.end() for one in cuts)]
    ends = [*(one.start() for one in cuts), len(text)]
    return [text[start:end] for start, end in zip(starts, ends, strict=True)], [one[0] for one in cuts]


def _joined(clauses: list[str], joins: list[str], kept: list[bool]) -> str:
    held = ""
    for place, clause in enumerate(clauses):
        if kept[place]:
            held += (joins[place - 1] if held else "") + clause
    return held.strip()
