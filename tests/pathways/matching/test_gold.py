"""The labelled phrases: enough of them, told apart as promised, and labelled alike by two."""

from collections import Counter

from matching_gold import agreement, gold

from pathways.matching import has_concept


def test_there_are_enough_of_every_kind_and_a_third_has_no_right_answer():
    assert len(gold()) >= 400
    assert len({one.phrase.casefold() for one in gold()}) == len(gold())
    assert min(Counter(one.kind for one in gold()).values()) >= 80
    assert 0.28 < sum(not one.right for one in gold()) / len(gold()) < 0.36


def test_four_of_ten_are_kept_aside_of_each_kind_with_an_answer_and_without():
    first = [one for one in gold() if one.part != "fresh"]
    groups = Counter((one.kind, not one.right) for one in first)
    aside = Counter((one.kind, not one.right) for one in first if one.part == "aside")
    assert all(abs(aside[group] / size - 0.4) < 0.04 for group, size in groups.items())


def test_every_answer_is_a_concept_of_the_pack(careers_pack):
    told = {concept for one in gold() for concept in (*one.right, *one.a, *one.b)}
    assert [one for one in told if not has_concept(careers_pack, one)] == []


def test_what_is_right_is_what_both_said_or_a_third_let_stand():
    for one in gold():
        assert set(one.a) & set(one.b) <= set(one.right) <= set(one.a) | set(one.b)


def test_the_two_labelled_alike():
    assert agreement((bool(one.a), bool(one.b)) for one in gold()) > 0.95
    answered = [one for one in gold() if one.a and one.b]
    assert sum(one.a[0] in one.b for one in answered) / len(answered) > 0.9
    assert sum(one.b[0] in one.a for one in answered) / len(answered) > 0.9
