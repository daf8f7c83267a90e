"""What an answer is worth by the day its documents were had, and why a document that was asked for is not here."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from app.trust.documents import Documents, NotHad, page_of
from app.trust.keys import Finding, did_web_address

COUNTS_FOR = timedelta(days=90)
"""How long a "yes" that rests on what a website said stays a "yes", unless the learner says otherwise."""

# Reasons for "nobody asked", each with the value that names what would have been asked.
_NOT_ASKED: Mapping[str, str] = {
    "status_list_not_at_hand": "list",
    "key_not_at_hand": "key",
    "key_only_in_address": "named",
    "document_not_at_hand": "named",
    "site_not_asked": "address",
    "cancel_not_asked": "address",
    "issuer_not_at_hand": "address",
    "badge_not_at_hand": "address",
}
_OF_FAILURES: Mapping[str, str] = {
    "not_found": "page_not_there",
    "gone": "page_not_there",
    "unreadable": "page_unreadable",
    "too_big": "page_unreadable",
    "packed": "page_unreadable",
    "cut_short": "page_unreadable",
    "bad_answer": "page_unreadable",
    "too_many_redirects": "page_unreadable",
    "redirect_nowhere": "page_unreadable",
    "no_such_host": "site_silent",
    "no_answer": "site_silent",
    "too_slow": "site_silent",
    "http_status": "site_silent",
}


def dated(finding: Finding, documents: Documents, now: datetime, counts_for: timedelta | None) -> Finding:
    """A finding by its day: an old "yes" is "not checked"; one that lacks a document says what came of asking for it.

    A "no" stays: what was canceled stays canceled.
    """
    if finding.answer == "yes" and finding.as_of and counts_for is not None and now - finding.as_of > counts_for:
        return Finding("not checked", "not_asked_since", {"days": (now - finding.as_of).days}, finding.as_of)
    if finding.answer == "not checked" and finding.reason in _NOT_ASKED:
        return _asked(finding, documents) or finding
    return finding


def _asked(finding: Finding, documents: Documents) -> Finding | None:
    for address in _addresses(finding.values.get(_NOT_ASKED[finding.reason])):
        why = documents.not_had.get(address)
        if why is not None:
            return Finding("not checked", _reason(why), {"address": address}, why.as_of)
    return None


def _reason(why: NotHad) -> str:
    return _OF_FAILURES.get(why.code, "site_not_safe")


def _addresses(named: object) -> Iterator[str]:
    """The web addresses that a look-up of this name asks."""
    if not isinstance(named, str):
        return
    if named.startswith("did:web:"):
        address = did_web_address(named.partition("#")[0])
        if address is not None:
            yield address
    yield page_of("https://" + named[7:] if named[:7].lower() == "http://" else named)
