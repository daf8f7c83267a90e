"""The Plan page as plain data: gap list, map, plans side by side, details, in English and in Spanish."""

from dataclasses import fields, is_dataclass, replace
from datetime import date

import pytest
from plan_world import course, later, needs_of, newcomer
from practice_world import NOW
from terminal import GOAL

from app.journey.goal.outlook import titles_of
from app.journey.opening import practice
from app.journey.plan.gap_list import UNRATED, need_detail, need_groups
from app.journey.plan.ground import TELLING
from app.journey.plan.kept import choose_plan, mark_step
from app.journey.plan.limits import Limits, set_limits
from app.journey.plan.step_details import step_detail
from app.journey.plan.view import plan_view
from app.journey.plan.way_map import way_map
from app.journey.plan.ways import find_ways
from app.journey.skills.profile import profile
from app.wording import Words
from app.wording.plans import DONE_IS_NOT_SHOWN, chosen_words, marked_words, proof_title, proof_words
from pathways.errors import PathwaysError
from pathways.model import Offering

LANGUAGES = pytest.mark.parametrize("words", [Words("en"), Words("es")], ids=["en", "es"])
EN = Words("en")


@pytest.fixture(scope="module")
def maya():
    """The practice learner on a fixed day, with her ways."""
    with practice() as (opened, _learner):
        session = replace(opened, clock=lambda: NOW)
        held = profile(session)
        yield session, held, find_ways(session, held)


@pytest.fixture
def small():
    """A newcomer, two courses in a row, and one whose price and length nobody knows."""
    with newcomer() as (session, held):
        a, b, *_ = needs_of(session, held)
        entries = (
            course("first", [a], cost=45, hours=6, weeks=0.2, online=True),
            course("second", [b], hours=30, weeks=6, needs=["first"], online=False),
            course("vague", [a, b], cost=None, hours=None, weeks=None, kind="apprenticeship"),
        )
        yield replace(session, catalog=entries), held


def texts(value) -> list[str]:
    """Every text anywhere in plain data."""
    if isinstance(value, str):
        return [value]
    if is_dataclass(value):
        return [one for field in fields(value) for one in texts(getattr(value, field.name))]
    return [one for part in value for one in texts(part)] if isinstance(value, tuple) else []


@LANGUAGES
def test_the_whole_page_can_be_said(maya, words):
    session, held, ways = maya
    page = plan_view(session, words, ways)
    assert not any("{" in one for one in texts(page))
    assert [one.title for one in page.columns] == [words.text("Cheapest"), words.text("Fastest")]
    assert all(one.price and one.weeks and one.start and one.ready and one.proof for one in page.columns)
    assert page.axis == max(one.weeks_ahead for one in page.columns)
    for group in page.groups:
        for row in (*group.rows, *group.more):
            assert need_detail(session, words, held, ways, row.id).why
    for way in ways.ways:
        for one in way.steps:
            assert not any("{" in text for text in texts(step_detail(session, words, ways, one.id, way)))


def test_spanish_is_not_english(maya):
    session, _held, ways = maya
    english, spanish = (plan_view(session, Words(language), ways) for language in ("en", "es"))
    assert english.headline != spanish.headline
    assert all(one.sentence != other.sentence for one, other in zip(english.map.lanes, spanish.map.lanes, strict=True))


def test_the_gap_list_has_every_need_once_and_the_telling_ones_first(maya):
    _session, _held, ways = maya
    groups = need_groups(EN, ways)
    assert [one.state for one in groups] == ["shown", "partly", "missing", "unknown"]
    assert sum(len(one.rows) for one in groups) == TELLING
    ids = [row.id for one in groups for row in (*one.rows, *one.more)]
    assert sorted(ids) == sorted(one.requirement.concept.id for one in ways.stand.gap)
    assert groups[0].count == f"{len(groups[0].rows)} of {TELLING}"
    assert all(row.reason for row in (*groups[1].rows, *groups[3].rows))
    assert not any(row.reason for row in groups[2].rows)


