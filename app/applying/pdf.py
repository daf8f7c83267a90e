"""The application as a tagged PDF (PDF/UA-1, ISO 14289-1) with the presentation attached, by Typst."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Any

from app.applying.documents import Application, document_title
from app.errors import PersonError
from app.places import asset
from app.records.text import paragraphs

if TYPE_CHECKING:
    import typst

TEMPLATE = "application.typ"


def application_pdf(page: Application, labels: Mapping[str, str], presentation: bytes, *, created: datetime) -> bytes:
    """The PDF's bytes, the same for the same input; `presentation` (UTF-8 JSON) is attached to the byte.

    Raises `PersonError("pdf_not_available", why=…)`: `no_typst` on a machine without Typst, `letters` where no font
    has a letter of the text. The HTML page says the same and needs neither.
    """
    try:
        import typst  # noqa: F401
    except ImportError as error:
        raise PersonError("pdf_not_available", why="no_typst") from error
    inputs = _inputs(page, labels, presentation, created)
    return _compiled(inputs, created, system_fonts=False) or _with_system_fonts(inputs, created)


def _with_system_fonts(inputs: dict[str, str], created: datetime) -> bytes:
    """Names in scripts that the shipped fonts lack: PDF/UA forbids empty boxes, so try the fonts of this computer."""
    made = _compiled(inputs, created, system_fonts=True)
    if made is None:
        raise PersonError("pdf_not_available", why="letters")
    return made


def _compiled(inputs: dict[str, str], created: datetime, *, system_fonts: bool) -> bytes | None:
    """The PDF, or None if the fonts lack a letter. Texts go in as data and are never read as Typst markup."""
    import typst

    compiler = typst.Compiler(
        input=str(asset("documents", TEMPLATE)),
        root=str(asset("documents")),
        font_paths=[str(asset("fonts"))],
        ignore_system_fonts=not system_fonts,
        sys_inputs=inputs,
    )
    try:
        made = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=created)
    except typst.TypstError as error:
        if _lacks_letters(error):
            return None
        raise
    if not isinstance(made, bytes):
        raise TypeError("Typst gave no single PDF")
    return made


def _lacks_letters(error: "typst.TypstError") -> bool:
    return "could not be displayed" in str(error)


def _inputs(page: Application, labels: Mapping[str, str], presentation: bytes, created: datetime) -> dict[str, str]:
    made = {"year": created.year, "month": created.month, "day": created.day}
    data = {**_clean(asdict(page)), "document_title": paragraphs(document_title(page)), "created": made}
    return {
        "page": json.dumps(data),
        "labels": json.dumps(_clean(dict(labels))),
        "presentation": presentation.decode("utf-8"),
    }


def _clean(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    if isinstance(value, str):
        return paragraphs(value)
    if isinstance(value, Mapping):
        return {key: _clean(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(inner) for inner in value]
    return value
