"""The QR code on the printed page: the signed file itself where one code holds it, else its fingerprint and name."""

import hashlib
import json
from dataclasses import dataclass
from typing import Literal

MOST_BYTES = 2_950
"""Bytes in the largest QR code at the lowest level of error correction (ISO/IEC 18004, version 40-L), less the mark
that says how letters are written."""
Holds = Literal["signed", "fingerprint"]


@dataclass(frozen=True)
class Code:
    """A QR code as an SVG picture with its quiet zone, `modules` wide, and what it holds."""

    svg: str
    modules: int
    holds: Holds
    content: bytes


def fingerprint(content: bytes) -> str:
    """SHA-256 of a file's bytes, in hex."""
    return hashlib.sha256(content).hexdigest()


def code_of(content: bytes, file_name: str) -> Code:
    """The code for a signed file; `content` is its bytes, whole wherever they fit: their fingerprint is printed too."""
    whole = next((one for one in (content, _tight(content)) if one and len(one) <= MOST_BYTES), None)
    if whole is not None:
        return _drawn(whole, "signed", "L")
    return _drawn(f"{file_name} sha-256 {fingerprint(content)}".encode(), "fingerprint", "M")


def _tight(content: bytes) -> bytes | None:
    """JSON without the spaces between its parts, which no proof over its meaning covers; None for a JWT."""
    if not content.lstrip().startswith(b"{"):
        return None
    return json.dumps(json.loads(content), ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def _drawn(data: bytes, holds: Holds, level: str) -> Code:
    import zxingcpp

    made = zxingcpp.create_barcode(data, zxingcpp.BarcodeFormat.QRCode, ec_level=level)
    # Without the document type, which names an address, and the name of the tool.
    picture = made.to_svg()
    svg = picture[picture.index("<svg") :].replace(" <desc>Zint Generated Symbol</desc>\n", "")
    return Code(svg, int(made.to_image().shape[0]), holds, data)
