"""What a list of known issuers is, how much it names and since when."""

from datetime import datetime

from app.wording.words import Words


def told(words: Words, kind: str, number: int | None, as_of: datetime | None, why: str, name: str) -> tuple[str, ...]:
    """A line or two about a list: `kind` list, lists or federation; `number` None: not known; `why` a reason."""
    if why:
        return (words.reason(why, {"registry": name}),)
    what = _what(words, kind, number or 0)
    return (what,) if as_of is None else (words.text("{number}. As of {day}.", number=what, day=words.value(as_of)),)


def _what(words: Words, kind: str, number: int) -> str:
    if kind == "federation":
        return words.text("It is asked about one issuer at a time")
    if kind == "lists":
        return words.count("It names 1 list", "It names {number} lists", number)
    return words.count("{number} known issuer", "{number} known issuers", number)
