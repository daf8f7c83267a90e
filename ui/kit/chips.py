"""Chips: short names beside each other, each in a rounded frame. They are text, not buttons."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.text import Text
from ui.theme.look import Look

MOST = 12
"""Chips made for one line; the rest is counted."""


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
    """Names in one line of chips. The last chip counts those that find no room, and names them to a screen reader."""

    def __init__(self, look: Look, names: Sequence[str]) -> None:
        super().__init__()
        self.look, self.names = look, list(names)
        self.chips = [Chip(look, name) for name in self.names[:MOST]]
        self.more = Chip(look, self._rest(len(self.names)))
        for chip in (*self.chips, self.more):
            chip.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(self.more.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many as there is room for, at least one."""
        super().resizeEvent(event)
        count = self._fitting()
        rest = self.names[count:]
        self.more.setVisible(bool(rest))
        if rest:
            words, count_of = self.look.words, self._rest(len(rest))
            self.more.setText(count_of)
            self.more.setAccessibleName(words.text("{title}: {what}", title=count_of, what=words.list_of(rest[:MOST])))
        shown = [*self.chips[:count], *([self.more] if rest else [])]
        for chip in self.chips:
            chip.setVisible(chip in shown)
        self._place(shown)

    def _place(self, shown: Sequence[Chip]) -> None:
        left, mirrored = 0, self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for chip in shown:
            wide = chip.sizeHint().width()
            if chip is not self.more:
                wide = min(wide, self.width() - (self._wide(self.more) if self.more in shown else 0))
            chip.setGeometry(self.width() - left - wide if mirrored else left, 0, wide, self.height())
            left += self._wide(chip)

    def _fitting(self) -> int:
        """How many names there is room for beside the count of the others."""
        for count in range(len(self.chips), 1, -1):
            rest = len(self.names) - count
            self.more.setText(self._rest(rest))
            ends = self._wide(self.more) if rest else 0
            if sum(map(self._wide, self.chips[:count])) + ends <= self.width() + self.look.px(8):
                return count
        return min(1, len(self.chips))

    def _wide(self, chip: Chip) -> int:
        return chip.sizeHint().width() + self.look.px(8)

    def _rest(self, number: int) -> str:
        return self.look.words.count("and {number} more", "and {number} more", number)
