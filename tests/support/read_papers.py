"""Papers as programs read them: the tags and words of an HTML page, the tags and words of a PDF."""

from html.parser import HTMLParser
from typing import Any


class Page(HTMLParser):
    """Every tag with its attributes, the text a person reads, and heads of cells."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.feed(content.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)

    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    def having(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def pdf_words(reader: Any) -> str:
    """All words of a PDF, in the order in which they are drawn."""
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def pdf_elements(reader: Any) -> list[Any]:
    """The elements of a tagged PDF, level by level."""
    found, waiting = [], [reader.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        element = waiting.pop(0).get_object()
        if isinstance(element, dict):
            found.append(element)
            waiting += _kids(element)
    return found


def pdf_headings(reader: Any) -> list[str]:
    """The kinds of the headings of a tagged PDF, in the order in which they are read aloud."""
    found, waiting = [], [reader.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        element = waiting.pop(0).get_object()
        if isinstance(element, dict):
            if str(element.get("/S", "")).startswith("/H"):
                found.append(str(element["/S"]))
            waiting = _kids(element) + waiting
    return found


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K", [])
    return list(kids) if isinstance(kids, list) else [kids]
