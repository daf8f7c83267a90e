"""What the matcher answers to the labelled phrases, and which answers are right."""

from dataclasses import dataclass

from bench.training.phrases import labelled
from pathways.matching.match import likeliest
from pathways.pack.store import Pack


@dataclass(frozen=True)
class Answer:
    """The best answer to a labelled phrase: how sure, whether right, and whether the phrase has a right one at all."""

    kind: str
    score: float
    right: bool
    has_one: bool


def answers(pack: Pack, part: str) -> list[Answer]:
    """The best answers to one part of the phrases: `learn`, `aside` or `fresh`."""
    return [_answer(pack, one.phrase, one.kind, one.right) for one in labelled(part)]


def _answer(pack: Pack, phrase: str, kind: str, right: tuple[str, ...]) -> Answer:
    best = likeliest(pack, phrase)
    if best is None:
        return Answer(kind, 0.0, right=False, has_one=bool(right))
    concept, score = best
    return Answer(kind, score, concept.id in right, bool(right))
