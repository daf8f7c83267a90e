"""Tables as text: a title, rows under headings, and notes below."""

from collections.abc import Iterable, Sequence


def printed(title: str, headings: Sequence[str], rows: Iterable[Sequence[str]], notes: Iterable[str] = ()) -> str:
    """A table whose first and last columns are words, those between figures."""
    lines = [list(headings), *(list(row) for row in rows)]
    widths = [max(len(cell) for cell in column) for column in zip(*lines, strict=True)]
    told = [title, ""]
    for line in lines:
        cells = [
            cell.ljust(width) if place in (0, len(widths) - 1) else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        ]
        told.append("  ".join(cells).rstrip())
    return "\n".join([*told, "", *notes]).rstrip()
