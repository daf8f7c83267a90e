"""The calendar file: whole days of the schedule, the same events each time, and the rules of RFC 5545."""

from datetime import UTC, datetime, timedelta

import pytest
from chosen_plan import FILLED_IN, chosen, the_way
from icalendar import Calendar
from terminal import GOAL

from app.journey.opening import practice
from app.journey.plan.calendar import plan_calendar
from app.journey.plan.employment_plan import NOTHING_FILLED_IN, set_employment_plan
from app.journey.plan.ground import both, ground_of, standpoint
from app.journey.plan.kept import WEEK, ready_on
from app.journey.skills.profile import profile
from app.wording import Words


@pytest.fixture
def world():
    with chosen() as (session, stand):
        yield session, stand


def made(world, language="en", name="Ana Ruiz"):
    session, stand = world
    return plan_calendar(session, Words(language), stand, the_way(session), name)


def events(data):
    return {str(one["summary"]): one for one in Calendar.from_ical(data).walk("VEVENT")}


def test_each_step_has_the_days_of_its_weeks(world):
    found, way = events(made(world)), the_way(world[0])
    assert set(found) == {"first", "second", "third", "Review of the plan", "All steps of the plan are over"}
    for slot in way.schedule.slots:
        one = found[slot.step]
        first = way.start + slot.start * WEEK
        assert one["dtstart"].dt == first
        assert one["dtend"].dt == first + slot.weeks * WEEK - timedelta(days=2)
        assert type(one["dtstart"].dt) is type(first)
    assert found["Review of the plan"]["dtstart"].dt == FILLED_IN.review_on
    assert found["All steps of the plan are over"]["dtstart"].dt == ready_on(way.start, way.schedule.weeks)
    assert all(one["transp"] == "TRANSPARENT" for one in found.values())


def test_a_step_tells_where_when_and_for_how_much(world):
    one = events(made(world))["first"]
    assert str(one["location"]) == "Austin, TX"
    assert str(one["url"]) == "https://school.example/first"
    assert str(one["description"]) == (
        "Offered by Practice School.\nIn person\nMondays 6–8 p.m.; bring ñ, and a “pen”\nPrice: $10, seen in 2026."
    )


def test_it_keeps_to_the_rules_of_the_format(world):
    data = made(world)
    lines = data.split(b"\r\n")
    assert lines[-1] == b""
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    assert any(line.startswith(b" ") for line in lines)
    assert b"LOCATION:Austin\\, TX" in data
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert b"VERSION:2.0" in lines
    stamps = {one["dtstamp"].dt for one in events(data).values()}
    assert stamps == {datetime(2026, 11, 21, 12, tzinfo=UTC)}


def test_the_same_plan_gives_the_same_events_and_another_learner_others(world):
    assert made(world) == made(world)
    ids = {name: str(one["uid"]) for name, one in events(made(world)).items()}
    assert len(set(ids.values())) == len(ids)
    spanish = {str(one["uid"]) for one in events(made(world, "es")).values()}
    assert spanish == set(ids.values())
    other = {str(one["uid"]) for one in events(made(world, name="Bo")).values()}
    assert not other & set(ids.values())


def test_nothing_of_the_learner_is_in_it(world):
    data = made(world)
    for private in (b"Ana", b"Ruiz", b"Pat Lee", b"WIOA", b"Calls on"):
        assert private not in data


def test_without_a_review_or_a_known_end_there_is_no_such_event(world):
    session, stand = world
    set_employment_plan(session, GOAL, NOTHING_FILLED_IN)
    way = the_way(session)
    slots = tuple(type(one)(one.step, one.start, None, None) for one in way.schedule.slots)
    schedule = type(way.schedule)(slots, 0, 0.0, untimed=tuple(one.step for one in slots))
    open_ended = type(way)("kept", way.plan, schedule, way.start, done=way.done)
    found = events(plan_calendar(session, Words(), stand, open_ended))
    assert set(found) == {"first", "second", "third"}
    assert found["first"]["dtend"].dt - found["first"]["dtstart"].dt == timedelta(days=1)
    assert "Nobody says how long it takes." in str(found["first"]["description"])


@pytest.mark.parametrize(("language", "mark"), [("en", "PRACTICE: "), ("es", "PRÁCTICA: ")])
def test_a_practice_learner_is_marked_in_every_event(language, mark):
    with practice("daniel") as (session, learner):
        stand = standpoint(session, profile(session), "43-3031.00")
        way = both(ground_of(session, stand))[0]
        found = events(plan_calendar(session, Words(language), stand, way, learner.name))
    assert len(found) == len(way.steps) + 1
    assert all(name.startswith(mark) for name in found)
