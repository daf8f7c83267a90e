"""Chips: short names beside each other, each in a rounded frame. They are text, not buttons."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.text import Text
from ui.theme.look import Look

MOST = 12
"""Chips made for a line; the rest is counted."""
TALL = 860
"""Pixels of a window at 100 % text in which there is room for two lines."""
LINE_GAP = 4


class Chip(Text):
    """One short name; a long one wraps inside its frame."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__(look, text, "caption")
        across, down = look.px(10), look.px(2)
        self.setContentsMargins(across, down, across, down)
        self.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)

    def sizeHint(self) -> QSize:
        """Room for the name on one line."""
        around = self.contentsMargins()
        wide = self.fontMetrics().horizontalAdvance(self.text()) + around.left() + around.right() + 2
        return QSize(wide, self.heightForWidth(wide))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame, then the name."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.look.colors.rail_line), 1))
        painter.setBrush(QColor(self.look.colors.page))
        radius = min(self.height() / 2, self.look.px(13))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()
        super().paintEvent(event)


class ChipLine(QWidget):
    """Names as chips in one line, in a tall window in two. The last counts those without room and names them aloud."""

    def __init__(self, look: Look, names: Sequence[str]) -> None:
        super().__init__()
        self.look, self.names = look, list(names)
        self.chips = [Chip(look, name) for name in self.names[:MOST]]
        self.more = Chip(look, self._rest(len(self.names)))
        for chip in (*self.chips, self.more):
            chip.setParent(self)
        self.high = self.more.sizeHint().height()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(self.high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many as there is room for, at least one."""
        super().resizeEvent(event)
        if event.size().width() == event.oldSize().width():
            return  # it was the height, which follows from what is shown
        shown = self._fitting()
        rest = self.names[len(shown) - (self.more in shown) :]
        if rest:
            words, count_of = self.look.words, self._rest(len(rest))
            self.more.setAccessibleName(words.text("{title}: {what}", title=count_of, what=words.list_of(rest[:MOST])))
        for chip in (*self.chips, self.more):
            chip.setVisible(chip in shown)
        spots = self._spots(shown)
        for chip, spot in zip(shown, spots, strict=True):
            chip.setGeometry(spot)
        self.setFixedHeight(max((spot.bottom() + 1 for spot in spots), default=self.high))

    def _fitting(self) -> list[Chip]:
        """The chips there is room for, with the count of the others."""
        lines = 2 if self.window().height() >= self.look.px(TALL) else 1
        bottom = lines * (self.high + self.look.px(LINE_GAP))
        for count in range(len(self.chips), 0, -1):
            rest = len(self.names) - count
            self.more.setText(self._rest(rest))
            shown = [*self.chips[:count], *([self.more] if rest else [])]
            if all(spot.top() < bottom for spot in self._spots(shown)):
                return shown
        return shown if self.chips else []

    def _spots(self, shown: Sequence[Chip]) -> list[QRect]:
        """Where each stands, beside the one before it or in the next line."""
        gap, left, top, found = self.look.px(8), 0, 0, list[QRect]()
        for chip in shown:
            wide = min(chip.sizeHint().width(), self.width())
            if left and left + wide > self.width():
                left, top = 0, top + self.high + self.look.px(LINE_GAP)
            found.append(QRect(left, top, wide, self.high))
            left += wide + gap
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            return [spot.translated(self.width() - spot.left() - spot.right() - 1, 0) for spot in found]
        return found

    def _rest(self, number: int) -> str:
        return self.look.words.count("and {number} more", "and {number} more", number)
