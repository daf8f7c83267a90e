"""One guarded question to a website of a test: asking it, and what came of it."""

import threading
import time
from dataclasses import replace

from loopback_server import LoopbackServer

from app.online.fetching import CODES, Client, Failed, Got
from app.online.limits import Limits, Net

SITE = "https://issuer.example"
PAGE = f"{SITE}/keys"
SMALL = Limits(seconds=1.0, connect=0.4, bytes=200_000, redirects=3)
LONG = replace(SMALL, seconds=30.0, connect=30.0)
HANGS = 5.0


def anybody(_: str) -> bool:
    return True


def fetch(address: str, *, net: Net, **more) -> Got | Failed:
    """The answer over a connection of its own."""
    with Client(net) as client:
        return client.fetch(address, **more)


def ask(web: LoopbackServer, address: str = PAGE, *, limits: Limits = SMALL, **more) -> Got | Failed:
    """The answer; a question that hangs fails whatever it says in the end."""
    began = time.monotonic()
    options = {"net": web.net(), "allowed": anybody, "stop": threading.Event(), **more}
    found = fetch(address, limits=limits, **options)
    assert time.monotonic() - began < HANGS
    return found


def code(found: Got | Failed) -> str:
    assert isinstance(found, Failed), found
    assert found.code in CODES
    return found.code


def head(**headers: str) -> bytes:
    return (
        b"HTTP/1.1 200 OK\r\n"
        + "".join(f"{k.replace('_', '-')}: {v}\r\n" for k, v in headers.items()).encode()
        + b"\r\n"
    )


def many(client: Client, addresses: list[str]) -> list[Got | Failed]:
    return [client.fetch(one, allowed=anybody, limits=SMALL, stop=threading.Event()) for one in addresses]
