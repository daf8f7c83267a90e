"""The choice of records against every choice there is, and what is told about it."""

import itertools
import random
from collections.abc import Collection, Sequence
from typing import Any

import pytest

from app.applying.candidate import Candidate, Wishes, page_hides
from app.applying.chosen import Shown, Tailored, compare
from app.applying.disclosure import SKILLS_FIRST_HIDES, WEIGHTS
from app.applying.opportunity import Asked
from app.applying.tailoring import choose, everything, smallest_size, tailor
from app.errors import PersonError

CODES = sorted(WEIGHTS)


def asked(count: int) -> list[Asked]:
    return [Asked(f"need {number}", (f"c{number}",)) for number in range(count)]


def things(chosen: Sequence[Candidate], codes: Collection[str]) -> int:
    return len({(code, one.facts.get(code)) for one in chosen for code in one.gives_away if code in codes})


def worth(needs: Sequence[Asked], chosen: Sequence[Candidate], order: Sequence[Candidate], wishes: Wishes) -> list[Any]:
    """The documented order as numbers, less is better; computed without the solver."""
    best = [max((one.covers.get(index, 0) for one in chosen), default=0) for index in range(len(needs))]
    return [
        -sum(1 for level in best if level),
        things(chosen, SKILLS_FIRST_HIDES) if wishes.skills_first else 0,
        len(chosen),
        things(chosen, [code for code in CODES if WEIGHTS[code]]),
        -sum(best),
        [order.index(one) for one in chosen],
    ]


def some_candidates(luck: random.Random, needs: int, count: int) -> list[Candidate]:
    return [
        Candidate(
            f"r{number}",
            f"Record {number}",
            {need: luck.randint(1, 4) for need in luck.sample(range(needs), luck.randint(0, 3))},
            tuple(luck.sample(CODES, luck.randint(0, 4))),
            usable=luck.random() > 0.15,
            facts={code: luck.choice("xy") for code in CODES if luck.random() > 0.5},
        )
        for number in range(count)
    ]


@pytest.mark.parametrize("seed", range(40))
def test_no_other_choice_is_better(seed: int) -> None:
    luck = random.Random(seed)
    needs = asked(5)
    candidates = some_candidates(luck, 5, 8)
    usable = [one for one in candidates if one.usable]
    wishes = Wishes(
        send=frozenset(one.key for one in usable[:1] if luck.random() > 0.7),
        keep=frozenset(one.key for one in usable[-1:] if luck.random() > 0.7),
        hide=frozenset(luck.sample(CODES, luck.randint(0, 2))),
        skills_first=luck.random() > 0.3,
    )
    wishes = Wishes(wishes.send - wishes.keep, wishes.keep, wishes.hide, wishes.skills_first)
    free = [
        one
        for one in usable
        if one.key not in wishes.keep and (one.key in wishes.send or not wishes.hide & set(one.gives_away))
    ]
    choices = [
        [*picked]
        for size in range(len(free) + 1)
        for picked in itertools.combinations(free, size)
        if wishes.send <= {one.key for one in picked}
    ]
    best = min(worth(needs, choice, candidates, wishes) for choice in choices)
    answer = tailor(needs, candidates, wishes=wishes)
    chosen = [one for one in candidates if one.key in answer.chosen]
    assert worth(needs, chosen, candidates, wishes) == best
    assert answer.proven
    assert set(answer.chosen) | {home.key for home in answer.stays_home} == {one.key for one in candidates}


def test_the_smallest_set_where_taking_the_biggest_first_would_need_three() -> None:
    wide = Candidate("wide", "Wide", {0: 3, 1: 3, 3: 3, 4: 3})
    left = Candidate("left", "Left", {0: 3, 1: 3, 2: 3})
    right = Candidate("right", "Right", {3: 3, 4: 3, 5: 3})
    answer = tailor(asked(6), [wide, left, right])
    assert answer.chosen == ("left", "right")
    assert [(home.key, home.reason) for home in answer.stays_home] == [("wide", "already_shown")]


