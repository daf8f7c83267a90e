"""Words painted into a picture: laid out once, then painted as they are, so that a test can ask if they are whole."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

START = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
MIDDLE = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
END = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)


@dataclass(frozen=True)
class Lettering:
    """A text as `lines` in its `room`, in pixels of the picture; `flags` are Qt's for its side."""

    text: str
    lines: tuple[str, ...]
    room: QRectF
    font: QFont
    ink: str
    flags: int = START

    @property
    def tall(self) -> float:
        """The height of all lines."""
        return len(self.lines) * QFontMetricsF(self.font).height()

    @property
    def wide(self) -> float:
        """The width of the longest line."""
        return max(map(QFontMetricsF(self.font).horizontalAdvance, self.lines), default=0.0)

    def paint(self, painter: QPainter) -> None:
        """Paint the lines."""
        line = QFontMetricsF(self.font).height()
        painter.setFont(self.font)
        painter.setPen(QColor(self.ink))
        for place, words in enumerate(self.lines):
            at = QRectF(self.room.left(), self.room.top() + place * line, self.room.width(), line)
            painter.drawText(at, self.flags | int(Qt.TextFlag.TextDontClip), words)


def wrapped(font: QFont, text: str, width: float) -> tuple[str, ...]:
    """A text in lines of a width; a word wider than that is broken, never cut."""
    metrics = QFontMetricsF(font)
    return tuple(line for part in text.split("\n") if part.strip() for line in _lines(metrics, part.split(), width))


def _lines(metrics: QFontMetricsF, words: Sequence[str], width: float) -> Iterator[str]:
    line = ""
    for word in (piece for whole in words for piece in _pieces(metrics, whole, width)):
        longer = f"{line} {word}" if line else word
        if line and metrics.horizontalAdvance(longer) > width:
            yield line
            longer = word
        line = longer
    if line:
        yield line


def _pieces(metrics: QFontMetricsF, word: str, width: float) -> Iterator[str]:
    """A word, in parts where it is wider than a line."""
    start = 0
    for end in range(1, len(word)):
        if metrics.horizontalAdvance(word[start : end + 1]) > width:
            yield word[start:end]
            start = end
    yield word[start:]


def longest_word(font: QFont, *texts: str) -> float:
    """The width of the widest word of texts."""
    metrics = QFontMetricsF(font)
    return max((metrics.horizontalAdvance(word) for text in texts for word in text.split()), default=0.0)
