"""How records are bound to the key that signs, in sentences."""

from app.applying.ties import Tie
from app.wording import Words
from app.wording.signing import TIES

NAMED = 3
"""More records than this that name no key are counted."""


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
