"""What the ledger can say of one thing sent: with which key, what they were told, and what can still be taken back."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from app.applying.making import ProofForm
from app.applying.ties import Tie, ties
from app.journey.after.ledger import Entry, Seen, seen, sent
from app.journey.session import Session
from app.records.model import Record
from app.records.presentations import Presentation
from app.trust.suites import suite_name
from app.vault import store_applications, store_keys

TakeBack = Literal["stops_counting_on", "ended_on", "made_for_them_alone", "outcome_can_be_changed"]
Stays = Literal["they_keep_the_file", "no_end_was_set", "records_count_on", "records_have_no_end", "same_key_elsewhere"]


@dataclass(frozen=True)
class KeyUsed:
    """The key that signed: its DID, whether the vault still has it, and what it was made for.

    `also` are the ids of other entries signed with it: their readers could tell that it is one person.
    """

    did: str
    held: bool
    made_for: str
    also: tuple[int, ...]


@dataclass(frozen=True)
class LedgerFacts:
    """One entry: what they were told, the key, the form of proof, how records are bound, and what stands or can change.

    `told` are the codes of `disclosure.WEIGHTS` over all records, each once. `take_back` can still be done or happens
    by itself, `stays` cannot be undone.
    """

    seen: Seen
    told: tuple[str, ...]
    key: KeyUsed
    proof: ProofForm | str
    ties: tuple[Tie, ...]
    ends: datetime | None
    take_back: tuple[TakeBack, ...]
    stays: tuple[Stays, ...]


def facts_of(session: Session, entry: Entry) -> LedgerFacts:
    """All that the ledger knows of an entry; nothing of it is written anew."""
    what = sent(entry.kept)
    shown, read, records = seen(entry, what), what.presentation, what.records
    also = tuple(one for one in store_applications.signed_by(session.vault, shown.holder) if one != entry.id)
    known = store_keys.key_of(session.vault, shown.holder)
    key = KeyUsed(shown.holder, known is not None, known.purpose if known else "", also)
    ended = shown.usable_until is not None and session.clock() > shown.usable_until
    return LedgerFacts(
        seen=shown,
        told=tuple(dict.fromkeys(code for one in shown.records for code in one.tells)),
        key=key,
        proof=_proof(read) if read else "",
        ties=ties(records, shown.holder, store_keys.dids(session.vault)),
        ends=shown.usable_until,
        take_back=_take_back(shown.usable_until, ended=ended, alone=not also),
        stays=_stays(shown.usable_until, records, shared=bool(also)),
    )


def _proof(read: Presentation) -> ProofForm | str:
    if read.form == "jwt":
        return "vp+jwt"
    proof = read.document.get("proof")
    return suite_name(proof) if isinstance(proof, dict) else ""


def _take_back(ends: datetime | None, *, ended: bool, alone: bool) -> tuple[TakeBack, ...]:
    found: list[TakeBack] = []
    if ends is not None:
        found.append("ended_on" if ended else "stops_counting_on")
    if alone:
        found.append("made_for_them_alone")
    return (*found, "outcome_can_be_changed")


def _stays(ends: datetime | None, records: tuple[Record, ...], *, shared: bool) -> tuple[Stays, ...]:
    found: list[Stays] = ["they_keep_the_file"]
    if ends is None:
        found.append("no_end_was_set")
    if records:
        lasting = any(one.valid_until is None for one in records)
        found.append("records_have_no_end" if lasting else "records_count_on")
    if shared:
        found.append("same_key_elsewhere")
    return tuple(found)
