"""Certificates of the tests' own websites: good, expired, of another name, or signed by nobody."""

import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Lock

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

SECURE, EXPIRED, OTHER_NAME, SELF_SIGNED = "secure", "expired", "other_name", "self_signed"


class Certificates:
    """A certificate authority of the test's own, and what each host shows."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.kinds = dict[str, str]()
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._leaf_key = ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Loopback tests")])
        self._made = dict[tuple[str, str], ssl.SSLContext]()
        self._lock = Lock()
        self.authority = self._signed("Loopback tests", None).public_bytes(Encoding.PEM).decode()

    def trusting(self) -> ssl.SSLContext:
        """A client's context that trusts this authority alone."""
        return ssl.create_default_context(cadata=self.authority)

    def of(self, host: str) -> ssl.SSLContext:
        with self._lock:
            kind = self.kinds.get(host, SECURE)
            if (host, kind) not in self._made:
                self._made[host, kind] = self._context(host, kind)
            return self._made[host, kind]

    def _context(self, host: str, kind: str) -> ssl.SSLContext:
        key = self._leaf_key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        file = self.folder / f"{len(self._made)}.pem"
        file.write_bytes(key + self._signed(host, kind).public_bytes(Encoding.PEM))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(file)
        return context

    def _signed(self, host: str, kind: str | None) -> x509.Certificate:
        """The certificate of a host, or the authority's own for kind None."""
        ours = kind is None
        subject = self._name if ours else x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "a site")])
        key = self._key if ours else self._leaf_key
        end = datetime.now(UTC) + timedelta(days=-1 if kind == EXPIRED else 30)
        builder = (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(subject if kind == SELF_SIGNED else self._name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(datetime.now(UTC) - timedelta(days=60))
            .not_valid_after(end)
            .add_extension(x509.BasicConstraints(ca=ours, path_length=None), critical=True)
        )
        if not ours:
            name = "somebody-else.example" if kind == OTHER_NAME else host
            builder = builder.add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        return builder.sign(self._leaf_key if kind == SELF_SIGNED else self._key, SHA256())
