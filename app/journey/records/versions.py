"""Newer versions of a record: the same id from the same issuer, soundly signed, given later.

Which version counts is worked out from the records at hand each time and kept nowhere: a newer one that is put aside
gives its place back, and nothing that was imported is changed.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from app.records.dates import moment
from app.records.model import Record
from app.trust.documents import NO_DOCUMENTS, Documents
from app.trust.newer import is_issuers
from app.trust.readings import Reading

Read = Callable[[Record], Reading]


def older_versions(
    found: Iterable[Record], read: Read, documents: Documents | None, now: datetime
) -> Mapping[str, tuple[str, ...]]:
    """Key of each record that took the place of others -> their keys, latest first.

    Only a record whose signature holds and whose key is its issuer's takes the place of another (DESIGN: Checks): a
    stranger who writes the same id and a later date takes none, nor does one that is not given yet, or whose signature
    no longer counts.
    """
    named = defaultdict[tuple[str, str], list[Record]](list)
    for record in found:
        if record.id and record.issuer.id:
            named[record.id, record.issuer.id].append(record)
    return {
        newest.key: tuple(one.key for one in older)
        for versions in named.values()
        if len(versions) > 1
        for newest, older in [_newest(versions, read, documents or NO_DOCUMENTS, now)]
        if newest and older
    }


def _newest(
    versions: list[Record], read: Read, documents: Documents, now: datetime
) -> tuple[Record | None, list[Record]]:
    """The latest that is truly its issuer's, and those given before it."""
    dated = sorted(((given, one) for one in versions if (given := _given(one))), key=lambda pair: pair[0], reverse=True)
    for given, one in dated:
        if given <= now and is_issuers(one, read(one), documents, now):
            return one, [other for before, other in dated if before < given]
    return None, []


def _given(record: Record) -> datetime | None:
    return moment(record.valid_from) if record.valid_from else None
