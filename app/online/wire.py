"""One connection to one site: TLS to the very machine that was looked at, one question of HTTP/1.1 after another.

On h11, which only reads and writes the words of HTTP: sockets, names and clocks are here, so that every wait ends with
the look-up's own limit (a timeout of a socket begins anew with each byte) and no name is looked up twice.
"""

import select
import socket
import ssl
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, zip_longest
from time import monotonic

import h11

from app.online.addresses import Target, is_loopback, is_public
from app.online.limits import Call, Net, RefusedError

# All that is sent, the same for everybody: no version, system, language, cookie or page that one came from.
HEADERS = (
    ("User-Agent", "Mozilla/5.0 (compatible)"),
    ("Accept", "application/json, application/ld+json, */*;q=0.5"),
    ("Accept-Encoding", "identity"),
)
# How often a wait looks whether the learner stopped it, in seconds.
TICK = 0.2
# A connection is used again within this many seconds; later most servers have closed it.
REST = 10
MOST_MACHINES = 4
LONGEST_HEAD = 64 * 1024
# 20 MB in pieces of a few bytes would keep the processor busy for minutes.
MOST_PIECES = 50_000
_PIECE = 64 * 1024

_NO_SUCH = frozenset({socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)})
# OpenSSL's X509_V_ERR_*; systems that check certificates themselves (Windows, macOS) have numbers of their own.
_WHY = {9: "expired", 10: "expired", 18: "unknown_signer", 19: "unknown_signer", 20: "unknown_signer",
        21: "unknown_signer", 62: "other_name", 64: "other_name"}  # fmt: skip


class NoWordError(Exception):
    """A connection ended before any byte of an answer."""


@dataclass(frozen=True)
class Head:
    """Status of an answer, and its headers by small names; what came several times is joined with commas."""

    status: int
    headers: dict[str, str]


class Line:
    """A connection that one look-up at a time owns."""

    def __init__(self, sock: ssl.SSLSocket) -> None:
        self._sock = sock
        self._http = h11.Connection(h11.CLIENT, max_incomplete_event_size=LONGEST_HEAD)
        self._rested = 0.0

    def ask(self, target: Target, call: Call) -> Head:
        """Send one question and read the head of its answer. NoWordError; RefusedError `bad_answer`, limits."""
        self._send(h11.Request(method="GET", target=target.path, headers=[("Host", target.authority), *HEADERS]), call)
        self._send(h11.EndOfMessage(), call)
        before = call.received
        try:
            event = self._next(call)
            while isinstance(event, h11.InformationalResponse):
                event = self._next(call)
        except (OSError, h11.RemoteProtocolError) as error:
            if call.received == before:
                raise NoWordError from error
            raise RefusedError("bad_answer") from error
        if not isinstance(event, h11.Response):
            raise RefusedError("bad_answer")
        return Head(event.status_code, _joined(event))

    def body(self, call: Call) -> Iterator[bytes]:
        """The answer's body in pieces, as sent. RefusedError `cut_short`, `too_big`, limits."""
        try:
            for _ in range(MOST_PIECES):
                event = self._next(call)
                if not isinstance(event, h11.Data):
                    return
                yield bytes(event.data)
        except (OSError, h11.RemoteProtocolError) as error:
            raise RefusedError("cut_short") from error
        raise RefusedError("too_big", limit=call.limits.bytes)

    def rest(self) -> bool:
        """Make ready for another question; False where the connection cannot take one."""
        done = self._http.our_state is h11.DONE and self._http.their_state is h11.DONE
        if not done or self._http.trailing_data[0]:
            return False
        self._http.start_next_cycle()
        self._rested = monotonic()
        return True

    def alive(self) -> bool:
        """Whether a rested connection may be used again: not for long, and not once the other side said anything."""
        return monotonic() - self._rested < REST and not self._sock.pending() and not _readable(self._sock)

    def close(self) -> None:
        """End the connection."""
        self._sock.close()

    def _send(self, event: h11.Request | h11.EndOfMessage, call: Call) -> None:
        data = self._http.send(event)
        # A server may answer and close without reading; what it said is read all the same.
        with suppress(OSError):
            self._sock.settimeout(call.left())
            self._sock.sendall(data or b"")

    def _next(self, call: Call) -> h11.Event | type[h11.NEED_DATA] | type[h11.PAUSED]:
        call.left()
        event = self._http.next_event()
        while event is h11.NEED_DATA:
            self._http.receive_data(self._read(call))
            event = self._http.next_event()
        return event

    def _read(self, call: Call) -> bytes:
        while True:
            self._sock.settimeout(min(TICK, call.left()))
            try:
                data = self._sock.recv(_PIECE)
            except TimeoutError:
                continue
            call.take(len(data))
            return data


