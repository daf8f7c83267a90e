"""Links in place of records: which name a record's own address, which carry one, and which begin a talk with a website.

Sources: the deep links of Learner Credential Wallet (`dccrequest:` and `https://lcw.app/request.html`, whose
`vc_request_url` is an exchange that a wallet answers with a signature), VC API interaction links (`iuv=1`), links to
VerifierPlus (`#verify?vc=` and an address), and Credly's page of its Open Badges addresses
(https://api.credly.com/docs/obi_specified_endpoints).
"""

import re
from collections.abc import Iterator
from urllib.parse import SplitResult, parse_qsl, urlsplit

from app.records import jose
from app.records.fields import web_link

LONGEST = 20_000
MOST_FIELDS = 50

_SCHEME = re.compile(r"(?:dcc|dccrequest):", re.IGNORECASE | re.ASCII)
# Where a link says which record it is about.
_RECORD = frozenset({"vc", "vp"})
# What only a wallet can answer: it signs something for the website, or signs in there.
_TALK = frozenset({"vc_request_url", "request", "credential_offer", "credential_offer_uri", "iuv"})
_VERIFIERS = frozenset({"verifierplus.org", "www.verifierplus.org"})
_WALLETS = frozenset({"lcw.app", "www.lcw.app", "learncard.app"})
_CREDLY = re.compile(r"https://www\.credly\.com/badges/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:[/?#].*)?")


def points_to(text: str) -> str | None:
    """The web address of a record that a link names, be it inside another; None for none."""
    for value in _named(text):
        if found := web_link(value):
            return found
    known = _CREDLY.fullmatch(text)
    return f"https://api.credly.com/v1/obi/v2/badge_assertions/{known[1]}" if known else None


def carried(text: str) -> str | None:
    """The record, as JSON or as a signed text, that stands in a link itself; None for none."""
    return next((value for value in _named(text) if value.startswith("{") or jose.is_compact(value)), None)


def is_talk(text: str) -> bool:
    """Whether a link begins a talk in which a wallet signs something or signs in, rather than leading to a record."""
    parts = _parts(text)
    if parts is None or points_to(text) or carried(text):
        return False
    stated = {name.lower() for name, _ in _fields(parts)}
    asked = _SCHEME.match(text) or parts.hostname in _WALLETS or "iuv" in stated
    return bool(asked) and not stated.isdisjoint(_TALK)


def is_ours(text: str) -> bool:
    """Whether a text is a link of another scheme than the web's that names or carries a record."""
    return bool(_SCHEME.match(text)) and bool(points_to(text) or carried(text))


def _named(text: str) -> Iterator[str]:
    """What a link says the record is, of a kind that is known to say so."""
    parts = _parts(text)
    if parts is not None and (_SCHEME.match(text) or parts.hostname in _VERIFIERS):
        behind = parts.fragment.partition("?")[2]
        if behind.startswith("vc=https://"):  # as it is, with fields of its own
            yield behind.removeprefix("vc=")
        yield from (value for name, value in _fields(parts) if name.lower() in _RECORD)


def _parts(text: str) -> SplitResult | None:
    if len(text) > LONGEST or not (_SCHEME.match(text) or text[:8].lower() == "https://"):
        return None
    try:
        return urlsplit(text)
    except ValueError:
        return None


def _fields(parts: SplitResult) -> list[tuple[str, str]]:
    """The fields of a link, before and behind "#"."""
    behind = parts.fragment.partition("?")[2]
    try:
        return [
            *parse_qsl(parts.query, max_num_fields=MOST_FIELDS),
            *parse_qsl(behind, max_num_fields=MOST_FIELDS),
        ]
    except ValueError:
        return []