def test_a_need_says_what_shows_it_and_which_steps_teach_it(maya):
    session, held, ways = maya
    shown = next(one for one in ways.telling if one.state == "shown")
    detail = need_detail(session, EN, held, ways, shown.requirement.concept.id)
    assert detail.shown_by
    assert [one.evidence for one in detail.shown_by] == sorted((one.evidence for one in detail.shown_by), reverse=True)
    (source,) = titles_of(session.pack, shown.requirement.source)
    assert detail.rests_on == (f"What the job needs is from {source}. How you stand is from your records and answers.")
    step = ways.cheapest.plan.steps[0]
    taught = need_detail(session, EN, held, ways, step.covers[0])
    assert step.step.id in {one.id for one in taught.taught_by}
    assert not any(one.planned for one in taught.taught_by)
    assert taught.rests_on.startswith("What the job needs is from ")
    with pytest.raises(PathwaysError, match="concept_unknown"):
        need_detail(session, EN, held, ways, "no such thing")


def test_what_nobody_rated_is_unknown_and_never_to_learn(small):
    session, held = small
    ways = find_ways(session, held)
    needs = replace(ways.stand.needs, unrated=("knowledge",))
    unrated = replace(ways, stand=replace(ways.stand, needs=needs))
    (row,) = need_groups(EN, unrated)[3].more
    assert (row.id, row.state) == (f"{UNRATED}knowledge", "unknown")
    assert need_detail(session, EN, held, unrated, row.id).why == "Nobody has rated this for this job yet."


def test_picture_and_list_are_one(maya):
    _session, _held, ways = maya
    picture = way_map(EN, ways)
    assert len(picture.lanes) >= 3
    for lane, way in zip(picture.lanes, ways.ways, strict=False):
        assert [one.id for one in lane.nodes] == [one.id for one in way.in_turn]
        assert all(one.sentence and one.below and 0 <= one.column < lane.columns for one in lane.nodes)
        assert all(0 <= one.row < lane.rows for one in lane.nodes)
        assert len({(one.column, one.row) for one in lane.nodes}) == len(lane.nodes)
        ends = {one.id for one in lane.nodes} | {None}
        assert all(edge.source in ends and edge.target in ends for edge in lane.edges)
    by_kind = {one.kind: one for one in picture.lanes}
    assert any(edge.dashed for edge in by_kind["work"].edges)
    assert not any(edge.dashed for edge in by_kind["cheapest"].edges)


def test_a_lane_tells_each_step_in_sentences(small):
    session, held = small
    lane = way_map(EN, find_ways(session, held)).lanes[0]
    assert [one.below for one in lane.nodes] == ["6 hr, $45", "6 wks, free"]
    assert lane.nodes[0].sentence == (
        "Offered by Practice School. It is online. Week 1, 6 hours a week. It costs $45. It comes before this: second."
    )
    assert lane.nodes[1].sentence == (
        "Offered by Practice School. It is in person. Weeks 2 to 7, 5 hours a week. It is free. "
        "It comes after this: first."
    )
    assert lane.sentence == (
        "Price: $45. Time: 7 weeks. Hours: up to 6 hours a week. It teaches 2 of the 24 things to learn."
    )


def test_what_is_unknown_comes_on_top_and_is_never_free(small):
    session, held = small
    ways = find_ways(session, held)
    lane = next(one for one in way_map(EN, ways).lanes if one.kind == "work")
    assert (lane.note, lane.nodes[0].below, lane.nodes[0].dashed) == (
        "needs a job offer first",
        "time and price not known",
        True,
    )
    assert lane.sentence.startswith("Price: price not known. Time: time not known.")
    detail = step_detail(session, EN, ways, "vague")
    assert {row.code: row.value for row in detail.rows} == {
        "from": "Practice School",
        "place": "Nobody says if it is online",
        "price": "Price not known",
        "hours": "Not known",
        "weeks": "Not known",
    }
    assert detail.want_note == "No plan takes it up by itself, as its price is not known."


