"""To which key each record is bound, beside the key that signs: nothing else ties a person to a record."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from app.records.model import Record
from app.trust.keys import did_key
from app.trust.public_keys import from_jwk

TieCode = Literal["signer", "own_key", "other_key", "no_key"]


@dataclass(frozen=True)
class Tie:
    """A record (`key`, `name`) and whom it is bound to: the key that signs, another of the learner's, another, or none.

    `subject` is the DID that the record names, "" where it names none.
    """

    key: str
    name: str
    code: TieCode
    subject: str = ""


def ties(records: Sequence[Record], signer: str, own_keys: Collection[str]) -> tuple[Tie, ...]:
    """How each record is bound; `signer` is the DID that signs, "" for a key that is yet to be made."""
    return tuple(_tie(record, signer, own_keys) for record in records)


def bound_elsewhere(records: Sequence[Record], holder: str) -> tuple[Record, ...]:
    """Records that name a key which is not `holder`: who signs is then not whom the record is about."""
    return tuple(record for record in records if named_dids(record) and holder not in named_dids(record))


def named_dids(record: Record) -> list[str]:
    """Whom a record is bound to: its subjects' DIDs and the key that a signed text confirms, first named first."""
    return [*(one.id for one in record.subjects if one.id and one.id.startswith("did:")), *_confirmed(record)]


def _tie(record: Record, signer: str, own_keys: Collection[str]) -> Tie:
    named = named_dids(record)
    if not named:
        return Tie(record.key, record.name, "no_key")
    if signer in named:
        return Tie(record.key, record.name, "signer", signer)
    mine = next((one for one in named if one in own_keys), None)
    return Tie(record.key, record.name, "own_key" if mine else "other_key", mine or named[0])


def _confirmed(record: Record) -> list[str]:
    """The key that an SD-JWT or JWT names as its holder's (`cnf`, RFC 7800), as a DID or in words of its own."""
    confirmed = record.document.get("cnf")
    if not isinstance(confirmed, Mapping):
        return []
    if isinstance(confirmed.get("kid"), str) and "jwk" not in confirmed:
        return [str(confirmed["kid"]).partition("#")[0]]
    try:
        key = from_jwk(confirmed.get("jwk"))
    except ValueError:
        return ["cnf"]
    return [did_key(key.data) if key.kind == "Ed25519" else "cnf"]
