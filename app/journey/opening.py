"""Opening a learner's journey: their vault beside the data that ships with the program."""

from collections.abc import Iterator
from contextlib import contextmanager

from app.applying.holder import holder_of
from app.applying.opportunity import Asked
from app.journey.apply.preparing import asked_claim
from app.journey.career_data import pack_in_use
from app.journey.goal.aim import set_goal
from app.journey.practice import (
    AS_OF,
    LEARNERS,
    PracticeAnswer,
    PracticeLearner,
    answers_about,
    practice_documents,
    practice_learner,
    practice_registry,
)
from app.journey.records.holding import import_paths, kept, say_identity
from app.journey.session import Session
from app.journey.skills.profile import say_in_own_words
from app.places import asset, careers_pack
from app.trust.documents import NO_DOCUMENTS, Documents, load_documents
from app.trust.registries import KnownList, load_registry
from app.vault import practice_folders, store_keys, store_profile
from app.vault.vault import Vault
from pathways.frameworks.catalog import read_entries
from pathways.pack.store import open_pack


@contextmanager
def session_of(
    vault: Vault, documents: Documents = NO_DOCUMENTS, registries: tuple[KnownList, ...] = ()
) -> Iterator[Session]:
    """The journey over an open vault: with the career data in use, the catalog of learning steps, what is at hand."""
    with open_pack(pack_in_use()) as pack:
        yield Session(vault, pack, read_entries(asset("catalog", "us.json")), documents, registries)


def tidy() -> None:
    """Take away what practice left behind in a run that was killed."""
    practice_folders.sweep()


@contextmanager
def practice(learner_id: str = LEARNERS[0]) -> Iterator[tuple[Session, PracticeLearner]]:
    """A practice learner's journey in a vault of its own that is gone at the end; no passphrase."""
    learner = practice_learner(learner_id)
    with Vault.temporary() as vault, open_pack(careers_pack()) as pack:
        session = Session(
            vault,
            pack,
            read_entries(learner.catalog),
            load_documents(practice_documents(), as_of=AS_OF),
            (load_registry(practice_registry(), as_of=AS_OF),),
            practice=True,
        )
        with vault.writing():  # one commit: the learner waits for the disk once
            _settle(session, learner)
        yield session, learner


def _settle(session: Session, learner: PracticeLearner) -> None:
    """Put a practice learner's key, records, words and answers where a real learner's would be."""
    store_keys.keep_key(session.vault, learner.seed, learner.name, lambda seed: holder_of(seed).did)
    say_identity(session, learner.email)
    import_paths(session, [learner.records])
    own = {words.text: say_in_own_words(session, words.text, words.sample) for words in learner.own_words}
    for record in kept(session):
        for claim, said in answers_about(learner, record):
            _answer(session, claim, said)
    for said in learner.answers:
        if said.where == "own_words":
            _answer(session, own[said.text], said)
        if said.where == "asked":
            _answer(session, asked_claim(Asked(said.text)), said)
    set_goal(session, learner.goal)


def _answer(session: Session, claim_id: str, said: PracticeAnswer) -> None:
    """Kept without asking the pack for the concept, which would index every name before the first page is there."""
    store_profile.answer(session.vault, claim_id, said.concept, agreed=said.agreed)
