"""Each form of proof: accepted by our own checks as made, refused once anything about it is another's or changed."""

import copy
import json
from base64 import urlsafe_b64decode
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from application_pages import LABELS
from signed_records import LEARNER, LEARNER_SEED, MARKET_SEED, four_records, record_of, signed_badge
from signed_texts import did_jwk, token

from app.applying.holder import holder_of
from app.applying.making import PROOF_FORMS
from app.applying.presentation import Presentation, request_for, sign_presentation
from app.applying.proof_forms import PRACTICE_ID, Terms, signed_text
from app.applying.statement import Statement
from app.errors import PersonError
from app.records.model import Record, Source, Unreadable
from app.records.reading import read_presentation
from app.trust.jose_signing import sign_jws
from app.trust.presentations import check_presentation
from app.trust.proofs import add_proof
from app.trust.seven import check_record

CREATED = datetime(2026, 3, 10, 18, 42, 7, tzinfo=UTC)
ENDS = CREATED + timedelta(days=30)
ASKED = {"challenge": "c-1", "domain": "clinic.example"}
REQUEST = request_for("Trainee", "Lakeside Practice Clinic", **ASKED)
SPANISH = Statement("Speak Spanish", "We speak it at home.")
OLDER = "Ed25519Signature2020"
THIEF = holder_of(MARKET_SEED)
each_form = pytest.mark.parametrize("form", PROOF_FORMS)


def fitting(form: str) -> list[Record]:
    return [one for one in four_records() if form != OLDER or one.data_model == "1.1"]


def made(form: Any, records: list[Record] | None = None, **more: Any) -> Presentation:
    settings = {"seed": LEARNER_SEED, "created": CREATED, "labels": LABELS, "ends": ENDS, **more}
    return sign_presentation(records or fitting(form), [SPANISH], REQUEST, form=form, **settings)


def checks(content: bytes, *, now: datetime = CREATED + timedelta(days=1), **asked: str) -> dict[str, tuple[str, str]]:
    found = read_presentation(content, Source("p"))
    assert not isinstance(found, Unreadable), found
    return {one.check: (one.answer, one.reason) for one in check_presentation(found, now=now, **(asked or ASKED))}


def edited(one: Presentation, change: Any) -> bytes:
    """The file with something in it changed by somebody without the key."""
    if one.form != "vp+jwt":
        document = copy.deepcopy(dict(one.document))
        change(document)
        return json.dumps(document).encode()
    head, payload, signature = one.content.decode().split(".")
    document = json.loads(urlsafe_b64decode(payload + "=="))
    change(document)
    again = sign_jws({}, json.dumps(document), LEARNER_SEED).split(".")[1]
    return f"{head}.{again}.{signature}".encode()


def signed_anew(one: Presentation, holder: Any, **proof: Any) -> bytes:
    """The same words under another signature: another key's, or one made for another use."""
    unsigned = {key: value for key, value in one.document.items() if key != "proof"}
    if one.form == "vp+jwt":
        text = json.dumps(unsigned)
        terms = Terms("", *ASKED.values(), CREATED, ENDS)
        whole = signed_text(text, terms, replace(LEARNER, seed=holder.seed, method=holder.method))
        payload = urlsafe_b64decode(whole.split(".")[1] + "==").decode()
        return sign_jws({"typ": proof.get("typ", "vp+jwt"), "kid": holder.method}, payload, holder.seed).encode()
    suite = OLDER if one.form == OLDER else "eddsa-rdfc-2022"
    settings = {"purpose": proof.get("purpose", "authentication"), "created": "2026-03-10T18:42:07Z", **ASKED}
    return json.dumps(
        add_proof(unsigned, seed=holder.seed, verification_method=holder.method, suite=suite, **settings)
    ).encode()


@each_form
def test_what_we_make_passes_our_own_checks(form: Any) -> None:
    one = made(form)
    assert {answer for answer, _ in checks(one.content).values()} == {"yes"}
    assert checks(one.content)["in_force"] == ("yes", "in_force")
    found = read_presentation(one.content, Source(one.file_name))
    assert not isinstance(found, Unreadable)
    assert found.holder == one.holder == LEARNER.did
    assert [record.key for record in found.records[:-1]] == [record.key for record in fitting(form)]
    for record in found.records:
        answers = {check.check: check.answer for check in check_record(record, now=CREATED + timedelta(hours=1))}
        assert (answers["format"], answers["signature"]) == ("yes", "yes")


@each_form
def test_another_request_or_reader_is_refused(form: Any) -> None:
    content = made(form).content
    other = checks(content, challenge="c-2", domain="other.example")
    assert other["challenge"] == ("no", "challenge_differs")
    assert other["domain"] == ("no", "domain_differs")


