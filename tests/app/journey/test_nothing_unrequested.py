"""No paper of an application holds anything of what stays home, nor shows what the readable page leaves out."""

from base64 import b64encode, urlsafe_b64encode
from collections.abc import Iterable, Mapping
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

from app.applying.candidate import Wishes
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
from app.trust.multibase import encode_base58
from app.vault import store_keys
from app.wording import Words

EN = Words("en")
QR = zxingcpp.BarcodeFormat.QRCode
OTHER_CARD = "Forklift Card Zebra-41"
HOME = (OTHER_CARD, "Quiet Hill Shelter", "1979-04-05", "hidden@home.example", "Own Secret Plan", "Lakeside-Elsewhere")
GRADE = {"result": [{"type": ["Result"], "value": "97.25 of 100"}]}
SCHOOL, GIVEN = "Harbor Hidden College", "Dec 12, 2025"
LEFT_OFF = ("2021-09-27", "Sep 27, 2021", "97.25", SCHOOL, GIVEN)
each_proof = pytest.mark.parametrize("proof", PROOF_FORMS)
pytest.importorskip("typst", reason="Typst has no wheel for this machine")


def records() -> list[dict[str, Any]]:
    """One that shows each of two things asked, and one that shows neither and tells a birth date and an address."""
    private = [("emailAddress", HOME[3]), ("ext:birthDate", HOME[2])]
    told = {"type": "IdentityObject", "hashed": False}
    person = {"identifier": [told | {"identityType": kind, "identityHash": value} for kind, value in private]}
    older = {"data_model": "1.1", "suite": "Ed25519Signature2020"}
    return [
        showing("Clinic Terms", TERMS, issuer=SCHOOL, extra_subject={**DATES, **GRADE}, **older),
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
    """Seeds of every key as texts write them, and the DIDs of those that did not sign."""
    keys = store_keys.keys(session.vault)
    seeds = [text for one in keys for text in as_text(one.seed)]
    return seeds + [one.did for one in keys if "zHome" in one.did]


def as_text(seed: bytes) -> tuple[str, ...]:
    """A seed in hex, in base64 of both alphabets and in base58."""
    return (
        seed.hex(),
        b64encode(seed).decode().rstrip("="),
        urlsafe_b64encode(seed).decode().rstrip("="),
        encode_base58(seed),
    )


def found_in(name: str, content: bytes, hidden: Iterable[str]) -> set[str]:
    """Which of these a paper holds, however it is packed."""
    texts = [text.casefold() for _, text in layers(name, content)]
    return {secret for secret in hidden if any(secret.casefold() in text for text in texts)}


def readable(files: Mapping[str, bytes]) -> dict[str, str]:
    """What a person reads on each paper."""
    return {
        "html": words_of_page(files["presentation.html"]),
        "pdf": words_of_pdf(files["presentation.pdf"]),
        "text": files["resume.txt"].decode(),
    }


@each_proof
def test_nothing_that_stays_home_is_in_any_paper(tmp_path: Path, proof: Any) -> None:
    with holding(tmp_path, *records()) as session:
        papers = everything(session, proof)
        held = b"".join(path.read_bytes() for path in (tmp_path / "records").iterdir()).decode()
        assert all(one in held for one in HOME[:4])
        hidden, seeds = [*HOME, *own_secrets(session), str(tmp_path)], store_keys.keys(session.vault)
    assert len(papers.files) == len(PAPER_FORMS)
    for name, content in papers.files.items():
        assert found_in(name, content, hidden) == set(), name
        assert not any(one.seed in content for one in seeds), name
        assert found_in(name, content, ["Keeps Things Private"]), name


@each_proof
def test_what_the_page_leaves_out_is_on_no_readable_paper(tmp_path: Path, proof: Any) -> None:
    with holding(tmp_path, *records()) as session:
        files = everything(session, proof).files
    for name, text in readable(files).items():
        assert [one for one in LEFT_OFF if one in text] == [], name
        assert "Ana Diaz" in text
    # The signed file carries the record whole, as the learner was told.
    signed = dict(layers("signed", next(content for name, content in files.items() if name[-4:] in ("json", ".jwt"))))
    assert any(SCHOOL in text for text in signed.values())


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
    """The same look finds every one of them in each paper, where the learner's own words say it."""
    with holding(tmp_path) as session:
        hidden = [*HOME, str(tmp_path), *as_text(bytes(range(32)))]
        spoken = Draft(WANTED)
        for place, asked in enumerate(WANTED.asked):
            spoken, _ = speak_for(session, spoken, asked, " ; ".join(hidden[place :: len(WANTED.asked)]))
        ready = ready_for(session, spoken)
        told = frozenset(elsewhere(session, ready))
        papers = make_papers(session, EN, ready, name="Ana", told=told, making=Making(proof), forms=PAPER_FORMS)
    for name, content in papers.files.items():
        assert found_in(name, content, hidden) == set(hidden), name


@each_proof
def test_what_the_page_may_leave_out_would_be_found(tmp_path: Path, proof: Any) -> None:
    """The same words stand on each readable paper where the learner leaves nothing out."""
    with holding(tmp_path, *records()) as session:
        ready = ready_for(session, Draft(WANTED, Wishes(skills_first=False)))
        told = frozenset(elsewhere(session, ready))
        papers = make_papers(session, EN, ready, name="Ana", told=told, making=Making(proof), forms=PAPER_FORMS)
    for name, text in readable(papers.files).items():
        assert (SCHOOL in text, GIVEN in text) == (True, True), name


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
    return [code.bytes.decode() for one in listed for code in zxingcpp.read_barcodes(gray(one), formats=QR)]


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
