"""The page people read: what it says, what it never lets in, and that it stands alone."""

import base64
import dataclasses
import hashlib
import re

import pytest
from application_pages import LABELS, PAGE
from employment_pages import LABELS as PLAN_LABELS
from employment_pages import PAGE as PLAN_PAGE
from read_papers import Page

from app.applying.documents import APPLICATION_LABELS, Answer, OwnWord, Sent, application_html
from app.applying.employment_document import employment_html

PRESENTATION = '{"a": 1.0, "ñ": "</script>"}\n'.encode()
HOSTILE = (
    "</title></style></script><script>alert(1)</script><img src=x onerror=alert(1)>\u202e\u0007 #panic() ${x} $title"
)


def both() -> list[bytes]:
    return [application_html(PAGE, LABELS, PRESENTATION), employment_html(PLAN_PAGE, PLAN_LABELS)]


@pytest.mark.parametrize("content", both(), ids=["application", "plan"])
def test_the_page_stands_alone_and_runs_nothing(content: bytes) -> None:
    page = Page(content)
    tags = {tag for tag, _ in page.tags}
    assert not tags & {"script", "link", "img", "iframe", "object", "embed", "form", "base", "video", "audio", "input"}
    policy = next(meta for meta in page.having("meta") if meta.get("http-equiv") == "Content-Security-Policy")
    style = re.search(rb"<style>(.*?)</style>", content, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1]).digest()).decode()
    assert policy["content"] == (
        f"default-src 'none'; style-src 'sha256-{digest}'; font-src data:; base-uri 'none'; form-action 'none'"
    )
    assert not [attribute for _, attributes in page.tags for attribute in attributes if attribute.startswith("on")]
    assert not [attributes for _, attributes in page.tags if "style" in attributes]
    assert b"url(http" not in content
    assert b"@import" not in content


@pytest.mark.parametrize("content", both(), ids=["application", "plan"])
def test_the_page_can_be_read_aloud(content: bytes) -> None:
    page = Page(content)
    assert page.having("html")[0]["lang"] == "en-US"
    assert len(page.having("h1")) == 1
    assert page.having("h2")
    assert page.having("table")[0]["aria-label"]
    assert all(head.get("scope") in {"col", "row"} for head in page.having("th"))
    assert all(picture.get("aria-hidden") == "true" or "blocks" in str(picture) for picture in page.having("svg"))
    assert page.having("title")


def test_all_that_the_application_says_is_there() -> None:
    text = Page(application_html(PAGE, LABELS, PRESENTATION)).text()
    for said in (PAGE.name, PAGE.summary, PAGE.holder, PAGE.challenge, PAGE.domain, PAGE.own_words[0].text):
        assert said in text
    for answer in PAGE.answers:
        assert answer.asked in text
        assert answer.evidence_words in text
    assert LABELS["own_words_note"] in text
    assert "Given by Practice Rescue Group Expired January 31, 2026" in text


def test_the_presentation_is_saved_from_the_page_to_the_byte() -> None:
    links = Page(application_html(PAGE, LABELS, PRESENTATION)).having("a")
    (link,) = [attributes for attributes in links if attributes.get("download")]
    assert link["download"] == "presentation.json"
    kind, _, encoded = str(link["href"]).partition(";base64,")
    assert kind == "data:application/vp"
    assert base64.b64decode(encoded) == PRESENTATION


def test_practice_stands_first_on_the_page_and_only_there() -> None:
    text = Page(application_html(PAGE, LABELS, PRESENTATION)).text()
    assert text.index("Practice This learner is made up.") < text.index("For Medical Assistant Trainee")
    real = Page(application_html(dataclasses.replace(PAGE, practice=False), LABELS, PRESENTATION)).text()
    assert LABELS["practice_sentence"] not in real


def test_a_school_kept_off_the_page_is_not_on_it() -> None:
    sent = tuple(dataclasses.replace(record, issuer="") for record in PAGE.sent)
    answers = tuple(dataclasses.replace(answer, detail="") for answer in PAGE.answers)
    content = application_html(dataclasses.replace(PAGE, sent=sent, answers=answers), LABELS, PRESENTATION)
    assert b"College" not in content
    assert LABELS["issued_by"].encode() not in content


def test_hostile_words_stay_words_on_the_application() -> None:
    page = dataclasses.replace(
        PAGE,
        name=HOSTILE,
        title=HOSTILE,
        organisation=HOSTILE,
        language='en"><script>',
        answers=(Answer(HOSTILE, "shown", HOSTILE, HOSTILE, 4, HOSTILE, HOSTILE),),
        own_words=(OwnWord(HOSTILE, HOSTILE),),
        sent=(Sent(HOSTILE, HOSTILE, (HOSTILE,)),),
        holder=HOSTILE,
        challenge=HOSTILE,
        domain=HOSTILE,
    )
    content = application_html(page, LABELS, PRESENTATION)
    read = Page(content)
    plain = Page(application_html(PAGE, LABELS, PRESENTATION))
    assert {tag for tag, _ in read.tags} <= {tag for tag, _ in plain.tags}
    assert "onerror" not in str([attributes for _, attributes in read.tags])
    assert "\u202e" not in content.decode()
    assert "\u0007" not in content.decode()
    assert "<script>alert(1)</script><img src=x onerror=alert(1)> #panic() ${x}" in read.text()


def test_every_label_is_named_and_needed() -> None:
    """The lists of labels are the contract with the wording: no more and no less than the pages use."""

    class Used(dict[str, str]):
        def __init__(self, labels: dict[str, str]) -> None:
            super().__init__(labels)
            self.used: set[str] = set()

        def __getitem__(self, key: str) -> str:
            self.used.add(key)
            return super().__getitem__(key)

    labels = Used(LABELS)
    application_html(dataclasses.replace(PAGE, counts_until="Mar 1, 2027"), labels, PRESENTATION)
    on_paper = {"check_steps_pdf", "attached_file", "page", "code_signed", "code_fingerprint"}
    assert labels.used | on_paper == set(APPLICATION_LABELS)
