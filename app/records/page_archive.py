"""The page in a web archive (MHTML, RFC 2557), as browsers save a page in one file.

Pictures and frames are passed over. Only the outer list of parts is looked at: an archive has one, and parts inside
parts could be made without end.
"""

from email.message import Message
from email.parser import BytesHeaderParser

MOST_PARTS, LONGEST_HEAD = 2_000, 64_000
PAGE, LIST = "text/html", "multipart/related"


def page_in_archive(content: bytes) -> bytes | None:
    """The bytes of the first page in an archive; None where there is none."""
    head, body = _parted(content.replace(b"\r\n", b"\n"))
    if head.get_content_type() == PAGE:
        return _decoded(head, body)
    boundary = head.get_boundary()
    if head.get_content_type() != LIST or not boundary:
        return None
    between = b"\n--" + boundary.encode("utf-8", "surrogateescape")
    for part in (b"\n" + body).split(between, MOST_PARTS)[1:]:
        inner, page = _parted(part.partition(b"\n")[2])
        if inner.get_content_type() == PAGE:
            return _decoded(inner, page)
    return None


def _parted(content: bytes) -> tuple[Message, bytes]:
    """Headers, and what comes after the empty line."""
    head, _, body = content.partition(b"\n\n")
    return BytesHeaderParser().parsebytes(head[:LONGEST_HEAD] + b"\n\n"), body


def _decoded(head: Message, body: bytes) -> bytes:
    head.set_payload(body.decode("ascii", "surrogateescape"))
    page = head.get_payload(decode=True)
    return page if isinstance(page, bytes) else b""
