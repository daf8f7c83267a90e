"""Limits on place and language: what they let in, which can be offered, how they are told and kept."""

from dataclasses import replace

import pytest
from plan_world import course, needs_of, newcomer

from app.errors import PersonError
from app.journey.plan.limits import (
    Limits,
    languages_told,
    limits,
    limits_offered,
    places_told,
    set_limits,
    within_reach,
)
from app.journey.plan.place_names import may_be_in
from app.journey.plan.way_words import limits_told
from app.journey.plan.ways import find_ways
from app.wording import Words
from pathways.model import Offering

NOBODY = frozenset()


def offered(entry, **more):
    """A course with where and how it is offered."""
    return replace(entry, step=replace(entry.step, offering=Offering(**more)))


@pytest.fixture
def world():
    """A newcomer; the same thing taught near, elsewhere, online and nobody says where, each dearer than the last."""
    with newcomer() as (session, held):
        a, *_ = needs_of(session, held)
        entries = (
            offered(course("dallas", [a], cost=1, online=False), place="Dallas, TX"),
            offered(course("austin", [a], cost=2, online=False), place="Austin, Texas", language="es-MX"),
            offered(course("online", [a], cost=3, online=True), place="Chicago, IL", language="en"),
            course("somewhere", [a], cost=4),
        )
        yield replace(session, catalog=entries), held


def let_in(session, **limit):
    return [one.id for one in within_reach((entry.step for entry in session.catalog), Limits(**limit), NOBODY)]


@pytest.mark.parametrize(
    ("place", "wanted"),
    [
        ("Austin, TX", "austin, tx"),
        ("Austin, TX", "Texas"),
        ("Austin, TX 78701", "TX"),
        ("Austin, TX, USA", "Austin"),
        ("TX", "Austin, TX"),
        ("Austin", "Texas"),
        ("New York, NY", "New York"),
        ("Buffalo, New York", "NY"),
        ("  Austin ,  TX ", "Austin, Texas"),
        ("123 Main St, Austin, TX", "Austin, TX"),
        ("123 Main St, Austin TX 78701", "Austin, TX"),
        ("Austin TX", "Austin, TX"),
        ("Austin TX, TX", "Austin, TX"),
        ("Austin Texas", "Austin, TX"),
        ("Statewide", "Austin, TX"),
        ("Multiple locations, TX", "Austin, TX"),
        ("Texas statewide", "Austin, TX"),
        ("St. Louis, MO", "Saint Louis, MO"),
        ("Ft Worth, TX", "Fort Worth, TX"),
        ("San Jose, CA", "San José"),
        ("Austin, TX", "78701"),
        ("Christiansted, VI", "U.S. Virgin Islands"),
        ("Port Washington, NY", "Port Washington"),
    ],
)
def test_places_that_may_be_the_one_wanted(place, wanted):
    assert may_be_in(place, wanted)


@pytest.mark.parametrize(
    ("place", "wanted"),
    [
        ("Dallas, TX", "Austin, TX"),
        ("Austin, MN", "Austin, TX"),
        ("Oklahoma", "TX"),
        ("Dallas", "Austin, TX"),
        ("Buffalo, NY", "New York, NY"),
        ("Washington, DC", "Washington"),
        ("123 Main St, Dallas, TX", "Austin, TX"),
        ("Dallas TX", "Austin, TX"),
        ("Statewide, OK", "Austin, TX"),
        ("Port Washington", "Seattle, WA"),
        ("Kansas City, MO", "Kansas"),
    ],
)
def test_places_that_are_elsewhere(place, wanted):
    assert not may_be_in(place, wanted)


def test_what_is_elsewhere_goes_and_what_nobody_tells_stays(world):
    session, _held = world
    assert let_in(session) == ["dallas", "austin", "online", "somewhere"]
    assert let_in(session, places=("Austin, TX",)) == ["austin", "online", "somewhere"]
    assert let_in(session, places=("Texas",)) == ["dallas", "austin", "online", "somewhere"]
    assert let_in(session, places=("Reno, NV", "Dallas")) == ["dallas", "online", "somewhere"]
    assert let_in(session, places=("Austin, TX",), online_only=True) == ["online"]


def test_a_known_language_that_is_none_of_mine_goes(world):
    session, _held = world
    assert let_in(session, languages=("es",)) == ["dallas", "austin", "somewhere"]
    assert let_in(session, languages=("en-US", "ES")) == ["dallas", "austin", "online", "somewhere"]
    assert let_in(session, languages=("fr",)) == ["dallas", "somewhere"]


def test_a_step_taken_in_any_case_is_within_reach_wherever_it_is(world):
    session, _held = world
    steps = [entry.step for entry in session.catalog]
    found = within_reach(steps, Limits(places=("Reno, NV",), languages=("fr",)), frozenset({"austin"}))
    assert [one.id for one in found] == ["austin", "somewhere"]


def test_plans_keep_to_the_place_and_the_language(world):
    session, held = world
    assert find_ways(session, held).cheapest.ids == {"dallas"}
    set_limits(session, Limits(places=("Austin, TX",)))
    assert find_ways(session, held).cheapest.ids == {"austin"}
    set_limits(session, Limits(places=("Austin, TX",), languages=("en",)))
    assert find_ways(session, held).cheapest.ids == {"online"}


def test_only_what_the_data_tells_is_offered_as_a_limit(world):
    session, _held = world
    steps = [entry.step for entry in session.catalog]
    assert {"places", "languages"} <= set(limits_offered(steps))
    assert {"places", "languages"}.isdisjoint(limits_offered(steps[3:]))
    assert "places" not in limits_offered(steps[2:])
    assert places_told(steps) == ("Austin, Texas", "Dallas, TX")
    assert languages_told(steps) == ("en", "es-MX")


def test_limits_are_kept_once_each_and_told_in_a_line(world):
    session, _held = world
    set_limits(session, Limits(budget=50, places=(" Austin,  TX", "Austin, TX", "Reno, NV"), languages=("es",)))
    assert limits(session).places == ("Austin, TX", "Reno, NV")
    assert limits_told(Words("en"), limits(session)) == "$50, in Austin, TX; Reno, NV or online, taught in Spanish"
    assert limits_told(Words("en"), Limits(languages=("xq", "es-MX"))) == "taught in xq and Spanish (Mexico)"
    assert "español" in limits_told(Words("es"), limits(session))


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (Limits(places=("",)), "limit_place_unusable"),
        (Limits(places=("x" * 101,)), "limit_place_unusable"),
        (Limits(languages=("Spanish please",)), "limit_language_unusable"),
        (Limits(languages=("e",)), "limit_language_unusable"),
        (Limits(places=tuple(f"Town {number}" for number in range(21))), "limit_too_many"),
    ],
    ids=["no place", "long place", "no tag", "short tag", "many"],
)
def test_a_limit_that_means_nothing_is_refused_and_the_old_one_stays(world, wrong, code):
    session, _held = world
    set_limits(session, Limits(budget=50))
    with pytest.raises(PersonError) as caught:
        set_limits(session, wrong)
    assert caught.value.code == code
    assert limits(session) == Limits(budget=50)
    assert "{" not in Words("en").problem(code, caught.value.values)
