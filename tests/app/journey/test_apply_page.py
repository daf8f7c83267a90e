"""The readable page carries none of what is off, what the file carries is told, and a preview signs nothing."""

import itertools
import re
from dataclasses import replace

import pytest
from applying_world import DATES, PRIVATE, SPANISH, TERMS, WANTED, holding, key_of, ready_for, showing, sign

from app.applying.candidate import Wishes
from app.applying.disclosure import SKILLS_FIRST_HIDES
from app.applying.documents import application_html
from app.applying.pdf import application_pdf
from app.applying.qr_code import fingerprint
from app.journey.apply.choice import flip, keep_in
from app.journey.apply.draft import Draft, speak_for
from app.journey.apply.page import application_page, preview
from app.journey.apply.preparing import elsewhere, signed, with_wishes
from app.journey.apply.table import apply_table
from app.journey.apply.words import file_holds
from app.journey.papers import labels
from app.vault import store_applications, store_keys
from app.wording import Words
from app.wording.applying import KEYS
from app.wording.papers import APPLICATION, STATEMENT

EN = Words()
SECRETS = {
    "time_gaps": ("4 years", "Dec 12"),
    "school_name": ("Zorvale", "Zorvale College"),
    "dates": ("2019", "2025", "4 years", "Spring", "Dec 12"),
    "schooling": ("Diploma", "Associate"),
    "grades": ("GPA", "3.97"),
}
TELLING = {
    **DATES,
    "term": "Spring 2019",
    "result": [{"type": ["Result"], "value": "3.97"}],
}


@pytest.fixture(scope="module")
def telling(tmp_path_factory):
    """Records whose titles, issuers and contents tell all that can be off; each is sent by wish."""
    records = (
        showing("Zorvale College: Medical Terms, Spring 2019", TERMS, issuer="Zorvale College", extra_subject=TELLING),
        showing("Front Desk, 4 years", PRIVATE, extra_subject=DATES),
        showing("High School Diploma", SPANISH, issuer="Zorvale High School"),
        showing("Associate of Arts, 3.97 GPA", SPANISH, issuer="Zorvale College", extra_subject=TELLING),
        showing("Wound Care", PRIVATE),
    )
    with holding(tmp_path_factory.mktemp("page"), *records) as session:
        ready = ready_for(session)
        yield session, ready


def sent_with(ready, off, *, skills_first):
    wishes = Wishes(frozenset(one.key for one in ready.candidates), hide=frozenset(off), skills_first=skills_first)
    return with_wishes(ready, wishes)


def readable(html: bytes) -> str:
    """All of the page but its style and the signed file inside it."""
    text = re.sub(r"<style>.*?</style>", "", html.decode("utf-8"), flags=re.DOTALL)
    return re.sub(r'href="data:[^"]*"', "", text)


def without_codes(page):
    """The page with its random codes left out: they hold any digits at times, "2025" too."""
    return replace(page, holder="did:key:left-out", challenge="left-out")


def printed(page, made):
    """What the page for people holds, its random codes and the fingerprint of what they went into left out."""
    html = application_html(without_codes(page), labels(EN, APPLICATION), made.content)
    digits = fingerprint(made.content)
    assert digits in readable(html)
    return readable(html).replace(digits, "left-out")


def page_of(session, ready):
    """The signed page, made on a day that no record names."""
    made = signed(session, ready, labels(EN, STATEMENT), told=frozenset(elsewhere(session, ready)))
    return application_page(EN, ready, made, name="Ana Diaz", practice=False), made


OFF = [frozenset(one) for size in range(6) for one in itertools.combinations(sorted(SECRETS), size)]


@pytest.mark.parametrize("skills_first", [True, False])
@pytest.mark.parametrize("off", OFF, ids=lambda one: "+".join(sorted(one)) or "none")
def test_the_page_carries_none_of_what_is_off(telling, off, skills_first):
    session, ready = telling
    chosen = sent_with(ready, off, skills_first=skills_first)
    page, made = page_of(session, chosen)
    text = printed(page, made)
    hidden = off | (SKILLS_FIRST_HIDES if skills_first else set())
    assert [secret for code in hidden for secret in SECRETS[code] if secret in text] == []
    assert "Wound Care" in text
    table = apply_table(chosen)
    carried = {code for one in table.going for code in one.tells} & hidden
    assert {code for one in table.going for code in one.still} == carried == hidden
    assert b"Zorvale College" in made.content


def test_with_nothing_off_the_page_names_schools_and_days(telling):
    session, ready = telling
    page, _ = page_of(session, sent_with(ready, (), skills_first=False))
    issuers = {one.issuer for one in page.sent}
    assert {"Zorvale College", "Zorvale High School"} <= issuers
    assert all("Given on Dec 12, 2025" in one.facts for one in page.sent)
    assert "High School Diploma" in {one.title for one in page.sent}


