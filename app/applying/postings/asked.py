"""Pieces of a posting -> the things it asks for, each with its sentence."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from app.applying.opportunity import MAX_REQUIREMENTS, MAX_TEXT
from app.applying.postings.clauses import sorted_out
from app.applying.postings.cues import ABOUT_THEM, BUT_NOT, essential_in, is_boilerplate, is_strong, kind_of, years_in
from app.applying.postings.folding import fold
from app.applying.postings.model import Found, FoundKind, Piece
from app.applying.postings.phrases import core
from app.records.text import one_line

_JOINS = re.compile(r"\s*;\s*|\s*,\s*(?:and\s+|y\s+|plus\s+|but\s+)?|\s+(?:and|y|plus|&|but|pero)\s+")
_INSIDE = re.compile(r"\([^)]*\)")
ASKING = frozenset({"must", "nice", "conditions"})


def things_asked(pieces: Iterable[Piece]) -> tuple[tuple[Found, ...], int, tuple[str, ...]]:
    """Everything asked, each once, how many more there were beyond the most that is kept, and what was left out.

    Left out are sentences, and parts of them, that stand where things are asked and seem to ask for nothing.
    """
    found: dict[tuple[str, FoundKind], Found] = {}
    skipped: dict[str, None] = {}
    for piece in pieces:
        asked, left_out = _sorted(piece)
        skipped |= dict.fromkeys(left_out)
        said = [one for one in _asked_in(piece, asked) if len(one.text) > 1 and any(map(str.isalpha, one.text))]
        for one in said:
            found.setdefault((fold(one.text), one.kind), one)
        if asked.strip() and not said:
            skipped.setdefault(piece.text)
    kept = tuple(found.values())
    return kept[:MAX_REQUIREMENTS], max(0, len(kept) - MAX_REQUIREMENTS), tuple(skipped)[:MAX_REQUIREMENTS]


def put_back(sentence: str) -> Found:
    """A sentence that was left out, as the one thing it asks for."""
    found = _found(Piece(sentence, "must"), sentence, essential_in(fold(sentence)) is not False)
    return replace(found, text=found.text or one_line(sentence, MAX_TEXT))


def _sorted(piece: Piece) -> tuple[str, tuple[str, ...]]:
    """What of a piece is asked, and what was left out of it; outside the parts that ask, nothing is missed."""
    if piece.section in ASKING:
        found = sorted_out(piece.text)
        return found.asked, found.left_out
    folded = fold(piece.text)
    silent = piece.section == "ignored" or is_boilerplate(folded) or ABOUT_THEM.search(folded)
    return BUT_NOT.sub("", piece.text) if not silent and is_strong(folded) else "", ()


def _asked_in(piece: Piece, asked: str) -> Iterator[Found]:
    parts = _parts(asked)
    for place, part in enumerate(parts):
        yield _found(piece, part, _essential(parts, place, piece))


def _essential(parts: tuple[str, ...], place: int, piece: Piece) -> bool:
    """What a part says of itself, else what the next of its kind says, else its part of the posting."""
    kinds = [kind_of(fold(part)) for part in parts]
    told = (
        essential_in(fold(part)) for part, kind in list(zip(parts, kinds, strict=True))[place:] if kind == kinds[place]
    )
    said = next((one for one in told if one is not None), None)
    return said if said is not None else piece.section != "nice"


def _found(piece: Piece, part: str, essential: bool) -> Found:  # noqa: FBT001  a value, not a switch
    folded = fold(part)
    kind = kind_of(folded)
    if kind == "skill" and piece.section == "conditions":
        kind = "condition"
    bare = one_line(core(part), MAX_TEXT)
    text = bare if any(sign.isalpha() for sign in bare) else one_line(part, MAX_TEXT)  # "Must be 18" is not 18
    return Found(text, kind, essential, piece.text, years_in(folded) if kind == "years" else None)


def _parts(text: str) -> tuple[str, ...]:
    """A sentence, cut where a part asks for another licence, credential, years or condition than the one before."""
    cuts = [(one.start(), one.end()) for one in _JOINS.finditer(text) if not _is_inside(text, one.start())]
    ends = [start for start, _ in cuts] + [len(text)]
    starts = [0] + [end for _, end in cuts]
    held: list[tuple[int, int]] = []
    for start, end in zip(starts, ends, strict=True):
        if held and not _cut_between(text[held[-1][0] : held[-1][1]], text[start:end]):
            held[-1] = (held[-1][0], end)
        else:
            held.append((start, end))
    return tuple(text[start:end] for start, end in held)


def _cut_between(before: str, after: str) -> bool:
    """Whether two parts ask for different things: the later one tells its kind, and is no mere “or equivalent”."""
    first, second = fold(before), fold(after)
    if (
        re.match(r"(?:or|o|u|e|are|is|walk|sit|stand|climb|bend|kneel|stoop|push|pull|carry|lift)\b", second)
        or len(second) < 3
    ):
        return False
    kinds = kind_of(first), kind_of(second)
    if "skill" in kinds:
        return kinds[0] != kinds[1] and _stands_alone(kinds, first, second)
    return kinds[0] != kinds[1] or not re.search(r"\b(?:or|o)\b", second)  # “diploma, GED or HiSET” is one thing


def _stands_alone(kinds: tuple[FoundKind, FoundKind], first: str, second: str) -> bool:
    """A plain part beside one of another kind: a thing of its own where it is told as one."""
    plain = second if kinds[1] == "skill" else first
    told = re.match(
        r"(?:must |be )?(?:able to|ability to|knowledge of|experience (?:with|in)|strong |good |excellent |basic )|"
        r"(?:conocimientos?|experiencia|capacidad|buen[ao]?s?)\b",
        plain,
    )
    return (
        bool(told)
        or essential_in(plain) is not None
        or (kinds[1] != "skill" and len(first.split()) >= 3 and kinds[1] in {"years", "condition"})
    )


def _is_inside(text: str, place: int) -> bool:
    """Whether a place stands in brackets."""
    return any(one.start() < place < one.end() for one in _INSIDE.finditer(text))
