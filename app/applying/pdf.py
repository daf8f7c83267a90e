"""Papers as tagged PDFs (PDF/UA-1, ISO 14289-1) by Typst: the application with its presentation, and the plan."""

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from typing import Any

from app.applying import employment_document
from app.applying.documents import EMPTY_HEADING, Application, checking_facts, document_title
from app.applying.employment_document import EmploymentPage
from app.applying.qr_code import code_of
from app.errors import PersonError
from app.places import asset
from app.records.text import paragraphs

APPLICATION, EMPLOYMENT = "application.typ", "employment.typ"
# How pyo3 tells Python of a bug in Rust. Typst 0.15.1 panics on some mixtures of scripts, so a stranger's text could
# otherwise end the program; the class cannot be imported, and it is no Exception.
PANIC = "PanicException"


def application_pdf(page: Application, labels: Mapping[str, str], presentation: bytes, *, created: datetime) -> bytes:
    """The PDF's bytes, the same for the same input; `presentation` (UTF-8) is attached to the byte.

    Raises as `_made`.
    """
    return _made(APPLICATION, _inputs(page, labels, presentation), created)


def employment_pdf(page: EmploymentPage, labels: Mapping[str, str], *, created: datetime) -> bytes:
    """The plan as a PDF to sign, the same bytes for the same input. Labels: `EMPLOYMENT_LABELS`. Raises as `_made`."""
    title = paragraphs(employment_document.document_title(page, labels))
    data = {**_clean(asdict(page)), "document_title": title}
    return _made(EMPLOYMENT, {"page": json.dumps(data), "labels": json.dumps(_clean(dict(labels)))}, created)


def _made(template: str, inputs: dict[str, str], created: datetime) -> bytes:
    """The PDF's bytes.

    Raises `PersonError("pdf_not_available", why=…)`: `no_typst` on a machine without Typst, `letters` where no font
    has a letter of the text, `not_made` with Typst's `detail`. The HTML page says the same and needs none of it.
    """
    try:
        import typst  # noqa: F401
    except ImportError as error:
        raise PersonError("pdf_not_available", why="no_typst") from error
    made = _compiled(template, inputs, created, system_fonts=False)
    return made or _with_system_fonts(template, inputs, created)


def _with_system_fonts(template: str, inputs: dict[str, str], created: datetime) -> bytes:
    """Names in scripts that the shipped fonts lack: PDF/UA forbids empty boxes, so try the fonts of this computer."""
    made = _compiled(template, inputs, created, system_fonts=True)
    if made is None:
        raise PersonError("pdf_not_available", why="letters")
    return made


def _compiled(template: str, inputs: dict[str, str], created: datetime, *, system_fonts: bool) -> bytes | None:
    """The PDF, or None if the fonts lack a letter. Texts go in as data and are never read as Typst markup."""
    import typst

    compiler = typst.Compiler(
        input=str(asset("documents", template)),
        root=str(asset("documents")),
        font_paths=[str(asset("fonts"))],
        ignore_system_fonts=not system_fonts,
        sys_inputs=inputs,
    )
    try:
        with _quiet_panics():
            made = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=created)
    except typst.TypstError as error:
        if "could not be displayed" in str(error):
            return None
        raise PersonError("pdf_not_available", why="not_made", detail=str(error)) from error
    except BaseException as error:
        if type(error).__name__ != PANIC:
            raise
        raise PersonError("pdf_not_available", why="not_made", detail=str(error)) from error
    if not isinstance(made, bytes):
        raise TypeError("Typst gave no single PDF")
    return made


@contextmanager
def _quiet_panics() -> Iterator[None]:
    """Keep what Rust writes about a panic off the person's terminal: it goes to descriptor 2, past `sys.stderr`."""
    try:
        kept = os.dup(2)
    except OSError:  # a windowed program may have no standard error
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


def _inputs(page: Application, labels: Mapping[str, str], presentation: bytes) -> dict[str, str]:
    data = {**_clean(asdict(page)), "document_title": paragraphs(document_title(page))}
    for holder, heading in ((data, "name"), *((said, "about") for said in data["own_words"])):
        holder[heading] = holder[heading] or EMPTY_HEADING
    code = code_of(presentation, page.file)
    data["facts"] = [[labels[key], paragraphs(value)] for key, value in checking_facts(page, presentation)]
    data["code"] = {"says": paragraphs(labels[f"code_{code.holds}"]), "modules": code.modules}
    return {
        "page": json.dumps(data),
        "labels": json.dumps(_clean(dict(labels))),
        "presentation": presentation.decode("utf-8"),
        "code": code.svg,
    }


def _clean(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    if isinstance(value, str):
        return paragraphs(value)
    if isinstance(value, Mapping):
        return {key: _clean(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(inner) for inner in value]
    return value
