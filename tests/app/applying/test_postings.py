"""Postings in every form they come in: what is read, what is asked, and what hostile ones come to."""

import json
import random
from dataclasses import replace

import pytest

from app.applying.opportunity import KINDS, Opportunity, opportunity_from, opportunity_json
from app.applying.postings import lines
from app.applying.postings.correcting import correct, matched, opportunity_of
from app.applying.postings.questions import questions_for, with_answers
from app.applying.postings.reading import (
    MAX_LETTERS,
    posting_from,
    posting_from_text,
    read_posting,
)
from app.errors import PersonError
from app.places import careers_pack
from app.wording import Words
from app.wording.postings import ASKED, QUESTIONS, SHAPES
from app.wording.postings import KINDS as KIND_NAMES
from pathways.pack.store import open_pack

TEXT = """Forklift Driver
Company: Prairie Storage

Requirements
- Forklift certification
- 2 years of warehouse experience
- Must be able to lift 50 lb
Preferred
- Spanish
About Prairie
We must be doing something right.
"""
SCHEMA = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    "title": "Welder",
    "hiringOrganization": {"@type": "Organization", "name": "Dalton Steel"},
    "qualifications": "MIG welding. Blueprint reading.",
    "educationRequirements": {
        "@type": "EducationalOccupationalCredential",
        "credentialCategory": "high school diploma",
    },
    "experienceRequirements": {"@type": "OccupationalExperienceRequirements", "monthsOfExperience": 24},
    "description": "<p>We are nice.</p><h3>Benefits</h3><ul><li>Dental</li></ul>"
    "<h3>Nice to have</h3><ul><li>TIG</li></ul>",
}
HR_OPEN = {
    "title": "Nurse",
    "hiringOrganization": {"name": "Mercy Clinic"},
    "requiredCredentials": [{"name": "RN license"}],
    "preferredCredentials": [{"descriptions": ["BSN degree"]}],
    "competencies": [{"name": "Charting"}],
    "jobBenefits": ["Dental"],
}


def told(posting):
    return [(one.text, one.kind, one.essential, one.years) for one in posting.found]


def code_of(content):
    with pytest.raises(PersonError) as caught:
        posting_from(content)
    assert Words().problem(caught.value.code, caught.value.values)
    return caught.value.code


def test_pasted_text_gives_what_is_asked_with_its_sentence():
    posting = posting_from(TEXT.encode())
    assert (posting.shape, posting.title, posting.organisation) == ("text", "Forklift Driver", "Prairie Storage")
    assert told(posting) == [
        ("Forklift certification", "credential", True, None),
        ("2 years of warehouse experience", "years", True, 2.0),
        ("Lift 50 lb", "condition", True, None),
        ("Spanish", "skill", False, None),
    ]
    assert posting.found[2].sentence == "Must be able to lift 50 lb"


ASKED_ALL_THE_SAME = {
    "CPR certification (we will provide training)": ("CPR certification", "credential", "we will provide training"),
    "Certified Nursing Assistant, $18 per hour": ("Certified Nursing Assistant", "credential", "$18 per hour"),
    "Licensed RN, will be trained on our system": ("Licensed RN", "licence", "will be trained on our system"),
    "Forklift license (no experience needed)": ("Forklift license", "licence", "no experience needed"),
    "No experience necessary but must have CDL": ("CDL", "licence", "No experience necessary"),
    "Valid driver's license will be provided a test": ("Driver's license will be provided a test", "licence", ""),
    "Experience with health insurance billing": ("Health insurance billing", "skill", ""),
    "Knowledge of 401(k) administration": ("401(k) administration", "skill", ""),
    "Knowledge of benefits administration": ("Benefits administration", "skill", ""),
    "Experience arranging accommodations": ("Experience arranging accommodations", "skill", ""),
    "Must be able to decorate cookies and cakes": ("Decorate cookies and cakes", "skill", ""),
    "Ability to handle $5,000 in cash": ("Handle $5,000 in cash", "skill", ""),
    "2 years of experience processing hourly payroll": (
        "2 years of experience processing hourly payroll", "years", "",
    ),
    "Must not have a felony conviction": ("Not have a felony conviction", "condition", ""),
    "Cálculo de salarios": ("Cálculo de salarios", "skill", ""),
}  # fmt: skip
NOTHING_ASKED = (
    "$18 per hour", "Pay: $20/hr, weekly", "Paid training and certification", "Health insurance", "We use cookies.",
    "Prairie is an equal opportunity employer.", "College degree, not required", "Ofrecemos sueldo semanal",
    "Apply online today", "Hearing protection is provided.",
)  # fmt: skip


