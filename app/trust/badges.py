"""What is found out of an Open Badges 1 or 2 assertion: whether all of it is at hand, and who stands behind it."""

from collections.abc import Mapping
from typing import Any

from app.records.badges2 import linked
from app.records.jose import unpack
from app.records.model import Record
from app.trust.badge_links import object_at
from app.trust.documents import Documents
from app.trust.hosted import hosted_answers
from app.trust.jose import stated_by
from app.trust.keys import Finding
from app.trust.readings import Reading
from app.trust.signed_badges import signed_answers


def read_badge(record: Record, documents: Documents) -> Reading:
    """The reading of an assertion, with the answers to signature, issuer_binding and status."""
    return Reading(_format(record, documents), limits=_limits(record), answers=_answers(record, documents))


def _limits(record: Record) -> tuple[Mapping[str, Any], ...]:
    """The dates that a signed text states beside the assertion."""
    return (stated_by(unpack(record.raw.decode("ascii")), record.document),) if record.form == "jwt" else ()


def _answers(record: Record, documents: Documents) -> Mapping[str, Finding]:
    if record.form == "jwt":
        return signed_answers(record, documents)
    hosted = hosted_answers(record, documents)
    if record.form == "json":
        return hosted
    # Open Badges know no other signature: what another may say is left open, and what is canceled stays so.
    return {**hosted, "signature": _other(record.form), "issuer_binding": Finding("not checked", "no_sound_proof")}


def _other(form: str) -> Finding:
    return Finding("not checked", "unsupported_suite", {"suite": form})


def _format(record: Record, documents: Documents) -> Finding:
    found = linked(record.document, lambda address: object_at(address, documents))
    if found.badge is None:
        return Finding("not checked", "badge_not_at_hand", {"address": found.badge_address or ""})
    if found.issuer is None:
        return Finding("not checked", "issuer_not_at_hand", {"address": found.issuer_address or ""})
    return Finding("yes", "all_defined")
