"""Revocation and suspension, from status lists at hand (Bitstring Status List 1.0 and the forms before and beside it).

A bit list counts only if its own signature, dates and issuer hold; 1EdTech's revocation list is unsigned by its
specification and counts as its address gave it. A set bit is believed of any list that the record
itself points to; a clear bit only of the record's own issuer, since a stranger's list could hide a revocation.

A list may also announce a newer version or carry a note (purposes `refresh` and `message`). That is said where it is
known, and never counts as canceled; what the note says is for programmers (Bitstring Status List 1.0, section 2.1) and
is not shown. Of a place of several bits (`statusSize`), zero is clear and everything else is set (section 3.2).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from app.trust.contexts import FrozenResolver
from app.trust.documents import Documents, HeldDocument
from app.trust.force import in_force
from app.trust.issuers import binding, issuer_of, named
from app.trust.keys import Finding
from app.trust.proofs import may_be_cut, verdict
from app.trust.sets import members, only, texts
from app.trust.status_lists import GZIP, StatusList, from_left, read_list, unpacked

MAX_ENTRIES = 16
# Bits of one place in a list; real ones have one or two.
MAX_SIZE = 16

_LISTS = {
    "BitstringStatusListEntry": ("BitstringStatusListCredential", "BitstringStatusList"),
    "StatusList2021Entry": ("StatusList2021Credential", "StatusList2021"),
}
_REASONS = {"revocation": "revoked", "suspension": "suspended"}
_NOTES = {"refresh": "newer_announced", "message": "note_in_list"}


@dataclass(frozen=True)
class _Question:
    """What status is asked of: the record's id and issuer, and what there is to answer with."""

    record_id: object
    issuer: str
    documents: Documents
    now: datetime
    resolver: FrozenResolver | None


class _UncheckedError(Exception):
    """An entry that cannot be checked: a reason code and its values."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, values)
        self.finding = Finding("not checked", code, values)


def status(
    document: Mapping[str, Any], *, documents: Documents, now: datetime, resolver: FrozenResolver | None = None
) -> Finding:
    """Whether a record is neither revoked nor suspended, by every entry of its `credentialStatus`."""
    entries = members(document.get("credentialStatus"))
    if not entries:
        return Finding("yes", "no_status_entry")
    if len(entries) > MAX_ENTRIES:
        return Finding("not checked", "status_entry_unreadable")
    question = _Question(document.get("id"), issuer_of(document) or "", documents, now, resolver)
    asked = [_ask(entry, question) for entry in entries if not _is_note(entry)]
    notes = [_ask(entry, question) for entry in entries if _is_note(entry)]
    return worst([*asked, *(note for note in notes if note.reason in _NOTES.values())], now)


def worst(findings: Iterable[Finding], now: datetime) -> Finding:
    """One answer for all ways to cancel a record; of several that leave it good, a note first, else the oldest."""
    found = list(findings) or [Finding("yes", "no_status_entry")]
    for answer in ("no", "not checked"):
        first = next((finding for finding in found if finding.answer == answer), None)
        if first is not None:
            return first
    ways = [finding for finding in found if finding.reason != "no_status_entry"] or found
    oldest = min(finding.as_of or now for finding in ways)
    said = next((finding for finding in ways if finding.reason in _NOTES.values()), ways[0])
    return replace(said, as_of=oldest if said.as_of else None)


def _ask(entry: object, question: _Question) -> Finding:
    try:
        return _entry(entry, question)
    except _UncheckedError as unchecked:
        return unchecked.finding


def _entry(entry: object, question: _Question) -> Finding:
    if not isinstance(entry, dict):
        raise _UncheckedError("status_entry_unreadable")
    types = texts(entry.get("type"))
    known = next((name for name in types if name in _LISTS), None)
    if known is not None:
        return _bit_entry(entry, known, question)
    if "1EdTechRevocationList" in types:
        return _revocation_list(entry, question)
    raise _UncheckedError("status_type_unknown", type=", ".join(types)[:80])


def _is_note(entry: object) -> bool:
    """Whether an entry is about something else than being canceled."""
    if not isinstance(entry, dict) or only(entry.get("statusPurpose")) not in _NOTES:
        return False
    return set(texts(entry.get("type"))) <= _LISTS.keys()


@dataclass(frozen=True)
class _Entry:
    """A place in a list: the list's address and type, number of the place, size in bits, and what it is about."""

    address: str
    kind: str
    index: int
    size: int
    purpose: str


