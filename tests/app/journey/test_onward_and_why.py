"""Where people like me go, and why a job is suggested: facts with what is behind them."""

from collections.abc import Iterator

import pytest

from app.journey.goal.onward import choose_starts, leads_from, related_credit, starts, where_people_like_me_go
from app.journey.goal.why import why
from app.journey.opening import practice
from app.journey.records.holding import Card, cards
from app.journey.session import Session
from app.journey.skills.profile import answer, profile, say_in_own_words
from app.profile.skills import Answer, Profile
from app.wording.skills import WHY_ASKED
from pathways.errors import PathwaysError
from pathways.pack.occupations import related
from pathways.similarity import rank_careers

ASSISTANTS, CASHIERS, BOOKKEEPERS = "31-9092.00", "41-2011.00", "43-3031.00"


@pytest.fixture
def session() -> Iterator[Session]:
    with practice() as (opened, _learner):
        yield opened


@pytest.fixture
def kept(session: Session) -> tuple[Card, ...]:
    return cards(session)


def said_by_a_record(held: Profile) -> str:
    """The claim of a record that the learner may say is a job."""
    return next(skill.claim.id for skill in held.skills if skill.claim.text == "Balance the till")


def test_without_a_job_named_the_start_is_what_the_learner_shows_most_of(
    session: Session, kept: tuple[Card, ...]
) -> None:
    held = profile(session, kept)
    begin = starts(session, held)
    assert [one.code for one in begin] == [one.occupation.id for one in rank_careers(session.pack, held.held, 3)]
    assert {one.reason for one in begin} == {"shows_most"}
    assert starts(session, Profile((), {}, {})) == ()
    assert where_people_like_me_go(session, Profile((), {}, {}), ()) == ()


def test_a_job_that_records_or_own_words_name_is_the_start_once_the_learner_agrees(
    session: Session, kept: tuple[Card, ...]
) -> None:
    answer(session, said_by_a_record(profile(session, kept)), BOOKKEEPERS, Answer(agreed=True))
    assert [(one.code, one.reason) for one in starts(session, profile(session, kept))] == [(BOOKKEEPERS, "records")]
    claim = say_in_own_words(session, "I was a cashier")
    answer(session, claim, CASHIERS, Answer(agreed=True))
    found = {one.code: one.reason for one in starts(session, profile(session, kept))}
    assert found == {BOOKKEEPERS: "records", CASHIERS: "own_words"}


def test_the_learner_sees_and_changes_where_it_starts(session: Session, kept: tuple[Card, ...]) -> None:
    held = profile(session, kept)
    assert choose_starts(session, (CASHIERS,)) == ()
    (start,) = starts(session, held)
    assert (start.code, start.name, start.reason) == (CASHIERS, "Cashiers", "chosen")
    with pytest.raises(PathwaysError, match="occupation_unknown"):
        choose_starts(session, ("00-0000.00",))
    assert choose_starts(session, ()) == (CASHIERS,)
    assert {one.reason for one in starts(session, held)} == {"shows_most"}


def test_onward_jobs_are_onets_related_ones_in_the_order_of_the_ranking(
    session: Session, kept: tuple[Card, ...]
) -> None:
    held = profile(session, kept)
    choose_starts(session, (CASHIERS, "43-4051.00"))
    begin = starts(session, held)
    found = where_people_like_me_go(session, held, begin, 40)
    listed = {one.occupation.id for start in begin for one in related(session.pack, start.code)}
    assert {one.code for one in found} == listed - {CASHIERS, "43-4051.00"}
    ranked = [one.occupation.id for one in rank_careers(session.pack, held.held)]
    assert [one.code for one in found] == sorted((one.code for one in found), key=ranked.index)
    for one in found:
        assert one.leads
        for lead in one.leads:
            assert related(session.pack, lead.start)[lead.place - 1].occupation.id == one.code


def test_who_shows_nothing_but_chose_a_start_gets_onets_own_order(session: Session) -> None:
    choose_starts(session, (CASHIERS,))
    nobody = Profile((), {}, {})
    found = where_people_like_me_go(session, nobody, starts(session, nobody), 20)
    assert [one.code for one in found] == [one.occupation.id for one in related(session.pack, CASHIERS)]


def test_onets_list_is_shown_with_its_credit_and_changes_no_ranking(
    session: Session, kept: tuple[Card, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session.pack, "facts", dict(session.pack.facts))
    held = profile(session, kept)
    assert "O*NET 30.1 Database" in related_credit(session.pack)
    before = rank_careers(session.pack, held.held)
    relation = "links:occupation_related"
    session.pack.facts[relation] = session.pack.facts["links:occupation_esco"]
    session.pack.facts.pop("similarity.needs")
    assert rank_careers(session.pack, held.held) == before


def test_why_names_the_shared_things_and_the_records_and_words_behind_them(
    session: Session, kept: tuple[Card, ...]
) -> None:
    held = profile(session, kept)
    found = why(session, held, kept, ASSISTANTS)
    assert found.name == "Medical Assistants"
    assert found.fit.shown == sum(one.telling and one.state == "shown" for one in found.shared)
    names = {card.record.key: card.record.name for card in kept}
    for one in found.shared:
        assert one.behind
        assert one.evidence == max(behind.evidence for behind in one.behind)
        assert {behind.record_name for behind in one.behind} <= {*names.values(), None}
    confidentiality = next(one for one in found.shared if one.need.name.startswith("maintain healthcare user data"))
    assert [behind.text for behind in confidentiality.behind] == ["Maintain healthcare user data confidentiality"]
    close = next(one for one in found.shared if one.reason == "related")
    assert close.need not in close.by
    guess = next(one for one in found.guesses if one.concept.name == "Give medications or immunizations")
    claims = {skill.claim.text for skill in held.skills}
    assert guess.behind
    for behind, asked in guess.behind:
        assert behind.text in claims
        assert behind.record_name in names.values()
        assert asked.code in WHY_ASKED
    assert {one.name for one in found.to_learn} >= {"Epic Systems"}
    assert (found.like, found.leads) == (None, leads_from(session.pack, starts(session, held))[ASSISTANTS])


def test_why_tells_own_words_from_records(session: Session, kept: tuple[Card, ...]) -> None:
    claim = say_in_own_words(session, "I clean up after each visit")
    answer(session, claim, "4.A.3.a.1.I03.D07", Answer(agreed=True))
    found = why(session, profile(session, kept), kept, ASSISTANTS)
    own = [behind for one in found.shared for behind in one.behind if behind.text == "I clean up after each visit"]
    assert own
    assert {(one.record, one.record_name, one.evidence, one.standing) for one in own} == {(None, None, 1, "own_word")}


def test_why_says_when_a_job_is_suggested_for_being_like_one_held(session: Session, kept: tuple[Card, ...]) -> None:
    claim = say_in_own_words(session, "I was a cashier")
    answer(session, claim, CASHIERS, Answer(agreed=True))
    held = profile(session, kept)
    like = why(session, held, kept, "41-2021.00").like
    assert like is not None
    assert like.job.id == CASHIERS
    assert {"titles", "tasks"} <= set(like.sides)
