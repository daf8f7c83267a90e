"""Whether a record or presentation is in force at a moment: its own dates and those of its proofs."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from app.records.dates import moment
from app.trust.keys import Finding
from app.trust.sets import only

# The clock of whoever signed may run ahead of ours; only `created` is given this grace, every other limit is exact.
CLOCK_GRACE = timedelta(minutes=5)

_FROM = ("validFrom", "issuanceDate", "issued")
_UNTIL = ("validUntil", "expirationDate")


class _UnreadableDateError(Exception):
    pass


def in_force(
    document: Mapping[str, Any], proofs: Iterable[Mapping[str, Any]], now: datetime, *, whole: bool = True
) -> Finding:
    """Whether `now` (aware) lies within every limit that the document and its proofs state, limits included.

    A document that is not `whole` may have lost a limit that it does not state.
    """
    try:
        found = _judge(document, list(proofs), now)
        stated = whole or (_dates([document], _FROM) and _dates([document], _UNTIL))
        return found if stated or found.answer != "yes" else Finding("not checked", "may_be_left_out")
    except _UnreadableDateError as unreadable:
        field, text = unreadable.args
        return Finding("not checked", "unreadable_date", {"field": field, "text": text})


def _judge(document: Mapping[str, Any], proofs: list[Mapping[str, Any]], now: datetime) -> Finding:
    # A JWT states beside its document from when and until when it counts; a proof of Linked Data has no such terms.
    start = max(_dates([document, *proofs], _FROM), default=None)
    end = min(_dates([document, *proofs], _UNTIL), default=None)
    proof_end = min(_dates(proofs, ("expires",)), default=None)
    signed = max(_dates(proofs, ("created",)), default=None)
    if end is not None and now > end:
        return Finding("no", "expired", {"until": end})
    if start is not None and now < start:
        return Finding("no", "not_yet", {"from": start})
    if proof_end is not None and now > proof_end:
        return Finding("no", "proof_expired", {"until": proof_end})
    if signed is not None and signed - now > CLOCK_GRACE:
        return Finding("no", "signed_in_future", {"signed": signed})
    ends = [limit for limit in (end, proof_end) if limit is not None]
    if not ends:
        return Finding("yes", "no_end_date")
    return Finding("yes", "in_force", {"until": min(ends)})


def _dates(holders: Iterable[Mapping[str, Any]], fields: Iterable[str]) -> list[datetime]:
    return [_date(field, holder[field]) for holder in holders for field in fields if holder.get(field) is not None]


def _date(field: str, text: object) -> datetime:
    stated = only(text)
    found = moment(stated) if isinstance(stated, str) else None
    if found is None:
        raise _UnreadableDateError(field, str(text)[:60])
    return found
