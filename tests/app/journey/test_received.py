"""What someone was sent: found in whatever it came in, refused for each reason, and told thing by thing as asked."""

import io
import json
import quopri
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from application_pages import LABELS, PAGE
from applying_world import PRIVATE, SPANISH, TERMS, showing
from journey_world import shared_pack
from known_lists import known
from signed_records import LEARNER, LEARNER_SEED, MARKET_SEED, record_of

from app.applying.documents import application_html
from app.applying.making import PROOF_FORMS
from app.applying.opportunity import Asked, Opportunity
from app.applying.pdf import application_pdf
from app.applying.presentation import Presentation, request_for, sign_presentation
from app.applying.qr_code import fingerprint
from app.applying.statement import Statement
from app.journey.practice import practice_learner
from app.journey.received.checked import Got, check_received, is_practice
from app.journey.received.meeting import Met, requirements_met
from app.records.model import Source, Unreadable
from app.records.reading import read_path
from app.records.received import Received, received, received_path
from app.records.stated import stated

CREATED = datetime(2026, 3, 10, 18, 42, 7, tzinfo=UTC)
ASKED = {"challenge": "c-1", "domain": "clinic.example"}
OLDER: dict[str, Any] = {"data_model": "1.1", "suite": "Ed25519Signature2020"}
each_form = pytest.mark.parametrize("form", PROOF_FORMS)


def made(form: Any = "eddsa-rdfc-2022", **more: Any) -> Presentation:
    records = [record_of(showing("Clinic Terms", TERMS, **OLDER)), record_of(showing("Cook", PRIVATE, **OLDER))]
    settings = {"seed": LEARNER_SEED, "created": CREATED, "labels": LABELS, **more}
    said = [Statement("Speak Spanish", "At home.")]
    request = request_for("Trainee", "Clinic", **ASKED)
    return sign_presentation(settings.pop("records", records), said, request, form=form, **settings)


def page_of(one: Presentation) -> bytes:
    import dataclasses

    page = dataclasses.replace(PAGE, file=one.file_name, media_type=one.media_type)
    return application_html(page, LABELS, one.content)


def zipped(**files: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return held.getvalue()


def found_in(data: bytes) -> Received:
    found = received(data, Source("sent"))
    assert isinstance(found, Received), found
    return found


@each_form
def test_it_is_found_in_whatever_it_came_in(form: Any) -> None:
    one = made(form)
    page = page_of(one)
    pdf = application_pdf(PAGE, LABELS, one.content, created=CREATED)
    letter = b"From: a@b.example\nTo: c@d.example\nContent-Type: text/plain\n\nHello"
    carriers = {
        "file": one.content,
        "page": page,
        "pdf": pdf,
        "zip": zipped(a=one.content, page=page, pdf=pdf, letter=letter, text=b"hello"),
    }
    for name, data in carriers.items():
        found = found_in(data)
        got = check_received(found, now=CREATED, **ASKED)
        assert got.fingerprint == fingerprint(one.content), name
        assert len(got.records) == 3, name
        assert {check.answer for check in got.checks} == {"yes"}, name


def test_two_of_them_are_not_chosen_between() -> None:
    found = received(zipped(a=made().content, b=made().content), Source("sent"))
    assert isinstance(found, Unreadable)
    assert (found.code, found.values) == ("several_presentations", {"count": 2})


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<html><body>nothing</body></html>", "not_a_presentation"),
        (zipped(a=b"hello"), "not_a_presentation"),
        (b"%PDF-1.7 nothing", "not_a_presentation"),
        (b"<html><a href='data:application/vp;base64,e30='>x</a></html>", "not_a_presentation"),
        (b"<html>" + b"<a href='data:application/vp;base64,!!'>" * 50, "file_binary"),
    ],
    ids=["page", "zip", "pdf", "other", "broken"],
)
def test_what_holds_none_says_so(data: bytes, code: str) -> None:
    found = received(data, Source("sent"))
    assert isinstance(found, Unreadable)
    assert found.code == code


def refused(got: Got) -> set[tuple[str, str]]:
    return {(one.check, one.reason) for one in got.refused}


@each_form
def test_each_reason_to_refuse(form: Any) -> None:
    ends = CREATED + timedelta(days=1)
    found = found_in(made(form, ends=ends).content)
    assert refused(check_received(found, now=CREATED, **ASKED)) == set()
    late = check_received(found, now=ends + timedelta(days=1), challenge="c-2", domain="other")
    assert refused(late) == {
        ("challenge", "challenge_differs"),
        ("domain", "domain_differs"),
        ("in_force", "proof_expired"),
    }


