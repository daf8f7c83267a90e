"""What is found out of an Open Badges 1 or 2 assertion: whether all of it is at hand, and who stands behind it."""

from collections.abc import Mapping

from app.records.badges2 import linked
from app.records.model import Record
from app.trust.badge_links import object_at
from app.trust.documents import Documents
from app.trust.hosted import hosted_answers
from app.trust.keys import Finding
from app.trust.signed_badges import signed_answers


def read_badge(record: Record, documents: Documents) -> tuple[Finding, Mapping[str, Finding]]:
    """The answer to whether all of it can be read; and those to signature, issuer_binding and status."""
    answers = signed_answers if record.form == "jwt" else hosted_answers
    return _format(record, documents), answers(record, documents)


def _format(record: Record, documents: Documents) -> Finding:
    found = linked(record.document, lambda address: object_at(address, documents))
    if found.badge is None:
        return Finding("not checked", "badge_not_at_hand", {"address": found.badge_address or ""})
    if found.issuer is None:
        return Finding("not checked", "issuer_not_at_hand", {"address": found.issuer_address or ""})
    return Finding("yes", "all_defined")
