"""The Skills page as data: rows with what is behind them, guesses that wait, words that found no place."""

import pytest
from journey_world import add_badges, journey, page_of
from practice_world import LATER
from terminal import RECORDS

from app.journey.records.holding import import_paths
from app.journey.skills.changes import say_meaning, say_yes
from app.journey.skills.levels import LEVELS, step_of
from app.journey.skills.profile import find, say_in_own_words, suggest
from app.vault import store_records

SPANISH = "http://data.europa.eu/esco/skill/0f58a178-1382-4df2-95e8-2b3f90e80e24"
FIRST_AID = "http://data.europa.eu/esco/skill/1d21f6ad-340f-45da-a0a3-4e83867f47a6"


@pytest.fixture
def session(tmp_path):
    with journey(tmp_path) as opened:
        yield opened


@pytest.fixture
def empty(tmp_path):
    with journey(tmp_path, records=False) as opened:
        yield opened


def row_of(page, name):
    return next(row for row in page.rows if row.name == name)


def test_each_skill_is_one_row_with_its_best_evidence_and_all_that_says_it(session):
    page = page_of(session)
    ids = [concept.id for row in page.rows for concept in row.concepts]
    assert len(ids) == len(set(ids))
    assert set(ids) == set(page.held.held)
    terms = row_of(page, "medical terminology")
    assert (terms.group, terms.best.evidence, terms.best.code, terms.best.name) == (
        "care", 4, "known_issuer", "Fall 2025 courses",
    )  # fmt: skip
    assert [one.name for one in terms.backing] == ["Fall 2025 courses", "Front Desk Skills Check"]
    assert (terms.more, terms.sure) == (1, True)
    for row in page.rows:
        held = page.held.held[row.concepts[0].id]
        assert (row.best.evidence, row.best.lapsed) == (held.evidence, held.lapsed)


def test_what_a_record_says_after_its_end_is_told_with_the_day(session):
    aid = row_of(page_of(session), "provide first aid").best
    assert (aid.evidence, aid.code, aid.lapsed) == (4, "signed_expired", True)
    assert f"{aid.when:%Y-%m-%d}" == "2026-01-31"


def test_evidence_in_force_comes_before_stronger_evidence_out_of_date(session):
    own = say_in_own_words(session, "First aid at the pool")
    say_meaning(session, row_of(page_of(session), "First aid at the pool"), FIRST_AID)
    aid = row_of(page_of(session), "provide first aid")
    assert [one.code for one in aid.backing] == ["own_word", "signed_expired"]
    assert (aid.group, aid.own, aid.backing[0].claim) == ("care", (1,), own)


def test_two_lists_that_one_claim_names_are_one_row(session):
    page = page_of(session)
    asked = next(one for one in page.also if one.said == "Order supplies")
    say_yes(session, asked)
    row = row_of(page_of(session), "order supplies")
    assert [concept.kind for concept in row.concepts] == ["esco_skill", "activity"]
    assert not row.sure


def test_guesses_ask_about_skills_before_jobs_and_say_why(session):
    page = page_of(session)
    by_words = {one.said: one for one in page.questions}
    assert set(by_words) == {
        "Giving medication",
        "Balance the till",
        "Training new employees",
        "Resolve customer complaints",
        "Planogram reset",
        "Endcap build",
    }
    till = by_words["Balance the till"]
    assert (till.best.concept.name, till.is_job) == ("carry out end of day accounts", False)
    assert "operate cash register" in {one.concept.name for one in till.others}
    assert (till.why.code, till.why.values["words"], till.source.name) == (
        "people_say",
        ("balance the till",),
        "Shift Supervisor, 4 years",
    )
    asked = by_words["Training new employees"].why
    assert (asked.code, dict(asked.values)) == ("same_words", {"words": ("employees",)})
    assert (page.open, page.agreed) == (6, len(page.rows))


def test_a_guess_about_words_that_have_a_meaning_waits_apart(session):
    page = page_of(session)
    assert "Order supplies" in {one.said for one in page.also}
    assert not {one.said for one in page.also} & {one.said for one in page.questions}
    wanted = page.questions[0].others[0].concept.id
    assert page.about(wanted)[0] is page.questions[0]


def test_words_in_no_list_are_told_and_not_lost(session):
    left = {one.said: one for one in page_of(session).unplaced}
    assert {"Opening huddle", "Memory box afternoons"} <= set(left)
    assert {one.code for one in left.values()} == {"in_no_list"}
    assert left["Opening huddle"].source.name == "Team Coach"


