"""How the chosen records are bound to the key that will sign, told before anything is signed."""

from app.applying.holder import holder_of
from app.applying.making import KeyChoice
from app.applying.ties import Tie, ties
from app.journey.apply import Prepared, chosen_cards, signing_key
from app.journey.session import Session
from app.vault import store_keys
from app.wording import Words
from app.wording.signing import TIES


def ties_of(session: Session, ready: Prepared, key: KeyChoice = "bound") -> tuple[Tie, ...]:
    """Each chosen record and the key it is bound to; no key is made for it."""
    known = signing_key(session, ready, key)
    records = tuple(card.record for card in chosen_cards(ready))
    return ties(records, holder_of(known.seed).did if known else "", store_keys.dids(session.vault))


def tie_words(words: Words, tie: Tie) -> str:
    """What a tie means to the one who gets the record, in a sentence."""
    return words.text(TIES[tie.code], name=tie.name)
