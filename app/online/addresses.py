"""Web addresses that may be asked, and machines they may lead to."""

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from urllib.parse import quote, urlsplit

from app.online.limits import RefusedError

LONGEST = 4_000

_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
# Names for one's own computer or network (RFC 6761, 6762, 9476; ICANN's .internal): asking for them tells neighbors.
_OWN = frozenset({"localhost", "local", "internal", "lan", "alt"})
# All a request line may carry, and "%", which is there already where something is escaped.
_AS_IT_IS = "!$%&'()*+,/:;=?@[]~"

# IANA's special-purpose registries (2026): no public website stands at any of these. Python's `is_global` is asked
# too, but what it knows changes between its versions.
_NOT_PUBLIC_4 = tuple(
    IPv4Network(block)
    for block in (
        *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"),
        *("192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16"),
        *("192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"),
    )
)
_PUBLIC_6 = IPv6Network("2000::/3")
# Protocol assignments with Teredo, documentation, 6to4 (given up by RFC 7526; it can hide any IPv4 address).
_NOT_PUBLIC_6 = tuple(IPv6Network(block) for block in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"))
# Networks with IPv6 alone, as many phones have, reach all older sites through this (RFC 6052).
_NAT64 = IPv6Network("64:ff9b::/96")


@dataclass(frozen=True)
class Target:
    """What is asked of whom: host in small ASCII letters (IPv6 without brackets), port, path with its query."""

    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """Host as an address has it, with its port unless that is 443; what the learner allows or leaves out."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == 443 else f"{host}:{self.port}"

    @property
    def address(self) -> str:
        """The address in one spelling."""
        return f"https://{self.authority}{self.path}"


def target_of(address: str) -> Target:
    """What an address asks for, without its fragment. RefusedError `not_https`, `bad_address`, `private_address`."""
    if len(address) > LONGEST or "\\" in address or not address.isprintable() or " " in address:
        raise RefusedError("bad_address")
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port or (443 if parts.port is None else 0)
    except ValueError:
        raise RefusedError("bad_address") from None
    if parts.scheme != "https":
        raise RefusedError("not_https")
    if "@" in parts.netloc or not _usual(port):
        raise RefusedError("bad_address")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(_literal(host) if "[" in parts.netloc else _named(host), port, quote(path, safe=_AS_IT_IS))


def site_of(address: str) -> str | None:
    """Whom an address asks, as the learner sees and allows it; None for one that is never asked."""
    try:
        return target_of(address).authority
    except RefusedError:
        return None


def is_public(text: str) -> bool:
    """Whether an IP address is one machine on the public internet."""
    try:
        address = ip_address(text)
    except ValueError:
        return False
    if isinstance(address, IPv4Address):
        return _is_public_4(address)
    return _is_public_6(address)


def is_loopback(text: str) -> bool:
    """Whether an IP address is this computer's own, plainly written."""
    try:
        return ip_address(text).is_loopback
    except ValueError:
        return False


def _usual(port: int) -> bool:
    # Some issuers serve at 8443 and the like. Below 1024 live mail, shells and printers: never a website but 443.
    return port == 443 or port >= 1024


def _literal(host: str) -> str:
    try:
        address = IPv6Address(host)
    except ValueError:
        raise RefusedError("bad_address") from None
    if address.scope_id is not None:
        raise RefusedError("private_address")
    return _public(str(address))


def _named(host: str) -> str:
    name = _ascii(host).removesuffix(".")
    labels = name.split(".")
    if _NUMBER.fullmatch(labels[-1]):
        return _numbered(name)
    if len(name) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        raise RefusedError("bad_address")
    if len(labels) == 1 or labels[-1] in _OWN or name.endswith(".home.arpa"):
        raise RefusedError("private_address")
    return name


def _ascii(host: str) -> str:
    if host.isascii():
        return host.lower()
    import idna

    try:
        return idna.encode(host, uts46=True, std3_rules=True).decode("ascii").lower()
    except UnicodeError:
        raise RefusedError("bad_address") from None


def _numbered(name: str) -> str:
    """An IPv4 address in the one plain spelling: 2130706433, 0x7f.1 and 0177.0.0.1 are ways to hide one."""
    try:
        address = IPv4Address(name)
    except ValueError:
        raise RefusedError("bad_address") from None
    return _public(str(address))


def _public(number: str) -> str:
    if not is_public(number):
        raise RefusedError("private_address")
    return number


def _is_public_4(address: IPv4Address) -> bool:
    return address.is_global and not any(address in block for block in _NOT_PUBLIC_4)


def _is_public_6(address: IPv6Address) -> bool:
    inner = address.ipv4_mapped
    if inner is None and address in _NAT64:
        inner = IPv4Address(int(address) & 0xFFFFFFFF)
    if inner is not None:
        return _is_public_4(inner)
    return address.is_global and address in _PUBLIC_6 and not any(address in block for block in _NOT_PUBLIC_6)
