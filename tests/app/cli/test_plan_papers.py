"""`plan` writes papers, a calendar and a file to hand on, and takes one in; `plan-notes` fills in what goes on them."""

import io
import json

import pytest
from icalendar import Calendar
from read_papers import Page, pdf_words
from terminal import GOAL, RECORDS, USAGE, cheap_vault, json_lines, pathfolio, sentence

pypdf = pytest.importorskip("pypdf")


@pytest.fixture(scope="module")
def maya(tmp_path_factory):
    folder = cheap_vault(tmp_path_factory.mktemp("maya") / "vault")
    pathfolio("vault", "import", folder, RECORDS)
    pathfolio("goal", "--vault", folder, GOAL)
    return folder


@pytest.fixture(scope="module")
def written(maya, tmp_path_factory):
    """The files of the cheapest plan, and the plan as JSON."""
    folder = tmp_path_factory.mktemp("papers")
    names = {"--html": "p.html", "--pdf": "p.pdf", "--ics": "p.ics", "--save": "p.plan.json"}
    files = [part for option, name in names.items() for part in (option, folder / name)]
    (told,) = json_lines(pathfolio("plan", "--vault", maya, *files, "--json"))
    return folder, told


def test_all_files_are_of_the_plan_that_was_told(written):
    folder, told = written
    steps = [one["name"] for one in told["steps"]]
    html = Page((folder / "p.html").read_bytes()).text()
    pdf = pdf_words(pypdf.PdfReader(io.BytesIO((folder / "p.pdf").read_bytes())))
    for name in steps:
        assert " ".join(name.split()) in html
    for text in (html, pdf):
        assert "Individual Employment Plan" in text
        assert "PRACTICE" not in text
    calendar = Calendar.from_ical((folder / "p.ics").read_bytes())
    assert {str(one["summary"]) for one in calendar.walk("VEVENT")} >= set(steps)
    saved = json.loads((folder / "p.plan.json").read_bytes())
    assert {one["step"]["name"] for one in saved["steps"]} == set(steps)


def test_a_plan_file_is_taken_in_elsewhere_and_handed_on_unchanged(written, tmp_path):
    folder, told = written
    other = cheap_vault(tmp_path / "other")
    again = tmp_path / "again.json"
    done = pathfolio("plan", "--vault", other, "--open", folder / "p.plan.json", "--save", again)
    assert done.returncode == 0, done.stderr
    assert json.loads(again.read_bytes()) == json.loads((folder / "p.plan.json").read_bytes())
    ics = tmp_path / "kept.ics"
    pathfolio("plan", "--vault", other, "--kept", "--ics", ics)
    starts = {str(one["summary"]) for one in Calendar.from_ical(ics.read_bytes()).walk("VEVENT")}
    assert {one["name"] for one in told["steps"]} <= starts


def test_a_file_that_is_no_plan_is_told_and_leaves_the_vault_as_it_was(tmp_path, written):
    other = cheap_vault(tmp_path / "other")
    wrong = tmp_path / "wrong.json"
    wrong.write_bytes(b'{"format": "pathfolio-plan", "version": 1, "version": 1}')
    assert "twice" in sentence(pathfolio("plan", "--vault", other, "--open", wrong))
    assert "--goal" in sentence(pathfolio("plan", "--vault", other))


def test_without_a_plan_chosen_there_is_none_to_write(tmp_path, maya):
    done = pathfolio("plan", "--vault", maya, "--kept", "--ics", tmp_path / "p.ics")
    assert sentence(done) == "You have not chosen a plan for this goal yet."
    assert not (tmp_path / "p.ics").exists()


def test_what_is_filled_in_goes_on_the_paper_and_is_told(tmp_path, written):
    folder, told = written
    other = cheap_vault(tmp_path / "other")
    pathfolio("plan", "--vault", other, "--open", folder / "p.plan.json")
    step = told["steps"][0]["id"]
    filled_in = (
        "--counselor", "Pat Lee", "--review-date", "2027-02-01", "--support", "child_care", "--own-support", "A ride",
        "--learner-does", "Come to class", "--paid-by", f"{step}=WIOA = voucher",
        "--done-by", f"{step}=Learner signs up",
    )  # fmt: skip
    shown = pathfolio("plan-notes", "--vault", other, *filled_in).stdout
    for said in ("Counselor: Pat Lee", "Review date: Feb 1, 2027", "Child care and A ride", "WIOA = voucher"):
        assert said in shown
    assert "The counselor will: not filled in yet" in shown
    (kept,) = json_lines(pathfolio("plan-notes", "--vault", other, "--counselor", "", "--json"))
    assert kept == {
        "goal": GOAL, "counselor": "", "review_on": "2027-02-01", "supports": ["child_care"],
        "own_supports": ["A ride"], "learner_does": "Come to class", "counselor_does": "", "provider_does": "",
        "notes": "", "steps": [{"step": step, "paid_by": "WIOA = voucher", "done_by": "Learner signs up"}],
    }  # fmt: skip
    page = tmp_path / "p.html"
    pathfolio("--language", "es", "plan", "--vault", other, "--kept", "--html", page)
    text = Page(page.read_bytes()).text()
    for said in ("Plan Individual de Empleo", "Cuidado de niños", "WIOA = voucher", "Come to class", "1 feb 2027"):
        assert said in text


def test_notes_that_cannot_be_kept_are_told(maya):
    assert "is named nowhere" in sentence(pathfolio("plan-notes", "--vault", maya, "--paid-by", "nowhere=WIOA"))
    assert "STEP=TEXT" in sentence(pathfolio("plan-notes", "--vault", maya, "--paid-by", "WIOA"))
    assert "300" in sentence(pathfolio("plan-notes", "--vault", maya, "--counselor", "x" * 301))
    assert pathfolio("plan-notes", "--vault", maya, "--review-date", "soon").returncode == USAGE
    assert pathfolio("plan-notes", "--vault", maya, "--support", "yacht").returncode == USAGE
