"""One guarded question to a website: only https, only whom the learner allowed, only so long, only so much.

Nothing here reads settings of the computer: no proxy, no stored password, no cookie, no page kept from before.
"""

import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, wait
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Event, Lock, Semaphore, Thread
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar
from urllib.parse import urljoin, urlsplit

from app.online.addresses import Target, target_of
from app.online.limits import PER_HOST, Call, Limits, Net, RefusedError, call_of

if TYPE_CHECKING:
    from app.online.wire import Head, Line

# Every code of a `Failed`; each may have `host` (whose fault it is, as far as known) and `sent_on` (another site led
# there) beside its own values.
CODES = (
    "not_https", "bad_address", "private_address", "host_not_asked",
    "no_such_host", "no_answer", "not_secure", "bad_answer", "cut_short",
    "too_slow", "too_big", "packed", "too_many_redirects", "redirect_nowhere",
    "not_found", "gone", "http_status", "stopped",
)  # fmt: skip

_SENT_ON = frozenset({301, 302, 303, 307, 308})
_PLAIN = re.compile(r"[a-z0-9._:-]{1,253}")

T = TypeVar("T")


@dataclass(frozen=True)
class Got:
    """A page: the address asked, where it came from in the end, its bytes unpacked, when.

    What kind its website says it is counts for nothing: many serve all they have as text.
    """

    address: str
    came_from: str
    content: bytes
    as_of: datetime


@dataclass(frozen=True)
class Failed:
    """Why there is no page: a code of `CODES` and its values, and when it was asked."""

    address: str
    code: str
    values: Mapping[str, object]
    as_of: datetime


@dataclass(frozen=True)
class _Onward:
    location: str


class Client:
    """Look-ups that may use each other's connections, from any thread; closed when the learner's question is answered.

    A connection belongs to one look-up or rests here; no other thread ever touches it. Nobody is asked more than two
    things at a time, be it that many others send on to it.
    """

    def __init__(self, net: Net) -> None:
        self._net = net
        self._resting = dict[str, list["Line"]]()
        self._turns = dict[str, Semaphore]()
        self._lock = Lock()
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def fetch(self, address: str, *, allowed: Callable[[str], bool], limits: Limits, stop: Event) -> Got | Failed:
        """The page at an address. `allowed` is asked for every host (`addresses.site_of`), in another thread.

        Returns within `limits.seconds`, and a moment after `stop`, whatever the other side does: what cannot be
        interrupted (names looked up, certificates checked by the system) is left to end by itself.
        """
        as_of = datetime.now(UTC)
        call = call_of(limits, stop)
        try:
            content, came_from = _apart(lambda: self._followed(address, call, allowed), call)
        except RefusedError as refused:
            return Failed(address, refused.code, {"host": _host(address), **refused.values}, as_of)
        return Got(address, came_from, content, as_of)

    def close(self) -> None:
        """End the connections that rest; one still in use ends with its look-up."""
        with self._lock:
            self._closed = True
            resting = [line for lines in self._resting.values() for line in lines]
            self._resting.clear()
        for line in resting:
            line.close()

    def _followed(self, address: str, call: Call, allowed: Callable[[str], bool]) -> tuple[bytes, str]:
        for count in range(call.limits.redirects + 1):
            try:
                target = _let_in(address, allowed)
                with self._turn(target, call):
                    answer = self._answer(target, call)
            except RefusedError as refused:
                sent_on = {"sent_on": True} if count else {}
                raise RefusedError(refused.code, **{"host": _host(address), **sent_on, **refused.values}) from refused
            if isinstance(answer, bytes):
                return answer, target.address
            address = _joined(target, answer)
        raise RefusedError("too_many_redirects", host=target.authority, limit=call.limits.redirects)

    @contextmanager
    def _turn(self, target: Target, call: Call) -> Iterator[None]:
        """Wait until a host is asked few things enough. RefusedError `stopped`, `too_slow`."""
        with self._lock:
            turns = self._turns.setdefault(target.host, Semaphore(PER_HOST))
        while not turns.acquire(timeout=min(0.1, call.left())):
            pass
        try:
            yield
        finally:
            turns.release()

    def _answer(self, target: Target, call: Call) -> bytes | _Onward:
        from app.online import wire

        line = self._rested(target)
        if line is not None:
            try:
                return self._said(line, target, call)
            except wire.NoWordError:
                pass  # the other side closed it just now; that is no answer to the question
        try:
            return self._said(wire.connect(target, self._net, call), target, call)
        except wire.NoWordError as error:
            raise RefusedError("no_answer") from error

    def _said(self, line: "Line", target: Target, call: Call) -> bytes | _Onward:
        try:
            answer = _read(line, line.ask(target, call), call)
        except BaseException:
            line.close()
            raise
        self._keep(line, target)
        return answer

    def _rested(self, target: Target) -> "Line | None":
        while True:
            with self._lock:
                lines = self._resting.get(target.authority)
                line = lines.pop() if lines else None
            if line is None or line.alive():
                return line
            line.close()

    def _keep(self, line: "Line", target: Target) -> None:
        with self._lock:
            keep = not self._closed and line.rest()
            if keep:
                self._resting.setdefault(target.authority, []).append(line)
        if not keep:
            line.close()