def test_a_step_in_full(small):
    session, held = small
    ways = find_ways(session, held)
    detail = step_detail(session, EN, ways, "second")
    assert {row.code: row.value for row in detail.rows} == {
        "from": "Practice School",
        "place": "In person",
        "price": "Free",
        "hours": "30 hours or more",
        "weeks": "6 weeks or more",
        "when": "Weeks 2 to 7, 5 hours a week",
    }
    assert (detail.first, detail.then, detail.covers) == (("first",), (), (detail.covers[0],))
    assert step_detail(session, EN, ways, "first").then == ("second",)
    assert {row.value for row in step_detail(session, EN, ways, "first").rows} >= {"$45, seen in 2026"}
    set_limits(session, Limits(hours_a_week=3))
    slow = find_ways(session, held)
    assert step_detail(session, EN, slow, "second").notes == (
        "With your hours it takes longer than they say. Ask if you may go at your own pace.",
    )
    with pytest.raises(PathwaysError, match="step_unknown"):
        step_detail(session, EN, ways, "no such step")


def test_a_finished_step_shows_nothing_and_says_what_does(small):
    session, held = small
    ways = find_ways(session, held)
    choose_plan(session, GOAL, "cheapest", ways.cheapest.plan, ways.cheapest.schedule, ways.cheapest.start)
    mark_step(session, GOAL, "first", "done")
    again = find_ways(session, held)
    (row,) = [row for row in need_groups(EN, again)[2].rows if row.note]
    assert row.note == "You finished first. Add the record that you got for it."
    assert row.state == "missing"
    detail = step_detail(session, EN, again, "first")
    assert (detail.state, detail.state_words) == ("done", "Done")
    assert detail.notes == ("A finished course shows no skill by itself. Add the record you got for it.",)
    assert [one.state for one in way_map(EN, again).lanes[0].nodes] == ["done", "planned"]


def test_the_page_follows_the_plan_kept(small):
    session, held = small
    ways = find_ways(session, held)
    choose_plan(session, GOAL, "cheapest", ways.cheapest.plan, ways.cheapest.schedule, ways.cheapest.start)
    page = plan_view(session, EN, find_ways(session, held))
    assert (page.now, page.late) == ("Your plan begins on Nov 23, 2026.", "")
    assert page.same
    assert [one.chosen for one in page.columns] == [True, False]
    soon = later(session, 12)
    page = plan_view(soon, EN, find_ways(soon, held))
    assert (page.now, page.late) == ("Week 2 of 7", "These should be over by now: first. Are they?")
    mark_step(session, GOAL, "first", "dropped")
    page = plan_view(session, EN, find_ways(session, held))
    assert page.columns[0].title == "Your plan"
    assert page.changes == ("No longer needed: second.", "Time: 0 weeks in place of 7.")


def test_bars_side_by_side_have_tracks_of_their_own(maya):
    session, _held, ways = maya
    for column in plan_view(session, EN, ways).columns:
        assert all(one.track < column.tracks for one in column.bars)
        for one in column.bars:
            same = [other for other in column.bars if other.track == one.track and other is not one]
            assert all(other.start >= one.start + one.weeks or one.start >= other.start + other.weeks for other in same)


def test_a_step_of_unknown_length_takes_no_room_beside_the_others(small):
    session, held = small
    a, b, *_ = needs_of(session, held)
    entries = (course("exam", [a], cost=5, hours=None, weeks=None), course("class", [b], cost=9, hours=30, weeks=6))
    page = plan_view(replace(session, catalog=entries), EN, find_ways(replace(session, catalog=entries), held))
    (least,) = [one for one in page.columns if one.kind == "cheapest"]
    assert {one.name: (one.weeks, one.track) for one in least.bars} == {"exam": (None, 0), "class": (6, 0)}
    assert least.tracks == 1