def test_a_registry_alone_is_no_reason_to_send_one_record_more() -> None:
    both = Candidate("both", "Both", {0: 3, 1: 3})
    known = Candidate("known", "Known", {0: 4})
    assert tailor(asked(2), [known, both]).chosen == ("both",)
    assert tailor(asked(1), [both, known]).chosen == ("known",)


def test_a_signed_record_is_chosen_over_one_that_could_not_be_checked_where_both_tell_the_same() -> None:
    loose, signed = Candidate("loose", "Loose", {0: 2}, ("role",)), Candidate("signed", "Signed", {0: 3}, ("role",))
    assert tailor(asked(1), [loose, signed]).chosen == ("signed",)
    both = Candidate("both", "Both", {0: 2, 1: 2})
    assert tailor(asked(2), [signed, both]).chosen == ("both",)


def test_one_record_that_says_what_another_says_already_tells_nothing_more() -> None:
    school = [
        Candidate(key, key, {need: 3}, ("school_name",), facts={"school_name": "Elm"})
        for need, key in ((0, "a"), (1, "b"))
    ]
    other = Candidate("c", "c", {1: 3}, ("school_name",), facts={"school_name": "Oak"})
    plain = Wishes(skills_first=False)
    assert tailor(asked(2), [other, *school], wishes=plain).chosen == ("a", "b")
    (home,) = tailor(asked(2), [other, *school], wishes=plain).stays_home
    assert home.reason == "already_shown"


def test_a_record_that_tells_more_than_the_one_that_goes_says_so() -> None:
    answer = tailor(
        asked(1), [Candidate("a", "A", {0: 4}, ("role", "picture")), Candidate("b", "B", {0: 3}, ("role",))]
    )
    assert answer.chosen == ("b",)
    assert [(home.key, home.reason) for home in answer.stays_home] == [("a", "gives_away_more")]


def test_a_canceled_record_goes_only_if_the_learner_sends_it() -> None:
    gone = Candidate("gone", "Gone", {}, notes=("canceled",))
    answer = tailor(asked(1), [gone])
    assert (answer.chosen, [home.reason for home in answer.stays_home]) == ((), ["canceled"])
    sent = tailor(asked(1), [gone], wishes=Wishes(send=frozenset({"gone"})))
    assert (sent.chosen, sent.notes) == (("gone",), {"gone": ("canceled",)})


def test_an_expired_record_is_no_short_cut_past_those_in_force() -> None:
    old = Candidate("old", "Old", {0: 3, 1: 3, 2: 3}, notes=("expired",))
    fresh = [Candidate("a", "A", {0: 3}), Candidate("b", "B", {1: 3})]
    assert tailor(asked(2), [old, *fresh]).chosen == ("a", "b")
    assert tailor(asked(3), [old, *fresh]).chosen == ("old", "a", "b")


def test_not_tailoring_sends_all_that_shows_something_and_may_go() -> None:
    records = [
        Candidate("a", "A", {0: 3}),
        Candidate("b", "B", {0: 3}),
        Candidate("idle", "Idle", {}),
        Candidate("gone", "Gone", {0: 1}, notes=("canceled",)),
        Candidate("kept", "Kept", {0: 3}),
    ]
    wishes = everything(records, Wishes(keep=frozenset({"kept"})))
    assert tailor(asked(1), records, wishes=wishes).chosen == ("a", "b")


def school(key: str, covers: dict[int, int]) -> Candidate:
    return Candidate(key, key.title(), covers, ("schooling", "school_name", "dates", "issue_date"))


