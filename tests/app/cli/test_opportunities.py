"""`opportunity` and `present`: postings in the terminal, in every form they come in."""

import json

import pytest
from terminal import RECORDS, cheap_vault, json_lines, pathfolio, sentence

POSTING = """Forklift Driver

Requirements
- Forklift certification
- Must pass a drug test
Preferred
- Booking appointments for patients
"""


@pytest.fixture
def posting(tmp_path):
    path = tmp_path / "posting.txt"
    path.write_text(POSTING, "utf-8")
    return path


def test_what_is_asked_is_shown_with_its_sentence(posting):
    done = pathfolio("opportunity", posting)
    assert (done.returncode, done.stderr) == (0, "")
    asked, rest = done.stdout.split("They ask for")[1].split("Nice to have")
    assert "Forklift certification (certificate or degree)" in asked
    assert "Booking appointments for patients (skill)" in rest
    assert "“Must pass a drug test”" in rest.split("Conditions")[1]
    assert "(reply_by)" in rest


def test_what_was_left_out_is_told(tmp_path):
    path = tmp_path / "posting.txt"
    path.write_text("Aide\n\nRequirements\n- CPR certification (we will provide training)\n- $18 per hour\n", "utf-8")
    done = pathfolio("opportunity", path)
    assert "CPR certification (certificate or degree)" in done.stdout
    left_out = done.stdout.split("Left out, since it seems to ask for nothing")[1]
    assert "  we will provide training\n  $18 per hour\n" in left_out
    (found,) = json_lines(pathfolio("opportunity", path, "--json"))
    assert found["left_out"] == ["we will provide training", "$18 per hour"]


def test_what_is_piped_in_is_read_and_told_in_spanish(posting):
    done = pathfolio("--language", "es", "opportunity", "-", "--kind", "claim", input=POSTING)
    assert done.returncode == 0
    assert "Solicitud de desempleo. Leído de un texto." in done.stdout
    assert "(last_day)" in done.stdout


def test_programs_read_one_object(posting):
    (found,) = json_lines(pathfolio("opportunity", posting, "--kind", "course", "--json"))
    assert (found["shape"], found["kind"], found["title"], found["organisation"]) == (
        "text", "course", "Forklift Driver", None,
    )  # fmt: skip
    assert [(one["text"], one["kind"], one["essential"]) for one in found["found"]] == [
        ("Forklift certification", "credential", True),
        ("Pass a drug test", "condition", True),
        ("Booking appointments for patients", "skill", False),
    ]
    assert {"id", "name", "score"} <= found["found"][2]["answers"][0].keys()
    assert [one["code"] for one in found["questions"]] == ["reply_by", "starts", "place_number"]


def test_the_file_saved_is_read_again_and_presented(posting, tmp_path):
    saved = tmp_path / "own.json"
    lacking = pathfolio("opportunity", posting, "--save", saved)
    assert "--organisation" in sentence(lacking)
    vault = cheap_vault(tmp_path / "vault")
    assert sentence(pathfolio("present", posting, "--vault", vault, "--out", tmp_path / "out")) == sentence(lacking)
    assert not saved.exists()
    done = pathfolio("opportunity", posting, "--organisation", "Dock 9", "--answer", "job_number=A-7", "--save", saved)
    assert done.returncode == 0
    written = json.loads(saved.read_text("utf-8"))
    assert written["answers"] == {"job_number": "A-7"}
    assert written["conditions"] == ["Must pass a drug test"]
    (again,) = json_lines(pathfolio("opportunity", saved, "--json"))
    assert (again["shape"], again["organisation"]) == ("pathfolio", "Dock 9")
    assert again["found"][0]["text"] == "Forklift certification"


def test_present_takes_a_web_page(tmp_path):
    vault = cheap_vault(tmp_path / "vault")
    assert pathfolio("vault", "import", vault, RECORDS).returncode == 0
    data = {
        "@type": "JobPosting",
        "title": "Clerk",
        "hiringOrganization": {"name": "Clinic"},
        "skills": ["Book appointments", "Speak Spanish"],
    }
    page = tmp_path / "page.html"
    page.write_text(f'<html><script type="application/ld+json">{json.dumps(data)}</script></html>', "utf-8")
    agreed = ("--agree", "Book appointments=4.A.2.b.5.I03.D02")
    done = pathfolio("present", "--vault", vault, page, "--out", tmp_path / "out", "--yes", "--json", *agreed)
    assert done.returncode == 0, done.stderr
    (made,) = json_lines(done)
    assert [one["name"] for one in made["asked"]] == ["Book appointments", "Speak Spanish"]


@pytest.mark.parametrize(
    "given", [("--answer", "nothing"), ("--answer", "last_day=May"), ("--save", "/no/such/folder/x.json")]
)
def test_what_does_not_fit_is_one_sentence(posting, given):
    assert sentence(pathfolio("opportunity", posting, "--organisation", "Dock 9", *given))


def test_a_file_that_is_not_there_and_one_that_is_no_text(tmp_path):
    assert sentence(pathfolio("opportunity", tmp_path / "none.txt"))
    picture = tmp_path / "posting.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\0")
    assert "does not hold text" in sentence(pathfolio("opportunity", picture))