def system_net() -> Net:
    """The network as this computer has it: its look-up of names, and the certificates it trusts."""
    from app.online import wire

    return Net(wire.system_addresses, wire.system_context)


def _apart(work: Callable[[], T], call: Call) -> T:
    """What `work` gives, made in a thread that is left behind when the look-up's time is over."""
    future = Future[T]()

    def run() -> None:
        try:
            future.set_result(work())
        except BaseException as error:  # noqa: BLE001  raised again for whoever waits
            future.set_exception(error)

    Thread(target=run, daemon=True, name="online").start()
    while not wait([future], timeout=min(0.1, call.left())).done:
        pass
    return future.result()


def _let_in(address: str, allowed: Callable[[str], bool]) -> Target:
    target = target_of(address)
    if not allowed(target.authority):
        raise RefusedError("host_not_asked", host=target.authority)
    return target


def _joined(target: Target, onward: _Onward) -> str:
    try:
        return urljoin(target.address, onward.location)
    except ValueError:
        return ""


def _host(address: str) -> str:
    """The host that a sentence may name; "" for what is no plain name."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return host if _PLAIN.fullmatch(host) else ""


def _read(line: "Line", head: "Head", call: Call) -> bytes | _Onward:
    if head.status in _SENT_ON:
        location = head.headers.get("location", "")
        if not location:
            raise RefusedError("redirect_nowhere")
        return _Onward(location)
    if head.status != 200:
        code = {404: "not_found", 410: "gone"}.get(head.status, "http_status")
        raise RefusedError(code, status=head.status)
    return _content(line, head, call)


def _content(line: "Line", head: "Head", call: Call) -> bytes:
    limit = call.limits.bytes
    packed = head.headers.get("content-encoding", "identity").strip().lower()
    if packed not in ("identity", "", "gzip", "x-gzip"):
        raise RefusedError("packed")
    length = head.headers.get("content-length", "")
    if length.isdecimal() and int(length) > limit:
        raise RefusedError("too_big", limit=limit)
    pieces = _at_most(line.body(call), limit)
    return b"".join(_at_most(_unpacked(pieces, limit), limit) if "gzip" in packed else pieces)


def _at_most(pieces: Iterator[bytes], limit: int) -> Iterator[bytes]:
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > limit:
            raise RefusedError("too_big", limit=limit)
        yield piece


def _unpacked(pieces: Iterator[bytes], limit: int) -> Iterator[bytes]:
    """One gzip stream, never more than `limit` bytes and one at a time, however much is packed in it."""
    stream = zlib.decompressobj(wbits=31)
    try:
        for piece in pieces:
            yield stream.decompress(piece, limit + 1)
    except zlib.error as error:
        raise RefusedError("packed") from error
    if not stream.eof:
        raise RefusedError("cut_short")
    if stream.unused_data:
        raise RefusedError("packed")
