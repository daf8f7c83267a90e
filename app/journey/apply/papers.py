"""The papers of one application, each in its own form, made from one signed presentation."""

from collections.abc import Callable, Collection
from typing import Literal

from app.applying.documents import Application, application_html
from app.applying.ler_rs_paper import ler_rs
from app.applying.making import ProofForm
from app.applying.packed import packed
from app.applying.presentation import Presentation
from app.applying.proof_forms import file_of
from app.applying.resume_text import resume_text
from app.errors import PersonError
from app.journey.apply.preparing import Prepared, sent_records
from app.journey.papers import labels
from app.wording import Words
from app.wording.papers import APPLICATION

PaperForm = Literal["signed", "html", "pdf", "ler-rs", "text", "zip"]
PAPER_FORMS: tuple[PaperForm, ...] = ("signed", "html", "pdf", "ler-rs", "text", "zip")
"""The signed file alone, a page to open, a page to print, an HR Open résumé, plain text, and all of them in one zip."""
USUAL: tuple[PaperForm, ...] = ("signed", "html", "pdf")
CARRY_PROOF: tuple[PaperForm, ...] = ("signed", "zip", "html", "pdf")
"""Papers with the signed file in them, the best to hand on first."""
_NAMES = {
    "html": "presentation.html",
    "pdf": "presentation.pdf",
    "ler-rs": "resume-ler-rs.json",
    "text": "resume.txt",
    "zip": "application.zip",
}


def paper_name(form: PaperForm, proof: ProofForm) -> str:
    """The file name of one paper."""
    return file_of(proof)[0] if form == "signed" else _NAMES[form]


def paper_names(forms: tuple[PaperForm, ...], proof: ProofForm) -> tuple[str, ...]:
    """The file names of the papers, in the order of `PAPER_FORMS`; a zip asked for alone is one file."""
    return tuple(paper_name(one, proof) for one in PAPER_FORMS if one in forms)


def need_proof(forms: Collection[PaperForm]) -> None:
    """Raise PersonError papers_no_proof where none of the papers would hold the signed file."""
    if not set(forms).intersection(CARRY_PROOF):
        raise PersonError("papers_no_proof", forms=", ".join(CARRY_PROOF))


def make_files(
    words: Words,
    ready: Prepared,
    made: Presentation,
    page: Application,
    forms: tuple[PaperForm, ...],
    tell: Callable[[Literal["pdf"]], None] = lambda _step: None,
) -> tuple[dict[str, bytes], tuple[tuple[str, PersonError], ...]]:
    """The papers asked for by file name, and those that could not be made with the reason.

    A zip asked for alone holds every other paper. `tell` hears of the PDF, which takes longest.
    """
    wanted = PAPER_FORMS[:-1] if forms == ("zip",) else forms
    files, faults = dict[str, bytes](), list[tuple[str, PersonError]]()
    for form in (one for one in PAPER_FORMS[:-1] if one in wanted):
        name = paper_name(form, made.form)
        if form == "pdf":
            tell("pdf")
        try:
            files[name] = _MAKERS[form](words, ready, made, page)
        except PersonError as error:
            faults.append((name, error))
    if "zip" in forms:
        whole = packed(files, made.created)
        files = {} if forms == ("zip",) else files
        files[paper_name("zip", made.form)] = whole
    return files, tuple(faults)


def page_labels(words: Words, proof: ProofForm) -> dict[str, str]:
    """The labels of the readable page, which name the signed file."""
    return labels(words, APPLICATION, file=file_of(proof)[0])


def _signed(_words: Words, _ready: Prepared, made: Presentation, _page: Application) -> bytes:
    return made.content


def _html(words: Words, _ready: Prepared, made: Presentation, page: Application) -> bytes:
    return application_html(page, page_labels(words, made.form), made.content)


def _pdf(words: Words, _ready: Prepared, made: Presentation, page: Application) -> bytes:
    from app.applying.pdf import application_pdf

    return application_pdf(page, page_labels(words, made.form), made.content, created=made.created)


def _ler_rs(_words: Words, ready: Prepared, made: Presentation, page: Application) -> bytes:
    return ler_rs(page, made, sent_records(ready))


def _text(words: Words, _ready: Prepared, made: Presentation, page: Application) -> bytes:
    return resume_text(page, page_labels(words, made.form), made.content)


_MAKERS: dict[PaperForm, Callable[[Words, Prepared, Presentation, Application], bytes]] = {
    "signed": _signed,
    "html": _html,
    "pdf": _pdf,
    "ler-rs": _ler_rs,
    "text": _text,
}
