"""What the employer's side reads of something it was sent: each answer, and apart from it what could not be checked."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from application_pages import LABELS
from applying_world import PRIVATE, TERMS, showing
from known_lists import college_file, unreadable
from signed_records import LEARNER_SEED, MARKET_SEED, record_of

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


ENDED: dict[str, Any] = {"extra": {"expirationDate": "2026-01-31T00:00:00Z"}, **OLDER}


def test_what_it_comes_to_tells_the_file_from_a_part_of_it() -> None:
    ended, good = record_of(showing("CPR", TERMS, **ENDED)), record_of(showing("Clinic Terms", TERMS, **OLDER))
    changed = showing("Cook", PRIVATE, **OLDER)
    changed["name"] = "Chef"
    both = looked(given(made(records=[good, ended])))
    assert both.code == "out_of_date"
    assert both.verdict.startswith("1 record is not in force today. Nothing else says no.")
    assert [one.mark for one in both.says_no] == ["out_of_date"]
    part = looked(given(made(records=[good, ended, record_of(changed)])))
    assert part.code == "says_no"
    assert part.verdict.startswith("Something here says no to a part of it.")
    late = looked(given(made(records=[good])), ENDS + timedelta(days=1))
    assert late.code == "refused"
    assert late.verdict.startswith("This file does not count as it stands.")


def test_all_of_it_is_checked_only_where_every_name_is(tmp_path: Path) -> None:
    record = showing("Clinic Terms", TERMS, **OLDER)
    elsewhere = showing("Clinic Terms", TERMS, seed=MARKET_SEED, **OLDER)
    lists = (college_file(tmp_path),)
    page = looked(given(made(records=[record_of(record)]), lists=lists))
    assert (page.code, page.unchecked) == ("all_checked", ())
    page = looked(given(made(records=[record_of(elsewhere)]), lists=lists))
    assert (page.code, page.unchecked) == ("not_refused", ())
    assert page.verdict == "Nothing here says no. Nobody has checked the name of an issuer here."


def test_what_cannot_be_read_is_not_a_no() -> None:
    page = looked(given(made(records=[record_of(showing("Clinic Terms", TERMS)), unreadable()])))
    assert page.code == "not_refused"
    assert page.verdict.startswith("Nothing here says no. 1 part could not be read.")
    assert not page.says_no
    assert len(page.unread) == 1


def test_that_a_key_signed_is_not_told_as_a_person(tmp_path: Path) -> None:
    for form in PROOF_FORMS:
        page = looked(given(made(form)))
        holder = next(one for one in page.whole if one.fact.check == "holder")
        assert holder.question == "Did the key it names sign it?", form
        assert holder.reason == "The key it names signed it. Whose key it is, this does not show.", form


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


def given_by(lists: Path | None, **more: Any) -> tuple[str, ReceivedPage]:
    """Who gave a badge of the college, as the page says it first, with these lists and without."""
    record = record_of(showing("Clinic Terms", TERMS, issuer="Johns Hopkins Hospital", **more))
    files = (lists,) if lists else ()
    page = looked(given(made(records=[record]), asked="Know basic medical terms", lists=files))
    return page.records[0].lines[0], page


def test_who_gave_it_is_told_by_a_list_and_never_by_the_name_alone(tmp_path: Path) -> None:
    said, page = given_by(None)
    assert said == "It names Johns Hopkins Hospital as its issuer. Nobody has checked that name."
    binding = next(one for one in page.records[0].questions if one.fact.check == "issuer_binding")
    assert binding.question == "Did the key it names as its issuer sign it?"
    assert binding.reason.endswith("Whose key it is, this does not show.")
    assert page.asked[0].shows == "partly"
    assert page.asked[0].says.endswith("Nobody has checked the issuer’s name.")
    said, page = given_by(college_file(tmp_path, "Johns Hopkins Hospital"))
    assert said == "Given by Johns Hopkins Hospital. It goes by this name in the list Schools we know."
    said, page = given_by(college_file(tmp_path))
    assert said.startswith("Given by Harbor Practice College.")
    assert said.endswith("It calls itself Johns Hopkins Hospital here.")
    said, page = given_by(college_file(tmp_path), seed=MARKET_SEED)
    assert said == "It names Johns Hopkins Hospital as its issuer. Nobody has checked that name."
    assert page.asked[0].shows == "partly"


def test_a_list_shows_for_sure_only_what_its_issuer_signed(tmp_path: Path) -> None:
    record = showing("Clinic Terms", TERMS)
    record["name"] = "Changed"
    page = looked(given(made(records=[record_of(record)]), lists=(college_file(tmp_path),)))
    assert "Nobody has checked that name." in page.records[0].lines[0]


@pytest.mark.parametrize("side", ["lists", "documents"])
def test_a_list_that_cannot_be_read_is_said_where_it_was_given(tmp_path: Path, side: str) -> None:
    (tmp_path / "none.json").write_text("[1]")
    wrong: Any = {"lists": (tmp_path / "none.json",)} if side == "lists" else {"documents": tmp_path}
    found = look_at(given(made(), **wrong), CREATED)
    assert isinstance(found, Wrong)
    assert found.side == "known"
    assert EN.problem(found.code, found.values)


def test_saved_pages_of_websites_are_looked_in(tmp_path: Path) -> None:
    (tmp_path / "index.json").write_text("{}")
    page = looked(given(made(), documents=tmp_path))
    assert page.code == "not_refused"


@pytest.mark.parametrize(
    ("extra", "late"),
    [
        ({"expirationDate": "2026-01-31T00:00:00Z"}, "It is out of date."),
        ({"issuanceDate": "2026-12-01T00:00:00Z"}, "It is not in force yet."),
    ],
    ids=["ended", "not begun"],
)
def test_what_does_not_count_today_shows_in_part_and_says_why(tmp_path: Path, extra: dict[str, str], late: str) -> None:
    record = record_of(showing("Clinic Terms", TERMS, extra=extra, **OLDER))
    lists = (college_file(tmp_path),)
    (told,) = looked(given(made(records=[record]), asked="Know basic medical terms", lists=lists)).asked
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
