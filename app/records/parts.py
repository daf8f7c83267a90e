"""One JSON value of a file together with the exact text it was written in."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from app.records.json_text import spans
from app.records.model import Fault, Form, Source


@dataclass(frozen=True)
class Carrier:
    """What carried a value under a signature: its form, its exact text, and what is wrong with the two together."""

    form: Form
    text: str
    faults: tuple[Fault, ...] = ()


# How a source says that something stood in a picture; what shows a source to a person says it in their language.
IN_PICTURE = "in the picture"


@dataclass(frozen=True)
class Part:
    """A parsed value, the exact text it came from (its slice of the file) and the way to it.

    A value out of a signed text has the text of its JSON, so that what it holds can be cut from it, and its carrier.
    """

    value: Any
    text: str
    source: Source
    carrier: Carrier | None = None

    @property
    def raw(self) -> bytes:
        """The exact bytes: strict UTF-8 text encodes to just the bytes it was decoded from."""
        return (self.carrier.text if self.carrier else self.text).encode("utf-8")


def field(part: Part, key: str) -> Part:
    """The value of `key` in an object that has it."""
    start, end = next((start, end) for name, start, end in spans(part.text) if name == key)
    return Part(part.value[key], part.text[start:end], part.source)


def entries(part: Part) -> Iterator[tuple[str, Part]]:
    """Each key of an object with its value, in one go: asking `field` for many of them would read it as many times."""
    for key, start, end in spans(part.text):
        yield str(key), Part(part.value[key], part.text[start:end], part.source)


def items(part: Part) -> Iterator[Part]:
    """The values of an array, each with its number (from 1) in its source; a value that is no array is its only one."""
    if not isinstance(part.value, list):
        yield part
        return
    for value, (index, start, end) in zip(part.value, spans(part.text), strict=True):
        yield Part(value, part.text[start:end], numbered(part.source, int(index) + 1))


def numbered(source: Source, number: int) -> Source:
    """`source` narrowed to its `number`-th item: `#2`, or `folder/file.json #2` inside an archive."""
    return replace(source, member=f"{source.member} #{number}" if source.member else f"#{number}")


def pictured(source: Source, number: int = 0) -> Source:
    """`source` narrowed to what stands in a picture, to its `number`-th text where there are several."""
    inside = replace(source, member=f"{source.member}, {IN_PICTURE}" if source.member else IN_PICTURE)
    return numbered(inside, number) if number else inside
