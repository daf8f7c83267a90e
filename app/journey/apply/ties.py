"""Which key will sign, and how the chosen records are bound to it: told before anything is signed."""

from dataclasses import dataclass
from typing import Literal

from app.applying.holder import holder_of
from app.applying.making import KeyChoice
from app.applying.ties import Tie, ties
from app.journey.apply.preparing import Prepared, elsewhere, made_for, sent_records, signing_key
from app.journey.session import Session
from app.vault import store_keys

Key = Literal["new", "made_before", "in_records"]


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
