"""Secret keys that came with the records of another wallet: offered, and kept only in the vault, only on a word."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from app.applying.holder import holder_of
from app.journey.records.files import came_from
from app.journey.session import Session
from app.records.model import FoundKey, Source
from app.trust.secret_keys import secret_key
from app.vault import store_keys
from app.wording import Words

PURPOSE = "from another wallet"


@dataclass(frozen=True)
class OfferedKey:
    """A key that can be kept: its name in records, where it was, whether the vault has it. The seed is never shown.

    `kind` names what cannot be kept, and `seed` is None then.
    """

    source: Source
    kind: str
    did: str = ""
    known: bool = False
    seed: bytes | None = field(default=None, repr=False, compare=False)

    @property
    def can_be_kept(self) -> bool:
        """Whether there is anything to ask."""
        return self.seed is not None and not self.known


def offered(session: Session, found: Iterable[FoundKey]) -> tuple[OfferedKey, ...]:
    """What to offer of the keys that an import met, each once."""
    known, made = frozenset(store_keys.dids(session.vault)), dict[object, OfferedKey]()
    for one in found:
        key = secret_key(one.method)
        did = holder_of(key.seed).did if key.seed is not None else ""
        made.setdefault(did or (one.source, key.kind), OfferedKey(one.source, key.kind, did, did in known, key.seed))
    return tuple(made.values())


def keep_keys(session: Session, keys: Iterable[OfferedKey]) -> int:
    """Keep keys in the vault, where alone they are; how many are new there."""
    wanted = [one.seed for one in keys if one.can_be_kept and one.seed is not None]
    with session.vault.writing():
        for seed in wanted:
            store_keys.keep_key(session.vault, seed, PURPOSE, lambda one: holder_of(one).did)
    return len(wanted)


def key_line(words: Words, key: OfferedKey) -> str:
    """A key as people see it: where it was, and the last letters of its name."""
    place = came_from(words, key.source)
    if key.seed is None:
        return words.text("{place}: a key that Pathfolio cannot use ({kind})", place=place, kind=key.kind or "?")
    if key.known:
        return words.text("{place}: key …{end}, in your vault already", place=place, end=key.did[-6:])
    return words.text("{place}: key …{end}", place=place, end=key.did[-6:])
