"""How often answers to labelled phrases are right: pinned from below, by the weights the program ships."""

import pytest

from bench.evaluation.answers import answers
from bench.evaluation.matching import precision_at
from pathways.matching.match import SHOWN


@pytest.mark.parametrize(("part", "least"), [("learn", 0.9), ("aside", 0.83), ("fresh", 0.93)])
def test_the_surest_answers_are_right_this_often_at_seventy_percent_coverage(careers_pack, part, least):
    assert precision_at(answers(careers_pack, part), 0.7) >= least


def test_most_phrases_without_a_right_answer_get_none(careers_pack):
    without = [one for one in answers(careers_pack, "learn") if not one.has_one]
    assert sum(one.score < SHOWN for one in without) / len(without) > 0.9