def test_a_title_that_tells_nothing_else_is_a_record(telling):
    session, ready = telling
    page, _ = page_of(session, sent_with(ready, (), skills_first=True))
    assert [one.title for one in page.sent] == ["Medical Terms", "Front Desk", "A record", "A record", "Wound Care"]
    assert [one.shown_by for one in page.answers] == ["Medical Terms", "Front Desk", "A record"]


def test_the_pdf_says_no_more_than_the_page(telling):
    from io import BytesIO

    from pypdf import PdfReader

    session, ready = telling
    page, made = page_of(session, sent_with(ready, (), skills_first=True))
    pdf = application_pdf(without_codes(page), labels(EN, APPLICATION), b"{}", created=made.created)
    text = " ".join(leaf.extract_text() for leaf in PdfReader(BytesIO(pdf)).pages)
    assert "Wound Care" in text
    assert [secret for secrets in SECRETS.values() for secret in secrets if secret in text] == []


def test_a_preview_is_the_page_and_leaves_no_trace(telling):
    session, ready = telling
    before = store_keys.keys(session.vault), store_applications.presentations(session.vault)
    shown = preview(session, EN, ready, name="Ana Diaz")
    assert (store_keys.keys(session.vault), store_applications.presentations(session.vault)) == before
    text = readable(shown.html)
    assert "This is a preview. Nothing is signed yet." in text
    assert "Ana Diaz" in text
    assert "did:" not in text
    assert b"data:application/vp" not in shown.html
    page, _ = page_of(session, ready)
    same = {"holder": "", "challenge": "", "domain": ""}
    assert replace(shown.page, **same) == replace(page, **same)


@pytest.mark.parametrize(
    ("asked", "spoken", "said"),
    [
        (WANTED.asked[:1], (), "The thing you asked for is shown here."),
        (WANTED.asked[2:], (2,), "The thing you asked for is here in the applicant’s own words."),
        (WANTED.asked, (), "1 of the 3 things you asked for is shown here."),
        (
            WANTED.asked,
            (2,),
            "1 of the 3 things you asked for is shown here. 1 more is in the applicant’s own words.",
        ),
        (WANTED.asked[1:], (1, 2), "2 of the 2 things you asked for are here in the applicant’s own words."),
    ],
    ids=["one", "one_own_word", "some", "some_and_own_word", "own_words_alone"],
)
def test_own_words_are_never_counted_as_shown(tmp_path, asked, spoken, said):
    wanted = replace(WANTED, asked=asked)
    with holding(tmp_path, showing("Terms", TERMS)) as session:
        one = Draft(wanted)
        for place in spoken:
            one, _ = speak_for(session, one, WANTED.asked[place], "I do it every day.")
        assert preview(session, EN, ready_for(session, one), name="").page.summary == said


def test_a_preview_says_which_key_will_sign(tmp_path):
    with holding(tmp_path, showing("Terms", TERMS, subject=None)) as session:
        ready = ready_for(session)
        shown = preview(session, EN, ready, name="")
        assert (shown.key, shown.code_given, shown.address) == ("new", False, "Lakeside Clinic")
        assert shown.page.name == "A learner"
        made = sign(session, ready, labels(EN, STATEMENT), told=frozenset())
        assert preview(session, EN, ready, name="").key == "made_before"
    about_me = showing("Terms", TERMS, subject=made.holder)
    with holding(tmp_path / "own", about_me) as session:
        store_keys.keep_key(session.vault, b"k" * 32, "mine", lambda _seed: made.holder)
        coded = replace(WANTED, challenge="c-1", domain="clinic.example")
        shown = preview(session, EN, ready_for(session, coded), name="")
        assert (shown.key, shown.code_given, shown.address) == ("in_records", True, "clinic.example")
        assert elsewhere(session, ready_for(session, coded)) in ((), (key_of(ready_for(session, coded), "Terms"),))


def test_all_that_the_file_will_hold_is_listed(telling):
    session, ready = telling
    wishes = keep_in(flip(ready.wishes, "grades", on=True), key_of(ready, "Front Desk, 4 years"))
    chosen = with_wishes(ready, wishes)
    shown = preview(session, EN, chosen, name="")
    lines = file_holds(EN, apply_table(chosen), shown)
    told = (
        "Front Desk, 4 years, given by Harbor Care Group: dates of work or study, gaps in time, "
        "an ID number, the day it was given, who gave it. This one goes whole or not at all."
    )
    assert told in lines
    assert "For whom it is made: Lakeside Clinic" in lines
    assert "What you apply for: Medical Assistant Trainee" in lines
    assert "The day and time you sign it." in lines
    assert "A code made by chance, since they sent none." in lines
    assert KEYS[shown.key] in lines
    assert not [line for line in lines if "Practice" in line]
