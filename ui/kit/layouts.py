"""Rows, columns and flowing rows."""

from collections.abc import Iterable, Iterator

import shiboken6
from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QLayoutItem, QSizePolicy, QVBoxLayout, QWidget

Item = QWidget | QLayout | int | None
"""A widget, a layout, pixels of room, or None for all the room that is left."""


def column(*items: Item, gap: int = 0, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QVBoxLayout:
    """Items below each other; margins are left, top, right, bottom."""
    made = QVBoxLayout()
    _fill(made, items, gap, margins)
    return made


def row(*items: Item, gap: int = 0, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QHBoxLayout:
    """Items beside each other, in reading order."""
    made = QHBoxLayout()
    _fill(made, items, gap, margins)
    return made


def _fill(layout: QBoxLayout, items: Iterable[Item], gap: int, margins: tuple[int, int, int, int]) -> None:
    layout.setSpacing(gap)
    layout.setContentsMargins(QMargins(*margins))
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, int):
            layout.addSpacing(item)
        elif isinstance(item, QWidget):
            layout.addWidget(item)
        else:
            layout.addLayout(item)


def holding(layout: QLayout, inside: QWidget | None = None) -> QWidget:
    """A widget that holds a layout."""
    widget = inside or QWidget()
    widget.setLayout(layout)
    return widget


def centered(widget: QWidget) -> QHBoxLayout:
    """A widget in the middle of its row."""
    made = QHBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.addWidget(widget, 0, Qt.AlignmentFlag.AlignCenter)
    return made


def clear(layout: QLayout) -> None:
    """Take everything out of a layout; the widgets go once Qt is back in its loop."""
    while (item := layout.takeAt(0)) is not None:
        inner = item.layout()
        if inner is not None:
            clear(inner)
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def inside(layout: QLayout) -> Iterator[QWidget | QLayout]:
    """What stands in a layout, in its order; to be used in place of `itemAt`.

    PySide keeps what it made for a place in a layout as long as the layout lives; once Qt has freed the place, whatever
    is made at the same address is taken for it, and the program ends. For the same reason a layout joins one that
    stands already in a widget of its own (`holding`), never by `addLayout`.
    """
    if isinstance(layout, Flow):
        yield from layout.widgets
        return
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        found = item.widget() or item.layout()
        if not isinstance(item, QLayout):
            shiboken6.invalidate(item)
        if found is not None:
            yield found


class Flow(QLayout):
    """Items beside each other that go on in a new line where there is no more room; `middle` centers each line.

    Always in a widget of its own.
    """

    def __init__(self, *items: QWidget, gap: int = 8, middle: bool = False) -> None:
        super().__init__()
        self._middle = middle
        self._items: list[QLayoutItem] = []
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)
        for item in items:
            self.addWidget(item)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802  Qt's name
        """Take one more item."""
        self._items.append(item)

    @property
    def widgets(self) -> list[QWidget]:
        """What stands in it."""
        return [widget for item in self._items if (widget := item.widget()) is not None]

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802  None ends the list
        """The item of a place, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802  None ends the list
        """Take the item of a place out, or None."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """More lines where it is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of all lines at a width."""
        return self._place(QRect(0, 0, width, 0), really=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802  Qt's name
        """Lay the items out."""
        super().setGeometry(rect)
        self._place(rect, really=True)

    def sizeHint(self) -> QSize:
        """All items in one line."""
        sizes = [item.sizeHint() for item in self._items]
        width = sum(size.width() for size in sizes) + self.spacing() * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802  Qt's name
        """The widest item."""
        sizes = [item.minimumSize() for item in self._items]
        return QSize(
            max((size.width() for size in sizes), default=0), max((size.height() for size in sizes), default=0)
        )

    def _place(self, rect: QRect, *, really: bool) -> int:
        lines = self._lines(rect.width())
        top = rect.top()
        parent = self.parentWidget()
        mirrored = parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for line in lines:
            height = max(size.height() for _, size in line)
            wide = sum(size.width() for _, size in line) + self.spacing() * (len(line) - 1)
            left = rect.left() + (max(0, rect.width() - wide) // 2 if self._middle else 0)
            for item, size in line:
                if really:
                    at = rect.right() + 1 - (left - rect.left()) - size.width() if mirrored else left
                    item.setGeometry(QRect(QPoint(at, top + (height - size.height()) // 2), size))
                left += size.width() + self.spacing()
            top += height + self.spacing()
        return max(0, top - rect.top() - self.spacing())

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        left = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = _fitted(item, width)
            if not lines or left + size.width() > width:
                lines.append([])
                left = 0
            lines[-1].append((item, size))
            left += size.width() + self.spacing()
        return lines


def _fitted(item: QLayoutItem, width: int) -> QSize:
    wanted = item.sizeHint()
    if wanted.width() <= width:
        return wanted
    height = item.heightForWidth(width) if item.hasHeightForWidth() else wanted.height()
    return QSize(width, height)


def grows(widget: QWidget) -> QWidget:
    """Let a widget take the width there is."""
    widget.setSizePolicy(QSizePolicy.Policy.Expanding, widget.sizePolicy().verticalPolicy())
    return widget
