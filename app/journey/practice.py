"""The practice learners that ship with the program, and how to tell what is theirs from what is real."""

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from app.places import asset
from app.profile.claims import claims_of
from app.records.model import Record
from app.trust.keys import did_web_address

HOST = "practice.pathfolio.invalid"
"""Every address of the practice world; nothing real can ever stand under `.invalid` (RFC 2606, section 2)."""
SEED_PREFIX = "Pathfolio practice key: "
LEARNERS = ("maya", "renee", "daniel")
"""Ids of the practice learners, each the name of their folder under `assets/practice`."""
AS_OF = datetime(2026, 11, 20, tzinfo=UTC)
"""The date that the practice documents stand for."""


@dataclass(frozen=True)
class OwnWords:
    """Something a practice learner says they can do; `sample` is what they have to show for it."""

    text: str
    sample: str | None


@dataclass(frozen=True)
class PracticeAnswer:
    """A practice learner's yes or no: what `text` says means `concept`.

    `where` is the file name of the record that says it, `own_words`, or `asked` for a thing an opportunity asks.
    """

    where: str
    text: str
    concept: str
    agreed: bool


@dataclass(frozen=True)
class PracticeLearner:
    """All that is a practice learner's: who they are, their key, files, words and answers, their goal.

    `story` is a code of `wording.practice`; `goal` an O*NET-SOC code; `seed` (32 bytes) makes their key. `records` is a
    folder, `opportunity` the file of what a practice employer asks for, `catalog` that of the learning steps near them.
    """

    id: str
    name: str
    story: str
    email: str
    goal: str
    seed: bytes
    records: Path
    opportunity: Path
    catalog: Path
    own_words: tuple[OwnWords, ...]
    answers: tuple[PracticeAnswer, ...]


def practice_learners() -> tuple[PracticeLearner, ...]:
    """Every practice learner as they ship, Maya Torres first."""
    return tuple(map(practice_learner, LEARNERS))


def practice_learner(learner_id: str = LEARNERS[0]) -> PracticeLearner:
    """One practice learner as they ship."""
    folder = asset("practice", learner_id)
    said = _read(folder / "learner.json")
    return PracticeLearner(
        id=learner_id,
        name=said["name"],
        story=said["story"],
        email=said["email"],
        goal=said["goal"],
        seed=practice_seed(said["name"]),
        records=folder / "records",
        opportunity=folder / "opportunity.json",
        catalog=folder / "catalog.json",
        own_words=tuple(OwnWords(one["text"], one["sample"]) for one in said["own_words"]),
        answers=tuple(PracticeAnswer(**one) for one in said["answers"]),
    )


def answers_about(learner: PracticeLearner, record: Record) -> tuple[tuple[str, PracticeAnswer], ...]:
    """The answers about what one record says, each with the id of the claim it answers."""
    mine = [one for one in learner.answers if one.where == Path(record.source.file).name]
    return tuple((claim.id, one) for one in mine for claim in claims_of(record) if claim.text == one.text)


def practice_documents() -> Path:
    """Folder of documents at hand (`index.json`): DID documents and status lists."""
    return asset("practice", "documents")


def practice_registry() -> Path:
    """The practice registry of known issuers."""
    return asset("practice", "practice-issuers.json")


def practice_seed(name: str) -> bytes:
    """The seed (32 bytes) of a practice key: anyone can make it, so nothing it signs proves anything."""
    return hashlib.sha256((SEED_PREFIX + name).encode()).digest()


@cache
def practice_names() -> frozenset[str]:
    """Every practice key (multibase) and the DID or address of whom it belongs to."""
    keys = _read(asset("practice", "keys.json"))["keys"]
    return frozenset(key[field] for key in keys for field in ("id", "did", "publicKeyMultibase"))


def is_practice_did(name: str) -> bool:
    """Whether a DID, verification method or address is of the practice world: its key, its holder or its host."""
    plain, _, fragment = name.partition("#")
    named = not practice_names().isdisjoint((plain, fragment))
    return named or _host(plain) == HOST or _host(plain).endswith("." + HOST)


def is_practice_record(record: Record) -> bool:
    """Whether a record is a practice one, by its issuer or by a key that signed it, whatever it calls itself."""
    proof = record.document.get("proof")
    proofs = proof if isinstance(proof, list) else [proof]
    methods = [one.get("verificationMethod") for one in proofs if isinstance(one, dict)]
    return any(isinstance(name, str) and is_practice_did(name) for name in (record.issuer.id, *methods))


def _host(name: str) -> str:
    address = did_web_address(name) if name.startswith("did:") else name
    try:
        return (urlsplit(address or "").hostname or "").rstrip(".")
    except ValueError:
        return ""


def _read(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_bytes()))