@pytest.mark.parametrize("line", ASKED_ALL_THE_SAME)
def test_where_things_are_asked_only_the_part_about_pay_or_training_is_left_out(line):
    text, kind, left_out = ASKED_ALL_THE_SAME[line]
    posting = posting_from_text(f"Requirements:\n- {line}\n- Spanish")
    assert [(one.text, one.kind, one.sentence) for one in posting.found] == [
        (text, kind, line), ("Spanish", "skill", "Spanish"),
    ]  # fmt: skip
    assert posting.skipped == ((left_out,) if left_out else ())


@pytest.mark.parametrize("line", NOTHING_ASKED)
def test_what_asks_for_nothing_is_told_as_left_out_and_can_be_put_back(line):
    posting = posting_from_text(f"Requirements:\n- {line}\n- Spanish")
    assert [one.text for one in posting.found] == ["Spanish"]
    assert posting.skipped == (line,)
    assert correct(posting.found, [{"do": "add", "text": line}])[-1].text == line


@pytest.mark.parametrize("heading", ["Benefits", "About us", "How to apply", "Qué ofrecemos"])
def test_nothing_is_asked_where_the_posting_speaks_of_other_things(heading):
    posting = posting_from_text(f"{heading}:\n- You must have a forklift licence\nRequirements:\n- A van")
    assert [one.text for one in posting.found] == ["Van"]


def test_a_page_gives_its_text_or_the_linked_data_in_it():
    page = (
        "<!doctype html><html lang=es><head><title>Trabajo | Sitio</title></head><body><nav>You must log in</nav>"
        "<h1>Mozo de almacén</h1><h2>Requisitos</h2><ul><li>Carné de carretillero<li>Manejo de Excel</ul>"
        "<script>var x='Requirements: CDL';</script><footer>Se requiere cookies</footer></body></html>"
    )
    found = posting_from(page.encode())
    assert (found.shape, found.title, found.language) == ("page", "Mozo de almacén", "es")
    assert [(one.text, one.kind) for one in found.found] == [
        ("Carné de carretillero", "credential"),
        ("Excel", "skill"),
    ]
    data = json.dumps({"@graph": [{"@type": "WebSite", "name": "Site"}, SCHEMA]}).replace("</", "<\\/")
    linked = posting_from(f'<html><script type="application/ld+json">{data}</script><p>Hi</p></html>'.encode())
    assert (linked.shape, linked.title, linked.organisation) == ("page", "Welder", "Dalton Steel")


@pytest.mark.parametrize("wrap", ["alone", "list", "graph"])
def test_schema_org_postings(wrap):
    document = {"alone": SCHEMA, "list": [SCHEMA], "graph": {"@graph": [{"@type": "Thing"}, SCHEMA]}}[wrap]
    posting = posting_from(json.dumps(document).encode())
    assert (posting.shape, posting.title, posting.organisation) == ("schema_org", "Welder", "Dalton Steel")
    assert ("High school diploma", "credential", True, None) in told(posting)
    assert ("TIG", "skill", False, None) in told(posting)
    assert [one.years for one in posting.found if one.kind == "years"] == [2.0]
    assert not any("Dental" in one.text for one in posting.found)


def test_tags_and_letters_written_by_their_names_are_read():
    document = {
        "@type": "JobPosting",
        "title": "Welder &amp;amp; Fitter",
        "hiringOrganization": {"name": "Dalton &amp; Sons"},
        "description": "&lt;p&gt;We weld.&lt;/p&gt;&lt;h3&gt;Requirements&lt;/h3&gt;&lt;ul&gt;"
        "&lt;li&gt;MIG &amp;amp; TIG welding&lt;/li&gt;&lt;li&gt;Forklift certification&lt;/li&gt;&lt;/ul&gt;",
        "skills": "Use of &lt; and &gt; signs",
    }
    page = f'<html><script type="application/ld+json">{json.dumps(document)}</script><p>Hi</p></html>'
    for content in (json.dumps(document), page):
        posting = posting_from(content.encode())
        assert (posting.title, posting.organisation) == ("Welder & Fitter", "Dalton & Sons")
        assert [one.text for one in posting.found] == [
            "Use of < and > signs", "MIG & TIG welding", "Forklift certification",
        ]  # fmt: skip


