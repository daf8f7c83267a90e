"""Self-contained HTML pages: no scripts, nothing fetched, every text escaped, marks drawn as shapes."""

import base64
import hashlib
from collections.abc import Iterable
from html import escape
from string import Template

from app.places import asset
from app.records.text import one_line, paragraphs

LINE_CAP = 2_000

MARKS = {
    "shown": '<circle cx="8" cy="8" r="7" fill="currentColor"/>',
    "partly": '<circle cx="8" cy="8" r="6.1" fill="none" stroke="currentColor" stroke-width="1.75"/>'
    '<path d="M8 2a6 6 0 0 0 0 12z" fill="currentColor"/>',
    "missing": '<circle cx="8" cy="8" r="6.1" fill="none" stroke="currentColor" stroke-width="1.75"/>',
    "unknown": '<path d="M5.3 6.1a2.7 2.7 0 1 1 4.2 2.2C8.5 9 8 9.4 8 10.4" fill="none" stroke="currentColor" '
    'stroke-width="1.9" stroke-linecap="round"/><circle cx="8" cy="13.2" r="1.25" fill="currentColor"/>',
}
BLOCKS = {
    "shown": '<rect width="16" height="16" rx="3" fill="currentColor"/>',
    "partly": '<rect x=".9" y=".9" width="14.2" height="14.2" rx="2.5" fill="none" stroke="currentColor" '
    'stroke-width="1.8"/><path d="M8 1H3a2 2 0 0 0-2 2v10a2 2 0 0 0 2 2h5z" fill="currentColor"/>',
    "missing": '<rect x=".9" y=".9" width="14.2" height="14.2" rx="2.5" fill="none" stroke="currentColor" '
    'stroke-width="1.8"/>',
    "unknown": '<rect x=".9" y=".9" width="14.2" height="14.2" rx="2.5" fill="none" stroke="currentColor" '
    'stroke-width="1.8" stroke-dasharray="3 2.5"/>',
}


def line(text: str) -> str:
    """A stranger's text on one line, cleaned and escaped."""
    return escape(one_line(text, LINE_CAP))


def prose(text: str) -> str:
    """A stranger's text with its line breaks, cleaned and escaped."""
    return escape(paragraphs(text))


def mark(state: str) -> str:
    """The shape of a state; the words beside it say the same, so readers of the page aloud skip it."""
    return _picture(MARKS[state], state)


def blocks(states: Iterable[str]) -> str:
    """One block for each thing asked; the sentence beside it says the same."""
    return f'<div class="blocks" aria-hidden="true">{"".join(_picture(BLOCKS[state], state) for state in states)}</div>'


def evidence_marks(evidence: int) -> str:
    """Four squares, as many filled as the evidence is strong (0–4)."""
    squares = "".join(
        f'<rect x="{place * 15 + 0.75}" y=".75" width="10.5" height="10.5" rx="2.5" stroke="currentColor" '
        f'stroke-width="1.5" fill="{"currentColor" if place < evidence else "none"}"/>'
        for place in range(4)
    )
    return f'<svg class="primary" width="57" height="12" viewBox="0 0 57 12" aria-hidden="true">{squares}</svg>'


def marked(shape: str, *lines: str) -> str:
    """A shape before a few lines; the lines are markup already."""
    return f'<div class="marked">{shape}<div>{"".join(lines)}</div></div>'


def quiet(markup: str) -> str:
    """A quieter line."""
    return f'<div class="quiet small">{markup}</div>'


def kept(markup: str) -> str:
    """Something that stays on one line."""
    return f'<span class="kept">{markup}</span>'


def card(heading: str, *parts: str, flush: bool = False) -> str:
    """A titled section; `heading` is text, the parts are markup."""
    name = "card flush" if flush else "card"
    return f'<section class="{name}"><h2>{line(heading)}</h2>{"".join(parts)}</section>'


def table(caption: str, heads: Iterable[str], rows: Iterable[tuple[str, ...]]) -> str:
    """A table with column heads as text; each row's first cell (markup like the others) is the row's head."""
    head = "".join(f'<th scope="col">{line(text)}</th>' for text in heads)
    body = "".join(
        f'<tr><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in rest)}</tr>' for first, *rest in rows
    )
    return f'<table aria-label="{line(caption)}"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def download(content: bytes, media_type: str, file_name: str, label: str) -> str:
    """A link that saves `content` to the byte; it is part of the page, so nothing is fetched."""
    encoded = base64.b64encode(content).decode("ascii")
    address = f"data:{escape(media_type)};base64,{encoded}"
    return f'<a class="button" download="{line(file_name)}" href="{address}">{line(label)}</a>'


def page(*, language: str, title: str, body: Iterable[str], band: tuple[str, str] | None = None) -> bytes:
    """A whole page in UTF-8. `band` is the practice word and sentence at its top."""
    style = _font_faces() + asset("documents", "page.css").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    template = Template(asset("documents", "page.html").read_text("utf-8"))
    text = template.substitute(
        language=line(language),
        title=line(title),
        style=style,
        style_hash=f"sha256-{digest}",
        band=_band(*band) if band else "",
        body="\n".join(body),
    )
    return text.encode("utf-8")


def _band(word: str, sentence: str) -> str:
    return f'<aside class="band"><p><strong>{line(word)}</strong>{line(sentence)}</p></aside>\n'


def _picture(shapes: str, state: str) -> str:
    return f'<svg class="{state}" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">{shapes}</svg>'


def _font_faces() -> str:
    faces = ((400, "Regular"), (700, "Bold"))
    return "".join(
        '@font-face{font-family:"Atkinson Hyperlegible Next";font-weight:'
        f"{weight};src:url(data:font/woff2;base64,{_font(style)})}}"
        for weight, style in faces
    )


def _font(style: str) -> str:
    content = asset("fonts", f"AtkinsonHyperlegibleNext-{style}.woff2").read_bytes()
    return base64.b64encode(content).decode("ascii")
