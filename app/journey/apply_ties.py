"""Which key will sign, and how the chosen records are bound to it: told before anything is signed."""

from dataclasses import dataclass
from typing import Literal

from app.applying.holder import holder_of
from app.applying.making import KeyChoice
from app.applying.ties import Tie, ties
from app.journey.apply import Prepared, elsewhere, made_for, sent_records, signing_key
from app.journey.session import Session
from app.vault import store_keys
from app.wording import Words
from app.wording.signing import TIES

Key = Literal["new", "made_before", "in_records"]
NAMED = 3
"""More records than this that name no key are counted."""


@dataclass(frozen=True)
class Signer:
    """The key that a choice comes to; `told` are keys of records that name another, as `apply.signed` takes them."""

    key: Key
    told: frozenset[str]
    ties: tuple[Tie, ...]


def signer(session: Session, ready: Prepared, choice: KeyChoice) -> Signer:
    """What a choice of key comes to; no key is made for it."""
    told = frozenset(elsewhere(session, ready, choice))
    return Signer(which_key(session, ready, choice), told, ties_of(session, ready, choice))


def which_key(session: Session, ready: Prepared, choice: KeyChoice = "bound") -> Key:
    """Which key would sign."""
    known = signing_key(session, ready, choice)
    if known is None:
        return "new"
    return "made_before" if known.purpose == made_for(ready) else "in_records"


def ties_of(session: Session, ready: Prepared, key: KeyChoice = "bound") -> tuple[Tie, ...]:
    """Each chosen record and the key it is bound to; no key is made for it."""
    known = signing_key(session, ready, key)
    return ties(sent_records(ready), holder_of(known.seed).did if known else "", store_keys.dids(session.vault))


def tie_words(words: Words, tie: Tie) -> str:
    """What a tie means to the one who gets the record, in a sentence."""
    return words.text(TIES[tie.code], name=tie.name)


def tie_notes(words: Words, found: tuple[Tie, ...]) -> tuple[str, ...]:
    """What to know of records that the signing key is not named in; many that name none are counted."""
    loose = [one for one in found if one.code == "no_key"]
    others = tuple(tie_words(words, one) for one in found if one.code in ("own_key", "other_key"))
    if len(loose) <= NAMED:
        return (*others, *(tie_words(words, one) for one in loose))
    counted = words.count(
        "{number} record names no key of yours. It does not show that it was given to you and nobody else.",
        "{number} records name no key of yours. They do not show that they were given to you and nobody else.",
        len(loose),
    )
    return (*others, counted)
