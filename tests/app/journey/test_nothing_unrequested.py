"""No paper of an application holds anything of what stays home, nor shows what the readable page leaves out."""

import dataclasses
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import zxingcpp
from applying_world import (
    BIRTH,
    DATES,
    PRIVATE,
    TERMS,
    TITLE,
    WANTED,
    holding,
    ready_for,
    showing,
    take_sd_jwt,
    transcript,
)
from every_output import layers, words_of_page, words_of_pdf

from app.applying.making import PROOF_FORMS, Making
from app.applying.pdf import APPLICATION as TEMPLATE
from app.applying.pdf import _inputs
from app.applying.qr_code import MOST_BYTES, code_of
from app.journey.apply.draft import Draft, speak_for
from app.journey.apply.page import application_page
from app.journey.apply.papers import PAPER_FORMS, USUAL, page_labels
from app.journey.apply.preparing import elsewhere
from app.journey.apply.save import Papers, make_papers
from app.journey.received.given import Given, Looked, look_at
from app.journey.session import Session
from app.journey.skills.profile import say_in_own_words
from app.places import asset
from app.vault import store_keys
from app.wording import Words

EN = Words("en")
OTHER_CARD = "Forklift Card Zebra-41"
HOME = (OTHER_CARD, "Quiet Hill Shelter", "1979-04-05", "hidden@home.example", "Own Secret Plan", "Lakeside-Elsewhere")
GRADE = {"result": [{"type": ["Result"], "value": "97.25 of 100"}]}
LEFT_OFF = ("2021-09-27", "2021", "97.25", "Harbor Hidden College")
each_proof = pytest.mark.parametrize("proof", PROOF_FORMS)
pytest.importorskip("typst", reason="Typst has no wheel for this machine")


def records() -> list[dict[str, Any]]:
    person = {"identifier": [{"type": "IdentityObject", "hashed": False, "identityHash": HOME[3]}]}
    older = {"data_model": "1.1", "suite": "Ed25519Signature2020"}
    return [
        showing("Clinic Terms", TERMS, issuer=LEFT_OFF[3], extra_subject={**DATES, **GRADE}, **older),
        showing("Keeps Things Private", PRIVATE, **older),
        showing(OTHER_CARD, "http://data.europa.eu/esco/skill/none", issuer=HOME[1], extra_subject=person, **older),
    ]


def papers_of(session: Session, proof: Any, forms: Any = PAPER_FORMS) -> Papers:
    ready = ready_for(session, WANTED)
    making = Making(proof, ends=session.clock() + timedelta(days=30))
    return make_papers(
        session, EN, ready, name="Ana Diaz", told=frozenset(elsewhere(session, ready)), making=making, forms=forms
    )


def everything(session: Session, proof: Any) -> Papers:
    say_in_own_words(session, HOME[4])
    store_keys.new_key(session.vault, HOME[5], lambda seed: "did:key:zHome" + seed.hex())
    papers = papers_of(session, proof)
    assert papers.faults == ()
    return papers


def own_secrets(session: Session) -> list[str]:
    """Seeds of every key, the DIDs of those that did not sign, and the folder of the vault."""
    keys = store_keys.keys(session.vault)
    return [one.seed.hex() for one in keys] + [one.did for one in keys if "zHome" in one.did]


@each_proof
def test_nothing_that_stays_home_is_in_any_paper(tmp_path: Path, proof: Any) -> None:
    with holding(tmp_path, *records()) as session:
        papers = everything(session, proof)
        hidden = [*HOME, *own_secrets(session), str(tmp_path)]
    assert len(papers.files) == len(PAPER_FORMS)
    for name, content in papers.files.items():
        found = list(layers(name, content))
        told = {secret: where for secret in hidden for where, text in found if secret.casefold() in text.casefold()}
        assert told == {}, name
        assert any("Keeps Things Private" in text for _, text in found), name


@each_proof
def test_what_the_page_leaves_out_is_on_no_readable_paper(tmp_path: Path, proof: Any) -> None:
    with holding(tmp_path, *records()) as session:
        files = everything(session, proof).files
    readable = {
        "html": words_of_page(files["presentation.html"]),
        "pdf": words_of_pdf(files["presentation.pdf"]),
        "text": files["resume.txt"].decode(),
    }
    for name, text in readable.items():
        assert [one for one in LEFT_OFF if one in text] == [], name
        assert "Ana Diaz" in text
    # The signed file carries the record whole, as the learner was told.
    signed = dict(layers("signed", next(content for name, content in files.items() if name[-4:] in ("json", ".jwt"))))
    assert any(LEFT_OFF[3] in text for text in signed.values())


@pytest.mark.parametrize("proof", [one for one in PROOF_FORMS if one != "Ed25519Signature2020"])
def test_what_an_sd_jwt_may_leave_out_is_in_no_paper(tmp_path: Path, proof: Any) -> None:
    """The older form cannot hold such a record."""
    with holding(tmp_path / "w", showing("Keeps Things Private", PRIVATE)) as session:
        take_sd_jwt(session, tmp_path)
        papers = papers_of(session, proof)
    assert (papers.faults, len(papers.files)) == ((), len(PAPER_FORMS))
    for name, content in papers.files.items():
        texts = [text for _, text in layers(name, content)]
        assert not any(BIRTH in text or "2000-01-01" in text for text in texts), name
        assert any(TITLE in text for text in texts) is (name != "resume.txt"), name


