"""Reads and drives a program over AT-SPI, as a screen reader does: by role and name alone.

The bus interface is org.a11y.atspi (AT-SPI2); nothing of the program is imported here.
"""

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

PATIENCE = float(os.environ.get("PATHFOLIO_PATIENCE", "60"))
"""Seconds to wait for something to appear; nothing is asserted about speed."""
DEPTH = 40
ROOT = "/org/a11y/atspi/accessible/root"
SENSITIVE, SHOWING, FOCUSED = 24, 25, 12
"""Places in the state set (AT-SPI2, enum AtspiStateType)."""


@dataclass(frozen=True)
class Thing:
    """One accessible object: where it lives on the bus."""

    bus: str
    path: str


class ScreenReader:
    """A connection to the accessibility bus."""

    def __init__(self, bus_address: str) -> None:
        session = open_dbus_connection(bus_address)
        launcher = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        address = session.send_and_get_reply(new_method_call(launcher, "GetAddress")).body[0]
        session.close()
        self.connection: DBusConnection = open_dbus_connection(address)

    def close(self) -> None:
        """Leave the bus."""
        self.connection.close()

    def programs(self) -> list[Thing]:
        """Every program on the bus."""
        return self.children(Thing("org.a11y.atspi.Registry", ROOT))

    def children(self, thing: Thing) -> list[Thing]:
        """What is inside."""
        found = self._call(thing, "org.a11y.atspi.Accessible", "GetChildren")
        return [Thing(bus, path) for bus, path in found[0]]

    def name(self, thing: Thing) -> str:
        """What it is called."""
        return str(self._property(thing, "Name"))

    def description(self, thing: Thing) -> str:
        """What is said of it beside its name."""
        return str(self._property(thing, "Description"))

    def role(self, thing: Thing) -> str:
        """What it is: "push button", "check box", "text" …"""
        return str(self._call(thing, "org.a11y.atspi.Accessible", "GetRoleName")[0])

    def shows(self, thing: Thing) -> bool:
        """Whether it is on the screen, and nothing lies over it."""
        return self._state(thing, SHOWING) and self._state(thing, SENSITIVE)

    def has_focus(self, thing: Thing) -> bool:
        """Whether it has the keyboard."""
        return self._state(thing, FOCUSED)

    def everything(self, start: Thing, depth: int = DEPTH) -> Iterator[Thing]:
        """A thing and all that is inside it, in reading order; what went away meanwhile is left out."""
        yield start
        if depth:
            for child in self._there(lambda: self.children(start), []):
                yield from self.everything(child, depth - 1)

    def find(self, program: Thing, role: str, name: str) -> Thing:
        """The one thing of a role and name that is on the screen; waits for it. A name may end in `…` for the rest."""
        ends = time.monotonic() + PATIENCE
        while time.monotonic() < ends:
            found = [
                one for one in self.everything(program) if self._there(lambda one=one: self._is(one, role, name), False)
            ]
            if found:
                assert len(found) == 1, f"{len(found)} of {role} {name!r}"
                return found[0]
            time.sleep(0.2)
        raise AssertionError(f"no {role} called {name!r}; there are: {sorted(set(self.said(program)))}")

    def said(self, program: Thing) -> list[str]:
        """Role and name of all that is on the screen."""
        return [
            f"{self.role(one)} {self.name(one)!r}"
            for one in self.everything(program)
            if self._there(lambda one=one: self.shows(one) and bool(self.name(one)), False)
        ]

    def press(self, thing: Thing) -> None:
        """Do what the thing is for: its first action."""
        self._call(thing, "org.a11y.atspi.Action", "DoAction", "i", (0,))

    def write(self, thing: Thing, words: str) -> None:
        """Put words into a field."""
        self._call(thing, "org.a11y.atspi.EditableText", "SetTextContents", "s", (words,))

    def _is(self, thing: Thing, role: str, name: str) -> bool:
        called = self.name(thing)
        meant = called.startswith(name[:-1]) if name.endswith("…") else called == name
        return meant and self.role(thing) == role and self.shows(thing)

    def _there(self, ask: Callable[[], Any], otherwise: Any) -> Any:
        try:
            return ask()
        except GoneError:
            return otherwise

    def _state(self, thing: Thing, place: int) -> bool:
        low, high = self._call(thing, "org.a11y.atspi.Accessible", "GetState")[0]
        return bool((low | high << 32) >> place & 1)

    def _property(self, thing: Thing, name: str) -> object:
        address = DBusAddress(thing.path, thing.bus, "org.a11y.atspi.Accessible")
        return self._reply(Properties(address).get(name))[0][1]

    def _call(self, thing: Thing, interface: str, method: str, signature: str = "", body: tuple[Any, ...] = ()) -> Any:
        address = DBusAddress(thing.path, thing.bus, interface)
        return self._reply(new_method_call(address, method, signature or None, body))

    def _reply(self, message: Any) -> Any:
        reply = self.connection.send_and_get_reply(message, timeout=PATIENCE)
        if reply.header.message_type.name == "error":
            raise GoneError(str(reply.body))
        return reply.body


class GoneError(Exception):
    """The thing is not there any more, or cannot do this."""
