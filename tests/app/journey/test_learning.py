"""Lists of learning in a real vault: added, kept with their columns, used in plans, taken out, and put back."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from learning_lists import CALIFORNIA, CALIFORNIA_HEAD, course_json, page, plain, table, texan, texas
from plan_world import later, needs_of, newcomer
from practice_world import NOW
from terminal import GOAL

from app.errors import PersonError
from app.journey.learning.handed import list_as_csv, list_as_json
from app.journey.learning.in_use import brought_steps
from app.journey.learning.lists import add_list, look, remove_list, undo
from app.journey.learning.steps import add_step, change_step, remove_step, typed_fields, undo_step
from app.journey.learning.told import is_old, lists
from app.journey.learning.typed import typed_steps
from app.journey.learning.words import summary_lines
from app.journey.memory import Memory
from app.journey.plan.ground import plan, standpoint, steps_for
from app.vault import store_learning
from app.vault.vault import Vault
from app.wording import Words
from app.wording.learning import TROUBLES, trouble_words
from pathways.errors import PathwaysError
from pathways.frameworks.learning.model import Trouble
from pathways.plans.programs import programs


@pytest.fixture(scope="module")
def open_world():
    with newcomer() as world:
        yield world


@pytest.fixture
def world(open_world):
    session, held = open_world
    yield session, held
    for one in lists(session):
        remove_list(session, one.list_id)
    for fields, step in typed_steps(session):
        assert fields
        remove_step(session, step.id)


def cheapest(session, held):
    return plan(session, standpoint(session, held, GOAL))


def test_a_plan_takes_the_cheapest_step_of_a_list_and_no_more_once_it_is_gone(world):
    session, held = world
    before = cheapest(session, held)
    assert not [one for one in before.steps if one.step.id.startswith("list:")]
    summary = add_list(session, texas(), "texas 2026-11.csv")
    kept = summary.kept
    assert (kept.list_id, kept.steps, kept.left_out, summary.priced, summary.new) == ("texas", 2, 0, 2, 2)
    found = cheapest(session, held)
    assert [(one.step.id, one.step.provider) for one in found.steps] == [("list:texas:1001", "Austin College")]
    assert found.cost == 1450
    add_list(session, table(CALIFORNIA_HEAD, (*CALIFORNIA[:4], "100", "20", *CALIFORNIA[6:])), "california.csv")
    assert cheapest(session, held).cost == 120
    remove_list(session, "california")
    assert cheapest(session, held).cost == 1450
    remove_list(session, "texas")
    assert cheapest(session, held).cost == before.cost
    assert brought_steps(session) == ()


def test_a_program_teaches_what_cip_soc_ties_to_it(world):
    session, _ = world
    add_list(session, texas(), "texas.csv")
    (step,) = (one for one in brought_steps(session) if one.cip == "51.0801")
    (tied,) = (one for one in programs(session.pack, GOAL) if one.cip == "51.0801")
    assert (step.teaches, step.known_by) == (tied.teaches, "cip_soc")
    assert step.offering.source == "texas"
    assert step in steps_for(session, GOAL)


def test_stated_skills_go_before_codes_and_names_come_last(world):
    session, held = world
    need = needs_of(session, held)[0]
    rows = plain(
        {"name": "A", "provider": "S", "skills": f"{need}; Microsoft Excel; Nothing of that kind", "cip": "51.0801"},
        {"name": "Medical Assistant", "provider": "S", "skills": "", "cip": ""},
        {"name": "Personal Growth Mastery", "provider": "S", "skills": "", "cip": ""},
        {"name": "B", "provider": "S", "skills": "https://www.onetonline.org/link/summary/2.A.1.a", "cip": ""},
    )
    summary = add_list(session, rows, "x.csv")
    stated, named, unknown, _ = brought_steps(session)
    assert (stated.known_by, stated.teaches[0]) == ("stated", need)
    assert any("Excel" in one for one in stated.teaches)
    assert "Nothing of that kind" in summary.unknown_skills
    assert named.known_by == "name"
    assert need in named.teaches
    assert unknown.teaches == ()
    assert summary.taught["name"] == 1


def test_a_newer_list_takes_the_place_of_the_older_and_undo_brings_it_back(world):
    session, _ = world
    add_list(session, texas(), "Texas 2025.csv", as_of=date(2025, 10, 1))
    newer = texas(texan(Total_Cost="999"), texan(TWIST_Program_ID="1003", Program_Name="Welding"))
    summary = add_list(session, newer, "Texas 2026.csv", as_of=date(2026, 10, 1))
    assert (summary.replaced, summary.new, summary.gone, len(lists(session))) == ("Texas 2025", 1, 1, 1)
    assert {one.id: one.cost.value for one in brought_steps(session)}["list:texas:1001"] == 999
    undo(session, summary.undo)
    assert [one.name for one in lists(session)] == ["Texas 2025"]
    assert {one.id: one.cost.value for one in brought_steps(session)}["list:texas:1001"] == 1450


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Eligible Training Provider List of the State of Texas 2026",
            "Eligible Training Provider List of the State of Ohio",
        ),
        ("A list of courses that a school brought in X", "A list of courses that a school brought in Y"),
        ("学校A", "学生A"),
    ],
    ids=["long", "cut between words", "other letters"],
)
def test_lists_of_other_names_stand_side_by_side(world, one, other):
    session, _ = world
    add_list(session, texas(), "a.csv", name=one)
    assert add_list(session, texas(), "a.csv", name=other).replaced is None
    assert add_list(session, texas(), "a.csv", name=f"{one} 2027").replaced == one
    assert len(lists(session)) == 2


def test_a_list_kept_under_a_shorter_id_still_makes_way(world):
    session, _ = world
    name = "Eligible Training Provider List of the State of Texas"
    add_list(session, texas(), "a.csv", name="x")
    row = store_learning.stored_list(session.vault, "x")
    remove_list(session, "x")
    earlier = "eligible-training-provider-list-of-the-s"
    store_learning.put_list(session.vault, earlier, replace(row, list_id=earlier, name=name))
    assert add_list(session, texas(), "a.csv", name=f"{name} 2027").kept.list_id == earlier
    assert add_list(session, texas(), "a.csv", name=name.replace("Texas", "Ohio")).replaced is None


def test_removed_and_put_back(world):
    session, _ = world
    add_list(session, texas(), "texas.csv")
    steps = brought_steps(session)
    before = remove_list(session, "texas")
    assert (lists(session), brought_steps(session)) == ((), ())
    undo(session, before)
    assert brought_steps(session) == steps
    with pytest.raises(PersonError, match="learning_no_list"):
        remove_list(session, "nothing")


def test_columns_that_a_person_corrected_are_kept_for_the_same_headings(world):
    session, _ = world
    head = ("Thing", "Who", "Price for all")
    with pytest.raises(PathwaysError, match="learning_columns"):
        add_list(session, table(head, ("Welding", "School", "5")), "a.csv")
    assert lists(session) == ()
    looked = look(session, table(head, ("Welding", "School", "5")), "a.csv")
    assert (looked.mapping_kept, looked.lacking) == (False, ("name", "provider"))
    assert [one.cells for one in looked.proposals.columns] == [("Welding",), ("School",), ("5",)]
    mapping = {"name": "Thing", "provider": "Who", "cost": "Price for all"}
    add_list(session, table(head, ("Welding", "School", "5")), "a.csv", mapping=mapping)
    again = look(session, table(head, ("Nursing", "School", "7")), "b.csv")
    assert (again.mapping_kept, dict(again.mapping), again.lacking) == (True, mapping, ())
    assert add_list(session, table(head, ("Nursing", "School", "7")), "b.csv").priced == 1


def test_a_column_given_to_another_field_or_to_none(world):
    session, _ = world
    content = table(CALIFORNIA_HEAD, CALIFORNIA)
    summary = add_list(session, content, "c.csv", mapping={"cost": "", "schedule": "Location"})
    assert summary.priced == 0
    assert [one.offering.schedule for one in brought_steps(session)] == ["Fresno, CA 93701"]
    assert "city" not in summary.kept.columns


def test_damage_is_counted_named_and_said(world):
    session, _ = world
    other = texan(TWIST_Program_ID="7", Program_Length="6-8 weeks")
    rows = texas(texan(Total_Cost="-20"), other, texan(Program_Name=""))
    summary = add_list(session, rows + b"short\r\n", "t.csv")
    assert dict(summary.counted) == {"price_negative": 1, "length_range": 1, "name_missing": 1, "row_short": 1}
    assert (summary.kept.rows, summary.kept.steps, summary.kept.left_out, summary.kept.unclear) == (4, 2, 2, 2)
    said = [trouble_words(Words("en"), one) for one in summary.kept.troubles]
    assert said[0] == "Row 3: “-20” (cost) is below zero."
    told = list(summary_lines(Words("en"), summary))
    assert "2 rows were left out. Nothing was guessed." in told


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_trouble_has_a_sentence(language):
    for code in TROUBLES:
        said = trouble_words(Words(language), Trouble(3, "cost", code, "x"))
        assert "3" in said
        assert "{" not in said


def test_old_data_is_marked(world):
    session, _ = world
    summary = add_list(session, texas(), "t.csv", as_of=date(2024, 1, 1))
    step = brought_steps(session)[0]
    assert (summary.kept.old, is_old(step, session.clock().date())) == (True, True)
    assert not is_old(step, date(2024, 12, 31))
    assert any("more than a year old" in line for line in summary_lines(Words("en"), summary))
    undated = add_list(session, texas(), "t.csv")
    assert (undated.kept.as_of, undated.kept.old) == (None, False)
    with pytest.raises(PersonError, match="learning_day_ahead"):
        add_list(session, texas(), "t.csv", as_of=date(2099, 1, 1))


def test_a_typed_step_is_as_old_as_its_words_and_a_list_as_the_day_it_came(world):
    session, _ = world
    add_step(session, {"name": "Evening class", "cost": "15"})
    add_list(session, texas(), "t.csv")
    today = session.clock().date()
    ((_fields, step),) = typed_steps(session)
    assert (step.offering.as_of, is_old(step, today)) == (today, False)
    assert is_old(step, today + timedelta(days=400))
    assert [one.old for one in (*lists(session), *lists(later(session, 400)))] == [False, True]


def test_what_is_refused_changes_nothing(world):
    session, _ = world
    add_list(session, texas(), "t.csv")
    before = brought_steps(session)
    for content in (b"", b"\x00\x01" * 50, b"{", b"a,b\n1,2\n"):
        with pytest.raises(PathwaysError):
            add_list(session, content, "t.csv")
    assert brought_steps(session) == before


def test_stopping_while_it_looks_changes_nothing(world):
    session, _ = world

    def stop(_share):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        add_list(session, page(course_json()), "page.html", tell=stop)
    assert lists(session) == ()


def test_lists_are_handed_on_with_the_same_ids(world):
    session, _ = world
    add_list(session, texas(), "texas.csv")
    steps = {one.id: (one.cost.value, one.teaches) for one in brought_steps(session)}
    handed, as_table = list_as_json(session, "texas"), list_as_csv(session, "texas")
    remove_list(session, "texas")
    assert add_list(session, handed, "other name.json").kept.list_id == "texas"
    assert {one.id: (one.cost.value, one.teaches) for one in brought_steps(session)} == steps
    remove_list(session, "texas")
    add_list(session, as_table, "texas.csv")
    assert {one.id: (one.cost.value, one.teaches) for one in brought_steps(session)} == steps


def test_lists_are_read_once_while_the_vault_is_open(world, monkeypatch):
    session, _ = world
    add_list(session, texas(), "texas.csv")
    monkeypatch.setattr(type(session.memory.learning), "use", lambda _self, _of: None)
    first = brought_steps(session)
    assert brought_steps(session) is first


def test_typed_steps(world):
    session, held = world
    need = needs_of(session, held)[0]
    kept = add_step(
        session, {"name": "Evening class", "provider": "Center", "cost": "15", "skills": need, "kind": "course"}
    )
    assert (kept.step.teaches, kept.step.cost.value, kept.unknown_skills) == ((need,), 15, ())
    assert kept.step.id in {one.step.id for one in cheapest(session, held).steps}
    changed = change_step(session, kept.step.id, {**typed_fields(session, kept.step.id), "cost": "9000", "weeks": "3"})
    assert (changed.step.id, changed.step.cost.value, changed.step.weeks.value) == (kept.step.id, 9000, 3)
    undo_step(session, changed.undo)
    assert [one.cost.value for one in brought_steps(session)] == [15]
    before = remove_step(session, kept.step.id)
    assert brought_steps(session) == ()
    undo_step(session, before)
    assert [one.id for one in brought_steps(session)] == [kept.step.id]


def test_a_step_put_back_is_as_old_as_it_was(open_world):
    now = [NOW]
    with Vault.temporary(clock=lambda: now[0]) as vault:
        session = replace(open_world[0], vault=vault, memory=Memory(), clock=lambda: now[0])
        kept = add_step(session, {"name": "Evening class", "provider": "Center", "cost": "15"})
        now[0] += timedelta(days=800)
        undo_step(session, remove_step(session, kept.step.id))
        (step,) = brought_steps(session)
        assert (step.offering.as_of, is_old(step, now[0].date())) == (NOW.date(), True)
        changed = change_step(session, kept.step.id, {**typed_fields(session, kept.step.id), "cost": "20"})
        assert brought_steps(session)[0].offering.as_of == now[0].date()
        undo_step(session, changed.undo)
        assert brought_steps(session)[0].offering.as_of == NOW.date()


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"name": ""}, "learning_field_bad"),
        ({"name": "A", "cost": "-1"}, "learning_field_bad"),
        ({"name": "A", "cost": "1.200,00"}, "learning_field_bad"),
        ({"name": "A", "colour": "red"}, "learning_field_unknown"),
        ({"name": "A", "schedule": "x" * 30_000}, "learning_field_bad"),
        ({"name": "A\x1b[2J"}, "learning_field_bad"),
    ],
    ids=["no name", "below zero", "two ways", "no field", "long", "steers"],
)
def test_a_typed_step_that_cannot_be_is_refused(world, fields, code):
    session, _ = world
    with pytest.raises(PersonError, match=code) as error:
        add_step(session, fields)
    assert Words("en").problem(error.value.code, error.value.values)
    assert brought_steps(session) == ()


def test_a_typed_step_cannot_wait_for_itself(world):
    session, _ = world
    first = add_step(session, {"name": "A"}).step.id
    second = add_step(session, {"name": "B", "needs": first}).step.id
    with pytest.raises(PersonError, match="learning_needs_itself"):
        change_step(session, first, {"name": "A", "needs": second})
