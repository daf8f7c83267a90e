"""Pages that are sent or printed, opened in headless Chromium and looked at with axe-core: no violation, no network."""

import dataclasses
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from application_pages import LABELS, PAGE
from peers import absent
from practice_world import NOW
from signed_records import LEARNER_SEED, four_records

from app.applying.documents import application_html, preview_html
from app.applying.presentation import request_for, sign_presentation
from app.journey.papers import labels
from app.wording import Words
from app.wording.papers import APPLICATION

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
Look = Callable[..., list[dict[str, Any]]]


@pytest.fixture(scope="session")
def browser() -> str:
    """The path of a Chromium."""
    return next(filter(None, map(shutil.which, BROWSERS)), None) or absent("Chromium")


@pytest.fixture
def look(browser: str, run_node: Callable[..., str], libraries: Path, tmp_path: Path) -> Look:
    """What Chromium and axe-core find of pages given as bytes."""

    def run(*pages: bytes) -> list[dict[str, Any]]:
        files = [tmp_path / f"{number}.html" for number, _ in enumerate(pages)]
        for file, page in zip(files, pages, strict=True):
            file.write_bytes(page)
        axe = libraries / "node_modules" / "axe-core" / "axe.min.js"
        return list(json.loads(run_node("page.mjs", browser, axe, *files)))

    return run


def sent_pages() -> list[bytes]:
    """The page as it goes: practice and real, English and Spanish, with a JWT, with next to nothing on it."""
    made = sign_presentation(
        four_records(), [], request_for("Trainee", "Clinic"), seed=LEARNER_SEED, created=NOW, labels=LABELS
    )
    english, spanish = (labels(Words(language), APPLICATION) for language in ("en", "es"))
    real = dataclasses.replace(PAGE, practice=False, counts_until="Mar 1, 2027")
    empty = dataclasses.replace(PAGE, name="", answers=(), own_words=(), sent=())
    jwt = dataclasses.replace(PAGE, file="presentation.jwt", media_type="application/vp+jwt")
    return [
        application_html(PAGE, english, made.content),
        application_html(dataclasses.replace(real, language="es"), spanish, made.content),
        application_html(empty, english, made.content),
        application_html(jwt, english, b"e30.e30.e30"),
        preview_html(PAGE, english, "Nothing is signed yet."),
    ]


def test_no_violation_and_nothing_fetched(look: Look) -> None:
    pages = sent_pages()
    found = look(*pages)
    assert [(one["violations"], one["asked"]) for one in found] == [([], [])] * len(pages)
    assert all(one["passed"] > 10 for one in found)


def test_it_sees_a_page_that_shuts_people_out(look: Look) -> None:
    (page, *_rest) = sent_pages()
    broken = page.replace(b"<html lang=", b"<html data-lang=").replace(
        b"</h1>", b'</h1><img src="https://x.example/i">'
    )
    (found,) = look(broken)
    assert {rule for rule, _ in found["violations"]} >= {"html-has-lang", "image-alt"}
    assert found["asked"] == ["https://x.example/i"]
