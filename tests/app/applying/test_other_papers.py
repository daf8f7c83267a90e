"""The HR Open résumé, plain text and zip: read back by our own readers, in both languages, the same every time."""

import io
import json
import zipfile
from base64 import b64decode
from datetime import UTC, datetime

import pytest
from application_pages import LABELS, PAGE
from signed_records import LEARNER_SEED, four_records, record_of, signed_badge
from signed_texts import did_jwk, token

from app.applying.ler_rs_paper import ler_rs
from app.applying.packed import packed
from app.applying.presentation import Presentation, request_for, sign_presentation
from app.applying.resume_text import resume_text
from app.journey.papers import labels
from app.records.model import Record, Source
from app.records.reading import read_bytes
from app.trust.seven import check_record
from app.wording import Words
from app.wording.papers import APPLICATION

CREATED = datetime(2026, 3, 10, 18, 42, tzinfo=UTC)


def records() -> list[Record]:
    badge = {key: value for key, value in signed_badge("Welding").items() if key != "proof"} | {"issuer": did_jwk()}
    license_ = signed_badge("Truck License", achievement={"achievementType": "License"})
    return [*four_records(), record_of({}, token(badge, typ="vc+jwt")), record_of(license_)]


def made() -> Presentation:
    request = request_for("Trainee", "Clinic", "c-1", "clinic.example")
    return sign_presentation(records(), [], request, seed=LEARNER_SEED, created=CREATED, labels=LABELS)


def test_the_resume_is_read_back_with_every_record_sound() -> None:
    one = made()
    found = [item for item in read_bytes(ler_rs(PAGE, one, records()), Source("r.json")) if isinstance(item, Record)]
    resume, *inside = found
    assert resume.kind == "ler-rs"
    assert {record.name for record in inside} == {record.name for record in records()}
    for record in inside:
        answers = {check.check: check.answer for check in check_record(record, now=CREATED)}
        assert answers["signature"] == "yes", record.name
    answers = {check.check: (check.answer, check.reason) for check in check_record(resume, now=CREATED)}
    assert answers["signature"] == ("no", "no_proof"), "nobody signs the résumé, and it does not look signed"
    (said,) = [item for item in resume.items if item.own_word and item.kind == "skill"]
    assert (said.name, said.description) == (PAGE.own_words[0].about, PAGE.own_words[0].text)


def test_the_resume_puts_records_where_they_belong_and_carries_the_signed_file() -> None:
    one = made()
    subject = json.loads(ler_rs(PAGE, one, records()))["credentialSubject"]
    assert len(subject["licenses"]) == 1
    assert len(subject["certifications"]) == 5
    assert subject["person"] == {"name": {"formattedName": PAGE.name}}
    (attached,) = subject["attachments"]
    assert b64decode(attached["content"]["value"]) == one.content
    assert attached["content"]["filename"] == "presentation.json"


def test_a_practice_resume_says_so() -> None:
    assert json.loads(ler_rs(PAGE, made(), records()))["name"].startswith("Practice: ")


@pytest.mark.parametrize("language", ["en", "es"])
def test_plain_text_says_what_the_page_says(language: str) -> None:
    words = Words(language)
    text = resume_text(PAGE, labels(words, APPLICATION), made().content).decode()
    for said in (PAGE.name, PAGE.title, PAGE.summary, PAGE.own_words[0].text, PAGE.domain, PAGE.challenge, PAGE.holder):
        assert said in text
    for answer in PAGE.answers:
        assert f"- {answer.asked}" in text
    assert words.text("In my own words").upper() in text
    assert text.startswith(words.text("PRACTICE").upper())
    assert max(map(ord, text)) < 0x3000
    assert "\t" not in text
    assert "<" not in text


def test_a_zip_is_the_same_every_time_and_tells_no_time_of_day() -> None:
    files = {"a.json": b"{}", "b.txt": "ñ".encode()}
    one, two = packed(files, CREATED), packed(files, CREATED)
    assert one == two
    with zipfile.ZipFile(io.BytesIO(one)) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == files
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 3, 10, 0, 0, 0)}
