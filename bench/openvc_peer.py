"""Checks files with openvc-core as Pathfolio's benchmark asks: the same lines in and out as `peer.mjs`."""

import json
import sys
from base64 import b64decode
from datetime import UTC, datetime
from time import process_time
from typing import Any

from openvc import OpenvcError, VerificationPolicy, verify_credential
from openvc.did.base import DidResolverRegistry
from openvc.did.did_key import DidKeyResolver

from app.trust.contexts import shipped

POLICY = VerificationPolicy(now=datetime(2026, 11, 21, 12, tzinfo=UTC))
RESOLVER = DidResolverRegistry([DidKeyResolver()])
CONTEXTS = {url: {"@context": context} for url, context in shipped().items()}


def main() -> None:
    """Answer each line until there is none."""
    files: list[bytes] = []
    for line in sys.stdin:
        asked = json.loads(line)
        if "load" in asked:
            files = [b64decode(text) for text in asked["load"]]
            answer: dict[str, Any] = {"loaded": len(files)}
        else:
            answer = {"answers": [accepts(file) for file in files]} if "check" in asked else _over(files, asked)
        print(json.dumps(answer), flush=True)


def accepts(file: bytes) -> bool:
    """Whether a credential, and each that a transcript holds, passes its checks."""
    text = file.decode()
    given = json.loads(text) if text.startswith("{") else text
    inside = given["credentialSubject"].get("verifiableCredential", []) if isinstance(given, dict) else []
    try:
        for one in (given, *inside):
            verify_credential(one, policy=POLICY, resolver=RESOLVER, extra_contexts=CONTEXTS)
    except OpenvcError:
        return False
    return True


def _over(files: list[bytes], asked: dict[str, Any]) -> dict[str, float]:
    start, done, taken = process_time(), 0, 0.0
    while taken < asked["seconds"]:
        if not all(map(accepts, files)):
            raise AssertionError("a sound record was refused")
        done += len(files)
        taken = process_time() - start
    return {"records": done, "seconds": taken}


if __name__ == "__main__":
    main()
