"""Nothing but app/online can reach a network, and no test can but those that say so."""

import ast
import os
import socket
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

import pytest
from no_network import NetworkTouchedError

ROOT = Path(__file__).parents[3]
ROOM = ROOT / "app" / "online"
# By first name, or by the whole where only a part of a package reaches out.
REACHING = frozenset((
    *("socket", "socketserver", "ssl", "_socket", "_ssl", "asyncio", "selectors", "http", "urllib.request"),
    *("urllib.robotparser", "ftplib", "imaplib", "nntplib", "poplib", "smtplib", "telnetlib", "xmlrpc"),
    *("webbrowser", "multiprocessing", "h11", "h2", "httpcore", "httpcore2", "httpx", "httpx2", "requests"),
    *("urllib3", "aiohttp", "websockets", "truststore", "idna", "dns", "certifi", "grpc", "curl", "pycurl"),
    *("PySide6.QtNetwork", "PySide6.QtNetworkAuth", "PySide6.QtHttpServer", "PySide6.QtWebSockets"),
    *("PySide6.QtWebView", "PySide6.QtQml", "PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets"),
    *("PySide6.QtQuick", "PySide6.QtDBus", "PySide6.QtCore.QProcess", "subprocess", "ctypes", "cffi", "jsonschema_rs"),
))  # fmt: skip
# Each with the reason why it opens no socket.
KNOWN = {
    # Starts this program again, to look at pictures: Python, which is watched.
    "app/records/looking.py": {"subprocess"},
    # Would fetch what a form refers to, out of Python's sight; tests/app/trust/test_schemas.py shows that it does not.
    "app/trust/schemas.py": {"jsonschema_rs"},
    # Its one form ships with the program and refers to nothing outside itself.
    "app/journey/plan/file.py": {"jsonschema_rs"},
}


def sources() -> list[Path]:
    return [path for room in ("app", "ui", "pathways") for path in sorted((ROOT / room).rglob("*.py"))]


def imported(path: Path) -> set[str]:
    """Modules a file imports anywhere in it, each with the packages it is in; also by `import_module("name")`."""
    names = set[str]()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{one.name}" for one in node.names)}
        elif isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            names |= {str(node.args[0].value)} if called in {"import_module", "__import__"} else set()
    return {".".join(name.split(".")[:end]) for name in names for end in range(1, name.count(".") + 2)}


def test_only_one_room_imports_what_reaches_a_network():
    elsewhere = {
        path.relative_to(ROOT).as_posix(): found
        for path in sources()
        if ROOM not in path.parents and (found := imported(path) & REACHING)
    }
    assert elsewhere == KNOWN


def test_the_room_itself_imports_it_so_that_this_test_sees_something():
    assert {"socket", "ssl", "h11", "truststore", "idna"} <= set.union(*(imported(path) for path in ROOM.glob("*.py")))


def test_the_system_is_only_asked_to_open_files_of_this_computer():
    """`QDesktopServices.openUrl` would have a browser ask whatever address it is given."""
    opened = [
        ast.unparse(node.args[0])
        for path in sources()
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "openUrl"
    ]
    assert opened
    assert [one for one in opened if not one.startswith("QUrl.fromLocalFile(")] == []


def test_loopback_is_turned_on_by_nothing_in_the_program():
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                assert "loopback" not in {one.arg for one in node.keywords}, path
                assert ast.unparse(node.func) != "Net" or len(node.args) == 2, path


def test_the_room_costs_nothing_until_something_is_asked():
    script = "import sys, app.online.fetching; print({'ssl', 'socket', 'h11', 'truststore', 'idna'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "set()"


# The guard of all tests (tests/conftest.py)


@pytest.mark.parametrize(
    "touch",
    [
        lambda: socket.create_connection(("127.0.0.1", 9), 1),
        lambda: socket.getaddrinfo("issuer.example", 443),
        lambda: socket.gethostbyname("issuer.example"),
        lambda: socket.socket(socket.AF_INET6, socket.SOCK_STREAM).connect(("::1", 9)),
        lambda: socket.socket(socket.AF_INET, socket.SOCK_STREAM).connect_ex(("127.0.0.1", 9)),
        lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"", ("127.0.0.1", 9)),
    ],
)
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_a_test_that_touches_the_network_fails(no_network, touch):
    with pytest.raises(NetworkTouchedError):
        touch()
    assert len(no_network.touched) == 1
    no_network.touched.clear()


def test_a_touch_in_another_thread_is_seen_even_if_the_program_takes_it_in_its_stride(no_network):
    def touch() -> None:
        with suppress(Exception):
            socket.getaddrinfo("issuer.example", 443)

    thread = threading.Thread(target=touch)
    thread.start()
    thread.join()
    assert no_network.touched == ["socket.getaddrinfo issuer.example"]
    no_network.touched.clear()


@pytest.mark.usefixtures("loopback")
def test_what_may_reach_this_computer_may_reach_no_other(no_network):
    with pytest.raises(NetworkTouchedError):
        socket.create_connection(("10.0.0.1", 443), 1)
    with pytest.raises(NetworkTouchedError):
        socket.getaddrinfo("localhost.example", 443)
    assert len(no_network.touched) == 2
    no_network.touched.clear()


def test_sockets_between_processes_of_this_computer_are_let_be(tmp_path, no_network):
    if hasattr(socket, "AF_UNIX"):
        with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as client:
            server.bind(os.path.relpath(tmp_path / "s"))
            server.listen()
            client.connect(os.path.relpath(tmp_path / "s"))
    assert no_network.touched == []


def test_a_program_that_a_test_starts_has_no_network_either():
    script = "import socket; socket.getaddrinfo('issuer.example', 443)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "NetworkTouchedError: socket.getaddrinfo issuer.example" in done.stderr