def test_hr_open_postings():
    posting = posting_from(json.dumps(HR_OPEN).encode())
    assert (posting.shape, posting.title, posting.organisation) == ("hr_open", "Nurse", "Mercy Clinic")
    assert told(posting) == [
        ("RN license", "licence", True, None),
        ("Charting", "skill", True, None),
        ("BSN degree", "credential", False, None),
    ]


def test_a_file_of_our_own_comes_back_as_it_was():
    wanted = opportunity_of(replace(posting_from_text(TEXT), kind="apprenticeship", answers=(("sponsor", "JATC"),)))
    written = json.dumps(opportunity_json(wanted)).encode()
    assert opportunity_from(written) == wanted == opportunity_of(posting_from(written))
    assert wanted.conditions == ("Must be able to lift 50 lb",)
    assert wanted.asked[1].years == 2.0


def test_the_learner_sets_the_list_right():
    found = posting_from_text(TEXT).found
    changes = [
        {"do": "change", "at": 0, "kind": "licence", "agreed": ["2.A.1.b"]},
        {"do": "remove", "at": 2},
        {"do": "add", "text": "Night work", "kind": "condition"},
    ]
    now = correct(found, changes)
    assert [(one.text, one.kind) for one in now] == [
        ("Forklift certification", "licence"),
        ("2 years of warehouse experience", "years"),
        ("Spanish", "skill"),
        ("Night work", "condition"),
    ]
    assert now[0].agreed == ("2.A.1.b",)
    asked = opportunity_of(replace(posting_from_text(TEXT), found=now)).asked
    assert asked[0].concepts == ("2.A.1.b",)
    assert [one.name for one in asked] == ["Forklift certification", "2 years of warehouse experience", "Spanish"]


@pytest.mark.parametrize(
    "change",
    [
        {"do": "change", "at": 9},
        {"do": "change", "at": True},
        {"do": "other", "at": 0},
        {"do": "add"},
        {"do": "add", "text": " "},
        {"do": "change", "at": 0, "kind": "x"},
        {"do": "change", "at": 0, "years": -1},
        {"do": "change", "at": 0, "essential": "no"},
        {"do": "change", "at": 0, "agreed": "2.A"},
        {"do": "change", "at": 0, "sentence": "other"},
    ],
)
def test_a_correction_that_does_not_fit_is_refused(change):
    found = posting_from_text(TEXT).found
    with pytest.raises(PersonError) as caught:
        correct(found, [{"do": "remove", "at": 1}, change])
    assert (caught.value.code, caught.value.values) == ("correction_bad", {"number": 2})


def test_matches_are_proposals_and_conditions_have_none():
    with open_pack(careers_pack()) as pack:
        found = matched(pack, posting_from_text("Requirements:\n- Read blueprints\n- Must pass a drug test").found)
    assert found[0].matches
    assert not any(match.sure for match in found[0].matches)
    assert found[0].agreed == ()
    assert found[1].matches == ()


def test_each_kind_asks_its_own_few_questions():
    for kind in KINDS:
        assert 2 <= len(questions_for(kind)) <= 5
        assert set(questions_for(kind)) <= QUESTIONS.keys()
    assert len({questions_for(kind) for kind in KINDS}) == len(KINDS)
    assert set(KIND_NAMES) == set(KINDS)
    assert {"skill", "credential", "licence", "years", "condition"} == set(ASKED)
    assert "text" in SHAPES
    assert with_answers("claim", {"last_day": " May  1 ", "why_ended": ""}) == (("last_day", "May 1"),)
    with pytest.raises(PersonError):
        with_answers("job", {"last_day": "x"})


def test_an_opportunity_lacks_what_a_posting_does_not_say():
    for given, field in ((replace(posting_from_text(TEXT), organisation=""), "organisation"),
                         (replace(posting_from_text(TEXT), found=()), "requirements")):  # fmt: skip
        with pytest.raises(PersonError) as caught:
            opportunity_of(given)
        assert (caught.value.code, caught.value.values) == ("opportunity_lacks", {"field": field})


