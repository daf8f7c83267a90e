"""Websites of any number of hosts, good and bad, on this computer alone: TLS with a certificate authority made here.

    with LoopbackServer() as web:
        web.serve("https://issuer.example/keys", {"keys": []})
        web.play("https://slow.example/list", dripping(b"[1, 2]", every=0.1))
        fetch("https://issuer.example/keys", net=web.net(), ...)
        assert web.paths("issuer.example") == ["/keys"]

Hosts that are served are found by `web.resolve`, whatever port their addresses name; no other host exists.
"""

import gzip
import json
import socket
import ssl
import tempfile
import time
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from socketserver import BaseRequestHandler, ThreadingTCPServer
from threading import Event, Lock, Thread
from urllib.parse import urlsplit

from loopback_certificates import Certificates

from app.online.limits import Net

HERE = "127.0.0.1"
REASONS = {200: "OK", 301: "Moved", 302: "Found", 404: "Not Found", 410: "Gone", 500: "Server Error"}


@dataclass(frozen=True)
class Asked:
    """One request as it came: headers in their order, seconds (monotonic) it began and ended, and how many of this
    host were under way with it."""

    host: str
    path: str
    headers: tuple[tuple[str, str], ...]
    began: float
    at_once: int
    connection: int
    ended: float = 0.0


class Talk:
    """What a play may do: say bytes, wait."""

    def __init__(self, sock: ssl.SSLSocket, asked: Asked, closing: Event, over: Callable[[], None]) -> None:
        self.sock, self.asked, self.closing, self.over = sock, asked, closing, over

    def say(self, data: bytes) -> None:
        self.sock.sendall(data)

    def say_last(self, data: bytes) -> None:
        """The question counts as answered before these bytes go: whoever has them may ask the next at once."""
        self.over()
        self.say(data)

    def wait(self, seconds: float) -> bool:
        """False once the server closes: the play is over."""
        return not self.closing.wait(seconds)


Play = Callable[[Talk], None]


