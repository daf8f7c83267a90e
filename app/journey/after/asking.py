"""Who could say more: whom to ask for a record, by what the checks and the evidence tell, and the words to ask with."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.journey.records.holding import Card
from app.journey.skills.rows import Backing, SkillRow

OWN = "own_word"
_BY_EVIDENCE = {
    "signed_expired": "renew",
    "record_expired": "renew",
    "unsigned": "sign",
    "signer_unclear": "sign_again",
    "broken_signature": "send_again",
    "canceled": "ask_why",
}
_KEY_PROVES_NOTHING = "key_only_in_address"


@dataclass(frozen=True)
class Ask:
    """Something to ask for that would raise the evidence of these skills.

    `code` (`app.wording.asking.ASKS`): `renew` a record that ended, `sign` one nobody signed, `sign_again` one whose
    signer is not clear, `send_again` one that was changed, `ask_why` one was canceled, `own_word` what only the
    learner says. `organisation` is the issuer's name as the record gives it; for `own_word` it is empty, and
    `could_ask` names those who gave the learner records. Which of them saw the work, only the learner knows.
    """

    code: str
    organisation: str
    skills: tuple[str, ...]
    records: tuple[str, ...] = ()
    could_ask: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The same while the page is drawn anew."""
        return f"{self.code}:{self.organisation}"


def asks(rows: Iterable[SkillRow], cards: tuple[Card, ...]) -> tuple[Ask, ...]:
    """Whom to ask, those first who would back most skills; skills that a signed record in force shows ask for nothing.

    A record that could not be checked for want of something at hand here is no fault of its issuer: nobody is asked.
    """
    by_key = {card.record.key: card for card in cards}
    found = defaultdict[tuple[str, str], list[tuple[SkillRow, Backing]]](list)
    for row in rows:
        for code, backing in _wants(row, by_key):
            found[code, "" if code == OWN else backing.issuer or ""].append((row, backing))
    issuers = _issuers(cards)
    made = (_ask(code, issuer, weak, issuers) for (code, issuer), weak in found.items() if issuer or code == OWN)
    return tuple(sorted(made, key=lambda one: (-len(one.skills), one.code, one.organisation)))


def _wants(row: SkillRow, cards: Mapping[str, Card]) -> Iterator[tuple[str, Backing]]:
    if (row.best.evidence or 0) >= 3 and not row.best.lapsed:
        return
    known = [(code, one) for one in row.backing if one.record and (code := _code(one, cards))]
    yield from known
    if not known and all(one.own is not None for one in row.backing):
        yield OWN, row.best


def _code(backing: Backing, cards: Mapping[str, Card]) -> str | None:
    card = cards.get(backing.record or "")
    binding = next((one.reason for one in card.checks if one.check == "issuer_binding"), "") if card else ""
    if backing.code == "someones_word" and binding == _KEY_PROVES_NOTHING:
        return "sign_again"
    return _BY_EVIDENCE.get(backing.code)


def _ask(code: str, issuer: str, weak: list[tuple[SkillRow, Backing]], issuers: tuple[str, ...]) -> Ask:
    skills = tuple(dict.fromkeys(row.name for row, _ in weak))
    records = tuple(dict.fromkeys(one.name for _, one in weak if one.name))
    return Ask(code, issuer, skills, records, issuers if code == OWN else ())


def _issuers(cards: tuple[Card, ...]) -> tuple[str, ...]:
    """Those who gave the learner a record that shows something, the latest first."""
    able = [card for card in cards if card.standing.evidence is not None and card.standing.reason != "self_issued"]
    ranked = sorted(able, key=lambda card: card.record.valid_from or "", reverse=True)
    return tuple(dict.fromkeys(card.record.issuer.name for card in ranked if card.record.issuer.name))
