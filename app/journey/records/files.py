"""The file as it came: to look at, and to save to the byte."""

import re
from collections.abc import Iterator
from pathlib import Path

from app.errors import PersonError
from app.files import write_file
from app.journey.session import Session
from app.records.fields import web_link
from app.records.model import Form, Source
from app.records.parts import IN_PICTURE
from app.records.text import shown_text
from app.vault import store_records
from app.wording import Words

# JSON's own pieces: a text, a bracket, comma or colon, or a number or word. What is between them is space.
_PIECE = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')
_OPENING = ("{", "[")
_CLOSING = ("}", "]")
_INDENT = "  "
_NAME_CAP = 60


def raw_of(session: Session, key: str) -> bytes:
    """The exact bytes of a record kept. PersonError `record_not_found`."""
    row = store_records.record(session.vault, key)
    if row is None:
        raise PersonError("record_not_found", key=key)
    return row.raw


def file_text(session: Session, key: str) -> str:
    r"""The record as text to look at: JSON with each value on its line, every letter of it as it came.

    What could hide or turn text around shows as its number (`\u202e`). PersonError `record_not_found`.
    """
    text = raw_of(session, key).decode("utf-8")
    return "\n".join(map(_visible, _laid_out(text).split("\n")))


def save_copy(session: Session, key: str, path: Path) -> None:
    """Write the exact bytes of a record to a file. PersonError `record_not_found` and as `write_file`."""
    write_file(path, raw_of(session, key))


def file_name(name: str, form: Form = "json") -> str:
    """A file name to propose for a copy of the record of that name; its ending says whether it is JSON or a token."""
    plain = "-".join(re.findall(r"[^\W_]+", name.casefold()))[:_NAME_CAP].strip("-")
    return (plain or "record") + (".jwt" if form in ("jwt", "sd-jwt") else ".json")


def came_from(words: Words, source: Source) -> str:
    """Where something came from, as people call it: a file's name or a web address, and the place in it."""
    of_web = source.file if web_link(source.file) else ""
    name = of_web or source.file.replace("\\", "/").rpartition("/")[2] or words.text("Pasted text")
    return words.text("{file}, {place}", file=name, place=_place(words, source.member)) if source.member else name


def _place(words: Words, member: str) -> str:
    before, inside, after = member.rpartition(IN_PICTURE)
    return before + words.text("in the picture") + after if inside else member


def _laid_out(text: str) -> str:
    """JSON with one value a line; only the space between its pieces changes. Other text stays as it is."""
    one_line = "\n" not in text.strip() and text.lstrip().startswith(_OPENING)
    return "".join(_pieces(text)) if one_line else text.replace("\r\n", "\n")


def _pieces(text: str) -> Iterator[str]:
    depth, before = 0, ""
    for piece in _PIECE.findall(text):
        depth -= piece in _CLOSING
        if before == ":":
            yield " "
        elif before == "," or (before in _OPENING) != (piece in _CLOSING):
            yield "\n" + _INDENT * depth
        yield piece
        depth += piece in _OPENING
        before = piece


def _visible(line: str) -> str:
    shown = shown_text(line)
    pairs = zip(line, shown, strict=True)
    return line if shown == line else "".join(_numbered(one) if other != one else one for one, other in pairs)


def _numbered(letter: str) -> str:
    return letter if letter == "\t" else f"\\u{ord(letter):04x}"
