"""The page people read: what it says, what it never lets in, and that it stands alone."""

import base64
import dataclasses
import hashlib
import re
from html.parser import HTMLParser

import pytest
from application_pages import LABELS, PAGE
from plan_pages import LABELS as PLAN_LABELS
from plan_pages import PAGE as PLAN_PAGE

from app.applying.documents import APPLICATION_LABELS, Answer, OwnWord, Sent, application_html
from app.applying.plan_document import PLAN_LABELS as PLAN_LABEL_KEYS
from app.applying.plan_document import plan_html
from pathways.model import Figure, LearningStep, Plan, PlannedStep

PRESENTATION = '{"a": 1.0, "ñ": "</script>"}\n'.encode()
HOSTILE = (
    "</title></style></script><script>alert(1)</script><img src=x onerror=alert(1)>\u202e\u0007 #panic() ${x} $title"
)


class Page(HTMLParser):
    """Every tag with its attributes, the text a person reads, and heads of cells."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.feed(content.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)

    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    def having(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def both() -> list[bytes]:
    return [application_html(PAGE, LABELS, PRESENTATION), plan_html(PLAN_PAGE, PLAN_LABELS)]


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


def test_the_plan_says_state_steps_cost_and_sources() -> None:
    text = Page(plan_html(PLAN_PAGE, PLAN_LABELS)).text()
    for said in ("You show (2)", "Partly there (1)", "To learn (2)", "Unknown (1)", "Nobody has rated this yet."):
        assert said in text
    assert "1. CPR card Practice Rescue Group $45 This pays for the exam alone. 4 hours First aid and CPR" in text
    assert "2. Vital signs Practice Adult School, online Free 48 hours, 6 weeks Take vital signs" in text
    assert "3. Draw blood Not known Not known Draw blood Guessed from" in text
    assert "Total At least $1,445.50 52 hours, 6.2 weeks" in text
    assert "CPR card: Cost (seen in 2026), https://example.org/cpr" in text
    assert "Vital signs: Cost, Time (seen in 2026), https://example.org/adult" in text
    assert PLAN_PAGE.attributions[0] in text
    assert "No course in the list teaches these Calm upset patients" in text


def test_figures_in_spanish() -> None:
    text = Page(plan_html(dataclasses.replace(PLAN_PAGE, language="es"), PLAN_LABELS)).text()
    assert "45 US$" in text.replace("\xa0", " ")
    assert "48 horas, 6 semanas" in text.replace("\xa0", " ")


def test_an_unknown_price_is_never_free() -> None:
    step = LearningStep("x", "X", "course", None, Figure(None), Figure(None), Figure(None), ())
    plan = Plan((PlannedStep(step, ()),), cost=0.0, hours=None, weeks=None, proven=True, bound=0.0, unpriced=(step,))
    text = Page(plan_html(dataclasses.replace(PLAN_PAGE, plan=plan), PLAN_LABELS)).text()
    assert "1. X Not known Not known Total Not known Not known" in text


def test_an_address_that_is_no_web_address_is_no_link() -> None:
    step = LearningStep(
        "x", HOSTILE, "course", HOSTILE, Figure(1.0, "javascript:alert(1)"), Figure(1.0), Figure(1.0), ()
    )
    plan = Plan((PlannedStep(step, ("c1",)),), cost=1.0, hours=1.0, weeks=1.0, proven=False, bound=0.0)
    page = Page(plan_html(dataclasses.replace(PLAN_PAGE, plan=plan, name=HOSTILE, goal=HOSTILE), PLAN_LABELS))
    assert page.having("a") == []
    assert "script" not in {tag for tag, _ in page.tags}
    assert PLAN_LABELS["not_proven"] in page.text()


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
    plan_labels = Used(PLAN_LABELS)
    for plan in (PLAN_PAGE.plan, Plan((), 0, 0, 0, proven=True, bound=0, only_unpriced=("c5",))):
        plan_html(dataclasses.replace(PLAN_PAGE, plan=plan), plan_labels)
    step = dataclasses.replace(PLAN_PAGE.plan, proven=False)
    plan_html(dataclasses.replace(PLAN_PAGE, plan=step), plan_labels)
    assert plan_labels.used == set(PLAN_LABEL_KEYS)