def answer(
    body: bytes = b"", *, status: int = 200, kind: str = "application/json", length: int | None = None,
    headers: Iterable[tuple[str, str]] = (),
) -> bytes:  # fmt: skip
    """An answer as it goes over the wire; `length` may lie."""
    lines = [
        f"HTTP/1.1 {status} {REASONS.get(status, 'Other')}",
        f"Content-Length: {len(body) if length is None else length}",
    ]
    lines += [f"Content-Type: {kind}"] if kind else []
    lines += [f"{name}: {value}" for name, value in headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def saying(data: bytes, *, after: float = 0.0, close: bool = False) -> Play:
    """All of these bytes at once, after some seconds."""

    def play(talk: Talk) -> None:
        if talk.wait(after):
            talk.say_last(data)
        if close:
            raise ConnectionAbortedError

    return play


def dripping(data: bytes, *, every: float, head: bytes | None = None) -> Play:
    """A head at once (or none of its own), then a byte at a time, again and again while anybody listens."""

    def play(talk: Talk) -> None:
        if head is not None:
            talk.say(head)
        place = 0
        while talk.wait(every):
            talk.say(data[place % len(data) :][:1])
            place += 1

    return play


def endless(piece: bytes = b"[" * 65536, *, head: bytes | None = None) -> Play:
    """A body without an end, as fast as it is taken."""

    def play(talk: Talk) -> None:
        talk.say(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n" if head is None else head)
        while talk.wait(0):
            talk.say(piece)

    return play


def mute(talk: Talk) -> None:
    """Hears the question and says nothing, for as long as the server runs."""
    talk.closing.wait()


def going_on(location: str, *, status: int = 302) -> bytes:
    """An answer that sends on."""
    return answer(status=status, kind="", headers=[("Location", location)])


def bomb(megabytes: int) -> bytes:
    """A small gzip that unpacks to many zeros."""
    packer = zlib.compressobj(9, wbits=31)
    zeros = bytes(1_000_000)
    return b"".join(packer.compress(zeros) for _ in range(megabytes)) + packer.flush()


def packed(body: bytes, *, encoding: str = "gzip", times: int = 1) -> bytes:
    """An answer that says it is packed."""
    for _ in range(times):
        body = gzip.compress(body)
    return answer(body, headers=[("Content-Encoding", encoding)])


class LoopbackServer:
    """All the websites of a test; what was asked of them is in `asked`, names looked up are in `looked_up`."""

    def __init__(self) -> None:
        self.asked = list[Asked]()
        self.looked_up = list[str]()
        self.closing = Event()
        self._plays = dict[tuple[str, str], Play]()
        self._answers = dict[str, list[list[str]]]()
        self._ports = dict[str, int]()
        self._under_way = defaultdict[str, int](int)
        self._connections = 0
        self._lock = Lock()
        self._listeners = list[socket.socket]()
        self._threads = list[Thread]()
        self._folder = tempfile.TemporaryDirectory()
        self._certificates = Certificates(Path(self._folder.name))
        self._server = _Server((HERE, 0), _Handler)
        self._server.web = self
        self.port = self._server.server_address[1]

    def __enter__(self) -> "LoopbackServer":
        self._start(lambda: self._server.serve_forever(poll_interval=0.02))
        return self

    def __exit__(self, *_: object) -> None:
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()
        for listener in self._listeners:
            with suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)
            listener.close()
        for thread in self._threads:
            thread.join(5)
        self._folder.cleanup()

    # What is played

    def serve(self, address: str, page: object, **more: object) -> None:
        """A page at an address, from now on: bytes as they are, text as UTF-8, all else as JSON; `more` as `answer`."""
        body = page if isinstance(page, bytes) else (page if isinstance(page, str) else json.dumps(page)).encode()
        self.play(address, saying(answer(body, **more)))

    def play(self, address: str, play: Play | bytes) -> None:
        """Whatever happens at an address: a play, or the bytes of an answer."""
        parts = urlsplit(address)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        self._plays[parts.hostname or "", path] = saying(play) if isinstance(play, bytes) else play
        self._ports.setdefault(parts.hostname or "", self.port)

    def take_away(self, address: str) -> None:
        """No longer at this address: 404."""
        self.play(address, answer(b"no such page", status=404, kind="text/plain"))

    def certificate(self, host: str, kind: str) -> None:
        """The host shows a certificate that is expired, of another name or signed by nobody."""
        self._certificates.kinds[host] = kind

    def answers(self, host: str, *answers: list[str]) -> None:
        """What the first, second… look-up of a name gives; the last is repeated."""
        self._answers[host] = list(answers)

    def mute(self, host: str) -> None:
        """A host that takes connections and never says anything, not even TLS."""
        self._raw(host, lambda _: self.closing.wait(60))

    def stuttering(self, host: str, every: float) -> None:
        """A host that begins TLS and goes on with a byte at a time."""

        def act(sock: socket.socket) -> None:
            sock.sendall(b"\x16\x03\x03\x3f\xff\x02\x00\x3f\xfb\x03\x03")
            while not self.closing.wait(every):
                sock.sendall(b"\x00")

        self._raw(host, act)

    def plain(self, host: str) -> None:
        """A host that speaks HTTP where TLS is asked for."""
        self._raw(host, lambda sock: sock.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n"))

    def shut(self, host: str) -> None:
        """A host whose port nobody listens at."""
        with socket.socket() as sock:
            sock.bind((HERE, 0))
            self._ports[host] = sock.getsockname()[1]

    # What was asked

    def paths(self, host: str) -> list[str]:
        return [one.path for one in self.asked if one.host == host]

    def unanswered(self, host: str) -> list[str]:
        """Paths that were asked for and whose answer is not over, whether anybody still waits for it or not."""
        return [one.path for one in self.asked if one.host == host and not one.ended]

    def most_at_once(self, host: str) -> int:
        return max((one.at_once for one in self.asked if one.host == host), default=0)

    def connections(self, host: str) -> int:
        return len({one.connection for one in self.asked if one.host == host})

    # The way here

    def net(self, **changes: object) -> Net:
        """The way to these websites: the only place where `loopback` is ever true."""
        return replace(Net(self.resolve, self._certificates.trusting, loopback=True), **changes)

    def resolve(self, host: str, _: int) -> list[tuple[str, int]]:
        self.looked_up.append(host)
        if host in self._answers:
            several = self._answers[host]
            now = several.pop(0) if len(several) > 1 else several[0]
            return [(number, self._ports.get(host, self.port)) for number in now]
        if host not in self._ports:
            raise socket.gaierror(socket.EAI_NONAME, "no such host")
        return [(HERE, self._ports[host])]

    # Inside

    def context_of(self, sock: ssl.SSLObject | ssl.SSLSocket, name: str | None, _: ssl.SSLContext) -> None:
        sock.context = self._certificates.of(name or "nobody.example")

    def first_context(self) -> ssl.SSLContext:
        context = self._certificates.of("nobody.example")
        context.sni_callback = self.context_of
        return context

    def connected(self) -> int:
        with self._lock:
            self._connections += 1
            return self._connections

    def began(self, host: str, path: str, headers: tuple[tuple[str, str], ...], connection: int) -> int:
        with self._lock:
            self._under_way[host] += 1
            now = time.monotonic()
            self.asked.append(Asked(host, path, headers, now, self._under_way[host], connection))
            return len(self.asked) - 1

    def ended(self, place: int) -> None:
        with self._lock:
            if not self.asked[place].ended:
                self.asked[place] = replace(self.asked[place], ended=time.monotonic())
                self._under_way[self.asked[place].host] -= 1

    def play_of(self, host: str, path: str) -> Play:
        missing = saying(answer(b"no such page", status=404, kind="text/plain"))
        return self._plays.get((host, path), missing)

    def _raw(self, host: str, act: Callable[[socket.socket], object]) -> None:
        listener = socket.create_server((HERE, 0))
        self._listeners.append(listener)
        self._ports[host] = listener.getsockname()[1]

        def talk(sock: socket.socket) -> None:
            with sock, suppress(OSError):
                act(sock)
                sock.recv(65536)

        def listen() -> None:
            with suppress(OSError):
                while not self.closing.is_set():
                    sock, _ = listener.accept()
                    self._start(lambda sock=sock: talk(sock))

        self._start(listen)

    def _start(self, work: Callable[[], None]) -> None:
        thread = Thread(target=work, daemon=True)
        self._threads.append(thread)
        thread.start()


class _Server(ThreadingTCPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128
    web: LoopbackServer

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes away is what many plays are about."""


class _Handler(BaseRequestHandler):
    server: _Server

    def handle(self) -> None:
        web = self.server.web
        connection = web.connected()
        with suppress(OSError), web.first_context().wrap_socket(self.request, server_side=True) as sock:
            sock.settimeout(0.05)
            while (question := _question(sock, web.closing)) is not None:
                self._play(sock, question, connection)

    def _play(self, sock: ssl.SSLSocket, question: str, connection: int) -> None:
        web = self.server.web
        first, *lines = question.split("\r\n")
        pairs = tuple((name, value.strip()) for name, _, value in (line.partition(":") for line in lines))
        host = dict(pairs).get("Host", "").partition(":")[0]
        path = first.split(" ")[1]
        place = web.began(host, path, pairs, connection)
        sock.settimeout(30)
        try:
            web.play_of(host, path)(Talk(sock, web.asked[place], web.closing, partial(web.ended, place)))
        finally:
            web.ended(place)
            sock.settimeout(0.05)


def _question(sock: ssl.SSLSocket, closing: Event) -> str | None:
    """One request's head, or None when the client is gone or the server closes."""
    data = b""
    while not data.endswith(b"\r\n\r\n"):
        try:
            piece = sock.recv(65536)
        except TimeoutError:
            if closing.is_set():
                return None
            continue
        if not piece:
            return None
        data += piece
    return data.removesuffix(b"\r\n\r\n").decode("latin-1")