def test_a_priced_step_of_unknown_length_is_left_out_of_the_fastest_plan_alone(small):
    session, held = small
    a, *_ = needs_of(session, held)
    offered = replace(session, catalog=(course("exam", [a], cost=5, hours=None, weeks=None),))
    detail = step_detail(offered, EN, find_ways(offered, held), "exam")
    assert detail.want_note == ("The fastest plan does not take it up by itself, as nobody says how long it takes.")


def test_what_a_list_tells_of_a_course_is_told_and_an_old_price_is_marked(small):
    session, held = small
    a, *_ = needs_of(session, held)
    entry = course("class", [a], cost=90, hours=30, weeks=6)
    told = Offering(includes="Tuition, books", credential="Card", as_of=date(2026, 2, 3))
    step = replace(entry.step, cip="51.0801", offering=told)
    offered = replace(session, catalog=(replace(entry, step=step),))
    ways = find_ways(offered, held)
    rows = {row.code: row.value for row in step_detail(offered, EN, ways, "class").rows}
    assert (rows["includes"], rows["credential"], rows["cip"], rows["as_of"]) == (
        "Tuition, books",
        "Card",
        "51.0801",
        "Feb 3, 2026",
    )
    old = "This is more than a year old. Ask the provider before you plan with it."
    assert old not in plan_view(offered, EN, ways).map.lanes[0].nodes[0].sentence
    aged = replace(entry, step=replace(entry.step, cost=replace(entry.step.cost, year=2024)))
    offered = replace(session, catalog=(aged,))
    ways = find_ways(offered, held)
    assert old in step_detail(offered, EN, ways, "class").notes
    assert plan_view(offered, EN, ways).map.lanes[0].nodes[0].sentence.endswith(old)


def test_without_courses_the_page_says_so_and_proves_nothing(small):
    session, held = small
    bare = replace(session, catalog=())
    page = plan_view(bare, EN, find_ways(bare, held))
    assert [one.empty for one in page.columns] == ["There is no step to plan with the courses on this list."] * 2
    assert not any(one.price or one.ready or one.proof or one.proven for one in page.columns)
    assert not any(one.kind in ("cheapest", "fastest") for one in page.map.lanes)


def test_unproven_is_never_called_proven():
    assert proof_words(EN, "time", 8, 14, proven=False) == (
        "Maybe not the fastest yet. But no mix takes less than 8 weeks."
    )
    assert proof_words(EN, "cost", 90.5, 14, proven=False) == (
        "Maybe not the cheapest yet. But no mix costs less than $90.50."
    )
    assert proof_title(EN, proven=False) == "Not proven."


def test_hostile_names_stay_the_text_they_are(small):
    session, held = small
    name = "<img src=x onerror=alert(1)>{0}%s"
    hostile = tuple(replace(one, step=replace(one.step, name=name, provider=name)) for one in session.catalog)
    bad = replace(session, catalog=hostile)
    ways = find_ways(bad, held)
    assert way_map(EN, ways).lanes[0].nodes[0].name == name
    assert name in way_map(EN, ways).lanes[0].nodes[0].sentence
    assert step_detail(bad, EN, ways, "first").title == name


@LANGUAGES
@pytest.mark.parametrize("state", ["chosen", "started", "done", "dropped"])
def test_marking_a_step_is_answered_in_a_sentence(words, state):
    said = marked_words(words, state, "Vital signs")
    assert "Vital signs" in said
    assert said.endswith(".")
    assert (words.text(DONE_IS_NOT_SHOWN) in said) == (state == "done")


@LANGUAGES
def test_choosing_a_plan_is_answered_in_a_sentence(words):
    assert len({chosen_words(words, kind) for kind in ("cheapest", "fastest", "work")}) == 3
