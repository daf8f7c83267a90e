"""How far words and shapes stand out from what lies behind them, read off the painted window (WCAG 2.2, 1.4.3, 1.4.11).

What the kit paints is caught as it is painted: the color of each text, and the ground without any text on it. What Qt
itself paints, labels and fields, is read off the picture.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QWidget

TEXT_RATIO, SHAPE_RATIO = 4.5, 3.0
MOSTLY = 0.8
"""Share of a text that must be in view for its color to be read off."""
ENOUGH = 0.06
"""Share of what lies behind a text that a color must have to count as its ground: less is the edge of something."""
STRAY = 3
"""Pixels of one color that are no accident."""

Pixels = NDArray[np.uint32]


@dataclass(frozen=True)
class Inked:
    """A text as the kit painted it: where in the window, and in which color."""

    words: str
    color: QColor
    box: QRect


def poor_contrast(root: QWidget) -> list[str]:
    """Texts whose color is too close to their ground; what is switched off is left out."""
    return [*_of_painted(root), *_of_qt(root)]


def _of_painted(root: QWidget) -> Iterator[str]:
    with catching() as caught:
        ground = pixels(root)
    for one in caught:
        worst = min((ratio(one.color, QColor(behind)) for behind in _grounds(ground, one.box)), default=None)
        if worst is not None and worst < TEXT_RATIO:
            yield f"{worst:.2f}: painted {one.words[:60]!r} in {one.color.name()}"


@contextmanager
def catching() -> Iterator[list[Inked]]:
    """Catch what the kit would write, and let nothing of it be painted."""
    real, caught = QPainter.drawText, list[Inked]()

    def catch(painter: QPainter, *given: Any) -> None:
        one = _inked(painter, *given)
        if one is not None:
            caught.append(one)

    QPainter.drawText = catch
    try:
        yield caught
    finally:
        QPainter.drawText = real


def _inked(painter: QPainter, box: QRect | QRectF, flags: Any, words: str, *_: Any) -> Inked | None:
    widget = painter.device()
    if not isinstance(widget, QWidget) or widget.testAttribute(Qt.WidgetAttribute.WA_ForceDisabled) or not words:
        return None
    area = painter.boundingRect(QRectF(box), int(flags), words).intersected(QRectF(box))
    placed = painter.deviceTransform().mapRect(area).toAlignedRect()
    seen = widget.visibleRegion().boundingRect()
    start = placed.topLeft() - painter.combinedTransform().mapRect(area).toAlignedRect().topLeft()
    shown = placed.intersected(seen.translated(start))
    mostly = shown.width() > 2 and shown.height() > max(2, placed.height() / 2)  # else only the room above a letter
    return Inked(words, painter.pen().color(), shown) if mostly else None


def _grounds(image: Pixels, box: QRect) -> list[int]:
    """The colors that make up what lies in a box."""
    part = _part(image, box)
    colors, counts = np.unique(part, return_counts=True)
    return [int(one) for one, times in zip(colors, counts, strict=True) if times >= ENOUGH * part.size]


def _of_qt(root: QWidget) -> Iterator[str]:
    image = pixels(root)
    for one in _texts(root):
        found = _read_off(image, root, one)
        if found is not None and found < TEXT_RATIO:
            yield f"{found:.2f}: {type(one).__name__} {_words(one)[:60]!r}"


def _texts(root: QWidget) -> Iterator[QWidget]:
    """Labels, fields and buttons that show words and are not switched off."""
    for kind in (QLabel, QAbstractButton, QLineEdit, QPlainTextEdit):
        for one in root.findChildren(kind):
            if one.isVisible() and one.width() > 0 and one.isEnabled() and _words(one) and _in_view(one):
                yield one


def _words(one: QWidget) -> str:
    if isinstance(one, QLineEdit):
        return one.displayText() or one.placeholderText()
    if isinstance(one, QPlainTextEdit):
        return one.toPlainText() or one.placeholderText()
    return one.text() if isinstance(one, QLabel | QAbstractButton) else ""


def _in_view(one: QWidget) -> bool:
    """Whether enough of it can be seen: the edge of a button that is scrolled away has no words on it."""
    shown = one.visibleRegion().boundingRect().height()
    return shown > 0 and (shown >= one.height() or shown >= 3 * one.fontMetrics().height())


def _read_off(image: Pixels, root: QWidget, one: QWidget) -> float | None:
    """Contrast of a text with its ground: a label's by its own color, else by the color that differs most from it."""
    region = one.visibleRegion().boundingRect()
    if region.height() < one.height() * MOSTLY:
        return None
    box = QRect(one.mapTo(root, region.topLeft()), region.size())
    if isinstance(one, QLineEdit | QPlainTextEdit):  # the border is no word
        box.adjust(4, 4, -4, -4)
    part = _part(image, box)
    if min(part.shape) < 8:
        return None
    colors, counts = np.unique(part, return_counts=True)
    ground = int(colors[counts.argmax()])
    seen = max((_ratio(color, ground) for color in colors[counts >= STRAY].tolist()), default=21.0)
    if isinstance(one, QLabel) and one.textFormat() == Qt.TextFormat.PlainText:
        return min(seen, _ratio(one.palette().color(QPalette.ColorRole.WindowText).rgb(), ground))
    return seen


def pixels(shown: QWidget | QImage) -> Pixels:
    """A widget as it is painted, as numbers 0xRRGGBB by line and column."""
    image = shown.grab().toImage() if isinstance(shown, QWidget) else shown
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    lines = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.bytesPerLine() // 4)
    return np.array(lines[:, : image.width()] & 0xFFFFFF)


def _part(image: Pixels, box: QRect) -> Pixels:
    box = box.intersected(QRect(QPoint(0, 0), QSize(image.shape[1], image.shape[0])))
    return image[box.top() : box.bottom() + 1, box.left() : box.right() + 1]


def stands_out(image: Pixels, ground: str, *, least: int = 12) -> float:
    """The contrast of the color that differs most from a ground, among those that at least so many pixels have."""
    colors, counts = np.unique(image, return_counts=True)
    often = (QColor(int(one)) for one, times in zip(colors, counts, strict=True) if times >= least)
    return max((ratio(one, QColor(ground)) for one in often), default=1.0)


def over(ground: str, size: QSize, paint: Callable[[QPainter], object]) -> Pixels:
    """What is painted over a ground."""
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return pixels(image)


def ratio(one: QColor, other: QColor) -> float:
    """Contrast ratio of two colors (WCAG 2.2, "contrast ratio")."""
    return _ratio(one.rgb(), other.rgb())


def _ratio(one: int, other: int) -> float:
    light, dark = sorted((_luminance(one & 0xFFFFFF), _luminance(other & 0xFFFFFF)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@cache
def _luminance(color: int) -> float:
    """Relative luminance of 0xRRGGBB (WCAG 2.2, "relative luminance")."""
    shares = [(color >> shift & 0xFF) / 255 for shift in (16, 8, 0)]
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in shares]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
