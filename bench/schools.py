"""Many records of many schools that have websites: their pages, and a server on this computer that gives them late.

The server is the one that tests have, TLS and all, in this very process: its work counts in all that is measured.
"""

import base64
import gzip
import hashlib
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any
from unittest.mock import patch

from app.applying.holder import Holder, holder_of
from app.online import fetching
from app.trust.keys import did_web_address
from app.trust.proofs import add_proof
from bench.records import ENDS, VC_2, badge, made

RECORDS, ISSUERS = 500, 40
DELAY = 0.05
"""Seconds after which each answer comes."""
SERVER = Path(__file__).parents[1] / "tests" / "support"
_BITS = gzip.compress(bytes(16_384), mtime=0)


def records() -> list[dict[str, Any]]:
    """Badges that name their school's list of canceled records; the same in every run."""
    return [_record(number) for number in range(RECORDS)]


def pages() -> dict[str, bytes]:
    """Two of each school by address: its keys, and its list."""
    found = dict[str, bytes]()
    for school in range(ISSUERS):
        found[str(did_web_address(_did(school)))] = json.dumps(_keys(school)).encode()
        found[_list_of(school)] = json.dumps(_list(school)).encode()
    return found


@contextmanager
def websites() -> Iterator[Any]:
    """The schools' websites, and no network beside them."""
    if str(SERVER) not in sys.path:
        sys.path.append(str(SERVER))
    server = import_module("loopback_server")
    with server.LoopbackServer() as web, patch.object(fetching, "system_net", web.net):
        for address, page in pages().items():
            web.play(address, server.saying(server.answer(page), after=DELAY))
        yield web


def _did(school: int) -> str:
    return f"did:web:school-{school}.bench.pathfolio.invalid"


def _list_of(school: int) -> str:
    return f"https://school-{school}.bench.pathfolio.invalid/status/1"


def _by(school: int) -> Holder:
    return holder_of(hashlib.sha256(f"Pathfolio bench school {school}".encode()).digest())


def _record(number: int) -> dict[str, Any]:
    school = number % ISSUERS
    entry = {
        "id": f"{_list_of(school)}#{number}",
        "type": "BitstringStatusListEntry",
        "statusPurpose": "revocation",
        "statusListIndex": str(number),
        "statusListCredential": _list_of(school),
    }
    issuer = {"id": _did(school), "type": ["Profile"], "name": f"Bench School {school}"}
    return _signed({**badge(number), "issuer": issuer, "credentialStatus": entry}, school)


def _keys(school: int) -> dict[str, Any]:
    method = {
        "id": f"{_did(school)}#key-1",
        "type": "Multikey",
        "controller": _did(school),
        "publicKeyMultibase": _by(school).did.removeprefix("did:key:"),
    }
    return {"id": _did(school), "verificationMethod": [method], "assertionMethod": [method["id"]]}


def _list(school: int) -> dict[str, Any]:
    bits = base64.urlsafe_b64encode(_BITS).decode().rstrip("=")
    subject = {
        "id": f"{_list_of(school)}#list",
        "type": "BitstringStatusList",
        "statusPurpose": "revocation",
        "encodedList": f"u{bits}",
    }
    unsigned = {
        "@context": [VC_2],
        "id": _list_of(school),
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": _did(school),
        "validFrom": made(school),
        "validUntil": ENDS,
        "credentialSubject": subject,
    }
    return _signed(unsigned, school)


def _signed(unsigned: dict[str, Any], school: int) -> dict[str, Any]:
    return add_proof(
        unsigned,
        seed=_by(school).seed,
        verification_method=f"{_did(school)}#key-1",
        purpose="assertionMethod",
        created=unsigned["validFrom"],
    )
