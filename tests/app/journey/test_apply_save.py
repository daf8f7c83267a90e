"""Signing and saving: whole papers or a plain fault, nothing replaced unasked, nothing kept of what was stopped."""

import sys

import pytest
from applying_world import DATES, TERMS, WANTED, holding, key_of, ready_for, showing

from app.applying.opportunity import Asked, Opportunity
from app.errors import PersonError
from app.journey.apply.draft import Draft, draft, keep_draft
from app.journey.apply.preparing import elsewhere
from app.journey.apply.save import (
    HTML_FILE,
    JSON_FILE,
    PAPERS,
    PDF_FILE,
    STEPS,
    free_folder,
    in_the_way,
    make_papers,
    save_papers,
    sign_and_save,
)
from app.records.model import Source
from app.records.reading import read_presentation
from app.vault import store_applications
from app.wording import Words

EN = Words()


@pytest.fixture
def session(tmp_path):
    with holding(tmp_path / "world", showing("Terms", TERMS, subject=None, extra_subject=DATES)) as journey:
        yield journey


def ledger(session):
    return store_applications.presentations(session.vault)


def saved(session, folder, **more):
    return sign_and_save(session, EN, ready_for(session), folder, name="Ana Diaz", told=frozenset(), **more)


def test_all_papers_are_saved_and_each_step_is_heard(session, tmp_path):
    heard = []
    found = saved(session, tmp_path / "new" / "folder", tell=heard.append)
    assert tuple(heard) == STEPS
    assert found.files == tuple(tmp_path / "new" / "folder" / name for name in PAPERS)
    assert found.faults == ()
    made = found.papers.presentation
    assert (tmp_path / "new" / "folder" / JSON_FILE).read_bytes() == made.content
    (record,) = read_presentation(made.content, Source(JSON_FILE)).records
    assert record.name == "Terms"
    (kept,) = ledger(session)
    assert (kept.presentation, kept.record_keys) == (made.content, (key_of(ready_for(session), "Terms"),))


def test_nothing_is_replaced_unasked(session, tmp_path):
    (tmp_path / HTML_FILE).write_text("mine")
    assert in_the_way(tmp_path) == (HTML_FILE,)
    with pytest.raises(PersonError, match="papers_there") as caught:
        saved(session, tmp_path)
    assert caught.value.values == {"place": str(tmp_path), "names": (HTML_FILE,)}
    assert "presentation.html" in EN.problem(caught.value.code, caught.value.values)
    assert (ledger(session), (tmp_path / HTML_FILE).read_text()) == ((), "mine")
    assert not (tmp_path / JSON_FILE).exists()
    saved(session, tmp_path, replace=True)
    assert (tmp_path / HTML_FILE).read_text(encoding="utf-8").startswith("<!")
    with pytest.raises(PersonError, match="papers_there"):
        saved(session, tmp_path)
    assert len(ledger(session)) == 1


@pytest.mark.parametrize("step", STEPS)
def test_what_is_stopped_at_any_step_leaves_nothing(session, tmp_path, step):
    class StoppedError(Exception):
        pass

    def stop(heard):
        if heard == step:
            raise StoppedError

    (tmp_path / "mine").mkdir()
    with pytest.raises(StoppedError):
        saved(session, tmp_path / "mine" / "new" / "folder", tell=stop)
    assert ledger(session) == ()
    assert list((tmp_path / "mine").iterdir()) == []


def test_without_typst_the_other_papers_are_there_and_the_reason_is_told(session, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    found = saved(session, tmp_path)
    assert [path.name for path in found.files] == [JSON_FILE, HTML_FILE]
    (fault,) = found.faults
    assert (fault.paper, fault.code) == (PDF_FILE, "pdf_not_available")
    assert EN.problem(fault.code, fault.values) == "No PDF can be made on this computer. The web page says the same."
    assert len(ledger(session)) == 1


def test_a_paper_that_cannot_be_written_keeps_no_other_and_can_be_saved_elsewhere(session, tmp_path):
    papers = make_papers(session, EN, ready_for(session), name="", told=frozenset())
    (tmp_path / HTML_FILE).mkdir()
    found = save_papers(papers, tmp_path, replace=True)
    assert [path.name for path in found.files] == [JSON_FILE, PDF_FILE]
    (fault,) = found.faults
    assert (fault.paper, fault.code) == (HTML_FILE, "file_is_a_folder")
    (tmp_path / "other").mkdir()
    again = save_papers(papers, tmp_path / "other")
    assert (len(again.files), again.faults) == (3, ())
    twice = save_papers(papers, tmp_path / "other")
    assert (twice.files, [one.code for one in twice.faults]) == ((), ["papers_there"] * 3)
    assert (tmp_path / "other" / JSON_FILE).read_bytes() == (tmp_path / JSON_FILE).read_bytes()
    assert len(ledger(session)) == 1


def test_a_place_that_takes_no_file_is_told_before_anything_is_signed(session, tmp_path):
    (tmp_path / "file").write_text("mine")
    with pytest.raises(PersonError, match="folder_is_a_file"):
        saved(session, tmp_path / "file")
    assert ledger(session) == ()


def test_a_record_that_names_another_key_goes_only_once_told(tmp_path):
    with holding(tmp_path, showing("Terms", TERMS)) as session:
        ready = ready_for(session)
        with pytest.raises(PersonError, match="subject_key_differs"):
            sign_and_save(session, EN, ready, tmp_path / "o", name="", told=frozenset())
        assert ledger(session) == ()
        told = frozenset(elsewhere(session, ready))
        assert told == {key_of(ready, "Terms")}
        assert sign_and_save(session, EN, ready, tmp_path / "o", name="", told=told).faults == ()


def test_nothing_to_send_is_told_and_the_draft_stays(tmp_path):
    with holding(tmp_path) as session:
        keep_draft(session, Draft(WANTED))
        with pytest.raises(PersonError, match="nothing_to_send"):
            saved(session, tmp_path / "o")
        assert draft(session) == Draft(WANTED)
        assert ledger(session) == ()


@pytest.mark.parametrize(
    ("organisation", "title", "name"),
    [
        ("Lakeside Clinic", "Trainee", "Lakeside Clinic - Trainee"),
        ('A/B\\C:*?"<>|', "..", "A B C"),
        ("../../etc", "passwd", "etc - passwd"),
        ("x" * 300, "y", "x" * 120),
        ("\U0001f600" * 200, "y", "\U0001f600" * 30),
        ("?", "?", "Pathfolio"),
        ("Clínica Ñandú", "日本", "Clínica Ñandú - 日本"),
    ],
)
def test_a_folder_is_proposed_that_is_free_and_can_be_made(tmp_path, organisation, title, name):
    wanted = Opportunity(title, organisation, (Asked("a"),))
    first = free_folder(tmp_path, wanted)
    assert (first.parent, first.name) == (tmp_path, name)
    first.mkdir()
    assert free_folder(tmp_path, wanted).name == f"{name} 2"


def test_a_place_where_nobody_may_look_is_told_when_it_is_written(tmp_path):
    far = tmp_path / ("x" * 300)
    assert in_the_way(far) == ()
    assert free_folder(far, WANTED).parent == far


def test_names_that_windows_keeps_for_itself_are_not_proposed(tmp_path):
    wanted = Opportunity(".", "CON", (Asked("a"),))
    assert free_folder(tmp_path, wanted).name == "_CON"