@pytest.mark.parametrize("proof", [one for one in PROOF_FORMS if one != "Ed25519Signature2020"])
def test_the_rest_of_a_transcript_is_in_no_paper(tmp_path: Path, proof: Any) -> None:
    """One course of it goes, with own words beside it; the older form cannot hold such a course."""
    courses = showing("Course Terms", TERMS), showing(OTHER_CARD, "http://data.europa.eu/esco/skill/none")
    with holding(tmp_path, transcript(*courses)) as session:
        own, _ = speak_for(session, Draft(WANTED), WANTED.asked[2], "I speak it at home.")
        ready = ready_for(session, own)
        told = frozenset(elsewhere(session, ready))
        papers = make_papers(session, EN, ready, name="Ana", told=told, making=Making(proof), forms=PAPER_FORMS)
    assert (papers.faults, len(papers.files)) == ((), len(PAPER_FORMS))
    for name, content in papers.files.items():
        texts = [text for _, text in layers(name, content)]
        assert not any(rest in text for text in texts for rest in (OTHER_CARD, "All courses", "ClrCredential")), name
        assert all(any(goes in text for text in texts) for goes in ("Course Terms", "I speak it at home.")), name


@each_proof
def test_what_stays_home_would_be_found(tmp_path: Path, proof: Any) -> None:
    """The same look finds each hidden value in a paper that does hold it."""
    with holding(tmp_path, *records()) as session:
        ready = ready_for(session, WANTED)
        wanted = dataclasses.replace(ready.opportunity, title=OTHER_CARD)
        ready = dataclasses.replace(ready, opportunity=wanted)
        told = frozenset(elsewhere(session, ready))
        papers = make_papers(session, EN, ready, name="Ana", told=told, making=Making(proof), forms=PAPER_FORMS)
    for name, content in papers.files.items():
        if name[-4:] not in ("json", ".jwt") or name.startswith("resume"):
            assert any(OTHER_CARD in text for _, text in layers(name, content)), name


@each_proof
def test_the_printed_code_reads_as_the_fingerprint_of_the_signed_file(tmp_path: Path, proof: Any) -> None:
    with holding(tmp_path, *records()) as session:
        ready = ready_for(session, WANTED)
        told = frozenset(elsewhere(session, ready))
        papers = make_papers(session, EN, ready, name="Ana Diaz", told=told, making=Making(proof), forms=USUAL)
        page = application_page(EN, ready, papers.presentation, name="Ana Diaz", practice=False)
    made = papers.presentation
    assert printed_codes(page, made.content, proof) == [f"{made.file_name} sha-256 {sha256(made.content).hexdigest()}"]


@pytest.mark.parametrize("proof", [one for one in PROOF_FORMS if one != "vp+jwt"])
def test_a_printed_code_that_holds_the_signed_data_can_be_checked_alone(tmp_path: Path, proof: Any) -> None:
    """Own words alone are small enough; as a JWT they are not."""
    with holding(tmp_path) as session:
        own, _ = speak_for(session, Draft(WANTED), WANTED.asked[2], "I speak it at home.")
        ready = ready_for(session, own)
        papers = make_papers(session, EN, ready, name="Ana", told=frozenset(), making=Making(proof), forms=USUAL)
        page = application_page(EN, ready, papers.presentation, name="Ana", practice=False)
        now = session.clock()
    made = papers.presentation
    (read,) = printed_codes(page, made.content, proof)
    assert read.encode() == made.content
    found = look_at(Given(text=read, challenge=made.challenge, domain=made.domain), now)
    assert isinstance(found, Looked)
    assert found.got.refused == ()
    assert {one.answer for one in found.got.checks} == {"yes"}
    assert found.got.presentation.document == made.document


def printed_codes(page: Any, content: bytes, proof: Any) -> list[str]:
    """The QR codes to be seen on the printed pages, as a phone reads them."""
    import typst

    inputs = _inputs(page, page_labels(EN, proof), content)
    pages = typst.compile(
        str(asset("documents", TEMPLATE)),
        root=str(asset("documents")),
        font_paths=[str(asset("fonts"))],
        format="png",
        ppi=200,
        sys_inputs=inputs,
    )
    listed = pages if isinstance(pages, list) else [pages]
    return [code.bytes.decode() for one in listed for code in zxingcpp.read_barcodes(gray(one))]


def gray(picture: bytes) -> Any:
    import io

    from PIL import Image

    return np.array(Image.open(io.BytesIO(picture)).convert("L"))


def test_a_small_signed_file_is_in_the_code_whole() -> None:
    content = b'{\n  "holder": "did:key:z6Mk",\n  "said": "\xc3\xb1"\n}\n'
    code = code_of(content, "presentation.json")
    assert (code.holds, code.content) == ("signed", content)
    spaced = b'{"a":' + b" " * 3000 + b'"b"}'
    assert code_of(spaced, "presentation.json").content == b'{"a":"b"}'
    assert code_of(b"x" * (MOST_BYTES + 1), "presentation.jwt").holds == "fingerprint"
    assert code_of(b"x" * MOST_BYTES, "presentation.jwt").holds == "signed"
