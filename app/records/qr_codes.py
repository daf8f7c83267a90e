"""Pictures from strangers: the text of a QR code in one, found without more work than the picture's size allows."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 12_000_000
"""Of one picture as it is unpacked. Bigger ones come from cameras: as JPEG, which is unpacked at a part of its size."""
MOST_IN_PARTS = 120_000_000
_READ_AT = 2_000
"""Pixels of the longer side at which codes are looked for: a code that a phone can read is found at it."""
_MOST_CODES = 16
_FORMATS = {b"\x89PNG\r\n\x1a\n": "PNG", b"\xff\xd8\xff": "JPEG", b"GIF8": "GIF", b"RIFF": "WEBP"}


class PictureError(Exception):
    """A picture that cannot be looked at; `args[0]` is a reason code."""


def is_readable(data: bytes) -> bool:
    """Whether the bytes start like a PNG, JPEG, GIF or WebP picture."""
    return _format(data) is not None


def load() -> None:
    """Load the decoders, so that the first picture does not wait for them."""
    import zxingcpp
    from PIL import Image

    Image.init()
    del zxingcpp


def look(data: bytes) -> tuple[str, ...]:
    """The texts of the QR codes in a picture. PictureError: picture_too_big, picture_broken. To be called apart."""
    import zxingcpp
    from PIL.Image import DecompressionBombError

    try:
        picture = _opened(data)
        if picture.width * picture.height > MOST_PIXELS:
            raise PictureError("picture_too_big")
        gray = _gray(picture)
        formats = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
        # Not as shown to people, where signs such as line breaks are written out by their names.
        found = zxingcpp.read_barcodes(gray, formats=formats, text_mode=zxingcpp.TextMode.Plain)
    except PictureError:
        raise
    except DecompressionBombError:
        raise PictureError("picture_too_big") from None
    except Exception:  # noqa: BLE001  decoders raise whatever a broken file leads them to
        raise PictureError("picture_broken") from None
    texts = [_text(one.bytes, one.text) for one in found if one.valid and one.text]
    return tuple(dict.fromkeys(texts))[:_MOST_CODES]


def _text(data: bytes, guessed: str) -> str:
    """The text of a code that does not say how its letters are written: UTF-8 wherever it can be."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return guessed


def _opened(data: bytes) -> "Image":
    """A picture of which nothing is unpacked yet; a JPEG that is unpacked row by row will be at a part of its size."""
    import io
    import warnings

    from PIL import Image

    with warnings.catch_warnings():
        # Its own word about big pictures: their size is asked here, before any of it is unpacked.
        warnings.simplefilter("ignore")
        picture = Image.open(io.BytesIO(data), formats=[str(_format(data))])
    if picture.width * picture.height > MOST_IN_PARTS:
        raise PictureError("picture_too_big")
    # A progressive one is held whole while it is unpacked, whatever size it is wanted at.
    if picture.format == "JPEG" and not picture.info.get("progressive"):
        part = max(1, max(picture.size) / _READ_AT)
        picture.draft("L", (int(picture.width / part), int(picture.height / part)))
    return picture


def _gray(picture: "Image") -> "Image":
    """A picture in shades of gray as it looks on paper, its longer side at most twice `_READ_AT` pixels."""
    from PIL import Image

    if picture.mode in ("P", "PA", "1", "LA") or "transparency" in picture.info:
        picture = picture.convert("RGBA" if picture.mode != "1" else "L")
    many = max(picture.size) // _READ_AT
    if many > 1:
        picture = picture.reduce(many)
    if picture.mode != "RGBA":
        return picture.convert("L")
    paper = Image.new("L", picture.size, 255)
    paper.paste(picture.convert("L"), mask=picture.getchannel("A"))
    return paper


def _format(data: bytes) -> str | None:
    found = next((name for start, name in _FORMATS.items() if data.startswith(start)), None)
    return None if found == "WEBP" and data[8:12] != b"WEBP" else found
