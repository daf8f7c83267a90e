"""The jobs that are compared and the one aimed for: kept, limited, undone."""

from collections.abc import Iterator

import pytest

from app.errors import PersonError
from app.journey.goal.aim import (
    add_compared,
    compared,
    goal,
    remove_compared,
    set_compared,
    set_goal,
)
from app.journey.opening import session_of
from app.journey.records.holding import cards
from app.journey.session import Session
from app.journey.skills.counting import count_only_signed, counted, counts_only_signed
from app.journey.skills.profile import answer, profile, say_in_own_words
from app.profile.claims import SkillClaim
from app.profile.evidence import Standing
from app.profile.skills import Answer, build_profile, only_signed
from app.vault import store_settings
from app.vault.vault import Vault
from pathways.errors import PathwaysError
from pathways.model import Concept, Held, Match

ASSISTANTS, NURSES, SECRETARIES, CASHIERS = "31-9092.00", "29-2061.00", "43-6013.00", "41-2011.00"


@pytest.fixture
def session() -> Iterator[Session]:
    with Vault.temporary() as vault, session_of(vault) as opened:
        yield opened


def test_three_jobs_are_compared_and_a_fourth_waits(session: Session) -> None:
    assert compared(session) == ()
    for code in (ASSISTANTS, NURSES, ASSISTANTS, SECRETARIES):
        add_compared(session, code)
    assert compared(session) == (ASSISTANTS, NURSES, SECRETARIES)
    with pytest.raises(PersonError, match="compared_full"):
        add_compared(session, CASHIERS)
    before = remove_compared(session, NURSES)
    assert compared(session) == (ASSISTANTS, SECRETARIES)
    set_compared(session, before)
    assert compared(session) == (ASSISTANTS, NURSES, SECRETARIES)


def test_no_job_nobody_knows_is_compared_or_aimed_for(session: Session) -> None:
    for choose in (add_compared, set_goal):
        with pytest.raises(PathwaysError, match="occupation_unknown"):
            choose(session, "00-0000.00")
    assert (compared(session), goal(session)) == ((), None)


def test_a_job_that_newer_data_dropped_stops_nothing(session: Session) -> None:
    store_settings.set_setting(session.vault, "compared", ["00-0000.00", NURSES])
    store_settings.set_setting(session.vault, "goal", "00-0000.00")
    assert compared(session) == (NURSES,)
    assert goal(session) is None


def test_the_goal_is_chosen_changed_undone_and_let_go(session: Session) -> None:
    assert set_goal(session, ASSISTANTS) is None
    before = set_goal(session, NURSES)
    found = goal(session)
    assert found is not None
    assert (found.id, found.kind) == (NURSES, "occupation")
    set_goal(session, before)
    found = goal(session)
    assert found is not None
    assert found.name == "Medical Assistants"
    assert set_goal(session, None) == ASSISTANTS
    assert goal(session) is None


def test_what_is_not_signed_counts_unless_the_learner_says_otherwise(session: Session) -> None:
    claim = say_in_own_words(session, "I clean up after each visit")
    answer(session, claim, "4.A.3.a.1.I03.D07", Answer(agreed=True))
    own = profile(session, cards(session))
    assert counted(session) == own
    assert own.held
    assert count_only_signed(session, only=True) is False
    assert counts_only_signed(session)
    assert counted(session).held == {}
    assert count_only_signed(session, only=False) is True
    assert counted(session) == own


def test_of_a_skill_that_several_say_only_what_signed_records_say_is_left() -> None:
    def claim(name: str) -> SkillClaim:
        return SkillClaim(name, name, "own")

    till = Concept("4.A.4.c.1.I03.D01", "Operate cash registers", "activity")
    claims = [(claim("own"), Standing(1, "own_word")), (claim("signed"), Standing(3, "signed", lapsed=True))]
    answers = {("own", till.id): Answer(agreed=True, level=6.0), ("signed", till.id): Answer(agreed=True, level=2.0)}
    everything = build_profile(claims, lambda _: (Match(till, 1.0, "code", sure=True),), answers)
    assert everything.held[till.id] == Held(till, 1, 6.0, ("own", "signed"))
    assert only_signed(everything).held[till.id] == Held(till, 3, 2.0, ("signed",), lapsed=True)
