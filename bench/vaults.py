"""How long the vault and an application take: opening, importing, checking, signing, paper."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from app.applying.documents import Application, application_html
from app.applying.opportunity import read_opportunity
from app.applying.pdf import application_pdf
from app.applying.presentation import Presentation
from app.journey.apply.page import application_page
from app.journey.apply.preparing import elsewhere, keep, prepare, signed
from app.journey.memory import Memory
from app.journey.opening import practice
from app.journey.papers import labels
from app.journey.practice import PracticeLearner
from app.journey.records.holding import cards, import_paths
from app.journey.session import Session
from app.journey.skills.profile import profile
from app.records.reading import read_path
from app.vault import keyfile, vault
from app.vault.vault import Vault
from app.wording import Words
from app.wording.papers import APPLICATION, STATEMENT
from bench.timing import Row, timed, timed_fresh

VAULT, APPLY = "Vault", "Applying"
PASSPHRASE = "correct horse battery staple"  # noqa: S105 - a vault made for this measurement


def rows() -> Iterator[Row]:
    """Every row; vaults are made in a temporary folder and go with it."""
    place = Path(tempfile.mkdtemp(prefix="pathfolio-bench-"))
    try:
        yield from _opening(place / "vault")
    finally:
        shutil.rmtree(place, ignore_errors=True)
    yield Row(VAULT, "open and leave a practice learner", "ms", timed(_practice, 9))
    with practice() as (session, learner):
        yield from _records(session, learner)
        yield from _applying(session, learner)


def _practice() -> None:
    with practice():
        pass


def _opening(folder: Path) -> Iterator[Row]:
    made, code = vault.create(folder, PASSPHRASE)
    made.lock()
    keys, _ = keyfile.load(folder)
    stretched = timed(lambda: keyfile.unwrap(keys, PASSPHRASE), 3)
    yield Row(VAULT, "passphrase stretched (Argon2id, slow on purpose)", "ms", stretched)
    yield Row(
        VAULT, "open with the passphrase, all of it", "ms", timed(lambda: vault.unlock(folder, PASSPHRASE).lock(), 3)
    )
    without = timed(lambda: vault.unlock_with_recovery(folder, code).lock(), 15)
    yield Row(VAULT, "open without Argon2id (recovery code)", "ms", without)


def _records(session: Session, learner: PracticeLearner) -> Iterator[Row]:
    count = len(cards(session))
    yield Row(
        VAULT, f"read {count} practice records from files", "ms", timed(lambda: list(read_path(learner.records)), 9)
    )
    opened: list[Vault] = []
    taken = timed_fresh(_empty(session, opened), lambda new: import_paths(new, [learner.records]), 7)
    for one in opened:
        one.lock()
    yield Row(VAULT, f"import {count} practice records, in one go", "ms", taken)
    taken = timed_fresh(lambda: replace(session, memory=Memory()), cards, 9)
    yield Row(VAULT, f"read and check {count} practice records from the vault", "ms", taken)


def _empty(session: Session, opened: list[Vault]) -> Callable[[], Session]:
    def make() -> Session:
        opened.append(Vault.temporary())
        return replace(session, vault=opened[-1])

    return make


def _applying(session: Session, learner: PracticeLearner) -> Iterator[Row]:
    held, words = cards(session), Words()
    found, wanted = profile(session, held), read_opportunity(learner.opportunity)
    yield Row(APPLY, "skills of the practice learner", "ms", timed(lambda: profile(session, held), 7))
    yield Row(
        APPLY, "choose the smallest set of records", "ms", timed(lambda: prepare(session, held, found, wanted), 7)
    )
    ready = prepare(session, held, found, wanted)
    said, shown, told = labels(words, STATEMENT), labels(words, APPLICATION), frozenset(elsewhere(session, ready))

    def sign() -> Presentation:
        new = signed(session, ready, said, told=told)
        keep(session, ready, new)
        return new

    made = sign()
    what = f"sign a presentation of {len(ready.tailored.chosen)} records and keep it"
    yield Row(APPLY, what, "ms", timed(sign, 9))
    page = application_page(words, ready, made, name=learner.name, practice=True)
    yield Row(APPLY, "HTML page", "ms", timed(lambda: application_html(page, shown, made.content), 9))

    def anew() -> tuple[Application, Presentation]:
        """Another presentation each time: Typst remembers pages that it has made."""
        new = sign()
        return application_page(words, ready, new, name=learner.name, practice=True), new

    pdf = timed_fresh(anew, lambda one: application_pdf(one[0], shown, one[1].content, created=one[1].created), 9)
    yield Row(APPLY, "tagged PDF with the presentation inside", "ms", pdf)