def test_every_claim_stands_somewhere(session):
    say_in_own_words(session, "Stay calm")
    page = page_of(session)
    shown = {claim for row in page.rows for claim in row.claims}
    shown |= {claim for one in (*page.questions, *page.also, *page.unplaced) for claim in one.claims}
    assert {skill.claim.id for skill in page.held.skills} == shown


def test_own_words_are_a_row_of_their_own_until_a_record_says_the_same(session):
    say_in_own_words(session, "Help someone eat\nand dress", "A letter of thanks")
    (own,) = (group for group in page_of(session).groups if group.code == "own")
    (row,) = own.rows
    assert (row.name, row.concepts, row.best.code, row.best.sample) == (
        "Help someone eat and dress", (), "own_word_with_sample", "A letter of thanks",
    )  # fmt: skip
    assert row.best.added is not None
    assert row.own == (1,)


def test_groups_come_in_one_order_with_the_strongest_rows_first(session):
    say_in_own_words(session, "Stay calm")
    page = page_of(session)
    codes = [group.code for group in page.groups]
    assert codes == ["people", "care", "office", "lead", "computers", "hands", "safety", "own"]
    for group in page.groups:
        marks = [(row.best.lapsed, -(row.best.evidence or 0)) for row in group.rows]
        assert marks == sorted(marks)


def test_a_record_that_shows_nothing_keeps_its_rows_and_counts_for_none(tmp_path, empty):
    broken = (RECORDS / "front-desk-skills-check.json").read_bytes().replace(b"Front Desk", b"Back Door")
    (tmp_path / "broken.json").write_bytes(broken)
    import_paths(empty, [tmp_path / "broken.json"])
    page = page_of(empty)
    assert {row.best.code for row in page.rows} == {"broken_signature"}
    assert {row.best.evidence for row in page.rows} == {None}
    assert (page.agreed, page.open) == (0, 0)


def test_the_same_words_in_many_records_are_asked_once(tmp_path, empty):
    badges = [{"name": f"Shift {number}", "tag": ["Training new employees"]} for number in range(3)]
    add_badges(empty, tmp_path, *badges, {"name": "Other", "tag": ["training NEW employees", "Zzgh"]})
    page = page_of(empty)
    (asked,) = (one for one in page.questions if one.said.casefold() == "training new employees")
    assert (len(asked.claims), asked.more) == (4, 3)
    assert [one.said for one in page.unplaced if "Zz" in one.said] == ["Zzgh"]


def test_evidence_of_a_record_that_nobody_signed_or_not_for_sure_by_its_issuer(tmp_path, session):
    add_badges(session, tmp_path, {"name": "Drill", "alignment": [{"targetName": "Spanish", "targetUrl": SPANISH}]})
    assert row_of(page_of(session), "interact verbally in Spanish").best.code == "unsigned"
    behind = [one.source for one in page_of(session).unplaced if one.said == "Opening huddle"]
    assert [(one.evidence, one.code) for one in behind] == [(2, "signer_unclear")]
    behind = [one.source for one in page_of(session).unplaced if one.said == "Memory box afternoons"]
    assert [(one.evidence, one.code) for one in behind] == [(2, "someones_word")]


def test_records_that_end_are_told_on_the_day_asked(tmp_path):
    with journey(tmp_path, now=LATER) as session:
        row = row_of(page_of(session), "Active Listening")
        assert row.best.code == "signed"  # in force to 2035-11; what websites said by then is too old to count
        assert row_of(page_of(session), "provide first aid").best.code == "signed_expired"


def test_a_removed_record_takes_its_rows_along_and_brings_them_back(session):
    before = {row.key for row in page_of(session).rows}
    key = row_of(page_of(session), "provide first aid").best.record
    store_records.remove_record(session.vault, key)
    assert FIRST_AID not in {row.key for row in page_of(session).rows}
    store_records.restore_record(session.vault, key)
    assert {row.key for row in page_of(session).rows} == before


def test_looking_a_skill_up_tells_what_is_there_already(session):
    held = page_of(session).held
    found = {one.match.concept.id: one.held for one in find(session, "spreadsheets", held)}
    assert found["http://data.europa.eu/esco/skill/1973c966-f236-40c9-b2d4-5d71a89019be"]
    assert not all(found.values())
    assert [one.match.concept.kind for one in suggest(session, "I speak Spanish", held)][:1] == ["esco_skill"]
    assert suggest(session, "", held) == ()


def test_steps_of_level_stand_on_the_scale_in_order():
    assert [step_of(at) for at in LEVELS.values()] == list(LEVELS)
    assert [step_of(level) for level in (None, 0.0, 1.9, 3.5, 7.0)] == [
        None,
        "a_little",
        "a_little",
        "some",
        "can_teach",
    ]