def _bit_entry(stated: Mapping[str, Any], kind: str, question: _Question) -> Finding:
    entry = _entry_fields(stated, kind)
    held = _held(entry.address, question)
    subject, own = _status_list(entry, held, question)
    value = from_left(_bits(subject.get("encodedList")), entry.index, entry.size)
    if value is None:
        raise _UncheckedError("status_index_outside", index=entry.index)
    if value and entry.purpose in _REASONS:
        return Finding("no", _REASONS[entry.purpose], {"list": entry.address}, held.as_of)
    if not own:
        raise _UncheckedError("status_list_of_another", list=entry.address)
    reason = _NOTES[entry.purpose] if value else "not_canceled"
    return Finding("yes", reason, {"list": entry.address}, held.as_of)


def _entry_fields(entry: Mapping[str, Any], kind: str) -> _Entry:
    address, purpose = named(only(entry.get("statusListCredential"))), only(entry.get("statusPurpose"))
    index, size = _number(entry.get("statusListIndex")), _number(entry.get("statusSize", 1))
    if index is None or not isinstance(purpose, str) or address is None:
        raise _UncheckedError("status_entry_unreadable")
    if purpose not in _REASONS | _NOTES:
        raise _UncheckedError("status_purpose_unknown", purpose=purpose[:80])
    if size is None or not 0 < size <= MAX_SIZE:
        raise _UncheckedError("status_entry_unreadable")
    return _Entry(address, kind, index, size, purpose)


def _number(value: object) -> int | None:
    text = str(only(value))
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else None


def _held(address: str, question: _Question) -> HeldDocument:
    held = question.documents.get(address, "list")
    if held is None:
        raise _UncheckedError("status_list_not_at_hand", list=address)
    return held


def _status_list(entry: _Entry, held: HeldDocument, question: _Question) -> tuple[Mapping[str, Any], bool]:
    """The list's subject, if the list itself holds; and whether it is the record's own issuer's."""
    key = ("status list", entry.address, question.resolver)
    found = question.documents.keep(key, lambda: read_list(held.content, question.documents, question.resolver))
    if found is None:
        raise _UncheckedError("status_list_unreadable", list=entry.address)
    subject = found.document.get("credentialSubject")
    list_type, subject_type = _LISTS[entry.kind]
    if not isinstance(subject, dict) or list_type not in texts(found.document.get("type")):
        raise _UncheckedError("status_list_unreadable", list=entry.address)
    if subject_type not in texts(subject.get("type")):
        raise _UncheckedError("status_list_unreadable", list=entry.address)
    if entry.purpose not in texts(subject.get("statusPurpose")):
        raise _UncheckedError("status_purpose_differs", purpose=entry.purpose)
    return subject, _list_holds(found, question)


def _list_holds(found: StatusList, question: _Question) -> bool:
    """Whether a sound list is bound to the record's issuer. Raises _UncheckedError where it is not sound."""
    document, proofs = found.document, found.proofs
    if verdict(proofs).answer != "yes":
        raise _UncheckedError("status_list_not_sound", cause=verdict(proofs).reason)
    current = in_force(document, [proof.proof for proof in proofs], question.now, whole=not may_be_cut(document))
    if current.answer != "yes":
        raise _UncheckedError("status_list_not_in_force", **current.values)
    issuer = issuer_of(document)
    bound = issuer is not None and binding(issuer, proofs, documents=question.documents, now=question.now)
    if not bound or bound.answer == "no":
        raise _UncheckedError("status_list_not_sound", cause="key_of_another")
    return issuer == question.issuer and bound.answer == "yes"


def _bits(encoded: object) -> bytes:
    """The bits of an `encodedList`: base64url of gzip, with the multibase "u" or without it."""
    # Lists of 2021 were also written in plain base64.
    text = encoded.removeprefix("u").replace("+", "-").replace("/", "_") if isinstance(encoded, str) else None
    data = unpacked(text, GZIP)
    if data is None:
        raise _UncheckedError("status_list_unreadable")
    return data


def _revocation_list(entry: Mapping[str, Any], question: _Question) -> Finding:
    """1EdTechRevocationList: the list names the revoked credentials by id; it carries no signature of its own."""
    address = entry.get("id")
    if not isinstance(address, str) or not isinstance(question.record_id, str):
        raise _UncheckedError("status_entry_unreadable")
    held = _held(address, question)
    if not isinstance(held.content, dict):
        raise _UncheckedError("status_list_unreadable", list=address)
    listed = held.content.get("revokedCredential", held.content.get("revokedCredentials"))
    if not isinstance(listed, list):
        raise _UncheckedError("status_list_unreadable")
    if any(_revokes(item, question.record_id) for item in listed):
        return Finding("no", "revoked", {"list": address}, held.as_of)
    if issuer_of(held.content) != question.issuer:
        raise _UncheckedError("status_list_of_another", list=address)
    return Finding("yes", "not_canceled", {"list": address}, held.as_of)


def _revokes(item: object, record_id: str) -> bool:
    if isinstance(item, dict):
        return item.get("id") == record_id and item.get("revoked", True) is not False
    return item == record_id
