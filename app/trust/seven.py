"""The seven checks of a record (DESIGN: Checks), always all seven and in order."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from app.records.badges2 import KINDS as BADGES_BEFORE_3
from app.records.model import Check, Form, Record
from app.trust.about import about_me
from app.trust.badge_links import completed
from app.trust.badges import read_badge
from app.trust.contexts import FrozenResolver, UnknownContextError, earlier, earlier_resolver
from app.trust.dated import COUNTS_FOR, dated
from app.trust.documents import NO_DOCUMENTS, Documents
from app.trust.force import in_force
from app.trust.inline import MeaningError
from app.trust.issuers import binding
from app.trust.jose import read_signed
from app.trust.key_binding import read_with_binding
from app.trust.keys import Finding
from app.trust.known import known_issuer
from app.trust.meaning import read_meaning
from app.trust.own_words import tells
from app.trust.proofs import (
    ProofFinding,
    may_be_cut,
    proofs_of,
    unsecured,
    verdict,
    verify_letters,
    verify_proofs,
)
from app.trust.readings import Reading
from app.trust.registries import KnownList
from app.trust.schemas import misfit
from app.trust.sets import texts
from app.trust.status import status, worst
from app.trust.suites import signs_letters
from app.trust.token_status import Holder, token_status

_STATUS = "https://www.w3.org/2018/credentials#credentialStatus"

CHECKS = ("format", "signature", "issuer_binding", "known_issuer", "in_force", "status", "about_me")


def check_record(
    record: Record,
    *,
    now: datetime,
    documents: Documents | None = None,
    registries: Iterable[KnownList] = (),
    own_keys: frozenset[str] | None = None,
    confirmed_identities: Iterable[str] = (),
    counts_for: timedelta | None = COUNTS_FOR,
    resolver: FrozenResolver | None = None,
) -> tuple[Check, ...]:
    """Seven facts about a record as of `now` (aware), in the order of CHECKS.

    `documents` stand for the network, `own_keys` are the DIDs of the learner's vault (None without a vault),
    `confirmed_identities` names and addresses the learner confirmed as theirs. A "yes" that rests on a document older
    than `counts_for` is "not checked"; None: it stays.
    """
    record = completed(record, documents)
    return judge(
        record,
        read_record(record, documents, resolver),
        now=now,
        documents=documents,
        registries=registries,
        own_keys=own_keys,
        confirmed_identities=confirmed_identities,
        counts_for=counts_for,
        resolver=resolver,
    )


def read_record(record: Record, documents: Documents | None = None, resolver: FrozenResolver | None = None) -> Reading:
    """The part of the checks that takes time and stays true while the record and the documents are the same."""
    if record.faults:
        fault = record.faults[0]
        return Reading(Finding("no", fault.code, fault.values))
    if record.kind in BADGES_BEFORE_3:
        return read_badge(record, documents or NO_DOCUMENTS)
    read = _READERS[record.form](record, documents or NO_DOCUMENTS, resolver)
    return _with_form(record, read, documents or NO_DOCUMENTS)


def _with_form(record: Record, read: Reading, documents: Documents) -> Reading:
    """With a note where a record of which nothing is held back does not fit the form (JSON Schema) that it names.

    It stays a "yes": a form says how a record is written, and who signed what is asked by other checks.
    """
    if (read.format.answer, read.format.reason) != ("yes", "all_defined") or may_be_cut(record.document):
        return read
    form = misfit(record.document, documents)
    if form is None:
        return read
    return replace(read, format=Finding("yes", "form_differs", {**read.format.values, "form": form[:400]}))


def _read_json(record: Record, documents: Documents, resolver: FrozenResolver | None) -> Reading:
    """A record whose proofs stand in it and sign what it means.

    One that names a context which changed in place since is read as it was meant then if only so its proofs are sound.
    """
    found = _read_meant(record, documents, resolver)
    if (
        resolver is None
        and not _holds(found)
        and not earlier().keys().isdisjoint(texts(record.document.get("@context")))
    ):
        before = _read_meant(record, documents, earlier_resolver())
        return before if _holds(before) else found
    return found


def _holds(reading: Reading) -> bool:
    return reading.format.answer == "yes" and verdict(reading.proofs).answer == "yes"


def _read_meant(record: Record, documents: Documents, resolver: FrozenResolver | None) -> Reading:
    limits = tuple(_objects(proofs_of(record.document)))
    try:
        return _read(record, documents, resolver, limits)
    except MeaningError as refused:
        return Reading(Finding("no", refused.code, refused.values))


def _read(
    record: Record,
    documents: Documents,
    resolver: FrozenResolver | None,
    limits: tuple[Mapping[str, Any], ...],
) -> Reading:
    document = record.document
    try:
        meaning = read_meaning(unsecured(document), resolver)
    except UnknownContextError as unknown:
        unread = Finding("not checked", "unknown_context", {"url": unknown.url})
        proofs = verify_letters(document, purpose="assertionMethod", documents=documents, unread=unread)
        return Reading(unread, proofs, limits)
    proofs = verify_proofs(document, purpose="assertionMethod", documents=documents, resolver=resolver, meaning=meaning)
    if not meaning.other_terms:
        return Reading(Finding("yes", "all_defined"), proofs, limits)
    if not all(signs_letters(proof) for proof in limits) and tells(record, meaning.other_terms):
        return Reading(Finding("not checked", "meaning_not_fixed"), proofs, limits, plain=True)
    return Reading(Finding("yes", "all_defined", {"other": meaning.other_terms}), proofs, limits)


_READERS: Mapping[Form, Callable[[Record, Documents, FrozenResolver | None], Reading]] = {
    "json": _read_json,
    "jwt": read_signed,
    "sd-jwt": read_with_binding,
    "jades": read_signed,
}


def judge(
    record: Record,
    reading: Reading,
    *,
    now: datetime,
    documents: Documents | None = None,
    registries: Iterable[KnownList] = (),
    own_keys: frozenset[str] | None = None,
    confirmed_identities: Iterable[str] = (),
    counts_for: timedelta | None = COUNTS_FOR,
    resolver: FrozenResolver | None = None,
) -> tuple[Check, ...]:
    """`check_record` over a reading made before with the same documents: what the day and the learner change."""
    documents = documents or NO_DOCUMENTS
    if reading.format.answer == "no":
        findings = _unread(record, reading)
    else:
        own = record.issuer.id in {subject.id for subject in record.subjects}
        if reading.answers:
            signature, binding, dates, standing = _answered(record, reading, now)
        else:
            signature, binding, dates, standing = _proven(record, reading, documents, now, resolver)
        issuer = known_issuer(record.issuer.id or "", registries, documents, now, own=own)
        me = about_me(record, own_keys, confirmed_identities)
        findings = (reading.format, signature, binding, issuer, dates, standing, me)
    return tuple(
        as_check(name, dated(finding, documents, now, counts_for), now)
        for name, finding in zip(CHECKS, findings, strict=True)
    )


def _unread(record: Record, reading: Reading) -> tuple[Finding, ...]:
    """Of a record that cannot be read nothing is asked, but whether it has a signature at all."""
    unasked = Finding("not checked", "format_failed")
    signature = Finding("no", "no_proof") if _is_unsigned(record) else unasked
    return (reading.format, signature, *[unasked] * (len(CHECKS) - 2))


_OfIssuer = tuple[Finding, Finding, Finding, Finding]
"""What the issuer's own words answer: signature, issuer binding, dates, status."""


