"""No test touches the network, whatever it runs: every connection and look-up of a name, in any thread, fails the test.

Python tells its audit hooks of each before it happens (`socket.connect` and so on), so that no library of Python's is
left out. Sockets between processes of this computer (AF_UNIX, pipes) are none of its business.
"""

import sys
from functools import cache

WATCHED = frozenset({
    "socket.connect", "socket.sendto", "socket.sendmsg",
    "socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo",
})  # fmt: skip


class NetworkTouchedError(AssertionError):
    """A test, or what it runs, would have used the network."""


class Guard:
    """What was tried; `loopback` lets this computer's own addresses pass."""

    def __init__(self) -> None:
        self.loopback = False
        self.touched = list[str]()

    def heard(self, event: str, arguments: tuple[object, ...]) -> None:
        if event not in WATCHED:
            return
        whom = _whom(event, arguments)
        if whom is not None and not (self.loopback and _is_here(whom)):
            self.touched.append(f"{event} {whom}")
            raise NetworkTouchedError(self.touched[-1])


@cache
def watch() -> Guard:
    """Begin to listen, for as long as this Python runs; the same guard however often it is asked for."""
    guard = Guard()
    sys.addaudithook(guard.heard)
    return guard


def _whom(event: str, arguments: tuple[object, ...]) -> object:
    """Host of a look-up or a connection; None for a socket that stays on this computer by its kind."""
    if event in {"socket.connect", "socket.sendto", "socket.sendmsg"}:
        address = arguments[1]
        return address[0] if isinstance(address, tuple) else None
    whom = arguments[0]
    return whom[0] if isinstance(whom, tuple) else whom


def _is_here(whom: object) -> bool:
    from ipaddress import ip_address

    try:
        return ip_address(str(whom)).is_loopback
    except ValueError:
        return False
