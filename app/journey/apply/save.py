"""Signing an application and saving its papers, the same for the window and the terminal."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Literal

from app.applying.making import PLAIN_MAKING, Making
from app.applying.opportunity import Opportunity
from app.applying.presentation import Presentation
from app.errors import PersonError
from app.files import make_folder, write_file
from app.journey.apply.page import application_page
from app.journey.apply.papers import (
    CARRY_PROOF,
    USUAL,
    PaperForm,
    make_files,
    need_proof,
    paper_name,
    paper_names,
)
from app.journey.apply.preparing import Prepared, keep, signed
from app.journey.apply.versions import keep_version
from app.journey.papers import labels
from app.journey.session import Session
from app.wording import Words
from app.wording.papers import STATEMENT

JSON_FILE, HTML_FILE, PDF_FILE = PAPERS = paper_names(USUAL, PLAIN_MAKING.proof)
Step = Literal["sign", "page", "pdf", "save"]
STEPS: tuple[Step, ...] = ("sign", "page", "pdf", "save")
LONGEST_NAME = 120
"""Bytes in the name of a proposed folder: systems take 255, and some count the whole path."""
NAMELESS = "Pathfolio"
# What Windows, macOS or Linux do not take in the name of a folder (Microsoft, "Naming Files, Paths, and Namespaces").
UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


@dataclass(frozen=True)
class PaperFault:
    """A paper that is not there, and why: a person's error by its code and values."""

    paper: str
    code: str
    values: Mapping[str, object]


@dataclass(frozen=True)
class Papers:
    """What was signed and its papers by file name, not on a disk yet; `faults` are papers that could not be made."""

    presentation: Presentation
    files: Mapping[str, bytes]
    faults: tuple[PaperFault, ...]


@dataclass(frozen=True)
class Saved:
    """The papers on the disk, and those that could not be made or written."""

    papers: Papers
    files: tuple[Path, ...]
    faults: tuple[PaperFault, ...]


def in_the_way(folder: Path, names: tuple[str, ...] = PAPERS) -> tuple[str, ...]:
    """Names of papers that are in the folder already."""
    return tuple(name for name in names if _there(folder / name))


def free_folder(parent: Path, wanted: Opportunity) -> Path:
    """A folder of its own to propose, named for the opportunity, that is not there yet; it is not made."""
    text = " ".join(UNFIT.sub(" ", f"{wanted.organisation} - {wanted.title}").split())
    text = text.encode()[:LONGEST_NAME].decode(errors="ignore").strip(" .-")
    name = f"_{text}" if RESERVED.fullmatch(text) else text or NAMELESS
    names = (name if number == 1 else f"{name} {number}" for number in count(1))
    return next(parent / one for one in names if not _there(parent / one))


def sign_and_save(
    session: Session,
    words: Words,
    ready: Prepared,
    folder: Path,
    *,
    name: str,
    told: frozenset[str],
    making: Making = PLAIN_MAKING,
    forms: tuple[PaperForm, ...] = USUAL,
    replace: bool = False,
    tell: Callable[[Step], None] = lambda _step: None,
) -> Saved:
    """Sign, keep it in the ledger, then write the papers into the folder, which is made.

    Raises `papers_there` (place, names) where papers would be replaced and `replace` is not said, errors of
    `need_proof`, `sign_presentation` and `make_folder`; then nothing was signed. `tell` hears each step before it is
    taken; where it raises, nothing is signed and saved, and a folder made for it is gone. `told` as in `apply.signed`.
    """
    with _made(folder):
        _refuse_to_replace(folder, paper_names(forms, making.proof), replace=replace)
        papers = make_papers(session, words, ready, name=name, told=told, making=making, forms=forms, tell=tell)
    return save_papers(papers, folder, replace=replace)


def make_papers(
    session: Session,
    words: Words,
    ready: Prepared,
    *,
    name: str,
    told: frozenset[str],
    making: Making = PLAIN_MAKING,
    forms: tuple[PaperForm, ...] = USUAL,
    tell: Callable[[Step], None] = lambda _step: None,
) -> Papers:
    """Sign and make the papers; the ledger knows of it once all that can be made is made. Errors as `need_proof`."""
    need_proof(forms)
    tell("sign")
    made = signed(session, ready, labels(words, STATEMENT), told=told, making=making)
    tell("page")
    page = application_page(words, ready, made, name=name, practice=session.practice)
    files, faults = make_files(words, ready, made, page, forms, tell)
    if not any(paper_name(one, making.proof) in files for one in CARRY_PROOF):  # nobody could be sent anything
        raise faults[0][1]
    tell("save")
    with session.vault.writing():
        keep(session, ready, made)
        keep_version(session, ready)
    return Papers(made, files, tuple(PaperFault(paper, error.code, error.values) for paper, error in faults))


def save_papers(papers: Papers, folder: Path, *, replace: bool = False) -> Saved:
    """Write the papers, each whole or not at all; one that cannot be written, or would replace another, is a fault.

    After a fault the same papers can be saved again, elsewhere; nothing is signed anew.
    """
    faults = {
        name: fault for name in papers.files for fault in _write(folder / name, papers.files[name], replace=replace)
    }
    files = tuple(folder / name for name in papers.files if name not in faults)
    return Saved(papers, files, (*papers.faults, *faults.values()))


def proof_saved(saved: Saved) -> bool:
    """Whether the proof is on the disk: the signed file or, where only others were made, the best of those with it."""
    names = (paper_name(one, saved.papers.presentation.form) for one in CARRY_PROOF)
    best = next((name for name in names if name in saved.papers.files), None)
    return any(path.name == best for path in saved.files)


def _write(path: Path, data: bytes, *, replace: bool) -> Iterator[PaperFault]:
    if not replace and _there(path):
        yield PaperFault(path.name, "papers_there", {"place": str(path.parent), "names": (path.name,)})
        return
    try:
        write_file(path, data)
    except PersonError as error:
        yield PaperFault(path.name, error.code, error.values)


@contextmanager
def _made(folder: Path) -> Iterator[None]:
    """A folder to save in. Where the block does not end well, what was made for it goes, if nothing lies in it."""
    new = [one for one in (folder, *folder.parents) if not _there(one)]
    try:
        make_folder(folder)
        yield
    except BaseException:
        with suppress(OSError):
            for one in new:
                one.rmdir()
        raise


def _refuse_to_replace(folder: Path, papers: tuple[str, ...], *, replace: bool) -> None:
    names = in_the_way(folder, papers)
    if names and not replace:
        raise PersonError("papers_there", place=str(folder), names=names)


def _there(path: Path) -> bool:
    """Whether there is such a file; where nobody may look, writing will tell."""
    try:
        return path.exists()
    except OSError:
        return False
