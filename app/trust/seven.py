"""The seven checks of a record (DESIGN: Checks), always all seven and in order."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from app.records.model import Check, Form, Record
from app.trust.about import about_me
from app.trust.contexts import FrozenResolver, UnknownContextError
from app.trust.documents import NO_DOCUMENTS, Documents
from app.trust.force import in_force
from app.trust.inline import MeaningError
from app.trust.issuers import binding
from app.trust.jose import read_signed
from app.trust.keys import Finding
from app.trust.meaning import read_meaning
from app.trust.proofs import proofs_of, unsecured, verdict, verify_proofs
from app.trust.readings import Reading
from app.trust.registries import Registry, known_issuer
from app.trust.status import status

CHECKS = ("format", "signature", "issuer_binding", "known_issuer", "in_force", "status", "about_me")


def check_record(
    record: Record,
    *,
    now: datetime,
    documents: Documents | None = None,
    registries: Iterable[Registry] = (),
    own_keys: frozenset[str] | None = None,
    confirmed_identities: Iterable[str] = (),
    resolver: FrozenResolver | None = None,
) -> tuple[Check, ...]:
    """Seven facts about a record as of `now` (aware), in the order of CHECKS.

    `documents` stand for the network, `own_keys` are the DIDs of the learner's vault (None without a vault),
    `confirmed_identities` names and addresses the learner confirmed as theirs.
    """
    return judge(
        record,
        read_record(record, documents, resolver),
        now=now,
        documents=documents,
        registries=registries,
        own_keys=own_keys,
        confirmed_identities=confirmed_identities,
        resolver=resolver,
    )


def read_record(record: Record, documents: Documents | None = None, resolver: FrozenResolver | None = None) -> Reading:
    """The part of the checks that takes time and stays true while the record and the documents are the same."""
    if record.faults:
        fault = record.faults[0]
        return Reading(Finding("no", fault.code, fault.values))
    read = _READERS[record.form]
    return read(record, documents or NO_DOCUMENTS, resolver)


def _read_json(record: Record, documents: Documents, resolver: FrozenResolver | None) -> Reading:
    """A record whose proofs stand in it and sign what it means."""
    limits = tuple(_objects(proofs_of(record.document)))
    try:
        meaning = read_meaning(unsecured(record.document), resolver)
        proofs = verify_proofs(
            record.document, purpose="assertionMethod", documents=documents, resolver=resolver, meaning=meaning
        )
    except MeaningError as refused:
        return Reading(Finding("no", refused.code, refused.values))
    except UnknownContextError as unknown:
        return Reading(Finding("not checked", "unknown_context", {"url": unknown.url}), (), limits)
    other = {"other": meaning.other_terms} if meaning.other_terms else {}
    return Reading(Finding("yes", "all_defined", other), proofs, limits)


_READERS: Mapping[Form, Callable[[Record, Documents, FrozenResolver | None], Reading]] = {
    "json": _read_json,
    "jwt": read_signed,
    "sd-jwt": read_signed,
    "jades": read_signed,
}


def judge(
    record: Record,
    reading: Reading,
    *,
    now: datetime,
    documents: Documents | None = None,
    registries: Iterable[Registry] = (),
    own_keys: frozenset[str] | None = None,
    confirmed_identities: Iterable[str] = (),
    resolver: FrozenResolver | None = None,
) -> tuple[Check, ...]:
    """`check_record` over a reading made before with the same documents: what the day and the learner change."""
    documents = documents or NO_DOCUMENTS
    if reading.format.answer == "no":
        unasked = Finding("not checked", "format_failed")
        findings = [reading.format, *[unasked] * (len(CHECKS) - 1)]
    else:
        document, issuer = record.document, record.issuer.id or ""
        # A signature over RDF cannot be checked without every context; one over letters needs none.
        proven = reading.format.answer == "yes" or bool(reading.proofs)
        dated = in_force(document if record.kind != "sd-jwt-vc" else {}, reading.limits, now)
        standing = _worse(status(document, documents=documents, now=now, resolver=resolver), reading.status)
        findings = [
            reading.format,
            verdict(reading.proofs) if proven or not proofs_of(document) else reading.format,
            binding(issuer, reading.proofs, documents=documents, now=now) if proven else reading.format,
            known_issuer(issuer, registries),
            _if_certain(dated, reading),
            _if_certain(standing, reading),
            about_me(record, own_keys, confirmed_identities),
        ]
    return tuple(as_check(name, finding, now) for name, finding in zip(CHECKS, findings, strict=True))


def as_check(name: str, finding: Finding, now: datetime) -> Check:
    """A finding as a check: as of now, or of the older document it rests on."""
    as_of = min(now, finding.as_of) if finding.as_of else now
    return Check(name, finding.answer, finding.reason, as_of, finding.values)


def _if_certain(finding: Finding, reading: Reading) -> Finding:
    """Without its contexts a record's terms are not certain: "no" stands, "yes" cannot."""
    if reading.format.answer == "yes" or reading.plain or finding.answer != "yes":
        return finding
    return replace(reading.format)


def _worse(one: Finding, other: Finding | None) -> Finding:
    return other if other is not None and one.answer == "yes" else one


def _objects(values: Iterable[object]) -> list[Mapping[str, Any]]:
    return [value for value in values if isinstance(value, dict)]
