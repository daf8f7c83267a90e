"""Is it about you: how a record names its subject, and the learner's word that the name is theirs."""

from dataclasses import dataclass
from typing import Literal

from app.journey.records.holding import Card, card, identities, say_identity
from app.journey.session import Session
from app.records.model import Identity, Record, Subject
from app.trust.about import clear_names, is_named
from app.wording import Words
from app.wording.record_words import ABOUT_YOU

How = Literal["name", "address", "secret_email", "secret_name", "secret", "key"]

_SECRETS: dict[str, How] = {"emailAddress": "secret_email", "name": "secret_name"}


@dataclass(frozen=True)
class Named:
    """One way in which a record names someone, and the question that asks whether it is the learner.

    `text` is what a yes confirms; it is empty where the record keeps it secret and the learner types it.
    `yours` is what the learner said that fits, empty while nothing does.
    """

    how: How
    text: str
    question: str
    yours: str = ""


def named(session: Session, words: Words, shown: Card) -> tuple[Named, ...]:
    """Every way in which a record names its subjects, each once; none where it names a key of this vault."""
    if any(check.reason == "subject_is_your_key" for check in shown.checks):
        return ()
    said = identities(session)
    found = [one for subject in shown.record.subjects for one in _ways(words, subject, said)]
    return tuple(dict.fromkeys(found))


def confirm(session: Session, key: str, text: str) -> bool:
    """Keep a name or address as the learner's own if the record is about them by it; False where it does not fit.

    PersonError `record_not_found`.
    """
    record = card(session, key).record
    fits = next((one for one in _spellings(text) if _names(record, one)), None)
    if fits is not None:
        say_identity(session, fits)
    return fits is not None


def _names(record: Record, text: str) -> bool:
    return any(is_named(subject, text) for subject in record.subjects)


def _spellings(text: str) -> tuple[str, ...]:
    """As typed, and as issuers hash addresses: without spaces around and in small letters."""
    return tuple(dict.fromkeys(one for one in (text, text.strip(), text.strip().lower()) if one))


def _ways(words: Words, subject: Subject, said: tuple[str, ...]) -> list[Named]:
    found = [_clear(words, subject, name, said) for name in clear_names(subject)]
    found += [_secret(words, identity, said) for identity in subject.identities if identity.hashed]
    return found or _key(words, subject, said)


def _key(words: Words, subject: Subject, said: tuple[str, ...]) -> list[Named]:
    how: How = "key"
    return [Named(how, subject.id, words.text(ABOUT_YOU[how]), _fitting(subject, said))] if subject.id else []


def _clear(words: Words, subject: Subject, name: str, said: tuple[str, ...]) -> Named:
    how: How = "name" if name == subject.name else "address"
    return Named(how, name, words.text(ABOUT_YOU[how], text=name), _fitting(Subject(name=name), said))


def _secret(words: Words, identity: Identity, said: tuple[str, ...]) -> Named:
    how = _SECRETS.get(identity.type or "", "secret")
    return Named(how, "", words.text(ABOUT_YOU[how]), _fitting(Subject(identities=(identity,)), said))


def _fitting(subject: Subject, said: tuple[str, ...]) -> str:
    return next((text for text in said if is_named(subject, text)), "")
