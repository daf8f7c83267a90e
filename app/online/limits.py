"""What a look-up may take, what it goes through, and why it ended."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Event
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ssl

PER_HOST = 2
"""How many questions at a time one host is asked at most."""
# Beside the page itself: headers, marks between chunks, answers that only send on.
_BESIDE = 500_000


@dataclass(frozen=True)
class Limits:
    """Most that one look-up may take: seconds in all and to reach one machine, bytes of the page, times sent on."""

    seconds: float = 20
    connect: float = 5
    bytes: int = 20_000_000
    redirects: int = 5


@dataclass(frozen=True)
class Net:
    """The way to the network.

    `resolve` gives IP addresses and ports for a host and port, or raises OSError. `secure` makes a TLS context that
    checks certificates and names; it is called for each connection. `loopback` lets this computer be asked too: a
    test's server alone; nothing in the program sets it.
    """

    resolve: Callable[[str, int], Sequence[tuple[str, int]]]
    secure: Callable[[], "ssl.SSLContext"]
    loopback: bool = False


class RefusedError(Exception):
    """A look-up ends here: a code of `app.online.fetching.CODES` and its values."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values


@dataclass
class Call:
    """One look-up under way: when it must be over (monotonic seconds) and how many bytes came."""

    limits: Limits
    stop: Event
    deadline: float
    received: int = 0

    def left(self) -> float:
        """Seconds left. RefusedError `stopped` or `too_slow`."""
        if self.stop.is_set():
            raise RefusedError("stopped")
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise RefusedError("too_slow", seconds=self.limits.seconds)
        return left

    def take(self, count: int) -> None:
        """Bytes came over the wire. RefusedError `too_big`: an endless head is no page, but it costs."""
        self.received += count
        if self.received > 2 * self.limits.bytes + _BESIDE:
            raise RefusedError("too_big", limit=self.limits.bytes)


def call_of(limits: Limits, stop: Event) -> Call:
    """A look-up that begins now."""
    return Call(limits, stop, time.monotonic() + limits.seconds)