def connect(target: Target, net: Net, call: Call) -> Line:
    """A connection to a site, by an address looked up once and allowed.

    RefusedError `no_such_host`, `private_address`, `no_answer`, `not_secure` (why: expired, other_name, unknown_signer,
    other), limits.
    """
    for machine in _machines(target, net)[:MOST_MACHINES]:
        sock = _reached(machine, call)
        if sock is not None:
            return Line(_secured(sock, target.host, net.secure(), call))
    raise RefusedError("no_answer")


def system_addresses(host: str, port: int) -> Sequence[tuple[str, int]]:
    """What the computer's own look-up of names says. OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple((str(address[0]), port) for *_, address in found)


def system_context() -> ssl.SSLContext:
    """TLS that trusts whom this computer trusts, for one connection.

    Never shared: truststore holds a lock through a whole handshake, so that one silent host would hold all others, and
    on Linux it loads certificates anew each time into a context that others may be using.
    """
    import truststore

    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.set_alpn_protocols(["http/1.1"])
    return context


def _machines(target: Target, net: Net) -> tuple[tuple[str, int], ...]:
    """Addresses of a host, every one allowed; IPv6 and IPv4 in turn, since one of them is broken on many networks."""
    found = _resolved(target, net)
    if not found:
        raise RefusedError("no_such_host")
    if not all(is_public(number) or (net.loopback and is_loopback(number)) for number, _ in found):
        raise RefusedError("private_address")
    newer = [one for one in found if ":" in one[0]]
    older = [one for one in found if ":" not in one[0]]
    return tuple(one for one in chain.from_iterable(zip_longest(newer, older)) if one)


def _resolved(target: Target, net: Net) -> Sequence[tuple[str, int]]:
    if is_public(target.host):
        return ((target.host, target.port),)
    try:
        return net.resolve(target.host, target.port)
    except socket.gaierror as error:
        raise RefusedError("no_such_host" if error.errno in _NO_SUCH else "no_answer") from error
    except OSError as error:
        raise RefusedError("no_answer") from error


def _reached(machine: tuple[str, int], call: Call) -> socket.socket | None:
    sock = socket.socket(socket.AF_INET6 if ":" in machine[0] else socket.AF_INET, socket.SOCK_STREAM)
    try:
        sock.settimeout(min(call.limits.connect, call.left()))
        sock.connect(machine)
    except OSError:
        sock.close()
        return None
    except BaseException:
        sock.close()
        raise
    return sock


def _secured(sock: socket.socket, host: str, context: ssl.SSLContext, call: Call) -> ssl.SSLSocket:
    """TLS over a connection; the handshake as a whole takes no longer than reaching a machine may."""
    with sock:  # what fails before TLS took it over
        sock.settimeout(min(call.limits.connect, call.left()))
        try:
            return context.wrap_socket(sock, server_hostname=host)
        except ssl.SSLCertVerificationError as error:
            raise RefusedError("not_secure", why=_WHY.get(getattr(error, "verify_code", 0), "other")) from error
        except TimeoutError as error:
            raise RefusedError("no_answer") from error
        except ssl.SSLEOFError as error:
            raise RefusedError("no_answer") from error
        except ssl.SSLError as error:
            raise RefusedError("not_secure", why="other") from error
        except OSError as error:
            raise RefusedError("no_answer") from error


def _joined(event: h11.Response) -> dict[str, str]:
    headers = dict[str, str]()
    for name, value in event.headers:
        key, text = name.decode("ascii"), value.decode("utf-8", "replace")
        headers[key] = f"{headers[key]}, {text}" if key in headers else text
    return headers


def _readable(sock: ssl.SSLSocket) -> bool:
    if hasattr(select, "poll"):
        poll = select.poll()
        poll.register(sock, select.POLLIN)
        return bool(poll.poll(0))
    return bool(select.select([sock], [], [], 0)[0])
