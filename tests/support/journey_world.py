"""A learner's journey in a real vault, with the practice learner's records and what is at hand to check them."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path

from practice_world import NOW
from terminal import CHEAP, DOCUMENTS, PASSPHRASE, RECORDS, REGISTRY

from app.applying.holder import holder_of
from app.journey.opening import session_of
from app.journey.practice import AS_OF, practice_learner
from app.journey.records.holding import cards, import_paths, say_identity
from app.journey.session import Session
from app.journey.skills.profile import SkillsPage, skills_page
from app.places import careers_pack
from app.trust.documents import load_documents
from app.trust.registries import load_registry
from app.vault import store_keys, vault
from pathways.pack.store import Pack, open_pack


@cache
def shared_pack() -> Pack:
    """The careers pack, with what was read of it once for all tests of a process."""
    return open_pack(careers_pack())


@contextmanager
def journey(folder: Path, *, now: datetime = NOW, records: bool = True) -> Iterator[Session]:
    """A session as of `now`, with the practice learner's records or with none."""
    made, _code = vault.create(folder / "v", PASSPHRASE, cost=CHEAP)
    documents, registry = load_documents(DOCUMENTS, as_of=AS_OF), load_registry(REGISTRY, as_of=AS_OF)
    with made, session_of(made, documents, (registry,)) as opened:
        session = replace(opened, pack=shared_pack(), clock=lambda: now)
        learner = practice_learner()
        store_keys.keep_key(session.vault, learner.seed, learner.name, lambda seed: holder_of(seed).did)
        say_identity(session, learner.email)
        if records:
            import_paths(session, [RECORDS])
        yield session


def page_of(session: Session) -> SkillsPage:
    """The Skills page over all that is in the vault."""
    return skills_page(session, cards(session))


def add_badges(session: Session, folder: Path, *badges: dict) -> None:
    """Import unsigned badges: each is its name with its alignments, tags and whatever else is given."""
    for number, badge in enumerate(badges):
        file = folder / f"badge-{number}-{badge['name']}.json"
        file.write_text(json.dumps(unsigned(**badge)), encoding="utf-8")
        import_paths(session, [file])


def unsigned(name: str, alignment: list[dict] | None = None, tag: list[str] | None = None, **more: object) -> dict:
    """An Open Badge that nobody signed."""
    plain = "".join(filter(str.isalnum, name))
    achievement = {
        "id": f"urn:badge:{plain}",
        "type": ["Achievement"],
        "name": name,
        "description": "-",
        "criteria": {"narrative": "-"},
        "alignment": [{"type": ["Alignment"], **one} for one in alignment or []],
        "tag": tag or [],
    }
    return {
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ],
        "id": f"urn:record:{plain}",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": name,
        "issuer": {"id": "https://hill.example", "type": ["Profile"], "name": "Hill Shop"},
        "validFrom": "2024-01-01T00:00:00Z",
        "credentialSubject": {"type": ["AchievementSubject"], "id": "did:example:me", "achievement": achievement},
        **more,
    }
