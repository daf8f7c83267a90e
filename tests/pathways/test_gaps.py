"""How needs stand beside what a learner holds."""

import pytest

from pathways.gaps import credit, fit, gap, to_learn
from pathways.model import Concept, ConceptKind, GapItem, Held, Needs, Requirement
from pathways.pack.store import Pack

GREET = Concept("4.A.4.a.8.I03.D05", "Greet customers, patrons, or visitors", "activity")
EXCEL = Concept("software:Microsoft Excel", "Microsoft Excel", "software")
SHEETS = Concept("software:Google Sheets", "Google Sheets", "software")
LISTENING = Concept("2.A.1.b", "Active Listening", "skill")
SPEAKING = Concept("2.A.1.d", "Speaking", "skill")
JOB = Concept("31-9092.00", "Medical Assistants", "occupation")


def needs(*requirements: Requirement, unrated: tuple[ConceptKind, ...] = ()) -> Needs:
    return Needs(JOB, requirements, unrated=unrated)


def one_item(pack: Pack, need: Requirement, *held: Held, guesses: tuple[Concept, ...] = ()) -> GapItem:
    items = gap(needs(need), {one.concept.id: one for one in held}, {one.id: one for one in guesses}, pack)
    assert len(items) == 1
    return items[0]


@pytest.mark.parametrize(
    ("asked", "held", "lapsed", "state", "reason", "counts"),
    [
        (None, None, False, "shown", "same", 1.0),
        (4.0, None, False, "shown", "level_not_stated", 1.0),
        (4.0, 4.0, False, "shown", "level_met", 1.0),
        (4.0, 5.5, False, "shown", "level_met", 1.0),
        (4.0, 3.0, False, "partly", "lower_level", 0.75),
        (4.0, 5.0, True, "partly", "lapsed", 0.5),
    ],
)
def test_what_is_held_by_id(
    careers_pack: Pack, asked: float | None, held: float | None, *, lapsed: bool, state: str, reason: str, counts: float
) -> None:
    own = Held(LISTENING, 3, level=held, lapsed=lapsed)
    item = one_item(careers_pack, Requirement(LISTENING, 1.0, "x", level=asked), own)
    assert (item.state, item.reason, item.by) == (state, reason, (own,))
    assert credit(item) == counts


def test_a_close_skill_shows_it_in_part_and_is_named(careers_pack: Pack) -> None:
    sheets = Held(SHEETS, 2)
    item = one_item(careers_pack, Requirement(EXCEL, 1.0, "x"), sheets)
    assert (item.state, item.reason, item.by) == ("partly", "related", (sheets,))
    assert 0 < credit(item) < 1


def test_a_lapsed_close_skill_shows_nothing(careers_pack: Pack) -> None:
    item = one_item(careers_pack, Requirement(EXCEL, 1.0, "x"), Held(SHEETS, 2, lapsed=True))
    assert (item.state, item.reason) == ("missing", "not_shown")


def test_ways_of_working_are_not_met_by_their_neighbours(careers_pack: Pack) -> None:
    item = one_item(careers_pack, Requirement(LISTENING, 1.0, "x"), Held(SPEAKING, 4))
    assert item.state == "missing"


def test_a_guess_nobody_answered_is_unknown_and_never_missing(careers_pack: Pack) -> None:
    item = one_item(careers_pack, Requirement(GREET, 1.0, "x"), guesses=(GREET,))
    assert (item.state, item.reason) == ("unknown", "guess_unanswered")
    assert to_learn([item]) == ()


def test_a_held_job_claims_nothing_by_itself(careers_pack: Pack) -> None:
    job = Held(Concept("41-2031.00", "Retail Salespersons", "occupation"), 4)
    assert one_item(careers_pack, Requirement(GREET, 1.0, "x"), job).state == "missing"


def test_fit_counts_what_is_known_and_leaves_out_what_is_not(careers_pack: Pack) -> None:
    asked = needs(
        Requirement(GREET, 3.0, "x"),
        Requirement(EXCEL, 1.0, "x"),
        Requirement(LISTENING, 5.0, "x"),
        unrated=("esco_skill",),
    )
    items = gap(asked, {GREET.id: Held(GREET, 4)}, {LISTENING.id: LISTENING}, careers_pack)
    found = fit(items, asked)
    assert found.share == pytest.approx(3 / 4)
    assert (found.shown, found.partly, found.missing, found.unknown) == (1, 0, 1, 1)
    assert found.by_evidence == {4: 1}
    assert found.unrated == ("esco_skill",)


def test_an_occupation_without_data_has_no_fit_rather_than_none_of_it(careers_pack: Pack) -> None:
    assert fit(gap(needs(unrated=("activity",)), {}, {}, careers_pack)).share is None