HOSTILE = {
    "brackets": (b"<" * 1_000_000, "posting_too_long"),
    "open tags": (b"<p><a href='" * 80_000, None),
    "deep tags": (b"<ul><li>" * 100_000, None),
    "deep json": (b'{"a":' * 100_000, "json_too_deep"),
    "deep list": (b"[" * 100_000, "json_too_deep"),
    "damaged wide text": (b"\xff\xfe" + random.Random(7).randbytes(2000), "posting_not_text"),
    "bytes of no text": (b"Requirements:" + bytes(range(1, 32)) * 20, "posting_not_text"),
    "null bytes": (b"Requirements: \0 a licence", "posting_not_text"),
    "many lines": (b"- A thing\n" * 100_000, "posting_too_long"),
    "one word": (b"x" * 90_000, None),
    "sentences of one letter": (b"Requirements:\n" + b"a. " * 6_000, None),
    "abbreviations": (b"e.g. " * 19_000, None),
    "letters by number in data": (b'{"@type": "JobPosting", "title": "&#' + b"9" * 49_000 + b';"}', None),
    "many commas": (b"Requirements:\n- licence" + b", cpr and licence" * 5_000, None),
    "spaces": (b"Requirements:\n- " + b" " * 90_000 + b"x", None),
    "huge numbers": (b"Requirements:\n- " + b"9" * 80_000 + b" years of experience in x", None),
    "character numbers": (b"<p>&#" + b"9" * 900_000 + b";</p>", None),
    "a pdf": (b"%PDF-1.7 \xff", "posting_not_text"),
    "xml": (b"<?xml version='1.0'?><JobPosting/>", "posting_is_xml"),
    "an archive": (b"From: <Saved by Blink>\nMIME-Version: 1.0\n", "posting_is_archive"),
    "empty": (b" \n ", "file_empty"),
    "too big": (b"a" * 5_000_001, "posting_too_big"),
    "other json": (b'{"a": 1}', "opportunity_lacks"),
    "broken json": (b'{"title": "a', "json_truncated"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_postings_end_soon_in_one_sentence_or_a_bounded_list(name):
    content, code = HOSTILE[name]
    if code:
        assert code_of(content) == code
    else:
        posting = posting_from(content)
        assert len(posting.found) <= 200
        assert all(len(one.text) <= 200 and len(one.sentence) <= 600 for one in posting.found)
        assert all(one.years is None or one.years <= 60 for one in posting.found)


def test_no_letter_is_looked_at_over_and_over(monkeypatch):
    looked_at = 0

    class Counted:
        def search(self, text):
            nonlocal looked_at
            looked_at += len(text)
            return pattern.search(text)

    pattern = lines._ABBREVIATED
    monkeypatch.setattr(lines, "_ABBREVIATED", Counted())
    for text in ("a. " * 600, "Requirements:\n" + "e.g. " * 1_500):
        looked_at = 0
        posting = posting_from_text(text)
        assert 0 < looked_at < 5 * len(text)
        assert all(len(one.text) <= lines.LONGEST for one in posting.lines)
        assert sum(len(one.text.replace(" ", "")) for one in posting.lines) == len(
            text.replace("Requirements:", "").replace(" ", "").strip()
        )


def test_hidden_signs_never_reach_what_is_shown():
    posting = posting_from("Requirements:\n- Forklift\u202e licence\u200b\x07 card\n".encode())
    assert [one.text for one in posting.found] == ["Forklift licence card"]


def test_the_most_that_is_asked_is_kept_and_the_rest_counted():
    posting = posting_from_text("Requirements:\n" + "\n".join(f"- Skill {number} of many" for number in range(250)))
    assert (len(posting.found), posting.more) == (200, 50)
    assert isinstance(opportunity_of(replace(posting, title="a", organisation="b")), Opportunity)
    assert MAX_LETTERS >= 50_000


def test_texts_in_older_encodings_are_read(tmp_path):
    path = tmp_path / "posting.txt"
    for encoding in ("cp1252", "utf-16", "utf-8-sig"):
        path.write_bytes("Requisitos:\n- Carné de conducir".encode(encoding))
        assert [one.text for one in read_posting(path).found] == ["Carné de conducir"]