@each_form
def test_practice_is_refused_as_practice(form: Any) -> None:
    got = check_received(found_in(made(form, practice=True).content), now=CREATED, **ASKED)
    assert got.practice
    assert refused(got) == {("practice", "practice_presentation")}
    assert not check_received(found_in(made(form).content), now=CREATED).practice


def test_a_practice_record_or_key_makes_it_practice_however_it_is_called() -> None:
    learner = practice_learner()
    kept = next(one for one in read_path(learner.records) if not isinstance(one, Unreadable) and one.form == "json")
    theirs = found_in(made(records=[kept], told={kept.key}).content)
    assert is_practice(theirs.presentation)
    by_key = found_in(made(seed=learner.seed, records=[record_of(showing("Cook", PRIVATE, subject=None))]).content)
    assert is_practice(by_key.presentation)


def test_a_records_own_trouble_is_named_with_it() -> None:
    spent = record_of(showing("CPR", TERMS, extra={"expirationDate": "2026-01-31T00:00:00Z"}, **OLDER))
    got = check_received(found_in(made(records=[spent]).content), now=CREATED, **ASKED)
    assert [(one.check, one.reason, one.name) for one in got.refused] == [("in_force", "expired", "CPR")]


def test_whom_each_record_is_bound_to() -> None:
    other = record_of(showing("Other", TERMS, subject="did:key:z6MkOther"))
    nobody = record_of(showing("Nobody", TERMS, subject=None))
    mine = record_of(showing("Mine", TERMS, subject=LEARNER.did))
    got = check_received(found_in(made(records=[other, nobody, mine], told={other.key}).content), now=CREATED)
    assert {one.name: one.code for one in got.ties} == {"Other": "other_key", "Nobody": "no_key", "Mine": "signer"}


def how(got: Got, *asked: Asked) -> dict[str, str]:
    met = requirements_met(shared_pack(), got, Opportunity("Trainee", "Clinic", asked))
    return {one.asked.name: one.how for one in met}


def test_thing_by_thing_as_asked() -> None:
    got = check_received(found_in(made().content), now=CREATED, registries=[known()], **ASKED)
    found = how(
        got,
        Asked("Know basic medical terms", (TERMS,)),
        Asked("Speak Spanish", (SPANISH,)),
        Asked("Drive a forklift", ("http://data.europa.eu/esco/skill/none",)),
        Asked("Xyzzyqq plugh"),
    )
    assert found == {
        "Know basic medical terms": "record",
        "Speak Spanish": "own_word",
        "Drive a forklift": "nothing_found",
        "Xyzzyqq plugh": "unknown",
    }
    (met, *_rest) = requirements_met(
        shared_pack(), got, Opportunity("T", "C", (Asked("Know basic medical terms", (TERMS,)),))
    )
    assert (met.by, met.evidence, met.lapsed) == (("Clinic Terms",), 4, False)


TERMS_ASKED = Opportunity("T", "C", (Asked("Know basic medical terms", (TERMS,)),))


def met(one: bytes, **more: Any) -> Met:
    """How the first thing asked stands, where a list names the issuer."""
    got = check_received(found_in(one), **{"now": CREATED, "registries": [known()], **ASKED, **more})
    return requirements_met(shared_pack(), got, TERMS_ASKED)[0]


def shown(one: Presentation) -> tuple[str, int]:
    """How the first thing asked stands, and how strongly."""
    found = met(one.content)
    return found.how, found.evidence


def doubted(one: Presentation, **more: Any) -> tuple[str, tuple[str, ...]]:
    """How the first thing asked stands, and why it is no more."""
    found = met(one.content, **more)
    return found.how, found.doubts


def test_a_name_that_nobody_checked_shows_nothing_for_sure() -> None:
    record = record_of(showing("Clinic Terms", TERMS, issuer="Johns Hopkins Hospital"))
    one = made(records=[record])
    assert doubted(one, registries=[]) == ("maybe", ("issuer_unchecked",))
    elsewhere = record_of(showing("Clinic Terms", TERMS, seed=MARKET_SEED))
    assert doubted(made(records=[elsewhere])) == ("maybe", ("issuer_unchecked",))
    assert doubted(one) == ("record", ())