def _answered(record: Record, reading: Reading, now: datetime) -> _OfIssuer:
    """As the reading itself answered, but for the dates."""
    dates = in_force({"validFrom": record.valid_from, "validUntil": record.valid_until}, reading.limits, now)
    told = reading.answers
    return told["signature"], told["issuer_binding"], dates, told["status"]


def _proven(
    record: Record, reading: Reading, documents: Documents, now: datetime, resolver: FrozenResolver | None
) -> _OfIssuer:
    """As the proofs that were read let it be answered."""
    document, issuer = record.document, record.issuer.id or ""
    whole = reading.whole and not may_be_cut(document)
    dates = in_force(document, reading.limits, now, whole=whole)
    asked = status(document, documents=documents, now=now, resolver=resolver)
    asked = asked if whole else _if_kept(asked, document, reading.proofs)
    standing = _with_claim(asked, reading, issuer, documents, now)
    binding = _binding(issuer, reading, documents, now)
    return verdict(reading.proofs), binding, _if_certain(dates, reading), _if_certain(standing, reading)


def _is_unsigned(record: Record) -> bool:
    """Whether there is no signature at all: that can be said of a record that cannot be read, too."""
    told = record.form == "json" and record.kind not in BADGES_BEFORE_3 and not record.faults
    return told and not proofs_of(record.document)


def as_check(name: str, finding: Finding, now: datetime) -> Check:
    """A finding as a check: as of now, or of the older document it rests on."""
    as_of = min(now, finding.as_of) if finding.as_of else now
    return Check(name, finding.answer, finding.reason, as_of, finding.values)


def _binding(issuer: str, reading: Reading, documents: Documents, now: datetime) -> Finding:
    """Without all its contexts only a record whose letters are signed names its issuer for certain.

    The base context, which stands first, protects `issuer`: no other can give it another meaning.
    """
    if reading.format.answer != "yes" and not any(one.finding.answer == "yes" for one in reading.proofs):
        return reading.format
    return binding(issuer, reading.proofs, documents=documents, now=now)


def _if_kept(finding: Finding, document: Mapping[str, Any], proofs: Sequence[ProofFinding]) -> Finding:
    """Of a record that may have been cut: "not canceled" only where the issuer had every way to cancel it kept."""
    kept = any(one.finding.answer == "yes" for one in proofs) and not any(_STATUS in one.loose for one in proofs)
    if finding.answer != "yes" or (kept and document.get("credentialStatus")):
        return finding
    return Finding("not checked", "may_be_left_out")


def _if_certain(finding: Finding, reading: Reading) -> Finding:
    """Without its contexts a record's terms are not certain: "no" stands, "yes" cannot."""
    if reading.format.answer == "yes" or reading.plain or finding.answer != "yes":
        return finding
    return replace(reading.format)


def _with_claim(asked: Finding, reading: Reading, issuer: str, documents: Documents, now: datetime) -> Finding:
    """The answer of the document's status entries, and that of the status that its claims name."""
    keys = tuple(one.key for one in reading.proofs if one.finding.answer == "yes" and one.key is not None)
    claimed = token_status(reading.status, Holder(issuer, keys), documents=documents, now=now)
    return asked if claimed is None else worst([asked, claimed], now)


def _objects(values: Iterable[object]) -> list[Mapping[str, Any]]:
    return [value for value in values if isinstance(value, dict)]
