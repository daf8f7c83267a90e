"""JSON by the letter: an object that says a key twice is refused, for two readers could take two meanings from it."""

from collections import Counter
from collections.abc import Sequence


class TwinKeysError(ValueError):
    """An object says the same key twice; `key` is the first of these."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def no_twins(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    """An object of its pairs, for `object_pairs_hook`; error `TwinKeysError`."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise TwinKeysError(Counter(key for key, _ in pairs).most_common(1)[0][0])
    return found