def test_skills_first_replaces_schooling_where_another_record_shows_the_same() -> None:
    badges = [Candidate("a", "A", {0: 3}), Candidate("b", "B", {1: 3})]
    answer = tailor(asked(2), [school("diploma", {0: 4, 1: 4}), *badges])
    assert answer.chosen == ("a", "b")
    assert answer.ask == ()
    (home,) = answer.stays_home
    assert (home.key, home.reason) == ("diploma", "replaced_skills_first")
    assert home.values == {"by": ("a", "b"), "tells": ("schooling", "school_name", "dates")}
    plain = tailor(asked(2), [school("diploma", {0: 4, 1: 4}), *badges], wishes=Wishes(skills_first=False))
    assert plain.chosen == ("diploma",)
    assert plain.ask == ()


def test_schooling_that_nothing_replaces_is_asked_about_until_the_learner_decides() -> None:
    candidates = [school("diploma", {0: 4, 1: 4}), Candidate("a", "A", {0: 3})]
    answer = tailor(asked(2), candidates, own_words={1})
    assert answer.chosen == ("diploma",)
    (question,) = answer.ask
    assert (question.key, question.tells) == ("diploma", ("schooling", "school_name", "dates"))
    assert question.needed_for == (0, 1)
    sent = tailor(asked(2), candidates, own_words={1}, wishes=Wishes(send=frozenset({"diploma"})))
    assert sent.ask == ()
    kept = tailor(asked(2), candidates, own_words={1}, wishes=Wishes(keep=frozenset({"diploma"})))
    assert kept.chosen == ("a",)
    assert [(one.how, one.evidence) for one in kept.shown] == [("record", 3), ("own_word", 1)]
    effect = compare(answer, kept)
    assert (effect.dropped, effect.added) == (("diploma",), ("a",))
    assert (effect.weaker, effect.own_word, effect.uncovered) == ((0, 1), (1,), ())


def test_a_broken_record_never_goes_and_says_why() -> None:
    broken = Candidate("broken", "Broken", {0: 4}, usable=False, reason="signature_broken")
    answer = tailor(asked(1), [broken])
    assert answer.chosen == ()
    assert answer.shown == (Shown(0, "uncovered"),)
    (home,) = answer.stays_home
    assert (home.reason, home.values) == ("cannot_be_sent", {"why": "signature_broken"})
    with pytest.raises(PersonError) as caught:
        tailor(asked(1), [broken], wishes=Wishes(send=frozenset({"broken"})))
    assert caught.value.code == "record_cannot_be_sent"
    assert caught.value.values == {"title": "Broken", "reason": "signature_broken"}


def test_an_expired_record_goes_and_is_told() -> None:
    answer = tailor(asked(1), [Candidate("card", "CPR card", {0: 3}, notes=("expired",))])
    assert answer.chosen == ("card",)
    assert answer.notes == {"card": ("expired",)}


def test_what_the_learner_hides_stays_home_with_all_that_carries_it() -> None:
    job = Candidate("job", "Job", {0: 3, 1: 3}, ("dates", "role"))
    answer = tailor(asked(2), [job], own_words={0}, wishes=Wishes(hide=frozenset({"dates", "grades"})))
    assert answer.chosen == ()
    assert [one.how for one in answer.shown] == ["own_word", "uncovered"]
    (home,) = answer.stays_home
    assert (home.reason, home.values) == ("tells_what_you_hide", {"tells": ("dates",)})


def test_nothing_that_shows_nothing_goes_unless_the_learner_sends_it() -> None:
    extra = Candidate("extra", "Extra", {})
    answer = tailor(asked(1), [Candidate("a", "A", {0: 3}), extra])
    assert answer.chosen == ("a",)
    assert [(home.key, home.reason) for home in answer.stays_home] == [("extra", "shows_nothing_asked")]
    forced = tailor(asked(1), [Candidate("a", "A", {0: 3}), extra], wishes=Wishes(send=frozenset({"extra"})))
    assert forced.chosen == ("a", "extra")


