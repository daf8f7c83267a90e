"""What the employer's side reads of something it was sent: each answer, and apart from it what could not be checked."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from application_pages import LABELS
from applying_world import PRIVATE, TERMS, showing
from signed_records import LEARNER_SEED, record_of

from app.applying.making import PROOF_FORMS
from app.applying.presentation import Presentation, request_for, sign_presentation
from app.applying.qr_code import fingerprint
from app.applying.statement import Statement
from app.journey.practice import practice_learner
from app.journey.received.given import Given, Looked, Wrong, look_at
from app.journey.received.page import ReceivedPage, received_page
from app.journey.received.text import received_lines
from app.wording import Words

CREATED = datetime(2026, 3, 10, 18, 42, 7, tzinfo=UTC)
ENDS = CREATED + timedelta(days=30)
ASKED = {"challenge": "c-1", "domain": "clinic.example"}
OLDER: dict[str, Any] = {"data_model": "1.1", "suite": "Ed25519Signature2020"}
POSTING = "Trainee\n\nRequirements:\n- Know basic medical terms\n- Speak Spanish\n- Weave qqxyzzy baskets"
EN = Words("en")


def made(form: Any = "eddsa-rdfc-2022", **more: Any) -> Presentation:
    records = [record_of(showing("Clinic Terms", TERMS, **OLDER)), record_of(showing("Cook", PRIVATE, **OLDER))]
    settings = {"seed": LEARNER_SEED, "created": CREATED, "labels": LABELS, "ends": ENDS, **more}
    request = request_for("Trainee", "Clinic", **ASKED)
    said = [Statement("Speak Spanish", "At home.")]
    return sign_presentation(settings.pop("records", records), said, request, form=form, **settings)


def looked(given: Given, now: datetime = CREATED) -> ReceivedPage:
    found = look_at(given, now)
    assert isinstance(found, Looked), found
    return received_page(EN, found)


def given(one: Presentation, **more: Any) -> Given:
    return Given(text=one.content.decode(), **{**ASKED, **more})


@pytest.mark.parametrize("form", PROOF_FORMS)
def test_who_for_whom_and_until_when(form: Any) -> None:
    one = made(form)
    page = looked(given(one))
    about = {one.code: one.value for one in page.about}
    assert about["holder"].startswith("A key of its own, ending in")
    assert (about["readers"], about["requests"]) == ("clinic.example", "c-1")
    assert (about["made"], about["ends"]) == (EN.value(CREATED), EN.value(ENDS))
    assert about["fingerprint"] == fingerprint(one.content)
    assert page.code == "not_refused"
    assert [one.fact.answer for one in page.whole] == ["yes"] * 5


def test_a_wrong_code_and_reader_and_a_late_day_are_said() -> None:
    page = looked(given(made(), challenge="c-2", domain="bank.example"), ENDS + timedelta(days=1))
    assert page.code == "refused"
    said = " ".join(one.text for one in page.says_no)
    for told in ("It carries another request code.", "It was made for clinic.example.", "good only until"):
        assert told in said


def test_what_was_not_checked_is_apart_and_never_a_no() -> None:
    page = looked(Given(text=made().content.decode()))
    assert not page.says_no
    told = {one.question.fact.check: one for one in page.unchecked}
    assert told["challenge"].question.reason == "You gave no request code to compare."
    assert told["challenge"].of == ("",)
    assert {"Clinic Terms", "Cook"} <= set(told["known_issuer"].of)
    answered = [one for record in page.records for one in record.questions] + list(page.whole)
    assert "not checked" not in {one.fact.answer for one in answered}
    assert "about_me" not in {one.fact.check for one in answered} | set(told)


def test_own_words_are_marked_so() -> None:
    page = looked(given(made()))
    own = next(one for one in page.records if one.whose == "own_word")
    assert "nobody else has checked it" in own.lines[0]
    assert "At home." in own.lines
    assert {one.whose for one in page.records if one is not own} == {"record"}


def test_a_record_that_its_holder_signed_is_marked_so() -> None:
    mine = showing("My own badge", TERMS, seed=LEARNER_SEED, **OLDER)
    page = looked(given(made(records=[record_of(mine)])))
    assert page.records[0].whose == "self_signed"
    assert "Nobody else has checked it" in page.records[0].lines[0]


def test_each_thing_asked_by_words_by_list_and_by_file(tmp_path: Path) -> None:
    (tmp_path / "posting.txt").write_text(POSTING)
    for asked in (
        {"asked": POSTING},
        {"asked": "Know basic medical terms\nSpeak Spanish\nWeave qqxyzzy baskets"},
        {"posting": tmp_path / "posting.txt"},
    ):
        page = looked(given(made(), **asked))
        told = {one.name: one for one in page.asked}
        assert told["Speak Spanish"].says == "their own word; nobody else has checked it", asked
        assert "Clinic Terms" in told["Know basic medical terms"].says
        assert told["Weave qqxyzzy baskets"].shows == "unknown"


@pytest.mark.parametrize(
    ("extra", "late"),
    [
        ({"expirationDate": "2026-01-31T00:00:00Z"}, "It is out of date."),
        ({"issuanceDate": "2026-12-01T00:00:00Z"}, "It is not in force yet."),
    ],
    ids=["ended", "not begun"],
)
def test_what_does_not_count_today_shows_in_part_and_says_why(extra: dict[str, str], late: str) -> None:
    record = record_of(showing("Clinic Terms", TERMS, extra=extra, **OLDER))
    (told,) = looked(given(made(records=[record]), asked="Know basic medical terms")).asked
    assert told.shows == "partly"
    assert told.says.endswith(f"Clinic Terms; read it and judge. {late}")


def test_the_posting_of_pathfolio_brings_its_own_code(tmp_path: Path) -> None:
    wanted = {"title": "T", "organisation": "O", "requirements": ["Cook"], "challenge": "c-9", "domain": "x.example"}
    (tmp_path / "wanted.json").write_text(json.dumps(wanted))
    page = looked(Given(text=made().content.decode(), posting=tmp_path / "wanted.json"))
    assert "It carries another request code." in " ".join(one.text for one in page.says_no)


def test_the_text_of_the_square_code_is_compared_with_the_file(tmp_path: Path) -> None:
    one = made("vp+jwt")
    (tmp_path / "p.jwt").write_bytes(one.content)
    same = f"presentation.jwt sha-256 {fingerprint(one.content)}"
    page = looked(Given(file=tmp_path / "p.jwt", text=same))
    assert "The square code has the fingerprint" in {a.code: a.value for a in page.about}["fingerprint"]
    other = looked(Given(file=tmp_path / "p.jwt", text=f"presentation.jwt sha-256 {'0' * 64}"))
    assert other.code == "refused"
    assert "another file" in other.says_no[0].text


@pytest.mark.parametrize(
    ("given_", "side", "code"),
    [
        (Given(), "sent", "nothing_given"),
        (Given(text="Hello"), "sent", "nothing_signed"),
        (Given(text="\ud800"), "sent", "not_utf8"),
        (Given(text=f"p.json sha-256 {'a' * 64}"), "sent", "only_a_fingerprint"),
        (Given(text="x", file=Path("/no/such")), "sent", "two_things_given"),
        (Given(text="x", asked="{"), "asked", "json_truncated"),
        (Given(text="x", asked="y", posting=Path("/no/such")), "asked", "two_postings_given"),
    ],
    ids=["nothing", "letter", "half a letter", "print", "two", "posting", "two postings"],
)
def test_what_cannot_be_used_says_which_and_why(given_: Given, side: str, code: str) -> None:
    found = look_at(given_, CREATED)
    assert isinstance(found, Wrong)
    assert (found.side, found.code) == (side, code)
    assert EN.problem(found.code, found.values)


def test_practice_is_said_as_practice() -> None:
    practice = practice_learner("maya")
    files = [json.loads(one.read_text()) for one in sorted(practice.records.glob("*.json"))[:1]]
    one = made(records=[record_of(file) for file in files], practice=True, seed=practice.seed)
    page = looked(given(one))
    assert page.code == "practice"
    assert next(received_lines(EN, page)).startswith("PRACTICE.")


def test_as_text_nothing_is_left_out() -> None:
    for language in ("en", "es"):
        words = Words(language)
        found = look_at(given(made(), asked=POSTING, challenge="c-2"), CREATED)
        assert isinstance(found, Looked)
        page = received_page(words, found)
        text = "\n".join(received_lines(words, page))
        for one in page.records:
            assert one.name in text
            assert all(line in text for line in one.lines)
            assert all(question.reason in text for question in one.questions)
        for told in (
            *(one.text for one in page.says_no),
            page.verdict,
            *(one.question.reason for one in page.unchecked),
        ):
            assert told in text
