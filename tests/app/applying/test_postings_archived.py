"""A page that a browser saved in one file (MHTML) is read as the page it is."""

import base64
import quopri

import pytest

from app.applying.postings.reading import posting_from
from app.errors import PersonError

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Night Nurse</title></head><body>
<h1>Night Nurse</h1><p>Elm House café</p><h2>Requirements</h2>
<ul><li>Nursing license required</li><li>Speak Spanish</li></ul></body></html>
"""
HEAD = (
    "From: <Saved by Blink>\nSnapshot-Content-Location: https://jobs.example/1\nSubject: Night Nurse\n"
    "MIME-Version: 1.0\n"
)
PICTURE = "Content-Type: image/png\nContent-Transfer-Encoding: base64\nContent-Location: cid:1\n\niVBORw0KGgo=\n"


def archive(*parts: str, boundary: str = "----MultipartBoundary--aB3----") -> bytes:
    kind = f'Content-Type: multipart/related;\n\ttype="text/html";\n\tboundary="{boundary}"\n\n\n'
    body = "".join(f"--{boundary}\n{part}\n" for part in parts)
    return f"{HEAD}{kind}{body}--{boundary}--\n".replace("\n", "\r\n").encode()


def part(page: str, how: str) -> str:
    coded = quopri.encodestring(page.encode()) if how == "quoted-printable" else base64.encodebytes(page.encode())
    return f"Content-Type: text/html\nContent-ID: <frame-1>\nContent-Transfer-Encoding: {how}\n\n{coded.decode()}"


@pytest.mark.parametrize("how", ["quoted-printable", "base64"])
@pytest.mark.parametrize("ahead", [(), (PICTURE,)])
def test_the_page_in_it_is_read(how: str, ahead: tuple[str, ...]) -> None:
    posting = posting_from(archive(*ahead, part(PAGE, how), part("<p>An advertisement</p>", how)))
    assert (posting.shape, posting.title) == ("page", "Night Nurse")
    assert [one.text for one in posting.found] == ["Nursing license", "Speak Spanish"]


def test_it_may_be_the_one_part_there_is() -> None:
    text = HEAD + part(PAGE, "quoted-printable")
    assert posting_from(text.encode()).title == "Night Nurse"


@pytest.mark.parametrize(
    "content",
    [
        archive(PICTURE),
        archive(),
        HEAD.encode(),
        HEAD.encode() + b'Content-Type: multipart/related; boundary=""\n\n--\n',
        (HEAD + "Content-Type: multipart/related; boundary=a\n\n").encode()
        + b"--a\nContent-Type: text/plain\n\n" * 9_000,
        HEAD.encode() + b"x: y\n" * 900_000,
    ],
    ids=["no page", "no part", "no kind", "no boundary", "many parts", "many headers"],
)
def test_an_archive_without_a_page_is_told(content: bytes) -> None:
    with pytest.raises(PersonError, match="posting_is_archive"):
        posting_from(content)
