"""What many words mean is looked up once, with progress, and kept in the vault for the next opening."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from journey_world import journey, page_of

from app.journey.records.holding import cards
from app.journey.session import Session
from app.journey.skills import meant as skill_meant
from app.journey.skills.profile import profile
from app.places import careers_pack
from pathways.pack.store import open_pack


class Stop(Exception):  # noqa: N818  a learner's wish
    """Asked to stop."""


@pytest.fixture
def session(tmp_path, monkeypatch) -> Iterator[Session]:
    monkeypatch.setattr(skill_meant, "MANY", 2)
    with journey(tmp_path) as opened:
        yield opened


@pytest.fixture
def looked_up(monkeypatch) -> list[str]:
    found, real = list[str](), skill_meant.proposed

    def proposed(pack, claim):
        found.append(claim.text)
        return real(pack, claim)

    monkeypatch.setattr(skill_meant, "proposed", proposed)
    return found


@pytest.fixture
def reopened(session) -> Iterator[Session]:
    with open_pack(careers_pack()) as pack:
        yield replace(session, pack=pack)


@pytest.fixture
def later(session) -> Iterator[Session]:
    with open_pack(careers_pack()) as pack:
        yield replace(session, pack=pack)


def test_the_next_opening_shows_the_same_and_looks_nothing_up(reopened, later, looked_up):
    told = list[tuple[int, int]]()
    page = page_of(reopened)
    first = list(looked_up)
    assert first
    assert profile(later, cards(later), lambda done, of: told.append((done, of))) == page.held
    assert page_of(later) == page
    assert looked_up == first
    assert told == []


def test_another_program_or_other_data_look_up_anew(reopened, later, looked_up, monkeypatch):
    page = page_of(reopened)
    first = len(looked_up)
    monkeypatch.setattr(skill_meant, "_program", lambda: "another")
    assert page_of(later) == page
    assert len(looked_up) == 2 * first


def test_what_was_found_before_a_stop_is_kept(reopened, later, looked_up):
    kept = cards(reopened)

    def stop(done, of):
        assert of > 3
        if done == 3:
            raise Stop

    with pytest.raises(Stop):
        profile(reopened, kept, stop)
    assert len(looked_up) == 3
    profile(later, kept)
    assert len(looked_up) == len(set(looked_up))
