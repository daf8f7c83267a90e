"""How often the matcher is right: precision, coverage and reliability on phrases labelled by two apart."""

import time
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from app.places import careers_pack
from bench.evaluation.answers import Answer, answers
from bench.training.phrases import labelled
from pathways.matching import match_text
from pathways.matching.match import SHOWN
from pathways.pack.store import Pack, open_pack

SHARES = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
KINDS = ("badge", "course", "posting", "own")
BANDS = ((0.9, 1.01), (0.8, 0.9), (0.7, 0.8), (0.6, 0.7), (0.5, 0.6), (0.25, 0.5), (0.0, 0.25))


PARTS = {
    "learn": "part for learning (the weights were fitted to it: flattering)",
    "aside": "part kept aside, labelled before the matcher",
    "fresh": "phrases gathered when the matcher was done; its answers were among the candidates labelled",
}


def table() -> str:
    """The table of how often answers are right, by part."""
    return "\n".join(lines())


def lines(parts: Iterable[str] = PARTS) -> Iterator[str]:
    """The same as lines of text; while the matcher is worked on, only `learn` is asked for."""
    yield "Words to skills and jobs: answers to labelled phrases"
    yield "  A right answer is one that two labellers, or one of them and a third, let stand. Answers to phrases that"
    yield "  have none are wrong. Coverage is answers by phrases that have a right answer."
    with open_pack(careers_pack()) as pack:
        for part in parts:
            yield from _part(PARTS[part], answers(pack, part))
        yield from _labellers(parts)
        yield from _speed(pack)


def precision_at(told: Sequence[Answer], share: float) -> float:
    """Of the surest answers, as many as `share` of the phrases that have a right one, how many are right."""
    most = round(share * sum(one.has_one for one in told))
    return float(np.mean([one.right for one in sorted(told, key=lambda one: -one.score)[:most]]))


def _part(name: str, told: Sequence[Answer]) -> Iterator[str]:
    shown = [one for one in told if one.score >= SHOWN]
    have = sum(one.has_one for one in told)
    yield ""
    yield f"{name}: {len(told)} phrases, {have} with a right answer"
    yield f"  best candidate right, of phrases with an answer   {_share(sum(one.right for one in told), have)}"
    right = sum(one.right for one in shown)
    yield f"  shown (score {SHOWN} or more): right / answers          {_share(right, len(shown))}"
    yield f"  answered, of all phrases                           {_share(len(shown), len(told))}"
    yield f"  answers by phrases that have a right one           {_share(len(shown), have)}"
    yield f"  left unanswered, of phrases without one            {_share(*_silent(told))}"
    curve = "  ".join(f"{share:.1f}: {precision_at(told, share):.3f}" for share in SHARES)
    yield f"  precision at coverage   {curve}"
    yield f"  by kind (right / shown): {';  '.join(_of_kind(shown, kind) for kind in KINDS)}"
    yield "  reliability: of answers with a score of … how many were right"
    for low, high in BANDS:
        here = [one for one in told if low <= one.score < high]
        if here:
            mean = np.mean([one.score for one in here])
            hits = sum(one.right for one in here)
            yield f"    {low:.2f}–{min(high, 1):.2f}  mean score {mean:.2f}  right {_share(hits, len(here))}"


def _silent(told: Sequence[Answer]) -> tuple[int, int]:
    without = [one for one in told if not one.has_one]
    return sum(one.score < SHOWN for one in without), len(without)


def _of_kind(shown: Sequence[Answer], kind: str) -> str:
    here = [one for one in shown if one.kind == kind]
    return f"{kind} {_share(sum(one.right for one in here), len(here))}"


def _share(part: int, whole: int) -> str:
    return f"{part / whole if whole else 0:.3f} ({part}/{whole})"


def _labellers(parts: Iterable[str]) -> Iterator[str]:
    told = [one for part in parts for one in labelled(part)]
    same = sum(bool(one.a) == bool(one.b) for one in told)
    both = [one for one in told if one.a and one.b]
    yield ""
    yield f"the labellers: same say on whether there is an answer {_share(same, len(told))}"
    stands = sum(one.a[0] in one.b for one in both)
    yield f"  the first answer of one stands with the other       {_share(stands, len(both))}"


def _speed(pack: Pack) -> Iterator[str]:
    phrases = [one.phrase for one in labelled("learn")]
    match_text(pack, "misspeled")
    taken = []
    for phrase in phrases:
        start = time.perf_counter()
        match_text(pack, phrase)
        taken.append(1000 * (time.perf_counter() - start))
    yield ""
    yield f"a phrase takes {np.median(taken):.1f} ms (median), {np.percentile(taken, 95):.1f} ms (95th of 100)"
