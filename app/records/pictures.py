"""What is a picture, by its first bytes; and what a reader of pictures gives."""

import re
from collections.abc import Callable

from app.records.limits import Limits

# The texts that stand in a picture. PersonError where it is a picture that cannot be taken apart safely.
PictureReader = Callable[[bytes, Limits], tuple[str, ...]]

PNG = b"\x89PNG\r\n\x1a\n"
_STARTS = (PNG, b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")
_HEAD = 16_000
# An SVG's root, whatever prefix it has, after the comments and declarations that drawing programs write.
_SVG = re.compile(rb"\s*<(?:[?!]|(?:[\w-]{1,40}:)?svg[\s>/])", re.ASCII | re.IGNORECASE)
_ROOT = re.compile(rb"<(?:[\w-]{1,40}:)?svg[\s>/]", re.ASCII | re.IGNORECASE)
_OTHER_ROOT = re.compile(rb"<!doctype\s+html|<html[\s>]", re.IGNORECASE)


def is_picture(data: bytes) -> bool:
    """Whether a file is a picture of a kind that people have: PNG, JPEG, GIF, WebP, BMP, TIFF or SVG."""
    return data.startswith(_STARTS) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP") or is_svg(data)


def is_svg(data: bytes) -> bool:
    """Whether a file is an SVG drawing."""
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    return bool(_SVG.match(head) and _ROOT.search(head)) and not _OTHER_ROOT.search(head)
