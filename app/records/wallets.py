"""Backups of wallets: UniversalWallet2020, whose contents mix records, lists of public keys and secret keys in clear.

Records come out as what they are; newer backups of Learner Credential Wallet are tar files with a record in each file,
and a file for each profile with its key. A secret key comes out as a FoundKey, which nothing here takes apart, shows or
keeps. Learner Credential Wallet saves an array of them. Model:
https://w3c-ccg.github.io/universal-wallet-interop-spec/
"""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from app.records.envelope import is_credential, types
from app.records.fields import LIST_CAP
from app.records.model import FoundKey, Source, Unreadable
from app.records.parts import Part, entries, field, items
from app.records.presentations import is_presentation

TYPE = "UniversalWallet2020"
# What a locked backup calls itself; one that is a file of its own is opened before it comes here.
_LOCKED = "EncryptedWallet"
# A profile as Learner Credential Wallet writes it into its newer backups, beside the records it speaks of.
_PROFILE = frozenset({"profileName", "didDocument", "verificationKey"})
_HELD = "contents"
_SECRETS = ("privateKeyMultibase", "privateKeyBase58", "privateKeyJwk", "privateKeyHex", "secretKeyMultibase")
_OF_JWK = "d"
_DEEPEST = 12


def read(part: Part) -> tuple[Unreadable, ...]:
    """The secret keys of a wallet, or why nothing of it can be read; nothing for any other value."""
    if isinstance(part.value, dict) and part.value.keys() >= _PROFILE:
        return tuple(islice(keys_in(part.value, part.source), LIST_CAP)) or (Unreadable(part.source, "wallet_profile"),)
    if _LOCKED in types(part.value):
        return (Unreadable(part.source, "wallet_locked"),)
    if TYPE not in types(part.value):
        return ()
    if isinstance(part.value.get("status"), str) and part.value["status"].upper() == "LOCKED":
        return (Unreadable(part.source, "wallet_locked"),)
    found = tuple(islice(keys_in(part.value.get(_HELD), part.source, _DEEPEST), LIST_CAP))
    if found or any(True for _ in members(part)):
        return found
    return (Unreadable(part.source, "nothing_inside"),)


def members(part: Part) -> Iterator[Part]:
    """The records in a wallet, to the byte."""
    if TYPE not in types(part.value) or not isinstance(part.value.get(_HELD), (list, dict)):
        return
    held = field(part, _HELD)
    found = items(held) if isinstance(held.value, list) else (inner for _key, inner in entries(held))
    for entry in found:
        inner = _in_data(entry)
        if isinstance(inner.value, str) or is_credential(inner.value) or is_presentation(inner):
            yield inner


def keys_in(value: object, source: Source, deepest: int = _DEEPEST) -> Iterator[FoundKey]:
    """Every secret key in a value; those inside records are none of the wallet's own."""
    if isinstance(value, list):
        for entry in value:
            yield from keys_in(entry, source, deepest)
    if not isinstance(value, dict) or not deepest or is_credential(value):
        return
    if is_secret(value):
        yield FoundKey(source, "secret_key_found", method=value)
        return
    for entry in value.values():
        if isinstance(entry, (dict, list)):
            yield from keys_in(entry, source, deepest - 1)


def is_secret(value: Mapping[str, Any]) -> bool:
    """Whether an object states a secret key."""
    return any(name in value for name in _SECRETS) or ("kty" in value and _OF_JWK in value)


def _in_data(entry: Part) -> Part:
    """Some wallets wrap what they hold: {"type": "Credential", "data": {…}}."""
    value = entry.value
    wrapped = isinstance(value, dict) and not is_credential(value) and isinstance(value.get("data"), dict)
    return field(entry, "data") if wrapped else entry
