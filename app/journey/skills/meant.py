"""What the words of many claims may mean: looked up with progress, and kept in the vault for the next time it opens.

A phrase takes some hundredths of a second, so that the words of thousands of records take a minute; of few records it
is not kept. Career data or a program of another version look up anew.
"""

import base64
import hashlib
import json
import zlib
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib.metadata import version
from typing import Any

from app.journey.session import Session
from app.profile.claims import SkillClaim
from app.vault import store_settings
from pathways.matching import match_alignment, match_text
from pathways.model import Concept, Match
from pathways.pack.store import Pack, digest_of, remember

GUESSES = 3
"""How many guesses a claim in words is given; more would be a quiz."""
MANY = 100
"""So many different words or more are kept once they were looked up."""
SETTING = "claims_meant"
Matches = tuple[Match, ...]
Tell = Callable[[int, int], object]
_READ = "claims meant: read"


def proposed(pack: Pack, claim: SkillClaim) -> Matches:
    """What a claim may mean: by its alignment where it has one, else by its words."""
    if claim.alignment is None:
        return match_text(pack, claim.text, top=GUESSES)
    link = claim.alignment
    return match_alignment(pack, name=link.name, url=link.url, code=link.code, framework=link.framework)


def meanings(session: Session, claims: Iterable[SkillClaim], tell: Tell) -> dict[str, Matches]:
    """What is proposed for each claim, by its id; claims that say the same are looked up once.

    `tell` hears how many different words are done, and stops this by raising: what was found by then is kept.
    """
    said = {claim.id: (_asked(claim), claim) for claim in claims}
    by_words = dict(said.values())
    many = len(by_words) >= MANY
    if many:
        _remember(session, by_words)
    missing = [asked for asked in by_words if asked not in session.pack.kept]
    try:
        for number, asked in enumerate(missing, len(by_words) - len(missing)):
            tell(number, len(by_words))
            _meant(session, asked, by_words[asked])
    finally:
        if many and missing:
            _keep(session, by_words)
    return {claim_id: _meant(session, asked, claim) for claim_id, (asked, claim) in said.items()}


def _meant(session: Session, asked: str, claim: SkillClaim) -> Matches:
    return remember(session.pack, asked, lambda: proposed(session.pack, claim))


def _asked(claim: SkillClaim) -> str:
    return f"proposed:{claim.text!r}:{claim.alignment!r}"


def _remember(session: Session, wanted: Iterable[str]) -> None:
    """Take what an earlier look found, once for these career data."""
    known = session.pack.kept
    if _READ in known:
        return
    known[_READ] = True
    stored = store_settings.setting(session.vault, SETTING)
    if stored is None or stored["by"] != _by(session.pack):
        return
    found = json.loads(zlib.decompress(base64.b85decode(stored["packed"])))
    concepts = {one: Concept(one, name, kind) for one, (name, kind) in found["concepts"].items()}
    for asked in wanted:
        if (given := found["meant"].get(_short(asked))) is not None:
            known.setdefault(asked, tuple(_match(concepts, one) for one in given))


def _keep(session: Session, wanted: Mapping[str, SkillClaim]) -> None:
    """Keep what was found for these words, and for no others: those of records that went go, too."""
    found = {asked: _meant(session, asked, claim) for asked, claim in wanted.items() if asked in session.pack.kept}
    concepts = {one.concept.id: (one.concept.name, one.concept.kind) for given in found.values() for one in given}
    listed = {_short(asked): [_listed(one) for one in given] for asked, given in found.items()}
    packed = zlib.compress(json.dumps({"concepts": concepts, "meant": listed}).encode())
    value = {"by": _by(session.pack), "packed": base64.b85encode(packed).decode()}
    store_settings.set_setting(session.vault, SETTING, value)


def _short(asked: str) -> str:
    return hashlib.sha256(asked.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def _listed(one: Match) -> list[object]:
    return [one.concept.id, one.score, one.reason, one.sure, *([one.rests_on] if one.rests_on else [])]


def _match(concepts: Mapping[str, Concept], listed: list[Any]) -> Match:
    concept, score, reason, sure, *rests_on = listed
    pairs = tuple((said, means) for said, means in rests_on[0]) if rests_on else ()
    return Match(concepts[concept], score, reason, sure, pairs)


def _by(pack: Pack) -> list[str]:
    return [_program(), digest_of(pack)]


@cache
def _program() -> str:
    return version("pathfolio")