@pytest.mark.parametrize(
    ("wishes", "code"),
    [
        (Wishes(send=frozenset({"none"})), "record_not_found"),
        (Wishes(keep=frozenset({"none"})), "record_not_found"),
        (Wishes(send=frozenset({"a"}), keep=frozenset({"a"})), "record_both_sent_and_kept"),
    ],
)
def test_wishes_that_cannot_be_met(wishes: Wishes, code: str) -> None:
    with pytest.raises(PersonError) as caught:
        tailor(asked(1), [Candidate("a", "A", {0: 3})], wishes=wishes)
    assert caught.value.code == code


def test_no_records_at_all() -> None:
    answer = tailor(asked(2), [], own_words={0})
    assert answer == Tailored((), (Shown(0, "own_word", (), 1), Shown(1, "uncovered")), {}, {}, (), (), proven=True)


def test_of_records_that_are_alike_the_one_that_comes_first_goes() -> None:
    alike = [Candidate(key, key, {0: 3}, ("role",)) for key in "abcdefgh"]
    for turn in range(len(alike)):
        order = [*alike[turn:], *alike[:turn]]
        assert tailor(asked(1), order).chosen == (order[0].key,)


def test_many_records_and_needs_are_chosen_exactly_too() -> None:
    luck = random.Random(7)
    answer = tailor(asked(40), some_candidates(luck, 40, 200))
    assert answer.proven


@pytest.mark.parametrize("seed", range(30))
def test_no_fewer_records_answer_as_much(seed: int) -> None:
    luck = random.Random(seed)
    needs, candidates = asked(5), some_candidates(luck, 5, 8)
    own = set(luck.sample(range(5), luck.randint(0, 2)))
    wishes = Wishes(hide=frozenset(luck.sample(CODES, luck.randint(0, 2))))
    free = [one for one in candidates if one.usable and not wishes.hide & set(one.gives_away)]
    wanted = {need for one in free for need in one.covers} - own
    sizes = [
        size
        for size in range(len(free) + 1)
        for picked in itertools.combinations(free, size)
        if wanted <= {need for one in picked for need in one.covers}
    ]
    assert smallest_size(needs, candidates, own_words=own, wishes=wishes) == min(sizes)


@pytest.mark.parametrize("seed", range(20))
def test_what_would_go_is_what_goes(seed: int) -> None:
    luck = random.Random(seed)
    needs = asked(4)
    held = [
        Candidate(
            f"k{place}",
            "T",
            {need: luck.randint(1, 4) for need in range(4) if luck.random() < 0.3},
            tuple(code for code in CODES if luck.random() < 0.15),
            notes=tuple(note for note in ("expired", "canceled") if luck.random() < 0.1),
        )
        for place in range(10)
    ]
    for wishes in (Wishes(), Wishes(send=frozenset({"k9"})), Wishes(keep=frozenset({"k0"})), Wishes(by_hand=True)):
        whole = tailor(needs, held, own_words={0}, wishes=wishes)
        assert set(whole.chosen) >= wishes.send
        would = choose(needs, held, own_words={0}, wishes=wishes)
        assert (would.chosen, would.shown) == (whole.chosen, whole.shown)
        assert len(whole.stays_home) == len(held) - len(whole.chosen)


def test_what_the_learner_sends_is_counted_and_nothing_is_none() -> None:
    pair = [Candidate("a", "A", {0: 3}), Candidate("b", "B", {})]
    assert smallest_size(asked(1), pair) == 1
    assert smallest_size(asked(1), pair, wishes=Wishes(send=frozenset({"b"}))) == 2
    assert smallest_size(asked(1), []) == 0


def test_the_page_leaves_out_what_skills_first_and_the_learner_hide() -> None:
    assert page_hides(Wishes()) == SKILLS_FIRST_HIDES
    assert page_hides(Wishes(skills_first=False)) == frozenset()
    assert page_hides(Wishes(hide=frozenset({"role"}), skills_first=False)) == {"role"}