@each_form
def test_a_signature_for_another_use_is_refused(form: Any) -> None:
    found = checks(signed_anew(made(form), LEARNER, purpose="assertionMethod", typ="vc+jwt"))
    assert found["signature"] == ("no", "wrong_media_type" if form == "vp+jwt" else "wrong_purpose")
    assert {found[name][0] for name in ("holder", "challenge", "domain")} == {"not checked"}


def swap(document: dict[str, Any]) -> None:
    document["verifiableCredential"][0] = copy.deepcopy(document["verifiableCredential"][1])


def edit(document: dict[str, Any]) -> None:
    document["verifiableCredential"][0]["credentialSubject"]["achievement"]["name"] = "Brain Surgery"


def put_in(document: dict[str, Any]) -> None:
    document["verifiableCredential"].append(signed_badge("Brain Surgery", data_model="1.1"))


@each_form
@pytest.mark.parametrize("change", [swap, edit, put_in])
def test_a_record_swapped_edited_or_added_is_refused(form: Any, change: Any) -> None:
    assert checks(edited(made(form), change))["signature"] == ("no", "broken")


@each_form
def test_an_edited_record_is_broken_for_itself_too(form: Any) -> None:
    found = read_presentation(edited(made(form), edit), Source("p"))
    assert not isinstance(found, Unreadable)
    (record, *rest) = found.records
    assert isinstance(record, Record)
    assert {one.check: one.answer for one in check_record(record, now=CREATED)}["signature"] == "no"
    assert all({one.check: one.answer for one in check_record(r, now=CREATED)}["signature"] == "yes" for r in rest)


@each_form
def test_a_holder_named_by_anothers_key_is_refused(form: Any) -> None:
    found = checks(signed_anew(made(form), THIEF))
    assert (found["signature"], found["holder"]) == (("yes", "sound"), ("no", "key_of_another"))


@each_form
def test_a_replay_after_the_end_is_refused(form: Any) -> None:
    content = made(form).content
    at_end, after = checks(content, now=ENDS), checks(content, now=ENDS + timedelta(seconds=1))
    assert at_end["in_force"] == ("yes", "in_force")
    assert after["in_force"] == ("no", "proof_expired")


@each_form
def test_the_end_cannot_be_moved(form: Any) -> None:
    def move(document: dict[str, Any]) -> None:
        if "proof" in document:
            document["proof"]["expires"] = "2036-01-01T00:00:00Z"
        else:
            document["exp"] = 2082758400

    assert checks(edited(made(form), move))["signature"] == ("no", "broken")


@each_form
def test_without_an_end_none_is_stated(form: Any) -> None:
    assert checks(made(form, ends=None).content)["in_force"] == ("yes", "no_end_date")


@each_form
def test_an_end_in_the_past_is_not_signed(form: Any) -> None:
    with pytest.raises(PersonError) as caught:
        made(form, ends=CREATED)
    assert caught.value.code == "end_is_past"


@each_form
def test_practice_stands_inside_the_signed_bytes(form: Any) -> None:
    one = made(form, practice=True)
    marked = str(one.document["id"] if form == OLDER else one.document["name"])
    assert marked.startswith(PRACTICE_ID if form == OLDER else "Practice: ")

    def unmark(document: dict[str, Any]) -> None:
        document.update({"id": "urn:uuid:1"} if form == OLDER else {"name": "Application: Trainee"})

    assert checks(edited(one, unmark))["signature"] == ("no", "broken")


def signed_jwt_record() -> Record:
    badge = {key: value for key, value in signed_badge("Welding").items() if key != "proof"} | {"issuer": did_jwk()}
    return record_of({}, token(badge, typ="vc+jwt"))


@pytest.mark.parametrize("newer", [four_records()[2], signed_jwt_record()], ids=["vc2", "jwt"])
def test_the_older_form_says_what_it_cannot_hold(newer: Record) -> None:
    with pytest.raises(PersonError) as caught:
        made(OLDER, [newer])
    assert (caught.value.code, caught.value.values) == ("record_needs_newer_form", {"titles": (newer.name,)})


def test_the_jwt_form_carries_a_record_whose_words_are_not_at_hand() -> None:
    context = ["https://www.w3.org/ns/credentials/v2", "https://unknown.example/v1"]
    unknown = record_of({**signed_badge("Welding"), "@context": context})
    with pytest.raises(PersonError):
        made("eddsa-rdfc-2022", [unknown])
    assert checks(made("vp+jwt", [unknown]).content)["signature"] == ("yes", "sound")
