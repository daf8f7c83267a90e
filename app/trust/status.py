"""Revocation and suspension, from status lists at hand (Bitstring Status List 1.0 and the forms before and beside it).

A bit list counts only if its own signature, dates and issuer hold; 1EdTech's revocation list is unsigned by its
specification and counts as its address gave it. A set bit is believed of any list that the record
itself points to; a clear bit only of the record's own issuer, since a stranger's list could hide a revocation.
"""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.trust.contexts import FrozenResolver, UnknownContextError
from app.trust.documents import Documents, HeldDocument
from app.trust.force import in_force
from app.trust.inline import MeaningError
from app.trust.issuers import binding, issuer_of, named
from app.trust.keys import Finding
from app.trust.multibase import decode_base64url
from app.trust.proofs import ProofFinding, may_be_cut, verdict, verify_proofs
from app.trust.sets import members, only, texts

MAX_ENTRIES = 16
MAX_LIST_TEXT = 8_000_000
MAX_LIST_BYTES = 16_000_000

_LISTS = {
    "BitstringStatusListEntry": ("BitstringStatusListCredential", "BitstringStatusList"),
    "StatusList2021Entry": ("StatusList2021Credential", "StatusList2021"),
}
_REASONS = {"revocation": "revoked", "suspension": "suspended"}


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
    findings = [_ask(entry, question) for entry in entries]
    for answer in ("no", "not checked"):
        worst = next((finding for finding in findings if finding.answer == answer), None)
        if worst is not None:
            return worst
    return min(findings, key=lambda finding: finding.as_of or now)


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


def _bit_entry(entry: Mapping[str, Any], kind: str, question: _Question) -> Finding:
    address, index, purpose = _entry_fields(entry)
    held = _held(address, question)
    subject, own = _status_list(address, held, kind, purpose, question)
    is_set = _bit(_bits(subject.get("encodedList")), index)
    if is_set:
        return Finding("no", _REASONS[purpose], {"list": address}, held.as_of)
    if not own:
        raise _UncheckedError("status_list_of_another", list=address)
    return Finding("yes", "not_canceled", {"list": address}, held.as_of)


def _entry_fields(entry: Mapping[str, Any]) -> tuple[str, int, str]:
    address, purpose = named(only(entry.get("statusListCredential"))), only(entry.get("statusPurpose"))
    index, size = str(only(entry.get("statusListIndex"))), str(only(entry.get("statusSize", 1)))
    readable = index.isascii() and index.isdigit() and len(index) < 12
    if not readable or not isinstance(purpose, str) or address is None:
        raise _UncheckedError("status_entry_unreadable")
    if purpose not in _REASONS or size != "1":
        raise _UncheckedError("status_purpose_unknown", purpose=purpose[:80])
    return address, int(index), purpose


def _held(address: str, question: _Question) -> HeldDocument:
    held = question.documents.get(address, "list")
    if held is None:
        raise _UncheckedError("status_list_not_at_hand", list=address)
    if not isinstance(held.content, dict):
        raise _UncheckedError("status_list_unreadable", list=address)
    return held


def _status_list(
    address: str, held: HeldDocument, kind: str, purpose: str, question: _Question
) -> tuple[Mapping[str, Any], bool]:
    """The list's subject, if the list itself holds; and whether it is the record's own issuer's."""
    document = held.content
    subject = document.get("credentialSubject")
    list_type, subject_type = _LISTS[kind]
    shaped = list_type in texts(document.get("type")) and isinstance(subject, dict)
    if not shaped or subject_type not in texts(subject.get("type")):
        raise _UncheckedError("status_list_unreadable")
    if purpose not in texts(subject.get("statusPurpose")):
        raise _UncheckedError("status_purpose_differs", purpose=purpose)
    return subject, _list_holds(address, document, question)


def _list_holds(address: str, document: Mapping[str, Any], question: _Question) -> bool:
    """Whether a sound list is bound to the record's issuer. Raises _UncheckedError where it is not sound."""
    key = ("proofs of list", address, question.resolver)
    proofs = question.documents.keep(key, lambda: _list_proofs(document, question))
    if proofs is None:
        raise _UncheckedError("status_list_unreadable")
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


def _list_proofs(document: Mapping[str, Any], question: _Question) -> tuple[ProofFinding, ...] | None:
    """What came of a list's own proofs; None where it cannot be read."""
    try:
        return verify_proofs(
            document, purpose="assertionMethod", documents=question.documents, resolver=question.resolver
        )
    except (MeaningError, UnknownContextError):
        return None


def _bits(encoded: object) -> bytes:
    """The bits of an `encodedList`: base64url of gzip, with the multibase "u" or without it."""
    if not isinstance(encoded, str) or len(encoded) > MAX_LIST_TEXT:
        raise _UncheckedError("status_list_unreadable")
    # Lists of 2021 were also written in plain base64.
    text = encoded.removeprefix("u").replace("+", "-").replace("/", "_")
    unpacker = zlib.decompressobj(wbits=31)
    try:
        data = unpacker.decompress(decode_base64url(text), MAX_LIST_BYTES)
    except (ValueError, zlib.error):
        raise _UncheckedError("status_list_unreadable") from None
    if unpacker.unconsumed_tail or not unpacker.eof:
        raise _UncheckedError("status_list_unreadable")
    return data


def _bit(data: bytes, index: int) -> bool:
    """The bit at an index; bit 0 is the leftmost of the first byte."""
    if index >= 8 * len(data):
        raise _UncheckedError("status_index_outside", index=index)
    return bool(data[index // 8] >> (7 - index % 8) & 1)


def _revocation_list(entry: Mapping[str, Any], question: _Question) -> Finding:
    """1EdTechRevocationList: the list names the revoked credentials by id; it carries no signature of its own."""
    address = entry.get("id")
    if not isinstance(address, str) or not isinstance(question.record_id, str):
        raise _UncheckedError("status_entry_unreadable")
    held = _held(address, question)
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