def test_a_file_that_does_not_count_shows_nothing_for_sure() -> None:
    one = made(records=[record_of(showing("Clinic Terms", TERMS))], ends=CREATED + timedelta(days=1))
    assert doubted(one) == ("record", ())
    for more in ({"challenge": "c-2"}, {"domain": "bank.example"}, {"now": CREATED + timedelta(days=2)}):
        assert doubted(one, **more) == ("maybe", ("file_refused",)), more
    assert doubted(one, told_print="0" * 64) == ("maybe", ("file_refused",))
    assert doubted(one, told_print=fingerprint(one.content).upper()) == ("record", ())


def test_a_record_that_names_no_key_shows_nothing_for_sure_whoever_sends_it() -> None:
    record = record_of(showing("Clinic Terms", TERMS, subject=None))
    for seed in (LEARNER_SEED, MARKET_SEED):
        assert doubted(made(seed=seed, records=[record], told={record.key})) == ("maybe", ("no_key",))


def test_where_nobody_could_ask_whether_it_was_canceled_it_shows_nothing_for_sure() -> None:
    status = {
        "id": "https://x.example/list#1",
        "type": "BitstringStatusListEntry",
        "statusPurpose": "revocation",
        "statusListIndex": "1",
        "statusListCredential": "https://x.example/list",
    }
    record = record_of(showing("Clinic Terms", TERMS, extra={"credentialStatus": status}))
    assert doubted(made(records=[record])) == ("maybe", ("record_unsure",))


def test_a_record_given_to_another_key_proves_nothing_of_the_one_who_shows_it() -> None:
    record = record_of(showing("Clinic Terms", TERMS))
    assert shown(made(records=[record])) == ("record", 4)
    assert doubted(made(seed=MARKET_SEED, records=[record], told={record.key})) == ("maybe", ("other_key",))


def test_a_record_that_its_sender_signed_is_their_own_word_whomever_it_is_about() -> None:
    record = record_of(showing("Clinic Terms", TERMS, seed=LEARNER_SEED, subject="did:example:somebody"))
    assert shown(made(records=[record], told={record.key})) == ("maybe", 1)


def test_where_the_file_is_not_soundly_signed_its_records_prove_nothing() -> None:
    whole = made(records=[record_of(showing("Clinic Terms", TERMS))])
    other = {**whole.document, "proof": {"type": "Foo2030", "proofPurpose": "authentication"}}
    found = met(json.dumps(other).encode())
    assert (found.how, found.doubts) == ("maybe", ("file_unsure",))


@pytest.mark.parametrize(
    "before", [b"\xef\xbb\xbf", b"<!-- saved from url=(0014)about:internet -->\n"], ids=["mark", "comment"]
)
def test_a_page_is_found_behind_a_mark_or_a_comment(before: bytes) -> None:
    one = made()
    assert found_in(before + page_of(one)).presentation.raw == one.content.strip()


def test_a_page_saved_in_one_file_is_found() -> None:
    one = made()
    coded = quopri.encodestring(page_of(one)).decode()
    text = (
        "From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n"
        f"--b\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n{coded}\n--b--\n"
    )
    assert found_in(text.encode()).presentation.raw == one.content.strip()


def test_an_end_that_cannot_be_read_is_not_no_end() -> None:
    whole = made(records=[record_of(showing("Clinic Terms", TERMS))])
    proof = {**whole.document["proof"], "expires": "2020-01-01"}
    found = stated(found_in(json.dumps({**whole.document, "proof": proof}).encode()).presentation)
    assert (found.ends, found.unread_end) == (None, True)
    assert not stated(whole_of(whole)).unread_end


def whole_of(one: Presentation) -> Any:
    return found_in(one.content).presentation


def test_own_words_of_somebody_else_show_nothing() -> None:
    theirs = made(seed=MARKET_SEED, records=[record_of(showing("Cook", PRIVATE, subject=None))])
    said = record_of(theirs.document["verifiableCredential"][-1])
    mine = sign_presentation(
        [said],
        [],
        request_for("Trainee", "Clinic", **ASKED),
        seed=LEARNER_SEED,
        created=CREATED,
        labels=LABELS,
        told={said.key},
    )
    got = check_received(found_in(mine.content), now=CREATED, **ASKED)
    assert how(got, Asked("Speak Spanish", (SPANISH,))) == {"Speak Spanish": "nothing_found"}


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    found = received_path(tmp_path / "none.pdf")
    assert isinstance(found, Unreadable)
    assert found.code == "file_missing"
